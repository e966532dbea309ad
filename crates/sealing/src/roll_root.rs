//! What the server commits to when a vote closes: the root of a Merkle tree over all that the roll will list.
//!
//! Every leaf is blinded by a tracker or by random bytes, so the root tells nothing. Once it is out, there is one
//! roll only that opens to it: whoever is shown another one sees it. A tree as in RFC 6962 (section 2.1), with the
//! number of leaves in the root: a roll lists some leaves by their hash alone, and none of those may be a node that
//! stands for several.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::base64url::{shown, spelled};
use crate::canonical::{Canonical, length};
use crate::signature::{NotSigned, Signature, VerifyingKey};
use crate::tracker::Tracker;
use crate::words;

/// The hash of one entry of the roll, 32 bytes; 43 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Leaf([u8; 32]);

spelled!(Leaf);
shown!(Leaf);

/// The hash of a whole tree, 32 bytes; 43 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TreeRoot([u8; 32]);

spelled!(TreeRoot);
shown!(TreeRoot);

impl Leaf {
    /// A ballot, whatever is chosen on it.
    pub fn ballot(tracker: Tracker) -> Self {
        Self::hash(Canonical::of("barometer ballot leaf v1").tracker(tracker))
    }

    /// A vote for a candidate.
    pub fn choice(candidate: &str, tracker: Tracker) -> Self {
        let leaf = Canonical::of("barometer choice leaf v1");
        Self::hash(leaf.text(candidate).tracker(tracker))
    }

    /// A choice that a ballot might have made and did not: no leaf tells how many were made.
    pub fn unused(random: Tracker) -> Self {
        Self::hash(Canonical::of("barometer unused leaf v1").tracker(random))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn hash(entry: Canonical) -> Self {
        Self(
            Sha256::new_with_prefix([0])
                .chain_update(entry.bytes())
                .finalize()
                .into(),
        )
    }
}

impl TreeRoot {
    /// The root over these leaves, in whatever order they come.
    pub fn over(mut leaves: Vec<Leaf>) -> Self {
        leaves.sort_unstable();
        let root = Canonical::of("barometer root v1").number(length(leaves.len()));
        let root = Sha256::new_with_prefix(root.bytes()).chain_update(tree(&leaves));
        Self(root.finalize().into())
    }

    /// For people: four words to compare by eye or aloud. Takes a tenth of a second on a phone.
    pub fn words(&self) -> [&'static str; 4] {
        words::four_words("barometer roll words v1", &self.0)
    }
}

fn tree(leaves: &[Leaf]) -> [u8; 32] {
    match leaves {
        [] => Sha256::digest([]).into(),
        [leaf] => leaf.0,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            let node = Sha256::new_with_prefix([1]);
            node.chain_update(tree(left))
                .chain_update(tree(right))
                .finalize()
                .into()
        }
    }
}

/// What is fixed at a close: one for every close of a barometer, and one more for every strike after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RollRoot {
    /// The barometer's round, in digits.
    pub barometer: String,
    /// Which close of it, from 1: it may be opened again before the reveal.
    pub close: u32,
    /// Over all ballots that were cast.
    pub root: TreeRoot,
    /// Over the root and the ballots that were struck since; `None` while none are.
    pub after_strikes: Option<TreeRoot>,
}

impl RollRoot {
    /// The four words that stand on every screen: of the root, and once ballots are struck of what is left.
    pub fn words(&self) -> [&'static str; 4] {
        self.after_strikes.as_ref().unwrap_or(&self.root).words()
    }

    /// Refuses a root that this key did not sign.
    pub fn verify(&self, key: &VerifyingKey, signature: &Signature) -> Result<(), NotSigned> {
        key.verify(&self.bytes(), signature)
    }

    /// Signs this root with the server's key.
    #[cfg(feature = "sign")]
    pub fn sign(&self, key: &crate::signature::SigningKey) -> Signature {
        key.sign(&self.bytes())
    }

