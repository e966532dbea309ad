//! "Hvem er med, hvor": the 98 municipalities as hexagons, their regions counted, and the same as a list.

use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality::{self, Municipality};
use barometer_kit::language;
use barometer_text::staff::finance::FinancingText as Text;
use barometer_text::{Language, states};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::municipalities::{self, MunicipalityReach};
use super::page_state::{PortfolioPage, ShownPortfolio};
use super::say;

/// From one hexagon's middle to the next one's in its row.
const ACROSS: i16 = 40;
/// From one row's middle to the next one's.
const DOWN: i16 = 35;
/// A hexagon around its middle, with a little air.
const HEXAGON: &str = "M0-21.4L18.5-10.7V10.7L0 21.4L-18.5 10.7V-10.7Z";
/// All of Denmark, with room for the outline of the hexagons at its edge.
const VIEW: &str = "-22 -24 704 503";

/// Map, what is pointed at, key, regions and list.
#[component]
pub(crate) fn Map(
    /// What of the page is shown, and so on the map.
    shown: Memo<Option<ShownPortfolio>>,
) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let rows = Memo::new(move |_| {
        let chosen = page.seen.with(|seen| seen.chosen);
        let shown = shown.read();
        let rows = shown.as_ref().map(|shown| shown.on_map(chosen));
        rows.into_iter().flatten().cloned().collect::<Vec<_>>()
    });
    let on_key = move |event: KeyboardEvent| {
        let backwards = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => false,
            "ArrowLeft" | "ArrowUp" => true,
            _ => return,
        };
        event.prevent_default();
        let rows = rows.read_untracked();
        let all = municipality::all().iter().map(|of| of.code);
        let named: Vec<_> = all
            .filter(|code| municipalities::reached(&rows, *code).is_some())
            .collect();
        let next = municipalities::neighbour(&named, page.pointed.get_untracked(), backwards);
        page.pointed.set(next);
    };
    let hexagons = municipality::all()
        .iter()
        .map(|of| view! { <Hexagon municipality=of rows=rows /> });
    let hexagons = hexagons.collect_view();
    let outline = move || {
        let municipality = municipality::by_code(page.pointed.get()?)?;
        Some(view! { <path class="pointed" d=HEXAGON transform=place_of(municipality) /> })
    };
    let key = [
        ("promise", Text::KeyCommitted),
        ("on-the-way", Text::KeyOnTheWay),
        ("other", Text::KeyOther),
    ];
    let key = key.map(|(class, text)| view! { <li class=class>{say(text)}</li> });
    view! {
        <section class="finance-map" aria-labelledby="finance-map">
            <h2 id="finance-map">{say(Text::Map)}</h2>
            <OnlyOne shown=shown />
            <svg
                viewBox=VIEW
                role="img"
                tabindex="0"
                aria-labelledby="finance-map"
                aria-describedby="finance-pointed"
                on:keydown=on_key
            >
                {hexagons}
                {outline}
            </svg>
            <p id="finance-pointed" class="map-pointed" role="status">
                <PointedAt rows=rows />
            </p>
            <ul class="map-key">{key.into_iter().collect_view()}</ul>
            <RegionCounts rows=rows />
            <span class="note">{say(Text::OnlyNamed)}</span>
            <details class="map-list">
                <summary>{say(Text::AsList)}</summary>
                <NamedList rows=rows />
            </details>
        </section>
    }
}

/// One municipality.
#[component]
fn Hexagon(
    municipality: &'static Municipality,
    /// The requests on the map.
    rows: Memo<Vec<PortfolioRow>>,
) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let class = move || match municipalities::reached(&rows.read(), municipality.code) {
        Some(MunicipalityReach::Promise) => "promise",
        Some(MunicipalityReach::OnTheWay) => "on-the-way",
        None => "other",
    };
    let point = move || page.pointed.set(Some(municipality.code));
    view! {
        <g on:pointerenter=move |_| point() on:click=move |_| point()>
            <path class=class d=HEXAGON transform=place_of(municipality) />
        </g>
    }
}

