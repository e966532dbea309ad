//! What a webinar came to, for the vendor alone: what was decided and why, and where everything stands since.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::barometer::Turnout;
use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::financing::Price;
use crate::financing::portfolio::PortfolioRow;
use crate::ids::{CandidateId, Millis, RequestId};
use crate::outcome::Outcome;
use crate::refusal::Refusal;
use crate::tally::CountingRule;
use crate::view::{ConsoleView, ResultRow, ResultView, TieAid};
use crate::webinar::Command;

/// A candidate as it stood on the shortlist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AfterCandidate {
    /// Its number.
    pub candidate: CandidateId,
    /// Which request it is.
    pub request: RequestId,
    /// One line.
    pub title: String,
    /// Rough or firm.
    pub price: Price,
    /// Why it was put up; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A step of the presenter's on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recorded {
    /// When, on the server's clock.
    pub at: Millis,
    /// What.
    pub command: Command,
}

impl Recorded {
    /// Whether it decided something; turning pages does not.
    pub fn is_decision(&self) -> bool {
        matches!(
            self.command,
            Command::Open
                | Command::Close
                | Command::Reveal { .. }
                | Command::Choose { .. }
                | Command::Door { .. }
                | Command::End
        )
    }
}

/// The decision log, and of what the thank-you letter is drafted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct After {
    /// The webinar's title.
    pub title: String,
    /// Its day, `YYYY-MM-DD`.
    pub date: String,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// How many voted, of how many.
    pub turnout: Turnout,
    /// How many ballots were struck, on record.
    pub struck: u32,
    /// The whole result, as everyone has seen it.
    pub result: ResultView,
    /// Rules under which the top three would have been others.
    pub rules_that_differ: Vec<CountingRule>,
    /// What could help where there was no clean cut.
    pub tie: Vec<TieAid>,
    /// The shortlist.
    pub candidates: Vec<AfterCandidate>,
    /// What decided something, in order.
    pub records: Vec<Recorded>,
    /// The requests under way, with their movement.
    pub ongoing: Vec<PortfolioRow>,
    /// The day of the webinar from whose end movement counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub since: Option<Date>,
}

impl After {
    /// Puts together what was counted and shown, why each was put up, what is on record, and how the requests under
    /// way stand.
    ///
    /// # Errors
    /// [`Refusal::NotClosedYet`] as long as not every row of the result has been shown.
    pub fn of(
        console: ConsoleView,
        outcome: Option<&Outcome>,
        catalogue: &Catalogue,
        reasons: &BTreeMap<RequestId, String>,
        records: Vec<Recorded>,
        ongoing: Vec<PortfolioRow>,
        since: Option<Date>,
    ) -> Result<Self, Refusal> {
        let candidate = |place: &crate::catalogue::Candidate| {
            let text = catalogue.request(place.request)?;
            Some(AfterCandidate {
                candidate: place.id,
                request: place.request,
                title: text.title.clone(),
                price: text.price,
                reason: reasons.get(&place.request).cloned().unwrap_or_default(),
            })
        };
        let too_few = outcome.filter(|outcome| outcome.counted.is_none());
        let nothing = too_few.map(|outcome| ResultView {
            rule: outcome.rule,
            total: 0,
            rows: Vec::new(),
            page: 0,
            too_few: true,
            verdict: None,
        });
        // What was before a demo started over is over.
        let over = records
            .iter()
            .rposition(|one| one.command == Command::StartOver);
        let records = records.into_iter().skip(over.map_or(0, |at| at + 1));
        Ok(Self {
            title: catalogue.title.clone(),
            date: catalogue.date.clone(),
            fictional: catalogue.fictional,
            turnout: console.audience.barometer.turnout,
            struck: console.audience.barometer.struck,
            result: console.result.or(nothing).ok_or(Refusal::NotClosedYet)?,
            rules_that_differ: console.rules_that_differ,
            tie: console.tie,
            candidates: catalogue.candidates.iter().filter_map(candidate).collect(),
            records: records.filter(Recorded::is_decision).collect(),
            ongoing,
            since,
        })
    }

    /// The candidate with this number.
    pub fn candidate(&self, id: CandidateId) -> Option<&AfterCandidate> {
        self.candidates.iter().find(|one| one.candidate == id)
    }

    /// Those who go on, as far as it is decided.
    pub fn go_on(&self) -> Vec<&AfterCandidate> {
        let verdict = self.result.verdict.as_ref();
        let go_on = verdict.map_or(&[][..], |verdict| verdict.go_on());
        go_on.iter().filter_map(|&id| self.candidate(id)).collect()
    }

    /// The rows of the result with somebody's support, the first place first.
    pub fn supported(&self) -> impl Iterator<Item = (&ResultRow, &AfterCandidate)> {
        let rows = self.result.rows.iter().filter(|row| row.votes > 0);
        rows.filter_map(|row| Some((row, self.candidate(row.candidate)?)))
    }
}
