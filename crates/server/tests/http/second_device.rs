//! A link is not a key to a ballot: whoever else holds it starts empty, learns nothing, and is answered by what they
//! sent themselves.

use axum::http::{Method, StatusCode, header};
use barometer_domain::ids::CandidateId;
use barometer_domain::vendor::Released;
use barometer_domain::wire::{Me, SignedRoll};
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser};
use crate::invitations::{invite, opened};

const VENDOR: &str = "/vendor/webinars/4K7P2M";

fn sealed(letter: &str) -> Value {
    json!({ "sealed": letter.repeat(747) })
}

fn chosen(me: &Me) -> Option<Vec<u16>> {
    let ballot = me.ballot.as_ref()?;
    Some(ballot.choices.choices().map(|choice| choice.0).collect())
}

/// All that an answer shows, but for what is random or the clock's.
fn told(answer: &Answer) -> (u16, String, usize) {
    let mut body: Value = answer.json();
    for random in ["slot", "received_at", "signature"] {
        if let Some(field) = body.get_mut(random) {
            *field = json!("");
        }
    }
    let length = answer.headers[header::CONTENT_LENGTH].to_str().unwrap();
    let length = length.parse().unwrap();
    assert_eq!(answer.body.len(), length);
    (answer.status.as_u16(), body.to_string(), length)
}

/// What someone with a link is told who tries everything: joins, looks, leaves, comes back, votes, votes anew.
async fn everything_tried(app: &App, token: &str) -> Vec<(u16, String, usize)> {
    let mut thief = app.browser();
    let invited = json!({ "invitation": token });
    let watching = json!({ "observer": true });
    let mut answers = vec![
        thief.post("/participants", &invited).await,
        thief.get("/me").await,
        thief.post("/participants", &watching).await,
        thief.post("/participants", &invited).await,
        thief.vote(9, &[2]).await,
        thief.vote(9, &[3]).await,
        thief.vote(8, &[3]).await,
        thief.vote(10, &[3]).await,
        thief.get("/me").await,
        thief.post("/participants", &watching).await,
    ];
    let name = thief.put("/me/identity", &sealed("t")).await;
    assert_eq!(name.status, StatusCode::NO_CONTENT);
    answers.push(thief.get("/me").await);
    answers.iter().map(told).collect()
}

#[tokio::test]
async fn whoever_holds_the_link_cannot_tell_a_voter_from_someone_who_never_came() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791", "0791", "0791"]).await;
    app.presenter().await.opens().await;
    let (mut voter, _) = opened(&app, &tokens[0]).await;
    voter.put("/me/identity", &sealed("v")).await;
    voter.votes(&[1, 2, 3]).await;
    let (mut present, _) = opened(&app, &tokens[1]).await;
    present.put("/me/identity", &sealed("p")).await;

    let of_voter = everything_tried(&app, &tokens[0]).await;
    assert_eq!(of_voter, everything_tried(&app, &tokens[1]).await);
    assert_eq!(of_voter, everything_tried(&app, &tokens[2]).await);
    let (status, joined, _) = &of_voter[0];
    let joined: Me = serde_json::from_str(joined).unwrap();
    assert_eq!(*status, 200);
    assert!(joined.ballot.is_none() && !joined.identified);
    let statuses: Vec<u16> = of_voter.iter().map(|(status, ..)| *status).collect();
    assert_eq!(
        statuses,
        [200, 200, 200, 200, 200, 409, 409, 200, 200, 409, 200]
    );
}

#[tokio::test]
async fn what_another_device_does_changes_no_answer_to_the_first() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791"]).await;
    app.presenter().await.opens().await;
    let (mut phone, _) = opened(&app, &tokens[0]).await;
    phone.votes(&[1]).await;
    let before = told(&phone.get("/me").await);
    let (mut laptop, at_laptop) = opened(&app, &tokens[0]).await;
    assert_eq!(at_laptop.ballot, None);
    laptop.put("/me/identity", &sealed("l")).await;
    laptop.votes(&[2, 3]).await;
    assert_eq!(told(&phone.get("/me").await), before);
    // Sent again because its answer never came: the same answer, and nothing changes.
    let again = told(&phone.vote(1, &[1]).await);
    assert_eq!(again.0, 200);
    assert_eq!(chosen(&laptop.get("/me").await.json()), Some(vec![2, 3]));
    let turnout = app.view().await.barometer.turnout;
    assert_eq!((turnout.voted, turnout.present), (1, 1));
}

