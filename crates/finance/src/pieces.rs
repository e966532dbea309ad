//! The smallest pieces of the page, each there once.

use barometer_kit::language;
use barometer_kit::ui::handler::handler;
use barometer_text::Language;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Words in a line.
pub fn span(class: &'static str, words: String) -> AnyView {
    view! { <span class=class>{words}</span> }.into_any()
}

/// A paragraph that is read aloud when it changes: `status`, or `alert` at once.
pub fn announced(class: &'static str, role: &'static str, words: String) -> AnyView {
    view! { <p class=class role=role>{words}</p> }.into_any()
}

/// A button with words.
pub fn button(class: &'static str, words: String, press: Box<dyn FnMut(MouseEvent)>) -> AnyView {
    view! { <button type="button" class=class on:click=press>{words}</button> }.into_any()
}

/// Switches the language of everything to the other one.
pub fn other_language() -> AnyView {
    let other = match language::current() {
        Language::Danish => Language::English,
        Language::English => Language::Danish,
    };
    let switch = handler(move |_: MouseEvent| language::switch_to(other));
    view! {
        <button type="button" class="link-button" lang=other.tag() on:click=switch>
            {other.name()}
        </button>
    }
    .into_any()
}

/// A line of a list.
pub fn list_item(class: &'static str, words: String) -> AnyView {
    view! { <li class=class>{words}</li> }.into_any()
}

/// A name and what it stands for, in a list of them.
pub fn pair(class: &'static str, name: String, what: String) -> AnyView {
    view! {
        <div class=class>
            <dt>{name}</dt>
            <dd>{what}</dd>
        </div>
    }
    .into_any()
}

/// What can be chosen, under its name; `id` is the control's.
pub fn field(class: &'static str, id: &'static str, name: String, control: AnyView) -> AnyView {
    view! {
        <div class=class>
            <label for=id>{name}</label>
            {control}
        </div>
    }
    .into_any()
}
