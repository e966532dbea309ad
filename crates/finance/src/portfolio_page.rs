//! The page itself: figures, requests and map, live or as of an earlier day.

use std::sync::Arc;

use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_domain::refusal::Refusal;
use barometer_kit::live::{self, FollowerKind, LinkState, LiveView, StreamSource};
use barometer_kit::ui::banner::banner;
use barometer_kit::{api, format, language, route};
use barometer_text::Language;
use barometer_text::shared::Shared;
use barometer_text::staff::finance::Finance as Text;
use barometer_text::staff::refused;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::header::{figures, header};
use super::map::map;
use super::pieces::{announced, button};
use super::query::PortfolioQuery;
use super::table::table;
use super::tools::tools;

/// What the reader has made of the page. One signal: each kind of signal is a KB to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderState {
    /// What is to be seen.
    pub query: PortfolioQuery,
    /// The request whose municipalities alone are on the map.
    pub chosen: Option<RequestId>,
    /// When the page was printed last, or opened.
    pub printed_at: Millis,
    past: PastDayState,
}

impl ReaderState {
    /// Looked at like this.
    pub fn new(query: PortfolioQuery) -> Self {
        Self {
            query,
            chosen: None,
            printed_at: live::now(),
            past: PastDayState::Coming,
        }
    }

    /// The requests on the map: those shown, or of them the one chosen.
    pub fn on_map<'a>(&self, shown: &[&'a PortfolioRow]) -> Vec<&'a PortfolioRow> {
        let only = shown.iter().find(|row| Some(row.request) == self.chosen);
        only.map_or_else(|| shown.to_vec(), |only| vec![*only])
    }
}

/// How an earlier day is coming.
#[derive(Clone, Debug, PartialEq, Eq)]
enum PastDayState {
    /// Not asked for, or on its way.
    Coming,
    /// Here.
    Stood(Arc<Portfolio>),
    /// It did not come.
    Failed,
}

/// What all parts of the page share.
#[derive(Clone, Copy)]
pub struct PortfolioPage {
    /// What the reader has made of it.
    pub seen: RwSignal<ReaderState>,
    /// The municipality on the map that is named.
    pub pointed: RwSignal<Option<MunicipalityCode>>,
}

impl PortfolioPage {
    /// Looked at like this.
    pub fn new(query: PortfolioQuery) -> Self {
        Self {
            seen: RwSignal::new(ReaderState::new(query)),
            pointed: RwSignal::new(None),
        }
    }

    /// Chooses what is to be seen.
    pub fn change(self, change: impl FnOnce(&mut PortfolioQuery)) {
        self.seen.update(|seen| change(&mut seen.query));
    }

    /// Asks for the earlier day that is chosen, if one is; an answer that comes too late is left.
    fn fetch(self) {
        let day = self.seen.with_untracked(|seen| seen.query.day);
        self.seen.update(|seen| seen.past = PastDayState::Coming);
        let Some(day) = day else { return };
        spawn_local(async move {
            let answer = api::financing(Some(day)).await;
            self.seen.update(|seen| {
                if seen.query.day == Some(day) {
                    seen.past = answer.map_or(PastDayState::Failed, |stood| {
                        PastDayState::Stood(Arc::new(stood))
                    });
                }
            });
        });
    }
}

