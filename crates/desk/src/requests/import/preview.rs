//! What a file would change, line by line, and what a person decides about its lines.

use barometer_domain::financing::import::{
    CellError, CellProblem, Correction, Import, ImportField, ImportLine, ImportOutcome, LeftOut,
};
use barometer_kit::form::field::Tick;
use barometer_kit::language;
use barometer_text::Language;
use barometer_text::staff::import::{ImportText as Text, cell_error, change, field, left_out};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::{ImportForm, say};

/// The lines with their outcomes, and the fields to put them right in.
#[component]
pub(crate) fn Preview(
    form: ImportForm,
    /// What the file would change.
    import: StoredValue<Import>,
) -> impl IntoView {
    let marks = move || {
        let language = language::current();
        let chip = |class: &'static str, count: u32, text: Text<'static>| {
            (count > 0).then(|| view! { <span class=class>{text.say(language)}</span> })
        };
        import.with_value(|counts| {
            view! {
                <p class="marks" role="status">
                    {chip("chip coral", counts.wrong, Text::Wrong(counts.wrong))}
                    {chip("chip coral", counts.hidden, Text::Hidden(counts.hidden))}
                    <span class="chip leaf">{Text::New(counts.new).say(language)}</span>
                    <span class="chip amber">{Text::Changed(counts.changed).say(language)}</span>
                    <span class="chip">{Text::Same(counts.same).say(language)}</span>
                    {chip("chip quiet", counts.left_out, Text::LeftOut(counts.left_out))}
                </p>
            }
        })
    };
    let hidden = import.with_value(|import| import.hidden);
    let ask = (hidden > 0).then(|| view! { <HiddenRows form=form hidden=hidden /> });
    let rows = move || {
        let only_wrong = form.only_wrong.get();
        import.with_value(|import| {
            let shown = import.lines.iter();
            let shown = shown.filter(|line| !only_wrong || line.outcome.is_wrong());
            shown
                .map(|line| view! { <LineRow form=form line=line.clone() /> })
                .collect_view()
        })
    };
    let has_errors = import.with_value(|import| import.wrong > 0);
    let look_again = has_errors.then(|| {
        view! {
            <div class="vendor-buttons">
                <button type="submit" class="button">{say(Text::LookCorrected)}</button>
            </div>
        }
    });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.check_file(Some(form.chosen_columns()));
    };
    view! {
        <section class="vendor-form" aria-labelledby="preview-heading">
            <h2 id="preview-heading">{say(Text::Preview)}</h2>
            {marks}
            {ask}
            <Tick label=Signal::derive(say(Text::OnlyWrong)) value=form.only_wrong />
            <form class="vendor-form" on:submit=on_submit>
                <div class="list-frame">
                    <table class="desk-table import-lines">
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
                {look_again}
            </form>
        </section>
    }
}

/// Whether hidden rows come along.
#[component]
fn HiddenRows(form: ImportForm, hidden: u32) -> impl IntoView {
    let choose = move |along: bool| {
        form.choices.update(|choices| choices.hidden = Some(along));
        form.check_file(Some(form.chosen_columns()));
    };
    view! {
        <div class="notice amber" role="group" aria-labelledby="hidden-rows">
            <p id="hidden-rows">{say(Text::HiddenAsk(hidden))}</p>
            <div class="vendor-buttons">
                <button type="button" class="button" on:click=move |_| choose(true)>
                    {say(Text::HiddenWith)}
                </button>
                <button type="button" class="button" on:click=move |_| choose(false)>
                    {say(Text::HiddenWithout)}
                </button>
            </div>
        </div>
    }
}

