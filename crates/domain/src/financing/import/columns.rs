//! Which column of a table is which field of a request.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::table::plain_heading;

/// A field that a column may fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// The vendor's own reference, by which a request is known.
    Reference,
    /// The request's title, in one line.
    Title,
    /// The pitch: what is said for it in 30 seconds.
    Pitch,
    /// The benefit that it brings.
    Benefit,
    /// The category that the request belongs to.
    Category,
    /// The price, or the likely one of an estimate, in kroner.
    Price,
    /// The lowest of an estimate, in kroner.
    PriceLow,
    /// The highest of an estimate, in kroner.
    PriceHigh,
    /// Whether the price is firm.
    Firm,
    /// The fewest municipalities with which it is built.
    Minimum,
    /// The last day to say yes.
    Deadline,
    /// Whether it follows from a national initiative, and from which.
    National,
    /// Who asked for it; the vendor's own knowledge.
    AskedBy,
    /// The reference of the folder with its papers.
    Folder,
    /// Its page in the vendor's portal.
    Portal,
}

use ImportField as F;

impl ImportField {
    /// All of them, in order.
    pub const ALL: [Self; 15] = [
        F::Reference,
        F::Title,
        F::Pitch,
        F::Benefit,
        F::Category,
        F::Price,
        F::PriceLow,
        F::PriceHigh,
        F::Firm,
        F::Minimum,
        F::Deadline,
        F::National,
        F::AskedBy,
        F::Folder,
        F::Portal,
    ];

    /// Its name in an address and on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            F::Reference => "reference",
            F::Title => "title",
            F::Pitch => "pitch",
            F::Benefit => "benefit",
            F::Category => "category",
            F::Price => "price",
            F::PriceLow => "price_low",
            F::PriceHigh => "price_high",
            F::Firm => "firm",
            F::Minimum => "minimum",
            F::Deadline => "deadline",
            F::National => "national",
            F::AskedBy => "asked_by",
            F::Folder => "folder",
            F::Portal => "portal",
        }
    }

    /// What its column may be headed by, as [`plain_heading`] leaves it; the export's own headings among them.
    const fn headings(self) -> &'static [&'static str] {
        match self {
            F::Reference => &["nummer", "nr", "reference", "ref", "id", "number", "no"],
            F::Title => &[
                "aendringsoenske",
                "changerequest",
                "titel",
                "title",
                "overskrift",
                "navn",
                "name",
                "oenske",
            ],
            F::Pitch => &[
                "elevatortale",
                "pitch",
                "beskrivelse",
                "description",
                "beskrivelseafoensket",
                "kortbeskrivelse",
                "uddybning",
            ],
            F::Benefit => &[
                "gevinst",
                "benefit",
                "vaerdi",
                "value",
                "nytte",
                "gevinstvaerdi",
                "gevinster",
                "forventetgevinst",
            ],
            F::Category => &["kategori", "category", "omraade", "area"],
            F::Price => &[
                "priskr",
                "pricedkk",
                "pris",
                "price",
                "prisoverslag",
                "prisestimat",
                "estimeretpris",
                "anslaaetpris",
                "overslag",
                "estimate",
                "estimatedprice",
                "sandsynligpris",
                "likelyprice",
            ],
            F::PriceLow => &[
                "lavestepris",
                "prislav",
                "prisfra",
                "lowestprice",
                "lowprice",
                "pricelow",
                "pricefrom",
            ],
            F::PriceHigh => &[
                "hoejestepris",
                "prishoej",
                "pristil",
                "highestprice",
                "highprice",
                "pricehigh",
                "priceto",
            ],
            F::Firm => &["prisener", "thepriceis", "fastpris", "firmprice", "firm"],
            F::Minimum => &[
                "mindstkommuner",
                "fewestmunicipalities",
                "mindsteantalkommuner",
                "mindsteantal",
                "minimum",
            ],
            F::Deadline => &["frist", "deadline", "svarfrist", "fristforsvar"],
            F::National => &[
                "nationaltinitiativ",
                "nationalinitiative",
                "nationalt",
                "nationalttiltag",
                "national",
            ],
            F::AskedBy => &[
                "indmeldtaf",
                "oensketaf",
                "foreslaaetaf",
                "stilletaf",
                "rekvirent",
                "askedby",
                "requestedby",
                "proposedby",
            ],
            F::Folder => &["mappehenvisning", "folder", "mappe"],
            F::Portal => &["portal", "linktilportalen", "portallink", "link"],
        }
    }
}

/// The number of the column, from 0, of each field that has one. Written `reference:0,title:1`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[serde(transparent)]
pub struct Mapping {
    columns: BTreeMap<ImportField, u8>,
}

/// The text is no mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a mapping is written reference:0,title:1, each field once")]
pub struct NoMapping;

impl Mapping {
    /// What the headings, Danish or English, say. Case, accents and all but letters and digits count for nothing; of
    /// two columns that could be a field, the first is.
    pub fn guess(headings: &[String]) -> Self {
        let headings: Vec<String> = headings
            .iter()
            .map(|heading| plain_heading(heading))
            .collect();
        let column = |field: ImportField| {
            let known = field.headings();
            let at = headings
                .iter()
                .position(|heading| known.contains(&&**heading))?;
            Some((field, u8::try_from(at).ok()?))
        };
        Self {
            columns: ImportField::ALL.into_iter().filter_map(column).collect(),
        }
    }

    /// How many columns it names.
    pub fn len(&self) -> usize {
        self.columns.len()
    }

    /// Whether no column fills any field.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// The column of a field.
    pub fn column(&self, field: ImportField) -> Option<usize> {
        self.columns.get(&field).copied().map(usize::from)
    }

    /// Lets a field have this column, or none.
    pub fn set(&mut self, field: ImportField, column: Option<u8>) {
        match column {
            Some(column) => _ = self.columns.insert(field, column),
            None => _ = self.columns.remove(&field),
        }
    }

    /// Whether every column is one of so many.
    pub fn fits(&self, columns: usize) -> bool {
        self.columns.values().all(|&at| usize::from(at) < columns)
    }
}

impl fmt::Display for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (field, column)) in self.columns.iter().enumerate() {
            let comma = if at == 0 { "" } else { "," };
            write!(f, "{comma}{}:{column}", field.name())?;
        }
        Ok(())
    }
}

impl FromStr for Mapping {
    type Err = NoMapping;

    fn from_str(text: &str) -> Result<Self, NoMapping> {
        let mut mapping = Self::default();
        for pair in text.split(',').filter(|pair| !pair.is_empty()) {
            let (name, column) = pair.split_once(':').ok_or(NoMapping)?;
            let mut fields = ImportField::ALL.into_iter();
            let field = fields.find(|field| field.name() == name);
            let column = column.parse().map_err(|_| NoMapping)?;
            let before = mapping.columns.insert(field.ok_or(NoMapping)?, column);
            if before.is_some() {
                return Err(NoMapping);
            }
        }
        Ok(mapping)
    }
}
