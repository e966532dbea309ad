//! What is said of what the votes can carry: true against the textbook's form and against the choice made anew, in
//! sentences that are sentences, and of no municipality alone.

use std::collections::BTreeSet;

use barometer_choice::carrying::carrying;
use barometer_choice::equal_shares::Utility;
use barometer_choice::rational::Rational;
use barometer_domain::ballot::Ballot;
use barometer_domain::carrying::{
    BudgetFrame, Carrying, FEWEST_TO_CARRY, FEWEST_TO_TELL, FrameBasis, LeftOut, Served,
    WhatWouldChange, WhyLeftOut,
};
use barometer_domain::ids::CandidateId;
use barometer_domain::language::Language;
use barometer_domain::money::Money;
use barometer_domain::municipality::{self, Municipality};
use barometer_domain::tally::CountedBallot;
use barometer_text::carrying::why_not;
use proptest::prelude::*;

use super::support::{Parts, textbook};

/// Prices, and for each municipality the ballots cast there.
#[derive(Clone, Debug)]
struct Webinar {
    frame: BudgetFrame,
    prices: Vec<Option<Money>>,
    votes: Vec<(usize, Vec<Vec<u16>>)>,
}

impl Webinar {
    fn ballots(&self) -> Vec<CountedBallot> {
        let of = |(at, ballots): &(usize, Vec<Vec<u16>>)| {
            let municipality = municipality::all()[*at].code;
            let counted = move |choices: &Vec<u16>| CountedBallot {
                municipality,
                ballot: Ballot::of(choices.iter().map(|&number| CandidateId(number))),
            };
            ballots.iter().map(counted).collect::<Vec<_>>()
        };
        self.votes.iter().flat_map(of).collect()
    }

    fn carrying(&self) -> Option<Carrying> {
        carrying(self.frame, &self.prices, &self.ballots()).unwrap()
    }

    fn wants(&self, at: usize, candidate: CandidateId) -> bool {
        let (_, ballots) = &self.votes[at];
        ballots.iter().any(|choices| choices.contains(&candidate.0))
    }

    fn behind(&self, candidate: CandidateId) -> Vec<usize> {
        let all = 0..self.votes.len();
        all.filter(|&at| self.wants(at, candidate)).collect()
    }

    /// Those with a price and at least three municipalities behind them.
    fn taking_part(&self) -> Vec<CandidateId> {
        let candidates = (1..).map(CandidateId).zip(&self.prices);
        let priced = candidates.filter(|(_, price)| price.is_some());
        let wanted = priced.filter(|(one, _)| self.behind(*one).len() >= 3);
        wanted.map(|(one, _)| one).collect()
    }

    fn price(&self, candidate: CandidateId) -> Money {
        self.prices[usize::from(candidate.0) - 1].unwrap()
    }

    /// The same as an election of the textbook's, each frame the weight of its municipality.
    fn parts(&self) -> Parts {
        let taking_part = self.taking_part();
        let voter = |at: usize| {
            let population = municipality::all()[self.votes[at].0].population;
            let frame = self.frame.of(population).ore().unsigned_abs();
            let places = 0..taking_part.len();
            let wants = places.filter(|&place| self.wants(at, taking_part[place]));
            (frame, wants.collect())
        };
        let voters: Vec<(u64, Vec<usize>)> = (0..self.votes.len()).map(voter).collect();
        Parts {
            budget: voters.iter().map(|voter| voter.0).sum(),
            costs: taking_part
                .iter()
                .map(|one| self.price(*one).ore().unsigned_abs())
                .collect(),
            voters,
        }
    }
}

fn numbers(candidates: &[CandidateId]) -> Vec<u16> {
    candidates.iter().map(|one| one.0).collect()
}

/// Every municipality once, with one ballot each.
fn webinar(kroner: i64, prices: &[Option<i64>], votes: &[&[u16]]) -> Webinar {
    let prices = prices.iter().map(|price| price.map(Money::from_kroner));
    let votes = votes.iter().enumerate();
    Webinar {
        frame: BudgetFrame {
            amount: Money::from_kroner(kroner),
            by: FrameBasis::Equal,
        },
        prices: prices.collect(),
        votes: votes
            .map(|(at, choices)| (at, vec![choices.to_vec()]))
            .collect(),
    }
}

