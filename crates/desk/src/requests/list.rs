//! The vendor's requests: a list with filters, and who sees the page of financing.

use barometer_domain::financing::RequestState;
use barometer_domain::financing::portfolio::{PortfolioAccess, Protect};
use barometer_domain::financing::request::RequestRow;
use barometer_kit::clipboard;
use barometer_kit::form::field::Select;
use barometer_kit::route::{self, Route};
use barometer_kit::ui::list::{
    List, ListCell, ListColumn, ListCount, ListRow, ListRowHeading, ListTools, SearchField,
};
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, format, language};
use barometer_text::staff::import::ImportText;
use barometer_text::staff::requests::RequestDeskText as Text;
use barometer_text::staff::what_pays::WhatPaysText;
use barometer_text::states;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::delivered::DeliveredCard;
use crate::page::{Heading, VendorContext, VendorSubmission, Way, failure_notice};
use crate::request_words::{StateChip, is_found, joined_by_dots};

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The list, asked for anew each time it is shown.
#[component]
pub(crate) fn RequestsPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let requests = vendor.ask(api::requests);
    view! {
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{say(Text::Body)}</p>
        </div>
        <p class="vendor-buttons">
            <Way to=Route::NewRequest class="button primary">{say(Text::New)}</Way>
            <Way to=Route::Import class="button">{move || ImportText::Title.say(language::current())}</Way>
            <Way to=Route::WhatPays class="button">{move || WhatPaysText::Title.say(language::current())}</Way>
        </p>
        <Loaded asked=requests let:rows>
            <RequestList rows=rows />
        </Loaded>
        <DeliveredCard />
        <Access />
    }
}

/// The list, with its search and its states.
#[component]
fn RequestList(rows: Signal<Vec<RequestRow>>) -> impl IntoView {
    let (typed, state) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let shown = Memo::new(move |_| {
        let rows = rows.read();
        let at = state.get().parse::<usize>().ok();
        let state = at.and_then(|at| RequestState::ALL.get(at).copied());
        let typed = typed.read();
        let passes = |row: &&RequestRow| {
            state.is_none_or(|state| state == row.state) && is_found(&row.request, &typed)
        };
        rows.iter().filter(passes).cloned().collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| {
        let all = rows.read().len();
        ListCount::new(shown.read().len(), all)
    });
    let states = move || {
        let language = language::current();
        let rows = rows.read();
        let is_there = |state: RequestState| rows.iter().any(|row| row.state == state);
        let named = RequestState::ALL.into_iter().enumerate();
        let named = named.filter(|(_, state)| is_there(*state));
        let named =
            named.map(|(at, state)| (at.to_string(), states::request(state, language).to_owned()));
        let all = (String::new(), Text::All.say(language));
        std::iter::once(all).chain(named).collect()
    };
    let columns = vec![
        ListColumn::new(say(Text::RequestColumn)),
        ListColumn::new(say(Text::StateColumn)),
        ListColumn::new(say(Text::PriceColumn)).of_figures(),
        ListColumn::new(say(Text::CommittedColumn)).of_figures(),
        ListColumn::new(say(Text::MissingColumn)).of_figures(),
        ListColumn::new(say(Text::DeadlineColumn)),
    ];
    let count_words =
        |count: ListCount| Text::Shown(count.shown, count.all).say(language::current());
    let lines = move || {
        let rows = shown.read();
        let rows = rows
            .iter()
            .map(|row| view! { <RequestLine row=row.clone() /> });
        rows.collect_view()
    };
    view! {
        <ListTools count=count>
            <SearchField id="search" label=Signal::derive(say(Text::Search)) value=typed on_typed=move |text| typed.set(text) />
            <Select
                id="state"
                label=Signal::derive(say(Text::StateFilter))
                value=state
                options=Signal::derive(states)
            />
        </ListTools>
        <List
            label=Signal::derive(say(Text::Title))
            class="desk-table"
            columns=columns
            count=count
            count_words=Callback::new(count_words)
            empty=Signal::derive(say(Text::Empty))
            none_left=Signal::derive(say(Text::NothingLeft))
        >
            {lines}
        </List>
    }
}

#[component]
fn RequestLine(row: RequestRow) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let request = &row.request;
        let price = format::price(language, &request.terms.price);
        let committed = format::money(language, row.sums.committed.amount);
        let by = Text::Municipalities(row.sums.committed.count).say(language);
        let gathers = row.state.is_up_for_decision();
        let missing = gathers.then(|| {
            let missing = row.sums.shortfall(request.terms.price.likely());
            format::money(language, missing)
        });
        let day = move |day: barometer_domain::date::Date| format::date(language, &day.to_string());
        let deadline = request.terms.deadline.map(day);
        let (id, title) = (row.id, request.title.clone());
        let outlook = row.funded_by.filter(|_| gathers).map(|by| {
            view! { <p class="muted">{Text::FundedBy(&day(by)).say(language)}</p> }
        });
        let late = (row.late > 0).then(|| {
            view! { <span class="chip amber">{Text::Late(row.late).say(language)}</span> }
        });
        let overdue = row
            .overdue
            .then(|| view! { <span class="chip amber">{Text::Overdue.say(language)}</span> });
        let (state, about) = (
            row.state,
            joined_by_dots(&[&request.reference, &request.category]),
        );
        view! {
            <ListRow>
                <ListRowHeading>
                    <Way to=Route::Request(id)>{title}</Way>
                    <p class="muted">{about}</p>
                </ListRowHeading>
                <ListCell>
                    <StateChip state=state />
                    {overdue}
                    {late}
                </ListCell>
                <ListCell class="figure" label=Text::PriceColumn.say(language)>
                    {price}
                </ListCell>
                <ListCell class="figure" label=Text::CommittedColumn.say(language)>
                    {committed}
                    <p class="muted">{by}</p>
                </ListCell>
                <ListCell class="figure" label=Text::MissingColumn.say(language)>
                    {missing}
                </ListCell>
                <ListCell label=Text::DeadlineColumn.say(language)>{deadline} {outlook}</ListCell>
            </ListRow>
        }
    }
}

