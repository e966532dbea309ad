//! A webinar from end to end, as the API sees it.

use axum::http::StatusCode;
use barometer_domain::barometer::{Phase, Turnout};
use barometer_domain::catalogue::{Catalogue, Reality};
use barometer_domain::ids::{CandidateId, RequestId};
use barometer_domain::money::Money;
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::wire::{Me, Role, WebinarInfo};
use serde_json::json;

use crate::app::{App, crowd, eventually};

#[tokio::test]
async fn a_webinar_is_played_from_welcome_to_thanks() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let mut voters = Vec::new();
    for code in ["0751", "0751", "0791", "0741", "0779"] {
        voters.push(app.voter(code).await);
    }
    let opened = presenter.opens().await;
    assert_eq!(opened.audience.barometer.turnout.present, 5);
    for (voter, choices) in voters
        .iter_mut()
        .zip([&[1, 2][..], &[1], &[1, 3], &[2], &[]])
    {
        let receipt = voter.votes(choices).await;
        assert!(receipt.received_at > 0);
    }
    let open = app.view().await;
    let turnout = Turnout {
        voted: 5,
        present: 5,
        municipalities: 4,
    };
    assert_eq!(
        (open.barometer.phase, open.barometer.turnout),
        (Phase::Open, turnout)
    );
    assert_eq!(
        open.screen,
        Screen::Barometer,
        "nothing but turnout while it is open"
    );

    let revealed = presenter.closes_and_reveals().await;
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    let first: Vec<_> = result.rows[..3]
        .iter()
        .map(|row| (row.candidate.0, row.place, row.municipalities, row.votes))
        .collect();
    assert_eq!(first, [(1, 1, 2, 3), (2, 1, 2, 2), (3, 3, 1, 1)]);
    let verdict = result.verdict.unwrap();
    assert_eq!(
        verdict.pick,
        Pick::Clear {
            go_on: [1, 2, 3].map(CandidateId).to_vec()
        }
    );
    assert_eq!(verdict.certainty, Some(Certainty::Settled));

    let financing = presenter
        .commands(&[json!({ "do": "go_to", "at": 5 })])
        .await;
    let Screen::Financing(page) = financing.audience.screen else {
        panic!("financing")
    };
    assert_eq!(page.rows.len(), 6);
    assert_eq!(page.pages, 2, "three that go on and four under way");
    let thanks = presenter
        .commands(&[json!({ "do": "go_to", "at": 6 }), json!({ "do": "end" })])
        .await;
    assert!(matches!(thanks.audience.screen, Screen::Thanks { go_on } if go_on.len() == 3));
    assert!(thanks.audience.ended);
}

#[tokio::test]
async fn a_code_is_found_however_it_is_typed() {
    let app = App::start().await;
    let request = axum::http::Request::get("/api/v1/webinars/4k7%20p2m");
    let answer = app
        .send(request.body(axum::body::Body::empty()).unwrap())
        .await;
    let info: WebinarInfo = answer.json();
    assert_eq!(
        (info.code.as_str(), info.open, info.reality),
        ("4K7P2M", true, Reality::Real)
    );
    assert_eq!(info.join_url, "http://stem.test/w/4K7P2M");
}

#[tokio::test]
async fn the_catalogue_stands_under_its_hash_only() {
    let app = App::start().await;
    let hash = app.view().await.catalogue;
    let answer = app.browser().get(&format!("/catalogue/{hash}")).await;
    assert!(
        answer.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    let catalogue: Catalogue = answer.json();
    assert_eq!(
        (catalogue.candidates.len(), catalogue.requests.len()),
        (12, 16)
    );
    assert!(catalogue.fictional);
    let other = app.browser().get("/catalogue/0000000000000000").await;
    assert_eq!(other.refusal(), (404, "not_found".into()));
}

#[tokio::test]
async fn a_participant_finds_the_own_things_again() {
    let app = App::start().await;
    let mut voter = app.voter("0751").await;
    app.presenter().await.opens().await;
    voter.votes(&[3, 9]).await;
    let me: Me = voter.get("/me").await.json();
    assert_eq!(
        me.role,
        Role::Voter {
            municipality: "0751".parse().unwrap()
        }
    );
    let held = me.ballot.unwrap();
    assert_eq!((held.rev, held.choices.choices().len()), (1, 2));
    let observer: Me = app
        .browser()
        .post("/participants", &json!({ "observer": true }))
        .await
        .json();
    assert_eq!(observer.role, Role::Observer);
    let view = app
        .presenter()
        .await
        .get("/console/view")
        .await
        .json::<ConsoleView>();
    assert_eq!(
        (view.observers, view.audience.barometer.turnout.present),
        (1, 1)
    );
}

#[tokio::test]
async fn the_role_can_change_until_a_ballot_hangs_on_it() {
    let app = App::start().await;
    let mut voter = app.voter("0751").await;
    let changed: Me = voter
        .post("/participants", &json!({ "municipality": "0741" }))
        .await
        .json();
    assert_eq!(
        changed.role,
        Role::Voter {
            municipality: "0741".parse().unwrap()
        }
    );
    app.presenter().await.opens().await;
    voter.votes(&[]).await;
    let refused = voter
        .post("/participants", &json!({ "observer": true }))
        .await;
    assert_eq!(refused.refusal(), (409, "municipality_fixed".into()));
    let same = voter
        .post("/participants", &json!({ "municipality": "0741" }))
        .await;
    assert_eq!(same.status, StatusCode::OK);
    assert_eq!(
        app.view().await.barometer.turnout.present,
        1,
        "still one person"
    );
}

#[tokio::test]
async fn interest_is_the_municipalitys_and_counted_once() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let drilled = presenter
        .commands(&[json!({ "do": "drill", "request": 1 })])
        .await;
    let Screen::Request(before) = drilled.audience.screen else {
        panic!("a request")
    };
    assert_eq!(before.financing.sums.interested.count, 0);
    for _ in 0..2 {
        let me: Me = app
            .voter("0741")
            .await
            .post("/interests", &json!({ "request": 1 }))
            .await
            .json();
        assert_eq!(me.interests.first(), Some(&RequestId(1)));
    }
    let Screen::Request(after) = app.view().await.screen else {
        panic!("a request")
    };
    assert_eq!(
        after.financing.sums.interested.count, 1,
        "two people of one municipality"
    );
    assert_eq!(
        after.financing.shortfall,
        Money::from_kroner(180_000),
        "interest is no commitment"
    );
}

