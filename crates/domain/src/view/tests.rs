//! The views, computed for a webinar with a counted outcome at hand: what may be seen, and when.

use std::collections::BTreeMap;

use super::*;
use crate::agenda::Stage;
use crate::audience_question::QuestionBoard;
use crate::barometer::Phase;
use crate::outcome::{EarlierRound, Outcome};

use crate::barometer::{Rules, SignedRoot};
use crate::catalogue::{Candidate, Catalogue, Reality, RequestText};
use crate::certainty::Silent;
use crate::financing::{Commitment, CommitmentState, Price, PublicSums, RequestState, Sharing};
use crate::tally::tests::ballots;
use crate::webinar::{Plan, Progress, Scene};

const CANDIDATES: u16 = 12;

struct Webinar {
    catalogue: Catalogue,
    plan: Plan,
    agenda: Vec<AgendaItem>,
    progress: Progress,
    outcome: Outcome,
    earlier: Vec<EarlierRound>,
    root: Option<SignedRoot>,
    sums: BTreeMap<RequestId, PublicSums>,
    states: BTreeMap<RequestId, RequestState>,
    questions: QuestionBoard,
}

fn webinar(phase: Phase, rows: u16) -> Webinar {
    let rules = Rules {
        rule: CountingRule::Municipalities,
        max_choices: 3,
        candidates: CANDIDATES,
    };
    let text = |number: u32| RequestText {
        id: RequestId(number),
        reference: format!("K{number:02}"),
        title: format!("Ønske {number}"),
        pitch: String::new(),
        benefit: String::new(),
        category: String::new(),
        price: Price::Firm {
            amount: Money::from_kroner(100_000),
        },
        sharing: Sharing::default(),
        minimum: None,
        deadline: None,
        extension: None,
    };
    let outcome = Outcome::of(
        &rules,
        &ballots(&[
            ("Aarhus", &[1, 2]),
            ("Viborg", &[1, 2]),
            ("Skive", &[1, 3]),
            ("Varde", &[1]),
            ("Samsø", &[]),
        ]),
        7,
        &Silent {
            by_municipality: [("0751".parse().unwrap(), 2)].into(),
            elsewhere: 0,
        },
    );
    let stages = Stage::USUAL.to_vec();
    let item = |&stage| AgendaItem {
        stage,
        notes: "kun til oplægsholderen".into(),
        timebox: None,
    };
    Webinar {
        catalogue: Catalogue {
            title: String::new(),
            date: "2023-09-21".into(),
            starts: "13:00".into(),
            ends: "14:00".into(),
            reality: Reality::Real,
            language: Language::Danish,
            fictional: true,
            rules,
            shuffled: true,
            candidates: (1..=CANDIDATES)
                .map(|n| Candidate {
                    id: CandidateId(n),
                    request: RequestId(n.into()),
                })
                .collect(),
            requests: (1..=u32::from(CANDIDATES)).map(text).collect(),
        },
        agenda: stages.iter().map(item).collect(),
        plan: Plan {
            stages,
            candidates: (1..=CANDIDATES).map(|n| RequestId(n.into())).collect(),
            ongoing: Vec::new(),
            reality: Reality::Real,
            pick: outcome.pick().cloned(),
            supported: outcome.supported(),
            choices_seen: false,
            survey_pages: 0,
            carrying_pages: 0,
        },
        progress: Progress {
            phase,
            scene: Scene {
                at: 4,
                rows,
                ..Scene::default()
            },
            ..Progress::default()
        },
        outcome,
        earlier: Vec::new(),
        root: Some(SignedRoot {
            close: 1,
            root: "r".repeat(43),
            after_strikes: Some("s".repeat(43)),
            signature: "g".repeat(86),
        }),
        sums: BTreeMap::new(),
        states: BTreeMap::new(),
        questions: QuestionBoard::default(),
    }
}

