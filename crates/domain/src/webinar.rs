//! Where a running webinar stands, and what a presenter's command makes of it. Pure: same in, same out.

use serde::{Deserialize, Serialize};

use crate::agenda::Stage;
use crate::barometer::Phase;
use crate::carrying::BudgetFrame;
use crate::catalogue::Reality;
use crate::ids::{CandidateId, Millis, RequestId};
use crate::language::Language;
use crate::pick::Pick;

mod decide;
mod next_step;
mod replan;

pub use next_step::{NextStep, Upcoming};

/// Rows of a list (ongoing requests, financing) on one page of the projector.
pub const LIST_ROWS: u16 = 6;
/// Rows of the result on one page of the projector.
pub const RESULT_ROWS: u16 = 8;
/// The longest countdown, in seconds.
pub const LONGEST_COUNTDOWN: u16 = 900;

/// What the screens show, stored, so that a restart and a newcomer find it as it is.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the stage"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(default)]
pub struct Scene {
    /// Which item of the agenda, from 0.
    pub at: u8,
    /// Which candidate, or which page of a list, from 0.
    pub item: u16,
    /// The request whose financing is drilled into.
    pub drilled: Option<RequestId>,
    /// By how many the presenter supposes that the drilled request is shared; 0 for as many as planned.
    pub shared_by: u16,
    /// Whether the sharing rules stand side by side in the place of the drilled request's curve.
    pub compared: bool,
    /// Whether the screen is blanked.
    pub blank: bool,
    /// When this was first shown, on the server's clock; for timeboxes.
    pub since: Millis,
    /// How many rows of the result are out, counted from the last place up.
    pub rows: u16,
    /// Whether the remaining rows follow by themselves.
    pub automatic: bool,
    /// Whom the presenter let go on: where there was no clean cut, or others than the rule does.
    pub chosen: Vec<CandidateId>,
    /// Why the presenter let these go on; empty where the rule stands.
    pub chosen_because: String,
    /// Whether the webinar has ended: nobody new can join.
    pub ended: bool,
    /// When the vote was opened, on the server's clock.
    pub opened_at: Option<Millis>,
    /// How often this round's vote was reopened after its close.
    pub reopened: u8,
    /// How many rounds there were before this one; their results are kept, and the last round's counts.
    pub earlier_rounds: u8,
    /// Whether the door is closed: those inside stay, and nobody new comes in to vote.
    pub door_closed: bool,
    /// What the presenter has the projector speak; `None` for what the webinar was prepared in.
    pub language: Option<Language>,
    /// What each municipality is supposed to be able to spend; it is set before the vote opens, or not at all.
    pub frame: Option<BudgetFrame>,
    /// When the running countdown began, or the last one if none runs, on the server's clock.
    pub counts_from: Option<Millis>,
}

impl Scene {
    /// Whether the screen is at another place than at `before`: another stage, candidate or page, another request drilled
    /// into, or another row of the result.
    pub fn has_moved_since(&self, before: &Self) -> bool {
        let place = |scene: &Self| (scene.at, scene.item, scene.drilled, scene.rows);
        place(self) != place(before)
    }
}

/// All that presenter commands change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Raised by presenter commands only: votes never make a console stale.
    pub step: u32,
    /// What the screens show, down to page and row.
    pub scene: Scene,
    /// The barometer's phase, in the present round.
    pub phase: Phase,
    /// When a running countdown reaches zero, on the server's clock.
    pub ends_at: Option<Millis>,
}

/// What commands need to know of the webinar but cannot change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The stages of the agenda, in order.
    pub stages: Vec<Stage>,
    /// The candidates' requests in the shortlist's order.
    pub candidates: Vec<RequestId>,
    /// Requests under way, in order.
    pub ongoing: Vec<RequestId>,
    /// How real the webinar is.
    pub reality: Reality,
    /// The counted pick, once revealed.
    pub pick: Option<Pick>,
    /// The candidates that somebody supports, once revealed.
    pub supported: Vec<CandidateId>,
    /// Whether somebody has seen what was voted, before the result was out.
    pub choices_seen: bool,
    /// How many pages the result of the survey before the webinar has; 0 where there is none.
    pub survey_pages: u16,
    /// How many pages "Hvad kan bæres sammen?" has, after those of the result; 0 where there is none.
    pub carrying_pages: u16,
}

