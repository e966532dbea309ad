//! "Hvorfor ikke nr. 4?": what the sentence says is so, by the textbook's form of the method.

use barometer_choice::equal_shares::{Completion, Utility, equal_shares};
use barometer_choice::greedy::{Order, greedy};
use barometer_choice::rational::Rational;
use barometer_choice::why_not::Reason;
use barometer_domain::language::Language;
use barometer_domain::money::Money;
use proptest::prelude::*;

use super::support::{Parts, parts, textbook};

fn number(place: usize) -> u32 {
    u32::try_from(place + 1).unwrap()
}

/// As in `the_first_lacked_what_went_to_the_second`, in thousands of kroner.
#[test]
fn the_sentence_says_why_and_what_would_change_it() {
    let mut voters = vec![(1, vec![0, 1]); 6];
    voters.push((1, vec![1]));
    voters.extend(vec![(1, vec![2]); 3]);
    voters.push((1, vec![3]));
    let parts = Parts {
        budget: 44_000_000,
        costs: vec![20_000_000, 21_000_000, 10_000_000, 5_000_000, 5_000_000],
        voters,
    };
    let election = parts.election();
    let result = equal_shares(&election, Utility::Cost, Completion::None);
    let said = |place: usize, language| {
        let loss = result.loss(&election, place).unwrap();
        Reason::of_loss(&loss).say(place, loss.cost, number, language)
    };
    assert_eq!(
        said(0, Language::Danish),
        "Nr. 1 mangler 140.000\u{a0}kr., for de 6 kommuner bag det har 60.000\u{a0}kr. tilbage af deres rammer, efter at \
         180.000\u{a0}kr. gik til nr. 2; til højst 60.000\u{a0}kr. var det kommet med."
    );
    assert_eq!(
        said(0, Language::English),
        "No. 1 is short of DKK\u{a0}140,000: the 6 municipalities behind it have DKK\u{a0}60,000 left of their frames, after \
         DKK\u{a0}180,000 went to no. 2; at DKK\u{a0}60,000 or less it would have been chosen."
    );
    // One municipality alone wants the fourth: what it has left is not said.
    assert_eq!(
        said(3, Language::Danish),
        "Der står færre end 3 kommuner bag nr. 4, og deres rammer rækker ikke til de 50.000\u{a0}kr., det koster."
    );
    assert_eq!(said(4, Language::Danish), "Ingen har stemt på nr. 5.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_it_says_is_so(parts in parts(6, 12, false)) {
        // Whole kroner and some øre.
        let mut parts = parts;
        parts.budget *= 1_234;
        parts.costs.iter_mut().for_each(|cost| *cost *= 1_234);
        let election = parts.election();
        for utility in [Utility::Cost, Utility::Cardinality] {
            let result = equal_shares(&election, utility, Completion::None);
            let (chosen, money) = textbook(&parts, utility, parts.budget, false);
            for loss in result.losses(&election) {
                let supporters = parts.supporters(loss.candidate);
                let reason = Reason::of_loss(&loss);
                let Reason::Lacks { behind, left, lacks, went_to, level_with, chosen_up_to } = reason else {
                    prop_assert_eq!(reason == Reason::NoSupport, supporters.is_empty());
                    prop_assert!(supporters.len() < 3);
                    continue;
                };
                prop_assert_eq!(behind, supporters.len() as u64);
                prop_assert!(supporters.len() >= 3);
                let has = supporters.iter().fold(Rational::zero(), |sum, &voter| sum + &money[voter]);
                prop_assert_eq!(left, Money::from_ore(i64::try_from(has.floor()).unwrap() / 100 * 100));
                let cost = i64::try_from(parts.costs[loss.candidate]).unwrap();
                prop_assert_eq!(left.ore() + lacks.ore(), cost);
                if let Some((other, amount)) = went_to {
                    prop_assert!(chosen.contains(&other));
                    let both = supporters.iter().filter(|&&voter| parts.approves(voter, other));
                    prop_assert!(both.count() >= 3);
                    prop_assert!(amount.ore() <= i64::try_from(parts.costs[other]).unwrap());
                }
                if let Some(first) = level_with {
                    prop_assert!(first < loss.candidate && chosen.contains(&first));
                }
                if let Some(price) = chosen_up_to {
                    let mut cheaper = parts.clone();
                    cheaper.costs[loss.candidate] = u64::try_from(price.ore()).unwrap();
                    let again = textbook(&cheaper, utility, parts.budget, false).0;
                    prop_assert!(again.contains(&loss.candidate));
                }
            }
        }
    }

    #[test]
    fn a_greedy_rules_sentence_is_so(parts in parts(6, 10, true)) {
        let mut parts = parts;
        parts.budget *= 100;
        parts.costs.iter_mut().for_each(|cost| *cost *= 100);
        for order in [Order::Support, Order::SupportPerCost] {
            for look in &greedy(&parts.election(), order).looks {
                let Some(Reason::BudgetSpent { left }) = Reason::of_look(look) else {
                    prop_assert!(look.fits);
                    continue;
                };
                prop_assert!(left < Money::from_ore(i64::try_from(parts.costs[look.candidate]).unwrap()));
                if left > Money::ZERO {
                    let mut cheaper = parts.clone();
                    cheaper.costs[look.candidate] = u64::try_from(left.ore()).unwrap();
                    prop_assert!(greedy(&cheaper.election(), order).chosen.contains(&look.candidate));
                }
            }
        }
    }
}
