//! The reader's language: the browser's at first, switchable, remembered; one for the whole document, but for what
//! speaks to a whole room.

use std::sync::{LazyLock, OnceLock};

use barometer_text::Language;
use leptos::prelude::*;

use crate::storage;

const KEY: &str = "barometer.language";

/// What a part of the page speaks that does not speak its reader's language; see [`speak_by`].
static SPOKEN_HERE: OnceLock<fn() -> Option<Language>> = OnceLock::new();

static CURRENT: LazyLock<ArcRwSignal<Language>> = LazyLock::new(|| {
    let language = remembered().unwrap_or_else(of_browser);
    tell_document(language);
    ArcRwSignal::new(language)
});

/// The language now; read inside a reactive closure, the closure follows a switch.
pub fn current() -> Language {
    let here = SPOKEN_HERE.get().and_then(|spoken_here| spoken_here());
    here.unwrap_or_else(|| CURRENT.get())
}

/// Lets a part of the page speak a language of its own: `spoken_here` says which, asked where something is drawn.
/// Only the document that has such a part calls this; the others carry no code for it.
pub fn speak_by(spoken_here: fn() -> Option<Language>) {
    // Each call sets the same.
    let _ = SPOKEN_HERE.set(spoken_here);
}

/// Switches everything to `language` and remembers it.
pub fn switch_to(language: Language) {
    storage::keep(KEY, &language.tag());
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

/// Says what language the document is in, for readers aloud and hyphenation.
pub fn tell_document(language: Language) {
    if let Some(root) = document().document_element() {
        // Setting an attribute with a constant, valid name cannot fail.
        let _ = root.set_attribute("lang", language.tag());
    }
}