/// Everything that a presenter can tell the webinar to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// The next page, candidate, row of the result, request or stage.
    Next,
    /// The page, candidate or stage before the one shown.
    Back,
    /// Straight to a place on the agenda.
    GoTo {
        /// Which item of the agenda, from 0.
        at: u8,
        /// Which candidate or page, from 0.
        #[serde(default)]
        item: u16,
    },
    /// Supposes what each municipality can spend, for "Hvad kan bæres sammen?"; only before the vote has ever been open.
    SetFrame {
        /// That; `None` to suppose nothing.
        frame: Option<BudgetFrame>,
    },
    /// Opens the barometer; its rules lock.
    Open,
    /// Closes it: phones lock and send what they hold.
    Close,
    /// Opens a closed barometer again, before its result is out and before anybody has seen what was voted; its ballots
    /// stay and can be changed.
    Reopen,
    /// Runs another round after a result is out: ballots start empty, both results stay, and the last one counts.
    NextRound,
    /// Brings out the result, from the last place up.
    Reveal {
        /// Whether the rows follow by themselves; otherwise one with each `Next`.
        automatic: bool,
    },
    /// Brings out all remaining rows at once.
    RevealAll,
    /// Shows one request's financing over the present stage.
    Drill {
        /// The request that is to be shown.
        request: RequestId,
    },
    /// Back from a request to where one came from.
    Undrill,
    /// "Hvad nu hvis": supposes that so many municipalities share the request shown.
    Suppose {
        /// How many; 0 for as many as planned.
        #[serde(alias = "more")]
        count: u16,
    },
    /// Holds the sharing rules side by side on a drilled request, or shows the curve again.
    Compare {
        /// Whether they are to be.
        on: bool,
    },
    /// Blanks the screen, or shows it again.
    Blank {
        /// Whether it is to be blank.
        on: bool,
    },
    /// Starts a countdown to the close.
    StartCountdown {
        /// How long it runs, from 1 to [`LONGEST_COUNTDOWN`] seconds.
        seconds: u16,
    },
    /// Gives a running countdown more time.
    ExtendCountdown {
        /// How many seconds are added; the end is at most [`LONGEST_COUNTDOWN`] away.
        seconds: u16,
    },
    /// Stops a countdown; the barometer stays open.
    StopCountdown,
    /// Lets these of the tied go on; on record, and in the letter, with the reason.
    Choose {
        /// All who go on, those ahead of the tie included.
        candidates: Vec<CandidateId>,
        /// Why, in at most [`LONGEST_REASON`](crate::vendor::LONGEST_REASON) letters; empty on record where none was asked for.
        #[serde(default)]
        reason: String,
    },
    /// Lets others go on than the rule does, once the whole result is out; on record, and in the letter, with the reason.
    Override {
        /// All who go on, one to three that somebody supports; none to let the rule stand again.
        candidates: Vec<CandidateId>,
        /// Why, in at most [`LONGEST_REASON`](crate::vendor::LONGEST_REASON) letters.
        reason: String,
    },
    /// Closes the door, or opens it again: those inside stay, and nobody new comes in to vote.
    Door {
        /// Whether it is to be closed.
        closed: bool,
    },
    /// Switches the language of every projector.
    Speak {
        /// Which.
        language: Language,
    },
    /// Ends the webinar: nobody new can join.
    End,
    /// Starts a demo or rehearsal over, without any ballots.
    StartOver,
}

impl Plan {
    /// The stage at this place of the agenda.
    pub fn stage(&self, at: u8) -> Stage {
        self.stages
            .get(usize::from(at))
            .copied()
            .unwrap_or(Stage::Welcome)
    }

