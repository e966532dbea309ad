//! In English: the words around a file of requests: choosing it, saying which column is what, and what it would change.

use barometer_domain::financing::import::{CellError, CellProblem, ImportField, LeftOut};

use super::refused;
use crate::Language::English;
use crate::staff::import::ImportText;

pub(crate) fn sentence(message: ImportText<'_>) -> String {
    let requests = |count| English.counted(count, "request", "requests");
    match message {
            ImportText::Title => "Import requests".into(),
            ImportText::Body => {
                "Choose a spreadsheet (XLSX or ODS) or a CSV file with one line per request and headings above. \
                 Titles, the heads of groups and sums are recognised. Nothing is written before you have seen what \
                 happens."
                    .into()
            }
            ImportText::Choose => "Choose a file".into(),
            ImportText::ChooseOther => "Choose another file".into(),
            ImportText::ChooseAgain => {
                "You were busy with a file when you left the page. Choose it again: what you have corrected is \
                 still here."
                    .into()
            }
            ImportText::Reading => "Reading …".into(),
            ImportText::Columns => "What stands in which column?".into(),
            ImportText::ColumnsBody => {
                "The reference decides whether a request is new. An empty cell leaves it as it is.".into()
            }
            ImportText::NoColumn => "– none –".into(),
            ImportText::LookAgain => "Look again".into(),
            ImportText::Preview => "What happens".into(),
            ImportText::New(count) => format!("{} new", English.whole(count)),
            ImportText::Changed(count) => format!("{} changed", English.whole(count)),
            ImportText::Same(count) => format!("{} as they are", English.whole(count)),
            ImportText::Wrong(count) => format!("{} to be corrected", English.whole(count)),
            ImportText::Hidden(count) => format!("{} hidden", English.whole(count)),
            ImportText::LeftOut(count) => format!("{} left out", English.whole(count)),
            ImportText::Sheet => "Sheet".into(),
            ImportText::NotRead(headings) => format!("Not read: {headings}"),
            ImportText::Sample => "The first rows, as they stand in the file".into(),
            ImportText::HiddenAsk(1) => "1 row is hidden or filtered out. Shall it come along?".into(),
            ImportText::HiddenAsk(count) => {
                format!("{} rows are hidden or filtered out. Shall they come along?", English.whole(count))
            }
            ImportText::HiddenWith => "Take along".into(),
            ImportText::HiddenWithout => "Leave out".into(),
            ImportText::IsHidden => "Hidden in the file. Choose whether hidden rows come along.".into(),
            ImportText::LeaveOut => "Leave the line out".into(),
            ImportText::TakeAlong => "Take along after all".into(),
            ImportText::Formulas(cells) => format!("Formula without a result, read as text: {cells}"),
            ImportText::Alike(other) => format!("Looks like {other}"),
            ImportText::Instead(field, row) => format!("{field} in line {row}"),
            ImportText::LookCorrected => "Look again with the corrections".into(),
            ImportText::AllOrNothing => {
                "Correct the lines here or in the file, or leave them out. All is written, or nothing.".into()
            }
            ImportText::Row => "Line".into(),
            ImportText::Reference => "Reference".into(),
            ImportText::TitleColumn => "Title".into(),
            ImportText::Outcome => "What happens?".into(),
            ImportText::IsNew => "New".into(),
            ImportText::Changes(fields) => format!("Changes: {fields}"),
            ImportText::IsSame => "As it is".into(),
            ImportText::Twice(row) => format!("The reference stands in line {row} too."),
            ImportText::OnlyWrong => "Show only what is to be corrected".into(),
            ImportText::Why => "Why? Participants can read it where a deadline is extended".into(),
            ImportText::Apply(count) => format!("Import {}", requests(count)),
            ImportText::Applied(new, changed) => format!(
                "Imported: {} new and {} changed.",
                English.whole(new),
                English.whole(changed)
            ),
            ImportText::NoLines => "The headings tell us nothing. Choose what stands in which column.".into(),
            ImportText::NothingToDo => "Everything in the file is there already.".into(),
            ImportText::ToList => "See the requests".into(),
        }
}

pub(crate) fn field(field: ImportField) -> &'static str {
    match field {
        ImportField::Reference => "Reference",
        ImportField::Title => "Title",
        ImportField::Pitch => "Pitch",
        ImportField::Benefit => "Benefit",
        ImportField::Category => "Category",
        ImportField::Price => "Price",
        ImportField::PriceLow => "Lowest price",
        ImportField::PriceHigh => "Highest price",
        ImportField::Firm => "Firm price",
        ImportField::Minimum => "Fewest municipalities",
        ImportField::Deadline => "Deadline",
        ImportField::National => "National initiative",
        ImportField::AskedBy => "Asked for by",
        ImportField::Folder => "Folder",
        ImportField::Portal => "Portal link",
    }
}

pub(crate) fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::Title => "Left out: it stands above the headings",
        LeftOut::Group => "Left out: the head of a group",
        LeftOut::Sum => "Left out: a sum",
        LeftOut::Note => "Left out: a note",
        LeftOut::Hidden => "Left out: hidden in the file",
        LeftOut::ByHand => "Left out by you",
    }
}

/// What is wrong with a cell, without its name.
pub(crate) fn cell_problem(error: &CellError) -> String {
    match &error.problem {
        CellProblem::Missing => "is missing.".to_owned(),
        CellProblem::Unclear => {
            let kind = unclear(error.field);
            let value = &error.value;
            format!("“{value}” {kind}")
        }
        CellProblem::ErrorValue => format!("“{}” is an error in the spreadsheet.", error.value),
        CellProblem::NeverCalculated => format!(
            "“{}” is a formula without a result. Open the file and save it again.",
            error.value
        ),
        CellProblem::TooLong { letters, most } => {
            format!("{letters} letters, and there is room for {most}. Shorten the text.")
        }
        CellProblem::Refused { why } => refused::sentence(why),
    }
}

fn unclear(field: Option<ImportField>) -> &'static str {
    match field {
        Some(ImportField::Price | ImportField::PriceLow | ImportField::PriceHigh) => {
            "is no clear amount."
        }
        Some(ImportField::Deadline) => "is no date. Write, for instance, 1.12.2026.",
        Some(ImportField::Minimum) => "is no number from 1 to 98.",
        Some(ImportField::Firm | ImportField::National) => "is neither yes nor no.",
        Some(ImportField::Portal) => "is no link with https://.",
        Some(ImportField::Reference) => "is on several requests, so the line belongs to none.",
        _ => "cannot stand here.",
    }
}

pub(crate) const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
