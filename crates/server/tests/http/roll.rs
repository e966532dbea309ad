//! Each phone can see that its ballot is counted, and nobody can see which choices were made together.

use barometer_domain::wire::{Receipt, SignedRoll, WebinarInfo};
use barometer_sealing::receipt::ReceiptText;
use barometer_sealing::roll::Roll;
use barometer_sealing::roll_root::RollRoot;
use barometer_sealing::tracker::Tracker;
use barometer_server::witness::{self, SeenRoot};
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, eventually};

const MUNICIPALITIES: [&str; 5] = ["0101", "0825", "0492", "0665", "0482"];

async fn voted(app: &App) -> (Browser<'_>, Vec<Browser<'_>>) {
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voters = Vec::new();
    for code in MUNICIPALITIES {
        let mut voter = app.voter(code).await;
        voter.votes(&[1, 2]).await;
        voters.push(voter);
    }
    (presenter, voters)
}

fn texts(value: &Value) -> Vec<String> {
    serde_json::from_value(value.clone()).unwrap()
}

#[tokio::test]
async fn the_receipt_is_signed_for_exactly_this_ballot() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut voter = app.voter("0751").await;
    let receipt: Receipt = voter.votes(&[1, 2]).await;
    let info: WebinarInfo = voter.get("").await.json();
    let key = info.signing_key.parse().unwrap();
    let signature = receipt.signature.parse().unwrap();
    let trackers = voter.trackers(&[1, 2]);
    let read = |text: &String| text.parse::<Tracker>().unwrap();
    let ballot: String = serde_json::from_value(trackers["ballot"].clone()).unwrap();
    let choices: Vec<Tracker> = texts(&trackers["choices"]).iter().map(read).collect();
    let round = app.view().await.barometer.round.to_string();
    let text = |rev| ReceiptText::new(round.clone(), rev, read(&ballot), choices.clone());
    assert!(text(1).verify(&key, &signature).is_ok());
    assert!(text(2).verify(&key, &signature).is_err());
}

#[tokio::test]
async fn the_roll_is_published_with_the_last_row_and_holds_every_tracker() {
    let app = App::start().await;
    let (mut presenter, voters) = voted(&app).await;
    let mut stranger = app.browser();
    assert_eq!(
        stranger.get("/roll").await.refusal(),
        (404, "not_found".into())
    );
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    presenter
        .commands(&[json!({ "do": "reveal", "automatic": false })])
        .await;
    assert_eq!(
        stranger.get("/roll").await.status,
        404,
        "the phones never run ahead"
    );
    presenter.commands(&[json!({ "do": "reveal_all" })]).await;

    let answer = stranger.get("/roll").await;
    let signed: SignedRoll = answer.json();
    assert_eq!(
        (
            signed.ballots.len(),
            signed.candidates.len(),
            signed.struck.len()
        ),
        (5, 12, 0)
    );
    for voter in &voters {
        let trackers = voter.trackers(&[1, 2]);
        let listed = |list: &[barometer_domain::ballot::Tracker], text: &str| {
            list.iter().any(|tracker| tracker.as_str() == text)
        };
        assert!(listed(
            &signed.ballots,
            trackers["ballot"].as_str().unwrap()
        ));
        for (choice, tracker) in ["1", "2"].iter().zip(texts(&trackers["choices"])) {
            for (candidate, list) in &signed.candidates {
                assert_eq!(listed(list, &tracker), candidate == choice, "{candidate}");
            }
        }
    }
    let roll: Roll = serde_json::from_slice(&answer.body).unwrap();
    let info: WebinarInfo = stranger.get("").await.json();
    let (key, signature) = (&info.signing_key, &signed.signature);
    assert!(
        roll.verify(&key.parse().unwrap(), &signature.parse().unwrap())
            .is_ok()
    );
    let again = stranger.get("/roll").await;
    assert_eq!(again.body, answer.body, "there is never another");
}

