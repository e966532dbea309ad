//! `/`: type the webinar's code.

use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_text::phone::Phone;
use barometer_text::refusal;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{say, set_title};
use crate::api::{self, ApiError};
use crate::language;
use crate::route::{self, Route};
use crate::ui::gauge_logo::GaugeLogo;
use crate::ui::language_switch::LanguageSwitch;

/// What is wrong with what was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trouble {
    None,
    Unknown,
    Offline,
}

/// The form; what was typed stays, whatever comes of it.
#[component]
pub(super) fn CodeEntry(
    /// What is in the field already.
    #[prop(into, optional)]
    typed: String,
    /// Whether that is known to be no webinar's code.
    #[prop(optional)]
    unknown: bool,
) -> impl IntoView {
    let typed = RwSignal::new(typed);
    let trouble = RwSignal::new(if unknown {
        Trouble::Unknown
    } else {
        Trouble::None
    });
    let busy = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    Effect::new(move || set_title(&Phone::EnterCode.say(language::current())));
    let complain = move |about| {
        trouble.set(about);
        busy.set(false);
        if let Some(field) = field.get_untracked() {
            // Focus is a courtesy; without it the message still stands below the field.
            let _ = field.focus();
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Ok(code) = typed.get_untracked().parse::<WebinarCode>() else {
            return complain(Trouble::Unknown);
        };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            match api::webinar(&code).await {
                Ok(_) => route::navigate(&Route::Phone(code)),
                Err(ApiError::Refused(_)) => complain(Trouble::Unknown),
                Err(ApiError::Offline) => complain(Trouble::Offline),
            }
        });
    };
    let message = move || match trouble.get() {
        Trouble::None => String::new(),
        Trouble::Unknown => refusal::sentence(&Refusal::UnknownWebinar, language::current()),
        Trouble::Offline => Phone::NoConnection.say(language::current()),
    };
    view! {
        <main class="entry">
            <GaugeLogo />
            <h1>{say(Phone::EnterCode)}</h1>
            <form class="entry-form" on:submit=submit novalidate>
                <label for="code">{say(Phone::CodeLabel)}</label>
                <input
                    id="code"
                    class="field code-field"
                    node_ref=field
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    enterkeyhint="go"
                    maxlength="12"
                    aria-describedby="code-error code-hint"
                    aria-invalid=move || (trouble.get() == Trouble::Unknown).to_string()
                    prop:value=typed
                    on:input:target=move |event| {
                        typed.set(event.target().value());
                        trouble.set(Trouble::None);
                    }
                />
                <p id="code-error" class="field-error" role="alert">
                    {message}
                </p>
                <p id="code-hint" class="muted">
                    {say(Phone::CodeHint)}
                </p>
                <div class="entry-foot">
                    <button class="button primary wide">
                        {move || {
                            let label = if busy.get() { Phone::Loading } else { Phone::Continue };
                            label.say(language::current())
                        }}
                    </button>
                    <LanguageSwitch />
                </div>
            </form>
        </main>
    }
}
