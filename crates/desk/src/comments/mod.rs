//! What people from municipalities say about requests.

pub mod page;
