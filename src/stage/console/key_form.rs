//! The page for whoever has no key to the console: a clear sentence, and a field for the link.

use barometer_kit::language;
use barometer_kit::ui::gauge_logo::GaugeLogo;
use barometer_text::staff::gate::ConsoleKeyText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Asks for the presenter's link.
#[component]
pub(crate) fn Gate(
    /// Whether a key was tried and did not fit.
    wrong: bool,
    /// Called with what was pasted.
    on_secret: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let say = |text: Text| move || text.say(language::current());
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let secret = typed.get_untracked();
        if !secret.trim().is_empty() {
            on_secret.run(secret);
        }
    };
    let complaint = wrong.then(
        || view! { <p id="gate-wrong" class="notice coral" role="alert">{say(Text::Wrong)}</p> },
    );
    view! {
        <main class="gate">
            <GaugeLogo />
            <h1>{say(Text::Title)}</h1>
            <p>{say(Text::Body)}</p>
            {complaint}
            <form on:submit=on_submit>
                <label for="presenter-link">{say(Text::Field)}</label>
                <input
                    id="presenter-link"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=wrong.to_string()
                    aria-describedby=wrong.then_some("gate-wrong")
                    bind:value=typed
                />
                <button class="button primary" type="submit">
                    {say(Text::Go)}
                </button>
            </form>
        </main>
    }
}
