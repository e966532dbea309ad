//! The vote: how it is counted, and how many one may choose.

use barometer_domain::agenda::Stage;
use barometer_domain::refusal::Field as Wrong;
use barometer_domain::tally::CountingRule;
use barometer_kit::form::field::{Field, Tick};
use barometer_kit::ui::handler::handler;
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::prelude::*;
use web_sys::Event;

use super::{PreparationState, Section, VoteLock, text};

#[component]
pub(crate) fn VoteRules(page: PreparationState) -> impl IntoView {
    let draft = page.draft;
    let is_locked = Signal::derive(move || page.locks().vote);
    let rule = move |rule: CountingRule| {
        view! {
            <label class="rule">
                <input
                    type="radio"
                    name="rule"
                    prop:checked=move || draft.rule.get() == rule
                    on:change=handler(move |_: Event| draft.rule.set(rule))
                />
                <span>
                    <b>{text(Text::RuleName(rule))}</b>
                    <span class="muted">{text(Text::RuleBody(rule))}</span>
                </span>
            </label>
        }
        .into_any()
    };
    view! {
        <Section name="vote" heading=Text::Vote on_edit=move || { page.look_at(Stage::Barometer, 0); }>
            <VoteLock page=page />
            <fieldset class="rules" disabled=is_locked>
                <legend>{text(Text::Rule)}</legend>
                {CountingRule::ALL.into_iter().map(rule).collect::<Vec<_>>()}
            </fieldset>
            <fieldset class="short" disabled=is_locked>
                <Field
                    id="prepare-choices"
                    label=text(Text::MaxChoices)
                    hint=text(Text::MaxChoicesHint)
                    value=draft.max_choices
                    kind=Signal::stored("number")
                    longest=2
                    wrong=page.complaint(Wrong::MaxChoices)
                />
            </fieldset>
            <fieldset disabled=is_locked aria-describedby="prepare-shuffled-why">
                <Tick label=text(Text::Shuffled) value=draft.shuffled />
                <p id="prepare-shuffled-why" class="muted">{text(Text::ShuffledHint)}</p>
            </fieldset>
        </Section>
    }
}
