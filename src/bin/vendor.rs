//! The document of the vendor's webinars: `vendor.html`.

use barometer_app::pages::mount;
use barometer_app::pages::vendor::documents::VendorPage;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <VendorPage /> }.into_any());
}
