//! A person's answers as they are stored: one encrypted block, of one length for everyone, bound to its row.

use barometer_domain::ids::MunicipalityCode;
use barometer_domain::survey::{SEALED_LETTERS, SealedWords, SurveyAnswers, SurveyPurpose};
use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead, Payload};
use serde::{Deserialize, Serialize};

use super::{Keys, NONCE, WrongPepper, random};

/// A row's key: tells nothing without the pepper.
pub type SurveyTag = [u8; 32];

/// How long every block is, in bytes: sealed words, ten answers, and what names them.
const BLOCK: usize = SEALED_LETTERS + 2_048;

/// What one person has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldAnswers {
    /// Whom the person answers for.
    pub municipality: MunicipalityCode,
    /// What the server can count.
    pub answers: SurveyAnswers,
    /// Whether the person may be quoted with a name.
    pub may_be_quoted: bool,
    /// Free texts and a name, which the server cannot open.
    pub words: Option<SealedWords>,
}

/// The same in a block: nothing else writes or reads it.
#[derive(Serialize, Deserialize)]
struct Block {
    municipality: MunicipalityCode,
    answers: SurveyAnswers,
    may_be_quoted: bool,
    words: Option<SealedWords>,
}

impl Keys {
    /// Under which key the answers of a browser's session are stored; another one for each webinar and purpose.
    pub fn survey_tag(
        &self,
        webinar: i64,
        purpose: SurveyPurpose,
        session: &[u8; 32],
    ) -> SurveyTag {
        let purpose = match purpose {
            SurveyPurpose::BeforeWebinar => 1,
            SurveyPurpose::Evaluation => 2,
            SurveyPurpose::Forum => 3,
        };
        let mut hasher = blake3::Hasher::new_keyed(&self.survey);
        hasher
            .update(&webinar.to_le_bytes())
            .update(&[purpose])
            .update(session);
        *hasher.finalize().as_bytes()
    }

    /// Seals answers for their row; the length is the same whatever was answered.
    ///
    /// # Panics
    /// Never: answers have a JSON form, and the cipher takes any message this short.
    pub fn seal_answers(&self, tag: &SurveyTag, held: &HeldAnswers) -> Vec<u8> {
        let block = Block {
            municipality: held.municipality,
            answers: held.answers.clone(),
            may_be_quoted: held.may_be_quoted,
            words: held.words.clone(),
        };
        let mut plain = serde_json::to_vec(&block).expect("answers have a JSON form");
        // JSON ends where blanks begin.
        plain.resize(plain.len().max(BLOCK), b' ');
        let nonce = random::<NONCE>();
        let payload = Payload {
            msg: &plain,
            aad: tag,
        };
        let sealed = self.answers.encrypt(XNonce::from_slice(&nonce), payload);
        [&nonce[..], &sealed.expect("answers can be sealed")].concat()
    }

    /// Opens what [`Self::seal_answers`] made for this row.
    pub fn open_answers(&self, tag: &SurveyTag, sealed: &[u8]) -> Result<HeldAnswers, WrongPepper> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(WrongPepper)?;
        let payload = Payload {
            msg: sealed,
            aad: tag,
        };
        let plain = self.answers.decrypt(XNonce::from_slice(nonce), payload);
        let block: Block =
            serde_json::from_slice(&plain.map_err(|_| WrongPepper)?).map_err(|_| WrongPepper)?;
        Ok(HeldAnswers {
            municipality: block.municipality,
            answers: block.answers,
            may_be_quoted: block.may_be_quoted,
            words: block.words,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(has_words: bool) -> HeldAnswers {
        HeldAnswers {
            municipality: "0751".parse().unwrap(),
            answers: serde_json::from_str(r#"{"1":{"choice":2},"3":{"number":250}}"#).unwrap(),
            may_be_quoted: true,
            words: has_words.then(|| "A".repeat(SEALED_LETTERS).parse().unwrap()),
        }
    }

    #[test]
    fn answers_open_in_their_own_row_only_and_are_equally_long() {
        let keys = Keys::derive(&[7; 32]);
        let tag = keys.survey_tag(1, SurveyPurpose::BeforeWebinar, &[1; 32]);
        let sealed = keys.seal_answers(&tag, &held(false));
        assert_eq!(keys.open_answers(&tag, &sealed).unwrap(), held(false));
        let other = keys.survey_tag(1, SurveyPurpose::Evaluation, &[1; 32]);
        assert!(keys.open_answers(&other, &sealed).is_err());
        assert!(Keys::derive(&[8; 32]).open_answers(&tag, &sealed).is_err());
        assert!(keys.open_answers(&tag, &sealed[..20]).is_err());
        let long = keys.seal_answers(&tag, &held(true));
        assert_eq!(
            (long.len(), keys.open_answers(&tag, &long).unwrap()),
            (sealed.len(), held(true))
        );
    }
}
