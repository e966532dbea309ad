//! What one municipality would pay; `docs/domain.md, "Prospective shares"`. Which others join is not known and theirs to
//! tell, so they are taken as average municipalities.

use super::sharing::{Infeasible, Sharing, SharingRule};
use crate::money::Money;
use crate::municipality;

/// Inhabitants of the average municipality, rounded to whole thousands as it is said aloud.
pub fn average_inhabitants() -> u32 {
    let all = municipality::all();
    let total: u64 = all.iter().map(|one| u64::from(one.population)).sum();
    let average = total / (all.len() as u64).max(1);
    u32::try_from((average + 500) / 1_000 * 1_000).unwrap_or(u32::MAX)
}

/// What a municipality with so many `inhabitants` is told that it would pay when `count` share `price`, itself included:
/// its share rounded up to whole kroner, so that whoever pays what is shown pays enough. The only figure that is shown
/// beforehand.
///
/// # Errors
/// When the caps do not reach the price, or nobody shares.
pub fn prospective_share(
    price: Money,
    sharing: &Sharing,
    inhabitants: u32,
    count: u32,
) -> Result<Money, Infeasible> {
    let share = own_share(price, sharing, inhabitants, count)?;
    Ok(share.up_to_whole_kroner())
}

/// What is said of a price that so many share, to whoever has no municipality of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// All pay the same share, up to the next whole krone.
    Each(Money),
    /// A small, the average and a large municipality; see [`examples`].
    BySize([Money; 3]),
    /// The rule's limit does not reach the price with so few.
    NotEnough,
}

/// What municipalities would pay by the request's rule when `count` share the price.
pub fn prospect(price: Money, sharing: &Sharing, count: u32) -> Prospect {
    let share = |inhabitants| prospective_share(price, sharing, inhabitants, count);
    let [small, average, large] = examples().map(share);
    match (small, average, large) {
        (Ok(small), Ok(average), Ok(large)) if small != average || average != large => {
            Prospect::BySize([small, average, large])
        }
        (_, Ok(average), _) => Prospect::Each(average),
        _ => Prospect::NotEnough,
    }
}

/// By how much what is shown of a municipality's share falls when one more than `count` share the price; `None` where
/// there is no share to compare, or it does not fall.
pub fn saved_by_one_more(
    price: Money,
    sharing: &Sharing,
    inhabitants: u32,
    count: u32,
) -> Option<Money> {
    let at = |count| prospective_share(price, sharing, inhabitants, count).ok();
    let (now, then) = (at(count)?, at(count + 1)?);
    Some(now.less(then)).filter(|saved| *saved > Money::ZERO)
}

/// The share to the øre, as it stands before it is rounded for [`prospective_share`].
///
/// To the øre what [`Sharing::shares`] says of the first of them; but as the others are all alike, it takes neither a
/// list nor a sort, which a phone would have to download.
///
/// # Errors
/// When the caps do not reach the price, or nobody shares.
fn own_share(
    price: Money,
    sharing: &Sharing,
    inhabitants: u32,
    count: u32,
) -> Result<Money, Infeasible> {
    let average = average_inhabitants();
    let others = i64::from(count.saturating_sub(1));
    let total = u64::from(inhabitants) + u64::from(average) * others.unsigned_abs();
    let weight = |inhabitants| sharing.rule.weight(inhabitants, total, count.into());
    let (own, other) = (weight(inhabitants), weight(average));
    let limit = sharing.limit().map_or(price.ore(), Money::ore);
    let covered = limit.min(price.ore()) * i64::from(count);
    let all = i128::from(own) + i128::from(other) * i128::from(others);
    if covered < price.ore() || count == 0 || all == 0 {
        let covered = Money::from_ore(covered);
        return Err(Infeasible { covered });
    }
    // Whoever would pay more than the limit pays the limit; as all limits together reach the price, that is never
    // both the own municipality and the others.
    let wanted = i128::from(price.ore());
    let is_over = |weight: u64| i128::from(limit) * all < wanted * i128::from(weight);
    if is_over(own) {
        return Ok(Money::from_ore(limit));
    }
    if others > 0 && is_over(other) {
        return Ok(Money::from_ore(price.ore() - limit * others));
    }
    let exact = |weight: u64| wanted * i128::from(weight);
    let (rest, rest_of_other) = (exact(own) % all, exact(other) % all);
    // The first of those with the largest remainder gets an øre, if any is left.
    let one_more = rest > 0 && rest >= rest_of_other;
    let share = i64::try_from(exact(own) / all).unwrap_or(i64::MAX);
    Ok(Money::from_ore(share + i64::from(one_more)))
}

