//! The test of a request, by its own rule, with what its municipalities have said.

use barometer_domain::financing::commitment::Commitment;
use barometer_domain::financing::funding_test::{FundingShare, FundingTest, FundingTip};
use barometer_domain::financing::own_share::average_inhabitants;
use barometer_domain::financing::sharing::Payer;
use barometer_domain::financing::{Price, Terms};
use barometer_domain::money::Money;

use super::moulin_shenker;
use crate::cost_sharing::{RequestSharing, up_to_whole_kroner};
use crate::pledge::{Condition, largest_coalition};

/// Who would pay what of a request's price, or who could tip it; `None` where nothing is known of the price, or nobody
/// offers anything. A commitment offers its amount; who has left offers nothing and could not tip it either.
pub fn funding_test(terms: &Terms, commitments: &[Commitment]) -> Option<FundingTest> {
    if terms.price == Price::NotAssessed {
        return None;
    }
    let there = commitments.iter().filter(|one| !one.state.has_left());
    let there: Vec<(&Commitment, Payer)> =
        there.filter_map(|one| Some((one, one.payer()?))).collect();
    let (of, payers): (Vec<&Commitment>, Vec<Payer>) = there.into_iter().unzip();
    let maxima: Vec<Money> = of.iter().map(|one| one.amount).collect();
    if maxima.iter().all(|most| *most <= Money::ZERO) {
        return None;
    }
    let sharing = RequestSharing::new(terms.price.likely(), terms.sharing, &payers);
    let conditions: Vec<Option<Condition>> = of.iter().map(|one| condition(one)).collect();
    let found = largest_coalition(&sharing, &conditions);
    let count = u32::try_from(found.members.len()).unwrap_or(u32::MAX);
    let numbers_in_the_way = count == 0 && moulin_shenker(&sharing, &maxima).is_carried();
    let fewest = u32::from(terms.minimum.unwrap_or_default());
    let shares = found.members.iter().map(|(at, share)| FundingShare {
        municipality: of[*at].municipality,
        offers: maxima[*at],
        share: up_to_whole_kroner(share),
    });
    // What one would pay that can pay anything, with at least one other.
    let share_with_others = |sharing: &RequestSharing, offers: &[Option<Condition>], at: usize| {
        let members = largest_coalition(sharing, offers).members;
        let together = members.len() > 1;
        let (_, share) = members.into_iter().find(|one| one.0 == at && together)?;
        Some(up_to_whole_kroner(&share))
    };
    let anything = |at_least| {
        Some(Condition {
            at_least,
            at_most: terms.price.likely(),
        })
    };
    let tip = |at: usize| {
        let mut raised = conditions.clone();
        raised[at] = anything(raised[at].map_or(0, |condition| condition.at_least));
        Some(FundingTip {
            municipality: of[at].municipality,
            offers: maxima[at],
            needs: share_with_others(&sharing, &raised, at)?,
        })
    };
    let one_more = || {
        let mut more = payers.clone();
        more.push(Payer {
            inhabitants: average_inhabitants(),
            at_most: None,
        });
        let mut offers = conditions.clone();
        offers.push(anything(0));
        let sharing = RequestSharing::new(terms.price.likely(), terms.sharing, &more);
        share_with_others(&sharing, &offers, payers.len())
    };
    let is_open = count == 0;
    let tips = (0..of.len()).filter(|_| is_open).filter_map(tip);
    let mut tips: Vec<FundingTip> = tips.collect();
    tips.sort_by_key(|tip| tip.needs - tip.offers);
    Some(FundingTest {
        payers: shares.collect(),
        tips,
        one_more: is_open.then(one_more).flatten(),
        numbers_in_the_way,
        lacks: if count == 0 {
            0
        } else {
            fewest.saturating_sub(count)
        },
        may_not_be_largest: found.may_not_be_largest.is_some(),
    })
}

/// What a municipality's part in it is on: at most its amount, and with as many as it says.
fn condition(commitment: &Commitment) -> Option<Condition> {
    let at_least = commitment.detail.at_least.unwrap_or_default();
    (commitment.amount > Money::ZERO).then(|| Condition {
        at_least: at_least.into(),
        at_most: commitment.amount,
    })
}

#[cfg(test)]
mod tests {
    use barometer_domain::financing::CommitmentState;
    use barometer_domain::financing::sharing::{Sharing, SharingRule};
    use barometer_domain::municipality;

    use super::*;

    fn offers(kroner: &[i64]) -> Vec<Commitment> {
        let codes = municipality::all().iter().map(|one| one.code);
        let one = |(code, &kroner): (_, &i64)| Commitment {
            state: CommitmentState::Indicated,
            amount: Money::from_kroner(kroner),
            ..Commitment::interested(code)
        };
        codes.zip(kroner).map(one).collect()
    }

