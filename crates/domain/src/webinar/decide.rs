//! What a command, the clock or a restart makes of a webinar's progress.

use super::{Command, LONGEST_COUNTDOWN, Plan, Progress, Scene};
use crate::agenda::Stage;
use crate::barometer::Phase;
use crate::carrying::BudgetFrame;
use crate::catalogue::Reality;
use crate::financing::MOST_MUNICIPALITIES;
use crate::financing::commitment::text;
use crate::ids::{CandidateId, Millis, RequestId};
use crate::pick::Pick;
use crate::refusal::{Field, Refusal};
use crate::vendor::LONGEST_REASON;

impl Progress {
    /// What a presenter's command given at `now` makes of this; `seen_step` is what the console showed.
    pub fn decide(
        &self,
        plan: &Plan,
        command: &Command,
        seen_step: u32,
        now: Millis,
    ) -> Result<Self, Refusal> {
        if seen_step != self.step {
            return Err(Refusal::StaleStep);
        }
        let mut next = self.clone();
        match command {
            Command::Next | Command::Back if self.scene.blank => next.scene.blank = false,
            Command::Next => next.step_forward(plan, now)?,
            Command::Back => next.step_back(plan, now)?,
            Command::GoTo { at, item } => next.go_to(plan, *at, *item, now)?,
            Command::SetFrame { frame } => next.set_frame(*frame)?,
            Command::Open => next.open(plan, now)?,
            Command::Close => next.close()?,
            Command::Reopen => next.reopen(plan, now)?,
            Command::NextRound => next.begin_next_round(plan, now)?,
            Command::Reveal { automatic } => next.reveal(plan, *automatic, now)?,
            Command::RevealAll => next.reveal_all(plan)?,
            Command::Drill { request } => {
                if !plan.knows(*request) {
                    return Err(Refusal::UnknownRequest);
                }
                next.scene.drilled = Some(*request);
                (next.scene.shared_by, next.scene.compared) = (0, false);
                next.scene.blank = false;
            }
            Command::Undrill => {
                self.scene.drilled.ok_or(Refusal::NothingFurther)?;
                next.undrill();
            }
            Command::Suppose { count } => {
                if self.scene.drilled.is_none() || *count > MOST_MUNICIPALITIES {
                    return Err(Refusal::NotPossibleNow);
                }
                next.scene.shared_by = *count;
            }
            Command::Compare { on } => {
                self.scene.drilled.ok_or(Refusal::NotPossibleNow)?;
                next.scene.compared = *on;
            }
            Command::Blank { on } => next.scene.blank = *on,
            Command::StartCountdown { seconds } => next.start_countdown(*seconds, now)?,
            Command::ExtendCountdown { seconds } => next.extend_countdown(*seconds, now)?,
            Command::StopCountdown => {
                next.ends_at.take().ok_or(Refusal::NotPossibleNow)?;
            }
            Command::Choose { candidates, reason } => next.choose(plan, candidates, reason)?,
            Command::Override { candidates, reason } => {
                next.override_rule(plan, candidates, reason)?;
            }
            Command::Door { closed } => {
                if self.scene.ended {
                    return Err(Refusal::WebinarNotOpen);
                }
                next.scene.door_closed = *closed;
            }
            Command::Speak { language } => next.scene.language = Some(*language),
            Command::End => {
                if self.phase.takes_ballots() {
                    return Err(Refusal::BarometerStillOpen);
                }
                next.scene.ended = true;
            }
            Command::StartOver if plan.reality == Reality::Real => {
                return Err(Refusal::NotPossibleNow);
            }
            Command::StartOver => {
                next = Self {
                    step: self.step,
                    ..Self::default()
                };
                next.scene.since = now;
            }
        }
        next.step += 1;
        Ok(next)
    }

    /// The server's own step from Closing to Closed, when the grace is over. Consoles stay fresh.
    #[must_use]
    pub fn closed(&self) -> Self {
        let phase = if self.phase == Phase::Closing {
            Phase::Closed
        } else {
            self.phase
        };
        Self {
            phase,
            ..self.clone()
        }
    }

    /// The server's own step to Closing, when a countdown reaches zero. Consoles stay fresh.
    #[must_use]
    pub fn counted_down(&self) -> Self {
        let phase = if self.phase == Phase::Open {
            Phase::Closing
        } else {
            self.phase
        };
        Self {
            phase,
            ends_at: None,
            ..self.clone()
        }
    }

