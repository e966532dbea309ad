//! What a loss says is true: against the choice made anew, and against the payments.

use barometer_choice::equal_shares::{Completion, Spent, Utility, equal_shares};
use barometer_choice::rational::Rational;
use proptest::prelude::*;

use super::support::{Parts, parts};

/// As in `what_most_want_does_not_eat_the_money_of_the_others`: the first costs 200, its six supporters had 10 each left,
/// after 30 from each of them went to the second.
#[test]
fn the_first_lacked_what_went_to_the_second() {
    let mut voters = vec![(1, vec![0, 1]); 6];
    voters.push((1, vec![1]));
    voters.extend(vec![(1, vec![2]); 3]);
    let parts = Parts {
        budget: 400,
        costs: vec![200, 210, 100],
        voters,
    };
    let election = parts.election();
    let result = equal_shares(&election, Utility::Cost, Completion::None);
    let loss = result.loss(&election, 0).unwrap();
    assert_eq!(loss.frames, Rational::from(240));
    assert_eq!(loss.left, Rational::from(60));
    assert_eq!(loss.lacked, Rational::from(140));
    let spent = Spent {
        candidate: 1,
        amount: Rational::from(180),
        payers: 6,
    };
    assert_eq!(loss.spent_on, [spent]);
    assert_eq!(loss.chosen_up_to, Some(60));
    // At 1/7 krone per krone of utility, as the second, they would have paid 200/7 each.
    assert_eq!(loss.effective_support, Rational::new(6_u8, 7_u8));
    assert_eq!(loss.tied_with, None);
    assert!(result.loss(&election, 1).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn at_the_price_that_is_named_it_is_chosen(parts in parts(7, 9, false)) {
        let election = parts.election();
        for utility in [Utility::Cost, Utility::Cardinality] {
            for completion in [Completion::None, Completion::Epsilon, Completion::Greedy] {
                let result = equal_shares(&election, utility, completion);
                for loss in result.losses(&election) {
                    prop_assert!(loss.left < Rational::from(loss.cost));
                    prop_assert_eq!(loss.left.clone() + &loss.lacked, Rational::from(loss.cost));
                    let Some(price) = loss.chosen_up_to else { continue };
                    let mut cheaper = parts.clone();
                    cheaper.costs[loss.candidate] = price;
                    let again = equal_shares(&cheaper.election(), utility, completion);
                    prop_assert!(again.chosen.contains(&loss.candidate), "{:?} {:?} {:?}", utility, completion, loss);
                }
            }
        }
    }

    #[test]
    fn what_its_supporters_had_is_left_or_spent(parts in parts(7, 9, false)) {
        let election = parts.election();
        for utility in [Utility::Cost, Utility::Cardinality] {
            let result = equal_shares(&election, utility, Completion::None);
            for loss in result.losses(&election) {
                let sum = loss.spent_on.iter().fold(loss.left.clone(), |sum, spent| sum + &spent.amount);
                prop_assert_eq!(&sum, &loss.frames);
                prop_assert!(loss.left <= loss.frames);
                // What is left is a lower bound of the effective support, and only a tie reaches the whole cost.
                let one = Rational::from(1);
                let left = loss.left.divided_by(&Rational::from(loss.cost)).unwrap();
                prop_assert!(left <= loss.effective_support);
                prop_assert!(loss.effective_support <= one);
                prop_assert_eq!(loss.effective_support == one, loss.tied_with.is_some());
            }
        }
    }
}