#[tokio::test]
async fn a_device_that_floods_slows_no_other_device_of_its_place() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791"]).await;
    app.presenter().await.opens().await;
    let (mut phone, _) = opened(&app, &tokens[0]).await;
    let (mut thief, _) = opened(&app, &tokens[0]).await;
    let mut refused = 0;
    for rev in 1..=130 {
        refused += u32::from(thief.vote(rev, &[1]).await.status == 429);
    }
    assert!(refused > 0);
    assert_eq!(phone.vote(1, &[2]).await.status, StatusCode::OK);
}

/// The candidates whose list holds one of these trackers, and whether the ballot's own stands in the roll.
fn in_roll(roll: &SignedRoll, trackers: &Value) -> (bool, Vec<String>) {
    let is_own = |tracker: &str| {
        let own = trackers["choices"].as_array().unwrap();
        own.iter().any(|known| known == tracker)
    };
    let ballot = roll
        .ballots
        .iter()
        .any(|b| b.as_str() == trackers["ballot"]);
    let lists = roll.candidates.iter();
    let found = lists.filter(|(_, list)| list.iter().any(|tracker| is_own(tracker.as_str())));
    (ballot, found.map(|(number, _)| number.clone()).collect())
}

#[tokio::test]
async fn the_newest_counts_and_the_first_device_is_told_with_the_result() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let tokens = invite(&mut vendor, &["0791"]).await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for code in ["0101", "0825", "0492", "0665"] {
        app.voter(code).await.votes(&[4]).await;
    }
    let (mut phone, _) = opened(&app, &tokens[0]).await;
    phone.votes(&[1]).await;
    let (mut laptop, _) = opened(&app, &tokens[0]).await;
    laptop.votes(&[2]).await;
    // Both phones send what they hold again as it closes.
    presenter.commands(&[json!({ "do": "close" })]).await;
    assert_eq!(phone.vote(1, &[1]).await.status, StatusCode::OK);
    app.close_for_good().await;
    assert_eq!(phone.vote(1, &[1]).await.status, StatusCode::OK);
    let me: Me = phone.get("/me").await.json();
    assert!(!me.replaced, "not before the result");
    presenter.reveals().await;

    let roll: SignedRoll = presenter.get("/roll").await.json();
    assert_eq!(roll.ballots.len(), 5);
    assert_eq!(
        in_roll(&roll, &laptop.trackers(&[2])),
        (true, vec!["2".into()])
    );
    assert_eq!(in_roll(&roll, &phone.trackers(&[1])), (false, vec![]));
    let of = async |browser: &mut Browser<'_>| browser.get("/me").await.json::<Me>();
    let (phone, laptop) = (of(&mut phone).await, of(&mut laptop).await);
    assert_eq!((phone.replaced, chosen(&phone)), (true, Some(vec![1])));
    assert_eq!((laptop.replaced, chosen(&laptop)), (false, Some(vec![2])));
}

async fn looked_up(vendor: &mut Browser<'_>) -> Released {
    let reason = json!({ "name": "Ida Holm", "reason": "Kontrol" });
    vendor
        .post(&format!("{VENDOR}/look-ups"), &reason)
        .await
        .json()
}

#[tokio::test]
async fn a_look_up_shows_the_name_of_the_session_whose_ballot_counts() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let tokens = invite(&mut vendor, &["0791", "0751", "0741"]).await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    // The second device votes and is named; the third only comes, and its name is nobody's.
    let (mut first, at_first) = opened(&app, &tokens[0]).await;
    first.put("/me/identity", &sealed("a")).await;
    first.votes(&[1]).await;
    let (mut second, _) = opened(&app, &tokens[0]).await;
    second.put("/me/identity", &sealed("b")).await;
    second.votes(&[2]).await;
    let (mut third, _) = opened(&app, &tokens[0]).await;
    third.put("/me/identity", &sealed("c")).await;
    // Elsewhere the first device votes last.
    let (mut one, at_one) = opened(&app, &tokens[1]).await;
    one.put("/me/identity", &sealed("d")).await;
    let (mut other, _) = opened(&app, &tokens[1]).await;
    other.put("/me/identity", &sealed("e")).await;
    other.votes(&[3]).await;
    one.votes(&[4]).await;
    // And here the device whose ballot counts never sealed a name: the other's is not put in its place.
    let (mut named, at_named) = opened(&app, &tokens[2]).await;
    named.put("/me/identity", &sealed("f")).await;
    named.votes(&[5]).await;
    opened(&app, &tokens[2]).await.0.votes(&[6]).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;

    let released = looked_up(&mut vendor).await;
    assert_eq!(released.votes.len(), 3);
    for (slot, letter, choice) in [
        (at_first.slot, "b", 2),
        (at_one.slot, "d", 4),
        (at_named.slot, "", 6),
    ] {
        let vote = released
            .votes
            .iter()
            .find(|vote| vote.slot == slot)
            .unwrap();
        let name = vote.identity.as_ref().map_or("", |name| name.as_str());
        assert_eq!(name, letter.repeat(747));
        let choices = vote.choices.as_ref().unwrap();
        assert!(choices.supports(CandidateId(choice)) && vote.devices == 2);
    }
}