    /// The server's own next row of an automatic reveal. Consoles stay fresh.
    #[must_use]
    pub fn next_row(&self, plan: &Plan) -> Self {
        let mut next = self.clone();
        next.bring_out(plan, 1);
        next
    }

    /// What a restart makes of it: no clock survived, so Closing is Closed and a countdown stops.
    #[must_use]
    pub fn after_restart(&self) -> Self {
        Self {
            ends_at: None,
            ..self.closed()
        }
    }

    fn show(&mut self, plan: &Plan, at: u8, item: u16, now: Millis) -> Result<(), Refusal> {
        let position = |stage| plan.stages.iter().position(|&other| other == stage);
        let beyond_vote = position(Stage::Barometer).is_some_and(|vote| usize::from(at) > vote);
        if beyond_vote && self.phase.takes_ballots() {
            return Err(Refusal::BarometerStillOpen);
        }
        self.scene = Scene {
            at,
            item,
            drilled: None,
            shared_by: 0,
            compared: false,
            blank: false,
            since: now,
            ..self.scene.clone()
        };
        Ok(())
    }

    /// From the list of the financing each request that goes on comes before the next stage.
    fn step_forward(&mut self, plan: &Plan, now: Millis) -> Result<(), Refusal> {
        if let Some(request) = self.scene.drilled {
            return match plan.neighbour(self, request, 1) {
                Some(following) => {
                    self.leaf_to(following);
                    Ok(())
                }
                None => self.next_stage(plan, now),
            };
        }
        let (at, item) = (self.scene.at, self.scene.item);
        if self.rows_are_coming_out(plan) {
            // Whoever asks for a row sets the pace from here on.
            self.scene.automatic = false;
            self.bring_out(plan, 1);
            return Ok(());
        }
        if item + 1 < plan.items(self, at) {
            return self.show(plan, at, item + 1, now);
        }
        if plan.stage(at) == Stage::Financing
            && let Some(&first) = plan.go_on(&self.scene.chosen).first()
        {
            self.leaf_to(first);
            return Ok(());
        }
        self.next_stage(plan, now)
    }

    fn next_stage(&mut self, plan: &Plan, now: Millis) -> Result<(), Refusal> {
        let at = plan.shown_after(self, self.scene.at);
        self.show(plan, at.ok_or(Refusal::NothingFurther)?, 0, now)
    }

    /// The way back through the same things; a row of a result that is not all out is taken in again.
    fn step_back(&mut self, plan: &Plan, now: Millis) -> Result<(), Refusal> {
        if let Some(request) = self.scene.drilled {
            match plan.neighbour(self, request, -1) {
                Some(before) => self.leaf_to(before),
                None => self.undrill(),
            }
            return Ok(());
        }
        if self.rows_are_coming_out(plan) && self.scene.rows > 0 {
            self.scene.automatic = false;
            self.scene.rows -= 1;
            return Ok(());
        }
        if self.scene.item > 0 {
            return self.show(plan, self.scene.at, self.scene.item - 1, now);
        }
        let at = plan.shown_before(self, self.scene.at);
        let at = at.ok_or(Refusal::NothingFurther)?;
        self.show(plan, at, plan.items(self, at) - 1, now)?;
        if plan.stage(at) == Stage::Financing {
            self.scene.drilled = plan.go_on(&self.scene.chosen).last().copied();
        }
        Ok(())
    }

    fn rows_are_coming_out(&self, plan: &Plan) -> bool {
        self.phase == Phase::Revealed
            && plan.stage(self.scene.at) == Stage::Result
            && !plan.all_rows_are_out(self)
    }

    fn go_to(&mut self, plan: &Plan, at: u8, item: u16, now: Millis) -> Result<(), Refusal> {
        let exists = usize::from(at) < plan.stages.len() && item < plan.items(self, at);
        if !exists {
            return Err(Refusal::NothingFurther);
        }
        self.show(plan, at, item, now)
    }

    fn leaf_to(&mut self, request: RequestId) {
        self.scene.drilled = Some(request);
        self.scene.shared_by = 0;
    }

