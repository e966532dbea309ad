//! What the projector speaks: the webinar's language, not that of the browser which happens to show it.

use barometer_kit::language;
use barometer_text::Language;
use leptos::prelude::*;

use super::state::ProjectorState;

/// The language of everything drawn below; the browser's own until a view is here.
#[derive(Clone, Copy)]
pub struct ProjectorLanguage(Signal<Option<Language>>);

impl ProjectorLanguage {
    /// What a webinar's projector speaks, also where it stands in the console of someone who reads another language.
    pub fn of_projector(showing: ProjectorState) -> Self {
        language::speak_by(|| use_context::<Self>()?.0.get());
        let spoken = Memo::new(move |_| Some(showing.view.get()?.language));
        Self(spoken.into())
    }
}

/// Tells the document, where all of it is the projector.
pub fn follow_in_document() {
    Effect::new(move |_| language::tell_document(language::current()));
}
