//! The projector's words, read from the back of the room.

use barometer_domain::tally::CountingRule;

use crate::Language;

/// Everything the projector says. Numbers that follow the locale come formatted; counts decide plurals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ProjectorText<'a> {
    /// Before the first view is here.
    Loading,
    /// Label of the projector's full-screen button.
    FullScreen,
    /// Above the address, beside the QR code.
    ScanOrGoTo,
    /// What the QR code is, for those who cannot see it.
    QrLeadsTo(&'a str),
    /// Before the code in the footer.
    JoinWith,
    /// In the footer when nobody new can join.
    Ended,
    WithUs(u32),
    /// On the welcome stage while nobody has joined.
    NobodyYet,
    /// An occasion's beginning, already formatted, and its end as `HH:MM`.
    Until(&'a str, &'a str),
    /// Under the heading of the ongoing requests.
    OngoingSub,
    /// Under the heading of the financing.
    FinancingSub,
    NothingToShow,
    /// How many answered so, of how many.
    CountOf(u32, u32),
    /// Under a request: its price, how many have committed, and how much.
    PriceAndCommitted(&'a str, u32, &'a str),
    /// Which page of how many.
    Page(u32, u32),
    /// Which candidate of how many.
    CandidateOf(u32, u32),
    /// The price band, for those who cannot see it: from, likely, to.
    PriceBand(&'a str, &'a str, &'a str),
    Benefit,
    /// The time left of the timebox.
    TimeLeft(&'a str),
    /// The timebox is used up.
    TimeIsUp,
    /// The vote's heading before it opens.
    OpensSoon,
    /// And what to do meanwhile.
    OpensSoonSub,
    VoteNow,
    /// What kind of vote it is: at most so many of so many.
    VoteSub(u32, u32),
    /// The vote's heading while the last ballots come in.
    Closing,
    ClosingSub,
    /// The vote's heading when it is over.
    Closed,
    ClosedSub,
    /// After the number that have voted: how many could.
    OfHaveVoted(&'a str),
    /// After the number that have joined.
    AreWithUs(u32),
    /// Why there are no bars yet.
    ResultIsHidden,
    /// The time left of the countdown.
    Remaining(&'a str),
    /// After the clock of the countdown.
    Left,
    ResultTitle,
    /// And while the vote is still open or not begun.
    ResultAfterVote,
    /// The result's heading when too few voted.
    TooFew,
    /// After the number of municipalities.
    MunicipalitiesHaveVoted(u32),
    /// Participants who voted, of those present, both formatted; and those present again for the plural.
    OfParticipants(&'a str, &'a str, u32),
    /// On the line below a tie that is not decided; which place is shared.
    TieOpen(&'a str),
    /// On the slides after the result, while a tie is not decided.
    TieStillOpen,
    /// On the line below a tie that was decided; which place was shared.
    TieDecided(&'a str),
    /// What the headline figure counts.
    Headline(CountingRule, u32),
    /// Caption of the result's table.
    ResultTable,
    ColumnPrice,
    /// A row not revealed yet.
    NotShownYet,
    /// Where a request stood in the barometer: place, municipalities, of those that voted.
    FromBarometer(u16, u32, u32),
    /// A request's own row, when it was never in this barometer.
    Ongoing,
    DialogToInvoice,
    /// What each would pay by each rule, when so many share.
    RulesAt(u32),
    /// A municipality of so many inhabitants.
    Inhabitants(&'a str),
    /// What is not committed yet.
    MissingCommitments(&'a str),
    /// What so many would pay, as [`sharing::prospect`](crate::sharing::prospect) says it.
    WithSoMany(u32, &'a str),
    /// What one more would save each; or an average municipality, where shares differ by size.
    OneMoreSaves(&'a str, bool),
    /// What one fewer would cost each more; or an average municipality.
    OneFewerCosts(&'a str, bool),
    /// To whoever pays already: a late joiner makes it cheaper for them too.
    PaidTooMuch,
    /// How many municipalities more are needed, and for how much.
    StillMissing(u32, &'a str),
    /// Nobody is on the way yet.
    NobodyOnTheWay,
    /// The moment of a fully funded request: municipalities that pay.
    FundedBy(u32),
    Thanks,
    /// Heading of those that go on.
    WeGoOnWith,
    /// Heading of the next steps.
    NextSteps,
    StepTreated,
    StepInterest,
    StepTogether,
}

impl ProjectorText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::screen::sentence(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn one_and_many() {
        assert_eq!(ProjectorText::WithUs(1).say(English), "1 has joined");
        assert_eq!(
            ProjectorText::OfParticipants("1", "1", 1).say(Danish),
            "1 af 1 deltager"
        );
        assert_eq!(
            ProjectorText::MunicipalitiesHaveVoted(1).say(Danish),
            "kommune har stemt"
        );
    }

    #[test]
    fn turnout_has_its_denominator() {
        assert_eq!(
            ProjectorText::OfParticipants("27", "31", 31).say(Danish),
            "27 af 31 deltagere"
        );
        assert_eq!(
            ProjectorText::OfHaveVoted("84").say(Danish),
            "af 84 har stemt"
        );
    }
}
