//! A host that shows every phone a roll of its own is found out by the root of the close.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::dice::Dice;

const BAROMETER: &str = "7";
const MOST: u32 = 3;
const CANDIDATES: [&str; 4] = ["1", "2", "3", "4"];

struct Voter {
    secret: Secret,
    choices: Vec<String>,
    struck: bool,
}

impl Voter {
    fn new(seed: u64, choices: &[&str]) -> Self {
        Self {
            secret: Secret::generate(&mut Dice::seeded(seed)),
            choices: choices.iter().map(|&choice| choice.to_owned()).collect(),
            struck: false,
        }
    }

    fn ballot(&self) -> RollBallot {
        let vote = |choice: &String| {
            let tracker = candidate_tracker(&self.secret, BAROMETER, choice);
            (choice.clone(), tracker)
        };
        RollBallot {
            ballot: ballot_tracker(&self.secret, BAROMETER),
            choices: self.choices.iter().map(vote).collect(),
            struck: self.struck,
        }
    }

    fn check(&self, roll: &Roll, committed: &RollRoot) -> Result<Counted, NotCounted> {
        let published = published(roll);
        roll.check(&self.secret, &self.choices, &published, Some(committed))
    }
}

/// What a host that shows this roll says of it.
fn published(roll: &Roll) -> Published {
    let number = |(candidate, list): &(String, Vec<_>)| (candidate.clone(), length(list.len()));
    Published {
        ballots: length(roll.ballots.len()),
        votes: roll.candidates.iter().map(number).collect(),
    }
}

fn spare(number: u32) -> Tracker {
    let mut bytes = [255; 16];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    Tracker::from_bytes(bytes)
}

fn roll_of(ballots: Vec<RollBallot>) -> Roll {
    let candidates = CANDIDATES.map(str::to_owned).into();
    Roll::assemble(BAROMETER.into(), 1, MOST, candidates, ballots, spare).unwrap()
}

fn roll(voters: &[Voter]) -> Roll {
    roll_of(voters.iter().map(Voter::ballot).collect())
}

fn three() -> [Voter; 3] {
    [
        Voter::new(1, &["1", "2"]),
        Voter::new(2, &["1", "2"]),
        Voter::new(3, &[]),
    ]
}

#[test]
fn an_honest_roll_is_the_one_that_was_committed_to() {
    let voters = three();
    let committed = roll(&voters).roll_root().unwrap();
    for voter in &voters {
        let found = voter.check(&roll(&voters), &committed);
        assert_eq!(found, Ok(Counted { ballots: 3 }));
    }
    let json = serde_json::to_string(&roll(&voters)).unwrap();
    let read: Roll = serde_json::from_str(&json).unwrap();
    assert_eq!(read.roll_root(), Some(committed));
}

#[test]
fn two_phones_cannot_both_be_shown_one_vote_as_their_own() {
    let voters = three();
    let committed = roll(&voters).roll_root().unwrap();
    let for_one = roll(&[Voter::new(1, &["1", "2"]), Voter::new(3, &[])]);
    let for_other = roll(&[Voter::new(2, &["1", "2"]), Voter::new(3, &[])]);
    let alone = |voter: &Voter, roll: &Roll| {
        roll.check(&voter.secret, &voter.choices, &published(roll), None)
    };
    assert_eq!(alone(&voters[0], &for_one), Ok(Counted { ballots: 2 }));
    assert_eq!(alone(&voters[1], &for_other), Ok(Counted { ballots: 2 }));
    let found = [(&voters[0], &for_one), (&voters[1], &for_other)]
        .map(|(voter, roll)| voter.check(roll, &committed));
    assert_eq!(
        found,
        [Err(NotCounted::OtherRoll), Err(NotCounted::OtherRoll)]
    );
}

#[test]
fn a_strike_leaves_the_root_and_shows() {
    let mut voters = three();
    let before = roll(&voters).roll_root().unwrap();
    voters[1].struck = true;
    let roll = roll(&voters);
    let after = roll.roll_root().unwrap();
    assert_eq!(after.root, before.root);
    assert!(before.after_strikes.is_none() && after.after_strikes.is_some());
    assert_ne!(after.words(), before.words());
    assert_eq!(voters[1].check(&roll, &after), Err(NotCounted::Struck));
    assert_eq!(voters[0].check(&roll, &after), Ok(Counted { ballots: 2 }));
    assert_eq!(voters[0].check(&roll, &before), Err(NotCounted::OtherRoll));
}

