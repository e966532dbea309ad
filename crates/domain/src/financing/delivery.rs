//! What delivered requests came to: estimate → firm → actual price, promised → measured benefit, and how near the prices
//! came; `docs/domain.md, "Delivered requests"`.

use serde::{Deserialize, Serialize};

use super::commitment::text;
use super::ledger::signed;
use super::request::{LONGEST_BENEFIT, Version};
use super::{Price, RequestState};
use crate::ids::{Millis, RequestId};
use crate::money::{MAX_PRICE, Money};
use crate::refusal::{Field, Refusal};

/// How many of the requests delivered last are looked at.
pub const LOOKED_AT: usize = 5;
/// With fewer delivered requests than this nothing is said: two prices say little of the next.
pub const FEWEST_DELIVERED: usize = 3;

/// What the vendor writes down once a request is delivered; again, to correct it. Every one of them is kept, and the last
/// one holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DeliveryReport {
    /// The name of the employee who writes it down.
    pub by: String,
    /// What it cost in the end, in øre, all payers together.
    pub actual: Money,
    /// The benefit that was promised, in a few words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub promised: String,
    /// The benefit that was measured; empty until it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measured: String,
}

impl DeliveryReport {
    /// It with its texts trimmed, for a request that stands at `state`.
    ///
    /// # Errors
    /// [`Refusal::NotPossibleNow`] before the request is delivered, [`Refusal::NotFilledIn`] for what is wrong.
    pub fn checked(self, state: RequestState) -> Result<Self, Refusal> {
        if !state.is_delivered() {
            return Err(Refusal::NotPossibleNow);
        }
        if self.actual <= Money::ZERO || self.actual > MAX_PRICE {
            return Err(Field::Price.wrong());
        }
        let benefit = |typed: &str| text(typed, 0..=LONGEST_BENEFIT, Field::Benefit);
        Ok(Self {
            by: signed(&self.by)?,
            actual: self.actual,
            promised: benefit(&self.promised)?,
            measured: benefit(&self.measured)?,
        })
    }
}

/// How one price came to be, in øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PriceCourse {
    /// The likely price of the estimate that stood when the price became firm: what was voted on. `None` where there was no
    /// estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Money>,
    /// The firm price on which it was ordered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firm: Option<Money>,
    /// What it cost in the end.
    pub actual: Money,
}

impl PriceCourse {
    /// Read from all versions of a request, the first one first: the last estimate before the first firm price, and the
    /// last firm price.
    pub fn of(versions: &[Version], actual: Money) -> Self {
        let mut prices = versions.iter().map(|version| version.request.terms.price);
        let is_firm = |price: &Price| matches!(price, Price::Firm { .. });
        let estimates = prices.clone().take_while(|price| !is_firm(price));
        let estimate = estimates
            .filter(|price| matches!(price, Price::Estimate { .. }))
            .last();
        let firm = prices.rfind(is_firm);
        Self {
            estimate: estimate.map(|price| price.likely()),
            firm: firm.map(|price| price.likely()),
            actual,
        }
    }

    /// By how much the actual price missed the estimate, either way, in whole percent of the estimate, rounded up; `None`
    /// where there was no estimate.
    pub fn missed_by(&self) -> Option<u64> {
        let estimate = self.estimate.filter(|estimate| *estimate > Money::ZERO)?;
        let missed = u128::from(self.actual.ore().abs_diff(estimate.ore()));
        let percent = (missed * 100).div_ceil(u128::from(estimate.ore().unsigned_abs()));
        u64::try_from(percent).ok()
    }
}

/// Within how many percent of their estimates the last [`LOOKED_AT`] of these prices came, the newest delivery first: the
/// largest miss, rounded up. Those without an estimate are passed over. `None` with fewer than [`FEWEST_DELIVERED`].
pub fn came_within(courses: impl IntoIterator<Item = PriceCourse>) -> Option<u64> {
    let missed = courses.into_iter().filter_map(|course| course.missed_by());
    let missed: Vec<u64> = missed.take(LOOKED_AT).collect();
    let largest = missed.iter().copied().max();
    largest.filter(|_| missed.len() >= FEWEST_DELIVERED)
}

/// One request that was delivered, as the vendor reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Delivery {
    /// Which request.
    pub request: RequestId,
    /// The vendor's own reference of it.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// When it was delivered, on the server's clock.
    pub at: Millis,
    /// How its price came to be.
    pub price: PriceCourse,
    /// The benefit that was promised; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub promised: String,
    /// The benefit that was measured; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measured: String,
}

/// What delivered requests came to, for the vendor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deliveries {
    /// Those of which the actual price is written down, the newest delivery first.
    pub delivered: Vec<Delivery>,
    /// See [`came_within`], in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came_within: Option<u64>,
    /// Whether the brief of a request with an estimate says so.
    pub is_shown: bool,
}

