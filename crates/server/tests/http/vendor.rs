//! Names: sealed when they come, and released to the vendor alone, on record.

use std::fs;

use axum::http::{Method, StatusCode};
use barometer_domain::vendor::{
    LookUps, Released, ReleasedVote, SetUp, VendorInfo, VendorSession, WebinarRow,
};
use barometer_domain::view::{ConsoleView, Screen};
use barometer_domain::wire::Me;
use barometer_sealing::envelope;
use barometer_sealing::identity::Identity;
use barometer_sealing::key_pair::KeyPair;
use barometer_sealing::passphrase::Passphrase;
use barometer_sealing::wrapped::WrappedKey;
use barometer_server::demo;
use getrandom::SysRng;
use rand_core::UnwrapErr;
use serde_json::{Value, json};

use crate::app::{App, Browser, CODE};

const LOOK_UPS: &str = "/vendor/webinars/4K7P2M/look-ups";
const VOTERS: &str = "/vendor/webinars/4K7P2M/voters";
const STRIKES: &str = "/vendor/webinars/4K7P2M/strikes";

fn reason() -> Value {
    json!({ "name": "Ida Holm", "reason": "Kontrol af dubletter" })
}

/// A sealed name as the wire has it; what is in it, the server cannot know.
fn sealed(letter: &str) -> Value {
    json!({ "sealed": letter.repeat(747) })
}

/// Six voters, each with a sealed name; the last two are of the same municipality.
async fn voted(app: &App) -> (Browser<'_>, Vec<Browser<'_>>) {
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let mut voters = Vec::new();
    for (number, code) in (1..).zip(["0101", "0825", "0492", "0665", "0482", "0482"]) {
        let mut voter = app.voter(code).await;
        let put = voter
            .put("/me/identity", &sealed(&number.to_string()))
            .await;
        assert_eq!(put.status, StatusCode::NO_CONTENT);
        voter.votes(&[number]).await;
        voters.push(voter);
    }
    (presenter, voters)
}

async fn closed(app: &App) -> (Browser<'_>, Vec<Browser<'_>>) {
    let (mut presenter, voters) = voted(app).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    (presenter, voters)
}

#[tokio::test]
async fn the_vendor_is_set_up_once_by_the_holder_of_the_link() {
    let app = App::start().await;
    let body = json!({ "token": "guessed", "key": "k".repeat(43), "stretch": "s", "wrapped": "w",
        "proof": "p".repeat(43) });
    let mut stranger = app.browser();
    let refused = stranger.post("/vendor", &body).await.refusal();
    assert_eq!(refused, (403, "wrong_passphrase".into()));
    let info: VendorInfo = stranger.get("/vendor").await.json();
    assert_eq!((info.key, info.stretch), (None, None));

    let mut vendor = app.vendor().await;
    let session: VendorSession = vendor.get("/vendor/session").await.json();
    assert_eq!(session.wrapped, "{\"wrapped\":1}");
    let info: VendorInfo = stranger.get("/vendor").await.json();
    assert!(!info.unsafe_demo, "only the published key is the demo's");
    assert_eq!(info.key.unwrap().as_str(), "k".repeat(43));
    let again = json!({ "token": crate::app::SETUP_TOKEN, "key": "x".repeat(43), "stretch": "s",
        "wrapped": "w", "proof": "x".repeat(43) });
    let refused = stranger.post("/vendor", &again).await.refusal();
    assert_eq!(refused, (409, "already_set_up".into()));
}

#[tokio::test]
async fn one_logs_in_with_the_passphrase_and_out_again() {
    let app = App::start().await;
    app.vendor().await;
    let mut vendor = app.browser();
    let refused = vendor.get("/vendor/session").await.refusal();
    assert_eq!(refused, (401, "not_vendor".into()));
    let wrong = json!({ "proof": "q".repeat(43) });
    let refused = vendor.post("/vendor/session", &wrong).await.refusal();
    assert_eq!(refused, (403, "wrong_passphrase".into()));
    assert!(!is_logged_in(&mut vendor).await);
    let right = json!({ "proof": "p".repeat(43) });
    let opened = vendor.post("/vendor/session", &right).await;
    assert_eq!(opened.status, StatusCode::OK);
    assert!(is_logged_in(&mut vendor).await);
    assert!(!is_logged_in(&mut app.browser()).await);
    let rows: Vec<WebinarRow> = vendor.get("/vendor/webinars").await.json();
    assert_eq!((rows.len(), rows[0].code.as_str()), (1, CODE));
    let out = vendor
        .request(Method::DELETE, "/vendor/session", Vec::new())
        .await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert!(!is_logged_in(&mut vendor).await);
    let refused = vendor.get("/vendor/webinars").await.refusal();
    assert_eq!(refused, (401, "not_vendor".into()));
}