/// Seven of ten want the first two. The second is dearer for what it gives to each and comes after the first, and the
/// third, which only three others want, is carried all the same: the money of those is theirs.
#[test]
fn what_most_want_leaves_the_others_their_money() {
    let mut votes: Vec<&[u16]> = vec![&[1, 2]; 7];
    votes.extend([&[3][..]; 3]);
    let webinar = webinar(
        60_000,
        &[
            Some(350_000),
            Some(350_000),
            Some(150_000),
            None,
            Some(10_000),
        ],
        &votes,
    );
    let carrying = webinar.carrying().unwrap();
    assert_eq!(numbers(&carrying.carried), [1, 3]);
    assert_eq!(carrying.served, Some(Served::AtLeast { count: 8 }));
    let second = LeftOut {
        candidate: CandidateId(2),
        why: WhyLeftOut::TooLittleLeft {
            behind: 7,
            tenths: 2,
            went_to: Some(CandidateId(1)),
            level_with: Some(CandidateId(1)),
            change: WhatWouldChange::Price {
                at_most: Money::from_kroner(70_000),
            },
        },
    };
    let out = |number, why| LeftOut {
        candidate: CandidateId(number),
        why,
    };
    assert_eq!(
        carrying.left_out,
        [
            second,
            out(4, WhyLeftOut::NoPrice),
            out(5, WhyLeftOut::NoSupport)
        ]
    );
    assert_eq!(
        why_not(second, Language::Danish),
        "Nr. 2 stod lige med nr. 1, der står før det på listen, og kom ikke med, for de 7 kommuner bag det har mellem 20 og \
         30\u{a0}% af prisen tilbage, efter at det meste af deres forbrug gik til nr. 1; til højst 70.000\u{a0}kr. var det \
         kommet med."
    );
    assert_eq!(
        why_not(second, Language::English),
        "No. 2 was level with no. 1, which comes before it on the list, and was not carried, since the 7 municipalities \
         behind it have between 20 and 30% of its price left, after most of what they spent went to no. 1; at \
         DKK\u{a0}70,000 or less it would have been."
    );
}

/// By inhabitants Copenhagen alone could pay: nothing is carried by fewer than three, or it would tell who one of them is.
#[test]
fn what_fewer_than_three_want_takes_no_part_however_rich_they_are() {
    let copenhagen = municipality::by_name("København").unwrap();
    let place = |name: &str| {
        let is_it = |one: &Municipality| one.name == name;
        municipality::all().iter().position(is_it).unwrap()
    };
    let names = ["København", "Samsø", "Skive", "Viborg", "Horsens"];
    let votes: [&[u16]; 5] = [&[1, 2], &[1], &[2], &[2], &[2]];
    let webinar = Webinar {
        frame: BudgetFrame {
            amount: Money::from_kroner(100_000),
            by: FrameBasis::Population,
        },
        prices: vec![
            Some(Money::from_kroner(50_000)),
            Some(Money::from_kroner(5_000_000)),
        ],
        votes: names
            .into_iter()
            .zip(votes)
            .map(|(name, choices)| (place(name), vec![choices.to_vec()]))
            .collect(),
    };
    assert!(webinar.frame.of(copenhagen.population) > Money::from_kroner(50_000));
    let carrying = webinar.carrying().unwrap();
    assert_eq!(numbers(&carrying.carried), [] as [u16; 0]);
    let why: Vec<WhyLeftOut> = carrying.left_out.iter().map(|one| one.why).collect();
    let expected = [
        WhyLeftOut::TooFewBehind { behind: 2 },
        WhyLeftOut::DoesNotReach { behind: 4 },
    ];
    assert_eq!(why, expected);
}

#[test]
fn below_five_ballots_or_three_municipalities_nothing_is_said() {
    let prices = [Some(1_000), Some(1_000)];
    assert_eq!(webinar(50_000, &prices, &[&[1][..]; 4]).carrying(), None);
    assert!(
        webinar(50_000, &prices, &[&[1][..]; 5])
            .carrying()
            .is_some()
    );
    let mut two = webinar(50_000, &prices, &[&[1][..]; 2]);
    two.votes
        .iter_mut()
        .for_each(|(_, ballots)| ballots.extend(vec![vec![1]; 9]));
    assert_eq!(two.carrying(), None);
}

