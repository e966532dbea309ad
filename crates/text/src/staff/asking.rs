//! What the console asks before a step that cannot be undone.

use barometer_domain::barometer::Lack;

use crate::Language;

/// What a dialog of the console says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ConfirmText {
    /// It cannot be copied here: copy it by hand.
    CopyByHand,
    /// Asks before opening, away from the vote's own stage.
    Open,
    OpenBody,
    OpenYes,
    /// Asks before a tie is left undecided.
    PassTie,
    PassTieBody,
    PassTieYes,
    Reopen,
    ReopenBody,
    /// Says yes to it, and the button.
    ReopenYes,
    /// Asks before another round: its number.
    NextRound(u8),
    NextRoundBody,
    /// Says yes to it, and the button: its number.
    NextRoundYes(u8),
    Close,
    /// How many have voted, and how many have not.
    CloseBody(u32, u32),
    CloseAll(u32),
    /// There is nobody who could vote.
    CloseNobody,
    /// Closed now, there would be no result, and what is missing.
    CloseTooFew(Lack),
    Reveal,
    RevealBody,
    /// The reveal, one row at a time.
    RevealStepwise,
    End,
    EndBody,
    StartOver,
    StartOverBody,
    /// Says yes to starting over.
    StartOverNow,
    /// The button that starts over.
    StartOverButton,
    /// The button that throws a rehearsal away.
    ThrowAwayButton,
    ThrowAway,
    ThrowAwayBody,
    ThrowAwayNow,
    ThrownAway,
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

impl ConfirmText {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::asking::sentence(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn closing_says_who_is_left_out() {
        let body = ConfirmText::CloseBody(71, 13).say(Danish);
        assert_eq!(
            body,
            "71 har stemt. 13 mangler og kan ikke stemme bagefter."
        );
        let none = ConfirmText::CloseBody(0, 1).say(English);
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
            ConfirmText::CloseTooFew(lack).say(language)
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
