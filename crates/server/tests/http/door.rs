//! The door of an open link: closed to newcomers, limited for each municipality, and watched by the console.

use axum::http::StatusCode;
use barometer_domain::invitation::Invitations;
use barometer_domain::view::ConsoleView;
use barometer_domain::wire::{Me, Role, WebinarInfo};
use barometer_sealing::invitation::Token;
use barometer_server::rooms::StreamFollower;
use serde_json::{Value, json};

use crate::app::{App, Browser, CODE, eventually};

const INVITATIONS: &str = "/vendor/webinars/4K7P2M/invitations";

async fn join(browser: &mut Browser<'_>, municipality: &str) -> (u16, String) {
    let body = json!({ "municipality": municipality });
    let answer = browser.post("/participants", &body).await;
    match answer.status {
        StatusCode::OK => (200, String::new()),
        _ => answer.refusal(),
    }
}

/// Closes the door, or opens it.
async fn door(presenter: &mut Browser<'_>, closed: bool) -> ConsoleView {
    let command = json!({ "do": "door", "closed": closed });
    presenter.commands(&[command]).await
}

/// The vendor invites one person from this municipality; the answer is the token.
async fn invite(vendor: &mut Browser<'_>, letter: char, municipality: &str) -> String {
    let letters = letter.to_string().repeat(21) + "A";
    let token: Token = letters.parse().unwrap();
    let one = json!({ "hash": String::from(token.hash()), "municipality": municipality });
    let answer = vendor
        .post(INVITATIONS, &json!({ "invitations": [one] }))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    letters
}

#[tokio::test]
async fn a_closed_door_lets_nobody_new_in_and_those_inside_stay() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let mut inside = app.voter("0751").await;
    let mut watching = app.browser();
    watching
        .post("/participants", &json!({ "observer": true }))
        .await;
    assert!(door(&mut presenter, true).await.audience.door_closed);
    // Said to whoever opens the link, before anything is typed.
    let info: WebinarInfo = app.browser().get("").await.json();
    assert!(info.door_closed && info.open);

    let closed = (409, "door_closed".to_owned());
    assert_eq!(join(&mut app.browser(), "0751").await, closed);
    assert_eq!(
        join(&mut watching, "0751").await,
        closed,
        "who watched is no voter yet"
    );
    let observer = app
        .browser()
        .post("/participants", &json!({ "observer": true }))
        .await;
    assert_eq!(observer.status, StatusCode::OK, "anyone may watch");
    assert_eq!(
        join(&mut inside, "0791").await.0,
        200,
        "a voter may mend the municipality"
    );
    presenter.opens().await;
    inside.votes(&[1]).await;

    assert!(!door(&mut presenter, false).await.audience.door_closed);
    assert_eq!(join(&mut app.browser(), "0751").await.0, 200);
}

#[tokio::test]
async fn an_invitation_passes_a_closed_door_whether_or_not_somebody_has_come_with_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (early, late) = (
        invite(&mut vendor, 'e', "0751").await,
        invite(&mut vendor, 'l', "0791").await,
    );
    let mut presenter = app.presenter().await;
    let arrive = async |token: &str| {
        app.browser()
            .post("/participants", &json!({ "invitation": token }))
            .await
    };
    assert_eq!(arrive(&early).await.status, StatusCode::OK);
    door(&mut presenter, true).await;
    assert_eq!(arrive(&early).await.status, StatusCode::OK);
    assert_eq!(arrive(&late).await.status, StatusCode::OK);
    assert_eq!(app.view().await.barometer.turnout.present, 2);
}

