//! The ballot: any of the candidates up to the limit, or none of these.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::{Candidate, Catalogue};
use barometer_text::phone::Phone;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::join::PromiseNotice;
use super::super::say;
use super::ballot_bar::BallotBar;
use super::frame::Frame;
use crate::ui::choice::Choice;
use crate::{format, language};

/// Shown whenever ballots are taken.
#[component]
pub(crate) fn Ballot(following: Following) -> impl IntoView {
    let closing = move || following.barometer.get().phase == Phase::Closing;
    let crumb = move || {
        let message = if closing() {
            Phone::VoteClosing
        } else {
            Phone::VoteOpen
        };
        message.say(language::current())
    };
    let bar = move || {
        following
            .is_voter()
            .then(|| view! { <BallotBar following /> })
    };
    let content = move || {
        if following.is_voter() {
            view! { <Choices following /> }.into_any()
        } else {
            view! { <OnlyWatching following /> }.into_any()
        }
    };
    view! {
        <Frame
            following
            crumb=Signal::derive(crumb)
            live=Signal::derive(move || !closing())
            heading=Signal::derive(say(Phone::Question))
            under=PromiseNotice
            bar
        >
            {content}
        </Frame>
    }
}

#[component]
fn OnlyWatching(following: Following) -> impl IntoView {
    view! {
        <div class="calm">
            <p class="lead">{say(Phone::ObserverBallot)}</p>
            <button class="button second wide" on:click=move |_| following.on_leave.run(())>
                {say(Phone::JoinAfterAll)}
            </button>
        </div>
    }
}

#[component]
fn Choices(following: Following) -> impl IntoView {
    let ballot = following.ballot;
    let limit = Memo::new(move |_| following.text(|texts| Some(texts.rules.max_choices)));
    let over = following.over_limit;
    let tap = move |candidate| {
        let refused = ballot.tap(candidate, limit.get_untracked()).is_err();
        over.set(refused);
        if refused {
            let message = Phone::LimitReached(limit.get_untracked().into());
            following.announcer.say(message.say(language::current()));
        }
    };
    let row = move |texts: &Catalogue, candidate: &Candidate| {
        let (id, text) = (candidate.id, texts.request(candidate.request)?);
        let price = text.price.likely();
        Some(view! {
            <Choice
                title=text.title.clone()
                detail=text.pitch.clone()
                aside=Signal::derive(move || format::money(language::current(), price))
                chosen=Signal::derive(move || ballot.with(|outbox| outbox.is_chosen(id)))
                on_tap=Callback::new(move |()| tap(id))
            />
        })
    };
    let rows = move || {
        following.catalogue.with(|texts| {
            let texts = texts.as_ref()?;
            let rows = texts
                .candidates
                .iter()
                .filter_map(|candidate| row(texts, candidate));
            Some(rows.collect_view())
        })
    };
    let locked = move || following.barometer.get().phase != Phase::Open;
    let none = move |()| {
        over.set(false);
        ballot.tap_none();
    };
    view! {
        <fieldset class="choices" disabled=locked>
            <legend class="muted">
                {move || Phone::ChooseUpTo(limit.get().into()).say(language::current())}
            </legend>
            {rows}
            <Choice
                title=Signal::derive(say(Phone::NoneOfThese))
                detail=Signal::derive(say(Phone::NoneOfTheseMeans))
                chosen=Signal::derive(move || ballot.with(super::super::outbox::Outbox::is_blank))
                on_tap=Callback::new(none)
            />
        </fieldset>
    }
}
