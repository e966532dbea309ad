//! Requests from a table that someone brings: what each line would make of them, without doing it.

mod alike;
mod cells;
mod choices;
mod columns;
mod errors;
mod left_out;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::commitment::{LONGEST_NOTE, note, text};
use super::request::Edit;
use super::{ChangeRequest, Price, RequestState};
use crate::date::Date;
use crate::ids::RequestId;
use crate::money::Money;
use crate::refusal::{Field, Refusal};
use crate::table::{Table, TableRow};
use alike::Alike;
use cells::Cells;

pub use cells::written_day;
pub use choices::{Correction, ImportChoices};
pub use columns::{ImportField, Mapping};
pub use errors::{CellError, CellProblem};
pub use left_out::LeftOut;

/// A request as it stands before the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The request's number in the vendor's portfolio.
    pub id: RequestId,
    /// How far it has come.
    pub state: RequestState,
    /// Its texts and terms before the import.
    pub request: ChangeRequest,
}

/// A table with what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'a> {
    /// The sheet as it was read from the file.
    pub table: &'a Table,
    /// Which of its rows has the headings.
    pub headings: usize,
    /// Which column fills which field.
    pub mapping: &'a Mapping,
    /// The vendor's decisions about single lines and cells.
    pub choices: &'a ImportChoices,
}

/// Who imports, and why; participants see the reason where a deadline is extended.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The name of the employee who imports, without blanks around it.
    pub by: &'a str,
    /// Why the import changes terms; may be empty where none change.
    pub why: &'a str,
}

/// Who imports, and why, without the blanks around them; why may be left out as long as no terms change that
/// municipalities decide on.
///
/// # Errors
/// [`Refusal::NotFilledIn`] when the name is missing, or either is too long.
pub fn signature(by: &str, why: &str) -> Result<(String, String), Refusal> {
    let why = text(why, 0..=LONGEST_NOTE, Field::Reason)?;
    Ok((note(by, Field::By)?, why))
}

/// The result of reading one line: what would be written, or why nothing is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportOutcome {
    /// A request that is not there yet.
    New,
    /// One that is there, and says something else afterwards.
    Changed {
        /// The fields that will say something else, in order.
        changes: Vec<FieldChange>,
    },
    /// One that says the same already.
    Same,
    /// A line that cannot be taken in.
    Wrong {
        /// All that is wrong with it, in the order of the fields.
        errors: Vec<CellError>,
    },
    /// A line about a request that an earlier one is about already.
    Twice {
        /// The row of the earlier line, as the spreadsheet shows it.
        row: u32,
    },
    /// A hidden row with something in it: whether it comes along is asked.
    Hidden,
    /// A row that stays out.
    LeftOut {
        /// Why it is taken for no request.
        why: LeftOut,
    },
}

impl ImportOutcome {
    /// Whether nothing is imported because of it.
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::Wrong { .. } | Self::Twice { .. } | Self::Hidden)
    }
}

/// A field that says something else afterwards. Amounts are in kroner with a point before the øre, days `2026-11-01`,
/// and yes is `true`; empty is nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldChange {
    /// The field whose text changes.
    pub field: ImportField,
    /// What it says before the import.
    pub from: String,
    /// What it says after the import.
    pub to: String,
}

/// A line with something in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportLine {
    /// Its row as the spreadsheet shows it, from 1.
    pub row: u32,
    /// The reference in it; may be empty.
    pub reference: String,
    /// The title in it, or that of the request it is about; may be empty.
    pub title: String,
    /// What would be written for it, or why nothing is.
    pub outcome: ImportOutcome,
    /// The cells whose formula was never calculated and is taken for a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formulas: Vec<String>,
    /// The request, or the earlier line, that a new one is probably the same as: its reference and title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alike: Option<String>,
}

/// A line with what is to be written for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The line as it is shown to the vendor.
    pub line: ImportLine,
    /// The request as it is afterwards, and which it is unless it is new; `None` where nothing changes.
    pub write: Option<(Option<RequestId>, ChangeRequest)>,
}

