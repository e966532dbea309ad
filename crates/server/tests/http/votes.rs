//! No vote is lost and none counts twice, however they arrive.

use axum::http::StatusCode;
use barometer_domain::municipality;
use barometer_domain::view::Screen;
use barometer_domain::wire::Me;
use futures_util::future::join_all;

use crate::app::App;

#[tokio::test]
async fn two_hundred_at_once_are_all_counted() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let codes = municipality::all()
        .iter()
        .cycle()
        .take(200)
        .map(|m| m.code.to_string());
    let mut voters = join_all(codes.map(async |code| app.voter(&code).await)).await;
    presenter.opens().await;
    let choices = |at: usize| {
        [
            u16::try_from(at % 12 + 1).unwrap(),
            u16::try_from((at + 1) % 12 + 1).unwrap(),
        ]
    };
    join_all(
        voters
            .iter_mut()
            .enumerate()
            .map(async |(at, voter)| voter.votes(&choices(at)).await),
    )
    .await;
    let revealed = presenter.closes_and_reveals().await;
    let turnout = revealed.audience.barometer.turnout;
    assert_eq!(
        (turnout.voted, turnout.present, turnout.municipalities),
        (200, 200, 98)
    );
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    assert_eq!(result.rows.iter().map(|row| row.votes).sum::<u32>(), 400);
}

#[tokio::test]
async fn of_many_changes_in_any_order_the_newest_is_left() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let voter = app.voter("0751").await;
    let sends = (1..=40_u32).map(|at| at * 17 % 41).map(|rev| {
        let mut tab = voter.tab();
        async move {
            tab.vote(rev, &[u16::try_from(rev % 12 + 1).unwrap()])
                .await
                .status
        }
    });
    let statuses = join_all(sends).await;
    assert!(
        statuses
            .iter()
            .all(|status| [StatusCode::OK, StatusCode::CONFLICT].contains(status))
    );
    let me: Me = voter.tab().get("/me").await.json();
    let held = me.ballot.unwrap();
    assert_eq!(held.rev, 40);
    assert_eq!(
        held.choices
            .choices()
            .map(|candidate| candidate.0)
            .collect::<Vec<_>>(),
        [5]
    );
    assert_eq!(app.view().await.barometer.turnout.voted, 1);
}

#[tokio::test]
async fn the_same_ballot_twice_is_one_ballot_with_the_same_receipt() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut voter = app.voter("0751").await;
    let (first, again) = (voter.votes(&[3]).await, voter.votes(&[3]).await);
    assert_eq!(first.ballot, again.ballot);
    assert_eq!(app.view().await.barometer.turnout.voted, 1);
}

#[tokio::test]
async fn a_blank_ballot_has_voted_and_supports_nobody() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for code in ["0751", "0741", "0779", "0791", "0615"] {
        app.voter(code).await.votes(&[]).await;
    }
    let revealed = presenter.closes_and_reveals().await;
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    assert_eq!(revealed.audience.barometer.turnout.voted, 5);
    assert!(result.rows.iter().all(|row| row.votes == 0));
    assert!(result.verdict.unwrap().go_on().is_empty());
}
