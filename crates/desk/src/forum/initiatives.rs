//! National initiatives: the list, the form, and what is said of each nationally.

use std::collections::BTreeSet;

use barometer_domain::financing::Price;
use barometer_domain::forum::{
    EntryAbout, ForumCommand, ForumRequest, HalfYear, Initiative, InitiativeId, InitiativeRow,
    InitiativeStatus, LONGEST_ENTRY, LONGEST_NAME, NewEntry,
};
use barometer_domain::ids::RequestId;
use barometer_domain::money::written_amount;
use barometer_kit::form::field::{Field, Select, Tick};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::{format, language};
use barometer_text::forum::{ForumText, status};
use barometer_text::staff::forum::ForumDeskText as Text;
use barometer_text::{Language, figures};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::pieces::{form_buttons, lines};
use super::state::{ForumState, say};
use crate::account::by;

/// Which initiative is written: none, a new one, or one that is there.
type Editing = RwSignal<Option<Option<InitiativeId>>>;

/// National initiatives: the list, the form, and what is said of each.
#[component]
pub(crate) fn Initiatives(page: ForumState) -> impl IntoView {
    let editing: Editing = RwSignal::new(None);
    let open = move |which| {
        page.sending.clear();
        editing.set(Some(which));
    };
    let content = move || {
        if let Some(id) = editing.get() {
            view! { <InitiativeForms page=page id=id editing=editing /> }.into_any()
        } else {
            let rows = page.with(|desk| desk.initiatives.clone());
            let rows = rows.unwrap_or_default();
            let is_empty = rows.is_empty();
            let cards = rows.into_iter().map(|row| card(row, open));
            view! {
                <p>
                    <button type="button" class="button primary" on:click=move |_| open(None)>
                        {say(Text::NewInitiative)}
                    </button>
                </p>
                <Show when=move || is_empty>
                    <p class="muted">{say(Text::NoInitiatives)}</p>
                </Show>
                <ul class="participation-lists">{cards.collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! {
        <section aria-labelledby="forum-initiatives">
            <h2 id="forum-initiatives">{say(Text::Initiatives)}</h2>
            {content}
        </section>
    }
}

/// One initiative on the list.
fn card(row: InitiativeRow, open: impl Fn(Option<InitiativeId>) + Copy + 'static) -> impl IntoView {
    let InitiativeRow { id, initiative, .. } = row;
    let mark = if initiative.public {
        Text::PublicMark
    } else {
        Text::HiddenMark
    };
    let how_far = initiative.status;
    let name = initiative.name.clone();
    let facts = move || {
        let language = language::current();
        let deadline = match initiative.deadline {
            Some(day) => {
                ForumText::Deadline(&figures::date(language, &day.to_string())).say(language)
            }
            None => ForumText::NoDeadline.say(language),
        };
        let cost = figures::price(language, &initiative.cost);
        format!("{} · {deadline} · {cost}", initiative.ministry)
    };
    view! {
        <li class="card">
            <h3>{name}</h3>
            <p>
                <span class="chip">{move || status(how_far, language::current())}</span>
                " "
                <span class="chip">{say(mark)}</span>
            </p>
            <p class="muted">{facts}</p>
            <p>
                <button type="button" class="button" on:click=move |_| open(Some(id))>
                    {say(Text::Change)}
                </button>
            </p>
        </li>
    }
}

/// The forms of one initiative: what it is, and what is said of it.
#[component]
fn InitiativeForms(page: ForumState, id: Option<InitiativeId>, editing: Editing) -> impl IntoView {
    // Read once: what is typed is not overwritten by what is saved meanwhile.
    let row =
        untrack(|| page.with(|desk| id.and_then(|id| desk.initiative(id).cloned()))).flatten();
    let statement = id.map(|id| view! { <StatementForm page=page id=id /> });
    view! {
        <InitiativeForm page=page row=row editing=editing />
        {statement}
    }
}

/// What is typed of an initiative.
#[derive(Clone, Copy)]
struct TypedInitiative {
    name: RwSignal<String>,
    ministry: RwSignal<String>,
    deadline: RwSignal<String>,
    link: RwSignal<String>,
    cost: RwSignal<String>,
    effort: RwSignal<String>,
    from: RwSignal<String>,
    status: RwSignal<String>,
    public: RwSignal<bool>,
    requests: RwSignal<BTreeSet<RequestId>>,
}

impl TypedInitiative {
    fn of(it: &Initiative, language: Language) -> Self {
        let text = |text: String| RwSignal::new(text);
        Self {
            name: text(it.name.clone()),
            ministry: text(it.ministry.clone()),
            deadline: text(it.deadline.map(String::from).unwrap_or_default()),
            link: text(it.link.clone()),
            cost: text(typed_price(&it.cost, language)),
            effort: text(it.effort.map(|hours| hours.to_string()).unwrap_or_default()),
            from: text(it.from.map(String::from).unwrap_or_default()),
            status: text(it.status.name().to_owned()),
            public: RwSignal::new(it.public),
            requests: RwSignal::new(it.requests.iter().copied().collect()),
        }
    }

    /// Everything as it is typed, as far as it can be read.
    fn read(self) -> Result<Initiative, Text<'static>> {
        let cost = self.cost.get_untracked();
        let cost = match cost.trim() {
            "" => Price::NotAssessed,
            typed => written_amount(typed)
                .map(Price::from)
                .ok_or(Text::NotAnAmount)?,
        };
        let effort = self.effort.get_untracked();
        let effort = effort.replace(['.', ',', ' '], "");
        let effort = match effort.as_str() {
            "" => None,
            typed => Some(typed.parse().map_err(|_| Text::NotHours)?),
        };
        Ok(Initiative {
            name: self.name.get_untracked(),
            ministry: self.ministry.get_untracked(),
            deadline: self.deadline.get_untracked().parse().ok(),
            link: self.link.get_untracked(),
            requests: self.requests.get_untracked().into_iter().collect(),
            cost,
            effort,
            from: self.from.get_untracked().parse().ok(),
            status: InitiativeStatus::of_name(&self.status.get_untracked()).unwrap_or_default(),
            public: self.public.get_untracked(),
        })
    }
}

/// A price as one would type it.
fn typed_price(price: &Price, language: Language) -> String {
    match *price {
        Price::NotAssessed => String::new(),
        Price::Firm { amount } => figures::typed(language, amount),
        Price::Estimate { low, high, .. } if low < high => {
            let (low, high) = (
                figures::typed(language, low),
                figures::typed(language, high),
            );
            format!("{low} - {high}")
        }
        Price::Estimate { likely, .. } => figures::typed(language, likely),
    }
}

/// The half-years in which an initiative can begin to cost: this one and the ten that follow.
fn halves(language: Language, chosen: &str) -> Vec<(String, String)> {
    let first = HalfYear::containing(format::today());
    let next = std::iter::successors(Some(first), |half| Some(half.next()));
    let earlier = chosen.parse().ok().filter(|half| *half < first);
    let halves = earlier.into_iter().chain(next.take(11));
    let word = |half: HalfYear| (half.to_string(), half_name(half, language));
    let none = (String::new(), Text::CostFromDeadline.say(language));
    std::iter::once(none).chain(halves.map(word)).collect()
}

/// A half-year in words.
pub(super) fn half_name(half: HalfYear, language: Language) -> String {
    let (year, which) = half.parts();
    ForumText::Half(which, year).say(language)
}

#[component]
fn InitiativeForm(page: ForumState, row: Option<InitiativeRow>, editing: Editing) -> impl IntoView {
    let (id, edition) = (
        row.as_ref().map(|row| row.id),
        row.as_ref().map_or(0, |row| row.edition),
    );
    let held = row.map(|row| row.initiative).unwrap_or_default();
    let typed = TypedInitiative::of(&held, language::current());
    let saved = SavedForm::new(
        &format!("forum.initiative.{}.{edition}", id.map_or(0, |id| id.0)),
        DraftLifetime::InBrowser,
        [
            ("name", typed.name.into()),
            ("ministry", typed.ministry.into()),
            ("deadline", typed.deadline.into()),
            ("link", typed.link.into()),
            ("cost", typed.cost.into()),
            ("effort", typed.effort.into()),
            ("from", typed.from.into()),
            ("status", typed.status.into()),
            ("public", typed.public.into()),
        ],
    );
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let initiative = match typed.read() {
            Ok(initiative) => initiative,
            Err(text) => return page.complain(text),
        };
        let command = ForumCommand::SaveInitiative {
            id,
            edition,
            initiative,
        };
        page.send(command, Text::Saved, move || {
            saved.forget();
            editing.set(None);
        });
    };
    let statuses = move || {
        let language = language::current();
        let word =
            |one: InitiativeStatus| (one.name().to_owned(), status(one, language).to_owned());
        InitiativeStatus::ALL.map(word).to_vec()
    };
    let from = untrack(|| typed.from.get());
    let halves = move || halves(language::current(), &from);
    let requests = untrack(|| page.with(|desk| desk.requests.clone())).unwrap_or_default();
    view! {
        <form class="vendor-form card" novalidate on:submit=on_submit>
            {saved.notice()}
            <Field
                id="initiative-name"
                label=Signal::derive(say(Text::Name))
                value=typed.name
                longest=LONGEST_NAME
            />
            <Field
                id="initiative-ministry"
                label=Signal::derive(say(Text::Ministry))
                value=typed.ministry
                longest=LONGEST_NAME
            />
            <Field
                id="initiative-deadline"
                label=Signal::derive(say(Text::Deadline))
                kind="date"
                value=typed.deadline
            />
            <Select
                id="initiative-status"
                label=Signal::derive(say(Text::Status))
                value=typed.status
                options=Signal::derive(statuses)
            />
            <Field
                id="initiative-link"
                label=Signal::derive(say(Text::Link))
                hint=Signal::derive(say(Text::LinkHint))
                value=typed.link
            />
            <Field
                id="initiative-cost"
                label=Signal::derive(say(Text::Cost))
                hint=Signal::derive(say(Text::CostHint))
                value=typed.cost
            />
            <Select
                id="initiative-from"
                label=Signal::derive(say(Text::CostFrom))
                value=typed.from
                options=Signal::derive(halves)
            />
            <Field
                id="initiative-effort"
                label=Signal::derive(say(Text::Effort))
                value=typed.effort
                longest=10
            />
            {affected(requests, typed.requests)}
            <Tick label=Signal::derive(say(Text::Public)) value=typed.public />
            {form_buttons(page, Text::Save, move || editing.set(None))}
        </form>
    }
}

/// The requests, each with a tick.
fn affected(requests: Vec<ForumRequest>, chosen: RwSignal<BTreeSet<RequestId>>) -> impl IntoView {
    let tick = move |one: ForumRequest| {
        let id = one.id;
        let change = move |event| {
            let ticked = event_target_checked(&event);
            chosen.update(|chosen| {
                if ticked {
                    chosen.insert(id);
                } else {
                    chosen.remove(&id);
                }
            });
        };
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || chosen.read().contains(&id)
                    on:change=change
                />
                <span>{one.reference} " " {one.title}</span>
            </label>
        }
    };
    let count = move || {
        let count = u32::try_from(chosen.read().len()).unwrap_or(u32::MAX);
        Text::AffectedCount(count).say(language::current())
    };
    view! {
        <fieldset class="field forum-requests">
            <legend>{say(Text::Affected)} " · " {count}</legend>
            <div class="forum-ticks">{requests.into_iter().map(tick).collect_view()}</div>
        </fieldset>
    }
}

/// What is said nationally; each time another entry on record.
#[component]
fn StatementForm(page: ForumState, id: InitiativeId) -> impl IntoView {
    let now =
        untrack(|| page.with(|desk| desk.statement(id).map(|entry| entry.entry.text.clone())));
    let text = RwSignal::new(now.flatten().unwrap_or_default());
    let name = format!("forum.statement.{}", id.0);
    let saved = SavedForm::new(&name, DraftLifetime::InBrowser, [("text", text.into())]);
    let by = by::remembered();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let entry = NewEntry {
            about: EntryAbout::Statement { initiative: id },
            day: format::today(),
            text: text.get_untracked(),
            by: by.get_untracked(),
        };
        page.send(ForumCommand::Record { entry }, Text::Said, move || {
            saved.forget();
        });
    };
    view! {
        <form class="vendor-form card" novalidate on:submit=on_submit>
            {saved.notice()}
            {lines("initiative-statement", Text::Statement, Text::StatementHint, LONGEST_ENTRY, text)}
            <Field id="statement-by" label=Signal::derive(say(Text::By)) value=by longest=120 />
            <p>
                <button type="submit" class="button">
                    {say(Text::SayIt)}
                </button>
            </p>
        </form>
    }
}
