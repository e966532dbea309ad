//! From one snapshot of the rows to each audience's view. Pure.

use std::collections::BTreeMap;

use super::{
    AudienceView, ConsoleView, FinancingPage, FinancingRow, RequestView, ResultRow, ResultView,
    Screen, TieAid, Verdict,
};
use crate::agenda::{AgendaItem, Stage};
use crate::attendance::Attendance;
use crate::audience_question::QuestionBoard;
use crate::barometer::{BarometerView, Phase, SignedRoot, Turnout};
use crate::catalogue::{Catalogue, Reality, RequestText};
use crate::financing::own_share::{average_inhabitants, prospective_share};
use crate::financing::{PublicSums, RequestState, Terms};
use crate::ids::{CandidateId, RequestId};
use crate::outcome::{Counted, EarlierRound, Outcome};
use crate::pick::{self, Pick, Ranked};
use crate::survey::SurveySlides;
use crate::tally::CountingRule;
use crate::webinar::{Command, LIST_ROWS, Plan, Progress, RESULT_ROWS, Scene};

/// Everything a view is computed from.
#[derive(Clone, Debug)]
pub struct Snapshot<'a> {
    /// The webinar's random number; goes into [`AudienceView::epoch`].
    pub epoch: u32,
    /// Rises with every change that is shown; goes into [`AudienceView::seq`].
    pub seq: u64,
    /// The hash under which the catalogue is fetched.
    pub catalogue_hash: &'a str,
    /// The webinar's texts and rules.
    pub catalogue: &'a Catalogue,
    /// The stages in order, with the presenter's notes.
    pub agenda: &'a [AgendaItem],
    /// Stages, candidates and requests that commands can refer to.
    pub plan: &'a Plan,
    /// Where the webinar stands, as commands have moved it.
    pub progress: &'a Progress,
    /// The barometer's round; goes into [`BarometerView::round`].
    pub round: u32,
    /// How many have voted; frozen at the close.
    pub turnout: Turnout,
    /// How many ballots are struck; goes into [`BarometerView::struck`].
    pub struck: u32,
    /// How many look-ups there were; goes into [`AudienceView::look_ups`].
    pub look_ups: u32,
    /// Whether their log is broken; goes into [`AudienceView::log_broken`].
    pub log_broken: bool,
    /// The root of the close; goes into [`AudienceView::root`].
    pub root: Option<&'a SignedRoot>,
    /// What was counted; `None` before the reveal.
    pub outcome: Option<&'a Outcome>,
    /// The rounds before, the first one first.
    pub earlier: &'a [EarlierRound],
    /// Each request's commitments in sums.
    pub sums: &'a BTreeMap<RequestId, PublicSums>,
    /// How far each request has come.
    pub states: &'a BTreeMap<RequestId, RequestState>,
    /// What participants ask; each audience gets its part of it.
    pub questions: &'a QuestionBoard,
    /// The result of the survey before the webinar, once that is closed and large enough.
    pub survey: Option<&'a SurveySlides>,
}

