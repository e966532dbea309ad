//! Writing to those who are signed up: the text, by whom it is sent, how far that has come, and the same by copy where
//! this server sends no mail.

use std::collections::BTreeMap;

use barometer_domain::preparation::PreparedWebinar;
use barometer_domain::signup::SignupSlot;
use barometer_domain::signup::mail::{
    DraftProblem, FailedMail, LONGEST_SUBJECT, LONGEST_TEXT, MOST_RECIPIENTS, MailDraft,
    MailFailure, MailKind, MailProgress, Recipient, SendMail,
};
use barometer_kit::form::field::{Area, Field, Select};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::route::{self, Route, api as address};
use barometer_kit::{api, clipboard, language};
use barometer_text::signup_mail;
use barometer_text::staff::signups::SignupDeskText as Text;
use gloo_timers::future::TimeoutFuture;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{SignedUpPerson, SignupsState, say};
use crate::page::{VendorError, focus};

const SUBJECT: &str = "mail-subject";
const TEXT: &str = "mail-text";
/// How often it is asked how far a sending has come, in milliseconds.
const ASK_EVERY_MS: u32 = 700;

/// What is written before anybody changes it, in the webinar's language.
fn first_draft(webinar: &PreparedWebinar, kind: MailKind) -> MailDraft {
    let preparation = &webinar.preparation;
    let day = preparation.date.to_string();
    let after = route::address(&Route::Finance);
    let about = signup_mail::SignupMailSubject {
        title: &preparation.title,
        day: &day,
        starts: &preparation.starts.to_string(),
        result_at: &after,
    };
    let language = preparation.language;
    MailDraft {
        kind,
        subject: signup_mail::subject(language, kind, about),
        text: signup_mail::text(language, kind, about),
    }
}

fn kind_of(value: &str) -> MailKind {
    let named = MailKind::ALL
        .into_iter()
        .find(|kind| name_of(*kind) == value);
    named.unwrap_or(MailKind::Invitation)
}

fn name_of(kind: MailKind) -> &'static str {
    match kind {
        MailKind::Invitation => "invitation",
        MailKind::Reminder => "reminder",
        MailKind::Letter => "letter",
        MailKind::Cancellation => "cancellation",
    }
}

#[component]
pub(crate) fn Mailing(page: SignupsState) -> impl IntoView {
    let kind = RwSignal::new("invitation".to_owned());
    let (subject, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let problem = RwSignal::new(None::<DraftProblem>);
    let failed = RwSignal::new(Vec::<FailedMail>::new());
    let name = format!("signup.mail.{}", page.code());
    let fields = [
        ("kind", kind.into()),
        ("subject", subject.into()),
        ("text", text.into()),
    ];
    let saved = SavedForm::new(&name, DraftLifetime::InWindow, fields);
    let first = move |kind: MailKind| {
        page.webinar
            .with_untracked(|webinar| Some(first_draft(webinar.as_ref()?, kind)))
    };
    if let Some(draft) = first(kind_of(&kind.read_untracked())) {
        saved.begin_with("subject", &draft.subject);
        saved.begin_with("text", &draft.text);
    }
    let chosen = Memo::new(move |_| kind_of(&kind.read()));
    Effect::new(move |before: Option<MailKind>| {
        let kind = chosen.get();
        // What was written for one kind is not the start of another.
        if before.is_some_and(|before| before != kind)
            && let Some(draft) = first(kind)
        {
            saved.suggest("subject", &draft.subject);
            saved.suggest("text", &draft.text);
        }
        kind
    });
    let waiting = Memo::new(move |_| {
        let people = page.people.read();
        let waiting = people.iter().filter(|one| one.awaits(chosen.get()));
        waiting.cloned().collect::<Vec<_>>()
    });
    let count = move || u32::try_from(waiting.read().len()).unwrap_or(u32::MAX);
    let mail_from = Memo::new(move |_| {
        page.list
            .read()
            .as_ref()
            .and_then(|list| list.mail_from.clone())
    });
    let draft = move || MailDraft {
        kind: chosen.get_untracked(),
        subject: subject.get_untracked().trim().to_owned(),
        text: text.get_untracked(),
    };
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let draft = draft();
        problem.set(draft.problem());
        match draft.problem() {
            Some(DraftProblem::Subject) => focus(SUBJECT),
            Some(DraftProblem::Text) => focus(TEXT),
            None => start(page, draft, waiting.get_untracked(), failed),
        }
    };
    let complaint = move |which: DraftProblem, words: Text<'static>| {
        Signal::derive(move || {
            (problem.get() == Some(which)).then(|| words.say(language::current()))
        })
    };
    let options = move || {
        let language = language::current();
        let option = |kind: MailKind| (name_of(kind).to_owned(), Text::Kind(kind).say(language));
        MailKind::ALL.map(option).to_vec()
    };
    let who_sends = move || match mail_from.get() {
        Some(from) => Text::SentFrom(&from).say(language::current()),
        None => Text::NoMailServer.say(language::current()),
    };
    let copy = move |what: fn(&[SignedUpPerson], &MailDraft) -> String| {
        let words = what(&waiting.get_untracked(), &draft());
        spawn_local(async move {
            let said = match clipboard::copy(&words).await {
                Ok(()) => Text::Copied,
                Err(_) => Text::NotCopied,
            };
            page.sending.announce(said);
        });
    };
    let left = |letters: u32| Text::Left(letters).say(language::current());
    let appointment = address::appointment(&page.code());
    let file = format!("webinar-{}.ics", page.code());
    view! {
        <section id="mail" class="card vendor-form" aria-labelledby="signup-mail">
            <h2 id="signup-mail">{say(Text::Mail)}</h2>
            <p>{who_sends}</p>
            {saved.notice()}
            <form class="vendor-form" novalidate on:submit=send>
                <Select
                    id="mail-kind"
                    label=Signal::derive(say(Text::KindLabel))
                    value=kind
                    options=Signal::derive(options)
                />
                <Field
                    id=SUBJECT
                    label=Signal::derive(say(Text::Subject))
                    value=subject
                    longest=LONGEST_SUBJECT
                    wrong=complaint(DraftProblem::Subject, Text::SubjectWrong)
                />
                <Area
                    id=TEXT
                    label=Signal::derive(say(Text::MailText))
                    value=text
                    longest=LONGEST_TEXT
                    left=Callback::new(left)
                    wrong=complaint(DraftProblem::Text, Text::MailTextWrong)
                />
                <p class="muted">{say(Text::MailWords)}</p>
                <p>{move || Text::Awaiting(count()).say(language::current())}</p>
                <div class="vendor-buttons">
                    <Show when=move || mail_from.get().is_some()>
                        <button
                            type="submit"
                            class="button primary"
                            disabled=move || count() == 0 || page.sending.is_working()
                        >
                            {move || Text::Send(count()).say(language::current())}
                        </button>
                    </Show>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| copy(addresses)
                    >
                        {say(Text::CopyAddresses)}
                    </button>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| copy(|_, draft| draft.text.clone())
                    >
                        {say(Text::CopyText)}
                    </button>
                    <a class="button" href=appointment download=file>
                        {say(Text::Appointment)}
                    </a>
                </div>
            </form>
            <Progress page=page failed=failed />
        </section>
    }
}

