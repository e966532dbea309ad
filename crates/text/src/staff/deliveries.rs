//! The words of what delivered requests came to: the table of all, and what is written down of one.

use crate::Language;

/// Everything that both say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences say what each is for")]
pub enum DeliveryText {
    Title,
    Body,
    Empty,
    RequestColumn,
    EstimateColumn,
    FirmColumn,
    ActualColumn,
    MissedColumn,
    PromisedColumn,
    MeasuredColumn,
    /// By how many percent of the estimate it became dearer.
    Dearer(u64),
    /// By how many percent of the estimate it became cheaper.
    Cheaper(u64),
    /// Within how many percent the last prices came, as briefs say it.
    CameWithin(u64),
    /// Why nothing is said of that.
    TooFew,
    /// The tick that has briefs say it.
    ShowIt,
    ShowItHint,
    /// What is written down of one request.
    OneTitle,
    OneBody,
    ActualField,
    NotAnAmount,
    PromisedField,
    MeasuredField,
    /// Letters that are left.
    Left(u32),
    Write,
    Written,
}

impl DeliveryText {
    /// The words in this language.
    pub fn say(self, language: Language) -> String {
        in_language!(language, staff::deliveries::sentence(self))
    }
}
