//! Lists of requests with their financing: those under way, and those that go on.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::Price;
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_domain::view::{AudienceView, FinancingPage, FinancingRow, Screen};
use barometer_kit::ui::share_meter::{ShareMeter, rounded};
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::state::ProjectorState;
use crate::stage::ui::breakable::breakable;

/// Titles with more letters than this need a third line.
const TWO_LINES: usize = 60;

/// Which of the two lists of requests the projector shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Requests under way.
    Ongoing,
    /// Those that go on and those under way.
    Financing,
}

/// The page of a list that a view shows.
pub fn page_of(view: &AudienceView) -> Option<&FinancingPage> {
    match &view.screen {
        Screen::Ongoing(page) | Screen::Financing(page) => Some(page),
        _ => None,
    }
}

/// One page of a list.
#[component]
pub(crate) fn Requests(showing: ProjectorState, list: ListKind) -> impl IntoView {
    let title = move || {
        let stage = match list {
            ListKind::Ongoing => barometer_domain::agenda::Stage::Ongoing,
            ListKind::Financing => barometer_domain::agenda::Stage::Financing,
        };
        SharedText::Stage(stage).say(language::current())
    };
    let sub = move || {
        let text = match list {
            ListKind::Ongoing => Text::OngoingSub,
            ListKind::Financing => Text::FinancingSub,
        };
        text.say(language::current())
    };
    let ids = showing.read(|view, _| {
        let rows = page_of(view)?.rows.iter();
        Some(rows.map(|row| row.request).collect::<Vec<_>>())
    });
    let rows = move || {
        let ids = ids.get()?;
        if ids.is_empty() {
            let nothing = Text::NothingToShow.say(language::current());
            return Some(view! { <p class="nothing">{nothing}</p> }.into_any());
        }
        let dense = showing.catalogue.with(|texts| {
            let titles = ids.iter().filter_map(|id| texts.as_ref()?.request(*id));
            titles.map(|text| text.title.chars().count()).max() > Some(TWO_LINES)
        });
        let rows = ids
            .into_iter()
            .map(|id| view! { <Row showing=showing id=id list=list /> });
        Some(view! { <ul class="funding" class:dense=dense>{rows.collect_view()}</ul> }.into_any())
    };
    view! {
        <div class="slide requests">
            <header>
                <div>
                    <h1 tabindex="-1">{title}</h1>
                    <p class="sub">{sub}</p>
                    <Show when=move || list == ListKind::Financing>
                        <TieOpen showing=showing />
                    </Show>
                </div>
                <Key />
            </header>
            {rows}
        </div>
    }
}

/// Says that those who share a place are still to be decided among; nothing otherwise.
#[component]
pub(crate) fn TieOpen(showing: ProjectorState) -> impl IntoView {
    let is_open = showing.read(|view, _| Some(view.tie_open));
    let note = move || {
        let words = Text::TieStillOpen.say(language::current());
        (is_open.get() == Some(true)).then(|| view! { <span class="chip amber">{words}</span> })
    };
    view! { <p class="tie-open">{note}</p> }
}

/// What the colours of the meters mean.
#[component]
fn Key() -> impl IntoView {
    let entries = [
        ("part-committed", SharedText::Committed),
        ("part-under-decision", SharedText::UnderDecision),
        ("part-indicated", SharedText::Indicated),
        ("part-missing", SharedText::Missing),
    ];
    let entry = |(class, state): (&'static str, SharedText<'static>)| {
        view! { <li class=class>{move || state.say(language::current())}</li> }
    };
    view! {
        <ul class="meter-key">
            {entries.map(entry).collect_view()} {move || rounded(language::current())}
        </ul>
    }
}

#[component]
fn Row(showing: ProjectorState, id: RequestId, list: ListKind) -> impl IntoView {
    let text = showing.read(move |_, texts| texts.request(id).cloned());
    let written_in = showing.read(|_, texts| Some(texts.language));
    let goes_on = showing.read(move |_, texts| Some(texts.candidate_of(id).is_some()));
    let row = showing.read(move |view, _| {
        let rows = &page_of(view)?.rows;
        rows.iter().find(|row| row.request == id).copied()
    });
    let price = move || text.with(|text| text.as_ref().map_or(Money::ZERO, |t| t.price.likely()));
    let sums = move || row.get().map(|row| row.sums).unwrap_or_default();
    let title = move || Some(breakable(&text.get()?.title, written_in.get()?));
    let note = move || Some(note(&text.get()?, &row.get()?));
    let funded = move || row.get().is_some_and(|row| row.funded);
    let standing = move || {
        let language = language::current();
        if funded() {
            let funded = SharedText::FullyFunded.say(language);
            return view! { <span class="chip leaf"><Check />{funded}</span> }.into_any();
        }
        let price = text.with(|text| text.as_ref().map(|text| text.price));
        let lacking = row.get().zip(price).map(|(row, price)| lacks(&row, &price));
        lacking.into_any()
    };
    let chip = move || {
        let chosen = list == ListKind::Financing && goes_on.get() == Some(true);
        let words = SharedText::GoesOn.say(language::current());
        chosen.then(|| view! { <span class="chip">{words}</span> })
    };
    view! {
        <li class="funding-row" class:funded=funded>
            <p class="title">{title}</p>
            <div class="funds">
                <ShareMeter sums=Signal::derive(sums) price=Signal::derive(price) funded=Signal::derive(funded) />
                <p class="note">{note}</p>
            </div>
            <p class="missing">{chip} <span>{standing}</span></p>
        </li>
    }
}

/// What is missing of a request that is not fully funded; nothing is said of a price that nobody knows.
fn lacks(row: &FinancingRow, price: &Price) -> String {
    if price.known().is_none() {
        return String::new();
    }
    let language = language::current();
    if !row.lacks_money() {
        return SharedText::covered(row.missing).say(language);
    }
    SharedText::Lacks(&format::money(language, row.shortfall)).say(language)
}

fn note(text: &RequestText, row: &FinancingRow) -> String {
    let language = language::current();
    let price = format::price(language, &text.price);
    let committed = format::money(language, row.sums.committed.amount);
    Text::PriceAndCommitted(&price, row.sums.committed.count, &committed).say(language)
}

/// A tick, drawn.
#[component]
pub(crate) fn Check() -> impl IntoView {
    view! {
        <svg class="check" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4.5 12.5 10 18 19.5 6.5" pathLength="1" />
        </svg>
    }
}