#[tokio::test]
async fn a_struck_ballot_is_listed_as_struck() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (mut presenter, voters) = voted(&app).await;
    let sixth = {
        let mut voter = app.voter("0751").await;
        voter.votes(&[3]).await;
        voter
    };
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let me: barometer_domain::wire::Me = sixth.tab().get("/me").await.json();
    let strike = json!({ "name": "Ida Holm", "reason": "Dublet", "slots": [me.slot] });
    assert_eq!(
        vendor
            .post("/vendor/webinars/4K7P2M/strikes", &strike)
            .await
            .status,
        200
    );
    presenter.reveals().await;
    let roll: SignedRoll = presenter.get("/roll").await.json();
    assert_eq!((roll.ballots.len(), roll.struck.len()), (voters.len(), 1));
    assert_eq!(roll.struck[0].as_str(), sixth.trackers(&[3])["ballot"]);
    assert!(roll.candidates[2].1.is_empty());
}

#[tokio::test]
async fn nobody_can_spoil_the_roll_with_a_tracker_that_stands_twice() {
    let app = App::start().await;
    let (mut presenter, voters) = voted(&app).await;
    let mut copycat = app.voter("0751").await;
    let trackers = voters[0].trackers(&[1, 2]);
    let ballot = json!({ "rev": 1, "choices": [1, 2], "trackers": trackers });
    assert_eq!(copycat.put("/ballot", &ballot).await.status, 200);
    presenter.closes_and_reveals().await;
    let roll: SignedRoll = presenter.get("/roll").await.json();
    assert_eq!((roll.ballots.len(), roll.candidates[0].1.len()), (6, 6));
}

#[tokio::test]
async fn below_five_ballots_there_is_no_roll() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    app.voter("0751").await.votes(&[1]).await;
    presenter.closes_and_reveals().await;
    assert_eq!(presenter.get("/roll").await.status, 404);
}

#[tokio::test]
async fn a_ballot_without_its_trackers_is_refused() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut voter = app.voter("0751").await;
    for ballot in [
        json!({ "rev": 1, "choices": [1] }),
        json!({ "rev": 1, "choices": [1], "trackers": voter.trackers(&[]) }),
        json!({ "rev": 1, "choices": [1], "trackers": { "ballot": "short", "choices": ["short"] } }),
    ] {
        assert_eq!(voter.put("/ballot", &ballot).await.refusal().0, 422);
    }
}

fn read(answer: &Answer) -> Roll {
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn what_the_roll_will_be_is_fixed_and_signed_at_the_close() {
    let app = App::start().await;
    let (mut presenter, voters) = voted(&app).await;
    assert_eq!(
        app.view().await.root,
        None,
        "while it is open there is none"
    );
    presenter.commands(&[json!({ "do": "close" })]).await;
    assert_eq!(app.view().await.root, None, "ballots still come in");
    app.close_for_good().await;
    let view = app.view().await;
    let fixed = view.root.unwrap();
    assert_eq!((fixed.close, fixed.after_strikes.as_ref()), (1, None));
    let root = RollRoot {
        barometer: view.barometer.round.to_string(),
        close: 1,
        root: fixed.root.parse().unwrap(),
        after_strikes: None,
    };
    let info: WebinarInfo = app.browser().get("").await.json();
    let (key, signature) = (info.signing_key.parse().unwrap(), &fixed.signature);
    assert!(root.verify(&key, &signature.parse().unwrap()).is_ok());

    presenter.reveals().await;
    let answer = presenter.get("/roll").await;
    let signed: SignedRoll = answer.json();
    assert_eq!(signed.root, Some(fixed.clone()));
    assert_eq!(signed.words.unwrap(), root.words().join(" "));
    let roll = read(&answer);
    assert_eq!(roll.roll_root(), Some(root));
    let signature = signed.signature.parse().unwrap();
    assert!(roll.verify(&key, &signature).is_ok());
    assert_eq!(app.view().await.root, Some(fixed), "it stays");
    let opening = signed.opening.unwrap();
    assert_eq!(opening.unused.len(), 2 * voters.len(), "two of four");
}

#[tokio::test]
async fn a_strike_leaves_the_root_and_hides_what_was_struck() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (mut presenter, _voters) = voted(&app).await;
    let mut sixth = app.voter("0751").await;
    sixth.votes(&[3]).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let before = app.view().await;
    let _latecomer = app.voter("0751").await;
    let me: barometer_domain::wire::Me = sixth.tab().get("/me").await.json();
    let strike = json!({ "name": "Ida Holm", "reason": "Dublet", "slots": [me.slot] });
    let strikes = "/vendor/webinars/4K7P2M/strikes";
    assert_eq!(vendor.post(strikes, &strike).await.status, 200);
    let after = app.view().await;
    let (fixed, left) = (before.root.unwrap(), after.root.unwrap());
    assert_eq!(left.root, fixed.root);
    assert!(left.after_strikes.is_some() && fixed.after_strikes.is_none());
    assert_ne!(left.signature, fixed.signature);
    let present = before.barometer.turnout.present;
    let left_present = after.barometer.turnout.present;
    assert_eq!(left_present, present - 1, "whoever came after the close");

    presenter.reveals().await;
    let answer = presenter.get("/roll").await;
    let root = read(&answer).roll_root().unwrap();
    assert_eq!(root.root.to_string(), fixed.root);
    let after_strikes = root.after_strikes.map(|root| root.to_string());
    assert_eq!(after_strikes, left.after_strikes);
    let text = String::from_utf8(answer.body.clone()).unwrap();
    for tracker in texts(&sixth.trackers(&[3])["choices"]) {
        assert!(!text.contains(&tracker), "a struck choice is not published");
    }
    let signed: SignedRoll = answer.json();
    assert_eq!(
        signed.opening.unwrap().hidden.len(),
        4,
        "however many were chosen"
    );
}

