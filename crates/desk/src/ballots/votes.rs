//! Who voted for what, `/vendor/webinars/CODE/votes`: on record first, then the names, opened here and forgotten soon.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::WebinarCode;
use barometer_kit::api::ApiError;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, language};
use barometer_text::staff::votes::NamedVotesText as Text;
use gloo_timers::callback::Interval;
use leptos::ev;
use leptos::prelude::*;

use super::log::Log;
use super::look_up::LookUpForm;
use super::recount::Recount;
use super::state::VotesState;
use super::strike::StrikeDialog;
use super::table::Table;
use crate::page::{BackToList, Heading, VendorContext};

/// How long names stay without a click, in milliseconds.
const FORGET_AFTER_MS: f64 = 15.0 * 60.0 * 1000.0;
/// How often that is looked at, in milliseconds.
const LOOK_EVERY_MS: u32 = 10_000;

/// The page: heading, then the form or the table.
#[component]
pub(crate) fn VotesPage(code: WebinarCode) -> impl IntoView {
    let page = VotesState::new(code.clone());
    let vendor = expect_context::<VendorContext>();
    let loaded = vendor.ask(move || load(page, code.clone()));
    forget_in_time(page);
    let title = move || Some(loaded.found()?.title);
    let word = move || {
        let word = page.sending.word()?.say(language::current());
        Some(view! { <p class="notice leaf">{word}</p> })
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(move || Text::Title.say(language::current())) />
            <p class="muted">{title}</p>
            <div role="status">{word}</div>
        </div>
        <Loaded asked=loaded let:texts>
            <Body page=page texts=StoredValue::new(texts.get_untracked()) />
        </Loaded>
    }
}

/// The texts of the webinar, and on the page how far it has come.
async fn load(page: VotesState, code: WebinarCode) -> Result<Catalogue, ApiError> {
    let view = api::audience_view(&code).await?;
    let texts = api::catalogue(&code, &view.catalogue).await?;
    page.can_look_away
        .set(view.barometer.phase == Phase::Closed);
    page.log_broken.set(view.log_broken);
    Ok(texts)
}

/// The form, or the names that it brought.
#[component]
fn Body(page: VotesState, texts: StoredValue<Catalogue>) -> impl IntoView {
    let has_names = Memo::new(move |_| page.names.read().is_some());
    view! {
        <Show when=move || has_names.get() fallback=move || view! { <LookUpForm page=page /> }>
            <Shown page=page texts=texts />
        </Show>
    }
}

/// Names leave the page after a while without a click or a key.
fn forget_in_time(page: VotesState) {
    let touched = StoredValue::new(js_sys::Date::now());
    let touch = move || touched.set_value(js_sys::Date::now());
    let click = window_event_listener(ev::click, move |_| touch());
    let key = window_event_listener(ev::keydown, move |_| touch());
    let look = Interval::new(LOOK_EVERY_MS, move || {
        let idle = js_sys::Date::now() - touched.get_value();
        if idle > FORGET_AFTER_MS && page.names.read_untracked().is_some() {
            page.forget(Text::Forgotten);
        }
    });
    let look = StoredValue::new_local(Some(look));
    on_cleanup(move || {
        click.remove();
        key.remove();
        look.dispose();
    });
}

#[component]
fn Shown(page: VotesState, texts: StoredValue<Catalogue>) -> impl IntoView {
    let rows = Memo::new(move |_| {
        page.names.with(|names| {
            names
                .as_ref()
                .map(|names| names.rows.clone())
                .unwrap_or_default()
        })
    });
    let log = Signal::derive(move || {
        page.names.with(|names| {
            names
                .as_ref()
                .map(|names| names.log.clone())
                .unwrap_or_default()
        })
    });
    let broken = move || {
        page.names
            .with(|names| names.as_ref().is_some_and(|names| names.broken))
    };
    let counts = Memo::new(move |_| rows.read().iter().all(|row| row.choices.is_some()));
    view! {
        <Table page=page rows=rows texts=texts />
        <div class="beside">
            <Show when=move || counts.get()>
                <Recount rows=rows texts=texts published=page.published />
            </Show>
            <Log entries=log broken=Signal::derive(broken) />
        </div>
        <StrikeDialog page=page />
    }
}
