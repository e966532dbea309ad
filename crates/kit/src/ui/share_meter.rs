//! How far a request's financing has come: one stacked bar, and its key in words and amounts.

use barometer_domain::financing::{StateSum, Sums};
use barometer_domain::money::Money;
use barometer_text::Language;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use crate::{format, language};

/// The parts of a bar in thousandths of the price; together never more than the whole.
pub fn bar_parts<const N: usize>(sums: [StateSum; N], price: Money) -> [u16; N] {
    let mut left = 1000;
    sums.map(|sum| {
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
    /// Whether it is fully funded.
    #[prop(into)]
    funded: Signal<bool>,
) -> impl IntoView {
    move || share_meter(&sums.get(), price.get(), funded.get())
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
    /// Whether it is fully funded.
    #[prop(into)]
    funded: Signal<bool>,
) -> impl IntoView {
    move || share_key(&sums.get(), price.get(), funded.get())
}

/// The bar, for pages drawn whole.
pub fn share_meter(sums: &Sums, price: Money, funded: bool) -> AnyView {
    let parts = bar_parts([sums.committed, sums.under_decision, sums.indicated], price);
    let [committed, under_decision, indicated] = parts.map(|part| part.to_string());
    let language = language::current();
    let label = Shared::CommittedOf {
        committed: &format::money(language, sums.committed.amount),
        price: &format::money(language, price),
    };
    let class = if funded { "meter full" } else { "meter" };
    view! {
        <div class=class role="img" aria-label=label.say(language)>
            <i class="part-committed" style:--part=committed></i>
            <i class="part-under-decision" style:--part=under_decision></i>
            <i class="part-indicated" style:--part=indicated></i>
        </div>
    }
    .into_any()
}

/// The key, for pages drawn whole. What municipalities have said is what everyone may see of it, and says so.
pub fn share_key(sums: &Sums, price: Money, funded: bool) -> AnyView {
    let language = language::current();
    let missing = sums.shortfall(price);
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
    let shown = entries
        .into_iter()
        .filter(|(_, _, amount)| *amount > Money::ZERO);
    let entries = shown.map(|(class, state, amount)| {
        let amount = format::money(language, amount);
        view! { <li class=class>{state.say(language)} " " <b>{amount}</b></li> }.into_any()
    });
    let is_rounded = missing < price;
    let rounded = is_rounded.then(|| rounded(language));
    let class = if funded {
        "meter-key full"
    } else {
        "meter-key"
    };
    view! { <ul class=class>{entries.collect::<Vec<_>>()} {rounded}</ul> }.into_any()
}

/// That amounts are rounded, at the end of a key.
pub fn rounded(language: Language) -> AnyView {
    view! { <li class="rounded">{Shared::Rounded.say(language)}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(kroner: i64) -> StateSum {
        StateSum {
            count: 1,
            amount: Money::from_kroner(kroner),
        }
    }

    #[test]
    fn parts_never_exceed_the_bar() {
        let parts = |kroner: [i64; 3]| bar_parts(kroner.map(sum), Money::from_kroner(480_000));
        assert_eq!(parts([182_400, 81_600, 100_800]), [380, 170, 210]);
        assert_eq!(parts([182_400, 400_000, 100_800]), [380, 620, 0]);
        assert_eq!(parts([500_000, 400_000, 100_800]), [1000, 0, 0]);
    }
}
