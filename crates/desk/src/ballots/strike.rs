//! Asks once more before ballots are struck, with name and reason for the record.

use barometer_domain::vendor::{LONGEST_NAME, LONGEST_REASON};
use barometer_kit::form::field::Field;
use barometer_kit::language;
use barometer_kit::ui::dialog::Dialog;
use barometer_text::staff::votes::NamedVotesText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::look_up;
use super::state::VotesState;

/// The dialog; open while it is asked.
#[component]
pub(crate) fn StrikeDialog(page: VotesState) -> impl IntoView {
    let close = move || page.asking.set(false);
    view! {
        <Dialog open=page.asking on_close=close>
            {move || page.asking.get().then(|| view! { <Ask page=page /> })}
        </Dialog>
    }
}

#[component]
fn Ask(page: VotesState) -> impl IntoView {
    let say = |text: Text| move || text.say(language::current());
    let count = u32::try_from(page.chosen.read_untracked().len()).unwrap_or(u32::MAX);
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        page.strike();
    };
    let trouble = move || {
        let words = look_up::error_sentence(&page.sending.trouble()?);
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    view! {
        <h2>{say(Text::StrikeAsk(count))}</h2>
        <p>{say(Text::StrikeBody)}</p>
        <form class="vendor-form" on:submit=on_submit>
            <Field
                id="strike-name"
                label=Signal::derive(say(Text::Name))
                value=page.name
                autocomplete="name"
                longest=LONGEST_NAME
            />
            <Field
                id="strike-reason"
                label=Signal::derive(say(Text::StrikeReason))
                value=page.strike_reason
                longest=LONGEST_REASON
                hint=Signal::derive(say(Text::StrikeHintReason))
            />
            {trouble}
            <div class="vendor-buttons">
                <button class="button danger" type="submit">{say(Text::StrikeYes)}</button>
                <button type="button" class="button" on:click=move |_| page.asking.set(false)>
                    {say(Text::Cancel)}
                </button>
            </div>
        </form>
    }
}
