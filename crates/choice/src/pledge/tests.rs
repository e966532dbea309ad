//! Coalitions held against every group of up to twelve municipalities, and published counts against whoever compares them.

use std::collections::HashMap;

use barometer_domain::financing::sharing::{Payer, Sharing, SharingRule};
use proptest::prelude::*;

use super::*;
use crate::cost_sharing::RequestSharing;

fn rule(price: i64, sharing: SharingRule, inhabitants: &[u32]) -> RequestSharing {
    let payer = |&inhabitants: &u32| Payer {
        inhabitants,
        at_most: None,
    };
    let payers: Vec<Payer> = inhabitants.iter().map(payer).collect();
    RequestSharing::new(Money::from_ore(price), Sharing::by(sharing), &payers)
}

fn yes_if(at_least: u32, at_most: i64) -> Condition {
    Condition {
        at_least,
        at_most: Money::from_ore(at_most),
    }
}

/// 240 shared by six is 40 each. The one that wants eight leaves, the others pay 48; the one that pays 45 at most leaves,
/// and the four left pay 60, which they all can.
#[test]
fn whoever_leaves_makes_it_dearer_for_the_others() {
    let rule = rule(240, SharingRule::Equal, &[1; 6]);
    let conditions = [
        yes_if(8, 240),
        yes_if(0, 45),
        yes_if(4, 60),
        yes_if(2, 60),
        yes_if(0, 70),
        yes_if(3, 100),
    ]
    .map(Some);
    let coalition = largest_coalition(&rule, &conditions);
    let members: Vec<usize> = coalition.members.iter().map(|one| one.0).collect();
    assert_eq!(members, [2, 3, 4, 5]);
    assert!(
        coalition
            .members
            .iter()
            .all(|one| one.1 == Rational::from(60))
    );
    // When one of them wants five, nobody is left.
    let mut more = conditions;
    more[3] = Some(yes_if(5, 60));
    assert!(largest_coalition(&rule, &more).members.is_empty());
}

/// Every group that covers the price and in which all conditions hold.
fn coalitions(rule: &RequestSharing, conditions: &[Option<Condition>]) -> Vec<u32> {
    let consistent = |set: &u32| {
        let group: Vec<usize> = (0..conditions.len())
            .filter(|at| set >> at & 1 == 1)
            .collect();
        let within = |(at, share): (&usize, &Rational)| {
            conditions[*at].is_some_and(|own| holds(&own, group.len(), share))
        };
        if group
            .iter()
            .any(|&at| conditions[at].is_none_or(|own| own.at_least as usize > group.len()))
        {
            return false;
        }
        let shares = rule.shares(&group);
        let sum = shares.iter().fold(Rational::zero(), |sum, one| sum + one);
        sum == in_ore(rule.price()) && group.iter().zip(&shares).all(within)
    };
    (1..1_u32 << conditions.len()).filter(consistent).collect()
}

fn check(rule: &RequestSharing, conditions: &[Option<Condition>]) {
    let found = largest_coalition(rule, conditions);
    let found = found
        .members
        .iter()
        .fold(0_u32, |set, one| set | 1 << one.0);
    let all = coalitions(rule, conditions);
    let union = all.iter().fold(0, |sum, set| sum | set);
    assert_eq!(found, union, "{conditions:?}");
    assert!(found == 0 || all.contains(&found), "{conditions:?}");
}

/// With equal shares only how many want what matters: every multiset of conditions of up to twelve municipalities, each of
/// which wants nobody, half or all of the others, and can pay its part when half or all of them pay.
#[test]
fn no_coalition_of_up_to_twelve_equal_ones_is_larger() {
    let price = 2_520;
    for count in 1..=12_u32 {
        let half = count.div_ceil(2);
        let at_most = [price / i64::from(count), price / i64::from(half)];
        let kinds = [0, half, count].map(|n| at_most.map(|most| Some(yes_if(n, most))));
        let rule = rule(price, SharingRule::Equal, &vec![1; count as usize]);
        for conditions in multisets(kinds.as_flattened(), count as usize) {
            check_by_size(&rule, &conditions);
        }
    }
}

/// All ways to choose `count` of these, in order, with repeats.
fn multisets(kinds: &[Option<Condition>], count: usize) -> Vec<Vec<Option<Condition>>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for (at, kind) in kinds.iter().enumerate() {
        for mut rest in multisets(&kinds[at..], count - 1) {
            rest.push(*kind);
            all.push(rest);
        }
    }
    all
}

/// With equal shares a coalition of `size` exists when so many conditions hold at that size, and the largest is all of them
/// at the largest such size.
fn check_by_size(rule: &RequestSharing, conditions: &[Option<Condition>]) {
    let largest = (1..=conditions.len()).rev().find(|&size| {
        let share = in_ore(rule.price())
            .divided_by(&Rational::from(size as u64))
            .unwrap();
        let holding = conditions.iter().flatten();
        holding.filter(|own| holds(own, size, &share)).count() >= size
    });
    let found = largest_coalition(rule, conditions).members.len();
    assert_eq!(found, largest.unwrap_or(0), "{conditions:?}");
}

