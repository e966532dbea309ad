//! The roll: every tracker, published at the reveal, in which each phone finds its own ballot counted.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::canonical::{Canonical, length};
use crate::code::Code;
use crate::roll_root::{Leaf, RollRoot, TreeRoot, after_strikes};
use crate::signature::{NotSigned, Signature, VerifyingKey};
use crate::tracker::{Secret, Tracker, ballot_tracker, candidate_tracker};

/// All that was counted in one barometer, and what was struck. Sorted throughout: its order tells nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawRoll")]
pub struct Roll {
    barometer: String,
    ballots: Vec<Tracker>,
    candidates: Vec<(String, Vec<Tracker>)>,
    struck: Vec<Tracker>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<Opening>,
}

/// A roll's JSON, perhaps unsorted.
#[derive(Deserialize)]
struct RawRoll {
    barometer: String,
    ballots: Vec<Tracker>,
    candidates: Vec<(String, Vec<Tracker>)>,
    struck: Vec<Tracker>,
    #[serde(default)]
    opening: Option<Opening>,
}

/// What else the [root](RollRoot) of the close was made of. Rolls of earlier versions have none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Which close of the round it was, from 1.
    pub close: u32,
    /// Leaves for choices that every ballot has, made or not.
    pub max_choices: u32,
    /// The leaves of choices that the counted ballots did not make.
    pub unused: Vec<Tracker>,
    /// The leaves of all choices, made or not, of the struck ballots: their hashes, which tell nothing.
    pub hidden: Vec<Leaf>,
}

/// A ballot as a roll is put together from it.
#[derive(Clone, Debug)]
pub struct RollBallot {
    /// The tracker of the ballot itself.
    pub ballot: Tracker,
    /// The candidates chosen, each with the vote's tracker.
    pub choices: Vec<(String, Tracker)>,
    /// Whether the vendor struck it: then its choices are listed as hashes only.
    pub struck: bool,
}

/// The reason why lists of trackers make no roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotARoll {
    /// A tracker stands twice, with which one vote could be counted for two.
    #[error("a tracker stands twice")]
    TrackerTwice,
    /// A candidate has two lists.
    #[error("a candidate stands twice")]
    CandidateTwice,
}

impl Code for NotARoll {
    fn code(&self) -> &'static str {
        match self {
            Self::TrackerTwice => "tracker_twice",
            Self::CandidateTwice => "candidate_twice",
        }
    }
}

/// The numbers that everyone saw at the reveal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Ballots counted, blank ones too.
    pub ballots: u32,
    /// Each candidate with its approvals: participants, not municipalities.
    pub votes: Vec<(String, u32)>,
}

/// The ballot was counted exactly as it was cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// How many ballots the roll lists.
    pub ballots: u32,
}

/// Why a phone cannot confirm that its ballot was counted as it was cast.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum NotCounted {
    /// The vendor struck this ballot, and its choices are not counted.
    #[error("this ballot was struck")]
    Struck,
    /// The roll has another number of ballots than was published.
    #[error("{listed} ballots in the roll, {published} published")]
    BallotsDiffer {
        /// How many ballots the roll lists.
        listed: u32,
        /// How many ballots were published at the reveal.
        published: u32,
    },
    /// The roll has another number of votes for a candidate than was published.
    #[error("{listed} votes for {candidate} in the roll, {published} published")]
    VotesDiffer {
        /// The candidate whose votes differ.
        candidate: String,
        /// How many votes the roll lists.
        listed: u32,
        /// How many votes were published at the reveal.
        published: u32,
    },
    /// The roll is not the one that was committed to when the vote closed.
    #[error("another roll was committed to")]
    OtherRoll,
    /// This phone's ballot is not in the roll.
    #[error("the ballot is missing")]
    BallotMissing,
    /// This phone chose a candidate, and its vote does not stand there.
    #[error("the vote for {candidate} is missing")]
    VoteMissing {
        /// The candidate whose list lacks the vote.
        candidate: String,
    },
    /// A vote of this phone stands under a candidate that it did not choose, or that it was not made for.
    #[error("a vote stands wrongly under {candidate}")]
    VoteMisplaced {
        /// The candidate whose list has it.
        candidate: String,
    },
}