    fn terms(kroner: i64, sharing: Sharing) -> Terms {
        Terms {
            price: Price::Firm {
                amount: Money::from_kroner(kroner),
            },
            sharing,
            ..Terms::default()
        }
    }

    #[test]
    fn the_worked_maxima_say_who_pays_and_who_could_tip_it() {
        let maxima = offers(&[120_000, 100_000, 90_000, 80_000, 60_000, 50_000, 30_000]);
        let test = |price| funding_test(&terms(price, Sharing::default()), &maxima).unwrap();
        let carried = test(300_000);
        assert_eq!(carried.payers.len(), 6);
        assert!(
            carried
                .payers
                .iter()
                .all(|one| one.share == Money::from_kroner(50_000))
        );
        assert!(carried.tips.is_empty() && !carried.may_not_be_largest);
        let failed = test(350_000);
        assert!(failed.payers.is_empty());
        // Four pay 87.500, for which the fourth lacks 7.500; six pay 58.334, for which the sixth lacks 8.334.
        let tip = |at: usize| {
            let tip = failed.tips[at];
            (tip.municipality, tip.needs)
        };
        assert_eq!(tip(0), (maxima[3].municipality, Money::from_kroner(87_500)));
        assert_eq!(tip(1), (maxima[5].municipality, Money::from_kroner(58_334)));
    }

    #[test]
    fn one_more_would_do_and_nobody_is_told_to_pay_everything_alone() {
        let test =
            funding_test(&terms(240_000, Sharing::default()), &offers(&[24_000; 9])).unwrap();
        assert_eq!(test.one_more, Some(Money::from_kroner(24_000)));
        assert_eq!((test.payers.len(), test.tips.len()), (0, 0));
        let eight =
            funding_test(&terms(240_000, Sharing::default()), &offers(&[24_000; 8])).unwrap();
        assert_eq!(eight.one_more, None, "two are missing");
    }

    #[test]
    fn with_what_it_needs_the_one_that_tips_it_does() {
        for rule in [SharingRule::Equal, SharingRule::Population] {
            let mut maxima = offers(&[40_000, 30_000, 20_000, 10_000, 0]);
            let terms = terms(120_000, Sharing::by(rule));
            for tip in funding_test(&terms, &maxima).unwrap().tips {
                let at = maxima
                    .iter()
                    .position(|one| one.municipality == tip.municipality);
                let at = at.unwrap();
                let before = std::mem::replace(&mut maxima[at].amount, tip.needs);
                let raised = funding_test(&terms, &maxima).unwrap();
                assert!(
                    raised
                        .payers
                        .iter()
                        .any(|one| one.municipality == tip.municipality)
                );
                maxima[at].amount = tip.needs - Money::from_kroner(1);
                assert!(funding_test(&terms, &maxima).unwrap().payers.is_empty());
                maxima[at].amount = before;
            }
        }
    }

    #[test]
    fn a_condition_that_does_not_hold_takes_its_municipality_along() {
        // 240.000 by six is 40.000. The one that wants eight leaves, the others pay 48.000; the one that pays 45.000 at most
        // leaves; the four left pay 60.000, which they all can.
        let mut offered = offers(&[60_000, 60_000, 60_000, 60_000, 45_000, 60_000]);
        offered[5].detail.at_least = Some(8);
        let terms = terms(240_000, Sharing::default());
        let carried = funding_test(&terms, &offered).unwrap();
        assert_eq!(carried.payers.len(), 4);
        assert!(
            carried
                .payers
                .iter()
                .all(|one| one.share == Money::from_kroner(60_000))
        );
        // With one more such condition nothing is left, and the amounts are not in the way.
        offered[0].detail.at_least = Some(5);
        let failed = funding_test(&terms, &offered).unwrap();
        assert!(failed.payers.is_empty() && failed.numbers_in_the_way);
        // The fifth would be the fifth, with 48.000.
        let tip = failed.tips[0];
        assert_eq!(tip.municipality, offered[4].municipality);
        assert_eq!(tip.needs, Money::from_kroner(48_000));
    }

    #[test]
    fn the_fewest_and_a_rule_that_is_not_cross_monotone_are_said() {
        let maxima = offers(&[100_000, 100_000, 100_000]);
        let few = Terms {
            minimum: Some(5),
            ..terms(90_000, Sharing::default())
        };
        assert_eq!(funding_test(&few, &maxima).unwrap().lacks, 2);
        let mixed = Sharing {
            rule: SharingRule::Mixed { equal_percent: 30 },
            cap: Some(Money::from_kroner(50_000)),
            planned_for: None,
        };
        let test = funding_test(&terms(90_000, mixed), &maxima).unwrap();
        assert!(test.may_not_be_largest);
        assert_eq!(funding_test(&terms(90_000, mixed), &offers(&[0, 0])), None);
        let unknown = Terms {
            price: Price::NotAssessed,
            ..Terms::default()
        };
        assert_eq!(funding_test(&unknown, &maxima), None);
    }
}
