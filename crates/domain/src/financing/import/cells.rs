//! The cells of one line, read as people write them; all that is wrong with them is collected.

use std::cell::RefCell;

use super::errors::{CellError, CellProblem};
use super::{ImportChoices, ImportField, Mapping};
use crate::date::Date;
use crate::financing::{ChangeRequest, Price};
use crate::money::{Money, WrittenAmount, typed_kroner, written_amount};
use crate::table::{CellKind, TableCell, TableRow, cell_name};

/// What says yes, in small letters; `sand` and `true` are a spreadsheet's own.
const YES: [&str; 6] = ["ja", "yes", "sand", "true", "x", "1"];
const NO: [&str; 6] = ["nej", "no", "falsk", "false", "0", "-"];
/// Words in the price's column that make the price firm.
const FIRM: [&str; 4] = ["fast", "fast pris", "firm", "firm price"];
/// What says that it is not; the export's own words among them.
const ESTIMATE: [&str; 6] = [
    "et overslag",
    "an estimate",
    "overslag",
    "estimate",
    "ikke vurderet",
    "not assessed",
];
/// The months as both languages begin them.
const MONTHS: [(&str, u8); 16] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("maj", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("märz", 3),
    ("dez", 12),
];

/// One line through a mapping.
pub(super) struct Cells<'a> {
    row: &'a TableRow,
    mapping: &'a Mapping,
    choices: &'a ImportChoices,
    errors: RefCell<Vec<CellError>>,
}

impl<'a> Cells<'a> {
    pub(super) fn of(row: &'a TableRow, mapping: &'a Mapping, choices: &'a ImportChoices) -> Self {
        Self {
            row,
            mapping,
            choices,
            errors: RefCell::default(),
        }
    }

    /// Whether there is nothing in any column that is read.
    pub(super) fn are_blank(&self) -> bool {
        let mut fields = ImportField::ALL.into_iter();
        fields.all(|field| self.text(field).is_none())
    }

    /// The text of a field, if there is any. The apostrophe with which a spreadsheet, and the export, keeps a text from
    /// being a formula is none of it. Only what is told in several lines keeps its line breaks.
    pub(super) fn text(&self, field: ImportField) -> Option<String> {
        let (text, _) = self.cell(field)?;
        let keeps_breaks = matches!(field, ImportField::Pitch | ImportField::Benefit);
        let is_break = |letter: char| {
            letter.is_control() && letter.is_whitespace() && !(keeps_breaks && letter == '\n')
        };
        let text = text.replace("\r\n", "\n").replace(is_break, " ");
        let text = text.trim();
        let kept = text
            .strip_prefix('\'')
            .filter(|text| text.starts_with(['=', '+', '-', '@']));
        Some(kept.unwrap_or(text).to_owned()).filter(|text| !text.is_empty())
    }

    /// What stands in a field as it stands there: what somebody typed for it, or its cell.
    fn cell(&self, field: ImportField) -> Option<(&str, CellKind)> {
        if let Some(typed) = self.choices.correction(self.row.number, field) {
            return Some((typed, CellKind::Text));
        }
        let TableCell { text, kind } = self.row.cells.get(self.mapping.column(field)?)?;
        Some((text, *kind))
    }

    /// The names of the cells whose formula is taken for a text.
    pub(super) fn formulas(&self) -> Vec<String> {
        let fields = ImportField::ALL.into_iter().filter(|field| field.is_text());
        let cells = fields.filter(|field| {
            let cell = self.cell(*field);
            cell.is_some_and(|(_, kind)| kind == CellKind::Formula)
        });
        cells.map(|field| self.name(field)).collect()
    }

    /// The cell as the spreadsheet names it; empty where the field has no column.
    fn name(&self, field: ImportField) -> String {
        let column = self.mapping.column(field);
        column.map_or_else(String::new, |column| cell_name(self.row.number, column))
    }

