//! The catalogue: a webinar's texts and rules, immutable under their hash, so that views stay small.

use serde::{Deserialize, Serialize};

use crate::barometer::Rules;
use crate::date::Date;
#[cfg(feature = "openapi")]
use crate::financing::FlatSharing;
use crate::financing::{ChangeRequest, Extension, Price, Sharing, Terms};
use crate::ids::{CandidateId, RequestId};

/// How real a webinar is; whatever is not, says so on every screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reality {
    /// Real people, real votes.
    #[default]
    Real,
    /// The demo, with invented participants; it can be started over.
    Demo,
    /// A presenter's rehearsal, thrown away afterwards.
    Rehearsal,
}

/// All texts of one webinar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Catalogue {
    /// The webinar's title.
    pub title: String,
    /// Its day, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins, local time, `HH:MM`.
    pub starts: String,
    /// When it ends, local time, `HH:MM`.
    pub ends: String,
    /// How real it is.
    pub reality: Reality,
    /// Whether its requests are invented ("Opdigtede eksempeldata").
    pub fictional: bool,
    /// What locks when the barometer opens.
    pub rules: Rules,
    /// The shortlist: which request is which candidate, in order.
    pub candidates: Vec<Candidate>,
    /// Every request that can be shown, candidates and ongoing ones.
    pub requests: Vec<RequestText>,
}

/// A place on the shortlist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Candidate {
    /// Its number, from 1.
    pub id: CandidateId,
    /// The request put up.
    pub request: RequestId,
}

/// A change request as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestText {
    /// Its number.
    pub id: RequestId,
    /// The vendor's own reference, e.g. `K03`.
    pub reference: String,
    /// One line.
    pub title: String,
    /// "Elevatortale": at most what is said in 30 seconds.
    pub pitch: String,
    /// "Gevinst", with its assumption.
    pub benefit: String,
    /// E.g. `Dokumentation`; empty when there is none.
    pub category: String,
    /// Rough or firm.
    pub price: Price,
    /// How the price is divided.
    #[cfg_attr(feature = "openapi", schema(value_type = FlatSharing))]
    pub sharing: Sharing,
    /// The fewest municipalities with which it is built.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u16>,
    /// The last day to say yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub deadline: Option<Date>,
    /// Whether the deadline was moved, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Extension>,
}

impl RequestText {
    /// What people read of a request.
    pub fn of(id: RequestId, request: ChangeRequest) -> Self {
        let ChangeRequest {
            reference,
            title,
            pitch,
            benefit,
            category,
            terms,
            ..
        } = request;
        Self {
            id,
            reference,
            title,
            pitch,
            benefit,
            category,
            price: terms.price,
            sharing: terms.sharing,
            minimum: terms.minimum,
            deadline: terms.deadline,
            extension: terms.extension,
        }
    }

    /// By how many the price is shared wherever it says what a municipality would pay; see
    /// [`Sharing::planned_number`].
    pub fn planned_number(&self) -> u32 {
        self.sharing
            .planned_number(self.price.likely(), self.minimum)
    }

    /// What municipalities are asked to decide on.
    pub fn terms(&self) -> Terms {
        Terms {
            price: self.price,
            sharing: self.sharing,
            minimum: self.minimum,
            deadline: self.deadline,
            extension: self.extension.clone(),
        }
    }
}

impl Catalogue {
    /// The request with this number.
    pub fn request(&self, id: RequestId) -> Option<&RequestText> {
        self.requests.iter().find(|request| request.id == id)
    }

    /// The request that is this candidate.
    pub fn candidate(&self, id: CandidateId) -> Option<&RequestText> {
        let candidate = self
            .candidates
            .iter()
            .find(|candidate| candidate.id == id)?;
        self.request(candidate.request)
    }

    /// The candidate that this request is, if it is one.
    pub fn candidate_of(&self, request: RequestId) -> Option<CandidateId> {
        self.candidates
            .iter()
            .find(|candidate| candidate.request == request)
            .map(|c| c.id)
    }
}
