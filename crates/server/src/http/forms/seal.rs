//! A form with a name in it, which `public/seal-form.js` seals to the vendor's key before it is sent.

use std::fmt::Display;

use barometer_domain::vendor::PublicKey;
use barometer_text::Language;
use barometer_text::form_page::FormText;
use maud::{Markup, html};

/// What the script seals with: for what, which row, which key.
#[derive(Clone, Copy)]
pub(in crate::http) struct SealedForm<'a> {
    /// The language of what the script says.
    pub(in crate::http) language: Language,
    /// Where it is posted.
    pub(in crate::http) action: &'a str,
    /// What a name is sealed for: a webinar's code, or the name of a page that belongs to none.
    pub(in crate::http) code: &'a dyn Display,
    /// The row that a name is sealed for; whoever opens it must be told the same.
    pub(in crate::http) slot: &'a str,
    /// The vendor's key; without one nothing can be sealed.
    pub(in crate::http) key: Option<&'a PublicKey>,
}

impl SealedForm<'_> {
    /// The form. The script is [`Self::SCRIPT`].
    pub(in crate::http) fn around(&self, fields: &Markup) -> Markup {
        let say = |text: FormText| text.say(self.language);
        let key = self.key.map(PublicKey::as_str);
        html! {
            @match key {
                Some(_) => p class="notice amber" data-seal-missing { (say(FormText::CannotSeal)) },
                None => p class="notice amber" { (say(FormText::NoKeyYet)) },
            }
            form method="post" action=(self.action) data-seal[key.is_some()] data-code=(self.code)
                data-slot=(self.slot) data-key=[key] data-missing=(say(FormText::FieldMissing))
                data-wrong=(say(FormText::NoAddress)) {
                (fields)
                p class="notice coral" role="alert" hidden data-seal-trouble
                    data-other-key=(say(FormText::OtherKey)) data-failed=(say(FormText::SealFailed)) {}
            }
        }
    }

    /// The fields that are sealed: nobody types into them where that cannot be.
    pub(in crate::http) fn sealed_fields(&self, fields: &Markup) -> Markup {
        html! {
            fieldset class="sealed-fields" data-seal-fields disabled {
                (fields)
                @if self.key.is_some() {
                    p class="hint" data-seal-note hidden {
                        (FormText::Sealed.say(self.language)) " " b lang="da" data-seal-words { "…" }
                    }
                }
            }
        }
    }

    /// Where the script lies.
    pub(in crate::http) const SCRIPT: &'static str = "/seal-form.js";
}

#[cfg(test)]
mod tests {
    use barometer_domain::ids::WebinarCode;

    use super::*;

    fn form<'a>(key: Option<&'a PublicKey>, code: &'a WebinarCode) -> SealedForm<'a> {
        SealedForm {
            language: Language::English,
            action: "/w/DEM234/signup?lang=en",
            code,
            slot: "row",
            key,
        }
    }

    #[test]
    fn without_a_script_a_name_cannot_be_typed_and_the_form_says_so_first() {
        let (code, key) = (
            "DEM234".parse::<WebinarCode>().unwrap(),
            "k".repeat(43).parse().unwrap(),
        );
        let form = form(Some(&key), &code);
        let html = form
            .around(&form.sealed_fields(&html! { "name" }))
            .into_string();
        let said = html.find("needs JavaScript").unwrap();
        assert!(said < html.find("<form").unwrap());
        assert!(html.contains("data-seal-fields disabled") && html.contains("data-slot=\"row\""));
    }

    #[test]
    fn without_a_key_the_form_says_that_nothing_can_be_sealed_yet() {
        let code = "DEM234".parse::<WebinarCode>().unwrap();
        let html = form(None, &code).around(&html! {}).into_string();
        assert!(html.contains("has not yet made the key") && !html.contains("data-seal "));
    }
}
