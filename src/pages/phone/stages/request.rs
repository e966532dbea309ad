//! One request's financing: how far, what it would cost this municipality, and "Vi vil gerne være med".

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::{Price, Sharing, SharingRule, price_per_municipality};
use barometer_domain::ids::RequestId;
use barometer_domain::view::{RequestView, ResultRow};
use barometer_text::Language;
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use barometer_text::sharing;
use leptos::prelude::*;

use super::super::follow::{Seen, Want};
use super::financing::{funded, on_the_way};
use super::frame::Page;
use crate::ui::handler::handler;
use crate::ui::share_meter::{share_key, share_meter};
use crate::{format, route};

/// The slider's right end: most requests are shared by far fewer than all 98.
const MOST: u32 = 60;

/// The request that the presenter has drilled into.
pub(crate) fn request(seen: &Seen, view: &RequestView) -> Page {
    let Some(text) = seen.texts.request(view.financing.request) else {
        return Page::default();
    };
    let mut crumb = Shared::Stage(Stage::Financing).say(seen.language);
    if let Some(row) = &view.result {
        let place = Phone::PlaceInBarometer(&place(row, seen.language)).say(seen.language);
        crumb = format!("{crumb} · {place}");
    }
    let noted = seen.state.me.interests.contains(&text.id);
    let status = noted.then_some(Phone::YouAreNoted);
    Page {
        crumb,
        heading: format::with_soft_hyphens(&text.title),
        main: vec![
            progress(view, text, seen.language),
            your_price(seen, view, text),
            benefit(text, seen.language),
        ],
        bar: Some(bar(seen, text.id, noted)),
        status: status.map_or_else(String::new, |status| status.say(seen.language)),
        ..Page::default()
    }
}

fn place(row: &ResultRow, language: Language) -> String {
    if row.shared {
        Shared::SharedPlace(row.place).say(language)
    } else {
        Phone::Number(row.place.into()).say(language)
    }
}

fn progress(view: &RequestView, text: &RequestText, language: Language) -> AnyView {
    let (financing, price) = (&view.financing, text.price.likely());
    let sums = &financing.sums;
    let big = if financing.lacks_money() {
        on_the_way(sums, price, language)
    } else {
        funded(financing, language)
    };
    let committed = Shared::CommittedOf {
        committed: &format::money(language, sums.committed.amount),
        price: &format::money(language, price),
    };
    view! {
        <section>
            <p class="big sentence">{big}</p>
            <p class="muted under-big">{committed.say(language)}</p>
            {share_meter(sums, price, financing.funded)}
            {share_key(sums, price, financing.funded)}
        </section>
    }
    .into_any()
}

/// What each pays at n, with a slider for n; a price shared by population has no such figure.
fn your_price(seen: &Seen, view: &RequestView, text: &RequestText) -> AnyView {
    let language = seen.language;
    let label = match text.price {
        Price::Estimate { .. } => Shared::RoughEstimate,
        Price::Firm { .. } => Shared::FirmPrice,
    };
    let price = format::money(language, text.price.likely());
    let label = label.say(language);
    let slider = (text.sharing.rule == SharingRule::Equal).then(|| slider(seen, view, text));
    view! {
        <section class="card">
            {slider}
            <p class="sentence muted">{terms(text.sharing, language)}</p>
            <p class="sentence muted">{format!("{label}: {price}")}</p>
        </section>
    }
    .into_any()
}

