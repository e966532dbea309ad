//! In Danish: what the console asks before a step that cannot be undone.

use barometer_domain::barometer::{FEWEST_BALLOTS, FEWEST_MUNICIPALITIES};

use crate::Language::Danish;
use crate::staff::asking::Asking;

pub(crate) fn sentence(message: Asking) -> String {
    match message {
        Asking::CopyByHand => {
            "Browseren kan ikke kopiere her. Markér linket, og kopiér det selv:".into()
        }
        Asking::Open => "Åbn afstemningen nu?".into(),
        Asking::OpenBody => {
            "Telefonerne går til stemmesedlen, og kandidater, tælleregel og antal valg låses."
                .into()
        }
        Asking::OpenYes => "Åbn afstemningen".into(),
        Asking::PassTie => "En delt plads er ikke afgjort".into(),
        Asking::PassTieBody => {
            "Vælg over billedet af storskærmen, hvem der går videre. Ellers står det \
                 åbent på alle skærme."
                .into()
        }
        Asking::PassTieYes => "Gå videre uden at vælge".into(),
        Asking::Reopen => "Åbn afstemningen igen?".into(),
        Asking::ReopenBody => {
            "De afgivne stemmer bliver og kan ændres. Alle skærme siger, at der er åbnet \
                 igen, og det skrives ned."
                .into()
        }
        Asking::ReopenYes => "Åbn igen".into(),
        Asking::NextRound(round) => format!("Kør en {round}. runde?"),
        Asking::NextRoundBody => {
            "Alle får en tom stemmeseddel med det samme. Begge resultater bliver \
                 stående, og det sidste gælder. Det kan ikke gøres om."
                .into()
        }
        Asking::NextRoundYes(round) => format!("Kør {round}. runde"),
        Asking::Close => "Luk afstemningen?".into(),
        Asking::CloseBody(voted, missing) => {
            let voted = match voted {
                0 => "Ingen har stemt endnu.".into(),
                voted => format!("{voted} har stemt."),
            };
            format!("{voted} {missing} mangler og kan ikke stemme bagefter.")
        }
        Asking::CloseNobody => "Ingen er kommet ind for at stemme.".into(),
        Asking::CloseTooFew(lack) => {
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
        Asking::CloseAll(1) => {
            "Den ene deltager har stemt og kan ikke ændre sin stemme bagefter.".into()
        }
        Asking::CloseAll(voted) => {
            format!("Alle {voted} har stemt. Bagefter kan ingen ændre sin stemme.")
        }
        Asking::Reveal => "Vis resultatet for alle?".into(),
        Asking::RevealBody => "Rækkerne kommer frem nedefra, på storskærmen og telefonerne \
                 samtidig. Det kan ikke gøres om."
            .into(),
        Asking::RevealStepwise => "Én række ad gangen".into(),
        Asking::End => "Afslut webinaret?".into(),
        Asking::EndBody => "Ingen nye kan deltage bagefter. De, der er med, kan stadig se \
                 resultatet."
            .into(),
        Asking::StartOver => "Start forfra?".into(),
        Asking::StartOverBody => {
            "Alle stemmer slettes, og programmet begynder ved Velkommen.".into()
        }
        Asking::StartOverNow => "Slet, og start forfra".into(),
        Asking::StartOverButton => "Start forfra".into(),
        Asking::ThrowAwayButton => "Afslut prøven".into(),
        Asking::ThrowAway => "Afslut prøven?".into(),
        Asking::ThrowAwayBody => {
            "Prøven og alt i den slettes. Det rigtige webinar er urørt.".into()
        }
        Asking::ThrowAwayNow => "Slet prøven".into(),
        Asking::ThrownAway => "Prøven er slettet. Du kan lukke vinduet.".into(),
        Asking::CloseYes => "Luk afstemningen".into(),
        Asking::RevealYes => "Vis resultatet".into(),
        Asking::EndYes => "Afslut webinaret".into(),
        Asking::Cancel => "Fortryd".into(),
        Asking::Dismiss => "Luk".into(),
    }
}
