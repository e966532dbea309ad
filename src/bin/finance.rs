//! The document of the page of financing: `finance.html`.

use barometer_finance::FinancePage;
use barometer_kit::page::mount;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <FinancePage /> }.into_any());
}
