//! The door: whether newcomers can come in to vote, how fast they come, and how many are from one municipality.

use barometer_domain::attendance::Attendance;
use barometer_domain::webinar::Command;
use barometer_kit::{format, language};
use barometer_text::staff::door::AdmissionText as Text;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::keyboard::release_focus;
use super::state::ConsoleState;
use crate::stage::ui::key_hint::KeyHint;

/// The switch, and the warnings above it.
#[component]
pub(crate) fn Door(console: ConsoleState) -> impl IntoView {
    let closed = console.read(|view| view.audience.door_closed);
    let ended = console.read(|view| view.audience.ended);
    let attendance = console.read(|view| view.attendance);
    let is_closed = move || closed.get() == Some(true);
    let state = move || {
        let text = if is_closed() {
            Text::Closed
        } else {
            Text::Open
        };
        text.say(language::current())
    };
    let button = move || {
        let text = if is_closed() {
            Text::OpenAgain
        } else {
            Text::Close
        };
        text.say(language::current())
    };
    let warnings = move || {
        let Attendance {
            newcomers,
            rush,
            largest,
            crowded,
        } = attendance.get().unwrap_or_default();
        let warnings = [
            (rush && !is_closed()).then_some(Text::Rush(newcomers)),
            crowded.then_some(Text::Crowded(largest)),
        ];
        let notice = |text: Text| {
            view! { <p class="notice amber">{text.say(language::current())}</p> }
        };
        warnings.map(|text| text.map(notice)).collect_view()
    };
    view! {
        <Show when=move || ended.get() == Some(false)>
            <section class="door" class:closed=is_closed>
                <div role="status">{warnings}</div>
                <p>
                    <b>{state}</b>
                    <button
                        type="button"
                        class="button"
                        aria-keyshortcuts="N"
                        on:click=move |event| {
                            release_focus(&event);
                            console.run_action(PresenterAction::ToggleDoor);
                        }
                    >
                        <span>{button}</span>
                        <KeyHint key="N" />
                    </button>
                </p>
            </section>
        </Show>
    }
}

/// Who comes in, among the console's other figures.
#[component]
pub(crate) fn Arrivals(console: ConsoleState) -> impl IntoView {
    let figure = move |text: Text, read: fn(Attendance) -> u32| {
        let value = console.read(move |view| read(view.attendance));
        let number = move || {
            let number = value.get().unwrap_or_default();
            format::number(language::current(), number.into())
        };
        view! {
            <div>
                <dt>{move || text.say(language::current())}</dt>
                <dd>{number}</dd>
            </div>
        }
    };
    view! {
        {figure(Text::Newcomers, |room| room.newcomers)}
        {figure(Text::Largest, |room| room.largest)}
    }
}

impl ConsoleState {
    /// The command that closes the door, or opens it again.
    pub fn toggled_door(view: &barometer_domain::view::ConsoleView) -> Command {
        Command::Door {
            closed: !view.audience.door_closed,
        }
    }
}
