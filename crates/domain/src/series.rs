//! Webinar after webinar: what each came to, and one request's support and financing along them.

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::financing::Sums;
use crate::financing::portfolio::History;
use crate::ids::{Millis, RequestId, WebinarCode};
use crate::money::Money;
use crate::outcome::Outcome;
use crate::pick::{self, Pick};
use crate::tally::CountingRule;

/// A candidate that went on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WentOn {
    /// The change request that went on.
    pub request: RequestId,
    /// The vendor's own reference, for example `K03`.
    pub reference: String,
    /// The request's title, in one line.
    pub title: String,
    /// How it was supported in that webinar.
    pub support: Supported,
}

/// What a webinar's barometer said, once its whole result has been shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = SaidByBarometer))]
pub struct Said {
    /// Whether there were too few ballots or municipalities: then there is nothing to say, ever.
    pub too_few: bool,
    /// Whether nobody has decided yet among those that share a place.
    pub undecided: bool,
    /// Who goes on, the first place first.
    pub went_on: Vec<WentOn>,
    /// Rules under which the top three would have been others.
    pub rules_that_differ: Vec<CountingRule>,
    /// Why the vote is left out of the evaluation, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
    /// How many rounds were run before; the last one is this.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub earlier_rounds: u8,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

/// One request's support in one webinar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Supported {
    /// Its place; equals share one.
    pub place: u16,
    /// How many candidates there were to vote for.
    pub candidates: u16,
    /// Municipalities with at least one vote for it.
    pub municipalities: u32,
    /// Municipalities with at least one ballot, for any candidate or none.
    pub of_municipalities: u32,
    /// Votes for it, by any participant.
    pub votes: u32,
}

/// One request at one webinar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeriesPoint {
    /// Which webinar; `None` for today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub webinar: Option<WebinarCode>,
    /// Its title; empty for today.
    pub title: String,
    /// The day of the webinar, or today.
    pub date: Date,
    /// Whether its vote is left out of the evaluation: then no support stands here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
    /// Its support, where it was a candidate and the result was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Supported>,
    /// Its price when that ended, in øre.
    pub price: Money,
    /// The exact sums of what municipalities had said by then, for the vendor.
    pub sums: Sums,
}

/// A webinar that was held: its whole result has been shown.
#[derive(Clone, Debug)]
pub struct Held {
    /// The code with which it was joined.
    pub code: WebinarCode,
    /// The webinar's title, in one line.
    pub title: String,
    /// The day on which it was held.
    pub date: Date,
    /// When it ended, on the server's clock.
    pub ended: Millis,
    /// The candidates' requests in the shortlist's order.
    pub candidates: Vec<RequestId>,
    /// The requests it reported on.
    pub ongoing: Vec<RequestId>,
    /// The counted outcome of the last round.
    pub outcome: Outcome,
    /// How many rounds were run before.
    pub earlier_rounds: u8,
    /// Why its vote is left out of the evaluation, if it is.
    pub left_out: Option<String>,
}

impl Held {
    /// How one of its candidates was supported; `None` for others, and where no result could be shown.
    pub fn support(&self, request: RequestId) -> Option<Supported> {
        let at = self.candidates.iter().position(|&one| one == request)?;
        let number = u16::try_from(at + 1).ok()?;
        let counted = self.outcome.counted.as_ref()?;
        let ranked = pick::rank(&counted.tally, self.outcome.rule);
        let found = ranked
            .iter()
            .find(|one| one.support.candidate.0 == number)?;
        Some(Supported {
            place: found.place,
            candidates: self.outcome.rows(),
            municipalities: found.support.municipalities,
            of_municipalities: self.outcome.turnout.municipalities,
            votes: found.support.participants,
        })
    }

    /// What it came to. `chosen` are those whom the presenter let go on where there was no clean cut; `text` gives a
    /// request's reference and title.
    pub fn said(
        &self,
        chosen: &[crate::ids::CandidateId],
        text: impl Fn(RequestId) -> Option<(String, String)>,
    ) -> Said {
        let Some(counted) = &self.outcome.counted else {
            return Said {
                too_few: true,
                undecided: false,
                went_on: Vec::new(),
                rules_that_differ: Vec::new(),
                left_out: self.left_out.clone(),
                earlier_rounds: self.earlier_rounds,
            };
        };
        let is_tied = matches!(counted.pick, Pick::Tied { .. });
        let (go_on, undecided) = if chosen.is_empty() {
            (counted.pick.by_rule(), is_tied)
        } else {
            (chosen, false)
        };
        let went_on = go_on.iter().filter_map(|candidate| {
            let at = usize::from(candidate.0).checked_sub(1)?;
            let request = *self.candidates.get(at)?;
            let (reference, title) = text(request)?;
            Some(WentOn {
                request,
                reference,
                title,
                support: self.support(request)?,
            })
        });
        Said {
            too_few: false,
            undecided,
            went_on: went_on.collect(),
            rules_that_differ: pick::rules_that_differ(&counted.tally, self.outcome.rule),
            left_out: self.left_out.clone(),
            earlier_rounds: self.earlier_rounds,
        }
    }
}

/// One request's way along the webinars that put it up or reported on it, the first one first, and `today` at the end.
/// Empty when there was no such webinar.
pub fn course(history: &History, held: &[Held], today: Date) -> Vec<SeriesPoint> {
    let request = history.request;
    let is_in = |webinar: &&Held| {
        webinar.candidates.contains(&request) || webinar.ongoing.contains(&request)
    };
    let mut shown: Vec<&Held> = held.iter().filter(is_in).collect();
    shown.sort_by_key(|webinar| webinar.date);
    let point = |webinar: Option<&Held>, date: Date| {
        let at = webinar.map_or(date.ends_before_millis(), |webinar| webinar.ended);
        let standing = history.as_of(at)?;
        Some(SeriesPoint {
            webinar: webinar.map(|webinar| webinar.code.clone()),
            title: webinar.map_or_else(String::new, |webinar| webinar.title.clone()),
            date,
            left_out: webinar.is_some_and(|webinar| webinar.left_out.is_some()),
            support: webinar
                .filter(|webinar| webinar.left_out.is_none())
                .and_then(|webinar| webinar.support(request)),
            price: standing.version.request.terms.price.likely(),
            sums: standing.sums(),
        })
    };
    let mut points: Vec<SeriesPoint> = shown
        .iter()
        .filter_map(|webinar| point(Some(webinar), webinar.date))
        .collect();
    let is_later = points.last().is_some_and(|last| last.date < today);
    points.extend(point(None, today).filter(|_| is_later));
    points
}

#[cfg(test)]
mod tests;
