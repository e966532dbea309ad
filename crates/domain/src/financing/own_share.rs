//! What one municipality would pay. Who the others are is theirs to tell, so they are reckoned as average ones.

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

/// The share of a municipality with so many `inhabitants` when `count` share `price`, itself included.
///
/// To the øre what [`Sharing::shares`] says of the first of them; but as the others are all alike, it takes neither a
/// list nor a sort, which a phone would have to download.
///
/// # Errors
/// When the caps do not reach the price, or nobody shares.
pub fn own_share(
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
    }
}
