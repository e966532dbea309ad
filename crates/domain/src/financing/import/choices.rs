//! What a person decides about a file: what comes along, and what stands in place of a cell.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ImportField;

/// What somebody has decided about a file's lines, by their rows as the spreadsheet shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ImportChoices {
    /// The sheet that is read; the one that looks most like requests, if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Whether hidden rows come along; they are asked about while it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hidden: Option<bool>,
    /// Rows that stay out because somebody said so, by number.
    pub without: BTreeSet<u32>,
    /// Rows that come along though they look like no request.
    pub with: BTreeSet<u32>,
    /// Texts that the vendor typed in place of cells.
    pub corrections: Vec<Correction>,
}

/// What a person has typed in place of a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The row as the spreadsheet shows it.
    pub row: u32,
    /// Which field of the request.
    pub field: ImportField,
    /// The text in place of the cell's; empty for nothing.
    pub text: String,
}

impl ImportChoices {
    /// What was typed for this field of a row, last.
    pub(super) fn correction(&self, row: u32, field: ImportField) -> Option<&str> {
        let typed = self.corrections.iter().rev();
        let mut typed = typed.filter(|one| one.row == row && one.field == field);
        typed.next().map(|one| &*one.text)
    }
}
