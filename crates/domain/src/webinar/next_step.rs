//! What a presenter's remote does: the one sensible step forward, wherever the webinar stands, and the one back.

use serde::{Deserialize, Serialize};

use super::{Command, Plan, Progress};
use crate::agenda::Stage;
use crate::barometer::Phase;
use crate::ids::{CandidateId, RequestId};
use crate::pick::Pick;

/// The step forward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextStep {
    /// The command that takes it.
    pub command: Command,
    /// What it brings.
    pub brings: Upcoming,
    /// Whether a remote takes it only when pressed once more: it opens or closes the vote, or passes a tie that nobody has
    /// decided.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
}

/// What a step forward brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum Upcoming {
    /// The screen is shown again.
    Unblanked,
    /// Another stage.
    Stage {
        /// Which.
        stage: Stage,
    },
    /// Another candidate.
    Candidate {
        /// Which.
        candidate: CandidateId,
    },
    /// Another page.
    Page {
        /// Which, from 0.
        page: u16,
    },
    /// Another row of the result.
    Row {
        /// How many are still to come after it.
        left: u16,
    },
    /// The financing of one request.
    Request {
        /// Which.
        request: RequestId,
    },
    /// The vote opens.
    VoteOpens,
    /// The vote closes.
    VoteCloses,
    /// The result, with its last place.
    Result,
}

impl Progress {
    /// The step forward: through pages and candidates, into and out of the vote, one row of the result after the other,
    /// each request that goes on, and to the thanks. `None` while the last ballots come in, and at the end.
    pub fn forward(&self, plan: &Plan) -> Option<NextStep> {
        let is_voted_here = !self.scene.blank && self.scene.drilled.is_none();
        let stage = plan.stage(self.scene.at);
        let command = match (stage, self.phase) {
            _ if !is_voted_here => Command::Next,
            (Stage::Barometer, Phase::Draft) if !plan.candidates.is_empty() => Command::Open,
            (Stage::Barometer, Phase::Open) => Command::Close,
            (Stage::Barometer | Stage::Result, Phase::Closing) => return None,
            (Stage::Barometer | Stage::Result, Phase::Closed) => {
                Command::Reveal { automatic: false }
            }
            _ => Command::Next,
        };
        let next = self.decide(plan, &command, self.step, self.scene.since);
        let brings = self.brings(plan, &command, &next.ok()?);
        let leaves_result = matches!(brings, Upcoming::Stage { .. }) && stage == Stage::Result;
        let asks = match brings {
            Upcoming::VoteOpens | Upcoming::VoteCloses => true,
            _ => leaves_result && self.tie_is_open(plan),
        };
        Some(NextStep {
            command,
            brings,
            asks,
        })
    }

    /// Whether there is a step back.
    pub fn can_go_back(&self, plan: &Plan) -> bool {
        self.decide(plan, &Command::Back, self.step, self.scene.since)
            .is_ok()
    }

    /// The command the presenter most likely wants next; the console's one large button. It is the remote's step, but
    /// brings the result out by itself, and ends the webinar where the remote has nothing further.
    pub fn primary(&self, plan: &Plan) -> Option<Command> {
        let is_coming_out = self.phase == Phase::Revealed
            && self.scene.automatic
            && plan.stage(self.scene.at) == Stage::Result;
        match self.forward(plan).map(|step| step.command) {
            Some(Command::Reveal { .. }) => Some(Command::Reveal { automatic: true }),
            Some(Command::Next) if self.scene.blank => Some(Command::Blank { on: false }),
            Some(Command::Next) if is_coming_out && self.scene.drilled.is_none() => {
                Some(Command::RevealAll)
            }
            Some(command) => Some(command),
            None if self.scene.drilled.is_some() => Some(Command::Undrill),
            None if self.scene.ended || self.phase.takes_ballots() => None,
            None => Some(Command::End),
        }
    }

    fn brings(&self, plan: &Plan, command: &Command, next: &Self) -> Upcoming {
        match command {
            Command::Open => return Upcoming::VoteOpens,
            Command::Close => return Upcoming::VoteCloses,
            Command::Reveal { .. } => return Upcoming::Result,
            _ if self.scene.blank => return Upcoming::Unblanked,
            _ => {}
        }
        let stage = plan.stage(next.scene.at);
        match next.scene.drilled {
            Some(request) if next.scene.drilled != self.scene.drilled => {
                Upcoming::Request { request }
            }
            _ if next.scene.at != self.scene.at => Upcoming::Stage { stage },
            _ if next.scene.rows != self.scene.rows => {
                let rows = u16::try_from(plan.rows()).unwrap_or(u16::MAX);
                let left = rows.saturating_sub(next.scene.rows);
                Upcoming::Row { left }
            }
            _ if stage == Stage::Candidates => Upcoming::Candidate {
                candidate: CandidateId(next.scene.item + 1),
            },
            _ => Upcoming::Page {
                page: next.scene.item,
            },
        }
    }

    /// Whether all rows are out, some share a place at the cut, and nobody has decided among them.
    fn tie_is_open(&self, plan: &Plan) -> bool {
        self.phase == Phase::Revealed
            && plan.all_rows_are_out(self)
            && matches!(plan.pick, Some(Pick::Tied { .. }))
            && self.scene.chosen.is_empty()
    }
}

#[cfg(test)]
mod tests;
