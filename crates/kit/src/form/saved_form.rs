//! What is typed into a form and not sent yet: kept by the browser, put back when the page comes again, and thrown away
//! when that is asked. Passphrases and codes are never among it.

use barometer_json::FromJson;
use barometer_text::staff::vendor::VendorText as Text;
use leptos::prelude::*;
use serde::Serialize;

use crate::ui::parts::{ButtonProps, following};
use crate::{language, storage};

/// How long the browser keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftLifetime {
    /// Until it is sent or thrown away.
    InBrowser,
    /// The same, but no longer than this window is open and logged in: what names people.
    InWindow,
}

/// A field of the form.
#[derive(Clone, Copy)]
pub enum FormField {
    /// A text, a number, a day, or the key of a choice.
    Text(RwSignal<String>),
    /// A tick.
    Tick(RwSignal<bool>),
}

impl From<RwSignal<String>> for FormField {
    fn from(field: RwSignal<String>) -> Self {
        Self::Text(field)
    }
}

impl From<RwSignal<bool>> for FormField {
    fn from(field: RwSignal<bool>) -> Self {
        Self::Tick(field)
    }
}

impl FormField {
    fn value(self) -> String {
        match self {
            Self::Text(field) => field.get(),
            Self::Tick(field) => field.get().to_string(),
        }
    }

    fn set_value(self, value: &str) {
        match self {
            Self::Text(field) => field.set(value.to_owned()),
            Self::Tick(field) => field.set(value == "true"),
        }
    }
}

/// A field as the browser keeps it.
#[derive(Clone, Serialize, FromJson)]
struct SavedField {
    name: String,
    value: String,
}

/// A form that survives leaving the page.
#[derive(Clone, Copy)]
pub struct SavedForm {
    key: StoredValue<String>,
    keep: DraftLifetime,
    fields: StoredValue<Vec<(&'static str, FormField)>>,
    /// What stands in the fields when nothing is typed.
    untouched: RwSignal<Vec<String>>,
    is_restored: RwSignal<bool>,
}

impl SavedForm {
    /// Puts back what was typed before and never sent, and keeps what is typed from now on. What stands in the fields
    /// now counts as nothing typed; `name` tells forms apart.
    pub fn new<const N: usize>(
        name: &str,
        keep: DraftLifetime,
        fields: [(&'static str, FormField); N],
    ) -> Self {
        let untouched = untrack(|| fields.map(|(_, field)| field.value()));
        let form = Self {
            key: StoredValue::new(format!("barometer.form.{name}")),
            keep,
            fields: StoredValue::new(fields.to_vec()),
            untouched: RwSignal::new(untouched.to_vec()),
            is_restored: RwSignal::new(false),
        };
        form.restore();
        Effect::new(move |was_dirty: Option<bool>| {
            let values = form.values();
            let is_dirty = *form.untouched.read() != values;
            if is_dirty {
                form.store(values);
            } else if was_dirty == Some(true) {
                form.is_restored.set(false);
                form.remove();
            }
            is_dirty
        });
        form
    }

    /// Whether what stands in the fields was typed on an earlier visit.
    pub fn is_restored(self) -> bool {
        self.is_restored.get_untracked()
    }

    /// A field begins with this, unless something was typed there; known only after the form is shown.
    pub fn begin_with(self, field: &'static str, value: &str) {
        let fields = self.fields.get_value();
        let Some(at) = fields.iter().position(|(name, _)| *name == field) else {
            return;
        };
        let is_untouched = untrack(|| self.untouched.read()[at] == fields[at].1.value());
        self.untouched.update(|all| value.clone_into(&mut all[at]));
        if is_untouched && !self.is_restored() {
            fields[at].1.set_value(value);
        }
    }

    /// Puts a suggestion into a field, which counts as nothing typed.
    pub fn suggest(self, field: &'static str, value: &str) {
        let fields = self.fields.get_value();
        if let Some(at) = fields.iter().position(|(name, _)| *name == field) {
            self.untouched.update(|all| value.clone_into(&mut all[at]));
            fields[at].1.set_value(value);
        }
    }

    /// It was sent: what stands in the fields counts as nothing typed.
    pub fn forget(self) {
        self.untouched.set(untrack(|| self.values()));
        self.is_restored.set(false);
        self.remove();
    }

    /// Throws away what was typed.
    pub fn discard(self) {
        self.set_values(&self.untouched.get_untracked());
        self.is_restored.set(false);
        self.remove();
    }

    /// What was typed before is gone on with: nobody needs to be told any more.
    pub fn take_up(self) {
        self.is_restored.set(false);
    }

    /// Says that what stands in the fields was typed before, and offers to throw it away.
    pub fn notice(self) -> AnyView {
        self.notice_of(Signal::derive(move || {
            Text::RestoredTyped.say(language::current())
        }))
    }

    /// The same in other words.
    pub fn notice_of(self, words: Signal<String>) -> AnyView {
        following(move || {
            let discard = ButtonProps::new(
                "button",
                Signal::derive(move || Text::DiscardTyped.say(language::current())),
            );
            self.is_restored.get().then(|| {
                view! {
                    <div class="notice restored" role="status">
                        <p>{words}</p>
                        {discard.on_press(move || self.discard())}
                    </div>
                }
                .into_any()
            })
        })
    }

    fn values(self) -> Vec<String> {
        let fields = self.fields.get_value();
        fields.iter().map(|(_, field)| field.value()).collect()
    }

    fn set_values(self, values: &[String]) {
        for ((_, field), value) in self.fields.get_value().iter().zip(values) {
            field.set_value(value);
        }
    }

    fn restore(self) {
        let key = self.key.get_value();
        let kept: Option<Vec<SavedField>> = match self.keep {
            DraftLifetime::InBrowser => storage::get(&key),
            DraftLifetime::InWindow => storage::get_in_window(&key),
        };
        // A field of another version is left as it is.
        let value = |name: &str| {
            let mut kept = kept.iter().flatten();
            kept.find(|field| field.name == name)
                .map(|field| field.value.clone())
        };
        for (name, field) in self.fields.get_value() {
            if let Some(value) = value(name) {
                field.set_value(&value);
            }
        }
        let is_other = untrack(|| self.values()) != self.untouched.get_untracked();
        self.is_restored.set(is_other);
    }

    fn store(self, values: Vec<String>) {
        let names = self.fields.get_value();
        let names = names.iter().map(|(name, _)| (*name).to_owned());
        let kept = names.zip(values);
        let kept: Vec<SavedField> = kept
            .map(|(name, value)| SavedField { name, value })
            .collect();
        let key = self.key.get_value();
        // A browser that keeps nothing still has it on the page.
        match self.keep {
            DraftLifetime::InBrowser => storage::set(&key, &kept),
            DraftLifetime::InWindow => storage::set_in_window(&key, &kept),
        };
    }

    fn remove(self) {
        let key = self.key.get_value();
        match self.keep {
            DraftLifetime::InBrowser => storage::remove(&key),
            DraftLifetime::InWindow => storage::remove_in_window(&key),
        }
    }
}
