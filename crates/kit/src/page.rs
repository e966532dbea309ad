//! How a document begins: its page takes the place of the shell that the browser showed first.

use barometer_domain::refusal::Refusal;
use barometer_text::refusal;
use leptos::prelude::*;

use crate::language;

/// Puts a document's page in the place of its shell.
pub fn mount(page: fn() -> AnyView) {
    mount_to_body(page);
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

/// An address that this document has no page for.
pub fn nowhere() -> AnyView {
    let sentence = move || refusal::sentence(&Refusal::NotFound, language::current());
    view! { <main><p role="alert">{sentence}</p></main> }.into_any()
}
