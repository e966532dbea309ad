//! In English: the words of the living page as a file: its name, sheets and columns.

use crate::export::{Column, Export};

pub(crate) fn column(message: Column) -> &'static str {
    match message {
        Column::Reference => "Reference",
        Column::Title => "Change request",
        Column::Category => "Category",
        Column::State => "State",
        Column::Price => "Price, DKK",
        Column::PriceKind => "The price is",
        Column::Sharing => "Shared",
        Column::PlannedFor => "Planned for municipalities",
        Column::EachPays => "Then an average municipality pays, DKK",
        Column::Minimum => "Fewest municipalities",
        Column::Committed => "Promised, DKK (rounded)",
        Column::CommittedBy => "Promised, municipalities",
        Column::UnderDecision => "Deciding, DKK (rounded)",
        Column::UnderDecisionBy => "Deciding, municipalities",
        Column::Indicated => "Intended, DKK (rounded)",
        Column::IndicatedBy => "Intended, municipalities",
        Column::InterestedBy => "Interested, municipalities",
        Column::Shortfall => "Missing, DKK (rounded)",
        Column::Missing => "Missing, municipalities",
        Column::Deadline => "Deadline",
        Column::Overdue => "The deadline has passed",
        Column::ExtendedFrom => "Extended from",
        Column::ExtensionReason => "Reason for extension",
        Column::Moved => "Since the last webinar, DKK (rounded)",
        Column::MovedBy => "Since the last webinar, municipalities",
        Column::National => "National initiative",
        Column::Folder => "Folder",
        Column::Portal => "Portal",
        Column::Named => "Municipalities by name",
        Column::ChangedAt => "Last changed",
    }
}

pub(crate) fn sentence(message: Export) -> &'static str {
    match message {
        Export::Name => "Financing – change requests to co-finance",
        Export::Requests => "Change requests",
        Export::Municipalities => "Municipalities",
        Export::Municipality => "Municipality",
        Export::Region => "Region",
        Export::Firm => "firm",
        Export::Estimate => "an estimate",
        Export::NotAssessed => "not assessed",
        Export::Yes => "yes",
        Export::WhoPays => "Who pays what",
        Export::Promised => "Promised at most, DKK",
        Export::Pays => "Pays, DKK",
        Export::Invoiced => "Invoiced, DKK",
        Export::Refund => "To be paid back, DKK",
    }
}
