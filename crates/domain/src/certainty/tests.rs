//! The judge is a brute force over everything that the silent could still have done.

use std::collections::{BTreeSet, HashSet};

use super::*;
use crate::ballot::Ballot;
use crate::municipality;

/// One participant's part: a ballot, or nothing.
type Done = Option<Vec<u16>>;

struct Case {
    candidates: u16,
    max_choices: u8,
    /// The participants of each municipality.
    places: Vec<Vec<Done>>,
}

/// A municipality after its silent have done something: voters, and votes by candidate.
type State = (u32, Vec<u32>);

/// Divisible by every number of voters in these cases.
const UNIT: u32 = 840;

impl Case {
    fn rules(&self, rule: CountingRule) -> Rules {
        Rules {
            rule,
            max_choices: self.max_choices,
            candidates: self.candidates,
        }
    }

    fn ballots(&self) -> Vec<CountedBallot> {
        let places = self.places.iter().enumerate();
        let cast = places.flat_map(|(at, place)| {
            let choices = place.iter().flatten();
            choices.map(move |choices| CountedBallot {
                municipality: municipality::all()[at].code,
                ballot: Ballot::of(choices.iter().map(|&number| CandidateId(number))),
            })
        });
        cast.collect()
    }

    fn silent(&self) -> Silent {
        let places = self.places.iter().enumerate();
        let silent = places.map(|(at, place)| {
            let silent = place.iter().filter(|done| done.is_none()).count();
            (municipality::all()[at].code, u32::try_from(silent).unwrap())
        });
        Silent {
            by_municipality: silent.collect(),
            elsewhere: 0,
        }
    }

    /// Every ballot that may be cast.
    fn possible(&self) -> Vec<Vec<u16>> {
        let sets = 0..1_u32 << self.candidates;
        sets.filter(|set| set.count_ones() <= u32::from(self.max_choices))
            .map(|set| {
                (0..self.candidates)
                    .filter(|at| set >> at & 1 == 1)
                    .collect()
            })
            .collect()
    }

    /// Every state that a municipality could have come to.
    fn states(&self, place: &[Done]) -> BTreeSet<State> {
        let mut start: State = (0, vec![0; usize::from(self.candidates)]);
        let mut silent = 0;
        for done in place {
            match done {
                None => silent += 1,
                Some(choices) => {
                    start.0 += 1;
                    for number in choices {
                        start.1[usize::from(number - 1)] += 1;
                    }
                }
            }
        }
        let possible = self.possible();
        let mut states = BTreeSet::from([start]);
        for _ in 0..silent {
            let mut more = states.clone();
            for (voters, votes) in &states {
                for ballot in &possible {
                    let mut votes = votes.clone();
                    for &at in ballot {
                        votes[usize::from(at)] += 1;
                    }
                    more.insert((voters + 1, votes));
                }
            }
            states = more;
        }
        states
    }

    /// Whether whatever the silent could have done the same go on; `None` when not even now any do without a tie.
    fn is_settled(&self, rule: CountingRule) -> Option<bool> {
        let nobody_more: Vec<Vec<Done>> = self
            .places
            .iter()
            .map(|place| {
                place
                    .iter()
                    .filter(|done| done.is_some())
                    .cloned()
                    .collect()
            })
            .collect();
        let now = Self {
            places: nobody_more,
            ..*self
        };
        let now = now.attainable(rule).into_iter().next().unwrap();
        let go_on = go_on(&now)?;
        let attainable = self.attainable(rule);
        Some(
            attainable
                .iter()
                .all(|figures| self::go_on(figures) == Some(go_on.clone())),
        )
    }

    /// All figures that could have come out.
    fn attainable(&self, rule: CountingRule) -> HashSet<Vec<u32>> {
        let mut sums = HashSet::from([vec![0; usize::from(self.candidates)]]);
        for place in &self.places {
            let states = self.states(place);
            let figures: HashSet<Vec<u32>> =
                states.iter().map(|state| figures(rule, state)).collect();
            let mut more = HashSet::new();
            for sum in &sums {
                for one in &figures {
                    more.insert(sum.iter().zip(one).map(|(a, b)| a + b).collect());
                }
            }
            sums = more;
        }
        sums
    }
}

