//! In English: the pages of the Strategic Development Forum.

use barometer_domain::forum::InitiativeStatus;

use crate::Language::English;
use crate::forum::ForumText;

pub(crate) fn sentence(message: ForumText<'_>) -> String {
    match message {
        ForumText::Title => "Strategic Development Forum".into(),
        ForumText::Lead => "Municipalities and vendor meet twice a year about national initiatives: what they ask for, what they cost, and what we say about them nationally.".into(),
        ForumText::Next => "Next meeting".into(),
        ForumText::NoneCalled => "No meeting has been called yet.".into(),
        ForumText::Until(one) => format!("to {one}"),
        ForumText::Agenda => "Agenda".into(),
        ForumText::NoAgenda => "The agenda is on its way.".into(),
        ForumText::Input => "What you answered".into(),
        ForumText::HiddenTopic => "A change request".into(),
        ForumText::Minutes(one) => format!("{one} min."),
        ForumText::AnswerNow => "Answer the questions for the meeting".into(),
        ForumText::SeeAnswers => "See what was answered".into(),
        ForumText::Initiatives => "National initiatives".into(),
        ForumText::NoInitiatives => "There are no national initiatives yet.".into(),
        ForumText::Deadline(one) => format!("Deadline: {one}"),
        ForumText::NoDeadline => "No deadline yet".into(),
        ForumText::Cost(one) => format!("Cost: {one}"),
        ForumText::CostRange(one, two) => format!("between {one} and {two}"),
        ForumText::Effort(hours) => format!("Work: about {} hours", English.whole(hours)),
        ForumText::Affects(count) => if count == 1 { "Affects 1 request".into() } else { format!("Affects {count} requests") },
        ForumText::ToCalendar => "Put the meeting in my calendar".into(),
        ForumText::Follow => "Hear of meetings, decisions and statements".into(),
        ForumText::ReadMore => "Read about it at the ministry".into(),
        ForumText::Statement => "What we say nationally".into(),
        ForumText::NoStatement => "We have said nothing about it yet.".into(),
        ForumText::EarlierStatements => "What we said before".into(),
        ForumText::TakenBack => "Taken back".into(),
        ForumText::SaidOn(one) => format!("Said on {one}"),
        ForumText::Requests => "Requests that it affects".into(),
        ForumText::NoRequests => "There are no requests to show.".into(),
        ForumText::CodeNeeded => "The requests can be seen by those who have the code to the page of financing.".into(),
        ForumText::OnLivingPage => "See them on the page of financing".into(),
        ForumText::Comment => "Read and write comments".into(),
        ForumText::Headroom => "How much of the headroom they take".into(),
        ForumText::HeadroomLead => "The headroom is what can be spent on changes in a half-year, all together. An initiative counts with its likely cost, in equal parts from the half-year in which it begins to cost to that of its deadline.".into(),
        ForumText::HeadroomUnknown => "There is nothing to reckon yet.".into(),
        ForumText::Half(half, year) => format!("{} half of {year}", if half == 1 { "First" } else { "Second" }),
        ForumText::TakenOf(one, two) => format!("{one} of {two}"),
        ForumText::TakenOfUnknown(one) => format!("{one}; the headroom is not given"),
        ForumText::Left(one) => format!("{one} left for your own requests"),
        ForumText::TooMuch(one) => format!("{one} more than there is"),
        ForumText::Unplaced(count) => if count == 1 { "1 initiative lacks a deadline or a cost and is not included.".into() } else { format!("{count} initiatives lack a deadline or a cost and are not included.") },
        ForumText::Decisions => "Decisions".into(),
        ForumText::NoDecisions => "There are no decisions yet.".into(),
        ForumText::ReplacedOn(one) => format!("Replaced on {one}"),
        ForumText::Past => "Earlier meetings".into(),
        ForumText::Cancelled => "Called off".into(),
        ForumText::Record => "Minutes".into(),
        ForumText::NoMinutes => "The minutes are on their way.".into(),
        ForumText::Corrected(one) => format!("Corrected on {one}"),
        ForumText::Members => "Members".into(),
        ForumText::Sitting(members, municipalities) => match (members, municipalities) { (0, _) => "Nobody sits in the forum right now.".into(), (1, _) => "1 member from 1 municipality".into(), (_, 1) => format!("{members} members from 1 municipality"), _ => format!("{members} members from {municipalities} municipalities") },
        ForumText::NamesNote => "People are not named. A municipality is named once it has agreed.".into(),
        ForumText::SitsUntil(one) => format!("until {one}"),
        ForumText::ToForum => "← Strategic Development Forum".into(),
        ForumText::NoSuchInitiative => "There is no initiative at this address.".into(),
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
