//! The vote: how it is counted, and how many one may choose.

use barometer_domain::agenda::Stage;
use barometer_domain::refusal::Field as Wrong;
use barometer_domain::tally::CountingRule;
use barometer_text::staff::prepare::Prepare as Text;
use leptos::prelude::*;

use super::{Desk, part, say, text};
use crate::pages::vendor::field::Field;

/// The section.
pub fn vote(desk: Desk) -> AnyView {
    let draft = desk.draft;
    let is_locked = move || desk.locks().vote;
    let lock = move || is_locked().then(|| desk.locked_since());
    let rule = move |rule: CountingRule| {
        view! {
            <label class="rule">
                <input
                    type="radio"
                    name="rule"
                    prop:checked=move || draft.rule.get() == rule
                    on:change=move |_| draft.rule.set(rule)
                />
                <span>
                    <b>{say(Text::RuleName(rule))}</b>
                    <span class="muted">{say(Text::RuleBody(rule))}</span>
                </span>
            </label>
        }
    };
    let body = view! {
        {lock}
        <fieldset class="rules" disabled=is_locked>
            <legend>{say(Text::Rule)}</legend>
            {CountingRule::ALL.map(rule).collect_view()}
        </fieldset>
        <fieldset class="short" disabled=is_locked>
            <Field
                id="prepare-choices"
                label=text(Text::MaxChoices)
                hint=text(Text::MaxChoicesHint)
                value=draft.max_choices
                kind=Signal::stored("number")
                longest=2
                wrong=desk.complaint(Wrong::MaxChoices)
            />
        </fieldset>
    };
    part("vote", Text::Vote, body.into_any(), move || {
        desk.look_at(Stage::Barometer, 0);
    })
}
