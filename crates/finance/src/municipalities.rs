//! Who is with the requests, one by one where that may be said, and counted by region. Pure.

use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::municipality::{self, Municipality};

/// From north to south, then east.
pub const REGIONS: [&str; 5] = [
    "Nordjylland",
    "Midtjylland",
    "Syddanmark",
    "Sjælland",
    "Hovedstaden",
];

/// How far a municipality has come at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MunicipalityReach {
    /// On its way to a promise.
    OnTheWay,
    /// A promise, or what follows it.
    Promise,
}

/// What a named municipality is with, and how far it has come with each.
pub fn joined_requests<'a>(
    rows: &'a [PortfolioRow],
    code: MunicipalityCode,
) -> Vec<(&'a PortfolioRow, CommitmentState)> {
    let of = |row: &'a PortfolioRow| {
        let mut named = row.named.iter();
        let named = named.find(|named| named.municipality == code)?;
        Some((row, named.state))
    };
    rows.iter().filter_map(of).collect()
}

/// How far it has come at most; `None` for one that is not named with any.
pub fn reached(rows: &[PortfolioRow], code: MunicipalityCode) -> Option<MunicipalityReach> {
    let states = joined_requests(rows, code)
        .into_iter()
        .map(|(_, state)| state);
    let reached = states.map(|state| {
        if state.counts_as_funded() {
            MunicipalityReach::Promise
        } else {
            MunicipalityReach::OnTheWay
        }
    });
    reached.max()
}

/// Promises in a region, and those on their way; the unnamed are counted too.
pub fn region_counts(rows: &[PortfolioRow], region: &str) -> (u32, u32) {
    let counts = rows.iter().flat_map(|row| &row.regions);
    let counts = counts.filter(|count| count.region == region);
    counts.fold((0, 0), |(committed, on_the_way), count| {
        (committed + count.committed, on_the_way + count.on_the_way)
    })
}

/// Municipalities of a region that are named with any of the requests, in the order in which people look for a name.
pub fn named_in(rows: &[PortfolioRow], region: &str) -> Vec<&'static Municipality> {
    let all = municipality::all().iter();
    all.filter(|municipality| municipality.region == region)
        .filter(|municipality| reached(rows, municipality.code).is_some())
        .collect()
}

/// Municipalities that a reader may choose, in the order in which people look for a name: those that are named with
/// any request, and the one that is chosen already.
pub fn to_choose(
    portfolio: Option<&Portfolio>,
    chosen: Option<MunicipalityCode>,
) -> Vec<&'static Municipality> {
    let rows = portfolio.map_or(&[][..], |portfolio| &portfolio.rows);
    let all = municipality::all().iter();
    let offered = |code| Some(code) == chosen || reached(rows, code).is_some();
    all.filter(|municipality| offered(municipality.code))
        .collect()
}

/// The one after `from`, or before it, round the ends; the first one, or the last, from outside.
pub fn neighbour(
    named: &[MunicipalityCode],
    from: Option<MunicipalityCode>,
    backwards: bool,
) -> Option<MunicipalityCode> {
    let at = named.iter().position(|code| Some(*code) == from);
    let next = match (at, backwards) {
        (None, false) => 0,
        (None, true) => named.len().checked_sub(1)?,
        (Some(at), false) => (at + 1) % named.len(),
        (Some(at), true) => (at + named.len() - 1) % named.len(),
    };
    named.get(next).copied()
}

#[cfg(test)]
mod tests {
    use barometer_domain::financing::portfolio::{Named, RegionCount};
    use barometer_domain::financing::{RequestState, Sums, Terms};
    use barometer_domain::ids::RequestId;
    use barometer_domain::money::Money;

    use super::*;
    use CommitmentState::{Committed, Interested, Paid, UnderDecision};

    fn code(name: &str) -> MunicipalityCode {
        municipality::by_name(name).unwrap().code
    }

    fn row(named: &[(&str, CommitmentState)]) -> PortfolioRow {
        let named = named.iter().map(|(name, state)| Named {
            municipality: code(name),
            state: *state,
        });
        PortfolioRow {
            request: RequestId(1),
            reference: "I01".into(),
            title: "Ønske".into(),
            category: String::new(),
            state: RequestState::Gathering,
            terms: Terms::default(),
            national: false,
            folder: String::new(),
            portal: String::new(),
            sums: Sums::default(),
            shortfall: Money::ZERO,
            missing: None,
            overdue: false,
            movement: None,
            changed_at: 0,
            regions: vec![RegionCount {
                region: "Midtjylland".into(),
                committed: 2,
                on_the_way: 1,
            }],
            named: named.collect(),
            comments: 0,
            initiatives: vec![],
        }
    }

    #[test]
    fn a_promise_to_any_request_counts_most() {
        let rows = [
            row(&[("Viborg", Interested), ("Skive", UnderDecision)]),
            row(&[("Viborg", Paid)]),
        ];
        assert_eq!(
            reached(&rows, code("Viborg")),
            Some(MunicipalityReach::Promise)
        );
        assert_eq!(
            reached(&rows, code("Skive")),
            Some(MunicipalityReach::OnTheWay)
        );
        assert_eq!(reached(&rows, code("Aarhus")), None);
        assert_eq!(joined_requests(&rows, code("Viborg")).len(), 2);
    }

    #[test]
    fn regions_count_the_unnamed_too() {
        let rows = [row(&[]), row(&[("Odense", Committed)])];
        assert_eq!(region_counts(&rows, "Midtjylland"), (4, 2));
        assert_eq!(region_counts(&rows, "Syddanmark"), (0, 0));
        let named: Vec<_> = named_in(&rows, "Syddanmark")
            .iter()
            .map(|m| m.name)
            .collect();
        assert_eq!(named, ["Odense"]);
    }

    #[test]
    fn every_municipality_lies_in_a_known_region() {
        let all = municipality::all();
        assert!(all.iter().all(|m| REGIONS.contains(&m.region)));
    }

    #[test]
    fn the_arrows_go_round_the_named() {
        let named = ["Skive", "Varde", "Viborg"].map(code);
        let next = |from: Option<&str>, backwards| {
            let found = neighbour(&named, from.map(code), backwards)?;
            municipality::by_code(found).map(|found| found.name)
        };
        assert_eq!(next(None, false), Some("Skive"));
        assert_eq!(next(None, true), Some("Viborg"));
        assert_eq!(next(Some("Skive"), false), Some("Varde"));
        assert_eq!(next(Some("Viborg"), false), Some("Skive"));
        assert_eq!(next(Some("Skive"), true), Some("Viborg"));
        assert_eq!(next(Some("Aarhus"), false), Some("Skive"));
        assert_eq!(neighbour(&[], None, true), None);
        assert_eq!(neighbour(&[], None, false), None);
    }
}
