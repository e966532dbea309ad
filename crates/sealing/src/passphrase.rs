//! The vendor's passphrase: made of words, checked, and stretched into a proof and a wrapping key.

mod guesses;

use std::collections::BTreeSet;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use hkdf::Hkdf;
use rand_core::CryptoRng;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::base64url::hidden;
use crate::code::Code;
use crate::stretch::{Cost, Proof, Salt};
use crate::words;

/// How many words a generated passphrase has: 60 bits.
pub const WORDS: usize = 6;
/// How many characters one in the vendor's own words must have.
pub const LEAST_CHARACTERS: usize = 16;
/// How many guesses a new one must be good for, as a power of two: 10^12, each of a second and 64 MiB.
const LEAST_BITS: f64 = 40.0;
/// How many of those must differ.
pub const LEAST_DIFFERENT: usize = 5;

/// A passphrase that is good enough, with its white space and its capitals evened out. Wiped when dropped.
#[derive(Clone, PartialEq, Eq, ZeroizeOnDrop)]
pub struct Passphrase(String);

hidden!(Passphrase);

/// Why a passphrase is not good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooWeak {
    /// Fewer than six of our words, and fewer than 16 characters.
    #[error("neither {WORDS} words of the list nor {LEAST_CHARACTERS} characters")]
    TooShort,
    /// The same few characters again and again.
    #[error("fewer than {LEAST_DIFFERENT} different characters")]
    TooMonotonous,
    /// Made of words, rows and years that are tried first.
    #[error("made of what is tried first")]
    TooCommon,
}

impl Code for TooWeak {
    fn code(&self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::TooMonotonous => "too_monotonous",
            Self::TooCommon => "too_common",
        }
    }
}

/// The device did not give the memory that the cost asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is not enough memory")]
pub struct OutOfMemory;

impl Code for OutOfMemory {
    fn code(&self) -> &'static str {
        "out_of_memory"
    }
}

/// What follows from a passphrase: neither half tells anything of the other.
#[derive(Clone, Debug)]
pub struct Stretched {
    /// What the server is told, to log in.
    pub proof: Proof,
    /// What the private key is wrapped under; stays in the browser.
    pub wrapping: WrappingKey,
}

/// What a private key is wrapped under, with how it came about. Wiped when dropped.
#[derive(Clone, ZeroizeOnDrop)]
pub struct WrappingKey {
    key: [u8; 32],
    #[zeroize(skip)]
    salt: Salt,
    #[zeroize(skip)]
    cost: Cost,
}

hidden!(WrappingKey);

impl WrappingKey {
    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.key
    }

    /// The salt with which the passphrase was stretched.
    pub fn salt(&self) -> Salt {
        self.salt
    }

    /// How far it was stretched.
    pub fn cost(&self) -> Cost {
        self.cost
    }
}

impl Passphrase {
    /// Six words, joined by a space.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut words = [""; WORDS];
        words.fill_with(|| words::word(rng.next_u32()));
        Self(words.join(" "))
    }

    /// Accepts six or more words of the list, or 16 characters of which five differ.
    ///
    /// White space is collapsed. Case counts, but in a phrase of nothing but words of the list it does not.
    pub fn check(typed: &str) -> Result<Self, TooWeak> {
        let phrase = even_out(typed);
        let lower = Zeroizing::new(phrase.to_lowercase());
        let count = lower.split(' ').count();
        if lower.split(' ').all(words::contains) {
            return if count >= WORDS || is_long(&lower)? {
                Ok(Self(lower.to_string()))
            } else {
                Err(TooWeak::TooShort)
            };
        }
        if is_long(&phrase)? {
            Ok(Self(phrase.to_string()))
        } else {
            Err(TooWeak::TooShort)
        }
    }

    /// Accepts for a new key what [`Self::check`] accepts and nobody tries first; an old one stays good to log in with.
    pub fn choose(typed: &str) -> Result<Self, TooWeak> {
        let phrase = Self::check(typed)?;
        if guesses::bits(&phrase.0) < LEAST_BITS {
            return Err(TooWeak::TooCommon);
        }
        Ok(phrase)
    }

    /// The phrase, to be shown to the vendor once.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Argon2id (RFC 9106), then HKDF-SHA256 into two independent keys. Takes about a second: not on a page's main thread.
    pub fn stretch(&self, salt: Salt, cost: Cost) -> Result<Stretched, OutOfMemory> {
        let stretched = argon2id(self.0.as_bytes(), salt, cost)?;
        let parts = Hkdf::<Sha256>::new(None, stretched.as_slice());
        let proof = expand(&parts, "barometer login v1");
        let key = expand(&parts, "barometer wrap v1");
        Ok(Stretched {
            proof: Proof::from_bytes(*proof),
            wrapping: WrappingKey {
                key: *key,
                salt,
                cost,
            },
        })
    }
}

