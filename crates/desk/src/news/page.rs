//! News, `/vendor/news`: who gets it and how, the webhook with its test, and what became of the last deliveries.

use barometer_domain::news::webhook::{
    NewsDesk, SaveWebhook, WebhookDelivery, WebhookFormat, WebhookOutcome,
};
use barometer_domain::refusal::Refusal;
use barometer_domain::route::pattern;
use barometer_kit::api::{self, ApiError};
use barometer_kit::form::field::{Field, Select, Tick};
use barometer_kit::ui::loaded::{Asked, Loaded};
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::staff::news::NewsDeskText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::page::{BackToList, Heading, VendorContext, VendorError, VendorSubmission, focus};

const ADDRESS: &str = "webhook-address";

/// What the page about news knows and is doing.
#[derive(Clone, Copy)]
struct NewsState {
    vendor: VendorContext,
    desk: Asked<NewsDesk, VendorError>,
    sending: VendorSubmission<Text<'static>>,
    /// Shown until the page is left: the server does not tell it again.
    secret: RwSignal<Option<String>>,
}

impl NewsState {
    /// Asks the server to change something; announces something once it has.
    fn send(
        self,
        work: impl Future<Output = Result<NewsDesk, ApiError>> + 'static,
        announced: Option<Text<'static>>,
        done: impl FnOnce() + 'static,
    ) {
        let work = async move { work.await.map_err(|error| self.vendor.trouble(error)) };
        self.sending.send(work, move |desk| {
            if desk.secret.is_some() || desk.webhook.is_none() {
                self.secret.set(desk.secret.clone());
            }
            self.desk.set(desk);
            done();
            announced
        });
    }

    /// What is set of the webhook.
    fn settings(self) -> Option<barometer_domain::news::webhook::WebhookSettings> {
        self.desk.with_found(|desk| desk?.webhook.clone())
    }
}

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// `/vendor/news`: the webhook and its log.
#[component]
pub fn NewsPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let state = NewsState {
        vendor,
        desk: vendor.ask(|| async { api::news_desk().await }),
        sending: VendorSubmission::new(),
        secret: RwSignal::new(None),
    };
    let readers = move || {
        let language = language::current();
        state.desk.with_found(|desk| {
            let desk = desk?;
            Some(match &desk.mail_from {
                Some(from) => Text::Readers(desk.readers, from).say(language),
                None => Text::NoMail.say(language),
            })
        })
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::Title)) />
            <p>{say(Text::Body)}</p>
            <p>
                <a href=pattern::NEWS target="_blank" rel="noopener">
                    {say(Text::ToPage)}
                </a>
            </p>
        </div>
        <Loaded asked=state.desk let:_there>
            <p>{readers}</p>
            <WebhookForm state=state />
            <DeliveryLog state=state />
        </Loaded>
    }
}

