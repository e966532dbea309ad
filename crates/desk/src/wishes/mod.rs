//! What municipalities wished for.

pub mod page;