/// The figures that only the console shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Desk<'a> {
    /// The presenter's notes for each candidate, in order.
    pub candidate_notes: &'a [String],
    /// How many only watch; goes into [`ConsoleView::observers`].
    pub observers: u32,
    /// How many phones are connected; goes into [`ConsoleView::connected`].
    pub connected: u32,
    /// How many try to come back; goes into [`ConsoleView::reconnecting`].
    pub reconnecting: u32,
    /// Who comes in, as counts; goes into [`ConsoleView::attendance`].
    pub attendance: Attendance,
    /// Whether a restart stopped a countdown; goes into [`ConsoleView::countdown_lost`].
    pub countdown_lost: bool,
    /// Whether another process measures one; goes into [`ConsoleView::countdown_elsewhere`].
    pub countdown_elsewhere: bool,
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
                counts_from: scene.counts_from.filter(|_| ends_at.is_some()),
                round: self.round,
                reopened: scene.reopened,
                earlier_rounds: scene.earlier_rounds,
                struck: self.struck,
            },
            language: scene.language.unwrap_or(self.catalogue.language),
            since: scene.since,
            timebox: self
                .agenda
                .get(usize::from(scene.at))
                .and_then(|item| item.timebox),
            tie_open: self.verdict().is_some_and(|verdict| verdict.is_undecided()),
            door_closed: scene.door_closed,
            ended: scene.ended,
            look_ups: self.look_ups,
            log_broken: self.log_broken,
            root: self.root.filter(|_| *phase >= Phase::Closed).cloned(),
            requests: self.requests(),
            final_result: scene
                .ended
                .then(|| self.result())
                .filter(ResultView::is_out),
            pinned: self.questions.on_projector(*phase, scene.blank),
            screen: self.screen(),
        }
    }

    /// The view of the presenter's console.
    pub fn console(&self, desk: Desk<'_>) -> ConsoleView {
        let counted = self.counted().filter(|_| self.all_rows_are_out());
        let audience = self.audience();
        ConsoleView {
            candidate_notes: self.notes_at(&audience.screen, desk.candidate_notes),
            next: self.next_screen(),
            audience,
            step: self.progress.step,
            agenda: self.agenda.to_vec(),
            at: self.progress.scene.at,
            item: self.progress.scene.item,
            primary: self.progress.primary(self.plan),
            forward: self.progress.forward(self.plan),
            can_go_back: self.progress.can_go_back(self.plan),
            observers: desk.observers,
            connected: desk.connected,
            reconnecting: desk.reconnecting,
            opened_at: self.progress.scene.opened_at,
            result: counted.map(|_| self.result()),
            can_reopen: self.progress.can_reopen(self.plan),
            can_begin_next_round: self.progress.can_begin_next_round(self.plan),
            attendance: desk.attendance,
            questions: self.questions.queue(),
            frame: self.progress.scene.frame,
            can_set_frame: self.progress.can_set_frame(),
            carrying_pages: counted.map_or(0, |_| self.plan.carrying_pages),
            can_override: self.progress.can_override(self.plan),
            can_start_over: self.plan.reality != Reality::Real,
            countdown_lost: desk.countdown_lost,
            countdown_elsewhere: desk.countdown_elsewhere,
            rules_that_differ: counted.map_or_else(Vec::new, |(outcome, counted)| {
                pick::rules_that_differ(&counted.tally, outcome.rule)
            }),
            tie: counted.map_or_else(Vec::new, |(_, counted)| self.tie_aids(counted)),
        }
    }

    /// The notes of the candidate that a screen shows.
    fn notes_at(&self, screen: &Screen, notes: &[String]) -> String {
        let candidate = match screen {
            Screen::Candidate { candidate } => Some(*candidate),
            Screen::Request(request) => self.catalogue.candidate_of(request.financing.request),
            _ => None,
        };
        let at = candidate.and_then(|candidate| usize::from(candidate.0).checked_sub(1));
        at.and_then(|at| notes.get(at)).cloned().unwrap_or_default()
    }

    /// What comes after this screen: where the large button leads; during the vote the stage after it.
    fn next_screen(&self) -> Option<Screen> {
        let Self { progress, plan, .. } = *self;
        let scene = &progress.scene;
        let command = match progress.primary(plan) {
            // Its rows come out one by one.
            _ if plan.stage(scene.at) == Stage::Result
                && progress.phase == Phase::Revealed
                && !self.all_rows_are_out()
                && !scene.blank
                && scene.drilled.is_none() =>
            {
                return None;
            }
            Some(Command::Open | Command::Close) | None if progress.phase < Phase::Closed => {
                return self.screen_of(&Scene {
                    at: scene.at + 1,
                    item: 0,
                    ..scene.clone()
                });
            }
            Some(
                command @ (Command::Next
                | Command::Undrill
                | Command::Drill { .. }
                | Command::GoTo { .. }
                | Command::Blank { on: false }),
            ) => command,
            _ => return None,
        };
        let after = progress.decide(plan, &command, progress.step, scene.since);
        self.screen_of(&after.ok()?.scene)
    }

    /// What another scene would show, with everything else as it is.
    fn screen_of(&self, scene: &Scene) -> Option<Screen> {
        let is_on_agenda = usize::from(scene.at) < self.plan.stages.len();
        let progress = Progress {
            scene: scene.clone(),
            ..self.progress.clone()
        };
        let there = Snapshot {
            progress: &progress,
            ..self.clone()
        };
        is_on_agenda.then(|| there.screen())
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
            Stage::Survey => Screen::Survey {
                page: self.survey.and_then(|survey| survey.page(scene.item)),
            },
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

    /// Every request that goes on or is under way, for [`AudienceView::requests`]; none before the last two stages.
    fn requests(&self) -> Vec<FinancingRow> {
        let scene = &self.progress.scene;
        let requests = match self.plan.stage(scene.at) {
            Stage::Financing | Stage::Thanks => self.plan.financing(&scene.chosen),
            // Who goes on is told by the last row, never by the list beside it.
            _ if scene.ended && self.verdict().is_some() => self.plan.financing(&scene.chosen),
            _ if scene.ended => self.plan.ongoing.clone(),
            _ => Vec::new(),
        };
        let rows = requests.into_iter().map(|one| self.financing(one));
        rows.collect()
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
        let sums = self.sums.get(&request).copied().unwrap_or_default().sums();
        let text = self.catalogue.request(request);
        let terms = text.map_or_else(Terms::default, RequestText::terms);
        let state = self.states.get(&request);
        FinancingRow {
            request,
            sums,
            shortfall: sums.shortfall(terms.price.likely()),
            funded: state.is_some_and(|state| state.is_funded()),
            missing: terms.missing_municipalities(&sums),
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
        let text = self.catalogue.request(request);
        let shared_by = match self.progress.scene.shared_by {
            0 => text.map_or_else(u32::default, RequestText::planned_number),
            supposed => supposed.into(),
        };
        RequestView {
            financing: self.financing(request),
            shared_by,
            compared: self.progress.scene.compared,
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
            earlier: self.earlier.iter().map(EarlierRound::go_on).collect(),
        };
        let Some((outcome, counted)) = self.counted() else {
            return empty;
        };
        let ranked = ranked(outcome, counted, &self.progress.scene.chosen);
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
        ResultView {
            total: outcome.rows(),
            rows,
            page,
            verdict: self.verdict(),
            ..empty
        }
    }

    fn go_on(&self) -> Vec<RequestId> {
        let verdict = self.verdict();
        let go_on = verdict.as_ref().map_or(&[][..], Verdict::go_on);
        go_on
            .iter()
            .filter_map(|&id| self.catalogue.candidate(id))
            .map(|text| text.id)
            .collect()
    }

    /// Who goes on and how sure it is, once all rows are out.
    fn verdict(&self) -> Option<Verdict> {
        let (_, counted) = self.counted().filter(|_| self.all_rows_are_out())?;
        let scene = &self.progress.scene;
        let (chosen, because) = (scene.chosen.clone(), scene.chosen_because.clone());
        Some(verdict_of(counted, chosen, because))
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
            let text = self.catalogue.candidate(*candidate)?;
            let price_per_municipality = prospective_share(
                text.price.likely(),
                &text.sharing,
                average_inhabitants(),
                support.municipalities,
            );
            Some(TieAid {
                candidate: *candidate,
                municipalities: support.municipalities,
                fraction: support.fraction.thousandths(),
                price_per_municipality: price_per_municipality
                    .ok()
                    .filter(|_| text.price.known().is_some()),
            })
        };
        ahead.iter().chain(tied).filter_map(aid).collect()
    }
}

