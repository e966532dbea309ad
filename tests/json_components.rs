//! What the server writes with `serde`, documents read by derived readers, and must read as the same.

#![cfg(target_arch = "wasm32")]

use std::fmt::Debug;

use barometer_domain::audience_question::PinnedQuestion;
use barometer_domain::ballot::{Ballot, Cast};
use barometer_domain::barometer::{BarometerView, Phase, Rules, SignedRoot, Turnout};
use barometer_domain::catalogue::{Candidate, Catalogue, Reality, RequestText};
use barometer_domain::financing::portfolio::{
    Movement, Named, Portfolio, PortfolioRow, RegionCount,
};
use barometer_domain::financing::{
    CommitmentState, Extension, Price, RequestState, Sharing, SharingRule, StateSum, Sums, Terms,
};
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::language::Language;
use barometer_domain::money::Money;
use barometer_domain::people::{self, People, WrongLine, WrongList};
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::table::{Table, TableRow};
use barometer_domain::tally::CountingRule;
use barometer_domain::view::{
    AudienceView, FinancingPage, FinancingRow, RequestView, ResultRow, ResultView, Screen, Verdict,
};
use barometer_domain::wire::{Hello, Me, OwnPayment, Problem, Receipt, Role, WebinarInfo};
use barometer_json::FromJson;
use barometer_kit::json;
use serde::Serialize;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[track_caller]
fn check<T: Serialize + FromJson + PartialEq + Debug>(value: &T) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(
        barometer_json::read::<T>(&text).as_ref(),
        Some(value),
        "{text}"
    );
}

/// The same for what only staff's pages and the living page read.
#[track_caller]
fn check_on_page(value: &Portfolio) {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(
        json::read::<Portfolio>(&text).as_ref(),
        Some(value),
        "{text}"
    );
}

fn cast() -> Cast {
    Cast {
        rev: 4,
        choices: Ballot::of([CandidateId(3), CandidateId(1)]),
    }
}

fn page() -> FinancingPage {
    let sum = |count| StateSum {
        count,
        amount: Money::from_kroner(1_000 * i64::from(count)),
    };
    let sums = Sums {
        committed: sum(1),
        under_decision: sum(2),
        indicated: sum(3),
        interested: sum(4),
        invoiced: sum(0),
    };
    let row = FinancingRow {
        request: RequestId(12),
        sums,
        shortfall: Money::from_ore(99),
        funded: false,
        missing: Some(3),
    };
    let funded = FinancingRow {
        shortfall: Money::ZERO,
        funded: true,
        missing: None,
        ..row
    };
    FinancingPage {
        page: 1,
        pages: 2,
        rows: vec![row, funded],
    }
}

fn row(shared: bool) -> ResultRow {
    ResultRow {
        candidate: CandidateId(9),
        place: 2,
        shared,
        headline: 4_294_967_296,
        municipalities: 5,
        votes: 6,
    }
}

fn result(verdict: Option<Verdict>) -> ResultView {
    ResultView {
        rule: CountingRule::Fraction,
        total: 12,
        rows: vec![row(true), row(false)],
        page: 1,
        too_few: verdict.is_none(),
        earlier: verdict
            .iter()
            .map(|verdict| verdict.go_on().to_vec())
            .collect(),
        verdict,
    }
}

