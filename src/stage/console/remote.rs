//! The code that makes a phone a remote: shown on the console alone, from the key that this page was opened with.

use barometer_kit::api::{self, Done};
use barometer_kit::language;
use barometer_kit::route::{self, Route};
use barometer_text::staff::asking::ConfirmText;
use barometer_text::staff::remote::RemoteText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dialogs::Dismiss;
use super::secret_of;
use super::state::ConsoleState;
use crate::stage::qr_code;
use crate::stage::ui::qr::Qr;

/// The inside of the dialog.
#[component]
pub(crate) fn RemoteCode(console: ConsoleState) -> impl IntoView {
    let say = |text: Text| move || text.say(language::current());
    let link = move || {
        let join_url = console.showing.info.get()?.join_url.clone();
        let language = language::current();
        Some(route::remote_link(&join_url, &console.key.get()?, language))
    };
    let body = move || match link() {
        Some(link) => {
            let alt = Signal::derive(say(Text::QrLeadsTo));
            let picture = qr_code::picture_of(&link);
            view! {
                <p>{say(Text::Scan)}</p>
                {picture.map(|src| view! { <Qr src=src alt=alt /> })}
            }
            .into_any()
        }
        None => view! { <Paste console=console /> }.into_any(),
    };
    let here = Route::Remote(console.showing.code.get_value()).path();
    view! {
        <h2>{say(Text::OnPhone)}</h2>
        <div class="remote-code">{body}</div>
        <div class="dialog-buttons">
            <a class="button" href=here target="_blank">
                {say(Text::OpenHere)}
            </a>
            <Dismiss text=ConfirmText::Dismiss on_click=move || console.remote.set(false) />
        </div>
    }
}

/// Takes the presenter's link once more.
#[component]
fn Paste(console: ConsoleState) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let say = |text: Text| move || text.say(language::current());
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let secret = secret_of(&typed.get_untracked()).to_owned();
        spawn_local(async move {
            let code = console.showing.code.get_value();
            match api::open_console(&code, secret.clone()).await {
                Ok(Done) => console.key.set(Some(secret)),
                Err(_) => {
                    is_wrong.try_set(true);
                }
            }
        });
    };
    let wrong = move || {
        let words = Text::WrongLink.say(language::current());
        is_wrong
            .get()
            .then(|| view! { <p class="notice amber">{words}</p> })
    };
    view! {
        <form on:submit=on_submit>
            <p>{say(Text::PasteLink)}</p>
            <input
                class="link-by-hand"
                type="password"
                autocomplete="off"
                aria-label=say(Text::Link)
                prop:value=move || typed.get()
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <div role="alert">{wrong}</div>
            <button type="submit" class="button primary">
                {say(Text::ShowCode)}
            </button>
        </form>
    }
}
