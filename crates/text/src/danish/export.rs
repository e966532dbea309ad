//! In Danish: the words of the living page as a file: its name, sheets and columns.

use crate::export::{ExportColumn, ExportText};

pub(crate) fn column(message: ExportColumn) -> &'static str {
    match message {
        ExportColumn::Reference => "Nummer",
        ExportColumn::Title => "Ændringsønske",
        ExportColumn::Category => "Kategori",
        ExportColumn::State => "Status",
        ExportColumn::Price => "Pris, kr.",
        ExportColumn::PriceKind => "Prisen er",
        ExportColumn::Sharing => "Fordeles",
        ExportColumn::PlannedFor => "Planlagt til kommuner",
        ExportColumn::EachPays => "Så betaler en gennemsnitlig kommune, kr.",
        ExportColumn::Minimum => "Mindst kommuner",
        ExportColumn::Committed => "Tilsagn, kr. (afrundet)",
        ExportColumn::CommittedBy => "Tilsagn, kommuner",
        ExportColumn::UnderDecision => "Til beslutning, kr. (afrundet)",
        ExportColumn::UnderDecisionBy => "Til beslutning, kommuner",
        ExportColumn::Indicated => "Hensigt, kr. (afrundet)",
        ExportColumn::IndicatedBy => "Hensigt, kommuner",
        ExportColumn::InterestedBy => "Interesse, kommuner",
        ExportColumn::Shortfall => "Mangler, kr. (afrundet)",
        ExportColumn::Missing => "Mangler, kommuner",
        ExportColumn::Deadline => "Frist",
        ExportColumn::Overdue => "Fristen er passeret",
        ExportColumn::ExtendedFrom => "Forlænget fra",
        ExportColumn::ExtensionReason => "Begrundelse for forlængelse",
        ExportColumn::Moved => "Siden sidste webinar, kr. (afrundet)",
        ExportColumn::MovedBy => "Siden sidste webinar, kommuner",
        ExportColumn::National => "Nationalt initiativ",
        ExportColumn::Folder => "Mappehenvisning",
        ExportColumn::Portal => "Portal",
        ExportColumn::Named => "Kommuner, der står ved navn",
        ExportColumn::ChangedAt => "Senest ændret",
    }
}

pub(crate) fn sentence(message: ExportText) -> &'static str {
    match message {
        ExportText::Name => "Økonomi – ændringsønsker til samfinansiering",
        ExportText::Requests => "Ændringsønsker",
        ExportText::Municipalities => "Kommuner",
        ExportText::Municipality => "Kommune",
        ExportText::Region => "Region",
        ExportText::Firm => "fast",
        ExportText::Estimate => "et overslag",
        ExportText::NotAssessed => "ikke vurderet",
        ExportText::Yes => "ja",
        ExportText::WhoPays => "Hvem betaler hvad",
        ExportText::Promised => "Tilsagn højst, kr.",
        ExportText::Pays => "Betaler, kr.",
        ExportText::Invoiced => "Faktureret, kr.",
        ExportText::Refund => "Skal have tilbage, kr.",
    }
}
