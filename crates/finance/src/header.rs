//! The page's heading with its files, and the figures of all requests together.

use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::ids::Millis;
use barometer_domain::money::Money;
use barometer_domain::route::pattern;
use barometer_kit::{format, language, live, route};
use barometer_text::Language;
use barometer_text::staff::finance::{FinancingText as Text, signed_money};
use leptos::prelude::*;

use super::page_state::{PortfolioPage, ShownPortfolio};
use super::pieces::OtherLanguage;
use super::query::folder;
use super::{number, say};

/// Title, where the papers lie, when it changed last, and the ways to take it along.
#[component]
pub(crate) fn Header(
    /// What is shown below.
    shown: Memo<Option<ShownPortfolio>>,
) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let printed = move || {
        let (language, at) = (language::current(), page.seen.with(|seen| seen.printed_at));
        Text::Printed(&format::moment(language, at)).say(language)
    };
    let about = move || {
        let shown = shown.read();
        let shown = shown.as_ref()?;
        let changed_at = shown.portfolio.changed_at;
        let updated = changed_at.map(|at| updated_at(language::current(), at, live::now()));
        let parts = [folder(&shown.rows).map(str::to_owned), updated];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
    };
    let news = || format!("{}?lang={}", pattern::NEWS, language::current().tag());
    let forum = || format!("{}?lang={}", pattern::FORUM, language::current().tag());
    let has_forum = move || {
        shown.with(|shown| {
            shown
                .as_ref()
                .is_some_and(|shown| shown.portfolio.has_forum)
        })
    };
    // Fails only where printing is forbidden, and says so itself.
    let print = |_| drop(window().print());
    view! {
        <header class="finance-head">
            <div class="finance-title">
                <h1>{say(Text::Title)}</h1>
                <p class="finance-sub">{about}</p>
                <p class="finance-printed">{printed}</p>
            </div>
            <div class="finance-files">
                <Show when=has_forum>
                    <a class="button" href=forum>
                        {say(Text::Forum)}
                    </a>
                </Show>
                <a class="button" href=news>
                    {say(Text::News)}
                </a>
                <FileLink kind="xlsx" name=Text::Xlsx />
                <FileLink kind="csv" name=Text::Csv />
                <button type="button" class="button" on:click=print>
                    {say(Text::Print)}
                </button>
                <OtherLanguage />
            </div>
        </header>
    }
}

/// The page as a file of some kind, of the day that is shown.
#[component]
fn FileLink(kind: &'static str, name: Text<'static>) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let address = move || {
        let day = page.seen.with(|seen| seen.query.day);
        route::api::financing_file(kind, language::current(), day)
    };
    view! {
        <a class="button" href=address download="">
            {say(name)}
        </a>
    }
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
#[component]
pub(crate) fn Figures(
    /// What is shown.
    shown: Memo<Option<ShownPortfolio>>,
) -> impl IntoView {
    let figures = move || {
        let shown = shown.read();
        let figures = all_figures(&shown.as_ref()?.portfolio, language::current());
        let figures = figures.into_iter().map(|(class, name, figure)| {
            view! {
                <div class=class>
                    <dt>{name}</dt>
                    <dd>{figure}</dd>
                </div>
            }
        });
        Some(figures.collect_view())
    };
    view! { <dl class="finance-figures">{figures}</dl> }
}

/// Each with how it looks, what it is called, and itself.
fn all_figures(portfolio: &Portfolio, language: Language) -> Vec<(&'static str, String, String)> {
    let money = |amount| format::money(language, amount);
    let (funded, all) = (number(portfolio.funded()), number(portfolio.rows.len()));
    let moved = portfolio.moved().filter(|moved| *moved != Money::ZERO);
    let moved = moved.zip(portfolio.since).map(|(amount, since)| {
        let since = format::date(language, &since.to_string());
        let class = if amount < Money::ZERO { "less" } else { "more" };
        let label = Text::SinceLast(&since).say(language);
        (class, label, signed_money(language, amount))
    });
    let plain = |shown: String, text: Text<'_>| ("", text.say(language), shown);
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
    figures.into_iter().flatten().collect()
}