impl Webinar {
    fn snapshot(&self) -> Snapshot<'_> {
        Snapshot {
            epoch: 1,
            seq: 1,
            catalogue_hash: "0123456789abcdef",
            catalogue: &self.catalogue,
            agenda: &self.agenda,
            plan: &self.plan,
            progress: &self.progress,
            round: 1,
            turnout: self.outcome.turnout,
            struck: 0,
            look_ups: 0,
            log_broken: false,
            root: self.root.as_ref(),
            outcome: Some(&self.outcome),
            earlier: &self.earlier,
            sums: &self.sums,
            states: &self.states,
            questions: &self.questions,
            survey: None,
        }
    }

    fn result(&self) -> ResultView {
        let Screen::Result(result) = self.snapshot().audience().screen else {
            panic!("the result")
        };
        result
    }
}

#[test]
fn the_projector_speaks_as_prepared_unless_the_presenter_switches() {
    let mut webinar = webinar(Phase::Draft, 0);
    let spoken = |webinar: &Webinar| webinar.snapshot().audience().language;
    assert_eq!(spoken(&webinar), Language::Danish);
    webinar.catalogue.language = Language::English;
    assert_eq!(spoken(&webinar), Language::English);
    webinar.progress.scene.language = Some(Language::Danish);
    assert_eq!(spoken(&webinar), Language::Danish);
}

#[test]
fn a_countdown_says_when_it_began_only_while_it_runs() {
    let mut webinar = webinar(Phase::Open, 0);
    webinar.progress.scene.counts_from = Some(1_000);
    let began = |webinar: &Webinar| webinar.snapshot().audience().barometer.counts_from;
    assert_eq!(began(&webinar), None);
    webinar.progress.ends_at = Some(31_000);
    assert_eq!(began(&webinar), Some(1_000));
}

#[test]
fn before_the_reveal_even_a_counted_outcome_stays_inside() {
    for phase in [Phase::Draft, Phase::Open, Phase::Closing, Phase::Closed] {
        let webinar = webinar(phase, CANDIDATES);
        let result = webinar.result();
        assert!(result.rows.is_empty() && result.verdict.is_none() && result.total == 0);
        let console = webinar.snapshot().console(Desk::default());
        assert!(console.rules_that_differ.is_empty() && console.tie.is_empty());
        assert_eq!(console.result, None);
    }
}

#[test]
fn rows_come_out_from_the_last_place_up_and_the_verdict_last() {
    let three = webinar(Phase::Revealed, 3).result();
    assert_eq!(three.rows.len(), 3);
    assert!(three.rows.iter().all(|row| row.votes == 0));
    assert_eq!((three.page, three.verdict.is_none()), (1, true));
    let all = webinar(Phase::Revealed, CANDIDATES).result();
    let first = all.rows[0];
    assert_eq!(
        (first.candidate, first.place, first.municipalities),
        (CandidateId(1), 1, 4)
    );
    let verdict = all.verdict.unwrap();
    assert_eq!(
        verdict.go_on(),
        [CandidateId(1), CandidateId(2), CandidateId(3)]
    );
    assert_eq!(verdict.certainty, Some(Certainty::Close));
}

#[test]
fn the_presenter_can_pass_on_the_result_once_it_is_all_out_whatever_the_screen_shows() {
    let passed_on = |rows| {
        let mut webinar = webinar(Phase::Revealed, rows);
        webinar.progress.scene.blank = true;
        webinar.snapshot().console(Desk::default()).result
    };
    assert_eq!(passed_on(CANDIDATES - 1), None);
    let result = passed_on(CANDIDATES).unwrap();
    assert_eq!(
        result.rows,
        webinar(Phase::Revealed, CANDIDATES).result().rows
    );
    assert!(result.verdict.is_some());
}

#[test]
fn the_page_turns_only_when_the_next_row_is_on_another() {
    let page = |rows| webinar(Phase::Revealed, rows).result().page;
    assert_eq!(
        [0, 1, 3, 4].map(page),
        [1; 4],
        "places 12 to 9 stand on the second page"
    );
    assert_eq!([5, 8, 11].map(page), [0; 3]);
}

