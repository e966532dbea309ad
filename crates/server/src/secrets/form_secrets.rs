//! What a phone without a script cannot make for itself: the trackers of its ballot; and the session of a form.

use barometer_domain::ballot::{Cast, Trackers};
use barometer_domain::refusal::Refusal;
use barometer_sealing::tracker::{Secret, ballot_tracker, candidate_tracker};

use super::rolls::write_tracker;
use super::{Keys, SlotId};

/// How many letters a form's number has: 32 random bytes in hexadecimal.
const ONCE_LETTERS: usize = 64;

impl Keys {
    /// The trackers of a ballot as the session's phone would make them, from a secret that belongs to the session alone:
    /// sent again, the same ballot has the same ones.
    pub fn form_trackers(
        &self,
        slot: &SlotId,
        session: Option<&[u8; 32]>,
        round: u32,
        cast: &Cast,
    ) -> Trackers {
        let mut hasher = blake3::Hasher::new_keyed(&self.form);
        hasher.update(b"trackers").update(slot);
        if let Some(session) = session {
            hasher.update(session);
        }
        let secret = Secret::from_bytes(*hasher.finalize().as_bytes());
        let round = round.to_string();
        let candidate = |number: u16| candidate_tracker(&secret, &round, &number.to_string());
        let choices = cast.choices.choices();
        Trackers {
            ballot: write_tracker(&ballot_tracker(&secret, &round)),
            choices: choices
                .map(|choice| write_tracker(&candidate(choice.0)))
                .collect(),
        }
    }

    /// The token of the session that a form opens, for its number in this webinar: nobody can make it who has not got
    /// the pepper, and the same form sent twice opens one session.
    ///
    /// # Errors
    /// When the number is not one that this server gives out.
    pub fn form_session(&self, webinar: i64, once: &str) -> Result<String, Refusal> {
        let is_one =
            once.len() == ONCE_LETTERS && once.bytes().all(|letter| letter.is_ascii_hexdigit());
        if !is_one {
            return Err(Refusal::Malformed {
                reason: "a form without its number".into(),
            });
        }
        let mut hasher = blake3::Hasher::new_keyed(&self.form);
        hasher
            .update(b"session")
            .update(&webinar.to_le_bytes())
            .update(once.as_bytes());
        Ok(hasher.finalize().to_hex().to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_sent_twice_opens_one_session_and_another_form_another() {
        let keys = Keys::derive(&[7; 32]);
        let (one, other) = ("a".repeat(64), "b".repeat(64));
        let token = keys.form_session(1, &one).unwrap();
        assert_eq!(keys.form_session(1, &one).unwrap(), token);
        assert_ne!(keys.form_session(2, &one).unwrap(), token);
        assert_ne!(keys.form_session(1, &other).unwrap(), token);
        assert_ne!(token, one, "the number alone lets nobody in");
        assert!(
            keys.form_session(1, "").is_err() && keys.form_session(1, &"x".repeat(64)).is_err()
        );
    }
}
