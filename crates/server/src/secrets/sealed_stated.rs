//! What a person stated after the vote, as it is stored: one encrypted block, of one length for everyone, bound to its row.

use barometer_domain::ids::CandidateId;
use barometer_domain::preparation::MOST_CHOICES;
use barometer_domain::stated::{StatedAmount, StatedAmounts};
use chacha20poly1305::XNonce;
use chacha20poly1305::aead::{Aead, Payload};

use super::{BarometerId, DeviceTag, Keys, NONCE, Nym, WrongPepper, random};

/// A row's key: tells nothing without the pepper, and of no ballot.
pub type StatedTag = [u8; 32];

/// A candidate's number, and which amount.
const ENTRY: usize = 3;
/// How long every block is, in bytes.
const BLOCK: usize = ENTRY * MOST_CHOICES as usize;

impl Keys {
    /// Under what the amounts of this session of a place are stored.
    pub fn stated_tag(&self, barometer: &BarometerId, nym: &Nym, device: &DeviceTag) -> StatedTag {
        let mut hasher = blake3::Hasher::new_keyed(&self.stated);
        hasher.update(barometer).update(nym).update(device);
        *hasher.finalize().as_bytes()
    }

    /// Seals amounts for their row; the length is the same whatever was stated.
    ///
    /// # Panics
    /// Never: the cipher takes any message this short.
    pub fn seal_stated(&self, tag: &StatedTag, amounts: &StatedAmounts) -> Vec<u8> {
        let mut plain = Vec::with_capacity(BLOCK);
        for (candidate, amount) in amounts.0.iter().take(MOST_CHOICES.into()) {
            let at = StatedAmount::ALL.iter().position(|one| one == amount);
            plain.extend(candidate.0.to_le_bytes());
            plain.push(u8::try_from(at.unwrap_or(0)).unwrap_or(0));
        }
        // No candidate has the number 0.
        plain.resize(BLOCK, 0);
        let nonce = random::<NONCE>();
        let payload = Payload {
            msg: &plain,
            aad: tag,
        };
        let sealed = self.amounts.encrypt(XNonce::from_slice(&nonce), payload);
        [&nonce[..], &sealed.expect("amounts can be sealed")].concat()
    }

    /// Opens what [`Self::seal_stated`] made for this row.
    pub fn open_stated(
        &self,
        tag: &StatedTag,
        sealed: &[u8],
    ) -> Result<StatedAmounts, WrongPepper> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(WrongPepper)?;
        let payload = Payload {
            msg: sealed,
            aad: tag,
        };
        let plain = self.amounts.decrypt(XNonce::from_slice(nonce), payload);
        let plain = plain.map_err(|_| WrongPepper)?;
        let mut amounts = StatedAmounts::default();
        for entry in plain.chunks_exact(ENTRY) {
            let candidate = u16::from_le_bytes([entry[0], entry[1]]);
            if candidate > 0 {
                let amount = StatedAmount::ALL.get(usize::from(entry[2]));
                let amount = *amount.ok_or(WrongPepper)?;
                amounts.0.insert(CandidateId(candidate), amount);
            }
        }
        Ok(amounts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_open_in_their_own_row_only_and_are_equally_long() {
        let keys = Keys::derive(&[7; 32]);
        let tag = keys.stated_tag(&[1; 16], &[2; 32], &[3; 16]);
        let stated = StatedAmounts(
            [
                (CandidateId(3), StatedAmount::Fifty),
                (CandidateId(700), StatedAmount::Unknown),
            ]
            .into(),
        );
        let sealed = keys.seal_stated(&tag, &stated);
        assert_eq!(keys.open_stated(&tag, &sealed).unwrap(), stated);
        let nothing = keys.seal_stated(&tag, &StatedAmounts::default());
        assert_eq!(nothing.len(), sealed.len());
        for (barometer, nym, device) in [
            ([9; 16], [2; 32], [3; 16]),
            ([1; 16], [9; 32], [3; 16]),
            ([1; 16], [2; 32], [9; 16]),
        ] {
            let other = keys.stated_tag(&barometer, &nym, &device);
            assert!(keys.open_stated(&other, &sealed).is_err());
        }
        assert!(Keys::derive(&[8; 32]).open_stated(&tag, &sealed).is_err());
        assert!(keys.open_stated(&tag, &sealed[..20]).is_err());
    }
}
