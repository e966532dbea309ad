use proptest::prelude::*;

use super::*;

/// Aarhus, Viborg, Horsens, Skive, Samsø.
const FIVE: [u32; 5] = [349_983, 96_921, 90_966, 45_851, 3_657];

fn payers(inhabitants: &[u32]) -> Vec<Payer> {
    let payer = |&inhabitants| Payer {
        inhabitants,
        at_most: None,
    };
    inhabitants.iter().map(payer).collect()
}

/// The worked table is in whole kroner: the same division with the krone as its smallest unit.
fn in_kroner(rule: SharingRule) -> Vec<i64> {
    let shares = Sharing::by(rule).shares(Money::from_ore(300_000), &payers(&FIVE));
    shares.unwrap().iter().map(|share| share.ore()).collect()
}

fn in_ore(sharing: Sharing, kroner: i64, payers: &[Payer]) -> Vec<i64> {
    let shares = sharing.shares(Money::from_kroner(kroner), payers).unwrap();
    shares.iter().map(|share| share.ore()).collect()
}

#[test]
fn the_worked_table() {
    let [_, population, degressive, size, mixed] = SharingRule::USUAL;
    assert_eq!(
        in_kroner(population),
        [178_752, 49_502, 46_460, 23_418, 1_868]
    );
    assert_eq!(
        in_kroner(degressive),
        [153_877, 59_658, 55_992, 28_222, 2_251]
    );
    assert_eq!(in_kroner(size), [92_307, 69_231, 69_231, 46_154, 23_077]);
    assert_eq!(in_kroner(mixed), [143_126, 52_651, 50_522, 34_393, 19_308]);
}

#[test]
fn size_classes_in_ore() {
    let shares = in_ore(Sharing::by(SharingRule::USUAL[3]), 300_000, &payers(&FIVE));
    assert_eq!(
        shares,
        [9_230_769, 6_923_077, 6_923_077, 4_615_385, 2_307_692]
    );
}

#[test]
fn a_quarter_of_a_million_among_seven() {
    let shares = in_ore(Sharing::default(), 250_000, &payers(&[1; 7]));
    assert_eq!(shares[..4], [3_571_429; 4]);
    assert_eq!(shares[4..], [3_571_428; 3]);
}

#[test]
fn equal_with_caps_fills_like_water() {
    let caps = [100, 100, 60, 40, 20].map(|thousand| Payer {
        inhabitants: 1,
        at_most: Some(Money::from_kroner(thousand * 1_000)),
    });
    let shares = in_ore(Sharing::default(), 300_000, &caps);
    assert_eq!(
        shares,
        [90, 90, 60, 40, 20].map(|thousand| thousand * 100_000)
    );
    let too_dear = Sharing::default().shares(Money::from_kroner(320_001), &caps);
    let covered = Money::from_kroner(320_000);
    assert_eq!(too_dear, Err(Infeasible { covered }));
    assert!(Sharing::default().shares(covered, &caps).is_ok());
}

#[test]
fn a_fixed_fee_is_never_more_and_less_when_there_are_many() {
    let fee = Money::from_kroner(20_000);
    let sharing = Sharing::by(SharingRule::FixedFee { fee });
    let price = Money::from_kroner(100_000);
    let covered = Money::from_kroner(80_000);
    assert_eq!(
        sharing.shares(price, &payers(&[1; 4])),
        Err(Infeasible { covered })
    );
    assert_eq!(sharing.shares(price, &payers(&[1; 5])), Ok(vec![fee; 5]));
    assert_eq!(
        sharing.shares(price, &payers(&[1; 10])),
        Ok(vec![Money::from_kroner(10_000); 10])
    );
}

#[test]
fn a_late_joiner_gives_the_others_money_back() {
    let price = Money::from_kroner(300_000);
    let before = Sharing::default().shares(price, &payers(&[1; 6])).unwrap();
    let after = Sharing::default().shares(price, &payers(&[1; 7])).unwrap();
    assert_eq!(after[6], Money::from_ore(4_285_714));
    let refunds = refunds(&before, &after);
    let back = refunds.iter().copied().sum::<Money>();
    assert_eq!(back, after[6]);
    assert!(
        refunds
            .iter()
            .all(|refund| (714_285..=714_286).contains(&refund.ore()))
    );
}

#[test]
fn nobody_pays_nothing() {
    let nobody = Sharing::default().shares(Money::from_kroner(1), &[]);
    assert_eq!(
        nobody,
        Err(Infeasible {
            covered: Money::ZERO
        })
    );
}

