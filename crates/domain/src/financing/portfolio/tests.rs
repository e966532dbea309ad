use proptest::prelude::*;

use super::*;
use crate::financing::commitment::Detail;
use crate::financing::ledger::Undone;
use crate::financing::public_sums::rounded;
use crate::financing::{ChangeRequest, Price};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn at(text: &str) -> Millis {
    day(text).starts_at_millis()
}

fn version(date: &str, state: RequestState) -> Version {
    Version {
        at: at(date),
        by: "import".into(),
        why: String::new(),
        state,
        request: ChangeRequest {
            reference: "I03".into(),
            title: "Sammenlign billeder i sårforløb".into(),
            terms: Terms {
                price: Price::Firm {
                    amount: Money::from_kroner(400_000),
                },
                ..Terms::default()
            },
            ..ChangeRequest::default()
        },
    }
}

fn moved(date: &str, code: &str, to: CommitmentState, kroner: i64) -> Moved {
    Moved {
        at: at(date),
        municipality: code.parse().unwrap(),
        from: None,
        to,
        amount: Money::from_kroner(kroner),
        detail: Detail::default(),
        by: "Ida Holm".into(),
        undone: None,
    }
}

fn history(moves: Vec<Moved>) -> History {
    History {
        request: RequestId(3),
        versions: vec![
            version("2023-05-01", RequestState::OpenForFinancing),
            version("2023-05-03", RequestState::Gathering),
        ],
        moves,
    }
}

fn page(history: &History, as_of: Option<&str>) -> Portfolio {
    let record = Record {
        epoch: 1,
        seq: 7,
        fictional: false,
        histories: std::slice::from_ref(history),
        webinars: &[
            HeldOn::day(day("2023-03-02")),
            HeldOn {
                day: day("2023-06-01"),
                ended: day("2023-06-01").midday_millis(),
            },
            HeldOn::day(day("2023-09-21")),
        ],
    };
    record.portfolio(as_of.map(day), day(as_of.unwrap_or("2023-09-21")))
}

use CommitmentState::{Committed, Interested, UnderDecision, Withdrawn};

/// The webinar ended at noon.
#[test]
fn a_pledge_later_on_the_webinars_own_day_is_movement() {
    let during = moved("2023-06-01", "0461", Committed, 80_000);
    let after = Moved {
        at: day("2023-06-01").midday_millis() + 1,
        ..moved("2023-06-01", "0510", Committed, 40_000)
    };
    let history = history(vec![during, after]);
    let moved = |as_of| page(&history, as_of).rows[0].movement.unwrap();
    let next = moved(None);
    assert_eq!(
        (next.amount, next.municipalities),
        (Money::from_kroner(40_000), 1)
    );
    // On the day itself all of it is new since the webinar before.
    assert_eq!(
        page(&history, Some("2023-06-01")).since,
        Some(day("2023-03-02"))
    );
}

#[test]
fn movement_counts_from_the_end_of_the_last_webinars_day() {
    let history = history(vec![
        moved("2023-05-03", "0751", Committed, 100_000),
        moved("2023-06-01", "0461", Committed, 80_000),
        moved("2023-07-04", "0510", Committed, 40_000),
        moved("2023-08-15", "0540", Committed, 8_000),
        moved("2023-08-16", "0561", Interested, 0),
    ]);
    let page = page(&history, None);
    assert_eq!(page.since, Some(day("2023-06-01")));
    let movement = page.rows[0].movement.unwrap();
    assert_eq!(movement.amount, Money::from_kroner(48_000));
    assert_eq!(movement.municipalities, 2);
    assert_eq!(page.moved(), Some(Money::from_kroner(48_000)));
}

#[test]
fn a_figure_of_an_earlier_day_is_what_stood_there_then() {
    let history = history(vec![
        moved("2023-05-03", "0751", Committed, 100_000),
        moved("2023-07-04", "0510", Committed, 40_000),
        moved("2023-08-01", "0751", Withdrawn, 100_000),
    ]);
    let committed = |as_of| page(&history, as_of).committed();
    assert_eq!(committed(None), Money::from_kroner(40_000));
    assert_eq!(committed(Some("2023-07-31")), Money::from_kroner(140_000));
    assert_eq!(committed(Some("2023-05-03")), Money::from_kroner(100_000));
    assert_eq!(committed(Some("2023-05-02")), Money::ZERO);
    assert!(page(&history, Some("2023-04-30")).rows.is_empty());
    let then = page(&history, Some("2023-07-31"));
    assert_eq!(then.since, Some(day("2023-06-01")));
    assert_eq!(then.changed_at, Some(at("2023-07-04")));
}

#[test]
fn a_withdrawal_is_a_movement_too() {
    let history = history(vec![
        moved("2023-05-03", "0751", Committed, 100_000),
        moved("2023-08-01", "0751", Withdrawn, 100_000),
    ]);
    let movement = page(&history, None).rows[0].movement.unwrap();
    assert_eq!(movement.amount, Money::from_kroner(-100_000));
    assert_eq!(movement.municipalities, -1);
}

#[test]
fn what_was_undone_was_never_said() {
    let mut mistaken = moved("2023-07-04", "0510", Committed, 40_000);
    mistaken.undone = Some(Undone {
        at: at("2023-07-05"),
        by: "Ida Holm".into(),
        why: "Forkert kommune".into(),
    });
    let history = history(vec![
        moved("2023-05-03", "0510", UnderDecision, 40_000),
        mistaken,
    ]);
    let row = &page(&history, None).rows[0];
    assert_eq!(row.sums.committed.count, 0);
    assert_eq!(row.sums.under_decision.count, 1);
}

