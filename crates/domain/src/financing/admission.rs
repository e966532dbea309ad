//! What a request takes from municipalities where it stands: nothing beyond interest before it is open for financing,
//! nothing once it is over or its deadline has passed, invoices once it is ordered.

use serde::{Deserialize, Serialize};

use super::commitment::Circumstances;
use super::{CommitmentState, RequestState, Terms};
use crate::date::Date;

/// Why a request does not take what a municipality says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TakesNone {
    /// Only interest until firm price, sharing rule, minimum and deadline are known.
    #[error("only interest before it is open for financing")]
    NotOpenYet,
    /// It is merged, rejected, expired or cancelled.
    #[error("it is merged, rejected, expired or cancelled")]
    Over,
    /// The deadline has passed, and nobody has extended it.
    #[error("the deadline has passed")]
    DeadlinePassed,
    /// Invoices are sent once it is ordered.
    #[error("it is not ordered yet")]
    NotOrdered,
}

impl RequestState {
    /// Whether nothing is said to it any more.
    pub fn is_over(self) -> bool {
        matches!(
            self,
            Self::Merged | Self::Rejected | Self::Expired | Self::Cancelled
        )
    }

    /// Whether municipalities can be asked for more than interest: from being open for financing on.
    pub fn takes_commitments(self) -> bool {
        (Self::OpenForFinancing..=Self::BenefitMeasured).contains(&self)
    }

    /// Whether a municipality can still say what it intends to pay, as long as the deadline has not passed.
    pub fn takes_intention(self) -> bool {
        self.takes_commitments() && !self.is_ordered()
    }
}

impl Terms {
    /// Whether the last day to say yes is over on `today` while municipalities could still say it; to extend it is
    /// the vendor's to do.
    pub fn is_past_deadline(&self, state: RequestState, today: Date) -> bool {
        state.takes_commitments() && self.deadline.is_some_and(|deadline| deadline < today)
    }

    /// Whether that holds up the financing, which is not complete.
    pub fn is_overdue(&self, state: RequestState, today: Date) -> bool {
        let gathers = matches!(
            state,
            RequestState::OpenForFinancing | RequestState::Gathering
        );
        gathers && self.is_past_deadline(state, today)
    }
}

impl Circumstances {
    /// Whether the request takes a word that leads to `to`. Leaving is possible as long as it is not over.
    ///
    /// # Errors
    /// Why it does not.
    pub fn admit(&self, to: CommitmentState) -> Result<(), TakesNone> {
        use CommitmentState as C;
        if self.state.is_over() {
            return Err(TakesNone::Over);
        }
        match to {
            C::Declined | C::Withdrawn | C::Expired => Ok(()),
            C::Invoiced | C::Paid if self.state.is_ordered() => Ok(()),
            C::Invoiced | C::Paid => Err(TakesNone::NotOrdered),
            C::Indicated | C::UnderDecision | C::Committed if !self.state.takes_commitments() => {
                Err(TakesNone::NotOpenYet)
            }
            _ if self.is_past_deadline => Err(TakesNone::DeadlinePassed),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Money;
    use RequestState as S;

    fn admitted(state: S, is_past_deadline: bool, to: CommitmentState) -> Result<(), TakesNone> {
        let circumstances = Circumstances {
            today: "2023-09-21".parse().unwrap(),
            price: Money::from_kroner(240_000),
            state,
            is_past_deadline,
        };
        circumstances.admit(to)
    }

    /// The table of `docs/domain.md, "What a request takes"`, written a second time.
    #[test]
    fn every_state_takes_what_the_rule_says() {
        use CommitmentState as C;
        for state in S::ALL {
            let is_over = [S::Rejected, S::Merged, S::Expired, S::Cancelled].contains(&state);
            let is_open = (S::OpenForFinancing..=S::BenefitMeasured).contains(&state);
            let is_ordered = (S::Ordered..=S::BenefitMeasured).contains(&state);
            for past in [false, true] {
                for to in C::ALL {
                    let expected = match to {
                        _ if is_over => Err(TakesNone::Over),
                        C::Declined | C::Withdrawn | C::Expired => Ok(()),
                        C::Invoiced | C::Paid if is_ordered => Ok(()),
                        C::Invoiced | C::Paid => Err(TakesNone::NotOrdered),
                        C::Interested if past => Err(TakesNone::DeadlinePassed),
                        C::Interested => Ok(()),
                        _ if !is_open => Err(TakesNone::NotOpenYet),
                        _ if past => Err(TakesNone::DeadlinePassed),
                        _ => Ok(()),
                    };
                    assert_eq!(
                        admitted(state, past, to),
                        expected,
                        "{state:?} {past} {to:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_last_day_to_say_yes_is_a_day_to_say_yes() {
        let terms = Terms {
            deadline: Some("2023-11-01".parse().unwrap()),
            ..Terms::default()
        };
        let past = |state, day: &str| terms.is_past_deadline(state, day.parse().unwrap());
        assert!(!past(S::Gathering, "2023-11-01"));
        assert!(past(S::Gathering, "2023-11-02"));
        assert!(
            past(S::Ordered, "2023-11-02"),
            "who comes late needs an extension"
        );
        assert!(
            !past(S::Candidate, "2023-11-02"),
            "nothing ends before it has begun"
        );
        let overdue = |state, day: &str| terms.is_overdue(state, day.parse().unwrap());
        assert!(overdue(S::OpenForFinancing, "2023-11-02"));
        assert!(!overdue(S::FullyFunded, "2023-11-02") && !overdue(S::Expired, "2023-11-02"));
    }
}
