//! Stages where the phone has nothing to do: it says so calmly.

use barometer_domain::agenda::Stage;
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::join::PromiseNotice;
use super::super::say;
use super::frame::Frame;
use crate::ui::gauge_logo::GaugeLogo;
use crate::{format, language};

/// While the first view or its texts are fetched.
#[component]
pub(crate) fn Loading(following: Following) -> impl IntoView {
    let title = following.info.with_value(|info| info.title.clone());
    view! {
        <main class="entry">
            <GaugeLogo />
            <h1>{format::with_soft_hyphens(&title)}</h1>
            <p class="muted">{say(Phone::Loading)}</p>
        </main>
    }
}

/// The presenter has blanked the screen.
#[component]
pub(crate) fn Blank(following: Following) -> impl IntoView {
    let heading = Signal::derive(say(Phone::LookAtScreen));
    let title = following.info.with_value(|info| info.title.clone());
    view! {
        <Frame following crumb=title heading>
            <div class="calm">
                <Ripple />
                <p class="muted">{say(Phone::LookAtScreenWhy)}</p>
            </div>
        </Frame>
    }
}

/// "Velkommen".
#[component]
pub(crate) fn Welcome(following: Following) -> impl IntoView {
    let title = following
        .info
        .with_value(|info| format::with_soft_hyphens(&info.title));
    let occasion = move || {
        let occasion = following
            .info
            .with_value(|info| format::occasion(language::current(), &info.date, &info.starts));
        format::capitalised(&occasion)
    };
    let role = move || {
        let who = following.who();
        let message = if following.is_voter() {
            Phone::YouAreIn(&who)
        } else {
            Phone::YouWatch
        };
        message.say(language::current())
    };
    view! {
        <Frame following crumb=Signal::derive(say(Phone::WelcomeHeading)) heading=title>
            <p class="muted">{occasion}</p>
            <div class="calm">
                <Ripple />
                <p class="lead">{role}</p>
                <p class="muted">{say(Phone::StartsSoon)}</p>
            </div>
        </Frame>
    }
}

/// The vote comes next.
#[component]
pub(crate) fn BeforeVote(following: Following) -> impl IntoView {
    let crumb = || Shared::Stage(Stage::Barometer).say(language::current());
    let how = move || {
        let limit = following.text(|texts| Some(texts.rules.max_choices));
        Phone::HowToVote(limit.into()).say(language::current())
    };
    let message = move || {
        if following.is_voter() {
            how()
        } else {
            Phone::YouWatch.say(language::current())
        }
    };
    view! {
        <Frame
            following
            crumb=Signal::derive(crumb)
            heading=Signal::derive(say(Phone::SoonYouVote))
            under=PromiseNotice
        >
            <div class="calm">
                <Ripple />
                <p class="lead">{message}</p>
            </div>
        </Frame>
    }
}

/// A gauge at rest, breathing slowly.
#[component]
fn Ripple() -> impl IntoView {
    view! {
        <svg class="ripple" width="120" height="82" viewBox="0 0 38 26" aria-hidden="true">
            <path d="M4 23A15 15 0 0 1 34 23" fill="none" stroke="var(--petrol-3)" stroke-width="6" />
            <path class="ripple-arc" d="M4 23A15 15 0 0 1 34 23" fill="none" stroke="var(--petrol)" stroke-width="6" pathLength="100" />
            <path class="ripple-needle" d="M19 23L28 11" stroke="var(--ink)" stroke-width="3" stroke-linecap="round" />
            <circle cx="19" cy="23" r="3" fill="var(--amber)" />
        </svg>
    }
}
