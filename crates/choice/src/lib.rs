//! Which requests can be paid for together: approval ballots with costs, a budget, and a frame for each voter.
//!
//! Pure and exact: amounts are whole numbers of the caller's unit, what is divided stays a fraction, and no result
//! depends on rounding. Where candidates are equal the caller's order decides, and the result says that it did.

pub mod carrying;
pub mod command;
pub mod cost_sharing;
pub mod election;
pub mod equal_shares;
pub mod funding;
pub mod greedy;
pub mod maximin_support;
pub mod pabulib;
pub mod phragmen;
pub mod pledge;
pub mod rational;
pub mod why_not;
