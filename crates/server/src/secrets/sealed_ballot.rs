//! A ballot as it is stored: one sealed block, of one length for all ballots of a barometer, bound to its row.

use barometer_domain::ballot::{Ballot, Cast, SentBallot, Trackers};
use barometer_domain::ids::{CandidateId, MunicipalityCode};
use barometer_domain::place_ballots::HeldBallot;
use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead, Payload};

use super::{
    BarometerId, DeviceTag, Keys, NONCE, Nym, WrongPepper, random, read_tracker,
    tracker_from_bytes, write_tracker,
};

/// How the block is written; another way of writing it gets another number.
const FORMAT: u8 = 1;
/// Municipality, the place's revision, the session's own, the ballot's tracker, and how many choices follow.
const HEAD: usize = 1 + 2 + 4 + 4 + TRACKER + 1;
const TRACKER: usize = 16;
/// A candidate's number with the tracker of the vote for it.
const CHOICE: usize = 2 + TRACKER;

/// Where a ballot is stored, which it opens for only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BallotRow {
    /// The barometer it was cast in; another start has another.
    pub barometer: BarometerId,
    /// What stands for the place it came from, see [`Keys::nym`].
    pub nym: Nym,
    /// From which session of the place.
    pub device: DeviceTag,
}

impl BallotRow {
    fn bytes(&self) -> Vec<u8> {
        [&self.barometer[..], &self.nym, &self.device].concat()
    }
}

impl Keys {
    /// Seals a ballot for its row. The length depends on `most_choices` alone, the barometer's limit, and not on what
    /// or how much was chosen.
    ///
    /// # Panics
    /// Never: the cipher takes any message this short.
    pub fn seal_ballot(&self, row: &BallotRow, held: &HeldBallot, most_choices: u8) -> Vec<u8> {
        let nonce = random::<NONCE>();
        let (plain, aad) = (encode(held, most_choices), row.bytes());
        let payload = Payload {
            msg: &plain,
            aad: &aad,
        };
        let sealed = self.ballot.encrypt(XNonce::from_slice(&nonce), payload);
        [&nonce[..], &sealed.expect("a ballot can be sealed")].concat()
    }

    /// Opens what [`Self::seal_ballot`] made for this row.
    pub fn open_ballot(&self, row: &BallotRow, sealed: &[u8]) -> Result<HeldBallot, WrongPepper> {
        decode(&self.plain(row, sealed)?).ok_or(WrongPepper)
    }

    /// The municipality of a ballot, for the turnout: the rest is not looked at.
    pub fn open_ballot_municipality(
        &self,
        row: &BallotRow,
        sealed: &[u8],
    ) -> Result<MunicipalityCode, WrongPepper> {
        let plain = self.plain(row, sealed)?;
        municipality(plain.get(..3).ok_or(WrongPepper)?).ok_or(WrongPepper)
    }

    fn plain(&self, row: &BallotRow, sealed: &[u8]) -> Result<Vec<u8>, WrongPepper> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(WrongPepper)?;
        let payload = Payload {
            msg: sealed,
            aad: &row.bytes(),
        };
        let plain = self.ballot.decrypt(XNonce::from_slice(nonce), payload);
        plain.map_err(|_| WrongPepper)
    }
}

fn encode(held: &HeldBallot, most_choices: u8) -> Vec<u8> {
    let SentBallot { cast, trackers } = &held.sent;
    let chosen = cast.choices.choices();
    let room = usize::from(most_choices).max(chosen.len());
    let digits = held.municipality.to_string();
    let mut plain = Vec::with_capacity(HEAD + room * CHOICE);
    plain.push(FORMAT);
    plain.extend(digits.parse::<u16>().unwrap_or_default().to_le_bytes());
    plain.extend(held.place_revision.to_le_bytes());
    plain.extend(cast.rev.to_le_bytes());
    plain.extend(read_tracker(&trackers.ballot).as_bytes());
    // No barometer takes more than 255 choices.
    plain.push(u8::try_from(chosen.len()).unwrap_or(u8::MAX));
    for (choice, tracker) in chosen.zip(&trackers.choices) {
        plain.extend(choice.0.to_le_bytes());
        plain.extend(read_tracker(tracker).as_bytes());
    }
    plain.resize(HEAD + room * CHOICE, 0);
    plain
}

