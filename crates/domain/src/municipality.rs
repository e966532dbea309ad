//! The 98 Danish municipalities. Source: Danmarks Statistik via SSI; population on 1 January 2020.

use std::sync::LazyLock;

use crate::danish;
use crate::ids::MunicipalityCode;

const CSV: &str = include_str!("municipalities.csv");

/// One of the 98, as the official statistics know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// The official four-digit code, for example `0751`.
    pub code: MunicipalityCode,
    /// Name without the word "Kommune".
    pub name: &'static str,
    /// The region it lies in, for example `Midtjylland`.
    pub region: &'static str,
    /// Inhabitants on 1 January 2020.
    pub population: u32,
    /// Column and row on a hexagon map; odd rows stand half a column to the right.
    pub tile: (i16, i16),
}

static ALL: LazyLock<Vec<Municipality>> = LazyLock::new(|| {
    let mut all: Vec<Municipality> = Vec::with_capacity(98);
    // Put in one by one: a browser pays for every kind of sorting.
    for line in CSV.lines().skip(1) {
        if let Some(next) = read(line) {
            let is_before = |one: &Municipality| danish::compare(one.name, next.name).is_lt();
            all.insert(all.partition_point(is_before), next);
        }
    }
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

/// What some call a municipality that is no beginning of its name, as a skeleton.
const SHORT_NAMES: [(&str, &str); 4] = [
    ("kbh", "København"),
    ("kbhvn", "København"),
    ("copenhagen", "København"),
    ("frb", "Frederiksberg"),
];

/// The municipality that someone means, in a list, a form or a field: by name however it is spelled, with or without
/// the word "Kommune", by its code with or without the nought, or both: `Arhus`, `Høje Tåstrup`, `Københavns Kommune`,
/// `Kbh.`, `751`, `0751 Aarhus`. `None` where that could be none or several.
pub fn meant(text: &str) -> Option<&'static Municipality> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let digits: String = text.chars().filter(|&letter| is_digit(letter)).collect();
    let name = text.trim_matches(|letter: char| !letter.is_alphabetic());
    if digits.is_empty() {
        return named(name);
    }
    let code = format!("{digits:0>4}").parse().ok();
    let found = by_code(code.filter(|_| digits.len() >= 3)?)?;
    let agrees = name.is_empty() || named(name) == Some(found);
    agrees.then_some(found)
}

fn named(name: &str) -> Option<&'static Municipality> {
    let bare = without_kommune(name);
    let typed = danish::skeleton(bare);
    let same = |typed: &str| {
        ALL.iter()
            .find(|found| danish::skeleton(found.name) == typed)
    };
    let short = || {
        let found = SHORT_NAMES.into_iter().find(|(short, _)| *short == typed);
        by_name(found?.1)
    };
    // "Københavns Kommune", "Bornholms Regionskommune"; "Viborgs" alone is nobody's name, and yet nobody else's.
    same(&typed)
        .or_else(short)
        .or_else(|| same(typed.strip_suffix('s')?))
}

/// The name without the last word, where that is "Kommune", or as far as it is typed.
fn without_kommune(name: &str) -> &str {
    let Some((bare, last)) = name.trim().rsplit_once([' ', '-']) else {
        return name;
    };
    let last = danish::skeleton(last);
    let is_kommune = !last.is_empty() && "kommune".starts_with(&*last) || last == "regionskommune";
    if is_kommune { bare } else { name }
}