/// Who sees the page of financing, and the way to it.
#[component]
fn Access() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let access = vendor.ask(api::portfolio_access);
    view! {
        <section class="card access" aria-labelledby="access-heading">
            <h2 id="access-heading">{say(Text::Access)}</h2>
            <p class="muted">{say(Text::AccessBody)}</p>
            <Loaded asked=access let:found>
                <AccessForm found=found on_change=move |found| access.set(found) />
            </Loaded>
        </section>
    }
}

/// Whether the page asks for a code, and the link that has it.
#[component]
fn AccessForm(
    /// As the server has it.
    found: Signal<PortfolioAccess>,
    /// Called with what it has after a change.
    #[prop(into)]
    on_change: Callback<PortfolioAccess>,
) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let sending = VendorSubmission::<String>::new();
    let protect = move |protected: bool| {
        let work = async move {
            let answer = api::protect_portfolio(&Protect { protected }).await;
            answer.map_err(|error| vendor.trouble(error))
        };
        sending.send(work, move |access| {
            on_change.run(access);
            None
        });
    };
    let is_protected = Memo::new(move |_| found.read().code.is_some());
    let link = move || {
        let address = route::address(&Route::Finance);
        let code = found.read().code.clone();
        code.map_or(address.clone(), |code| format!("{address}#{code}"))
    };
    let copy = move |_| {
        let link = untrack(link);
        spawn_local(async move {
            // Where the browser does not lend its clipboard, the link is there to be copied by hand.
            sending.announce(match clipboard::copy(&link).await {
                Ok(()) => Text::Copied.say(language::current()),
                Err(_) => link,
            });
        });
    };
    let code = move || {
        let code = found.read().code.clone()?;
        let (first, last) = code.split_at(code.len() / 2);
        let words = Text::Code(&format!("{first}-{last}")).say(language::current());
        Some(view! {
            <p>
                <b>{words}</b>
                " "
                <button type="button" class="link-button" on:click=move |_| protect(true)>
                    {say(Text::NewCode)}
                </button>
            </p>
        })
    };
    let choice = move |protected: bool, text: Text<'static>| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name="access"
                    prop:checked=move || is_protected.get() == protected
                    on:change=move |_| protect(protected)
                />
                {say(text)}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend class="visually-hidden">{say(Text::Access)}</legend>
            {choice(false, Text::Public)}
            {choice(true, Text::WithCode)}
        </fieldset>
        {code}
        {move || failure_notice(sending)}
        <div class="vendor-buttons">
            <a class="button" href=Route::Finance.path() target="_blank" rel="noopener">
                {say(Text::OpenPage)}
            </a>
            <button type="button" class="button" on:click=copy>{say(Text::CopyLink)}</button>
            <p class="muted" role="status">{move || sending.word()}</p>
        </div>
    }
}

/// Goes to one request.
pub fn open_request(id: barometer_domain::ids::RequestId) {
    route::navigate(&Route::Request(id));
}
