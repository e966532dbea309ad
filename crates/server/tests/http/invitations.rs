//! Personal invitations: one person, one place, on however many devices; the server knows hashes only.

use std::fs;

use axum::http::{Method, StatusCode};
use barometer_domain::invitation::{Invitations, MOST_AT_ONCE};
use barometer_domain::wire::{Me, Role, WebinarInfo};
use barometer_sealing::invitation::Token;
use serde_json::{Value, json};

use crate::app::{App, Browser};

const INVITATIONS: &str = "/vendor/webinars/4K7P2M/invitations";
const PERSONAL_DATA: &str = "/vendor/webinars/4K7P2M/personal-data";

/// A token of one letter, and how the vendor's browser hands it in.
fn invitation(number: u8, municipality: &str) -> (String, Value) {
    let letters = char::from(b'a' + number).to_string().repeat(21) + "A";
    let token: Token = letters.parse().unwrap();
    let hash = String::from(token.hash());
    (
        letters,
        json!({ "hash": hash, "municipality": municipality }),
    )
}

/// The vendor invites one person from each of these; the answer is their tokens.
pub(crate) async fn invite(vendor: &mut Browser<'_>, municipalities: &[&str]) -> Vec<String> {
    let made = (0..).zip(municipalities);
    let (tokens, new): (Vec<_>, Vec<_>) = made.map(|(number, of)| invitation(number, of)).unzip();
    let answer = vendor
        .post(INVITATIONS, &json!({ "invitations": new }))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        answer.json::<Invitations>().count as usize,
        municipalities.len()
    );
    tokens
}

async fn restrict(vendor: &mut Browser<'_>, invited_only: bool) -> (StatusCode, Vec<u8>) {
    let answer = vendor
        .put(INVITATIONS, &json!({ "invited_only": invited_only }))
        .await;
    (answer.status, answer.body)
}

/// Opens a personal link on a new device, and joins.
pub(crate) async fn opened<'a>(app: &'a App, token: &str) -> (Browser<'a>, Me) {
    let mut phone = app.browser();
    let joined = phone
        .post("/participants", &json!({ "invitation": token }))
        .await;
    assert_eq!(joined.status, StatusCode::OK);
    let me = joined.json();
    (phone, me)
}

fn voter(municipality: &str) -> Role {
    Role::Voter {
        municipality: municipality.parse().unwrap(),
    }
}

#[tokio::test]
async fn an_invitation_brings_its_municipality_along() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791", "0751"]).await;
    let (_, me) = opened(&app, &tokens[1]).await;
    assert_eq!((me.role, me.ballot), (voter("0751"), None));
    let named = json!({ "invitation": tokens[0], "municipality": "0791" });
    let me: Me = app.browser().post("/participants", &named).await.json();
    assert_eq!(me.role, voter("0791"));
}

/// Anyone may say to be from Viborg; only Viborg's own invitation is told what Viborg pays.
#[tokio::test]
async fn who_came_by_invitation_learns_what_the_municipality_pays() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791", "0751"]).await;
    let (_, viborg) = opened(&app, &tokens[0]).await;
    // Six share 150.000 kr.
    let shares: Vec<i64> = viborg.pays.iter().map(|paid| paid.share.ore()).collect();
    assert_eq!(shares, [2_500_000]);
    let paid: Vec<_> = viborg.pays.iter().map(|paid| paid.request).collect();
    assert!(paid.iter().all(|one| viborg.committed.contains(one)));
    // Aarhus promised to others, which are not covered yet.
    let (_, aarhus) = opened(&app, &tokens[1]).await;
    assert_eq!(aarhus.pays, []);
    assert!(
        !aarhus.committed.is_empty(),
        "a promise is told before it is covered"
    );
    let me: Me = app.voter("0791").await.get("/me").await.json();
    assert_eq!(me.pays, []);
    assert_eq!(me.committed, [], "nobody else learns of a promise");
}