impl EarlierRound {
    /// Who went on by it, as far as that was decided; nobody where nothing could be shown.
    pub fn go_on(&self) -> Vec<CandidateId> {
        let verdict = self.result().verdict;
        verdict.map_or_else(Vec::new, |verdict| verdict.go_on().to_vec())
    }

    /// Its whole result, as everyone saw it.
    pub fn result(&self) -> ResultView {
        let Self { outcome, chosen } = self;
        let counted = outcome.counted.as_ref();
        let rows = counted.map_or_else(Vec::new, |counted| {
            let ranked = ranked(outcome, counted, chosen);
            ranked.iter().map(|one| row(one, outcome.rule)).collect()
        });
        ResultView {
            rule: outcome.rule,
            total: outcome.rows(),
            rows,
            page: 0,
            too_few: counted.is_none(),
            verdict: counted.map(|counted| verdict_of(counted, chosen.clone(), String::new())),
            earlier: Vec::new(),
        }
    }
}

/// What the votes say, and what the presenter made of it. Where others go on than the votes point to, nothing is said of how
/// sure the votes are: "afgjort" beside it would read as if that were settled.
fn verdict_of(counted: &Counted, chosen: Vec<CandidateId>, because: String) -> Verdict {
    let mut verdict = Verdict {
        pick: counted.pick.clone(),
        chosen,
        because,
        certainty: None,
    };
    if !verdict.is_overridden() {
        verdict.certainty = counted.certainty;
    }
    verdict
}

/// The candidates by place. Among those that share the place of the cut, whom the presenter chose stand first, so that
/// the cut stands below those who go on.
fn ranked(outcome: &Outcome, counted: &Counted, chosen: &[CandidateId]) -> Vec<Ranked> {
    let mut ranked = pick::rank(&counted.tally, outcome.rule);
    if !chosen.is_empty() {
        ranked.sort_by_key(|one| (one.place, !chosen.contains(&one.support.candidate)));
    }
    ranked
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
