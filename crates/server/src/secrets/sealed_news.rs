//! Who gets news by mail, and where the vendor has it posted, as they are stored: encrypted blocks, each bound to its row.
//! The server writes to both by itself, so it must be able to open them; the database alone cannot.

use barometer_domain::language::Language;
use barometer_domain::news::NewsSubject;
use barometer_domain::news::webhook::WebhookFormat;
use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead, Payload};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Keys, NONCE, WrongPepper, random};

/// A reader's row: random, and what the links in mails name.
pub type NewsReaderId = [u8; 16];

/// How many subjects one reader follows, at most.
pub const MOST_SUBJECTS: usize = 20;
/// The longest address, in bytes (RFC 5321).
pub const LONGEST_MAIL_ADDRESS: usize = 254;

/// How long every reader's block is, in bytes: an address, twice the subjects, and what names them.
const READER_BLOCK: usize = 2_048;
/// And that of the webhook.
const WEBHOOK_BLOCK: usize = 4_096;

/// The row of the webhook: there is one.
const WEBHOOK_ROW: &[u8] = b"webhook";

/// Who gets news by mail, and which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldNewsReader {
    /// The address, as it was written.
    pub address: String,
    /// In which language the mails are.
    pub language: Language,
    /// What the reader follows, confirmed.
    pub subjects: Vec<NewsSubject>,
    /// What was asked for since, and waits for the press on the link.
    pub asked: Vec<NewsSubject>,
    /// What let the reader see the living page when it was asked for, if that has a code.
    pub pass: Option<String>,
}

/// Where the vendor has news posted.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldWebhook {
    /// The address.
    pub address: String,
    /// In which form.
    pub format: WebhookFormat,
    /// In which language.
    pub language: Language,
    /// What the signature is made with.
    pub secret: String,
}

impl Keys {
    /// Under which tag an address is found again; tells nothing without the pepper.
    pub fn news_tag(&self, address: &str) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_keyed(&self.news);
        hasher.update(b"address ");
        hasher.update(address.to_lowercase().as_bytes());
        *hasher.finalize().as_bytes()
    }

    /// What the links in a mail hold beside the row, so that nobody makes one: `purpose` says what the link is for.
    pub fn news_mark(&self, purpose: &str, id: &NewsReaderId) -> String {
        let mut hasher = blake3::Hasher::new_keyed(&self.news);
        hasher.update(b"link ").update(purpose.as_bytes());
        hasher.update(&[0]).update(id);
        hex::encode(&hasher.finalize().as_bytes()[..16])
    }

    /// Seals a reader for its row; the length is the same whoever it is.
    pub fn seal_news_reader(&self, id: &NewsReaderId, held: &HeldNewsReader) -> Vec<u8> {
        self.seal_block(id, READER_BLOCK, held)
    }

    /// Opens what [`Self::seal_news_reader`] made for this row.
    pub fn open_news_reader(
        &self,
        id: &NewsReaderId,
        sealed: &[u8],
    ) -> Result<HeldNewsReader, WrongPepper> {
        self.open_block(id, sealed)
    }

    /// Seals where news is posted.
    pub fn seal_webhook(&self, held: &HeldWebhook) -> Vec<u8> {
        self.seal_block(WEBHOOK_ROW, WEBHOOK_BLOCK, held)
    }

    /// Opens what [`Self::seal_webhook`] made.
    pub fn open_webhook(&self, sealed: &[u8]) -> Result<HeldWebhook, WrongPepper> {
        self.open_block(WEBHOOK_ROW, sealed)
    }

    /// # Panics
    /// Never: what is held has a JSON form, and the cipher takes any message this short.
    fn seal_block(&self, row: &[u8], length: usize, held: &impl Serialize) -> Vec<u8> {
        let mut plain = serde_json::to_vec(held).expect("what is held has a JSON form");
        // JSON ends where blanks begin.
        plain.resize(plain.len().max(length), b' ');
        let nonce = random::<NONCE>();
        let payload = Payload {
            msg: &plain,
            aad: row,
        };
        let sealed = self.news_block.encrypt(XNonce::from_slice(&nonce), payload);
        [&nonce[..], &sealed.expect("a short block can be sealed")].concat()
    }

    fn open_block<T: DeserializeOwned>(&self, row: &[u8], sealed: &[u8]) -> Result<T, WrongPepper> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(WrongPepper)?;
        let payload = Payload {
            msg: sealed,
            aad: row,
        };
        let plain = self.news_block.decrypt(XNonce::from_slice(nonce), payload);
        serde_json::from_slice(&plain.map_err(|_| WrongPepper)?).map_err(|_| WrongPepper)
    }
}

#[cfg(test)]
mod tests {
    use barometer_domain::ids::RequestId;

    use super::*;

    fn reader(address: &str, subjects: usize) -> HeldNewsReader {
        let subject = |number: usize| {
            let number = u32::MAX - u32::try_from(number).unwrap();
            NewsSubject::Request(RequestId(number))
        };
        let subjects: Vec<NewsSubject> = (0..subjects).map(subject).collect();
        HeldNewsReader {
            address: address.into(),
            language: Language::English,
            asked: subjects.clone(),
            subjects,
            pass: Some("a".repeat(64)),
        }
    }

    #[test]
    fn a_reader_opens_in_the_own_row_only_and_all_are_equally_long() {
        let keys = Keys::derive(&[7; 32]);
        let (short, long) = (
            reader("a@b.dk", 1),
            reader(&"å".repeat(LONGEST_MAIL_ADDRESS / 2), MOST_SUBJECTS),
        );
        let sealed = keys.seal_news_reader(&[1; 16], &short);
        assert_eq!(keys.open_news_reader(&[1; 16], &sealed).unwrap(), short);
        assert!(keys.open_news_reader(&[2; 16], &sealed).is_err());
        assert!(
            Keys::derive(&[8; 32])
                .open_news_reader(&[1; 16], &sealed)
                .is_err()
        );
        let other = keys.seal_news_reader(&[1; 16], &long);
        assert_eq!(sealed.len(), other.len());
    }

    #[test]
    fn an_address_is_found_however_it_is_written_and_links_are_for_one_purpose() {
        let keys = Keys::derive(&[7; 32]);
        assert_eq!(keys.news_tag("Anna@B.dk"), keys.news_tag("anna@b.dk"));
        assert_ne!(
            keys.news_mark("confirm", &[1; 16]),
            keys.news_mark("leave", &[1; 16])
        );
        assert_ne!(
            keys.news_mark("leave", &[1; 16]),
            keys.news_mark("leave", &[2; 16])
        );
    }

    #[test]
    fn a_webhook_opens_again() {
        let keys = Keys::derive(&[7; 32]);
        let held = HeldWebhook {
            address: "https://hook.example/x?sig=y".into(),
            format: WebhookFormat::Teams,
            language: Language::Danish,
            secret: "s".repeat(64),
        };
        let opened = keys.open_webhook(&keys.seal_webhook(&held)).unwrap();
        assert!(opened == held);
    }
}
