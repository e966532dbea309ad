//! Requests from a file: chosen, its columns named, looked through line by line, then all of it or nothing.

pub mod preview;

use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::financing::import::{Import, ImportChoices, ImportField, Mapping};
use barometer_domain::refusal::Field as Wrong;
use barometer_text::figures;
use barometer_text::staff::import::{ImportText as Text, field};
use barometer_text::staff::refused;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement};

use super::list::say as say_of_requests;
use crate::account::by;
use crate::page::{
    Heading, VendorContext, VendorSubmission, Way, complaint_at, failure_notice, wrong_field,
};
use barometer_kit::form::field::{Field, Select};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::route::Route;
use barometer_kit::{api, json, language};
use barometer_text::staff::requests::RequestDeskText;

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// A file of requests on its way in: what the server reads in it, and what is decided about its lines.
#[derive(Clone, Copy)]
pub struct ImportForm {
    vendor: VendorContext,
    file: StoredValue<Option<File>, LocalStorage>,
    /// What the server made of it.
    import: RwSignal<Option<Import>>,
    /// The chosen column of each field, as in [`ImportField::ALL`]; empty for none.
    columns: [RwSignal<String>; ImportField::ALL.len()],
    /// What is decided about the file's lines.
    choices: RwSignal<ImportChoices>,
    by: RwSignal<String>,
    why: RwSignal<String>,
    only_wrong: RwSignal<bool>,
    kept: ImportChoicesDraft,
    sending: VendorSubmission,
}

impl ImportForm {
    fn new() -> Self {
        let (choices, why) = (
            RwSignal::new(ImportChoices::default()),
            RwSignal::new(String::new()),
        );
        Self {
            vendor: expect_context(),
            file: StoredValue::new_local(None),
            import: RwSignal::new(None),
            columns: std::array::from_fn(|_| RwSignal::new(String::new())),
            choices,
            by: by::remembered(),
            why,
            kept: ImportChoicesDraft::for_choices(choices, why),
            only_wrong: RwSignal::new(false),
            sending: VendorSubmission::new(),
        }
    }

    /// Has the server look through the file; with no mapping it goes by the headings.
    fn check_file(self, mapping: Option<String>) {
        self.send(mapping, false);
    }

    /// The columns as they are chosen.
    fn chosen_columns(self) -> String {
        let chosen = ImportField::ALL.iter().zip(self.columns);
        let chosen = chosen.filter_map(|(field, column)| {
            let column = column.get_untracked();
            (!column.is_empty()).then(|| format!("{}:{column}", field.name()))
        });
        chosen.collect::<Vec<_>>().join(",")
    }

    /// Has the server look through another file; where it is the one that was left, with what was decided about it.
    fn take_file(self, file: File) {
        let again = self.kept.again(&file);
        let (choices, mapping) = again.unwrap_or_else(|| {
            self.kept.begin(&file);
            (ImportChoices::default(), None)
        });
        self.file.set_value(Some(file));
        self.import.set(None);
        self.choices.set(choices);
        self.check_file(mapping);
    }

    fn send(self, mapping: Option<String>, apply: bool) {
        let file = self.file.with_value(Clone::clone);
        let (Some(file), false) = (file, self.sending.is_working_now()) else {
            return;
        };
        if let Some(mapping) = &mapping {
            self.kept.mapping.set(mapping.clone());
        }
        let (by, why) = (self.by.get_untracked(), self.why.get_untracked());
        let choices = self.choices.get_untracked();
        let work = async move {
            let asked = api::AskedOfImport {
                mapping: mapping.as_deref(),
                choices: &choices,
                by: &by,
                why: &why,
                apply,
            };
            let answer = api::import(&file, &asked).await;
            answer.map_err(|error| self.vendor.trouble(error))
        };
        self.sending.send(work, move |import| {
            self.show_columns(&import.mapping);
            if import.applied {
                self.kept.saved.forget();
            }
            self.import.set(Some(import));
            None
        });
    }

    fn show_columns(self, mapping: &Mapping) {
        for (field, column) in ImportField::ALL.iter().zip(self.columns) {
            let at = mapping.column(*field);
            column.set(at.map_or_else(String::new, |at| at.to_string()));
        }
    }
}