/// The addresses as every mail program takes them.
fn addresses(people: &[SignedUpPerson], _: &MailDraft) -> String {
    let addresses: Vec<&str> = people.iter().map(SignedUpPerson::email).collect();
    addresses.join("; ")
}

/// Hands everyone's mail over, as many at once as the server takes, and waits for each lot.
fn start(
    page: SignupsState,
    draft: MailDraft,
    people: Vec<SignedUpPerson>,
    failed: RwSignal<Vec<FailedMail>>,
) {
    failed.set(Vec::new());
    page.run_task(async move {
        let code = page.code();
        let mut sent = 0_u32;
        for lot in people.chunks(MOST_RECIPIENTS) {
            let recipients = lot.iter().map(|one| Recipient {
                slot: one.row.slot.clone(),
                name: one.name().to_owned(),
                email: one.email().to_owned(),
                link: one.link.clone(),
            });
            let mail = SendMail {
                draft: draft.clone(),
                recipients: recipients.collect(),
            };
            let answer = api::send_mail(&code, &mail).await;
            let mut list = answer.map_err(|error| page.trouble(error))?;
            while list.mailing.as_ref().is_some_and(MailProgress::is_running) {
                page.list.set(Some(list));
                TimeoutFuture::new(ASK_EVERY_MS).await;
                let answer = api::signups(&code).await;
                list = answer.map_err(|error| page.trouble(error))?;
            }
            if let Some(mailing) = &list.mailing {
                sent = sent.saturating_add(mailing.sent);
                failed.update(|failed| failed.extend(mailing.failed.iter().cloned()));
            }
            page.take(list).await;
        }
        Ok::<_, VendorError>(Some(Text::SentTo(sent)))
    });
}

/// How far the sending has come, and whom it did not leave for.
#[component]
fn Progress(page: SignupsState, failed: RwSignal<Vec<FailedMail>>) -> impl IntoView {
    let progress = move || {
        let mailing = page.list.read().as_ref()?.mailing.clone()?;
        let is_running = mailing.is_running();
        let words = Text::Progress(mailing.sent, mailing.total).say(language::current());
        is_running.then(|| view! { <p>{words}</p> })
    };
    let names = Memo::new(move |_| {
        let people = page.people.read();
        let named = people.iter().map(|one| {
            let name = format!("{} <{}>", one.name(), one.email());
            (one.row.slot.clone(), name)
        });
        named.collect::<BTreeMap<SignupSlot, String>>()
    });
    let lines = move || {
        let language = language::current();
        let line = |one: &FailedMail| {
            let name = names.read().get(&one.slot).cloned().unwrap_or_default();
            let why = match one.why {
                MailFailure::NoAddress => Text::FailedNoAddress,
                MailFailure::Refused => Text::FailedRefused,
                MailFailure::Later => Text::FailedLater,
                MailFailure::Unsubscribed => Text::FailedUnsubscribed,
            };
            view! { <li>{name} ": " {why.say(language)}</li> }
        };
        failed.read().iter().map(line).collect_view()
    };
    view! {
        <div role="status">{progress}</div>
        <Show when=move || !failed.read().is_empty()>
            <div class="notice coral" role="alert">
                <p>{say(Text::NotSentTo)}</p>
                <ul>{lines}</ul>
                <p>{say(Text::TryAgain)}</p>
            </div>
        </Show>
    }
}
