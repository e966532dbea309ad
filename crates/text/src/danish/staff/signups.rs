//! In Danish: the words of the vendor's page with sign-ups.

use crate::staff::signups::Signups;

pub(crate) fn sentence(message: Signups) -> String {
    match message {
        Signups::Title => "Tilmeldinger".into(),
        Signups::Body => {
            "Hvem der er meldt til webinaret. Navne og mailadresser åbnes i din browser.".into()
        }
        Signups::LinksOut(count) => {
            let links =
                crate::Language::Danish.counted(count, "personligt link", "personlige links");
            format!("Der er lavet {links} til webinaret.")
        }
    }
}
