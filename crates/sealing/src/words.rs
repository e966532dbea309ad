//! 1024 short Danish words, so that a word says ten bits: for passphrases and for comparing keys aloud.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

/// How many words there are.
pub const COUNT: usize = 1024;
/// How many bits a word says.
pub const BITS: u32 = 10;

/// Sorted by bytes. Changing one changes what a key's words are: only ever with a new version of them.
static ALL: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("words.txt").lines().collect());

/// Every word, sorted by bytes.
pub fn all() -> &'static [&'static str] {
    &ALL
}

/// The word that the lowest ten bits of `number` say.
pub fn word(number: u32) -> &'static str {
    ALL[number as usize % COUNT]
}

/// How many times the hash of [`four_words`] is taken.
const ROUNDS: u32 = 1 << 16;

/// Four words by which people compare 32 bytes by eye or aloud.
///
/// Four words say 40 bits. SHA-256 is taken 2¹⁶ times, so other bytes with the same four words as given ones cost
/// about 2⁴⁰ tries of 2¹⁶ hashes each, that is 2⁵⁶ hashes; these words cost a phone well under a second.
pub(crate) fn four_words(purpose: &str, bytes: &[u8; 32]) -> [&'static str; 4] {
    let mut digest = Sha256::new_with_prefix(purpose)
        .chain_update(bytes)
        .finalize();
    for _ in 1..ROUNDS {
        digest = Sha256::digest(digest);
    }
    let mut first = [0; 8];
    first[3..].copy_from_slice(&digest[..5]);
    let bits = u64::from_be_bytes(first);
    [3, 2, 1, 0].map(|place| word(low_bits(bits >> (place * BITS))))
}

fn low_bits(bits: u64) -> u32 {
    (bits & u64::from(u32::MAX)).try_into().unwrap_or_default()
}

/// Whether this is one of the words, in lower case.
pub fn contains(word: &str) -> bool {
    ALL.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// What Danish adds to the end of a noun, an adjective or a verb.
    const ENDINGS: [&str; 13] = [
        "e", "n", "en", "et", "er", "r", "s", "t", "ne", "ene", "erne", "ere", "ede",
    ];

    #[test]
    fn there_are_1024_different_words() {
        let different: BTreeSet<_> = all().iter().collect();
        assert_eq!((all().len(), different.len()), (COUNT, COUNT));
        assert_eq!(1 << BITS, COUNT);
    }

    #[test]
    fn they_are_sorted() {
        assert!(all().is_sorted());
        assert!(contains("ørred") && contains("accent") && !contains("") && !contains("Ørred"));
    }

    #[test]
    fn they_are_three_to_eight_lower_case_danish_letters() {
        let is_danish = |letter: char| letter.is_ascii_lowercase() || "æøå".contains(letter);
        for word in all() {
            assert!((3..=8).contains(&word.chars().count()), "{word}");
            assert!(word.chars().all(is_danish), "{word}");
        }
    }

    #[test]
    fn none_is_an_inflection_of_another() {
        for word in all() {
            for ending in ENDINGS {
                let inflected = format!("{word}{ending}");
                assert!(!contains(&inflected), "{word}, {inflected}");
            }
            let last = word.chars().next_back().unwrap_or_default();
            for ending in ["e", "en", "et", "er", "ede"] {
                let doubled = format!("{word}{last}{ending}");
                assert!(!contains(&doubled), "{word}, {doubled}");
            }
        }
    }

    #[test]
    fn no_two_differ_by_one_letter() {
        for (place, one) in all().iter().enumerate() {
            for other in &all()[place + 1..] {
                let differing = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
                let same_length = one.chars().count() == other.chars().count();
                assert!(!same_length || differing.count() > 1, "{one}, {other}");
            }
        }
    }
}
