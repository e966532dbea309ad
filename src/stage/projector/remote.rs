//! A presenter's remote at the projector's window. The window has no rights of its own: in a browser that presents, its
//! keys act in the presenter's session; in any other they do nothing.

use std::time::Duration;

use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::webinar::{Command, NextStep, Upcoming};
use barometer_domain::wire::SeenCommand;
use barometer_kit::api::{self, ApiError};
use barometer_kit::{language, live};
use barometer_text::staff::remote::RemoteText as Text;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::ProjectorState;
use crate::stage::presenting::{self, BEFORE_RESULT_MS, SAME_PRESS_MS};

/// How long a question stands.
const QUESTION: Duration = Duration::from_secs(10);

/// What a key of the remote means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RemoteKey {
    Forward,
    Back,
    /// The slide goes blank, or is shown again.
    Blank,
    /// The show begins: what is blank is shown.
    Start,
    /// Back from a request to the list.
    Leave,
}

impl RemoteKey {
    fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowRight" | "ArrowDown" | "PageDown" | " " | "Enter" => Some(Self::Forward),
            "ArrowLeft" | "ArrowUp" | "PageUp" => Some(Self::Back),
            "b" | "B" | "." => Some(Self::Blank),
            "F5" => Some(Self::Start),
            "Escape" => Some(Self::Leave),
            _ => None,
        }
    }
}

/// The remote of one projector's window.
#[derive(Clone, Copy)]
pub struct ProjectorRemote {
    code: StoredValue<WebinarCode>,
    /// What one more press does.
    pub asked: RwSignal<Option<NextStep>>,
    asked_at: StoredValue<Millis>,
    pressed_at: StoredValue<Millis>,
    /// Since when the vote stands where it does, on this device's clock.
    phase_since: StoredValue<Millis>,
    busy: StoredValue<bool>,
}

impl ProjectorRemote {
    /// A remote for what is shown.
    pub fn for_projector(showing: ProjectorState) -> Self {
        let remote = Self {
            code: showing.code,
            asked: RwSignal::new(None),
            asked_at: StoredValue::new(0),
            pressed_at: StoredValue::new(0),
            phase_since: StoredValue::new(live::now()),
            busy: StoredValue::new(false),
        };
        // Whatever else changes the screen answers the question.
        let shown = Memo::new(move |_| {
            let view = showing.view.get()?;
            Some((view.barometer.phase, view.screen.clone()))
        });
        let phase = Memo::new(move |_| showing.view.get().map(|view| view.barometer.phase));
        Effect::new(move |_| {
            shown.track();
            remote.withdraw();
        });
        Effect::new(move |_| {
            phase.track();
            remote.phase_since.set_value(live::now());
        });
        remote
    }

    /// Takes a key, if it is one of a remote's and this browser presents.
    pub fn handle_key(self, event: &KeyboardEvent) {
        let code = self.code.read_value().clone();
        let Some(press) = RemoteKey::of_key(&event.key()).filter(|_| presenting::here(&code))
        else {
            return;
        };
        event.prevent_default();
        let now = live::now();
        let is_same = now - self.pressed_at.get_value() < SAME_PRESS_MS;
        if !event.repeat() && !is_same && !self.busy.get_value() {
            self.pressed_at.set_value(now);
            self.busy.set_value(true);
            spawn_local(async move {
                self.run_key(&code, press).await;
                self.busy.try_set_value(false);
            });
        }
    }

    async fn run_key(self, code: &WebinarCode, press: RemoteKey) {
        let asked = self.asked.get_untracked();
        if asked.is_some() && matches!(press, RemoteKey::Back | RemoteKey::Leave) {
            return self.withdraw();
        }
        let view = match api::console_view(code).await {
            Ok(view) => view,
            Err(error) => return refused(code, &error),
        };
        let Some(step) = step_for(press, &view) else {
            return;
        };
        let too_soon = live::now() - self.phase_since.get_value() < BEFORE_RESULT_MS;
        if step.brings == Upcoming::Result && press == RemoteKey::Forward && too_soon {
            return;
        }
        if step.asks && asked.as_ref() != Some(&step) {
            return self.confirm_step(step);
        }
        self.withdraw();
        let seen = SeenCommand {
            command: step.command,
            seen_step: view.step,
        };
        // The stream brings what came of it; where another was quicker, that.
        if let Err(error) = api::command(code, &seen).await {
            refused(code, &error);
        }
    }

    fn confirm_step(self, step: NextStep) {
        let at = live::now();
        presenting::tell_question(&self.code.read_value(), Some(&step));
        self.asked_at.try_set_value(at);
        self.asked.try_set(Some(step));
        let withdraw = move || {
            if self.asked_at.try_get_value() == Some(at) {
                self.withdraw();
            }
        };
        set_timeout(withdraw, QUESTION);
    }

    fn withdraw(self) {
        if self.asked.try_get_untracked().flatten().is_some() {
            presenting::tell_question(&self.code.read_value(), None);
            self.asked.set(None);
        }
    }
}

/// The step that a press takes now, if any.
fn step_for(press: RemoteKey, view: &ConsoleView) -> Option<NextStep> {
    let screen = &view.audience.screen;
    let command = match press {
        RemoteKey::Forward => return view.forward.clone(),
        RemoteKey::Back => view.can_go_back.then_some(Command::Back),
        RemoteKey::Blank => Some(Command::Blank {
            on: *screen != Screen::Blank,
        }),
        RemoteKey::Start => (*screen == Screen::Blank).then_some(Command::Blank { on: false }),
        RemoteKey::Leave => matches!(screen, Screen::Request(_)).then_some(Command::Undrill),
    };
    command.map(|command| NextStep {
        command,
        brings: Upcoming::Unblanked,
        asks: false,
    })
}

fn refused(code: &WebinarCode, error: &ApiError) {
    if matches!(error, ApiError::Refused(Refusal::NotPresenter)) {
        presenting::end(code);
    }
}

/// What one more press does, for the presenter, who looks for it; the room need not notice.
#[component]
pub(crate) fn Question(
    /// The remote of this window, whose question is shown.
    remote: ProjectorRemote,
) -> impl IntoView {
    let words = move || {
        let step = remote.asked.get()?;
        let words = Text::asks(&step).say(language::current());
        Some(view! { <span>{words}</span> })
    };
    view! { <p class="screen-question" role="status">{words}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_a_remote_means_something() {
        for (keys, press) in [
            (
                &["PageDown", "ArrowRight", "ArrowDown"][..],
                RemoteKey::Forward,
            ),
            (&["PageUp", "ArrowLeft", "ArrowUp"], RemoteKey::Back),
            (&[".", "b"], RemoteKey::Blank),
            (&["F5"], RemoteKey::Start),
            (&["Escape"], RemoteKey::Leave),
        ] {
            for key in keys {
                assert_eq!(RemoteKey::of_key(key), Some(press), "{key}");
            }
        }
        for key in ["o", "l", "r", "f", "Tab", "F11"] {
            assert_eq!(RemoteKey::of_key(key), None, "{key}");
        }
    }
}
