//! "Forbered webinaret": everything that is decided before a webinar, on one page, and how it will look.

use barometer_domain::ids::WebinarCode;
use barometer_kit::language;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::loaded::Loaded;
use barometer_text::staff::prepare::PrepareText as Text;
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

use agenda::Agenda;
use basics::Basics;
use dialogs::{Dialogs, WayToDelete};
use doubts::Doubts;
use ongoing::Ongoing;
use preview::Preview;
use save::{SaveBar, WhoseWords};
use share::Share;
use shortlist::Shortlist;
use state::PreparationState;
use vote::VoteRules;

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The same for a prop.
pub fn text(text: Text<'static>) -> Signal<String> {
    Signal::derive(say(text))
}

#[component]
pub(crate) fn PreparePage(code: WebinarCode) -> impl IntoView {
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
                <WhoseWords page=page />
                <Doubts page=page />
                <Basics page=page />
                <Shortlist page=page />
                <VoteRules page=page />
                <Agenda page=page />
                <Ongoing page=page />
                <Share page=page />
                <WayToDelete page=page />
                <SaveBar page=page />
            </form>
            <Preview page=page />
        </div>
        <Dialogs page=page />
    }
}

/// What a section is, below its heading.
#[component]
fn About(words: Text<'static>) -> impl IntoView {
    view! { <p class="muted">{text(words)}</p> }
}

/// A section of the page.
#[component]
fn Section(
    /// Names it for its heading.
    name: &'static str,
    /// The heading above the section.
    heading: Text<'static>,
    /// Called when someone begins to edit in it.
    #[prop(optional, into)]
    on_edit: Option<Callback<()>>,
    /// What stands in the section.
    children: Children,
) -> impl IntoView {
    let id = format!("{name}-heading");
    let labelled = id.clone();
    let on_focus = handler(move |_: FocusEvent| {
        if let Some(on_edit) = on_edit {
            on_edit.run(());
        }
    });
    view! {
        <section class="card part" aria-labelledby=labelled on:focusin=on_focus>
            <h2 id=id tabindex="-1">
                {text(heading)}
            </h2>
            {children()}
        </section>
    }
}

/// Says that the vote has begun, and since when, where nothing of it can be changed any more.
#[component]
fn VoteLock(page: PreparationState) -> impl IntoView {
    let words = move || page.locks().vote.then(|| page.locked_since());
    move || words().map(|words| view! { <p class="notice amber locked">{words}</p> })
}
