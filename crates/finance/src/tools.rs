//! The filters, the earlier day, and how many requests they leave.

use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::Portfolio;
use barometer_kit::live;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::input::input;
use barometer_text::Language;
use barometer_text::staff::finance::Finance as Text;
use leptos::prelude::*;
use web_sys::Event;

use super::pieces::{announced, button, field};
use super::portfolio_page::PortfolioPage;
use super::query::{PortfolioQuery, StateGroup};
use super::{municipalities, number};

/// What can be chosen. It is there before the page is, so that an earlier day can be left.
pub fn tools(
    page: PortfolioPage,
    language: Language,
    query: &PortfolioQuery,
    portfolio: Option<&Portfolio>,
    shown: usize,
) -> AnyView {
    let say = |text: Text<'_>| text.say(language);
    let change = move |change: fn(&mut PortfolioQuery, String)| {
        handler(move |event: Event| {
            let value = event_target_value(&event);
            page.change(|query| change(query, value));
        })
    };
    let moved = move |event: Event| {
        let moved = event_target_checked(&event);
        page.change(|query| query.moved = moved);
    };
    let today = Date::of_millis(live::now()).to_string();
    let search = view! {
        <{..}
            id="finance-search"
            type="search"
            autocomplete="off"
            placeholder=say(Text::SearchHint)
            on:input=change(|query, typed| query.typed = typed)
        />
    };
    let search = input(search, query.typed.clone());
    let day = view! {
        <{..}
            id="finance-day"
            type="date"
            max=today
            on:change=change(|query, day| query.day = earlier(&day))
        />
    };
    let day = input(
        day,
        query.day.map_or_else(String::new, |day| day.to_string()),
    );
    let group = select(
        "finance-group",
        change(|query, name| query.group = StateGroup::from_name(&name)),
        groups(language, query),
    );
    let municipality = select(
        "finance-municipality",
        change(|query, code| query.municipality = code.parse().ok()),
        municipalities(language, query, portfolio),
    );
    let count = portfolio.map(|portfolio| shown_count(language, shown, portfolio.rows.len()));
    view! {
        <div class="finance-tools" role="search">
            {field("field finance-search", "finance-search", say(Text::Search), search)}
            {field("field", "finance-group", say(Text::Group), group)}
            {field("field", "finance-municipality", say(Text::Municipality), municipality)}
            {field("field", "finance-day", say(Text::AsOf), day)}
            <label class="tick">
                <input type="checkbox" prop:checked=query.moved on:change=handler(moved) />
                {say(Text::OnlyMoved)}
            </label>
        </div>
        <div class="finance-shown">
            {announced("", "status", count.unwrap_or_default())}
            {query.is_filtering().then(|| reset(page, language))}
        </div>
    }
    .into_any()
}

fn select(id: &'static str, change: Box<dyn FnMut(Event)>, options: Vec<AnyView>) -> AnyView {
    view! {
        <select id=id on:change=change>
            {options}
        </select>
    }
    .into_any()
}

/// The way back to all requests.
pub fn reset(page: PortfolioPage, language: Language) -> AnyView {
    let words = Text::Reset.say(language);
    button(
        "link-button",
        words,
        Box::new(move |_| page.change(PortfolioQuery::reset)),
    )
}

fn shown_count(language: Language, shown: usize, all: usize) -> String {
    if all == 0 {
        return String::new();
    }
    Text::ShownOf(number(shown), number(all)).say(language)
}

/// Nothing here is older; while a year is typed, the browser says 0002, 0020 and 0202 first.
const FIRST_YEAR: i32 = 2000;

/// The day that is meant; today and what is to come are now.
fn earlier(typed: &str) -> Option<Date> {
    let day: Date = typed.parse().ok()?;
    let (year, ..) = day.parts();
    (year >= FIRST_YEAR && day < Date::of_millis(live::now())).then_some(day)
}

fn groups(language: Language, query: &PortfolioQuery) -> Vec<AnyView> {
    let group = |group: StateGroup| {
        let text = match group {
            StateGroup::All => Text::AllGroups,
            StateGroup::ToBeFinanced => Text::ToBeFinanced,
            StateGroup::UnderWay => Text::UnderWay,
            StateGroup::Finished => Text::Finished,
        };
        let name = group.name().to_owned();
        option(name, text.say(language), query.group == group)
    };
    StateGroup::ALL.map(group).into()
}

/// Those that are named with any request, and the one chosen.
fn municipalities(
    language: Language,
    query: &PortfolioQuery,
    portfolio: Option<&Portfolio>,
) -> Vec<AnyView> {
    let chosen = query.municipality;
    let all = Text::AllMunicipalities.say(language);
    let mut options = vec![option(String::new(), all, chosen.is_none())];
    let named = municipalities::to_choose(portfolio, chosen).into_iter();
    options.extend(named.map(|municipality| {
        let code = municipality.code;
        let name = municipality.name.to_owned();
        option(code.to_string(), name, chosen == Some(code))
    }));
    options
}

fn option(value: String, name: String, is_chosen: bool) -> AnyView {
    view! {
        <option value=value prop:selected=is_chosen>
            {name}
        </option>
    }
    .into_any()
}
