//! The list of those to be invited: pasted or from a file, looked through line by line, then made into links.

use barometer_domain::municipality;
use barometer_domain::people::{MOST, People, Person, WrongLine, WrongList};
use barometer_kit::language;
use barometer_text::staff::invitations::InvitationText as Text;
use barometer_text::staff::refused::sheet_problem;
use barometer_text::staff::vendor::VendorText;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

use super::lists::ListError;
use super::state::{InvitationsState, LinkFile};

/// How many people are shown before the links are made.
const SHOWN: usize = 10;
/// How many wrong lines are told at once.
const TOLD: usize = 20;
const LIST: &str = "people";
const WRONG: &str = "people-wrong";

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The list, or the file that came of it.
#[component]
pub(crate) fn Invite(page: InvitationsState) -> impl IntoView {
    let is_over = Memo::new(move |_| page.summary.get().is_some_and(|all| !all.takes_more()));
    move || match (page.links.get(), is_over.get()) {
        (Some(links), _) => view! { <Done page=page links=links /> }.into_any(),
        (None, true) => view! { <p class="muted">{say(Text::Over)}</p> }.into_any(),
        (None, false) => view! { <List page=page /> }.into_any(),
    }
}

#[component]
fn List(page: InvitationsState) -> impl IntoView {
    let result = Memo::new(move |_| page.result());
    let is_wrong = move || matches!(*result.read(), Some(Err(_)));
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        page.check(focus_list);
    };
    let outcome = move || match result.get()? {
        Ok(people) => Some(view! { <Ready page=page people=people /> }.into_any()),
        Err(_) => None,
    };
    let wrong = move || match result.get()? {
        Err(wrong) => Some(complaint(&wrong)),
        Ok(_) => None,
    };
    let described = move || {
        let wrong = if is_wrong() { WRONG } else { "" };
        format!("people-hint {wrong}")
    };
    view! {
        <section class="vendor-form invite">
            <h2>{say(Text::Invite)}</h2>
            <p>{say(Text::InviteBody)}</p>
            {page.saved.notice()}
            <form class="vendor-form" on:submit=on_submit>
                <div class="field">
                    <label for=LIST>{say(Text::List)}</label>
                    <textarea
                        id=LIST
                        rows="6"
                        wrap="off"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        aria-invalid=move || is_wrong().then_some("true")
                        aria-describedby=described
                        bind:value=page.text
                    ></textarea>
                    <p id="people-hint" class="muted">{say(Text::ListHint)}</p>
                    {wrong}
                </div>
                <div class="vendor-buttons">
                    <button class="button primary" type="submit">{say(Text::Check)}</button>
                    <FileButton page=page />
                </div>
            </form>
            <HiddenRows page=page />
            {outcome}
        </section>
    }
}

/// What is wrong with one line of a list.
pub fn line_words(line: &WrongLine) -> String {
    let text = match line {
        WrongLine::NameMissing { line } => Text::NameMissing(*line),
        WrongLine::MunicipalityMissing { line } => Text::MunicipalityMissing(*line),
        WrongLine::NoSuchMunicipality { cell, typed } => Text::NoSuchMunicipality(cell, typed),
        WrongLine::NoValue { cell, typed } => Text::NoValue(cell, typed),
        WrongLine::Duplicate { line, first } => Text::Duplicate(*line, *first),
    };
    text.say(language::current())
}

/// What is wrong, and in which lines.
fn complaint(wrong: &ListError) -> AnyView {
    let language = language::current();
    let (heading, lines) = match wrong {
        ListError::NoModule => (VendorText::Broken.say(language), &[][..]),
        ListError::Unreadable(problem) => (sheet_problem(*problem, language), &[][..]),
        ListError::Wrong(WrongList::Empty) => (Text::Empty.say(language), &[][..]),
        ListError::Wrong(WrongList::TooMany) => {
            (Text::TooMany(number(MOST)).say(language), &[][..])
        }
        ListError::Wrong(WrongList::Lines(lines)) => (
            Text::Wrong(number(lines.len())).say(language),
            lines.as_slice(),
        ),
    };
    let told = lines.iter().take(TOLD);
    let told = told.map(|line| view! { <li>{line_words(line)}</li> });
    let told = told.collect_view();
    let more = lines.len().saturating_sub(TOLD);
    let more = (more > 0).then(|| Text::AndMore(number(more)).say(language));
    view! {
        <div id=WRONG class="notice coral" role="alert">
            <p>{heading}</p>
            <ul>{told}</ul>
            <p>{more}</p>
        </div>
    }
    .into_any()
}

