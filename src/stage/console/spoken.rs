//! The language of every projector, switched while the webinar runs.

use barometer_domain::webinar::Command;
use barometer_kit::language;
use barometer_text::Language;
use barometer_text::staff::console::ConsoleText as Text;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::keyboard::release_focus;
use super::state::ConsoleState;

/// One button per language; the one spoken is pressed.
#[component]
pub(crate) fn SpokenSwitch(console: ConsoleState) -> impl IntoView {
    let spoken = console.read(|view| view.audience.language);
    let button = move |language: Language| {
        view! {
            <button
                type="button"
                class="language"
                lang=language.tag()
                aria-pressed=move || (spoken.get() == Some(language)).to_string()
                on:click=move |event| {
                    release_focus(&event);
                    console.run_action(PresenterAction::Give(Command::Speak { language }));
                }
            >
                {language.name()}
            </button>
        }
    };
    view! {
        <section class="spoken" role="group" aria-labelledby="spoken-label">
            <span id="spoken-label">{move || Text::SpokenLanguage.say(language::current())}</span>
            <span class="languages">{Language::ALL.map(button).collect_view()}</span>
        </section>
    }
}
