//! The vendor's requests: a list with filters, and who sees the page of financing.

use barometer_domain::danish;
use barometer_domain::financing::RequestState;
use barometer_domain::financing::portfolio::{PortfolioAccess, Protect};
use barometer_domain::financing::request::RequestRow;
use barometer_kit::clipboard;
use barometer_kit::form::field::Select;
use barometer_kit::route::{self, Route};
use barometer_kit::{api, format, language};
use barometer_text::staff::import::Import;
use barometer_text::staff::requests::Requests as Text;
use barometer_text::states;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::{Heading, VendorContext, VendorError, Way, unanswered};
use crate::request_words::{StateChip, joined_by_dots};

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The list, asked for anew each time it is shown.
#[component]
pub fn RequestsPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let rows = RwSignal::new(None::<Vec<RequestRow>>);
    let trouble = RwSignal::new(None::<VendorError>);
    spawn_local(async move {
        match api::requests().await {
            Ok(list) => rows.set(Some(list)),
            Err(error) => trouble.set(Some(vendor.trouble(error))),
        }
    });
    let body = move || match (rows.read().as_ref().map(Vec::is_empty), trouble.get()) {
        (_, Some(trouble)) => unanswered(Some(&trouble)),
        (Some(true), None) => view! { <p class="muted">{say(Text::Empty)}</p> }.into_any(),
        (None, None) => unanswered(None),
        (Some(false), None) => view! { <List rows=rows /> }.into_any(),
    };
    view! {
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{say(Text::Body)}</p>
        </div>
        <p class="vendor-buttons">
            <Way to=Route::NewRequest class="button primary">{say(Text::New)}</Way>
            <Way to=Route::Import class="button">{move || Import::Title.say(language::current())}</Way>
        </p>
        {body}
        <Access />
    }
}

#[component]
fn List(rows: RwSignal<Option<Vec<RequestRow>>>) -> impl IntoView {
    let (typed, state) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let shown = Memo::new(move |_| {
        let rows = rows.read();
        let rows = rows.as_deref().unwrap_or(&[]);
        let at = state.get().parse::<usize>().ok();
        let state = at.and_then(|at| RequestState::ALL.get(at).copied());
        let typed = typed.read();
        let passes =
            |row: &&RequestRow| state.is_none_or(|state| state == row.state) && finds(row, &typed);
        rows.iter().filter(passes).cloned().collect::<Vec<_>>()
    });
    let all = move || rows.read().as_ref().map_or(0, Vec::len);
    let count = move || {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Text::Shown(number(shown.read().len()), number(all())).say(language::current())
    };
    let states = move || {
        let language = language::current();
        let rows = rows.read();
        let is_there = |state: RequestState| rows.iter().flatten().any(|row| row.state == state);
        let named = RequestState::ALL.into_iter().enumerate();
        let named = named.filter(|(_, state)| is_there(*state));
        let named =
            named.map(|(at, state)| (at.to_string(), states::request(state, language).to_owned()));
        let all = (String::new(), Text::All.say(language));
        std::iter::once(all).chain(named).collect()
    };
    let lines = move || shown.read().iter().map(request_row).collect_view();
    let nothing = move || {
        let is_empty = shown.read().is_empty();
        is_empty.then(|| view! { <p class="muted">{say(Text::NothingLeft)}</p> })
    };
    view! {
        <div class="desk-tools">
            <div class="field">
                <label for="search">{say(Text::Search)}</label>
                <input id="search" type="search" bind:value=typed />
            </div>
            <Select
                id="state"
                label=Signal::derive(say(Text::StateFilter))
                value=state
                options=Signal::derive(states)
            />
        </div>
        <p class="votes-count" role="status">{count}</p>
        <div class="votes-frame">
            <table class="desk-table">
                <thead>
                    <tr>
                        <th scope="col">{say(Text::RequestColumn)}</th>
                        <th scope="col">{say(Text::StateColumn)}</th>
                        <th scope="col" class="figure">{say(Text::PriceColumn)}</th>
                        <th scope="col" class="figure">{say(Text::CommittedColumn)}</th>
                        <th scope="col" class="figure">{say(Text::MissingColumn)}</th>
                        <th scope="col">{say(Text::DeadlineColumn)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            {nothing}
        </div>
    }
}

/// Whether what was typed stands in its reference, title or category.
fn finds(row: &RequestRow, typed: &str) -> bool {
    let request = &row.request;
    [&request.title, &request.reference, &request.category]
        .into_iter()
        .any(|text| danish::finds(text, typed))
}

fn request_row(row: &RequestRow) -> AnyView {
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
        <tr>
            <th scope="row">
                <Way to=Route::Request(id)>{title}</Way>
                <p class="muted">{about}</p>
            </th>
            <td>
                <StateChip state=state />
                {overdue}
                {late}
            </td>
            <td class="figure">{price}</td>
            <td class="figure">
                {committed}
                <p class="muted">{by}</p>
            </td>
            <td class="figure">{missing}</td>
            <td>{deadline} {outlook}</td>
        </tr>
    }
    .into_any()
}

