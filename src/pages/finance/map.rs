//! "Hvem er med, hvor": the 98 municipalities as hexagons, their regions counted, and the same as a list.

use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality::{self, Municipality};
use barometer_text::staff::finance::Finance as Text;
use barometer_text::{Language, states};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::say;
use super::sheet::Sheet;
use super::who::{self, Reached};
use crate::language;
use crate::ui::handler::handler;

/// From one hexagon's middle to the next one's in its row.
const ACROSS: f64 = 20.0;
/// From one row's middle to the next one's.
const DOWN: f64 = 17.4;
/// A hexagon around its middle, with a little air.
const HEXAGON: &str = "M0-10.6L9.2-5.3V5.3L0 10.6L-9.2 5.3V-5.3Z";
/// All of Denmark, with room for the outline of the hexagons at its edge.
const VIEW: &str = "-1 5 342 244";

/// The map shows the requests that are shown, or the one chosen.
fn on_map<'a>(sheet: Sheet, shown: &[&'a PortfolioRow]) -> Vec<&'a PortfolioRow> {
    let chosen = sheet.chosen.get();
    let only = shown.iter().find(|row| Some(row.request) == chosen);
    only.map_or_else(|| shown.to_vec(), |only| vec![*only])
}

/// Map, what is pointed at, key, regions and list.
#[component]
pub fn Map(
    /// What is shown.
    sheet: Sheet,
) -> impl IntoView {
    let pointed = RwSignal::new(None::<MunicipalityCode>);
    let reached = sheet.of_shown(move |shown| {
        let rows = on_map(sheet, shown);
        let all = municipality::all().iter();
        all.map(|municipality| who::reached(&rows, municipality.code))
            .collect::<Vec<_>>()
    });
    let hexagons = move || {
        let reached = reached.get().unwrap_or_default();
        let all = municipality::all().iter().zip(reached);
        all.map(|(municipality, reached)| hexagon(municipality, reached, pointed))
            .collect::<Vec<_>>()
    };
    let outline = move || {
        let municipality = municipality::by_code(pointed.get()?)?;
        let place = place(municipality);
        Some(view! { <path class="pointed" d=HEXAGON transform=place /> })
    };
    let on_key = move |event: KeyboardEvent| {
        let backwards = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => false,
            "ArrowLeft" | "ArrowUp" => true,
            _ => return,
        };
        event.prevent_default();
        let all = municipality::all()
            .iter()
            .map(|municipality| municipality.code);
        let named = all.zip(reached.get_untracked().unwrap_or_default());
        let named: Vec<_> = named
            .filter_map(|(code, reached)| reached.map(|_| code))
            .collect();
        pointed.set(who::neighbour(&named, pointed.get_untracked(), backwards));
    };
    view! {
        <section class="finance-map" aria-labelledby="finance-map">
            <h2 id="finance-map">{say(Text::Map)}</h2>
            <Only sheet=sheet />
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
            <Pointed sheet=sheet pointed=pointed />
            <ul class="map-key">
                <li class="promise">{say(Text::KeyCommitted)}</li>
                <li class="on-the-way">{say(Text::KeyOnTheWay)}</li>
                <li class="other">{say(Text::KeyOther)}</li>
            </ul>
            <Regions sheet=sheet />
            <p class="note">{say(Text::OnlyNamed)}</p>
            <List sheet=sheet />
        </section>
    }
}

fn hexagon(
    municipality: &'static Municipality,
    reached: Option<Reached>,
    pointed: RwSignal<Option<MunicipalityCode>>,
) -> AnyView {
    let class = match reached {
        Some(Reached::Promise) => "promise",
        Some(Reached::OnTheWay) => "on-the-way",
        None => "other",
    };
    let point = move || pointed.set(Some(municipality.code));
    view! {
        <path
            class=class
            d=HEXAGON
            transform=place(municipality)
            on:pointerenter=handler(move |_| point())
            on:click=handler(move |_| point())
        />
    }
    .into_any()
}

fn place(municipality: &Municipality) -> String {
    let (column, row) = municipality.tile;
    let shift = if row % 2 == 0 { 0.0 } else { ACROSS / 2.0 };
    let across = f64::from(column) * ACROSS + shift;
    let down = f64::from(row) * DOWN;
    format!("translate({across} {down:.1})")
}

