//! The table of all that was said: filters, what is best done next, and the ways to write more down.

use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::next::NextAction;
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_kit::form::field::{Select, Tick};
use barometer_kit::route::Route;
use barometer_kit::ui::list::{
    List, ListCell, ListColumn, ListCount, ListRow, ListRowHeading, ListTools, SearchField,
};
use barometer_kit::{format, language};
use barometer_text::staff::commitments::CommitmentText as Text;
use barometer_text::{Language, states};
use leptos::prelude::*;

use super::lines::{CommitmentFilter, CommitmentLine};
use super::names::question;
use super::{CommitmentsState, say};
use crate::page::Way;
use crate::request_words::request_options;

/// The table with its filters.
#[component]
pub(crate) fn Table(page: CommitmentsState) -> impl IntoView {
    let filter = CommitmentFilterForm::new(page.only);
    let shown = Memo::new(move |_| {
        let (lines, filter) = (page.lines.read(), filter.chosen());
        lines
            .iter()
            .filter(|line| filter.shows(line))
            .cloned()
            .collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| {
        let lines = page.lines.read();
        let is_here = |line: &&CommitmentLine| page.only.is_none_or(|only| only == line.request);
        ListCount::new(shown.read().len(), lines.iter().filter(is_here).count())
    });
    let rows = move || {
        let lines = shown.read();
        let lines = lines.iter();
        lines
            .map(|line| view! { <CommitmentRow page=page line=line.clone() /> })
            .collect_view()
    };
    let columns = [
        Some(ListColumn::new(say(Text::Municipality))),
        page.only
            .is_none()
            .then(|| ListColumn::new(say(Text::Request))),
        Some(ListColumn::new(say(Text::StateColumn))),
        Some(ListColumn::new(say(Text::DecisionColumn))),
        Some(ListColumn::new(say(Text::NextColumn))),
    ];
    let count_words =
        |count: ListCount| Text::Shown(count.shown, count.all).say(language::current());
    view! {
        <Filters page=page filter=filter count=count />
        <List
            label=Signal::derive(say(Text::Title))
            class="desk-table"
            columns=columns.into_iter().flatten().collect()
            count=count
            count_words=Callback::new(count_words)
            empty=Signal::derive(say(Text::Empty))
            none_left=Signal::derive(say(Text::NothingLeft))
        >
            {rows}
        </List>
    }
}

/// What the table is filtered by, as it is typed and chosen.
#[derive(Clone, Copy)]
struct CommitmentFilterForm {
    name: RwSignal<String>,
    state: RwSignal<String>,
    request: RwSignal<String>,
    pressing: RwSignal<bool>,
    names: RwSignal<bool>,
}

impl CommitmentFilterForm {
    /// Nothing chosen but the request, where the page is about one.
    fn new(only: Option<RequestId>) -> Self {
        Self {
            name: RwSignal::new(String::new()),
            state: RwSignal::new(String::new()),
            request: RwSignal::new(only.map_or_else(String::new, |only| only.0.to_string())),
            pressing: RwSignal::new(false),
            names: RwSignal::new(false),
        }
    }

    fn chosen(self) -> CommitmentFilter {
        let at = self.state.get().parse::<usize>().ok();
        CommitmentFilter {
            name: self.name.get(),
            state: at.and_then(|at| CommitmentState::ALL.get(at).copied()),
            request: self.request.get().parse().ok().map(RequestId),
            pressing: self.pressing.get(),
            names: self.names.get(),
        }
    }
}

#[component]
fn Filters(
    page: CommitmentsState,
    filter: CommitmentFilterForm,
    count: Memo<ListCount>,
) -> impl IntoView {
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
                value=filter.request
                options=Signal::derive(requests)
            />
        }
    });
    view! {
        <ListTools count=count>
            <SearchField id="filter-name" label=Signal::derive(say(Text::Search)) value=filter.name on_typed=move |text| filter.name.set(text) />
            <Select
                id="filter-state"
                label=Signal::derive(say(Text::StateFilter))
                value=filter.state
                options=Signal::derive(states)
            />
            {request}
            <Tick label=Signal::derive(say(Text::OnlyPressing)) value=filter.pressing />
            <Tick label=Signal::derive(say(Text::OnlyNames)) value=filter.names />
        </ListTools>
    }
}

/// What one municipality has said to one request.
#[component]
fn CommitmentRow(page: CommitmentsState, line: CommitmentLine) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let (id, who) = (line.request, line.commitment.municipality);
        let (name, amount) = (line.name.clone(), line.commitment.amount);
        let at_least = line.commitment.detail.at_least;
        let request = page.only.is_none().then(|| {
            let title = format!("{} {}", line.reference, line.title);
            view! {
                <ListCell>
                    <Way to=Route::Request(id)>{title}</Way>
                </ListCell>
            }
        });
        let take = Text::Take(&name).say(language);
        let begin = name.clone();
        let is_pressing = line.is_pressing();
        let next = next(line.next, language);
        let label = Text::History(&name).say(language);
        let amount_said = view! { <SaidAmount line=line.clone() /> };
        let decision = view! { <Decision line=line.clone() /> };
        let question = question(page, &line, language);
        let state = line.commitment.state;
        view! {
            <ListRow>
                <ListRowHeading>
                    <button
                        type="button"
                        class="link-button"
                        title=label
                        on:click=move |_| page.history.set(Some((id, who)))
                    >
                        {name}
                    </button>
                </ListRowHeading>
                {request}
                <ListCell>
                    <StateOfCommitment state=state /> {amount_said} {question}
                </ListCell>
                <ListCell>{decision}</ListCell>
                <ListCell class="next">
                    <button
                        type="button"
                        class="link-button"
                        aria-label=take
                        on:click=move |_| page.entry.begin(id, &begin, amount, at_least)
                    >
                        {Text::Write.say(language)}
                    </button>
                    <span class:muted=!is_pressing>{next}</span>
                </ListCell>
            </ListRow>
        }
    }
}

/// How far a municipality has come.
#[component]
fn StateOfCommitment(state: CommitmentState) -> impl IntoView {
    let class = match state {
        state if state.counts_as_funded() => "chip leaf",
        state if state.has_left() => "chip quiet",
        _ => "chip",
    };
    view! { <span class=class>{states::commitment(state, language::current())}</span> }
}

/// The amount, and whether it is named.
#[component]
fn SaidAmount(line: CommitmentLine) -> impl IntoView {
    let language = language::current();
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
    let condition = detail.at_least.map(|count| {
        view! { <span class="muted">{Text::IfAtLeast(count).say(language)}</span> }
    });
    view! {
        {amount}
        {condition}
        {named}
    }
}

/// How far the decision is, or why a municipality has left.
#[component]
fn Decision(line: CommitmentLine) -> impl IntoView {
    let language = language::current();
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