/// Who sees the page of financing, and the way to it.
#[component]
fn Access() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let access = RwSignal::new(None::<PortfolioAccess>);
    let trouble = RwSignal::new(None::<VendorError>);
    let word = RwSignal::new(None::<String>);
    spawn_local(async move {
        match api::portfolio_access().await {
            Ok(found) => access.set(Some(found)),
            Err(error) => trouble.set(Some(vendor.trouble(error))),
        }
    });
    let protect = move |protected: bool| {
        word.set(None);
        spawn_local(async move {
            match api::protect_portfolio(&Protect { protected }).await {
                Ok(found) => access.set(Some(found)),
                Err(error) => trouble.set(Some(vendor.trouble(error))),
            }
        });
    };
    let is_protected = Memo::new(move |_| {
        access.with(|access| access.as_ref().is_some_and(|access| access.code.is_some()))
    });
    let link = move || {
        let code = access.with(|access| access.as_ref()?.code.clone());
        let address = route::address(&Route::Finance);
        code.map_or(address.clone(), |code| format!("{address}#{code}"))
    };
    let copy = move |_| {
        let link = link();
        spawn_local(async move {
            // Where the browser does not lend its clipboard, the link is there to be copied by hand.
            word.set(Some(match clipboard::copy(&link).await {
                Ok(()) => Text::Copied.say(language::current()),
                Err(_) => link,
            }));
        });
    };
    let code = move || {
        let code = access.with(|access| access.as_ref()?.code.clone())?;
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
                    prop:checked=move || {
                        access.read().is_some() && is_protected.get() == protected
                    }
                    on:change=move |_| protect(protected)
                />
                {say(text)}
            </label>
        }
    };
    let complaint = move || {
        let trouble = trouble.get()?;
        Some(view! { <p class="notice amber" role="alert">{trouble.sentence()}</p> })
    };
    view! {
        <section class="card access" aria-labelledby="access-heading">
            <h2 id="access-heading">{say(Text::Access)}</h2>
            <p class="muted">{say(Text::AccessBody)}</p>
            <fieldset>
                <legend class="visually-hidden">{say(Text::Access)}</legend>
                {choice(false, Text::Public)}
                {choice(true, Text::WithCode)}
            </fieldset>
            {code}
            {complaint}
            <div class="vendor-buttons">
                <a class="button" href=Route::Finance.path() target="_blank" rel="noopener">
                    {say(Text::OpenPage)}
                </a>
                <button type="button" class="button" on:click=copy>{say(Text::CopyLink)}</button>
                <p class="muted" role="status">{word}</p>
            </div>
        </section>
    }
}

/// Goes to one request.
pub fn open_request(id: barometer_domain::ids::RequestId) {
    route::navigate(&Route::Request(id));
}
