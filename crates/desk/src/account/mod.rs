//! The vendor's account: its key and passphrase, logging in, and who writes things down.

pub mod by;
pub mod first_start;
pub mod log_in;
