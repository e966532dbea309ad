//! The document of the vendor's webinars: `vendor.html`.

use barometer_desk::documents::VendorPage;
use barometer_kit::page::mount;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <VendorPage /> }.into_any());
}
