//! What a restart finds again.

use barometer_domain::barometer::Phase;
use barometer_domain::financing::RequestState;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::view::ConsoleView;
use barometer_domain::wire::Me;
use serde_json::json;

use crate::app::App;

#[tokio::test]
async fn votes_sessions_and_the_stage_survive() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut voter = app.voter("0751").await;
    voter.votes(&[2, 4]).await;
    let (before, cookie) = (app.view().await, voter.cookie());
    let app = app.restart().await;
    let after = app.view().await;
    assert_eq!(
        (after.epoch, &after.barometer, &after.screen),
        (before.epoch, &before.barometer, &before.screen)
    );
    let me: Me = app.browser_with(cookie).get("/me").await.json();
    assert_eq!(me.ballot.map(|ballot| ballot.rev), Some(1));
}

#[tokio::test]
async fn what_was_closing_is_closed_with_its_turnout_frozen() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    app.voter("0751").await.votes(&[1]).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    let app = app.restart().await;
    app.voter("0741").await;
    let view = app.view().await;
    assert_eq!(view.barometer.phase, Phase::Closed);
    let turnout = view.barometer.turnout;
    assert_eq!(
        (turnout.voted, turnout.present),
        (1, 1),
        "who comes later does not change it"
    );
}

#[tokio::test]
async fn a_countdown_stops_and_the_console_says_so_until_the_next_one() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let counting = presenter
        .commands(&[json!({ "do": "start_countdown", "seconds": 60 })])
        .await;
    assert!(counting.audience.barometer.ends_at.is_some() && !counting.countdown_lost);
    let app = app.restart().await;
    let mut presenter = app.presenter().await;
    let console: ConsoleView = presenter.get("/console/view").await.json();
    let barometer = console.audience.barometer;
    assert_eq!((barometer.phase, barometer.ends_at), (Phase::Open, None));
    assert!(console.countdown_lost);
    let again = presenter
        .commands(&[json!({ "do": "start_countdown", "seconds": 60 })])
        .await;
    assert!(!again.countdown_lost);
}

#[tokio::test]
async fn a_request_that_an_older_program_left_gathering_is_fully_funded() {
    let app = App::start().await;
    let mut writer = app.database().await;
    let id: u32 = sqlx::query_scalar(
        "UPDATE requests SET state = 'Gathering' WHERE content ->> 'reference' = 'I01' RETURNING id",
    )
    .fetch_one(&mut writer)
    .await
    .unwrap();
    let app = app.restart().await;
    let path = format!("/vendor/requests/{id}/commitments");
    let ledger: Ledger = app.vendor().await.get(&path).await.json();
    assert_eq!(ledger.state, RequestState::FullyFunded);
}