/// Where news is posted. What is typed is not kept by the browser: the address may hold a secret.
#[component]
fn WebhookForm(state: NewsState) -> impl IntoView {
    let address = RwSignal::new(String::new());
    let (format, tongue) = (
        RwSignal::new("json".to_owned()),
        RwSignal::new(Language::Danish.tag().to_owned()),
    );
    let new_secret = RwSignal::new(false);
    let is_missing = RwSignal::new(false);
    let settings = Memo::new(move |_| state.settings());
    let is_set = Memo::new(move |_| settings.get().is_some());
    Effect::new(move |_| {
        let Some(settings) = settings.get() else {
            return;
        };
        let word = match settings.format {
            WebhookFormat::Json => "json",
            WebhookFormat::Teams => "teams",
        };
        format.set(word.to_owned());
        tongue.set(settings.language.tag().to_owned());
    });
    let wrong = Signal::derive(move || {
        let refused = state.sending.trouble();
        let is_refused = matches!(
            refused,
            Some(VendorError::Refused(Refusal::Malformed { .. }))
        );
        let is_wrong = is_missing.get() || is_refused;
        is_wrong.then(|| Text::AddressWrong.say(language::current()))
    });
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = address.get_untracked().trim().to_owned();
        let lacks = typed.is_empty() && !is_set.get_untracked();
        is_missing.set(lacks || !(typed.is_empty() || typed.contains("://")));
        if is_missing.get_untracked() {
            state.sending.clear();
            focus(ADDRESS);
            return;
        }
        let settings = SaveWebhook {
            address: Some(typed).filter(|typed| !typed.is_empty()),
            format: match format.get_untracked().as_str() {
                "teams" => WebhookFormat::Teams,
                _ => WebhookFormat::Json,
            },
            language: Language::of_tag(&tongue.get_untracked()).unwrap_or_default(),
            new_secret: new_secret.get_untracked(),
        };
        let work = async move { api::save_webhook(&settings).await };
        state.send(work, Some(Text::Kept), move || {
            address.set(String::new());
            new_secret.set(false);
        });
    };
    let host = move || {
        let language = language::current();
        let words = Text::PostsTo(&settings.get()?.host).say(language);
        Some(view! { <p>{words}</p> })
    };
    let formats = Signal::derive(move || {
        let language = language::current();
        let option = |key: &str, text: Text<'_>| (key.to_owned(), text.say(language));
        vec![
            option("json", Text::FormatJson),
            option("teams", Text::FormatTeams),
        ]
    });
    let tongues = Signal::derive(move || {
        let option = |one: Language| (one.tag().to_owned(), one.name().to_owned());
        Language::ALL.map(option).to_vec()
    });
    let trouble = move || {
        let trouble = state.sending.trouble()?;
        let is_of_field = matches!(trouble, VendorError::Refused(Refusal::Malformed { .. }));
        (!is_of_field)
            .then(|| view! { <p class="notice coral" role="alert">{trouble.sentence()}</p> })
    };
    let word = move || {
        let word = state.sending.word()?;
        Some(word.say(language::current()))
    };
    view! {
        <section class="card vendor-form" aria-labelledby="webhook">
            <h2 id="webhook">{say(Text::Webhook)}</h2>
            <p>{say(Text::WebhookBody)}</p>
            {host}
            <form class="vendor-form" novalidate on:submit=save>
                <Field
                    id=ADDRESS
                    label=Signal::derive(say(Text::Address))
                    hint=Signal::derive(say(Text::AddressHint))
                    value=address
                    longest=2000
                    wrong=wrong
                />
                <Select
                    id="webhook-format"
                    label=Signal::derive(say(Text::Format))
                    value=format
                    options=formats
                />
                <Select
                    id="webhook-language"
                    label=Signal::derive(say(Text::Language))
                    value=tongue
                    options=tongues
                />
                <Show when=move || is_set.get()>
                    <Tick label=Signal::derive(say(Text::NewSecret)) value=new_secret />
                </Show>
                <Secret state=state />
                {trouble}
                <p role="status">{word}</p>
                <div class="vendor-buttons">
                    <button type="submit" class="button primary">
                        {say(Text::Keep)}
                    </button>
                    <Show when=move || is_set.get()>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| state
                                .send(async { api::test_webhook().await }, None, || focus("deliveries"))
                        >
                            {say(Text::Test)}
                        </button>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| state
                                .send(
                                    async { api::remove_webhook().await },
                                    Some(Text::Removed),
                                    || focus("webhook"),
                                )
                        >
                            {say(Text::Remove)}
                        </button>
                    </Show>
                </div>
            </form>
        </section>
    }
}

/// The secret that receivers check the signature with, while it can be seen.
#[component]
fn Secret(state: NewsState) -> impl IntoView {
    move || {
        let secret = state.secret.get()?;
        Some(view! {
            <div class="notice amber" role="status">
                <p>{say(Text::SecretOnce)}</p>
                <p>
                    <code>{secret}</code>
                </p>
            </div>
        })
    }
}

/// What became of the last deliveries.
#[component]
fn DeliveryLog(state: NewsState) -> impl IntoView {
    let rows = move || {
        let deliveries = state
            .desk
            .with_found(|desk| desk.map(|desk| desk.deliveries.clone()));
        let deliveries = deliveries.unwrap_or_default();
        if deliveries.is_empty() {
            return view! { <p class="muted">{say(Text::NoneYet)}</p> }.into_any();
        }
        let language = language::current();
        let rows = deliveries.iter().map(|one| row(one, language));
        view! { <ul class="said-list">{rows.collect_view()}</ul> }.into_any()
    };
    view! {
        <section class="card vendor-form" aria-labelledby="deliveries">
            <h2 id="deliveries" tabindex="-1">
                {say(Text::Deliveries)}
            </h2>
            {rows}
        </section>
    }
}

fn row(one: &WebhookDelivery, language: Language) -> impl IntoView + use<> {
    let what = if one.test {
        Text::TestDelivery.say(language)
    } else {
        Text::Events(one.events).say(language)
    };
    let outcome = match one.outcome {
        None => Text::Waiting,
        Some(outcome) if outcome.is_delivered() => Text::Delivered,
        Some(WebhookOutcome::Answered { status }) => Text::Answered(status),
        Some(WebhookOutcome::NotPublic) => Text::NotPublic,
        Some(WebhookOutcome::NoAnswer) => Text::NoAnswer,
    };
    let is_delivered = one.outcome.is_some_and(WebhookOutcome::is_delivered);
    let next = match one.next_at {
        Some(at) if one.outcome.is_some() => {
            Some(Text::TriedAgain(&format::moment(language, at)).say(language))
        }
        None if !(is_delivered || one.test) => Some(Text::GivenUp(one.tries).say(language)),
        _ => None,
    };
    let when = format::moment(language, one.made_at);
    view! {
        <li>
            <p class="muted">{when} " · " {what}</p>
            <p>{outcome.say(language)} " " {next}</p>
        </li>
    }
}