/// The rules of `docs/domain.md, "Counting"` written a second time, for one municipality; fractions in `UNIT`ths.
fn figures(rule: CountingRule, (people, votes): &State) -> Vec<u32> {
    let figure = |&votes: &u32| match rule {
        CountingRule::Participants => votes,
        CountingRule::Municipalities => u32::from(votes > 0),
        CountingRule::Fraction if *people == 0 => 0,
        CountingRule::Fraction => votes * UNIT / people,
        CountingRule::Majority => u32::from(2 * votes > *people),
    };
    votes.iter().map(figure).collect()
}

/// The rule of `docs/domain.md, "The cut"` written a second time: who goes on, in any order; `None` for a tie and for
/// nobody.
fn go_on(figures: &[u32]) -> Option<BTreeSet<usize>> {
    let mut order: Vec<usize> = (0..figures.len()).filter(|&at| figures[at] > 0).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(figures[at]));
    let value = |place: usize| order.get(place).map_or(0, |&at| figures[at]);
    let first = |n: usize| Some(order.iter().take(n).copied().collect());
    match order.len() {
        0 => None,
        1 | 2 => first(2),
        _ => match (value(1) - value(2), value(2) - value(3)) {
            (two, three) if two > three => first(2),
            (_, 0) => None,
            _ => first(3),
        },
    }
}

/// How often a rule was judged, and how.
#[derive(Default)]
struct Score {
    cases: u32,
    settled: u32,
    needless: u32,
}

fn judge(case: &Case, rule: CountingRule, score: &mut Score) {
    let rules = case.rules(rule);
    let (ballots, silent) = (case.ballots(), case.silent());
    let pick = pick::pick(&tally::count(case.candidates, &ballots), rule);
    let found = certainty(&rules, &ballots, &pick, &silent);
    let Some(truth) = case.is_settled(rule) else {
        assert_ne!(found, Some(Certainty::Settled));
        return;
    };
    if silent.by_municipality.values().all(|&silent| silent == 0) {
        assert_eq!(found, Some(Certainty::Settled));
        return;
    }
    assert!(
        truth || found == Some(Certainty::Close),
        "{rule:?}: falsely settled with at most {} of {}: {:?}",
        case.max_choices,
        case.candidates,
        case.places
    );
    score.cases += 1;
    score.settled += u32::from(truth);
    score.needless += u32::from(truth && found == Some(Certainty::Close));
}

fn report(what: &str, rule: CountingRule, score: &Score) {
    let Score {
        cases,
        settled,
        needless,
    } = score;
    println!("{what}, {rule:?}: {cases} cases, {settled} settled, {needless} needlessly close");
    assert!(needless * 10 <= *settled, "{what}, {rule:?}");
}

/// A sequence of numbers that is the same on every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).unwrap()
    }
}

/// A webinar in which some candidates are better liked than others, and `silent` have not voted.
fn some_case(numbers: &mut Numbers) -> Case {
    let candidates = 2 + u16::try_from(numbers.below(4)).unwrap();
    let max_choices = 1 + u8::try_from(numbers.below(3)).unwrap();
    let liking: Vec<u32> = (0..candidates).map(|_| numbers.below(100)).collect();
    let mut silent = 1 + numbers.below(if candidates > 4 { 3 } else { 4 });
    let mut places: Vec<Vec<Done>> = (0..=numbers.below(6))
        .map(|_| {
            let ballots = 0..numbers.below(5);
            ballots
                .map(|_| {
                    let mut choices: Vec<u16> = (1..=candidates)
                        .filter(|number| numbers.below(100) < liking[usize::from(number - 1)])
                        .collect();
                    while choices.len() > usize::from(max_choices) {
                        choices.remove(usize::try_from(numbers.below(3)).unwrap() % choices.len());
                    }
                    Some(choices)
                })
                .collect()
        })
        .collect();
    let mut tries = 0;
    while silent > 0 && tries < 100 {
        tries += 1;
        let at = usize::try_from(numbers.below(u32::try_from(places.len()).unwrap())).unwrap();
        if places[at].len() < 4 {
            places[at].push(None);
            silent -= 1;
        }
    }
    Case {
        candidates,
        max_choices,
        places,
    }
}

