//! The 98 Danish municipalities. Source: Danmarks Statistik via SSI; population on 1 January 2020.

use std::sync::LazyLock;

use crate::danish;
use crate::ids::MunicipalityCode;

const CSV: &str = include_str!("municipalities.csv");

/// One of the 98, as the official statistics know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Official four-digit code.
    pub code: MunicipalityCode,
    /// Name without the word "Kommune".
    pub name: &'static str,
    /// Region, e.g. `Midtjylland`.
    pub region: &'static str,
    /// Inhabitants on 1 January 2020.
    pub population: u32,
    /// Column and row on a hexagon map; odd rows stand half a column to the right.
    pub tile: (i16, i16),
}

static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    let mut all: Vec<_> = CSV.lines().skip(1).filter_map(read).collect();
    all.sort_unstable_by(|a, b| danish::compare(a.name, b.name));
    all
});

/// All 98, in Danish order of name.
pub fn all() -> &'static [Municipality] {
    &ALL
}

/// The municipality with this code.
pub fn by_code(code: MunicipalityCode) -> Option<&'static Municipality> {
    ALL.iter().find(|municipality| municipality.code == code)
}

/// The municipality with exactly this name.
pub fn by_name(name: &str) -> Option<&'static Municipality> {
    ALL.iter().find(|municipality| municipality.name == name)
}

/// The municipality that someone's list means: by name in any case, `Viborg Kommune`, `Århus`, or the four digits.
pub fn by_text(text: &str) -> Option<&'static Municipality> {
    let text = text.trim();
    if let Ok(code) = text.parse() {
        return by_code(code);
    }
    let named = |name: &str| ALL.iter().find(|found| danish::is_same(found.name, name));
    named(text).or_else(|| {
        let (name, last) = text.rsplit_once(' ')?;
        let is_in_full = ["kommune", "regionskommune"].contains(&last.to_lowercase().as_str());
        let name = name.trim_end();
        // "Københavns Kommune", "Bornholms Regionskommune".
        let owner = || name.strip_suffix('s').and_then(named);
        is_in_full.then(|| named(name).or_else(owner)).flatten()
    })
}

fn read(line: &'static str) -> Option<Municipality> {
    let mut cells = line.split(';');
    let (code, name, region) = (cells.next()?, cells.next()?, cells.next()?);
    let (population, _class, column, row) =
        (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
    Some(Municipality {
        code: code.parse().ok()?,
        name,
        region,
        population: population.parse().ok()?,
        tile: (column.parse().ok()?, row.parse().ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_98_are_read() {
        assert_eq!(all().len(), 98);
        assert_eq!(CSV.lines().count(), 99);
    }

    #[test]
    fn they_stand_in_danish_order() {
        let last: Vec<_> = all().iter().rev().take(5).map(|m| m.name).collect();
        assert_eq!(
            last,
            ["Aarhus", "Aalborg", "Aabenraa", "Ærø", "Vordingborg"]
        );
    }

    #[test]
    fn a_list_may_name_it_in_many_ways() {
        let name = |text| by_text(text).map(|found| found.name);
        for (text, expected) in [
            ("Viborg", "Viborg"),
            (" viborg kommune ", "Viborg"),
            ("0791", "Viborg"),
            ("Århus", "Aarhus"),
            ("AARHUS KOMMUNE", "Aarhus"),
            ("Københavns Kommune", "København"),
            ("Bornholms Regionskommune", "Bornholm"),
            ("Lyngby-Taarbæk", "Lyngby-Taarbæk"),
        ] {
            assert_eq!(name(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "Kommune",
            "Vibrog",
            "Viborgs",
            "9999",
            "Region Midtjylland",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn a_code_finds_its_municipality() {
        let aarhus = by_code("0751".parse().unwrap()).unwrap();
        assert_eq!((aarhus.name, aarhus.population), ("Aarhus", 349_983));
        assert!(by_code("0999".parse().unwrap()).is_none());
    }
}