/// The preview of an import, or the report of one that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Import {
    /// The sheets that can be read; none of separated values.
    pub sheets: Vec<String>,
    /// The one that is read.
    pub sheet: String,
    /// The row of the headings as the spreadsheet shows it, from 1.
    pub heading_row: u32,
    /// The texts in the row of the headings, by column.
    pub headings: Vec<String>,
    /// Which column fills which field, as guessed or chosen.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, u8>))]
    pub mapping: Mapping,
    /// The first rows below the headings, [`Import::SAMPLE`] at most.
    pub sample: Vec<Vec<String>>,
    /// Every line with something in it, in order.
    pub lines: Vec<ImportLine>,
    /// How many lines are [`ImportOutcome::New`].
    pub new: u32,
    /// How many lines are [`ImportOutcome::Changed`].
    pub changed: u32,
    /// How many lines are [`ImportOutcome::Same`].
    pub same: u32,
    /// Lines that are [`ImportOutcome::Wrong`] or [`ImportOutcome::Twice`].
    pub wrong: u32,
    /// Lines that are [`ImportOutcome::Hidden`]: nothing is written before it is said whether they come along.
    pub hidden: u32,
    /// How many lines are [`ImportOutcome::LeftOut`].
    pub left_out: u32,
    /// Whether it has been written; otherwise it is a preview.
    pub applied: bool,
}

impl Import {
    /// How many rows the sample has at most.
    pub const SAMPLE: usize = 5;

