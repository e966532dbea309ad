//! What every stage has: a line above the heading, the heading, and the foot.

use barometer_kit::ui::handler::handler;
use barometer_text::article::InfoPage;
use barometer_text::phone::PhoneText;
use leptos::prelude::*;

use super::super::participant::StageContext;
use crate::phone::ui::article_link::{article_link, questions_link};
use crate::phone::ui::language_switch::language_switch;

/// The heading's id; it takes the focus when the stage changes.
pub(crate) const HEADING: &str = "stage";

/// What one stage puts on the phone's page.
#[derive(Default)]
pub(crate) struct StagePage {
    /// The small line above the heading; the municipality stands beside it.
    pub(crate) crumb: String,
    /// Whether the crumb says that something goes on right now.
    pub(crate) live: bool,
    /// The stage's heading, which takes the focus when it is new.
    pub(crate) heading: String,
    /// What stays under the heading, above the rest.
    pub(crate) under: Option<AnyView>,
    /// What stands below the heading, in order.
    pub(crate) main: Vec<AnyView>,
    /// What sticks to the bottom, under the thumb.
    pub(crate) bar: Option<AnyView>,
    /// What has just become of something, for those who listen.
    pub(crate) status: String,
}

/// The whole page.
pub(crate) fn frame(seen: &StageContext, page: StagePage) -> AnyView {
    let dot = if page.live { "dot" } else { "" };
    view! {
        <header class="stage-head">
            <p class="stage-line">
                <span>
                    <i class=dot></i>
                    {page.crumb}
                </span>
                <span class="muted">{seen.who()}</span>
            </p>
            <h1 id=HEADING>{page.heading}</h1>
            {page.under}
        </header>
        <main class="stage-main">
            <div class="stage">{page.main}</div>
            {page.bar}
            {foot(seen)}
        </main>
    }
    .into_any()
}

/// The code, the way back to the form, the language.
fn foot(seen: &StageContext) -> AnyView {
    let following = seen.following;
    let code = PhoneText::Code(&seen.state.info.code.spaced()).say(seen.language);
    let ended = seen.view.ended.then_some(PhoneText::Ended);
    let ended = ended.map_or_else(String::new, |ended| ended.say(seen.language) + " ");
    let label = if seen.is_voter() {
        PhoneText::ChangeMunicipality
    } else {
        PhoneText::JoinAfterAll
    };
    // Whoever has voted stays who they are, and nobody comes in any more once it has ended.
    let may_change = seen.state.outbox.counted().is_none() && !seen.view.ended;
    let change = may_change.then(|| {
        view! {
            <button
                type="button"
                class="link-button"
                on:click=handler(move |_| following.on_leave.run(()))
            >
                {label.say(seen.language)}
            </button>
        }
        .into_any()
    });
    view! {
        <footer class="stage-foot muted">
            <p>{ended + &code}</p>
            {questions_link(&seen.state.info.code)} {change} {article_link(InfoPage::Anonymity)} {article_link(InfoPage::Accessibility)}
            {language_switch()}
        </footer>
    }
    .into_any()
}
