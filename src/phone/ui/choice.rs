//! One line of a ballot: a checkbox as large as the line.

use barometer_kit::ui::handler::handler;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// What a line of the ballot says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ChoiceLine {
    /// The title of the candidate, or "Ingen af disse".
    pub title: String,
    /// Its benefit and price, in one line.
    pub detail: String,
    /// Beside it, e.g. a price.
    pub aside: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A choice; `on_tap` says whether it is chosen afterwards. The box shows what is chosen, not what was tapped: a
/// refused tap leaves it as it was.
pub(crate) fn choice(line: ChoiceLine, on_tap: Box<dyn Fn() -> bool>) -> AnyView {
    let class = if line.chosen { "choice on" } else { "choice" };
    let tap = move |event: web_sys::Event| {
        let chosen = on_tap();
        event_target::<HtmlInputElement>(&event).set_checked(chosen);
    };
    view! {
        <label class=class>
            <input type="checkbox" prop:checked=line.chosen on:change=handler(tap) />
            <span>
                <b>{line.title}</b>
                <small>{line.detail}</small>
            </span>
            <span class="choice-aside">{line.aside}</span>
        </label>
    }
    .into_any()
}
