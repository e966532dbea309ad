//! The reader's language: the browser's at first, switchable, remembered; one for the whole document.

use std::sync::LazyLock;

use barometer_text::Language;
use leptos::prelude::*;

use crate::storage;

const KEY: &str = "barometer.language";

static CURRENT: LazyLock<ArcRwSignal<Language>> = LazyLock::new(|| {
    let language = remembered().unwrap_or_else(of_browser);
    tell_document(language);
    ArcRwSignal::new(language)
});

/// The language now; read inside a reactive closure, the closure follows a switch.
pub fn current() -> Language {
    CURRENT.get()
}

/// Switches everything to `language` and remembers it.
pub fn switch_to(language: Language) {
    storage::keep_text(KEY, language.tag());
    tell_document(language);
    CURRENT.set(language);
}

fn remembered() -> Option<Language> {
    Language::of_tag(&storage::get::<String>(KEY)?)
}

/// The first of the browser's languages that there is a translation to; whoever reads neither gets English.
fn of_browser() -> Language {
    let languages = window().navigator().languages();
    let known = languages
        .iter()
        .filter_map(|tag| Language::of_tag(&tag.as_string()?));
    known.into_iter().next().unwrap_or(Language::English)
}

fn tell_document(language: Language) {
    if let Some(root) = document().document_element() {
        // Setting an attribute with a constant, valid name cannot fail.
        let _ = root.set_attribute("lang", language.tag());
    }
}
