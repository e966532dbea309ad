//! Who looks and why, written down before any name is shown.

use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{LONGEST_NAME, LONGEST_REASON};
use barometer_kit::form::field::Field;
use barometer_kit::language;
use barometer_text::staff::vendor::VendorText;
use barometer_text::staff::votes::NamedVotesText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::state::VotesState;
use crate::page::VendorError;

/// The form before the table.
#[component]
pub(crate) fn LookUpForm(page: VotesState) -> impl IntoView {
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        page.look_up();
    };
    let say = |text: Text| move || text.say(language::current());
    let button = move || {
        let text = if page.sending.is_working() {
            Text::Working
        } else {
            Text::Show
        };
        text.say(language::current())
    };
    let is_broken = move || page.log_broken.get();
    let trouble = move || {
        let trouble = page.sending.trouble().or_else(|| {
            // Said as soon as it is known, and not only to whoever is refused.
            is_broken().then_some(VendorError::Refused(Refusal::LogBroken))
        });
        let words = error_sentence(&trouble?);
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    // Broken, nothing can be looked up; name and reason are then for the acknowledgement.
    let acknowledge = move || {
        is_broken().then(|| {
            view! {
                <p>{say(Text::AcknowledgeBody)}</p>
                <button class="button" type="button" on:click=move |_| page.acknowledge()>
                    {say(Text::Acknowledge)}
                </button>
            }
        })
    };
    view! {
        {page.saved.notice()}
        <form class="vendor-card vendor-form" on:submit=on_submit>
            <p>{say(Text::Before)}</p>
            <Show when=move || page.can_look_away.get()>
                <WhatToSee page=page />
            </Show>
            <Field
                id="look-up-name"
                label=Signal::derive(say(Text::Name))
                value=page.name
                autocomplete="name"
                longest=LONGEST_NAME
            />
            <Field
                id="look-up-reason"
                label=Signal::derive(say(Text::Reason))
                value=page.reason
                longest=LONGEST_REASON
                hint=Signal::derive(say(Text::ReasonHint))
            />
            {trouble}
            {acknowledge}
            <button
                class="button primary"
                type="submit"
                aria-disabled=move || page.sending.is_working().to_string()
            >
                {button}
            </button>
        </form>
    }
}

/// Who has voted only, so that ballots can be struck; or what was voted too, and then none is struck any more.
#[component]
fn WhatToSee(page: VotesState) -> impl IntoView {
    let way = move |with_choices: bool, title: Text, body: Text| {
        view! {
            <label class="rule">
                <input
                    type="radio"
                    name="what-to-see"
                    prop:checked=move || page.with_choices.get() == with_choices
                    on:change=move |_| page.with_choices.set(with_choices)
                />
                <span>
                    <b>{move || title.say(language::current())}</b>
                    <span class="muted">{move || body.say(language::current())}</span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="rules">
            <legend>{move || Text::WhatToSee.say(language::current())}</legend>
            {way(false, Text::OnlyWho, Text::OnlyWhoBody)} {way(true, Text::WithWhat, Text::WithWhatBody)}
        </fieldset>
    }
}

/// What went wrong; what only these forms can run into is said in their own words.
pub fn error_sentence(trouble: &VendorError) -> String {
    match trouble {
        VendorError::Refused(Refusal::ReasonMissing) => {
            Text::ReasonMissing.say(language::current())
        }
        VendorError::Refused(Refusal::LogBroken) => Text::Broken.say(language::current()),
        VendorError::Refused(Refusal::NotClosedYet) => VendorText::NotYet.say(language::current()),
        other => other.sentence(),
    }
}