#[tokio::test]
async fn two_devices_are_one_person() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791"]).await;
    app.presenter().await.opens().await;
    let (mut phone, at_phone) = opened(&app, &tokens[0]).await;
    phone.votes(&[1]).await;

    let (mut laptop, at_laptop) = opened(&app, &tokens[0]).await;
    assert_eq!(at_phone.slot, at_laptop.slot);
    assert_eq!(at_laptop.ballot, None, "the link shows nobody's vote");
    laptop.votes(&[2]).await;
    let turnout = app.view().await.barometer.turnout;
    assert_eq!((turnout.voted, turnout.present), (1, 1));

    // Each device counts its own revisions.
    assert_eq!(phone.vote(2, &[3]).await.status, StatusCode::OK);
    assert_eq!(laptop.vote(2, &[4]).await.status, StatusCode::OK);
    assert_eq!(app.view().await.barometer.turnout.voted, 1);
}

#[tokio::test]
async fn a_token_that_nobody_made_opens_nothing() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791"]).await;
    let (unknown, _) = invitation(7, "0791");
    // The same bytes in another spelling, and the right one for another municipality.
    let respelled = format!("{}B", &tokens[0][..21]);
    for body in [
        json!({ "invitation": unknown }),
        json!({ "invitation": respelled }),
        json!({ "invitation": tokens[0], "municipality": "0751" }),
    ] {
        let refused = app.browser().post("/participants", &body).await.refusal();
        assert_eq!(refused, (403, "unknown_invitation".into()), "{body}");
    }
    let short = json!({ "invitation": "abc" });
    let refused = app.browser().post("/participants", &short).await;
    assert_eq!(refused.refusal(), (403, "unknown_invitation".into()));
}

#[tokio::test]
async fn where_only_the_invited_vote_everyone_may_watch() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut early = app.voter("0741").await;
    let tokens = invite(&mut vendor, &["0791"]).await;
    let (mut invited, _) = opened(&app, &tokens[0]).await;
    assert_eq!(restrict(&mut vendor, true).await.0, StatusCode::OK);
    let info: WebinarInfo = app.browser().get("").await.json();
    assert!(info.invited_only);

    let gone = early.get("/me").await.refusal();
    assert_eq!(gone, (401, "not_joined".into()), "came by the open link");
    assert_eq!(invited.get("/me").await.status, StatusCode::OK);
    let open = json!({ "municipality": "0741" });
    for browser in [&mut early, &mut app.browser()] {
        let refused = browser.post("/participants", &open).await.refusal();
        assert_eq!(refused, (403, "invitation_needed".into()));
    }
    let watching = early
        .post("/participants", &json!({ "observer": true }))
        .await;
    assert_eq!(watching.json::<Me>().role, Role::Observer);
    let refused = early.post("/participants", &open).await.refusal();
    assert_eq!(refused, (403, "invitation_needed".into()));
    assert_eq!(app.view().await.barometer.turnout.present, 1);
}

#[tokio::test]
async fn who_may_vote_locks_when_the_barometer_opens() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    invite(&mut vendor, &["0791"]).await;
    app.presenter().await.opens().await;
    let locked = (409, "barometer_already_opened".to_owned());
    let change = json!({ "invited_only": true });
    assert_eq!(vendor.put(INVITATIONS, &change).await.refusal(), locked);
    let withdrawn = vendor.request(Method::DELETE, INVITATIONS, vec![]).await;
    assert_eq!(withdrawn.refusal(), locked);
    // Who was forgotten can still be invited, until the close.
    invite(&mut vendor, &["0791", "0751"]).await;
    app.presenter()
        .await
        .commands(&[json!({ "do": "close" })])
        .await;
    let (_, late) = invitation(9, "0751");
    let refused = vendor
        .post(INVITATIONS, &json!({ "invitations": [late] }))
        .await;
    assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
}

#[tokio::test]
async fn what_is_withdrawn_leads_nowhere_any_more() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let tokens = invite(&mut vendor, &["0791", "0751"]).await;
    let (mut invited, _) = opened(&app, &tokens[0]).await;
    let mut open = app.voter("0741").await;
    let left = vendor.request(Method::DELETE, INVITATIONS, vec![]).await;
    assert_eq!(left.json::<Invitations>().count, 0);
    assert_eq!(
        invited.get("/me").await.refusal(),
        (401, "not_joined".into())
    );
    assert_eq!(open.get("/me").await.status, StatusCode::OK);
    let again = json!({ "invitation": tokens[0] });
    let refused = invited.post("/participants", &again).await.refusal();
    assert_eq!(refused, (403, "unknown_invitation".into()));
}

