//! What each audience sees: whole views, computed from one snapshot by pure functions.
//!
//! Phones and projector get the same [`AudienceView`]. It holds no person, no municipality beside a
//! choice, and of the result only the rows already revealed.

use serde::{Deserialize, Serialize};

use crate::agenda::AgendaItem;
use crate::attendance::Attendance;
use crate::audience_question::{PinnedQuestion, QuestionQueue};
use crate::barometer::{BarometerView, SignedRoot};
use crate::carrying::BudgetFrame;
use crate::financing::Sums;
use crate::ids::{CandidateId, Millis, RequestId};
use crate::language::Language;
use crate::money::Money;
use crate::pick::{Certainty, Pick};
use crate::survey::SurveyPage;
use crate::tally::CountingRule;
use crate::webinar::{Command, NextStep};

mod phone_stage;
mod snapshot;

pub use phone_stage::PhoneStage;
pub use snapshot::{Desk, Snapshot};

/// What phones and projector show, the same bytes for both.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that a screen says"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AudienceView {
    /// Random, renewed by a restore or a reset; a view of another epoch is always newer.
    pub epoch: u32,
    /// Rises with every change that is shown, and with nothing else; within an epoch a lower one is old.
    pub seq: u64,
    /// Which catalogue the numbers refer to.
    pub catalogue: String,
    /// The vote, whatever the screen shows.
    pub barometer: BarometerView,
    /// What the projector speaks; each phone speaks its own participant's language.
    #[serde(default)]
    pub language: Language,
    /// When the screen's stage or candidate was first shown, on the server's clock.
    pub since: Millis,
    /// Seconds meant for it, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timebox: Option<u16>,
    /// Whether some share a place at the cut, and nobody has decided yet who of them goes on; said on every screen after
    /// the result.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tie_open: bool,
    /// Whether the presenter has closed the door: nobody new comes in to vote.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub door_closed: bool,
    /// Whether the webinar has ended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
    /// How often the vendor has looked up who voted for what, strikes included.
    #[serde(default)]
    pub look_ups: u32,
    /// Whether the log of look-ups is broken, and nobody has acknowledged it: then there may have been more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub log_broken: bool,
    /// What the roll will be; once the vote is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root: Option<SignedRoot>,
    /// At the last two stages, and once the webinar has ended, every request that goes on or is under way, whatever the
    /// screen shows of them: phones can open each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<FinancingRow>,
    /// Once the webinar has ended: the result as far as it is out, whatever the screen shows, for who comes afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub final_result: Option<ResultView>,
    /// The question that the presenter has put on the projector. It waits while ballots are taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<PinnedQuestion>,
    /// What phones and projector show, by the stage of the agenda.
    pub screen: Screen,
}

/// What the presenter shows, with all that is drawn of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "on", rename_all = "snake_case")]
pub enum Screen {
    /// Nothing: the presenter has blanked the screen.
    Blank,
    /// "Velkommen", with the way to join.
    Welcome,
    /// What was answered before the webinar, one question on each page.
    Survey {
        /// The page; `None` where there is nothing to show.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        page: Option<SurveyPage>,
    },
    /// One page of the requests under way.
    Ongoing(FinancingPage),
    /// One candidate of the shortlist, with its pitch.
    Candidate {
        /// The number of the candidate that is shown.
        candidate: CandidateId,
    },
    /// The vote: its state is in [`AudienceView::barometer`].
    Barometer,
    /// The result, or the wait for it.
    Result(ResultView),
    /// Those that go on and those under way.
    Financing(FinancingPage),
    /// One request's financing, drilled into from a list.
    Request(RequestView),
    /// "Tak og næste skridt", at the end.
    Thanks {
        /// The requests that go on.
        go_on: Vec<RequestId>,
    },
}

/// A page of requests with their financing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FinancingPage {
    /// Which page it is, counted from 0.
    pub page: u16,
    /// How many pages there are in all.
    pub pages: u16,
    /// The requests on this page, [`LIST_ROWS`](crate::webinar::LIST_ROWS) at most.
    pub rows: Vec<FinancingRow>,
}

/// One request's financing in sums; names of municipalities are not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FinancingRow {
    /// The request; its texts are in the catalogue.
    pub request: RequestId,
    /// What municipalities have said, as everyone may see it.
    pub sums: Sums,
    /// "Mangler": what the sums leave uncovered of the price, in øre.
    pub shortfall: Money,
    /// Whether it has come as far as fully funded; a price that is covered alone does not make it so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub funded: bool,
    /// "Mangler n kommuner", where that has an answer; see [`Terms::missing_municipalities`].
    ///
    /// [`Terms::missing_municipalities`]: crate::financing::Terms::missing_municipalities
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<u32>,
}

impl FinancingRow {
    /// Whether it still takes promises of money.
    pub fn lacks_money(&self) -> bool {
        !self.funded && self.shortfall > Money::ZERO
    }
}

/// One request with its financing, as it is drilled into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestView {
    /// Its sums, and what is missing.
    #[serde(flatten)]
    pub financing: FinancingRow,
    /// By how many the price is shared in what is shown: as many as planned, or as the presenter supposes.
    pub shared_by: u32,
    /// Whether the projector holds the sharing rules side by side.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub compared: bool,
    /// Its row of the result, once that is out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ResultRow>,
}

/// The result as far as it is out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResultView {
    /// The counting rule by which rows are ranked.
    pub rule: CountingRule,
    /// How many rows there are in all; 0 while nothing is revealed.
    pub total: u16,
    /// The rows that are out, in order of place; they come out from the last place up.
    pub rows: Vec<ResultRow>,
    /// Which page of [`RESULT_ROWS`](crate::webinar::RESULT_ROWS) is shown, from 0.
    pub page: u16,
    /// Whether there were too few ballots or municipalities: then there is nothing to show, ever. The turnout says which;
    /// see [`Turnout::shortage`](crate::barometer::Turnout::shortage).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub too_few: bool,
    /// Who goes on; only when every row is out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Who went on by the rounds before, the first round first; what this one says counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Vec<CandidateId>>,
}

