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
use barometer_kit::{api, format, language};
use barometer_text::staff::import::Import;
use barometer_text::staff::requests::Requests as Text;
use barometer_text::states;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::{Heading, VendorContext, VendorError, Way, unanswered};
use crate::request_words::{StateChip, is_found, joined_by_dots};

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
        (Some(false), None) => view! { <RequestList rows=rows /> }.into_any(),
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

/// The list, with its search and its states.
#[component]
fn RequestList(rows: RwSignal<Option<Vec<RequestRow>>>) -> impl IntoView {
    let (typed, state) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let shown = Memo::new(move |_| {
        let rows = rows.read();
        let at = state.get().parse::<usize>().ok();
        let state = at.and_then(|at| RequestState::ALL.get(at).copied());
        let typed = typed.read();
        let passes = |row: &&RequestRow| {
            state.is_none_or(|state| state == row.state) && is_found(&row.request, &typed)
        };
        rows.iter()
            .flatten()
            .filter(passes)
            .cloned()
            .collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| {
        let all = rows.read().as_ref().map_or(0, Vec::len);
        ListCount::new(shown.read().len(), all)
    });
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
        <ListTools>
            <SearchField id="search" label=Signal::derive(say(Text::Search)) value=typed />
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
