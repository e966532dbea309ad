//! In Danish: the words around the door of an open link: console, projector and phone.

use crate::Language::Danish;
use crate::staff::door::Door;

pub(crate) fn sentence(message: Door) -> String {
    match message {
            Door::Open => "Døren er åben".into(),
            Door::Closed => "Døren er lukket".into(),
            Door::Close => "Luk døren".into(),
            Door::OpenAgain => "Åbn døren".into(),
            Door::ClosedOnScreen => "Døren er lukket for flere stemmer".into(),
            Door::Newcomers => "Nye det sidste halve minut".into(),
            Door::Largest => "Flest fra én kommune".into(),
            Door::Rush(count) => format!(
                "{} er kommet med på et halvt minut. Kender I dem ikke, så luk døren.",
                Danish.whole(count)
            ),
            Door::Crowded(count) => format!(
                "{} er fra én og samme kommune. Leverandøren kan stryge falske stemmer, når afstemningen er \
                 lukket.",
                Danish.counted(count, "deltager", "deltagere")
            ),
            Door::PerMunicipality => "Højst så mange fra hver kommune".into(),
            Door::PerMunicipalityHint => {
                "Tomt felt: ingen grænse. De, der allerede er med, bliver, og inviterede kommer altid ind.".into()
            }
            Door::PerMunicipalityWrong => {
            "Skriv et helt tal fra 1 til 999, eller lad feltet være tomt."
                .into()
        }
            Door::Keep => "Gem grænsen".into(),
            Door::Kept => "Grænsen er gemt.".into(),
            Door::OpenLink => {
                "Et åbent link kan ikke forhindre, at én person stemmer fra flere enheder eller for en anden kommune. \
                 Døren kan lukkes, og falske stemmer kan stryges, men kun invitationer holder."
                    .into()
            }
        }
}
