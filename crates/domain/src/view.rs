//! What each audience sees: whole views, computed from one snapshot by pure functions.
//!
//! Phones and projector get the same [`AudienceView`]. It holds no person, no municipality beside a
//! choice, and of the result only the rows already revealed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::agenda::{AgendaItem, Stage};
use crate::barometer::{BarometerView, Phase, Turnout};
use crate::catalogue::{Catalogue, Reality};
use crate::financing::Sums;
use crate::ids::{CandidateId, Millis, RequestId};
use crate::money::Money;
use crate::outcome::{Counted, Outcome};
use crate::pick::{self, Certainty, Pick, Ranked};
use crate::tally::CountingRule;
use crate::webinar::{Command, LIST_ROWS, Plan, Progress, RESULT_ROWS};

/// What phones and projector show, the same bytes for both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AudienceView {
    /// Random, renewed by a restore or a reset; a view of another epoch is always newer.
    pub epoch: u32,
    /// Rises with every committed change; within an epoch a lower one is old.
    pub seq: u64,
    /// Which catalogue the numbers refer to.
    pub catalogue: String,
    /// The vote, whatever the screen shows.
    pub barometer: BarometerView,
    /// When the screen's stage or candidate was first shown, on the server's clock.
    pub since: Millis,
    /// Seconds meant for it, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timebox: Option<u16>,
    /// Whether the webinar has ended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
    /// What is shown.
    pub screen: Screen,
}

/// What the presenter shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "on", rename_all = "snake_case")]
pub enum Screen {
    /// Nothing, on purpose.
    Blank,
    /// "Velkommen".
    Welcome,
    /// Requests under way.
    Ongoing(FinancingPage),
    /// One candidate.
    Candidate {
        /// Which.
        candidate: CandidateId,
    },
    /// The vote.
    Barometer,
    /// The result, or the wait for it.
    Result(ResultView),
    /// Those that go on and those under way.
    Financing(FinancingPage),
    /// One request's financing.
    Request(RequestView),
    /// "Tak og næste skridt".
    Thanks {
        /// The requests that go on.
        go_on: Vec<RequestId>,
    },
}

/// A page of requests with their financing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FinancingPage {
    /// Which page, from 0.
    pub page: u16,
    /// How many pages.
    pub pages: u16,
    /// The requests on it.
    pub rows: Vec<FinancingRow>,
}

/// One request's financing in sums; names of municipalities are not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FinancingRow {
    /// Which request.
    pub request: RequestId,
    /// What municipalities have said.
    pub sums: Sums,
    /// "Mangler", in øre.
    pub shortfall: Money,
}

/// One request, drilled into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestView {
    /// Its financing.
    #[serde(flatten)]
    pub financing: FinancingRow,
    /// Its row of the result, once that is out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<ResultRow>,
}

/// The result as far as it is out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResultView {
    /// The rule that ranks.
    pub rule: CountingRule,
    /// How many rows there are in all; 0 while nothing is revealed.
    pub total: u16,
    /// The rows that are out, in order of place; they come out from the last place up.
    pub rows: Vec<ResultRow>,
    /// Which page of [`RESULT_ROWS`] is shown, from 0.
    pub page: u16,
    /// Whether there were fewer than five ballots: then there is nothing to show, ever.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub too_few: bool,
    /// Who goes on; only when every row is out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// One candidate's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResultRow {
    /// Which candidate.
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
    /// Votes.
    pub votes: u32,
}

/// The pick, and how sure it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// By the rule of the larger gap.
    #[serde(flatten)]
    pub pick: Pick,
    /// Whom the presenter let go on where there was no clean cut.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<CandidateId>,
    /// "Afgjort" or "tæt løb".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

impl Verdict {
    /// Those who go on, as far as it is decided.
    pub fn go_on(&self) -> &[CandidateId] {
        match &self.pick {
            Pick::Clear { go_on } => go_on,
            Pick::Tied { ahead, .. } if self.chosen.is_empty() => ahead,
            Pick::Tied { .. } => &self.chosen,
            Pick::Nobody => &[],
        }
    }
}

/// What the presenter's console shows; its picture of the projector is the [`AudienceView`] itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConsoleView {
    /// What phones and projector show.
    pub audience: AudienceView,
    /// To be sent back with each command.
    pub step: u32,
    /// The agenda with the presenter's notes.
    pub agenda: Vec<AgendaItem>,
    /// Which item of the agenda is shown, from 0.
    pub at: u8,
    /// Which candidate or page, from 0.
    pub item: u16,
    /// The command the large button gives.
    pub primary: Option<Command>,
    /// Participants who only watch.
    pub observers: u32,
    /// Phones with a live connection now.
    pub connected: u32,
    /// Participants whose phone lost its connection within the last minute and is not back.
    pub reconnecting: u32,
    /// Whether everything can start over.
    pub can_start_over: bool,
    /// Whether a restart stopped a running countdown.
    pub countdown_lost: bool,
    /// Rules under which the top three would be others; empty until all rows are out.
    pub rules_that_differ: Vec<CountingRule>,
    /// Help where there is no clean cut; applied by nobody but the presenter.
    pub tie: Vec<TieAid>,
}