    fn undrill(&mut self) {
        self.scene.drilled = None;
        (self.scene.shared_by, self.scene.compared) = (0, false);
    }

    /// Whether the frame can still be set: whoever knows how it goes must not choose what it is weighed by.
    pub fn can_set_frame(&self) -> bool {
        self.phase == Phase::Draft && !self.scene.ended
    }

    fn set_frame(&mut self, frame: Option<BudgetFrame>) -> Result<(), Refusal> {
        if !self.can_set_frame() {
            return Err(Refusal::NotPossibleNow);
        }
        self.scene.frame = frame.map(BudgetFrame::checked).transpose()?;
        Ok(())
    }

    fn open(&mut self, plan: &Plan, now: Millis) -> Result<(), Refusal> {
        if self.phase != Phase::Draft {
            return Err(Refusal::BarometerAlreadyOpened);
        }
        if plan.candidates.is_empty() {
            return Err(Refusal::NotPossibleNow);
        }
        self.phase = Phase::Open;
        self.scene.opened_at = Some(now);
        self.scene.since = now;
        self.scene.blank = false;
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        match self.phase {
            Phase::Draft => Err(Refusal::BarometerNotOpen),
            // A countdown may have come first; what was wanted is so.
            Phase::Closing | Phase::Closed => Ok(()),
            Phase::Open => {
                *self = self.counted_down();
                Ok(())
            }
            Phase::Revealed => Err(Refusal::BarometerClosed),
        }
    }

    /// Whether the closed vote can be opened again.
    pub fn can_reopen(&self, plan: &Plan) -> bool {
        self.check_reopen(plan).is_ok()
    }

    fn check_reopen(&self, plan: &Plan) -> Result<(), Refusal> {
        match self.phase {
            Phase::Draft => Err(Refusal::BarometerNotOpen),
            Phase::Open => Err(Refusal::BarometerAlreadyOpened),
            Phase::Closing => Err(Refusal::NotClosedYet),
            Phase::Revealed => Err(Refusal::NotPossibleNow),
            Phase::Closed if self.scene.ended => Err(Refusal::WebinarNotOpen),
            // Whoever knows how it goes must not decide that it goes on.
            Phase::Closed if plan.choices_seen => Err(Refusal::ChoicesSeen),
            Phase::Closed => Ok(()),
        }
    }

    fn reopen(&mut self, plan: &Plan, now: Millis) -> Result<(), Refusal> {
        self.check_reopen(plan)?;
        self.take_ballots_again(plan, now)?;
        self.scene.reopened = self.scene.reopened.saturating_add(1);
        Ok(())
    }

    /// Whether another round can be run.
    pub fn can_begin_next_round(&self, plan: &Plan) -> bool {
        self.check_next_round(plan).is_ok()
    }

    /// A round is over when everyone has seen all of its result.
    fn check_next_round(&self, plan: &Plan) -> Result<(), Refusal> {
        if self.scene.ended {
            return Err(Refusal::WebinarNotOpen);
        }
        if self.phase != Phase::Revealed || !plan.all_rows_are_out(self) {
            return Err(Refusal::NotPossibleNow);
        }
        Ok(())
    }

    fn begin_next_round(&mut self, plan: &Plan, now: Millis) -> Result<(), Refusal> {
        self.check_next_round(plan)?;
        self.take_ballots_again(plan, now)?;
        let scene = &mut self.scene;
        (scene.rows, scene.automatic, scene.reopened) = (0, false, 0);
        (scene.chosen, scene.chosen_because) = (Vec::new(), String::new());
        scene.earlier_rounds = scene.earlier_rounds.saturating_add(1);
        Ok(())
    }

    /// Open once more, with the vote on the screen.
    fn take_ballots_again(&mut self, plan: &Plan, now: Millis) -> Result<(), Refusal> {
        let mut stages = plan.stages.iter();
        let vote = stages.position(|&stage| stage == Stage::Barometer);
        if let Some(at) = vote.and_then(|at| u8::try_from(at).ok()) {
            self.show(plan, at, 0, now)?;
        }
        self.phase = Phase::Open;
        self.ends_at = None;
        self.scene.opened_at = Some(now);
        Ok(())
    }

