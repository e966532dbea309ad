//! Requests under way, and those that go on: how far each has come.

use barometer_domain::agenda::Stage;
use barometer_domain::money::Money;
use barometer_domain::view::{FinancingPage, FinancingRow, Screen};
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::say;
use super::frame::Frame;
use crate::ui::share_meter::ShareMeter;
use crate::{format, language};

/// A page of requests, the same as on the screen.
#[component]
pub(crate) fn FinancingList(
    following: Following,
    /// Those under way, before the vote; else those that go on as well.
    ongoing: bool,
) -> impl IntoView {
    let stage = if ongoing {
        Stage::Ongoing
    } else {
        Stage::Financing
    };
    let page = Memo::new(move |_| following.screen.with(page_of));
    let heading = move || Shared::Stage(stage).say(language::current());
    let crumb = move || {
        page.with(|page| {
            let (page, of) = (u32::from(page.page) + 1, u32::from(page.pages));
            if of > 1 {
                return Phone::PageOf { page, of }.say(language::current());
            }
            following.info.with_value(|info| info.title.clone())
        })
    };
    let rows = move || {
        let rows = page.with(|page| page.rows.clone());
        if rows.is_empty() {
            return view! { <p class="muted">{say(Phone::NothingUnderWay)}</p> }.into_any();
        }
        let rows = rows.into_iter().map(|financing| row(following, financing));
        view! { <ul class="requests">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <Frame following crumb=Signal::derive(crumb) heading=Signal::derive(heading)>
            {rows}
        </Frame>
    }
}

fn page_of(screen: &Screen) -> FinancingPage {
    match screen {
        Screen::Ongoing(page) | Screen::Financing(page) => page.clone(),
        _ => FinancingPage {
            page: 0,
            pages: 1,
            rows: Vec::new(),
        },
    }
}

fn row(following: Following, financing: FinancingRow) -> impl IntoView {
    let language = language::current();
    let (title, price) = following.text(|texts| {
        let text = texts.request(financing.request)?;
        Some((text.title.clone(), text.price.likely()))
    });
    view! {
        <li class="card request">
            <h2>{title}</h2>
            <p class="request-line">
                <b>{on_the_way(financing, price)}</b>
                <span class="muted">{missing(financing.shortfall)}</span>
            </p>
            <ShareMeter sums=financing.sums price=price />
            <p class="muted">{Shared::Municipalities(financing.sums.municipalities()).say(language)}</p>
        </li>
    }
}

fn on_the_way(financing: FinancingRow, price: Money) -> String {
    let language = language::current();
    let per_mille = financing.sums.committed.amount.per_mille_of(price);
    let percent = format::percent(language, per_mille);
    Shared::OnTheWay { percent: &percent }.say(language)
}

fn missing(shortfall: Money) -> String {
    let language = language::current();
    if shortfall == Money::ZERO {
        return Shared::FullyFunded.say(language);
    }
    Phone::Lacks(&format::money(language, shortfall)).say(language)
}
