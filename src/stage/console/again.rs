//! Once more: the closed vote opened again, or another round after its result. Both are asked about, and on record.

use barometer_domain::barometer::Phase;
use barometer_domain::view::ConsoleView;
use barometer_domain::webinar::Command;
use barometer_kit::language;
use barometer_text::shared::SharedText;
use barometer_text::staff::asking::ConfirmText as Text;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::keyboard::release_focus;
use super::state::ConsoleState;

/// The number of the round that would come next.
pub fn next_round(view: &ConsoleView) -> u8 {
    view.audience.barometer.earlier_rounds.saturating_add(2)
}

/// The button, while there is something to do again; and what has been.
#[component]
pub(crate) fn Again(console: ConsoleState) -> impl IntoView {
    let way = console.read(|view| {
        if view.can_reopen {
            Some((Text::ReopenYes, Command::Reopen))
        } else if view.can_begin_next_round {
            Some((Text::NextRoundYes(next_round(view)), Command::NextRound))
        } else {
            None
        }
    });
    let again = console.read(|view| {
        let barometer = view.audience.barometer;
        (
            barometer.earlier_rounds.saturating_add(1),
            barometer.reopened > 0 && barometer.phase == Phase::Open,
        )
    });
    let marks = move || {
        let (round, reopened) = again.get().unwrap_or_default();
        let marks = [
            (round > 1).then_some(SharedText::Round(round)),
            reopened.then_some(SharedText::Reopened),
        ];
        let mark = |mark: SharedText<'static>| {
            view! { <span class="chip">{mark.say(language::current())}</span> }
        };
        marks.into_iter().flatten().map(mark).collect_view()
    };
    let button = move || {
        let (text, command) = way.get().flatten()?;
        let press = move |event| {
            release_focus(&event);
            console.run_action(PresenterAction::Give(command.clone()));
        };
        Some(view! {
            <button type="button" class="button" on:click=press>
                {text.say(language::current())}
            </button>
        })
    };
    view! { <p class="again">{marks} {button}</p> }
}
