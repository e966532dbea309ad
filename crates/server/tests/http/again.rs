//! Once more: a closed vote opened again, a second round after a result, and a vote left out of the evaluation.

use axum::http::StatusCode;
use barometer_domain::after::{After, left_out};
use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::Phase;
use barometer_domain::ids::CandidateId;
use barometer_domain::vendor::{Released, WebinarRow};
use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::wire::{Me, SignedRoll};
use serde_json::{Value, json};

use crate::app::{App, Browser};

const VENDOR: &str = "/vendor/webinars/4K7P2M";
const MUNICIPALITIES: [&str; 5] = ["0101", "0825", "0492", "0665", "0482"];

fn reason() -> Value {
    json!({ "name": "Ida Holm", "reason": "Kontrol af dubletter" })
}

/// Five voters for the first candidate, and the presenter, with the vote closed.
async fn closed(app: &App) -> (Browser<'_>, Vec<Browser<'_>>) {
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voters = Vec::new();
    for code in MUNICIPALITIES {
        let mut voter = app.voter(code).await;
        voter.votes(&[1]).await;
        voters.push(voter);
    }
    close(app, &mut presenter).await;
    (presenter, voters)
}

async fn close(app: &App, presenter: &mut Browser<'_>) {
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
}

async fn give(presenter: &mut Browser<'_>, command: &str) -> (u16, String) {
    let answer = presenter.command(&json!({ "do": command })).await;
    match answer.status {
        StatusCode::OK => (200, String::new()),
        _ => answer.refusal(),
    }
}

#[tokio::test]
async fn a_closed_vote_is_opened_again_with_its_ballots_and_everyone_is_told() {
    let app = App::start().await;
    let (mut presenter, mut voters) = closed(&app).await;
    let console: ConsoleView = presenter.get("/console/view").await.json();
    assert!(console.can_reopen && !console.can_begin_next_round);
    let round = console.audience.barometer.round;
    assert_eq!(give(&mut presenter, "reopen").await.0, 200);
    let view = app.view().await;
    let barometer = view.barometer;
    assert_eq!((barometer.phase, barometer.reopened), (Phase::Open, 1));
    assert_eq!(view.screen, Screen::Barometer, "wherever the presenter was");
    assert_eq!((barometer.round, barometer.turnout.voted), (round, 5));

    // A ballot can be changed, a newcomer can vote, and what is counted is what stands at the second close.
    assert_eq!(voters[0].vote(2, &[2]).await.status, StatusCode::OK);
    app.voter("0751").await.votes(&[2]).await;
    let revealed = presenter.closes_and_reveals().await;
    let turnout = revealed.audience.barometer.turnout;
    assert_eq!((turnout.voted, turnout.present), (6, 6));
    let Screen::Result(result) = &revealed.audience.screen else {
        panic!("the result")
    };
    let counted: Vec<_> = result.rows[..2]
        .iter()
        .map(|row| (row.candidate.0, row.votes))
        .collect();
    assert_eq!(counted, [(1, 4), (2, 2)]);
    assert_eq!(
        give(&mut presenter, "reopen").await,
        (409, "not_possible_now".into())
    );
    let mut vendor = app.vendor().await;
    let after: After = vendor.get(&format!("{VENDOR}/after")).await.json();
    let records = serde_json::to_string(&after.records).unwrap();
    assert!(records.contains("reopen"), "it is on record: {records}");
}

#[tokio::test]
async fn nobody_who_has_seen_a_choice_lets_the_vote_go_on() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (mut presenter, mut voters) = closed(&app).await;
    // Who has voted may be looked at, and a false ballot struck: that tells nothing of how it goes.
    let me: Me = voters[4].get("/me").await.json();
    let mut strike = reason();
    strike["slots"] = json!([me.slot]);
    let struck = vendor.post(&format!("{VENDOR}/strikes"), &strike).await;
    assert_eq!(struck.status, StatusCode::OK);
    assert_eq!(give(&mut presenter, "reopen").await.0, 200);
    let turnout = app.view().await.barometer.turnout;
    assert_eq!(
        (turnout.voted, turnout.present),
        (4, 4),
        "what was struck stays so"
    );
    assert_eq!(voters[4].vote(2, &[3]).await.status, StatusCode::OK);
    close(&app, &mut presenter).await;
    assert_eq!(
        app.view().await.barometer.struck,
        1,
        "also when it was sent anew"
    );

    let seen: Released = vendor
        .post(&format!("{VENDOR}/look-ups"), &reason())
        .await
        .json();
    assert!(!seen.can_strike);
    assert_eq!(
        give(&mut presenter, "reopen").await,
        (409, "choices_seen".into())
    );
    let console: ConsoleView = presenter.get("/console/view").await.json();
    assert!(!console.can_reopen);
}

