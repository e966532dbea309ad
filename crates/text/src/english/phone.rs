//! In English: what the phone says.

use crate::Language::English;
use crate::phone::{Phone, in_full};

pub(crate) fn sentence(message: Phone<'_>) -> String {
    match message {
            Phone::EnterCode => "Join the webinar".into(),
            Phone::CodeLabel => "The webinar’s code".into(),
            Phone::CodeLength(count) => {
                let letters = English.counted(count, "character", "characters");
                format!("The code has six characters. Here are {letters}.")
            }
            Phone::CodeHint => {
                "6 characters, on the big screen and in the invitation. Never 0, 1, I or O.".into()
            }
            Phone::Continue => "Continue".into(),
            Phone::Loading => "Loading …".into(),
            Phone::NoConnection => "No connection right now. We keep trying.".into(),
            Phone::CookiesRefused => {
                "This browser keeps no cookies here, and without them you cannot vote. Open the webinar in a new \
                 window, or allow cookies."
                    .into()
            }
            Phone::OpenNewWindow => "Open in a new window".into(),
            Phone::OtherCode => "Use another code".into(),
            Phone::WhichMunicipality => "Which municipality are you from?".into(),
            Phone::SearchMunicipality => "Search, e.g. Aabenraa".into(),
            Phone::ShowAllMunicipalities => "Show all municipalities".into(),
            Phone::NoSuchMunicipality => "No municipality begins like that.".into(),
            Phone::MunicipalitiesFound(count) => {
                format!("{} listed", English.counted(count, "municipality", "municipalities"))
            }
            Phone::InvitedFrom(municipality) => format!("Invited from {municipality}"),
            Phone::OpenLink => "Open link: one vote per device, as far as possible.".into(),
            Phone::YourName => "Your name".into(),
            Phone::NameWhy => "Only the vendor can read it.".into(),
            Phone::NameMissing => "Write your name. Only the vendor can read it.".into(),
            Phone::YourRole => "Job (optional)".into(),
            Phone::KeyWordsMean => {
                "The same four words must stand on the projector. If they differ, tell the presenter before you vote."
                    .into()
            }
            Phone::OtherKey => {
                "The vendor’s key is not the one that the link promises. Your name is not sent. Tell the \
                 presenter; you can still vote.".into()
            }
            Phone::NameNotSealed => {
            "Your name could not be sealed and is not sent. You can still vote."
                .into()
        }
            Phone::NameTooLate => {
            "Your name did not arrive before the vote closed. Your vote counts all the same."
                .into()
        }
            Phone::BallotFound => "Your vote is counted ✓".into(),
            Phone::BallotStruck => "The vendor has struck your vote, and it does not count.".into(),
            Phone::BallotMissing => "The phone cannot find your vote in the count. Tell the presenter.".into(),
            Phone::BallotElsewhere => {
                "Your vote was last sent from another device. If that was not you, tell the presenter.".into()
            }
            Phone::OtherVotes => {
                "The votes are not those that were fixed at the close. Tell the presenter.".into()
            }
            Phone::VotesFixedMeans => {
            "The four words must be the same on the projector and on every phone. If they differ, tell the presenter."
                .into()
        }
            Phone::NoLookUps => "Nobody has looked up who voted for what.".into(),
            Phone::LookUps(count, last) => format!(
                "The vendor has looked up who voted for what: {}, last {last}.",
                English.counted(count, "time", "times")
            ),
            Phone::LookUpsBroken => "The log of look-ups was changed. There may be more than it says.".into(),
            Phone::JoinNow => "Join".into(),
            Phone::WatchOnly => "I am only watching".into(),
            Phone::Joining => "Joining …".into(),
            Phone::LanguageSwitch => "Language".into(),
            Phone::Ask => "Ask a question".into(),
            Phone::ChangeMunicipality => "Change municipality".into(),
            Phone::InFull(name) => in_full(name),
            Phone::Watching => "Only watching".into(),
            Phone::Code(code) => format!("Code {code}"),
            Phone::WelcomeHeading => "Welcome".into(),
            Phone::StartsSoon => {
                "We start in a moment. The phone follows by itself, so you can just leave it.".into()
            }
            Phone::YouAreIn(municipality) => format!("You have joined for {municipality}."),
            Phone::YouWatch => "You are only watching, without a vote.".into(),
            Phone::LookAtScreen => "One moment".into(),
            Phone::LookAtScreenWhy => "Nothing happens on the phone right now.".into(),
            Phone::CandidateOf { number, of } => format!("Candidate {number} of {of}"),
            Phone::RoughPrice => "Rough estimate".into(),
            Phone::FirmPrice => "Firm price".into(),
            Phone::Price => "Price".into(),
            Phone::Between(low, high) => format!("Between {low} and {high}"),
            Phone::Benefit => "Benefit".into(),
            Phone::BenefitAndPrice => "Benefit and price per municipality".into(),
            Phone::PriceEach => "Price per municipality".into(),
            Phone::PageOf { page, of } => format!("Page {page} of {of}"),
            Phone::Requests(0) => "No requests".into(),
            Phone::Requests(count) => English.counted(count, "request", "requests"),
            Phone::NothingUnderWay => "No requests are under way right now.".into(),
            Phone::SoonYouVote => "You vote in a moment".into(),
            Phone::HowToVote(limit) => format!(
                "The vote opens here on the phone. {} You can change your vote until it closes.",
                sentence(Phone::ChooseUpTo(limit))
            ),
            Phone::VoteOpen => "The vote is open".into(),
            Phone::VoteClosing => "The vote is closing".into(),
            Phone::VoteClosed => "The vote is closed".into(),
            Phone::Question => "Which requests do you want most?".into(),
            Phone::ChooseUpTo(1) => "Choose 1.".into(),
            Phone::ChooseUpTo(limit) => format!("Choose up to {limit}."),
            Phone::RoughPrices => "Prices are rough estimates.".into(),
            Phone::YouVotedForThis => "You voted for this one".into(),
            Phone::YouHaveCommitted => "You have committed.".into(),
            Phone::Shuffled => {
            "Each phone has an order of its own; the numbers are the same for everyone."
                .into()
        }
            Phone::SentAtClose => {
                "You can change your choice until the vote closes. Then what you have chosen is sent, even if you \
                 have not sent it yourself."
                    .into()
            }
            Phone::SecondsLeft(count) => format!("{count} seconds left."),
            Phone::VoteMissing => "You have not voted yet".into(),
            Phone::SendingMissing => "You have not sent it. Else your choice is sent at the close.".into(),
            Phone::TimeLeft(left) => format!("{left} left"),
            Phone::NoneOfThese => "None of these".into(),
            Phone::NoneOfTheseMeans => "Your vote counts, but supports none of the requests".into(),
            Phone::ChosenOf { chosen, limit } => format!("{chosen} of {limit}"),
            Phone::Chosen => "chosen".into(),
            Phone::SendVote => "Send my vote".into(),
            Phone::SendChange => "Send my change".into(),
            Phone::VoteIsSent => "Your vote is sent".into(),
            Phone::LimitReached(limit) => {
                format!("You have already chosen {limit}. Remove a choice to choose another.")
            }
            Phone::ChooseSomething => "Choose at least one request or “None of these”.".into(),
            Phone::Sending => "Sending …".into(),
            Phone::SavedHere => "Saved here on the phone. It is sent once there is a connection.".into(),
            Phone::Received(clock) => {
                format!("Received {clock} – you can change it until it closes")
            }
            Phone::ReceivedUntimed => "Received – you can change it until it closes".into(),
            Phone::ChangedNotSent => {
                "Not sent yet: your previous vote counts. The change is sent at the close at the latest.".into()
            }
            Phone::LastSending => "The vote is closing. Your vote is being sent …".into(),
            Phone::YourVoteIsIn => "Your vote is received".into(),
            Phone::ReceivedAt(clock) => format!("Received {clock}"),
            Phone::YouDidNotVote => "You did not get to vote".into(),
            Phone::YouDidNotVoteMeans => {
                "There is no vote from you this time. You can still follow the result.".into()
            }
            Phone::ChangeTooLate => "Your last change was too late".into(),
            Phone::VoteTooLate => "Your vote did not get through".into(),
            Phone::VoteTooLateMeans => {
                "The vote closed before yours reached the server. It is not counted.".into()
            }
            Phone::VoteUncertain => "We do not know whether your vote got through".into(),
            Phone::VoteUncertainMeans => {
                "It is saved here on the phone. We ask the server once there is a connection.".into()
            }
            Phone::ThisCounts => "This counts".into(),
            Phone::BlankCounts => "Your vote counts as “None of these”.".into(),
            Phone::ObserverBallot => {
                "The vote is on. You are only watching, so there is no ballot for you.".into()
            }
            Phone::JoinAfterAll => "Join for a municipality".into(),
            Phone::ResultHeading => "What has the most support?".into(),
            Phone::HaveVoted { voted: 0, .. } => "Nobody has voted".into(),
            Phone::HaveVoted {
                municipalities,
                voted,
                present,
            } => format!(
                "{} voted · {voted} of {}",
                English.counted(municipalities, "municipality has", "municipalities have"),
                English.counted(present, "participant", "participants")
            ),
            Phone::RowsLeft(1) => "The top one is still to come".into(),
            Phone::RowsLeft(count) => format!("{count} requests are still to come"),
            Phone::NoCleanCut => "Some requests are tied. The presenter decides which go on.".into(),
            Phone::ChosenGoOn(count) => {
                let count = English.counted(count, "request that goes on", "requests that go on");
                format!("The presenter has chosen {count}")
            }
            Phone::PlaceInBarometer(place) => format!("{place} in the barometer"),
            Phone::Number(number) => format!("no. {number}"),
            Phone::YourPrice(amount) => format!("Your price would be {amount}"),
            Phone::CheaperTogether => "The more take part, the less each pays.".into(),
            Phone::YouPay => "You pay".into(),
            Phone::YouPayLess => "the price is covered. If more join, you pay less.".into(),
            Phone::HowManyShare => "Number of municipalities that share".into(),
            Phone::Shared(rule) => format!("The price is shared {rule}"),
            Phone::PlannedFor(count) => {
                format!("planned for {}", English.counted(count, "municipality", "municipalities"))
            }
            Phone::AtMostEach(amount) => format!("at most {amount} per municipality"),
            Phone::WhatYouGet => "What do you get?".into(),
            Phone::TakeHome => "I’ll take it home".into(),
            Phone::TakenBack => "You are no longer noted.".into(),
            Phone::TakeBack => "Undo".into(),
            Phone::AllRequests => "All requests".into(),
            Phone::WeWantIn => "We would like to join".into(),
            Phone::YouAreNoted => "You are noted as interested.".into(),
            Phone::NotedMeans => {
                "It does not bind you. Only a commitment from the municipality counts as funding.".into()
            }
            Phone::MayBeNamed => "The municipality would like to be named".into(),
            Phone::NameSending => "Saving …".into(),
            Phone::NameWished => {
                "Noted. The name is shown once the vendor has confirmed it with the municipality.".into()
            }
            Phone::NameNotWished => "You have not asked for the name to be shown.".into(),
            Phone::NameFailed => "Your choice is not saved yet.".into(),
            Phone::TryAgain => "Try again".into(),
            Phone::InterestMeans => "It is an interest and does not bind you.".into(),
            Phone::InterestFailed => "It did not get through. Try again.".into(),
            Phone::ObserverInterest => {
                "You are only watching. Join for a municipality to register interest.".into()
            }
            Phone::ThanksHeading => "Thank you for taking part".into(),
            Phone::TheseGoOn => "These go on".into(),
            Phone::WhatNow => "What happens now".into(),
            Phone::StepOne => {
                "The vendor works the requests through and returns with a firm price, a sharing rule and a deadline."
                    .into()
            }
            Phone::SeeAnswers => "See the answers".into(),
            Phone::Evaluate => "What did you think? Three taps".into(),
            Phone::StepTwo => {
                "You take the requests home and decide whether to help pay for them.".into()
            }
            Phone::StepThree => {
                "Once enough municipalities have committed, the request is ordered and developed."
                    .into()
            }
            Phone::Ended => "The webinar has ended.".into(),
            Phone::NeverVoted => "There was no vote in this webinar.".into(),
            Phone::ResultNotShown => "There was a vote, but the result has not been shown.".into(),
        }
}
