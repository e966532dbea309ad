//! Phones look for themselves in rolls, right and wrong ones.

use proptest::prelude::*;

use super::*;
use crate::dice::Dice;

const BAROMETER: &str = "4K7P2M-1";

/// One phone and what it chose.
struct Voter {
    secret: Secret,
    choices: Vec<String>,
}

impl Voter {
    fn new(seed: u64, choices: &[&str]) -> Self {
        Self {
            secret: Secret::generate(&mut Dice::seeded(seed)),
            choices: choices.iter().map(|&choice| choice.to_owned()).collect(),
        }
    }

    fn ballot(&self) -> Tracker {
        ballot_tracker(&self.secret, BAROMETER)
    }

    fn vote(&self, candidate: &str) -> Tracker {
        candidate_tracker(&self.secret, BAROMETER, candidate)
    }

    fn check(&self, roll: &Roll, published: &Published) -> Result<Counted, NotCounted> {
        roll.check(&self.secret, &self.choices, published, None)
    }
}

/// An honest roll of those counted and struck, over candidates 1 to 3, with what was published.
fn honest(counted: &[Voter], struck: &[Voter]) -> (Roll, Published) {
    let under = |candidate: &str| {
        let chose = |voter: &&Voter| voter.choices.iter().any(|choice| choice == candidate);
        let votes = counted.iter().filter(chose);
        votes.map(|voter| voter.vote(candidate)).collect()
    };
    let candidates: Vec<(String, Vec<Tracker>)> = ["1", "2", "3"]
        .map(|candidate| (candidate.to_owned(), under(candidate)))
        .into();
    let number = |(candidate, list): &(String, Vec<_>)| (candidate.clone(), length(list.len()));
    let published = Published {
        ballots: length(counted.len()),
        votes: candidates.iter().map(number).collect(),
    };
    let ballots = |voters: &[Voter]| voters.iter().map(Voter::ballot).collect();
    let (counted, struck) = (ballots(counted), ballots(struck));
    (roll(counted, candidates, struck), published)
}

fn roll(
    ballots: Vec<Tracker>,
    candidates: Vec<(String, Vec<Tracker>)>,
    struck: Vec<Tracker>,
) -> Roll {
    Roll::new(BAROMETER.into(), ballots, candidates, struck).unwrap()
}

fn three() -> [Voter; 3] {
    [
        Voter::new(1, &["1", "2"]),
        Voter::new(2, &["2"]),
        Voter::new(3, &[]),
    ]
}

/// The honest roll of three voters, after a change of its lists that keeps every number.
fn changed(change: impl FnOnce(&mut Roll, &[Voter; 3])) -> Result<Counted, NotCounted> {
    let voters = three();
    let (mut roll, published) = honest(&voters, &[]);
    change(&mut roll, &voters);
    voters[0].check(&roll, &published)
}

fn stranger() -> Tracker {
    Voter::new(99, &[]).ballot()
}

fn insert(list: &mut Vec<Tracker>, tracker: Tracker) {
    list.push(tracker);
    list.sort_unstable();
}

fn replace(list: &mut Vec<Tracker>, old: Tracker, new: Tracker) {
    let count = list.len();
    list.retain(|tracker| *tracker != old);
    insert(list, new);
    assert_eq!(list.len(), count);
}

fn under<'roll>(roll: &'roll mut Roll, candidate: &str) -> &'roll mut Vec<Tracker> {
    let lists = &mut roll.candidates;
    let place = lists.iter().position(|(listed, _)| listed == candidate);
    &mut lists[place.unwrap()].1
}

fn publish(published: &mut Published, candidate: &str, votes: u32) {
    published.votes.retain(|(listed, _)| listed != candidate);
    published.votes.push((candidate.to_owned(), votes));
}

#[test]
fn every_voter_is_counted_a_blank_one_too() {
    let voters = three();
    let (roll, published) = honest(&voters, &[]);
    for voter in &voters {
        assert_eq!(voter.check(&roll, &published), Ok(Counted { ballots: 3 }));
    }
}

