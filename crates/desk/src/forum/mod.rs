//! The Strategic Development Forum: a section per subject, and one form open at a time.

pub mod agenda;
pub mod headroom;
pub mod initiatives;
pub mod meetings;
pub mod members;
pub mod page;
pub mod pieces;
pub mod record;
pub mod state;