fn view(screen: Screen, phase: Phase) -> AudienceView {
    let turnout = Turnout {
        voted: 1,
        present: 2,
        municipalities: 3,
    };
    let barometer = BarometerView {
        phase,
        turnout,
        ends_at: (phase == Phase::Open).then_some(1_790_000_000_000),
        counts_from: (phase == Phase::Open).then_some(1_789_999_970_000),
        round: 7,
        reopened: u8::from(phase == Phase::Open),
        earlier_rounds: u8::from(phase == Phase::Revealed),
        struck: u32::from(phase == Phase::Closed),
    };
    AudienceView {
        epoch: u32::MAX,
        seq: 9_007_199_254_740_991,
        catalogue: "a1".into(),
        barometer,
        language: if phase == Phase::Open {
            Language::English
        } else {
            Language::Danish
        },
        since: -1,
        timebox: (phase == Phase::Draft).then_some(90),
        tie_open: phase == Phase::Revealed,
        door_closed: phase == Phase::Open,
        ended: phase == Phase::Revealed,
        look_ups: u32::from(phase == Phase::Closed) * 3,
        log_broken: phase == Phase::Closed,
        root: (phase >= Phase::Closed).then(|| SignedRoot {
            close: 2,
            root: "root".into(),
            after_strikes: (phase == Phase::Revealed).then(|| "struck".into()),
            signature: "signed".into(),
        }),
        requests: Vec::new(),
        final_result: None,
        pinned: (phase == Phase::Closed).then(|| PinnedQuestion {
            text: "Hvad?".into(),
            supports: 3,
            about: Some(RequestId(7)),
        }),
        screen,
    }
}

#[wasm_bindgen_test]
fn every_screen() {
    let verdict = |pick, chosen, certainty| {
        let verdict = Verdict {
            pick,
            chosen,
            because: String::new(),
            certainty,
        };
        Screen::Result(result(Some(verdict)))
    };
    let one = vec![CandidateId(1)];
    let (ahead, tied) = (one.clone(), vec![CandidateId(2), CandidateId(3)]);
    let request = |result: Option<ResultRow>| {
        Screen::Request(RequestView {
            financing: page().rows[0],
            shared_by: if result.is_some() { 3 } else { 10 },
            compared: result.is_some(),
            result,
        })
    };
    let screens = [
        Screen::Blank,
        Screen::Welcome,
        Screen::Survey { page: None },
        Screen::Ongoing(page()),
        Screen::Candidate {
            candidate: CandidateId(2),
        },
        Screen::Barometer,
        Screen::Result(result(None)),
        verdict(
            Pick::Clear { go_on: one.clone() },
            vec![],
            Some(Certainty::Settled),
        ),
        verdict(Pick::Tied { ahead, tied }, one, Some(Certainty::Close)),
        verdict(Pick::Nobody, vec![], None),
        Screen::Financing(page()),
        request(None),
        request(Some(row(true))),
        Screen::Thanks {
            go_on: vec![RequestId(4)],
        },
    ];
    for screen in screens {
        check(&view(screen, Phase::Open));
    }
    for phase in [Phase::Draft, Phase::Closing, Phase::Closed, Phase::Revealed] {
        check(&view(Screen::Barometer, phase));
    }
}

#[wasm_bindgen_test]
fn texts_and_rules() {
    let text = |price, sharing| RequestText {
        id: RequestId(1),
        reference: "K01".into(),
        title: "Æbler & \"pærer\"".into(),
        pitch: String::new(),
        benefit: "ro".into(),
        category: "x".into(),
        price,
        sharing,
        minimum: Some(6),
        deadline: "2023-12-01".parse().ok(),
        extension: Some(Extension {
            from: "2023-10-01".parse().unwrap(),
            reason: "To udvalg mødes i november".into(),
        }),
    };
    let kroner = Money::from_kroner;
    let estimate = Price::Estimate {
        low: kroner(1),
        likely: kroner(2),
        high: kroner(3),
    };
    let sharing = Sharing {
        rule: SharingRule::Population,
        cap: Some(kroner(4)),
        planned_for: Some(20),
    };
    let firm = Price::Firm { amount: kroner(5) };
    let catalogue = |rule, reality| Catalogue {
        title: "t".into(),
        date: "2026-09-21".into(),
        starts: "13:00".into(),
        ends: "14:00".into(),
        reality,
        language: if reality == Reality::Real {
            Language::English
        } else {
            Language::Danish
        },
        fictional: reality == Reality::Demo,
        rules: Rules {
            rule,
            max_choices: 3,
            candidates: 2,
        },
        shuffled: reality == Reality::Real,
        candidates: vec![Candidate {
            id: CandidateId(1),
            request: RequestId(1),
        }],
        requests: SharingRule::USUAL
            .into_iter()
            .chain([SharingRule::FixedFee {
                fee: Money::from_kroner(20_000),
            }])
            .map(|rule| text(estimate, Sharing { rule, ..sharing }))
            .chain([text(firm, Sharing::default())])
            .chain([text(Price::NotAssessed, Sharing::default())])
            .collect(),
    };
    check(&catalogue(CountingRule::Participants, Reality::Real));
    check(&catalogue(CountingRule::Municipalities, Reality::Demo));
    check(&catalogue(CountingRule::Majority, Reality::Rehearsal));
}