#[test]
fn a_ballot_replaced_by_another_is_missing() {
    let result = changed(|roll, voters| replace(&mut roll.ballots, voters[0].ballot(), stranger()));
    assert_eq!(result, Err(NotCounted::BallotMissing));
}

#[test]
fn a_vote_replaced_by_another_is_missing() {
    let result = changed(|roll, voters| {
        let list = under(roll, "2");
        replace(list, voters[0].vote("2"), stranger());
    });
    let candidate = "2".to_owned();
    assert_eq!(result, Err(NotCounted::VoteMissing { candidate }));
}

#[test]
fn a_vote_under_a_candidate_that_was_not_chosen_is_misplaced() {
    let voters = three();
    let (mut roll, mut published) = honest(&voters, &[]);
    let list = under(&mut roll, "3");
    insert(list, voters[0].vote("3"));
    publish(&mut published, "3", 1);
    let candidate = "3".to_owned();
    let result = voters[0].check(&roll, &published);
    assert_eq!(result, Err(NotCounted::VoteMisplaced { candidate }));
}

#[test]
fn a_vote_moved_to_another_candidate_is_misplaced() {
    let result = changed(|roll, voters| {
        let list = under(roll, "1");
        replace(list, voters[0].vote("1"), voters[0].vote("2"));
    });
    let candidate = "1".to_owned();
    assert_eq!(result, Err(NotCounted::VoteMisplaced { candidate }));
}

#[test]
fn numbers_other_than_those_published_are_told() {
    let voters = three();
    let (roll, published) = honest(&voters, &[]);
    let with = |ballots: u32, two: u32| {
        let mut published = published.clone();
        published.ballots = ballots;
        publish(&mut published, "2", two);
        voters[1].check(&roll, &published)
    };
    let differ = NotCounted::BallotsDiffer {
        listed: 3,
        published: 4,
    };
    assert_eq!(with(4, 2), Err(differ));
    let differ = NotCounted::VotesDiffer {
        candidate: "2".into(),
        listed: 2,
        published: 1,
    };
    assert_eq!(with(3, 1), Err(differ));
}

#[test]
fn a_candidate_missing_on_either_side_must_have_no_votes() {
    let voters = three();
    let (roll, mut published) = honest(&voters, &[]);
    published.votes.retain(|(candidate, _)| candidate != "3");
    assert!(voters[0].check(&roll, &published).is_ok());
    publish(&mut published, "4", 1);
    let differ = NotCounted::VotesDiffer {
        candidate: "4".into(),
        listed: 0,
        published: 1,
    };
    assert_eq!(voters[0].check(&roll, &published), Err(differ));
}

#[test]
fn a_struck_ballot_is_told_apart() {
    let struck = [Voter::new(9, &["1"])];
    let (roll, published) = honest(&three(), &struck);
    let result = struck[0].check(&roll, &published);
    assert_eq!(result, Err(NotCounted::Struck));
    assert!(three()[0].check(&roll, &published).is_ok());
}

#[test]
fn a_struck_ballot_whose_vote_is_counted_is_misplaced() {
    let struck = [Voter::new(9, &["1"])];
    let (mut roll, mut published) = honest(&three(), &struck);
    let list = under(&mut roll, "1");
    insert(list, struck[0].vote("1"));
    publish(&mut published, "1", 2);
    let candidate = "1".to_owned();
    let result = struck[0].check(&roll, &published);
    assert_eq!(result, Err(NotCounted::VoteMisplaced { candidate }));
}

#[test]
fn the_roll_of_another_barometer_counts_nobody() {
    let (mut roll, published) = honest(&three(), &[]);
    roll.barometer = "4K7P2M-2".into();
    let result = three()[0].check(&roll, &published);
    assert_eq!(result, Err(NotCounted::BallotMissing));
}

