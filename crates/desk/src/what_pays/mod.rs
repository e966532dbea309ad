//! What gets financed, by how requests are chosen.

pub mod page;
