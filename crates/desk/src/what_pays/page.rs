//! "Hvad betaler sig?", `/vendor/what-pays`: what is assumed, what gets financed under it by each way, and what follows.

use barometer_domain::what_pays::{Interval, SimulatedWay, WhatPays};
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, format, language};
use barometer_text::Language;
use barometer_text::staff::what_pays::{WhatPaysText as Text, conclusion, in_percent, tenths};
use leptos::either::Either;
use leptos::prelude::*;

use crate::page::{Heading, VendorContext};

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The page.
#[component]
pub fn WhatPaysPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let found = vendor.ask(api::what_pays);
    view! {
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p>{say(Text::Body)}</p>
        </div>
        <Loaded asked=found let:page>
            // Drawn anew in another language.
            {move || {
                let (page, language) = (page.get(), language::current());
                view! {
                    <Assumptions page=page.clone() language=language />
                    {figures(&page, language)}
                }
            }}
        </Loaded>
    }
}

/// What is assumed, before any figure.
#[component]
fn Assumptions(
    /// What was simulated.
    page: WhatPays,
    /// The reader's.
    language: Language,
) -> impl IntoView {
    let assumed = page.assumptions;
    let ([least, most], [soonest, latest]) = (assumed.municipalities, assumed.months);
    let worth = format::money(language, assumed.worth);
    let frame = format::money(language, assumed.frame);
    let texts = [
        Some(Text::Requests(page.requests)),
        (page.without_price > 0).then_some(Text::WithoutPrice(page.without_price)),
        Some(Text::Come(least, most)),
        Some(Text::Worth(&worth)),
        Some(Text::Frame(&frame)),
        Some(Text::Months(soonest, latest)),
        Some(Text::Nobodys),
        Some(Text::Everything),
    ];
    let items = texts.into_iter().flatten();
    let items = items.map(|text| view! { <li>{text.say(language)}</li> });
    view! {
        <section class="card pays-assumed">
            <h2>{Text::Assumed.say(language)}</h2>
            <ul class="pays-list">{items.collect_view()}</ul>
        </section>
    }
}

fn figures(page: &WhatPays, language: Language) -> impl IntoView + use<> {
    let Some(concluded) = page.conclusion() else {
        return Either::Left(view! { <p>{Text::TooFew.say(language)}</p> });
    };
    let head = |text: Text| view! { <th scope="col">{text.say(language)}</th> };
    let groups = page.ways.chunk_by(|a, b| a.choosing == b.choosing);
    let bodies = groups.map(|ways| {
        let choosing = ways
            .first()
            .map(|way| Text::Choosing(way.choosing).say(language));
        let rows = ways.iter().map(|way| way_row(way, language));
        view! {
            <tbody>
                <tr class="pays-choosing">
                    <th scope="rowgroup" colspan="5">{choosing}</th>
                </tr>
                {rows.collect_view()}
            </tbody>
        }
    });
    let meanings = [Text::WithPrices, Text::Tap, Text::HomeRound];
    let meanings = meanings.map(|text| view! { <li>{text.say(language)}</li> });
    Either::Right(view! {
        <section>
            <h2 id="pays-figures">{Text::Figures.say(language)}</h2>
            <p class="pays-conclusion">{conclusion(language, concluded)}</p>
            <table class="pays-table" aria-labelledby="pays-figures">
                <thead>
                    <tr>
                        {head(Text::WayColumn)} <td></td> {head(Text::SuccessColumn)}
                        {head(Text::FinancedColumn)} {head(Text::DeadEndColumn)}
                    </tr>
                </thead>
                {bodies.collect_view()}
            </table>
            <p class="muted">{Text::Lines(page.webinars).say(language)}</p>
        </section>
        <section>
            <h2>{Text::Ways.say(language)}</h2>
            <ul class="pays-list">{meanings.collect_view()}</ul>
        </section>
    })
}

/// One way: its line with the dot, and its three figures with their intervals.
fn way_row(way: &SimulatedWay, language: Language) -> impl IntoView + use<> {
    let success = way.success.map_or_else(
        || "–".to_owned(),
        |success| with_interval(success, |figure| in_percent(language, figure)),
    );
    let per_webinar = |figures: Interval| with_interval(figures, |figure| tenths(language, figure));
    let line = way.success.map(|success| {
        // Of the whole width, in percent.
        let at = |figure: u32| format!("{}.{}%", figure.min(1_000) / 10, figure.min(1_000) % 10);
        view! {
            <span
                class="pays-line"
                style:--low=at(success.low)
                style:--value=at(success.value)
                style:--high=at(success.high)
            ></span>
        }
    });
    view! {
        <tr>
            <th scope="row">{Text::FollowUp(way.tap, way.home_round).say(language)}</th>
            <td class="pays-track" aria-hidden="true">{line}</td>
            <td data-label=Text::SuccessColumn.say(language)>{success}</td>
            <td data-label=Text::FinancedColumn.say(language)>{per_webinar(way.financed)}</td>
            <td data-label=Text::DeadEndColumn.say(language)>{per_webinar(way.dead_ends)}</td>
        </tr>
    }
}

/// `76 % (74 %–78 %)`.
fn with_interval(figures: Interval, write: impl Fn(u32) -> String) -> String {
    let Interval { low, value, high } = figures;
    format!("{} ({}–{})", write(value), write(low), write(high))
}
