//! "Hvem er med, hvor": the 98 municipalities as hexagons, their regions counted, and the same as a list.

use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::municipality::{self, Municipality};
use barometer_kit::ui::handler::handler;
use barometer_text::staff::finance::Finance as Text;
use barometer_text::{Language, states};
use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;

use super::municipalities::{self, MunicipalityReach};
use super::pieces::{button, list_item, pair, span};
use super::portfolio_page::{PortfolioPage, ReaderState};

/// From one hexagon's middle to the next one's in its row.
const ACROSS: i16 = 40;
/// From one row's middle to the next one's.
const DOWN: i16 = 35;
/// A hexagon around its middle, with a little air.
const HEXAGON: &str = "M0-21.4L18.5-10.7V10.7L0 21.4L-18.5 10.7V-10.7Z";
/// All of Denmark, with room for the outline of the hexagons at its edge.
const VIEW: &str = "-22 -24 704 503";

/// Map, what is pointed at, key, regions and list.
pub fn map(
    page: PortfolioPage,
    language: Language,
    seen: &ReaderState,
    shown: &[&PortfolioRow],
) -> AnyView {
    let rows = seen.on_map(shown);
    let say = |text: Text<'_>| text.say(language);
    let all = municipality::all().iter();
    let reached: Vec<_> = all
        .map(|of| municipalities::reached(&rows, of.code))
        .collect();
    let all = municipality::all().iter().zip(&reached);
    let hexagons: Vec<_> = all
        .map(|(of, reached)| hexagon(page, of, *reached))
        .collect();
    let all = municipality::all().iter().zip(reached);
    let named: Vec<_> = all
        .filter_map(|(of, reached)| reached.map(|_| of.code))
        .collect();
    let on_key = move |event: KeyboardEvent| {
        let backwards = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => false,
            "ArrowLeft" | "ArrowUp" => true,
            _ => return,
        };
        event.prevent_default();
        let next = municipalities::neighbour(&named, page.pointed.get_untracked(), backwards);
        page.pointed.set(next);
    };
    let key = [
        ("promise", Text::KeyCommitted),
        ("on-the-way", Text::KeyOnTheWay),
        ("other", Text::KeyOther),
    ];
    let key: Vec<_> = key.map(|(class, text)| list_item(class, say(text))).into();
    let outline = move || {
        let municipality = municipality::by_code(page.pointed.get()?)?;
        Some(path("pointed", municipality))
    };
    view! {
        <section class="finance-map" aria-labelledby="finance-map">
            <h2 id="finance-map">{say(Text::Map)}</h2>
            {only(page, language, seen.chosen, shown)}
            <svg
                viewBox=VIEW
                role="img"
                tabindex="0"
                aria-labelledby="finance-map"
                aria-describedby="finance-pointed"
                on:keydown=handler(on_key)
            >
                {hexagons}
                {outline}
            </svg>
            <p id="finance-pointed" class="map-pointed" role="status">
                {pointed(page, language, &rows)}
            </p>
            <ul class="map-key">{key}</ul>
            {regions(language, &rows)}
            {span("note", say(Text::OnlyNamed))}
            <details class="map-list">
                <summary>{say(Text::AsList)}</summary>
                {list(language, &rows)}
            </details>
        </section>
    }
    .into_any()
}

fn hexagon(
    page: PortfolioPage,
    municipality: &'static Municipality,
    reached: Option<MunicipalityReach>,
) -> AnyView {
    let class = match reached {
        Some(MunicipalityReach::Promise) => "promise",
        Some(MunicipalityReach::OnTheWay) => "on-the-way",
        None => "other",
    };
    let point = move || page.pointed.set(Some(municipality.code));
    view! {
        <g
            on:pointerenter=handler(move |_: PointerEvent| point())
            on:click=handler(move |_: MouseEvent| point())
        >
            {path(class, municipality)}
        </g>
    }
    .into_any()
}

fn path(class: &'static str, municipality: &Municipality) -> AnyView {
    let (column, row) = municipality.tile;
    let across = column * ACROSS + row % 2 * (ACROSS / 2);
    let place = format!("translate({across} {})", row * DOWN);
    view! { <path class=class d=HEXAGON transform=place /> }.into_any()
}

/// Says that only one request is on the map, and leads back to all.
fn only(
    page: PortfolioPage,
    language: Language,
    chosen: Option<RequestId>,
    shown: &[&PortfolioRow],
) -> Option<AnyView> {
    let only = shown.iter().find(|row| Some(row.request) == chosen)?;
    let leave = move |_| page.seen.update(|seen| seen.chosen = None);
    let only = view! {
        <p class="map-only" role="status">
            {Text::MapOf(&only.title).say(language)}
            {button("link-button", Text::ShowAll.say(language), Box::new(leave))}
        </p>
    };
    Some(only.into_any())
}

/// Who is pointed at, and what it is with.
fn pointed(page: PortfolioPage, language: Language, rows: &[&PortfolioRow]) -> AnyView {
    let municipality = page.pointed.get().and_then(municipality::by_code);
    let Some(municipality) = municipality else {
        let hint = Text::MapHint.say(language);
        return span("hint", hint);
    };
    let said = said(language, rows, municipality.code);
    if said.is_empty() {
        return Text::NotNamed(municipality.name).say(language).into_any();
    }
    let said = said.into_iter();
    let said: Vec<_> = said.map(|words| span("", words)).collect();
    view! {
        <b>{municipality.name}</b>
        {said}
    }
    .into_any()
}

/// Each request that a municipality is with, and how far it has come.
fn said(language: Language, rows: &[&PortfolioRow], code: MunicipalityCode) -> Vec<String> {
    let parts = municipalities::joined_requests(rows, code).into_iter();
    parts
        .map(|(row, state)| {
            let state = states::commitment(state, language).to_lowercase();
            format!("{}: {state}", row.title)
        })
        .collect()
}

/// "Midtjylland: 9 tilsagn, 3 overvejer det"; the unnamed are counted too.
fn regions(language: Language, rows: &[&PortfolioRow]) -> AnyView {
    let region = |region: &'static str| {
        let (committed, on_the_way) = municipalities::region_counts(rows, region);
        let count = Text::Region {
            committed,
            on_the_way,
        };
        pair("", region.to_owned(), count.say(language))
    };
    let regions: Vec<_> = municipalities::REGIONS.into_iter().map(region).collect();
    view! { <dl class="map-regions">{regions}</dl> }.into_any()
}

/// The map in words, by region.
fn list(language: Language, rows: &[&PortfolioRow]) -> AnyView {
    let named = |municipality: &Municipality| {
        let said = said(language, rows, municipality.code).join(" · ");
        view! {
            <li>
                <b>{municipality.name}</b>
                " "
                {said}
            </li>
        }
        .into_any()
    };
    let region = |region: &'static str| {
        let of = municipalities::named_in(rows, region);
        let lines: Vec<_> = of.into_iter().map(named).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <h3>{region}</h3>
                <ul>{lines}</ul>
            }
            .into_any()
        })
    };
    let regions: Vec<_> = municipalities::REGIONS
        .into_iter()
        .filter_map(region)
        .collect();
    if regions.is_empty() {
        return span("note", Text::NobodyNamed.say(language));
    }
    regions.into_any()
}
