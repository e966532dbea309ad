//! In English: what every page with a form says.

use crate::form_page::FormText;

pub(crate) const fn sentence(message: FormText) -> &'static str {
    match message {
        FormText::Optional => "(optional)",
        FormText::NotTaken => "It has not been sent yet. Mend this first:",
        FormText::Municipality => "Municipality",
        FormText::ChooseMunicipality => "Choose a municipality",
        FormText::MunicipalityMissing => "Choose your municipality from the list.",
    }
}

pub(crate) fn too_long(letters: u32, longest: u32) -> String {
    format!("There are {letters} characters. There is room for {longest}.")
}
