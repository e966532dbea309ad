//! Sealed names, the vendor's key, and the proof that a ballot was counted. No IO, no clock; randomness is passed in.
//!
//! A phone seals its person's name to the vendor's [public key](key), so that the server stores what it
//! cannot read. The vendor's private key is made in the vendor's browser and kept [wrapped] under a
//! passphrase that never leaves it. A phone's ballot and choices stand as [trackers](tracker) in the
//! [roll] published at the reveal, and only the phone knows which ones are its own. What the roll will be is fixed by
//! a [root](roll_root) when the vote closes. Personal [invitations](invitation)
//! are made in the vendor's browser too; the server learns their hashes.

pub mod code;
pub mod contact;
pub mod envelope;
pub mod identity;
pub mod invitation;
pub mod key;
#[cfg(feature = "open")]
pub mod key_pair;
#[cfg(feature = "open")]
pub mod passphrase;
pub mod receipt;
#[cfg(feature = "open")]
pub mod recovery;
pub mod roll;
pub mod roll_root;
pub mod sealed_text;
pub mod signature;
pub mod stretch;
pub mod tracker;
pub mod words;
pub mod wrapped;

mod base64url;
mod canonical;
#[cfg(test)]
mod dice;

pub use base64url::NotBytes;
