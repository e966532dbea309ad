//! How far a request's financing has come: one stacked bar, and its key in words and amounts.

use barometer_domain::financing::Sums;
pub use barometer_domain::financing::bar_parts;
use barometer_domain::money::Money;
use barometer_text::Language;
use barometer_text::shared::SharedText;
use leptos::prelude::*;

use crate::{format, language};

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
    let label = SharedText::CommittedOf {
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
        (
            "part-committed",
            SharedText::Committed,
            sums.committed.amount,
        ),
        (
            "part-under-decision",
            SharedText::UnderDecision,
            sums.under_decision.amount,
        ),
        (
            "part-indicated",
            SharedText::Indicated,
            sums.indicated.amount,
        ),
        ("part-missing", SharedText::Missing, missing),
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
    view! { <li class="rounded">{SharedText::Rounded.say(language)}</li> }.into_any()
}
