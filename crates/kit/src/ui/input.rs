//! An `<input>` that stays as it is while the page around it is drawn anew.
//!
//! With `--cfg erase_components` an element that is drawn anew loses all its attributes and gets them back. For most
//! that is the same. An input without its `type` is another for a moment: a drag ends, half a date is gone, and a value
//! set again puts the cursor at the end. Here each attribute is compared with what it was, and the value is written
//! only when the page means another one.

#![expect(
    unexpected_cfgs,
    reason = "`erase_components` is set in .cargo/config.toml, for the browser"
)]

use leptos::attr::Attribute;
use leptos::attr::any_attribute::{AnyAttribute, AnyAttributeState, IntoAnyAttribute};
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, Node};

/// An input with the attributes of `view! { <{..} … /> }`, showing `value`; `value` is not among the attributes.
pub fn input(attributes: impl EachAttribute, value: String) -> AnyView {
    LiveInput {
        attributes: attributes.into_attributes(),
        value,
    }
    .into_any()
}

/// Attributes as the macro spreads them, one by one.
pub trait EachAttribute {
    /// Each of them.
    fn into_attributes(self) -> Vec<AnyAttribute>;
}

#[cfg(erase_components)]
impl EachAttribute for Vec<AnyAttribute> {
    fn into_attributes(self) -> Vec<AnyAttribute> {
        self
    }
}

#[cfg(not(erase_components))]
impl<A: Attribute> EachAttribute for A {
    fn into_attributes(self) -> Vec<AnyAttribute> {
        vec![self.into_any_attr()]
    }
}

/// What is to be shown.
struct LiveInput {
    attributes: Vec<AnyAttribute>,
    value: String,
}

/// What is shown.
struct InputState {
    element: HtmlInputElement,
    attributes: Vec<AnyAttributeState>,
    /// The value that the page meant last; what stands in the field may be more, or half of something.
    value: String,
}

impl Render for LiveInput {
    type State = InputState;

    fn build(self) -> InputState {
        let element: HtmlInputElement = document()
            .create_element("input")
            .expect("`input` is an element's name")
            .unchecked_into();
        let attributes = self.attributes.into_iter();
        let attributes = attributes.map(|one| one.build(&element)).collect();
        // After the attributes: what fits depends on them.
        element.set_value(&self.value);
        InputState {
            element,
            attributes,
            value: self.value,
        }
    }

    fn rebuild(self, state: &mut InputState) {
        for (new, old) in self.attributes.into_iter().zip(&mut state.attributes) {
            new.rebuild(old);
        }
        if self.value != state.value {
            // The same value, set again, would move the cursor in some browsers.
            if state.element.value() != self.value {
                state.element.set_value(&self.value);
            }
            state.value = self.value;
        }
    }
}

impl Mountable for InputState {
    fn unmount(&mut self) {
        self.element.remove();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        // Refused only where the marker is not in the parent; then there is no place for it.
        let _ = parent.insert_before(&self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.element.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.element));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone().into()]
    }
}

impl AddAnyAttr for LiveInput {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(mut self, attr: NewAttr) -> Self {
        self.attributes.push(attr.into_any_attr());
        self
    }
}

impl RenderHtml for LiveInput {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    /// Pages are made in the browser only.
    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> InputState {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
