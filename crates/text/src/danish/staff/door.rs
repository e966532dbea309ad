//! In Danish: the words around the door of an open link: console, projector and phone.

use crate::Language::Danish;
use crate::staff::door::AdmissionText;

pub(crate) fn sentence(message: AdmissionText) -> String {
    match message {
            AdmissionText::Open => "Døren er åben".into(),
            AdmissionText::Closed => "Døren er lukket".into(),
            AdmissionText::Close => "Luk døren".into(),
            AdmissionText::OpenAgain => "Åbn døren".into(),
            AdmissionText::ClosedOnScreen => "Døren er lukket for flere stemmer".into(),
            AdmissionText::Newcomers => "Nye det sidste halve minut".into(),
            AdmissionText::Largest => "Flest fra én kommune".into(),
            AdmissionText::Rush(count) => format!(
                "{} er kommet med på et halvt minut. Kender I dem ikke, så luk døren.",
                Danish.whole(count)
            ),
            AdmissionText::Crowded(count) => format!(
                "{} er fra én og samme kommune. Leverandøren kan stryge falske stemmer, når afstemningen er \
                 lukket.",
                Danish.counted(count, "deltager", "deltagere")
            ),
            AdmissionText::PerMunicipality => "Højst så mange fra hver kommune".into(),
            AdmissionText::PerMunicipalityHint => {
                "Tomt felt: ingen grænse. De, der allerede er med, bliver, og inviterede kommer altid ind.".into()
            }
            AdmissionText::PerMunicipalityWrong => {
            "Skriv et helt tal fra 1 til 999, eller lad feltet være tomt."
                .into()
        }
            AdmissionText::Keep => "Gem grænsen".into(),
            AdmissionText::Kept => "Grænsen er gemt.".into(),
            AdmissionText::OpenLink => {
                "Et åbent link kan ikke forhindre, at én person stemmer fra flere enheder eller for en anden kommune. \
                 Døren kan lukkes, og falske stemmer kan stryges, men kun invitationer holder."
                    .into()
            }
        }
}