#[tokio::test]
async fn only_so_many_of_a_municipality_come_in_and_the_invited_always_do() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let token = invite(&mut vendor, 'i', "0751").await;
    let restrict = |limit: Value| json!({ "invited_only": false, "per_municipality": limit });
    let refused = vendor.put(INVITATIONS, &restrict(json!(0))).await;
    assert_eq!(refused.refusal(), (422, "malformed".into()));
    let restricted: Invitations = vendor.put(INVITATIONS, &restrict(json!(2))).await.json();
    assert_eq!(restricted.per_municipality, Some(2));

    let mut presenter = app.presenter().await;
    let mut first = app.voter("0751").await;
    app.voter("0751").await;
    let third = app
        .browser()
        .post("/participants", &json!({ "municipality": "0751" }))
        .await;
    assert_eq!(third.json::<Value>()["limit"], 2);
    assert_eq!(third.refusal(), (409, "municipality_full".into()));
    let mut other = app.voter("0791").await;
    let moved = join(&mut other, "0751").await;
    assert_eq!(moved, (409, "municipality_full".into()), "nor by a detour");
    let invited: Me = app
        .browser()
        .post("/participants", &json!({ "invitation": token }))
        .await
        .json();
    assert!(matches!(invited.role, Role::Voter { .. }));

    // It can be changed while the vote is open, and sends nobody away.
    presenter.opens().await;
    let answer = vendor.put(INVITATIONS, &restrict(json!(1))).await;
    assert_eq!(answer.status, StatusCode::OK);
    first.votes(&[1]).await;
    let answer = vendor.put(INVITATIONS, &restrict(Value::Null)).await;
    assert_eq!(answer.json::<Invitations>().per_municipality, None);
    app.voter("0751").await;
    let only = json!({ "invited_only": true });
    let refused = vendor.put(INVITATIONS, &only).await.refusal();
    assert_eq!(refused, (409, "barometer_already_opened".into()));
    presenter.commands(&[json!({ "do": "close" })]).await;
    let refused = vendor.put(INVITATIONS, &restrict(json!(3))).await.refusal();
    assert_eq!(refused, (409, "barometer_closed".into()));
}

#[tokio::test]
async fn the_console_alone_sees_newcomers_rush_in_and_one_municipality_fill_the_room() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let room = app.rooms.get(&CODE.parse().unwrap()).await.unwrap();
    let _watching = room.watch(StreamFollower::Console);
    for municipality in ["0101", "0825", "0492"] {
        app.voter(municipality).await;
    }
    let attendance = async || {
        presenter
            .tab()
            .get("/console/view")
            .await
            .json::<ConsoleView>()
            .attendance
    };
    eventually(attendance, |seen| seen.largest == 1).await;
    let mut false_ones = Vec::new();
    for _ in 0..24 {
        false_ones.push(app.voter("0665").await);
    }
    let seen = eventually(attendance, |seen| seen.largest == 24).await;
    assert!(
        seen.rush && seen.crowded && seen.newcomers >= 24,
        "{seen:?}"
    );
    let console = String::from_utf8(presenter.get("/console/view").await.body).unwrap();
    assert!(!console.contains("0665"), "counts only: {console}");
    let audience = String::from_utf8(app.browser().get("/view").await.body).unwrap();
    assert!(!audience.contains("attendance") && !audience.contains("largest"));
}

/// A link that is only opened asks about the webinar and follows it; nobody is present before the tap.
#[tokio::test]
async fn whoever_only_opens_a_link_is_not_present() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let token = invite(&mut vendor, 'o', "0751").await;
    let mut curious = app.browser();
    for path in ["", "/view", "/qr.svg", "/webinar.ics", "/look-ups"] {
        assert_eq!(curious.get(path).await.status, StatusCode::OK, "{path}");
    }
    assert_eq!(curious.get("/me").await.refusal().0, 401);
    let room = app.rooms.get(&CODE.parse().unwrap()).await.unwrap();
    let _watching = room.watch(StreamFollower::Phone(None));
    assert_eq!(app.view().await.barometer.turnout.present, 0);
    curious
        .post("/participants", &json!({ "invitation": token }))
        .await;
    assert_eq!(app.view().await.barometer.turnout.present, 1);
    // The same browser again, and another device with the same link, are the same one.
    curious
        .post("/participants", &json!({ "invitation": token }))
        .await;
    app.browser()
        .post("/participants", &json!({ "invitation": token }))
        .await;
    assert_eq!(app.view().await.barometer.turnout.present, 1);
}
