//! After the close, before the result: what has become of this person's ballot.

use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::Phase;
use barometer_kit::format;
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use leptos::prelude::*;

use super::super::outbox::BallotEnding;
use super::super::participant::StageContext;
use super::frame::StagePage;

/// The vote is over.
pub(crate) fn closed(seen: &StageContext) -> StagePage {
    let mut main = Vec::new();
    let heading = if seen.is_voter() {
        let (heading, fate) = fate(seen);
        main.push(fate);
        if seen.state.name_late && seen.state.outbox.counted().is_some() {
            let late = PhoneText::NameTooLate.say(seen.language);
            main.push(view! { <p class="muted">{late}</p> }.into_any());
        }
        heading
    } else {
        PhoneText::VoteClosed
    };
    if seen.view.barometer.phase != Phase::Revealed {
        let soon = SharedText::ResultSoon.say(seen.language);
        main.push(view! { <p class="lead">{soon}</p> }.into_any());
    }
    main.extend(vote_words(seen));
    StagePage {
        crumb: PhoneText::VoteClosed.say(seen.language),
        heading: heading.say(seen.language),
        main,
        ..StagePage::default()
    }
}

/// The four words of all votes, once they are known.
pub(super) fn vote_words(seen: &StageContext) -> Option<AnyView> {
    let words = seen.state.vote_words.as_str();
    (!words.is_empty()).then(|| {
        let line = SharedText::VotesFixed(words).say(seen.language);
        let means = PhoneText::VotesFixedMeans.say(seen.language);
        view! {
            <p class="muted">
                <b>{line}</b>
                ". "
                {means}
            </p>
        }
        .into_any()
    })
}

/// What counts of this person's ballot, said honestly.
fn fate(seen: &StageContext) -> (PhoneText<'static>, AnyView) {
    let (heading, class, means) = match seen.state.outbox.ending() {
        BallotEnding::Received => return (PhoneText::YourVoteIsIn, counted(seen, "card")),
        BallotEnding::ChangeLost => {
            return (PhoneText::ChangeTooLate, counted(seen, "card change-lost"));
        }
        BallotEnding::VoteLost => (
            PhoneText::VoteTooLate,
            "notice amber",
            PhoneText::VoteTooLateMeans,
        ),
        BallotEnding::Uncertain => (
            PhoneText::VoteUncertain,
            "notice amber",
            PhoneText::VoteUncertainMeans,
        ),
        BallotEnding::NotVoted => (
            PhoneText::YouDidNotVote,
            "notice",
            PhoneText::YouDidNotVoteMeans,
        ),
    };
    let means = means.say(seen.language);
    (heading, view! { <p class=class>{means}</p> }.into_any())
}

/// The ballot that counts, and when it was received.
fn counted(seen: &StageContext, class: &'static str) -> AnyView {
    let Some((ballot, at)) = seen.state.outbox.counted() else {
        return ().into_any();
    };
    let received = at.map_or_else(String::new, |at| {
        PhoneText::ReceivedAt(&format::clock(seen.language, at)).say(seen.language)
    });
    view! {
        <section class=class>
            <p class="request-line">
                <b>{PhoneText::ThisCounts.say(seen.language)}</b>
                <span class="muted">{received}</span>
            </p>
            {choices(seen, ballot)}
        </section>
    }
    .into_any()
}

fn choices(seen: &StageContext, ballot: &Ballot) -> AnyView {
    if ballot.is_blank() {
        return view! { <p>{PhoneText::BlankCounts.say(seen.language)}</p> }.into_any();
    }
    let texts = ballot.choices().filter_map(|id| seen.texts.candidate(id));
    let rows = texts.map(|text| view! { <li>{text.title.clone()}</li> }.into_any());
    view! { <ul class="counted">{rows.collect::<Vec<_>>()}</ul> }.into_any()
}