/// Whether briefs say how near the last prices came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ShowDeliveries {
    /// Whether they do.
    pub is_shown: bool,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::financing::{ChangeRequest, Terms};

    fn course(estimate: i64, actual: i64) -> PriceCourse {
        PriceCourse {
            estimate: (estimate > 0).then_some(Money::from_kroner(estimate)),
            firm: None,
            actual: Money::from_kroner(actual),
        }
    }

    #[test]
    fn the_largest_miss_of_the_last_five_is_said() {
        let five = [
            course(250_000, 240_000),
            course(400_000, 446_000),
            course(100_000, 100_000),
            course(90_000, 81_000),
            course(300_000, 310_000),
        ];
        // 46.000 of 400.000 are 11,5 %.
        assert_eq!(came_within(five), Some(12));
        // A sixth, delivered before them, is no longer looked at; delivered after them it is.
        let far_off = course(100_000, 150_000);
        assert_eq!(came_within(five.into_iter().chain([far_off])), Some(12));
        assert_eq!(came_within([far_off].into_iter().chain(five)), Some(50));
    }

    #[test]
    fn below_three_nothing_is_said() {
        let hit = course(100_000, 100_000);
        assert_eq!(came_within([hit, hit]), None);
        let without_estimate = course(0, 100_000);
        assert_eq!(came_within([hit, without_estimate, hit]), None);
        assert_eq!(came_within([hit, without_estimate, hit, hit]), Some(0));
    }

    #[test]
    fn an_ore_too_much_is_a_whole_percent() {
        let price = PriceCourse {
            estimate: Some(Money::from_kroner(100_000)),
            firm: None,
            actual: Money::from_ore(10_000_001),
        };
        assert_eq!(price.missed_by(), Some(1));
        assert_eq!(course(100_000, 112_000).missed_by(), Some(12));
        assert_eq!(course(100_000, 88_000).missed_by(), Some(12));
        assert_eq!(course(100_000, 88_001).missed_by(), Some(12));
    }

    #[test]
    fn the_estimate_is_what_stood_when_the_price_became_firm() {
        let version = |price| Version {
            at: 0,
            by: String::new(),
            why: String::new(),
            state: RequestState::Candidate,
            request: ChangeRequest {
                terms: Terms {
                    price,
                    ..Terms::default()
                },
                ..ChangeRequest::default()
            },
        };
        let estimate = |kroner| {
            version(Price::Estimate {
                low: Money::from_kroner(kroner),
                likely: Money::from_kroner(kroner),
                high: Money::from_kroner(kroner),
            })
        };
        let firm = |kroner| {
            version(Price::Firm {
                amount: Money::from_kroner(kroner),
            })
        };
        let unknown = version(Price::NotAssessed);
        let all = [
            unknown,
            estimate(200_000),
            estimate(250_000),
            firm(240_000),
            firm(245_000),
        ];
        let found = PriceCourse::of(&all, Money::from_kroner(260_000));
        assert_eq!(found.estimate, Some(Money::from_kroner(250_000)));
        assert_eq!(found.firm, Some(Money::from_kroner(245_000)));
        assert_eq!(found.missed_by(), Some(4));
        let only_firm = PriceCourse::of(&all[3..], Money::from_kroner(260_000));
        assert_eq!((only_firm.estimate, only_firm.missed_by()), (None, None));
    }

    #[test]
    fn it_is_written_down_once_it_is_delivered() {
        let report = DeliveryReport {
            by: " Ida Holm ".into(),
            actual: Money::from_kroner(260_000),
            promised: " 2 timer om ugen\r\n".into(),
            measured: String::new(),
        };
        for state in RequestState::ALL {
            let taken = report.clone().checked(state);
            let is_delivered = matches!(
                state,
                RequestState::Delivered | RequestState::Invoiced | RequestState::BenefitMeasured
            );
            assert_eq!(taken.is_ok(), is_delivered, "{state:?}");
        }
        let checked = report.clone().checked(RequestState::Delivered).unwrap();
        assert_eq!(
            (checked.by.as_str(), checked.promised.as_str()),
            ("Ida Holm", "2 timer om ugen")
        );
        let wrong = |report: DeliveryReport| report.checked(RequestState::Delivered).unwrap_err();
        let nothing = DeliveryReport {
            actual: Money::ZERO,
            ..report.clone()
        };
        assert_eq!(wrong(nothing), Field::Price.wrong());
        let nobody = DeliveryReport {
            by: " ".into(),
            ..report
        };
        assert_eq!(wrong(nobody), Field::By.wrong());
    }

    proptest! {
        /// An independent reckoning: the least whole percent such that no price lies further from its estimate, found by
        /// counting up and multiplying, without a division.
        #[test]
        fn it_is_the_least_percent_within_which_all_came(
            of in prop::collection::vec((0..400_i64, 1..800_i64), 0..9),
        ) {
            let courses = of.iter().map(|&(estimate, actual)| PriceCourse {
                estimate: (estimate > 0).then_some(Money::from_ore(estimate)),
                firm: None,
                actual: Money::from_ore(actual),
            });
            let looked_at: Vec<(i64, i64)> = of.iter().copied().filter(|one| one.0 > 0).take(5).collect();
            let holds = |percent: i64| {
                looked_at.iter().all(|(estimate, actual)| {
                    let (low, high) = (estimate * (100 - percent), estimate * (100 + percent));
                    (low..=high).contains(&(actual * 100))
                })
            };
            let least = (0..=80_000).find(|&percent| holds(percent));
            let expected = least.filter(|_| looked_at.len() >= 3);
            prop_assert_eq!(came_within(courses).map(|percent| i64::try_from(percent).unwrap()), expected);
        }
    }
}