fn slider(seen: &Seen, view: &RequestView, text: &RequestText) -> AnyView {
    let (following, language, request) = (seen.following, seen.language, text.id);
    let first = first_count(view, text);
    let moved = seen.state.slider.filter(|(of, _)| *of == request);
    let count = moved.map_or(first, |(_, count)| count);
    let each = price_per_municipality(text.price.likely(), count).unwrap_or_default();
    let price = Phone::YourPrice(&format::money(language, each)).say(language);
    let share = Phone::ShareEqually(count).say(language);
    let slide = move |event: web_sys::Event| {
        if let Ok(count) = event_target_value(&event).parse() {
            following.state.write().slider = Some((request, count));
        }
    };
    view! {
        <p>
            <b>{price.clone()}</b>
        </p>
        <p>{Phone::IfYouAre(count).say(language)}</p>
        <input
            type="range"
            class="slider"
            min="1"
            max=MOST.max(first).to_string()
            prop:value=count.to_string()
            aria-label=Phone::HowManyShare.say(language)
            aria-valuetext=format!("{share}. {price}")
            on:input=handler(slide)
        />
        <p class="muted">{share}</p>
    }
    .into_any()
}

/// Where the slider stands at first: at the next municipality to join; before anyone has, at as many as voted
/// for it or as it is planned for.
fn first_count(view: &RequestView, text: &RequestText) -> u32 {
    let supporters = view.result.map_or(0, |row| row.municipalities);
    let planned = text.sharing.planned_for.map_or(0, u32::from);
    (view.financing.sums.municipalities() + 1)
        .max(supporters)
        .max(planned)
}

/// How the price is shared, as far as the slider does not say it.
fn terms(sharing: Sharing, language: Language) -> String {
    let by_slider = sharing.rule == SharingRule::Equal;
    let rule = (!by_slider).then(|| sharing::rule(&sharing.rule, language));
    let rule = rule.map(|rule| Phone::Shared(&rule).say(language));
    let planned = sharing
        .planned_for
        .map(|count| Phone::PlannedFor(count.into()).say(language));
    let terms = rule.into_iter().chain(planned);
    let cap = sharing.cap.map(|cap| {
        let cap = format::money(language, cap);
        Phone::AtMostEach(&cap).say(language)
    });
    terms.chain(cap).collect::<Vec<_>>().join(", ")
}

fn benefit(text: &RequestText, language: Language) -> AnyView {
    view! {
        <section class="card">
            <h2>{Phone::WhatYouGet.say(language)}</h2>
            <p>{format!("{} {}", text.pitch, text.benefit)}</p>
        </section>
    }
    .into_any()
}

/// "Jeg skal have det med hjem": the decision brief, which the server makes.
fn take_home(seen: &Seen, request: RequestId) -> AnyView {
    let address = route::brief(&seen.following.code(), request, seen.language);
    view! {
        <a class="button wide" href=address>
            {Phone::TakeHome.say(seen.language)}
        </a>
    }
    .into_any()
}

/// The buttons under the thumb, and what has become of it.
fn bar(seen: &Seen, request: RequestId, noted: bool) -> AnyView {
    let (following, language) = (seen.following, seen.language);
    if !seen.is_voter() {
        let note = Phone::ObserverInterest.say(language);
        return view! {
            <div class="bar">
                <p class="bar-note">{note}</p>
                {take_home(seen, request)}
            </div>
        }
        .into_any();
    }
    if noted {
        return view! {
            <div class="bar">
                <p class="notice leaf">
                    <b>{Phone::YouAreNoted.say(language)}</b>
                    " "
                    {Phone::NotedMeans.say(language)}
                </p>
                {take_home(seen, request)}
            </div>
        }
        .into_any();
    }
    let (class, note, label) = match seen.state.want {
        Want::Idle => ("bar-note", Phone::InterestMeans, Phone::WeWantIn),
        Want::Sending => ("bar-note", Phone::InterestMeans, Phone::Sending),
        Want::Failed => ("bar-note wrong", Phone::InterestFailed, Phone::WeWantIn),
    };
    view! {
        <div class="bar">
            <p class=class>{note.say(language)}</p>
            <button
                class="button primary wide"
                on:click=handler(move |_| following.want(request))
            >
                {label.say(language)}
            </button>
            {take_home(seen, request)}
        </div>
    }
    .into_any()
}
