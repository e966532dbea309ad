//! The part that both ways to another passphrase have: the new one, typed twice, and who sets it and why.

use barometer_domain::vendor::{LONGEST_NAME, LONGEST_REASON, LookUp};
use barometer_domain::vendor_account::RewrappedKey;
use barometer_kit::form::field::Field;
use barometer_kit::language;
use barometer_text::staff::account::AccountText;
use barometer_text::staff::first_start::FirstStartText;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::by;
use crate::page::VendorError;
use crate::vault::{self, NewKey};

/// What is typed for another passphrase. None of it is kept when the page goes, but the name.
#[derive(Clone, Copy)]
pub struct NewPassphraseForm {
    new: RwSignal<String>,
    again: RwSignal<String>,
    name: RwSignal<String>,
    reason: RwSignal<String>,
}

impl NewPassphraseForm {
    pub(super) fn new() -> Self {
        Self {
            new: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            name: by::remembered(),
            reason: RwSignal::new(String::new()),
        }
    }

    /// Who sets it and why, if both are said.
    pub(super) fn by(self) -> Result<LookUp, VendorError> {
        let by = LookUp {
            name: self.name.get_untracked(),
            reason: self.reason.get_untracked(),
        };
        by.checked().map_err(VendorError::Refused)
    }

    /// The new passphrase, if it is strong enough and was typed twice.
    pub(super) async fn chosen(self) -> Result<String, VendorError> {
        let chosen = vault::check_passphrase(&self.new.get_untracked()).await?;
        let again = vault::check_passphrase(&self.again.get_untracked()).await;
        if again.as_ref() == Ok(&chosen) {
            return Ok(chosen);
        }
        let differs = FirstStartText::Differs.say(language::current());
        Err(VendorError::Written(differs))
    }

    pub(super) fn forget(self) {
        for typed in [self.new, self.again, self.reason] {
            typed.set(String::new());
        }
    }

    fn draw(self) {
        spawn_local(async move {
            if let Ok(words) = vault::new_passphrase().await {
                self.new.try_set(words);
            }
        });
    }
}

/// What the server is given of a key under another passphrase.
pub(super) fn sent(key: NewKey) -> RewrappedKey {
    RewrappedKey {
        stretch: key.stretch,
        wrapped: key.wrapped,
        proof: key.proof,
    }
}

/// The fields of the new passphrase, of the name and of the reason.
#[component]
pub(crate) fn NewPassphraseFields(form: NewPassphraseForm) -> impl IntoView {
    let say = |text: AccountText| Signal::derive(move || text.say(language::current()));
    view! {
        <Field
            id="new-passphrase"
            label=say(AccountText::New)
            value=form.new
            autocomplete="new-password"
            hint=say(AccountText::NewHint)
        />
        <p>
            <button type="button" class="link-button" on:click=move |_| form.draw()>
                {say(AccountText::Draw)}
            </button>
        </p>
        <Field
            id="new-passphrase-again"
            label=say(AccountText::Again)
            value=form.again
            autocomplete="new-password"
        />
        <Field
            id="account-name"
            label=say(AccountText::Name)
            value=form.name
            autocomplete="name"
            longest=LONGEST_NAME
        />
        <Field
            id="account-reason"
            label=say(AccountText::Reason)
            value=form.reason
            longest=LONGEST_REASON
            hint=say(AccountText::ReasonHint)
        />
    }
}
