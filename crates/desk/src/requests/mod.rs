//! Requests: the list, one request, and importing a file of them.

pub mod delivered;
pub mod import;
pub mod list;
pub mod request;
