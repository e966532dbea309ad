//! What phone and projector will show, beside what is being prepared: their own pages in frames, told what to show.

use std::time::Duration;

use barometer_domain::agenda::Stage;
use barometer_domain::preparation::{Look, Place};
use barometer_kit::route::Route;
use barometer_kit::{api, language, preview};
use barometer_text::shared::SharedText;
use barometer_text::staff::preview::PreviewText as Text;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::PreparationState;

/// How long nobody has typed before it is asked how that looks.
const PAUSE: Duration = Duration::from_millis(200);

/// Projector, phone, and the places of the webinar that they can show.
#[component]
pub(crate) fn Preview(page: PreparationState) -> impl IntoView {
    let code = page.code();
    let (screen, phone) = (NodeRef::<html::Iframe>::new(), NodeRef::new());
    let woken = RwSignal::new(());
    preview::on_ready(move || woken.set(()));
    let message = fetch_preview(page);
    Effect::new(move |_| {
        woken.track();
        let message = message.read();
        let Some(message) = message.as_ref() else {
            return;
        };
        for frame in [screen, phone] {
            if let Some(frame) = frame.get() {
                preview::post_preview(&frame, message);
            }
        }
    });
    let say = |text: Text| move || text.say(language::current());
    let (of_screen, of_phone) = (
        Route::ScreenPreview(code.clone()).path(),
        Route::PhonePreview(code).path(),
    );
    view! {
        <aside class="preview" aria-labelledby="preview-heading">
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
                    <Places page=page />
                </nav>
            </div>
        </aside>
    }
}

/// What the frames are to show, asked for whenever something else is typed or looked at. Without an answer they show
/// what they showed.
fn fetch_preview(page: PreparationState) -> ReadSignal<Option<String>> {
    let (message, set_message) = signal(None);
    let look = Memo::new(move |_| {
        Some(Look {
            preparation: page.typed_preparation()?,
            place: page.place.get(),
        })
    });
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let Some(look) = look.get() else { return };
        // What is saved may have changed what there is to see.
        page.webinar.track();
        let now = asked.with_value(|asked| asked + 1);
        asked.set_value(now);
        let is_newest = move || asked.try_get_value() == Some(now);
        let send = move || {
            if !is_newest() {
                return;
            }
            let code = page.code();
            spawn_local(async move {
                if let Ok(shown) = api::preview(&code, &look).await
                    && is_newest()
                {
                    set_message.set(Some(shown.0));
                }
            });
        };
        set_timeout(send, PAUSE);
    });
    message
}

/// A button for each stage of the agenda, and two that leaf through the candidates.
#[component]
fn Places(page: PreparationState) -> impl IntoView {
    move || {
        let (language, place) = (language::current(), page.place);
        let now = place.get();
        let prepared = page.typed_preparation()?;
        let stage = |stage: Stage| {
            let is_here = stage == now.stage;
            let go = move |_| place.set(Place { stage, item: 0 });
            let leaf = (is_here && stage == Stage::Candidates).then(|| {
                let of = prepared.candidates.len();
                view! { <Leaves item=now.item candidates=of place=place /> }
            });
            view! {
                <li>
                    <button type="button" aria-pressed=is_here.to_string() on:click=go>
                        {SharedText::Stage(stage).say(language)}
                    </button>
                    {leaf}
                </li>
            }
        };
        let stages = prepared.agenda.iter().map(|item| stage(item.stage));
        Some(view! { <ul>{stages.collect_view()}</ul> })
    }
}

/// The two that leaf through the candidates.
#[component]
fn Leaves(item: u16, candidates: usize, place: RwSignal<Place>) -> impl IntoView {
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
}