/// Says that only one request is on the map, and leads back to all.
#[component]
fn Only(sheet: Sheet) -> impl IntoView {
    let only = sheet.of_shown(move |shown| {
        let chosen = sheet.chosen.get();
        let mut shown = shown.iter();
        shown
            .find(|row| Some(row.request) == chosen)
            .map(|row| row.title.clone())
    });
    move || {
        let (title, language) = (only.get().flatten()?, language::current());
        Some(view! {
            <p class="map-only" role="status">
                {Text::MapOf(&title).say(language)}
                <button
                    type="button"
                    class="link-button"
                    on:click=move |_| sheet.chosen.set(None)
                >
                    {Text::ShowAll.say(language)}
                </button>
            </p>
        })
    }
}

/// Who is pointed at, and what it is with.
#[component]
fn Pointed(sheet: Sheet, pointed: RwSignal<Option<MunicipalityCode>>) -> impl IntoView {
    let with = sheet.of_shown(move |shown| {
        let municipality = municipality::by_code(pointed.get()?)?;
        let rows = on_map(sheet, shown);
        let parts = said(language::current(), &rows, municipality.code);
        Some((municipality.name, parts))
    });
    let words = move || match with.get().flatten() {
        None => view! { <span class="hint">{say(Text::MapHint)}</span> }.into_any(),
        Some((name, parts)) if parts.is_empty() => {
            Text::NotNamed(name).say(language::current()).into_any()
        }
        Some((name, parts)) => view! {
            <b>{name}</b>
            {parts.into_iter().map(|part| view! { <span>{part}</span> }).collect_view()}
        }
        .into_any(),
    };
    view! {
        <p id="finance-pointed" class="map-pointed" role="status">
            {words}
        </p>
    }
}

/// Each request that a municipality is with, and how far it has come.
fn said(language: Language, rows: &[&PortfolioRow], code: MunicipalityCode) -> Vec<String> {
    let parts = who::parts(rows, code).into_iter();
    parts
        .map(|(row, state)| {
            let state = states::commitment(state, language).to_lowercase();
            format!("{}: {state}", row.title)
        })
        .collect()
}

/// "Midtjylland: 9 tilsagn, 3 på vej"; the unnamed are counted too.
#[component]
fn Regions(sheet: Sheet) -> impl IntoView {
    let counts = sheet.of_shown(move |shown| {
        let rows = on_map(sheet, shown);
        who::REGIONS.map(|region| (region, who::count(&rows, region)))
    });
    let regions = move || {
        let counts = counts.get().into_iter().flatten();
        counts
            .map(|(region, (committed, on_the_way))| {
                let count = Text::Region {
                    committed,
                    on_the_way,
                };
                let count = count.say(language::current());
                view! {
                    <div>
                        <dt>{region}</dt>
                        <dd>{count}</dd>
                    </div>
                }
            })
            .collect_view()
    };
    view! { <dl class="map-regions">{regions}</dl> }
}

/// The map in words, by region.
#[component]
fn List(sheet: Sheet) -> impl IntoView {
    let regions = sheet.of_shown(move |shown| {
        let (rows, language) = (on_map(sheet, shown), language::current());
        let named = who::REGIONS.map(|region| (region, who::named_in(&rows, region)));
        let named = named.into_iter().filter(|(_, named)| !named.is_empty());
        named
            .map(|(region, named)| {
                let line = |m: &Municipality| (m.name, said(language, &rows, m.code).join(" · "));
                (region, named.into_iter().map(line).collect::<Vec<_>>())
            })
            .collect::<Vec<_>>()
    });
    let body = move || {
        let regions = regions.get().unwrap_or_default();
        if regions.is_empty() {
            return view! { <p class="note">{say(Text::NobodyNamed)}</p> }.into_any();
        }
        let lists = regions.into_iter().map(|(region, named)| {
            let lines = named.into_iter().map(|(name, said)| {
                view! {
                    <li>
                        <b>{name}</b>
                        " "
                        {said}
                    </li>
                }
            });
            view! {
                <h3>{region}</h3>
                <ul>{lines.collect_view()}</ul>
            }
        });
        lists.collect_view().into_any()
    };
    view! {
        <details class="map-list">
            <summary>{say(Text::AsList)}</summary>
            {body}
        </details>
    }
}