#[tokio::test]
async fn without_a_root_nothing_is_looked_up_struck_or_revealed() {
    let app = App::start().await;
    closed_by_an_earlier_version(&app).await;
    let app = app.restart().await;
    assert!(app.view().await.root.is_some(), "a start makes up for it");
}

async fn closed_by_an_earlier_version(app: &App) {
    let mut vendor = app.vendor().await;
    let (mut presenter, voters) = voted(app).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let me: barometer_domain::wire::Me = voters[0].tab().get("/me").await.json();
    // As an earlier version left it.
    app.execute("UPDATE barometers SET closed_with = json_remove(closed_with, '$.root')")
        .await;
    let look_up = json!({ "name": "Ida Holm", "reason": "Dublet" });
    let refused = (409, "not_closed_yet".to_owned());
    let path = "/vendor/webinars/4K7P2M/look-ups";
    assert_eq!(vendor.post(path, &look_up).await.refusal(), refused);
    let strike = json!({ "name": "Ida Holm", "reason": "Dublet", "slots": [me.slot] });
    let path = "/vendor/webinars/4K7P2M/strikes";
    assert_eq!(vendor.post(path, &strike).await.refusal(), refused);
    let reveal = presenter
        .command(&json!({ "do": "reveal", "automatic": false }))
        .await;
    assert_eq!(reveal.refusal(), refused);
}

#[tokio::test]
async fn ballots_changed_after_the_close_are_not_revealed() {
    let app = App::start().await;
    let (mut presenter, _voters) = voted(&app).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    app.execute("DELETE FROM ballots WHERE nym = (SELECT min(nym) FROM ballots)")
        .await;
    let reveal = presenter
        .command(&json!({ "do": "reveal", "automatic": false }))
        .await;
    assert_eq!(reveal.status, 500);
}

#[tokio::test]
async fn a_witness_elsewhere_sees_the_signed_root() {
    let app = App::start().await;
    let (mut presenter, _voters) = voted(&app).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = format!("http://{}", listener.local_addr().unwrap());
    let router = app.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let look = || {
        let address = format!("{host}/w/4K7P2M").parse().unwrap();
        tokio::task::spawn_blocking(move || witness::current_root(&ureq::agent(), &address))
    };
    assert!(look().await.unwrap().unwrap().is_none(), "it is open");
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let see = async || look().await.unwrap().unwrap();
    let seen = eventually(see, Option::is_some).await.unwrap();
    assert_eq!(Some(&seen.fixed), app.view().await.root.as_ref());
    assert!(!seen.revealed);
    presenter.reveals().await;
    let is_revealed = |seen: &Option<SeenRoot>| seen.as_ref().is_some_and(|seen| seen.revealed);
    let after = eventually(see, is_revealed).await.unwrap();
    let roll: SignedRoll = presenter.get("/roll").await.json();
    assert_eq!(roll.words, Some(after.words.clone()));
    assert!(!after.differs_from(&seen));
}