    /// Counts the lines by their outcome and puts the preview together.
    pub fn of(brought: Brought<'_>, sheets: Vec<String>, lines: Vec<ImportLine>) -> Self {
        let count = |is: fn(&ImportOutcome) -> bool| {
            let count = lines.iter().filter(|line| is(&line.outcome)).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let (above, below) = brought.rows();
        let headings = above.last();
        Self {
            new: count(|outcome| matches!(outcome, ImportOutcome::New)),
            changed: count(|outcome| matches!(outcome, ImportOutcome::Changed { .. })),
            same: count(|outcome| matches!(outcome, ImportOutcome::Same)),
            wrong: count(|outcome| {
                matches!(
                    outcome,
                    ImportOutcome::Wrong { .. } | ImportOutcome::Twice { .. }
                )
            }),
            hidden: count(|outcome| matches!(outcome, ImportOutcome::Hidden)),
            left_out: count(|outcome| matches!(outcome, ImportOutcome::LeftOut { .. })),
            sheets,
            sheet: brought.table.name.clone(),
            heading_row: headings.map_or(0, |row| row.number),
            headings: headings.map(TableRow::texts).unwrap_or_default(),
            mapping: brought.mapping.clone(),
            sample: below
                .iter()
                .take(Self::SAMPLE)
                .map(TableRow::texts)
                .collect(),
            lines,
            applied: false,
        }
    }
}

impl<'a> Brought<'a> {
    /// The rows down to the headings, and those below.
    fn rows(self) -> (&'a [TableRow], &'a [TableRow]) {
        let rows = &self.table.rows;
        rows.split_at((self.headings + 1).min(rows.len()))
    }
}

/// What each line of a table would make of the requests that stand.
///
/// A line is about the request with its reference. A cell that is empty, or whose field has no column, leaves what
/// stands. Lines with nothing in any column that is read are left out, and so are rows that look like no request,
/// unless somebody says that they are. Of lines with the same reference the first counts; otherwise what a line comes
/// to does not depend on the others.
pub fn plan(
    brought: Brought<'_>,
    existing: &[Standing],
    signed: Signed<'_>,
    today: Date,
) -> Vec<Planned> {
    let Brought {
        mapping, choices, ..
    } = brought;
    let standing = by_reference(existing);
    let mut alike = Alike::of(existing);
    let mut seen = BTreeMap::new();
    let mut planned = Vec::new();
    let (above, below) = brought.rows();
    let titles = above.split_last().map_or(&[][..], |(_, titles)| titles);
    planned.extend(titles.iter().map(|row| left_out(row, LeftOut::Title)));
    for row in below {
        let cells = Cells::of(row, mapping, choices);
        let number = row.number;
        let reference = cells.text(ImportField::Reference).unwrap_or_default();
        let held = standing.get(&*reference).map_or(&[][..], Vec::as_slice);
        let looks_like = left_out::reason(row, mapping).filter(|_| held.is_empty());
        let is_wanted = choices.with.contains(&number);
        let stays_out = match looks_like {
            _ if choices.without.contains(&number) => Some(LeftOut::ByHand),
            Some(why) if !is_wanted => Some(why),
            _ if cells.are_blank() => continue,
            _ if row.hidden && !is_wanted && choices.hidden == Some(false) => Some(LeftOut::Hidden),
            _ => None,
        };
        if let Some(why) = stays_out {
            planned.push(left_out(row, why));
            continue;
        }
        let title = cells.text(ImportField::Title);
        let is_asked = row.hidden && !is_wanted && choices.hidden.is_none();
        let title = title.or_else(|| Some(held.first()?.request.title.clone()));
        let title = title.unwrap_or_default();
        let formulas = cells.formulas();
        let earlier = seen.get(&reference).copied();
        let (outcome, write) = match earlier.filter(|_| !reference.is_empty()) {
            _ if is_asked => (ImportOutcome::Hidden, None),
            Some(row) => (ImportOutcome::Twice { row }, None),
            None => outcome(cells, held, signed, today),
        };
        if !is_asked {
            seen.entry(reference.clone()).or_insert(number);
        }
        let is_new = outcome == ImportOutcome::New;
        let line = ImportLine {
            row: number,
            alike: alike.to(&reference, &title).filter(|_| is_new),
            reference,
            title,
            outcome,
            formulas,
        };
        planned.push(Planned { line, write });
    }
    planned
}

/// The line of a row that stays out; its title is what stands in it.
fn left_out(row: &TableRow, why: LeftOut) -> Planned {
    let texts = row.texts();
    let texts: Vec<&str> = texts
        .iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    Planned {
        line: ImportLine {
            row: row.number,
            reference: String::new(),
            title: texts.join(" · ").replace('\n', " "),
            outcome: ImportOutcome::LeftOut { why },
            formulas: Vec::new(),
            alike: None,
        },
        write: None,
    }
}

fn by_reference(existing: &[Standing]) -> BTreeMap<&str, Vec<&Standing>> {
    let mut requests: BTreeMap<&str, Vec<&Standing>> = BTreeMap::new();
    for standing in existing {
        let reference = &*standing.request.reference;
        requests.entry(reference).or_default().push(standing);
    }
    requests
}

type Write = Option<(Option<RequestId>, ChangeRequest)>;

/// What a line comes to, where these requests have its reference.
fn outcome(
    cells: Cells<'_>,
    held: &[&Standing],
    signed: Signed<'_>,
    today: Date,
) -> (ImportOutcome, Write) {
    if held.len() > 1 {
        // The line cannot say which of them it means.
        cells.wrong(ImportField::Reference, CellProblem::Unclear);
    }
    let held = held.first().copied();
    let request = cells.over(held.map(|held| &held.request));
    for field in request.wrong_fields() {
        let field = ImportField::of(field).unwrap_or(ImportField::Reference);
        cells.wrong(field, problem_of(field, &cells));
    }
    let errors = cells.into_errors();
    if !errors.is_empty() {
        return (ImportOutcome::Wrong { errors }, None);
    }
    let outcome = match held {
        None => request
            .checked()
            .map(|request| (ImportOutcome::New, Some((None, request)))),
        Some(held) => edited(request, held, signed, today),
    };
    outcome.unwrap_or_else(|why| {
        let errors = vec![CellError::of_line(why)];
        (ImportOutcome::Wrong { errors }, None)
    })
}

/// What is wrong with a field that cannot be as it is.
fn problem_of(field: ImportField, cells: &Cells<'_>) -> CellProblem {
    let Some(text) = cells.text(field) else {
        return CellProblem::Missing;
    };
    let letters = text.chars().count();
    match field.longest() {
        Some(most) if letters > most => CellProblem::TooLong {
            letters: u32::try_from(letters).unwrap_or(u32::MAX),
            most: u32::try_from(most).unwrap_or(u32::MAX),
        },
        _ => CellProblem::Unclear,
    }
}

fn edited(
    request: ChangeRequest,
    held: &Standing,
    signed: Signed<'_>,
    today: Date,
) -> Result<(ImportOutcome, Write), Refusal> {
    if request == held.request {
        return Ok((ImportOutcome::Same, None));
    }
    let edit = Edit {
        by: signed.by.to_owned(),
        why: signed.why.to_owned(),
        edition: None,
        request,
    };
    let next = held.request.edited(held.state, edit, today)?;
    let fields = ImportField::ALL.into_iter();
    let changes = fields.filter_map(|field| {
        let [from, to] = [&held.request, &next].map(|request| field.shown(request));
        (from != to).then_some(FieldChange { field, from, to })
    });
    let outcome = ImportOutcome::Changed {
        changes: changes.collect(),
    };
    Ok((outcome, Some((Some(held.id), next))))
}

impl ImportField {
    /// Whether it holds a text.
    const fn is_text(self) -> bool {
        self.longest().is_some()
    }

