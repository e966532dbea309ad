//! `/vendor/account`: another passphrase, a recovery file, and what is on record about them.

use barometer_domain::vendor_account::{AccountChange, AccountEntry, ChangePassphrase};
use barometer_kit::form::field::Field;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, format, language};
use barometer_text::staff::account::AccountText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::new_passphrase::{NewPassphraseFields, NewPassphraseForm, sent};
use super::recovery_file::SaveRecoveryFile;
use crate::page::{
    BackToList, Heading, VendorContext, VendorError, VendorSubmission, failure_notice,
};
use crate::vault;

/// Behind the passphrase, with the key in the worker.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let changed = RwSignal::new(0_u32);
    let log = vendor.ask(move || {
        changed.track();
        api::account()
    });
    let say = |text: Text| move || text.say(language::current());
    view! {
        <BackToList />
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Title)) />
        </div>
        <ChangeForm changed=changed />
        <section class="vendor-card">
            <h2>{say(Text::FileTitle)}</h2>
            <p>{say(Text::FileBody)}</p>
            <SaveRecoveryFile saved=RwSignal::new(false) />
        </section>
        <section class="vendor-card">
            <h2>{say(Text::LogTitle)}</h2>
            <Loaded asked=log let:entries>{move || account_log(&entries.read())}</Loaded>
        </section>
    }
}

#[component]
fn ChangeForm(changed: RwSignal<u32>) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let present = RwSignal::new(String::new());
    let form = NewPassphraseForm::new();
    let sending = VendorSubmission::<Text>::new();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let work = async move { change_passphrase(vendor, &present.get_untracked(), form).await };
        sending.send(work, move |()| {
            present.set(String::new());
            form.forget();
            changed.update(|count| *count += 1);
            Some(Text::Changed)
        });
    };
    let say = |text: Text| move || text.say(language::current());
    let done = move || sending.word().map(|word| word.say(language::current()));
    view! {
        <section class="vendor-card">
            <h2>{say(Text::ChangeTitle)}</h2>
            <p>{say(Text::ChangeBody)}</p>
            <form class="vendor-form" on:submit=on_submit>
                <Field
                    id="present-passphrase"
                    label=Signal::derive(say(Text::Present))
                    value=present
                    kind="password"
                    autocomplete="current-password"
                />
                <NewPassphraseFields form=form />
                {move || failure_notice(sending)}
                <button
                    class="button primary"
                    type="submit"
                    aria-disabled=move || sending.is_working().to_string()
                >
                    {say(Text::Change)}
                </button>
                <p role="status">{done}</p>
            </form>
        </section>
    }
}

async fn change_passphrase(
    vendor: VendorContext,
    present: &str,
    form: NewPassphraseForm,
) -> Result<(), VendorError> {
    let by = form.by()?;
    let chosen = form.chosen().await?;
    let stretch = vendor.info.get_untracked().and_then(|info| info.stretch);
    let present = vault::prove(present, &stretch.unwrap_or_default())
        .await
        .map_err(VendorError::of_passphrase)?;
    let key = sent(vault::rewrap(&chosen).await?);
    let change = ChangePassphrase { present, key, by };
    let answer = api::change_passphrase(&change).await;
    answer.map_err(|error| vendor.trouble(error))?;
    // The next log-in here is stretched as the new one was.
    if let Ok(info) = api::vendor().await {
        vendor.info.set(Some(info));
    }
    Ok(())
}

fn account_log(entries: &[AccountEntry]) -> AnyView {
    let language = language::current();
    if entries.is_empty() {
        return view! { <p class="muted">{Text::LogEmpty.say(language)}</p> }.into_any();
    }
    let rows = entries.iter().map(|entry| {
        let text = match entry.change {
            AccountChange::PassphraseChanged => Text::PassphraseChanged,
            AccountChange::KeyRecovered => Text::KeyRecovered,
            AccountChange::KeyReset => Text::KeyReset,
        };
        let when = format::moment(language, entry.at);
        let who = format!("{when} · {} · {}", entry.name, entry.reason);
        view! {
            <li>
                <b>{text.say(language)}</b>
                <br />
                <span class="muted">{who}</span>
            </li>
        }
    });
    view! { <ul>{rows.collect_view()}</ul> }.into_any()
}
