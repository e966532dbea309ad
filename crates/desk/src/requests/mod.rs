//! Requests: the list, one request, and importing a file of them.

pub mod import;
pub mod list;
pub mod request;
