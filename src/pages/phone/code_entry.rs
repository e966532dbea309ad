//! `/`: type the webinar's code.

use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_text::phone::Phone;
use barometer_text::refusal;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{focus, go, say, set_title};
use crate::api::{self, ApiError};
use crate::language;
use crate::route::{self, Route};
use crate::ui::gauge_logo::gauge_logo;
use crate::ui::handler::handler;
use crate::ui::input::input;
use crate::ui::language_switch::language_switch;

/// What is wrong with what was typed.
#[derive(PartialEq, Eq)]
enum Trouble {
    None,
    Refused(Refusal),
    Offline,
}

/// What was typed stays, whatever comes of it.
struct Entry {
    typed: String,
    trouble: Trouble,
    busy: bool,
}

/// The form, with what is in the field already, and whether that is known to be no webinar's code.
pub(super) fn code_entry(typed: String, unknown: bool) -> AnyView {
    let trouble = if unknown {
        Trouble::Refused(Refusal::UnknownWebinar)
    } else {
        Trouble::None
    };
    let entry = RwSignal::new(Entry {
        typed,
        trouble,
        busy: false,
    });
    (move || form(entry)).into_any()
}

fn form(entry: RwSignal<Entry>) -> AnyView {
    let Entry {
        typed,
        trouble,
        busy,
    } = &*entry.read();
    let heading = say(Phone::EnterCode);
    set_title(&heading);
    let message = match trouble {
        Trouble::None => String::new(),
        Trouble::Refused(why) => refusal::sentence(why, language::current()),
        Trouble::Offline => say(Phone::NoConnection),
    };
    let label = if *busy {
        Phone::Loading
    } else {
        Phone::Continue
    };
    let attributes = view! {
        <{..}
            id="code"
            class="field code-field"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            enterkeyhint="go"
            maxlength="12"
            aria-describedby="code-error code-hint"
            aria-invalid=matches!(trouble, Trouble::Refused(_)).to_string()
            on:input=handler(move |event| type_in(entry, event_target_value(&event)))
        />
    };
    view! {
        <main class="entry">
            {gauge_logo()} <h1>{heading}</h1>
            <form class="entry-form" novalidate on:submit=handler(move |event: SubmitEvent| submit(entry, &event))>
                <label for="code">{say(Phone::CodeLabel)}</label>
                {input(attributes, typed.clone())}
                <p id="code-error" class="field-error" role="alert">
                    {message}
                </p>
                <p id="code-hint" class="muted">
                    {say(Phone::CodeHint)}
                </p>
                <div class="entry-foot">
                    <button class="button primary wide">{say(label)}</button>
                    {language_switch()}
                </div>
            </form>
        </main>
    }
    .into_any()
}

fn type_in(entry: RwSignal<Entry>, typed: String) {
    let mut entry = entry.write();
    entry.typed = typed;
    entry.trouble = Trouble::None;
}

fn submit(entry: RwSignal<Entry>, event: &web_sys::Event) {
    event.prevent_default();
    if entry.read_untracked().busy {
        return;
    }
    let Ok(code) = entry.read_untracked().typed.parse::<WebinarCode>() else {
        return complain(entry, Trouble::Refused(Refusal::UnknownWebinar));
    };
    entry.write().busy = true;
    go(Box::pin(async move {
        match api::webinar(&code).await {
            Ok(_) => route::navigate(&Route::Phone(code)),
            Err(ApiError::Refused(why)) => complain(entry, Trouble::Refused(why)),
            Err(ApiError::Offline) => complain(entry, Trouble::Offline),
        }
    }));
}

fn complain(entry: RwSignal<Entry>, trouble: Trouble) {
    // Gone when another page is shown meanwhile.
    if let Some(mut entry) = entry.try_write() {
        entry.trouble = trouble;
        entry.busy = false;
    }
    focus("code");
}
