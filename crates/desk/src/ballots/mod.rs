//! Who voted for what: ballots with their names, looked up on the record, recounted, and struck.

pub mod log;
pub mod look_up;
pub mod recount;
pub mod rows;
pub mod state;
pub mod strike;
pub mod table;
pub mod votes;
