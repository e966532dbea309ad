//! What the console asks before a step that cannot be undone.

use barometer_domain::barometer::{FEWEST_BALLOTS, FEWEST_MUNICIPALITIES, Lack};

use crate::Language;
use crate::Language::{Danish, English};

/// What a dialog of the console says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It cannot be copied here: copy it by hand.
    CopyByHand,
    /// Asks before opening, away from the vote's own stage.
    Open,
    /// What opening does.
    OpenBody,
    /// Says yes to opening.
    OpenYes,
    /// Asks before a tie is left undecided.
    PassTie,
    /// What that means.
    PassTieBody,
    /// Leaves it undecided.
    PassTieYes,
    /// Asks before opening again.
    Reopen,
    /// What that does.
    ReopenBody,
    /// Says yes to it, and the button.
    ReopenYes,
    /// Asks before another round: its number.
    NextRound(u8),
    /// What that does.
    NextRoundBody,
    /// Says yes to it, and the button: its number.
    NextRoundYes(u8),
    /// Asks before closing.
    Close,
    /// How many have voted, and how many have not.
    CloseBody(u32, u32),
    /// Everybody has voted.
    CloseAll(u32),
    /// There is nobody who could vote.
    CloseNobody,
    /// Closed now, there would be no result, and what is missing.
    CloseTooFew(Lack),
    /// Asks before the reveal.
    Reveal,
    /// What the reveal does.
    RevealBody,
    /// The reveal, one row at a time.
    RevealStepwise,
    /// Asks before the end.
    End,
    /// What the end does.
    EndBody,
    /// Asks before starting over.
    StartOver,
    /// What starting over does.
    StartOverBody,
    /// Says yes to starting over.
    StartOverNow,
    /// The button that starts over.
    StartOverButton,
    /// The button that throws a rehearsal away.
    ThrowAwayButton,
    /// Asks before that.
    ThrowAway,
    /// What it does.
    ThrowAwayBody,
    /// Says yes to it.
    ThrowAwayNow,
    /// It is gone.
    ThrownAway,
    /// Says yes to closing.
    CloseYes,
    /// Says yes to the reveal.
    RevealYes,
    /// Says yes to the end.
    EndYes,
    /// Leaves things as they are.
    Cancel,
    /// Closes a dialog that asks nothing.
    Dismiss,
}

