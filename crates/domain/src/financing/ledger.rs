//! What travels between the vendor's pages and the server about one request's commitments.

use serde::{Deserialize, Serialize};

use super::commitment::{Detail, Move, note};
use super::funding::{Funding, funding};
use super::settlement::Settlement;
use super::sharing::Payer;
use super::{Commitment, CommitmentState, RequestState, Sums, Terms};
use crate::ids::{Millis, MunicipalityCode, RequestId};
use crate::money::Money;
use crate::refusal::{Field, Refusal};

/// A move as the vendor's employee writes it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Who writes it down.
    pub by: String,
    /// What the municipality said.
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

/// A move on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Moved {
    /// When, on the server's clock.
    pub at: Millis,
    /// Whose commitment.
    pub municipality: MunicipalityCode,
    /// The state before; `None` for the first.
    pub from: Option<CommitmentState>,
    /// The state after.
    pub to: CommitmentState,
    /// The amount after, in øre.
    pub amount: Money,
    /// The rest after; for one that left, the reason.
    pub detail: Detail,
    /// Who wrote it down: an employee's name, `participant` or `import`.
    pub by: String,
    /// Whether it was undone; then it counts as never said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Undone>,
}

/// That a move was undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Undone {
    /// When, on the server's clock.
    pub at: Millis,
    /// By whom.
    pub by: String,
    /// Why.
    pub why: String,
}

/// The wish to undo a municipality's last move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Undo {
    /// Who undoes it.
    pub by: String,
    /// Why.
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
    /// What the commitment was after it.
    pub fn commitment(&self) -> Commitment {
        Commitment {
            municipality: self.municipality,
            state: self.to,
            amount: self.amount,
            detail: self.detail.clone(),
        }
    }
}

/// Everything about one request's financing, for the vendor alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ledger {
    /// Which request.
    pub request: RequestId,
    /// How far it has come.
    pub state: RequestState,
    /// What municipalities have said, in sums.
    pub sums: Sums,
    /// "Mangler", in øre.
    pub shortfall: Money,
    /// Whether what they offer carries the price, if they share it by the request's rule.
    pub funding: Option<Funding>,
    /// Who pays what, once the promises cover the price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
    /// Each municipality's part.
    pub commitments: Vec<Commitment>,
    /// Every move, the first one first.
    pub moves: Vec<Moved>,
}

impl Ledger {
    /// Reckons sums, shortfall and the funding test.
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
            settlement: Settlement::of(terms, &commitments),
            sums,
            commitments,
            moves,
        }
    }
}
