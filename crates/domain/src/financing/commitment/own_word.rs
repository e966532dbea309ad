//! What a municipality says itself, with its personal link: an intention with its condition, and that it takes it back.
//! Everything further needs a mandate, and is written down by the vendor.

use super::{Circumstances, Commitment, CommitmentState, Move};
use crate::ids::MunicipalityCode;
use crate::money::Money;
use crate::refusal::Refusal;

/// A municipality's own word about one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnWord {
    /// "Ja, hvis mindst n er med og højst x kr."; again, to change it.
    Intend {
        /// The most that it would pay, in øre.
        at_most: Money,
        /// How many must pay at least, this one among them; `None` where it does not matter.
        at_least: Option<u16>,
    },
    /// It takes back its interest or its intention.
    TakeBack {
        /// Why, at most [`LONGEST_NOTE`](super::LONGEST_NOTE) letters.
        reason: String,
    },
}

impl CommitmentState {
    /// Whether a municipality that stands here changes that itself: as long as nothing is being decided or promised.
    pub fn is_own_to_change(from: Option<Self>) -> bool {
        from.is_none_or(|from| {
            from.has_left() || matches!(from, Self::Interested | Self::Indicated)
        })
    }
}

impl Commitment {
    /// Where a municipality stands after each move that its own word comes to: interest first, where it has said nothing
    /// or has left. Nothing where it says the same again, or has nothing to take back. Whoever left comes back unnamed: only the
    /// vendor confirms a name.
    ///
    /// # Errors
    /// [`Refusal::MoveNotAllowed`] where it has come further than an intention; [`Refusal::RequestTakesNone`] where the request takes none; [`Refusal::NotFilledIn`] as
    /// [`Commitment::after`] says it.
    pub fn after_own_word(
        held: Option<&Self>,
        municipality: MunicipalityCode,
        word: &OwnWord,
        circumstances: Circumstances,
    ) -> Result<Vec<Self>, Refusal> {
        if !CommitmentState::is_own_to_change(held.map(|held| held.state)) {
            return Err(Refusal::MoveNotAllowed);
        }
        match word {
            OwnWord::Intend { at_most, at_least } => {
                let first = Self::wanted(held, municipality, circumstances)?;
                let said = Move::Indicate {
                    amount: *at_most,
                    is_maximum: true,
                    at_least: *at_least,
                };
                let from = first.as_ref().or(held);
                let next = Self::after(from, municipality, &said, circumstances)?;
                let is_new = held != Some(&next);
                let moves = first.into_iter().chain([next]);
                Ok(moves.filter(|_| is_new).collect())
            }
            OwnWord::TakeBack { reason } => {
                if held.is_none_or(|held| held.state.has_left()) {
                    return Ok(Vec::new());
                }
                let reason = reason.clone();
                let said = Move::Withdraw { reason };
                Ok(vec![Self::after(held, municipality, &said, circumstances)?])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{circumstances, commit, decide, indicate, skive, walk, withdraw};
    use super::*;
    use crate::financing::RequestState;
    use crate::financing::admission::TakesNone;
    use crate::refusal::Field;

    fn yes_if(at_least: Option<u16>, kroner: i64) -> OwnWord {
        OwnWord::Intend {
            at_most: Money::from_kroner(kroner),
            at_least,
        }
    }

    fn said(held: Option<&Commitment>, word: &OwnWord) -> Result<Vec<Commitment>, Refusal> {
        Commitment::after_own_word(held, skive(), word, circumstances())
    }

    #[test]
    fn it_stands_as_if_the_vendor_had_written_it_down() {
        let own = said(None, &yes_if(Some(8), 24_000)).unwrap();
        let states: Vec<_> = own.iter().map(|one| one.state).collect();
        assert_eq!(
            states,
            [CommitmentState::Interested, CommitmentState::Indicated]
        );
        let written = Move::Indicate {
            amount: Money::from_kroner(24_000),
            is_maximum: true,
            at_least: Some(8),
        };
        let by_vendor = walk(&[Move::Interest, written], circumstances());
        assert_eq!(own.last(), by_vendor.as_ref().ok());
        // Said again it is no other move; changed it is one.
        let held = own.last();
        assert_eq!(said(held, &yes_if(Some(8), 24_000)), Ok(Vec::new()));
        let changed = said(held, &yes_if(None, 30_000)).unwrap();
        assert_eq!((changed.len(), changed[0].detail.at_least), (1, None));
    }

    #[test]
    fn the_limits_are_the_vendors_limits() {
        for at_least in [0, 1, 99] {
            let refused = said(None, &yes_if(Some(at_least), 24_000));
            assert_eq!(refused, Err(Field::Minimum.wrong()));
        }
        assert_eq!(said(None, &yes_if(None, 0)), Err(Field::Amount.wrong()));
        let early = Circumstances {
            state: RequestState::Selected,
            ..circumstances()
        };
        let refused =
            Commitment::after_own_word(None, skive(), &yes_if(None, 1), early).unwrap_err();
        let why = TakesNone::NotOpenYet;
        assert_eq!(refused, Refusal::RequestTakesNone { why });
    }

    #[test]
    fn what_is_decided_or_promised_is_not_changed_with_a_link() {
        let way = [Move::Interest, indicate(), decide(), commit(24_000)];
        let back = OwnWord::TakeBack {
            reason: "Budgettet er brugt".into(),
        };
        for so_far in 3..=way.len() {
            let held = walk(&way[..so_far], circumstances()).unwrap();
            for word in [yes_if(Some(8), 1), back.clone()] {
                assert_eq!(said(Some(&held), &word), Err(Refusal::MoveNotAllowed));
            }
        }
        assert_eq!(said(None, &back), Ok(Vec::new()));
        let held = walk(&way[..2], circumstances()).unwrap();
        let left = said(Some(&held), &back).unwrap();
        assert_eq!(left[0].state, CommitmentState::Withdrawn);
    }

    #[test]
    fn whoever_left_comes_back_unnamed() {
        let way = [Move::Interest, Move::Name { named: true }, withdraw()];
        let left = walk(&way, circumstances()).unwrap();
        let again = said(Some(&left), &yes_if(Some(2), 1)).unwrap();
        assert!(again.iter().all(|one| !one.detail.named));
        assert_eq!(again.last().unwrap().detail.reason, None);
    }
}
