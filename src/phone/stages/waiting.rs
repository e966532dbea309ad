//! Stages where the phone has nothing to do: it says so calmly.

use barometer_domain::agenda::Stage;
use barometer_kit::format;
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use leptos::prelude::*;

use super::super::join::promise_notice;
use super::super::participant::StageContext;
use super::frame::StagePage;

/// The presenter has blanked the screen.
pub(crate) fn blank(seen: &StageContext) -> StagePage {
    StagePage {
        crumb: SharedText::Product.say(seen.language),
        heading: PhoneText::LookAtScreen.say(seen.language),
        main: vec![calm(
            String::new(),
            PhoneText::LookAtScreenWhy.say(seen.language),
        )],
        ..StagePage::default()
    }
}

/// What was answered before the webinar stands on the shared screen, and on a page of the server's.
pub(crate) fn survey(seen: &StageContext) -> StagePage {
    let mut page = blank(seen);
    page.crumb = SharedText::Stage(Stage::Survey).say(seen.language);
    page.main
        .push(way_to(seen, "survey", PhoneText::SeeAnswers));
    page
}

/// A link to one of the pages that the server makes about this webinar.
pub(super) fn way_to(seen: &StageContext, page: &str, text: PhoneText) -> AnyView {
    let (code, language) = (&seen.state.info.code, seen.language.tag());
    let to = format!("/w/{code}/{page}?lang={language}");
    let text = text.say(seen.language);
    view! { <a class="button" href=to>{text}</a> }.into_any()
}

/// "Velkommen".
pub(crate) fn welcome(seen: &StageContext) -> StagePage {
    let info = &seen.state.info;
    let occasion = format::occasion(seen.language, &info.date, &info.starts);
    let who = seen.who();
    let role = if seen.is_voter() {
        PhoneText::YouAreIn(&who)
    } else {
        PhoneText::YouWatch
    };
    StagePage {
        crumb: PhoneText::WelcomeHeading.say(seen.language),
        heading: format::with_soft_hyphens(&info.title),
        main: vec![
            view! { <p class="sentence muted">{occasion}</p> }.into_any(),
            calm(
                role.say(seen.language),
                PhoneText::StartsSoon.say(seen.language),
            ),
            key_words(seen),
        ],
        ..StagePage::default()
    }
}

/// The vendor's key in four words, for whoever wants to compare with the projector.
fn key_words(seen: &StageContext) -> AnyView {
    let words = &seen.state.words;
    if words.is_empty() {
        return ().into_any();
    }
    let words = SharedText::KeyWords(words).say(seen.language);
    let words = words + ". " + &PhoneText::KeyWordsMean.say(seen.language);
    view! { <p class="key-words muted">{words}</p> }.into_any()
}

/// The vote comes next.
pub(crate) fn before_vote(seen: &StageContext) -> StagePage {
    let message = if seen.is_voter() {
        PhoneText::HowToVote(seen.texts.rules.max_choices.into())
    } else {
        PhoneText::YouWatch
    };
    StagePage {
        crumb: SharedText::Stage(Stage::Barometer).say(seen.language),
        heading: PhoneText::SoonYouVote.say(seen.language),
        under: Some(promise_notice(&seen.state.info)),
        main: vec![calm(message.say(seen.language), String::new())],
        ..StagePage::default()
    }
}

/// A gauge at rest, swaying slowly, and what there is to know.
fn calm(lead: String, why: String) -> AnyView {
    view! {
        <div class="calm">
            <svg class="sway" width="120" height="82" viewBox="0 0 38 26" aria-hidden="true">
                <path
                    d="M4 23A15 15 0 0 1 34 23"
                    fill="none"
                    stroke="var(--petrol-3)"
                    stroke-width="6"
                />
                <path
                    class="sway-arc"
                    d="M4 23A15 15 0 0 1 34 23"
                    fill="none"
                    stroke="var(--petrol)"
                    stroke-width="6"
                    pathLength="100"
                />
                <path
                    class="sway-needle"
                    d="M19 23L28 11"
                    stroke="var(--ink)"
                    stroke-width="3"
                    stroke-linecap="round"
                />
                <circle cx="19" cy="23" r="3" fill="var(--amber)" />
            </svg>
            <p class="lead">{lead}</p>
            <p class="muted">{why}</p>
        </div>
    }
    .into_any()
}