fn webinars() -> impl Strategy<Value = Webinar> {
    let price = prop_oneof![1 => Just(None), 8 => (1..60_i64).prop_map(|price| Some(Money::from_kroner(price * 9_870)))];
    let ballots = prop::collection::vec(prop::collection::vec(1..=6_u16, 0..4), 1..3);
    let votes = prop::collection::btree_map(0..98_usize, ballots, 1..16);
    // In whole øre also by inhabitants: the average municipality has 59,000.
    let frame = (1..200_i64, prop::bool::ANY).prop_map(|(amount, is_equal)| BudgetFrame {
        amount: Money::from_kroner(amount * 590),
        by: if is_equal {
            FrameBasis::Equal
        } else {
            FrameBasis::Population
        },
    });
    (frame, prop::collection::vec(price, 6), votes).prop_map(|(frame, prices, votes)| Webinar {
        frame,
        prices,
        votes: votes.into_iter().collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// The set is the textbook's, everybody is in it or has a reason, and each reason is so.
    #[test]
    fn what_it_says_is_so(webinar in webinars()) {
        let Some(carrying) = webinar.carrying() else {
            let few = webinar.ballots().len() < 5 || webinar.votes.len() < 3;
            prop_assert!(few);
            return Ok(());
        };
        let (parts, taking_part) = (webinar.parts(), webinar.taking_part());
        let (chosen, money) = textbook(&parts, Utility::Cost, parts.budget, false);
        let mut expected: Vec<CandidateId> = chosen.iter().map(|&at| taking_part[at]).collect();
        expected.sort_unstable();
        prop_assert_eq!(&carrying.carried, &expected);
        let mut everybody: Vec<u16> = numbers(&carrying.carried);
        everybody.extend(carrying.left_out.iter().map(|one| one.candidate.0));
        everybody.sort_unstable();
        prop_assert_eq!(everybody, [1, 2, 3, 4, 5, 6]);
        for LeftOut { candidate, why } in &carrying.left_out {
            let behind = webinar.behind(*candidate);
            let count = u32::try_from(behind.len()).unwrap();
            match *why {
                WhyLeftOut::NoPrice => prop_assert_eq!(webinar.prices[usize::from(candidate.0) - 1], None),
                WhyLeftOut::NoSupport => prop_assert_eq!(count, 0),
                WhyLeftOut::TooFewBehind { behind } => {
                    prop_assert!(behind == count && (1..FEWEST_TO_CARRY).contains(&count));
                }
                WhyLeftOut::DoesNotReach { behind } => {
                    prop_assert!(behind == count && (FEWEST_TO_CARRY..FEWEST_TO_TELL).contains(&count));
                    prop_assert!(carried_with_huge_frames(&webinar, *candidate));
                }
                WhyLeftOut::TooLittleLeft { behind: said, tenths, went_to, level_with, change } => {
                    prop_assert!(said == count && count >= FEWEST_TO_TELL);
                    let left = behind.iter().fold(Rational::zero(), |sum, &at| sum + &money[at]);
                    let cost = webinar.price(*candidate).ore().unsigned_abs();
                    prop_assert!(Rational::from(cost * u64::from(tenths)) <= &left * 10);
                    prop_assert!(&left * 10 < Rational::from(cost * (u64::from(tenths) + 1)));
                    if let Some(other) = went_to {
                        let both = behind.iter().filter(|&&at| webinar.wants(at, other)).count();
                        prop_assert!(carrying.carried.contains(&other) && both >= 3);
                    }
                    if let Some(first) = level_with {
                        prop_assert!(first < *candidate && carrying.carried.contains(&first));
                    }
                    let mut changed = webinar.clone();
                    match change {
                        WhatWouldChange::Price { at_most } => {
                            prop_assert!(at_most.ore() % 100 == 0 && tenths > 0);
                            changed.prices[usize::from(candidate.0) - 1] = Some(at_most);
                            prop_assert!(changed.carrying().unwrap().carried.contains(candidate));
                        }
                        WhatWouldChange::Frames { times } => {
                            let ore = changed.frame.amount.ore();
                            changed.frame.amount = Money::from_ore(ore * i64::from(times));
                            prop_assert!(changed.carrying().unwrap().carried.contains(candidate));
                        }
                        WhatWouldChange::LargerFrames => {
                            prop_assert!(carried_with_huge_frames(&webinar, *candidate));
                        }
                    }
                }
            }
        }
        let served = (0..webinar.votes.len()).filter(|&at| {
            carrying.carried.iter().any(|one| webinar.wants(at, *one))
        });
        let (served, all) = (u32::try_from(served.count()).unwrap(), carrying.municipalities);
        prop_assert_eq!(carrying.served, Served::of(served, all));
    }

    /// With the same frame for each, what is shown is the same whoever the municipalities are, and whichever of a
    /// municipality's participants supports what.
    #[test]
    fn nothing_tells_who_wants_what(webinar in webinars(), by in 1..98_usize) {
        let mut webinar = webinar;
        webinar.frame.by = FrameBasis::Equal;
        let mut others = webinar.clone();
        for (at, ballots) in &mut others.votes {
            *at = (*at + by) % 98;
            let all: BTreeSet<u16> = ballots.drain(..).flatten().collect();
            *ballots = vec![all.into_iter().collect()];
        }
        // Two ballots of one municipality count as two only where it is asked whether there are enough.
        prop_assume!(others.ballots().len() >= 5);
        prop_assert_eq!(webinar.carrying(), others.carrying());
    }

    /// Of one or two municipalities nothing is said but what the result says: how many support a candidate.
    #[test]
    fn no_figure_is_of_fewer_than_three(webinar in webinars()) {
        let Some(carrying) = webinar.carrying() else { return Ok(()) };
        for candidate in &carrying.carried {
            prop_assert!(webinar.behind(*candidate).len() >= 3);
        }
        // Nobody's name, code or number of inhabitants is in it, whatever the frames.
        let shown = serde_json::to_string(&carrying).unwrap();
        for (at, _) in &webinar.votes {
            let municipality = &municipality::all()[*at];
            prop_assert!(!shown.contains(municipality.name));
            let code = format!("\"{}\"", municipality.code);
            prop_assert!(!shown.contains(&code));
        }
        // Amounts are the frame, and whole tenths of public prices: from none of them follows what anybody has.
        for one in &carrying.left_out {
            if let WhyLeftOut::TooLittleLeft { tenths, change: WhatWouldChange::Price { at_most }, .. } = one.why {
                let tenth = webinar.price(one.candidate).ore() / 10 * i64::from(tenths);
                prop_assert_eq!(at_most.ore(), tenth / 100 * 100);
            }
        }
    }

    #[test]
    fn each_reason_is_one_sentence_in_both_languages(webinar in webinars()) {
        let Some(carrying) = webinar.carrying() else { return Ok(()) };
        for one in &carrying.left_out {
            check_sentence(&why_not(*one, Language::Danish), "1 kommuner", "kommune ")?;
            check_sentence(&why_not(*one, Language::English), "1 municipalities", "municipality ")?;
        }
    }
}

fn carried_with_huge_frames(webinar: &Webinar, candidate: CandidateId) -> bool {
    let mut changed = webinar.clone();
    changed.frame.amount = Money::from_kroner(59_000_000);
    changed.carrying().unwrap().carried.contains(&candidate)
}

/// Begins with a capital, ends with one full stop, has no gaps, and the right number of everything.
fn check_sentence(sentence: &str, one_of_many: &str, one: &str) -> Result<(), TestCaseError> {
    prop_assert!(sentence.starts_with(char::is_uppercase), "{}", sentence);
    prop_assert!(
        sentence.ends_with('.') && !sentence.ends_with(".."),
        "{}",
        sentence
    );
    prop_assert!(
        !sentence.contains("  ") && !sentence.contains(" ,"),
        "{}",
        sentence
    );
    prop_assert!(
        !sentence.contains(&format!(" {one_of_many}")),
        "{}",
        sentence
    );
    if sentence.contains(one) {
        prop_assert!(sentence.contains(&format!(" 1 {one}")), "{}", sentence);
    }
    Ok(())
}
