use super::*;
use crate::barometer::Rules;
use crate::certainty::Silent;
use crate::financing::commitment::Detail;
use crate::financing::ledger::Moved;
use crate::financing::request::Version;
use crate::financing::{ChangeRequest, CommitmentState, Price, RequestState, Terms};
use crate::ids::CandidateId;
use crate::tally::tests::ballots;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The worked example of `docs/domain.md, "Counting"` with one blank ballot more from Aarhus; without `all` only the first
/// four ballots, too few for a result.
fn held(code: &str, date: &str, all: bool) -> Held {
    let ballots = ballots(&[
        ("Aarhus", &[1, 2]),
        ("Aarhus", &[1, 3]),
        ("Aarhus", &[1]),
        ("Aarhus", &[]),
        ("Viborg", &[2]),
        ("Viborg", &[2, 4]),
        ("Samsø", &[4]),
        ("Horsens", &[2, 3]),
        ("Horsens", &[3]),
        ("Skive", &[2, 4]),
    ]);
    let rules = Rules {
        rule: CountingRule::Municipalities,
        max_choices: 3,
        candidates: 4,
    };
    let counted = if all { &ballots[..] } else { &ballots[..4] };
    Held {
        code: code.parse().unwrap(),
        title: "Ændringsønskewebinar".into(),
        date: day(date),
        ended: day(date).ends_before_millis(),
        candidates: [11, 12, 13, 14].map(RequestId).into(),
        ongoing: vec![RequestId(3)],
        outcome: Outcome::of(&rules, counted, 12, &Silent::default()),
        earlier_rounds: 0,
        left_out: None,
    }
}

fn history(request: u32) -> History {
    let moved = |date: &str, code: &str, to, kroner| Moved {
        at: day(date).starts_at_millis(),
        municipality: code.parse().unwrap(),
        from: None,
        to,
        amount: Money::from_kroner(kroner),
        detail: Detail::default(),
        by: "Ida Holm".into(),
        undone: None,
    };
    History {
        request: RequestId(request),
        versions: vec![Version {
            at: day("2023-05-01").starts_at_millis(),
            by: "import".into(),
            why: String::new(),
            state: RequestState::Gathering,
            request: ChangeRequest {
                terms: Terms {
                    price: Price::Firm {
                        amount: Money::from_kroner(400_000),
                    },
                    ..Terms::default()
                },
                ..ChangeRequest::default()
            },
        }],
        moves: vec![
            moved("2023-05-10", "0751", CommitmentState::Committed, 60_000),
            moved("2023-07-01", "0791", CommitmentState::Committed, 40_000),
        ],
    }
}

#[test]
fn a_candidates_support_stands_with_its_denominators() {
    let support = held("DEM234", "2023-06-01", true).support(RequestId(12));
    let expected = Supported {
        place: 1,
        candidates: 4,
        municipalities: 4,
        of_municipalities: 5,
        votes: 5,
    };
    assert_eq!(support, Some(expected));
    assert_eq!(
        held("DEM234", "2023-06-01", true).support(RequestId(3)),
        None
    );
}

#[test]
fn below_five_ballots_nothing_is_said() {
    let few = held("DEM234", "2023-06-01", false);
    assert_eq!(few.support(RequestId(12)), None);
    let said = few.said(&[], |_| None);
    assert!(said.too_few && said.went_on.is_empty() && said.rules_that_differ.is_empty());
}

#[test]
fn those_who_went_on_are_named_with_their_support() {
    let text = |request: RequestId| Some((format!("K{:02}", request.0), "Titel".to_owned()));
    let went_on = |chosen: &[CandidateId]| {
        let said = held("DEM234", "2023-06-01", true).said(chosen, text);
        assert!(!said.undecided && !said.too_few);
        let references = said.went_on.into_iter().map(|one| one.reference);
        references.collect::<Vec<_>>()
    };
    // Municipalities: 4, 3, 2 and 1; equal gaps take three.
    assert_eq!(went_on(&[]), ["K12", "K14", "K13"]);
    assert_eq!(
        went_on(&[CandidateId(1)]),
        ["K11"],
        "as the presenter decided"
    );
}

#[test]
fn a_request_is_followed_from_webinar_to_webinar_and_to_today() {
    let webinars = [
        held("DEM235", "2023-09-21", true),
        held("DEM234", "2023-06-01", true),
        held("DEM233", "2023-04-01", true),
    ];
    let points = course(&history(3), &webinars, day("2023-10-01"));
    let figures: Vec<_> = points
        .iter()
        .map(|point| {
            (
                point.date.to_string(),
                point.sums.committed.amount.rounded_kroner(),
            )
        })
        .collect();
    // Before it was there, there is nothing to say of it.
    let expected = [
        ("2023-06-01", 60_000),
        ("2023-09-21", 100_000),
        ("2023-10-01", 100_000),
    ];
    assert_eq!(figures, expected.map(|(date, sum)| (date.to_owned(), sum)));
    assert!(points[2].webinar.is_none() && points[0].support.is_none());
    let measured = course(&history(12), &webinars, day("2023-09-21"));
    assert_eq!(measured.len(), 2, "today is the day of the last webinar");
    assert_eq!(
        measured[1].support.map(|support| support.municipalities),
        Some(4)
    );
    assert_eq!(course(&history(99), &webinars, day("2023-10-01")), []);
}

#[test]
fn a_vote_left_out_of_the_evaluation_says_why_and_stands_as_no_support() {
    let mut webinars = [
        held("DEM234", "2023-06-01", true),
        held("DEM235", "2023-09-21", true),
    ];
    webinars[1].left_out = Some("Linket var delt på Facebook".into());
    webinars[1].earlier_rounds = 1;
    let points = course(&history(12), &webinars, day("2023-09-21"));
    let told: Vec<_> = points
        .iter()
        .map(|point| (point.left_out, point.support.is_some()))
        .collect();
    assert_eq!(told, [(false, true), (true, false)]);
    let said = webinars[1].said(&[], |_| None);
    assert_eq!(
        said.left_out.as_deref(),
        Some("Linket var delt på Facebook")
    );
    assert_eq!(said.earlier_rounds, 1);
}
