//! How far a request's financing has come: one stacked bar, and its key in words and amounts.

use barometer_domain::financing::Sums;
use barometer_domain::money::Money;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use crate::{format, language};

/// The three parts of the bar in thousandths of the price; together never more than the whole.
fn parts(sums: &Sums, price: Money) -> [u16; 3] {
    let mut left = 1000;
    let amounts = [sums.committed, sums.under_decision, sums.indicated];
    amounts.map(|sum| {
        let part = sum.amount.per_mille_of(price).min(left);
        left -= part;
        part
    })
}

/// The bar: tilsagn, til beslutning, hensigt, and what is missing.
#[component]
pub fn ShareMeter(
    /// What municipalities have said.
    #[prop(into)]
    sums: Signal<Sums>,
    /// What it costs.
    #[prop(into)]
    price: Signal<Money>,
) -> impl IntoView {
    let parts = Memo::new(move |_| parts(&sums.get(), price.get()));
    let part = move |at: usize| move || parts.get()[at].to_string();
    let label = move || {
        let language = language::current();
        let (sums, price) = (sums.get(), price.get());
        let committed = format::money(language, sums.committed.amount);
        let price = format::money(language, price);
        let sentence = Shared::CommittedOf {
            committed: &committed,
            price: &price,
        };
        sentence.say(language)
    };
    view! {
        <div class="meter" class:full=move || parts.get()[0] == 1000 role="img" aria-label=label>
            <i class="part-committed" style:--part=part(0)></i>
            <i class="part-under-decision" style:--part=part(1)></i>
            <i class="part-indicated" style:--part=part(2)></i>
        </div>
    }
}

/// The bar's key: each state with its amount. States without an amount are left out.
#[component]
pub fn ShareKey(
    /// What municipalities have said.
    #[prop(into)]
    sums: Signal<Sums>,
    /// What it costs.
    #[prop(into)]
    price: Signal<Money>,
) -> impl IntoView {
    let entries = move || {
        let sums = sums.get();
        let missing = sums.shortfall(price.get());
        let entries = [
            ("part-committed", Shared::Committed, sums.committed.amount),
            (
                "part-under-decision",
                Shared::UnderDecision,
                sums.under_decision.amount,
            ),
            ("part-indicated", Shared::Indicated, sums.indicated.amount),
            ("part-missing", Shared::Missing, missing),
        ];
        let language = language::current();
        let shown = entries
            .into_iter()
            .filter(|(_, _, amount)| *amount > Money::ZERO);
        shown
            .map(|(class, state, amount)| {
                let amount = format::money(language, amount);
                view! { <li class=class>{state.say(language)} " " <b>{amount}</b></li> }
            })
            .collect_view()
    };
    view! { <ul class="meter-key">{entries}</ul> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use barometer_domain::financing::StateSum;

    fn sum(kroner: i64) -> StateSum {
        StateSum {
            count: 1,
            amount: Money::from_kroner(kroner),
        }
    }

    #[test]
    fn parts_never_exceed_the_bar() {
        let mut sums = Sums {
            committed: sum(182_400),
            under_decision: sum(81_600),
            indicated: sum(100_800),
            ..Sums::default()
        };
        let price = Money::from_kroner(480_000);
        assert_eq!(parts(&sums, price), [380, 170, 210]);
        sums.under_decision = sum(400_000);
        assert_eq!(parts(&sums, price), [380, 620, 0]);
        sums.committed = sum(500_000);
        assert_eq!(parts(&sums, price), [1000, 0, 0]);
    }
}
