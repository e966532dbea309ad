//! Requests from a file: chosen, its columns named, looked through line by line, then all of it or nothing.

use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::financing::import::{
    Import, ImportField, ImportLine, ImportOutcome, Mapping,
};
use barometer_domain::refusal::Field as Wrong;
use barometer_text::staff::import::{Import as Text, field};
use barometer_text::staff::refused;
use barometer_text::{Language, figures};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

use super::field::{Field, Select, Tick};
use super::requests::say as say_of_requests;
use super::{Heading, Trouble, Visit, Way, by};
use crate::route::Route;
use crate::{api, language};
use barometer_text::staff::requests::Requests;

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The page's state.
#[derive(Clone, Copy)]
struct Desk {
    visit: Visit,
    file: StoredValue<Option<File>, LocalStorage>,
    /// What the server made of it.
    import: RwSignal<Option<Import>>,
    /// The chosen column of each field, as in [`ImportField::ALL`]; empty for none.
    columns: [RwSignal<String>; ImportField::ALL.len()],
    by: RwSignal<String>,
    why: RwSignal<String>,
    only_wrong: RwSignal<bool>,
    working: RwSignal<bool>,
    trouble: RwSignal<Option<Trouble>>,
}

impl Desk {
    fn new(visit: Visit) -> Self {
        Self {
            visit,
            file: StoredValue::new_local(None),
            import: RwSignal::new(None),
            columns: std::array::from_fn(|_| RwSignal::new(String::new())),
            by: by::remembered(),
            why: RwSignal::new(String::new()),
            only_wrong: RwSignal::new(false),
            working: RwSignal::new(false),
            trouble: RwSignal::new(None),
        }
    }

    /// Has the server look through the file; with no mapping it goes by the headings.
    fn look(self, mapping: Option<String>) {
        self.send(mapping, false);
    }

    /// The columns as they are chosen.
    fn chosen(self) -> String {
        let chosen = ImportField::ALL.iter().zip(self.columns);
        let chosen = chosen.filter_map(|(field, column)| {
            let column = column.get_untracked();
            (!column.is_empty()).then(|| format!("{}:{column}", field.name()))
        });
        chosen.collect::<Vec<_>>().join(",")
    }

    fn send(self, mapping: Option<String>, apply: bool) {
        let file = self.file.with_value(Clone::clone);
        let (Some(file), false) = (file, self.working.get_untracked()) else {
            return;
        };
        self.working.set(true);
        self.trouble.set(None);
        let (by, why) = (self.by.get_untracked(), self.why.get_untracked());
        spawn_local(async move {
            let asked = api::AskedOfImport {
                mapping: mapping.as_deref(),
                by: &by,
                why: &why,
                apply,
            };
            let answer = api::import(&file, &asked).await;
            self.working.set(false);
            match answer {
                Ok(import) => {
                    self.show_columns(&import.mapping);
                    self.import.set(Some(import));
                }
                Err(error) => self.trouble.set(Some(self.visit.trouble(error))),
            }
        });
    }

    fn show_columns(self, mapping: &Mapping) {
        for (field, column) in ImportField::ALL.iter().zip(self.columns) {
            let at = mapping.column(*field);
            column.set(at.map_or_else(String::new, |at| at.to_string()));
        }
    }
}

/// The page.
#[component]
pub fn ImportPage(
    /// How far one has come.
    visit: Visit,
) -> impl IntoView {
    let desk = Desk::new(visit);
    let trouble = move || {
        // What is wrong with a field stands at the field.
        let trouble = desk.trouble.get().filter(|it| it.field().is_none())?;
        Some(view! { <p class="notice coral" role="alert">{trouble.say()}</p> })
    };
    let body = move || {
        let import = desk.import.get()?;
        Some(if import.applied {
            done(&import)
        } else {
            view! {
                <Columns desk=desk headings=import.headings.clone() />
                <Preview desk=desk import=import />
            }
            .into_any()
        })
    };
    view! {
        <div class="vendor-head">
            <Way to=Route::Requests class="back">
                "← "
                {say_of_requests(Requests::Back)}
            </Way>
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{say(Text::Body)}</p>
        </div>
        <FileButton desk=desk />
        {trouble}
        {body}
    }
}

#[component]
fn FileButton(desk: Desk) -> impl IntoView {
    let on_change = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // The same file, mended, may be chosen again.
        input.set_value("");
        if file.is_some() {
            desk.file.set_value(file);
            desk.import.set(None);
            desk.look(None);
        }
    };
    let words = move || {
        let text = match (desk.working.get(), desk.import.read().is_some()) {
            (true, _) => Text::Reading,
            (false, true) => Text::ChooseOther,
            (false, false) => Text::Choose,
        };
        text.say(language::current())
    };
    view! {
        <p class="vendor-buttons">
            <label class="button primary file-button">
                <input
                    type="file"
                    class="visually-hidden"
                    accept=".xlsx,.xlsm,.csv,.txt,.tsv,text/csv"
                    on:change=on_change
                />
                {words}
            </label>
        </p>
    }
}

