//! The module for the vendor's browser: all that phones have, and the vendor's key.

mod json;
pub mod phone;
pub mod vendor;

fn main() {}
