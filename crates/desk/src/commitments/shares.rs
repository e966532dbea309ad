//! "Hvem betaler hvad": each covered request with what each payer pays, was invoiced and gets back.

use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::request::RequestRow;
use barometer_domain::financing::settlement::{PayerShare, Settlement};
use barometer_domain::money::Money;
use barometer_kit::{format, language};
use barometer_text::staff::commitments::CommitmentText as Text;
use leptos::prelude::*;

use super::{CommitmentsState, say};

/// Every request that the promises cover.
#[component]
pub(crate) fn ActualShares(page: CommitmentsState) -> impl IntoView {
    let requests = move || {
        let (rows, ledgers) = (page.requests.read(), page.ledgers.read());
        let shown = ledgers.iter().flatten().filter_map(|ledger| {
            let is_here = page.only.is_none_or(|only| only == ledger.request);
            let row = rows.iter().find(|row| row.id == ledger.request)?;
            let settlement = ledger.settlement.as_ref().filter(|_| is_here)?;
            let (row, ledger, settlement) = (row.clone(), ledger.clone(), settlement.clone());
            Some(view! { <SharesOfRequest row=row ledger=ledger settlement=settlement /> })
        });
        let shown: Vec<_> = shown.collect();
        (!shown.is_empty()).then(|| {
            view! {
                <section class="actual-shares">
                    <h2>{say(Text::WhoPays)}</h2>
                    <p class="muted">{say(Text::WhoPaysBody)}</p>
                    {shown}
                </section>
            }
        })
    };
    view! { {requests} }
}

/// One request: what each payer pays, was invoiced and gets back.
#[component]
fn SharesOfRequest(row: RequestRow, ledger: Ledger, settlement: Settlement) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let title = format!("{} {}", row.request.reference, row.request.title);
        if let Settlement::Infeasible { covered } = &settlement {
            let covered = Text::LimitInTheWay(&format::money(language, *covered)).say(language);
            return view! {
                <h3>{title}</h3>
                <p class="notice coral">{covered}</p>
            }
            .into_any();
        }
        let ore = |amount| format::to_the_ore(language, amount);
        let line = |payer: &PayerShare| {
            let refund = (payer.refund > Money::ZERO).then(|| ore(payer.refund));
            view! {
                <tr>
                    <th scope="row">{format::municipality_name(payer.municipality)}</th>
                    <td>{ore(payer.maximum)}</td>
                    <td>{ore(payer.share)}</td>
                    <td>{payer.invoiced.map(ore)}</td>
                    <td>{refund}</td>
                </tr>
            }
        };
        let lines: Vec<_> = settlement.payers().iter().map(line).collect();
        let price = row.request.terms.price.likely();
        let refunds = settlement.refunds();
        let refunds = (refunds > Money::ZERO).then(|| ore(refunds));
        view! {
            <h3>{title}</h3>
            <div class="list-frame" tabindex="0">
                <table class="amounts">
                    <thead>
                        <tr>
                            <th scope="col">{Text::Municipality.say(language)}</th>
                            <th scope="col">{Text::PromisedColumn.say(language)}</th>
                            <th scope="col">{Text::PaysColumn.say(language)}</th>
                            <th scope="col">{Text::InvoicedColumn.say(language)}</th>
                            <th scope="col">{Text::RefundColumn.say(language)}</th>
                        </tr>
                    </thead>
                    <tbody>{lines}</tbody>
                    <tfoot>
                        <tr>
                            <th scope="row">{Text::Total.say(language)}</th>
                            <td>{ore(ledger.sums.committed.amount)}</td>
                            <td>{ore(price)}</td>
                            <td></td>
                            <td>{refunds}</td>
                        </tr>
                    </tfoot>
                </table>
            </div>
        }
        .into_any()
    }
}
