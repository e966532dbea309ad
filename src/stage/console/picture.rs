//! The middle of the console: what the projector shows, the notes, and the requests one can drill into.

use barometer_domain::barometer::Phase;
use barometer_domain::ids::RequestId;
use barometer_domain::view::Screen;
use barometer_domain::webinar::Command;
use barometer_kit::language;
use barometer_text::staff::console::ConsoleText as Text;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::carrying::CarryingNotes;
use super::decision::Decision;
use super::frame::FrameForm;
use super::interest::Interest;
use super::keyboard::release_focus;
use super::next::NextSlide;
use super::state::ConsoleState;
use super::tie::Tie;
use crate::stage::projector::Projection;
use crate::stage::ui::key_hint::KeyHint;

/// Requests beyond this many have no key.
const KEYS: usize = 9;

/// The live picture with what belongs to it.
#[component]
pub(crate) fn Picture(console: ConsoleState) -> impl IntoView {
    let blank = console.read(|view| view.audience.screen == Screen::Blank);
    let hidden = console
        .read(|view| (Phase::Open..Phase::Revealed).contains(&view.audience.barometer.phase));
    let coming_out = console.read(|view| view.primary == Some(Command::RevealAll));
    let drilled = console.read(|view| matches!(view.audience.screen, Screen::Request(_)));
    let caption = move || {
        let text = if blank.get() == Some(true) {
            Text::ScreenIsBlank
        } else {
            Text::ScreenNow
        };
        text.say(language::current())
    };
    let beside = move || {
        let text = match (hidden.get(), coming_out.get(), drilled.get()) {
            (_, _, Some(true)) => Text::DrillHelp,
            (Some(true), ..) => Text::ResultIsHidden,
            (_, Some(true), _) => Text::RowsFollow,
            _ => return None,
        };
        Some(text.say(language::current()))
    };
    view! {
        <Tie console=console decided=false />
        <div class="stage-view">
        <figure class="picture" class:blank=move || blank.get() == Some(true)>
            <div class="picture-frame" inert=true aria-hidden="true">
                <Projection showing=console.showing />
            </div>
            <figcaption>
                <span>{caption}</span>
                <span class="muted">{beside}</span>
            </figcaption>
            <Interest console=console />
        </figure>
        <NextSlide console=console />
        </div>
        <Notes console=console />
        <FrameForm console=console />
        <Tie console=console decided=true />
        <CarryingNotes console=console />
        <Decision console=console />
        <Drill console=console />
    }
}

/// The notes of the candidate that is shown, and below them those of the whole stage.
#[component]
fn Notes(console: ConsoleState) -> impl IntoView {
    let notes = console.read(|view| {
        let item = view.agenda.get(usize::from(view.at));
        let of_stage = item.map(|item| item.notes.clone()).unwrap_or_default();
        let mut notes = vec![view.candidate_notes.clone(), of_stage];
        notes.retain(|notes| !notes.is_empty());
        notes
    });
    let notes = Memo::new(move |_| notes.get().unwrap_or_default());
    let paragraphs = move || {
        let notes = notes.get().into_iter();
        notes
            .map(|notes| view! { <p class="notes-text">{notes}</p> })
            .collect_view()
    };
    view! {
        <Show when=move || !notes.read().is_empty()>
            <section class="notes" aria-labelledby="notes-heading">
                <h2 id="notes-heading">{move || Text::Notes.say(language::current())}</h2>
                {paragraphs}
            </section>
        </Show>
    }
}

/// The shown list's requests as buttons.
#[component]
fn Drill(console: ConsoleState) -> impl IntoView {
    let listed = Memo::new(move |_| console.listed_here());
    let buttons = move || {
        let buttons = listed.get().into_iter();
        buttons
            .map(|(at, id)| view! { <DrillButton console=console at=at id=id /> })
            .collect_view()
    };
    view! {
        <Show when=move || listed.with(|listed| !listed.is_empty())>
            <section class="drill" aria-labelledby="drill-heading">
                <h2 id="drill-heading">{move || Text::Drill.say(language::current())}</h2>
                <div class="drill-list">{buttons}</div>
            </section>
        </Show>
    }
}

#[component]
fn DrillButton(console: ConsoleState, at: usize, id: RequestId) -> impl IntoView {
    let title = console
        .showing
        .read(move |_, texts| texts.request(id).map(|text| text.title.clone()));
    let key = (at < KEYS).then(|| (at + 1).to_string());
    let hint = key.clone().map(|key| view! { <KeyHint key=key /> });
    view! {
        <button
            type="button"
            class="button"
            aria-keyshortcuts=key
            on:click=move |event| {
                release_focus(&event);
                console.run_action(PresenterAction::Drill(at));
            }
        >
            {hint}
            <span>{title}</span>
        </button>
    }
}