#[test]
fn settled_is_never_false_and_seldom_withheld() {
    let mut numbers = Numbers(20_260_921);
    let cases: Vec<Case> = (0..500).map(|_| some_case(&mut numbers)).collect();
    for rule in CountingRule::ALL {
        let mut score = Score::default();
        for case in &cases {
            judge(case, rule, &mut score);
        }
        report("sampled", rule, &score);
        assert!(score.settled > 50, "{rule:?}: the sample says something");
    }
}

#[test]
fn settled_is_never_false_in_any_of_the_smallest_webinars() {
    for (max_choices, sizes) in [(1, [2, 2]), (2, [2, 1]), (3, [2, 1]), (2, [1, 2])] {
        let all = Case {
            candidates: 4,
            max_choices,
            places: vec![],
        };
        let mut doings: Vec<Done> = vec![None];
        let one_up = |ballot: &Vec<u16>| Some(ballot.iter().map(|at| at + 1).collect());
        doings.extend(all.possible().iter().map(one_up));
        let people: usize = sizes.iter().sum();
        let mut scores: [Score; 4] = Default::default();
        for mut number in 0..doings.len().pow(u32::try_from(people).unwrap()) {
            let mut next = || {
                let done = doings[number % doings.len()].clone();
                number /= doings.len();
                done
            };
            let case = Case {
                candidates: 4,
                max_choices,
                places: sizes.map(|size| (0..size).map(|_| next()).collect()).into(),
            };
            for (rule, score) in CountingRule::ALL.into_iter().zip(&mut scores) {
                judge(&case, rule, score);
            }
        }
        for (rule, score) in CountingRule::ALL.into_iter().zip(&scores) {
            report(
                &format!("all with {max_choices} of 4 in {sizes:?}"),
                rule,
                score,
            );
        }
    }
}

fn check(places: &[&[Done]], rule: CountingRule, expected: Certainty) {
    let case = Case {
        candidates: 4,
        max_choices: 3,
        places: places.iter().map(|place| place.to_vec()).collect(),
    };
    let pick = pick::pick(&tally::count(4, &case.ballots()), rule);
    let found = certainty(&case.rules(rule), &case.ballots(), &pick, &case.silent());
    assert_eq!(found, Some(expected));
}

#[test]
fn the_cut_could_move_from_three_to_two_though_nobody_else_could_come_in() {
    // 5, 3, 2, 0: three go on. One more for the second, and only two do.
    let cast = [
        Some(vec![1, 2, 3]),
        Some(vec![1, 2, 3]),
        Some(vec![1, 2]),
        Some(vec![1]),
        Some(vec![1]),
    ];
    let places = [
        &cast[..1],
        &cast[1..2],
        &cast[2..3],
        &cast[3..4],
        &cast[4..],
    ];
    let nobody = places;
    check(&nobody, CountingRule::Participants, Certainty::Settled);
    let silent = [None, None];
    let with_silent = [&places[..], &[&silent[..]]].concat();
    check(&with_silent, CountingRule::Participants, Certainty::Close);
}

#[test]
fn who_sits_where_it_has_voted_already_cannot_bring_a_municipality_anew() {
    let aarhus = [Some(vec![1, 2]), Some(vec![3, 4]), None];
    let other = [Some(vec![1, 2])];
    let places = [&aarhus[..], &other, &other];
    check(&places, CountingRule::Municipalities, Certainty::Settled);
    let elsewhere = [None];
    let places = [&aarhus[..2], &other, &other, &elsewhere];
    check(&places, CountingRule::Municipalities, Certainty::Close);
}

#[test]
fn where_the_silent_sit_is_asked_for_and_nothing_is_sure_without() {
    let case = Case {
        candidates: 2,
        max_choices: 1,
        places: vec![vec![Some(vec![1]); 4], vec![Some(vec![2]); 4]],
    };
    let rule = CountingRule::Participants;
    let pick = pick::pick(&tally::count(2, &case.ballots()), rule);
    let with = |elsewhere| {
        let silent = Silent {
            elsewhere,
            ..Silent::default()
        };
        certainty(&case.rules(rule), &case.ballots(), &pick, &silent)
    };
    assert_eq!(with(0), Some(Certainty::Settled));
    assert_eq!(with(1), Some(Certainty::Close));
}
