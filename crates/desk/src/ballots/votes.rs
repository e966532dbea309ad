//! Who voted for what, `/vendor/webinars/CODE/votes`: on record first, then the names, opened here and forgotten soon.

use std::collections::BTreeSet;

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{Logged, MOST_STRUCK_AT_ONCE, Released, Strike};
use barometer_domain::view::AudienceView;
use barometer_kit::api::ApiError;
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::{api, language};
use barometer_text::staff::votes::Votes as Text;
use gloo_timers::callback::Interval;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::log::Log;
use super::look_up::{self, LookUpForm};
use super::recount::{self, PublishedFigures, Recount};
use super::rows::{BallotRow, RowColumn, RowFilter, RowOrder};
use super::strike::StrikeDialog;
use super::table::Table;
use crate::page::{
    BackToList, Heading, VendorContext, VendorError, VendorSubmission, focus_heading, unanswered,
};
use crate::vault;

/// How long names stay without a click, in milliseconds.
const FORGET_AFTER_MS: f64 = 15.0 * 60.0 * 1000.0;
/// How often that is looked at, in milliseconds.
const LOOK_EVERY_MS: u32 = 10_000;

/// What a look-up brought.
#[derive(Clone, PartialEq, Eq)]
pub struct LookedUpNames {
    /// One per ballot.
    pub rows: Vec<BallotRow>,
    /// The log.
    pub log: Vec<Logged>,
    /// Whether the log has been changed.
    pub broken: bool,
    /// Whether ballots can be struck now.
    pub can_strike: bool,
}

/// The page's state.
#[derive(Clone, Copy)]
pub struct VotesState {
    vendor: VendorContext,
    code: StoredValue<WebinarCode>,
    /// The employee's name, as typed.
    pub name: RwSignal<String>,
    /// Why, as typed.
    pub reason: RwSignal<String>,
    /// Whether to look at what was voted too, and not only at who has.
    pub with_choices: RwSignal<bool>,
    /// Whether it can be looked at who has voted without what: between the close and the reveal.
    pub can_look_away: RwSignal<bool>,
    /// Whether the log of look-ups is known to be broken: then nothing can be looked up before that is acknowledged.
    pub log_broken: RwSignal<bool>,
    /// Why ballots are struck, as typed.
    pub strike_reason: RwSignal<String>,
    /// Keeps what is typed until it is written down.
    pub saved: SavedForm,
    /// What the server or the worker is doing, or has done.
    pub sending: VendorSubmission<Text>,
    /// The names, as long as they are shown.
    pub names: RwSignal<Option<LookedUpNames>>,
    /// Which rows are shown.
    pub filter: RwSignal<RowFilter>,
    /// In which order.
    pub order: RwSignal<RowOrder>,
    /// The places ticked to be struck.
    pub chosen: RwSignal<BTreeSet<String>>,
    /// Whether it is asked before striking.
    pub asking: RwSignal<bool>,
    /// What was shown to everyone.
    published: RwSignal<Vec<PublishedFigures>>,
}

impl VotesState {
    fn new(code: WebinarCode) -> Self {
        let text = || RwSignal::new(String::new());
        let (name, reason, strike_reason) = (text(), text(), text());
        let fields = [
            ("name", name.into()),
            ("reason", reason.into()),
            ("strike_reason", strike_reason.into()),
        ];
        let saved = SavedForm::new(&format!("look-up.{code}"), DraftLifetime::InWindow, fields);
        Self {
            vendor: expect_context(),
            code: StoredValue::new(code),
            name,
            reason,
            with_choices: RwSignal::new(false),
            can_look_away: RwSignal::new(false),
            log_broken: RwSignal::new(false),
            strike_reason,
            saved,
            sending: VendorSubmission::new(),
            names: RwSignal::new(None),
            filter: RwSignal::new(RowFilter::default()),
            order: RwSignal::new(RowOrder {
                by: RowColumn::Name,
                falling: false,
            }),
            chosen: RwSignal::new(BTreeSet::new()),
            asking: RwSignal::new(false),
            published: RwSignal::new(Vec::new()),
        }
    }

    /// Has the look-up written down, and opens what is released.
    pub fn look_up(self) {
        let typed = look_up::typed(self.name, self.reason);
        let code = self.code.get_value();
        let with_choices = self.with_choices.get_untracked() || !self.can_look_away.get_untracked();
        self.run_task(async move {
            let released = if with_choices {
                api::look_up(&code, &typed?).await
            } else {
                api::voters(&code, &typed?).await
            };
            self.open_names(&code, released).await?;
            self.saved.forget();
            Ok(None)
        });
    }