#[tokio::test]
async fn a_second_round_begins_empty_and_counts_while_the_first_result_stays() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (mut presenter, mut voters) = closed(&app).await;
    assert_eq!(
        give(&mut presenter, "next_round").await,
        (409, "not_possible_now".into())
    );
    presenter.reveals().await;
    let first: SignedRoll = presenter.get("/roll").await.json();
    let before: ConsoleView = presenter.get("/console/view").await.json();
    assert!(before.can_begin_next_round);

    assert_eq!(give(&mut presenter, "next_round").await.0, 200);
    let view = app.view().await;
    let barometer = view.barometer;
    assert_eq!(
        (barometer.phase, barometer.earlier_rounds),
        (Phase::Open, 1)
    );
    assert_eq!(
        barometer.round,
        before.audience.barometer.round.wrapping_add(1)
    );
    assert_eq!((barometer.turnout.voted, barometer.turnout.present), (0, 5));
    let me: Me = voters[0].get("/me").await.json();
    assert_eq!(
        (me.round, me.ballot),
        (barometer.round, None),
        "an empty ballot"
    );
    assert_eq!(
        presenter.get("/roll").await.refusal().0,
        404,
        "no roll of a round that is open"
    );

    let elsewhere = json!({ "municipality": "0751" });
    let moved = voters[0].post("/participants", &elsewhere).await;
    assert_eq!(
        moved.status,
        StatusCode::CONFLICT,
        "who voted in the first keeps their place"
    );
    for voter in &mut voters {
        voter.votes(&[2]).await;
    }
    let revealed = presenter.closes_and_reveals().await;
    let Screen::Result(result) = &revealed.audience.screen else {
        panic!("the result")
    };
    assert_eq!((result.rows[0].candidate.0, result.rows[0].votes), (2, 5));
    assert_eq!(result.earlier.len(), 1);
    assert_eq!(result.earlier[0][0].0, 1, "who went on by the first");
    let second: SignedRoll = presenter.get("/roll").await.json();
    assert_ne!(second.barometer, first.barometer);

    let after: After = vendor.get(&format!("{VENDOR}/after")).await.json();
    assert_eq!(after.result.rows[0].candidate.0, 2);
    assert_eq!(after.earlier.len(), 1);
    assert_eq!(after.earlier[0].result.rows[0].candidate.0, 1);
    assert_eq!(after.earlier[0].turnout.voted, 5);
    let letter = barometer_text::letter::draft(&after, "https://stem.test/finance");
    assert!(letter.contains("2. runde"), "{letter}");
    let rows: Vec<WebinarRow> = vendor.get("/vendor/webinars").await.json();
    let said = rows[0].said.as_ref().unwrap();
    assert_eq!(said.earlier_rounds, 1);
    assert_eq!(
        said.went_on[0].support.votes, 5,
        "the second counts in the series"
    );
    assert_eq!(said.went_on[0].support.place, 1);

    // The vendor looks at the ballots that count; with everything personal those of both rounds go.
    let released: Released = vendor
        .post(&format!("{VENDOR}/look-ups"), &reason())
        .await
        .json();
    let second = released
        .votes
        .iter()
        .filter_map(|vote| vote.choices.as_ref());
    assert!(
        second
            .clone()
            .all(|ballot| *ballot == Ballot::of([CandidateId(2)]))
    );
    app.store.forget(app.webinar).await.unwrap();
    let file = app.directory.path().join("data/barometer.db");
    let url = format!("sqlite:{}", file.display());
    let mut reader = <sqlx::SqliteConnection as sqlx::Connection>::connect(&url)
        .await
        .unwrap();
    let ballots: i64 = sqlx::query_scalar("SELECT count(*) FROM ballots")
        .fetch_one(&mut reader)
        .await
        .unwrap();
    let rolls: i64 = sqlx::query_scalar("SELECT count(roll) FROM earlier_rounds")
        .fetch_one(&mut reader)
        .await
        .unwrap();
    assert_eq!((ballots, rolls), (0, 0));
    let after: After = vendor.get(&format!("{VENDOR}/after")).await.json();
    assert_eq!(after.earlier.len(), 1, "the results stay");
}

