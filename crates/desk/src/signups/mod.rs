//! Who is signed up for a webinar.

pub mod page;
