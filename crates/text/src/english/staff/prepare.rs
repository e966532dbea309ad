//! In English: the words with which a webinar is prepared.

use crate::Language::English;
use crate::english::counting;
use crate::staff::prepare::Prepare;

pub(crate) fn sentence(message: Prepare<'_>) -> String {
    match message {
            Prepare::Title => "Prepare the webinar".into(),
            Prepare::NewTitle => "New webinar".into(),
            Prepare::NewBody => {
            "Begin with day and time. The rest can be changed until the vote opens."
                .into()
        }
            Prepare::Create => "Create the webinar".into(),
            Prepare::Like => "Begin like".into(),
            Prepare::LikeNothing => "The usual agenda".into(),
            Prepare::LikeBody => {
            "Agenda, notes, counting rule and number of choices come along. You choose the candidates anew."
                .into()
        }
            Prepare::Basics => "About the webinar".into(),
            Prepare::TitleField => "Title".into(),
            Prepare::Date => "Date".into(),
            Prepare::Starts => "Begins".into(),
            Prepare::Ends => "Ends".into(),
            Prepare::EndsWrong => "The webinar must end after it has begun.".into(),
            Prepare::SpokenLanguage => "The webinar’s language".into(),
            Prepare::SpokenLanguageHint => {
            "The projector speaks it, whatever computer shows it. Participants choose their own."
                .into()
        }
            Prepare::Code => "Code".into(),
            Prepare::NewCode => "New code".into(),
            Prepare::CodeHint => "Participants type the code or scan the QR code.".into(),
            Prepare::CodeWrong => {
            "That code cannot be used: it is taken, or not six characters (without 0, 1, I and O). Try “New code”."
                .into()
        }
            Prepare::CodeLocked => {
            "The code is locked since someone is invited or has joined: their link must keep working."
                .into()
        }
            Prepare::LockedSince(when) => format!("Locked since the vote opened {when}: otherwise the votes would \
                                                   stand for something else."),
            Prepare::At(time) => format!("at {time}"),
            Prepare::LockedByVote => {
            "Locked since the vote opened: otherwise the votes would stand for something else."
                .into()
        }
            Prepare::DayLocked => {
            "The date is locked since the result was shown: movement since last time counts from it."
                .into()
        }
            Prepare::Shortlist => "Shortlist".into(),
            Prepare::ShortlistBody => "These are voted on, in the order in which they are shown.".into(),
            Prepare::ShortlistEmpty => "The list is empty. Find the requests below and put them on.".into(),
            Prepare::NoRequests => {
            "There are no requests yet. Import them from a file, or write the first one."
                .into()
        }
            Prepare::MoveHelp => "Drag the grip – or use ↑ and ↓ on it; Delete takes off the list.".into(),
            Prepare::Grip(title, at, of) => format!("Move “{title}”, no. {at} of {of}"),
            Prepare::Up(title) => format!("Move “{title}” up"),
            Prepare::Down(title) => format!("Move “{title}” down"),
            Prepare::TakeOff(title) => format!("Take “{title}” off the list"),
            Prepare::NowAt(title, at, of) => format!("“{title}” is now no. {at} of {of}"),
            Prepare::Added(title, at) => format!("“{title}” is put on as no. {at}"),
            Prepare::TakenOff(title) => format!("“{title}” is taken off the list"),
            Prepare::Reason => "Why is it on?".into(),
            Prepare::ReasonOf(title) => format!("Why is “{title}” on?"),
            Prepare::Pool => "Requests that can be put up".into(),
            Prepare::PoolSearch => "Search the requests".into(),
            Prepare::PoolEmpty => "All that can be put up are on the list.".into(),
            Prepare::PoolNothing => "Nothing fits the search.".into(),
            Prepare::Add => "Put on".into(),
            Prepare::AddOf(title) => format!("Put “{title}” on the list"),
            Prepare::Gone => "The request is gone".into(),
            Prepare::Vote => "The vote".into(),
            Prepare::Rule => "How do you count?".into(),
            Prepare::RuleName(rule) => counting::name(rule).into(),
            Prepare::RuleBody(rule) => counting::explanation(rule).into(),
            Prepare::MaxChoices => "How many may each participant choose?".into(),
            Prepare::MaxChoicesHint => "From 1 to 20. 3 is usual.".into(),
            Prepare::Shuffled => "Shuffle the candidates on each phone".into(),
            Prepare::ShuffledHint => {
            "So that no candidate gains from standing first. Numbers stay, and the projector follows the shortlist."
                .into()
        }
            Prepare::Agenda => "Agenda".into(),
            Prepare::AgendaBody => {
            "What is ticked is shown in this order. Only the presenter sees the notes. Time is typed in minutes, such \
             as 2 or 1:30."
                .into()
        }
            Prepare::Always => "always on".into(),
            Prepare::AgendaWrong => "The result must come after the vote.".into(),
            Prepare::Notes => "Notes for the presenter".into(),
            Prepare::NotesFor(title) => format!("Notes for the presenter while “{title}” is shown"),
            Prepare::Left(letters) => {
                format!("{} left", English.counted(letters, "letter", "letters"))
            }
            Prepare::Minutes => "Time, min".into(),
            Prepare::MinutesEach => "Time per candidate, min".into(),
            Prepare::MinutesWrong => "Type minutes, such as 2 or 1:30 – at most 60.".into(),
            Prepare::InAll(planned, there_are) => format!("{} of {} in all", minutes(planned), minutes(there_are)),
            Prepare::Ongoing => "Requests under way".into(),
            Prepare::OngoingBody => "Those you report on in the webinar, in this order.".into(),
            Prepare::OngoingEmpty => "No requests are under way yet. They are once they are selected.".into(),
            Prepare::Doubts => "Look at this before you begin".into(),
            Prepare::NoCandidates => "There are no candidates to vote on.".into(),
            Prepare::FewCandidates => {
            "There are fewer than four candidates – not much to choose between."
                .into()
        }
            Prepare::NotEligible(title, state) => format!("“{title}” can no longer be put up: {state}."),
            Prepare::ChoicesForAll => {
            "All candidates can be chosen at once. Then the votes do not show what matters most."
                .into()
        }
            Prepare::TooLong(planned, there_are) => format!(
"The agenda takes {}, and the webinar lasts {}.",
minutes(planned),
minutes(there_are)
),
            Prepare::DayIsOver => "The date lies in the past.".into(),
            Prepare::Share => "Hand out".into(),
            Prepare::JoinLink => "Link for participants".into(),
            Prepare::CopyLink => "Copy link".into(),
            Prepare::Copied => "The link is copied.".into(),
            Prepare::NotCopied => {
            "The browser does not let us copy. Select the link and copy it yourself."
                .into()
        }
            Prepare::Qr(code) => format!("QR code for participants, {code}"),
            Prepare::QrDownload => "Save the QR code".into(),
            Prepare::Appointment => "Appointment (.ics)".into(),
            Prepare::Screen => "Open the projector".into(),
            Prepare::PresenterLink => "Link for the presenter".into(),
            Prepare::PresenterBody => {
            "Whoever has this link runs the webinar. Share it with the presenter only."
                .into()
        }
            Prepare::PresenterHidden => {
            "The link was made elsewhere and cannot be shown here. If it is lost, make a new one."
                .into()
        }
            Prepare::NewLink => "Make a new link".into(),
            Prepare::NewLinkAsk => "Make a new link for the presenter?".into(),
            Prepare::NewLinkBody => "The old link stops working at once.".into(),
            Prepare::NewLinkMade => "Here is the new link. The old one no longer works.".into(),
            Prepare::Rehearse => "Try it yourself".into(),
            Prepare::RehearseBody => {
            "Opens a copy in a new tab, which only you see and which is thrown away afterwards."
                .into()
        }
            Prepare::RehearseSaved => "It shows what is saved.".into(),
            Prepare::Save => "Save".into(),
            Prepare::Saving => "Saving …".into(),
            Prepare::Saved => "Saved".into(),
            Prepare::NotSaved => "Not saved yet".into(),
            Prepare::Restored => "Here is what you typed last. It is not saved yet.".into(),
            Prepare::TakeSaved => "Take what is saved instead".into(),
            Prepare::LaidAside => "Here is what is saved. Your draft is laid aside.".into(),
            Prepare::TakeBack => "Take my draft again".into(),
            Prepare::TakeNewest => "Take the newest".into(),
            Prepare::SaveAllTheSame => "Save mine all the same".into(),
            Prepare::Delete => "Delete the webinar".into(),
            Prepare::DeleteAsk => "Delete the webinar?".into(),
            Prepare::DeleteBody => {
            "Agenda, notes, shortlist and invitations are deleted for good. The requests stay."
                .into()
        }
            Prepare::DeleteYes => "Delete for good".into(),
            Prepare::Keep => "Keep".into(),
        }
}

fn minutes(seconds: u32) -> String {
    let figure = match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, rest) => format!("{minutes}:{rest:02}"),
    };
    format!("{figure}\u{a0}min")
}
