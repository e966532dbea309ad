//! The module for phones: seals the name, and finds the ballot in the roll.

mod json;
pub mod phone;

fn main() {}
