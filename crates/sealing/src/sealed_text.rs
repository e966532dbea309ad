//! What a person writes into a form, sealed to the vendor: any text of up to [`TEXT_BYTES`], always the same number of
//! bytes. The forms' script puts a JSON object into it; here it is a text.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::code::Code;
use crate::envelope::{CannotSeal, info, seal_bytes};
use crate::key::PublicKey;

/// The longest text, in bytes of UTF-8.
pub const TEXT_BYTES: usize = PADDED_BYTES - LENGTH_BYTES;

const PADDED_BYTES: usize = 6_144;
const LENGTH_BYTES: usize = 2;
const PURPOSE: &[u8] = b"barometer text v1";

/// Why a text is not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextNotSealed {
    /// It has more than [`TEXT_BYTES`].
    #[error("the text has more than {TEXT_BYTES} bytes")]
    TooLong,
    /// The key is none, or the webinar's name too long.
    #[error(transparent)]
    CannotSeal(#[from] CannotSeal),
}

impl Code for TextNotSealed {
    fn code(&self) -> &'static str {
        match self {
            Self::TooLong => "too_many_bytes",
            Self::CannotSeal(why) => why.code(),
        }
    }
}

/// Seals a text so that only the vendor opens it, and only as this slot's of this webinar: 6,192 bytes in base64url.
///
/// # Errors
/// See [`TextNotSealed`].
pub fn seal_text(
    vendor: &PublicKey,
    webinar: &str,
    slot: &str,
    text: &str,
    rng: &mut impl CryptoRng,
) -> Result<String, TextNotSealed> {
    let length = u16::try_from(text.len()).map_err(|_| TextNotSealed::TooLong)?;
    if text.len() > TEXT_BYTES {
        return Err(TextNotSealed::TooLong);
    }
    let mut plain = Zeroizing::new(Vec::with_capacity(PADDED_BYTES));
    plain.extend(length.to_be_bytes());
    plain.extend(text.as_bytes());
    plain.resize(PADDED_BYTES, 0);
    let info = info(PURPOSE, webinar).ok_or(CannotSeal)?;
    let sealed = seal_bytes(vendor, &info, slot.as_bytes(), &plain, rng).ok_or(CannotSeal)?;
    Ok(crate::base64url::write(&sealed))
}

#[cfg(feature = "open")]
pub use opening::open_text;

#[cfg(feature = "open")]
mod opening {
    use zeroize::Zeroizing;

    use super::{LENGTH_BYTES, PADDED_BYTES, PURPOSE};
    use crate::envelope::{CannotOpen, ENCAPSULATED_BYTES, TAG_BYTES, info, open_bytes};
    use crate::key_pair::PrivateKey;

    const SEALED_BYTES: usize = ENCAPSULATED_BYTES + PADDED_BYTES + TAG_BYTES;

    /// Opens a text that was sealed for this slot of this webinar.
    ///
    /// # Errors
    /// See [`CannotOpen`].
    pub fn open_text(
        private: &PrivateKey,
        webinar: &str,
        slot: &str,
        sealed: &str,
    ) -> Result<Zeroizing<String>, CannotOpen> {
        let sealed = crate::base64url::read::<SEALED_BYTES>(sealed);
        let sealed = sealed.map_err(|_| CannotOpen::Refused)?;
        let info = info(PURPOSE, webinar).ok_or(CannotOpen::Refused)?;
        let plain = open_bytes(private, &info, slot.as_bytes(), &sealed);
        let plain = plain.ok_or(CannotOpen::Refused)?;
        let text = match plain.split_at_checked(LENGTH_BYTES) {
            Some((&[high, low], rest)) => rest.get(..u16::from_be_bytes([high, low]).into()),
            _ => None,
        };
        let text = text.and_then(|text| std::str::from_utf8(text).ok());
        Ok(Zeroizing::new(
            text.ok_or(CannotOpen::NotAnIdentity)?.to_owned(),
        ))
    }
}

#[cfg(all(test, feature = "open"))]
mod tests {
    use super::*;
    use crate::dice::Dice;
    use crate::envelope::CannotOpen;
    use crate::key_pair::KeyPair;

    #[test]
    fn a_text_opens_in_its_place_only_and_is_of_one_length() {
        let pair = KeyPair::generate(&mut Dice::seeded(1));
        let mut rng = Dice::seeded(3);
        let mut seal = |text: &str| seal_text(&pair.public(), "4K7P2M", "survey", text, &mut rng);
        let short = seal(r#"{"item-5":"Æ"}"#).unwrap();
        let long = seal(&"x".repeat(TEXT_BYTES)).unwrap();
        assert_eq!((short.len(), long.len()), (8_256, 8_256));
        assert_eq!(
            seal(&"x".repeat(TEXT_BYTES + 1)),
            Err(TextNotSealed::TooLong)
        );
        let open = |webinar, slot, sealed: &str| {
            open_text(pair.private(), webinar, slot, sealed).map(|text| text.to_string())
        };
        assert_eq!(
            open("4K7P2M", "survey", &short).as_deref(),
            Ok(r#"{"item-5":"Æ"}"#)
        );
        assert_eq!(
            open("4K7P2M", "survey", &long).map(|text| text.len()),
            Ok(TEXT_BYTES)
        );
        assert_eq!(
            open("4K7P2M", "evaluation", &short),
            Err(CannotOpen::Refused)
        );
        assert_eq!(open("DEM234", "survey", &short), Err(CannotOpen::Refused));
        assert_eq!(
            open("4K7P2M", "survey", &short[1..]),
            Err(CannotOpen::Refused)
        );
    }
}