/// What a page asks first: a cookie that it cannot read may be there or not, and neither is an error.
async fn is_logged_in(browser: &mut Browser<'_>) -> bool {
    let info: VendorInfo = browser.get("/vendor").await.json();
    info.logged_in
}

#[tokio::test]
async fn guessing_passphrases_is_slowed_down() {
    let app = App::start().await;
    app.vendor().await;
    let wrong = json!({ "proof": "q".repeat(43) });
    let mut stranger = app.browser();
    let mut last = StatusCode::OK;
    for _ in 0..30 {
        last = stranger.post("/vendor/session", &wrong).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_name_is_taken_sealed_and_of_one_size() {
    let app = App::start().await;
    let mut voter = app.voter("0751").await;
    let refused = voter.put("/me/identity", &sealed("a")).await.refusal();
    assert_eq!(refused, (409, "no_vendor_key".into()));
    app.vendor().await;
    let short = json!({ "sealed": "a".repeat(746) });
    assert_eq!(
        voter.put("/me/identity", &short).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let refused = app
        .browser()
        .put("/me/identity", &sealed("a"))
        .await
        .refusal();
    assert_eq!(refused, (401, "not_joined".into()));
    let me: Me = voter.get("/me").await.json();
    assert!(!me.identified && me.slot.len() == 32);
    assert_eq!(
        voter.put("/me/identity", &sealed("a")).await.status,
        StatusCode::NO_CONTENT
    );
    let me: Me = voter.get("/me").await.json();
    assert!(me.identified);
}

/// The vendor's private key, out of its published passphrase, as the vendor's browser gets at it.
fn demo_key() -> KeyPair {
    let demo: SetUp = serde_json::from_str(demo::DEMO_VENDOR).unwrap();
    let wrapped: WrappedKey = serde_json::from_str(&demo.wrapped).unwrap();
    let passphrase = Passphrase::check(demo::DEMO_PASSPHRASE).unwrap();
    let stretched = passphrase.stretch(wrapped.salt(), wrapped.cost()).unwrap();
    assert_eq!(
        String::from(stretched.proof.clone()),
        String::from(demo.proof)
    );
    wrapped.unwrap(&stretched.wrapping).unwrap()
}

#[tokio::test]
async fn a_thief_of_the_files_reads_no_name_and_the_vendor_reads_them_all() {
    let app = App::start().await;
    let demo: SetUp = serde_json::from_str(demo::DEMO_VENDOR).unwrap();
    let proof = json!({ "proof": demo.proof });
    app.store.set_up_vendor(demo).await.unwrap();
    let key = demo_key();
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for (name, code) in [
        ("Ingeborg Testesen", "0751"),
        ("Østen Vestergaard-Prøve", "0101"),
    ] {
        let mut voter = app.voter(code).await;
        let me: Me = voter.get("/me").await.json();
        let identity = Identity::new(name, code.parse().ok(), "Sygeplejerske").unwrap();
        let mut chance = UnwrapErr(SysRng);
        let sealed = envelope::seal(&key.public(), CODE, &me.slot, &identity, &mut chance).unwrap();
        let body = json!({ "sealed": String::from(sealed) });
        assert_eq!(
            voter.put("/me/identity", &body).await.status,
            StatusCode::NO_CONTENT
        );
        voter.votes(&[1]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    for folder in ["data", "secrets"] {
        for file in fs::read_dir(app.directory.path().join(folder)).unwrap() {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            for word in ["Ingeborg", "Testesen", "Vestergaard", "Sygeplejerske"] {
                let found = bytes
                    .windows(word.len())
                    .any(|window| window == word.as_bytes());
                assert!(!found, "{word} stands in {folder}");
            }
        }
    }
    let mut vendor = app.browser();
    vendor.post("/vendor/session", &proof).await;
    let released: Released = vendor.post(LOOK_UPS, &reason()).await.json();
    let name = |vote: &ReleasedVote| {
        let sealed = vote.identity.as_ref().unwrap().as_str().parse().unwrap();
        let identity = envelope::open(key.private(), CODE, &vote.slot, &sealed).unwrap();
        identity.name().to_owned()
    };
    let mut names: Vec<String> = released.votes.iter().map(name).collect();
    names.sort_unstable();
    assert_eq!(names, ["Ingeborg Testesen", "Østen Vestergaard-Prøve"]);
}

#[tokio::test]
async fn neither_participant_nor_presenter_nor_stranger_can_look() {
    let app = App::start().await;
    app.vendor().await;
    let (mut presenter, mut voters) = closed(&app).await;
    let mut others = vec![app.browser()];
    others.append(&mut voters);
    for browser in others.iter_mut().chain([&mut presenter]) {
        for (method, path) in [
            (Method::POST, LOOK_UPS),
            (Method::POST, VOTERS),
            (Method::POST, STRIKES),
            (Method::GET, "/vendor/webinars"),
            (Method::GET, "/vendor/session"),
        ] {
            let body = reason().to_string().into_bytes();
            let refused = browser.request(method, path, body).await.refusal();
            assert_eq!(refused, (401, "not_vendor".into()), "{path}");
        }
    }
    let seen: LookUps = app.browser().get("/look-ups").await.json();
    assert_eq!(seen, LookUps::default(), "nothing was looked at");
}

#[tokio::test]
async fn a_look_up_is_on_record_and_everyone_sees_when() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (_, _) = closed(&app).await;
    let refused = vendor
        .post(LOOK_UPS, &json!({ "name": " ", "reason": "x" }))
        .await;
    assert_eq!(refused.refusal(), (422, "reason_missing".into()));
    let released: Released = vendor.post(LOOK_UPS, &reason()).await.json();
    assert_eq!(
        (released.votes.len(), released.log.len(), released.broken),
        (6, 1, false)
    );
    for vote in &released.votes {
        let choices = vote.choices.as_ref().unwrap();
        let choice = choices.choices().next().unwrap().0.to_string();
        let identity = vote.identity.as_ref().unwrap().as_str();
        assert_eq!(
            identity,
            choice.repeat(747),
            "each name stands beside its own ballot"
        );
    }
    let answer = app.browser().get("/look-ups").await;
    let text = String::from_utf8(answer.body.clone()).unwrap();
    assert!(!text.contains("Ida") && !text.contains("dubletter"));
    let seen: LookUps = answer.json();
    assert_eq!((seen.at.len(), seen.broken), (1, false));
}

#[tokio::test]
async fn while_it_is_open_not_even_the_vendor_sees_a_ballot() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    voted(&app).await;
    let refused = vendor.post(LOOK_UPS, &reason()).await.refusal();
    assert_eq!(refused, (409, "not_closed_yet".into()));
    let seen: LookUps = vendor.get("/look-ups").await.json();
    assert!(seen.at.is_empty(), "a refused look-up is none");
}

#[tokio::test]
async fn a_duplicate_is_struck_on_record_before_the_result_is_out() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (mut presenter, mut voters) = closed(&app).await;
    let released: Released = vendor.post(VOTERS, &reason()).await.json();
    assert!(released.can_strike && released.log.len() == 1);
    let twice: Me = voters[5].get("/me").await.json();
    let mut strike = reason();
    strike["slots"] = json!([twice.slot]);
    let after: Released = vendor.post(STRIKES, &strike).await.json();
    assert_eq!(after.votes.iter().filter(|vote| vote.struck).count(), 1);
    assert_eq!(after.log.last().unwrap().struck, 1);
    let refused = vendor.post(STRIKES, &strike).await.refusal();
    assert_eq!(refused, (404, "not_found".into()), "it is struck already");

    let console: ConsoleView = presenter.get("/console/view").await.json();
    let barometer = console.audience.barometer;
    assert_eq!(
        (
            barometer.struck,
            barometer.turnout.voted,
            barometer.turnout.municipalities
        ),
        (1, 5, 5)
    );
    assert_eq!(barometer.turnout.present, 5, "present is who can vote");
    let revealed = presenter.reveals().await;
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    let sixth = result.rows.iter().find(|row| row.candidate.0 == 6).unwrap();
    assert_eq!(
        (sixth.votes, sixth.municipalities),
        (0, 0),
        "a struck ballot counts nowhere"
    );
    let mut late = reason();
    late["slots"] = json!([after.votes[0].slot]);
    let refused = vendor.post(STRIKES, &late).await.refusal();
    assert_eq!(
        refused,
        (409, "not_possible_now".into()),
        "no published result ever changes"
    );
}

/// 194 false ballots of one municipality go in one strike, chosen by who sent them and never by what they say.
#[tokio::test]
async fn false_ballots_are_struck_together_before_anybody_has_seen_a_choice() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for code in ["0101", "0825", "0492", "0665", "0482"] {
        app.voter(code).await.votes(&[1]).await;
    }
    for _ in 0..194 {
        app.voter("0751").await.votes(&[2]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let answer = vendor.post(VOTERS, &reason()).await;
    let body = String::from_utf8(answer.body.clone()).unwrap();
    assert!(!body.contains("choices"), "what was voted stays hidden");
    let released: Released = answer.json();
    let of_aarhus = released
        .votes
        .iter()
        .filter(|vote| vote.municipality.to_string() == "0751");
    let mut strike = reason();
    strike["slots"] = of_aarhus.map(|vote| vote.slot.clone()).collect();
    let answer = vendor.post(STRIKES, &strike).await;
    let body = String::from_utf8(answer.body.clone()).unwrap();
    assert!(!body.contains("choices"), "and still does");
    let after: Released = answer.json();
    assert_eq!(after.log.last().unwrap().struck, 194);
    assert!(after.can_strike);
    let revealed = presenter.reveals().await;
    let turnout = revealed.audience.barometer.turnout;
    assert_eq!(
        (turnout.voted, turnout.present, turnout.municipalities),
        (5, 5, 5)
    );
    let Screen::Result(result) = revealed.audience.screen else {
        panic!("the result")
    };
    assert_eq!((result.rows[0].candidate.0, result.rows[0].votes), (1, 5));
}

#[tokio::test]
async fn whoever_has_seen_what_was_voted_strikes_nothing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (_presenter, mut voters) = closed(&app).await;
    let blind: Released = vendor.post(VOTERS, &reason()).await.json();
    assert!(blind.can_strike && blind.votes.iter().all(|vote| vote.choices.is_none()));
    let seen: Released = vendor.post(LOOK_UPS, &reason()).await.json();
    assert!(!seen.can_strike && seen.votes.iter().all(|vote| vote.choices.is_some()));
    let me: Me = voters[0].get("/me").await.json();
    let mut strike = reason();
    strike["slots"] = json!([me.slot]);
    let refused = vendor.post(STRIKES, &strike).await.refusal();
    assert_eq!(refused, (409, "choices_seen".into()));
    let blind: Released = vendor.post(VOTERS, &reason()).await.json();
    assert!(!blind.can_strike, "nor by looking away again");
    assert_eq!(
        blind.log.len(),
        3,
        "a refused strike is none, each look is one"
    );
}

#[tokio::test]
async fn a_stolen_database_without_the_secrets_releases_nothing() {
    let app = App::start().await;
    app.vendor().await;
    let (_, voters) = closed(&app).await;
    let mut bytes = Vec::new();
    for file in fs::read_dir(app.directory.path().join("data")).unwrap() {
        bytes.extend(fs::read(file.unwrap().path()).unwrap());
    }
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    assert!(
        holds("3".repeat(747).as_bytes()),
        "sealed names are there, and nothing else of them"
    );
    for mut voter in voters {
        let me: Me = voter.get("/me").await.json();
        let slot = hex::decode(&me.slot).unwrap();
        let count = bytes.windows(16).filter(|window| *window == slot).count();
        assert!(
            count > 0,
            "the place is known, but no ballot is stored under it"
        );
    }
}
