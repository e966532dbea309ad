//! What an operator does on the server's own console, beside serving.

pub mod backup;
pub mod health;
pub mod reset_vendor;
