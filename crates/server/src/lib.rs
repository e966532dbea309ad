//! Barometer's server: HTTP at the door, rooms behind it, the database as the only truth.
//!
//! Direction: `http → rooms → {store, domain}`. A vote's way: `http::participant::put_ballot` →
//! `rooms::Room::cast` → `store::Store::cast` → `store::writer` → commit → `rooms::refresher`.

pub mod app_files;
pub mod clock;
pub mod config;
pub mod demo;
pub mod demo_forum;
pub mod http;
pub mod import;
pub mod links;
pub mod mail;
pub mod news;
pub mod operate;
pub mod rooms;
pub mod secrets;
pub mod serve;
pub mod simulate;
pub mod store;
pub mod telemetry;
pub mod tls;
mod vital;
pub mod webhook;
pub mod witness;
