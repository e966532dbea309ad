//! "Hvem betaler hvad": what each payer pays once the promises cover the price; `docs/domain.md, "Actual shares"`. A
//! promise is a maximum: nobody pays more than needed, and whoever was invoiced too much before another one joined gets
//! the difference back.

use serde::{Deserialize, Serialize};

use super::sharing::{Infeasible, Payer};
use super::{Commitment, Sums, Terms};
use crate::ids::MunicipalityCode;
use crate::money::Money;
use crate::municipality;

/// The share of a municipality with a promise, with what it was invoiced and gets back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PayerShare {
    /// The municipality that pays this share.
    pub municipality: MunicipalityCode,
    /// What it promised: the most that it pays, in øre.
    pub maximum: Money,
    /// Its actual share, in øre; never more than `maximum`.
    pub share: Money,
    /// The amount of its invoice, in øre, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invoiced: Option<Money>,
    /// How much of the invoice it gets back, in øre.
    pub refund: Money,
}

/// How a price is settled that the promises cover, from as many as needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Settlement {
    /// By the request's rule, with each promise as a limit; the shares sum to the price.
    Shared {
        /// One for each payer, in Danish order of names.
        payers: Vec<PayerShare>,
    },
    /// The promises would cover it, but the rule lets nobody pay that much.
    Infeasible {
        /// What the rule can raise from these payers, in øre.
        covered: Money,
    },
}

impl Settlement {
    /// What each of the payers pays; `None` as long as the promises do not cover the price from as many as needed.
    pub fn of(terms: &Terms, commitments: &[Commitment]) -> Option<Self> {
        if !terms.is_covered_by(&Sums::of(commitments)) {
            return None;
        }
        let promised = commitments.iter();
        let promised = promised.filter(|commitment| commitment.state.counts_as_funded());
        let mut payers: Vec<(&Commitment, Payer)> = promised
            .filter_map(|commitment| Some((commitment, commitment.payer()?)))
            .collect();
        // The last øre goes by list order, so the list has one.
        let place = |code| municipality::all().iter().position(|one| one.code == code);
        payers.sort_by_key(|(commitment, _)| place(commitment.municipality));
        let limits: Vec<Payer> = payers.iter().map(|(_, payer)| *payer).collect();
        Some(match terms.sharing.shares(terms.price.likely(), &limits) {
            Err(Infeasible { covered }) => Self::Infeasible { covered },
            Ok(shares) => Self::Shared {
                payers: payers
                    .iter()
                    .zip(shares)
                    .map(|((commitment, _), share)| PayerShare::of(commitment, share))
                    .collect(),
            },
        })
    }

    /// What each pays; nobody where the rule is in the way.
    pub fn payers(&self) -> &[PayerShare] {
        match self {
            Self::Shared { payers } => payers,
            Self::Infeasible { .. } => &[],
        }
    }

    /// The actual share of one municipality, in øre; `None` where it does not pay.
    pub fn share_of(&self, municipality: MunicipalityCode) -> Option<Money> {
        let mut payers = self.payers().iter();
        let payer = payers.find(|payer| payer.municipality == municipality)?;
        Some(payer.share)
    }

    /// What is to be paid back to all of them, in øre.
    pub fn refunds(&self) -> Money {
        self.payers().iter().map(|payer| payer.refund).sum()
    }
}

impl PayerShare {
    fn of(commitment: &Commitment, share: Money) -> Self {
        let invoiced = commitment.invoiced();
        Self {
            municipality: commitment.municipality,
            maximum: commitment.amount,
            share,
            invoiced,
            refund: invoiced.unwrap_or_default().less(share),
        }
    }
}

#[cfg(test)]
mod tests;
