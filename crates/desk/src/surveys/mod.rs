//! Surveys: what municipalities are asked before a webinar, and how they found it.

pub mod items;
pub mod outcome;
pub mod page;