#[test]
fn only_who_consented_is_named_and_nobody_who_left() {
    let named = |mut moved: Moved| {
        moved.detail.named = true;
        moved
    };
    let history = history(vec![
        named(moved("2023-05-03", "0751", Committed, 100_000)),
        moved("2023-05-03", "0461", Committed, 80_000),
        named(moved("2023-05-03", "0540", Withdrawn, 0)),
        named(moved("2023-05-03", "0510", Interested, 0)),
    ]);
    let row = &page(&history, None).rows[0];
    let codes: Vec<String> = row
        .named
        .iter()
        .map(|n| n.municipality.to_string())
        .collect();
    // Haderslev before Aarhus.
    assert_eq!(codes, ["0510", "0751"]);
    let regions: Vec<_> = row
        .regions
        .iter()
        .map(|r| (&*r.region, r.committed, r.on_the_way))
        .collect();
    assert_eq!(regions, [("Syddanmark", 1, 1), ("Midtjylland", 1, 0)]);
}

#[test]
fn consent_taken_back_is_taken_back_for_every_day() {
    let with_name = |date: &str, named| {
        let mut moved = moved(date, "0751", Committed, 100_000);
        moved.detail.named = named;
        moved
    };
    let named = |history: &History, as_of| page(history, as_of).rows[0].named.len();
    let mut history = history(vec![
        with_name("2023-05-03", false),
        with_name("2023-06-05", true),
    ]);
    assert_eq!(named(&history, Some("2023-06-04")), 0);
    assert_eq!(named(&history, Some("2023-06-05")), 1);
    history.moves.push(with_name("2023-08-01", false));
    assert_eq!(named(&history, None), 0);
    assert_eq!(named(&history, Some("2023-07-01")), 0, "nor where it stood");
    history.moves.pop();
    history.moves[1].undone = Some(Undone {
        at: at("2023-08-01"),
        by: "Ida Holm".into(),
        why: "Forkert kommune".into(),
    });
    assert_eq!(
        named(&history, Some("2023-07-01")),
        0,
        "nor if it was undone"
    );
}

#[test]
fn a_candidate_is_not_on_the_page_until_it_is_wanted_or_selected() {
    let with = |state, moves| {
        let mut history = history(moves);
        history.versions = vec![version("2023-05-01", state)];
        page(&history, None).rows.len()
    };
    let interest = || vec![moved("2023-05-03", "0751", Interested, 0)];
    assert_eq!(with(RequestState::Candidate, interest()), 0);
    assert_eq!(with(RequestState::InBarometer, interest()), 0);
    assert_eq!(with(RequestState::Measured, Vec::new()), 0);
    assert_eq!(with(RequestState::Measured, interest()), 1);
    assert_eq!(with(RequestState::Selected, Vec::new()), 1);
    assert_eq!(with(RequestState::Expired, Vec::new()), 1);
}

proptest! {
    /// Reckoned from the moves, or kept beside them: the same.
    #[test]
    fn the_last_move_of_each_is_what_stands(
        said in prop::collection::vec((0..98_usize, 0..9_usize, 1..100_000_i64, 0..300_i32), 0..60)
    ) {
        let mut said = said;
        said.sort_by_key(|(.., day)| *day);
        let mut kept: BTreeMap<MunicipalityCode, Commitment> = BTreeMap::new();
        let mut moves = Vec::new();
        for (who, state, kroner, days) in said {
            let municipality = municipality::all()[who].code;
            let mut next = moved("2023-05-03", "0751", CommitmentState::ALL[state], kroner);
            next.at = day("2023-05-03").plus_days(days).starts_at_millis();
            next.municipality = municipality;
            kept.insert(municipality, next.commitment());
            moves.push(next);
        }
        let history = history(moves);
        let standing = history.as_of(Millis::MAX).unwrap();
        prop_assert_eq!(standing.sums(), Sums::of(kept.values()));
    }

    /// No page of any day tells two amounts of one municipality apart that round alike: so none can be read off, nor
    /// reckoned from several pages.
    #[test]
    fn no_amount_can_be_read_off_any_sequence_of_pages(
        said in prop::collection::vec((0..5_usize, 0..9_usize, 1..9_000_000_i64, 0..40_i32, any::<bool>()), 1..16),
        whose in 0..5_usize,
        by in prop_oneof![Just(1_i64), Just(-1), -49_999..49_999_i64],
    ) {
        let start = day("2023-05-03");
        let mut said = said;
        said.sort_by_key(|(.., day, _)| *day);
        let history_of = |changed: bool| {
            let moves = said.iter().map(|&(who, state, ore, days, named)| {
                let mut next = moved("2023-05-03", "0751", CommitmentState::ALL[state], 0);
                next.municipality = municipality::all()[who].code;
                next.at = start.plus_days(days).starts_at_millis();
                next.detail.named = named;
                let other = Money::from_ore((ore + by).max(1));
                let is_alike = rounded(other) == rounded(Money::from_ore(ore));
                let takes_other = changed && who == whose && is_alike;
                next.amount = if takes_other { other } else { Money::from_ore(ore) };
                next
            });
            history(moves.collect())
        };
        let (one, other) = (history_of(false), history_of(true));
        let days = (0..42).map(|days| start.plus_days(days));
        let is_covered = |history: &History, day: Date| {
            let standing = history.as_of(day.ends_before_millis()).unwrap();
            standing.sums().shortfall(Money::from_kroner(400_000)) == Money::ZERO
        };
        // Whether the price is covered is public; it changes when the promises cross the price.
        prop_assume!(days.clone().all(|day| is_covered(&one, day) == is_covered(&other, day)));
        for day in days.map(|day| day.to_string()) {
            prop_assert_eq!(page(&one, Some(&day)), page(&other, Some(&day)));
        }
        prop_assert_eq!(page(&one, None), page(&other, None));
    }
}