impl ResultView {
    /// Whether there is something of it to see, if only that there were too few votes.
    pub fn is_out(&self) -> bool {
        self.too_few || !self.rows.is_empty()
    }
}

/// One candidate's row of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResultRow {
    /// The candidate's number on the shortlist.
    pub candidate: CandidateId,
    /// Its place; equals share one.
    pub place: u16,
    /// Whether it shares its place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shared: bool,
    /// The figure that ranks it, in thousandths of a vote.
    pub headline: u64,
    /// Municipalities with at least one vote for it.
    pub municipalities: u32,
    /// Votes: participants whose ballot supports it.
    pub votes: u32,
}

/// The pick, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// Who goes on by the rule of the larger gap.
    #[serde(flatten)]
    pub pick: Pick,
    /// Whom the presenter let go on: where there was no clean cut, or others than the rule does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<CandidateId>,
    /// Why, in the presenter's words; empty where nobody chose.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
    /// "Afgjort" or "tæt løb"; `None` where nobody has support, and where the presenter lets others go on: how sure the
    /// votes are is not how sure that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

impl Verdict {
    /// Whether some share a place at the cut and nobody has decided among them.
    pub fn is_undecided(&self) -> bool {
        matches!(self.pick, Pick::Tied { .. }) && self.chosen.is_empty()
    }

    /// Whether this candidate shares a place that nobody has decided yet.
    pub fn is_open(&self, candidate: CandidateId) -> bool {
        match &self.pick {
            Pick::Tied { tied, .. } => self.chosen.is_empty() && tied.contains(&candidate),
            Pick::Clear { .. } | Pick::Nobody => false,
        }
    }

    /// Those who go on, as far as it is decided.
    pub fn go_on(&self) -> &[CandidateId] {
        if self.chosen.is_empty() {
            self.pick.by_rule()
        } else {
            &self.chosen
        }
    }

    /// Whether the presenter lets others go on where the rule made a clean cut.
    pub fn is_overridden(&self) -> bool {
        matches!(self.pick, Pick::Clear { .. }) && !self.chosen.is_empty()
    }
}

/// What the presenter's console shows; its picture of the projector is the [`AudienceView`] itself.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says something of its own"
)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsoleView {
    /// The view of phones and projector, the same bytes as theirs.
    pub audience: AudienceView,
    /// Raised by presenter commands only; sent back as `seen_step` with the next one.
    pub step: u32,
    /// The agenda with the presenter's notes.
    pub agenda: Vec<AgendaItem>,
    /// Which item of the agenda is shown, from 0.
    pub at: u8,
    /// Which candidate or page, from 0.
    pub item: u16,
    /// What the presenter wants to remember of the candidate that is shown, or drilled into; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub candidate_notes: String,
    /// What comes after this screen, for a small picture of it; `None` where the screen itself goes on changing, and at
    /// the end. Like the screen itself it holds nothing of a result that is not out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Screen>,
    /// The command the large button gives.
    pub primary: Option<Command>,
    /// What a remote's "next" does now; `None` where it does nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forward: Option<NextStep>,
    /// Whether a remote's "back" does anything now.
    #[serde(default)]
    pub can_go_back: bool,
    /// How many have joined as observers.
    pub observers: u32,
    /// Phones with a live connection now.
    pub connected: u32,
    /// Participants whose phone lost its connection within the last minute and is not back.
    pub reconnecting: u32,
    /// When the vote was opened, on the server's clock; `None` before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Millis>,
    /// The whole result once all its rows are out, whatever the screen shows; for the presenter to pass on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ResultView>,
    /// Whether the closed vote can be opened again.
    #[serde(default)]
    pub can_reopen: bool,
    /// Whether another round can be run.
    #[serde(default)]
    pub can_begin_next_round: bool,
    /// Who comes in, as counts.
    #[serde(default)]
    pub attendance: Attendance,
    /// What participants ask, and the pulse.
    #[serde(default)]
    pub questions: QuestionQueue,
    /// What each municipality is supposed to be able to spend, if anything is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<BudgetFrame>,
    /// Whether that can still be set.
    #[serde(default)]
    pub can_set_frame: bool,
    /// How many pages the projector has for what can be carried; 0 where there is none, or the result is not all out.
    #[serde(default)]
    pub carrying_pages: u16,
    /// Whether the presenter can let others go on than the rule does.
    #[serde(default)]
    pub can_override: bool,
    /// Whether everything can start over.
    pub can_start_over: bool,
    /// Whether a restart stopped a running countdown.
    pub countdown_lost: bool,
    /// Whether a countdown runs that another server over the same data measures: it is not shown here.
    #[serde(default)]
    pub countdown_elsewhere: bool,
    /// Rules under which the top three would be others; empty until all rows are out.
    pub rules_that_differ: Vec<CountingRule>,
    /// Help where there is no clean cut; applied by nobody but the presenter.
    pub tie: Vec<TieAid>,
}

/// What may help to decide between candidates that share a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TieAid {
    /// The candidate among those that share a place.
    pub candidate: CandidateId,
    /// Municipalities with at least one vote for it.
    pub municipalities: u32,
    /// Its figure under the fraction rule, in thousandths.
    pub fraction: u64,
    /// What an average one of those municipalities would pay by the request's rule, up to the next whole krone.
    pub price_per_municipality: Option<Money>,
}

#[cfg(test)]
mod tests;
