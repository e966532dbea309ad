//! The words around a file of requests: choosing it, saying which column is what, and what it would change.

use barometer_domain::financing::import::{
    CellError, CellProblem, FieldChange, ImportField, LeftOut,
};
use barometer_domain::money::Money;

use crate::figures;

use crate::Language;

/// Everything that the page of an import from a file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum ImportText<'a> {
    Title,
    Body,
    Choose,
    ChooseOther,
    /// What was decided about a file before the page was left.
    ChooseAgain,
    Reading,
    Columns,
    /// What the columns are for.
    ColumnsBody,
    NoColumn,
    /// Looks again with these columns.
    LookAgain,
    /// What it would change: heading.
    Preview,
    New(u32),
    Changed(u32),
    /// So many as they are.
    Same(u32),
    /// So many to be mended.
    Wrong(u32),
    /// So many hidden rows that are asked about.
    Hidden(u32),
    /// So many rows left out.
    LeftOut(u32),
    /// The sheet that is read.
    Sheet,
    /// These headings are not read.
    NotRead(&'a str),
    /// The first rows, as they stand in the file.
    Sample,
    HiddenAsk(u32),
    HiddenWith,
    HiddenWithout,
    IsHidden,
    LeaveOut,
    /// This row comes along after all.
    TakeAlong,
    /// These cells are formulas without a value, read as texts.
    Formulas(&'a str),
    /// It is probably the same as this one.
    Alike(&'a str),
    /// The label of a field to put a cell right in: which field, in which row.
    Instead(&'a str, u32),
    /// Looks again, with what was put right.
    LookCorrected,
    /// Nothing is written before all lines are right.
    AllOrNothing,
    Row,
    Reference,
    TitleColumn,
    /// A column: what comes of it.
    Outcome,
    IsNew,
    /// It changes in these fields.
    Changes(&'a str),
    IsSame,
    /// It is about the same as an earlier row.
    Twice(u32),
    /// Only lines that do something.
    OnlyWrong,
    Why,
    Apply(u32),
    Applied(u32, u32),
    /// No line has anything in a column that is read.
    NoLines,
    /// There is nothing to write.
    NothingToDo,
    /// The way to the list.
    ToList,
}

impl ImportText<'_> {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::import::sentence(self))
    }
}

/// A field as a column is called.
pub fn field(field: ImportField, language: Language) -> &'static str {
    in_language!(language, staff::import::field(field))
}

/// Why a row is left out.
pub fn left_out(why: LeftOut, language: Language) -> &'static str {
    in_language!(language, staff::import::left_out(why))
}

/// What is wrong with a cell, with its name and what stands there: `F21, Pris: »gratis« kan ikke læses som et beløb.`
pub fn cell_error(error: &CellError, language: Language) -> String {
    let what = in_language!(language, staff::import::cell_problem(error));
    if matches!(error.problem, CellProblem::Refused { .. }) {
        return what;
    }
    let name = error.field.map_or("", |one| field(one, language));
    match (&*error.cell, name) {
        ("", "") => what,
        ("", name) => format!("{name}: {what}"),
        (cell, name) => format!("{cell}, {name}: {what}"),
    }
}

/// What changes in a field: `Pris: 240.000 kr. → 260.000 kr.`
pub fn change(change: &FieldChange, language: Language) -> String {
    let [from, to] = [&change.from, &change.to].map(|said| shown(change.field, said, language));
    format!("{}: {from} → {to}", field(change.field, language))
}

fn shown(field: ImportField, said: &str, language: Language) -> String {
    let nothing = || "–".to_owned();
    match field {
        _ if said.is_empty() => match field {
            ImportField::Price => figures::not_assessed(language).to_owned(),
            _ => nothing(),
        },
        ImportField::Price | ImportField::PriceLow | ImportField::PriceHigh => {
            let (kroner, ore) = said.split_once('.').unwrap_or((said, "0"));
            let ore = kroner.parse::<i64>().ok().zip(ore.parse::<i64>().ok());
            let amount = ore.map(|(kroner, ore)| Money::from_ore(kroner * 100 + ore));
            amount.map_or_else(nothing, |amount| figures::typed(language, amount))
        }
        ImportField::Deadline => figures::date(language, said),
        ImportField::Firm | ImportField::National => {
            let (word, more) = said.split_once(' ').unwrap_or((said, ""));
            let yes = in_language!(language, staff::import::yes_or_no(word == "true"));
            format!("{yes} {more}").trim_end().to_owned()
        }
        _ => said.replace('\n', " "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::{Danish, English};

    #[test]
    fn an_error_names_its_cell_and_what_stood_there() {
        let error = CellError {
            field: Some(ImportField::Price),
            cell: "F21".into(),
            value: "gratis".into(),
            problem: CellProblem::Unclear,
        };
        assert_eq!(
            cell_error(&error, Danish),
            "F21, Pris: »gratis« er ikke et entydigt beløb."
        );
        assert_eq!(
            cell_error(&error, English),
            "F21, Price: “gratis” is no clear amount."
        );
    }

    #[test]
    fn a_change_is_told_from_old_to_new() {
        let told = |field, from: &str, to: &str| {
            let change = FieldChange {
                field,
                from: from.into(),
                to: to.into(),
            };
            super::change(&change, Danish)
        };
        assert_eq!(
            told(ImportField::Price, "240000", "35714.29"),
            "Pris: 240.000 → 35.714,29"
        );
        assert_eq!(
            told(ImportField::Price, "", "5"),
            "Pris: pris ikke vurderet → 5"
        );
        assert_eq!(
            told(ImportField::Deadline, "", "2026-12-01"),
            "Frist: – → 1. december 2026"
        );
        assert_eq!(
            told(ImportField::National, "false", "true FMK"),
            "Nationalt initiativ: nej → ja FMK"
        );
    }
}
