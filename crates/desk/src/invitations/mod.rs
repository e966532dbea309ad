//! Invitations: who may vote, lists of people, and their personal links.

pub mod invite;
pub mod lists;
pub mod page;
pub mod state;
pub mod who_may_vote;
