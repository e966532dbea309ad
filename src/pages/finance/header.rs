//! The page's heading with its files, and the figures of all requests together.

use barometer_domain::date::Date;
use barometer_domain::ids::Millis;
use barometer_domain::money::Money;
use barometer_text::Language;
use barometer_text::staff::finance::{Finance as Text, signed_money};
use leptos::prelude::*;

use super::look::folder;
use super::sheet::Sheet;
use super::{number, say};
use crate::ui::language_switch::language_switch;
use crate::{format, language, live, route};

/// Title, where the papers lie, when it changed last, and the ways to take it along.
#[component]
pub fn Header(
    /// What is shown.
    sheet: Sheet,
) -> impl IntoView {
    let folder = sheet.of_shown(|rows| folder(rows).map(str::to_owned));
    let changed_at = sheet.read(|portfolio| portfolio.changed_at);
    let day = Memo::new(move |_| sheet.look.read().day);
    let printed_at = RwSignal::new(live::now());
    let listener = window_event_listener_untyped("beforeprint", move |_| {
        printed_at.set(live::now());
    });
    on_cleanup(move || listener.remove());
    let sub = move || {
        let updated = changed_at.get().flatten();
        let updated = updated.map(|at| updated_at(language::current(), at, live::now()));
        let parts = [folder.get().flatten(), updated];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let printed = move || {
        let language = language::current();
        Text::Printed(&format::moment(language, printed_at.get())).say(language)
    };
    // Fails only where printing is forbidden, and says so itself.
    let print = |_| drop(window().print());
    view! {
        <header class="finance-head">
            <div class="finance-title">
                <h1>{say(Text::Title)}</h1>
                <p class="finance-sub">{sub}</p>
                <p class="finance-printed">{printed}</p>
            </div>
            <div class="finance-files">
                {move || file("xlsx", Text::Xlsx, day.get())}
                {move || file("csv", Text::Csv, day.get())}
                <button type="button" class="button" on:click=print>{say(Text::Print)}</button>
                {language_switch}
            </div>
        </header>
    }
}

fn file(kind: &str, text: Text<'static>, day: Option<Date>) -> AnyView {
    let language = language::current();
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

/// What all requests together come to, whatever is filtered.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Totals {
    price: Money,
    committed: Money,
    municipalities: u32,
    funded: u32,
    requests: u32,
    moved: Option<(Money, Date)>,
}

/// The figures of all requests together.
#[component]
pub fn Figures(
    /// What is shown.
    sheet: Sheet,
) -> impl IntoView {
    let totals = sheet.read(|portfolio| Totals {
        price: portfolio.price(),
        committed: portfolio.committed(),
        municipalities: portfolio.municipalities,
        funded: number(portfolio.funded()),
        requests: number(portfolio.rows.len()),
        moved: portfolio
            .moved()
            .filter(|moved| *moved != Money::ZERO)
            .zip(portfolio.since),
    });
    move || {
        let totals = totals.get().filter(|totals| totals.requests > 0);
        totals.map(|totals| figures(language::current(), totals))
    }
}

fn figures(language: Language, totals: Totals) -> AnyView {
    let money = |amount| format::money(language, amount);
    let moved = totals.moved.map(|(amount, since)| {
        let since = format::date(language, &since.to_string());
        let class = if amount < Money::ZERO { "less" } else { "more" };
        let label = Text::SinceLast(&since).say(language);
        figure(class, signed_money(language, amount), label)
    });
    let plain = |figure_: String, text: Text<'_>| figure("", figure_, text.say(language));
    view! {
        <dl class="finance-figures">
            {plain(money(totals.price), Text::SoughtInAll)}
            {plain(money(totals.committed), Text::Promised)}
            {plain(
                language.whole(totals.municipalities),
                Text::WithAPromise(totals.municipalities),
            )}
            {plain(Text::Of(totals.funded, totals.requests).say(language), Text::Funded)} {moved}
        </dl>
    }
    .into_any()
}

fn figure(class: &'static str, figure: String, label: String) -> AnyView {
    view! {
        <div class=class>
            <dt>{label}</dt>
            <dd>{figure}</dd>
        </div>
    }
    .into_any()
}
