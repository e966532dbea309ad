//! After the close, before the result: what has become of this person's ballot.

use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::Phase;
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::outbox::Ending;
use super::super::say;
use super::frame::Frame;
use crate::{format, language};

/// The vote is over.
#[component]
pub(crate) fn Closed(following: Following) -> impl IntoView {
    let heading = move || {
        let message = if following.is_voter() {
            heading(following.ballot.with(super::super::outbox::Outbox::ending))
        } else {
            Phone::VoteClosed
        };
        message.say(language::current())
    };
    let soon = move || {
        let revealed = following.barometer.get().phase == Phase::Revealed;
        (!revealed)
            .then(|| view! { <p class="lead">{Shared::ResultSoon.say(language::current())}</p> })
    };
    view! {
        <Frame
            following
            crumb=Signal::derive(say(Phone::VoteClosed))
            heading=Signal::derive(heading)
        >
            <Fate following />
            {soon}
        </Frame>
    }
}

fn heading(ending: Ending) -> Phone<'static> {
    match ending {
        Ending::Received => Phone::YourVoteIsIn,
        Ending::ChangeLost => Phone::ChangeTooLate,
        Ending::VoteLost => Phone::VoteTooLate,
        Ending::Uncertain => Phone::VoteUncertain,
        Ending::NotVoted => Phone::YouDidNotVote,
    }
}

/// What counts of this person's ballot, said honestly.
#[component]
fn Fate(following: Following) -> impl IntoView {
    let fate = move || {
        let ending = following.ballot.with(super::super::outbox::Outbox::ending);
        let means = match ending {
            Ending::Received | Ending::ChangeLost => return counted(following, ending).into_any(),
            Ending::VoteLost => Phone::VoteTooLateMeans,
            Ending::Uncertain => Phone::VoteUncertainMeans,
            Ending::NotVoted => Phone::YouDidNotVoteMeans,
        };
        let class = if ending == Ending::NotVoted {
            "notice"
        } else {
            "notice amber"
        };
        view! { <p class=class>{say(means)}</p> }.into_any()
    };
    move || following.is_voter().then_some(fate)
}

/// The ballot that counts, and when it was received.
fn counted(following: Following, ending: Ending) -> impl IntoView {
    let language = language::current();
    let held = following.ballot.with(|outbox| {
        let (ballot, at) = outbox.counted()?;
        Some((ballot.clone(), at))
    });
    let Some((ballot, at)) = held else {
        return ().into_any();
    };
    let received = at.map(|at| Phone::ReceivedAt(&format::clock(language, at)).say(language));
    let class = if ending == Ending::ChangeLost {
        "card change-lost"
    } else {
        "card"
    };
    view! {
        <section class=class>
            <p>
                <b>{say(Phone::ThisCounts)}</b>
                " "
                <span class="muted">{received}</span>
            </p>
            {choices(following, &ballot)}
        </section>
    }
    .into_any()
}

fn choices(following: Following, ballot: &Ballot) -> impl IntoView + use<> {
    if ballot.is_blank() {
        return view! { <p>{say(Phone::BlankCounts)}</p> }.into_any();
    }
    let titles: Vec<String> = following.text(|texts| {
        let titles = ballot.choices().filter_map(|id| texts.candidate(id));
        Some(titles.map(|text| text.title.clone()).collect())
    });
    let rows = titles.into_iter().map(|title| view! { <li>{title}</li> });
    view! { <ul class="counted">{rows.collect_view()}</ul> }.into_any()
}
