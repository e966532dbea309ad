//! The projector, `/w/CODE/screen`: the presenter's stage, big, for everyone in the room.

use barometer_domain::ids::WebinarCode;
use barometer_domain::view::AudienceView;
use barometer_kit::live::{self, FollowerKind, LinkState, StreamSource};
use barometer_kit::{language, route, sealing};
use barometer_text::refusal;
use barometer_text::shared::SharedText;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

pub mod address;
pub mod candidate;
pub mod carrying;
pub mod frame;
pub mod join;
pub mod list;
pub mod pinned;
pub mod preview;
pub mod projector_language;
pub mod remote;
pub mod request;
pub mod result;
pub mod state;
pub mod survey;
pub mod thanks;
pub mod vote;
pub mod welcome;

pub use candidate::whole_seconds;
pub use frame::Projection;
use projector_language::ProjectorLanguage;
use remote::ProjectorRemote;
pub use state::ProjectorState;

/// In the address: no bar with the way in, since what stands around the projector says it already.
const BARE: &str = "bare";
/// In the address: nothing behind what is shown, for a picture or a film.
const TRANSPARENT: &str = "transparent";

/// The projector's page. It never closes its stream: a window behind slides counts as hidden.
#[component]
pub fn ScreenPage(
    /// The webinar that the page's address names.
    code: WebinarCode,
) -> impl IntoView {
    let live = live::follow::<AudienceView>(StreamSource::screen(&code), FollowerKind::Staff);
    let asks_what_is_carried = Signal::derive(move || {
        live.view
            .with(|view| view.as_deref().is_some_and(carrying::is_shown))
    });
    let showing = ProjectorState::follow_view(
        code,
        live.view.into(),
        live.server_offset_ms.into(),
        asks_what_is_carried,
    );
    provide_context(ProjectorLanguage::of_projector(showing));
    projector_language::follow_in_document();
    let stale = move || matches!(live.link.get(), LinkState::Stale { .. });
    let refused = Memo::new(move |_| live.refused.get().filter(|_| live.view.get().is_none()));
    follow_slide(showing);
    sealing::keep_awake_while(Signal::derive(move || {
        live.view
            .with(|view| view.as_ref().is_some_and(|view| !view.ended))
    }));
    let bare = route::has_flag(BARE);
    if route::has_flag(TRANSPARENT) {
        make_transparent();
    }
    let remote = ProjectorRemote::for_projector(showing);
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        on_key(&event, remote, live.link.get_untracked());
    });
    on_cleanup(move || listener.remove());
    let body = move || match refused.get() {
        Some(refusal) => {
            let sentence = refusal::sentence(&refusal, language::current());
            view! { <p class="screen-refused" role="alert">{sentence}</p> }.into_any()
        }
        None => view! { <Projection showing=showing /> }.into_any(),
    };
    view! {
        <main class="screen" class:bare=bare on:dblclick=|_| toggle_full_screen()>
            {body}
            <button type="button" class="button full-screen" on:click=|_| toggle_full_screen()>
                {move || Text::FullScreen.say(language::current())}
                <kbd aria-hidden="true">"F"</kbd>
            </button>
            <remote::Question remote=remote />
            <Show when=stale>
                <p class="screen-stale" role="status">
                    {move || SharedText::Reconnecting.say(language::current())}
                </p>
            </Show>
        </main>
    }
}

/// Title and focus move with the slide, and with what its heading says.
fn follow_slide(showing: ProjectorState) {
    let slide = frame::slide(showing);
    let phase = showing.read(|view, _| {
        let page = result::result_of(view).map(|result| result.page);
        Some((view.barometer.phase, page))
    });
    Effect::new(move |_| {
        if (slide.get(), phase.get(), language::current()).0.is_none() {
            return;
        }
        set_timeout(
            || {
                let heading = document().query_selector(".screen h1").ok().flatten();
                let Some(heading) = heading else { return };
                let name = heading.text_content().unwrap_or_default();
                document().set_title(&format!("{name} – Barometer"));
                let heading = heading.dyn_into::<web_sys::HtmlElement>();
                // Without a heading to focus the reader stays where they are.
                let _ = heading.map(|heading| heading.focus());
            },
            std::time::Duration::ZERO,
        );
    });
}

/// What is behind the document shows through wherever nothing is said.
fn make_transparent() {
    if let Some(root) = document().document_element() {
        // A constant, valid name cannot fail.
        let _ = root.set_attribute("data-transparent", "");
    }
}

fn on_key(event: &KeyboardEvent, remote: ProjectorRemote, link: LinkState) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let on_button = document()
        .active_element()
        .is_some_and(|element| element.tag_name() == "BUTTON");
    if on_button && [" ", "Enter"].contains(&event.key().as_str()) {
        return;
    }
    match event.key().as_str() {
        "f" | "F" if !event.repeat() => toggle_full_screen(),
        // A remote begins a show with it; a page without connection may still be loaded anew.
        "F5" if !matches!(link, LinkState::Stale { .. }) => {
            event.prevent_default();
            if !event.repeat() && document().fullscreen_element().is_none() {
                toggle_full_screen();
            }
            remote.handle_key(event);
        }
        "F5" => {}
        _ => remote.handle_key(event),
    }
}

fn toggle_full_screen() {
    let document = document();
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
    } else if let Some(root) = document.document_element() {
        // A browser may refuse full screen; the page is as good without.
        let _ = root.request_fullscreen();
    }
}
