//! The bar at the bottom: back, the tools, and the next step always in the same place.

use barometer_domain::barometer::Phase;
use barometer_domain::view::Screen;
use barometer_domain::webinar::Command;
use barometer_kit::{format, language};
use barometer_text::staff::console::ConsoleText as Text;
use barometer_text::staff::keys::ShortcutText;
use leptos::prelude::*;

use super::action::{PresenterAction, USUAL_COUNTDOWN, USUAL_EXTENSION};
use super::keyboard::release_focus;
use super::primary;
use super::state::{ConsoleState, rows_are_to_come};
use crate::stage::ui::key_hint::KeyHint;

/// Countdowns on offer, in seconds.
const COUNTDOWNS: [u16; 3] = [30, 60, 120];

/// All buttons at the bottom.
#[component]
pub(crate) fn Bar(console: ConsoleState) -> impl IntoView {
    let blank = console.read(|view| view.audience.screen == Screen::Blank);
    let blank = Signal::derive(move || match blank.get() {
        Some(true) => Text::Unblank,
        Some(false) | None => Text::Blank,
    });
    let fixed = |text: Text<'static>| Signal::derive(move || text);
    let revealed = console.read(|view| view.result.is_some());
    // While rows come out by themselves, the large button says the same.
    let row_by_row =
        console.read(|view| rows_are_to_come(view) && view.primary != Some(Command::RevealAll));
    let request = console.read(|view| match &view.audience.screen {
        Screen::Request(request) => Some(request.compared),
        _ => None,
    });
    let drilled = move || request.get().flatten().is_some();
    let way_back = console.read(primary::way_back);
    let way_back = Signal::derive(move || way_back.get().unwrap_or(Text::BackToList));
    let reveals = console.read(|view| matches!(view.primary, Some(Command::Reveal { .. })));
    let rules = Signal::derive(move || match request.get().flatten() {
        Some(true) => Text::Curve,
        _ => Text::Rules,
    });
    view! {
        <footer class="console-bar">
            <Tool console=console class="back" text=fixed(Text::Back) key="←" shortcut="ArrowLeft" action=PresenterAction::Give(Command::Back) />
            <div class="tools">
                <Countdown console=console />
                // Nobody joins from within a request, and its own tools need the room; the key works all the same.
                <Show when=move || !drilled()>
                    <Tool console=console text=fixed(Text::CopyLink) key="K" shortcut="K" action=PresenterAction::CopyLink />
                </Show>
                <Show when=move || revealed.get() == Some(true)>
                    <Tool console=console text=fixed(Text::CopyResult) key="C" shortcut="C" action=PresenterAction::Announce />
                </Show>
                <Show when=move || row_by_row.get() == Some(true)>
                    <Tool console=console text=fixed(Text::RevealAll) key="A" shortcut="A" action=PresenterAction::Give(Command::RevealAll) />
                </Show>
                <Show when=move || reveals.get() == Some(true)>
                    <Tool console=console text=fixed(Text::RowByRow) key="→" shortcut="ArrowRight" action=PresenterAction::Forward />
                </Show>
                <Show when=drilled>
                    <Tool console=console text=way_back key="Esc" shortcut="Escape" action=PresenterAction::Give(Command::Undrill) />
                </Show>
                <Show when=drilled>
                    <Tool console=console text=fixed(Text::OneMore) key="+" shortcut="+" action=PresenterAction::Suppose { more: true } />
                </Show>
                <Show when=drilled>
                    <Tool console=console text=rules key="D" shortcut="D" action=PresenterAction::ToggleRules />
                </Show>
                <Show when=drilled>
                    <Tool console=console text=fixed(Text::OneFewer) key="−" shortcut="-" action=PresenterAction::Suppose { more: false } />
                </Show>
                <Tool console=console class="push" text=blank key="B" shortcut="B" action=PresenterAction::ToggleBlank />
                <Tool console=console text=fixed(Text::Projector) key="F" shortcut="F" action=PresenterAction::OpenProjector />
            </div>
            <Primary console=console />
        </footer>
    }
}