#[test]
fn it_is_written_flat_and_read_again() {
    let write = |sharing: &Sharing| serde_json::to_string(sharing).unwrap();
    assert_eq!(write(&Sharing::default()), r#"{"rule":"equal"}"#);
    let fee = Money::from_kroner(20_000);
    for rule in SharingRule::USUAL
        .into_iter()
        .chain([SharingRule::FixedFee { fee }])
    {
        let sharing = Sharing {
            cap: Some(fee),
            planned_for: Some(10),
            rule,
        };
        assert_eq!(
            serde_json::from_str::<Sharing>(&write(&sharing)).unwrap(),
            sharing
        );
    }
}

#[test]
fn a_rule_without_its_numbers_is_refused() {
    for json in [
        r#"{"rule":"mixed"}"#,
        r#"{"rule":"mixed","percent":101}"#,
        r#"{"rule":"fixed_fee","fee":0}"#,
        r#"{"rule":"size_class","weights":[1,2,0,4]}"#,
        r#"{"rule":"equal","cap":-1}"#,
        r#"{"rule":"by_mood"}"#,
    ] {
        assert!(serde_json::from_str::<Sharing>(json).is_err(), "{json}");
    }
}

fn any_rule() -> impl Strategy<Value = SharingRule> {
    prop_oneof![
        Just(SharingRule::Equal),
        Just(SharingRule::Population),
        (1..400_000_u32, 0..=100_u8)
            .prop_map(|(above, percent)| SharingRule::PopulationDegressive { above, percent }),
        prop::array::uniform4(1..20_u8).prop_map(|weights| SharingRule::SizeClass { weights }),
        (0..=100_u8).prop_map(|equal_percent| SharingRule::Mixed { equal_percent }),
        (1..50_000_000_i64).prop_map(|ore| SharingRule::FixedFee {
            fee: Money::from_ore(ore)
        }),
    ]
}

fn any_payers() -> impl Strategy<Value = Vec<Payer>> {
    let cap = prop::option::of((1..20_000_000_i64).prop_map(Money::from_ore));
    let payer = (1..700_000_u32, cap);
    let payer = payer.prop_map(|(inhabitants, at_most)| Payer {
        inhabitants,
        at_most,
    });
    prop::collection::vec(payer, 1..98)
}

#[test]
fn a_mixed_rule_shares_the_price_where_nobody_has_inhabitants() {
    let mixed = SharingRule::Mixed { equal_percent: 1 };
    assert_eq!(mixed.weights(&[0]), [1]);
    assert_eq!(mixed.weights(&[0, 0]), [1, 1]);
}

proptest! {
    #[test]
    fn shares_sum_to_the_price_and_keep_the_caps(
        rule in any_rule(),
        payers in any_payers(),
        price in 1..1_000_000_000_i64,
    ) {
        let price = Money::from_ore(price);
        match Sharing::by(rule).shares(price, &payers) {
            Ok(shares) => {
                prop_assert_eq!(shares.iter().copied().sum::<Money>(), price);
                for (share, payer) in shares.iter().zip(&payers) {
                    prop_assert!(payer.at_most.is_none_or(|cap| *share <= cap));
                    if let SharingRule::FixedFee { fee } = rule {
                        prop_assert!(*share <= fee);
                    }
                }
            }
            Err(Infeasible { covered }) => prop_assert!(covered < price),
        }
    }

    #[test]
    fn the_order_decides_nothing_but_the_last_ore(
        rule in any_rule(),
        payers in any_payers(),
        price in 1..1_000_000_000_i64,
    ) {
        let price = Money::from_ore(price);
        let turned: Vec<Payer> = payers.iter().rev().copied().collect();
        let shares = Sharing::by(rule).shares(price, &payers);
        let mut again = Sharing::by(rule).shares(price, &turned);
        if let Ok(again) = &mut again {
            again.reverse();
        }
        match (shares, again) {
            (Ok(shares), Ok(again)) => {
                for (one, other) in shares.iter().zip(&again) {
                    prop_assert!((one.ore() - other.ore()).abs() <= 1);
                }
            }
            (shares, again) => prop_assert_eq!(shares, again),
        }
    }

    #[test]
    fn one_more_never_makes_it_dearer_when_all_pay_alike(n in 1..97_usize, price in 1..1_000_000_000_i64) {
        let price = Money::from_ore(price);
        let before = Sharing::default().shares(price, &payers(&vec![1; n])).unwrap();
        let after = Sharing::default().shares(price, &payers(&vec![1; n + 1])).unwrap();
        let back: Money = refunds(&before, &after).into_iter().sum();
        prop_assert_eq!(back, after[n]);
    }
}
