//! Switches the language of everything.

use barometer_text::Language;
use barometer_text::phone::Phone;
use leptos::prelude::*;

use crate::language;

/// One button per language; the present one is pressed.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let button = |language: Language| {
        let pressed = move || (language::current() == language).to_string();
        view! {
            <button
                type="button"
                class="language"
                lang=language.tag()
                aria-pressed=pressed
                on:click=move |_| language::switch_to(language)
            >
                {language.name()}
            </button>
        }
    };
    view! {
        <div
            class="languages"
            role="group"
            aria-label=move || Phone::LanguageSwitch.say(language::current())
        >
            {Language::ALL.map(button)}
        </div>
    }
}
