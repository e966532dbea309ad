//! The staff's document: projector, presenter's console, the page of financing, and the vendor's pages.

use barometer_app::language;
use barometer_app::pages::console::ConsolePage;
use barometer_app::pages::finance::FinancePage;
use barometer_app::pages::screen::ScreenPage;
use barometer_app::pages::vendor::VendorPage;
use barometer_app::route::Route;
use barometer_domain::refusal::Refusal;
use barometer_text::refusal;
use leptos::prelude::*;

fn main() {
    mount_to_body(Staff);
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

#[component]
fn Staff() -> impl IntoView {
    match Route::current() {
        Route::Screen(code) => view! { <ScreenPage code=code /> }.into_any(),
        Route::Present(code) => view! { <ConsolePage code=code /> }.into_any(),
        Route::Vendor
        | Route::Requests
        | Route::NewRequest
        | Route::Request(_)
        | Route::Commitments
        | Route::Votes(_)
        | Route::Invitations(_) => view! { <VendorPage /> }.into_any(),
        Route::Finance => view! { <FinancePage /> }.into_any(),
        Route::Join | Route::Phone(_) | Route::Mistyped(_) | Route::Unknown => {
            let sentence = move || refusal::sentence(&Refusal::NotFound, language::current());
            view! { <main><p role="alert">{sentence}</p></main> }.into_any()
        }
    }
}
