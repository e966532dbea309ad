//! Requests under way, and those that go on: how far each has come.

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::RequestText;
use barometer_domain::view::{FinancingPage, FinancingRow, Screen};
use barometer_kit::format;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::share_meter::share_meter;
use barometer_text::phone::PhoneText;
use barometer_text::phone_view;
use barometer_text::shared::SharedText;
use barometer_text::sharing;
use leptos::prelude::*;

use super::super::participant::StageContext;
use super::frame::StagePage;
use super::result::own_vote;

/// A page of requests, the same as on the screen.
pub(crate) fn financing(seen: &StageContext, page: &FinancingPage) -> StagePage {
    let stage = match seen.view.screen {
        Screen::Ongoing(_) => Stage::Ongoing,
        _ => Stage::Financing,
    };
    let count = u32::try_from(page.rows.len()).unwrap_or(0);
    let crumb = if page.pages > 1 {
        PhoneText::PageOf {
            page: u32::from(page.page) + 1,
            of: page.pages.into(),
        }
    } else {
        PhoneText::Requests(count)
    };
    let main = if count == 0 {
        let nothing = PhoneText::NothingUnderWay.say(seen.language);
        view! { <p class="muted">{nothing}</p> }.into_any()
    } else {
        let rows: Vec<_> = page
            .rows
            .iter()
            .map(|financing| request_row(seen, financing))
            .collect();
        view! { <ul class="requests">{rows}</ul> }.into_any()
    };
    StagePage {
        crumb: crumb.say(seen.language),
        heading: SharedText::Stage(stage).say(seen.language),
        main: vec![main],
        ..StagePage::default()
    }
}

/// Every request of the last stages, each to be opened.
pub(crate) fn all_requests(seen: &StageContext) -> StagePage {
    let rows = &seen.view.requests;
    StagePage {
        crumb: PhoneText::Requests(u32::try_from(rows.len()).unwrap_or(0)).say(seen.language),
        heading: SharedText::Stage(Stage::Financing).say(seen.language),
        main: vec![cards(seen, rows.iter())],
        ..StagePage::default()
    }
}

/// Requests as cards that open.
pub(super) fn cards<'a>(
    seen: &StageContext,
    rows: impl Iterator<Item = &'a FinancingRow>,
) -> AnyView {
    let cards: Vec<_> = rows.map(|financing| request_row(seen, financing)).collect();
    let rounded = SharedText::Rounded.say(seen.language);
    view! {
        <ul class="requests">{cards}</ul>
        <p class="muted sentence">{rounded}</p>
    }
    .into_any()
}

fn request_row(seen: &StageContext, financing: &FinancingRow) -> AnyView {
    let Some(text) = seen.texts.request(financing.request) else {
        return ().into_any();
    };
    let (sums, price, language) = (&financing.sums, text.price.likely(), seen.language);
    let municipalities = SharedText::MunicipalitiesSoFar(sums.municipalities());
    let standing = if text.price.known().is_some() {
        view! {
            <b>{phone_view::on_the_way(sums, price, language)}</b>
            <span class="muted sentence">{phone_view::missing(financing, language)}</span>
        }
        .into_any()
    } else {
        view! { <span class="muted sentence">{format::price(language, &text.price)}</span> }
            .into_any()
    };
    let title = text.title.clone();
    let opens = !seen.view.requests.is_empty();
    let heading = if opens {
        let (following, id) = (seen.following, text.id);
        view! {
            <button
                type="button"
                class="card-way"
                on:click=handler(move |_| following.go_to(Some(id)))
            >
                {title}
            </button>
        }
        .into_any()
    } else {
        title.into_any()
    };
    let own = opens.then(|| own_line(seen, text));
    view! {
        <li class="card request">
            <h2>{heading}</h2>
            <p class="request-line">
                {standing}
            </p>
            {share_meter(sums, price, financing.funded)}
            <p class="muted">{municipalities.say(language)}</p>
            {own}
            {own_vote(seen, text.id)}
        </li>
    }
    .into_any()
}

/// What it would cost when as many as planned join, or what is really paid; and whether one has said interest.
fn own_line(seen: &StageContext, text: &RequestText) -> AnyView {
    let language = seen.language;
    let mut parts = Vec::new();
    let pays = seen
        .state
        .me
        .pays
        .iter()
        .find(|paid| paid.request == text.id);
    if let Some(paid) = pays {
        let share = format::to_the_ore(language, paid.share);
        parts.push(format!("{} {share}", PhoneText::YouPay.say(language)));
    } else if text.price.known().is_some() {
        let count = text.planned_number();
        let when = sharing::if_so_many(count, language);
        parts.push(format!(
            "{when}: {}",
            phone_view::would_pay(text, seen.own(), count, language)
        ));
    }
    if seen.state.me.committed.contains(&text.id) {
        parts.push(PhoneText::YouHaveCommitted.say(language));
    } else if seen.state.me.interests.contains(&text.id) {
        parts.push(PhoneText::YouAreNoted.say(language));
    }
    let lines = parts
        .into_iter()
        .map(|part| view! { <p>{part}</p> }.into_any());
    lines.collect::<Vec<_>>().into_any()
}
