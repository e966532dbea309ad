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

pub(super) use ballot::ballot;
pub(super) use candidate::candidate;
pub(super) use closed::closed;
pub(super) use financing::{all_requests, financing};
pub(super) use frame::{HEADING, StagePage, frame};
pub(super) use request::{opened, request};
pub(super) use result::result;
pub(super) use thanks::thanks;
pub(super) use waiting::{before_vote, blank, survey, welcome};
