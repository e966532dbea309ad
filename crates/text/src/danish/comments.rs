//! In Danish: what is read where requests are commented.

use barometer_domain::comment::CommentKind;

use crate::Language::Danish;
use crate::comments::Comments;
use crate::phone::in_full;

pub(crate) fn sentence(message: Comments<'_>) -> String {
    match message {
        Comments::Title(title) => format!("Kommentarer til {title}"),
        Comments::Back => "Økonomi – ændringsønsker til samfinansiering".into(),
        Comments::Promise => {
            "Ingen kan se, hvem der skriver. Leverandøren læser kommentaren, før andre ser den.".into()
        }
        Comments::LinkNeeded => {
            "Her skriver de, der har fået et personligt link til et webinar om ønsket. Åbn dit link, deltag, og kom \
             tilbage hertil."
                .into()
        }
        Comments::Kind => "Hvad er det?".into(),
        Comments::Yours => "Din kommentar".into(),
        Comments::YoursHint => "Højst 1.000 tegn. Skriv ingen navne på borgere eller kolleger.".into(),
        Comments::NameIt(municipality) => format!("Vis, at den er fra {}", in_full(municipality)),
        Comments::NameItHint => {
            "Kun med hak gemmes kommunen sammen med kommentaren, og den vises først, når leverandøren har bekræftet det.".into()
        }
        Comments::Send => "Send kommentaren".into(),
        Comments::Own => "Dine kommentarer".into(),
        Comments::Waits => "Venter på leverandøren".into(),
        Comments::Shown => "Vises for alle".into(),
        Comments::Hidden => "Vises ikke".into(),
        Comments::Delete => "Slet".into(),
        Comments::All => "Det siger kommunerne".into(),
        Comments::Nothing => "Der er ingen kommentarer endnu.".into(),
        Comments::From(municipality) => in_full(municipality),
        Comments::FromSomebody => "Fra en kommune".into(),
        Comments::FromWebinar => "Spurgt i et webinar".into(),
        Comments::Answer => "Leverandøren svarer:".into(),
        Comments::Count(count) => Danish.counted(count, "kommentar", "kommentarer"),
        Comments::VendorTitle => "Kommentarer".into(),
        Comments::VendorLead => {
            "Det skriver folk fra kommunerne om ønskerne. Ingen kan se, hvem der har skrevet hvad. En kommunes navn \
             følger kun med, hvor den, der skrev, ønskede det."
                .into()
        }
        Comments::Waiting(count) => format!("{} venter på jer", Danish.counted(count, "kommentar", "kommentarer")),
        Comments::NothingWaits => "Ingen kommentarer venter.".into(),
        Comments::Show => "Vis for alle".into(),
        Comments::ShowNamed(municipality) => format!("Vis med {}", in_full(municipality)),
        Comments::ShowUnnamed => "Vis uden navn".into(),
        Comments::Hide => "Skjul".into(),
        Comments::AnswerLabel => "Jeres svar".into(),
        Comments::SendAnswer => "Svar, og vis for alle".into(),
    }
}

pub(crate) const fn kind(kind: CommentKind) -> &'static str {
    match kind {
        CommentKind::Experience => "Erfaring",
        CommentKind::Question => "Spørgsmål",
    }
}
