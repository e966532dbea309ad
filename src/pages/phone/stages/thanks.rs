//! "Tak og næste skridt": what goes on, and what happens now.

use barometer_domain::agenda::Stage;
use barometer_domain::ids::RequestId;
use barometer_domain::view::FinancingRow;
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use super::super::follow::Seen;
use super::financing::cards;
use super::frame::Page;

/// The last stage.
pub(crate) fn thanks(seen: &Seen, go_on: &[RequestId]) -> Page {
    let language = seen.language;
    let goes_on = |row: &&FinancingRow| go_on.contains(&row.request);
    let (going, others): (Vec<_>, Vec<_>) = seen.view.requests.iter().partition(goes_on);
    let decided = if going.is_empty() {
        view! { <p>{Phone::NotDecided.say(language)}</p> }.into_any()
    } else {
        cards(seen, going.into_iter())
    };
    let under_way = (!others.is_empty()).then(|| {
        let heading = Shared::Stage(Stage::Ongoing).say(language);
        section(heading, cards(seen, others.into_iter()))
    });
    let steps = [Phone::StepOne, Phone::StepTwo, Phone::StepThree];
    let steps = steps.map(|step| view! { <li>{step.say(language)}</li> }.into_any());
    Page {
        crumb: Phone::Requests(u32::try_from(go_on.len()).unwrap_or(0)).say(language),
        heading: Phone::ThanksHeading.say(language),
        main: vec![
            section(Phone::TheseGoOn.say(language), decided),
            under_way.into_any(),
            card(
                Phone::WhatNow.say(language),
                view! { <ol class="steps">{Vec::from(steps)}</ol> }.into_any(),
            ),
            look_ups(seen),
        ],
        ..Page::default()
    }
}

/// How often names were looked at; nothing until it is known.
fn look_ups(seen: &Seen) -> AnyView {
    let said = seen.state.look_ups.as_str();
    let words = match said.split_once('|') {
        None if said.is_empty() => return ().into_any(),
        None => Phone::LookUpsBroken,
        Some(("0", _)) => Phone::NoLookUps,
        Some((count, last)) => Phone::LookUps(count.parse().unwrap_or_default(), last),
    };
    let words = words.say(seen.language);
    view! { <p class="muted">{words}</p> }.into_any()
}

/// A heading over cards.
fn section(heading: String, cards: AnyView) -> AnyView {
    view! {
        <section>
            <h2>{heading}</h2>
            {cards}
        </section>
    }
    .into_any()
}

fn card(heading: String, content: AnyView) -> AnyView {
    view! {
        <section class="card">
            <h2>{heading}</h2>
            {content}
        </section>
    }
    .into_any()
}