/// What is decided about a file, kept by the window: the file itself the browser gives to nobody twice.
#[derive(Clone, Copy)]
struct ImportChoicesDraft {
    /// Name and size of the file.
    file: RwSignal<String>,
    /// As JSON; empty while nothing is decided.
    choices: RwSignal<String>,
    /// The columns, where they were chosen.
    mapping: RwSignal<String>,
    saved: SavedForm,
}

impl ImportChoicesDraft {
    fn for_choices(choices: RwSignal<ImportChoices>, why: RwSignal<String>) -> Self {
        let text = || RwSignal::new(String::new());
        let (file, written, mapping) = (text(), text(), text());
        let fields = [
            ("file", file.into()),
            ("choices", written.into()),
            ("mapping", mapping.into()),
            ("why", why.into()),
        ];
        let saved = SavedForm::new("import", DraftLifetime::InWindow, fields);
        Effect::new(move |before: Option<()>| {
            let choices = choices.read();
            // At first nothing is decided; what was kept stays until the file is here again.
            if before.is_some() {
                let is_empty = *choices == ImportChoices::default();
                let text = json::write(&*choices).filter(|_| !is_empty);
                written.set(text.unwrap_or_default());
            }
        });
        Self {
            file,
            choices: written,
            mapping,
            saved,
        }
    }

    /// What was decided about this very file, and its columns, if the page was left with it.
    fn again(self, file: &File) -> Option<(ImportChoices, Option<String>)> {
        let is_it = self.saved.is_restored() && self.file.get_untracked() == named(file);
        is_it.then(|| {
            let choices = self.choices.read_untracked();
            let choices = json::read(&choices).unwrap_or_default();
            let mapping = self.mapping.get_untracked();
            self.saved.take_up();
            (choices, Some(mapping).filter(|mapping| !mapping.is_empty()))
        })
    }

    /// Another file: nothing is decided about it.
    fn begin(self, file: &File) {
        self.saved.discard();
        self.mapping.set(String::new());
        self.saved.suggest("file", &named(file));
    }
}

fn named(file: &File) -> String {
    format!("{} {}", file.name(), file.size())
}

#[component]
pub(crate) fn ImportPage() -> impl IntoView {
    let form = ImportForm::new();
    let trouble = move || failure_notice(form.sending);
    let body = move || {
        let import = form.import.get()?;
        Some(if import.applied {
            view! { <Done new=import.new changed=import.changed /> }.into_any()
        } else {
            view! {
                <Columns form=form import=StoredValue::new(import.clone()) />
                <preview::Preview form=form import=StoredValue::new(import.clone()) />
                <Apply form=form import=import />
            }
            .into_any()
        })
    };
    view! {
        <div class="vendor-head">
            <Way to=Route::Requests class="back">
                "← "
                {say_of_requests(RequestDeskText::Back)}
            </Way>
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{say(Text::Body)}</p>
        </div>
        {form.kept.saved.notice_of(Signal::derive(say(Text::ChooseAgain)))}
        <FileButton form=form />
        {trouble}
        {body}
    }
}

