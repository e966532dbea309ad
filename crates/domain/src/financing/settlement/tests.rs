//! Who pays what, held against the examples of `docs/domain.md, "Actual shares"` and exact fractions.

use proptest::prelude::*;

use super::super::{CommitmentState, Price, Sharing, SharingRule};
use super::*;

fn terms(ore: i64, sharing: Sharing, minimum: Option<u16>) -> Terms {
    Terms {
        price: Price::Firm {
            amount: Money::from_ore(ore),
        },
        sharing,
        minimum,
        ..Terms::default()
    }
}

/// Promises of so many øre each, by the first municipalities of the list.
fn promises(of: &[i64]) -> Vec<Commitment> {
    let all = municipality::all().iter().zip(of);
    all.map(|(municipality, &ore)| Commitment {
        state: CommitmentState::Committed,
        amount: Money::from_ore(ore),
        ..Commitment::interested(municipality.code)
    })
    .collect()
}

fn shares(terms: &Terms, commitments: &[Commitment]) -> Vec<i64> {
    let settlement = Settlement::of(terms, commitments).unwrap();
    let shares = settlement.payers().iter();
    shares.map(|payer| payer.share.ore()).collect()
}

/// 300.000 kr. with six who were invoiced 50.000 each; then a seventh joins.
#[test]
fn a_seventh_pays_42_857_and_the_six_get_7_142_back() {
    let terms = terms(30_000_000, Sharing::default(), None);
    let mut payers = promises(&[5_000_000; 7]);
    assert_eq!(shares(&terms, &payers[..6]), [5_000_000; 6]);
    for payer in &mut payers[..6] {
        payer.state = CommitmentState::Invoiced;
        payer.detail.invoiced = Some(Money::from_kroner(50_000));
    }
    let settlement = Settlement::of(&terms, &payers).unwrap();
    let payers = settlement.payers();
    // 42.857,14 kr. each; two øre are left, for the first two of the list.
    let expected = [
        4_285_715, 4_285_715, 4_285_714, 4_285_714, 4_285_714, 4_285_714, 4_285_714,
    ];
    assert_eq!(
        payers.iter().map(|p| p.share.ore()).collect::<Vec<_>>(),
        expected
    );
    let refunds: Vec<i64> = payers.iter().map(|p| p.refund.ore()).collect();
    assert_eq!(
        refunds,
        [714_285, 714_285, 714_286, 714_286, 714_286, 714_286, 0]
    );
    assert_eq!(payers[6].invoiced, None);
    // What six paid too much is what the seventh pays.
    assert_eq!(settlement.refunds(), payers[6].share);
}

#[test]
fn more_than_enough_is_shared_so_that_nobody_pays_more_than_needed() {
    let terms = terms(15_000_000, Sharing::default(), None);
    let shares = shares(&terms, &promises(&[2_500_000; 11]));
    assert_eq!(shares.iter().sum::<i64>(), 15_000_000);
    assert!(
        shares
            .iter()
            .all(|share| [1_363_636, 1_363_637].contains(share))
    );
}

#[test]
fn what_one_promised_less_the_others_pay_up_to_what_they_promised() {
    let terms = terms(30_000_000, Sharing::default(), None);
    let promised = [10_000_000, 10_000_000, 6_000_000, 4_000_000, 2_000_000];
    let expected = [9_000_000, 9_000_000, 6_000_000, 4_000_000, 2_000_000];
    assert_eq!(shares(&terms, &promises(&promised)), expected);
}

#[test]
fn nothing_is_settled_before_money_and_number_are_there() {
    let terms = terms(10_000_000, Sharing::default(), Some(3));
    assert_eq!(Settlement::of(&terms, &promises(&[5_000_000; 2])), None);
    assert_eq!(Settlement::of(&terms, &promises(&[3_333_333; 3])), None);
    let mut three = promises(&[5_000_000; 3]);
    assert!(Settlement::of(&terms, &three).is_some());
    three[0].state = CommitmentState::Withdrawn;
    assert_eq!(Settlement::of(&terms, &three), None);
}