impl Code for NotCounted {
    fn code(&self) -> &'static str {
        match self {
            Self::Struck => "struck",
            Self::BallotsDiffer { .. } => "ballots_differ",
            Self::VotesDiffer { .. } => "votes_differ",
            Self::OtherRoll => "other_roll",
            Self::BallotMissing => "ballot_missing",
            Self::VoteMissing { .. } => "vote_missing",
            Self::VoteMisplaced { .. } => "vote_misplaced",
        }
    }
}

impl Roll {
    /// Ballots counted, approvals under each candidate, and ballots struck, in any order. No tracker stands twice.
    pub fn new(
        barometer: String,
        mut ballots: Vec<Tracker>,
        mut candidates: Vec<(String, Vec<Tracker>)>,
        mut struck: Vec<Tracker>,
    ) -> Result<Self, NotARoll> {
        ballots.sort_unstable();
        struck.sort_unstable();
        candidates.sort_unstable();
        for (_, trackers) in &mut candidates {
            trackers.sort_unstable();
        }
        if candidates.windows(2).any(|two| two[0].0 == two[1].0) {
            return Err(NotARoll::CandidateTwice);
        }
        let lists = candidates.iter().map(|(_, trackers)| trackers);
        let mut all = [ballots.as_slice(), &struck].concat();
        all.extend(lists.flatten());
        all.sort_unstable();
        if all.windows(2).any(|two| two[0] == two[1]) {
            return Err(NotARoll::TrackerTwice);
        }
        Ok(Self {
            barometer,
            ballots,
            candidates,
            struck,
            opening: None,
        })
    }

    /// The roll of ballots that a close has fixed, with which its root can be found again.
    ///
    /// The root depends on the order of `ballots` only where a tracker stands twice: which no honest phone
    /// makes, so where it comes again another takes its place, and nobody spoils the roll for the others. `spare`
    /// answers the same random bytes for the same number whenever it is asked.
    pub fn assemble(
        barometer: String,
        close: u32,
        max_choices: u32,
        candidates: Vec<String>,
        ballots: Vec<RollBallot>,
        spare: impl Fn(u32) -> Tracker,
    ) -> Result<Self, NotARoll> {
        let (mut seen, mut spares) = (HashSet::new(), (0..).map(spare));
        let mut once = |tracker: Tracker| {
            if seen.insert(tracker) {
                Some(tracker)
            } else {
                spares.next()
            }
        };
        let mut lists: Vec<_> = candidates.into_iter().map(|id| (id, Vec::new())).collect();
        let (mut counted, mut struck, mut hidden) = (Vec::new(), Vec::new(), Vec::new());
        let (mut unused, mut unused_hidden) = (0, 0);
        for ballot in ballots {
            let own = once(ballot.ballot);
            let mut left = max_choices as usize;
            for (candidate, tracker) in ballot.choices {
                let list = lists.iter_mut().find(|(listed, _)| *listed == candidate);
                let (Some((_, list)), Some(tracker)) = (list, once(tracker)) else {
                    continue;
                };
                left = left.saturating_sub(1);
                if ballot.struck {
                    hidden.push(Leaf::choice(&candidate, tracker));
                } else {
                    list.push(tracker);
                }
            }
            if ballot.struck {
                struck.extend(own);
                unused_hidden += left;
            } else {
                counted.extend(own);
                unused += left;
            }
        }
        let unused = spares.by_ref().take(unused).collect();
        hidden.extend(spares.take(unused_hidden).map(Leaf::unused));
        let opening = Opening {
            close,
            max_choices,
            unused,
            hidden,
        };
        Ok(Self::new(barometer, counted, lists, struck)?.with_opening(opening))
    }