#[wasm_bindgen_test]
fn answers_to_a_participant() {
    let voter = Role::Voter {
        municipality: "0751".parse().unwrap(),
    };
    for (role, ballot) in [(voter, Some(cast())), (Role::Observer, None)] {
        check(&Me {
            role,
            slot: "s".into(),
            identified: ballot.is_some(),
            round: 1,
            ballot,
            replaced: role == voter,
            interests: vec![RequestId(2), RequestId(3)],
            name_wished: vec![RequestId(3)],
            committed: vec![RequestId(2)],
            pays: vec![OwnPayment {
                request: RequestId(2),
                share: Money::from_ore(4_285_714),
            }],
        });
    }
    check(&Receipt {
        ballot: cast(),
        received_at: 1_790_000_000_000,
        signature: "g".into(),
    });
    check(&Hello { now: 5 });
    for vendor_key in [None, Some("k".to_owned())] {
        check(&WebinarInfo {
            code: "DEM234".parse().unwrap(),
            title: "t".into(),
            date: "2026-09-21".into(),
            starts: "13:00".into(),
            reality: Reality::Demo,
            fictional: vendor_key.is_some(),
            open: true,
            invited_only: vendor_key.is_some(),
            door_closed: vendor_key.is_none(),
            join_url: "u".into(),
            insecure: false,
            signing_key: "s".into(),
            vendor_key,
        });
    }
}

#[wasm_bindgen_test]
fn every_refusal() {
    let refusals = [
        Refusal::UnknownWebinar,
        Refusal::WebinarNotOpen,
        Refusal::WebinarEnded,
        Refusal::MunicipalityFixed,
        Refusal::TooManyInterests { limit: 12 },
        Refusal::UnknownMunicipality,
        Refusal::NotJoined,
        Refusal::ObserverCannotVote,
        Refusal::BarometerNotOpen,
        Refusal::BarometerClosed,
        Refusal::NamesFrozen,
        Refusal::TooManyChoices { limit: 3 },
        Refusal::UnknownCandidate {
            candidate: CandidateId(7),
        },
        Refusal::StaleRevision { current: cast() },
        Refusal::UnknownRequest,
        Refusal::NotPresenter,
        Refusal::NotVendor,
        Refusal::WrongPassphrase,
        Refusal::AlreadySetUp,
        Refusal::NoVendorKey,
        Refusal::ReasonMissing,
        Refusal::UnknownInvitation,
        Refusal::InvitationNeeded,
        Refusal::DoorClosed,
        Refusal::MunicipalityFull { limit: 4 },
        Refusal::StaleStep,
        Refusal::BarometerStillOpen,
        Refusal::BarometerAlreadyOpened,
        Refusal::NotClosedYet,
        Refusal::NothingFurther,
        Refusal::NotPossibleNow,
        Refusal::ChoiceDoesNotFit,
        Refusal::BodyTooLarge { limit: 3 },
        Refusal::Malformed {
            reason: "so".into(),
        },
        Refusal::NotFound,
        Refusal::CrossSite,
        Refusal::Busy {
            retry_after_ms: 500,
        },
        Refusal::StorageFull {
            retry_after_ms: 500,
        },
        Refusal::TooMany {
            retry_after_ms: 500,
        },
        Refusal::Internal,
    ];
    for refusal in refusals {
        check(&Problem {
            status: 404,
            title: refusal.to_string(),
            refusal,
        });
    }
}