/// The page while it is followed; `first` as it was when asked, `on_closed` called when a code is needed after all.
pub fn live_sheet(first: Option<Portfolio>, on_closed: Callback<()>) -> AnyView {
    let live = live::follow::<Portfolio>(StreamSource::financing(), FollowerKind::Staff);
    if let Some(first) = first {
        live.accept(first);
    }
    let page = PortfolioPage::new(PortfolioQuery::from_query(&route::query()));
    Effect::new(move |asked: Option<Option<Date>>| {
        if live.refused.get() == Some(Refusal::CodeNeeded) {
            on_closed.run(());
        }
        let query = page.seen.with(|seen| seen.query.clone());
        route::replace_query(&query.query());
        if asked != Some(query.day) {
            page.fetch();
        }
        query.day
    });
    let listener = window_event_listener_untyped("beforeprint", move |_| {
        page.seen.update(|seen| seen.printed_at = live::now());
    });
    on_cleanup(move || listener.remove());
    let portfolio = move |seen: &ReaderState| match &seen.past {
        _ if seen.query.day.is_none() => live.view.get(),
        PastDayState::Stood(stood) if stood.as_of == seen.query.day => Some(Arc::clone(stood)),
        _ => None,
    };
    let waiting = move |seen: &ReaderState| match (seen.query.day, &seen.past) {
        (Some(_), PastDayState::Failed) => failed(page),
        (Some(_), _) => show_toast(Text::Loading),
        (None, _) => waiting(live),
    };
    let stale = move || {
        let is_stale = matches!(live.link.get(), LinkState::Stale { .. });
        let is_live = page.seen.with(|seen| seen.query.day.is_none());
        (is_stale && is_live).then(|| {
            let words = Shared::Reconnecting.say(language::current());
            announced("finance-stale", "status", words)
        })
    };
    view! {
        {sheet_view(page, Box::new(portfolio), Box::new(waiting))}
        {stale}
    }
    .into_any()
}

fn failed(page: PortfolioPage) -> AnyView {
    let language = language::current();
    view! {
        {announced("notice coral", "alert", Text::PastFailed.say(language))}
        {button("button", Text::Again.say(language), Box::new(move |_| page.fetch()))}
    }
    .into_any()
}

/// What stands there before the first view: a calm word, and why if the server says no.
fn waiting(live: LiveView<Portfolio>) -> AnyView {
    if let Some(refusal) = live.refused.get() {
        let sentence = refused::sentence(&refusal, language::current());
        return announced("notice amber", "alert", sentence);
    }
    show_toast(match live.link.get() {
        LinkState::Stale { .. } => Text::NoConnection,
        _ => Text::Loading,
    })
}

/// A passing word.
pub fn show_toast(text: Text<'static>) -> AnyView {
    announced("muted", "status", text.say(language::current()))
}

/// What is shown of this, if it is here.
type ShownPortfolio = Box<dyn Fn(&ReaderState) -> Option<Arc<Portfolio>> + Send>;

/// The page as it stands or stood, however it came here; drawn whole, and changed in place.
pub fn sheet_view(
    page: PortfolioPage,
    portfolio: ShownPortfolio,
    waiting: Box<dyn Fn(&ReaderState) -> AnyView + Send>,
) -> AnyView {
    (move || {
        let seen = page.seen.read();
        let (query, portfolio) = (&seen.query, portfolio(&seen));
        let (language, portfolio) = (language::current(), portfolio.as_deref());
        let shown = portfolio.map(|portfolio| query.visible_rows(portfolio));
        let shown = shown.unwrap_or_default();
        let fictional = portfolio.is_some_and(|portfolio| portfolio.fictional);
        let mark = fictional.then(|| Shared::Fictional.say(language));
        let body = match portfolio {
            None => waiting(&seen),
            Some(portfolio) if portfolio.rows.is_empty() => {
                announced("finance-empty", "status", Text::Empty.say(language))
            }
            Some(_) => view! {
                <div class="finance-body">
                    {table(page, language, &seen, &shown)} {map(page, language, &seen, &shown)}
                </div>
            }
            .into_any(),
        };
        view! {
            {banner(mark.into_iter().collect(), false)}
            {header(language, portfolio, &seen, &shown)}
            {query.day.map(|day| band(page, language, day))}
            {portfolio.map(|portfolio| figures(language, portfolio))}
            {tools(page, language, query, portfolio, shown.len())}
            {body}
        }
        .into_any()
    })
    .into_any()
}

/// Says which earlier day is shown, and leads back.
fn band(page: PortfolioPage, language: Language, day: Date) -> AnyView {
    let day = format::date(language, &day.to_string());
    let leave = move |_| page.change(|query| query.day = None);
    view! {
        <div class="finance-band">
            {announced("", "status", Text::StoodOn(&day).say(language))}
            {button("button", Text::ShowNow.say(language), Box::new(leave))}
        </div>
    }
    .into_any()
}
