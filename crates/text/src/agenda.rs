//! What a new webinar's agenda says to its presenter, until the presenter writes something better.
//!
//! These notes are stored with the webinar, in its language, and belong to its presenter from then on.

use barometer_domain::agenda::{AgendaItem, Stage};

use crate::Language;

/// A new webinar's agenda: the usual stages in their order, with notes in the webinar's language.
pub fn first(language: Language) -> Vec<AgendaItem> {
    let item = |stage| AgendaItem {
        stage,
        notes: notes(stage, language).to_owned(),
        timebox: timebox(stage),
    };
    Stage::USUAL.map(item).into()
}

/// What a stage's notes say until the presenter writes something better.
pub fn notes(stage: Stage, language: Language) -> &'static str {
    in_language!(language, agenda::notes(stage))
}

/// Seconds meant for a stage, or for each candidate.
const fn timebox(stage: Stage) -> Option<u16> {
    match stage {
        Stage::Candidates => Some(90),
        _ => None,
    }
}
