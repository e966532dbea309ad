//! The server's secrets: random values, the pepper, and what is derived from it.
//!
//! The pepper lives in a directory of its own, apart from the database, so that a stolen database
//! says neither which municipality a ballot is for nor which participant cast it.

mod form_secrets;
mod log_head;
mod pepper;
mod random;
mod recovery;
mod rolls;
mod sealed_answers;
mod sealed_ballot;
mod sealed_news;
mod sealed_stated;

use std::path::PathBuf;

use barometer_domain::audience_question::QuestionId;
use barometer_domain::comment::{CommentId, CommentSubject};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_sealing::signature::SigningKey;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

pub use log_head::{LogHead, LogHeadFile, LogHeadNote};
pub(crate) use pepper::{create_private, create_private_directory};
pub use random::{
    random, random_code, random_number, random_page_code, random_signup_slot, random_token,
};
pub(crate) use recovery::seal_challenge;
pub(crate) use rolls::read_tracker;
pub use rolls::{random_tracker, spelled_alike};
use rolls::{tracker_from_bytes, write_tracker};
pub use sealed_answers::{HeldAnswers, SurveyTag};
pub use sealed_ballot::BallotRow;
pub use sealed_news::{
    HeldNewsReader, HeldWebhook, LONGEST_MAIL_ADDRESS, MOST_SUBJECTS, NewsReaderId,
};
pub use sealed_stated::StatedTag;

/// A participant's place in a webinar: random, or an invitation's by [`Keys::invited_slot`]; tied to a ballot by
/// [`Keys::nym`] only.
pub type SlotId = [u8; 16];
/// A barometer's random id; another one after a new start, so that nothing old can be counted.
pub type BarometerId = [u8; 16];
/// A ballot's key: tells nothing without the pepper.
pub type Nym = [u8; 32];
/// What a ballot's session is known by within its place: tells nothing without the pepper.
pub type DeviceTag = [u8; 16];
/// A sealed name's key: tells neither place nor session without the pepper.
pub type NameTag = [u8; 16];
/// What a sign-up knows its invitation by: tells nothing without the pepper.
pub type SignupTag = [u8; 32];
/// An interest's key: tells nothing without the pepper.
pub type InterestTag = [u8; 32];

/// What a session's part in a question is kept under: tells nothing without the pepper.
pub type QuestionTag = [u8; 32];

/// What a [`QuestionTag`] says of its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionTagPurpose {
    /// It asked the question.
    Author,
    /// It supports the question.
    Support,
    /// It said something of the pace.
    Pulse,
}

const NONCE: usize = 24;

/// How tokens and presenter secrets are stored: hashed, since they are random and long.
pub fn hash_token(token: &str) -> [u8; 32] {
    *blake3::hash(token.as_bytes()).as_bytes()
}

/// Keys derived from the pepper.
pub struct Keys {
    nym: [u8; 32],
    device: [u8; 32],
    name: [u8; 32],
    simulated: [u8; 32],
    spare: [u8; 32],
    invitation: [u8; 32],
    interest: [u8; 32],
    question: [u8; 32],
    comment: [u8; 32],
    survey: [u8; 32],
    stated: [u8; 32],
    reader: [u8; 32],
    presenter: [u8; 32],
    signup: [u8; 32],
    news: [u8; 32],
    form: [u8; 32],
    recovery: [u8; 32],
    municipality: XChaCha20Poly1305,
    ballot: XChaCha20Poly1305,
    answers: XChaCha20Poly1305,
    news_block: XChaCha20Poly1305,
    amounts: XChaCha20Poly1305,
    log: [u8; 32],
    check: [u8; 32],
    signing: SigningKey,
    /// Where the pepper was read from; `None` where a test derived the keys from bytes.
    pepper: Option<PathBuf>,
    /// Where the log of look-ups ends, beside the pepper.
    log_head: Option<LogHeadFile>,
}

/// Something stored that does not open: another pepper, or a damaged row.
#[derive(Debug, thiserror::Error)]
#[error("what is stored does not open with this pepper")]
pub struct WrongPepper;

