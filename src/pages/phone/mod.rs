//! The participant's phone: type a code, join, and follow the presenter.

use barometer_text::phone::Phone;
use leptos::prelude::*;

use crate::route::{self, Route};
use crate::{format, language};

mod announcer;
mod ballot_box;
#[expect(unreachable_pub, reason = "the component macro makes builders public")]
mod code_entry;
#[expect(unreachable_pub, reason = "the component macro makes builders public")]
mod follow;
#[expect(unreachable_pub, reason = "the component macro makes builders public")]
mod join;
mod outbox;
#[expect(unreachable_pub, reason = "the component macro makes builders public")]
mod stages;
#[expect(unreachable_pub, reason = "the component macro makes builders public")]
mod webinar;

use code_entry::CodeEntry;
use webinar::Webinar;

/// Takes the place of the shell that stood here while the application was fetched.
pub fn mount() {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    mount_to_body(App);
}

/// The page that the address names. Staff's addresses are another document, so they end at the code here.
#[component]
pub fn App() -> impl IntoView {
    let shown = route::shown();
    move || match shown.get() {
        Route::Phone(code) => view! { <Webinar code /> }.into_any(),
        Route::Mistyped(typed) => view! { <CodeEntry typed unknown=true /> }.into_any(),
        _ => view! { <CodeEntry /> }.into_any(),
    }
}

/// The message as text that follows the language.
fn say(message: Phone<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || message.say(language::current())
}

/// The document's title follows the heading.
fn set_title(heading: &str) {
    document().set_title(&format!(
        "{} · Barometer",
        format::without_soft_hyphens(heading)
    ));
}

/// Moves the focus, without scrolling; a courtesy that may fail where an element cannot take it.
fn focus(element: &web_sys::Element) {
    use wasm_bindgen::JsCast;
    if let Some(element) = element.dyn_ref::<web_sys::HtmlElement>() {
        let _ = element.focus();
    }
}
