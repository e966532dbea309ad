//! The presenter lets others go on than the rule does: who, and the reason that stands in the log and in the letter.

use std::collections::BTreeSet;

use barometer_domain::ids::CandidateId;
use barometer_domain::vendor::LONGEST_REASON;
use barometer_domain::view::{ResultRow, Screen};
use barometer_domain::webinar::Command;
use barometer_kit::language;
use barometer_text::carrying::{CarryingText as Text, decided};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::state::ConsoleState;
use crate::stage::projector::carrying::price_each;

/// The most that can go on.
const MOST: usize = 3;

/// The form, folded away, while the whole result is shown; opened where something was decided.
#[component]
pub fn Decision(
    /// The console's state.
    console: ConsoleState,
) -> impl IntoView {
    let shown = console.read(|view| {
        let is_result = matches!(view.audience.screen, Screen::Result(_));
        let result = view
            .result
            .as_ref()
            .filter(|_| is_result && view.can_override)?;
        let verdict = result.verdict.as_ref()?;
        let rows: Vec<ResultRow> = result
            .rows
            .iter()
            .filter(|row| row.votes > 0)
            .copied()
            .collect();
        // A tie has a form of its own, which says its reason.
        let because = if verdict.is_overridden() {
            verdict.because.clone()
        } else {
            String::new()
        };
        Some((rows, verdict.go_on().to_vec(), because))
    });
    move || {
        let (rows, go_on, because) = shown.get().flatten()?;
        Some(view! { <Form console=console rows=rows go_on=go_on because=because /> })
    }
}

#[component]
fn Form(
    console: ConsoleState,
    rows: Vec<ResultRow>,
    go_on: Vec<CandidateId>,
    because: String,
) -> impl IntoView {
    let is_decided = !because.is_empty();
    let stands = is_decided.then(|| {
        let (go_on, because) = (go_on.clone(), because.clone());
        let words = move || {
            let language = language::current();
            let decided = decided(&go_on, language).unwrap_or_default();
            format!("{decided} {}", Text::Because(&because).say(language))
        };
        view! { <p class="notice leaf">{words}</p> }
    });
    let chosen = RwSignal::new(go_on.into_iter().collect::<BTreeSet<_>>());
    let reason = RwSignal::new(String::new());
    let has_reason = move || reason.with(|reason| !reason.trim().is_empty());
    let fits = move || has_reason() && (1..=MOST).contains(&chosen.with(BTreeSet::len));
    let give = move |candidates: Vec<CandidateId>| {
        let reason = reason.get_untracked();
        let command = Command::Override { candidates, reason };
        console.run_action(PresenterAction::Give(command));
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        if fits() {
            give(chosen.get_untracked().into_iter().collect());
        }
    };
    let rows = rows.into_iter().map(|row| {
        let id = row.candidate;
        let title = console
            .showing
            .read(move |_, texts| texts.candidate(id).map(|text| text.title.clone()));
        let price = move || {
            let texts = console.showing.catalogue.get()?;
            price_each(&row, &texts, true, language::current())
        };
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
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                    on:change=toggle
                />
                <span>
                    <b>{move || Text::Number(id.0.into()).say(language::current())} " " {title}</b>
                    <small class="muted">{price}</small>
                </span>
            </label>
        }
    });
    let rows = rows.collect_view();
    let button = move || {
        let text = if fits() {
            Text::Decide
        } else {
            Text::DecideLacks
        };
        text.say(language::current())
    };
    let again = is_decided.then(|| {
        view! {
            <button
                type="button"
                class="button second"
                aria-disabled=move || (!has_reason()).to_string()
                on:click=move |_| {
                    if has_reason() {
                        give(Vec::new());
                    }
                }
            >
                {move || Text::FollowTheRule.say(language::current())}
            </button>
        }
    });
    view! {
        <details class="frame-form decision" prop:open=is_decided>
            <summary>{move || Text::DecideTitle.say(language::current())}</summary>
            <form on:submit=on_submit>
                <p class="muted">{move || Text::DecideHelp.say(language::current())}</p>
                <div class="decision-rows">{rows}</div>
                {stands}
                <ReasonField reason=reason rows="3" />
                <div class="decision-buttons">
                    <button
                        type="submit"
                        class="button primary"
                        aria-disabled=move || (!fits()).to_string()
                    >
                        {button}
                    </button>
                    {again}
                </div>
            </form>
        </details>
    }
}

/// Why the presenter decides so; everybody can read it.
#[component]
pub(super) fn ReasonField(
    /// The reason, as typed.
    reason: RwSignal<String>,
    /// How many lines are seen at once.
    rows: &'static str,
) -> impl IntoView {
    view! {
        <label class="decision-reason">
            <span>{move || Text::Reason.say(language::current())}</span>
            <textarea
                rows=rows
                maxlength=LONGEST_REASON.to_string()
                prop:value=move || reason.get()
                on:input=move |event| reason.set(event_target_value(&event))
            ></textarea>
        </label>
    }
}
