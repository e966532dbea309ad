//! The document of projector and presenter's console: `staff.html`.

use barometer_app::stage::console::ConsolePage;
use barometer_app::stage::projector::ScreenPage;
use barometer_app::stage::projector::preview::ScreenPreview;
use barometer_kit::page::{mount, nowhere};
use barometer_kit::route::{self, Route};
use leptos::prelude::*;

fn main() {
    mount(|| match route::current() {
        Route::Screen(code) => view! { <ScreenPage code=code /> }.into_any(),
        Route::ScreenPreview(code) => view! { <ScreenPreview code=code /> }.into_any(),
        Route::Present(code) => view! { <ConsolePage code=code /> }.into_any(),
        _ => nowhere(),
    });
}
