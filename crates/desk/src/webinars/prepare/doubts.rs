//! What a presenter should know before the webinar. None of it forbids anything.

use std::collections::BTreeMap;

use barometer_domain::barometer::Phase;
use barometer_domain::preparation::Doubt;
use barometer_kit::ui::parts::following;
use barometer_kit::{format, language};
use barometer_text::staff::prepare::PrepareText as Text;
use barometer_text::{Language, states};
use leptos::prelude::*;

use super::PreparationState;

/// The list; nothing where there are no doubts, or the vote has begun.
#[component]
pub(crate) fn Doubts(page: PreparationState) -> impl IntoView {
    following(move || {
        let language = language::current();
        let doubts = find_doubts(page);
        if doubts.is_empty() {
            return None;
        }
        let lines = doubts
            .iter()
            .map(|doubt| view! { <li>{sentence(page, *doubt, language)}</li> });
        Some(
            view! {
                <section class="notice amber doubts" aria-labelledby="doubts-heading">
                    <h2 id="doubts-heading">{Text::Doubts.say(language)}</h2>
                    <ul>{lines.collect_view()}</ul>
                </section>
            }
            .into_any(),
        )
    })
}

fn find_doubts(page: PreparationState) -> Vec<Doubt> {
    let is_draft = page
        .webinar
        .with(|webinar| webinar.as_ref().map(|webinar| webinar.phase) == Some(Phase::Draft));
    let requests = page.requests.read();
    // Without the requests every candidate would seem to be gone.
    if !is_draft || requests.is_empty() {
        return Vec::new();
    }
    let mut states = BTreeMap::new();
    states.extend(requests.iter().map(|row| (row.id, row.state)));
    let shown = page.typed_preparation();
    shown.map_or_else(Vec::new, |shown| shown.doubts(&states, format::today()))
}

fn sentence(page: PreparationState, doubt: Doubt, language: Language) -> String {
    match doubt {
        Doubt::NoCandidates => Text::NoCandidates.say(language),
        Doubt::FewCandidates => Text::FewCandidates.say(language),
        Doubt::NotEligible(request) => page.request(request).map_or_else(
            || Text::Gone.say(language),
            |row| {
                let state = states::request(row.state, language).to_lowercase();
                Text::NotEligible(&row.request.title, &state).say(language)
            },
        ),
        Doubt::ChoicesForAll => Text::ChoicesForAll.say(language),
        Doubt::TooLong { planned, there_are } => Text::TooLong(planned, there_are).say(language),
        Doubt::DayIsOver => Text::DayIsOver.say(language),
    }
}