impl Keys {
    /// Derives the keys from the pepper.
    pub fn derive(pepper: &[u8; 32]) -> Self {
        let key = |purpose: &str| blake3::derive_key(purpose, pepper);
        Self {
            nym: key("barometer 2026 ballot nym"),
            device: key("barometer 2026 session of a ballot"),
            name: key("barometer 2026 session of a sealed name"),
            simulated: key("barometer 2026 simulated slot"),
            spare: key("barometer 2026 spare trackers of a roll"),
            invitation: key("barometer 2026 invited slot"),
            interest: key("barometer 2026 interest of a session"),
            question: key("barometer 2026 question of a session"),
            comment: key("barometer 2026 comment of a session"),
            survey: key("barometer 2026 answers of a session"),
            stated: key("barometer 2026 stated amounts of a session"),
            reader: key("barometer 2026 reader of the page of financing"),
            presenter: key("barometer 2026 presenter of a webinar"),
            signup: key("barometer 2026 sign-up"),
            news: key("barometer 2026 reader of news"),
            form: key("barometer 2026 form of a phone"),
            recovery: key("barometer 2026 challenge to the vendor's key"),
            municipality: XChaCha20Poly1305::new(&key("barometer 2026 municipality").into()),
            ballot: XChaCha20Poly1305::new(&key("barometer 2026 ballot").into()),
            answers: XChaCha20Poly1305::new(&key("barometer 2026 answers").into()),
            news_block: XChaCha20Poly1305::new(&key("barometer 2026 block of news").into()),
            amounts: XChaCha20Poly1305::new(&key("barometer 2026 stated amounts").into()),
            log: key("barometer 2026 log of look-ups"),
            check: key("barometer 2026 check of the pepper"),
            signing: SigningKey::from_seed(&key("barometer 2026 receipts and rolls")),
            pepper: None,
            log_head: None,
        }
    }

    /// The key under which this slot's ballot in this barometer is stored.
    pub fn nym(&self, barometer: &BarometerId, slot: &SlotId) -> Nym {
        let mut hasher = blake3::Hasher::new_keyed(&self.nym);
        hasher.update(b"ballot").update(barometer).update(slot);
        *hasher.finalize().as_bytes()
    }

    /// What the ballot of this session of a slot is known by; the invented have no session.
    pub fn device_tag(
        &self,
        barometer: &BarometerId,
        slot: &SlotId,
        session: Option<&[u8; 32]>,
    ) -> DeviceTag {
        tag(&self.device, barometer, slot, session)
    }

    /// The key under which the sealed name of this session of a slot is stored; the invented have no session.
    pub fn name_tag(&self, webinar: i64, slot: &SlotId, session: Option<&[u8; 32]>) -> NameTag {
        tag(&self.name, &webinar.to_le_bytes(), slot, session)
    }

    /// What a database knows its pepper by.
    pub fn pepper_check(&self) -> &[u8; 32] {
        &self.check
    }

    /// Under what it is kept that a session is interested in `request`, or, with `None`, in how many. It tells nothing
    /// without the pepper, and of no ballot even with it but through the session.
    pub fn interest_tag(
        &self,
        webinar: i64,
        session: &[u8; 32],
        request: Option<RequestId>,
    ) -> InterestTag {
        let mut hasher = blake3::Hasher::new_keyed(&self.interest);
        hasher
            .update(&webinar.to_le_bytes())
            .update(session)
            .update(&[u8::from(request.is_some())])
            .update(&request.map_or(0, |request| request.0).to_le_bytes());
        *hasher.finalize().as_bytes()
    }

    /// Under what it is kept that a session asked or supports a question, or what it says of the pace: each under a tag of
    /// its own, so that without the pepper no two rows show that they are of one session.
    pub fn question_tag(
        &self,
        purpose: QuestionTagPurpose,
        webinar: i64,
        session: &[u8; 32],
        question: Option<QuestionId>,
    ) -> QuestionTag {
        let purpose: &[u8] = match purpose {
            QuestionTagPurpose::Author => b"author ",
            QuestionTagPurpose::Support => b"support",
            QuestionTagPurpose::Pulse => b"pulse  ",
        };
        let mut hasher = blake3::Hasher::new_keyed(&self.question);
        hasher
            .update(purpose)
            .update(&webinar.to_le_bytes())
            .update(session)
            .update(&question.map_or(0, |question| question.0).to_le_bytes());
        *hasher.finalize().as_bytes()
    }

    /// Under what it is kept that a session wrote a comment under a subject.
    pub fn comment_tag(
        &self,
        session: &[u8; 32],
        under: CommentSubject,
        comment: CommentId,
    ) -> QuestionTag {
        let mut hasher = blake3::Hasher::new_keyed(&self.comment);
        hasher.update(session);
        match under {
            CommentSubject::Request(request) => hasher.update(&request.0.to_le_bytes()),
            CommentSubject::Initiative(initiative) => hasher
                .update(b"initiative")
                .update(&initiative.0.to_le_bytes()),
        };
        hasher.update(&comment.0.to_le_bytes());
        *hasher.finalize().as_bytes()
    }