#[tokio::test]
async fn an_invitation_found_later_takes_the_place_of_the_open_link() {
    let app = App::start().await;
    let tokens = invite(&mut app.vendor().await, &["0791", "0751"]).await;
    let mut phone = app.voter("0741").await;
    let before: Me = phone.get("/me").await.json();
    for (token, municipality) in [(&tokens[0], "0791"), (&tokens[1], "0751")] {
        let body = json!({ "invitation": token });
        let me: Me = phone.post("/participants", &body).await.json();
        assert_eq!(me.role, voter(municipality));
        assert_ne!(me.slot, before.slot);
    }
    assert_eq!(app.view().await.barometer.turnout.present, 1);

    // Watching on this device leaves the place to the other one.
    let (mut laptop, _) = opened(&app, &tokens[1]).await;
    phone
        .post("/participants", &json!({ "observer": true }))
        .await;
    let me: Me = laptop.get("/me").await.json();
    assert_eq!(me.role, voter("0751"));
    app.presenter().await.opens().await;
    laptop.votes(&[1]).await;
    let refused = laptop
        .post("/participants", &json!({ "invitation": tokens[0] }))
        .await;
    assert_eq!(refused.refusal(), (409, "municipality_fixed".into()));
    // Another device of the place that voted has not, and may leave it: it is not told.
    let (mut tablet, _) = opened(&app, &tokens[1]).await;
    let watching = json!({ "observer": true });
    assert_eq!(
        tablet.post("/participants", &watching).await.status,
        StatusCode::OK
    );
    assert_eq!(app.view().await.barometer.turnout.voted, 1);
}

#[tokio::test]
async fn only_the_vendor_invites_and_in_reasonable_numbers() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    let (_, new) = invitation(0, "0791");
    let body = json!({ "invitations": [new] });
    let bytes = |body: &Value| body.to_string().into_bytes();
    for (method, body) in [
        (Method::GET, vec![]),
        (Method::POST, bytes(&body)),
        (Method::PUT, bytes(&json!({ "invited_only": true }))),
        (Method::DELETE, vec![]),
    ] {
        let refused = presenter.request(method, INVITATIONS, body).await.refusal();
        assert_eq!(refused, (401, "not_vendor".into()));
    }
    vendor.post(INVITATIONS, &body).await;
    let twice: Invitations = vendor.post(INVITATIONS, &body).await.json();
    assert_eq!(twice.count, 1, "twice is as good as once");
    let nowhere = json!({ "invitations": [{ "hash": "a".repeat(43), "municipality": "0999" }] });
    let refused = vendor.post(INVITATIONS, &nowhere).await.refusal();
    assert_eq!(refused, (422, "unknown_municipality".into()));
    let many = json!({ "invitations": vec![new; MOST_AT_ONCE + 1] });
    let refused = vendor.post(INVITATIONS, &many).await.refusal();
    assert_eq!(refused, (422, "malformed".into()));
    let seen: Invitations = vendor.get(INVITATIONS).await.json();
    assert!(seen.count == 1 && !seen.invited_only && seen.is_undecided());
}

#[tokio::test]
async fn the_database_holds_neither_token_nor_municipality_and_after_deletion_nothing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let codes = ["0101", "0825", "0492", "0665", "0482"];
    let tokens = invite(&mut vendor, &codes).await;
    let hash = |token: &String| *token.parse::<Token>().unwrap().hash().as_bytes();
    let hashes: Vec<[u8; 32]> = tokens.iter().map(hash).collect();
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for token in &tokens {
        opened(&app, token).await.0.votes(&[1]).await;
    }
    let on_disk = || {
        let files = fs::read_dir(app.directory.path().join("data")).unwrap();
        files.fold(Vec::new(), |mut bytes, file| {
            bytes.extend(fs::read(file.unwrap().path()).unwrap());
            bytes
        })
    };
    let holds = |bytes: &[u8], needle: &[u8]| bytes.windows(needle.len()).any(|w| w == needle);
    let bytes = on_disk();
    for needle in tokens.iter().map(String::as_str).chain(codes) {
        assert!(!holds(&bytes, needle.as_bytes()), "{needle}");
    }
    assert!(holds(&bytes, &hashes[0]), "there is something to delete");
    presenter.closes_and_reveals().await;
    let gone = vendor.request(Method::DELETE, PERSONAL_DATA, vec![]).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    let bytes = on_disk();
    assert!(!hashes.iter().any(|hash| holds(&bytes, hash)));
}