    /// The roll with what its root was made of.
    #[must_use]
    pub fn with_opening(mut self, mut opening: Opening) -> Self {
        opening.unused.sort_unstable();
        opening.hidden.sort_unstable();
        self.opening = Some(opening);
        self
    }

    /// The round of the barometer that it lists, in digits.
    pub fn barometer(&self) -> &str {
        &self.barometer
    }

    /// One tracker for each ballot that counts, sorted.
    pub fn ballots(&self) -> &[Tracker] {
        &self.ballots
    }

    /// The trackers of each candidate's votes, sorted.
    pub fn candidates(&self) -> &[(String, Vec<Tracker>)] {
        &self.candidates
    }

    /// The trackers of struck ballots, sorted.
    pub fn struck(&self) -> &[Tracker] {
        &self.struck
    }

    /// The rest of what its root was made of; rolls of earlier versions have none.
    pub fn opening(&self) -> Option<&Opening> {
        self.opening.as_ref()
    }

    /// What was fixed at the close if this is the roll; `None` where there is no saying, or where the leaves are not
    /// as many as the ballots make.
    pub fn roll_root(&self) -> Option<RollRoot> {
        let opening = self.opening.as_ref()?;
        let votes = self.candidates.iter().map(|(_, list)| list.len());
        let votes: usize = votes.sum();
        let most = usize::try_from(opening.max_choices).ok()?;
        let are_all_there = votes + opening.unused.len() == most * self.ballots.len()
            && opening.hidden.len() == most * self.struck.len();
        if !are_all_there {
            return None;
        }
        let ballots = self.ballots.iter().chain(&self.struck);
        let mut leaves: Vec<Leaf> = ballots.map(|tracker| Leaf::ballot(*tracker)).collect();
        for (candidate, list) in &self.candidates {
            leaves.extend(list.iter().map(|tracker| Leaf::choice(candidate, *tracker)));
        }
        leaves.extend(opening.unused.iter().map(|random| Leaf::unused(*random)));
        leaves.extend(&opening.hidden);
        let root = TreeRoot::over(leaves);
        let any_struck = !self.struck.is_empty();
        Some(RollRoot {
            barometer: self.barometer.clone(),
            close: opening.close,
            root,
            after_strikes: any_struck.then(|| after_strikes(root, &self.struck, &opening.hidden)),
        })
    }

    /// Refuses a roll that this key did not sign.
    pub fn verify(&self, key: &VerifyingKey, signature: &Signature) -> Result<(), NotSigned> {
        key.verify(&self.bytes(), signature)
    }

    /// Signs this roll with the server's key.
    #[cfg(feature = "sign")]
    pub fn sign(&self, key: &crate::signature::SigningKey) -> Signature {
        key.sign(&self.bytes())
    }

    /// Checks that the roll is the one that was `committed` to, adds up to what was published, and has this phone's
    /// ballot exactly as it was cast. Nothing was committed to in barometers of earlier versions.
    ///
    /// A struck ballot is [`NotCounted::Struck`] only if none of its votes are counted all the same.
    pub fn check(
        &self,
        secret: &Secret,
        choices: &[String],
        published: &Published,
        committed: Option<&RollRoot>,
    ) -> Result<Counted, NotCounted> {
        if committed.is_some() && self.roll_root().as_ref() != committed {
            return Err(NotCounted::OtherRoll);
        }
        self.check_numbers(published)?;
        let ballot = ballot_tracker(secret, &self.barometer);
        if stands_in(&self.struck, ballot) {
            self.check_votes(secret, &[])?;
            return Err(NotCounted::Struck);
        }
        if !stands_in(&self.ballots, ballot) {
            return Err(NotCounted::BallotMissing);
        }
        self.check_votes(secret, choices)?;
        Ok(Counted {
            ballots: published.ballots,
        })
    }

