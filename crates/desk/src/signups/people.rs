//! The list itself: who is signed up, for which municipality, and ways to take it along.

use std::collections::BTreeMap;

use barometer_domain::csv_file::write_csv_file;
use barometer_domain::danish;
use barometer_domain::signup::mail::MailKind;
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::ui::list::{
    List, ListCell, ListColumn, ListCount, ListRow, ListRowHeading, ListTools, SearchField,
};
use barometer_kit::{api, file, language};
use barometer_text::staff::signups::SignupDeskText as Text;
use barometer_text::staff::vendor::VendorText;
use leptos::prelude::*;

use super::state::{SignedUpPerson, SignupsState, say};
use crate::page::{VendorError, focus_heading};

/// Whether somebody is meant by what was typed.
fn is_found(one: &SignedUpPerson, typed: &str) -> bool {
    let typed = typed.trim().to_lowercase();
    [one.name(), one.email(), one.municipality()]
        .iter()
        .any(|part| part.to_lowercase().contains(&typed))
}

/// How many of each municipality, in Danish order.
fn by_municipality(people: &[SignedUpPerson]) -> Vec<(&'static str, u32)> {
    let mut counts: BTreeMap<_, (&'static str, u32)> = BTreeMap::new();
    for one in people {
        let name = one.municipality();
        counts.entry(danish::sort_key(name)).or_insert((name, 0)).1 += 1;
    }
    counts.into_values().collect()
}

#[component]
pub(crate) fn People(page: SignupsState) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let leaving = RwSignal::new(None::<SignedUpPerson>);
    let shown = Memo::new(move |_| {
        let (people, typed) = (page.people.read(), typed.read());
        let found = people.iter().filter(|one| is_found(one, &typed));
        found.cloned().collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| ListCount::new(shown.read().len(), page.people.read().len()));
    let count_words = move |count: ListCount| {
        let municipalities = by_municipality(&page.people.read()).len();
        let municipalities = u32::try_from(municipalities).unwrap_or(u32::MAX);
        Text::Count(count.all, municipalities).say(language::current())
    };
    let columns = vec![
        ListColumn::new(say(Text::NameColumn)),
        ListColumn::new(say(Text::MunicipalityColumn)),
        ListColumn::new(say(Text::MailColumn)),
        ListColumn::new(say(Text::SentColumn)),
        ListColumn::new(say(Text::RemoveColumn)),
    ];
    let lines = move || {
        let shown = shown.read();
        let lines = shown
            .iter()
            .map(|one| view! { <PersonLine one=one.clone() leaving=leaving /> });
        lines.collect_view()
    };
    let counts = move || {
        let counts = by_municipality(&page.people.read());
        let line = |(name, count): (&'static str, u32)| {
            view! { <li>{name} " " <b>{count}</b></li> }
        };
        counts.into_iter().map(line).collect_view()
    };
    let save = move |_| {
        let name = format!(
            "{}-{}.csv",
            Text::FileName.say(language::current()),
            page.code()
        );
        let csv = table(&page.people.read_untracked());
        if !file::save(&name, "text/csv;charset=utf-8", &csv) {
            page.sending.fail(VendorError::Said(VendorText::Broken));
        }
    };
    let is_empty = move || page.people.read().is_empty();
    let question = move || {
        let one = leaving.get()?;
        Some(view! { <Remove page=page one=one leaving=leaving /> })
    };
    view! {
        <section class="vendor-form" aria-labelledby="signup-people">
            <h2 id="signup-people">{say(Text::People)}</h2>
            <ListTools>
                <SearchField
                    id="signup-search"
                    label=Signal::derive(say(Text::Search))
                    value=typed
                    on_typed=move |words| typed.set(words)
                />
            </ListTools>
            <List
                label=Signal::derive(say(Text::People))
                class="signup-table"
                columns=columns
                count=count
                count_words=Callback::new(count_words)
                empty=Signal::derive(say(Text::Nobody))
                none_left=Signal::derive(say(Text::NoneFound))
            >
                {lines}
            </List>
            <Show when=move || !is_empty()>
                <details class="signup-counts">
                    <summary>{say(Text::ByMunicipality)}</summary>
                    <ul>{counts}</ul>
                </details>
                <div class="vendor-buttons">
                    <button type="button" class="button" on:click=save>
                        {say(Text::SaveFile)}
                    </button>
                </div>
                <p class="muted">{say(Text::SaveFileHint)}</p>
            </Show>
        </section>
        <Dialog
            open=Signal::derive(move || leaving.get().is_some())
            on_close=move || leaving.set(None)
        >
            {question}
        </Dialog>
    }
}

#[component]
fn PersonLine(one: SignedUpPerson, leaving: RwSignal<Option<SignedUpPerson>>) -> impl IntoView {
    let language = language::current();
    let name = match &one.contact {
        Some(contact) => contact.name.clone(),
        None => Text::DoesNotOpen.say(language),
    };
    let kinds = MailKind::ALL
        .into_iter()
        .filter(|kind| one.row.sent.contains(kind));
    let kinds: Vec<String> = kinds.map(|kind| Text::Kind(kind).say(language)).collect();
    let unsubscribed = one.row.unsubscribed.then(|| {
        view! { <span class="chip amber">{Text::Unsubscribed.say(language)}</span> }
    });
    let (municipality, email) = (one.municipality(), one.email().to_owned());
    let label = format!("{}: {name}", Text::Remove.say(language));
    view! {
        <ListRow>
            <ListRowHeading>{name}</ListRowHeading>
            <ListCell>{municipality}</ListCell>
            <ListCell>{email}</ListCell>
            <ListCell label=Text::SentColumn.say(language)>
                {kinds.join(", ")} " " {unsubscribed}
            </ListCell>
            <ListCell>
                <button
                    type="button"
                    class="link-button danger"
                    aria-label=label
                    on:click=move |_| leaving.set(Some(one.clone()))
                >
                    {Text::Remove.say(language)}
                </button>
            </ListCell>
        </ListRow>
    }
}

/// Asks before somebody is taken off the list.
#[component]
fn Remove(
    page: SignupsState,
    one: SignedUpPerson,
    leaving: RwSignal<Option<SignedUpPerson>>,
) -> impl IntoView {
    let slot = one.row.slot.clone();
    let remove = move |_| {
        let (code, slot) = (page.code(), slot.clone());
        leaving.set(None);
        page.update(
            async move { api::remove_signup(&code, slot.as_str()).await },
            Text::Removed,
        );
        focus_heading();
    };
    let who = format!("{} · {}", one.name(), one.municipality());
    view! {
        <h2>{say(Text::RemoveAsk)}</h2>
        <p><b>{who}</b></p>
        <p>{say(Text::RemoveBody)}</p>
        <div class="dialog-buttons">
            <button type="button" class="button danger" on:click=remove>
                {say(Text::Remove)}
            </button>
            <button type="button" class="button" on:click=move |_| leaving.set(None)>
                {move || VendorText::Keep.say(language::current())}
            </button>
        </div>
    }
}

/// The list for a mail merge.
fn table(people: &[SignedUpPerson]) -> String {
    let language = language::current();
    let heading = [
        Text::NameColumn,
        Text::MunicipalityColumn,
        Text::MailColumn,
        Text::LinkColumn,
    ];
    let heading = heading.map(|column| column.say(language));
    let rows = people.iter().filter(|one| one.contact.is_some());
    let rows = rows.map(|one| {
        [
            one.name().to_owned(),
            one.municipality().to_owned(),
            one.email().to_owned(),
            one.link.clone(),
        ]
    });
    let lines: Vec<[String; 4]> = std::iter::once(heading).chain(rows).collect();
    write_csv_file(&lines)
}
