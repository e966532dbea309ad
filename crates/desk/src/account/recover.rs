//! `/vendor/recover`: the recovery file is read here, and the key in it sets another passphrase.

use barometer_domain::vendor_account::RecoverKey;
use barometer_kit::form::field::Field;
use barometer_kit::route::{self, Route};
use barometer_kit::{api, file, language};
use barometer_text::figures;
use barometer_text::staff::account::AccountText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

use super::new_passphrase::{NewPassphraseFields, NewPassphraseForm, sent};
use crate::page::{Heading, VendorContext, VendorError, VendorSubmission, Way, failure_notice};
use crate::vault::{self, RecoveryFileHead, VaultError};

/// The longest file that is read, in bytes: a recovery file has under one thousand.
const LONGEST_FILE: u32 = 20_000;

/// The chosen file, and what is typed.
#[derive(Clone, Copy)]
struct RecoverForm {
    text: RwSignal<String>,
    head: RwSignal<Option<RecoveryFileHead>>,
    words: RwSignal<String>,
    new: NewPassphraseForm,
    sending: VendorSubmission<()>,
}

impl RecoverForm {
    /// Reads what was chosen; what was typed stays.
    fn take_file(self, chosen: web_sys::File) {
        self.sending.clear();
        spawn_local(async move {
            let text = file::text_of(&chosen, LONGEST_FILE).await;
            match vault::read_recovery_file(&text).await {
                Ok(head) => {
                    self.text.set(text);
                    self.head.set(Some(head));
                }
                Err(error) => {
                    self.head.set(None);
                    self.sending.fail(error.into());
                }
            }
        });
    }

    fn submit(self, vendor: VendorContext) {
        self.sending.send(self.recover(vendor), move |()| {
            route::load(&Route::Vendor);
            None
        });
    }

    async fn recover(self, vendor: VendorContext) -> Result<(), VendorError> {
        let written = |text: Text| VendorError::Written(text.say(language::current()));
        if self.head.get_untracked().is_none() {
            return Err(written(Text::FileMissing));
        }
        let by = self.new.by()?;
        let chosen = self.new.chosen().await?;
        let (text, words) = (self.text.get_untracked(), self.words.get_untracked());
        let opened = vault::open_recovery(&text, &words).await;
        let key = opened.map_err(|error| match error {
            VaultError::OutOfMemory | VaultError::Broken => error.into(),
            _ => written(Text::FileRefused),
        })?;
        let known = vendor.info.get_untracked().and_then(|info| info.key);
        if known.as_ref() != Some(&key) {
            vault::forget();
            return Err(written(Text::OtherVendor));
        }
        let challenge = api::key_challenge().await?;
        let answer = vault::read_challenge(&challenge).await?;
        let recover = RecoverKey {
            number: challenge.number,
            until: challenge.until,
            answer: answer.ok_or_else(|| written(Text::OtherVendor))?,
            key: sent(vault::rewrap(&chosen).await?),
            by,
        };
        api::recover_key(&recover).await?;
        Ok(())
    }
}

/// The file, what opens it, and another passphrase.
#[component]
pub(crate) fn RecoverPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let form = RecoverForm {
        text: RwSignal::new(String::new()),
        head: RwSignal::new(None),
        words: RwSignal::new(String::new()),
        new: NewPassphraseForm::new(),
        sending: VendorSubmission::new(),
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit(vendor);
    };
    let on_change = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let chosen = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again.
        input.set_value("");
        if let Some(chosen) = chosen {
            form.take_file(chosen);
        }
    };
    let say = |text: Text| move || text.say(language::current());
    let whose = move || {
        let head = form.head.get()?;
        let language = language::current();
        let (words, day) = (
            Text::FileOf.say(language),
            figures::date(language, &head.made_on),
        );
        Some(format!("{words} {}, {day}", head.site))
    };
    let opens_with = Signal::derive(move || {
        let is_old = form.head.get().is_some_and(|head| !head.has_own_words);
        let text = if is_old {
            Text::FilePassphrase
        } else {
            Text::FileWords
        };
        text.say(language::current())
    });
    view! {
        <Way to=Route::Vendor class="back">
            "← "
            {say(Text::Back)}
        </Way>
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::RecoverTitle)) />
            <p>{say(Text::RecoverBody)}</p>
            <form class="vendor-form" on:submit=on_submit>
                <p class="vendor-buttons">
                    <label class="button file-button">
                        <input
                            type="file"
                            class="visually-hidden"
                            accept=".json,application/json"
                            on:change=on_change
                        />
                        {say(Text::ChooseFile)}
                    </label>
                </p>
                <p role="status">{whose}</p>
                <Field id="file-words" label=opens_with value=form.words />
                <NewPassphraseFields form=form.new />
                {move || failure_notice(form.sending)}
                <button
                    class="button primary"
                    type="submit"
                    aria-disabled=move || form.sending.is_working().to_string()
                >
                    {say(Text::Recover)}
                </button>
            </form>
        </section>
    }
}