fn condition(most: u32) -> impl Strategy<Value = Option<Condition>> {
    prop::option::weighted(
        0.9,
        (0..=most, 1..80_i64).prop_map(|(n, x)| Condition {
            at_least: n,
            at_most: Money::from_ore(x),
        }),
    )
}

fn any_rule() -> impl Strategy<Value = SharingRule> {
    prop_oneof![
        Just(SharingRule::Equal),
        Just(SharingRule::Population),
        Just(SharingRule::SizeClass {
            weights: [1, 2, 3, 4]
        }),
        (0..=100_u8).prop_map(|equal_percent| SharingRule::Mixed { equal_percent }),
        (1..60_i64).prop_map(|fee| SharingRule::FixedFee {
            fee: Money::from_ore(fee)
        }),
    ]
}

/// What a municipality that reads two publications, one after the other, and knows its own two conditions can tell.
type Observed = ([Option<PublishedCounts>; 2], [usize; 2]);

/// Six municipalities (or fewer: one kind has pledged nothing) with each of five kinds of condition before and after:
/// whatever is published, for each of the others at least two conditions remain possible, before and after, to every
/// municipality that reads along. With equal shares only how many have what matters, so every multiset stands for its orders.
#[test]
fn no_two_publications_let_one_municipality_work_out_anothers_condition() {
    let price = 12;
    let kinds = [
        None,
        Some(yes_if(0, price)),
        Some(yes_if(3, 4)),
        // These two never hold.
        Some(yes_if(7, price)),
        Some(yes_if(0, 1)),
    ];
    let rule = rule(price, SharingRule::Equal, &[1; 6]);
    let of = |kind: usize| kinds[kind];
    let coalition_of = |conditions: &[Option<Condition>]| largest_coalition(&rule, conditions);
    let coalitions = |which: &[usize; 6]| coalition_of(&which.map(of));
    let mut known = HashMap::new();
    let mut possible: HashMap<Observed, [u8; 2]> = HashMap::new();
    for pairs in sorted_six(kinds.len() * kinds.len()) {
        let before = pairs.map(|pair| pair / kinds.len());
        let after = pairs.map(|pair| pair % kinds.len());
        let mut found = |which: &[usize; 6]| {
            let mut sorted = *which;
            sorted.sort_unstable();
            known
                .entry(sorted)
                .or_insert_with(|| coalitions(&sorted))
                .clone()
        };
        let first = Publication::default().next(&before.map(of), &found(&before));
        let second = first.next(&after.map(of), &found(&after));
        let counts = [first.counts(), second.counts()];
        for (own, one) in pairs.iter().enumerate() {
            if own > 0 && pairs[own - 1] == *one {
                continue;
            }
            let seen = possible
                .entry((counts, [before[own], after[own]]))
                .or_default();
            for other in (0..6).filter(|other| *other != own) {
                seen[0] |= 1 << before[other];
                seen[1] |= 1 << after[other];
            }
        }
    }
    assert!(possible.len() > 100, "{}", possible.len());
    for (observed, seen) in possible {
        assert!(
            seen.iter().all(|kinds| kinds.count_ones() >= 2),
            "{observed:?}: {seen:?}"
        );
    }
}

/// Every sorted choice of six out of `kinds`, with repeats.
fn sorted_six(kinds: usize) -> impl Iterator<Item = [usize; 6]> {
    let mut next = Some([0; 6]);
    std::iter::from_fn(move || {
        let now = next?;
        let last = now.iter().rposition(|one| one + 1 < kinds);
        next = last.map(|at| {
            let mut after = now;
            after[at..].fill(now[at] + 1);
            after
        });
        Some(now)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_coalition_is_larger(
        price in 1..200_i64,
        sharing in any_rule(),
        of in (1..=12_usize).prop_flat_map(|count| prop::collection::vec((1..130_000_u32, condition(13)), count)),
    ) {
        let inhabitants: Vec<u32> = of.iter().map(|one| one.0).collect();
        let conditions: Vec<_> = of.iter().map(|one| one.1).collect();
        check(&rule(price, sharing, &inhabitants), &conditions);
    }

    /// Whoever looks at every publication sees counts of nobody or of three and more, and never two that differ by fewer than
    /// three municipalities.
    #[test]
    fn published_counts_never_tell_one_municipalitys_condition(
        steps in prop::collection::vec((0..8_usize, condition(6)), 0..40),
        price in 40..120_i64,
    ) {
        let rule = rule(price, SharingRule::Equal, &[1; 8]);
        let mut conditions = vec![None; 8];
        let mut publication = Publication::default();
        let mut behind = conditions.clone();
        for (at, condition) in steps {
            conditions[at] = condition;
            let coalition = largest_coalition(&rule, &conditions);
            let next = publication.next(&conditions, &coalition);
            if next != publication {
                let changed = (0..8).filter(|&at| behind[at] != conditions[at]).count();
                prop_assert!(changed >= 3);
                behind.clone_from(&conditions);
            }
            publication = next;
            if let Some(counts) = publication.counts() {
                prop_assert!(counts.pledged >= 3);
                if let Some(inside) = counts.in_coalition {
                    let outside = counts.pledged - inside;
                    prop_assert!([inside, outside].iter().all(|&count| count == 0 || count >= 3));
                }
            }
        }
    }
}
