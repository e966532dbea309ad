//! When the money is expected: each request that gathers, with its decisions in order of their days.

use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::funding::Funding;
use barometer_domain::financing::funding_test::FundingTest;
use barometer_domain::financing::request::RequestRow;
use barometer_domain::money::Money;
use barometer_kit::ui::share_meter::share_meter;
use barometer_kit::{format, language};
use barometer_text::staff::commitments::CommitmentText as Text;
use barometer_text::{Language, states};
use leptos::prelude::*;

use super::funding::details;
use super::lines::CommitmentLine;
use super::{CommitmentsState, say};

/// All requests that municipalities decide on.
#[component]
pub(crate) fn Timeline(page: CommitmentsState) -> impl IntoView {
    let requests = move || {
        let (rows, lines) = (page.requests.read(), page.lines.read());
        let is_here = |row: &&RequestRow| {
            row.state.is_up_for_decision() && page.only.is_none_or(|only| only == row.id)
        };
        let ledgers = page.ledgers.read();
        let ledger = |row: &RequestRow| {
            let mut ledgers = ledgers.iter().flatten();
            ledgers.find(|ledger| ledger.request == row.id)
        };
        let shown: Vec<_> = rows
            .iter()
            .filter(is_here)
            .map(|row| {
                let ledger = ledger(row);
                let funding = ledger.and_then(|ledger| ledger.funding);
                let test = ledger.and_then(|ledger| ledger.test.clone());
                let (row, lines) = (row.clone(), expected(row, &lines));
                let with_title = page.only.is_none();
                view! {
                    <ExpectedMoney
                        row=row
                        funding=funding
                        test=test
                        lines=lines
                        with_title=with_title
                    />
                }
            })
            .collect();
        (!shown.is_empty()).then(|| {
            view! {
                <section class="timeline">
                    <h2>{say(Text::Timeline)}</h2>
                    <ul>{shown}</ul>
                </section>
            }
        })
    };
    view! { {requests} }
}

/// What is being decided about a request, in order of the days.
fn expected(row: &RequestRow, lines: &[CommitmentLine]) -> Vec<CommitmentLine> {
    let is_expected = |line: &&CommitmentLine| {
        line.request == row.id && line.commitment.state == CommitmentState::UnderDecision
    };
    let mut expected: Vec<CommitmentLine> = lines.iter().filter(is_expected).cloned().collect();
    expected.sort_by_key(|line| line.commitment.detail.expected);
    expected
}

/// One request: how far its money has come, and each decision that is expected.
#[component]
fn ExpectedMoney(
    row: RequestRow,
    funding: Option<Funding>,
    test: Option<FundingTest>,
    /// What is being decided about it.
    lines: Vec<CommitmentLine>,
    with_title: bool,
) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let price = row.request.terms.price.likely();
        let missing = row
            .sums
            .shortfall(price)
            .less(row.sums.under_decision.amount);
        let outlook = match (row.funded_by, row.state.is_funded()) {
            (_, true) => Text::Covered.say(language),
            _ if row.request.terms.price.known().is_none() => {
                format::price(language, &row.request.terms.price)
            }
            (Some(day), false) => {
                let day = format::date(language, &day.to_string());
                Text::FundedBy(&day).say(language)
            }
            (None, false) => Text::NotEnough(&format::money(language, missing)).say(language),
        };
        let decisions = lines
            .iter()
            .map(|line| view! { <ExpectedDecision line=line.clone() /> });
        let carried = funding.filter(|_| !row.state.is_funded());
        let carried = carried.map(|funding| {
            let words = outcome(funding, language);
            let test = test.as_ref().map(|test| details(test, language));
            view! {
                <p class="muted">{words}</p>
                {test}
            }
        });
        let title = with_title.then(|| {
            let title = format!("{} {}", row.request.reference, row.request.title);
            view! { <h3>{title}</h3> }
        });
        view! {
            <li>
                {title}
                {share_meter(&row.sums, price, row.state.is_funded())}
                <p>{outlook}</p>
                {carried}
                <ol>{decisions.collect_view()}</ol>
            </li>
        }
    }
}

/// Whether all that is offered would carry the price.
fn outcome(funding: Funding, language: Language) -> String {
    let money = |amount| format::money(language, amount);
    match funding {
        Funding::Carried {
            payers,
            least,
            most,
        } => Text::Carried(payers, &money(least), &money(most)).say(language),
        Funding::NearMiss {
            payers,
            least,
            most,
            missing,
        } => Text::NearMiss(payers, &money(least), &money(most), &money(missing)).say(language),
    }
}

/// Whose decision is expected, when, and about how much.
#[component]
fn ExpectedDecision(line: CommitmentLine) -> impl IntoView {
    let language = language::current();
    let detail = &line.commitment.detail;
    let day = detail
        .expected
        .map(|day| format::date(language, &day.to_string()));
    let stage = detail
        .stage
        .map(|stage| states::stage(stage, language).to_owned());
    let amount = line.commitment.amount;
    let amount = (amount > Money::ZERO).then(|| format::money(language, amount));
    let about = [Some(line.name.clone()), amount, stage]
        .into_iter()
        .flatten();
    let about = about.collect::<Vec<_>>().join(" · ");
    let class = if line.is_late() { "late" } else { "" };
    view! {
        <li class=class>
            <b>{day}</b>
            " "
            {about}
        </li>
    }
}
