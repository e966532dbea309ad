//! What the vendor best does next about a municipality's part, so that a promise does not die of waiting.

use super::{Commitment, CommitmentState, RequestState};
use crate::date::Date;

/// The next best action, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NextAction {
    /// The deadline has passed: extend it, or let the request run out.
    DeadlinePassed,
    /// The decision was expected before today: ask what became of it.
    FollowUp(Date),
    /// It is ordered: send the invoice.
    Invoice,
    /// It is interested: ask for an amount.
    AskAmount,
    /// It has named an amount: ask where the decision lies.
    AskWhere,
    /// It decides by this day.
    Await(Date),
    /// It has the invoice: wait for the payment.
    AwaitPayment,
}

impl NextAction {
    /// What is best to do about `commitment` to a request that stands at `state`, its deadline over or not; `None` when
    /// there is nothing.
    pub fn of(
        commitment: &Commitment,
        state: RequestState,
        is_overdue: bool,
        today: Date,
    ) -> Option<Self> {
        if state.is_over() {
            return None;
        }
        match (commitment.state, commitment.detail.expected) {
            (
                CommitmentState::Interested
                | CommitmentState::Indicated
                | CommitmentState::UnderDecision,
                _,
            ) if is_overdue => Some(Self::DeadlinePassed),
            (CommitmentState::Interested, _) => Some(Self::AskAmount),
            (CommitmentState::Indicated, _) => Some(Self::AskWhere),
            (CommitmentState::UnderDecision, Some(day)) if day < today => Some(Self::FollowUp(day)),
            (CommitmentState::UnderDecision, Some(day)) => Some(Self::Await(day)),
            (CommitmentState::UnderDecision, None) => Some(Self::AskWhere),
            (CommitmentState::Committed, _) if state.is_ordered() => Some(Self::Invoice),
            (CommitmentState::Invoiced, _) => Some(Self::AwaitPayment),
            _ => None,
        }
    }

    /// Whether somebody should do something about it now.
    pub fn is_pressing(self) -> bool {
        !matches!(self, Self::Await(_) | Self::AwaitPayment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn who_is_late_comes_first() {
        let mut commitment = Commitment::interested("0751".parse().unwrap());
        let today = day("2023-09-21");
        let next = |commitment: &Commitment, state| {
            NextAction::of(commitment, state, false, today).unwrap()
        };
        let interested = next(&commitment, RequestState::Gathering);
        commitment.state = CommitmentState::UnderDecision;
        commitment.detail.expected = Some(day("2023-09-20"));
        let late = next(&commitment, RequestState::Gathering);
        commitment.detail.expected = Some(today);
        let waiting = next(&commitment, RequestState::Gathering);
        assert_eq!(late, NextAction::FollowUp(day("2023-09-20")));
        assert_eq!(waiting, NextAction::Await(today));
        assert!(late < interested && interested < waiting);
        assert!(!waiting.is_pressing());
    }

    #[test]
    fn a_promise_waits_for_the_order() {
        let mut commitment = Commitment::interested("0751".parse().unwrap());
        commitment.state = CommitmentState::Committed;
        let next = |state| NextAction::of(&commitment, state, false, day("2023-09-21"));
        assert_eq!(next(RequestState::FullyFunded), None);
        assert_eq!(next(RequestState::Ordered), Some(NextAction::Invoice));
    }

    #[test]
    fn a_deadline_that_has_passed_presses_most_and_nothing_presses_once_it_is_over() {
        let mut commitment = Commitment::interested("0751".parse().unwrap());
        let next = |commitment: &Commitment, state| {
            NextAction::of(commitment, state, true, day("2023-09-21"))
        };
        let passed = Some(NextAction::DeadlinePassed);
        assert_eq!(next(&commitment, RequestState::Gathering), passed);
        assert_eq!(next(&commitment, RequestState::Expired), None);
        commitment.state = CommitmentState::Committed;
        assert_eq!(next(&commitment, RequestState::Gathering), None);
    }
}
