//! The document of the vendor's requests and commitments: `desk.html`.

use barometer_desk::documents::DeskPage;
use barometer_kit::page::mount;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <DeskPage /> }.into_any());
}
