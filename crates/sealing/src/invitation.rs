//! Personal invitations: a random token that only its holder and whoever sent it have; the server gets its hash.

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::ZeroizeOnDrop;

use crate::base64url::{hidden, shown, spelled};

/// 16 random bytes in a personal link; 22 characters of base64url. Wiped when dropped.
#[derive(Clone, ZeroizeOnDrop)]
pub struct Token([u8; 16]);

spelled!(Token);
hidden!(Token);

impl Token {
    /// A new token of 16 random bytes.
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        Self(bytes)
    }

    /// The bytes, which are as secret as the token.
    pub(crate) fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// A token whose bytes are known already.
    pub(crate) fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// What the server knows it by. The token is random and long, so its plain SHA-256 tells nothing of it.
    pub fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0).into())
    }
}

/// A token's SHA-256; 43 characters of base64url.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TokenHash([u8; 32]);

spelled!(TokenHash);
shown!(TokenHash);

impl TokenHash {
    /// The bytes as they are stored.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn a_token_is_22_letters_and_its_hash_is_sha_256() {
        let token: Token = "AAECAwQFBgcICQoLDA0ODw".parse().unwrap();
        // SHA-256 of the bytes 00 to 0f begins with be 45 cb 26, and ends with ee 3a 89 91.
        let hash = token.hash();
        assert_eq!(hash.as_bytes()[..4], [0xbe, 0x45, 0xcb, 0x26]);
        assert_eq!(hash.as_bytes()[28..], [0xee, 0x3a, 0x89, 0x91]);
        assert_eq!(String::from(token.hash()).len(), 43);
        assert_eq!(String::from(token), "AAECAwQFBgcICQoLDA0ODw");
    }

    #[test]
    fn no_two_are_the_same_and_none_is_shown() {
        let mut dice = Dice::seeded(1);
        let (one, other) = (Token::generate(&mut dice), Token::generate(&mut dice));
        assert_ne!(one.hash(), other.hash());
        assert_eq!(format!("{one:?}"), "Token(hidden)");
    }

    #[test]
    fn another_spelling_of_the_same_bytes_is_refused() {
        for text in ["AAECAwQFBgcICQoLDA0ODx", "AAECAwQFBgcICQoLDA0OD", ""] {
            assert!(text.parse::<Token>().is_err(), "{text}");
        }
    }
}
