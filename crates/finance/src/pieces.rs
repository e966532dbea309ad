//! Small parts that several of the page's parts have.

use barometer_kit::language;
use barometer_text::Language;
use barometer_text::staff::finance::FinancingText as Text;
use leptos::prelude::*;

use super::page_state::PortfolioPage;
use super::query::PortfolioQuery;
use super::say;

/// Switches the language of everything to the other one.
#[component]
pub(crate) fn OtherLanguage() -> impl IntoView {
    let other = move || match language::current() {
        Language::Danish => Language::English,
        Language::English => Language::Danish,
    };
    view! {
        <button
            type="button"
            class="link-button"
            lang=move || other().tag()
            on:click=move |_| language::switch_to(untrack(other))
        >
            {move || other().name()}
        </button>
    }
}

/// The way back to all requests.
#[component]
pub(crate) fn ResetButton() -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let reset = move |_| page.change(PortfolioQuery::reset);
    view! {
        <button type="button" class="link-button" on:click=reset>
            {say(Text::Reset)}
        </button>
    }
}
