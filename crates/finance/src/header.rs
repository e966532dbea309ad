//! The page's heading with its files, and the figures of all requests together.

use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::ids::Millis;
use barometer_domain::money::Money;
use barometer_kit::{format, live, route};
use barometer_text::Language;
use barometer_text::staff::finance::{Finance as Text, signed_money};
use leptos::prelude::*;

use super::number;
use super::pieces::{button, other_language, pair};
use super::portfolio_page::ReaderState;
use super::query::folder;

/// Title, where the papers lie, when it changed last, and the ways to take it along.
pub fn header(
    language: Language,
    portfolio: Option<&Portfolio>,
    seen: &ReaderState,
    shown: &[&PortfolioRow],
) -> AnyView {
    let day = seen.query.day;
    let printed = format::moment(language, seen.printed_at);
    let now = live::now();
    let changed_at = portfolio.and_then(|portfolio| portfolio.changed_at);
    let updated = changed_at.map(|at| updated_at(language, at, now));
    let parts = [folder(shown).map(str::to_owned), updated];
    let sub: Vec<_> = parts.into_iter().flatten().collect();
    // Fails only where printing is forbidden, and says so itself.
    let print = |_| drop(window().print());
    view! {
        <header class="finance-head">
            <div class="finance-title">
                <h1>{Text::Title.say(language)}</h1>
                <p class="finance-sub">{sub.join(" · ")}</p>
                <p class="finance-printed">{Text::Printed(&printed).say(language)}</p>
            </div>
            <div class="finance-files">
                {file("xlsx", Text::Xlsx, language, day)} {file("csv", Text::Csv, language, day)}
                {button("button", Text::Print.say(language), Box::new(print))}
                {other_language()}
            </div>
        </header>
    }
    .into_any()
}

fn file(kind: &str, text: Text<'static>, language: Language, day: Option<Date>) -> AnyView {
    let address = route::api::financing_file(kind, language, day);
    view! {
        <a class="button" href=address download="">
            {text.say(language)}
        </a>
    }
    .into_any()
}

/// When something happened, said from now.
fn updated_at(language: Language, at: Millis, now: Millis) -> String {
    if format::is_same_day(at, now) {
        Text::UpdatedToday(&format::to_the_minute(language, at)).say(language)
    } else {
        Text::Updated(&format::moment(language, at)).say(language)
    }
}

/// The figures of all requests together, whatever is filtered.
pub fn figures(language: Language, portfolio: &Portfolio) -> AnyView {
    if portfolio.rows.is_empty() {
        return ().into_any();
    }
    let money = |amount| format::money(language, amount);
    let (funded, all) = (number(portfolio.funded()), number(portfolio.rows.len()));
    let moved = portfolio.moved().filter(|moved| *moved != Money::ZERO);
    let moved = moved.zip(portfolio.since).map(|(amount, since)| {
        let since = format::date(language, &since.to_string());
        let class = if amount < Money::ZERO { "less" } else { "more" };
        let label = Text::SinceLast(&since).say(language);
        pair(class, label, signed_money(language, amount))
    });
    let plain = |shown: String, text: Text<'_>| pair("", text.say(language), shown);
    let figures = [
        Some(plain(money(portfolio.price()), Text::SoughtInAll)),
        Some(plain(money(portfolio.committed()), Text::Promised)),
        Some(plain(
            language.whole(portfolio.municipalities),
            Text::WithAPromise(portfolio.municipalities),
        )),
        Some(plain(Text::Of(funded, all).say(language), Text::Funded)),
        moved,
    ];
    let figures: Vec<_> = figures.into_iter().flatten().collect();
    view! { <dl class="finance-figures">{figures}</dl> }.into_any()
}