    fn bytes(&self) -> Vec<u8> {
        let text = |root: &TreeRoot| root.to_string();
        Canonical::of("barometer roll root v1")
            .text(&self.barometer)
            .number(self.close)
            .text(&text(&self.root))
            .text(&self.after_strikes.as_ref().map(text).unwrap_or_default())
            .bytes()
    }
}

/// What remains of a root once these ballots are struck; `hidden` are the leaves of their choices.
pub(crate) fn after_strikes(root: TreeRoot, struck: &[Tracker], hidden: &[Leaf]) -> TreeRoot {
    let strikes = Canonical::of("barometer strikes v1")
        .text(&root.to_string())
        .trackers(struck)
        .number(length(hidden.len()));
    let strikes = hidden
        .iter()
        .fold(strikes, |so_far, leaf| so_far.leaf(*leaf));
    TreeRoot(Sha256::digest(strikes.bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tracker(byte: u8) -> Tracker {
        Tracker::from_bytes([byte; 16])
    }

    fn leaves(number: u8) -> Vec<Leaf> {
        (0..number)
            .map(|byte| Leaf::ballot(tracker(byte)))
            .collect()
    }

    /// The figures were computed independently, by another program.
    #[test]
    fn roots_and_words_never_change() {
        let entries = [
            Leaf::ballot(tracker(1)),
            Leaf::choice("1", tracker(2)),
            Leaf::unused(tracker(3)),
        ];
        let root = TreeRoot::over(entries.to_vec());
        assert_eq!(
            root.to_string(),
            "E5birAAtt_HXRufGgzQBNRqcT0Y4mgRtZYZl85WuRvQ"
        );
        let roll_root = RollRoot {
            barometer: "7".into(),
            close: 1,
            root,
            after_strikes: None,
        };
        assert_eq!(roll_root.words().join(" "), "flue årstid maskine job");
    }

    #[test]
    fn every_leaf_and_its_kind_count_and_the_order_does_not() {
        let root = TreeRoot::over(leaves(9));
        let turned = leaves(9).into_iter().rev().collect();
        assert_eq!(TreeRoot::over(turned), root);
        for left_out in 0..9 {
            let mut fewer = leaves(9);
            fewer.remove(left_out);
            assert_ne!(TreeRoot::over(fewer.clone()), root);
            fewer.push(Leaf::unused(tracker(u8::try_from(left_out).unwrap())));
            assert_ne!(TreeRoot::over(fewer), root);
        }
        assert_ne!(TreeRoot::over(leaves(0)), TreeRoot::over(leaves(1)));
    }

    #[test]
    fn a_node_does_not_pass_for_a_leaf() {
        let mut four = leaves(4);
        four.sort_unstable();
        let halves = vec![Leaf(tree(&four[..2])), Leaf(tree(&four[2..]))];
        assert_eq!(
            tree(&four),
            tree(&halves),
            "a node stands for what is below it"
        );
        assert_ne!(TreeRoot::over(four), TreeRoot::over(halves));
    }

    #[cfg(feature = "sign")]
    #[test]
    fn only_the_root_that_was_signed_passes() {
        let key = crate::signature::SigningKey::from_seed(&[1; 32]);
        let roll_root = RollRoot {
            barometer: "7".into(),
            close: 1,
            root: TreeRoot::over(leaves(2)),
            after_strikes: None,
        };
        let signature = roll_root.sign(&key);
        assert_eq!(roll_root.verify(&key.verifying_key(), &signature), Ok(()));
        let other = TreeRoot::over(leaves(3));
        for changed in [
            RollRoot {
                barometer: "8".into(),
                ..roll_root.clone()
            },
            RollRoot {
                close: 2,
                ..roll_root.clone()
            },
            RollRoot {
                root: other,
                ..roll_root.clone()
            },
            RollRoot {
                after_strikes: Some(other),
                ..roll_root.clone()
            },
        ] {
            let verified = changed.verify(&key.verifying_key(), &signature);
            assert_eq!(verified, Err(NotSigned), "{changed:?}");
        }
    }
}
