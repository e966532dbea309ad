//! The page itself: figures, requests and map, live or as of an earlier day.

use std::sync::Arc;

use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;
use barometer_text::shared::Shared;
use barometer_text::staff::finance::Finance as Text;
use barometer_text::staff::refused;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::header::{Figures, Header};
use super::look::Look;
use super::map::Map;
use super::say;
use super::table::Table;
use super::tools::Tools;
use crate::live::{self, Link, Live, Source, Who};
use crate::ui::banner::banner;
use crate::{api, format, language, route};

/// What all parts of the page share.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The page as it is shown; `None` until it is here.
    pub portfolio: Memo<Option<Arc<Portfolio>>>,
    /// What the reader wants to see of it.
    pub look: RwSignal<Look>,
    /// The request whose municipalities alone are on the map.
    pub chosen: RwSignal<Option<RequestId>>,
}

impl Sheet {
    /// A page of this, looked at like this.
    pub fn new(portfolio: Memo<Option<Arc<Portfolio>>>, look: RwSignal<Look>) -> Self {
        Self {
            portfolio,
            look,
            chosen: RwSignal::new(None),
        }
    }

    /// Something of the page, `None` until it is here; changes when that does.
    pub fn read<T>(self, what: impl Fn(&Portfolio) -> T + Send + Sync + 'static) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.portfolio
                .with(|portfolio| portfolio.as_deref().map(&what))
        })
    }

    /// Something of the requests that are shown, in their order.
    pub fn of_shown<T>(
        self,
        what: impl Fn(&[&PortfolioRow]) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        self.read(move |portfolio| what(&self.look.read().shown(portfolio)))
    }
}

/// How an earlier day is coming.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Past {
    /// Not asked for, or on its way.
    Coming,
    /// Here.
    Stood(Arc<Portfolio>),
    /// It did not come.
    Failed,
}

/// The page while it is followed.
#[component]
pub fn LiveSheet(
    /// The page as it was when asked.
    first: Option<Portfolio>,
    /// Called when a code is needed after all.
    on_closed: Callback<()>,
) -> impl IntoView {
    let live = live::follow::<Portfolio>(Source::financing(), Who::Staff);
    if let Some(first) = first {
        live.accept(first);
    }
    Effect::new(move |_| {
        if live.refused.get() == Some(Refusal::CodeNeeded) {
            on_closed.run(());
        }
    });
    let look = RwSignal::new(Look::of(&route::query()));
    Effect::new(move |_| route::replace_query(&look.read().query()));
    let day = Memo::new(move |_| look.read().day);
    let past = RwSignal::new(Past::Coming);
    let fetch = move |wanted: Option<Date>| {
        past.set(Past::Coming);
        if wanted.is_some() {
            spawn_local(async move {
                let answer = api::financing(wanted).await;
                if day.get_untracked() == wanted {
                    past.set(answer.map_or(Past::Failed, |stood| Past::Stood(Arc::new(stood))));
                }
            });
        }
    };
    Effect::new(move |_| fetch(day.get()));
    let portfolio = Memo::new(move |_| match (day.get(), past.get()) {
        (None, _) => live.view.get(),
        (day, Past::Stood(stood)) if stood.as_of == day => Some(stood),
        _ => None,
    });
    let failed = move || {
        let is_failed = day.get().is_some() && past.get() == Past::Failed;
        is_failed.then(|| {
            view! {
                <p class="notice coral" role="alert">{say(Text::PastFailed)}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| fetch(day.get_untracked())
                >
                    {say(Text::Again)}
                </button>
            }
        })
    };
    let stale = move || day.get().is_none() && matches!(live.link.get(), Link::Stale { .. });
    view! {
        <SheetView sheet=Sheet::new(portfolio, look) waiting=ViewFn::from(move || waiting(live)) />
        {failed}
        <Show when=stale>
            <p class="finance-stale" role="status">{shared(Shared::Reconnecting)}</p>
        </Show>
    }
}

/// What stands there before the first view: a calm word, and why if the server says no.
fn waiting(live: Live<Portfolio>) -> AnyView {
    let language = language::current();
    if let Some(refusal) = live.refused.get() {
        let sentence = refused::sentence(&refusal, language);
        return view! { <p class="notice amber" role="alert">{sentence}</p> }.into_any();
    }
    let text = match live.link.get() {
        Link::Stale { .. } => Text::NoConnection,
        _ => Text::Loading,
    };
    view! { <p class="muted" role="status">{text.say(language)}</p> }.into_any()
}

/// The page as it stands or stood, however it came here.
#[component]
pub fn SheetView(
    /// What is shown.
    sheet: Sheet,
    /// What stands there until it is here.
    waiting: ViewFn,
) -> impl IntoView {
    let day = Memo::new(move |_| sheet.look.read().day);
    let fictional = sheet.read(|portfolio| portfolio.fictional);
    let marks = move || {
        let mark = (fictional.get() == Some(true)).then(|| shared(Shared::Fictional)());
        banner(mark.into_iter().collect(), false)
    };
    let is_empty = sheet.read(|portfolio| portfolio.rows.is_empty());
    let body = move || match is_empty.get() {
        None => waiting.run(),
        Some(true) => view! { <p class="finance-empty">{say(Text::Empty)}</p> }.into_any(),
        Some(false) => view! {
            <div class="finance-body">
                <Table sheet=sheet />
                <Map sheet=sheet />
            </div>
        }
        .into_any(),
    };
    view! {
        {marks}
        <Header sheet=sheet />
        {move || day.get().map(|day| band(sheet, day))}
        <Figures sheet=sheet />
        <Tools sheet=sheet />
        {body}
    }
}

/// Says which earlier day is shown, and leads back.
fn band(sheet: Sheet, day: Date) -> AnyView {
    let language = language::current();
    let day = format::date(language, &day.to_string());
    view! {
        <div class="finance-band" role="status">
            <b>{Text::StoodOn(&day).say(language)}</b>
            <button
                type="button"
                class="button"
                on:click=move |_| sheet.look.update(|look| look.day = None)
            >
                {Text::ShowNow.say(language)}
            </button>
        </div>
    }
    .into_any()
}

fn shared(text: Shared<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}
