//! What a new webinar's agenda says to its presenter, until the presenter writes something better.
//!
//! These notes are stored with the webinar, in its language, and belong to its presenter from then on.

use barometer_domain::agenda::{AgendaItem, Stage};

use crate::Language;

/// A new webinar's agenda: every stage, in the usual order, with notes in the webinar's language.
pub fn first(language: Language) -> Vec<AgendaItem> {
    let item = |stage| AgendaItem {
        stage,
        notes: in_language!(language, agenda::notes(stage)).to_owned(),
        timebox: timebox(stage),
    };
    Stage::ALL.map(item).into()
}

/// Seconds meant for a stage, or for each candidate.
const fn timebox(stage: Stage) -> Option<u16> {
    match stage {
        Stage::Candidates => Some(90),
        _ => None,
    }
}
