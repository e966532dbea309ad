//! "Forbered webinaret": everything that is decided before a webinar, on one page, and how it will look.

use barometer_domain::ids::WebinarCode;
use barometer_kit::language;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::loaded::Loaded;
use barometer_text::staff::prepare::Prepare as Text;
use leptos::ev::{FocusEvent, SubmitEvent};
use leptos::prelude::*;

use crate::page::{BackToList, Heading, VendorContext};

pub mod agenda;
pub mod basics;
pub mod dialogs;
pub mod doubts;
pub mod form;
pub mod ongoing;
pub mod order;
pub mod pool;
pub mod preview;
pub mod save;
pub mod share;
pub mod shortlist;
pub mod shortlist_editor;
pub mod state;
pub mod values;
pub mod vote;

use preview::Preview;
use state::PreparationState;

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The same for a prop.
pub fn text(text: Text<'static>) -> Signal<String> {
    Signal::derive(say(text))
}

/// The page.
#[component]
pub fn PreparePage(
    /// Which webinar.
    code: WebinarCode,
) -> impl IntoView {
    let page = PreparationState::new(code);
    let vendor = expect_context::<VendorContext>();
    // Once the webinar is there, trouble stands beside what is typed and never in its place.
    let loaded = vendor.ask(move || page.load());
    page.store_draft();
    page.watch();
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=text(Text::Title) />
        </div>
        <Loaded asked=loaded let:_there>
            <Body page=page />
        </Loaded>
    }
}

#[component]
fn Body(page: PreparationState) -> impl IntoView {
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        page.save();
    };
    view! {
        <div class="prepare">
            <form class="prepare-form" novalidate on:submit=on_submit>
                {save::notice(page)}
                {doubts::doubts(page)}
                {basics::basics(page)}
                {shortlist::shortlist(page)}
                {vote::vote(page)}
                {agenda::agenda(page)}
                {ongoing::ongoing(page)}
                {share::share(page)}
                {dialogs::way_to_delete(page)}
                {save::save_bar(page)}
            </form>
            <Preview page=page />
        </div>
        {dialogs::dialogs(page)}
    }
}

/// What a section is, below its heading.
fn paragraph_of(words: Text<'static>) -> AnyView {
    view! { <p class="muted">{text(words)}</p> }.into_any()
}

/// A section of the page; `on_focus` is told when someone begins to edit in it.
fn section(
    name: &str,
    heading: Text<'static>,
    body: AnyView,
    on_focus: impl Fn() + 'static,
) -> AnyView {
    framed(name, heading, body, handler(move |_| on_focus()))
}

fn framed(
    name: &str,
    heading: Text<'static>,
    body: AnyView,
    on_focus: Box<dyn FnMut(FocusEvent)>,
) -> AnyView {
    let id = format!("{name}-heading");
    let labelled = id.clone();
    view! {
        <section class="card part" aria-labelledby=labelled on:focusin=on_focus>
            <h2 id=id tabindex="-1">
                {text(heading)}
            </h2>
            {body}
        </section>
    }
    .into_any()
}
