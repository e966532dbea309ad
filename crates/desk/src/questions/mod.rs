//! What participants asked in a webinar.

pub mod page;
