//! The way in: one passphrase, stretched in the worker.

use barometer_domain::vendor;
use barometer_kit::api;
use barometer_kit::form::field::Field;
use barometer_kit::route::Route;
use barometer_text::staff::vendor::VendorText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::page::{Heading, VendorContext, VendorError, VendorSubmission, Way, say};
use crate::vault;

/// What the passphrase is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassphrasePurpose {
    /// Nobody is logged in: it opens the desk.
    First,
    /// The session has ended; the page behind stays as it is.
    Again,
    /// The session is there, and only the key is missing.
    ForKey,
}

/// Asks for the passphrase; what was typed stays when it does not fit.
#[component]
pub(crate) fn LogIn(
    /// Why the passphrase is asked for.
    asks: PassphrasePurpose,
) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let typed = RwSignal::new(String::new());
    let visible = RwSignal::new(false);
    let sending = VendorSubmission::<()>::new();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let work = async move { log_in_with(vendor, &typed.get_untracked()).await };
        sending.send(work, move |()| {
            vendor.open_session();
            None
        });
    };
    let kind = Signal::derive(move || if visible.get() { "text" } else { "password" });
    let (title, body, button) = match asks {
        PassphrasePurpose::First => (Text::LogIn, Text::LogInBody, Text::Enter),
        PassphrasePurpose::Again => (Text::LogInAgain, Text::LogInAgainBody, Text::Enter),
        PassphrasePurpose::ForKey => (Text::Unlock, Text::UnlockBody, Text::UnlockNow),
    };
    let button = move || {
        if sending.is_working() {
            Text::Working
        } else {
            button
        }
    };
    let left = move || {
        let is_left = vendor.is_session_left.get();
        is_left.then(|| view! { <p class="notice amber" role="alert">{say(Text::SessionLeft)}</p> })
    };
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(title)) />
            <p>{say(body)}</p>
            {left}
            <form class="vendor-form" on:submit=on_submit>
                <Field
                    id="passphrase"
                    label=Signal::derive(say(Text::Passphrase))
                    value=typed
                    kind=kind
                    autocomplete="current-password"
                    wrong=Signal::derive(move || sending.trouble().map(|trouble| trouble.sentence()))
                />
                <label class="tick">
                    <input type="checkbox" bind:checked=visible />
                    {say(Text::Show)}
                </label>
                <button
                    class="button primary"
                    type="submit"
                    aria-disabled=move || sending.is_working().to_string()
                >
                    {move || button().say(barometer_kit::language::current())}
                </button>
                <p>
                    <Way to=Route::VendorRecovery>{say(Text::Lost)}</Way>
                </p>
                <p class="visually-hidden" role="status">
                    {move || sending.is_working().then(say(Text::Working))}
                </p>
            </form>
        </section>
    }
}

/// Stretches, logs in, and unwraps; the key that comes out must be the vendor's.
async fn log_in_with(vendor: VendorContext, typed: &str) -> Result<(), VendorError> {
    if typed.trim().is_empty() {
        return Err(VendorError::Said(Text::PassphraseMissing));
    }
    let info = vendor.info.get_untracked();
    let Some((key, stretch)) = info.and_then(|info| info.key.zip(info.stretch)) else {
        return Err(VendorError::Said(Text::Broken));
    };
    let proof = vault::log_in(typed, &stretch)
        .await
        .map_err(VendorError::of_passphrase)?;
    let session = api::log_in(&vendor::LogIn { proof }).await?;
    if vault::unwrap(&session.wrapped).await? == key {
        Ok(())
    } else {
        vault::forget();
        Err(VendorError::Said(Text::OtherKey))
    }
}
