//! Title, day, time and code.

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::Reality;
use barometer_domain::financing::request::LONGEST_TITLE;
use barometer_domain::ids::{CODE_ALPHABET, CODE_LENGTH, WebinarCode};
use barometer_domain::preparation::PreparedWebinar;
use barometer_domain::refusal::Field as Wrong;
use barometer_kit::form::field::Field;
use barometer_kit::language;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::parts::{ButtonProps, following, paragraph};
use barometer_text::Language;
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::prelude::*;
use web_sys::Event;

use super::{PreparationState, Section, text};

/// The longest that people type a code, blanks included.
const LONGEST_CODE: usize = 12;

#[component]
pub(crate) fn Basics(page: PreparationState) -> impl IntoView {
    let draft = page.draft;
    // An invented webinar keeps its code, for everyone knows it.
    let has_guests = move || {
        let webinar = page.webinar.read();
        let is_known = |one: &PreparedWebinar| one.has_guests || one.reality != Reality::Real;
        webinar.as_ref().is_some_and(is_known)
    };
    let day_is_locked = Signal::derive(move || page.locks().day);
    let code_is_locked = Signal::derive(move || page.locks().vote || has_guests());
    let day_lock = following(move || {
        let words = Text::DayLocked.say(language::current());
        day_is_locked
            .get()
            .then(|| paragraph("notice amber", words))
    });
    let code_note = following(move || {
        let language = language::current();
        Some(if page.locks().vote {
            paragraph("notice amber locked", page.locked_since())
        } else if has_guests() {
            paragraph("notice amber", Text::CodeLocked.say(language))
        } else {
            paragraph("muted", Text::CodeHint.say(language))
        })
    });
    let new_code = ButtonProps::new("button", text(Text::NewCode));
    let new_code = new_code.on_press(move || draft.code.set(another_code()));
    let spoken = move |language: Language| {
        view! {
            <label class="tick" lang=language.tag()>
                <input
                    type="radio"
                    name="language"
                    prop:checked=move || draft.language.get() == language
                    on:change=handler(move |_: Event| draft.language.set(language))
                />
                {language.name()}
            </label>
        }
        .into_any()
    };
    view! {
        <Section name="basics" heading=Text::Basics on_edit=move || { page.look_at(Stage::Welcome, 0); }>
            <Field
                id="prepare-title"
                label=text(Text::TitleField)
                value=draft.title
                longest=LONGEST_TITLE
                wrong=page.complaint(Wrong::Title)
            />
            <div class="times">
                <fieldset disabled=day_is_locked>
                    <Field
                        id="prepare-date"
                        label=text(Text::Date)
                        value=draft.date
                        kind=Signal::stored("date")
                        wrong=page.complaint(Wrong::Date)
                    />
                </fieldset>
                <Field
                    id="prepare-starts"
                    label=text(Text::Starts)
                    value=draft.starts
                    kind=Signal::stored("time")
                    wrong=page.complaint(Wrong::Starts)
                />
                <Field
                    id="prepare-ends"
                    label=text(Text::Ends)
                    value=draft.ends
                    kind=Signal::stored("time")
                    wrong=page.complaint(Wrong::Ends)
                />
            </div>
            {day_lock}
            <fieldset class="prepare-language" aria-describedby="prepare-language-why">
                <legend>{text(Text::SpokenLanguage)}</legend>
                {Language::ALL.into_iter().map(spoken).collect::<Vec<_>>()}
                <p id="prepare-language-why" class="muted">{text(Text::SpokenLanguageHint)}</p>
            </fieldset>
            <fieldset class="prepare-code" disabled=code_is_locked>
                <Field
                    id="prepare-code"
                    label=text(Text::Code)
                    value=draft.code
                    longest=LONGEST_CODE
                    wrong=page.complaint(Wrong::Code)
                />
                {new_code}
            </fieldset>
            {code_note}
        </Section>
    }
}

/// A code in two groups. It is no secret: whoever has it may join.
fn another_code() -> String {
    let letter = |_| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "from 0 to the number of letters"
        )]
        let at = (js_sys::Math::random() * CODE_ALPHABET.len() as f64) as usize;
        char::from(CODE_ALPHABET[at % CODE_ALPHABET.len()])
    };
    let code: String = (0..CODE_LENGTH).map(letter).collect();
    code.parse::<WebinarCode>()
        .map_or(code, |code| code.spaced())
}
