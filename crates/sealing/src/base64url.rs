//! Bytes as text: base64url without padding (RFC 4648 §5), one spelling for each value.

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::code::Code;

/// What is not exactly so many bytes in base64url without padding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not {bytes} bytes in base64url without padding")]
pub struct NotBytes {
    /// How many bytes were expected.
    pub bytes: usize,
}

impl Code for NotBytes {
    fn code(&self) -> &'static str {
        "not_base64url"
    }
}

/// Reads exactly `N` bytes, in a time that does not depend on which they are.
pub(crate) fn read<const N: usize>(text: &str) -> Result<[u8; N], NotBytes> {
    let mut bytes = [0; N];
    match Base64UrlUnpadded::decode(text, &mut bytes) {
        Ok(read) if read.len() == N => Ok(bytes),
        _ => Err(NotBytes { bytes: N }),
    }
}

/// Writes bytes, in a time that does not depend on which they are.
pub(crate) fn write(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

/// Lets a newtype over `[u8; N]` be read from and turned into text, which also is its form in JSON.
macro_rules! spelled {
    ($name:ident) => {
        impl std::str::FromStr for $name {
            type Err = $crate::NotBytes;

            fn from_str(text: &str) -> Result<Self, $crate::NotBytes> {
                $crate::base64url::read(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::NotBytes;

            fn try_from(text: String) -> Result<Self, $crate::NotBytes> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                $crate::base64url::write(&value.0)
            }
        }
    };
}

/// Shows a public value as its text, to people and in logs.
macro_rules! shown {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::base64url::write(&self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    };
}

/// Shows that there is a value, and nothing of it.
macro_rules! hidden {
    ($name:ident) => {
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(hidden)"))
            }
        }
    };
}

pub(crate) use {hidden, shown, spelled};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn another_length_another_alphabet_and_padding_are_refused() {
        for text in ["", "AAA", "AAAAA", "AAA+", "AAA/", "AA==", "ÆØÅ", "AA A"] {
            assert_eq!(read::<3>(text), Err(NotBytes { bytes: 3 }), "{text}");
        }
        assert_eq!(read::<3>("-_-_"), Ok([0xfb, 0xff, 0xbf]));
    }

    proptest! {
        #[test]
        fn bytes_have_one_spelling(bytes: [u8; 16], last in 0_u8..64) {
            let text = write(&bytes);
            prop_assert_eq!(text.len(), 22);
            prop_assert_eq!(read(&text), Ok(bytes));
            let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
            let mut other = text.clone();
            other.pop();
            other.push(char::from(alphabet[usize::from(last)]));
            if let Ok(read) = read::<16>(&other) {
                prop_assert_eq!(write(&read), other);
            }
        }

        #[test]
        fn reading_never_panics(text in ".*") {
            let _ = read::<16>(&text);
        }
    }
}