impl Asking {
    /// The words in `language`.
    pub fn say(self, language: Language) -> String {
        match (self, language) {
            (Self::CopyByHand, Danish) => {
                "Browseren kan ikke kopiere her. Markér linket, og kopiér det selv:".into()
            }
            (Self::CopyByHand, English) => {
                "The browser cannot copy here. Select the link and copy it yourself:".into()
            }
            (Self::Open, Danish) => "Åbn afstemningen nu?".into(),
            (Self::Open, English) => "Open the vote now?".into(),
            (Self::OpenBody, Danish) => {
                "Telefonerne går til stemmesedlen, og kandidater, tælleregel og antal valg låses.".into()
            }
            (Self::OpenBody, English) => {
                "Phones go to the ballot, and candidates, counting rule and number of choices lock.".into()
            }
            (Self::OpenYes, Danish) => "Åbn afstemningen".into(),
            (Self::OpenYes, English) => "Open the vote".into(),
            (Self::PassTie, Danish) => "En delt plads er ikke afgjort".into(),
            (Self::PassTie, English) => "A shared place is not decided".into(),
            (Self::PassTieBody, Danish) => {
                "Vælg over billedet af storskærmen, hvem der går videre. Ellers står det åbent på alle skærme.".into()
            }
            (Self::PassTieBody, English) => {
                "Choose above the picture of the projector who goes on. Otherwise every screen says that it is open."
                    .into()
            }
            (Self::PassTieYes, Danish) => "Gå videre uden at vælge".into(),
            (Self::PassTieYes, English) => "Go on without choosing".into(),
            (Self::Reopen, Danish) => "Åbn afstemningen igen?".into(),
            (Self::Reopen, English) => "Open the vote again?".into(),
            (Self::ReopenBody, Danish) => {
                "De afgivne stemmer bliver og kan ændres. Alle skærme siger, at der er åbnet igen, og det skrives ned."
                    .into()
            }
            (Self::ReopenBody, English) => {
                "The ballots stay and can be changed. Every screen says that it is open again, and it is on record."
                    .into()
            }
            (Self::ReopenYes, Danish) => "Åbn igen".into(),
            (Self::ReopenYes, English) => "Open again".into(),
            (Self::NextRound(round), Danish) => format!("Kør en {round}. runde?"),
            (Self::NextRound(round), English) => format!("Run round {round}?"),
            (Self::NextRoundBody, Danish) => {
                "Alle får en tom stemmeseddel med det samme. Begge resultater bliver stående, og det sidste gælder. Det kan ikke gøres om."
                    .into()
            }
            (Self::NextRoundBody, English) => {
                "Everyone gets an empty ballot at once. Both results stay, and the last one counts. It cannot be undone."
                    .into()
            }
            (Self::NextRoundYes(round), Danish) => format!("Kør {round}. runde"),
            (Self::NextRoundYes(round), English) => format!("Run round {round}"),
            (Self::Close, Danish) => "Luk afstemningen?".into(),
            (Self::Close, English) => "Close the vote?".into(),
            (Self::CloseBody(voted, missing), Danish) => {
                let voted = match voted {
                    0 => "Ingen har stemt endnu.".into(),
                    voted => format!("{voted} har stemt."),
                };
                format!("{voted} {missing} mangler og kan ikke stemme bagefter.")
            }
            (Self::CloseBody(voted, missing), English) => {
                let voted = match voted {
                    0 => "Nobody has voted yet.".into(),
                    1 => "1 has voted.".into(),
                    voted => format!("{voted} have voted."),
                };
                let have = if missing == 1 { "has" } else { "have" };
                format!("{voted} {missing} {have} not, and cannot vote afterwards.")
            }
            (Self::CloseNobody, Danish) => "Ingen er kommet ind for at stemme.".into(),
            (Self::CloseNobody, English) => "Nobody has come in to vote.".into(),
            (Self::CloseTooFew(lack), Danish) => {
                let ballots = Danish.counted(lack.ballots, "stemmeseddel", "stemmesedler");
                let missing = match (lack.ballots, lack.municipalities) {
                    (_, 0) => ballots,
                    (0, 1) => "stemmer fra 1 kommune mere".into(),
                    (0, more) => format!("stemmer fra {more} kommuner mere"),
                    (_, 1) => format!("{ballots} og stemmer fra 1 kommune mere"),
                    (_, more) => format!("{ballots} og stemmer fra {more} kommuner mere"),
                };
                format!(
                    "Lukker du nu, kan der ikke vises noget resultat. Det kræver {FEWEST_BALLOTS} stemmesedler fra \
                     {FEWEST_MUNICIPALITIES} kommuner, så der mangler {missing}."
                )
            }
            (Self::CloseTooFew(lack), English) => {
                let ballots = match lack.ballots {
                    1 => "1 more ballot".into(),
                    more => format!("{more} more ballots"),
                };
                let municipalities = match lack.municipalities {
                    1 => "ballots from 1 more municipality".into(),
                    more => format!("ballots from {more} more municipalities"),
                };
                let missing = match (lack.ballots, lack.municipalities) {
                    (_, 0) => ballots,
                    (0, _) => municipalities,
                    _ => format!("{ballots} and {municipalities}"),
                };
                format!(
                    "If you close now, no result can be shown. That takes {FEWEST_BALLOTS} ballots from \
                     {FEWEST_MUNICIPALITIES} municipalities: {missing} to go."
                )
            }
            (Self::CloseAll(1), Danish) => "Den ene deltager har stemt og kan ikke ændre sin stemme bagefter.".into(),
            (Self::CloseAll(1), English) => "The one participant has voted and cannot change the vote afterwards.".into(),
            (Self::CloseAll(voted), Danish) => {
                format!("Alle {voted} har stemt. Bagefter kan ingen ændre sin stemme.")
            }
            (Self::CloseAll(voted), English) => {
                format!("All {voted} have voted. Nobody can change a vote afterwards.")
            }
            (Self::Reveal, Danish) => "Vis resultatet for alle?".into(),
            (Self::Reveal, English) => "Show everyone the result?".into(),
            (Self::RevealBody, Danish) => {
                "Rækkerne kommer frem nedefra, på storskærmen og telefonerne \
                 samtidig. Det kan ikke gøres om."
                    .into()
            }
            (Self::RevealBody, English) => {
                "The rows come out from the last place up, on projector and phones \
                 alike. It cannot be undone."
                    .into()
            }
            (Self::RevealStepwise, Danish) => "Én række ad gangen".into(),
            (Self::RevealStepwise, English) => "One row at a time".into(),
            (Self::End, Danish) => "Afslut webinaret?".into(),
            (Self::End, English) => "End the webinar?".into(),
            (Self::EndBody, Danish) => {
                "Ingen nye kan deltage bagefter. De, der er med, kan stadig se \
                 resultatet."
                    .into()
            }
            (Self::EndBody, English) => {
                "Nobody new can join afterwards. Those who are here can still see the \
                 result."
                    .into()
            }
            (Self::StartOver, Danish) => "Start forfra?".into(),
            (Self::StartOver, English) => "Start over?".into(),
            (Self::StartOverBody, Danish) => {
                "Alle stemmer slettes, og programmet begynder ved Velkommen.".into()
            }
            (Self::StartOverBody, English) => {
                "All votes are deleted, and the agenda begins at the welcome.".into()
            }
            (Self::StartOverNow, Danish) => "Slet, og start forfra".into(),
            (Self::StartOverNow, English) => "Delete and start over".into(),
            (Self::StartOverButton, Danish) => "Start forfra".into(),
            (Self::StartOverButton, English) => "Start over".into(),
            (Self::ThrowAwayButton, Danish) => "Afslut prøven".into(),
            (Self::ThrowAwayButton, English) => "End the rehearsal".into(),
            (Self::ThrowAway, Danish) => "Afslut prøven?".into(),
            (Self::ThrowAway, English) => "End the rehearsal?".into(),
            (Self::ThrowAwayBody, Danish) => {
                "Prøven og alt i den slettes. Det rigtige webinar er urørt.".into()
            }
            (Self::ThrowAwayBody, English) => {
                "The rehearsal and all in it are deleted. The real webinar is \
                 untouched."
                    .into()
            }
            (Self::ThrowAwayNow, Danish) => "Slet prøven".into(),
            (Self::ThrowAwayNow, English) => "Delete the rehearsal".into(),
            (Self::ThrownAway, Danish) => "Prøven er slettet. Du kan lukke vinduet.".into(),
            (Self::ThrownAway, English) => {
                "The rehearsal is deleted. You can close this window.".into()
            }
            (Self::CloseYes, Danish) => "Luk afstemningen".into(),
            (Self::CloseYes, English) => "Close the vote".into(),
            (Self::RevealYes, Danish) => "Vis resultatet".into(),
            (Self::RevealYes, English) => "Show the result".into(),
            (Self::EndYes, Danish) => "Afslut webinaret".into(),
            (Self::EndYes, English) => "End the webinar".into(),
            (Self::Cancel, Danish) => "Fortryd".into(),
            (Self::Cancel, English) => "Cancel".into(),
            (Self::Dismiss, Danish) => "Luk".into(),
            (Self::Dismiss, English) => "Close".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_says_who_is_left_out() {
        let body = Asking::CloseBody(71, 13).say(Danish);
        assert_eq!(
            body,
            "71 har stemt. 13 mangler og kan ikke stemme bagefter."
        );
        let none = Asking::CloseBody(0, 1).say(English);
        assert_eq!(
            none,
            "Nobody has voted yet. 1 has not, and cannot vote afterwards."
        );
    }

    #[test]
    fn closing_too_soon_names_what_is_missing() {
        let said = |ballots, municipalities, language| {
            let lack = Lack {
                ballots,
                municipalities,
            };
            Asking::CloseTooFew(lack).say(language)
        };
        assert_eq!(
            said(2, 1, Danish),
            "Lukker du nu, kan der ikke vises noget resultat. Det kræver 5 stemmesedler fra 3 kommuner, så der mangler \
             2 stemmesedler og stemmer fra 1 kommune mere."
        );
        assert!(said(1, 0, Danish).ends_with("så der mangler 1 stemmeseddel."));
        assert!(said(0, 2, English).ends_with(": ballots from 2 more municipalities to go."));
    }
}
