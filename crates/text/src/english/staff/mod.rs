//! English: what presenter and vendor read.

pub(crate) mod after;
pub(crate) mod announcement;
pub(crate) mod asking;
pub(crate) mod commitments;
pub(crate) mod console;
pub(crate) mod door;
pub(crate) mod finance;
pub(crate) mod first_start;
pub(crate) mod gate;
pub(crate) mod import;
pub(crate) mod invitations;
pub(crate) mod keys;
pub(crate) mod news;
pub(crate) mod prepare;
pub(crate) mod preview;
pub(crate) mod questions;
pub(crate) mod refused;
pub(crate) mod remote;
pub(crate) mod requests;
pub(crate) mod screen;
pub(crate) mod series;
pub(crate) mod signups;
pub(crate) mod surveys;
pub(crate) mod vendor;
pub(crate) mod votes;
pub(crate) mod wishes;
