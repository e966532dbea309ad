//! The way into a page that only those with its code may see.

use barometer_domain::refusal::Refusal;
use barometer_kit::api::{self, ApiError, Done};
use barometer_kit::form::field::Field;
use barometer_kit::language;
use barometer_kit::ui::gauge_logo::GaugeLogo;
use barometer_text::staff::finance::FinancingText as Text;
use barometer_text::staff::refused;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pieces::OtherLanguage;
use super::say;

/// Asks for the code; what was typed stays when it does not fit.
#[component]
pub(crate) fn CodeForm(
    /// Why the code of the link did not fit, if there was one.
    refused: Option<Refusal>,
    /// Called when the server has taken a code.
    #[prop(into)]
    on_open: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let (refused, set_refused) = signal(refused);
    let working = RwSignal::new(false);
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let code = typed.get_untracked().trim().to_owned();
        if working.get_untracked() {
            return;
        }
        if code.is_empty() {
            return set_refused.set(Some(Refusal::CodeNeeded));
        }
        set_refused.set(None);
        working.set(true);
        spawn_local(async move {
            let answer = api::open_financing(&code).await;
            working.set(false);
            match answer {
                Ok(Done) => on_open.run(()),
                Err(ApiError::Refused(refusal)) => set_refused.set(Some(refusal)),
                Err(ApiError::Offline) => set_refused.set(Some(Refusal::Internal)),
            }
        });
    };
    let wrong = move || {
        let (refused, language) = (refused.get()?, language::current());
        Some(match refused {
            Refusal::WrongPassphrase => Text::WrongCode.say(language),
            refused => refused::sentence(&refused, language),
        })
    };
    let button = move || {
        if working.get() {
            Text::Entering
        } else {
            Text::Enter
        }
    };
    view! {
        <section class="finance-door">
            <GaugeLogo />
            <h1>{say(Text::CodeTitle)}</h1>
            <p>{say(Text::CodeBody)}</p>
            <form class="vendor-form" on:submit=on_submit>
                <Field
                    id="finance-code"
                    label=Signal::derive(say(Text::Code))
                    value=typed
                    wrong=Signal::derive(wrong)
                />
                <button
                    class="button primary"
                    type="submit"
                    aria-disabled=move || working.get().to_string()
                >
                    {move || button().say(language::current())}
                </button>
            </form>
            <OtherLanguage />
        </section>
    }
}
