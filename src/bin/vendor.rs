//! The document of the vendor's pages: `vendor.html`.

use barometer_app::pages::mount;
use barometer_app::pages::vendor::VendorPage;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <VendorPage /> }.into_any());
}