    /// What the browser of someone who knew the page's code holds; another code makes another.
    pub fn reader_pass(&self, code: &str) -> String {
        blake3::keyed_hash(&self.reader, code.as_bytes())
            .to_hex()
            .to_string()
    }

    /// What a presenter's link holds; another number makes another.
    pub fn presenter_secret(&self, webinar: i64, number: u32) -> String {
        let mut hasher = blake3::Hasher::new_keyed(&self.presenter);
        hasher
            .update(&webinar.to_le_bytes())
            .update(&number.to_le_bytes());
        hasher.finalize().to_hex().to_string()
    }

    /// The place that an invitation leads to: the same on every device, and told by nothing that is stored.
    pub fn invited_slot(&self, webinar: i64, hash: &[u8; 32]) -> SlotId {
        let mut hasher = blake3::Hasher::new_keyed(&self.invitation);
        hasher
            .update(b"invitation")
            .update(&webinar.to_le_bytes())
            .update(hash);
        let mut slot = SlotId::default();
        hasher.finalize_xof().fill(&mut slot);
        slot
    }

    /// What a sign-up knows its invitation by, so that both go together. Only with the pepper can one be led to the
    /// other, and so a sealed contact to a place.
    pub fn signup_tag(&self, webinar: i64, invitation: &[u8; 32]) -> SignupTag {
        let mut hasher = blake3::Hasher::new_keyed(&self.signup);
        hasher
            .update(b"invitation")
            .update(&webinar.to_le_bytes())
            .update(invitation);
        *hasher.finalize().as_bytes()
    }

    /// What the link in a mail holds by which its reader wants no more: of this sign-up alone, and no address.
    pub fn unsubscribe_mark(&self, webinar: i64, slot: &str) -> String {
        let mut hasher = blake3::Hasher::new_keyed(&self.signup);
        hasher
            .update(b"unsubscribe")
            .update(&webinar.to_le_bytes())
            .update(slot.as_bytes());
        hex::encode(&hasher.finalize().as_bytes()[..16])
    }

    /// The hash of an entry of the log, which covers the one before it.
    pub fn log_hash(&self, before: &[u8; 32], entry: &[u8]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.log);
        hasher.update(before).update(entry);
        *hasher.finalize().as_bytes()
    }

    /// Where the log of look-ups ends; `None` for keys that were not opened from a directory.
    pub fn log_head(&self) -> Option<&LogHeadFile> {
        self.log_head.as_ref()
    }

    /// The slot of the `member`-th invented participant of a webinar: the same after every restart.
    pub fn simulated_slot(&self, webinar: i64, member: usize) -> SlotId {
        let mut hasher = blake3::Hasher::new_keyed(&self.simulated);
        hasher
            .update(&webinar.to_le_bytes())
            .update(&(member as u64).to_le_bytes());
        let mut slot = SlotId::default();
        hasher.finalize_xof().fill(&mut slot);
        slot
    }

    /// Seals a municipality for the row `key`: 4 digits under a random nonce, always 44 bytes.
    ///
    /// # Panics
    /// Never: the cipher takes any message this short.
    pub fn seal(&self, municipality: Option<MunicipalityCode>, key: &[u8]) -> Vec<u8> {
        let nonce = random::<NONCE>();
        let digits = municipality.map_or_else(|| "0000".to_owned(), |code| code.to_string());
        let payload = Payload {
            msg: digits.as_bytes(),
            aad: key,
        };
        let sealed = self
            .municipality
            .encrypt(XNonce::from_slice(&nonce), payload);
        [&nonce[..], &sealed.expect("four bytes can be sealed")].concat()
    }

    /// Opens what [`Self::seal`] made for the row `key`; `None` is an observer's.
    pub fn open_municipality(
        &self,
        sealed: &[u8],
        key: &[u8],
    ) -> Result<Option<MunicipalityCode>, WrongPepper> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(WrongPepper)?;
        let payload = Payload {
            msg: sealed,
            aad: key,
        };
        let digits = self
            .municipality
            .decrypt(XNonce::from_slice(nonce), payload)
            .map_err(|_| WrongPepper)?;
        let digits = String::from_utf8(digits).map_err(|_| WrongPepper)?;
        if digits == "0000" {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| WrongPepper)
    }
}

