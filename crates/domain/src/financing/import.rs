//! Requests from a table that someone brings: what each line would make of them, without doing it.

mod cells;
mod columns;
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
use cells::Cells;

pub use columns::{ImportField, Mapping};

/// A request as it stands before the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Which.
    pub id: RequestId,
    /// How far it has come.
    pub state: RequestState,
    /// What it says.
    pub request: ChangeRequest,
}

/// A table as it was read, row by row.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// What stands in the cells; rows may differ in length.
    pub rows: &'a [Vec<String>],
    /// The number of the first as a spreadsheet shows it, from 1.
    pub first: u32,
}

/// Who imports, and why; participants see the reason where a deadline is extended.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// An employee's name.
    pub by: &'a str,
    /// Why.
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

/// What a line comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportOutcome {
    /// A request that is not there yet.
    New,
    /// One that is there, and says something else afterwards.
    Changed {
        /// In these fields.
        fields: Vec<ImportField>,
    },
    /// One that says the same already.
    Same,
    /// A line that cannot be taken in.
    Wrong {
        /// Where, if it is one field.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        field: Option<ImportField>,
        /// Why.
        why: Refusal,
    },
    /// A line about a request that an earlier one is about already.
    Twice {
        /// The earlier line's row.
        row: u32,
    },
}

impl ImportOutcome {
    /// Whether nothing is imported because of it.
    pub fn is_wrong(&self) -> bool {
        matches!(self, Self::Wrong { .. } | Self::Twice { .. })
    }
}

/// A line with something in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportLine {
    /// Its row as the spreadsheet shows it, from 1.
    pub row: u32,
    /// The reference in it; may be empty.
    pub reference: String,
    /// The title in it, or that of the request it is about; may be empty.
    pub title: String,
    /// What it comes to.
    pub outcome: ImportOutcome,
}

/// A line with what is to be written for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The line.
    pub line: ImportLine,
    /// The request as it is afterwards, and which it is unless it is new; `None` where nothing changes.
    pub write: Option<(Option<RequestId>, ChangeRequest)>,
}

/// What a file would change, or has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Import {
    /// The file's headings.
    pub headings: Vec<String>,
    /// Which column is what.
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, u8>))]
    pub mapping: Mapping,
    /// The first rows below the headings, [`Import::SAMPLE`] at most.
    pub sample: Vec<Vec<String>>,
    /// Every line with something in it, in order.
    pub lines: Vec<ImportLine>,
    /// Lines that are [`ImportOutcome::New`].
    pub new: u32,
    /// Lines that are [`ImportOutcome::Changed`].
    pub changed: u32,
    /// Lines that are [`ImportOutcome::Same`].
    pub same: u32,
    /// Lines that are [`ImportOutcome::Wrong`] or [`ImportOutcome::Twice`].
    pub wrong: u32,
    /// Whether it has been written; otherwise it is a preview.
    pub applied: bool,
}

impl Import {
    /// How many rows the sample has at most.
    pub const SAMPLE: usize = 5;

