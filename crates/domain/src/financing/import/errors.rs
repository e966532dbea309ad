//! What is wrong with the cells of a line, each with its name and what stands there.

use serde::{Deserialize, Serialize};

use super::ImportField;
use crate::refusal::{Field, Refusal};

/// What is wrong with a cell, or with a line as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CellError {
    /// Which field, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<ImportField>,
    /// The cell as the spreadsheet names it, e.g. `F21`; empty where there is none.
    pub cell: String,
    /// The text of the cell; may be empty.
    pub value: String,
    /// Why it cannot be taken in.
    pub problem: CellProblem,
}

/// Why a cell, or a line, cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CellProblem {
    /// Nothing stands where something must.
    Missing,
    /// What stands there is none of what the field holds, or could mean two things.
    Unclear,
    /// It is an error of the spreadsheet's own, such as `#REF!`.
    ErrorValue,
    /// It is a formula that was never calculated.
    NeverCalculated,
    /// It has more letters than the field takes.
    TooLong {
        /// How many letters the cell has.
        letters: u32,
        /// How many there may be.
        most: u32,
    },
    /// The request takes no such change.
    Refused {
        /// Why the request refuses what the line says.
        why: Refusal,
    },
}

impl CellError {
    /// An error of the whole line, with no cell of its own.
    pub(super) fn of_line(why: Refusal) -> Self {
        Self {
            field: None,
            cell: String::new(),
            value: String::new(),
            problem: CellProblem::Refused { why },
        }
    }
}

impl ImportField {
    /// The field of the vendor's form that it is.
    pub(super) const fn form(self) -> Field {
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
            Self::AskedBy => Field::AskedBy,
            Self::Folder => Field::Folder,
            Self::Portal => Field::Portal,
        }
    }

    /// The first that is this field of the vendor's form.
    pub(super) fn of(field: Field) -> Option<Self> {
        if field == Field::Initiative {
            return Some(Self::National);
        }
        Self::ALL.into_iter().find(|own| own.form() == field)
    }
}
