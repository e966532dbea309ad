//! What phone and projector will show, beside what is being prepared: their own pages in frames, told what to show.

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::preparation::Place;
use barometer_domain::view::AudienceView;
use barometer_text::shared::Shared;
use barometer_text::staff::preview::Preview as Text;
use leptos::html;
use leptos::prelude::*;
use serde::Serialize;

use super::desk::Desk;
use crate::route::Route;
use crate::{json, language, live, preview};

/// What is written for a frame to read.
#[derive(Serialize)]
struct Told<'a> {
    view: &'a AudienceView,
    catalogue: &'a Catalogue,
}

/// Projector, phone, and the places of the webinar that they can show.
#[component]
pub fn Preview(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let code = desk.code();
    let (screen, phone) = (NodeRef::<html::Iframe>::new(), NodeRef::new());
    let woken = RwSignal::new(());
    preview::on_ready(move || woken.set(()));
    let message = Memo::new(move |_| {
        let reality = desk.webinar.read().as_ref()?.reality;
        let (prepared, requests) = (desk.shown()?, desk.requests.read());
        let place = desk.place.get();
        let (view, catalogue) = prepared.preview(place, reality, &requests, live::now());
        json::write(&Told {
            view: &view,
            catalogue: &catalogue,
        })
    });
    Effect::new(move |_| {
        woken.track();
        let message = message.read();
        let Some(message) = message.as_ref() else {
            return;
        };
        for frame in [screen, phone] {
            if let Some(frame) = frame.get() {
                preview::tell(&frame, message);
            }
        }
    });
    let say = |text: Text| move || text.say(language::current());
    let (of_screen, of_phone) = (
        Route::ScreenPreview(code.clone()).path(),
        Route::PhonePreview(code).path(),
    );
    view! {
        <aside class="preview prepare-preview" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{say(Text::Title)}</h2>
            <p class="muted">{say(Text::Body)}</p>
            <div class="preview-screen">
                <iframe
                    node_ref=screen
                    src=of_screen
                    title=say(Text::Screen)
                    tabindex="-1"
                ></iframe>
            </div>
            <div class="preview-lower">
                <div class="preview-phone">
                    <iframe
                        node_ref=phone
                        src=of_phone
                        title=say(Text::Phone)
                        tabindex="-1"
                    ></iframe>
                </div>
                <nav class="preview-places" aria-label=say(Text::Places)>
                    {move || places(desk)}
                </nav>
            </div>
        </aside>
    }
}

/// A button for each stage of the agenda, and two that leaf through the candidates.
fn places(desk: Desk) -> AnyView {
    let (language, place) = (language::current(), desk.place);
    let now = place.get();
    let Some(prepared) = desk.shown() else {
        return ().into_any();
    };
    let stage = |stage: Stage| {
        let is_here = stage == now.stage;
        let go = move |_| place.set(Place { stage, item: 0 });
        let leaf = (is_here && stage == Stage::Candidates)
            .then(|| leaves(now.item, prepared.candidates.len(), place));
        view! {
            <li>
                <button type="button" aria-pressed=is_here.to_string() on:click=go>
                    {Shared::Stage(stage).say(language)}
                </button>
                {leaf}
            </li>
        }
    };
    let stages = prepared.agenda.iter().map(|item| stage(item.stage));
    view! { <ul>{stages.collect_view()}</ul> }.into_any()
}

fn leaves(item: u16, candidates: usize, place: RwSignal<Place>) -> AnyView {
    let language = language::current();
    let of = u16::try_from(candidates).unwrap_or(u16::MAX);
    let leaf = |to: Option<u16>, text: Text, sign: &'static str| {
        let to = to.filter(|to| *to < of);
        let go = move |_| {
            if let Some(item) = to {
                place.set(Place {
                    stage: Stage::Candidates,
                    item,
                });
            }
        };
        view! {
            <button
                type="button"
                aria-label=text.say(language)
                aria-disabled=to.is_none().then_some("true")
                on:click=go
            >
                {sign}
            </button>
        }
    };
    let count = Text::Candidate(u32::from(item + 1).min(of.into()), of.into()).say(language);
    view! {
        <p class="preview-leaves">
            {leaf(item.checked_sub(1), Text::Before, "←")} <span>{count}</span>
            {leaf(item.checked_add(1), Text::After, "→")}
        </p>
    }
    .into_any()
}
