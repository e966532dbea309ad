//! The presenter's decision where there is no clean cut, with what may help; nothing is chosen beforehand.

use std::collections::BTreeSet;

use barometer_domain::ids::CandidateId;
use barometer_domain::pick::Pick;
use barometer_domain::view::{Screen, TieAid, Verdict};
use barometer_domain::webinar::Command;
use barometer_kit::{format, language};
use barometer_text::carrying::CarryingText;
use barometer_text::staff::console::ConsoleText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::decision::ReasonField;
use super::state::ConsoleState;

/// The form, while the result is shown and has a tie, and on the stages after it as long as it is not decided. Above the
/// picture it is the next thing to do; below it, what was decided can be changed.
#[component]
pub(crate) fn Tie(
    console: ConsoleState,
    /// Shown only when there is a decision, or only when there is none.
    decided: bool,
) -> impl IntoView {
    let aids = console.read(|view| match &view.audience.screen {
        Screen::Result(_) => view.tie.clone(),
        Screen::Financing(_) | Screen::Request(_) | Screen::Thanks { .. }
            if view.audience.tie_open =>
        {
            view.tie.clone()
        }
        _ => Vec::new(),
    });
    let verdict = console.read(|view| view.result.as_ref()?.verdict.clone());
    move || {
        let aids = aids.get().filter(|aids| !aids.is_empty())?;
        let verdict = verdict.get().flatten()?;
        if verdict.chosen.is_empty() == decided {
            return None;
        }
        Some(view! { <Form console=console aids=aids verdict=verdict /> })
    }
}

#[component]
fn Form(console: ConsoleState, aids: Vec<TieAid>, verdict: Verdict) -> impl IntoView {
    let ahead: Vec<CandidateId> = match &verdict.pick {
        Pick::Tied { ahead, .. } => ahead.clone(),
        Pick::Clear { .. } | Pick::Nobody => Vec::new(),
    };
    let begun: BTreeSet<CandidateId> = verdict.go_on().iter().copied().collect();
    let chosen = RwSignal::new(begun);
    let reason = RwSignal::new(verdict.because.clone());
    let has_reason = move || reason.with(|reason| !reason.trim().is_empty());
    let is_number = move || chosen.with(|chosen| (2..=3).contains(&chosen.len()));
    let fits = move || is_number() && has_reason();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        if fits() {
            let candidates = chosen.get_untracked().into_iter().collect();
            let reason = reason.get_untracked();
            let command = Command::Choose { candidates, reason };
            console.run_action(PresenterAction::Give(command));
        }
    };
    let decided = (!verdict.chosen.is_empty()).then(|| decided(console, &verdict));
    let rows = aids.into_iter().map(|aid| {
        let is_ahead = ahead.contains(&aid.candidate);
        view! { <Row console=console aid=aid is_ahead=is_ahead chosen=chosen /> }
    });
    let button = move || {
        let text = if fits() {
            Text::TieChoose
        } else if is_number() {
            Text::TieLacksReason
        } else {
            Text::TieDoesNotFit
        };
        text.say(language::current())
    };
    view! {
        <form class="tie card" on:submit=on_submit>
            <fieldset>
                <legend>{move || Text::TieTitle.say(language::current())}</legend>
                <p>{move || Text::TieHelp.say(language::current())}</p>
                {decided}
                {rows.collect_view()}
            </fieldset>
            <ReasonField reason=reason rows="2" />
            <button
                type="submit"
                class="button primary"
                aria-disabled=move || (!fits()).to_string()
            >
                {button}
            </button>
        </form>
    }
}

fn decided(console: ConsoleState, verdict: &Verdict) -> impl IntoView + use<> {
    let chosen = verdict.chosen.clone();
    let because = verdict.because.clone();
    let names = console.showing.read(move |_, texts| {
        let title = |id: &CandidateId| texts.candidate(*id).map(|text| text.title.clone());
        Some(chosen.iter().filter_map(title).collect::<Vec<_>>())
    });
    let sentence = move || {
        let language = language::current();
        let names = names.get()?;
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let chosen = Text::TieChosen(&format::list(language, &names)).say(language);
        if because.is_empty() {
            return Some(chosen);
        }
        let because = CarryingText::Because(&because).say(language);
        Some(format!("{chosen} {because}"))
    };
    view! { <p class="notice leaf">{sentence}</p> }
}

#[component]
fn Row(
    console: ConsoleState,
    aid: TieAid,
    is_ahead: bool,
    chosen: RwSignal<BTreeSet<CandidateId>>,
) -> impl IntoView {
    let id = aid.candidate;
    let title = console
        .showing
        .read(move |_, texts| texts.candidate(id).map(|text| text.title.clone()));
    let help = move || {
        let language = language::current();
        let fraction = format::thousandths(language, aid.fraction);
        let price = aid.price_per_municipality.unwrap_or_default();
        let price = format::money(language, price);
        Text::TieAid(aid.municipalities, &fraction, &price).say(language)
    };
    let ahead = is_ahead.then(|| {
        view! { <span class="chip">{move || Text::TieAhead.say(language::current())}</span> }
    });
    let toggle = move |_| {
        chosen.update(|chosen| {
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    };
    view! {
        <label class="tie-row">
            <input
                type="checkbox"
                disabled=is_ahead
                prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                on:change=toggle
            />
            <span>
                <b>{title}</b>
                " "
                {ahead}
                <small class="muted">{help}</small>
            </span>
        </label>
    }
}