/// A small, the average and a large municipality, in inhabitants, to show what a rule means.
pub fn examples() -> [u32; 3] {
    [10_000, average_inhabitants(), 200_000]
}

/// The usual rules to hold beside the `agreed` one, which stands among them with its limits, or first if it is none
/// of them.
pub fn side_by_side(agreed: Sharing) -> Vec<Sharing> {
    let is_usual = SharingRule::USUAL.contains(&agreed.rule);
    let usual = SharingRule::USUAL.map(|rule| {
        if rule == agreed.rule {
            agreed
        } else {
            Sharing::by(rule)
        }
    });
    let own = (!is_usual).then_some(agreed);
    own.into_iter().chain(usual).collect()
}

/// What municipalities with so many `inhabitants` would pay by each of the rules [`side_by_side`] when `count` share the
/// price; `None` in the place of a share that the rule's caps do not allow.
///
/// `None` instead of a table whose rows are all alike: there is nothing to compare.
pub fn beside_each_other(
    price: Money,
    agreed: Sharing,
    inhabitants: &[u32],
    count: u32,
) -> Option<Vec<(Sharing, Vec<Option<Money>>)>> {
    let row = |sharing: Sharing| {
        let share = |&inhabitants| prospective_share(price, &sharing, inhabitants, count).ok();
        (sharing, inhabitants.iter().map(share).collect())
    };
    let rows: Vec<(Sharing, Vec<Option<Money>>)> =
        side_by_side(agreed).into_iter().map(row).collect();
    let is_alike = rows.windows(2).all(|pair| pair[0].1 == pair[1].1);
    (!is_alike).then_some(rows)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::financing::sharing::Payer;
    use crate::money::MAX_PRICE;

    #[test]
    fn the_average_of_the_98() {
        assert_eq!(average_inhabitants(), 59_000);
    }

    #[test]
    fn equal_shares_do_not_ask_who_one_is() {
        let price = Money::from_kroner(480_000);
        let share = |inhabitants| own_share(price, &Sharing::default(), inhabitants, 20);
        assert_eq!(share(3_657), Ok(Money::from_kroner(24_000)));
        assert_eq!(share(349_983), Ok(Money::from_kroner(24_000)));
    }

    #[test]
    fn by_population_a_small_one_pays_less() {
        let price = Money::from_kroner(480_000);
        let by_population = Sharing::by(SharingRule::Population);
        let share = |inhabitants| own_share(price, &by_population, inhabitants, 20).unwrap();
        assert!(share(3_657) < Money::from_kroner(2_000));
        assert!(share(349_983) > Money::from_kroner(100_000));
    }

    #[test]
    fn a_quarter_of_a_million_by_twelve_is_shown_so_that_it_is_enough() {
        let price = Money::from_kroner(250_000);
        let shown = prospective_share(price, &Sharing::default(), 59_000, 12);
        assert_eq!(shown, Ok(Money::from_kroner(20_834)));
    }

    #[test]
    fn what_one_more_saves_is_what_stands_between_the_two_figures() {
        let price = Money::from_kroner(300_000);
        let saved = |sharing: &Sharing, count| saved_by_one_more(price, sharing, 59_000, count);
        // Exactly price/(n(n+1)) = 7.142,86; but a seventh is told 42.858: `docs/domain.md, "Prospective shares"`.
        assert_eq!(
            saved(&Sharing::default(), 6),
            Some(Money::from_kroner(50_000 - 42_858))
        );
        let capped = Sharing {
            cap: Some(Money::from_kroner(50_000)),
            ..Sharing::default()
        };
        assert_eq!(saved(&capped, 5), None);
        assert_eq!(saved(&Sharing::default(), 0), None);
    }

    #[test]
    fn a_small_the_average_and_a_large_one_where_they_differ() {
        let price = Money::from_kroner(480_000);
        let by_population = Sharing::by(SharingRule::Population);
        let Prospect::BySize(shares) = prospect(price, &by_population, 10) else {
            panic!("by size")
        };
        assert!(shares.is_sorted() && shares[1] == Money::from_kroner(48_000));
        let each = Prospect::Each(Money::from_kroner(48_000));
        assert_eq!(prospect(price, &Sharing::default(), 10), each);
        // Who pays it all alone pays it all, whatever the rule.
        let alone = Prospect::Each(price);
        assert_eq!(prospect(price, &by_population, 1), alone);
        let fee = Sharing::by(SharingRule::FixedFee {
            fee: Money::from_kroner(40_000),
        });
        assert_eq!(prospect(price, &fee, 10), Prospect::NotEnough);
    }

    #[test]
    fn rules_that_all_say_the_same_are_no_table() {
        let price = Money::from_kroner(180_000);
        let beside = |count| beside_each_other(price, Sharing::default(), &examples(), count);
        assert_eq!(beside(1), None);
        assert_eq!(beside(10).unwrap().len(), 5);
        // Among average ones the average municipality pays the same by every rule.
        let one = |inhabitants| beside_each_other(price, Sharing::default(), &[inhabitants], 10);
        assert_eq!(one(average_inhabitants()), None);
        assert!(one(10_000).is_some());
    }

    #[test]
    fn the_agreed_rule_stands_among_the_usual_ones_once_with_its_limits() {
        let capped = Sharing {
            rule: SharingRule::Population,
            cap: Some(Money::from_kroner(10)),
            planned_for: None,
        };
        let beside = side_by_side(capped);
        assert_eq!((beside.len(), beside[1]), (5, capped));
        let fee = Money::from_kroner(10);
        let fixed = Sharing::by(SharingRule::FixedFee { fee });
        let beside = side_by_side(fixed);
        assert_eq!((beside.len(), beside[0]), (6, fixed));
    }

    #[test]
    fn nobody_and_too_low_caps_have_no_share() {
        let price = Money::from_kroner(100);
        let capped = Sharing {
            cap: Some(Money::from_kroner(10)),
            ..Sharing::default()
        };
        assert!(own_share(price, &Sharing::default(), 1, 0).is_err());
        assert!(own_share(price, &capped, 1, 9).is_err());
        assert_eq!(own_share(price, &capped, 1, 10), Ok(Money::from_kroner(10)));
    }

    /// The first share of a list of the municipality and average ones.
    fn by_list(price: Money, sharing: &Sharing, inhabitants: u32, count: u32) -> Option<Money> {
        let payer = |inhabitants| Payer {
            inhabitants,
            at_most: None,
        };
        let others = (1..count).map(|_| payer(average_inhabitants()));
        let payers: Vec<Payer> = std::iter::once(payer(inhabitants)).chain(others).collect();
        let shares = sharing.shares(price, &payers).ok()?;
        shares.first().copied()
    }

    proptest! {
        #[test]
        fn it_is_what_sharing_among_all_of_them_gives(
            ore in 1..MAX_PRICE.ore(),
            rule in 0..6_usize,
            cap in prop::option::of(1..MAX_PRICE.ore()),
            inhabitants in 1..700_000_u32,
            count in 1..98_u32,
        ) {
            let fee = Money::from_ore(ore / 7 + 1);
            let fixed = SharingRule::FixedFee { fee };
            let sharing = Sharing {
                rule: *SharingRule::USUAL.get(rule).unwrap_or(&fixed),
                cap: cap.map(Money::from_ore),
                planned_for: None,
            };
            let price = Money::from_ore(ore);
            prop_assert_eq!(
                own_share(price, &sharing, inhabitants, count).ok(),
                by_list(price, &sharing, inhabitants, count)
            );
        }

        #[test]
        fn as_many_as_share_pay_at_least_the_price_with_what_is_shown(
            ore in 1..MAX_PRICE.ore(),
            rule in 0..6_usize,
            count in 1..98_u32,
        ) {
            let fee = Money::from_ore(ore / i64::from(count) + 1);
            let fixed = SharingRule::FixedFee { fee };
            let sharing = Sharing::by(*SharingRule::USUAL.get(rule).unwrap_or(&fixed));
            let price = Money::from_ore(ore);
            let average = average_inhabitants();
            let shown = prospective_share(price, &sharing, average, count).unwrap();
            prop_assert_eq!(shown.ore() % 100, 0);
            prop_assert!(shown.ore() * i64::from(count) >= price.ore());
            // To the exact fraction: nothing is shown that is a krone or more above the average share.
            prop_assert!((shown.ore() - 100) * i64::from(count) < price.ore() + i64::from(count));
        }
    }
}