#[test]
fn nothing_stands_twice_in_a_roll() {
    let (a, b) = (stranger(), Voter::new(98, &[]).ballot());
    let check = |ballots: &[Tracker], candidates: &[(&str, &[Tracker])], struck: &[Tracker]| {
        let candidates = candidates
            .iter()
            .map(|(candidate, trackers)| ((*candidate).to_owned(), trackers.to_vec()));
        let (ballots, candidates) = (ballots.to_vec(), candidates.collect());
        Roll::new(BAROMETER.into(), ballots, candidates, struck.to_vec()).err()
    };
    assert_eq!(check(&[a], &[("1", &[b])], &[]), None);
    assert_eq!(check(&[a, a], &[], &[]), Some(NotARoll::TrackerTwice));
    assert_eq!(check(&[a], &[], &[a]), Some(NotARoll::TrackerTwice));
    assert_eq!(
        check(&[], &[("1", &[b]), ("2", &[b])], &[]),
        Some(NotARoll::TrackerTwice)
    );
    assert_eq!(
        check(&[], &[("1", &[a]), ("1", &[b])], &[]),
        Some(NotARoll::CandidateTwice)
    );
}

#[test]
fn its_json_is_sorted_and_an_unsorted_one_is_read() {
    let (roll, _) = honest(&three(), &[]);
    let json = serde_json::to_value(&roll).unwrap();
    let ballots: Vec<Tracker> = serde_json::from_value(json["ballots"].clone()).unwrap();
    assert!(ballots.is_sorted());
    let mut turned = json.clone();
    turned["ballots"].as_array_mut().unwrap().reverse();
    turned["candidates"].as_array_mut().unwrap().reverse();
    assert_ne!(turned, json);
    assert_eq!(serde_json::from_value::<Roll>(turned).unwrap(), roll);
}

#[test]
fn a_refusal_names_itself_in_json() {
    let missing = NotCounted::VoteMissing {
        candidate: "2".into(),
    };
    let json = serde_json::to_value(&missing).unwrap();
    assert_eq!(json["code"], missing.code());
    assert_eq!(json["candidate"], "2");
    let struck = serde_json::to_string(&NotCounted::Struck).unwrap();
    assert_eq!(struck, r#"{"code":"struck"}"#);
}

#[cfg(feature = "sign")]
#[test]
fn only_the_roll_that_was_signed_passes() {
    let key = crate::signature::SigningKey::from_seed(&[1; 32]);
    let (roll, _) = honest(&three(), &[]);
    let signature = roll.sign(&key);
    assert_eq!(roll.verify(&key.verifying_key(), &signature), Ok(()));
    let voters = three();
    let changes: [&dyn Fn(&mut Roll); 5] = [
        &|roll| roll.barometer.push('x'),
        &|roll| insert(&mut roll.ballots, stranger()),
        &|roll| _ = roll.candidates.pop(),
        &|roll| insert(&mut roll.struck, stranger()),
        &|roll| {
            let moved = voters[1].vote("2");
            under(roll, "2").retain(|vote| *vote != moved);
            insert(under(roll, "1"), moved);
        },
    ];
    for change in changes {
        let mut other = roll.clone();
        change(&mut other);
        let verified = other.verify(&key.verifying_key(), &signature);
        assert_eq!(verified, Err(NotSigned), "{other:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn in_an_honest_roll_everyone_is_counted(
        ballots in prop::collection::vec(prop::collection::vec(prop::sample::select(vec!["1", "2", "3"]), 0..3), 0..12),
        struck in 0_usize..3,
    ) {
        let mut voters: Vec<_> = (0_u64..).zip(&ballots).map(|(seed, choices)| Voter::new(seed, choices)).collect();
        let struck = voters.split_off(voters.len().saturating_sub(struck));
        let (roll, published) = honest(&voters, &struck);
        for voter in &voters {
            prop_assert_eq!(voter.check(&roll, &published), Ok(Counted { ballots: published.ballots }));
        }
        for voter in &struck {
            prop_assert_eq!(voter.check(&roll, &published), Err(NotCounted::Struck));
        }
    }
}