/// What may help to decide between candidates that share a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TieAid {
    /// Which candidate.
    pub candidate: CandidateId,
    /// Municipalities with at least one vote for it.
    pub municipalities: u32,
    /// Its figure under the fraction rule, in thousandths.
    pub fraction: u64,
    /// What each of those municipalities would pay if they shared equally, in øre.
    pub price_per_municipality: Option<Money>,
}

/// Everything a view is computed from.
#[derive(Clone, Debug)]
pub struct Snapshot<'a> {
    /// See [`AudienceView::epoch`].
    pub epoch: u32,
    /// See [`AudienceView::seq`].
    pub seq: u64,
    /// The catalogue's hash.
    pub catalogue_hash: &'a str,
    /// The webinar's texts and rules.
    pub catalogue: &'a Catalogue,
    /// The agenda with notes.
    pub agenda: &'a [AgendaItem],
    /// What commands can refer to.
    pub plan: &'a Plan,
    /// Where the webinar stands.
    pub progress: &'a Progress,
    /// See [`BarometerView::round`].
    pub round: u32,
    /// How many have voted; frozen at the close.
    pub turnout: Turnout,
    /// The outcome, once revealed.
    pub outcome: Option<&'a Outcome>,
    /// Each request's commitments in sums.
    pub sums: &'a BTreeMap<RequestId, Sums>,
}

/// What only the console shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// See [`ConsoleView::observers`].
    pub observers: u32,
    /// See [`ConsoleView::connected`].
    pub connected: u32,
    /// See [`ConsoleView::reconnecting`].
    pub reconnecting: u32,
    /// See [`ConsoleView::countdown_lost`].
    pub countdown_lost: bool,
}