/// Everyone is known: the first few, and the button.
#[component]
fn Ready(page: InvitationsState, people: People) -> impl IntoView {
    let count = number(people.rows.len());
    let of = number(people.municipalities());
    let rows = people
        .rows
        .iter()
        .take(SHOWN)
        .map(person_row)
        .collect_view();
    let more = people.rows.len().saturating_sub(SHOWN);
    let more = move || (more > 0).then(|| Text::AndMore(number(more)).say(language::current()));
    let button = move || {
        let language = language::current();
        if page.sending.is_working() {
            VendorText::Working.say(language)
        } else {
            Text::Make(count).say(language)
        }
    };
    view! {
        <div class="vendor-form">
            <p role="status">
                <b>{move || Text::Ready(count, of).say(language::current())}</b>
            </p>
            <table class="people">
                <caption class="visually-hidden">{say(Text::Caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say(Text::NameColumn)}</th>
                        <th scope="col">{say(Text::MunicipalityColumn)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="muted">{more}</p>
            <div class="vendor-buttons">
                <button
                    type="button"
                    class="button primary"
                    aria-disabled=move || page.sending.is_working().to_string()
                    on:click=move |_| page.make_links(people.clone())
                >
                    {button}
                </button>
            </div>
        </div>
    }
}

fn person_row(person: &Person) -> impl IntoView + use<> {
    let municipality = municipality::by_code(person.municipality);
    view! {
        <tr>
            <th scope="row">{person.name.clone()}</th>
            <td>{municipality.map_or("", |found| found.name)}</td>
        </tr>
    }
}

/// The links are made.
#[component]
fn Done(page: InvitationsState, links: LinkFile) -> impl IntoView {
    view! {
        <section class="vendor-form invite">
            <p class="notice leaf" role="status">
                {move || Text::Made(links.count).say(language::current())}
            </p>
            <p>{say(Text::OnlyInFile)}</p>
            <div class="vendor-buttons">
                <button type="button" class="button primary" on:click=move |_| page.save()>
                    {say(Text::SaveAgain)}
                </button>
                <button type="button" class="button" on:click=move |_| page.links.set(None)>
                    {say(Text::InviteMore)}
                </button>
            </div>
        </section>
    }
}

/// Whether the hidden rows of a file come along.
#[component]
fn HiddenRows(page: InvitationsState) -> impl IntoView {
    move || {
        let listed = page.listed.get()?;
        let ask = Text::HiddenAsk(listed.hidden).say(language::current());
        let (all, visible) = (listed.text, listed.visible);
        Some(view! {
            <div class="notice amber" role="group" aria-labelledby="hidden-people">
                <p id="hidden-people" role="alert">
                    {ask}
                </p>
                <div class="vendor-buttons">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| page.take_list(all.clone(), focus_list)
                    >
                        {say(Text::HiddenWith)}
                    </button>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| page.take_list(visible.clone(), focus_list)
                    >
                        {say(Text::HiddenWithout)}
                    </button>
                </div>
            </div>
        })
    }
}

/// Puts a file's list into the field.
#[component]
fn FileButton(page: InvitationsState) -> impl IntoView {
    let on_change = move |event: web_sys::Event| {
        let field: HtmlInputElement = event_target(&event);
        let file = field.files().and_then(|files| files.get(0));
        // The same file, mended, may be chosen again.
        field.set_value("");
        if let Some(file) = file {
            page.take_file(file, focus_list);
        }
    };
    view! {
        <label class="button file-button">
            <input
                type="file"
                class="visually-hidden"
                accept=".xlsx,.xlsm,.ods,.csv,.txt,.tsv,text/csv,text/plain"
                on:change=on_change
            />
            {say(Text::File)}
        </label>
    }
}

fn focus_list() {
    let list = document().get_element_by_id(LIST);
    if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlElement>().ok()) {
        // A text area takes the focus.
        let _ = list.focus();
    }
}
