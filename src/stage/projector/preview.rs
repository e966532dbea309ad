//! What the projector will show of a webinar that is being prepared, in a frame of the vendor's page.

use std::sync::Arc;

use barometer_domain::ids::WebinarCode;
use barometer_kit::preview;
use leptos::prelude::*;

use super::frame::Projection;
use super::state::ProjectorState;

/// The projector's picture, of what the page around it says.
#[component]
pub fn ScreenPreview(
    /// The webinar that the page's address names.
    code: WebinarCode,
) -> impl IntoView {
    let view = RwSignal::new(None);
    let catalogue = RwSignal::new(None);
    let showing = ProjectorState::still(code, view.into(), catalogue.into());
    preview::receive(move |told| {
        catalogue.set(Some(Arc::new(told.catalogue)));
        view.set(Some(Arc::new(told.view)));
    });
    view! {
        <main class="screen">
            <Projection showing=showing />
        </main>
    }
}