#[wasm_bindgen_test]
fn staff_hears_every_refusal_of_a_form_or_a_door() {
    let fields = [Field::By, Field::MandateDate, Field::RequestReference];
    let refusals = fields.map(Field::wrong).into_iter().chain([
        Refusal::CodeNeeded,
        Refusal::LogBroken,
        Refusal::Locked,
        Refusal::MoveNotAllowed,
        Refusal::WrongPassphrase,
        Refusal::TooMany {
            retry_after_ms: 500,
        },
    ]);
    for refusal in refusals {
        let problem = Problem {
            status: 422,
            title: refusal.to_string(),
            refusal: refusal.clone(),
        };
        let text = serde_json::to_string(&problem).unwrap();
        assert_eq!(json::refusal(&text), Some(refusal), "{text}");
    }
    assert_eq!(json::refusal("<html>"), None);
    assert_eq!(json::refusal("{\"code\":\"else\"}"), None);
}

/// The module that reads lists answers as serde writes a result: by the name of what it is.
#[wasm_bindgen_test]
fn a_list_of_people() {
    type Answer = Result<People, WrongList>;
    let wrong = WrongList::Lines(vec![
        WrongLine::NameMissing { line: 3 },
        WrongLine::NoSuchMunicipality {
            cell: "B4".into(),
            typed: "999".into(),
        },
    ]);
    let answers: [Answer; 3] = [
        people::read(&Table {
            rows: vec![
                TableRow::of(1, ["Navn", "Kommune"]),
                TableRow::of(2, ["Ida Holm", "Viborg"]),
            ],
            ..Table::default()
        }),
        people::read(&Table::default()),
        Err(wrong),
    ];
    assert!(answers[0].is_ok());
    for answer in answers {
        let text = serde_json::to_string(&answer).unwrap();
        assert_eq!(json::read::<Answer>(&text), Some(answer), "{text}");
    }
}

#[wasm_bindgen_test]
fn the_page_of_financing() {
    let FinancingRow {
        sums, shortfall, ..
    } = page().rows[0];
    let row = |state, folder: &str, movement: Option<Movement>| PortfolioRow {
        request: RequestId(3),
        reference: "I03".into(),
        title: "Ønske".into(),
        category: String::new(),
        state,
        terms: Terms {
            minimum: Some(5),
            deadline: "2023-12-01".parse().ok(),
            ..Terms::default()
        },
        national: !folder.is_empty(),
        folder: folder.into(),
        portal: folder.into(),
        sums,
        shortfall,
        missing: movement.map(|_| 4),
        overdue: movement.is_some(),
        movement,
        changed_at: 1_694_649_600_000,
        regions: vec![RegionCount {
            region: "Midtjylland".into(),
            committed: 2,
            on_the_way: 1,
        }],
        comments: 2,
        initiatives: vec![],
        named: CommitmentState::ALL
            .map(|state| Named {
                municipality: "0751".parse().unwrap(),
                state,
            })
            .into(),
    };
    let less = Movement {
        amount: Money::from_kroner(-24_000),
        municipalities: -1,
    };
    let rows = RequestState::ALL.map(|state| row(state, "6. Generelt", Some(less)));
    let portfolio = Portfolio {
        epoch: u32::MAX,
        seq: 7,
        fictional: true,
        as_of: "2023-07-31".parse().ok(),
        since: "2023-06-01".parse().ok(),
        changed_at: Some(5),
        municipalities: 13,
        has_forum: true,
        rows: rows.into(),
    };
    check_on_page(&portfolio);
    check_on_page(&Portfolio {
        fictional: false,
        as_of: None,
        since: None,
        changed_at: None,
        rows: vec![row(RequestState::Measured, "", None)],
        ..portfolio
    });
}

#[wasm_bindgen_test]
fn what_is_something_else_is_not_read() {
    for text in ["", "<html>", "null", "[]", "{}", "7", "\"now\""] {
        assert_eq!(barometer_json::read::<Hello>(text), None, "{text}");
        assert_eq!(barometer_json::read::<AudienceView>(text), None, "{text}");
    }
    for now in ["1.5", "\"1\"", "1e300", "null"] {
        assert_eq!(
            barometer_json::read::<Hello>(&format!("{{\"now\":{now}}}")),
            None
        );
    }
}