    /// Keeps in mind what is wrong with a field; once for each.
    pub(super) fn wrong(&self, field: ImportField, problem: CellProblem) {
        let mut errors = self.errors.borrow_mut();
        if errors.iter().any(|error| error.field == Some(field)) {
            return;
        }
        errors.push(CellError {
            field: Some(field),
            cell: self.name(field),
            value: self.text(field).unwrap_or_default(),
            problem,
        });
    }

    /// All that is wrong, in the order of the fields.
    pub(super) fn into_errors(self) -> Vec<CellError> {
        let mut errors = self.errors.into_inner();
        errors.sort_by_key(|error| error.field);
        errors
    }

    /// What the line makes of a request, or of none; texts may still be too long, and amounts too large.
    pub(super) fn over(&self, held: Option<&ChangeRequest>) -> ChangeRequest {
        for field in ImportField::ALL {
            if self
                .cell(field)
                .is_some_and(|(_, kind)| kind == CellKind::Error)
            {
                self.wrong(field, CellProblem::ErrorValue);
            }
        }
        let mut request = held.cloned().unwrap_or_default();
        for (field, text) in [
            (ImportField::Reference, &mut request.reference),
            (ImportField::Title, &mut request.title),
            (ImportField::Pitch, &mut request.pitch),
            (ImportField::Benefit, &mut request.benefit),
            (ImportField::Category, &mut request.category),
            (ImportField::AskedBy, &mut request.asked_by),
            (ImportField::Folder, &mut request.folder),
            (ImportField::Portal, &mut request.portal),
        ] {
            if let Some(said) = self.text(field) {
                *text = said;
            }
        }
        request.terms.price = self.price(held.map(|held| held.terms.price));
        if let Some(minimum) = self.read(ImportField::Minimum, |text| text.parse().ok()) {
            request.terms.minimum = Some(minimum);
        }
        if let Some(deadline) = self.read(ImportField::Deadline, written_day) {
            request.terms.deadline = Some(deadline);
        }
        if let Some((national, initiative)) = self.read(ImportField::National, national) {
            request.national = national;
            if !initiative.is_empty() || !national {
                request.initiative = initiative;
            }
        }
        request
    }

    /// What is left out of a price stays as it is, but never so that the likely price lies outside. A price without
    /// more is all there is to an estimate; of a firm one the lowest and the highest are not looked at. A new wish
    /// without a price has none yet.
    fn price(&self, held: Option<Price>) -> Price {
        let written = self.amount(ImportField::Price, written_amount, WrittenAmount::Exact);
        let low = self.amount(ImportField::PriceLow, typed_kroner, |amount| amount);
        let high = self.amount(ImportField::PriceHigh, typed_kroner, |amount| amount);
        let firm = self.read(ImportField::Firm, |text| {
            one_of(text, &FIRM, &ESTIMATE).or_else(|| one_of(text, &YES, &NO))
        });
        let held = held.unwrap_or_default();
        let written = written.map(Price::from);
        let likely = match written {
            Some(written) => written.known(),
            None => held.known(),
        };
        let Some(likely) = likely else {
            if firm == Some(true) {
                self.wrong(ImportField::Price, CellProblem::Missing);
            }
            return Price::NotAssessed;
        };
        if firm.unwrap_or_else(|| held.is_firm()) {
            return Price::Firm { amount: likely };
        }
        let span = match (written, held) {
            (Some(Price::Estimate { low, high, .. }), _) if low < high => Some((low, high)),
            (_, Price::Estimate { low, high, .. }) => Some((low, high)),
            _ => None,
        };
        let (held_low, held_high) = span.unwrap_or((likely, likely));
        Price::Estimate {
            low: low.unwrap_or_else(|| held_low.min(likely)),
            likely,
            high: high.unwrap_or_else(|| held_high.max(likely)),
        }
    }

    /// An amount: of a cell that is a number, to the nearest øre; else as it is written.
    fn amount<T>(
        &self,
        field: ImportField,
        written: impl FnOnce(&str) -> Option<T>,
        exact: impl FnOnce(Money) -> T,
    ) -> Option<T> {
        match self.cell(field) {
            Some((text, CellKind::Number)) => {
                let kroner = text.parse::<f64>().ok();
                let ore = kroner.map(|kroner| (kroner * 100.0).round());
                let ore = ore.filter(|ore| (0.0..=1e13).contains(ore));
                #[expect(clippy::cast_possible_truncation, reason = "whole, and within i64")]
                let amount = ore.map(|ore| Money::from_ore(ore as i64));
                if amount.is_none() {
                    self.wrong(field, CellProblem::Unclear);
                }
                amount.map(exact)
            }
            _ => self.read(field, written),
        }
    }

