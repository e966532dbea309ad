//! Switches the language of everything.

use barometer_kit::language;
use barometer_kit::ui::handler::handler;
use barometer_text::Language;
use barometer_text::phone::PhoneText;
use leptos::prelude::*;

/// One button per language; the present one is pressed.
pub(crate) fn language_switch() -> AnyView {
    let current = language::current();
    let button = |language: Language| {
        view! {
            <button
                type="button"
                class="language"
                lang=language.tag()
                aria-pressed=(current == language).to_string()
                on:click=handler(move |_| language::switch_to(language))
            >
                {language.name()}
            </button>
        }
        .into_any()
    };
    let buttons: Vec<_> = Language::ALL.into_iter().map(button).collect();
    view! {
        <div class="languages" role="group" aria-label=PhoneText::LanguageSwitch.say(current)>
            {buttons}
        </div>
    }
    .into_any()
}
