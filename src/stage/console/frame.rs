//! The frame: what each municipality is supposed to be able to spend, set by a slider before the vote opens.

use barometer_domain::carrying::{BudgetFrame, FRAME_STEP, FrameBasis, LARGEST_FRAME};
use barometer_domain::money::Money;
use barometer_domain::webinar::Command;
use barometer_kit::{format, language};
use barometer_text::carrying::CarryingText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::state::ConsoleState;

/// The form, as long as the frame can be set; folded away, with what is set in its heading.
#[component]
pub fn FrameForm(
    /// The console's state.
    console: ConsoleState,
) -> impl IntoView {
    let can_set = console.read(|view| view.can_set_frame);
    let frame = console.read(|view| view.frame);
    let set = move || frame.get().flatten();
    let heading = move || Text::FrameNow(set()).say(language::current());
    view! {
        <Show when=move || can_set.get() == Some(true)>
            <details class="frame-form">
                <summary>{heading}</summary>
                {move || view! { <Form console=console frame=set() /> }}
            </details>
        </Show>
    }
}

#[component]
fn Form(console: ConsoleState, frame: Option<BudgetFrame>) -> impl IntoView {
    let kroner = RwSignal::new(frame.map_or(0, |frame| frame.amount.rounded_kroner()));
    let by = RwSignal::new(frame.map_or_else(FrameBasis::default, |frame| frame.by));
    let written = move || {
        let language = language::current();
        match kroner.get() {
            0 => Text::NoFrame.say(language),
            kroner => format::money(language, Money::from_kroner(kroner)),
        }
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let amount = Money::from_kroner(kroner.get_untracked());
        let frame = (amount > Money::ZERO).then(|| BudgetFrame {
            amount,
            by: by.get_untracked(),
        });
        console.run_action(PresenterAction::Give(Command::SetFrame { frame }));
    };
    let choice = move |basis: FrameBasis| {
        view! {
            <label>
                <input
                    type="radio"
                    name="frame-by"
                    prop:checked=move || by.get() == basis
                    on:change=move |_| by.set(basis)
                />
                <span>{move || Text::FrameBy(basis).say(language::current())}</span>
            </label>
        }
    };
    let button = move || {
        let text = if kroner.get() == 0 {
            Text::TakeFrameAway
        } else {
            Text::SetFrame
        };
        text.say(language::current())
    };
    let in_kroner = |amount: Money| amount.rounded_kroner().to_string();
    view! {
        <form on:submit=on_submit>
            <p class="muted">{move || Text::FrameHelp.say(language::current())}</p>
            <output>{written}</output>
            <input
                type="range"
                aria-label=move || Text::FrameAmount.say(language::current())
                aria-valuetext=written
                min="0"
                max=in_kroner(LARGEST_FRAME)
                step=in_kroner(FRAME_STEP)
                prop:value=move || kroner.get().to_string()
                on:input=move |event| kroner.set(event_target_value(&event).parse().unwrap_or(0))
            />
            <div class="frame-by">
                {choice(FrameBasis::Population)} {choice(FrameBasis::Equal)}
            </div>
            <button type="submit" class="button second">
                {button}
            </button>
        </form>
    }
}
