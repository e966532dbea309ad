//! Stages where the phone has nothing to do: it says so calmly.

use barometer_domain::agenda::Stage;
use barometer_text::figures::{occasion, with_soft_hyphens};
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use maud::{Markup, PreEscaped, html};

use super::ballot::promise_notice;
use super::frame::{StageContext, StagePage};

/// The presenter has blanked the screen.
pub(super) fn blank(seen: &StageContext<'_>) -> StagePage {
    StagePage {
        crumb: seen.say_shared(SharedText::Product),
        heading: seen.say(PhoneText::LookAtScreen),
        main: vec![calm("", &seen.say(PhoneText::LookAtScreenWhy))],
        ..StagePage::default()
    }
}

/// What was answered before the webinar stands on the shared screen, and on a page of its own.
pub(super) fn survey(seen: &StageContext<'_>) -> StagePage {
    let mut page = blank(seen);
    page.crumb = seen.say_shared(SharedText::Stage(Stage::Survey));
    page.main
        .push(way_to(seen, "survey", PhoneText::SeeAnswers));
    page
}

/// A link to another page about this webinar.
pub(super) fn way_to(seen: &StageContext<'_>, page: &str, text: PhoneText<'_>) -> Markup {
    let (code, language) = (seen.page.code, seen.language().tag());
    html! { a class="button" href={ "/w/" (code) "/" (page) "?lang=" (language) } { (seen.say(text)) } }
}

/// "Velkommen".
pub(super) fn welcome(seen: &StageContext<'_>) -> StagePage {
    let info = &seen.state().info;
    let who = seen.who();
    let role = if seen.is_voter() {
        PhoneText::YouAreIn(&who)
    } else {
        PhoneText::YouWatch
    };
    let occasion = occasion(seen.language(), &info.date, &info.starts);
    StagePage {
        crumb: seen.say(PhoneText::WelcomeHeading),
        heading: with_soft_hyphens(&info.title),
        main: vec![
            html! { p class="sentence muted" { (occasion) } },
            calm(&seen.say(role), &seen.say(PhoneText::StartsSoon)),
        ],
        ..StagePage::default()
    }
}

/// The vote comes next.
pub(super) fn before_vote(seen: &StageContext<'_>) -> StagePage {
    let message = if seen.is_voter() {
        PhoneText::HowToVote(seen.state().texts.rules.max_choices.into())
    } else {
        PhoneText::YouWatch
    };
    StagePage {
        crumb: seen.say_shared(SharedText::Stage(Stage::Barometer)),
        heading: seen.say(PhoneText::SoonYouVote),
        under: Some(promise_notice(seen)),
        main: vec![calm(&seen.say(message), "")],
        ..StagePage::default()
    }
}

/// A gauge at rest, swaying slowly, and what there is to know.
fn calm(lead: &str, why: &str) -> Markup {
    html! {
        div class="calm" {
            (PreEscaped(r#"<svg class="sway" width="120" height="82" viewBox="0 0 38 26" aria-hidden="true"><path d="M4 23A15 15 0 0 1 34 23" fill="none" stroke="var(--petrol-3)" stroke-width="6"/><path class="sway-arc" d="M4 23A15 15 0 0 1 34 23" fill="none" stroke="var(--petrol)" stroke-width="6" pathLength="100"/><path class="sway-needle" d="M19 23L28 11" stroke="var(--ink)" stroke-width="3" stroke-linecap="round"/><circle cx="19" cy="23" r="3" fill="var(--amber)"/></svg>"#))
            p class="lead" { (lead) }
            p class="muted" { (why) }
        }
    }
}
