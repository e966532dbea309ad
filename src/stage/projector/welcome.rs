//! The first stage: where one is, and how to join.

use barometer_kit::{format, language};
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::join::JoinCard;
use super::state::ProjectorState;

/// "Velkommen": title, time, and the way in.
#[component]
pub(crate) fn Welcome(showing: ProjectorState) -> impl IntoView {
    let title = showing.read(|_, texts| Some(texts.title.clone()));
    let times = showing.read(|_, texts| {
        let language = language::current();
        let starts = format::occasion(language, &texts.date, &texts.starts);
        Some(Text::Until(&format::capitalised(&starts), &texts.ends).say(language))
    });
    let present = showing.read(|view, _| Some(view.barometer.turnout.present));
    let with_us = move || {
        let language = language::current();
        match present.get() {
            None => None,
            Some(0) => Some(Text::NobodyYet.say(language)),
            Some(count) => Some(Text::WithUs(count).say(language)),
        }
    };
    let shut = showing.read(|view, _| Some(view.ended || view.door_closed));
    view! {
        <div class="slide welcome">
            <div class="welcome-words">
                <p class="eyebrow">{times}</p>
                <h1 tabindex="-1">{title}</h1>
                <p class="with-us">{with_us}</p>
            </div>
            <Show when=move || shut.get() == Some(false)>
                <JoinCard showing=showing />
            </Show>
        </div>
    }
}
