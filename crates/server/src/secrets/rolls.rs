//! Trackers, and what is signed: receipts, roots and rolls.

use barometer_domain::ballot::{Ballot, SentBallot, Tracker, Trackers};
use barometer_domain::barometer::SignedRoot;
use barometer_domain::wire::{RollOpening, SignedRoll};
use barometer_sealing::receipt::ReceiptText;
use barometer_sealing::roll::Roll;
use barometer_sealing::roll_root::{RollRoot, TreeRoot};
use barometer_sealing::tracker;

use super::{BarometerId, Keys, SlotId, random};

impl Keys {
    /// What receipts and rolls are verified with.
    pub fn verifying_key(&self) -> String {
        self.signing.verifying_key().into()
    }

    /// Signs for a ballot that is held.
    pub fn sign_receipt(&self, round: u32, sent: &SentBallot) -> String {
        let SentBallot { cast, trackers } = sent;
        let choices = trackers.choices.iter().map(read_tracker).collect();
        let text = ReceiptText::new(
            round.to_string(),
            cast.rev,
            read_tracker(&trackers.ballot),
            choices,
        );
        text.sign(&self.signing).into()
    }

    /// Random bytes for the leaves of choices that nobody made, and for trackers that stand twice: for the same number
    /// of the same close always the same.
    pub fn spare_trackers(
        &self,
        barometer: &BarometerId,
        close: u32,
    ) -> impl Fn(u32) -> tracker::Tracker {
        let mut hasher = blake3::Hasher::new_keyed(&self.spare);
        hasher.update(barometer).update(&close.to_le_bytes());
        move |number| {
            let mut hasher = hasher.clone();
            hasher.update(&number.to_le_bytes());
            let mut bytes = [0; 16];
            hasher.finalize_xof().fill(&mut bytes);
            tracker_from_bytes(bytes)
        }
    }

    /// Signs what the roll will be.
    pub fn sign_root(&self, root: &RollRoot) -> SignedRoot {
        let text = |root: &TreeRoot| root.to_string();
        SignedRoot {
            close: root.close,
            root: text(&root.root),
            after_strikes: root.after_strikes.as_ref().map(text),
            signature: root.sign(&self.signing).into(),
        }
    }

    /// Signs the roll of a barometer.
    pub fn sign_roll(&self, roll: &Roll) -> SignedRoll {
        let written = |list: &[tracker::Tracker]| list.iter().map(write_tracker).collect();
        let of_candidate =
            |(id, list): &(String, Vec<tracker::Tracker>)| (id.clone(), written(list));
        let root = roll.roll_root();
        SignedRoll {
            barometer: roll.barometer().to_owned(),
            ballots: written(roll.ballots()),
            candidates: roll.candidates().iter().map(of_candidate).collect(),
            struck: written(roll.struck()),
            opening: roll.opening().map(|opening| RollOpening {
                close: opening.close,
                max_choices: opening.max_choices,
                unused: written(&opening.unused),
                hidden: opening.hidden.iter().map(ToString::to_string).collect(),
            }),
            root: root.as_ref().map(|root| self.sign_root(root)),
            words: root.map(|root| root.words().join(" ")),
            signature: roll.sign(&self.signing).into(),
        }
    }

    /// The trackers of an invented participant's ballot: the same after every restart.
    pub fn simulated_trackers(&self, slot: &SlotId, round: u32, choices: &Ballot) -> Trackers {
        let tracker = |number: u16| {
            let mut hasher = blake3::Hasher::new_keyed(&self.simulated);
            hasher
                .update(slot)
                .update(&round.to_le_bytes())
                .update(&number.to_le_bytes());
            let mut bytes = [0; 16];
            hasher.finalize_xof().fill(&mut bytes);
            write_tracker(&tracker_from_bytes(bytes))
        };
        Trackers {
            ballot: tracker(0),
            choices: choices.choices().map(|choice| tracker(choice.0)).collect(),
        }
    }
}

/// A tracker that no phone knows for its own.
pub fn random_tracker() -> Tracker {
    write_tracker(&tracker_from_bytes(random()))
}

/// The trackers as they are stored: each of one spelling.
pub fn spelled_alike(trackers: &Trackers) -> Trackers {
    let spelled = |tracker: &Tracker| write_tracker(&read_tracker(tracker));
    Trackers {
        ballot: spelled(&trackers.ballot),
        choices: trackers.choices.iter().map(spelled).collect(),
    }
}

/// A tracker's bytes. What no phone writes, with spare bits set, stands for its hash.
pub(crate) fn read_tracker(tracker: &Tracker) -> tracker::Tracker {
    tracker.as_str().parse().unwrap_or_else(|_| {
        let hash = blake3::hash(tracker.as_str().as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.as_bytes()[..16]);
        tracker_from_bytes(bytes)
    })
}

pub(super) fn tracker_from_bytes(bytes: [u8; 16]) -> tracker::Tracker {
    tracker::Tracker::from_bytes(bytes)
}

pub(super) fn write_tracker(tracker: &tracker::Tracker) -> Tracker {
    let text = String::from(*tracker);
    text.try_into().expect("16 bytes are 22 letters")
}
