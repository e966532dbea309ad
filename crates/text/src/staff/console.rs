//! The words of the presenter's console.

use barometer_domain::tally::CountingRule;

use crate::Language;

/// Everything the console says. Numbers that follow the locale come formatted; counts decide plurals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ConsoleText<'a> {
    Title,
    /// Before the first view is here.
    Loading,
    /// Before the code in the header.
    ParticipantCode,
    /// How many have joined to vote.
    WithUs(u32),
    Agenda,
    /// A stage that is over, for those who cannot see the mark.
    Done,
    /// The stage that is shown.
    Now,
    ToCome,
    /// Under the picture of the projector.
    ScreenNow,
    /// Under it, while it is blank.
    ScreenIsBlank,
    /// Beside it, while a result is kept back.
    ResultIsHidden,
    /// Beside it, while rows come out by themselves.
    RowsFollow,
    Rehearse,
    RehearseHelp,
    /// Heading of what comes next.
    Coming,
    /// A result comes next, or goes on coming.
    ComingRows,
    ComingEnd,
    /// After a stage's name: which page of it.
    ComingPage(u32),
    Notes,
    /// Heading of the requests one can show the financing of.
    Drill,
    /// What the buttons of that list do.
    DrillHelp,
    /// How many municipalities are interested in the request on the stage, and how many more than when it came.
    InterestedNow(u32, u32),
    /// Heading of the turnout while the vote is open.
    VotingNow,
    /// And when it is over.
    VoteIsOver,
    VoteNotOpen,
    /// After the number of voters: present, municipalities.
    OfPresent(u32, u32),
    /// After the number that have joined, before the vote opens.
    ReadyToVote(u32),
    /// Phones with a live connection.
    Connected,
    /// Phones that lost their connection and may come back.
    PhonesLost,
    /// How long the screen has shown this.
    OnScreenFor,
    /// The time left for this stage or candidate.
    TimeboxLeft,
    /// The time is used up.
    TimeboxOver,
    Observers,
    /// How long the vote has been open.
    OpenFor,
    /// The time left of the countdown.
    CountdownLeft,
    /// The amber box, first line.
    NoNamesTitle,
    /// The amber box, the rest.
    NoNames {
        /// Whether names are sealed to a vendor's key.
        sealed: bool,
    },
    /// A restart stopped the countdown.
    CountdownLost,
    /// Another server over the same data counts down.
    CountdownElsewhere,
    /// Other rules would pick others: their names, joined.
    RulesDiffer(&'a str),
    /// The name of a counting rule inside that sentence.
    Rule(CountingRule),
    /// Heading of the form for a tie.
    TieTitle,
    TieHelp,
    /// A candidate that goes on whatever is chosen.
    TieAhead,
    /// The aids: municipalities, figure by fraction, price each.
    TieAid(u32, &'a str, &'a str),
    TieChoose,
    /// The same where a reason is still to be written.
    TieLacksReason,
    /// The form's button when the choice does not fit.
    TieDoesNotFit,
    TieChosen(&'a str),
    Back,
    /// A countdown of so many seconds.
    Countdown(u32),
    /// A label before the countdown buttons.
    CountdownLabel,
    /// More time for a running countdown.
    Extend(u32),
    StopCountdown,
    /// It was stopped, for who listens.
    CountdownStopped,
    CopyLink,
    /// Holds the published result ready for the chat.
    CopyResult,
    /// Supposes one municipality more on the request shown.
    OneMore,
    OneFewer,
    /// Holds the sharing rules side by side.
    Rules,
    Curve,
    LinkCopied,
    Projector,
    /// The language that the projector speaks.
    SpokenLanguage,
    Blank,
    Unblank,
    /// Opens the overview of keys.
    Help,
    /// The primary button: opens the vote.
    Open,
    CloseVote,
    /// Waits for the last ballots.
    Closing,
    Reveal,
    RevealAll,
    /// Brings out one more row.
    NextRow,
    /// Brings out the result one row at a time.
    RowByRow,
    /// From one request's financing to the next.
    NextRequest,
    /// From the list to the financing of the first request that goes on.
    FirstRequest,
    NextCandidate,
    /// The next page of a list.
    NextPage,
    /// The next stage, by name.
    NextStage(&'a str),
    Next,
    /// From a request back to its list.
    BackToList,
    /// From a request back to the result.
    BackToResult,
    End,
    Ended,
    AnotherConsole,
    /// No answer from the server.
    Offline,
    /// The stream is gone; the view may be old.
    Reconnecting,
}

impl ConsoleText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::console::sentence(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn interest_has_its_plurals() {
        let said = |count, more| ConsoleText::InterestedNow(count, more).say(Danish);
        assert_eq!(said(1, 0), "1 kommune er interesseret");
        assert!(said(2, 1).ends_with(" · 1 mere, siden ønsket kom på skærmen"));
        assert_eq!(
            said(3, 2),
            "3 kommuner er interesserede · 2 flere, siden ønsket kom på skærmen"
        );
    }

    #[test]
    fn turnout_has_its_plurals() {
        assert_eq!(
            ConsoleText::OfPresent(84, 46).say(Danish),
            "af 84 deltagere\u{a0}· 46 kommuner"
        );
        assert_eq!(
            ConsoleText::OfPresent(1, 1).say(Danish),
            "af 1 deltager\u{a0}· 1 kommune"
        );
        assert_eq!(
            ConsoleText::OfPresent(0, 0).say(English),
            "of 0 participants\u{a0}· 0 municipalities"
        );
    }
}