#[test]
fn nobody_is_told_that_another_was_struck() {
    let struck = |which: usize| {
        let mut voters = three();
        voters[which].struck = true;
        roll(&voters)
    };
    let (for_first, for_second) = (struck(1), struck(0));
    let committed = for_first.roll_root().unwrap();
    let other = for_second.roll_root().unwrap();
    assert_eq!(committed.root, other.root, "the same ballots were cast");
    assert_ne!(committed.after_strikes, other.after_strikes);
    let found = three()[1].check(&for_second, &committed);
    assert_eq!(found, Err(NotCounted::OtherRoll));
}

#[test]
fn what_was_struck_tells_neither_its_choices_nor_how_many() {
    for choices in [&[][..], &["1"], &["1", "2", "3"]] {
        let mut struck = Voter::new(9, choices);
        struck.struck = true;
        let mut voters: Vec<Voter> = three().into();
        voters.push(struck);
        let roll = roll(&voters);
        let opening = roll.opening().unwrap();
        assert_eq!((roll.struck.len(), opening.hidden.len()), (1, 3));
        assert_eq!(
            opening.unused.len(),
            5,
            "of three who made four of nine choices"
        );
        let json = serde_json::to_string(&roll).unwrap();
        for (_, vote) in voters[3].ballot().choices {
            assert!(!json.contains(&vote.to_string()));
        }
    }
}

#[test]
fn a_tracker_that_stands_twice_spoils_neither_roll_nor_root() {
    let voters = three();
    let mut ballots: Vec<RollBallot> = voters.iter().map(Voter::ballot).collect();
    let copy = ballots[0].clone();
    ballots.push(copy);
    let before = roll_of(ballots.clone()).roll_root().unwrap();
    assert_eq!(
        voters[0].check(&roll_of(ballots.clone()), &before),
        Ok(Counted { ballots: 4 })
    );
    ballots[3].struck = true;
    let after = roll_of(ballots.clone());
    assert_eq!(after.roll_root().unwrap().root, before.root);
    assert_eq!(after.ballots.len() + after.struck.len(), 4);
}

#[test]
fn one_leaf_hash_cannot_stand_for_several() {
    let voters = three();
    let committed = roll(&voters).roll_root().unwrap();
    let mut other = roll(&voters);
    other.opening.as_mut().unwrap().unused.pop();
    assert_eq!(other.roll_root(), None, "a leaf is missing");
    let leaf = Leaf::unused(spare(0));
    other.opening.as_mut().unwrap().hidden.push(leaf);
    assert_eq!(
        other.roll_root(),
        None,
        "nobody was struck to hide it behind"
    );
    assert_eq!(
        voters[2].check(&other, &committed),
        Err(NotCounted::OtherRoll)
    );
}

/// Ballots of up to eight voters, some of them struck.
fn any_voters() -> impl Strategy<Value = Vec<(Vec<&'static str>, bool)>> {
    let choices = prop::sample::subsequence(CANDIDATES.to_vec(), 0..=3);
    prop::collection::vec((choices, prop::bool::weighted(0.3)), 1..8)
}

fn voters_of(drawn: &[(Vec<&'static str>, bool)]) -> Vec<Voter> {
    let voters = (0..).zip(drawn);
    voters
        .map(|(seed, (choices, struck))| Voter {
            struck: *struck,
            ..Voter::new(seed, choices)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_own_leaf_is_in_whatever_is_struck(drawn in any_voters()) {
        let mut voters = voters_of(&drawn);
        let roll_now = roll(&voters);
        let now = roll_now.roll_root().unwrap();
        for voter in &voters {
            let expected = if voter.struck {
                Err(NotCounted::Struck)
            } else {
                Ok(Counted { ballots: length(roll_now.ballots.len()) })
            };
            prop_assert_eq!(voter.check(&roll_now, &now), expected);
        }
        for voter in &mut voters {
            voter.struck = false;
        }
        prop_assert_eq!(roll(&voters).roll_root().unwrap().root, now.root);
    }

    #[test]
    fn another_election_has_another_root(one in any_voters(), other in any_voters()) {
        let same = |a: &[Voter], b: &[Voter]| {
            let ballots = |voters: &[Voter]| -> BTreeSet<(Vec<String>, bool, String)> {
                let written = voters.iter().map(|voter| {
                    let tracker = ballot_tracker(&voter.secret, BAROMETER);
                    (voter.choices.clone(), voter.struck, tracker.to_string())
                });
                written.collect()
            };
            ballots(a) == ballots(b)
        };
        let (one, other) = (voters_of(&one), voters_of(&other));
        let equal = roll(&one).roll_root() == roll(&other).roll_root();
        prop_assert_eq!(equal, same(&one, &other));
    }
}