#[test]
fn below_five_ballots_the_screen_says_so_and_shows_nothing() {
    let mut webinar = webinar(Phase::Revealed, 0);
    webinar.outcome.counted = None;
    webinar.plan.pick = None;
    let result = webinar.result();
    assert!(result.too_few && result.rows.is_empty() && result.verdict.is_none());
}

#[test]
fn a_blank_screen_shows_nothing() {
    let mut webinar = webinar(Phase::Revealed, CANDIDATES);
    webinar.progress.scene.blank = true;
    assert_eq!(webinar.snapshot().audience().screen, Screen::Blank);
}

#[test]
fn what_the_roll_will_be_is_told_from_the_close_on() {
    let root = |phase| webinar(phase, 0).snapshot().audience().root;
    for phase in [Phase::Draft, Phase::Open, Phase::Closing] {
        assert_eq!(root(phase), None, "{phase:?}");
    }
    for phase in [Phase::Closed, Phase::Revealed] {
        assert!(root(phase).is_some(), "{phase:?}");
    }
}

#[test]
fn the_presenters_notes_stay_on_the_console() {
    let webinar = webinar(Phase::Open, 0);
    let audience = serde_json::to_string(&webinar.snapshot().audience()).unwrap();
    assert!(!audience.contains("oplægsholderen"));
}

#[test]
fn a_candidates_notes_are_on_the_console_while_it_is_shown_and_nowhere_else() {
    let notes: Vec<String> = (1..=CANDIDATES).map(|n| format!("husk {n}")).collect();
    let desk = Desk {
        candidate_notes: &notes,
        ..Desk::default()
    };
    let mut webinar = webinar(Phase::Draft, 0);
    let at = |webinar: &Webinar| {
        let snapshot = webinar.snapshot();
        let told = serde_json::to_string(&snapshot.audience()).unwrap();
        assert!(!told.contains("husk"), "{told}");
        snapshot.console(desk).candidate_notes
    };
    (webinar.progress.scene.at, webinar.progress.scene.item) = (2, 2);
    assert_eq!(at(&webinar), "husk 3");
    webinar.progress.scene.blank = true;
    assert_eq!(at(&webinar), "");
    (webinar.progress.scene.blank, webinar.progress.scene.at) = (false, 4);
    assert_eq!(at(&webinar), "");
    webinar.progress.scene.drilled = Some(RequestId(2));
    assert_eq!(at(&webinar), "husk 2");
}

#[test]
fn the_console_shows_what_comes_next_and_no_result_before_it_is_out() {
    let next = |webinar: &Webinar| webinar.snapshot().console(Desk::default()).next;
    let at = |phase, rows, at, item| {
        let mut webinar = webinar(phase, rows);
        (webinar.progress.scene.at, webinar.progress.scene.item) = (at, item);
        webinar
    };
    let candidate = |n| {
        Some(Screen::Candidate {
            candidate: CandidateId(n),
        })
    };
    assert_eq!(next(&at(Phase::Draft, 0, 1, 0)), candidate(1));
    assert_eq!(next(&at(Phase::Draft, 0, 2, 0)), candidate(2));
    let last = CANDIDATES - 1;
    assert_eq!(next(&at(Phase::Draft, 0, 2, last)), Some(Screen::Barometer));
    // From the vote on the wait for the result, empty.
    for phase in [Phase::Draft, Phase::Open, Phase::Closing] {
        let Some(Screen::Result(result)) = next(&at(phase, CANDIDATES, 3, 0)) else {
            panic!("{phase:?}")
        };
        assert!(
            result.rows.is_empty() && result.verdict.is_none(),
            "{phase:?}"
        );
    }
    // Its rows are nobody's to see before they are out, and neither is who goes on.
    for stage in [3, 4] {
        assert_eq!(next(&at(Phase::Closed, CANDIDATES, stage, 0)), None);
    }
    for rows in 0..CANDIDATES {
        assert_eq!(next(&at(Phase::Revealed, rows, 4, 0)), None, "{rows} rows");
    }
    let second_page = next(&at(Phase::Revealed, CANDIDATES, 4, 0));
    assert!(matches!(second_page, Some(Screen::Result(result)) if result.page == 1));
    assert!(matches!(
        next(&at(Phase::Revealed, CANDIDATES, 4, 1)),
        Some(Screen::Financing(_))
    ));
    assert_eq!(next(&at(Phase::Revealed, CANDIDATES, 6, 0)), None);
    // Blank, it is what comes back; drilled in, the next request.
    let mut away = at(Phase::Draft, 0, 2, 4);
    away.progress.scene.blank = true;
    assert_eq!(next(&away), candidate(5));
    away.progress.scene.blank = false;
    away.progress.scene.drilled = Some(RequestId(1));
    let Some(Screen::Request(request)) = next(&away) else {
        panic!("a request follows")
    };
    assert_eq!(request.financing.request, RequestId(2));
}

