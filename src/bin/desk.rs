//! The document of the vendor's requests and commitments: `desk.html`.

use barometer_app::pages::mount;
use barometer_app::pages::vendor::documents::DeskPage;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <DeskPage /> }.into_any());
}
