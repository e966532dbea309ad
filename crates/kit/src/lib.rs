//! What Barometer's documents share: the operations of the server, the live stream, addresses, language, and parts of
//! pages. It knows no document.
//!
//! Direction: `api` and `live` call the server, `route` knows every address, and `ui` and `form` know neither `api` nor
//! `live`.

pub mod api;
pub mod clipboard;
pub mod file;
pub mod form;
pub mod format;
pub mod json;
pub mod language;
pub mod live;
pub mod page;
pub mod preview;
pub mod route;
pub mod sealing;
pub mod storage;
pub mod ui;