/// Those that someone may mean who has typed so much, in Danish order: whose name has a word that begins so, or whose
/// spelling comes near; all of them while nothing is typed.
pub fn matching(typed: &str) -> Vec<&'static Municipality> {
    let found = |finds: &dyn Fn(&Municipality) -> bool| -> Vec<&'static Municipality> {
        ALL.iter()
            .filter(|municipality| finds(municipality))
            .collect()
    };
    let exactly = found(&|municipality| danish::finds(municipality.name, typed));
    if !exactly.is_empty() {
        return exactly;
    }
    if let Some(meant) = meant(typed) {
        return vec![meant];
    }
    let typed = danish::skeleton(without_kommune(typed));
    found(&|municipality| {
        let begins = |word: &str| danish::skeleton(word).starts_with(&typed);
        !typed.is_empty()
            && (begins(municipality.name) || municipality.name.split([' ', '-']).any(begins))
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
    fn it_may_be_named_in_many_ways() {
        let name = |text| meant(text).map(|found| found.name);
        for (text, expected) in [
            ("Viborg", "Viborg"),
            (" viborg kommune ", "Viborg"),
            ("0791", "Viborg"),
            ("791", "Viborg"),
            ("101", "København"),
            ("0751 Aarhus", "Aarhus"),
            ("Aarhus Kommune (751)", "Aarhus"),
            ("Århus", "Aarhus"),
            ("Arhus", "Aarhus"),
            ("AARHUS KOMMUNE", "Aarhus"),
            ("Århus Kommune", "Aarhus"),
            ("Aabenraa Kommune", "Aabenraa"),
            ("Københavns Kommune", "København"),
            ("Københavns", "København"),
            ("Kbh.", "København"),
            ("kbh", "København"),
            ("Kbh. Kommune", "København"),
            ("Bornholms Regionskommune", "Bornholm"),
            ("Lyngby-Taarbæk", "Lyngby-Taarbæk"),
            ("Lyngby Tårbæk", "Lyngby-Taarbæk"),
            ("Høje Tåstrup", "Høje-Taastrup"),
            ("Høje Taastrup", "Høje-Taastrup"),
            ("Hoeje-Taastrup", "Høje-Taastrup"),
            ("Ringkøbing Skjern", "Ringkøbing-Skjern"),
            ("Hjorring", "Hjørring"),
            ("Brønderslev", "Brønderslev"),
            ("Randers", "Randers"),
        ] {
            assert_eq!(name(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "Kommune",
            "Vibrog",
            "9999",
            "999",
            "51",
            "0751 Viborg",
            "07510",
            "Region Midtjylland",
            "Kommune Kommune Kommune",
            "K",
        ] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn no_two_are_spelled_alike_and_each_is_found_by_its_own_name() {
        for one in all() {
            for text in [
                one.name.to_owned(),
                one.name.to_uppercase(),
                format!("{} Kommune", one.name),
                format!("{}s Kommune", one.name),
                format!("{} {}", one.code, one.name),
                one.name.replace('-', " "),
                danish::skeleton(one.name),
            ] {
                assert_eq!(meant(&text), Some(one), "{text}");
            }
        }
    }

    #[test]
    fn what_is_typed_so_far_leaves_those_that_may_be_meant() {
        let names = |typed| {
            matching(typed)
                .iter()
                .map(|found| found.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(matching("").len(), 98);
        assert_eq!(names("Aa"), ["Aabenraa", "Aalborg", "Aarhus"]);
        assert_eq!(names("å"), names("aa"));
        for (typed, only) in [
            ("Arhu", "Aarhus"),
            ("Hjor", "Hjørring"),
            ("Høje Tå", "Høje-Taastrup"),
            ("Ringkøbing S", "Ringkøbing-Skjern"),
            ("Aabenraa Kom", "Aabenraa"),
            ("Københavns", "København"),
            ("kbh", "København"),
            ("0751", "Aarhus"),
        ] {
            assert_eq!(names(typed), [only], "{typed}");
        }
        assert!(names("Vibrog").is_empty());
    }

    #[test]
    fn a_code_finds_its_municipality() {
        let aarhus = by_code("0751".parse().unwrap()).unwrap();
        assert_eq!((aarhus.name, aarhus.population), ("Aarhus", 349_983));
        assert!(by_code("0999".parse().unwrap()).is_none());
    }
}
