//! The first start: a passphrase, typed twice; a key; its four words and a recovery file.

use barometer_domain::vendor::SetUp;
use barometer_kit::form::field::Field;
use barometer_kit::form::submission::Submission;
use barometer_kit::{api, language};
use barometer_text::staff::first_start::FirstStartText as Text;
use barometer_text::staff::vendor::VendorText;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::recovery_file::SaveRecoveryFile;
use crate::page::{Heading, VendorContext, VendorError};
use crate::vault::{self, NewKey};

/// The step of the first start that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FirstStartStep {
    Choose,
    Repeat,
    Done,
}

/// What is typed, and what has become of it.
#[derive(Clone, Copy)]
struct FirstStartForm {
    vendor: VendorContext,
    step: RwSignal<FirstStartStep>,
    /// Whether the passphrase is the vendor's own.
    own: RwSignal<bool>,
    drawn: RwSignal<String>,
    typed: RwSignal<String>,
    again: RwSignal<String>,
    sending: Submission<String>,
    words: RwSignal<String>,
    saved: RwSignal<bool>,
}

impl FirstStartForm {
    fn chosen_passphrase(self) -> String {
        let chosen = if self.own.get_untracked() {
            self.typed
        } else {
            self.drawn
        };
        chosen.get_untracked()
    }

    fn draw_form(self) {
        spawn_local(async move {
            match vault::new_passphrase().await {
                Ok(words) => self.drawn.set(words),
                Err(error) => self.sending.fail(VendorError::from(error).sentence()),
            }
        });
    }

    fn switch(self, own: bool) {
        self.sending.clear();
        self.own.set(own);
    }

    /// From the choice to typing it again, if it is strong enough.
    fn choose(self) {
        self.sending.clear();
        spawn_local(async move {
            match vault::check_passphrase(&self.chosen_passphrase()).await {
                Ok(_) => self.step.set(FirstStartStep::Repeat),
                Err(error) => self.sending.fail(VendorError::from(error).sentence()),
            }
        });
    }

    fn back(self) {
        self.sending.clear();
        self.again.set(String::new());
        self.step.set(FirstStartStep::Choose);
    }

    /// Makes the key, if both are the same.
    fn make_key(self) {
        self.sending.send(self.try_to_make(), move |()| {
            self.step.set(FirstStartStep::Done);
            None
        });
    }

    async fn try_to_make(self) -> Result<(), String> {
        let say = |error: vault::VaultError| VendorError::from(error).sentence();
        let chosen = vault::check_passphrase(&self.chosen_passphrase())
            .await
            .map_err(say)?;
        let again = vault::check_passphrase(&self.again.get_untracked()).await;
        if again.as_ref() != Ok(&chosen) {
            return Err(Text::Differs.say(language::current()));
        }
        let new = vault::set_up(&chosen).await.map_err(say)?;
        self.submit_key(new).await
    }

    async fn submit_key(self, new: NewKey) -> Result<(), String> {
        let words = vault::key_words(&new.key).await.unwrap_or_default();
        let set_up = SetUp {
            token: self.vendor.token.get_value().unwrap_or_default(),
            key: new.key,
            stretch: new.stretch,
            wrapped: new.wrapped,
            proof: new.proof,
        };
        let session = api::set_up_vendor(&set_up).await;
        session.map_err(|error| VendorError::from(error).sentence())?;
        self.words.set(words);
        self.vendor.info.set(api::vendor().await.ok());
        Ok(())
    }
}

/// The three steps.
#[component]
pub(crate) fn FirstStart() -> impl IntoView {
    let start = FirstStartForm {
        vendor: expect_context(),
        step: RwSignal::new(FirstStartStep::Choose),
        own: RwSignal::new(false),
        drawn: RwSignal::new(String::new()),
        typed: RwSignal::new(String::new()),
        again: RwSignal::new(String::new()),
        sending: Submission::new(),
        words: RwSignal::new(String::new()),
        saved: RwSignal::new(false),
    };
    start.draw_form();
    move || match start.step.get() {
        FirstStartStep::Choose => view! { <Choose start=start /> }.into_any(),
        FirstStartStep::Repeat => view! { <Repeat start=start /> }.into_any(),
        FirstStartStep::Done => view! { <Done start=start /> }.into_any(),
    }
}

fn say(text: Text) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

#[component]
fn Choose(start: FirstStartForm) -> impl IntoView {
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        start.choose();
    };
    let way = move || {
        if start.own.get() {
            view! { <OwnWords start=start /> }.into_any()
        } else {
            view! { <DrawnWords start=start /> }.into_any()
        }
    };
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p>{say(Text::Body)}</p>
            <p class="notice amber">{say(Text::NoWayBack)}</p>
            <h2>{say(Text::Choose)}</h2>
            <form class="vendor-form" on:submit=on_submit>
                {way}
                <button class="button primary" type="submit">{say(Text::Next)}</button>
            </form>
        </section>
    }
}

#[component]
fn DrawnWords(start: FirstStartForm) -> impl IntoView {
    let trouble = move || {
        let words = start.sending.trouble()?;
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    view! {
        <p class="passphrase" lang="da" role="status">{start.drawn}</p>
        <p class="muted">{say(Text::Generated)}</p>
        {trouble}
        <div class="vendor-buttons">
            <button type="button" class="button" on:click=move |_| start.draw_form()>
                {say(Text::Another)}
            </button>
            <button type="button" class="link-button" on:click=move |_| start.switch(true)>
                {say(Text::Own)}
            </button>
        </div>
    }
}

#[component]
fn OwnWords(start: FirstStartForm) -> impl IntoView {
    view! {
        <Field
            id="own-passphrase"
            label=Signal::derive(say(Text::OwnField))
            value=start.typed
            autocomplete="new-password"
            wrong=Signal::derive(move || start.sending.trouble())
        />
        <div class="vendor-buttons">
            <button type="button" class="link-button" on:click=move |_| start.switch(false)>
                {say(Text::Words)}
            </button>
        </div>
    }
}

#[component]
fn Repeat(start: FirstStartForm) -> impl IntoView {
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        start.make_key();
    };
    let make = move || {
        if start.sending.is_working() {
            VendorText::Working.say(language::current())
        } else {
            Text::Make.say(language::current())
        }
    };
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::Repeat)) />
            <p>{say(Text::RepeatBody)}</p>
            <form class="vendor-form" on:submit=on_submit>
                <Field
                    id="passphrase-again"
                    label=Signal::derive(say(Text::RepeatField))
                    value=start.again
                    autocomplete="new-password"
                    wrong=Signal::derive(move || start.sending.trouble())
                />
                <div class="vendor-buttons">
                    <button
                        class="button primary"
                        type="submit"
                        aria-disabled=move || start.sending.is_working().to_string()
                    >
                        {make}
                    </button>
                    <button type="button" class="button" on:click=move |_| start.back()>
                        {say(Text::Back)}
                    </button>
                </div>
            </form>
        </section>
    }
}

#[component]
fn Done(start: FirstStartForm) -> impl IntoView {
    let class = move |primary: bool| if primary { "button primary" } else { "button" };
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::Done)) />
            <p class="passphrase" lang="da">{start.words}</p>
            <p>{say(Text::DoneBody)}</p>
            <p>{say(Text::SaveBody)}</p>
            <SaveRecoveryFile saved=start.saved />
            <div class="vendor-buttons">
                <button
                    type="button"
                    class=move || class(start.saved.get())
                    on:click=move |_| start.vendor.open_session()
                >
                    {say(Text::GoOn)}
                </button>
            </div>
        </section>
    }
}
