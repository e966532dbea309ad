//! "Tak og næste skridt": what goes on, and what happens now.

use barometer_domain::ids::RequestId;
use barometer_text::phone::Phone;
use leptos::prelude::*;

use super::super::follow::Seen;
use super::frame::Page;
use crate::format;

/// The last stage.
pub(crate) fn thanks(seen: &Seen, go_on: &[RequestId]) -> Page {
    let language = seen.language;
    let decided = if go_on.is_empty() {
        view! { <p>{Phone::NotDecided.say(language)}</p> }.into_any()
    } else {
        let rows: Vec<_> = go_on.iter().map(|request| row(seen, *request)).collect();
        view! { <ul class="go-on">{rows}</ul> }.into_any()
    };
    let steps = [Phone::StepOne, Phone::StepTwo, Phone::StepThree];
    let steps = steps.map(|step| view! { <li>{step.say(language)}</li> }.into_any());
    Page {
        crumb: Phone::Requests(u32::try_from(go_on.len()).unwrap_or(0)).say(language),
        heading: Phone::ThanksHeading.say(language),
        main: vec![
            card(Phone::TheseGoOn.say(language), decided),
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

fn card(heading: String, content: AnyView) -> AnyView {
    view! {
        <section class="card">
            <h2>{heading}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn row(seen: &Seen, request: RequestId) -> AnyView {
    let Some(text) = seen.texts.request(request) else {
        return ().into_any();
    };
    view! {
        <li>
            <b>{text.title.clone()}</b>
            " "
            <span class="muted">{format::price(seen.language, &text.price)}</span>
        </li>
    }
    .into_any()
}