/// Which column is what.
#[component]
fn Columns(desk: Desk, headings: Vec<String>) -> impl IntoView {
    let headings = StoredValue::new(headings);
    let options = Signal::derive(move || {
        let none = (String::new(), Text::NoColumn.say(language::current()));
        let named = headings.get_value().into_iter().enumerate();
        let named = named.map(|(at, heading)| {
            let words = if heading.is_empty() {
                (at + 1).to_string()
            } else {
                heading
            };
            (at.to_string(), words)
        });
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    let selects = ImportField::ALL.into_iter().zip(desk.columns);
    let selects = selects.map(|(one, column)| {
        let label = Signal::derive(move || field(one, language::current()).to_owned());
        view! { <Select id=one.name() label=label value=column options=options /> }
    });
    let selects = selects.collect_view();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.look(Some(desk.chosen()));
    };
    view! {
        <form class="card vendor-form import-columns" on:submit=on_submit>
            <h2>{say(Text::Columns)}</h2>
            <p class="muted">{say(Text::ColumnsBody)}</p>
            <div class="several">{selects}</div>
            <div class="vendor-buttons">
                <button type="submit" class="button">{say(Text::LookAgain)}</button>
            </div>
        </form>
    }
}

/// What the file would change, line by line, and the button that does it.
#[component]
fn Preview(desk: Desk, import: Import) -> impl IntoView {
    let todo = import.new + import.changed;
    let is_right = import.wrong == 0;
    let counts = import.clone();
    let marks = move || {
        let language = language::current();
        let wrong = (counts.wrong > 0).then(|| {
            view! { <span class="chip coral">{Text::Wrong(counts.wrong).say(language)}</span> }
        });
        view! {
            <p class="marks" role="status">
                {wrong} <span class="chip leaf">{Text::New(counts.new).say(language)}</span>
                <span class="chip amber">{Text::Changed(counts.changed).say(language)}</span>
                <span class="chip">{Text::Same(counts.same).say(language)}</span>
            </p>
        }
    };
    let is_empty = import.lines.is_empty();
    let lines = StoredValue::new(import.lines);
    let rows = move || {
        let language = language::current();
        let only_wrong = desk.only_wrong.get();
        let shown = lines.get_value().into_iter();
        let shown = shown.filter(|line| !only_wrong || line.outcome.is_wrong());
        shown.map(|line| row(&line, language)).collect_view()
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        desk.send(Some(desk.chosen()), true);
    };
    let complaint = move |field: Wrong| {
        Signal::derive(move || {
            let wrong = desk.trouble.with(|trouble| trouble.as_ref()?.field());
            (wrong == Some(field)).then(|| refused::sentence(&field.wrong(), language::current()))
        })
    };
    let end = if is_empty {
        view! { <p class="notice amber" role="alert">{say(Text::NoLines)}</p> }.into_any()
    } else if !is_right {
        view! { <p class="notice amber">{say(Text::AllOrNothing)}</p> }.into_any()
    } else if todo == 0 {
        view! { <p class="notice leaf">{say(Text::NothingToDo)}</p> }.into_any()
    } else {
        view! {
            <form class="vendor-form import-apply" on:submit=on_submit>
                <Field
                    id="import-by"
                    label=Signal::derive(move || {
                        refused::field_name(Wrong::By, language::current()).to_owned()
                    })
                    value=desk.by
                    autocomplete="name"
                    longest=LONGEST_NOTE
                    wrong=complaint(Wrong::By)
                />
                <Field
                    id="import-why"
                    label=Signal::derive(say(Text::Why))
                    value=desk.why
                    longest=LONGEST_NOTE
                    wrong=complaint(Wrong::Reason)
                />
                <div class="vendor-buttons">
                    <button type="submit" class="button primary">
                        {move || Text::Apply(todo).say(language::current())}
                    </button>
                </div>
            </form>
        }
        .into_any()
    };
    view! {
        <section class="vendor-form" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{say(Text::Preview)}</h2>
            {marks}
            <Tick label=Signal::derive(say(Text::OnlyWrong)) value=desk.only_wrong />
            <div class="votes-frame">
                <table class="desk-table">
                    <thead>
                        <tr>
                            <th scope="col">{say(Text::Row)}</th>
                            <th scope="col">{say(Text::Reference)}</th>
                            <th scope="col">{say(Text::TitleColumn)}</th>
                            <th scope="col">{say(Text::Outcome)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {end}
        </section>
    }
}

fn row(line: &ImportLine, language: Language) -> AnyView {
    let (class, words) = match &line.outcome {
        ImportOutcome::New => ("chip leaf", Text::IsNew.say(language)),
        ImportOutcome::Same => ("chip", Text::IsSame.say(language)),
        ImportOutcome::Changed { fields } => {
            let fields: Vec<&str> = fields.iter().map(|one| field(*one, language)).collect();
            let fields = figures::list(language, &fields);
            ("chip amber", Text::Changes(&fields).say(language))
        }
        ImportOutcome::Twice { row } => ("chip coral", Text::Twice(*row).say(language)),
        ImportOutcome::Wrong { field: one, why } => {
            let why = refused::sentence(why, language);
            let words = one.map_or_else(
                || why.clone(),
                |one| format!("{}: {why}", field(one, language)),
            );
            ("chip coral", words)
        }
    };
    view! {
        <tr>
            <td class="figure">{language.whole(line.row)}</td>
            <td>{line.reference.clone()}</td>
            <th scope="row">{line.title.clone()}</th>
            <td>
                <span class=class>{words}</span>
            </td>
        </tr>
    }
    .into_any()
}

fn done(import: &Import) -> AnyView {
    let (new, changed) = (import.new, import.changed);
    view! {
        <p class="notice leaf" role="status">
            {move || Text::Applied(new, changed).say(language::current())}
        </p>
        <p>
            <Way to=Route::Requests class="button">{say(Text::ToList)}</Way>
        </p>
    }
    .into_any()
}