/// Where a municipality's hexagon stands on the map.
fn place_of(municipality: &Municipality) -> String {
    let (column, row) = municipality.tile;
    let across = column * ACROSS + row % 2 * (ACROSS / 2);
    format!("translate({across} {})", row * DOWN)
}

/// Says that only one request is on the map, and leads back to all.
#[component]
fn OnlyOne(shown: Memo<Option<ShownPortfolio>>) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let leave = move |_| page.seen.update(|seen| seen.chosen = None);
    move || {
        let chosen = page.seen.with(|seen| seen.chosen)?;
        let shown = shown.read();
        let mut rows = shown.as_ref()?.rows.iter();
        let only = rows.find(|row| row.request == chosen)?.title.clone();
        Some(view! {
            <p class="map-only" role="status">
                {move || Text::MapOf(&only).say(language::current())}
                <button type="button" class="link-button" on:click=leave>
                    {say(Text::ShowAll)}
                </button>
            </p>
        })
    }
}

/// Who is pointed at, and what it is with.
#[component]
fn PointedAt(rows: Memo<Vec<PortfolioRow>>) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    move || {
        let language = language::current();
        let municipality = page.pointed.get().and_then(municipality::by_code);
        let Some(municipality) = municipality else {
            return view! { <span class="hint">{say(Text::MapHint)}</span> }.into_any();
        };
        let said = said(language, &rows.read(), municipality.code);
        if said.is_empty() {
            return Text::NotNamed(municipality.name).say(language).into_any();
        }
        let said = said.into_iter().map(|words| view! { <span>{words}</span> });
        view! {
            <b>{municipality.name}</b>
            {said.collect_view()}
        }
        .into_any()
    }
}

/// Each request that a municipality is with, and how far it has come.
fn said(language: Language, rows: &[PortfolioRow], code: MunicipalityCode) -> Vec<String> {
    let parts = municipalities::joined_requests(rows, code).into_iter();
    parts
        .map(|(row, state)| {
            let state = states::commitment(state, language).to_lowercase();
            format!("{}: {state}", row.title)
        })
        .collect()
}

/// "Midtjylland: 9 tilsagn, 3 overvejer det"; the unnamed are counted too.
#[component]
fn RegionCounts(rows: Memo<Vec<PortfolioRow>>) -> impl IntoView {
    let regions = municipalities::REGIONS.map(|region| {
        let count = move || {
            let (committed, on_the_way) = municipalities::region_counts(&rows.read(), region);
            let count = Text::Region {
                committed,
                on_the_way,
            };
            count.say(language::current())
        };
        view! {
            <div>
                <dt>{region}</dt>
                <dd>{count}</dd>
            </div>
        }
    });
    view! { <dl class="map-regions">{regions.into_iter().collect_view()}</dl> }
}

/// The map in words, by region.
#[component]
fn NamedList(rows: Memo<Vec<PortfolioRow>>) -> impl IntoView {
    move || {
        let (language, rows) = (language::current(), rows.read());
        let named = |municipality: &Municipality| {
            let said = said(language, &rows, municipality.code).join(" · ");
            view! {
                <li>
                    <b>{municipality.name}</b>
                    " "
                    {said}
                </li>
            }
        };
        let region = |region: &'static str| {
            let of = municipalities::named_in(&rows, region);
            let lines: Vec<_> = of.into_iter().map(named).collect();
            (!lines.is_empty()).then(|| {
                view! {
                    <h3>{region}</h3>
                    <ul>{lines}</ul>
                }
            })
        };
        let regions: Vec<_> = municipalities::REGIONS
            .into_iter()
            .filter_map(region)
            .collect();
        if regions.is_empty() {
            return view! { <span class="note">{say(Text::NobodyNamed)}</span> }.into_any();
        }
        regions.into_any()
    }
}
