//! The join form: one screen, one municipality, one tap.

use barometer_domain::ids::{MunicipalityCode, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Join, Me, WebinarInfo};
use barometer_text::phone::Phone;
use barometer_text::refusal;
use barometer_text::shared::{self, Shared};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{say, set_title};
use crate::api::{self, ApiError};
use crate::route::{self, Route};
use crate::ui::gauge_logo::GaugeLogo;
use crate::ui::language_switch::LanguageSwitch;
use crate::ui::municipality_box::MunicipalityBox;
use crate::{format, language, storage};

/// Where the municipality is remembered for the next webinar.
const REMEMBERED: &str = "barometer.municipality";

/// Why one has not joined.
#[derive(Clone, PartialEq, Eq)]
enum Trouble {
    NothingChosen,
    Offline,
    Refused(Refusal),
}

/// Title, date, municipality, and the two ways in.
#[component]
pub(super) fn JoinForm(
    /// The webinar to join.
    info: WebinarInfo,
    /// Called with the participant's own things.
    #[prop(into)]
    on_joined: Callback<Me>,
) -> impl IntoView {
    let chosen = RwSignal::new(storage::get::<MunicipalityCode>(REMEMBERED));
    let trouble = RwSignal::new(None::<Trouble>);
    let busy = RwSignal::new(false);
    let code = StoredValue::new(info.code.clone());
    let join = move |join: Join| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let code: WebinarCode = code.get_value();
            let answer = api::join(&code, join).await;
            busy.set(false);
            match answer {
                Ok(me) => on_joined.run(me),
                Err(ApiError::Refused(refusal)) => trouble.set(Some(Trouble::Refused(refusal))),
                Err(ApiError::Offline) => trouble.set(Some(Trouble::Offline)),
            }
        });
    };
    let vote = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(municipality) = chosen.get_untracked() else {
            trouble.set(Some(Trouble::NothingChosen));
            if let Some(field) = document().query_selector("#municipality").ok().flatten() {
                super::focus(&field);
            }
            return;
        };
        storage::set(REMEMBERED, &municipality);
        join(Join {
            municipality: Some(municipality),
            observer: false,
        });
    };
    let watch = move |_| {
        join(Join {
            municipality: None,
            observer: true,
        });
    };
    let field_error = move || match trouble.get() {
        Some(Trouble::NothingChosen | Trouble::Refused(Refusal::UnknownMunicipality)) => {
            refusal::sentence(&Refusal::UnknownMunicipality, language::current())
        }
        _ => String::new(),
    };
    let form_error = move || match trouble.get() {
        Some(Trouble::Offline) => Phone::NoConnection.say(language::current()),
        Some(Trouble::Refused(refusal)) if refusal != Refusal::UnknownMunicipality => {
            refusal::sentence(&refusal, language::current())
        }
        _ => String::new(),
    };
    let title = format::with_soft_hyphens(&info.title);
    let occasion = move || {
        let occasion = format::occasion(language::current(), &info.date, &info.starts);
        format::capitalised(&occasion)
    };
    set_title(&title);
    view! {
        <main class="entry">
            <GaugeLogo />
            <h1 tabindex="-1">{title}</h1>
            <p class="occasion muted">{occasion}</p>
            <form class="entry-form" on:submit=vote novalidate>
                <label for="municipality">{say(Phone::WhichMunicipality)}</label>
                <MunicipalityBox id="municipality" chosen error=Signal::derive(field_error) />
                <div class="entry-foot">
                    <p class="field-error" role="alert">
                        {form_error}
                    </p>
                    <button class="button primary wide">
                        {move || {
                            let label = if busy.get() { Phone::Joining } else { Phone::JoinNow };
                            label.say(language::current())
                        }}
                    </button>
                    <button type="button" class="button second wide" on:click=watch>
                        {say(Phone::WatchOnly)}
                    </button>
                    <Promise />
                    <div class="entry-ways">
                        <button
                            type="button"
                            class="link-button"
                            on:click=|_| route::navigate(&Route::Join)
                        >
                            {say(Phone::OtherCode)}
                        </button>
                        <LanguageSwitch />
                    </div>
                </div>
            </form>
        </main>
    }
}

/// The promise, its first sentence first.
#[component]
fn Promise() -> impl IntoView {
    view! { <p class="promise-small muted">{move || shared::promise(language::current())}</p> }
}

/// The promise as the ballot shows it: the anonymity stands out.
#[component]
pub(super) fn PromiseNotice() -> impl IntoView {
    let say = |message: Shared<'static>| move || message.say(language::current());
    view! {
        <p class="notice promise">
            <b>{say(Shared::PromiseAnonymous)}</b>
            " "
            {say(Shared::PromiseTrial)}
            " "
            {say(Shared::PromiseNotBinding)}
        </p>
    }
}
