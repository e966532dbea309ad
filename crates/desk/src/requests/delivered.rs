//! What delivered requests came to, as a table, and whether briefs say how near the prices came.

use barometer_domain::financing::delivery::{Deliveries, Delivery, PriceCourse, ShowDeliveries};
use barometer_kit::route::Route;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, format, language};
use barometer_text::Language;
use barometer_text::staff::deliveries::DeliveryText as Text;
use leptos::prelude::*;

use crate::page::{VendorContext, VendorSubmission, Way, failure_notice};

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// "+4 %": by how much the actual price missed the estimate; nothing where there was no estimate.
pub fn missed(price: &PriceCourse, language: Language) -> Option<String> {
    let (missed, estimate) = (price.missed_by()?, price.estimate?);
    let text = if price.actual < estimate {
        Text::Cheaper(missed)
    } else {
        Text::Dearer(missed)
    };
    Some(text.say(language))
}

/// The card, asked for anew each time it is shown.
#[component]
pub(crate) fn DeliveredCard() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let deliveries = vendor.ask(api::deliveries);
    view! {
        <section class="card delivered" aria-labelledby="delivered-heading">
            <h2 id="delivered-heading">{say(Text::Title)}</h2>
            <p class="muted">{say(Text::Body)}</p>
            <Loaded asked=deliveries let:found>
                <DeliveredTable found=found />
                <ShowIt found=found on_change=move |found| deliveries.set(found) />
            </Loaded>
        </section>
    }
}

#[component]
fn DeliveredTable(found: Signal<Deliveries>) -> impl IntoView {
    move || {
        let language = language::current();
        let found = found.read();
        if found.delivered.is_empty() {
            return view! { <p>{Text::Empty.say(language)}</p> }.into_any();
        }
        let heading = |text: Text, class: &'static str| {
            view! {
                <th scope="col" class=class>
                    {text.say(language)}
                </th>
            }
        };
        let rows = found.delivered.iter();
        let rows = rows.map(|one| view! { <DeliveredLine one=one.clone() /> });
        view! {
            <table class="desk-table">
                <thead>
                    <tr>
                        {heading(Text::RequestColumn, "")} {heading(Text::EstimateColumn, "figure")}
                        {heading(Text::FirmColumn, "figure")}
                        {heading(Text::ActualColumn, "figure")}
                        {heading(Text::MissedColumn, "figure")}
                        {heading(Text::PromisedColumn, "")} {heading(Text::MeasuredColumn, "")}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
        .into_any()
    }
}

#[component]
fn DeliveredLine(one: Delivery) -> impl IntoView {
    let language = language::current();
    let price = one.price;
    let money = |amount| format::money(language, amount);
    // On a phone the headings are gone, and each cell stands beside its own.
    let cell = |heading: Text, class: &'static str, words: Option<String>| {
        let words = words.unwrap_or_else(|| "–".to_owned());
        view! {
            <td class=class data-label=heading.say(language)>
                {words}
            </td>
        }
    };
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let about = format!("{} {}", one.reference, one.title);
    view! {
        <tr>
            <th scope="row">
                <Way to=Route::Request(one.request)>{about}</Way>
            </th>
            {cell(Text::EstimateColumn, "figure", price.estimate.map(money))}
            {cell(Text::FirmColumn, "figure", price.firm.map(money))}
            {cell(Text::ActualColumn, "figure", Some(money(price.actual)))}
            {cell(Text::MissedColumn, "figure", missed(&price, language))}
            {cell(Text::PromisedColumn, "", text(&one.promised))}
            {cell(Text::MeasuredColumn, "", text(&one.measured))}
        </tr>
    }
}

/// The sentence as briefs say it, and whether they do.
#[component]
fn ShowIt(
    found: Signal<Deliveries>,
    /// Called with what the server has after a change.
    #[prop(into)]
    on_change: Callback<Deliveries>,
) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let sending = VendorSubmission::<()>::new();
    let show = move |is_shown: bool| {
        let work = async move {
            let answer = api::show_deliveries(&ShowDeliveries { is_shown }).await;
            answer.map_err(|error| vendor.trouble(error))
        };
        sending.send(work, move |found| {
            on_change.run(found);
            None
        });
    };
    let sentence = move || {
        let came_within = found.read().came_within;
        let text = came_within.map_or(Text::TooFew, Text::CameWithin);
        text.say(language::current())
    };
    view! {
        <p>{sentence}</p>
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || found.read().is_shown
                on:change=move |event| show(event_target_checked(&event))
            />
            {say(Text::ShowIt)}
        </label>
        <p class="muted">{say(Text::ShowItHint)}</p>
        {move || failure_notice(sending)}
    }
}
