//! In Danish: what every page with a form says.

use crate::form_page::FormText;

pub(crate) const fn sentence(message: FormText) -> &'static str {
    match message {
        FormText::Optional => "(kan udelades)",
        FormText::NotTaken => "Det er ikke sendt endnu. Ret dette først:",
        FormText::Municipality => "Kommune",
        FormText::ChooseMunicipality => "Vælg kommune",
        FormText::MunicipalityMissing => "Vælg din kommune på listen.",
        FormText::CannotSeal => {
            "Navn og mailadresse forsegles til leverandøren, før de forlader din browser. Det kræver JavaScript, som ikke kører her. Slå det til, eller brug en anden browser."
        }
        FormText::NoKeyYet => {
            "Leverandøren har endnu ikke lavet den nøgle, som navne forsegles til. Prøv igen senere."
        }
        FormText::Sealed => {
            "Forsegles i din browser, så kun leverandøren kan læse det. Leverandørens fire ord:"
        }
        FormText::OtherKey => {
            "Siden viser en anden nøgle end den, som linket nævner, eller som denne browser har set før. Derfor sendes dit navn ikke. Spørg leverandøren."
        }
        FormText::SealFailed => "Det kunne ikke forsegles, og der er ikke sendt noget. Prøv igen.",
        FormText::FieldMissing => "Udfyld feltet.",
        FormText::NoAddress => "Skriv en mailadresse, som navn@kommune.dk.",
    }
}

pub(crate) fn too_long(letters: u32, longest: u32) -> String {
    format!("Der er {letters} tegn. Der er plads til {longest}.")
}