    fn reveal(&mut self, plan: &Plan, automatic: bool, now: Millis) -> Result<(), Refusal> {
        match self.phase {
            Phase::Draft => return Err(Refusal::BarometerNotOpen),
            Phase::Open | Phase::Closing => return Err(Refusal::NotClosedYet),
            Phase::Revealed => return Err(Refusal::NotPossibleNow),
            Phase::Closed => {}
        }
        let result = plan.stages.iter().position(|&stage| stage == Stage::Result);
        self.phase = Phase::Revealed;
        if let Some(at) = result.and_then(|at| u8::try_from(at).ok()) {
            self.show(plan, at, 0, now)?;
        }
        // Row by row, the press that reveals brings the first one: nobody looks at an empty result.
        self.scene.rows = u16::from(!automatic);
        self.scene.automatic = automatic;
        Ok(())
    }

    fn reveal_all(&mut self, plan: &Plan) -> Result<(), Refusal> {
        if self.phase != Phase::Revealed || plan.all_rows_are_out(self) {
            return Err(Refusal::NotPossibleNow);
        }
        self.bring_out(plan, u16::MAX);
        Ok(())
    }

    fn bring_out(&mut self, plan: &Plan, rows: u16) {
        let all = u16::try_from(plan.rows()).unwrap_or(u16::MAX);
        self.scene.rows = self.scene.rows.saturating_add(rows).min(all);
        self.scene.automatic &= self.scene.rows < all;
    }

    fn start_countdown(&mut self, seconds: u16, now: Millis) -> Result<(), Refusal> {
        let fits = (1..=LONGEST_COUNTDOWN).contains(&seconds);
        if self.phase != Phase::Open || !fits {
            return Err(Refusal::NotPossibleNow);
        }
        self.ends_at = Some(now + Millis::from(seconds) * 1000);
        self.scene.counts_from = Some(now);
        Ok(())
    }

    fn extend_countdown(&mut self, seconds: u16, now: Millis) -> Result<(), Refusal> {
        let running = self.ends_at.ok_or(Refusal::NotPossibleNow)?;
        let latest = now + Millis::from(LONGEST_COUNTDOWN) * 1000;
        self.ends_at = Some((running + Millis::from(seconds) * 1000).min(latest));
        Ok(())
    }

    fn choose(
        &mut self,
        plan: &Plan,
        candidates: &[CandidateId],
        reason: &str,
    ) -> Result<(), Refusal> {
        let (Phase::Revealed, Some(Pick::Tied { ahead, tied })) = (self.phase, &plan.pick) else {
            return Err(Refusal::NotPossibleNow);
        };
        let reason = text(reason, 1..=LONGEST_REASON, Field::Reason)?;
        let mut chosen = candidates.to_vec();
        chosen.sort_unstable();
        chosen.dedup();
        let complete = ahead.iter().all(|candidate| chosen.contains(candidate));
        let known = chosen
            .iter()
            .all(|candidate| ahead.contains(candidate) || tied.contains(candidate));
        if !complete || !known || !(2..=3).contains(&chosen.len()) {
            return Err(Refusal::ChoiceDoesNotFit);
        }
        chosen.sort_by_key(|candidate| (!ahead.contains(candidate), *candidate));
        self.scene.chosen = chosen;
        self.scene.chosen_because = reason;
        Ok(())
    }

    /// Whether the presenter can let others go on than the rule does.
    pub fn can_override(&self, plan: &Plan) -> bool {
        self.phase == Phase::Revealed && plan.all_rows_are_out(self) && !plan.supported.is_empty()
    }

    fn override_rule(
        &mut self,
        plan: &Plan,
        candidates: &[CandidateId],
        reason: &str,
    ) -> Result<(), Refusal> {
        if !self.can_override(plan) {
            return Err(Refusal::NotPossibleNow);
        }
        let reason = text(reason, 1..=LONGEST_REASON, Field::Reason)?;
        let mut chosen = candidates.to_vec();
        chosen.sort_unstable();
        chosen.dedup();
        let is_supported = chosen.iter().all(|one| plan.supported.contains(one));
        if !is_supported || chosen.len() > 3 {
            return Err(Refusal::ChoiceDoesNotFit);
        }
        self.scene.chosen_because = if chosen.is_empty() {
            String::new()
        } else {
            reason
        };
        self.scene.chosen = chosen;
        Ok(())
    }
}