#[component]
fn Tool(
    console: ConsoleState,
    #[prop(optional)] class: &'static str,
    #[prop(into)] text: Signal<Text<'static>>,
    key: &'static str,
    shortcut: &'static str,
    action: PresenterAction,
) -> impl IntoView {
    let class = format!("button {class}");
    view! {
        <button
            type="button"
            class=class
            aria-keyshortcuts=shortcut
            on:click=move |event| {
                release_focus(&event);
                console.run_action(action.clone());
            }
        >
            <span>{move || text.get().say(language::current())}</span>
            <KeyHint key=key />
        </button>
    }
}

/// Starts a countdown while the vote is open; extends or stops a running one.
#[component]
fn Countdown(console: ConsoleState) -> impl IntoView {
    let open = console.read(|view| view.audience.barometer.phase == Phase::Open);
    let running = console.read(|view| view.audience.barometer.ends_at.is_some());
    let left = console.closes_in();
    let label = move || {
        let language = language::current();
        let words = match left.get() {
            Some(_) => Text::CountdownLeft,
            None => Text::CountdownLabel,
        };
        let clock = left
            .get()
            .map(|left| view! { <b>{format::countdown(left)}</b> });
        view! { {words.say(language)} " " {clock} }
    };
    let start = move |seconds: u16| {
        let key = (seconds == USUAL_COUNTDOWN).then_some("T");
        let action = PresenterAction::Give(Command::StartCountdown { seconds });
        small(console, Text::Countdown(seconds.into()), key, action)
    };
    let buttons = move || {
        if running.get() == Some(true) {
            let seconds = USUAL_EXTENSION;
            let extend = PresenterAction::Give(Command::ExtendCountdown { seconds });
            let stop = PresenterAction::Give(Command::StopCountdown);
            return view! {
                {small(console, Text::Extend(seconds.into()), Some("U"), extend)}
                {small(console, Text::StopCountdown, Some("S"), stop)}
            }
            .into_any();
        }
        COUNTDOWNS.map(start).collect_view().into_any()
    };
    view! {
        <Show when=move || open.get() == Some(true)>
            <div class="countdown-tools" role="group" aria-labelledby="countdown-label">
                <span id="countdown-label">{label}</span>
                {buttons}
            </div>
        </Show>
    }
}

fn small(
    console: ConsoleState,
    text: Text<'static>,
    key: Option<&'static str>,
    action: PresenterAction,
) -> impl IntoView {
    view! {
        <button
            type="button"
            aria-keyshortcuts=key
            on:click=move |event| {
                release_focus(&event);
                console.run_action(action.clone());
            }
        >
            {text.say(language::current())}
            {key.map(|key| view! { <KeyHint key=key /> })}
        </button>
    }
}

/// The next step.
#[component]
fn Primary(console: ConsoleState) -> impl IntoView {
    let label = move || {
        console.view.with(|view| {
            let view = view.as_deref()?;
            Some(primary::label(view, language::current()))
        })
    };
    let nothing = console.read(|view| view.primary.is_none());
    let nothing = move || nothing.get() != Some(false);
    let unready = move || nothing() || console.busy.get() || console.settling.get();
    let closing = console.read(|view| view.primary == Some(Command::Close));
    view! {
        <button
            type="button"
            class="button primary go"
            class:closing=move || closing.get() == Some(true)
            aria-keyshortcuts="Space Enter"
            aria-busy=move || console.busy.get().to_string()
            class:nothing=nothing
            aria-disabled=move || unready().to_string()
            on:click=move |event| {
                release_focus(&event);
                console.run_action(PresenterAction::Primary);
            }
        >
            <span>{label}</span>
            <KeyHint key=Signal::derive(move || ShortcutText::Space.say(language::current())) />
        </button>
    }
}