fn decode(plain: &[u8]) -> Option<HeldBallot> {
    let municipality = municipality(plain.get(..3)?)?;
    let number = |at: usize| Some(u32::from_le_bytes(plain.get(at..at + 4)?.try_into().ok()?));
    let tracker = |bytes: &[u8]| Some(write_tracker(&tracker_from_bytes(bytes.try_into().ok()?)));
    let ballot = tracker(plain.get(11..11 + TRACKER)?)?;
    let count = usize::from(*plain.get(HEAD - 1)?);
    let chosen = plain.get(HEAD..HEAD + count * CHOICE)?.chunks_exact(CHOICE);
    let mut choices = Vec::with_capacity(count);
    let mut trackers = Vec::with_capacity(count);
    for choice in chosen {
        let (id, of_vote) = choice.split_at(2);
        choices.push(CandidateId(u16::from_le_bytes(id.try_into().ok()?)));
        trackers.push(tracker(of_vote)?);
    }
    Some(HeldBallot {
        sent: SentBallot {
            cast: Cast {
                rev: number(7)?,
                choices: Ballot::of(choices),
            },
            trackers: Trackers {
                ballot,
                choices: trackers,
            },
        },
        municipality,
        place_revision: number(3)?,
    })
}

/// From the beginning of the block: its format, and the municipality.
fn municipality(beginning: &[u8]) -> Option<MunicipalityCode> {
    let &[FORMAT, low, high] = beginning else {
        return None;
    };
    format!("{:04}", u16::from_le_bytes([low, high]))
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROW: BallotRow = BallotRow {
        barometer: [1; 16],
        nym: [2; 32],
        device: [3; 16],
    };

    fn held(rev: u32, choices: &[u16]) -> HeldBallot {
        let tracker = |number: u16| {
            let mut bytes = [7; 16];
            bytes[..2].copy_from_slice(&number.to_le_bytes());
            write_tracker(&tracker_from_bytes(bytes))
        };
        let choices = Ballot::of(choices.iter().map(|&number| CandidateId(number)));
        HeldBallot {
            sent: SentBallot {
                trackers: Trackers {
                    ballot: tracker(0),
                    choices: choices.choices().map(|choice| tracker(choice.0)).collect(),
                },
                cast: Cast { rev, choices },
            },
            municipality: "0751".parse().unwrap(),
            place_revision: 5,
        }
    }

    #[test]
    fn a_ballot_opens_only_in_its_own_row() {
        let keys = Keys::derive(&[7; 32]);
        let sealed = keys.seal_ballot(&ROW, &held(1, &[2, 4]), 3);
        let elsewhere = [
            BallotRow {
                barometer: [9; 16],
                ..ROW
            },
            BallotRow {
                nym: [9; 32],
                ..ROW
            },
            BallotRow {
                device: [9; 16],
                ..ROW
            },
        ];
        for row in elsewhere {
            assert!(keys.open_ballot(&row, &sealed).is_err());
            assert!(keys.open_ballot_municipality(&row, &sealed).is_err());
        }
        assert!(Keys::derive(&[8; 32]).open_ballot(&ROW, &sealed).is_err());
        assert!(keys.open_ballot(&ROW, &sealed[..20]).is_err());
        assert!(keys.open_ballot(&ROW, &[]).is_err());
    }

    #[test]
    fn the_same_ballot_twice_looks_different() {
        let keys = Keys::derive(&[7; 32]);
        let sealed = || keys.seal_ballot(&ROW, &held(1, &[2]), 3);
        assert_ne!(sealed(), sealed());
    }

    proptest! {
        #[test]
        fn whatever_is_chosen_it_is_equally_long_and_comes_back_as_it_was(
            rev: u32,
            most in 0..=20_u8,
            choices in prop::collection::btree_set(1..=300_u16, 0..=20),
        ) {
            let keys = Keys::derive(&[7; 32]);
            let choices: Vec<u16> = choices.into_iter().take(most.into()).collect();
            let held = held(rev, &choices);
            let sealed = keys.seal_ballot(&ROW, &held, most);
            let blank = keys.seal_ballot(&ROW, &self::held(1, &[]), most);
            prop_assert_eq!(sealed.len(), blank.len());
            prop_assert_eq!(keys.open_ballot(&ROW, &sealed).unwrap(), held.clone());
            let municipality = keys.open_ballot_municipality(&ROW, &sealed).unwrap();
            prop_assert_eq!(municipality, held.municipality);
        }
    }
}
