//! The door of a page that only those with its code may see.

use barometer_domain::refusal::Refusal;
use barometer_text::staff::finance::Finance as Text;
use barometer_text::staff::refused;
use barometer_text::staff::vendor::Vendor;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::say;
use crate::api::{self, ApiError};
use crate::language;
use crate::pages::vendor::field::Field;
use crate::ui::gauge_logo::GaugeLogo;
use crate::ui::language_switch::language_switch;

/// Why the page stays closed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Trouble {
    Missing,
    Offline,
    Refused(Refusal),
}

impl Trouble {
    fn say(&self) -> String {
        let language = language::current();
        match self {
            Self::Missing => Text::CodeMissing.say(language),
            Self::Offline => Vendor::Offline.say(language),
            Self::Refused(Refusal::WrongPassphrase) => Text::WrongCode.say(language),
            Self::Refused(refusal) => refused::sentence(refusal, language),
        }
    }
}

/// Asks for the code; what was typed stays when it does not fit.
#[component]
pub fn CodeForm(
    /// Why the code of the link did not fit.
    refused: Option<Refusal>,
    /// Called when the server has taken the code.
    on_open: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let trouble = RwSignal::new(refused.map(Trouble::Refused));
    let working = RwSignal::new(false);
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        if working.get_untracked() {
            return;
        }
        let code = typed.get_untracked().trim().to_owned();
        if code.is_empty() {
            return trouble.set(Some(Trouble::Missing));
        }
        trouble.set(None);
        working.set(true);
        spawn_local(async move {
            let answer = api::open_financing(&code).await;
            working.set(false);
            match answer {
                Ok(()) => on_open.run(()),
                Err(ApiError::Refused(refusal)) => trouble.set(Some(Trouble::Refused(refusal))),
                Err(ApiError::Offline) => trouble.set(Some(Trouble::Offline)),
            }
        });
    };
    let button = move || {
        if working.get() {
            Text::Entering
        } else {
            Text::Enter
        }
    };
    let wrong = Signal::derive(move || trouble.get().map(|trouble| trouble.say()));
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
                    autocomplete="off"
                    wrong=wrong
                />
                <button
                    class="button primary"
                    type="submit"
                    aria-disabled=move || working.get().to_string()
                >
                    {move || button().say(language::current())}
                </button>
            </form>
            {language_switch}
        </section>
    }
}
