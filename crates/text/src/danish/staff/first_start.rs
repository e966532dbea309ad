//! In Danish: the words of the vendor's first start.

use crate::staff::first_start::FirstStartText;

pub(crate) fn sentence(message: FirstStartText) -> String {
    match message {
        FirstStartText::Title => "Lav leverandørens nøgle".into(),
        FirstStartText::Body => {
            "Deltagernes navne låses med en nøgle, som kun I har. Nu laver browseren den, \
                 og en adgangssætning låser den. Serveren får aldrig adgangssætningen."
                .into()
        }
        FirstStartText::NoWayBack => {
            "Glemmer I adgangssætningen, åbner kun gendannelsesfilen og dens ord navnene igen. \
                 Der er ingen bagdør.".into()
        }
        FirstStartText::Choose => "1. Vælg en adgangssætning".into(),
        FirstStartText::Generated => "Seks tilfældige ord. Skriv dem ned, før du går videre.".into(),
        FirstStartText::Another => "Ny".into(),
        FirstStartText::Own => "Skriv min egen".into(),
        FirstStartText::OwnField => "Egen adgangssætning, mindst 16 tegn".into(),
        FirstStartText::Words => "Brug seks tilfældige ord".into(),
        FirstStartText::Next => "Videre".into(),
        FirstStartText::Repeat => "2. Skriv den igen".into(),
        FirstStartText::RepeatBody => "Så ved vi, at du har den.".into(),
        FirstStartText::RepeatField => "Adgangssætningen en gang til".into(),
        FirstStartText::Differs => "Det er ikke den samme adgangssætning.".into(),
        FirstStartText::Back => "Tilbage".into(),
        FirstStartText::Make => "Lav nøglen".into(),
        FirstStartText::Done => "Nøglen er lavet".into(),
        FirstStartText::DoneBody => {
            "Nøglens fire ord står på deltagernes telefoner og på storskærmen. Læs dem op i \
                 webinaret, så kan alle se, at det er jeres nøgle."
                .into()
        }
        FirstStartText::SaveBody => {
            "Gendannelsesfilen er nøglen, låst med seks ord, som vises, når filen gemmes. Glemmer I \
                 adgangssætningen, giver fil og ord jer en ny. Gem dem hver for sig, og ikke på serveren.".into()
        }
        FirstStartText::GoOn => "Fortsæt til webinarerne".into(),
    }
}
