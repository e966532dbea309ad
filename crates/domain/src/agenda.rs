//! The agenda of a webinar: its stages in order, with the presenter's notes.

use serde::{Deserialize, Serialize};

/// One stage of a webinar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// "Velkommen": the first screen, with the way to join.
    Welcome,
    /// "Jeres svar": the result of what was asked before the webinar; passed over where there is none.
    Survey,
    /// "Igangværende ønsker", a list with their financing.
    Ongoing,
    /// "Kandidaterne", one at a time.
    Candidates,
    /// "Barometer": the vote is open, or about to be.
    Barometer,
    /// "Resultat": the result, or the wait for the reveal.
    Result,
    /// "Finansiering" of those that go on and those under way.
    Financing,
    /// "Tak og næste skridt": what goes on, and what comes next.
    Thanks,
}

impl Stage {
    /// All of them, in the order a webinar usually takes.
    pub const ALL: [Self; 8] = [
        Self::Welcome,
        Self::Survey,
        Self::Ongoing,
        Self::Candidates,
        Self::Barometer,
        Self::Result,
        Self::Financing,
        Self::Thanks,
    ];

    /// Those that every webinar begins with: a survey's stage comes with its survey.
    pub const USUAL: [Self; 7] = [
        Self::Welcome,
        Self::Ongoing,
        Self::Candidates,
        Self::Barometer,
        Self::Result,
        Self::Financing,
        Self::Thanks,
    ];
}

/// A stage with what the presenter wants to remember there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AgendaItem {
    /// What screens show while the agenda is here.
    pub stage: Stage,
    /// For the presenter's eyes only.
    pub notes: String,
    /// Seconds meant for it, or for each candidate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timebox: Option<u16>,
}
