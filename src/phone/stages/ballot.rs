//! The ballot: any of the candidates up to the limit, or none of these.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::{Candidate, RequestText};
use barometer_kit::ui::handler::handler;
use barometer_text::phone::PhoneText;
use barometer_text::phone_view;
use barometer_text::shared::SharedText;
use leptos::prelude::*;

use super::super::join::promise_notice;
use super::super::participant::StageContext;
use super::ballot_bar;
use super::frame::StagePage;
use crate::phone::ui::choice::{ChoiceLine, choice};

/// Shown whenever ballots are taken.
pub(crate) fn ballot(seen: &StageContext) -> StagePage {
    let open = seen.view.barometer.phase == Phase::Open;
    let barometer = &seen.view.barometer;
    let crumb = if !open {
        PhoneText::VoteClosing.say(seen.language)
    } else if barometer.reopened > 0 {
        SharedText::Reopened.say(seen.language)
    } else {
        PhoneText::VoteOpen.say(seen.language)
    };
    let page = StagePage {
        crumb: seen.round() + &crumb,
        live: open,
        heading: PhoneText::Question.say(seen.language),
        under: Some(promise_notice(&seen.state.info)),
        ..StagePage::default()
    };
    if !seen.is_voter() {
        return StagePage {
            main: vec![only_watching(seen)],
            ..page
        };
    }
    let note = ballot_bar::note(seen, !open);
    StagePage {
        main: vec![choices(seen, !open)],
        status: ballot_bar::status(seen, &note),
        bar: Some(ballot_bar::bar(seen, note, !open)),
        ..page
    }
}

fn only_watching(seen: &StageContext) -> AnyView {
    let following = seen.following;
    view! {
        <div class="calm">
            <p class="lead">{PhoneText::ObserverBallot.say(seen.language)}</p>
            <button
                class="button second wide"
                on:click=handler(move |_| following.on_leave.run(()))
            >
                {PhoneText::JoinAfterAll.say(seen.language)}
            </button>
        </div>
    }
    .into_any()
}

fn choices(seen: &StageContext, locked: bool) -> AnyView {
    let order = seen.texts.ballot_order(&seen.state.me.slot);
    let mut rows: Vec<_> = order
        .iter()
        .filter_map(|one| candidate_row(seen, one))
        .collect();
    let legend = phone_view::ballot_legend(seen.texts, &order, seen.language);
    rows.push(none_of_these(seen));
    view! {
        <fieldset class="choices" disabled=locked>
            <legend class="muted">{legend}</legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn candidate_row(seen: &StageContext, candidate: &Candidate) -> Option<AnyView> {
    let (following, id) = (seen.following, candidate.id);
    let limit = seen.texts.rules.max_choices;
    let text = seen.texts.request(candidate.request)?;
    let line = ChoiceLine {
        title: format!("{}. {}", id.0, text.title),
        detail: text.pitch.clone(),
        aside: phone_view::ballot_price(text, seen.language),
        chosen: seen.state.outbox.is_chosen(id),
    };
    let tap = move || {
        following.tap(id, limit);
        following.state.read_untracked().outbox.is_chosen(id)
    };
    let card = view! {
        <div class="choice-card">
            {choice(line, Box::new(tap))}
            {more(seen, text)}
        </div>
    };
    Some(card.into_any())
}

/// Benefit and price per municipality, one tap away.
fn more(seen: &StageContext, text: &RequestText) -> Option<AnyView> {
    let language = seen.language;
    let (label, lines) = phone_view::ballot_details(text, seen.own(), language)?;
    let label = label.say(language);
    // By touch one sees whose it is; who listens is told.
    let named = format!("{label}: {}", text.title);
    let lines = lines.into_iter();
    let lines = lines.map(|line| view! { <p>{line}</p> }.into_any());
    let more = view! {
        <details class="choice-more">
            <summary aria-label=named>{label}</summary>
            {lines.collect::<Vec<_>>()}
        </details>
    };
    Some(more.into_any())
}

fn none_of_these(seen: &StageContext) -> AnyView {
    let following = seen.following;
    let line = ChoiceLine {
        title: PhoneText::NoneOfThese.say(seen.language),
        detail: PhoneText::NoneOfTheseMeans.say(seen.language),
        aside: String::new(),
        chosen: seen.state.outbox.is_blank(),
    };
    let tap = move || {
        following.tap_none();
        following.state.read_untracked().outbox.is_blank()
    };
    choice(line, Box::new(tap))
}
