//! Webinar mode: the participant's phone, and the stage that the presenter works with, projector and console.
//!
//! Phone and stage do not know each other: what both need is in `barometer-kit`. The living page
//! (`barometer-finance`) and the vendor's pages (`barometer-desk`) are crates of their own; they are named here only by
//! the programs in `bin`, each of which mounts one document, so that no document carries another's code.
//! `cargo xtask test` proves both.

pub mod phone;
pub mod stage;
