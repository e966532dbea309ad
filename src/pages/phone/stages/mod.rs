//! One file per stage, and the frame they share.

mod ballot;
mod ballot_bar;
mod candidate;
mod closed;
mod financing;
mod frame;
mod request;
mod result;
mod thanks;
mod waiting;

pub(super) use ballot::Ballot;
pub(super) use candidate::Candidate;
pub(super) use closed::Closed;
pub(super) use financing::FinancingList;
pub(super) use request::Request;
pub(super) use result::Result;
pub(super) use thanks::Thanks;
pub(super) use waiting::{BeforeVote, Blank, Loading, Welcome};
