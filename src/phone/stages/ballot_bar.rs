//! Under the thumb: how many are chosen or what has become of the ballot, the time left, and the button.

use barometer_domain::ids::Millis;
use barometer_kit::format;
use barometer_kit::ui::handler::handler;
use barometer_text::phone::PhoneText;
use barometer_text::refusal;
use leptos::prelude::*;

use super::super::ballot_box::SendError;
use super::super::outbox::BallotStatus;
use super::super::participant::{ParticipantPage, StageContext};
use crate::phone::ui::article_link::estimate_link;

/// When the time left is said, in seconds, the last one first.
const MARKS_S: [u32; 3] = [10, 30, 60];
/// From then on, who has not voted is told so.
const URGENT_S: u32 = 30;

/// One sentence, and how it looks.
#[derive(Default)]
pub(super) struct BarNote {
    class: &'static str,
    pub(super) text: String,
}

/// What has become of the ballot; nothing while there is nothing to say.
pub(super) fn note(seen: &StageContext, closing: bool) -> BarNote {
    let (state, language) = (seen.state, seen.language);
    let of = |class, message: PhoneText| BarNote {
        class,
        text: message.say(language),
    };
    let wary = |message| of("notice amber", message);
    if state.over_limit && !closing {
        return wary(PhoneText::LimitReached(seen.texts.rules.max_choices.into()));
    }
    if state.nothing_ticked && !state.outbox.has_marks() && !closing {
        return wary(PhoneText::ChooseSomething);
    }
    match &state.trouble {
        Some(SendError::Offline) => return wary(PhoneText::SavedHere),
        Some(SendError::Refused(why)) => {
            return BarNote {
                class: "notice coral",
                text: refusal::sentence(why, language),
            };
        }
        None => {}
    }
    let is_urgent = marked_seconds(seen).is_some_and(|seconds| seconds <= URGENT_S);
    match state.outbox.status() {
        BallotStatus::Untouched if is_urgent && !closing => wary(PhoneText::VoteMissing),
        BallotStatus::Marked if is_urgent && !closing => wary(PhoneText::SendingMissing),
        BallotStatus::Sending if closing => wary(PhoneText::LastSending),
        BallotStatus::Untouched | BallotStatus::Marked | BallotStatus::Sending => {
            BarNote::default()
        }
        BallotStatus::Counted if closing => of("notice leaf", PhoneText::YourVoteIsIn),
        BallotStatus::Counted => {
            let at = state.outbox.counted().and_then(|(_, at)| at);
            match at.map(|at| format::clock(language, at)) {
                Some(clock) => of("notice leaf", PhoneText::Received(&clock)),
                None => of("notice leaf", PhoneText::ReceivedUntimed),
            }
        }
        BallotStatus::Changed => wary(PhoneText::ChangedNotSent),
    }
}

/// What is said to those who listen: the time left at each mark, and what has become of the ballot.
pub(super) fn status(seen: &StageContext, note: &BarNote) -> String {
    match marked_seconds(seen) {
        Some(seconds) => PhoneText::SecondsLeft(seconds).say(seen.language) + " " + &note.text,
        None => note.text.clone(),
    }
}

/// The last mark that a running countdown has passed, in seconds.
fn marked_seconds(seen: &StageContext) -> Option<u32> {
    let left = seen.view.barometer.ends_at? - seen.state.now;
    mark(left)
}

fn mark(left: Millis) -> Option<u32> {
    let passed = |seconds: &u32| left > 0 && left <= Millis::from(*seconds) * 1000;
    MARKS_S.into_iter().find(passed)
}

/// The sticky bar: the note stands where the count stands else, so that the ballot keeps its room.
pub(super) fn bar(seen: &StageContext, note: BarNote, closing: bool) -> AnyView {
    let (following, language) = (seen.following, seen.language);
    let outbox = &seen.state.outbox;
    let count = if outbox.is_blank() {
        PhoneText::NoneOfThese
    } else {
        PhoneText::ChosenOf {
            chosen: u32::try_from(outbox.chosen().count()).unwrap_or(0),
            limit: seen.texts.rules.max_choices.into(),
        }
    };
    let line = if note.text.is_empty() {
        let (count, chosen) = (count.say(language), PhoneText::Chosen.say(language));
        view! {
            <span>
                <b>{count}</b>
                " "
                {chosen}
            </span>
        }
        .into_any()
    } else {
        view! { <span class=note.class>{note.text}</span> }.into_any()
    };
    let standing = outbox.status();
    let (label, sendable) = match standing {
        BallotStatus::Untouched | BallotStatus::Marked => (PhoneText::SendVote, true),
        BallotStatus::Sending => (PhoneText::Sending, false),
        BallotStatus::Counted => (PhoneText::VoteIsSent, false),
        BallotStatus::Changed => (PhoneText::SendChange, true),
    };
    let sendable = sendable && !closing;
    // Never before the ballot is safe.
    let is_safe = standing == BallotStatus::Counted && !closing && !outbox.is_blank();
    let estimate = is_safe.then(|| estimate_link(&seen.state.info.code));
    view! {
        <div class="bar ballot-bar">
            <p class="bar-line">{line} <span class="time-left">{time_left(seen)}</span></p>
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
            {estimate}
        </div>
    }
    .into_any()
}

fn send(following: ParticipantPage) {
    let nothing_ticked = !following.state.read_untracked().outbox.has_marks();
    following.say_again();
    {
        let mut state = following.state.write();
        state.over_limit = false;
        state.nothing_ticked = nothing_ticked;
    }
    following.send();
}

/// "0:42 tilbage" while a countdown runs.
fn time_left(seen: &StageContext) -> Option<String> {
    let left = seen.view.barometer.ends_at? - seen.state.now;
    let left = format::countdown(left);
    Some(PhoneText::TimeLeft(&left).say(seen.language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_said_three_times() {
        let lefts = [75_000, 60_000, 30_001, 30_000, 10_000, 1, 0, -1];
        let marks = lefts.map(mark);
        let expected = [
            None,
            Some(60),
            Some(60),
            Some(30),
            Some(10),
            Some(10),
            None,
            None,
        ];
        assert_eq!(marks, expected);
    }
}
