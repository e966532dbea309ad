//! Barometer's browser application: pages and small components over one API client and one live stream.
//!
//! Each of the six programs in `bin` mounts one root: the phone, the preview of a phone, projector and console, the
//! vendor's webinars, its requests and commitments, and the living page. So no document carries another's code.
//! Direction: `pages → {api, live, ui, route} → domain`; `ui` knows neither `api` nor `live`.

pub mod api;
pub mod clipboard;
pub mod format;
pub mod json;
pub mod language;
pub mod live;
pub mod pages;
pub mod presenting;
pub mod preview;
pub mod qr_code;
pub mod route;
pub mod sealing;
pub mod storage;
pub mod ui;
pub mod vault;
