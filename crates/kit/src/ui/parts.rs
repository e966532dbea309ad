//! Parts of pages that have many of them: each of one type, so that it is compiled once.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::handler::handler;

/// A part of a page that follows its signals, boxed, so that an element is compiled once and not once per part.
pub fn following(part: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    follow(Box::new(part))
}

fn follow(part: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    (move || part()).into_any()
}

/// A paragraph.
pub fn paragraph(class: &'static str, words: String) -> AnyView {
    view! { <p class=class>{words}</p> }.into_any()
}

/// A button, as pages with many of them have it.
pub struct ButtonProps {
    /// How it looks.
    pub class: &'static str,
    /// Its name, where the focus is sent to it.
    pub id: Option<String>,
    /// What stands on it.
    pub words: Signal<String>,
    /// What it is called, where the words on it say too little.
    pub label: Option<Signal<String>>,
    /// Whether it cannot be pressed.
    pub shut: Signal<bool>,
}

impl ButtonProps {
    /// One that can always be pressed, and is called what it says.
    pub fn new(class: &'static str, words: Signal<String>) -> Self {
        Self {
            class,
            id: None,
            words,
            label: None,
            shut: Signal::stored(false),
        }
    }

    /// The button itself.
    pub fn on_press(self, press: impl Fn() + 'static) -> AnyView {
        self.listening(handler(move |_: MouseEvent| press()))
    }

    fn listening(self, press: Box<dyn FnMut(MouseEvent)>) -> AnyView {
        view! {
            <button
                type="button"
                class=self.class
                id=self.id
                aria-label=self.label
                disabled=self.shut
                on:click=press
            >
                {self.words}
            </button>
        }
        .into_any()
    }
}
