//! In English: what the phone says.

use crate::Language::English;
use crate::phone::{PhoneText, in_full};

pub(crate) fn sentence(message: PhoneText<'_>) -> String {
    match message {
            PhoneText::EnterCode => "Join the webinar".into(),
            PhoneText::CodeLabel => "The webinar’s code".into(),
            PhoneText::CodeLength(count) => {
                let letters = English.counted(count, "character", "characters");
                format!("The code has six characters. Here are {letters}.")
            }
            PhoneText::CodeHint => {
                "6 characters, on the big screen and in the invitation. Never 0, 1, I or O.".into()
            }
            PhoneText::Continue => "Continue".into(),
            PhoneText::Loading => "Loading …".into(),
            PhoneText::NoConnection => "No connection right now. We keep trying.".into(),
            PhoneText::CookiesRefused => {
                "This browser keeps no cookies here, and without them you cannot vote. Open the webinar in a new \
                 window, or allow cookies."
                    .into()
            }
            PhoneText::OpenNewWindow => "Open in a new window".into(),
            PhoneText::OtherCode => "Use another code".into(),
            PhoneText::WhichMunicipality => "Which municipality are you from?".into(),
            PhoneText::SearchMunicipality => "Search, e.g. Aabenraa".into(),
            PhoneText::ShowAllMunicipalities => "Show all municipalities".into(),
            PhoneText::NoSuchMunicipality => "No municipality begins like that.".into(),
            PhoneText::MunicipalitiesFound(count) => {
                format!("{} listed", English.counted(count, "municipality", "municipalities"))
            }
            PhoneText::InvitedFrom(municipality) => format!("Invited from {municipality}"),
            PhoneText::OpenLink => "Open link: one vote per device, as far as possible.".into(),
            PhoneText::YourName => "Your name".into(),
            PhoneText::NameWhy => "Only the vendor can read it.".into(),
            PhoneText::NameMissing => "Write your name. Only the vendor can read it.".into(),
            PhoneText::YourRole => "Job (optional)".into(),
            PhoneText::KeyWordsMean => {
                "The same four words must stand on the projector. If they differ, tell the presenter before you vote."
                    .into()
            }
            PhoneText::OtherKey => {
                "The vendor’s key is not the one that the link promises. Your name is not sent. Tell the \
                 presenter; you can still vote.".into()
            }
            PhoneText::NameNotSealed => {
            "Your name could not be sealed and is not sent. You can still vote."
                .into()
        }
            PhoneText::NameTooLate => {
            "Your name did not arrive before the vote closed. Your vote counts all the same."
                .into()
        }
            PhoneText::BallotFound => "Your vote is counted ✓".into(),
            PhoneText::BallotStruck => "The vendor has struck your vote, and it does not count.".into(),
            PhoneText::BallotMissing => "The phone cannot find your vote in the count. Tell the presenter.".into(),
            PhoneText::BallotElsewhere => {
                "Your vote was last sent from another device. If that was not you, tell the presenter.".into()
            }
            PhoneText::OtherVotes => {
                "The votes are not those that were fixed at the close. Tell the presenter.".into()
            }
            PhoneText::VotesFixedMeans => {
            "The four words must be the same on the projector and on every phone. If they differ, tell the presenter."
                .into()
        }
            PhoneText::NoLookUps => "Nobody has looked up who voted for what.".into(),
            PhoneText::LookUps(count, last) => format!(
                "The vendor has looked up who voted for what: {}, last {last}.",
                English.counted(count, "time", "times")
            ),
            PhoneText::LookUpsBroken => "The log of look-ups was changed. There may be more than it says.".into(),
            PhoneText::JoinNow => "Join".into(),
            PhoneText::WatchOnly => "I am only watching".into(),
            PhoneText::Joining => "Joining …".into(),
            PhoneText::LanguageSwitch => "Language".into(),
            PhoneText::Ask => "Ask a question".into(),
            PhoneText::Because(reason) => format!("Reason: {reason}"),
            PhoneText::Estimate => "What could you join for?".into(),
            PhoneText::ChangeMunicipality => "Change municipality".into(),
            PhoneText::InFull(name) => in_full(name),
            PhoneText::Watching => "Only watching".into(),
            PhoneText::Code(code) => format!("Code {code}"),
            PhoneText::WelcomeHeading => "Welcome".into(),
            PhoneText::StartsSoon => {
                "We start in a moment. The phone follows by itself, so you can just leave it.".into()
            }
            PhoneText::YouAreIn(municipality) => format!("You have joined for {municipality}."),
            PhoneText::YouWatch => "You are only watching, without a vote.".into(),
            PhoneText::LookAtScreen => "One moment".into(),
            PhoneText::LookAtScreenWhy => "Nothing happens on the phone right now.".into(),
            PhoneText::CandidateOf { number, of } => format!("Candidate {number} of {of}"),
            PhoneText::RoughPrice => "Rough estimate".into(),
            PhoneText::FirmPrice => "Firm price".into(),
            PhoneText::Price => "Price".into(),
            PhoneText::Between(low, high) => format!("Between {low} and {high}"),
            PhoneText::Benefit => "Benefit".into(),
            PhoneText::BenefitAndPrice => "Benefit and price per municipality".into(),
            PhoneText::PriceEach => "Price per municipality".into(),
            PhoneText::PageOf { page, of } => format!("Page {page} of {of}"),
            PhoneText::Requests(0) => "No requests".into(),
            PhoneText::Requests(count) => English.counted(count, "request", "requests"),
            PhoneText::NothingUnderWay => "No requests are under way right now.".into(),
            PhoneText::SoonYouVote => "You vote in a moment".into(),
            PhoneText::HowToVote(limit) => format!(
                "The vote opens here on the phone. {} You can change your vote until it closes.",
                sentence(PhoneText::ChooseUpTo(limit))
            ),
            PhoneText::VoteOpen => "The vote is open".into(),
            PhoneText::VoteClosing => "The vote is closing".into(),
            PhoneText::VoteClosed => "The vote is closed".into(),
            PhoneText::Question => "Which requests do you want most?".into(),
            PhoneText::ChooseUpTo(1) => "Choose 1.".into(),
            PhoneText::ChooseUpTo(limit) => format!("Choose up to {limit}."),
            PhoneText::RoughPrices => "Prices are rough estimates.".into(),
            PhoneText::YouVotedForThis => "You voted for this one".into(),
            PhoneText::YouHaveCommitted => "You have committed.".into(),
            PhoneText::Shuffled => {
            "Each phone has an order of its own; the numbers are the same for everyone."
                .into()
        }
            PhoneText::SentAtClose => {
                "You can change your choice until the vote closes. Then what you have chosen is sent, even if you \
                 have not sent it yourself."
                    .into()
            }
            PhoneText::SecondsLeft(count) => format!("{count} seconds left."),
            PhoneText::VoteMissing => "You have not voted yet".into(),
            PhoneText::SendingMissing => "You have not sent it. Else your choice is sent at the close.".into(),
            PhoneText::TimeLeft(left) => format!("{left} left"),
            PhoneText::NoneOfThese => "None of these".into(),
            PhoneText::NoneOfTheseMeans => "Your vote counts, but supports none of the requests".into(),
            PhoneText::ChosenOf { chosen, limit } => format!("{chosen} of {limit}"),
            PhoneText::Chosen => "chosen".into(),
            PhoneText::SendVote => "Send my vote".into(),
            PhoneText::SendChange => "Send my change".into(),
            PhoneText::VoteIsSent => "Your vote is sent".into(),
            PhoneText::LimitReached(limit) => {
                format!("You have already chosen {limit}. Remove a choice to choose another.")
            }
            PhoneText::ChooseSomething => "Choose at least one request or “None of these”.".into(),
            PhoneText::Sending => "Sending …".into(),
            PhoneText::SavedHere => "Saved here on the phone. It is sent once there is a connection.".into(),
            PhoneText::Received(clock) => {
                format!("Received {clock} – you can change it until it closes")
            }
            PhoneText::ReceivedUntimed => "Received – you can change it until it closes".into(),
            PhoneText::ChangedNotSent => {
                "Not sent yet: your previous vote counts. The change is sent at the close at the latest.".into()
            }
            PhoneText::LastSending => "The vote is closing. Your vote is being sent …".into(),
            PhoneText::YourVoteIsIn => "Your vote is received".into(),
            PhoneText::ReceivedAt(clock) => format!("Received {clock}"),
            PhoneText::YouDidNotVote => "You did not get to vote".into(),
            PhoneText::YouDidNotVoteMeans => {
                "There is no vote from you this time. You can still follow the result.".into()
            }
            PhoneText::ChangeTooLate => "Your last change was too late".into(),
            PhoneText::VoteTooLate => "Your vote did not get through".into(),
            PhoneText::VoteTooLateMeans => {
                "The vote closed before yours reached the server. It is not counted.".into()
            }
            PhoneText::VoteUncertain => "We do not know whether your vote got through".into(),
            PhoneText::VoteUncertainMeans => {
                "It is saved here on the phone. We ask the server once there is a connection.".into()
            }
            PhoneText::ThisCounts => "This counts".into(),
            PhoneText::BlankCounts => "Your vote counts as “None of these”.".into(),
            PhoneText::ObserverBallot => {
                "The vote is on. You are only watching, so there is no ballot for you.".into()
            }
            PhoneText::JoinAfterAll => "Join for a municipality".into(),
            PhoneText::ResultHeading => "What has the most support?".into(),
            PhoneText::HaveVoted { voted: 0, .. } => "Nobody has voted".into(),
            PhoneText::HaveVoted {
                municipalities,
                voted,
                present,
            } => format!(
                "{} voted · {voted} of {}",
                English.counted(municipalities, "municipality has", "municipalities have"),
                English.counted(present, "participant", "participants")
            ),
            PhoneText::RowsLeft(1) => "The top one is still to come".into(),
            PhoneText::RowsLeft(count) => format!("{count} requests are still to come"),
            PhoneText::NoCleanCut => "Some requests are tied. The presenter decides which go on.".into(),
            PhoneText::ChosenGoOn(count) => {
                let count = English.counted(count, "request that goes on", "requests that go on");
                format!("The presenter has chosen {count}")
            }
            PhoneText::PlaceInBarometer(place) => format!("{place} in the barometer"),
            PhoneText::Number(number) => format!("no. {number}"),
            PhoneText::YourPrice(amount) => format!("Your price would be {amount}"),
            PhoneText::CheaperTogether => "The more take part, the less each pays.".into(),
            PhoneText::YouPay => "You pay".into(),
            PhoneText::YouPayLess => "the price is covered. If more join, you pay less.".into(),
            PhoneText::HowManyShare => "Number of municipalities that share".into(),
            PhoneText::Shared(rule) => format!("The price is shared {rule}"),
            PhoneText::PlannedFor(count) => {
                format!("planned for {}", English.counted(count, "municipality", "municipalities"))
            }
            PhoneText::AtMostEach(amount) => format!("at most {amount} per municipality"),
            PhoneText::WhatYouGet => "What do you get?".into(),
            PhoneText::TakeHome => "I’ll take it home".into(),
            PhoneText::TakenBack => "You are no longer noted.".into(),
            PhoneText::TakeBack => "Undo".into(),
            PhoneText::AllRequests => "All requests".into(),
            PhoneText::WeWantIn => "We would like to join".into(),
            PhoneText::YouAreNoted => "You are noted as interested.".into(),
            PhoneText::NotedMeans => {
                "It does not bind you. Only a commitment from the municipality counts as funding.".into()
            }
            PhoneText::MayBeNamed => "The municipality would like to be named".into(),
            PhoneText::NameSending => "Saving …".into(),
            PhoneText::NameWished => {
                "Noted. The name is shown once the vendor has confirmed it with the municipality.".into()
            }
            PhoneText::NameNotWished => "You have not asked for the name to be shown.".into(),
            PhoneText::NameFailed => "Your choice is not saved yet.".into(),
            PhoneText::TryAgain => "Try again".into(),
            PhoneText::InterestMeans => "It is an interest and does not bind you.".into(),
            PhoneText::InterestFailed => "It did not get through. Try again.".into(),
            PhoneText::ObserverInterest => {
                "You are only watching. Join for a municipality to register interest.".into()
            }
            PhoneText::ThanksHeading => "Thank you for taking part".into(),
            PhoneText::TheseGoOn => "These go on".into(),
            PhoneText::WhatNow => "What happens now".into(),
            PhoneText::StepOne => {
                "The vendor works the requests through and returns with a firm price, a sharing rule and a deadline."
                    .into()
            }
            PhoneText::SeeAnswers => "See the answers".into(),
            PhoneText::Evaluate => "What did you think? Three taps".into(),
            PhoneText::StepTwo => {
                "You take the requests home and decide whether to help pay for them.".into()
            }
            PhoneText::StepThree => {
                "Once enough municipalities have committed, the request is ordered and developed."
                    .into()
            }
            PhoneText::Ended => "The webinar has ended.".into(),
            PhoneText::NeverVoted => "There was no vote in this webinar.".into(),
            PhoneText::ResultNotShown => "There was a vote, but the result has not been shown.".into(),
        }
}
