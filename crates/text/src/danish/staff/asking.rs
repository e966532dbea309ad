//! In Danish: what the console asks before a step that cannot be undone.

use barometer_domain::barometer::{FEWEST_BALLOTS, FEWEST_MUNICIPALITIES};

use crate::Language::Danish;
use crate::staff::asking::ConfirmText;

pub(crate) fn sentence(message: ConfirmText) -> String {
    match message {
        ConfirmText::CopyByHand => {
            "Browseren kan ikke kopiere her. Markér linket, og kopiér det selv:".into()
        }
        ConfirmText::Open => "Åbn afstemningen nu?".into(),
        ConfirmText::OpenBody => {
            "Telefonerne går til stemmesedlen, og kandidater, tælleregel og antal valg låses."
                .into()
        }
        ConfirmText::OpenYes => "Åbn afstemningen".into(),
        ConfirmText::PassTie => "En delt plads er ikke afgjort".into(),
        ConfirmText::PassTieBody => {
            "Vælg over billedet af storskærmen, hvem der går videre. Ellers står det \
                 åbent på alle skærme."
                .into()
        }
        ConfirmText::PassTieYes => "Gå videre uden at vælge".into(),
        ConfirmText::Reopen => "Åbn afstemningen igen?".into(),
        ConfirmText::ReopenBody => {
            "De afgivne stemmer bliver og kan ændres. Alle skærme siger, at der er åbnet \
                 igen, og det skrives ned."
                .into()
        }
        ConfirmText::ReopenYes => "Åbn igen".into(),
        ConfirmText::NextRound(round) => format!("Kør en {round}. runde?"),
        ConfirmText::NextRoundBody => {
            "Alle får en tom stemmeseddel med det samme. Begge resultater bliver \
                 stående, og det sidste gælder. Det kan ikke gøres om."
                .into()
        }
        ConfirmText::NextRoundYes(round) => format!("Kør {round}. runde"),
        ConfirmText::Close => "Luk afstemningen?".into(),
        ConfirmText::CloseBody(voted, missing) => {
            let voted = match voted {
                0 => "Ingen har stemt endnu.".into(),
                voted => format!("{voted} har stemt."),
            };
            format!("{voted} {missing} mangler og kan ikke stemme bagefter.")
        }
        ConfirmText::CloseNobody => "Ingen er kommet ind for at stemme.".into(),
        ConfirmText::CloseTooFew(lack) => {
            let ballots = Danish.counted(lack.ballots, "stemmeseddel", "stemmesedler");
            let missing = match (lack.ballots, lack.municipalities) {
                (_, 0) => ballots,
                (0, 1) => "stemmer fra 1 kommune mere".into(),
                (0, more) => format!("stemmer fra {more} kommuner mere"),
                (_, 1) => format!("{ballots} og stemmer fra 1 kommune mere"),
                (_, more) => format!("{ballots} og stemmer fra {more} kommuner mere"),
            };
            format!(
                "Lukker du nu, kan der ikke vises noget resultat. Det kræver \
                     {FEWEST_BALLOTS} stemmesedler fra {FEWEST_MUNICIPALITIES} kommuner, så \
                     der mangler {missing}."
            )
        }
        ConfirmText::CloseAll(1) => {
            "Den ene deltager har stemt og kan ikke ændre sin stemme bagefter.".into()
        }
        ConfirmText::CloseAll(voted) => {
            format!("Alle {voted} har stemt. Bagefter kan ingen ændre sin stemme.")
        }
        ConfirmText::Reveal => "Vis resultatet for alle?".into(),
        ConfirmText::RevealBody => "Rækkerne kommer frem nedefra, på storskærmen og telefonerne \
                 samtidig. Det kan ikke gøres om."
            .into(),
        ConfirmText::RevealStepwise => "Én række ad gangen".into(),
        ConfirmText::End => "Afslut webinaret?".into(),
        ConfirmText::EndBody => "Ingen nye kan deltage bagefter. De, der er med, kan stadig se \
                 resultatet."
            .into(),
        ConfirmText::StartOver => "Start forfra?".into(),
        ConfirmText::StartOverBody => {
            "Alle stemmer slettes, og programmet begynder ved Velkommen.".into()
        }
        ConfirmText::StartOverNow => "Slet, og start forfra".into(),
        ConfirmText::StartOverButton => "Start forfra".into(),
        ConfirmText::ThrowAwayButton => "Afslut prøven".into(),
        ConfirmText::ThrowAway => "Afslut prøven?".into(),
        ConfirmText::ThrowAwayBody => {
            "Prøven og alt i den slettes. Det rigtige webinar er urørt.".into()
        }
        ConfirmText::ThrowAwayNow => "Slet prøven".into(),
        ConfirmText::ThrownAway => "Prøven er slettet. Du kan lukke vinduet.".into(),
        ConfirmText::CloseYes => "Luk afstemningen".into(),
        ConfirmText::RevealYes => "Vis resultatet".into(),
        ConfirmText::EndYes => "Afslut webinaret".into(),
        ConfirmText::Cancel => "Fortryd".into(),
        ConfirmText::Dismiss => "Luk".into(),
    }
}
