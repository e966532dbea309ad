//! The document of what participants are asked and say around a webinar: `participation.html`.

use barometer_desk::documents::ParticipationPage;
use barometer_kit::page::mount;
use leptos::prelude::*;

fn main() {
    mount(|| view! { <ParticipationPage /> }.into_any());
}
