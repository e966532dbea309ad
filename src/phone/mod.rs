//! The participant's phone: type a code, join, and follow the presenter.
//!
//! Written for size, unlike the other documents: whoever joins downloads this before the first tap (decision 006).
//! - A page is one function from state to view, run anew when its state changes, and Leptos patches what differs. Each
//!   reactive closure and each kind of signal would cost every participant half a kilobyte; a phone shows little enough
//!   to draw it whole.
//! - Functions return `AnyView` where the Leptos book has components with props: one type of view is compiled once.
//! - Handlers are boxed (`kit::ui::handler`), and an input that stays while its page is drawn anew is `kit::ui::input`.
//! - One signal holds a page's state; a resource, a boundary or a context would bring its machinery along.
//!
//! On the stage, the living page and the vendor's pages it is the other way round: components with props, the session
//! by context, `kit::ui::loaded` around what the server is asked for, and `kit::ui::list` for lists.

use std::pin::Pin;

use barometer_kit::route::{self, Route};
use barometer_kit::{format, language};
use barometer_text::phone::PhoneText;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

mod announcer;
mod ballot_box;
mod code_entry;
mod join;
mod keeper;
mod outbox;
mod participant;
mod pending_interest;
mod preview;
mod stages;
mod ui;
mod webinar;

/// Draws the first page in a turn of its own: a slow phone that both starts the application and draws it takes no
/// tap meanwhile.
pub fn mount() {
    Timeout::new(0, || take_over(App)).forget();
}

/// Draws what a phone will show, for a page of its own that no participant downloads.
pub fn mount_preview() {
    take_over(Preview);
}

/// Draws what takes the place of the shell.
fn take_over<V: IntoView + 'static>(page: fn() -> V) {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    mount_to_body(page);
}

/// The page that the address names. Staff's addresses are another document, so they end at the code here.
#[component]
pub fn App() -> impl IntoView {
    let shown = route::current_route(Route::from_phone_path);
    move || {
        let (typed, is_unknown) = match shown.get() {
            Route::Phone(code) => return webinar::webinar(code),
            Route::Mistyped(typed) => (typed, true),
            _ => (String::new(), false),
        };
        remove_shell();
        code_entry::code_entry(typed, is_unknown)
    }
}

/// The phone of an invented participant.
#[component]
pub(crate) fn Preview() -> impl IntoView {
    remove_shell();
    match route::current() {
        Route::PhonePreview(code) => preview::page(code),
        _ => ().into_any(),
    }
}

/// What stands here while the application is fetched, and until it has something to show: drawing "Henter …" once
/// more would only keep a slow phone from its form.
fn shell() -> Option<web_sys::Element> {
    document().get_element_by_id("shell")
}

fn remove_shell() {
    if let Some(shell) = shell() {
        shell.remove();
    }
}

/// The message in the reader's language.
fn sentence(message: PhoneText) -> String {
    message.say(language::current())
}

/// Runs until it is done; one kind of task for all.
fn spawn_task(task: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(task);
}

/// The document's title follows the heading.
fn set_title(heading: &str) {
    let heading = format::without_soft_hyphens(heading);
    document().set_title(&format!("{heading} · Barometer"));
}

/// Moves the focus; a courtesy that may fail where an element cannot take it.
fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A heading takes the focus only so; set here, it is not touched when the page is drawn again.
        if element.tab_index() < 0 {
            element.set_tab_index(-1);
        }
        let _ = element.focus();
    }
}
