//! The table of all that was said: filters, what is best done next, and the ways to write more down.

use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::next::NextAction;
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_kit::form::field::Select;
use barometer_kit::route::Route;
use barometer_kit::{format, language};
use barometer_text::staff::commitments::Commitments as Text;
use barometer_text::{Language, states};
use leptos::prelude::*;

use super::lines::CommitmentLine;
use super::names::question;
use super::{CommitmentsState, say};
use crate::page::Way;
use crate::request_words::request_options;

/// The table with its filters.
#[component]
pub fn Table(
    /// The page's state.
    page: CommitmentsState,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let (lines, filter) = (page.lines.read(), page.filter.read());
        lines
            .iter()
            .filter(|line| filter.shows(line))
            .cloned()
            .collect::<Vec<_>>()
    });
    let of_page = move || {
        let lines = page.lines.read();
        let is_here = |line: &&CommitmentLine| page.only.is_none_or(|only| only == line.request);
        lines.iter().filter(is_here).count()
    };
    let count = move || {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        // All first: a drawing that reads what depends on it first misses its change.
        let all = number(of_page());
        Text::Shown(number(shown.read().len()), all).say(language::current())
    };
    let rows = move || {
        shown
            .read()
            .iter()
            .map(|line| commitment_row(page, line))
            .collect_view()
    };
    let nothing = move || {
        let all = of_page();
        let words = match (shown.read().is_empty(), all) {
            (true, 0) => Text::Empty,
            (true, _) => Text::NothingLeft,
            (false, _) => return None,
        };
        Some(view! { <p class="muted">{words.say(language::current())}</p> })
    };
    let request = page.only.is_none().then(|| {
        view! { <th scope="col">{say(Text::Request)}</th> }
    });
    view! {
        <Filters page=page />
        <p class="votes-count" role="status">{count}</p>
        <div class="votes-frame">
            <table class="desk-table">
                <thead>
                    <tr>
                        <th scope="col">{say(Text::Municipality)}</th>
                        {request}
                        <th scope="col">{say(Text::StateColumn)}</th>
                        <th scope="col">{say(Text::DecisionColumn)}</th>
                        <th scope="col">{say(Text::NextColumn)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {nothing}
        </div>
    }
}

#[component]
fn Filters(page: CommitmentsState) -> impl IntoView {
    let state = RwSignal::new(String::new());
    let request = RwSignal::new(String::new());
    Effect::new(move |_| {
        let at = state.get().parse::<usize>().ok();
        let chosen = at.and_then(|at| CommitmentState::ALL.get(at).copied());
        page.filter.update(|filter| filter.state = chosen);
    });
    if page.only.is_none() {
        Effect::new(move |_| {
            let chosen = request.get().parse().ok().map(RequestId);
            page.filter.update(|filter| filter.request = chosen);
        });
    }
    let all = || (String::new(), Text::All.say(language::current()));
    let states = move || {
        let words = |state: CommitmentState| states::commitment(state, language::current());
        let named = CommitmentState::ALL.into_iter().enumerate();
        let named = named.map(|(at, state)| (at.to_string(), words(state).to_owned()));
        std::iter::once(all()).chain(named).collect()
    };
    let requests = move || request_options(all().1, &*page.requests.read());
    let request = page.only.is_none().then(|| {
        view! {
            <Select
                id="filter-request"
                label=Signal::derive(say(Text::RequestFilter))
                value=request
                options=Signal::derive(requests)
            />
        }
    });
    let search = move |event| {
        page.filter
            .update(|filter| filter.name = event_target_value(&event));
    };
    let only = move |event| {
        page.filter
            .update(|filter| filter.pressing = event_target_checked(&event));
    };
    let names = move |event| {
        page.filter
            .update(|filter| filter.names = event_target_checked(&event));
    };
    view! {
        <div class="desk-tools">
            <div class="field">
                <label for="filter-name">{say(Text::Search)}</label>
                <input id="filter-name" type="search" on:input=search />
            </div>
            <Select
                id="filter-state"
                label=Signal::derive(say(Text::StateFilter))
                value=state
                options=Signal::derive(states)
            />
            {request}
            <label class="tick">
                <input type="checkbox" on:change=only />
                {say(Text::OnlyPressing)}
            </label>
            <label class="tick">
                <input type="checkbox" on:change=names />
                {say(Text::OnlyNames)}
            </label>
        </div>
    }
}