    fn check_numbers(&self, published: &Published) -> Result<(), NotCounted> {
        let listed = length(self.ballots.len());
        if listed != published.ballots {
            let published = published.ballots;
            return Err(NotCounted::BallotsDiffer { listed, published });
        }
        let in_roll = self.candidates.iter().map(|(candidate, _)| candidate);
        let at_reveal = published.votes.iter().map(|(candidate, _)| candidate);
        for candidate in in_roll.chain(at_reveal) {
            let (listed, published) = (length(self.list(candidate).len()), published.of(candidate));
            if listed != published {
                return Err(NotCounted::VotesDiffer {
                    candidate: candidate.clone(),
                    listed,
                    published,
                });
            }
        }
        Ok(())
    }

    /// Every choice's tracker stands under it, and no tracker of this phone stands anywhere else.
    fn check_votes(&self, secret: &Secret, choices: &[String]) -> Result<(), NotCounted> {
        let own = |candidate: &String| candidate_tracker(secret, &self.barometer, candidate);
        let in_roll = self.candidates.iter().map(|(candidate, _)| candidate);
        let all_own: Vec<Tracker> = in_roll.chain(choices).map(own).collect();
        for (candidate, list) in &self.candidates {
            let expected = choices.contains(candidate).then(|| own(candidate));
            let wrong = |tracker: &&Tracker| Some(**tracker) != expected;
            let mut elsewhere = all_own.iter().filter(wrong);
            if elsewhere.any(|tracker| stands_in(list, *tracker)) {
                let candidate = candidate.clone();
                return Err(NotCounted::VoteMisplaced { candidate });
            }
        }
        let missing = |candidate: &&String| !stands_in(self.list(candidate), own(candidate));
        match choices.iter().find(missing) {
            None => Ok(()),
            Some(candidate) => Err(NotCounted::VoteMissing {
                candidate: candidate.clone(),
            }),
        }
    }

    /// The trackers under a candidate; none for one that is not in the roll.
    fn list(&self, candidate: &str) -> &[Tracker] {
        let mut lists = self.candidates.iter();
        lists
            .find(|(listed, _)| listed == candidate)
            .map_or(&[], |(_, trackers)| trackers)
    }

    fn bytes(&self) -> Vec<u8> {
        let version = match self.opening {
            None => "barometer roll v1",
            Some(_) => "barometer roll v2",
        };
        let head = Canonical::of(version)
            .text(&self.barometer)
            .trackers(&self.ballots)
            .number(length(self.candidates.len()));
        let lists = self.candidates.iter();
        let listed = lists
            .fold(head, |so_far, (candidate, trackers)| {
                so_far.text(candidate).trackers(trackers)
            })
            .trackers(&self.struck);
        let Some(opening) = &self.opening else {
            return listed.bytes();
        };
        let opened = listed
            .number(opening.close)
            .number(opening.max_choices)
            .trackers(&opening.unused)
            .number(length(opening.hidden.len()));
        let hidden = opening.hidden.iter();
        hidden
            .fold(opened, |so_far, leaf| so_far.leaf(*leaf))
            .bytes()
    }
}

impl Published {
    /// The approvals of a candidate; 0 for one without.
    fn of(&self, candidate: &str) -> u32 {
        let mut votes = self.votes.iter();
        votes
            .find(|(published, _)| published == candidate)
            .map_or(0, |(_, votes)| *votes)
    }
}

/// Looks in a sorted list.
fn stands_in(sorted: &[Tracker], tracker: Tracker) -> bool {
    sorted.binary_search(&tracker).is_ok()
}

impl TryFrom<RawRoll> for Roll {
    type Error = NotARoll;

    fn try_from(raw: RawRoll) -> Result<Self, NotARoll> {
        let roll = Self::new(raw.barometer, raw.ballots, raw.candidates, raw.struck)?;
        Ok(match raw.opening {
            Some(opening) => roll.with_opening(opening),
            None => roll,
        })
    }
}

#[cfg(test)]
mod equivocation_tests;
#[cfg(test)]
mod tests;
