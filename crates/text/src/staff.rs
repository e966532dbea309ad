//! The words of the staff's pages: the projector's, the presenter's console's, the page of financing's, and the vendor's.

pub mod after;
pub mod announcement;
pub mod asking;
pub mod commitments;
pub mod console;
pub mod door;
pub mod finance;
pub mod first_start;
pub mod gate;
pub mod import;
pub mod invitations;
pub mod keys;
pub mod news;
pub mod prepare;
pub mod preview;
pub mod questions;
pub mod refused;
pub mod remote;
pub mod requests;
pub mod screen;
pub mod series;
pub mod signups;
pub mod surveys;
pub mod vendor;
pub mod votes;
pub mod wishes;