#[tokio::test]
async fn a_restart_in_a_second_round_finds_both() {
    let app = App::start().await;
    let (mut presenter, voters) = closed(&app).await;
    presenter.reveals().await;
    assert_eq!(give(&mut presenter, "next_round").await.0, 200);
    let cookies: Vec<String> = voters.iter().map(Browser::cookie).collect();
    drop((presenter, voters));
    let app = app.restart().await;
    for cookie in cookies {
        app.browser_with(cookie).votes(&[3]).await;
    }
    let revealed = app.presenter().await.closes_and_reveals().await;
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    assert_eq!((result.rows[0].candidate.0, result.earlier[0][0].0), (3, 1));
}

#[tokio::test]
async fn a_vote_is_left_out_of_the_evaluation_with_a_reason_and_taken_in_again() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let path = format!("{VENDOR}/evaluation");
    let leave_out = json!({ "by": " Ida Holm ", "left_out": "Linket var delt på Facebook" });
    let (mut presenter, _voters) = closed(&app).await;
    let refused = vendor.put(&path, &leave_out).await.refusal();
    assert_eq!(
        refused,
        (409, "not_closed_yet".into()),
        "there is nothing to leave out yet"
    );
    presenter.reveals().await;
    for wrong in [
        json!({ "by": "", "left_out": "x" }),
        json!({ "by": "Ida", "left_out": "  " }),
    ] {
        assert_eq!(
            vendor.put(&path, &wrong).await.refusal(),
            (422, "not_filled_in".into())
        );
    }
    let take_in = json!({ "by": "Bo Lund" });
    assert_eq!(
        vendor.put(&path, &take_in).await.refusal(),
        (409, "not_possible_now".into())
    );

    let after: After = vendor.put(&path, &leave_out).await.json();
    assert_eq!(
        left_out(&after.evaluation),
        Some("Linket var delt på Facebook")
    );
    assert_eq!(after.evaluation[0].by, "Ida Holm");
    let said = async |vendor: &mut Browser<'_>| {
        let rows: Vec<WebinarRow> = vendor.get("/vendor/webinars").await.json();
        rows.into_iter().next().unwrap().said.unwrap().left_out
    };
    assert_eq!(
        said(&mut vendor).await.as_deref(),
        Some("Linket var delt på Facebook")
    );
    let requests: Vec<Value> = vendor.get("/vendor/requests").await.json();
    let first = requests
        .iter()
        .find(|row| row["request"]["reference"] == "K01")
        .unwrap();
    let file = format!("/vendor/requests/{}", first["id"]);
    let course = async |vendor: &mut Browser<'_>| {
        let file: Value = vendor.get(&file).await.json();
        file["course"][0].clone()
    };
    let point = course(&mut vendor).await;
    assert_eq!(
        (&point["left_out"], &point["support"]),
        (&json!(true), &Value::Null)
    );

    let after: After = vendor.put(&path, &take_in).await.json();
    assert_eq!(
        (after.evaluation.len(), left_out(&after.evaluation)),
        (2, None),
        "both are on record"
    );
    assert_eq!(said(&mut vendor).await, None);
    assert_eq!(course(&mut vendor).await["support"]["place"], 1);
    assert_eq!(
        presenter.put(&path, &leave_out).await.refusal(),
        (401, "not_vendor".into())
    );
    // Whoever comes after the end reads what was shown, also where it is left out of the comparison.
    vendor.put(&path, &leave_out).await;
    presenter.commands(&[json!({ "do": "end" })]).await;
    let shown = app.view().await.final_result.unwrap();
    assert!(shown.verdict.is_some() && !shown.rows.is_empty());
}
