//! What the console asks before a step that cannot be undone.

use crate::Language;
use crate::Language::{Danish, English};

/// What a dialog of the console says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It cannot be copied here: copy it by hand.
    CopyByHand,
    /// Asks before closing.
    Close,
    /// How many have voted, and how many have not.
    CloseBody(u32, u32),
    /// Everybody has voted.
    CloseAll(u32),
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
            (Self::Close, Danish) => "Luk afstemningen?".into(),
            (Self::Close, English) => "Close the vote?".into(),
            (Self::CloseBody(voted, missing), Danish) => {
                format!("{voted} har stemt. {missing} mangler og kan ikke stemme bagefter.")
            }
            (Self::CloseBody(voted, missing), English) => {
                format!("{voted} have voted. {missing} have not, and cannot vote afterwards.")
            }
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
    }
}