#[test]
fn a_view_of_twelve_candidates_stays_under_two_kilobytes() {
    let webinar = webinar(Phase::Revealed, CANDIDATES);
    let json = serde_json::to_string(&webinar.snapshot().audience()).unwrap();
    assert!(json.len() <= 2048, "{} bytes: {json}", json.len());
}

#[test]
fn a_request_drilled_into_shows_its_place() {
    let mut webinar = webinar(Phase::Revealed, CANDIDATES);
    webinar.progress.scene.drilled = Some(RequestId(2));
    let Screen::Request(view) = webinar.snapshot().audience().screen else {
        panic!("a request")
    };
    assert_eq!(view.result.map(|row| (row.place, row.votes)), Some((2, 2)));
    assert_eq!(view.financing.shortfall, Money::from_kroner(100_000));
}

#[test]
fn a_request_is_funded_by_its_state_and_not_by_a_covered_price_alone() {
    let mut webinar = webinar(Phase::Revealed, CANDIDATES);
    let id = RequestId(2);
    webinar.progress.scene.drilled = Some(id);
    let promise = |code: &str| Commitment {
        state: CommitmentState::Committed,
        amount: Money::from_kroner(50_000),
        ..Commitment::interested(code.parse().unwrap())
    };
    let promises = [promise("0751"), promise("0791")];
    let sums = PublicSums::of(&promises, Money::from_kroner(100_000));
    webinar.sums.insert(id, sums);
    for (state, funded) in [
        (RequestState::Measured, false),
        (RequestState::Gathering, false),
        (RequestState::FullyFunded, true),
        (RequestState::Delivered, true),
        (RequestState::Cancelled, false),
    ] {
        webinar.states.insert(id, state);
        let Screen::Request(view) = webinar.snapshot().audience().screen else {
            panic!("a request")
        };
        assert_eq!(view.financing.shortfall, Money::ZERO);
        assert_eq!(view.financing.funded, funded, "{state:?}");
    }
}

#[test]
fn views_survive_the_wire() {
    let webinar = webinar(Phase::Revealed, CANDIDATES);
    let view = webinar.snapshot().console(Desk::default());
    let json = serde_json::to_string(&view).unwrap();
    assert_eq!(serde_json::from_str::<ConsoleView>(&json).unwrap(), view);
}

#[test]
fn a_second_round_says_who_went_on_by_the_first_and_counts_alone() {
    let mut second = webinar(Phase::Revealed, CANDIDATES);
    let first = webinar(Phase::Revealed, CANDIDATES).outcome;
    second.earlier = vec![EarlierRound {
        outcome: first,
        chosen: Vec::new(),
    }];
    second.progress.scene.earlier_rounds = 1;
    let view = second.snapshot().audience();
    assert_eq!(view.barometer.earlier_rounds, 1);
    let result = second.result();
    assert_eq!(result.earlier, [[1, 2, 3].map(CandidateId)]);
    assert_eq!(second.earlier[0].result().rows, result.rows);
    // Where nothing could be shown, nobody went on.
    second.earlier[0].outcome.counted = None;
    assert_eq!(second.result().earlier, [[]]);
    assert!(second.earlier[0].result().too_few);
}

