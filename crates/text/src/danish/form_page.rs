//! In Danish: what every page with a form says.

use crate::form_page::FormText;

pub(crate) const fn sentence(message: FormText) -> &'static str {
    match message {
        FormText::Optional => "(kan udelades)",
        FormText::NotTaken => "Det er ikke sendt endnu. Ret dette først:",
        FormText::Municipality => "Kommune",
        FormText::ChooseMunicipality => "Vælg kommune",
        FormText::MunicipalityMissing => "Vælg din kommune på listen.",
    }
}

pub(crate) fn too_long(letters: u32, longest: u32) -> String {
    format!("Der er {letters} tegn. Der er plads til {longest}.")
}
