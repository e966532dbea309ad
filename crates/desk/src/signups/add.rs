//! A list from the course system: read in this browser, sealed here, and added to those who signed up themselves.

use barometer_domain::people::{People, Person, WrongList};
use barometer_domain::signup::{MOST_AT_ONCE, NewSignup, NewSignups};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::{api, language};
use barometer_text::staff::invitations::InvitationText;
use barometer_text::staff::refused::sheet_problem;
use barometer_text::staff::signups::SignupDeskText as Text;
use barometer_text::staff::vendor::VendorText;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::state::{SignedUpPerson, SignupsState, say};
use crate::invitations::invite::line_words;
use crate::invitations::lists::{self, ListError};
use crate::page::{VendorError, focus};
use crate::vault;

const LIST: &str = "signup-list";
/// How many wrong lines are told at once.
const TOLD: usize = 20;

/// Who of a list is new: without an address nobody can be written to, and whoever is on the list already stays once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Sorted {
    new: Vec<(String, String, barometer_domain::ids::MunicipalityCode)>,
    without_address: Vec<String>,
    known: Vec<String>,
}

fn sort(people: &People, there: &[SignedUpPerson]) -> Sorted {
    let mut sorted = Sorted::default();
    for person in &people.rows {
        let is_known = |one: &SignedUpPerson| one.email().to_lowercase() == person.mail();
        if !is_address(person) {
            sorted.without_address.push(person.name.clone());
        } else if there.iter().any(is_known) {
            sorted.known.push(person.name.clone());
        } else {
            let mail = person.mail().to_owned();
            sorted
                .new
                .push((person.name.clone(), mail, person.municipality));
        }
    }
    sorted
}

/// As the sealing judges addresses, roughly: what it refuses all the same is told by the worker.
fn is_address(person: &Person) -> bool {
    let mail = person.mail();
    let sides = mail.split_once('@');
    sides.is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
        && !mail.contains(|letter: char| letter.is_whitespace() || "<>,;\"()".contains(letter))
}

#[component]
pub(crate) fn AddFromList(page: SignupsState) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<ListError>);
    let left_out = RwSignal::new(None::<Sorted>);
    let name = format!("signup.list.{}", page.code());
    let saved = SavedForm::new(&name, DraftLifetime::InWindow, [("list", text.into())]);
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        wrong.set(None);
        left_out.set(None);
        let typed = text.get_untracked();
        page.run_task(async move {
            let people = match lists::people(&typed).await {
                Ok(people) => people,
                Err(why) => {
                    wrong.set(Some(why));
                    focus(LIST);
                    return Ok(None);
                }
            };
            let sorted = sort(&people, &page.people.read_untracked());
            let count = u32::try_from(sorted.new.len()).unwrap_or(u32::MAX);
            submit(page, &sorted).await?;
            text.set(String::new());
            saved.forget();
            left_out.set(Some(sorted));
            Ok(Some(Text::Added(count)))
        });
    };
    let choose = move |event: web_sys::Event| {
        let field: HtmlInputElement = event_target(&event);
        let file = field.files().and_then(|files| files.get(0));
        // The same file, mended, may be chosen again.
        field.set_value("");
        let Some(file) = file else { return };
        leptos::task::spawn_local(async move {
            match lists::listed(&file).await {
                // Rows that are hidden in the file were hidden for a reason.
                Ok(listed) => text.set(listed.visible),
                Err(why) => wrong.set(Some(why)),
            }
            focus(LIST);
        });
    };
    let complaint = move || Some(complaint(&wrong.get()?));
    let is_changeable = Memo::new(move |_| {
        page.list
            .read()
            .as_ref()
            .is_some_and(|list| list.changeable)
    });
    let told = move || {
        let sorted = left_out.get()?;
        Some(view! {
            {names(Text::KnownAlready, &sorted.known)}
            {names(Text::WithoutAddress, &sorted.without_address)}
        })
    };
    let invitations = |text: InvitationText<'static>| move || text.say(language::current());
    view! {
        <section class="vendor-form" aria-labelledby="signup-add">
            <h2 id="signup-add">{say(Text::AddHeading)}</h2>
            <Show
                when=move || is_changeable.get()
                fallback=move || view! { <p class="muted">{say(Text::AddOver)}</p> }
            >
                <p>{say(Text::AddBody)}</p>
                {saved.notice()}
                <form class="vendor-form" on:submit=add>
                    <div class="field">
                        <label for=LIST>{invitations(InvitationText::List)}</label>
                        <textarea
                            id=LIST
                            rows="5"
                            wrap="off"
                            autocomplete="off"
                            autocapitalize="off"
                            spellcheck="false"
                            aria-invalid=move || wrong.read().is_some().then_some("true")
                            aria-describedby="signup-list-hint signup-list-wrong"
                            bind:value=text
                        ></textarea>
                        <p id="signup-list-hint" class="muted">{say(Text::ListHint)}</p>
                        {complaint}
                    </div>
                    <div class="vendor-buttons">
                        <button class="button primary" type="submit">{say(Text::Add)}</button>
                        <label class="button file-button">
                            <input
                                type="file"
                                class="visually-hidden"
                                accept=".xlsx,.xlsm,.ods,.csv,.txt,.tsv,text/csv,text/plain"
                                on:change=choose
                            />
                            {invitations(InvitationText::File)}
                        </label>
                    </div>
                </form>
                <div role="status">{told}</div>
            </Show>
        </section>
    }
}

