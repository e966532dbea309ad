//! In English: what every page with a form says.

use crate::form_page::FormText;

pub(crate) const fn sentence(message: FormText) -> &'static str {
    match message {
        FormText::Optional => "(optional)",
        FormText::NotTaken => "It has not been sent yet. Mend this first:",
        FormText::Municipality => "Municipality",
        FormText::ChooseMunicipality => "Choose a municipality",
        FormText::MunicipalityMissing => "Choose your municipality from the list.",
        FormText::CannotSeal => {
            "Your name and e-mail address are sealed to the vendor before they leave your browser. That needs JavaScript, which does not run here. Turn it on, or use another browser."
        }
        FormText::NoKeyYet => {
            "The vendor has not yet made the key that names are sealed to. Try again later."
        }
        FormText::Sealed => {
            "Sealed in your browser, so that only the vendor can read it. The vendor’s four words:"
        }
        FormText::OtherKey => {
            "The page shows another key than the one that the link names, or that this browser has met before. So your name is not sent. Ask the vendor."
        }
        FormText::SealFailed => "It could not be sealed, and nothing has been sent. Try again.",
        FormText::FieldMissing => "Fill in this field.",
        FormText::NoAddress => "Write an e-mail address, such as name@council.dk.",
    }
}

pub(crate) fn too_long(letters: u32, longest: u32) -> String {
    format!("There are {letters} characters. There is room for {longest}.")
}
