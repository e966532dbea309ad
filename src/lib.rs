//! Barometer's browser application: pages and small components over one API client and one live stream.
//!
//! Two bins mount one root each ([`pages::phone`] and the staff's pages), so that neither document carries
//! the other's code. Direction: `pages → {api, live, ui, route} → domain`; `ui` knows neither api nor live.

pub mod api;
pub mod format;
pub mod json;
pub mod language;
pub mod live;
pub mod pages;
pub mod route;
pub mod sealing;
pub mod storage;
pub mod ui;
pub mod vault;
