//! Whom to write to: a name, an e-mail address, perhaps the token of a personal link; always the same number of bytes.

use std::fmt;

use serde::Serialize;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::code::Code;
use crate::identity::{ENCODED_BYTES, Identity, Malformed, NotAnIdentity};
use crate::invitation::Token;

/// How many characters an e-mail address may have; more than any that people type, fewer than the 254 of RFC 5321.
pub const EMAIL_LIMIT: usize = 120;

const VERSION: u8 = 1;
const TOKEN_BYTES: usize = 16;
/// The version, two lengths and the token.
const HEAD_BYTES: usize = 1 + 2 + 2 + TOKEN_BYTES;
const NO_TOKEN: [u8; TOKEN_BYTES] = [0; TOKEN_BYTES];

/// A person who can be written to, checked and trimmed. Its `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop, Serialize)]
pub struct Contact {
    name: String,
    email: String,
    /// The token of the personal link; `None` where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<String>,
}

/// The reason why a name and an address make no contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAContact {
    /// The name is none, as [`Identity`] judges names.
    #[error(transparent)]
    Name(#[from] NotAnIdentity),
    /// It has no `@` with something on both sides, has white space, or has more than [`EMAIL_LIMIT`] characters.
    #[error("this is not an e-mail address")]
    NotAnAddress,
    /// Few enough characters, but of a script whose letters take so many bytes that they do not fit.
    #[error("name and address together do not fit")]
    TooManyBytes,
}

impl Code for NotAContact {
    fn code(&self) -> &'static str {
        match self {
            Self::Name(why) => why.code(),
            Self::NotAnAddress => "not_an_address",
            Self::TooManyBytes => "too_many_bytes",
        }
    }
}

/// Whether mail can be sent there at all: one `@` with something on both sides, a dot in the domain, no white space, no
/// control character, and nothing that ends an address in a header.
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let is_plain = |letter: char| {
        !(letter.is_whitespace() || letter.is_control() || "<>,;:\"()[]\\@".contains(letter))
    };
    let labels_filled = domain.split('.').all(|label| !label.is_empty());
    !local.is_empty()
        && domain.contains('.')
        && labels_filled
        && local.chars().chain(domain.chars()).all(is_plain)
        && text.chars().count() <= EMAIL_LIMIT
}

impl Contact {
    /// A name of 1 to 80 characters and an e-mail address.
    pub fn new(name: &str, email: &str, token: Option<&Token>) -> Result<Self, NotAContact> {
        let identity = Identity::new(name, None, "")?;
        let email = email.trim();
        if !is_address(email) {
            return Err(NotAContact::NotAnAddress);
        }
        if HEAD_BYTES + identity.name().len() + email.len() > ENCODED_BYTES {
            return Err(NotAContact::TooManyBytes);
        }
        Ok(Self {
            name: identity.name().to_owned(),
            email: email.to_owned(),
            token: token.map(|token| token.clone().into()),
        })
    }

    /// The name, 1 to 80 characters.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The e-mail address.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// The token of the personal link, if there is one.
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Version, token (zeros for none), name and address with their lengths (big-endian), then zeros.
    pub fn encode(&self) -> Zeroizing<[u8; ENCODED_BYTES]> {
        let token: Option<Token> = self.token().and_then(|token| token.parse().ok());
        let token = token.map_or(NO_TOKEN, |token| *token.as_bytes());
        let mut encoded = Zeroizing::new([0; ENCODED_BYTES]);
        let mut at = 0;
        let mut put = |part: &[u8]| {
            encoded[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        };
        put(&[VERSION]);
        put(&token);
        for text in [&self.name, &self.email] {
            put(&u16::try_from(text.len()).unwrap_or_default().to_be_bytes());
            put(text.as_bytes());
        }
        encoded
    }

    /// Reads what [`Self::encode`] wrote, and nothing else.
    pub fn decode(encoded: &[u8]) -> Result<Self, Malformed> {
        let contact = read(encoded).ok_or(Malformed)?;
        if contact.encode().as_slice() == encoded {
            Ok(contact)
        } else {
            Err(Malformed)
        }
    }
}

fn read(encoded: &[u8]) -> Option<Contact> {
    let (&version, rest) = encoded.split_first()?;
    if version != VERSION {
        return None;
    }
    let (token, rest) = rest.split_first_chunk::<TOKEN_BYTES>()?;
    let token = (*token != NO_TOKEN).then(|| Token::from_bytes(*token));
    let (name, rest) = text(rest)?;
    let (email, _) = text(rest)?;
    Contact::new(name, email, token.as_ref()).ok()
}

fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (text, rest) = rest.split_at_checked(u16::from_be_bytes(*length).into())?;
    Some((str::from_utf8(text).ok()?, rest))
}

impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dice::Dice;

    #[test]
    fn an_address_has_two_sides_and_nothing_that_ends_it_in_a_header() {
        for good in [
            "anna@viborg.dk",
            "a.b+c@sundhed.aarhus.dk",
            "søren@ærø.dk",
            "o'neil@x.io",
        ] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "anna",
            "@viborg.dk",
            "anna@",
            "anna@viborg",
            "anna@viborg..dk",
            "an na@viborg.dk",
            "anna@viborg.dk\r\nBcc: all@x.dk",
            "anna@viborg.dk,bo@x.dk",
            "<anna@viborg.dk>",
            "a@b@viborg.dk",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
        let long = format!("{}@viborg.dk", "a".repeat(EMAIL_LIMIT));
        assert!(!is_address(&long));
    }

    #[test]
    fn what_is_no_contact_says_why() {
        let why = |name, email| Contact::new(name, email, None).unwrap_err().code();
        assert_eq!(why(" ", "a@b.dk"), "name_missing");
        assert_eq!(why("Anna", "a"), "not_an_address");
        let name = "\u{1F600}".repeat(80);
        let email = format!("{}@b.dk", "\u{1F600}".repeat(60));
        assert_eq!(why(&name, &email), "too_many_bytes");
    }

    #[test]
    fn bytes_that_were_not_written_here_are_refused() {
        let contact = Contact::new("Anna Holm", "anna@viborg.dk", None).unwrap();
        let mut encoded = contact.encode();
        assert!(format!("{contact:?}").ends_with("(hidden)"));
        encoded[ENCODED_BYTES - 1] = 1;
        assert_eq!(Contact::decode(&encoded[..]), Err(Malformed));
        assert_eq!(Contact::decode(&[]), Err(Malformed));
    }

    proptest! {
        #[test]
        fn a_contact_comes_back_as_it_was_and_every_one_is_as_long(
            name in "[A-ZÆØÅa-zæøå]{1,20} [A-Za-z]{1,20}",
            local in "[a-z0-9.]{1,40}",
            has_token: bool,
            seed: u64,
        ) {
            let token = has_token.then(|| Token::generate(&mut Dice::seeded(seed)));
            let email = format!("{local}@viborg.dk");
            let contact = Contact::new(&name, &email, token.as_ref()).unwrap();
            let read = Contact::decode(&contact.encode()[..]).unwrap();
            let token = token.map(String::from);
            prop_assert_eq!(read.token(), token.as_deref());
            prop_assert_eq!((read.name(), read.email()), (name.trim(), email.as_str()));
        }
    }
}
