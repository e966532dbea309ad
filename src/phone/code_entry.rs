//! `/`: type the webinar's code.

use barometer_domain::refusal::Refusal;
use barometer_domain::typed_code::{TypedCode, TypedCodeError};
use barometer_kit::api::{self, ApiError};
use barometer_kit::language;
use barometer_kit::route::{self, Route};
use barometer_kit::ui::gauge_logo::gauge_logo;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::input::input;
use barometer_text::phone::PhoneText;
use barometer_text::refusal;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::ui::language_switch::language_switch;
use super::{focus, sentence, set_title, spawn_task};

/// What is wrong with what was typed.
#[derive(PartialEq, Eq)]
enum CodeError {
    None,
    /// So many letters, and there are six.
    Length(u32),
    Refused(Refusal),
    Offline,
}

/// What was typed stays, whatever comes of it.
struct CodeForm {
    typed: String,
    trouble: CodeError,
    busy: bool,
}

/// The form, with what is in the field already, and whether that is known to be no webinar's code.
pub(super) fn code_entry(typed: String, unknown: bool) -> AnyView {
    let trouble = if unknown {
        CodeError::Refused(Refusal::UnknownWebinar)
    } else {
        CodeError::None
    };
    let entry = RwSignal::new(CodeForm {
        typed,
        trouble,
        busy: false,
    });
    (move || form(entry)).into_any()
}

fn form(entry: RwSignal<CodeForm>) -> AnyView {
    let CodeForm {
        typed,
        trouble,
        busy,
    } = &*entry.read();
    let heading = sentence(PhoneText::EnterCode);
    set_title(&heading);
    let message = match trouble {
        CodeError::None => String::new(),
        CodeError::Length(letters) => sentence(PhoneText::CodeLength(*letters)),
        CodeError::Refused(why) => refusal::sentence(why, language::current()),
        CodeError::Offline => sentence(PhoneText::NoConnection),
    };
    let label = if *busy {
        PhoneText::Loading
    } else {
        PhoneText::Continue
    };
    let attributes = view! {
        <{..}
            id="code"
            class="field code-field"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            enterkeyhint="go"
            aria-describedby="code-error code-hint"
            aria-invalid=matches!(trouble, CodeError::Refused(_) | CodeError::Length(_)).to_string()
            on:input=handler(move |event| type_in(entry, event_target_value(&event)))
        />
    };
    view! {
        <main class="entry">
            {gauge_logo()} <h1>{heading}</h1>
            <form class="entry-form" novalidate on:submit=handler(move |event: SubmitEvent| submit(entry, &event))>
                <label for="code">{sentence(PhoneText::CodeLabel)}</label>
                {input(attributes, typed.clone())}
                <p id="code-error" class="field-error" role="alert">
                    {message}
                </p>
                <p id="code-hint" class="muted">
                    {sentence(PhoneText::CodeHint)}
                </p>
                <div class="entry-foot">
                    <button class="button primary wide">{sentence(label)}</button>
                    {language_switch()}
                </div>
            </form>
        </main>
    }
    .into_any()
}

fn type_in(entry: RwSignal<CodeForm>, typed: String) {
    let mut entry = entry.write();
    entry.typed = typed;
    entry.trouble = CodeError::None;
}

fn submit(entry: RwSignal<CodeForm>, event: &web_sys::Event) {
    event.prevent_default();
    if entry.read_untracked().busy {
        return;
    }
    let found = entry.read_untracked().typed.parse();
    let TypedCode { code, behind_hash } = match found {
        Ok(found) => found,
        Err(TypedCodeError::Length(letters)) => return complain(entry, CodeError::Length(letters)),
        Err(TypedCodeError::NotACode) => {
            return complain(entry, CodeError::Refused(Refusal::UnknownWebinar));
        }
    };
    entry.write().busy = true;
    spawn_task(Box::pin(async move {
        match api::webinar(&code).await {
            // What stands after the `#` is kept by the page's own start.
            Ok(_) if !behind_hash.is_empty() => {
                let _ = window()
                    .location()
                    .assign(&format!("/w/{code}#{behind_hash}"));
            }
            Ok(_) => route::navigate(&Route::Phone(code)),
            Err(ApiError::Refused(why)) => complain(entry, CodeError::Refused(why)),
            Err(ApiError::Offline) => complain(entry, CodeError::Offline),
        }
    }));
}

fn complain(entry: RwSignal<CodeForm>, trouble: CodeError) {
    // Gone when another page is shown meanwhile.
    if let Some(mut entry) = entry.try_write() {
        entry.trouble = trouble;
        entry.busy = false;
    }
    focus("code");
}
