//! The filters, the earlier day, and how many requests they leave.

use barometer_domain::date::Date;
use barometer_text::staff::finance::Finance as Text;
use leptos::prelude::*;

use super::look::Group;
use super::sheet::Sheet;
use super::{number, say, who};
use crate::{language, live};

/// What can be chosen. It is there before the first view, so that an earlier day can be left.
#[component]
pub fn Tools(
    /// What is shown.
    sheet: Sheet,
) -> impl IntoView {
    let look = sheet.look;
    let group = move |group: Group| {
        let text = match group {
            Group::All => Text::AllGroups,
            Group::ToBeFinanced => Text::ToBeFinanced,
            Group::UnderWay => Text::UnderWay,
            Group::Finished => Text::Finished,
        };
        view! {
            <option value=group.name() selected=move || look.read().group == group>
                {say(text)}
            </option>
        }
    };
    let named = sheet.read(|portfolio| {
        let named = who::named(portfolio).into_iter();
        named.map(|m| (m.code, m.name)).collect::<Vec<_>>()
    });
    let municipalities = move || {
        let named = named.get().unwrap_or_default().into_iter();
        named
            .map(|(code, name)| {
                let selected = move || look.read().municipality == Some(code);
                view! { <option value=code.to_string() selected=selected>{name}</option> }
            })
            .collect_view()
    };
    let by_text = move |event| look.update(|look| look.typed = event_target_value(&event));
    let by_group = move |event| {
        let group = Group::of(&event_target_value(&event));
        look.update(|look| look.group = group);
    };
    let by_municipality = move |event| {
        let municipality = event_target_value(&event).parse().ok();
        look.update(|look| look.municipality = municipality);
    };
    let by_movement = move |event| {
        let moved = event_target_checked(&event);
        look.update(|look| look.moved = moved);
    };
    view! {
        <div class="finance-tools" role="search">
            <div class="field finance-search">
                <label for="finance-search">{say(Text::Search)}</label>
                <input
                    id="finance-search"
                    type="search"
                    autocomplete="off"
                    placeholder=say(Text::SearchHint)
                    prop:value=move || look.read().typed.clone()
                    on:input=by_text
                />
            </div>
            <div class="field">
                <label for="finance-group">{say(Text::Group)}</label>
                <select id="finance-group" on:change=by_group>
                    {Group::ALL.map(group).collect_view()}
                </select>
            </div>
            <div class="field">
                <label for="finance-municipality">{say(Text::Municipality)}</label>
                <select id="finance-municipality" on:change=by_municipality>
                    <option value="" selected=move || look.read().municipality.is_none()>
                        {say(Text::AllMunicipalities)}
                    </option>
                    {municipalities}
                </select>
            </div>
            <Day sheet=sheet />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || look.read().moved
                    on:change=by_movement
                />
                {say(Text::OnlyMoved)}
            </label>
        </div>
        <Shown sheet=sheet />
    }
}

/// The field of an earlier day; today and what is to come are now.
#[component]
fn Day(sheet: Sheet) -> impl IntoView {
    let today = Date::of_millis(live::now());
    let choose = move |event| {
        let typed: Option<Date> = event_target_value(&event).parse().ok();
        let day = typed.filter(|day| *day < today);
        sheet.look.update(|look| look.day = day);
    };
    let value = move || {
        let day = sheet.look.read().day;
        day.map_or_else(String::new, |day| day.to_string())
    };
    view! {
        <div class="field">
            <label for="finance-day">{say(Text::AsOf)}</label>
            <input
                id="finance-day"
                type="date"
                max=today.to_string()
                prop:value=value
                on:change=choose
            />
        </div>
    }
}

/// How many requests are shown of how many, and the way back to all.
#[component]
fn Shown(sheet: Sheet) -> impl IntoView {
    let all = sheet.read(|portfolio| portfolio.rows.len());
    let shown = sheet.of_shown(|rows| rows.len());
    let count = move || {
        let (shown, all) = shown.get().zip(all.get()).filter(|(_, all)| *all > 0)?;
        Some(Text::ShownOf(number(shown), number(all)).say(language::current()))
    };
    let reset = move || {
        sheet.look.read().is_filtering().then(|| {
            view! {
                <button
                    type="button"
                    class="link-button"
                    on:click=move |_| sheet.look.update(super::look::Look::reset)
                >
                    {say(Text::Reset)}
                </button>
            }
        })
    };
    view! {
        <div class="finance-shown">
            <p role="status">{count}</p>
            {reset}
        </div>
    }
}