#[component]
fn FileButton(form: ImportForm) -> impl IntoView {
    let on_change = move |event: web_sys::Event| {
        let input: HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        // The same file, mended, may be chosen again.
        input.set_value("");
        if let Some(file) = file {
            form.take_file(file);
        }
    };
    let words = move || {
        let text = match (form.sending.is_working(), form.import.read().is_some()) {
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
                    accept=".xlsx,.xlsm,.ods,.csv,.txt,.tsv,text/csv"
                    on:change=on_change
                />
                {words}
            </label>
        </p>
    }
}

/// Which sheet, and which column is what.
#[component]
fn Columns(form: ImportForm, import: StoredValue<Import>) -> impl IntoView {
    let options = Signal::derive(move || {
        let none = (String::new(), Text::NoColumn.say(language::current()));
        let named = import
            .with_value(|import| import.headings.clone())
            .into_iter();
        let named = named.enumerate().map(|(at, heading)| {
            let words = if heading.is_empty() {
                (at + 1).to_string()
            } else {
                heading
            };
            (at.to_string(), words)
        });
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    let selects = ImportField::ALL.into_iter().zip(form.columns);
    let selects = selects.map(|(one, column)| {
        let label = Signal::derive(move || field(one, language::current()).to_owned());
        view! { <Select id=one.name() label=label value=column options=options /> }
    });
    let selects = selects.collect_view();
    let left_out = move || {
        let language = language::current();
        let headings = import.with_value(not_read);
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let words = figures::list(language, &headings);
        (!headings.is_empty()).then(|| {
            view! { <p class="muted">{Text::NotRead(&words).say(language)}</p> }
        })
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.check_file(Some(form.chosen_columns()));
    };
    view! {
        <form class="card vendor-form import-columns" on:submit=on_submit>
            <h2>{say(Text::Columns)}</h2>
            <p class="muted">{say(Text::ColumnsBody)}</p>
            <Sheets form=form import=import />
            <div class="several">{selects}</div>
            {left_out}
            <Sample import=import />
            <div class="vendor-buttons">
                <button type="submit" class="button">{say(Text::LookAgain)}</button>
            </div>
        </form>
    }
}

/// The headings of columns that no field has.
fn not_read(import: &Import) -> Vec<String> {
    let is_read = |at: usize| {
        let mut fields = ImportField::ALL.into_iter();
        fields.any(|field| import.mapping.column(field) == Some(at))
    };
    let headings = import.headings.iter().enumerate();
    let left = headings.filter(|(at, heading)| !heading.is_empty() && !is_read(*at));
    left.map(|(_, heading)| heading.clone()).collect()
}

/// The sheets to choose from, where there are several.
#[component]
fn Sheets(form: ImportForm, import: StoredValue<Import>) -> impl IntoView {
    let (names, chosen) = import.with_value(|import| (import.sheets.clone(), import.sheet.clone()));
    let on_change = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        // Rows and columns of one sheet say nothing of another's.
        form.choices.set(ImportChoices {
            sheet: Some(name),
            ..ImportChoices::default()
        });
        form.check_file(None);
    };
    (names.len() > 1).then(|| {
        let option = |name: String| {
            let selected = name == chosen;
            let value = name.clone();
            view! { <option value=value selected=selected>{name}</option> }
        };
        let options: Vec<_> = names.into_iter().map(option).collect();
        view! {
            <div class="field">
                <label for="import-sheet">{say(Text::Sheet)}</label>
                <select id="import-sheet" on:change=on_change>
                    {options}
                </select>
            </div>
        }
    })
}

/// The first rows as they stand in the file.
#[component]
fn Sample(import: StoredValue<Import>) -> impl IntoView {
    let table = import.with_value(|import| {
        let head = import
            .headings
            .iter()
            .map(|heading| view! { <th scope="col">{heading.clone()}</th> });
        let head: Vec<_> = head.collect();
        let rows = import.sample.iter().map(|row| {
            let cells = row.iter().map(|cell| view! { <td>{cell.clone()}</td> });
            view! { <tr>{cells.collect::<Vec<_>>()}</tr> }
        });
        view! {
            <table class="desk-table">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows.collect::<Vec<_>>()}</tbody>
            </table>
        }
    });
    view! {
        <details class="import-sample">
            <summary>{say(Text::Sample)}</summary>
            <div class="list-frame" tabindex="0">
                {table}
            </div>
        </details>
    }
}

/// The button that does it, once all is right.
#[component]
fn Apply(form: ImportForm, import: Import) -> impl IntoView {
    let todo = import.new + import.changed;
    let is_right = import.wrong + import.hidden == 0;
    let is_empty = import.lines.is_empty();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(Some(form.chosen_columns()), true);
    };
    let complaint = move |field: Wrong| complaint_at(field, move || wrong_field(form.sending));
    if is_empty {
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
                    value=form.by
                    autocomplete="name"
                    longest=LONGEST_NOTE
                    wrong=complaint(Wrong::By)
                />
                <Field
                    id="import-why"
                    label=Signal::derive(say(Text::Why))
                    value=form.why
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
    }
}

/// The file was applied.
#[component]
fn Done(new: u32, changed: u32) -> impl IntoView {
    view! {
        <p class="notice leaf" role="status">
            {move || Text::Applied(new, changed).say(language::current())}
        </p>
        <p>
            <Way to=Route::Requests class="button">{say(Text::ToList)}</Way>
        </p>
    }
}