    /// What a field says, if it says anything that can be read.
    fn read<T>(&self, field: ImportField, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let (_, kind) = self.cell(field)?;
        let text = self.text(field)?;
        let value = match kind {
            CellKind::Error => None,
            CellKind::Formula => {
                self.wrong(field, CellProblem::NeverCalculated);
                None
            }
            CellKind::Text | CellKind::Number => read(&text),
        };
        if value.is_none() {
            self.wrong(field, CellProblem::Unclear);
        }
        value
    }
}

fn one_of(text: &str, yes: &[&str], no: &[&str]) -> Option<bool> {
    let text = text.to_lowercase();
    let is_among = |words: &[&str]| words.contains(&&*text);
    is_among(yes)
        .then_some(true)
        .or_else(|| is_among(no).then_some(false))
}

/// Yes or no, and the initiative that is named with it: `Ja (FMK)`, `Ja – Ældreloven`.
fn national(text: &str) -> Option<(bool, String)> {
    if let Some(said) = one_of(text, &YES, &NO) {
        return Some((said, String::new()));
    }
    let (word, rest) = text.split_at(text.find(|letter: char| !letter.is_alphanumeric())?);
    let said = one_of(word, &YES, &NO)?;
    let is_mark = |letter: char| letter.is_whitespace() || "-–—:,;./".contains(letter);
    let rest = rest.trim_matches(is_mark);
    let inside = rest
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let words = inside.unwrap_or(rest).trim();
    let initiative = if said { words } else { "" };
    Some((said, initiative.to_owned()))
}

/// A day as `2026-11-01`, or the Danish way: `1.11.2026`, `01-11-2026`, `1/11-2026`, `1. november 2026`.
pub fn written_day(text: &str) -> Option<Date> {
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let lower = text.to_lowercase();
    let is_mark = |letter: char| letter.is_whitespace() || ".-/".contains(letter);
    let parts: Vec<&str> = lower
        .split(is_mark)
        .filter(|part| !part.is_empty())
        .collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !is_number(year) || !is_number(day) || text.starts_with(is_mark) {
        return None;
    }
    let named = || {
        let found = MONTHS.into_iter().find(|(name, _)| month.starts_with(name));
        found.map(|(_, number)| number)
    };
    let month = if is_number(month) {
        month.parse().ok()
    } else {
        named()
    };
    Date::of(year.parse().ok()?, month?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_the_way_it_is_written() {
        for text in [
            "2026-11-01",
            "1.11.2026",
            "01-11-2026",
            "1/11/2026",
            "1/11-2026",
            "1. november 2026",
            "1 Nov. 2026",
        ] {
            assert_eq!(
                written_day(text).map(|day| day.to_string()).as_deref(),
                Some("2026-11-01"),
                "{text}"
            );
        }
        for text in [
            "",
            "1.11.26",
            "31.2.2026",
            "11/2026",
            "+1.11.2026",
            "-1.11.2026",
            "Q1 2027",
            "1. kvartal 2027",
            "i morgen",
        ] {
            assert_eq!(written_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_national_initiative_is_named_with_the_yes() {
        let said = |text| national(text).map(|(said, words)| format!("{said} {words}"));
        for (text, expected) in [
            ("Ja (FMK)", "true FMK"),
            ("Ja – Ældreloven", "true Ældreloven"),
            ("ja, MedCom 2", "true MedCom 2"),
            ("x", "true "),
            ("Nej", "false "),
            ("Nej (men måske)", "false "),
        ] {
            assert_eq!(said(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["måske", "Jarl", "FMK", "?"] {
            assert_eq!(national(text), None, "{text}");
        }
    }
}
