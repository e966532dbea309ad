//! In Danish: the words of the vendor's first start.

use crate::staff::first_start::FirstStart;

pub(crate) fn sentence(message: FirstStart) -> String {
    match message {
        FirstStart::Title => "Lav leverandørens nøgle".into(),
        FirstStart::Body => {
            "Deltagernes navne låses med en nøgle, som kun I har. Nu laver browseren den, \
                 og en adgangssætning låser den. Serveren får aldrig adgangssætningen."
                .into()
        }
        FirstStart::NoWayBack => {
            "Glemmer I adgangssætningen, kan ingen åbne navnene igen. Der er ingen bagdør.".into()
        }
        FirstStart::Choose => "1. Vælg en adgangssætning".into(),
        FirstStart::Generated => "Seks tilfældige ord. Skriv dem ned, før du går videre.".into(),
        FirstStart::Another => "Ny".into(),
        FirstStart::Own => "Skriv min egen".into(),
        FirstStart::OwnField => "Egen adgangssætning, mindst 16 tegn".into(),
        FirstStart::Words => "Brug seks tilfældige ord".into(),
        FirstStart::Next => "Videre".into(),
        FirstStart::Repeat => "2. Skriv den igen".into(),
        FirstStart::RepeatBody => "Så ved vi, at du har den.".into(),
        FirstStart::RepeatField => "Adgangssætningen en gang til".into(),
        FirstStart::Differs => "Det er ikke den samme adgangssætning.".into(),
        FirstStart::Back => "Tilbage".into(),
        FirstStart::Make => "Lav nøglen".into(),
        FirstStart::Done => "Nøglen er lavet".into(),
        FirstStart::DoneBody => {
            "Nøglens fire ord står på deltagernes telefoner og på storskærmen. Læs dem op i \
                 webinaret, så kan alle se, at det er jeres nøgle."
                .into()
        }
        FirstStart::SaveBody => {
            "Gendannelsesfilen er nøglen i låst form. Gem den et andet sted end serveren.".into()
        }
        FirstStart::Save => "Gem gendannelsesfil".into(),
        FirstStart::Saved => "Gendannelsesfilen er gemt.".into(),
        FirstStart::GoOn => "Fortsæt til webinarerne".into(),
    }
}
