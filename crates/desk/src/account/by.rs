//! Who writes things down: the employee's name, remembered by the browser.

use barometer_kit::storage;
use leptos::prelude::*;

const KEY: &str = "barometer.vendor.by";

/// The name as it was typed last, kept as it changes.
pub fn remembered() -> RwSignal<String> {
    let name = RwSignal::new(storage::get::<String>(KEY).unwrap_or_default());
    Effect::new(move |_| {
        // In a private window it is asked for again next time.
        storage::set(KEY, &name.get());
    });
    name
}