/// One line: what it is about, and what would come of it.
#[component]
fn LineRow(form: ImportForm, line: ImportLine) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let outcome = match &line.outcome {
            ImportOutcome::New => chip("chip leaf", Text::IsNew.say(language)),
            ImportOutcome::Same => chip("chip", Text::IsSame.say(language)),
            ImportOutcome::Changed { changes } => {
                let changes = changes.iter().map(|one| change(one, language));
                let changes: Vec<_> = changes.map(|words| view! { <li>{words}</li> }).collect();
                view! { <ul class="import-changes">{changes}</ul> }.into_any()
            }
            ImportOutcome::Twice { row } => chip("chip coral", Text::Twice(*row).say(language)),
            ImportOutcome::Hidden => chip("chip coral", Text::IsHidden.say(language)),
            ImportOutcome::LeftOut { why } => {
                chip("chip quiet", left_out(*why, language).to_owned())
            }
            ImportOutcome::Wrong { errors } => {
                let errors = errors
                    .iter()
                    .map(|error| wrong_cell(form, line.row, error, language));
                view! { <div class="import-errors">{errors.collect_view()}</div> }.into_any()
            }
        };
        let alike = line.alike.as_deref();
        let alike = alike.map(|other| chip("chip amber", Text::Alike(other).say(language)));
        let formulas = (!line.formulas.is_empty()).then(|| {
            let cells = line.formulas.join(", ");
            chip("chip amber", Text::Formulas(&cells).say(language))
        });
        view! {
            <tr>
                <td class="figure">{language.whole(line.row)}</td>
                <td>{line.reference.clone()}</td>
                <th scope="row">{line.title.clone()}</th>
                <td>{outcome} " " {alike} " " {formulas} " " {decision(form, &line, language)}</td>
            </tr>
        }
    }
}

fn chip(class: &'static str, words: String) -> AnyView {
    view! { <span class=class>{words}</span> }.into_any()
}

/// The button that leaves a line out, or takes it along after all.
fn decision(form: ImportForm, line: &ImportLine, language: Language) -> Option<AnyView> {
    let row = line.row;
    let (words, is_out) = match &line.outcome {
        // What stands above the headings is no line of the table.
        ImportOutcome::LeftOut {
            why: LeftOut::Title,
        }
        | ImportOutcome::Same => return None,
        ImportOutcome::LeftOut { .. } => (Text::TakeAlong, true),
        ImportOutcome::New if line.alike.is_none() && line.formulas.is_empty() => return None,
        _ => (Text::LeaveOut, false),
    };
    let decide = move |_| {
        form.choices.update(|choices| {
            let (to, from) = if is_out {
                (&mut choices.with, &mut choices.without)
            } else {
                (&mut choices.without, &mut choices.with)
            };
            from.remove(&row);
            to.insert(row);
        });
        form.check_file(Some(form.chosen_columns()));
    };
    let label = format!("{} ({})", words.say(language), language.whole(row));
    Some(
        view! {
            <button type="button" class="link-button" aria-label=label on:click=decide>
                {words.say(language)}
            </button>
        }
        .into_any(),
    )
}

/// What is wrong with a cell, and a field to put it right in, with what stood there.
fn wrong_cell(form: ImportForm, row: u32, error: &CellError, language: Language) -> AnyView {
    let words = cell_error(error, language);
    let Some(one) = error.field else {
        return view! { <p class="notice coral">{words}</p> }.into_any();
    };
    let id = format!("wrong-{row}-{}", one.name());
    let label = Text::Instead(field(one, language), row).say(language);
    let stood = match error.problem {
        CellProblem::ErrorValue | CellProblem::NeverCalculated => String::new(),
        _ => error.value.clone(),
    };
    let corrected = form.choices.with_untracked(|choices| {
        let typed = choices.corrections.iter().rev();
        let mut typed = typed.filter(|it| it.row == row && it.field == one);
        typed.next().map(|it| it.text.clone())
    });
    let value = corrected.unwrap_or(stood);
    let on_change =
        move |event: web_sys::Event| put_right(form, row, one, event_target_value(&event));
    let is_long = matches!(one, ImportField::Pitch | ImportField::Benefit);
    let input = if is_long {
        view! {
            <textarea
                rows="4"
                aria-label=label
                aria-invalid="true"
                aria-describedby=id.clone()
                prop:value=value
                on:change=on_change
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                aria-label=label
                aria-invalid="true"
                aria-describedby=id.clone()
                autocomplete="off"
                prop:value=value
                on:change=on_change
            />
        }
        .into_any()
    };
    view! {
        <div class="field">
            <p id=id class="notice coral">{words}</p>
            {input}
        </div>
    }
    .into_any()
}

fn put_right(form: ImportForm, row: u32, field: ImportField, text: String) {
    form.choices.update(|choices| {
        choices
            .corrections
            .retain(|one| one.row != row || one.field != field);
        choices.corrections.push(Correction { row, field, text });
    });
}
