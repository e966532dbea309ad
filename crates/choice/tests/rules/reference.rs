//! The answers of the reference implementation (pabutools 1.2.3) in ten thousand random elections, kept as figures in
//! `fixtures/pabutools.txt.gz`; `fixtures/generate.py` asks for them.

use std::io::Read;
use std::path::Path;

use barometer_choice::election::{Election, Voter};
use barometer_choice::equal_shares::{Completion, Utility, equal_shares};
use barometer_choice::greedy::{Order, greedy};
use barometer_choice::maximin_support::maximin_support;
use barometer_choice::phragmen::phragmen;

/// `SplitMix64`, as in generate.py.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}

struct Parts {
    budget: u64,
    costs: Vec<u64>,
    ballots: Vec<Vec<usize>>,
}

fn parts(seed: u64) -> Parts {
    let mut random = Random(seed);
    let candidates = 1 + random.below(9);
    let voters = 1 + random.below(14);
    let dearest = if seed.is_multiple_of(2) { 8 } else { 900 };
    let costs: Vec<u64> = (0..candidates).map(|_| 1 + random.below(dearest)).collect();
    let budget = 1 + random.below(costs.iter().sum());
    let liking = 1 + random.below(4);
    let mut ballot = |_| {
        let all = 0..costs.len();
        all.filter(|_| random.below(5) < liking).collect()
    };
    let ballots = (0..voters).map(&mut ballot).collect();
    Parts {
        budget,
        costs,
        ballots,
    }
}

impl Parts {
    fn checksum(&self, checksum: u64) -> u64 {
        let ballots = self.ballots.iter();
        let ballots = ballots.flat_map(|ballot| {
            let ballot = ballot.iter().map(|&one| one as u64);
            std::iter::once(99).chain(ballot)
        });
        let numbers = std::iter::once(self.budget).chain(self.costs.iter().copied());
        numbers.chain(ballots).fold(checksum, |sum, number| {
            (sum ^ number).wrapping_mul(0x100_0000_01B3)
        })
    }

    fn election(&self) -> Election {
        let voters = self.ballots.iter().map(|ballot| Voter {
            weight: 1,
            approves: ballot.clone(),
        });
        Election::new(self.budget, self.costs.clone(), voters).unwrap()
    }
}

/// What a rule chooses; `None` where the two need not agree.
type Rule = fn(&Election) -> Option<Vec<usize>>;

/// In the order of generate.py.
const RULES: [(&str, Rule); 12] = [
    ("mes, cost", |e| {
        Some(shares(e, Utility::Cost, Completion::None))
    }),
    ("mes, cardinality", |e| {
        Some(shares(e, Utility::Cardinality, Completion::None))
    }),
    ("add1, cost", |e| {
        Some(shares(e, Utility::Cost, Completion::Add { step: 1 }))
    }),
    ("add1, cardinality", |e| {
        Some(shares(e, Utility::Cardinality, Completion::Add { step: 1 }))
    }),
    ("add1u, cost", |e| {
        Some(shares(
            e,
            Utility::Cost,
            Completion::AddThenGreedy { step: 1 },
        ))
    }),
    ("greedy completion, cardinality", |e| {
        Some(shares(e, Utility::Cardinality, Completion::Greedy))
    }),
    ("ε, cost", |e| with_epsilon(e, Utility::Cost)),
    ("ε, cardinality", |e| with_epsilon(e, Utility::Cardinality)),
    ("phragmen", |e| Some(phragmen(e).chosen)),
    ("greedy", |e| Some(greedy(e, Order::Support).chosen)),
    ("greedy per cost", |e| {
        Some(greedy(e, Order::SupportPerCost).chosen)
    }),
    ("maximin support", |e| Some(maximin_support(e).chosen)),
];

fn shares(election: &Election, utility: Utility, completion: Completion) -> Vec<usize> {
    equal_shares(election, utility, completion).chosen
}

/// The reference has no such completion; it is asked with a utility of 10⁻¹⁵ from what a voter does not approve of. That
/// decides what is a tie for an ε without size, so elections with a tie are left out.
fn with_epsilon(election: &Election, utility: Utility) -> Option<Vec<usize>> {
    let result = equal_shares(election, utility, Completion::Epsilon);
    let mut rounds = result.trace.rounds().iter();
    rounds
        .all(|round| round.tied.is_empty())
        .then_some(result.chosen)
}

fn fixtures() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pabutools.txt.gz");
    let file = std::fs::File::open(path).unwrap();
    let mut text = String::new();
    flate2::read::GzDecoder::new(file)
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn every_rule_chooses_what_the_reference_implementation_chooses() {
    let text = fixtures();
    let mut lines = text.lines();
    let head: Vec<u64> = lines
        .next()
        .unwrap()
        .split(' ')
        .map(|n| n.parse().unwrap())
        .collect();
    let mut checksum = 0xCBF2_9CE4_8422_2325;
    let mut asked = [0_u64; RULES.len()];
    let mut differences = Vec::new();
    for (seed, line) in (0..).zip(lines) {
        let parts = parts(seed);
        checksum = parts.checksum(checksum);
        let election = parts.election();
        for (at, (answer, (name, rule))) in line.split(' ').zip(RULES).enumerate() {
            if answer == "-" {
                continue;
            }
            let Some(chosen) = rule(&election) else {
                continue;
            };
            asked[at] += 1;
            let digits = answer.chars().filter_map(|one| one.to_digit(10));
            let expected: Vec<usize> = digits.map(|one| one as usize).collect();
            if chosen != expected {
                let Parts {
                    budget,
                    costs,
                    ballots,
                } = &parts;
                let election = format!("costs {costs:?}, budget {budget}, ballots {ballots:?}");
                differences.push(format!(
                    "{seed} {name}: {chosen:?}, not {expected:?}; {election}"
                ));
            }
        }
    }
    assert_eq!(checksum, head[2], "the same elections on both sides");
    let first = differences.iter().take(5);
    let first: Vec<&str> = first.map(String::as_str).collect();
    let count = differences.len();
    assert!(count == 0, "{count} differences:\n{}", first.join("\n"));
    for (asked, (name, _)) in asked.into_iter().zip(RULES) {
        let at_least = match name {
            "ε, cost" | "ε, cardinality" => 6_000,
            // The reference solves a linear program for each candidate in each round.
            "maximin support" => 1_000,
            _ => 10_000,
        };
        assert!(asked >= at_least, "{name}: {asked} elections");
    }
}
