//! What every page with a form says: the pages of the server that municipalities fill in.

use crate::Language;

/// The words around the fields of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormText {
    /// Beside the label of a field that may be left empty.
    Optional,
    /// Above the faults of a form that was not taken.
    NotTaken,
    /// The label of the list of municipalities.
    Municipality,
    /// What stands in that list while nothing is chosen.
    ChooseMunicipality,
    /// The fault of a form without a municipality.
    MunicipalityMissing,
    /// Before anybody types: no script runs here, so no name can be sealed.
    CannotSeal,
    /// The vendor has no key yet, so that there is none to seal to.
    NoKeyYet,
    /// What happens to a name and an address, before the four words of the key.
    Sealed,
    /// The key is not the one that the link named, or that this browser met before.
    OtherKey,
    /// The sealing itself went wrong.
    SealFailed,
    /// The fault of a field to be sealed that is empty.
    FieldMissing,
    /// The fault of a field to be sealed that is no e-mail address.
    NoAddress,
}

impl FormText {
    /// What a person reads in this language.
    pub const fn say(self, language: Language) -> &'static str {
        in_language!(language, form_page::sentence(self))
    }
}

/// Why something with a limit was not taken: how many letters there were, and how many there may be.
pub fn too_long(language: Language, letters: u32, longest: u32) -> String {
    in_language!(language, form_page::too_long(letters, longest))
}