    /// Has it written down that the log was found broken, so that look-ups are possible again.
    pub fn acknowledge(self) {
        let typed = look_up::typed(self.name, self.reason);
        self.run_task(async move {
            let done = api::acknowledge(&typed?).await;
            done.map_err(|error| self.vendor.trouble(error))?;
            self.reason.set(String::new());
            self.saved.forget();
            self.log_broken.set(false);
            Ok(Some(Text::Acknowledged))
        });
    }

    /// Strikes the chosen ballots, and opens the table anew.
    pub fn strike(self) {
        let typed = look_up::typed(self.name, self.strike_reason);
        let code = self.code.get_value();
        let slots: Vec<String> = self.chosen.get_untracked().into_iter().collect();
        self.run_task(async move {
            let count = u32::try_from(slots.len()).unwrap_or(u32::MAX);
            let look_up = typed?;
            for slots in slots.chunks(MOST_STRUCK_AT_ONCE) {
                let strike = Strike {
                    slots: slots.to_vec(),
                    look_up: look_up.clone(),
                };
                let released = api::strike(&code, &strike).await;
                self.open_names(&code, released).await?;
            }
            self.strike_reason.set(String::new());
            self.saved.forget();
            self.asking.set(false);
            Ok(Some(Text::StruckNow(count)))
        });
    }

    /// Ticks all these rows but those that are struck, or none at all.
    pub fn choose(self, rows: &[BallotRow], all: bool) {
        self.chosen.update(|chosen| {
            chosen.clear();
            if all {
                let free = rows.iter().filter(|row| !row.struck);
                chosen.extend(free.map(|row| row.slot.clone()));
            }
        });
    }

    /// Takes the names off the page.
    pub fn forget(self, word: Text) {
        self.names.set(None);
        self.chosen.set(BTreeSet::new());
        self.filter.set(RowFilter::default());
        self.asking.set(false);
        self.reason.set(String::new());
        self.saved.forget();
        self.sending.announce(word);
        focus_heading();
    }

    fn run_task(self, work: impl Future<Output = Result<Option<Text>, VendorError>> + 'static) {
        let work = async move {
            let done = work.await;
            if done == Err(VendorError::Refused(Refusal::LogBroken)) {
                self.log_broken.set(true);
            }
            done
        };
        self.sending.send(work, |word| word);
    }

    async fn open_names(
        self,
        code: &WebinarCode,
        released: Result<Released, ApiError>,
    ) -> Result<(), VendorError> {
        let released = released.map_err(|error| self.vendor.trouble(error))?;
        let sealed: Vec<(&str, &str)> = released
            .votes
            .iter()
            .filter_map(|vote| Some((vote.slot.as_str(), vote.identity.as_ref()?.as_str())))
            .collect();
        let mut opened = vault::open_names(code, &sealed).await?.into_iter();
        let rows = released.votes.into_iter().map(|vote| {
            let person = vote.identity.is_some().then(|| opened.next().flatten());
            BallotRow::new(vote, person.flatten())
        });
        let rows = rows.collect();
        self.published.set(recount::published(code).await);
        self.chosen.set(BTreeSet::new());
        self.names.set(Some(LookedUpNames {
            rows,
            log: released.log,
            broken: released.broken,
            can_strike: released.can_strike,
        }));
        Ok(())
    }
}

/// The page: heading, then the form or the table.
#[component]
pub fn VotesPage(
    /// Which webinar.
    code: WebinarCode,
) -> impl IntoView {
    let page = VotesState::new(code.clone());
    let texts = RwSignal::new(None::<StoredValue<Catalogue>>);
    let trouble = RwSignal::new(None::<VendorError>);
    spawn_local(async move {
        match load(&code).await {
            Ok((loaded, view)) => {
                page.can_look_away
                    .set(view.barometer.phase == Phase::Closed);
                page.log_broken.set(view.log_broken);
                texts.set(Some(StoredValue::new(loaded)));
            }
            Err(error) => trouble.set(Some(error.into())),
        }
    });
    forget_in_time(page);
    let has_names = Memo::new(move |_| page.names.read().is_some());
    let body = move || match (texts.get(), trouble.get()) {
        (Some(texts), _) if has_names.get() => view! { <Shown page=page texts=texts /> }.into_any(),
        (Some(_), _) => view! { <LookUpForm page=page /> }.into_any(),
        (None, trouble) => unanswered(trouble.as_ref()),
    };
    let title = move || {
        texts
            .get()
            .map(|texts| texts.with_value(|texts| texts.title.clone()))
    };
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
        {body}
    }
}

async fn load(code: &WebinarCode) -> Result<(Catalogue, AudienceView), ApiError> {
    let view = api::audience_view(code).await?;
    let texts = api::catalogue(code, &view.catalogue).await?;
    Ok((texts, view))
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