fn tag(key: &[u8; 32], within: &[u8], slot: &SlotId, session: Option<&[u8; 32]>) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_keyed(key);
    hasher.update(within).update(slot);
    hasher.update(session.unwrap_or(&[0; 32]));
    let mut tag = [0; 16];
    hasher.finalize_xof().fill(&mut tag);
    tag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_municipality_opens_only_for_its_own_row() {
        let keys = Keys::derive(&[7; 32]);
        let aarhus = Some("0751".parse().unwrap());
        let sealed = keys.seal(aarhus, b"row");
        assert_eq!(keys.open_municipality(&sealed, b"row").unwrap(), aarhus);
        assert!(keys.open_municipality(&sealed, b"another row").is_err());
        assert!(
            Keys::derive(&[8; 32])
                .open_municipality(&sealed, b"row")
                .is_err()
        );
        assert!(keys.open_municipality(&sealed[..10], b"row").is_err());
    }

    #[test]
    fn two_of_the_same_municipality_look_different_and_equally_long() {
        let keys = Keys::derive(&[7; 32]);
        let aarhus = Some("0751".parse().unwrap());
        let (one, two) = (keys.seal(aarhus, b"row"), keys.seal(aarhus, b"row"));
        assert_ne!(one, two);
        assert_eq!(
            (one.len(), two.len(), keys.seal(None, b"row").len()),
            (44, 44, 44)
        );
    }

    #[test]
    fn what_a_session_asks_supports_and_says_has_nothing_in_common() {
        let keys = Keys::derive(&[7; 32]);
        let tag = |purpose, webinar, session: u8, question| {
            keys.question_tag(purpose, webinar, &[session; 32], Some(QuestionId(question)))
        };
        let tags = [
            tag(QuestionTagPurpose::Author, 1, 1, 1),
            tag(QuestionTagPurpose::Support, 1, 1, 1),
            tag(QuestionTagPurpose::Support, 1, 1, 2),
            tag(QuestionTagPurpose::Support, 1, 2, 1),
            tag(QuestionTagPurpose::Support, 2, 1, 1),
            tag(QuestionTagPurpose::Pulse, 1, 1, 1),
        ];
        let distinct: std::collections::HashSet<_> = tags.into_iter().collect();
        assert_eq!(distinct.len(), tags.len());
    }

    #[test]
    fn an_invitation_leads_to_one_place_for_each_webinar_and_pepper() {
        let (keys, other) = (Keys::derive(&[7; 32]), Keys::derive(&[8; 32]));
        let slot = keys.invited_slot(1, &[1; 32]);
        assert_eq!(slot, keys.invited_slot(1, &[1; 32]));
        assert_ne!(slot, keys.invited_slot(2, &[1; 32]));
        assert_ne!(slot, keys.invited_slot(1, &[2; 32]));
        assert_ne!(slot, other.invited_slot(1, &[1; 32]));
    }

    #[test]
    fn a_sign_up_and_its_mark_are_of_one_webinar_row_and_pepper() {
        let (keys, other) = (Keys::derive(&[7; 32]), Keys::derive(&[8; 32]));
        let tag = keys.signup_tag(1, &[1; 32]);
        assert_eq!(tag, keys.signup_tag(1, &[1; 32]));
        assert!(tag != keys.signup_tag(2, &[1; 32]) && tag != other.signup_tag(1, &[1; 32]));
        let mark = keys.unsubscribe_mark(1, "row");
        assert_eq!(mark.len(), 32);
        assert_ne!(mark, keys.unsubscribe_mark(2, "row"));
        assert_ne!(mark, keys.unsubscribe_mark(1, "wor"));
        assert_ne!(mark, other.unsubscribe_mark(1, "row"));
    }

    #[test]
    fn a_presenters_secret_is_of_one_webinar_number_and_pepper() {
        let (keys, other) = (Keys::derive(&[7; 32]), Keys::derive(&[8; 32]));
        let secret = keys.presenter_secret(1, 1);
        assert_eq!(secret.len(), 64);
        assert_eq!(secret, keys.presenter_secret(1, 1));
        assert_ne!(secret, keys.presenter_secret(2, 1));
        assert_ne!(secret, keys.presenter_secret(1, 2));
        assert_ne!(secret, other.presenter_secret(1, 1));
    }

    #[test]
    fn two_sessions_of_a_place_and_the_invented_have_tags_of_their_own() {
        let keys = Keys::derive(&[7; 32]);
        let of = |session: Option<[u8; 32]>| {
            let device = keys.device_tag(&[1; 16], &[2; 16], session.as_ref());
            (device, keys.name_tag(1, &[2; 16], session.as_ref()))
        };
        let (one, other, none) = (of(Some([1; 32])), of(Some([2; 32])), of(None));
        assert!(one.0 != other.0 && one.0 != none.0 && one.0 != one.1);
        assert!(one.1 != other.1 && one.1 != none.1);
        assert_ne!(
            keys.name_tag(1, &[2; 16], None),
            keys.name_tag(2, &[2; 16], None)
        );
    }
}
