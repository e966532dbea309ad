//! The phone in English.

use super::{Phone, in_full};
use crate::Language::English;

impl Phone<'_> {
    pub(super) fn english(self) -> String {
        match self {
            Self::EnterCode => "Join the webinar".into(),
            Self::CodeLabel => "The webinar’s code".into(),
            Self::CodeLength(count) => {
                let letters = English.counted(count, "character", "characters");
                format!("The code has six characters. Here are {letters}.")
            }
            Self::CodeHint => {
                "6 characters, on the big screen and in the invitation. Never 0, 1, I or O.".into()
            }
            Self::Continue => "Continue".into(),
            Self::Loading => "Loading …".into(),
            Self::NoConnection => "No connection right now. We keep trying.".into(),
            Self::CookiesRefused => {
                "This browser keeps no cookies here, and without them you cannot vote. Open the webinar in a new \
                 window, or allow cookies."
                    .into()
            }
            Self::OpenNewWindow => "Open in a new window".into(),
            Self::OtherCode => "Use another code".into(),
            Self::WhichMunicipality => "Which municipality are you from?".into(),
            Self::SearchMunicipality => "Search, e.g. Aabenraa".into(),
            Self::ShowAllMunicipalities => "Show all municipalities".into(),
            Self::NoSuchMunicipality => "No municipality begins like that.".into(),
            Self::MunicipalitiesFound(count) => {
                format!("{} listed", English.counted(count, "municipality", "municipalities"))
            }
            Self::InvitedFrom(municipality) => format!("Invited from {municipality}"),
            Self::OpenLink => "Open link: one vote per device, as far as possible.".into(),
            Self::YourName => "Your name".into(),
            Self::NameWhy => "Only the vendor can read it.".into(),
            Self::NameMissing => "Write your name. Only the vendor can read it.".into(),
            Self::YourRole => "Job (optional)".into(),
            Self::KeyWordsMean => {
                "The same four words must stand on the projector. If they differ, tell the presenter before you vote."
                    .into()
            }
            Self::OtherKey => {
                "The vendor’s key is not the one that the link promises. Your name is not sent. Tell the presenter; you can still vote.".into()
            }
            Self::NameNotSealed => "Your name could not be sealed and is not sent. You can still vote.".into(),
            Self::NameTooLate => "Your name did not arrive before the vote closed. Your vote counts all the same.".into(),
            Self::BallotFound => "Your vote is counted ✓".into(),
            Self::BallotStruck => "The vendor has struck your vote, and it does not count.".into(),
            Self::BallotMissing => "The phone cannot find your vote in the count. Tell the presenter.".into(),
            Self::BallotElsewhere => {
                "Your vote was last sent from another device. If that was not you, tell the presenter.".into()
            }
            Self::OtherVotes => {
                "The votes are not those that were fixed at the close. Tell the presenter.".into()
            }
            Self::VotesFixedMeans => "The four words must be the same on the projector and on every phone. If they differ, tell the presenter.".into(),
            Self::NoLookUps => "Nobody has looked up who voted for what.".into(),
            Self::LookUps(count, last) => format!(
                "The vendor has looked up who voted for what: {}, last {last}.",
                English.counted(count, "time", "times")
            ),
            Self::LookUpsBroken => "The log of look-ups was changed. There may be more than it says.".into(),
            Self::JoinNow => "Join".into(),
            Self::WatchOnly => "I am only watching".into(),
            Self::Joining => "Joining …".into(),
            Self::LanguageSwitch => "Language".into(),
            Self::ChangeMunicipality => "Change municipality".into(),
            Self::InFull(name) => in_full(name),
            Self::Watching => "Only watching".into(),
            Self::Code(code) => format!("Code {code}"),
            Self::WelcomeHeading => "Welcome".into(),
            Self::StartsSoon => {
                "We start in a moment. The phone follows by itself, so you can just leave it.".into()
            }
            Self::YouAreIn(municipality) => format!("You have joined for {municipality}."),
            Self::YouWatch => "You are only watching, without a vote.".into(),
            Self::LookAtScreen => "One moment".into(),
            Self::LookAtScreenWhy => "Nothing happens on the phone right now.".into(),
            Self::CandidateOf { number, of } => format!("Candidate {number} of {of}"),
            Self::RoughPrice => "Rough estimate".into(),
            Self::FirmPrice => "Firm price".into(),
            Self::Price => "Price".into(),
            Self::Between(low, high) => format!("Between {low} and {high}"),
            Self::Benefit => "Benefit".into(),
            Self::BenefitAndPrice => "Benefit and price per municipality".into(),
            Self::PriceEach => "Price per municipality".into(),
            Self::PageOf { page, of } => format!("Page {page} of {of}"),
            Self::Requests(0) => "No requests".into(),
            Self::Requests(count) => English.counted(count, "request", "requests"),
            Self::NothingUnderWay => "No requests are under way right now.".into(),
            Self::SoonYouVote => "You vote in a moment".into(),
            Self::HowToVote(limit) => format!(
                "The vote opens here on the phone. {} You can change your vote until it closes.",
                Self::ChooseUpTo(limit).english()
            ),
            Self::VoteOpen => "The vote is open".into(),
            Self::VoteClosing => "The vote is closing".into(),
            Self::VoteClosed => "The vote is closed".into(),
            Self::Question => "Which requests do you want most?".into(),
            Self::ChooseUpTo(1) => "Choose 1.".into(),
            Self::ChooseUpTo(limit) => format!("Choose up to {limit}."),
            Self::RoughPrices => "Prices are rough estimates.".into(),
            Self::YouVotedForThis => "You voted for this one".into(),
            Self::YouHaveCommitted => "You have committed.".into(),
            Self::Shuffled => "Each phone has an order of its own; the numbers are the same for everyone.".into(),
            Self::SentAtClose => {
                "You can change your choice until the vote closes. Then what you have chosen is sent, even if you have not \
                 sent it yourself."
                    .into()
            }
            Self::SecondsLeft(count) => format!("{count} seconds left."),
            Self::VoteMissing => "You have not voted yet".into(),
            Self::SendingMissing => "You have not sent it. Else your choice is sent at the close.".into(),
            Self::TimeLeft(left) => format!("{left} left"),
            Self::NoneOfThese => "None of these".into(),
            Self::NoneOfTheseMeans => "Your vote counts, but supports none of the requests".into(),
            Self::ChosenOf { chosen, limit } => format!("{chosen} of {limit}"),
            Self::Chosen => "chosen".into(),
            Self::SendVote => "Send my vote".into(),
            Self::SendChange => "Send my change".into(),
            Self::VoteIsSent => "Your vote is sent".into(),
            Self::LimitReached(limit) => {
                format!("You have already chosen {limit}. Remove a choice to choose another.")
            }
            Self::ChooseSomething => "Choose at least one request or “None of these”.".into(),
            Self::Sending => "Sending …".into(),
            Self::SavedHere => "Saved here on the phone. It is sent once there is a connection.".into(),
            Self::Received(clock) => {
                format!("Received {clock} – you can change it until it closes")
            }
            Self::ReceivedUntimed => "Received – you can change it until it closes".into(),
            Self::ChangedNotSent => {
                "Not sent yet: your previous vote counts. The change is sent at the close at the latest.".into()
            }
            Self::LastSending => "The vote is closing. Your vote is being sent …".into(),
            Self::YourVoteIsIn => "Your vote is received".into(),
            Self::ReceivedAt(clock) => format!("Received {clock}"),
            Self::YouDidNotVote => "You did not get to vote".into(),
            Self::YouDidNotVoteMeans => {
                "There is no vote from you this time. You can still follow the result.".into()
            }
            Self::ChangeTooLate => "Your last change was too late".into(),
            Self::VoteTooLate => "Your vote did not get through".into(),
            Self::VoteTooLateMeans => {
                "The vote closed before yours reached the server. It is not counted.".into()
            }
            Self::VoteUncertain => "We do not know whether your vote got through".into(),
            Self::VoteUncertainMeans => {
                "It is saved here on the phone. We ask the server once there is a connection.".into()
            }
            Self::ThisCounts => "This counts".into(),
            Self::BlankCounts => "Your vote counts as “None of these”.".into(),
            Self::ObserverBallot => {
                "The vote is on. You are only watching, so there is no ballot for you.".into()
            }
            Self::JoinAfterAll => "Join for a municipality".into(),
            Self::ResultHeading => "What has the most support?".into(),
            Self::BallotsFrom { ballots: 0, .. } => "Nobody voted".into(),
            Self::BallotsFrom {
                ballots,
                municipalities,
            } => format!(
                "{} from {}",
                English.counted(ballots, "ballot", "ballots"),
                English.counted(municipalities, "municipality", "municipalities")
            ),
            Self::RowsLeft(1) => "The top one is still to come".into(),
            Self::RowsLeft(count) => format!("{count} requests are still to come"),
            Self::NoCleanCut => "Some requests are tied. The presenter decides which go on.".into(),
            Self::ChosenGoOn(count) => {
                let count = English.counted(count, "request that goes on", "requests that go on");
                format!("The presenter has chosen {count}")
            }
            Self::PlaceInBarometer(place) => format!("{place} in the barometer"),
            Self::Number(number) => format!("no. {number}"),
            Self::YourPrice(amount) => format!("Your price would be {amount}"),
            Self::CheaperTogether => "The more take part, the less each pays.".into(),
            Self::YouPay => "You pay".into(),
            Self::YouPayLess => "the price is covered. If more join, you pay less.".into(),
            Self::HowManyShare => "Number of municipalities that share".into(),
            Self::Shared(rule) => format!("The price is shared {rule}"),
            Self::PlannedFor(count) => {
                format!("planned for {}", English.counted(count, "municipality", "municipalities"))
            }
            Self::AtMostEach(amount) => format!("at most {amount} per municipality"),
            Self::WhatYouGet => "What do you get?".into(),
            Self::TakeHome => "I’ll take it home".into(),
            Self::TakenBack => "You are no longer noted.".into(),
            Self::TakeBack => "Undo".into(),
            Self::AllRequests => "All requests".into(),
            Self::WeWantIn => "We would like to join".into(),
            Self::YouAreNoted => "You are noted as interested.".into(),
            Self::NotedMeans => {
                "It does not bind you. Only a commitment from the municipality counts as funding.".into()
            }
            Self::MayBeNamed => "The municipality would like to be named".into(),
            Self::NameSending => "Saving …".into(),
            Self::NameWished => {
                "Noted. The name is shown once the vendor has confirmed it with the municipality.".into()
            }
            Self::NameNotWished => "You have not asked for the name to be shown.".into(),
            Self::NameFailed => "Your choice is not saved yet.".into(),
            Self::TryAgain => "Try again".into(),
            Self::InterestMeans => "It is an interest and does not bind you.".into(),
            Self::InterestFailed => "It did not get through. Try again.".into(),
            Self::ObserverInterest => {
                "You are only watching. Join for a municipality to register interest.".into()
            }
            Self::ThanksHeading => "Thank you for taking part".into(),
            Self::TheseGoOn => "These go on".into(),
            Self::WhatNow => "What happens now".into(),
            Self::StepOne => {
                "The vendor works the requests through and returns with a firm price, a sharing rule and a deadline."
                    .into()
            }
            Self::StepTwo => {
                "You take the requests home and decide whether to help pay for them.".into()
            }
            Self::StepThree => {
                "Once enough municipalities have committed, the request is ordered and developed."
                    .into()
            }
            Self::Ended => "The webinar has ended.".into(),
            Self::NeverVoted => "There was no vote in this webinar.".into(),
            Self::ResultNotShown => "There was a vote, but the result has not been shown.".into(),
        }
    }
}
