//! In English: the words with which a webinar is prepared.

use crate::Language::English;
use crate::english::counting;
use crate::staff::prepare::PrepareText;

pub(crate) fn sentence(message: PrepareText<'_>) -> String {
    match message {
            PrepareText::Title => "Prepare the webinar".into(),
            PrepareText::NewTitle => "New webinar".into(),
            PrepareText::NewBody => {
            "Begin with day and time. The rest can be changed until the vote opens."
                .into()
        }
            PrepareText::Create => "Create the webinar".into(),
            PrepareText::Like => "Begin like".into(),
            PrepareText::LikeNothing => "The usual agenda".into(),
            PrepareText::LikeBody => {
            "Agenda, notes, counting rule and number of choices come along. You choose the candidates anew."
                .into()
        }
            PrepareText::Basics => "About the webinar".into(),
            PrepareText::TitleField => "Title".into(),
            PrepareText::Date => "Date".into(),
            PrepareText::Starts => "Begins".into(),
            PrepareText::Ends => "Ends".into(),
            PrepareText::EndsWrong => "The webinar must end after it has begun.".into(),
            PrepareText::SpokenLanguage => "The webinar’s language".into(),
            PrepareText::SpokenLanguageHint => {
            "The projector speaks it, whatever computer shows it. Participants choose their own."
                .into()
        }
            PrepareText::Code => "Code".into(),
            PrepareText::NewCode => "New code".into(),
            PrepareText::CodeHint => "Participants type the code or scan the QR code.".into(),
            PrepareText::CodeWrong => {
            "That code cannot be used: it is taken, or not six characters (without 0, 1, I and O). Try “New code”."
                .into()
        }
            PrepareText::CodeLocked => {
            "The code is locked since someone is invited or has joined: their link must keep working."
                .into()
        }
            PrepareText::LockedSince(when) => format!("Locked since the vote opened {when}: otherwise the votes would \
                                                   stand for something else."),
            PrepareText::At(time) => format!("at {time}"),
            PrepareText::LockedByVote => {
            "Locked since the vote opened: otherwise the votes would stand for something else."
                .into()
        }
            PrepareText::DayLocked => {
            "The date is locked since the result was shown: movement since last time counts from it."
                .into()
        }
            PrepareText::Shortlist => "Shortlist".into(),
            PrepareText::ShortlistBody => "These are voted on, in the order in which they are shown.".into(),
            PrepareText::ShortlistEmpty => "The list is empty. Find the requests below and put them on.".into(),
            PrepareText::NoRequests => {
            "There are no requests yet. Import them from a file, or write the first one."
                .into()
        }
            PrepareText::MoveHelp => "Drag the grip – or use ↑ and ↓ on it; Delete takes off the list.".into(),
            PrepareText::Grip(title, at, of) => format!("Move “{title}”, no. {at} of {of}"),
            PrepareText::Up(title) => format!("Move “{title}” up"),
            PrepareText::Down(title) => format!("Move “{title}” down"),
            PrepareText::TakeOff(title) => format!("Take “{title}” off the list"),
            PrepareText::NowAt(title, at, of) => format!("“{title}” is now no. {at} of {of}"),
            PrepareText::Added(title, at) => format!("“{title}” is put on as no. {at}"),
            PrepareText::TakenOff(title) => format!("“{title}” is taken off the list"),
            PrepareText::Reason => "Why is it on?".into(),
            PrepareText::ReasonOf(title) => format!("Why is “{title}” on?"),
            PrepareText::Pool => "Requests that can be put up".into(),
            PrepareText::PoolSearch => "Search the requests".into(),
            PrepareText::PoolEmpty => "All that can be put up are on the list.".into(),
            PrepareText::PoolNothing => "Nothing fits the search.".into(),
            PrepareText::Add => "Put on".into(),
            PrepareText::AddOf(title) => format!("Put “{title}” on the list"),
            PrepareText::Gone => "The request is gone".into(),
            PrepareText::Vote => "The vote".into(),
            PrepareText::Rule => "How do you count?".into(),
            PrepareText::RuleName(rule) => counting::name(rule).into(),
            PrepareText::RuleBody(rule) => counting::explanation(rule).into(),
            PrepareText::MaxChoices => "How many may each participant choose?".into(),
            PrepareText::MaxChoicesHint => "From 1 to 20. 3 is usual.".into(),
            PrepareText::Shuffled => "Shuffle the candidates on each phone".into(),
            PrepareText::ShuffledHint => {
            "So that no candidate gains from standing first. Numbers stay, and the projector follows the shortlist."
                .into()
        }
            PrepareText::Agenda => "Agenda".into(),
            PrepareText::AgendaBody => {
            "What is ticked is shown in this order. Only the presenter sees the notes. Time is typed in minutes, such \
             as 2 or 1:30."
                .into()
        }
            PrepareText::Always => "always on".into(),
            PrepareText::AgendaWrong => "The result must come after the vote.".into(),
            PrepareText::Notes => "Notes for the presenter".into(),
            PrepareText::NotesFor(title) => format!("Notes for the presenter while “{title}” is shown"),
            PrepareText::Left(letters) => {
                format!("{} left", English.counted(letters, "letter", "letters"))
            }
            PrepareText::Minutes => "Time, min".into(),
            PrepareText::MinutesEach => "Time per candidate, min".into(),
            PrepareText::MinutesWrong => "Type minutes, such as 2 or 1:30 – at most 60.".into(),
            PrepareText::InAll(planned, there_are) => format!("{} of {} in all", minutes(planned), minutes(there_are)),
            PrepareText::Ongoing => "Requests under way".into(),
            PrepareText::OngoingBody => "Those you report on in the webinar, in this order.".into(),
            PrepareText::OngoingEmpty => "No requests are under way yet. They are once they are selected.".into(),
            PrepareText::Doubts => "Look at this before you begin".into(),
            PrepareText::NoCandidates => "There are no candidates to vote on.".into(),
            PrepareText::FewCandidates => {
            "There are fewer than four candidates – not much to choose between."
                .into()
        }
            PrepareText::NotEligible(title, state) => format!("“{title}” can no longer be put up: {state}."),
            PrepareText::ChoicesForAll => {
            "All candidates can be chosen at once. Then the votes do not show what matters most."
                .into()
        }
            PrepareText::TooLong(planned, there_are) => format!(
"The agenda takes {}, and the webinar lasts {}.",
minutes(planned),
minutes(there_are)
),
            PrepareText::DayIsOver => "The date lies in the past.".into(),
            PrepareText::Share => "Hand out".into(),
            PrepareText::JoinLink => "Link for participants".into(),
            PrepareText::CopyLink => "Copy link".into(),
            PrepareText::Copied => "The link is copied.".into(),
            PrepareText::NotCopied => {
            "The browser does not let us copy. Select the link and copy it yourself."
                .into()
        }
            PrepareText::Qr(code) => format!("QR code for participants, {code}"),
            PrepareText::QrDownload => "Save the QR code".into(),
            PrepareText::Appointment => "Appointment (.ics)".into(),
            PrepareText::Screen => "Open the projector".into(),
            PrepareText::PresenterLink => "Link for the presenter".into(),
            PrepareText::PresenterBody => {
            "Whoever has this link runs the webinar. Share it with the presenter only."
                .into()
        }
            PrepareText::PresenterHidden => {
            "The link was made elsewhere and cannot be shown here. If it is lost, make a new one."
                .into()
        }
            PrepareText::NewLink => "Make a new link".into(),
            PrepareText::NewLinkAsk => "Make a new link for the presenter?".into(),
            PrepareText::NewLinkBody => "The old link stops working at once.".into(),
            PrepareText::NewLinkMade => "Here is the new link. The old one no longer works.".into(),
            PrepareText::Rehearse => "Try it yourself".into(),
            PrepareText::RehearseBody => {
            "Opens a copy in a new tab, which only you see and which is thrown away afterwards."
                .into()
        }
            PrepareText::RehearseSaved => "It shows what is saved.".into(),
            PrepareText::Save => "Save".into(),
            PrepareText::Saving => "Saving …".into(),
            PrepareText::Saved => "Saved".into(),
            PrepareText::NotSaved => "Not saved yet".into(),
            PrepareText::Restored => "Here is what you typed last. It is not saved yet.".into(),
            PrepareText::TakeSaved => "Take what is saved instead".into(),
            PrepareText::LaidAside => "Here is what is saved. Your draft is laid aside.".into(),
            PrepareText::TakeBack => "Take my draft again".into(),
            PrepareText::TakeNewest => "Take the newest".into(),
            PrepareText::SaveAllTheSame => "Save mine all the same".into(),
            PrepareText::Delete => "Delete the webinar".into(),
            PrepareText::DeleteAsk => "Delete the webinar?".into(),
            PrepareText::DeleteBody => {
            "Agenda, notes, shortlist and invitations are deleted for good. The requests stay."
                .into()
        }
            PrepareText::DeleteYes => "Delete for good".into(),
            PrepareText::Keep => "Keep".into(),
        }
}

fn minutes(seconds: u32) -> String {
    let figure = match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, rest) => format!("{minutes}:{rest:02}"),
    };
    format!("{figure}\u{a0}min")
}