    /// The requests of the financing stage: those that go on, then those under way.
    pub fn financing(&self, chosen: &[CandidateId]) -> Vec<RequestId> {
        let go_on = self.go_on(chosen).into_iter();
        go_on.chain(self.ongoing.iter().copied()).collect()
    }

    /// The requests that go on, as far as it is decided.
    pub fn go_on(&self, chosen: &[CandidateId]) -> Vec<RequestId> {
        let go_on = match &self.pick {
            None => &[],
            Some(_) if !chosen.is_empty() => chosen,
            Some(pick) => pick.by_rule(),
        };
        let requests = go_on
            .iter()
            .filter_map(|candidate| self.request_of(*candidate));
        requests.collect()
    }

    fn request_of(&self, candidate: CandidateId) -> Option<RequestId> {
        self.candidates
            .get(usize::from(candidate.0).checked_sub(1)?)
            .copied()
    }

    fn items(&self, progress: &Progress, at: u8) -> u16 {
        let pages = |rows: usize, page: u16| u16::try_from(rows).unwrap_or(u16::MAX).div_ceil(page);
        let items = match self.stage(at) {
            Stage::Survey => self.survey_pages,
            Stage::Ongoing => pages(self.ongoing.len(), LIST_ROWS),
            Stage::Candidates => pages(self.candidates.len(), 1),
            Stage::Financing => pages(self.financing(&progress.scene.chosen).len(), LIST_ROWS),
            Stage::Result if self.all_rows_are_out(progress) => {
                pages(self.rows(), RESULT_ROWS).saturating_add(self.carrying_pages)
            }
            _ => 1,
        };
        items.max(1)
    }

    /// Whether this stage would show anything: a list that has nothing on it is passed over, and shown only to whoever
    /// goes straight there.
    fn has_something(&self, progress: &Progress, at: u8) -> bool {
        match self.stage(at) {
            Stage::Survey => self.survey_pages > 0,
            Stage::Ongoing => !self.ongoing.is_empty(),
            Stage::Candidates => !self.candidates.is_empty(),
            Stage::Financing => !self.financing(&progress.scene.chosen).is_empty(),
            Stage::Welcome | Stage::Barometer | Stage::Result | Stage::Thanks => true,
        }
    }

    /// The next stage that shows something.
    fn shown_after(&self, progress: &Progress, at: u8) -> Option<u8> {
        let stages = u8::try_from(self.stages.len()).unwrap_or(u8::MAX);
        (at.saturating_add(1)..stages).find(|&at| self.has_something(progress, at))
    }

    /// The last stage before that shows something.
    fn shown_before(&self, progress: &Progress, at: u8) -> Option<u8> {
        (0..at).rev().find(|&at| self.has_something(progress, at))
    }

    fn rows(&self) -> usize {
        if self.pick.is_some() {
            self.candidates.len()
        } else {
            0
        }
    }

    fn all_rows_are_out(&self, progress: &Progress) -> bool {
        usize::from(progress.scene.rows) >= self.rows()
    }

    /// The request before (−1) or after (1) this one, which is drilled into: among those that go on where it is one of
    /// them and that is out, else among the others of the stage.
    fn neighbour(&self, progress: &Progress, request: RequestId, by: isize) -> Option<RequestId> {
        let scene = &progress.scene;
        let is_out = progress.phase == Phase::Revealed && self.all_rows_are_out(progress);
        let go_on = if is_out {
            self.go_on(&scene.chosen)
        } else {
            Vec::new()
        };
        let others = match self.stage(scene.at) {
            Stage::Ongoing | Stage::Financing => &self.ongoing,
            _ => &self.candidates,
        };
        let leaves = if go_on.contains(&request) && self.stage(scene.at) != Stage::Ongoing {
            go_on
        } else {
            let others = others.iter().filter(|other| !go_on.contains(other));
            others.copied().collect()
        };
        let here = leaves.iter().position(|&other| other == request)?;
        leaves.get(here.checked_add_signed(by)?).copied()
    }

    fn knows(&self, request: RequestId) -> bool {
        self.candidates.contains(&request) || self.ongoing.contains(&request)
    }
}

#[cfg(test)]
mod tests;
