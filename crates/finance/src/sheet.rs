//! The page itself: figures, requests and map, live or as of an earlier day.

use std::sync::Arc;

use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_domain::refusal::Refusal;
use barometer_kit::live::{self, Link, Live, Source, Who};
use barometer_kit::ui::banner::banner;
use barometer_kit::{api, format, language, route};
use barometer_text::Language;
use barometer_text::shared::Shared;
use barometer_text::staff::finance::Finance as Text;
use barometer_text::staff::refused;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::header::{figures, header};
use super::look::Look;
use super::map::map;
use super::pieces::{button, told};
use super::table::table;
use super::tools::tools;

/// What the reader has made of the page. One signal: each kind of signal is a KB to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// What is to be seen.
    pub look: Look,
    /// The request whose municipalities alone are on the map.
    pub chosen: Option<RequestId>,
    /// When the page was printed last, or opened.
    pub printed_at: Millis,
    past: Past,
}

impl Seen {
    /// Looked at like this.
    pub fn new(look: Look) -> Self {
        Self {
            look,
            chosen: None,
            printed_at: live::now(),
            past: Past::Coming,
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
enum Past {
    /// Not asked for, or on its way.
    Coming,
    /// Here.
    Stood(Arc<Portfolio>),
    /// It did not come.
    Failed,
}

/// What all parts of the page share.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// What the reader has made of it.
    pub seen: RwSignal<Seen>,
    /// The municipality on the map that is named.
    pub pointed: RwSignal<Option<MunicipalityCode>>,
}

impl Sheet {
    /// Looked at like this.
    pub fn new(look: Look) -> Self {
        Self {
            seen: RwSignal::new(Seen::new(look)),
            pointed: RwSignal::new(None),
        }
    }

    /// Chooses what is to be seen.
    pub fn change(self, change: impl FnOnce(&mut Look)) {
        self.seen.update(|seen| change(&mut seen.look));
    }

    /// Asks for the earlier day that is chosen, if one is; an answer that comes too late is left.
    fn fetch(self) {
        let day = self.seen.with_untracked(|seen| seen.look.day);
        self.seen.update(|seen| seen.past = Past::Coming);
        let Some(day) = day else { return };
        spawn_local(async move {
            let answer = api::financing(Some(day)).await;
            self.seen.update(|seen| {
                if seen.look.day == Some(day) {
                    seen.past = answer.map_or(Past::Failed, |stood| Past::Stood(Arc::new(stood)));
                }
            });
        });
    }
}

/// The page while it is followed; `first` as it was when asked, `on_closed` called when a code is needed after all.
pub fn live_sheet(first: Option<Portfolio>, on_closed: Callback<()>) -> AnyView {
    let live = live::follow::<Portfolio>(Source::financing(), Who::Staff);
    if let Some(first) = first {
        live.accept(first);
    }
    let sheet = Sheet::new(Look::of(&route::query()));
    Effect::new(move |asked: Option<Option<Date>>| {
        if live.refused.get() == Some(Refusal::CodeNeeded) {
            on_closed.run(());
        }
        let look = sheet.seen.with(|seen| seen.look.clone());
        route::replace_query(&look.query());
        if asked != Some(look.day) {
            sheet.fetch();
        }
        look.day
    });
    let listener = window_event_listener_untyped("beforeprint", move |_| {
        sheet.seen.update(|seen| seen.printed_at = live::now());
    });
    on_cleanup(move || listener.remove());
    let portfolio = move |seen: &Seen| match &seen.past {
        _ if seen.look.day.is_none() => live.view.get(),
        Past::Stood(stood) if stood.as_of == seen.look.day => Some(Arc::clone(stood)),
        _ => None,
    };
    let waiting = move |seen: &Seen| match (seen.look.day, &seen.past) {
        (Some(_), Past::Failed) => failed(sheet),
        (Some(_), _) => word(Text::Loading),
        (None, _) => waiting(live),
    };
    let stale = move || {
        let is_stale = matches!(live.link.get(), Link::Stale { .. });
        let is_live = sheet.seen.with(|seen| seen.look.day.is_none());
        (is_stale && is_live).then(|| {
            let words = Shared::Reconnecting.say(language::current());
            told("finance-stale", "status", words)
        })
    };
    view! {
        {sheet_view(sheet, Box::new(portfolio), Box::new(waiting))}
        {stale}
    }
    .into_any()
}

fn failed(sheet: Sheet) -> AnyView {
    let language = language::current();
    view! {
        {told("notice coral", "alert", Text::PastFailed.say(language))}
        {button("button", Text::Again.say(language), Box::new(move |_| sheet.fetch()))}
    }
    .into_any()
}

/// What stands there before the first view: a calm word, and why if the server says no.
fn waiting(live: Live<Portfolio>) -> AnyView {
    if let Some(refusal) = live.refused.get() {
        let sentence = refused::sentence(&refusal, language::current());
        return told("notice amber", "alert", sentence);
    }
    word(match live.link.get() {
        Link::Stale { .. } => Text::NoConnection,
        _ => Text::Loading,
    })
}

/// A passing word.
pub fn word(text: Text<'static>) -> AnyView {
    told("muted", "status", text.say(language::current()))
}

/// What is shown of this, if it is here.
type Shown = Box<dyn Fn(&Seen) -> Option<Arc<Portfolio>> + Send>;

/// The page as it stands or stood, however it came here; drawn whole, and changed in place.
pub fn sheet_view(
    sheet: Sheet,
    portfolio: Shown,
    waiting: Box<dyn Fn(&Seen) -> AnyView + Send>,
) -> AnyView {
    (move || {
        let seen = sheet.seen.read();
        let (look, portfolio) = (&seen.look, portfolio(&seen));
        let (language, portfolio) = (language::current(), portfolio.as_deref());
        let shown = portfolio.map(|portfolio| look.shown(portfolio));
        let shown = shown.unwrap_or_default();
        let fictional = portfolio.is_some_and(|portfolio| portfolio.fictional);
        let mark = fictional.then(|| Shared::Fictional.say(language));
        let body = match portfolio {
            None => waiting(&seen),
            Some(portfolio) if portfolio.rows.is_empty() => {
                told("finance-empty", "status", Text::Empty.say(language))
            }
            Some(_) => view! {
                <div class="finance-body">
                    {table(sheet, language, &seen, &shown)} {map(sheet, language, &seen, &shown)}
                </div>
            }
            .into_any(),
        };
        view! {
            {banner(mark.into_iter().collect(), false)}
            {header(language, portfolio, &seen, &shown)}
            {look.day.map(|day| band(sheet, language, day))}
            {portfolio.map(|portfolio| figures(language, portfolio))}
            {tools(sheet, language, look, portfolio, shown.len())}
            {body}
        }
        .into_any()
    })
    .into_any()
}

/// Says which earlier day is shown, and leads back.
fn band(sheet: Sheet, language: Language, day: Date) -> AnyView {
    let day = format::date(language, &day.to_string());
    let leave = move |_| sheet.change(|look| look.day = None);
    view! {
        <div class="finance-band">
            {told("", "status", Text::StoodOn(&day).say(language))}
            {button("button", Text::ShowNow.say(language), Box::new(leave))}
        </div>
    }
    .into_any()
}