/// Single spaces, none around; an å as one character, however the keyboard or the clipboard wrote it.
fn even_out(typed: &str) -> Zeroizing<String> {
    let composed = Zeroizing::new(typed.replace("a\u{30A}", "å"));
    let composed = Zeroizing::new(composed.replace("A\u{30A}", "Å"));
    let parts: Vec<_> = composed.split_whitespace().collect();
    Zeroizing::new(parts.join(" "))
}

/// Whether there are enough characters; enough of them the same is an error of its own.
fn is_long(phrase: &str) -> Result<bool, TooWeak> {
    if phrase.chars().count() < LEAST_CHARACTERS {
        return Ok(false);
    }
    let different: BTreeSet<char> = phrase.chars().collect();
    if different.len() < LEAST_DIFFERENT {
        return Err(TooWeak::TooMonotonous);
    }
    Ok(true)
}

fn argon2id(phrase: &[u8], salt: Salt, cost: Cost) -> Result<Zeroizing<[u8; 32]>, OutOfMemory> {
    let kibibytes = u32::from(cost.memory()) * 1024;
    let params = Params::new(kibibytes, cost.passes().into(), 1, Some(32))
        .expect("a cost's bounds lie within Argon2's");
    let blocks = params.block_count();
    let mut memory = Vec::new();
    memory.try_reserve_exact(blocks).map_err(|_| OutOfMemory)?;
    memory.resize(blocks, Block::new());
    let mut stretched = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(phrase, salt.as_bytes(), stretched.as_mut(), &mut memory)
        .expect("a passphrase is shorter than 4 GiB and a salt has 16 bytes");
    memory.zeroize();
    Ok(stretched)
}