#[test]
fn a_rule_that_lets_nobody_pay_enough_is_said() {
    let capped = Sharing {
        cap: Some(Money::from_kroner(20_000)),
        ..Sharing::default()
    };
    let terms = terms(10_000_000, capped, None);
    let settlement = Settlement::of(&terms, &promises(&[5_000_000; 3]));
    let covered = Money::from_kroner(60_000);
    assert_eq!(settlement, Some(Settlement::Infeasible { covered }));
}

/// What was invoiced before it was written down how much is what was promised.
#[test]
fn an_older_invoice_was_for_the_promise() {
    let terms = terms(10_000_000, Sharing::default(), None);
    let mut payers = promises(&[5_000_000; 4]);
    payers[0].state = CommitmentState::Paid;
    let settlement = Settlement::of(&terms, &payers).unwrap();
    let first = settlement.payers()[0];
    assert_eq!(first.invoiced, Some(Money::from_kroner(50_000)));
    assert_eq!(first.refund, Money::from_kroner(25_000));
}

proptest! {
    #[test]
    fn shares_are_the_rules_by_the_exact_fraction_and_sum_to_the_price(
        price in 1..1_000_000_000_i64,
        rule in 0..6_usize,
        promised in prop::collection::vec(1..100_000_000_i64, 1..98),
    ) {
        let fee = Money::from_ore(price / 3 + 1);
        let fixed = SharingRule::FixedFee { fee };
        let sharing = Sharing::by(*SharingRule::USUAL.get(rule).unwrap_or(&fixed));
        let terms = terms(price, sharing, None);
        let promises = promises(&promised);
        let enough = promised.iter().sum::<i64>() >= price;
        let Some(settlement) = Settlement::of(&terms, &promises) else {
            prop_assert!(!enough);
            return Ok(());
        };
        prop_assert!(enough);
        let limits: Vec<i64> = promised
            .iter()
            .map(|&most| sharing.limit().map_or(most, |limit| limit.ore().min(most)))
            .collect();
        let Settlement::Shared { payers } = settlement else {
            prop_assert!(limits.iter().sum::<i64>() < price);
            return Ok(());
        };
        prop_assert_eq!(payers.iter().map(|payer| payer.share.ore()).sum::<i64>(), price);
        let inhabitants: Vec<u32> = promises
            .iter()
            .map(|one| municipality::by_code(one.municipality).unwrap().population)
            .collect();
        let weights = sharing.rule.weights(&inhabitants);
        let one_each = payers.iter().zip(&limits).zip(&weights);
        // The water's level λ: all below their limit pay λ times their weight, to the øre; nobody at the limit would
        // pay less at that level.
        for ((payer, &limit), &weight) in one_each.clone() {
            prop_assert!(payer.share.ore() <= limit);
            for ((other, &other_limit), &other_weight) in one_each.clone() {
                if payer.share.ore() < limit && other.share.ore() < other_limit {
                    let difference = i128::from(payer.share.ore()) * i128::from(other_weight)
                        - i128::from(other.share.ore()) * i128::from(weight);
                    prop_assert!(difference.abs() <= i128::from(weight + other_weight));
                }
                if payer.share.ore() < limit && other.share.ore() == other_limit {
                    let level = i128::from(payer.share.ore() + 1) * i128::from(other_weight);
                    prop_assert!(level >= i128::from(other_limit) * i128::from(weight));
                }
            }
        }
    }

    #[test]
    fn whoever_joins_later_makes_it_dearer_for_nobody_who_shares_equally(
        price in 1..100_000_000_i64,
        promised in prop::collection::vec(1..100_000_000_i64, 2..98),
    ) {
        let terms = terms(price, Sharing::default(), None);
        let promises = promises(&promised);
        let (_, earlier) = promises.split_last().unwrap();
        let Some(before) = Settlement::of(&terms, earlier) else { return Ok(()) };
        let after = Settlement::of(&terms, &promises).unwrap();
        for payer in before.payers() {
            let now = after.share_of(payer.municipality).unwrap();
            // The last øre may change hands.
            prop_assert!(now.ore() <= payer.share.ore() + 1);
        }
    }
}
