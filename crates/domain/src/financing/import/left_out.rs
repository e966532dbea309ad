//! Rows of a list that are no requests: titles, heads of groups, sums and footnotes.

use serde::{Deserialize, Serialize};

use super::{ImportField, Mapping};
use crate::table::{CellKind, TableRow};

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// A title above the headings.
    Title,
    /// It is the head of a group: one cell alone.
    Group,
    /// It is a sum of other rows, such as "I alt".
    Sum,
    /// A note below the requests or between them.
    Note,
    /// A hidden row, where hidden rows are left out.
    Hidden,
    /// Somebody has chosen to leave it out.
    ByHand,
}

/// Words that mark a row as a sum, in small letters.
const SUMS: [&str; 9] = [
    "i alt",
    "ialt",
    "sum",
    "total",
    "totalt",
    "subtotal",
    "samlet",
    "samlet pris",
    "in all",
];
/// How a note begins, in small letters.
const NOTES: [&str; 8] = ["*", "†", "note", "obs", "kilde", "source", "bemærk", "nb"];

/// Why this row is no request, if it looks like none.
pub(super) fn reason(row: &TableRow, mapping: &Mapping) -> Option<LeftOut> {
    let filled = row.filled();
    let cell = |field| row.cells.get(mapping.column(field)?);
    let is_empty =
        |field| cell(field).is_none_or(|cell| cell.text.is_empty() || is_sum(&cell.text));
    let is_nameless = is_empty(ImportField::Reference) && is_empty(ImportField::Title);
    let sums = row.cells.iter().any(|cell| {
        let is_summed = cell.kind == CellKind::Formula && is_sum_formula(&cell.text);
        is_sum(&cell.text) || is_summed
    });
    if is_nameless && sums {
        return Some(LeftOut::Sum);
    }
    let &[at] = filled.as_slice() else {
        return None;
    };
    let text = row.cells[at].text.to_lowercase();
    let is_alone = row.spans || (at == 0 && mapping.column(ImportField::Reference).is_some());
    if !is_alone || row.cells.len() < 3 {
        return None;
    }
    let is_note = NOTES.into_iter().any(|word| text.starts_with(word));
    Some(if is_note {
        LeftOut::Note
    } else {
        LeftOut::Group
    })
}

fn is_sum(text: &str) -> bool {
    let text = text.trim_end_matches([':', '.', ' ']).to_lowercase();
    SUMS.contains(&&*text)
}

fn is_sum_formula(text: &str) -> bool {
    let text = text.to_uppercase();
    ["=SUM(", "=SUBTOTAL(", "=SUBTOTAL.", "=[.SUM("]
        .into_iter()
        .any(|sum| text.starts_with(sum))
}