fn expand(parts: &Hkdf<Sha256>, label: &str) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    parts
        .expand(label.as_bytes(), key.as_mut())
        .expect("HKDF-SHA256 gives up to 8160 bytes");
    key
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use static_assertions::assert_not_impl_any;

    use super::*;
    use crate::dice::Dice;

    assert_not_impl_any!(Passphrase: serde::Serialize, std::fmt::Display, Copy);
    assert_not_impl_any!(WrappingKey: serde::Serialize, std::fmt::Display, Copy);

    fn check_check(typed: &str, expected: Result<&str, TooWeak>) {
        let checked = Passphrase::check(typed);
        let text = checked.as_ref().map(Passphrase::as_str);
        assert_eq!(text.map_err(|weak| *weak), expected, "{typed}");
    }

    fn cheap() -> Cost {
        Cost::new(19, 2).unwrap()
    }

    #[test]
    fn six_words_in_any_case_and_spacing_are_the_same_phrase() {
        let phrase = "album blæst citron dværg enig ørred";
        check_check(phrase, Ok(phrase));
        check_check("  Album BLÆST\tcitron dværg\n enig Ørred ", Ok(phrase));
        check_check(
            "album blåbær citron enig ørred fugl",
            Ok("album blåbær citron enig ørred fugl"),
        );
        check_check(
            "album bla\u{30A}bær citron enig ørred fugl",
            Ok("album blåbær citron enig ørred fugl"),
        );
    }

    #[test]
    fn own_words_keep_their_case() {
        check_check("Min  hund hedder Viggo", Ok("Min hund hedder Viggo"));
    }

    #[test]
    fn weak_phrases_are_refused() {
        check_check("", Err(TooWeak::TooShort));
        check_check("album dal enig", Err(TooWeak::TooShort));
        check_check("Min hund Viggo", Err(TooWeak::TooShort));
        check_check("aaaaaaaaaaaaaaaabbbb", Err(TooWeak::TooMonotonous));
        check_check(&" ".repeat(40), Err(TooWeak::TooShort));
    }

    #[test]
    fn a_generated_phrase_has_six_words_and_passes() {
        let mut rng = Dice::seeded(1);
        let phrase = Passphrase::generate(&mut rng);
        assert_eq!(phrase.as_str().split(' ').count(), 6);
        assert_ne!(phrase, Passphrase::generate(&mut rng));
        assert_eq!(Passphrase::check(phrase.as_str()), Ok(phrase.clone()));
        assert_eq!(Passphrase::choose(phrase.as_str()), Ok(phrase));
    }

    #[test]
    fn a_common_phrase_cannot_be_chosen_and_still_logs_in() {
        let common = "barometer til demo";
        assert_eq!(Passphrase::choose(common), Err(TooWeak::TooCommon));
        check_check(common, Ok(common));
    }

    #[test]
    fn the_phrase_the_salt_and_the_cost_all_decide() {
        let phrase = Passphrase::check("album blæst citron dværg enig ørred").unwrap();
        let other = Passphrase::check("album blæst citron dværg enig fugl").unwrap();
        let (salt, mut rng) = ("AAAAAAAAAAAAAAAAAAAAAA".parse().unwrap(), Dice::seeded(1));
        let stretched = phrase.stretch(salt, cheap()).unwrap();
        let again = phrase.stretch(salt, cheap()).unwrap();
        assert_eq!(stretched.wrapping.as_bytes(), again.wrapping.as_bytes());
        assert!(stretched.proof.digest() == again.proof.digest());
        for different in [
            other.stretch(salt, cheap()),
            phrase.stretch(Salt::generate(&mut rng), cheap()),
            phrase.stretch(salt, Cost::new(20, 2).unwrap()),
            phrase.stretch(salt, Cost::new(19, 3).unwrap()),
        ] {
            let different = different.unwrap();
            assert_ne!(different.wrapping.as_bytes(), stretched.wrapping.as_bytes());
            assert!(different.proof.digest() != stretched.proof.digest());
        }
    }

    /// The figures were computed independently, by another program.
    #[test]
    fn a_stretched_phrase_never_changes() {
        let phrase = Passphrase::check("album blæst citron dværg enig ørred").unwrap();
        let salt = "AAAAAAAAAAAAAAAAAAAAAA".parse().unwrap();
        let stretched = phrase.stretch(salt, cheap()).unwrap();
        assert_eq!(
            String::from(stretched.proof.clone()),
            "IXKQO8jitafQrxmqEsKSmGaaCbBZgvFoI6Tt7N8IgTo"
        );
        let wrapping = crate::base64url::write(stretched.wrapping.as_bytes());
        assert_eq!(wrapping, "2fAW3GnGTlp1G7kwwN7WqfVn7Y_lvg38A41RXRWDbT0");
    }

    proptest! {
        #[test]
        fn checking_never_panics_and_is_stable(typed in ".{0,60}") {
            if let Ok(phrase) = Passphrase::check(&typed) {
                prop_assert_eq!(Passphrase::check(phrase.as_str()), Ok(phrase));
            }
        }
    }
}
