//! Where news goes, and how.

pub mod page;
