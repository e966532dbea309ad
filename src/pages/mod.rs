//! One page per URL.

pub mod console;
pub mod finance;
pub mod phone;
pub mod screen;
pub mod vendor;
