//! The key that does what a button does.

use leptos::prelude::*;

/// A key's name on its button. The button itself says it to assistive technology with `aria-keyshortcuts`.
#[component]
pub(crate) fn KeyHint(
    /// What stands on the key.
    #[prop(into)]
    key: Signal<String>,
) -> impl IntoView {
    view! { <kbd aria-hidden="true">{move || key.get()}</kbd> }
}
