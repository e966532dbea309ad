//! Makes a recovery file of the key that is in the worker, and shows the words that open it.

use barometer_domain::date::Date;
use barometer_kit::{file, language, live};
use barometer_text::staff::account::AccountText;
use leptos::prelude::*;

use crate::page::{VendorError, VendorSubmission, failure_notice};
use crate::vault;

/// The button that saves the file; afterwards its words stand below, until the page goes.
#[component]
pub(crate) fn SaveRecoveryFile(
    /// Whether a file was saved.
    saved: RwSignal<bool>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let sending = VendorSubmission::<()>::new();
    let save = move |_| {
        sending.send(save_file(), move |made| {
            words.set(made);
            saved.set(true);
            None
        });
    };
    let class = move || {
        if saved.get() {
            "button"
        } else {
            "button primary"
        }
    };
    let say = |text: AccountText| move || text.say(language::current());
    let shown = move || {
        saved.get().then(|| {
            view! { <p class="passphrase" lang="da">{words}</p> }
        })
    };
    view! {
        <div class="vendor-buttons">
            <button
                type="button"
                class=class
                aria-disabled=move || sending.is_working().to_string()
                on:click=save
            >
                {say(AccountText::SaveFile)}
            </button>
        </div>
        {move || failure_notice(sending)}
        <p role="status">{move || saved.get().then(say(AccountText::FileSaved))}</p>
        {shown}
    }
}

async fn save_file() -> Result<String, VendorError> {
    let site = window().location().origin().unwrap_or_default();
    let day = Date::of_millis(live::now()).to_string();
    let made = vault::recovery_file(&site, &day).await?;
    if file::save(
        &format!("barometer-{day}.json"),
        "application/json",
        &made.text,
    ) {
        return Ok(made.words);
    }
    Err(vault::VaultError::Broken.into())
}