/// Who was left out, and why; nothing where nobody was.
fn names(why: fn(u32) -> Text<'static>, names: &[String]) -> Option<AnyView> {
    let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let words = why(count).say(language::current());
    let names = names.join(", ");
    (count > 0).then(|| view! { <p class="notice amber">{words} " " {names}</p> }.into_any())
}

/// Seals everyone to the key that this browser holds, and hands them in.
async fn submit(page: SignupsState, sorted: &Sorted) -> Result<(), VendorError> {
    let code = page.code();
    for batch in sorted.new.chunks(MOST_AT_ONCE) {
        let people: Vec<(&str, &str)> = batch
            .iter()
            .map(|(name, mail, _)| (name.as_str(), mail.as_str()))
            .collect();
        let sealed = vault::seal_contacts(&code, &people).await?;
        let signups = sealed
            .into_iter()
            .zip(batch)
            .map(|(sealed, (_, _, municipality))| {
                Some(NewSignup {
                    slot: sealed.slot.parse().ok()?,
                    sealed: sealed.sealed.parse().ok()?,
                    invitation: sealed.hash,
                    municipality: *municipality,
                })
            });
        let signups: Option<Vec<NewSignup>> = signups.collect();
        let signups = signups.ok_or(VendorError::Said(VendorText::Broken))?;
        let answer = api::add_signups(&code, &NewSignups { signups }).await;
        let list = answer.map_err(|error| page.trouble(error))?;
        page.take(list).await;
    }
    Ok(())
}

/// What is wrong, and in which lines.
fn complaint(wrong: &ListError) -> AnyView {
    let language = language::current();
    let lines = match wrong {
        ListError::Wrong(WrongList::Lines(lines)) => &lines[..],
        _ => &[],
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let heading = match wrong {
        ListError::NoModule => VendorText::Broken.say(language),
        ListError::Unreadable(problem) => sheet_problem(*problem, language),
        ListError::Wrong(WrongList::Empty) => InvitationText::Empty.say(language),
        ListError::Wrong(WrongList::TooMany) => {
            InvitationText::TooMany(number(barometer_domain::people::MOST)).say(language)
        }
        ListError::Wrong(WrongList::Lines(lines)) => {
            Text::WrongLines(number(lines.len())).say(language)
        }
    };
    let told = lines.iter().take(TOLD);
    let told = told.map(|line| view! { <li>{line_words(line)}</li> });
    let told = told.collect_view();
    let more = lines.len().saturating_sub(TOLD);
    let more = (more > 0).then(|| InvitationText::AndMore(number(more)).say(language));
    view! {
        <div id="signup-list-wrong" class="notice coral" role="alert">
            <p>{heading}</p>
            <ul>{told}</ul>
            <p>{more}</p>
        </div>
    }
    .into_any()
}
