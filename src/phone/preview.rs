//! What a phone will show of a webinar that is being prepared, in a frame of the vendor's page.

use std::sync::Arc;

use barometer_domain::ids::WebinarCode;
use barometer_domain::municipality;
use barometer_domain::wire::{Me, Role, WebinarInfo};
use barometer_kit::api::{self, until_answered};
use barometer_kit::live::LiveView;
use barometer_kit::preview;
use leptos::prelude::*;

use super::participant::ParticipantPage;
use super::spawn_task;
use super::webinar::marks;

/// The invented participant's municipality: Holstebro, the nearest to the average of 59,000 inhabitants.
const SOMEWHERE: &str = "Holstebro";

/// The phone of an invented participant, who cannot press anything.
pub(super) fn page(code: WebinarCode) -> AnyView {
    let found = RwSignal::new(None);
    spawn_task(Box::pin(async move {
        if let Ok(info) = until_answered(api::webinar(&code), &|| ()).await {
            found.try_set(Some(info));
        }
    }));
    (move || found.get().map(phone)).into_any()
}

fn phone(info: WebinarInfo) -> AnyView {
    let role = municipality::by_name(SOMEWHERE).map_or(Role::Observer, |found| Role::Voter {
        municipality: found.code,
    });
    let me = Me {
        role,
        // Who has none has not joined.
        slot: SOMEWHERE.to_owned(),
        ..Me::newcomer()
    };
    let marks = marks(&info);
    let live = LiveView::still();
    let following = ParticipantPage::new(info, me, live, Callback::new(|()| ()));
    preview::receive(move |told| {
        following.state.write().catalogue = Some(Arc::new(told.catalogue));
        live.accept(told.view);
    });
    vec![marks, (move || following.draw_page()).into_any()].into_any()
}
