//! The filters, the earlier day, and how many requests they leave.

use barometer_domain::date::Date;
use barometer_domain::forum::InitiativeId;
use barometer_kit::ui::list::{ListTools, SearchField};
use barometer_kit::{language, live};
use barometer_text::staff::finance::FinancingText as Text;
use leptos::html;
use leptos::prelude::*;
use web_sys::Event;

use super::page_state::{PortfolioPage, ShownPortfolio};
use super::pieces::ResetButton;
use super::query::{self, PortfolioQuery, StateGroup};
use super::{municipalities, number, say};

/// What can be chosen. It is there before the page is, so that an earlier day can be left.
#[component]
pub(crate) fn Tools(
    /// What is left of the page.
    shown: Memo<Option<ShownPortfolio>>,
) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let municipalities = move || {
        let chosen = page.seen.with(|seen| seen.query.municipality);
        let shown = shown.read();
        let portfolio = shown.as_ref().map(|shown| &*shown.portfolio);
        let all = (
            String::new(),
            Text::AllMunicipalities.say(language::current()),
        );
        let named = municipalities::to_choose(portfolio, chosen).into_iter();
        let named = named.map(|one| (one.code.to_string(), one.name.to_owned()));
        std::iter::once(all).chain(named).collect::<Vec<_>>()
    };
    let initiatives = Memo::new(move |_| {
        let chosen = page.seen.with(|seen| seen.query.initiative);
        let shown = shown.read();
        query::initiatives(shown.as_ref().map(|shown| &*shown.portfolio), chosen)
    });
    let initiative_options = move || {
        let language = language::current();
        let all = (String::new(), Text::AllInitiatives.say(language));
        let named = initiatives.get().into_iter();
        let named = named.map(|(id, name)| {
            let name = name.unwrap_or_else(|| Text::OtherInitiative.say(language));
            (id.0.to_string(), name)
        });
        std::iter::once(all).chain(named).collect::<Vec<_>>()
    };
    let count = move || {
        let shown = shown.read();
        let shown = shown.as_ref()?;
        let (some, all) = (shown.rows.len(), shown.portfolio.rows.len());
        (all > 0).then(|| Text::ShownOf(number(some), number(all)).say(language::current()))
    };
    let is_filtering = page.chosen(PortfolioQuery::is_filtering);
    let moved = move |event: Event| {
        let moved = event_target_checked(&event);
        page.change(|query| query.moved = moved);
    };
    view! {
        <ListTools class="finance-tools">
            <SearchField
                id="finance-search"
                label=Signal::derive(say(Text::Search))
                hint=Signal::derive(say(Text::SearchHint))
                value=page.chosen(|query| query.typed.clone())
                on_typed=move |typed| page.change(|query| query.typed = typed)
            />
            <QueryChoice
                id="finance-group"
                label=Text::Group
                options=Signal::derive(groups)
                value=page.chosen(|query| query.group.name().to_owned())
                on_change=move |name: String| {
                    page.change(|query| query.group = StateGroup::from_name(&name));
                }
            />
            <QueryChoice
                id="finance-municipality"
                label=Text::Municipality
                options=Signal::derive(municipalities)
                value=page.chosen(|query| {
                    query.municipality.map_or_else(String::new, |code| code.to_string())
                })
                on_change=move |code: String| {
                    page.change(|query| query.municipality = code.parse().ok());
                }
            />
            <Show when=move || !initiatives.read().is_empty()>
                <QueryChoice
                    id="finance-initiative"
                    label=Text::Initiative
                    options=Signal::derive(initiative_options)
                    value=page.chosen(|query| {
                        query.initiative.map_or_else(String::new, |one| one.0.to_string())
                    })
                    on_change=move |number: String| {
                        page.change(|query| query.initiative = number.parse().map(InitiativeId).ok());
                    }
                />
            </Show>
            <DayField />
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=page.chosen(|query| query.moved)
                    on:change=moved
                />
                {say(Text::OnlyMoved)}
            </label>
        </ListTools>
        <div class="finance-shown">
            <p role="status">{count}</p>
            <Show when=move || is_filtering.get()>
                <ResetButton />
            </Show>
        </div>
    }
}

/// One of several, under its name.
#[component]
fn QueryChoice(
    id: &'static str,
    label: Text<'static>,
    /// Values and words.
    options: Signal<Vec<(String, String)>>,
    value: Signal<String>,
    #[prop(into)] on_change: Callback<String>,
) -> impl IntoView {
    let options = move || {
        let options = options.get().into_iter();
        let options = options.map(|(key, words)| {
            let of = key.clone();
            view! {
                <option value=key prop:selected=move || *value.read() == of>
                    {words}
                </option>
            }
        });
        options.collect_view()
    };
    view! {
        <div class="field">
            <label for=id>{say(label)}</label>
            <select id=id on:change=move |event| on_change.run(event_target_value(&event))>
                {options}
            </select>
        </div>
    }
}

/// The earlier day that is shown; none for now.
#[component]
fn DayField() -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    // Written only where another day is meant: half a date is none yet, and writing that down would wipe the half.
    let day = Memo::new(move |_| {
        let day = page.seen.with(|seen| seen.query.day);
        day.map_or_else(String::new, |day| day.to_string())
    });
    let element = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let day = day.get();
        if let Some(element) = element.get().filter(|element| element.value() != day) {
            element.set_value(&day);
        }
    });
    let change = move |event: Event| {
        let day = earlier(&event_target_value(&event));
        page.change(|query| query.day = day);
    };
    view! {
        <div class="field">
            <label for="finance-day">{say(Text::AsOf)}</label>
            <input
                id="finance-day"
                node_ref=element
                type="date"
                max=Date::of_millis(live::now()).to_string()
                on:input=change
            />
        </div>
    }
}

/// Nothing here is older; while a year is typed, the browser says 0002, 0020 and 0202 first.
const FIRST_YEAR: i32 = 2000;

/// The day that is meant; today and what is to come are now.
fn earlier(typed: &str) -> Option<Date> {
    let day: Date = typed.parse().ok()?;
    let (year, ..) = day.parts();
    (year >= FIRST_YEAR && day < Date::of_millis(live::now())).then_some(day)
}

/// The parts of the way that a request can be at.
fn groups() -> Vec<(String, String)> {
    let language = language::current();
    let group = |group: StateGroup| {
        let text = match group {
            StateGroup::All => Text::AllGroups,
            StateGroup::ToBeFinanced => Text::ToBeFinanced,
            StateGroup::UnderWay => Text::UnderWay,
            StateGroup::Finished => Text::Finished,
        };
        (group.name().to_owned(), text.say(language))
    };
    StateGroup::ALL.map(group).into()
}
