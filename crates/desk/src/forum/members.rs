//! Members: who sits for which municipality, until when. Names are sealed and opened in this browser.

use std::collections::BTreeMap;

use barometer_domain::date::Date;
use barometer_domain::forum::{ForumCommand, ForumMember, LONGEST_ROLE, Member, SEALED_FOR};
use barometer_domain::municipality;
use barometer_domain::signup::SignupSlot;
use barometer_kit::form::field::{Field, Select, Tick};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::{format, language};
use barometer_text::figures;
use barometer_text::staff::forum::ForumDeskText as Text;
use barometer_text::staff::vendor::VendorText;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pieces::form_buttons;
use super::state::{ForumState, say};
use crate::page::{VendorError, focus_heading};
use crate::vault::{self, OpenedContact};

/// Which member is written: none, a new one, or one that is there.
type Editing = RwSignal<Option<Option<SignupSlot>>>;

/// The persons that this browser has opened, by the names of their rows; `None` for what does not open.
type OpenedPersons = RwSignal<BTreeMap<String, Option<OpenedContact>>>;

/// Members: who sits for whom, opened with the vendor's key.
#[component]
pub(crate) fn Members(page: ForumState) -> impl IntoView {
    let editing: Editing = RwSignal::new(None);
    let leaving = RwSignal::new(None::<SignupSlot>);
    let persons: OpenedPersons = RwSignal::new(BTreeMap::new());
    Effect::new(move |_| {
        let sealed = page.with(|desk| {
            let members = desk.members.iter();
            let sealed = members.filter_map(|one| Some((one.slot.clone(), one.sealed.clone()?)));
            sealed.collect::<Vec<_>>()
        });
        spawn_local(async move {
            let sealed = sealed.unwrap_or_default();
            let rows: Vec<_> = sealed
                .iter()
                .map(|(slot, one)| (slot.as_str(), one.as_str()))
                .collect();
            let opened = vault::open_contacts(SEALED_FOR, &rows)
                .await
                .unwrap_or_default();
            let slots = rows.iter().map(|(slot, _)| (*slot).to_owned());
            persons.try_set(slots.zip(opened).collect());
        });
    });
    let open = move |which| {
        page.sending.clear();
        editing.set(Some(which));
    };
    let content = move || {
        if let Some(slot) = editing.get() {
            view! { <MemberForm page=page which=slot editing=editing /> }.into_any()
        } else {
            let members = page.with(|desk| desk.members.clone()).unwrap_or_default();
            let is_empty = members.is_empty();
            let cards = members.into_iter().map(|member| {
                let slot = member.slot.clone();
                let leave = slot.clone();
                view! {
                    <li class="card">
                        {card(member, persons)}
                        <div class="vendor-buttons">
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| open(Some(slot.clone()))
                            >
                                {say(Text::Change)}
                            </button>
                            <button
                                type="button"
                                class="button danger"
                                on:click=move |_| leaving.set(Some(leave.clone()))
                            >
                                {say(Text::RemoveMember)}
                            </button>
                        </div>
                    </li>
                }
            });
            view! {
                <p>
                    <button type="button" class="button primary" on:click=move |_| open(None)>
                        {say(Text::NewMember)}
                    </button>
                </p>
                <Show when=move || is_empty>
                    <p class="muted">{say(Text::NoMembers)}</p>
                </Show>
                <ul class="participation-lists">{cards.collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! {
        <section aria-labelledby="forum-members">
            <h2 id="forum-members">{say(Text::Members)}</h2>
            {content}
            <Dialog
                open=Signal::derive(move || leaving.read().is_some())
                on_close=move |()| leaving.set(None)
            >
                {move || leaving.get().map(|slot| ask_to_remove(page, slot, leaving))}
            </Dialog>
        </section>
    }
}

fn ask_to_remove(
    page: ForumState,
    slot: SignupSlot,
    leaving: RwSignal<Option<SignupSlot>>,
) -> AnyView {
    let remove = move |_| {
        leaving.set(None);
        let command = ForumCommand::RemoveMember { slot: slot.clone() };
        page.send(command, Text::Saved, focus_heading);
    };
    view! {
        <h2>{say(Text::RemoveAsk)}</h2>
        <p>{say(Text::RemoveBody)}</p>
        <div class="dialog-buttons">
            <button type="button" class="button danger" on:click=remove>
                {say(Text::RemoveYes)}
            </button>
            <button type="button" class="button" on:click=move |_| leaving.set(None)>
                {move || VendorText::Keep.say(language::current())}
            </button>
        </div>
    }
    .into_any()
}

/// One member: the municipality, the person, role and term.
fn card(row: ForumMember, persons: OpenedPersons) -> impl IntoView {
    let ForumMember {
        slot,
        member,
        sealed,
    } = row;
    let has_person = sealed.is_some();
    let person = move || {
        if !has_person {
            return Some(say(Text::PersonGone)().into_any());
        }
        let persons = persons.read();
        match persons.get(slot.as_str())? {
            None => Some(say(Text::DoesNotOpen)().into_any()),
            Some(person) => {
                let (name, mail) = (person.name.clone(), person.email.clone());
                let address = format!("mailto:{mail}");
                Some(view! { {name} " · " <a href=address>{mail}</a> }.into_any())
            }
        }
    };
    let name = format::municipality_name(member.municipality);
    let is_sitting = member.is_sitting(format::today());
    let is_named = member.named;
    let role = member.role.clone();
    let term = move || {
        let language = language::current();
        let day = |day: Date| figures::date(language, &day.to_string());
        Text::Term(&day(member.from), &day(member.to)).say(language)
    };
    view! {
        <h3>{name}</h3>
        <p>{person}</p>
        <p class="muted">{role} " · " {term}</p>
        <p>
            <Show when=move || !is_sitting>
                <span class="chip amber">{say(Text::NotSitting)}</span>
                " "
            </Show>
            <Show when=move || is_named>
                <span class="chip">{say(Text::NamedMark)}</span>
            </Show>
        </p>
    }
}

/// What is typed of a member.
#[derive(Clone, Copy)]
struct TypedMember {
    name: RwSignal<String>,
    email: RwSignal<String>,
    municipality: RwSignal<String>,
    role: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    named: RwSignal<bool>,
}

impl TypedMember {
    fn of(held: Option<&Member>) -> Self {
        let today = format::today();
        let text = |text: String| RwSignal::new(text);
        let (from, to) = held.map_or((today, Member::usual_end(today)), |it| (it.from, it.to));
        let role = held.map_or_else(
            || Text::UsualRole.say(language::current()),
            |it| it.role.clone(),
        );
        Self {
            name: text(String::new()),
            email: text(String::new()),
            municipality: text(held.map_or_else(String::new, |it| it.municipality.to_string())),
            role: text(role),
            from: text(from.to_string()),
            to: text(to.to_string()),
            named: RwSignal::new(held.is_some_and(|it| it.named)),
        }
    }

    fn read(self) -> Result<Member, Text<'static>> {
        let day = |typed: RwSignal<String>| {
            let day: Result<Date, _> = typed.get_untracked().parse();
            day.map_err(|_| Text::DayMissing)
        };
        let municipality = self.municipality.get_untracked().parse();
        Ok(Member {
            municipality: municipality.map_err(|_| Text::MunicipalityMissing)?,
            role: self.role.get_untracked(),
            from: day(self.from)?,
            to: day(self.to)?,
            named: self.named.get_untracked(),
        })
    }

    /// The person, if both parts are typed.
    fn person(self) -> Result<(String, String), Text<'static>> {
        let typed = |typed: RwSignal<String>| typed.get_untracked().trim().to_owned();
        let (name, email) = (typed(self.name), typed(self.email));
        let is_address = email
            .split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
        match (name.is_empty(), is_address) {
            (true, _) => Err(Text::NameMissing),
            (_, false) => Err(Text::EmailMissing),
            (false, true) => Ok((name, email)),
        }
    }
}

#[component]
fn MemberForm(page: ForumState, which: Option<SignupSlot>, editing: Editing) -> impl IntoView {
    let slot = which;
    let held = untrack(|| {
        page.with(|desk| {
            let mut members = desk.members.iter();
            let found = members.find(|one| Some(&one.slot) == slot.as_ref());
            found.map(|one| one.member.clone())
        })
    });
    let typed = TypedMember::of(held.flatten().as_ref());
    let is_new = slot.is_none();
    let name = format!(
        "forum.member.{}",
        slot.as_ref().map_or("new", |slot| slot.as_str())
    );
    let saved = SavedForm::new(
        &name,
        DraftLifetime::InWindow,
        [
            ("name", typed.name.into()),
            ("email", typed.email.into()),
            ("municipality", typed.municipality.into()),
            ("role", typed.role.into()),
            ("from", typed.from.into()),
            ("to", typed.to.into()),
            ("named", typed.named.into()),
        ],
    );
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let done = move || {
            saved.forget();
            editing.set(None);
        };
        let person = if is_new {
            typed.person().map(Some)
        } else {
            Ok(None)
        };
        let (person, member) = match (person, typed.read()) {
            (Ok(person), Ok(member)) => (person, member),
            (Err(text), _) | (_, Err(text)) => return page.complain(text),
        };
        match (person, slot.clone()) {
            (Some(person), _) => page.send_made(added(person, member), Text::Saved, done),
            (None, Some(slot)) => {
                page.send(
                    ForumCommand::ChangeMember { slot, member },
                    Text::Saved,
                    done,
                );
            }
            (None, None) => (),
        }
    };
    let municipalities = move || {
        let none = (String::new(), Text::Choose.say(language::current()));
        let all = municipality::all().iter();
        let all = all.map(|one| (one.code.to_string(), one.name.to_owned()));
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    };
    view! {
        <form class="vendor-form card" novalidate on:submit=on_submit>
            {saved.notice()}
            <Show when=move || is_new>
                <Field
                    id="member-name"
                    label=Signal::derive(say(Text::Person))
                    value=typed.name
                    longest=80
                />
                <Field
                    id="member-email"
                    label=Signal::derive(say(Text::Email))
                    kind="email"
                    hint=Signal::derive(say(Text::PersonHint))
                    value=typed.email
                    longest=120
                />
            </Show>
            <Select
                id="member-municipality"
                label=Signal::derive(say(Text::Municipality))
                value=typed.municipality
                options=Signal::derive(municipalities)
            />
            <Field
                id="member-role"
                label=Signal::derive(say(Text::Role))
                value=typed.role
                longest=LONGEST_ROLE
            />
            <div class="forum-times">
                <Field
                    id="member-from"
                    label=Signal::derive(say(Text::From))
                    kind="date"
                    value=typed.from
                />
                <Field id="member-to" label=Signal::derive(say(Text::To)) kind="date" value=typed.to />
            </div>
            <Tick label=Signal::derive(say(Text::Named)) value=typed.named />
            {form_buttons(page, Text::Save, move || editing.set(None))}
        </form>
    }
}

/// Takes a member in whose person is sealed here.
async fn added(
    (name, email): (String, String),
    member: Member,
) -> Result<ForumCommand, VendorError> {
    let sealed = vault::seal_contacts(SEALED_FOR, &[(&name, &email)]).await?;
    let broken = || VendorError::Said(VendorText::Broken);
    let sealed = sealed.into_iter().next().ok_or_else(broken)?;
    Ok(ForumCommand::AddMember {
        slot: sealed.slot.parse().map_err(|_| broken())?,
        sealed: sealed.sealed.parse().map_err(|_| broken())?,
        member,
    })
}
