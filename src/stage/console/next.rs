//! What comes after what is shown: a small picture of it, and its name.

use std::sync::Arc;

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::view::{AudienceView, ConsoleView, Screen};
use barometer_domain::webinar::Command;
use barometer_kit::language;
use barometer_text::Language;
use barometer_text::shared::SharedText;
use barometer_text::staff::console::ConsoleText as Text;
use barometer_text::staff::screen::ProjectorText as OnScreen;
use leptos::prelude::*;

use super::state::ConsoleState;
use crate::stage::projector::{Projection, ProjectorState};

/// The next slide beside the one that is shown.
#[component]
pub(crate) fn NextSlide(console: ConsoleState) -> impl IntoView {
    // Compared without what changes with every vote, so that it is drawn only when it is another one.
    let there = Memo::new(move |_| {
        let view = console.view.get()?;
        let screen = view.next.clone()?;
        Some(Arc::new(AudienceView {
            seq: 0,
            since: 0,
            timebox: None,
            screen,
            ..view.audience.clone()
        }))
    });
    let showing = ProjectorState {
        view: there.into(),
        ..console.showing
    };
    let has_picture = Memo::new(move |_| there.read().is_some());
    let name = move || {
        let texts = console.showing.catalogue.get();
        console
            .view
            .with(|view| name(view.as_deref()?, texts.as_deref()?, language::current()))
    };
    view! {
        <aside class="next-slide" aria-labelledby="next-slide-heading">
            <Show when=move || has_picture.get()>
                <div class="picture-frame" inert=true aria-hidden="true">
                    <Projection showing=showing />
                </div>
            </Show>
            <div class="next-slide-words">
                <h2 id="next-slide-heading">{move || Text::Coming.say(language::current())}</h2>
                <p>{name}</p>
            </div>
        </aside>
    }
}

/// What it is called, in the words that stand on it.
fn name(view: &ConsoleView, texts: &Catalogue, language: Language) -> Option<String> {
    let stage = |at: usize| {
        let item = view.agenda.get(at)?;
        Some(SharedText::Stage(item.stage).say(language))
    };
    let Some(next) = &view.next else {
        let text = match view.primary {
            Some(Command::Reveal { .. } | Command::RevealAll | Command::Next) => Text::ComingRows,
            _ => Text::ComingEnd,
        };
        return Some(text.say(language));
    };
    let at = usize::from(view.at);
    let paged = |name: Option<String>, page: u16| {
        let page = (page > 0).then(|| Text::ComingPage(u32::from(page) + 1).say(language));
        Some([name?, page.unwrap_or_default()].concat())
    };
    match next {
        Screen::Candidate { candidate } => {
            let of = u32::try_from(texts.candidates.len()).unwrap_or(u32::MAX);
            let title = &texts.candidate(*candidate)?.title;
            let count = OnScreen::CandidateOf(candidate.0.into(), of).say(language);
            Some(format!("{count}: {title}"))
        }
        Screen::Request(request) => Some(texts.request(request.financing.request)?.title.clone()),
        Screen::Ongoing(page) | Screen::Financing(page) if page.page > 0 => {
            paged(stage(at), page.page)
        }
        Screen::Survey { page: Some(page) } if page.page > 0 => paged(stage(at), page.page),
        Screen::Result(result) if result.page > 0 => paged(stage(at), result.page),
        _ => stage(
            view.agenda
                .iter()
                .position(|item| is_on(next, item.stage))?,
        ),
    }
}

/// Whether this screen is a stage's first.
fn is_on(screen: &Screen, stage: Stage) -> bool {
    matches!(
        (screen, stage),
        (Screen::Welcome, Stage::Welcome)
            | (Screen::Survey { .. }, Stage::Survey)
            | (Screen::Ongoing(_), Stage::Ongoing)
            | (Screen::Barometer, Stage::Barometer)
            | (Screen::Result(_), Stage::Result)
            | (Screen::Financing(_), Stage::Financing)
            | (Screen::Thanks { .. }, Stage::Thanks)
    )
}
