//! "Kan det finansieres?", municipality by municipality: who would pay what, and who alone could tip it. For the vendor
//! alone, since it names municipalities; `docs/domain.md, "Funding test"`.

use serde::{Deserialize, Serialize};

use crate::ids::MunicipalityCode;
use crate::money::Money;

/// Whether what municipalities offer carries a request by its own rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FundingTest {
    /// The largest group in which nobody pays more than it offers and everyone's condition holds, in the order of the
    /// commitments; empty where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payers: Vec<FundingShare>,
    /// Where there is none: who alone could change that together with others, the smallest rise first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tips: Vec<FundingTip>,
    /// Where there is none: what one more municipality, of average size, would pay together with others, up to the next
    /// whole krone; `None` where one more is not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_more: Option<Money>,
    /// How many the group lacks to the fewest with which the request is built.
    #[serde(default, skip_serializing_if = "is_none")]
    pub lacks: u32,
    /// Whether the amounts would carry it, and only how many must pay at least, by the conditions of some, is in the way.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub numbers_in_the_way: bool,
    /// Whether a share can rise when others join, by this rule with this cap: a larger group may then exist.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_not_be_largest: bool,
}

/// One of those who would pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FundingShare {
    /// Who.
    pub municipality: MunicipalityCode,
    /// What it offers at most, in øre.
    pub offers: Money,
    /// What it would pay, up to the next whole krone.
    pub share: Money,
}

/// One that alone could make the price carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FundingTip {
    /// Who.
    pub municipality: MunicipalityCode,
    /// What it offers, in øre; 0 where it has named nothing.
    pub offers: Money,
    /// With what it would be carried, up to the next whole krone.
    pub needs: Money,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_none(count: &u32) -> bool {
    *count == 0
}
