//! Which page a participant's phone shows: the presenter's stage, but the vote first whenever it is open.

use super::{AudienceView, FinancingRow, Screen};
use crate::barometer::Phase;
use crate::ids::{CandidateId, RequestId};

/// What the phone shows. A change of it is a new page; anything else changes within the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneStage {
    /// The presenter has blanked the screen.
    Blank,
    /// "Velkommen".
    Welcome,
    /// What was answered before the webinar.
    Survey,
    /// The requests under way.
    Ongoing,
    /// One candidate.
    Candidate(CandidateId),
    /// The vote comes next.
    BeforeVote,
    /// The vote is open, or closes.
    Ballot,
    /// The vote is over, and its result not out.
    Closed,
    /// The result.
    Result,
    /// Those that go on, and those under way.
    Financing,
    /// One request's financing.
    Request(RequestId),
    /// The last stage, and all that there is once the webinar has ended.
    Thanks,
}

impl PhoneStage {
    /// The vote while it is open, whatever the presenter's screen shows; else that.
    pub fn of(view: &AudienceView) -> Self {
        if view.ended {
            Self::Thanks
        } else {
            Self::on(&view.screen, view.barometer.phase)
        }
    }

    fn on(screen: &Screen, phase: Phase) -> Self {
        if phase.takes_ballots() {
            return Self::Ballot;
        }
        match screen {
            Screen::Blank => Self::Blank,
            Screen::Welcome => Self::Welcome,
            Screen::Survey { .. } => Self::Survey,
            Screen::Ongoing(_) => Self::Ongoing,
            Screen::Candidate { candidate } => Self::Candidate(*candidate),
            Screen::Barometer | Screen::Result(_) if phase == Phase::Draft => Self::BeforeVote,
            Screen::Barometer => Self::Closed,
            Screen::Result(_) if phase < Phase::Revealed => Self::Closed,
            Screen::Result(_) => Self::Result,
            Screen::Financing(_) => Self::Financing,
            Screen::Request(view) => Self::Request(view.financing.request),
            Screen::Thanks { .. } => Self::Thanks,
        }
    }
}

impl AudienceView {
    /// The requests that go on, as far as that is out, and after them those under way.
    pub fn going_on_and_under_way(&self) -> (&[FinancingRow], &[FinancingRow]) {
        let count = if let Screen::Thanks { go_on } = &self.screen {
            go_on.len()
        } else {
            let result = self.final_result.as_ref();
            let verdict = result.and_then(|result| result.verdict.as_ref());
            verdict.map_or(0, |verdict| verdict.go_on().len())
        };
        self.requests.split_at(count.min(self.requests.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vote_comes_first_whatever_the_screen_shows() {
        for screen in [Screen::Blank, Screen::Welcome, Screen::Barometer] {
            assert_eq!(PhoneStage::on(&screen, Phase::Open), PhoneStage::Ballot);
            assert_eq!(PhoneStage::on(&screen, Phase::Closing), PhoneStage::Ballot);
        }
        assert_eq!(
            PhoneStage::on(&Screen::Blank, Phase::Closed),
            PhoneStage::Blank
        );
    }

    #[test]
    fn before_and_after_the_vote() {
        let on = |phase| PhoneStage::on(&Screen::Barometer, phase);
        assert_eq!(on(Phase::Draft), PhoneStage::BeforeVote);
        assert_eq!(on(Phase::Closed), PhoneStage::Closed);
        assert_eq!(on(Phase::Revealed), PhoneStage::Closed);
    }
}
