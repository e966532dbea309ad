//! In English: the words of the living page as a file: its name, sheets and columns.

use crate::export::{ExportColumn, ExportText};

pub(crate) fn column(message: ExportColumn) -> &'static str {
    match message {
        ExportColumn::Reference => "Reference",
        ExportColumn::Title => "Change request",
        ExportColumn::Category => "Category",
        ExportColumn::State => "State",
        ExportColumn::Price => "Price, DKK",
        ExportColumn::PriceKind => "The price is",
        ExportColumn::Sharing => "Shared",
        ExportColumn::PlannedFor => "Planned for municipalities",
        ExportColumn::EachPays => "Then an average municipality pays, DKK",
        ExportColumn::Minimum => "Fewest municipalities",
        ExportColumn::Committed => "Promised, DKK (rounded)",
        ExportColumn::CommittedBy => "Promised, municipalities",
        ExportColumn::UnderDecision => "Deciding, DKK (rounded)",
        ExportColumn::UnderDecisionBy => "Deciding, municipalities",
        ExportColumn::Indicated => "Intended, DKK (rounded)",
        ExportColumn::IndicatedBy => "Intended, municipalities",
        ExportColumn::InterestedBy => "Interested, municipalities",
        ExportColumn::Shortfall => "Missing, DKK (rounded)",
        ExportColumn::Missing => "Missing, municipalities",
        ExportColumn::Deadline => "Deadline",
        ExportColumn::Overdue => "The deadline has passed",
        ExportColumn::ExtendedFrom => "Extended from",
        ExportColumn::ExtensionReason => "Reason for extension",
        ExportColumn::Moved => "Since the last webinar, DKK (rounded)",
        ExportColumn::MovedBy => "Since the last webinar, municipalities",
        ExportColumn::National => "National initiative",
        ExportColumn::Folder => "Folder",
        ExportColumn::Portal => "Portal",
        ExportColumn::Named => "Municipalities by name",
        ExportColumn::ChangedAt => "Last changed",
    }
}

pub(crate) fn sentence(message: ExportText) -> &'static str {
    match message {
        ExportText::Name => "Financing – change requests to co-finance",
        ExportText::Requests => "Change requests",
        ExportText::Municipalities => "Municipalities",
        ExportText::Municipality => "Municipality",
        ExportText::Region => "Region",
        ExportText::Firm => "firm",
        ExportText::Estimate => "an estimate",
        ExportText::NotAssessed => "not assessed",
        ExportText::Yes => "yes",
        ExportText::WhoPays => "Who pays what",
        ExportText::Promised => "Promised at most, DKK",
        ExportText::Pays => "Pays, DKK",
        ExportText::Invoiced => "Invoiced, DKK",
        ExportText::Refund => "To be paid back, DKK",
    }
}
