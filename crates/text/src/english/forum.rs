//! In English: the pages of the Strategic Development Forum.

use barometer_domain::forum::InitiativeStatus;

use crate::Language::English;
use crate::forum::Forum;

pub(crate) fn sentence(message: Forum<'_>) -> String {
    match message {
        Forum::Title => "Strategic Development Forum".into(),
        Forum::Lead => "Municipalities and vendor meet twice a year about national initiatives: what they ask for, what they cost, and what we say about them nationally.".into(),
        Forum::Next => "Next meeting".into(),
        Forum::NoneCalled => "No meeting has been called yet.".into(),
        Forum::Until(one) => format!("to {one}"),
        Forum::Agenda => "Agenda".into(),
        Forum::NoAgenda => "The agenda is on its way.".into(),
        Forum::Input => "What you answered".into(),
        Forum::HiddenTopic => "A change request".into(),
        Forum::Minutes(one) => format!("{one} min."),
        Forum::AnswerNow => "Answer the questions for the meeting".into(),
        Forum::SeeAnswers => "See what was answered".into(),
        Forum::Initiatives => "National initiatives".into(),
        Forum::NoInitiatives => "There are no national initiatives yet.".into(),
        Forum::Deadline(one) => format!("Deadline: {one}"),
        Forum::NoDeadline => "No deadline yet".into(),
        Forum::Cost(one) => format!("Cost: {one}"),
        Forum::CostRange(one, two) => format!("between {one} and {two}"),
        Forum::Effort(hours) => format!("Work: about {} hours", English.whole(hours)),
        Forum::Affects(count) => if count == 1 { "Affects 1 request".into() } else { format!("Affects {count} requests") },
        Forum::ReadMore => "Read about it at the ministry".into(),
        Forum::Statement => "What we say nationally".into(),
        Forum::NoStatement => "We have said nothing about it yet.".into(),
        Forum::EarlierStatements => "What we said before".into(),
        Forum::TakenBack => "Taken back".into(),
        Forum::SaidOn(one) => format!("Said on {one}"),
        Forum::Requests => "Requests that it affects".into(),
        Forum::NoRequests => "There are no requests to show.".into(),
        Forum::CodeNeeded => "The requests can be seen by those who have the code to the page of financing.".into(),
        Forum::OnLivingPage => "See them on the page of financing".into(),
        Forum::Comment => "Read and write comments".into(),
        Forum::Headroom => "How much of the headroom they take".into(),
        Forum::HeadroomLead => "The headroom is what can be spent on changes in a half-year, all together. An initiative counts with its likely cost, in equal parts from the half-year in which it begins to cost to that of its deadline.".into(),
        Forum::HeadroomUnknown => "There is nothing to reckon yet.".into(),
        Forum::Half(half, year) => format!("{} half of {year}", if half == 1 { "First" } else { "Second" }),
        Forum::TakenOf(one, two) => format!("{one} of {two}"),
        Forum::TakenOfUnknown(one) => format!("{one}; the headroom is not given"),
        Forum::Left(one) => format!("{one} left for your own requests"),
        Forum::TooMuch(one) => format!("{one} more than there is"),
        Forum::Unplaced(count) => if count == 1 { "1 initiative lacks a deadline or a cost and is not included.".into() } else { format!("{count} initiatives lack a deadline or a cost and are not included.") },
        Forum::Decisions => "Decisions".into(),
        Forum::NoDecisions => "There are no decisions yet.".into(),
        Forum::ReplacedOn(one) => format!("Replaced on {one}"),
        Forum::Past => "Earlier meetings".into(),
        Forum::Cancelled => "Called off".into(),
        Forum::Record => "Minutes".into(),
        Forum::NoMinutes => "The minutes are on their way.".into(),
        Forum::Corrected(one) => format!("Corrected on {one}"),
        Forum::Members => "Members".into(),
        Forum::Sitting(members, municipalities) => match (members, municipalities) { (0, _) => "Nobody sits in the forum right now.".into(), (1, _) => "1 member from 1 municipality".into(), (_, 1) => format!("{members} members from 1 municipality"), _ => format!("{members} members from {municipalities} municipalities") },
        Forum::NamesNote => "People are not named. A municipality is named once it has agreed.".into(),
        Forum::SitsUntil(one) => format!("until {one}"),
        Forum::ToForum => "← Strategic Development Forum".into(),
        Forum::NoSuchInitiative => "There is no initiative at this address.".into(),
    }
}

pub(crate) const fn status(status: InitiativeStatus) -> &'static str {
    match status {
        InitiativeStatus::Announced => "Announced",
        InitiativeStatus::UnderAnalysis => "Under analysis",
        InitiativeStatus::Planned => "Planned",
        InitiativeStatus::UnderDevelopment => "Under development",
        InitiativeStatus::Delivered => "Delivered",
        InitiativeStatus::Dropped => "Dropped",
    }
}
