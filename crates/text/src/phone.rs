//! What the phone says.

use crate::Language;

/// A message on a participant's phone.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum PhoneText<'a> {
    /// Heading where the code is typed.
    EnterCode,
    /// Label of the code's field.
    CodeLabel,
    /// What a code looks like and where it stands.
    CodeHint,
    /// What was typed as a code has so many letters.
    CodeLength(u32),
    Continue,
    Loading,
    /// There is no answer; it is tried again by itself.
    NoConnection,
    /// The browser keeps no cookies here: said before anyone votes.
    CookiesRefused,
    /// The way out of a frame that keeps none.
    OpenNewWindow,
    /// Back to typing a code.
    OtherCode,
    /// Label of the municipality's field.
    WhichMunicipality,
    SearchMunicipality,
    /// The button that opens the whole list.
    ShowAllMunicipalities,
    /// Nothing in the list begins like that.
    NoSuchMunicipality,
    /// How many the list shows.
    MunicipalitiesFound(u32),
    /// Whose participant an invitation is for, in full.
    InvitedFrom(&'a str),
    /// What one ballot per device is worth.
    OpenLink,
    /// Label of the name's field.
    YourName,
    NameWhy,
    NameMissing,
    /// Label of the job's field.
    YourRole,
    /// What its four words are for, and what to do if they differ.
    KeyWordsMean,
    /// The key is not the one the link named.
    OtherKey,
    /// The name could not be sealed.
    NameNotSealed,
    /// The vote closed before the name was handed in.
    NameTooLate,
    /// The ballot stands in the roll.
    BallotFound,
    /// The vendor has struck it.
    BallotStruck,
    /// It is not where it should be.
    BallotMissing,
    /// Another device has sent a newer one.
    BallotElsewhere,
    /// The server shows other votes than it fixed at the close.
    OtherVotes,
    /// What the four words are for.
    VotesFixedMeans,
    /// Nobody has looked at names.
    NoLookUps,
    /// How often names were looked at, and when last.
    LookUps(u32, &'a str),
    /// The log of look-ups was changed.
    LookUpsBroken,
    JoinNow,
    WatchOnly,
    Joining,
    LanguageSwitch,
    /// The way back to the form.
    /// The way to what participants ask.
    Ask,
    /// Why the presenter let these go on, in the presenter's words.
    Because(&'a str),
    /// The way to what the municipality could join for, once the vote is received.
    Estimate,
    ChangeMunicipality,
    /// A municipality as it is called in full.
    InFull(&'a str),
    /// Where a voter's municipality would stand.
    Watching,
    Code(&'a str),
    WelcomeHeading,
    /// What to do meanwhile: nothing.
    StartsSoon,
    /// "Du er med for Aabenraa Kommune."
    YouAreIn(&'a str),
    /// For someone who only watches.
    YouWatch,
    /// The presenter has blanked the screen.
    LookAtScreen,
    /// Nothing to do on the phone.
    LookAtScreenWhy,
    CandidateOf {
        number: u32,
        of: u32,
    },
    /// Label of the rough price.
    RoughPrice,
    /// Label of a firm price.
    FirmPrice,
    /// Label of a price that nobody knows.
    Price,
    /// "Mellem 150.000 kr. og 220.000 kr."
    Between(&'a str, &'a str),
    Benefit,
    /// Opens the benefit and what each would pay.
    BenefitAndPrice,
    /// Opens what each would pay.
    PriceEach,
    PageOf {
        page: u32,
        of: u32,
    },
    Requests(u32),
    NothingUnderWay,
    /// Heading before the vote opens.
    SoonYouVote,
    HowToVote(u32),
    VoteOpen,
    VoteClosing,
    VoteClosed,
    Question,
    /// "Vælg op til 3", and what kind of prices stand beside.
    ChooseUpTo(u32),
    /// The person's own ballot supports this candidate.
    YouVotedForThis,
    /// The own municipality has promised to pay.
    YouHaveCommitted,
    /// There are estimates among the prices.
    RoughPrices,
    /// This phone lists the candidates in an order of its own.
    Shuffled,
    /// What becomes of what is ticked when the vote closes.
    SentAtClose,
    TimeLeft(&'a str),
    /// At 60, 30 and 10 seconds, for those who listen.
    SecondsLeft(u32),
    /// Half a minute is left, and nothing is ticked.
    VoteMissing,
    /// Half a minute is left, and what is ticked was never sent.
    SendingMissing,
    NoneOfThese,
    NoneOfTheseMeans,
    /// "2 af 3", followed by [`Phone::Chosen`].
    ChosenOf {
        chosen: u32,
        limit: u32,
    },
    Chosen,
    SendVote,
    /// The send button when a ballot is counted already.
    SendChange,
    /// The send button when there is nothing new to send.
    VoteIsSent,
    /// A tick over the limit.
    LimitReached(u32),
    /// Send was pressed with nothing ticked.
    ChooseSomething,
    Sending,
    /// No connection; it is kept.
    SavedHere,
    /// "Modtaget 14.03.21 – du kan ændre, til der lukkes".
    Received(&'a str),
    /// The same without a time.
    ReceivedUntimed,
    /// A change is ticked but not sent.
    ChangedNotSent,
    /// The lock at the close, with something to send.
    LastSending,
    YourVoteIsIn,
    /// After the close: at what time it was received.
    ReceivedAt(&'a str),
    /// After the close: no ballot.
    YouDidNotVote,
    YouDidNotVoteMeans,
    /// After the close: a change was too late.
    ChangeTooLate,
    /// After the close: a first ballot was too late.
    VoteTooLate,
    VoteTooLateMeans,
    /// After the close: not known yet.
    VoteUncertain,
    VoteUncertainMeans,
    /// Above the list of what counts.
    ThisCounts,
    BlankCounts,
    /// Instead of the ballot, for someone who only watches.
    ObserverBallot,
    /// Joins as a voter after all.
    JoinAfterAll,
    ResultHeading,
    /// "20 kommuner har stemt · 27 af 28 deltagere", as the projector says it.
    HaveVoted {
        /// Municipalities with at least one ballot.
        municipalities: u32,
        /// Ballots.
        voted: u32,
        /// Of how many.
        present: u32,
    },
    RowsLeft(u32),
    /// A tie the presenter has not decided.
    NoCleanCut,
    /// After a tie: those whom the presenter let go on.
    ChosenGoOn(u32),
    PlaceInBarometer(&'a str),
    Number(u32),
    /// "Jeres pris ville være 24.000 kr."
    YourPrice(&'a str),
    /// Under one's own share, where it falls with each that joins.
    CheaperTogether,
    /// Heading over what the municipality pays of a covered request.
    YouPay,
    /// What becomes of that when more join.
    YouPayLess,
    HowManyShare,
    /// How the price is shared, in words.
    Shared(&'a str),
    PlannedFor(u32),
    /// "højst 100.000 kr. pr. kommune".
    AtMostEach(&'a str),
    /// Heading over pitch and benefit.
    WhatYouGet,
    /// Takes "Vi vil gerne være med" back.
    TakeBack,
    TakenBack,
    /// The way back to the list of requests.
    AllRequests,
    WeWantIn,
    /// The link to the decision brief.
    TakeHome,
    YouAreNoted,
    NotedMeans,
    /// The checkbox: the wish to be named.
    MayBeNamed,
    /// The wish is on its way.
    NameSending,
    /// The wish is noted; the vendor confirms it before any name is shown.
    NameWished,
    NameNotWished,
    /// What was chosen did not get through.
    NameFailed,
    TryAgain,
    /// Under the button before it is pressed.
    InterestMeans,
    /// It did not get through.
    InterestFailed,
    /// For someone who only watches.
    ObserverInterest,
    /// Heading of the last stage.
    ThanksHeading,
    /// Heading over those that go on.
    TheseGoOn,
    /// The way to what was answered before.
    SeeAnswers,
    /// The way to the evaluation.
    Evaluate,
    WhatNow,
    StepOne,
    StepTwo,
    StepThree,
    Ended,
    /// It ended without a vote.
    NeverVoted,
    /// It ended before the result was shown.
    ResultNotShown,
}

impl PhoneText<'_> {
    /// What a person reads in this language, with the values in their places.
    pub fn say(self, language: Language) -> String {
        in_language!(language, phone::sentence(self))
    }
}

/// A municipality's full name; a name of its own, so the same in every language.
pub(crate) fn in_full(name: &str) -> String {
    match name {
        "København" => "Københavns Kommune".into(),
        "Bornholm" => "Bornholms Regionskommune".into(),
        name => format!("{name} Kommune"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn danish(message: PhoneText) -> String {
        message.say(Language::Danish)
    }

    #[test]
    fn counts_have_the_right_form() {
        let turnout = |municipalities, voted, present| {
            danish(PhoneText::HaveVoted {
                municipalities,
                voted,
                present,
            })
        };
        assert_eq!(
            turnout(20, 27, 28),
            "20 kommuner har stemt · 27 af 28 deltagere"
        );
        assert_eq!(turnout(1, 1, 1), "1 kommune har stemt · 1 af 1 deltager");
        assert_eq!(turnout(0, 0, 28), "Ingen har stemt");
        assert_eq!(
            danish(PhoneText::RowsLeft(1)),
            "Det øverste ønske mangler endnu"
        );
    }

    #[test]
    fn municipalities_are_called_what_they_call_themselves() {
        let full =
            ["Aabenraa", "København", "Bornholm"].map(|name| danish(PhoneText::InFull(name)));
        assert_eq!(
            full,
            [
                "Aabenraa Kommune",
                "Københavns Kommune",
                "Bornholms Regionskommune"
            ]
        );
    }

    #[test]
    fn one_choice_is_not_up_to_one() {
        assert_eq!(danish(PhoneText::ChooseUpTo(1)), "Vælg 1.");
        assert_eq!(danish(PhoneText::ChooseUpTo(3)), "Vælg op til 3.");
        let english = PhoneText::HowToVote(1).say(Language::English);
        assert!(english.contains(" Choose 1. "), "{english}");
    }

    #[test]
    fn the_receipt_names_the_second() {
        assert_eq!(
            danish(PhoneText::Received("14.03.21")),
            "Modtaget 14.03.21 – du kan ændre, til der lukkes"
        );
    }
}
