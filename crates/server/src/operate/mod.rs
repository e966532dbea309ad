//! What an operator does on the server's own console, beside serving.

pub mod reset_vendor;
