//! The agenda: what is over, what is shown, what is to come; each a way there.

use std::cmp::Ordering;

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::Reality;
use barometer_domain::ids::Millis;
use barometer_domain::webinar::Command;
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::staff::asking::ConfirmText;
use barometer_text::staff::console::ConsoleText as Text;
use barometer_text::staff::remote::RemoteText;
use leptos::prelude::*;

use super::action::{PresenterAction, StepConfirmation};
use super::state::ConsoleState;
use crate::stage::projector::whole_seconds;

/// The stages in order.
#[component]
pub(crate) fn Agenda(console: ConsoleState) -> impl IntoView {
    let stages = console.read(|view| {
        view.agenda
            .iter()
            .map(|item| item.stage)
            .collect::<Vec<_>>()
    });
    let items = move || {
        let stages = stages.get().unwrap_or_default();
        let items = (0_u8..).zip(stages);
        items
            .map(|(at, stage)| view! { <Item console=console at=at stage=stage /> })
            .collect_view()
    };
    let reality = console.showing.read(|_, texts| Some(texts.reality));
    let can_start_over = console.read(|view| view.can_start_over);
    view! {
        <nav class="agenda" aria-labelledby="agenda-heading">
            <h2 id="agenda-heading">{move || Text::Agenda.say(language::current())}</h2>
            <ol>{items}</ol>
            <div class="agenda-foot">
                <button type="button" class="rehearse" on:click=move |_| console.remote.set(true)>
                    {move || RemoteText::OnPhone.say(language::current())}
                    <small>{move || RemoteText::OnPhoneHelp.say(language::current())}</small>
                </button>
                <Show when=move || reality.get() == Some(Reality::Rehearsal)>
                    <button
                        type="button"
                        class="start-over"
                        on:click=move |_| console.question.set(Some(StepConfirmation::ThrowAway))
                    >
                        {move || ConfirmText::ThrowAwayButton.say(language::current())}
                    </button>
                </Show>
                <Show when=move || can_start_over.get() == Some(true)>
                    <button
                        type="button"
                        class="start-over"
                        on:click=move |_| console.run_action(PresenterAction::Give(Command::StartOver))
                    >
                        {move || ConfirmText::StartOverButton.say(language::current())}
                    </button>
                </Show>
                <Show when=move || {
                    reality.get().is_some_and(|reality| reality != Reality::Rehearsal)
                }>
                    <button
                        type="button"
                        class="rehearse"
                        on:click=move |_| console.run_action(PresenterAction::Rehearse)
                    >
                        {move || Text::Rehearse.say(language::current())}
                        <small>{move || Text::RehearseHelp.say(language::current())}</small>
                    </button>
                </Show>
            </div>
        </nav>
    }
}

#[component]
fn Item(console: ConsoleState, at: u8, stage: Stage) -> impl IntoView {
    let order = console.read(move |view| at.cmp(&view.at));
    let now = move || order.get() == Some(Ordering::Equal);
    let (mark, state) = (
        move || match order.get() {
            Some(Ordering::Less) => "✓",
            Some(Ordering::Equal) => "●",
            Some(Ordering::Greater) | None => "○",
        },
        move || match order.get() {
            Some(Ordering::Less) => Text::Done,
            Some(Ordering::Equal) => Text::Now,
            Some(Ordering::Greater) | None => Text::ToCome,
        },
    );
    let class = move || match order.get() {
        Some(Ordering::Less) => "done",
        Some(Ordering::Equal) => "now",
        Some(Ordering::Greater) | None => "",
    };
    let candidates = console
        .showing
        .read(|_, texts| Some(texts.candidates.len()));
    let item = console.read(|view| view.item);
    let beside = move || match stage {
        Stage::Candidates if now() => Some(format!("{}/{}", item.get()? + 1, candidates.get()?)),
        Stage::Candidates => candidates.get().map(|n| n.to_string()),
        _ if now() => console.on_screen().get().map(format::countdown),
        _ => None,
    };
    let go = PresenterAction::Give(Command::GoTo { at, item: 0 });
    view! {
        <li>
            <button
                type="button"
                class=class
                aria-current=move || now().then_some("step")
                on:click=move |event| {
                    super::keyboard::release_focus(&event);
                    console.run_action(go.clone());
                }
            >
                <span class="agenda-mark" aria-hidden="true">{mark}</span>
                <span>{move || SharedText::Stage(stage).say(language::current())}</span>
                <span class="visually-hidden">
                    " (" {move || state().say(language::current())} ") "
                </span>
                <span class="agenda-beside">{beside}</span>
            </button>
        </li>
    }
}

impl ConsoleState {
    /// How long the screen has shown this, in whole seconds.
    pub fn on_screen(self) -> Memo<Option<Millis>> {
        let since = self.read(|view| view.audience.since);
        Memo::new(move |_| {
            let since = since.get().filter(|since| *since > 0)?;
            let shown = self.showing.now.get() - since;
            Some(whole_seconds(shown - 999).max(0))
        })
    }
}
