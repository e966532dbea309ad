//! The product's mark: a gauge, and its name.

use barometer_text::shared::SharedText;
use leptos::prelude::*;

use crate::language;

/// The gauge with the product's name beside it.
#[component]
pub fn GaugeLogo() -> impl IntoView {
    gauge_logo()
}

/// The same for pages drawn whole.
pub fn gauge_logo() -> AnyView {
    view! {
        <p class="logo">
            <svg width="38" height="26" viewBox="0 0 38 26" aria-hidden="true">
                <path
                    d="M4 23A15 15 0 0 1 34 23"
                    fill="none"
                    stroke="var(--petrol)"
                    stroke-width="6"
                />
                <path class="needle" d="M19 23L28 11" stroke-width="3.5" stroke-linecap="round" />
                <circle cx="19" cy="23" r="3" fill="var(--amber)" />
            </svg>
            {SharedText::Product.say(language::current())}
        </p>
    }
    .into_any()
}