    /// What these lines come to.
    pub fn of(
        headings: Vec<String>,
        mapping: Mapping,
        rows: &[Vec<String>],
        lines: Vec<ImportLine>,
    ) -> Self {
        let count = |is: fn(&ImportOutcome) -> bool| {
            let count = lines.iter().filter(|line| is(&line.outcome)).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        Self {
            new: count(|outcome| matches!(outcome, ImportOutcome::New)),
            changed: count(|outcome| matches!(outcome, ImportOutcome::Changed { .. })),
            same: count(|outcome| matches!(outcome, ImportOutcome::Same)),
            wrong: count(ImportOutcome::is_wrong),
            headings,
            mapping,
            sample: rows.iter().take(Self::SAMPLE).cloned().collect(),
            lines,
            applied: false,
        }
    }
}

/// What each line of a table would make of the requests that stand.
///
/// A line is about the request with its reference. A cell that is empty, or whose field has no column, leaves what
/// stands. Lines with nothing in any column that is read are left out. Of lines with the same reference the first
/// counts; otherwise what a line comes to does not depend on the others.
pub fn plan(
    table: Rows<'_>,
    mapping: &Mapping,
    existing: &[Standing],
    signed: Signed<'_>,
    today: Date,
) -> Vec<Planned> {
    let standing = by_reference(existing);
    let mut seen = BTreeMap::new();
    let mut planned = Vec::new();
    for (at, cells) in table.rows.iter().enumerate() {
        let row = table
            .first
            .saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        let cells = Cells::of(cells, mapping);
        if cells.are_blank() {
            continue;
        }
        let reference = cells.text(ImportField::Reference).unwrap_or_default();
        let held = standing.get(&*reference).map_or(&[][..], Vec::as_slice);
        let title = cells.text(ImportField::Title);
        let title = title.or_else(|| Some(held.first()?.request.title.clone()));
        let earlier = seen.get(&reference).copied();
        let (outcome, write) = match earlier.filter(|_| !reference.is_empty()) {
            Some(row) => (ImportOutcome::Twice { row }, None),
            None => outcome(&cells, held, signed, today),
        };
        seen.entry(reference.clone()).or_insert(row);
        let line = ImportLine {
            row,
            reference,
            title: title.unwrap_or_default(),
            outcome,
        };
        planned.push(Planned { line, write });
    }
    planned
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
    cells: &Cells<'_>,
    held: &[&Standing],
    signed: Signed<'_>,
    today: Date,
) -> (ImportOutcome, Write) {
    let outcome = match held {
        [] => taken_in(cells),
        [held] => edited(cells, held, signed, today),
        // The line cannot say which of them it means.
        [..] => Err(ImportField::Reference.wrong()),
    };
    outcome.unwrap_or_else(|wrong| (wrong.into(), None))
}

fn taken_in(cells: &Cells<'_>) -> Result<(ImportOutcome, Write), Wrong> {
    let request = cells.over(None)?.checked()?;
    Ok((ImportOutcome::New, Some((None, request))))
}

fn edited(
    cells: &Cells<'_>,
    held: &Standing,
    signed: Signed<'_>,
    today: Date,
) -> Result<(ImportOutcome, Write), Wrong> {
    let request = cells.over(Some(&held.request))?;
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
    let fields = fields.filter(|field| field.differs(&held.request, &next));
    let changed = ImportOutcome::Changed {
        fields: fields.collect(),
    };
    Ok((changed, Some((Some(held.id), next))))
}

/// Why a line cannot be taken in.
struct Wrong {
    field: Option<ImportField>,
    why: Refusal,
}

impl From<Refusal> for Wrong {
    fn from(why: Refusal) -> Self {
        let field = match why {
            Refusal::NotFilledIn { field } => ImportField::of(field),
            _ => None,
        };
        Self { field, why }
    }
}

impl From<Wrong> for ImportOutcome {
    fn from(Wrong { field, why }: Wrong) -> Self {
        Self::Wrong { field, why }
    }
}

impl ImportField {
    /// The field of the vendor's form that it is.
    const fn form(self) -> Field {
        match self {
            Self::Reference => Field::RequestReference,
            Self::Title => Field::Title,
            Self::Pitch => Field::Pitch,
            Self::Benefit => Field::Benefit,
            Self::Category => Field::Category,
            Self::Price | Self::PriceLow | Self::PriceHigh | Self::Firm => Field::Price,
            Self::Minimum => Field::Minimum,
            Self::Deadline => Field::Deadline,
            Self::National => Field::National,
            Self::Folder => Field::Folder,
            Self::Portal => Field::Portal,
        }
    }

    /// The first that is this field of the vendor's form.
    fn of(field: Field) -> Option<Self> {
        Self::ALL.into_iter().find(|own| own.form() == field)
    }

    /// The refusal of what stands in it.
    const fn wrong(self) -> Wrong {
        Wrong {
            field: Some(self),
            why: self.form().wrong(),
        }
    }

    /// Whether two versions of a request differ in it.
    fn differs(self, old: &ChangeRequest, new: &ChangeRequest) -> bool {
        let [old_low, old_likely, old_high] = amounts(&old.terms.price);
        let [new_low, new_likely, new_high] = amounts(&new.terms.price);
        match self {
            Self::Reference => old.reference != new.reference,
            Self::Title => old.title != new.title,
            Self::Pitch => old.pitch != new.pitch,
            Self::Benefit => old.benefit != new.benefit,
            Self::Category => old.category != new.category,
            Self::Price => old_likely != new_likely,
            Self::PriceLow => old_low != new_low,
            Self::PriceHigh => old_high != new_high,
            Self::Firm => old.terms.price.is_firm() != new.terms.price.is_firm(),
            Self::Minimum => old.terms.minimum != new.terms.minimum,
            Self::Deadline => old.terms.deadline != new.terms.deadline,
            Self::National => old.national != new.national,
            Self::Folder => old.folder != new.folder,
            Self::Portal => old.portal != new.portal,
        }
    }
}

/// The lowest, the likely and the highest; of a firm price all the same.
fn amounts(price: &Price) -> [Money; 3] {
    match *price {
        Price::Firm { amount } => [amount; 3],
        Price::Estimate { low, likely, high } => [low, likely, high],
        Price::NotAssessed => [Money::ZERO; 3],
    }
}
