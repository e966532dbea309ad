//! The vendor's account: its key, passphrase and recovery file, logging in, and who writes things down.

pub mod by;
pub mod change;
pub mod first_start;
pub mod log_in;
pub mod new_passphrase;
pub mod recover;
pub mod recovery_file;
