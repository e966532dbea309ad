//! Random values from the operating system.

use barometer_domain::ids::{CODE_ALPHABET, CODE_LENGTH, WebinarCode};
use barometer_domain::signup::SignupSlot;

/// Fresh random bytes from the operating system.
///
/// # Panics
/// When the operating system has no randomness to give: nothing may go on without.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// A random number that JSON carries exactly.
pub fn random_number() -> u32 {
    u32::from_le_bytes(random())
}

/// A random webinar code.
///
/// # Panics
/// Never: it is made of the alphabet of codes.
pub fn random_code() -> WebinarCode {
    random_letters::<CODE_LENGTH>()
        .parse()
        .expect("letters of the alphabet make a code")
}

/// A random code for the page of financing: two groups of five letters, fifty bits.
pub fn random_page_code() -> String {
    random_letters::<10>()
}

/// A random name of a sign-up: 110 bits, in letters that base64url has too.
///
/// # Panics
/// Never: it has as many letters as such a name.
pub fn random_signup_slot() -> SignupSlot {
    random_letters::<22>()
        .parse()
        .expect("22 letters name a sign-up")
}

fn random_letters<const N: usize>() -> String {
    let letter = |byte: u8| char::from(CODE_ALPHABET[usize::from(byte) % CODE_ALPHABET.len()]);
    random::<N>().into_iter().map(letter).collect()
}

/// A random 256-bit token, in hexadecimal.
pub fn random_token() -> String {
    hex::encode(random::<32>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_valid_and_differ() {
        assert_ne!(random_code(), random_code());
        assert_eq!(random_token().len(), 64);
        assert_ne!(random_signup_slot(), random_signup_slot());
    }
}
