//! Under the thumb: how many are chosen, what has become of the ballot, and the button.

use barometer_domain::barometer::Phase;
use barometer_domain::ids::Millis;
use barometer_text::phone::Phone;
use barometer_text::refusal;
use gloo_timers::callback::Interval;
use leptos::prelude::*;

use super::super::ballot_box::Trouble;
use super::super::follow::Following;
use super::super::outbox::{Outbox, Standing};
use super::super::say;
use crate::{format, language};

/// How often the countdown looks at the clock, in milliseconds.
const LOOK_MS: u32 = 250;

/// The sticky bar.
#[component]
pub(super) fn BallotBar(following: Following) -> impl IntoView {
    let ballot = following.ballot;
    let standing = Memo::new(move |_| ballot.with(Outbox::standing));
    let closing = Memo::new(move |_| following.barometer.get().phase != Phase::Open);
    let limit = Memo::new(move |_| following.text(|texts| Some(texts.rules.max_choices)));
    let refused = RwSignal::new(false);
    let over = following.over_limit;
    let note = Memo::new(move |_| {
        if over.get() && !closing.get() {
            Note::wary(Phone::LimitReached(limit.get().into()))
        } else if refused.get() && !ballot.with(Outbox::has_marks) {
            Note::wary(Phone::ChooseSomething)
        } else {
            note(following, standing.get(), closing.get())
        }
    });
    Effect::new(move || {
        if note.with(|note| !note.class.is_empty()) && standing.get() != Standing::Sending {
            following.announcer.say(note.with(|note| note.text.clone()));
        }
    });
    let send = move |_| {
        over.set(false);
        let may = !closing.get_untracked() && sendable(standing.get_untracked());
        refused.set(ballot.with_untracked(|outbox| !outbox.has_marks()));
        if may {
            ballot.send();
        }
    };
    let count = move || {
        let chosen = ballot.with(|outbox| outbox.chosen().count());
        let chosen = u32::try_from(chosen).unwrap_or(u32::MAX);
        Phone::ChosenOf {
            chosen,
            limit: limit.get().into(),
        }
        .say(language::current())
    };
    let label = move || label(standing.get()).say(language::current());
    let disabled = move || closing.get() || !sendable(standing.get());
    view! {
        <div class="bar">
            {move || {
                note.with(|note| {
                    (!note.text.is_empty())
                        .then(|| view! { <p class=format!("notice {}", note.class)>{note.text.clone()}</p> })
                })
            }}
            <p class="bar-line">
                <span>
                    <b>{count}</b>
                    " "
                    {say(Phone::Chosen)}
                </span>
                <TimeLeft following />
            </p>
            <button
                class="button primary wide"
                aria-disabled=move || disabled().to_string()
                on:click=send
            >
                {label}
            </button>
        </div>
    }
}

/// One sentence, and how it looks.
#[derive(Clone, Default, PartialEq, Eq)]
struct Note {
    class: &'static str,
    text: String,
}

impl Note {
    fn of(class: &'static str, message: Phone) -> Self {
        Self {
            class,
            text: message.say(language::current()),
        }
    }

    fn wary(message: Phone) -> Self {
        Self::of("amber", message)
    }
}

fn note(following: Following, standing: Standing, closing: bool) -> Note {
    match following.ballot.trouble() {
        Some(Trouble::Offline) => return Note::wary(Phone::SavedHere),
        Some(Trouble::Refused(refusal)) => {
            return Note {
                class: "coral",
                text: refusal::sentence(&refusal, language::current()),
            };
        }
        Some(Trouble::NotJoined) | None => {}
    }
    match standing {
        Standing::Untouched | Standing::Marked => Note::default(),
        Standing::Sending if closing => Note::wary(Phone::LastSending),
        Standing::Sending => Note::default(),
        Standing::Counted => received(following),
        Standing::Changed => Note::wary(Phone::ChangedNotSent),
    }
}

fn received(following: Following) -> Note {
    let at = following
        .ballot
        .with(|outbox| outbox.counted().and_then(|(_, at)| at));
    match at {
        None => Note::of("leaf", Phone::ReceivedUntimed),
        Some(at) => {
            let clock = format::clock(language::current(), at);
            Note::of("leaf", Phone::Received(&clock))
        }
    }
}

fn sendable(standing: Standing) -> bool {
    matches!(
        standing,
        Standing::Untouched | Standing::Marked | Standing::Changed
    )
}

fn label(standing: Standing) -> Phone<'static> {
    match standing {
        Standing::Untouched | Standing::Marked => Phone::SendVote,
        Standing::Sending => Phone::Sending,
        Standing::Counted => Phone::VoteIsSent,
        Standing::Changed => Phone::SendChange,
    }
}

/// "0:42 tilbage" while a countdown runs; else that one may change one's vote.
#[component]
fn TimeLeft(following: Following) -> impl IntoView {
    let now = RwSignal::new(following.live.server_now());
    let running = Memo::new(move |_| following.barometer.get().ends_at);
    let clock = StoredValue::new_local(None::<Interval>);
    Effect::new(move || {
        let look = move || now.set(following.live.server_now());
        look();
        let next = running.get().map(|_| Interval::new(LOOK_MS, look));
        clock.set_value(next);
    });
    let left = Memo::new(move |_| {
        let left: Option<Millis> = running.get().map(|ends_at| ends_at - now.get());
        left.map(format::countdown)
    });
    move || match left.get() {
        Some(left) => {
            let message = Phone::TimeLeft(&left).say(language::current());
            view! { <span class="time-left" role="timer">{message}</span> }.into_any()
        }
        None => view! { <span class="muted">{say(Phone::MayChange)}</span> }.into_any(),
    }
}
