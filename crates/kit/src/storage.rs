//! What the browser remembers: localStorage, typed, and of no consequence where it is blocked.

use barometer_json::{FromJson, ToJson};
use leptos::prelude::window;
use serde::Serialize;
use web_sys::Storage;

use crate::json;

/// What is kept under `key`; `None` when there is nothing, nothing readable, or no storage.
pub fn get<T: FromJson>(key: &str) -> Option<T> {
    json::read(&storage()?.get_item(key).ok()??)
}

/// Keeps `value` under `key`; whether that worked (a private window may refuse).
pub fn set<T: Serialize>(key: &str, value: &T) -> bool {
    json::write(value).is_some_and(|text| set_text(key, &text))
}

/// The same on a phone, which writes without `serde`.
pub fn keep(key: &str, value: &dyn ToJson) -> bool {
    set_text(key, &barometer_json::write(value))
}

fn set_text(key: &str, json: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, json).is_ok())
}

/// Forgets what is kept under `key`.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Fails only where there was nothing kept.
        let _ = storage.remove_item(key);
    }
}

/// What this window keeps under `key` until it is closed.
pub fn get_in_window<T: FromJson>(key: &str) -> Option<T> {
    let text = window_storage()?.get_item(key).ok()??;
    json::read(&text)
}

/// Keeps `value` under `key` until this window is closed; whether that worked.
pub fn set_in_window<T: Serialize>(key: &str, value: &T) -> bool {
    let Some(text) = json::write(value) else {
        return false;
    };
    window_storage().is_some_and(|storage| storage.set_item(key, &text).is_ok())
}

/// Forgets what this window keeps under `key`.
pub fn remove_in_window(key: &str) {
    if let Some(storage) = window_storage() {
        // Fails only where there was nothing kept.
        let _ = storage.remove_item(key);
    }
}

/// Forgets everything that this window keeps.
pub fn clear_window() {
    if let Some(storage) = window_storage() {
        // Fails only where there was nothing kept.
        let _ = storage.clear();
    }
}

/// Whether there is a storage at all.
pub fn works() -> bool {
    storage().is_some()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn window_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
