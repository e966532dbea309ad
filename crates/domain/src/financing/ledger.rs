//! What travels between the vendor's pages and the server about one request's commitments.

use serde::{Deserialize, Serialize};

use super::commitment::{Detail, Move, note};
use super::funding::{Funding, funding};
use super::funding_test::FundingTest;
use super::settlement::Settlement;
use super::sharing::Payer;
use super::{Commitment, CommitmentState, RequestState, Sums, Terms};
use crate::ids::{Millis, MunicipalityCode, RequestId};
use crate::money::Money;
use crate::refusal::{Field, Refusal};

/// A move as the vendor's employee writes it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The name of the vendor's employee who writes it down.
    pub by: String,
    /// What the municipality said, as a move of its commitment.
    pub said: Move,
}

impl Said {
    /// The employee's name without the blanks around it.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] when it is missing or too long.
    pub fn by(&self) -> Result<String, Refusal> {
        signed(&self.by)
    }
}

/// An employee's name without the blanks around it.
///
/// # Errors
/// [`Refusal::NotFilledIn`] when it is missing or too long.
pub fn signed(by: &str) -> Result<String, Refusal> {
    note(by, Field::By)
}

/// A move of a commitment as it stands in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moved {
    /// When, on the server's clock.
    pub at: Millis,
    /// The municipality whose commitment moved.
    pub municipality: MunicipalityCode,
    /// The state before; `None` for the first.
    pub from: Option<CommitmentState>,
    /// The state that the move led to.
    pub to: CommitmentState,
    /// The amount after, in øre.
    pub amount: Money,
    /// The rest after; for one that left, the reason.
    pub detail: Detail,
    /// Who wrote it down: an employee's name, `participant`, `personal link` or `import`.
    pub by: String,
    /// Whether it was undone: it stays in the history but no longer affects any figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Undone>,
}

/// Who undid a move, when and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Undone {
    /// When, on the server's clock.
    pub at: Millis,
    /// The name of the employee who undid it.
    pub by: String,
    /// Why it was undone, for the history.
    pub why: String,
}

/// The wish to undo a municipality's last move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// The name of the employee who undoes it.
    pub by: String,
    /// Why it is undone, at most `LONGEST_NOTE` letters.
    pub why: String,
}

impl Undo {
    /// Who and why, without the blanks around them.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] when one is missing or too long.
    pub fn signed(&self) -> Result<(String, String), Refusal> {
        Ok((signed(&self.by)?, note(&self.why, Field::Reason)?))
    }
}

impl Moved {
    /// The commitment as it stood after this move.
    pub fn commitment(&self) -> Commitment {
        Commitment {
            municipality: self.municipality,
            state: self.to,
            amount: self.amount,
            detail: self.detail.clone(),
        }
    }
}

/// What participants of a municipality wish for its name at a request, for the vendor alone: no name of a
/// municipality is public before the vendor has confirmed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NameWish {
    /// The municipality whose name is wished for.
    pub municipality: MunicipalityCode,
    /// How many participants have said "Vi vil gerne være med".
    pub participants: u32,
    /// How many of them wish that it may be shown.
    pub wished: u32,
    /// How many have taken that wish back.
    pub taken_back: u32,
}

/// The question that the vendor has to decide about a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameQuestion {
    /// It is wished for and not shown yet.
    Show,
    /// It is shown, and every wish for it was taken back.
    Hide,
}

impl NameWish {
    /// What is to be decided about the name of `commitment`; `None` where all is as wished.
    pub fn question(&self, commitment: &Commitment) -> Option<NameQuestion> {
        if commitment.state.has_left() {
            return None;
        }
        match (commitment.detail.named, self.wished, self.taken_back) {
            (false, 1.., _) => Some(NameQuestion::Show),
            (true, 0, 1..) => Some(NameQuestion::Hide),
            _ => None,
        }
    }
}

/// Everything about one request's financing, for the vendor alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ledger {
    /// The request that all of this is about.
    pub request: RequestId,
    /// How far it has come.
    pub state: RequestState,
    /// The sums of what municipalities have said, exactly; for the vendor.
    pub sums: Sums,
    /// "Mangler": what the promises leave uncovered of the price, in øre.
    pub shortfall: Money,
    /// Whether what they offer carries the price, if they share it by the request's rule.
    pub funding: Option<Funding>,
    /// Who would pay what, or who could tip it, while municipalities decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<FundingTest>,
    /// Who pays what, once the promises cover the price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
    /// Each municipality's part, those who have left included.
    pub commitments: Vec<Commitment>,
    /// Every move, the first one first.
    pub moves: Vec<Moved>,
    /// The participants' wishes about names, for the vendor to confirm.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name_wishes: Vec<NameWish>,
}

impl Ledger {
    /// Reckons sums, shortfall and whether it can be funded; who would pay what, and what participants wish, is left empty.
    pub fn of(
        request: RequestId,
        state: RequestState,
        terms: &Terms,
        commitments: Vec<Commitment>,
        moves: Vec<Moved>,
    ) -> Self {
        let price = terms.price.likely();
        let sums = Sums::of(&commitments);
        let offers = commitments.iter().filter(|c| !c.state.has_left());
        let offers: Vec<Payer> = offers.filter_map(Commitment::payer).collect();
        Self {
            request,
            state,
            shortfall: sums.shortfall(price),
            funding: funding(price, &terms.sharing, &offers),
            test: None,
            settlement: Settlement::of(terms, &commitments),
            sums,
            commitments,
            moves,
            name_wishes: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_asked_about_until_it_is_as_wished() {
        let mut commitment = Commitment::interested("0791".parse().unwrap());
        let wish = |wished, taken_back| NameWish {
            municipality: commitment.municipality,
            participants: 3,
            wished,
            taken_back,
        };
        let (nobody, someone, regretted) = (wish(0, 0), wish(1, 1), wish(0, 2));
        assert_eq!(nobody.question(&commitment), None);
        assert_eq!(regretted.question(&commitment), None);
        assert_eq!(someone.question(&commitment), Some(NameQuestion::Show));
        commitment.detail.named = true;
        assert_eq!(someone.question(&commitment), None);
        assert_eq!(nobody.question(&commitment), None, "the vendor knows why");
        assert_eq!(regretted.question(&commitment), Some(NameQuestion::Hide));
        commitment.state = CommitmentState::Withdrawn;
        assert_eq!(regretted.question(&commitment), None);
    }
}