#[tokio::test]
async fn two_devices_are_struck_as_one_ballot() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let tokens = invite(&mut vendor, &["0751"]).await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let (mut first, me) = opened(&app, &tokens[0]).await;
    first.votes(&[1]).await;
    opened(&app, &tokens[0]).await.0.votes(&[2]).await;
    for municipality in ["0101", "0825"] {
        app.voter(municipality).await.votes(&[1]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let strike = json!({ "slots": [me.slot], "name": "Ida Holm", "reason": "Dublet" });
    let struck: Released = vendor
        .post(&format!("{VENDOR}/strikes"), &strike)
        .await
        .json();
    assert_eq!(
        struck.log.last().unwrap().struck,
        1,
        "two devices are one ballot"
    );
    assert_eq!(app.view().await.barometer.turnout.voted, 2);
}

#[tokio::test]
async fn a_name_on_its_way_at_the_close_arrives_and_stays_as_it_is_from_then_on() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    let mut voter = app.voter("0751").await;
    assert_eq!(voter.put("/me/identity", &sealed("a")).await.status, 204);
    presenter.opens().await;
    assert_eq!(voter.put("/me/identity", &sealed("b")).await.status, 204);
    voter.votes(&[1]).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    assert_eq!(voter.put("/me/identity", &sealed("c")).await.status, 204);
    app.close_for_good().await;
    let frozen = (409, "names_frozen".to_owned());
    assert_eq!(
        voter.put("/me/identity", &sealed("d")).await.refusal(),
        frozen
    );
    let name = looked_up(&mut vendor).await.votes[0].identity.clone();
    assert_eq!(name.unwrap().as_str(), "c".repeat(747));
    presenter.reveals().await;
    let late = app
        .voter("0751")
        .await
        .put("/me/identity", &sealed("e"))
        .await;
    assert_eq!(late.refusal(), frozen);
}

#[tokio::test]
async fn a_session_that_takes_another_place_leaves_its_name_behind() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let tokens = invite(&mut vendor, &["0791"]).await;
    let mut phone = app.voter("0751").await;
    phone.put("/me/identity", &sealed("a")).await;
    let me: Me = phone.get("/me").await.json();
    assert!(me.identified);
    let invited = json!({ "invitation": tokens[0] });
    let me: Me = phone.post("/participants", &invited).await.json();
    assert!(!me.identified, "it was sealed for the place that it left");
    phone.put("/me/identity", &sealed("b")).await;
    let gone = vendor
        .request(Method::DELETE, &format!("{VENDOR}/invitations"), vec![])
        .await;
    assert_eq!(gone.status, StatusCode::OK);
    let mut database = app.database().await;
    let names: u32 = sqlx::query_scalar("SELECT count(*) FROM identities")
        .fetch_one(&mut database)
        .await
        .unwrap();
    assert_eq!(names, 0);
}

#[tokio::test]
async fn no_answer_with_a_ballot_tells_how_much_was_chosen() {
    let app = App::start().await;
    app.presenter().await.opens().await;
    let mut lengths = Vec::new();
    for choices in [&[][..], &[1], &[1, 2], &[10, 11, 12]] {
        let mut voter = app.voter("0751").await;
        let received = voter.vote(1, choices).await;
        let me = voter.get("/me").await;
        let stale = voter.vote(1, &[5]).await;
        let joined = voter
            .post("/participants", &json!({ "municipality": "0751" }))
            .await;
        for answer in [&received, &me, &stale, &joined] {
            let kept = &answer.headers[header::CACHE_CONTROL];
            assert_eq!(kept, "no-store, no-transform", "blanks are not packed away");
            assert!(!answer.headers.contains_key(header::CONTENT_ENCODING));
        }
        lengths.push([received, me, stale, joined].map(|answer| answer.body.len()));
    }
    assert!(
        lengths.iter().all(|four| *four == lengths[0]),
        "{lengths:?}"
    );
}