fn commitment_row(page: CommitmentsState, line: &CommitmentLine) -> AnyView {
    let language = language::current();
    let (id, who) = (line.request, line.commitment.municipality);
    let (name, amount) = (line.name.clone(), line.commitment.amount);
    let request = page.only.is_none().then(|| {
        let title = format!("{} {}", line.reference, line.title);
        view! {
            <td>
                <Way to=Route::Request(id)>{title}</Way>
            </td>
        }
    });
    let chip = chip(line);
    let take = {
        let (name, words) = (name.clone(), Text::Take(&name).say(language));
        let begin = name.clone();
        let next = next(line.next, language);
        view! {
            <button
                type="button"
                class="link-button"
                aria-label=words
                on:click=move |_| page.entry.begin(id, &begin, amount)
            >
                {Text::Write.say(language)}
            </button>
            <span class:muted=!line.is_pressing()>{next}</span>
        }
    };
    let label = Text::History(&name).say(language);
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button"
                    class="link-button"
                    title=label
                    on:click=move |_| page.history.set(Some((id, who)))
                >
                    {name}
                </button>
            </th>
            {request}
            <td>{chip} {said_amount(line, language)} {question(page, line, language)}</td>
            <td>{decision(line, language)}</td>
            <td class="next">{take}</td>
        </tr>
    }
    .into_any()
}

fn chip(line: &CommitmentLine) -> AnyView {
    let state = line.commitment.state;
    let class = match state {
        state if state.counts_as_funded() => "chip leaf",
        state if state.has_left() => "chip quiet",
        _ => "chip",
    };
    view! { <span class=class>{states::commitment(state, language::current())}</span> }.into_any()
}

/// The amount, and whether it is named.
fn said_amount(line: &CommitmentLine, language: Language) -> AnyView {
    let (amount, detail) = (line.commitment.amount, &line.commitment.detail);
    let written = format::money(language, amount);
    // A promise is the most that is paid; what is really paid stands below.
    let is_maximum = detail.is_maximum || line.commitment.state == CommitmentState::Committed;
    let written = if is_maximum {
        Text::AtMost(&written).say(language)
    } else {
        written
    };
    let amount = (amount > Money::ZERO).then(|| view! { <span class="figure">{written}</span> });
    let named = detail.named.then(|| {
        view! { <span class="muted">{Text::Named.say(language)}</span> }
    });
    view! {
        {amount}
        {named}
    }
    .into_any()
}

fn decision(line: &CommitmentLine, language: Language) -> AnyView {
    let detail = &line.commitment.detail;
    if line.commitment.state != CommitmentState::UnderDecision {
        let reason = detail
            .reason
            .clone()
            .filter(|_| line.commitment.state.has_left());
        return reason.into_any();
    }
    let stage = detail.stage.map(|stage| states::stage(stage, language));
    let expected = detail.expected.map(|day| {
        let day = format::date(language, &day.to_string());
        let class = if line.is_late() {
            "chip amber"
        } else {
            "muted"
        };
        view! { <span class=class>{Text::ExpectedOn(&day).say(language)}</span> }
    });
    view! {
        {stage}
        " "
        {expected}
    }
    .into_any()
}

fn next(next: Option<NextAction>, language: Language) -> Option<String> {
    let day = |day: barometer_domain::date::Date| format::date(language, &day.to_string());
    Some(match next? {
        NextAction::FollowUp(expected) => Text::FollowUp(&day(expected)).say(language),
        NextAction::DeadlinePassed => Text::DeadlinePassed.say(language),
        NextAction::Invoice => Text::Invoice.say(language),
        NextAction::AskAmount => Text::AskAmount.say(language),
        NextAction::AskWhere => Text::AskWhere.say(language),
        NextAction::Await(expected) => Text::Await(&day(expected)).say(language),
        NextAction::AwaitPayment => Text::AwaitPayment.say(language),
    })
}
