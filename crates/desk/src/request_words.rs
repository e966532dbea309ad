//! What the vendor's pages say of a request wherever one stands: its state, its price, and its line in a choice.

use barometer_domain::danish;
use barometer_domain::financing::request::{ChangeRequest, RequestRow};
use barometer_domain::financing::{Price, RequestState};
use barometer_kit::{format, language};
use barometer_text::{Language, states};
use leptos::prelude::*;

/// What there is, with dots between.
pub fn joined_by_dots(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.copied().collect::<Vec<_>>().join(" · ")
}

/// How far a request has come.
#[component]
pub(crate) fn StateChip(
    /// How far.
    state: RequestState,
) -> impl IntoView {
    let class = match state {
        state if state.is_funded() => "chip leaf",
        state if state.is_aside() => "chip quiet",
        _ => "chip",
    };
    view! { <span class=class>{move || states::request(state, language::current())}</span> }
}

/// A price with its band, if it has one.
pub fn price_in_full(price: &Price, language: Language) -> String {
    match price {
        Price::Firm { .. } | Price::NotAssessed => format::price(language, price),
        Price::Estimate { low, high, .. } => {
            let band = [low, high].map(|amount| format::money(language, *amount));
            format!("{} ({})", format::price(language, price), band.join(" – "))
        }
    }
}

/// Requests to choose from: first what stands for none of them, then each by number and title.
pub fn request_options<'a>(
    none: String,
    rows: impl IntoIterator<Item = &'a RequestRow>,
) -> Vec<(String, String)> {
    let named = rows
        .into_iter()
        .map(|row| (row.id.0.to_string(), reference_and_title(row)));
    std::iter::once((String::new(), none))
        .chain(named)
        .collect()
}

/// A request's reference and title.
pub fn reference_and_title(row: &RequestRow) -> String {
    format!("{} {}", row.request.reference, row.request.title)
}

/// Whether what is typed into a search stands in a request's reference, title or category.
pub fn is_found(request: &ChangeRequest, typed: &str) -> bool {
    [&request.title, &request.reference, &request.category]
        .into_iter()
        .any(|text| danish::finds(text, typed))
}
