//! Under the thumb: how many are chosen, what has become of the ballot, and the button.

use barometer_text::phone::Phone;
use barometer_text::refusal;
use leptos::prelude::*;

use super::super::ballot_box::Trouble;
use super::super::follow::{Following, Seen};
use super::super::outbox::Standing;
use crate::format;
use crate::ui::handler::handler;

/// One sentence, and how it looks.
#[derive(Default)]
pub(super) struct Note {
    class: &'static str,
    pub(super) text: String,
}

/// What has become of the ballot; nothing while there is nothing to say.
pub(super) fn note(seen: &Seen, closing: bool) -> Note {
    let (state, language) = (seen.state, seen.language);
    let of = |class, message: Phone| Note {
        class,
        text: message.say(language),
    };
    let wary = |message| of("notice amber", message);
    if state.over_limit && !closing {
        return wary(Phone::LimitReached(seen.texts.rules.max_choices.into()));
    }
    if state.nothing_ticked && !state.outbox.has_marks() && !closing {
        return wary(Phone::ChooseSomething);
    }
    match &state.trouble {
        Some(Trouble::Offline) => return wary(Phone::SavedHere),
        Some(Trouble::Refused(why)) => {
            return Note {
                class: "notice coral",
                text: refusal::sentence(why, language),
            };
        }
        None => {}
    }
    match state.outbox.standing() {
        Standing::Sending if closing => wary(Phone::LastSending),
        Standing::Untouched | Standing::Marked | Standing::Sending => Note::default(),
        Standing::Counted if closing => of("notice leaf", Phone::YourVoteIsIn),
        Standing::Counted => {
            let at = state.outbox.counted().and_then(|(_, at)| at);
            match at.map(|at| format::clock(language, at)) {
                Some(clock) => of("notice leaf", Phone::Received(&clock)),
                None => of("notice leaf", Phone::ReceivedUntimed),
            }
        }
        Standing::Changed => wary(Phone::ChangedNotSent),
    }
}

/// The sticky bar.
pub(super) fn bar(seen: &Seen, note: Note, closing: bool) -> AnyView {
    let (following, language) = (seen.following, seen.language);
    let outbox = &seen.state.outbox;
    let count = Phone::ChosenOf {
        chosen: u32::try_from(outbox.chosen().count()).unwrap_or(0),
        limit: seen.texts.rules.max_choices.into(),
    };
    let standing = outbox.standing();
    let (label, sendable) = match standing {
        Standing::Untouched | Standing::Marked => (Phone::SendVote, true),
        Standing::Sending => (Phone::Sending, false),
        Standing::Counted => (Phone::VoteIsSent, false),
        Standing::Changed => (Phone::SendChange, true),
    };
    let (time_class, time) = time_left(seen, closing);
    let sendable = sendable && !closing;
    view! {
        <div class="bar">
            <p class=note.class>{note.text}</p>
            <p class="bar-line">
                <span>
                    <b>{count.say(language)}</b>
                    " "
                    {Phone::Chosen.say(language)}
                </span>
                <span class=time_class>{time}</span>
            </p>
            <button
                class="button primary wide"
                aria-disabled=(!sendable).to_string()
                on:click=handler(move |_| {
                    if sendable {
                        send(following);
                    }
                })
            >
                {label.say(language)}
            </button>
        </div>
    }
    .into_any()
}

fn send(following: Following) {
    let nothing_ticked = !following.state.read_untracked().outbox.has_marks();
    {
        let mut state = following.state.write();
        state.over_limit = false;
        state.nothing_ticked = nothing_ticked;
    }
    following.send();
}

/// "0:42 tilbage" while a countdown runs; else that one may change one's vote.
fn time_left(seen: &Seen, closing: bool) -> (&'static str, String) {
    match seen.view.barometer.ends_at {
        Some(ends_at) => {
            let left = format::countdown(ends_at - seen.state.now);
            ("time-left", Phone::TimeLeft(&left).say(seen.language))
        }
        None if closing => ("", String::new()),
        None => ("muted", Phone::MayChange.say(seen.language)),
    }
}
