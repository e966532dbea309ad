//! The document of the page of financing: `finance.html`.

use barometer_app::pages::finance::FinancePage;
use barometer_app::pages::mount;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <FinancePage /> }.into_any());
}
