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

use super::look::{Group, Look};
use super::pieces::{button, field, told};
use super::sheet::Sheet;
use super::{number, who};

/// What can be chosen. It is there before the page is, so that an earlier day can be left.
pub fn tools(
    sheet: Sheet,
    language: Language,
    look: &Look,
    portfolio: Option<&Portfolio>,
    shown: usize,
) -> AnyView {
    let say = |text: Text<'_>| text.say(language);
    let change = move |change: fn(&mut Look, String)| {
        handler(move |event: Event| {
            let value = event_target_value(&event);
            sheet.change(|look| change(look, value));
        })
    };
    let moved = move |event: Event| {
        let moved = event_target_checked(&event);
        sheet.change(|look| look.moved = moved);
    };
    let today = Date::of_millis(live::now()).to_string();
    let search = view! {
        <{..}
            id="finance-search"
            type="search"
            autocomplete="off"
            placeholder=say(Text::SearchHint)
            on:input=change(|look, typed| look.typed = typed)
        />
    };
    let search = input(search, look.typed.clone());
    let day = view! {
        <{..}
            id="finance-day"
            type="date"
            max=today
            on:change=change(|look, day| look.day = earlier(&day))
        />
    };
    let day = input(
        day,
        look.day.map_or_else(String::new, |day| day.to_string()),
    );
    let group = select(
        "finance-group",
        change(|look, name| look.group = Group::of(&name)),
        groups(language, look),
    );
    let municipality = select(
        "finance-municipality",
        change(|look, code| look.municipality = code.parse().ok()),
        municipalities(language, look, portfolio),
    );
    let count = portfolio.map(|portfolio| count(language, shown, portfolio.rows.len()));
    view! {
        <div class="finance-tools" role="search">
            {field("field finance-search", "finance-search", say(Text::Search), search)}
            {field("field", "finance-group", say(Text::Group), group)}
            {field("field", "finance-municipality", say(Text::Municipality), municipality)}
            {field("field", "finance-day", say(Text::AsOf), day)}
            <label class="tick">
                <input type="checkbox" prop:checked=look.moved on:change=handler(moved) />
                {say(Text::OnlyMoved)}
            </label>
        </div>
        <div class="finance-shown">
            {told("", "status", count.unwrap_or_default())}
            {look.is_filtering().then(|| reset(sheet, language))}
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
pub fn reset(sheet: Sheet, language: Language) -> AnyView {
    let words = Text::Reset.say(language);
    button(
        "link-button",
        words,
        Box::new(move |_| sheet.change(Look::reset)),
    )
}

fn count(language: Language, shown: usize, all: usize) -> String {
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

fn groups(language: Language, look: &Look) -> Vec<AnyView> {
    let group = |group: Group| {
        let text = match group {
            Group::All => Text::AllGroups,
            Group::ToBeFinanced => Text::ToBeFinanced,
            Group::UnderWay => Text::UnderWay,
            Group::Finished => Text::Finished,
        };
        let name = group.name().to_owned();
        option(name, text.say(language), look.group == group)
    };
    Group::ALL.map(group).into()
}

/// Those that are named with any request, and the one chosen.
fn municipalities(language: Language, look: &Look, portfolio: Option<&Portfolio>) -> Vec<AnyView> {
    let chosen = look.municipality;
    let all = Text::AllMunicipalities.say(language);
    let mut options = vec![option(String::new(), all, chosen.is_none())];
    let named = who::to_choose(portfolio, chosen).into_iter();
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
