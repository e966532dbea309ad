//! The words of the living page as a file: its name, sheets and columns.

use crate::Language::{self, Danish, English};

/// A column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The vendor's own reference.
    Reference,
    /// The request's title.
    Title,
    /// What it belongs to.
    Category,
    /// How far it has come.
    State,
    /// Its price, in kroner.
    Price,
    /// Whether that is firm.
    PriceKind,
    /// How it is shared.
    Sharing,
    /// By how many it is planned to be shared.
    PlannedFor,
    /// What an average municipality then pays, in kroner.
    EachPays,
    /// The fewest municipalities.
    Minimum,
    /// Promised, in kroner.
    Committed,
    /// By how many.
    CommittedBy,
    /// Being decided, in kroner.
    UnderDecision,
    /// By how many.
    UnderDecisionBy,
    /// Intended, in kroner.
    Indicated,
    /// By how many.
    IndicatedBy,
    /// How many are interested.
    InterestedBy,
    /// Missing, in kroner.
    Shortfall,
    /// How many more are needed.
    Missing,
    /// The last day to say yes.
    Deadline,
    /// Whether that has passed before it was fully funded.
    Overdue,
    /// The deadline before it was moved.
    ExtendedFrom,
    /// Why it was moved.
    ExtensionReason,
    /// Promised since the last webinar, in kroner.
    Moved,
    /// By how many more.
    MovedBy,
    /// Whether it follows from a national initiative.
    National,
    /// Where its papers lie.
    Folder,
    /// Its page in the vendor's portal.
    Portal,
    /// Who is named with it.
    Named,
    /// When anything in it changed last.
    ChangedAt,
}

impl Column {
    /// Its heading.
    pub fn say(self, language: Language) -> &'static str {
        let [danish, english] = match self {
            Self::Reference => ["Nummer", "Reference"],
            Self::Title => ["Ændringsønske", "Change request"],
            Self::Category => ["Kategori", "Category"],
            Self::State => ["Status", "State"],
            Self::Price => ["Pris, kr.", "Price, DKK"],
            Self::PriceKind => ["Prisen er", "The price is"],
            Self::Sharing => ["Fordeles", "Shared"],
            Self::PlannedFor => ["Planlagt til kommuner", "Planned for municipalities"],
            Self::EachPays => [
                "Så betaler en gennemsnitlig kommune, kr.",
                "Then an average municipality pays, DKK",
            ],
            Self::Minimum => ["Mindst kommuner", "Fewest municipalities"],
            Self::Committed => ["Tilsagn, kr. (afrundet)", "Promised, DKK (rounded)"],
            Self::CommittedBy => ["Tilsagn, kommuner", "Promised, municipalities"],
            Self::UnderDecision => ["Til beslutning, kr. (afrundet)", "Deciding, DKK (rounded)"],
            Self::UnderDecisionBy => ["Til beslutning, kommuner", "Deciding, municipalities"],
            Self::Indicated => ["Hensigt, kr. (afrundet)", "Intended, DKK (rounded)"],
            Self::IndicatedBy => ["Hensigt, kommuner", "Intended, municipalities"],
            Self::InterestedBy => ["Interesse, kommuner", "Interested, municipalities"],
            Self::Shortfall => ["Mangler, kr. (afrundet)", "Missing, DKK (rounded)"],
            Self::Missing => ["Mangler, kommuner", "Missing, municipalities"],
            Self::Deadline => ["Frist", "Deadline"],
            Self::Overdue => ["Fristen er passeret", "The deadline has passed"],
            Self::ExtendedFrom => ["Forlænget fra", "Extended from"],
            Self::ExtensionReason => ["Begrundelse for forlængelse", "Reason for extension"],
            Self::Moved => [
                "Siden sidste webinar, kr. (afrundet)",
                "Since the last webinar, DKK (rounded)",
            ],
            Self::MovedBy => [
                "Siden sidste webinar, kommuner",
                "Since the last webinar, municipalities",
            ],
            Self::National => ["Nationalt initiativ", "National initiative"],
            Self::Folder => ["Mappehenvisning", "Folder"],
            Self::Portal => ["Portal", "Portal"],
            Self::Named => ["Kommuner, der står ved navn", "Municipalities by name"],
            Self::ChangedAt => ["Senest ændret", "Last changed"],
        };
        pick(language, danish, english)
    }
}

/// What else the file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The file's name, without what kind it is; the page has the same.
    Name,
    /// The first sheet's name.
    Requests,
    /// The second sheet's name.
    Municipalities,
    /// A municipality.
    Municipality,
    /// Its region.
    Region,
    /// Firm.
    Firm,
    /// A rough estimate.
    Estimate,
    /// A price that nobody knows.
    NotAssessed,
    /// Yes.
    Yes,
    /// The vendor's own sheet: who pays what.
    WhoPays,
    /// The most that was promised, in kroner.
    Promised,
    /// What is paid, in kroner.
    Pays,
    /// What was invoiced, in kroner.
    Invoiced,
    /// What is paid back, in kroner.
    Refund,
}

impl Export {
    /// The words.
    pub fn say(self, language: Language) -> &'static str {
        let [danish, english] = match self {
            Self::Name => [
                "Økonomi – ændringsønsker til samfinansiering",
                "Financing – change requests to co-finance",
            ],
            Self::Requests => ["Ændringsønsker", "Change requests"],
            Self::Municipalities => ["Kommuner", "Municipalities"],
            Self::Municipality => ["Kommune", "Municipality"],
            Self::Region => ["Region", "Region"],
            Self::Firm => ["fast", "firm"],
            Self::Estimate => ["et overslag", "an estimate"],
            Self::NotAssessed => ["ikke vurderet", "not assessed"],
            Self::Yes => ["ja", "yes"],
            Self::WhoPays => ["Hvem betaler hvad", "Who pays what"],
            Self::Promised => ["Tilsagn højst, kr.", "Promised at most, DKK"],
            Self::Pays => ["Betaler, kr.", "Pays, DKK"],
            Self::Invoiced => ["Faktureret, kr.", "Invoiced, DKK"],
            Self::Refund => ["Skal have tilbage, kr.", "To be paid back, DKK"],
        };
        pick(language, danish, english)
    }
}

fn pick(language: Language, danish: &'static str, english: &'static str) -> &'static str {
    match language {
        Danish => danish,
        English => english,
    }
}
