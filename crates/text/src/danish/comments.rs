//! In Danish: what is read where requests and initiatives are commented.

use barometer_domain::comment::CommentKind;

use crate::Language::Danish;
use crate::comments::CommentPageText;
use crate::phone::in_full;

pub(crate) fn sentence(message: CommentPageText<'_>) -> String {
    match message {
        CommentPageText::Title(title) => format!("Kommentarer til {title}"),
        CommentPageText::Back => "Økonomi – ændringsønsker til samfinansiering".into(),
        CommentPageText::BackToInitiative => "← Initiativet".into(),
        CommentPageText::Promise => {
            "Ingen kan se, hvem der skriver. Leverandøren læser kommentaren, før andre ser den.".into()
        }
        CommentPageText::LinkNeeded => {
            "Her skriver de, der har fået et personligt link til et webinar om ønsket. Åbn dit link, deltag, og kom \
             tilbage hertil."
                .into()
        }
        CommentPageText::LinkNeededForInitiative => {
            "Her skriver de, der har fået et personligt link til et webinar. Åbn dit link, deltag, og kom tilbage hertil."
                .into()
        }
        CommentPageText::Kind => "Hvad er det?".into(),
        CommentPageText::Yours => "Din kommentar".into(),
        CommentPageText::YoursHint => "Højst 1.000 tegn. Skriv ingen navne på borgere eller kolleger.".into(),
        CommentPageText::NameIt(municipality) => format!("Vis, at den er fra {}", in_full(municipality)),
        CommentPageText::NameItHint => {
            "Kun med hak gemmes kommunen sammen med kommentaren, og den vises først, når leverandøren har bekræftet det.".into()
        }
        CommentPageText::Send => "Send kommentaren".into(),
        CommentPageText::Own => "Dine kommentarer".into(),
        CommentPageText::Waits => "Venter på leverandøren".into(),
        CommentPageText::Shown => "Vises for alle".into(),
        CommentPageText::Hidden => "Vises ikke".into(),
        CommentPageText::Delete => "Slet".into(),
        CommentPageText::All => "Det siger kommunerne".into(),
        CommentPageText::Nothing => "Der er ingen kommentarer endnu.".into(),
        CommentPageText::From(municipality) => in_full(municipality),
        CommentPageText::FromSomebody => "Fra en kommune".into(),
        CommentPageText::FromWebinar => "Spurgt i et webinar".into(),
        CommentPageText::Answer => "Leverandøren svarer:".into(),
        CommentPageText::Count(count) => Danish.counted(count, "kommentar", "kommentarer"),
        CommentPageText::VendorTitle => "Kommentarer".into(),
        CommentPageText::VendorLead => {
            "Det skriver folk fra kommunerne om ønsker og initiativer. Ingen kan se, hvem der har skrevet hvad. En kommunes navn \
             følger kun med, hvor den, der skrev, ønskede det."
                .into()
        }
        CommentPageText::Waiting(count) => format!("{} venter på jer", Danish.counted(count, "kommentar", "kommentarer")),
        CommentPageText::NothingWaits => "Ingen kommentarer venter.".into(),
        CommentPageText::Show => "Vis for alle".into(),
        CommentPageText::ShowNamed(municipality) => format!("Vis med {}", in_full(municipality)),
        CommentPageText::ShowUnnamed => "Vis uden navn".into(),
        CommentPageText::Hide => "Skjul".into(),
        CommentPageText::AnswerLabel => "Jeres svar".into(),
        CommentPageText::SendAnswer => "Svar, og vis for alle".into(),
    }
}

pub(crate) const fn kind(kind: CommentKind) -> &'static str {
    match kind {
        CommentKind::Experience => "Erfaring",
        CommentKind::Question => "Spørgsmål",
    }
}