/// Twelve candidates of which the second to the fourth share a place at the cut.
fn tied() -> Webinar {
    let mut webinar = webinar(Phase::Revealed, CANDIDATES);
    let ids = |numbers: &[u16]| numbers.iter().map(|&n| CandidateId(n)).collect();
    let counted = webinar.outcome.counted.as_mut().unwrap();
    for number in [2, 3, 4] {
        let support = &mut counted.tally.supports[number - 1];
        (support.municipalities, support.participants) = (2, 2);
    }
    counted.pick = Pick::Tied {
        ahead: ids(&[1]),
        tied: ids(&[2, 3, 4]),
    };
    webinar.plan.pick = Some(counted.pick.clone());
    webinar
}

#[test]
fn a_tie_that_nobody_has_decided_is_open_on_every_screen_after_the_result() {
    let mut webinar = tied();
    for at in [4, 5, 6] {
        webinar.progress.scene.at = at;
        assert!(webinar.snapshot().audience().tie_open, "stage {at}");
    }
    webinar.progress.scene.rows = CANDIDATES - 1;
    assert!(
        !webinar.snapshot().audience().tie_open,
        "nothing before the last row"
    );
    webinar.progress.scene.rows = CANDIDATES;
    webinar.progress.scene.chosen = vec![CandidateId(1), CandidateId(4)];
    assert!(!webinar.snapshot().audience().tie_open);
}

#[test]
fn whoever_was_chosen_stands_above_the_cut() {
    let order = |webinar: &Webinar| -> Vec<u16> {
        let rows = webinar.result().rows;
        rows.iter().take(4).map(|row| row.candidate.0).collect()
    };
    let mut webinar = tied();
    assert_eq!(order(&webinar), [1, 2, 3, 4]);
    webinar.progress.scene.chosen = vec![CandidateId(1), CandidateId(4)];
    assert_eq!(order(&webinar), [1, 4, 2, 3]);
    let rows = webinar.result().rows;
    assert!(rows[1..4].iter().all(|row| row.place == 2 && row.shared));
}

#[test]
fn after_the_end_everybody_may_read_the_result_as_far_as_it_came_out() {
    let ended = |phase, rows| {
        let mut webinar = webinar(phase, rows);
        webinar.plan.ongoing = vec![RequestId(12)];
        webinar.progress.scene.at = 2;
        let running = webinar.snapshot().audience();
        assert_eq!((running.final_result, running.requests), (None, Vec::new()));
        webinar.progress.scene.ended = true;
        let view = webinar.snapshot().audience();
        let requests: Vec<u32> = view.requests.iter().map(|row| row.request.0).collect();
        (view.final_result, requests)
    };
    for phase in [Phase::Draft, Phase::Closed] {
        assert_eq!(ended(phase, CANDIDATES), (None, vec![12]), "{phase:?}");
    }
    assert_eq!(ended(Phase::Revealed, 0), (None, vec![12]));
    // Stopped before the last row: nothing beside it says who goes on.
    let (partly, requests) = ended(Phase::Revealed, CANDIDATES - 1);
    let partly = partly.unwrap();
    assert_eq!(partly.rows.len(), usize::from(CANDIDATES) - 1);
    assert_eq!((partly.verdict, requests), (None, vec![12]));
    let (all, requests) = ended(Phase::Revealed, CANDIDATES);
    assert_eq!(all, Some(webinar(Phase::Revealed, CANDIDATES).result()));
    assert_eq!(requests, [1, 2, 3, 12]);
}

#[test]
fn after_the_end_too_few_votes_are_said_to_be_too_few() {
    let mut webinar = webinar(Phase::Revealed, 0);
    webinar.outcome.counted = None;
    webinar.progress.scene.ended = true;
    let result = webinar.snapshot().audience().final_result.unwrap();
    assert!(result.too_few && result.rows.is_empty() && result.verdict.is_none());
}
