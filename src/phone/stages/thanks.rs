//! "Tak og næste skridt": what goes on, and what happens now.

use barometer_domain::agenda::Stage;
use barometer_domain::barometer::Phase;
use barometer_kit::format;
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use leptos::prelude::*;

use super::super::participant::StageContext;
use super::financing::cards;
use super::frame::StagePage;
use super::result::result;
use super::waiting::way_to;

/// The last stage; and all that there is to see once the webinar has ended, whatever the screen shows.
pub(crate) fn thanks(seen: &StageContext) -> StagePage {
    let language = seen.language;
    let (going, others) = seen.view.going_on_and_under_way();
    let decided = if going.is_empty() {
        let why = match seen.view.barometer.phase {
            Phase::Draft if seen.view.ended => PhoneText::NeverVoted.say(language),
            Phase::Closed if seen.view.ended => PhoneText::ResultNotShown.say(language),
            _ => SharedText::NotDecided.say(language),
        };
        view! { <p>{why}</p> }.into_any()
    } else {
        cards(seen, going.iter())
    };
    let under_way = (!others.is_empty()).then(|| {
        let heading = SharedText::Stage(Stage::Ongoing).say(language);
        section(heading, cards(seen, others.iter()))
    });
    let result = seen.view.final_result.as_ref().map(|out| {
        let page = result(seen, out);
        section(page.heading, page.main.into_any())
    });
    let crumb = if seen.view.ended {
        PhoneText::Ended.say(language)
    } else {
        SharedText::Stage(Stage::Thanks).say(language)
    };
    let heading = if seen.state.me.is_newcomer() {
        format::with_soft_hyphens(&seen.state.info.title)
    } else {
        PhoneText::ThanksHeading.say(language)
    };
    let steps = [PhoneText::StepOne, PhoneText::StepTwo, PhoneText::StepThree];
    let steps = steps.map(|step| view! { <li>{step.say(language)}</li> }.into_any());
    StagePage {
        crumb,
        heading,
        main: vec![
            section(PhoneText::TheseGoOn.say(language), decided),
            result.into_any(),
            under_way.into_any(),
            card(
                PhoneText::WhatNow.say(language),
                view! { <ol class="steps">{Vec::from(steps)}</ol> }.into_any(),
            ),
            way_to(seen, "evaluation", PhoneText::Evaluate),
            look_ups(seen),
        ],
        ..StagePage::default()
    }
}

/// How often names were looked at; nothing until it is known.
fn look_ups(seen: &StageContext) -> AnyView {
    let said = seen.state.look_ups.as_str();
    let words = match said.split_once('|') {
        None if said.is_empty() => return ().into_any(),
        None => PhoneText::LookUpsBroken,
        Some(("0", _)) => PhoneText::NoLookUps,
        Some((count, last)) => PhoneText::LookUps(count.parse().unwrap_or_default(), last),
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
