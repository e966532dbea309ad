//! The question that the presenter has pinned: large, over whatever the stage shows, above the footer with the way in.

use barometer_kit::language;
use barometer_text::questions::QuestionPageText;
use barometer_text::staff::questions::QuestionQueueText as Text;
use leptos::prelude::*;

use super::state::ProjectorState;

/// What is drawn of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PinnedSlide {
    text: String,
    supports: u32,
    /// The number and title of the candidate that it is about.
    about: Option<(u32, String)>,
}

/// One at a time; nothing while there is none, and none while the vote needs the screen.
#[component]
pub(crate) fn Pinned(showing: ProjectorState) -> impl IntoView {
    let pinned = showing.read(|view, texts| {
        let pinned = view.pinned.as_ref()?;
        let about = pinned.about.and_then(|about| {
            let number = texts.candidate_of(about)?;
            Some((number.0.into(), texts.request(about)?.title.clone()))
        });
        Some(PinnedSlide {
            text: pinned.text.clone(),
            supports: pinned.supports,
            about,
        })
    });
    let about = move |about: Option<(u32, String)>| {
        let language = language::current();
        match about {
            Some((number, title)) => QuestionPageText::Candidate(number, &title).say(language),
            None => Text::FromParticipants.say(language),
        }
    };
    move || {
        let slide = pinned.get()?;
        let is_long = slide.text.chars().count() > 120;
        Some(view! {
            <section class="pinned" class:long=is_long aria-live="polite">
                <p class="eyebrow">{about(slide.about)}</p>
                <p class="pinned-text">{slide.text}</p>
                <p class="pinned-supporters">
                    {Text::Supporters(slide.supports).say(language::current())}
                </p>
            </section>
        })
    }
}