#[tokio::test]
async fn the_demos_crowd_votes_by_itself_and_it_can_start_over() {
    let app = App::start_as(Reality::Demo, Some(crowd())).await;
    let mut presenter = app.presenter().await;
    let mut guest = app.voter("0751").await;
    let first = presenter.opens().await.audience;
    guest.votes(&[1]).await;
    let voted = eventually(
        async || app.view().await,
        |view| view.barometer.turnout.voted == 28,
    )
    .await;
    assert_eq!(
        voted.barometer.turnout,
        Turnout {
            voted: 28,
            present: 28,
            municipalities: 20
        }
    );
    let me: Me = guest.get("/me").await.json();
    assert!(
        me.interests.is_empty(),
        "what the invented have said is theirs"
    );
    let wish = json!({ "request": 1, "name_wished": true });
    let me: Me = guest.post("/interests", &wish).await.json();
    assert_eq!((me.interests.len(), me.name_wished.len()), (1, 1));
    let over = presenter
        .commands(&[json!({ "do": "start_over" })])
        .await
        .audience;
    assert_ne!(
        (over.epoch, over.barometer.round),
        (first.epoch, first.barometer.round)
    );
    assert_eq!(
        over.barometer.turnout,
        Turnout {
            voted: 0,
            present: 28,
            municipalities: 0
        }
    );
    let me: Me = guest.get("/me").await.json();
    assert_eq!((me.ballot, me.round), (None, over.barometer.round));
    assert!(me.interests.is_empty() && me.name_wished.is_empty());
    presenter.opens().await;
    eventually(
        async || app.view().await,
        |view| view.barometer.turnout.voted == 27,
    )
    .await;
}

#[tokio::test]
async fn a_demo_is_not_reachable_where_it_was_not_asked_for() {
    let app = App::start_as(Reality::Demo, None).await;
    assert_eq!(
        app.browser().get("").await.refusal(),
        (404, "unknown_webinar".into())
    );
}

#[tokio::test]
async fn the_demos_result_is_the_one_that_is_told() {
    let app = App::start_as(Reality::Demo, Some(crowd())).await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    eventually(
        async || app.view().await,
        |view| view.barometer.turnout.voted == 27,
    )
    .await;
    let revealed = presenter.closes_and_reveals().await;
    let Screen::Result(result) = &revealed.audience.screen else {
        panic!("the result")
    };
    let top: Vec<_> = result.rows[..3]
        .iter()
        .map(|row| (row.candidate.0, row.municipalities, row.votes))
        .collect();
    assert_eq!(top, [(1, 15, 16), (3, 11, 14), (9, 7, 9)]);
    let other_rules = revealed.rules_that_differ.len();
    assert_eq!(other_rules, 2, "fraction and majority put K12 third");
}

/// Four municipalities want 1 and 2, one of them 3 as well; somebody of `silent_in` does not vote.
async fn certainty_with_someone_silent_in(silent_in: &str) -> Option<Certainty> {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let ballots = [
        ("0751", &[1, 2][..]),
        ("0791", &[1, 2]),
        ("0741", &[1, 2]),
        ("0779", &[1, 2]),
        ("0751", &[3]),
    ];
    let mut voters = Vec::new();
    for (code, choices) in ballots {
        let mut voter = app.voter(code).await;
        voter.votes(choices).await;
        voters.push(voter);
    }
    let _silent = app.voter(silent_in).await;
    let revealed = presenter.closes_and_reveals().await;
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    result.verdict.unwrap().certainty
}

#[tokio::test]
async fn how_sure_the_cut_is_depends_on_where_the_silent_sit() {
    // Aarhus has named candidate 3 already; from elsewhere a third go on could have come.
    let in_aarhus = certainty_with_someone_silent_in("0751").await;
    assert_eq!(in_aarhus, Some(Certainty::Settled));
    let elsewhere = certainty_with_someone_silent_in("0101").await;
    assert_eq!(elsewhere, Some(Certainty::Close));
}
