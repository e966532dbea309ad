//! The dark bar above the vendor's pages: whose they are, the demo's mark, language and log out.

use barometer_kit::language;
use barometer_kit::route::Route;
use barometer_text::Language;
use barometer_text::comments::CommentPageText;
use barometer_text::staff::news::NewsDeskText;
use barometer_text::staff::vendor::VendorText as Text;
use leptos::prelude::*;

use crate::page::{VendorAccess, VendorContext, Way, say};

#[component]
pub(crate) fn Header() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let other = move || match language::current() {
        Language::Danish => Language::English,
        Language::English => Language::Danish,
    };
    let is_demo = move || vendor.info.get().is_some_and(|info| info.unsafe_demo);
    let is_open = move || vendor.access.get() == VendorAccess::Open && !vendor.is_expired.get();
    view! {
        <header class="vendor-header">
            <p class="vendor-name">{say(Text::Title)}</p>
            <Show when=is_demo>
                <p class="chip amber">{say(Text::Demo)}</p>
            </Show>
            <Show when=is_open>
                <nav class="vendor-ways" aria-label=say(Text::Pages)>
                    <Way to=Route::Vendor>{say(Text::Webinars)}</Way>
                    <Way to=Route::Requests>{say(Text::Requests)}</Way>
                    <Way to=Route::Commitments>{say(Text::Commitments)}</Way>
                    <Way to=Route::Wishes>{say(Text::Wishes)}</Way>
                    <Way to=Route::VendorComments>
                        {move || CommentPageText::VendorTitle.say(language::current())}
                    </Way>
                    <Way to=Route::VendorNews>
                        {move || NewsDeskText::Title.say(language::current())}
                    </Way>
                    <Way to=Route::VendorForum>{say(Text::Forum)}</Way>
                </nav>
            </Show>
            <div class="vendor-tools">
                <button
                    type="button"
                    lang=move || other().tag()
                    on:click=move |_| language::switch_to(other())
                >
                    {move || other().name()}
                </button>
                <Show when=is_open>
                    <button type="button" on:click=move |_| vendor.log_out()>
                        {say(Text::LogOut)}
                    </button>
                </Show>
            </div>
        </header>
    }
}
