//! In Danish: the words of the living page as a file: its name, sheets and columns.

use crate::export::{Column, Export};

pub(crate) fn column(message: Column) -> &'static str {
    match message {
        Column::Reference => "Nummer",
        Column::Title => "Ændringsønske",
        Column::Category => "Kategori",
        Column::State => "Status",
        Column::Price => "Pris, kr.",
        Column::PriceKind => "Prisen er",
        Column::Sharing => "Fordeles",
        Column::PlannedFor => "Planlagt til kommuner",
        Column::EachPays => "Så betaler en gennemsnitlig kommune, kr.",
        Column::Minimum => "Mindst kommuner",
        Column::Committed => "Tilsagn, kr. (afrundet)",
        Column::CommittedBy => "Tilsagn, kommuner",
        Column::UnderDecision => "Til beslutning, kr. (afrundet)",
        Column::UnderDecisionBy => "Til beslutning, kommuner",
        Column::Indicated => "Hensigt, kr. (afrundet)",
        Column::IndicatedBy => "Hensigt, kommuner",
        Column::InterestedBy => "Interesse, kommuner",
        Column::Shortfall => "Mangler, kr. (afrundet)",
        Column::Missing => "Mangler, kommuner",
        Column::Deadline => "Frist",
        Column::Overdue => "Fristen er passeret",
        Column::ExtendedFrom => "Forlænget fra",
        Column::ExtensionReason => "Begrundelse for forlængelse",
        Column::Moved => "Siden sidste webinar, kr. (afrundet)",
        Column::MovedBy => "Siden sidste webinar, kommuner",
        Column::National => "Nationalt initiativ",
        Column::Folder => "Mappehenvisning",
        Column::Portal => "Portal",
        Column::Named => "Kommuner, der står ved navn",
        Column::ChangedAt => "Senest ændret",
    }
}

pub(crate) fn sentence(message: Export) -> &'static str {
    match message {
        Export::Name => "Økonomi – ændringsønsker til samfinansiering",
        Export::Requests => "Ændringsønsker",
        Export::Municipalities => "Kommuner",
        Export::Municipality => "Kommune",
        Export::Region => "Region",
        Export::Firm => "fast",
        Export::Estimate => "et overslag",
        Export::NotAssessed => "ikke vurderet",
        Export::Yes => "ja",
        Export::WhoPays => "Hvem betaler hvad",
        Export::Promised => "Tilsagn højst, kr.",
        Export::Pays => "Betaler, kr.",
        Export::Invoiced => "Faktureret, kr.",
        Export::Refund => "Skal have tilbage, kr.",
    }
}