impl Snapshot<'_> {
    /// The view of phones and projector.
    pub fn audience(&self) -> AudienceView {
        let Progress {
            scene,
            phase,
            ends_at,
            ..
        } = self.progress;
        AudienceView {
            epoch: self.epoch,
            seq: self.seq,
            catalogue: self.catalogue_hash.to_owned(),
            barometer: BarometerView {
                phase: *phase,
                turnout: self.turnout,
                ends_at: *ends_at,
                round: self.round,
            },
            since: scene.since,
            timebox: self
                .agenda
                .get(usize::from(scene.at))
                .and_then(|item| item.timebox),
            ended: scene.ended,
            screen: self.screen(),
        }
    }

    /// The view of the presenter's console.
    pub fn console(&self, desk: Desk) -> ConsoleView {
        let counted = self.counted().filter(|_| self.all_rows_are_out());
        ConsoleView {
            audience: self.audience(),
            step: self.progress.step,
            agenda: self.agenda.to_vec(),
            at: self.progress.scene.at,
            item: self.progress.scene.item,
            primary: self.progress.primary(self.plan),
            observers: desk.observers,
            connected: desk.connected,
            reconnecting: desk.reconnecting,
            can_start_over: self.plan.reality != Reality::Real,
            countdown_lost: desk.countdown_lost,
            rules_that_differ: counted.map_or_else(Vec::new, |(outcome, counted)| {
                pick::rules_that_differ(&counted.tally, outcome.rule)
            }),
            tie: counted.map_or_else(Vec::new, |(_, counted)| self.tie_aids(counted)),
        }
    }

    fn screen(&self) -> Screen {
        let scene = &self.progress.scene;
        if scene.blank {
            return Screen::Blank;
        }
        if let Some(request) = scene.drilled {
            return Screen::Request(self.request(request));
        }
        match self.plan.stage(scene.at) {
            Stage::Welcome => Screen::Welcome,
            Stage::Ongoing => Screen::Ongoing(self.financing_page(&self.plan.ongoing)),
            Stage::Candidates => Screen::Candidate {
                candidate: CandidateId(scene.item + 1),
            },
            Stage::Barometer => Screen::Barometer,
            Stage::Result => Screen::Result(self.result()),
            Stage::Financing => {
                Screen::Financing(self.financing_page(&self.plan.financing(&scene.chosen)))
            }
            Stage::Thanks => Screen::Thanks {
                go_on: self.go_on(),
            },
        }
    }

    fn financing_page(&self, requests: &[RequestId]) -> FinancingPage {
        let (page, size) = (self.progress.scene.item, usize::from(LIST_ROWS));
        let rows = requests
            .chunks(size)
            .nth(usize::from(page))
            .unwrap_or_default();
        FinancingPage {
            page,
            pages: u16::try_from(requests.len().div_ceil(size))
                .unwrap_or(u16::MAX)
                .max(1),
            rows: rows
                .iter()
                .map(|&request| self.financing(request))
                .collect(),
        }
    }

    fn financing(&self, request: RequestId) -> FinancingRow {
        let sums = self.sums.get(&request).copied().unwrap_or_default();
        let price = self
            .catalogue
            .request(request)
            .map(|text| text.price.likely());
        FinancingRow {
            request,
            sums,
            shortfall: sums.shortfall(price.unwrap_or_default()),
        }
    }

    fn request(&self, request: RequestId) -> RequestView {
        let candidate = self.catalogue.candidate_of(request);
        let rows = self
            .counted()
            .filter(|_| self.all_rows_are_out())
            .map(|(outcome, counted)| {
                pick::rank(&counted.tally, outcome.rule)
                    .into_iter()
                    .map(|r| row(&r, outcome.rule))
            });
        let result = rows.and_then(|mut rows| rows.find(|row| Some(row.candidate) == candidate));
        RequestView {
            financing: self.financing(request),
            result,
        }
    }

    fn result(&self) -> ResultView {
        let empty = ResultView {
            rule: self.catalogue.rules.rule,
            total: 0,
            rows: Vec::new(),
            page: 0,
            too_few: self.progress.phase == Phase::Revealed && self.counted().is_none(),
            verdict: None,
        };
        let Some((outcome, counted)) = self.counted() else {
            return empty;
        };
        let ranked = pick::rank(&counted.tally, outcome.rule);
        let hidden = ranked
            .len()
            .saturating_sub(usize::from(self.progress.scene.rows));
        let rows = ranked[hidden..]
            .iter()
            .map(|ranked| row(ranked, outcome.rule))
            .collect();
        let page = if self.all_rows_are_out() {
            self.progress.scene.item
        } else {
            let newest = hidden.min(ranked.len().saturating_sub(1));
            u16::try_from(newest).unwrap_or(0) / RESULT_ROWS
        };
        let verdict = self.all_rows_are_out().then(|| Verdict {
            pick: counted.pick.clone(),
            chosen: self.progress.scene.chosen.clone(),
            certainty: counted.certainty,
        });
        ResultView {
            total: outcome.rows(),
            rows,
            page,
            verdict,
            ..empty
        }
    }

    fn go_on(&self) -> Vec<RequestId> {
        let Some((_, counted)) = self.counted().filter(|_| self.all_rows_are_out()) else {
            return Vec::new();
        };
        let chosen = self.progress.scene.chosen.clone();
        let verdict = Verdict {
            pick: counted.pick.clone(),
            chosen,
            certainty: None,
        };
        let requests = verdict.go_on().iter();
        requests
            .filter_map(|&id| self.catalogue.candidate(id))
            .map(|text| text.id)
            .collect()
    }

    /// The counted outcome, never before the reveal.
    fn counted(&self) -> Option<(&Outcome, &Counted)> {
        let outcome = self
            .outcome
            .filter(|_| self.progress.phase == Phase::Revealed)?;
        outcome.counted.as_ref().map(|counted| (outcome, counted))
    }

    fn all_rows_are_out(&self) -> bool {
        self.outcome
            .is_some_and(|outcome| self.progress.scene.rows >= outcome.rows())
    }

    fn tie_aids(&self, counted: &Counted) -> Vec<TieAid> {
        let Pick::Tied { ahead, tied } = &counted.pick else {
            return Vec::new();
        };
        let aid = |candidate: &CandidateId| {
            let support = counted
                .tally
                .supports
                .iter()
                .find(|s| s.candidate == *candidate)?;
            let price = self.catalogue.candidate(*candidate)?.price.likely();
            Some(TieAid {
                candidate: *candidate,
                municipalities: support.municipalities,
                fraction: support.fraction.thousandths(),
                price_per_municipality: crate::financing::price_per_municipality(
                    price,
                    support.municipalities,
                ),
            })
        };
        ahead.iter().chain(tied).filter_map(aid).collect()
    }
}

fn row(ranked: &Ranked, rule: CountingRule) -> ResultRow {
    ResultRow {
        candidate: ranked.support.candidate,
        place: ranked.place,
        shared: ranked.shared,
        headline: ranked.support.under(rule).thousandths(),
        municipalities: ranked.support.municipalities,
        votes: ranked.support.participants,
    }
}

#[cfg(test)]
#[path = "view_tests.rs"]
mod tests;