    /// The most letters, of a text.
    pub const fn longest(self) -> Option<usize> {
        use super::request as r;
        match self {
            Self::Reference | Self::Category => Some(r::LONGEST_LABEL),
            Self::Title => Some(r::LONGEST_TITLE),
            Self::Pitch => Some(r::LONGEST_PITCH),
            Self::Benefit => Some(r::LONGEST_BENEFIT),
            Self::AskedBy | Self::Folder | Self::Portal => Some(r::LONGEST_PLACE),
            Self::Price
            | Self::PriceLow
            | Self::PriceHigh
            | Self::Firm
            | Self::Minimum
            | Self::Deadline
            | Self::National => None,
        }
    }

    /// The text that stands for this field of a request in a [`FieldChange`].
    fn shown(self, request: &ChangeRequest) -> String {
        let terms = &request.terms;
        let [low, likely, high] = amounts(&terms.price);
        match self {
            Self::Reference => request.reference.clone(),
            Self::Title => request.title.clone(),
            Self::Pitch => request.pitch.clone(),
            Self::Benefit => request.benefit.clone(),
            Self::Category => request.category.clone(),
            Self::Price => kroner(likely),
            Self::PriceLow => kroner(low),
            Self::PriceHigh => kroner(high),
            Self::Firm => terms.price.is_firm().to_string(),
            Self::Minimum => terms
                .minimum
                .map(|least| least.to_string())
                .unwrap_or_default(),
            Self::Deadline => terms
                .deadline
                .map(|day| day.to_string())
                .unwrap_or_default(),
            Self::National if request.initiative.is_empty() => request.national.to_string(),
            Self::National => format!("{} {}", request.national, request.initiative),
            Self::AskedBy => request.asked_by.clone(),
            Self::Folder => request.folder.clone(),
            Self::Portal => request.portal.clone(),
        }
    }
}

/// `240000` or `240000.50`; nothing for nothing.
fn kroner(amount: Option<Money>) -> String {
    let ore = amount.map(Money::ore);
    ore.map_or_else(String::new, |ore| match (ore / 100, ore % 100) {
        (kroner, 0) => kroner.to_string(),
        (kroner, ore) => format!("{kroner}.{ore:02}"),
    })
}

/// The lowest, the likely and the highest; of a firm price all the same.
fn amounts(price: &Price) -> [Option<Money>; 3] {
    match *price {
        Price::Firm { amount } => [Some(amount); 3],
        Price::Estimate { low, likely, high } => [low, likely, high].map(Some),
        Price::NotAssessed => [None; 3],
    }
}
