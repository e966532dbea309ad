//! The vendor's account: another passphrase, a lost one, a lost recovery file, each on record. The key is a real one, as the
//! vendor's browser makes it.

use std::fs;

use axum::http::StatusCode;
use barometer_domain::vendor::{LookUps, VendorInfo, VendorSession};
use barometer_domain::vendor_account::{AccountChange, AccountEntry, KeyChallenge};
use barometer_domain::wire::Me;
use barometer_sealing::envelope;
use barometer_sealing::identity::Identity;
use barometer_sealing::key_pair::KeyPair;
use barometer_sealing::passphrase::{Passphrase, Stretched};
use barometer_sealing::recovery::RecoveryFile;
use barometer_sealing::sealed_text::open_text;
use barometer_sealing::stretch::{Cost, Salt};
use barometer_sealing::wrapped::WrappedKey;
use barometer_server::operate::reset_vendor::{Loss, ResetOutcome, reset_vendor};
use getrandom::SysRng;
use rand_core::UnwrapErr;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE, SETUP_TOKEN};

const FIRST: &str = "album blæst citron dværg enig ørred";
const SECOND: &str = "tusind violer under den gamle bro";

fn chance() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

/// The cheapest stretching that is taken.
fn stretch(phrase: &str, salt: Salt) -> Stretched {
    let phrase = Passphrase::check(phrase).unwrap();
    phrase.stretch(salt, Cost::new(19, 2).unwrap()).unwrap()
}

/// What the server is given of a key under a passphrase.
fn wrapped(pair: &KeyPair, phrase: &str) -> Value {
    let under = stretch(phrase, Salt::generate(&mut chance()));
    let wrapped = WrappedKey::wrap(pair, &under.wrapping, &mut chance());
    json!({
        "stretch": json!({ "salt": wrapped.salt(), "cost": wrapped.cost() }).to_string(),
        "wrapped": serde_json::to_string(&wrapped).unwrap(),
        "proof": under.proof,
    })
}

fn proof(key: &Value, phrase: &str) -> String {
    let stretched: Value = serde_json::from_str(key["stretch"].as_str().unwrap()).unwrap();
    let salt = stretched["salt"].as_str().unwrap().parse().unwrap();
    stretch(phrase, salt).proof.into()
}

fn by() -> Value {
    json!({ "name": "Ida Holm", "reason": "Glemt" })
}

/// A vendor with a real key under the first passphrase.
struct Account {
    app: App,
    pair: KeyPair,
    key: Value,
    cookie: String,
}

impl Account {
    async fn begin() -> Self {
        let app = App::start().await;
        let pair = KeyPair::generate(&mut chance());
        let key = wrapped(&pair, FIRST);
        let mut body = key.clone();
        body["token"] = SETUP_TOKEN.into();
        body["key"] = String::from(pair.public()).into();
        let mut vendor = app.browser();
        assert_eq!(vendor.post("/vendor", &body).await.status, StatusCode::OK);
        let cookie = vendor.cookie();
        Self {
            app,
            pair,
            key,
            cookie,
        }
    }

    async fn is_in(&self, browser: &mut Browser<'_>) -> bool {
        browser.get("/vendor").await.json::<VendorInfo>().logged_in
    }

    async fn logs_in(&self, phrase: &str) -> StatusCode {
        let mut browser = self.app.browser();
        let info: VendorInfo = browser.get("/vendor").await.json();
        let proof = proof(&json!({ "stretch": info.stretch }), phrase);
        let body = json!({ "proof": proof });
        browser.post("/vendor/session", &body).await.status
    }

    async fn log(&self, browser: &mut Browser<'_>) -> Vec<AccountChange> {
        let entries: Vec<AccountEntry> = browser.get("/vendor/account").await.json();
        assert!(entries.iter().all(|entry| entry.name == "Ida Holm"));
        entries.into_iter().map(|entry| entry.change).collect()
    }

    /// Recovers the key as whoever holds `pair`, and answers the challenge `with` something of it.
    async fn recovers(
        &self,
        pair: &KeyPair,
        with: impl FnOnce(&mut Value),
    ) -> (Answer, Browser<'_>) {
        let mut browser = self.app.browser();
        let challenge: KeyChallenge = browser
            .post("/vendor/recovery/challenge", &Value::Null)
            .await
            .json();
        let read = open_text(
            pair.private(),
            "recovery",
            &challenge.number,
            &challenge.sealed,
        );
        let read = read.map_or_else(
            |_| json!({ "answer": "guessed" }),
            |text| serde_json::from_str(&text).unwrap(),
        );
        let mut body = json!({ "number": challenge.number, "until": challenge.until,
            "answer": read["answer"], "key": wrapped(&self.pair, SECOND), "by": by() });
        with(&mut body);
        (browser.post("/vendor/recovery", &body).await, browser)
    }
}

#[tokio::test]
async fn another_passphrase_opens_the_same_names_and_ends_every_other_session() {
    let account = Account::begin().await;
    let app = &account.app;
    let mut voter = app.voter("0751").await;
    let me: Me = voter.get("/me").await.json();
    let name = Identity::new("Ingeborg Testesen", "0751".parse().ok(), "").unwrap();
    let sealed = envelope::seal(&account.pair.public(), CODE, &me.slot, &name, &mut chance());
    let sealed = sealed.unwrap();
    let body = json!({ "sealed": String::from(sealed.clone()) });
    assert_eq!(
        voter.put("/me/identity", &body).await.status,
        StatusCode::NO_CONTENT
    );

    let mut here = app.browser_with(account.cookie.clone());
    let mut elsewhere = app.browser();
    let right = json!({ "proof": proof(&account.key, FIRST) });
    elsewhere.post("/vendor/session", &right).await;
    assert!(account.is_in(&mut elsewhere).await);
    let change = json!({ "present": proof(&account.key, FIRST),
        "key": wrapped(&account.pair, SECOND), "by": by() });
    let changed = here.put("/vendor/passphrase", &change).await;
    assert_eq!(changed.status, StatusCode::OK);

    assert!(account.is_in(&mut here).await && !account.is_in(&mut elsewhere).await);
    assert_eq!(account.logs_in(FIRST).await, StatusCode::FORBIDDEN);
    assert_eq!(account.logs_in(SECOND).await, StatusCode::OK);
    assert_eq!(
        account.log(&mut here).await,
        [AccountChange::PassphraseChanged]
    );
    let session: VendorSession = here.get("/vendor/session").await.json();
    let stored: WrappedKey = serde_json::from_str(&session.wrapped).unwrap();
    let opened = stored
        .unwrap(&stretch(SECOND, stored.salt()).wrapping)
        .unwrap();
    let read = envelope::open(opened.private(), CODE, &me.slot, &sealed).unwrap();
    assert_eq!(read.name(), "Ingeborg Testesen");
    // No webinar's own log has anything of it.
    let looks: LookUps = app.browser().get("/look-ups").await.json();
    assert_eq!(looks, LookUps::default());
}

#[tokio::test]
async fn what_is_not_the_vendors_key_whole_changes_nothing() {
    let account = Account::begin().await;
    let mut vendor = account.app.browser_with(account.cookie.clone());
    let before: VendorSession = vendor.get("/vendor/session").await.json();
    let right = json!({ "present": proof(&account.key, FIRST),
        "key": wrapped(&account.pair, SECOND), "by": by() });
    let (half, other) = (
        right["key"]["wrapped"]
            .as_str()
            .unwrap()
            .split_at(90)
            .0
            .to_owned(),
        wrapped(&KeyPair::generate(&mut chance()), SECOND),
    );
    let changes: [(u16, &str, Value); 6] = [
        (403, "/present", "q".repeat(43).into()),
        (422, "/key/wrapped", half.into()),
        (422, "/key/wrapped", "".into()),
        (422, "/key", other),
        (422, "/key/stretch", account.key["stretch"].clone()),
        (422, "/by/reason", "  ".into()),
    ];
    for (status, place, value) in changes {
        let mut wrong = right.clone();
        *wrong.pointer_mut(place).unwrap() = value;
        let refused = vendor.put("/vendor/passphrase", &wrong).await;
        assert_eq!(refused.refusal().0, status, "{place}");
    }
    let mut stranger = account.app.browser();
    let refused = stranger.put("/vendor/passphrase", &right).await.refusal();
    assert_eq!(refused, (401, "not_vendor".into()));
    let after: VendorSession = vendor.get("/vendor/session").await.json();
    assert_eq!(before, after);
    assert_eq!(account.log(&mut vendor).await, []);
    assert_eq!(account.logs_in(FIRST).await, StatusCode::OK);
}

#[tokio::test]
async fn the_recovery_file_and_its_words_set_another_passphrase() {
    let account = Account::begin().await;
    let words = Passphrase::generate(&mut chance());
    let under = stretch(words.as_str(), Salt::generate(&mut chance()));
    let kept = WrappedKey::wrap(&account.pair, &under.wrapping, &mut chance());
    let file = RecoveryFile::new(kept, "http://stem.test".into(), "1. maj 2026".into()).to_json();

    let read = RecoveryFile::from_json(&file).unwrap();
    let other = stretch(FIRST, read.key.salt());
    assert!(
        read.key.unwrap(&other.wrapping).is_err(),
        "not the passphrase"
    );
    let again = stretch(words.as_str(), read.key.salt());
    let pair = read.key.unwrap(&again.wrapping).unwrap();
    let (answer, mut browser) = account.recovers(&pair, |_| ()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(account.is_in(&mut browser).await);
    assert_eq!(
        account.log(&mut browser).await,
        [AccountChange::KeyRecovered]
    );
    assert_eq!(account.logs_in(FIRST).await, StatusCode::FORBIDDEN);
    assert_eq!(account.logs_in(SECOND).await, StatusCode::OK);
    let mut before = account.app.browser_with(account.cookie.clone());
    assert!(!account.is_in(&mut before).await);
}

#[tokio::test]
async fn a_challenge_is_answered_by_the_key_alone_and_once() {
    let account = Account::begin().await;
    let stranger = KeyPair::generate(&mut chance());
    let (refused, _) = account.recovers(&stranger, |_| ()).await;
    assert_eq!(refused.refusal(), (403, "wrong_passphrase".into()));
    let pair = account.pair.clone();
    for wrong in [
        |body: &mut Value| body["number"] = "another".into(),
        |body: &mut Value| body["until"] = json!(body["until"].as_i64().unwrap() + 1),
        |body: &mut Value| body["until"] = 1.into(),
    ] {
        let (refused, _) = account.recovers(&pair, wrong).await;
        assert_eq!(refused.refusal(), (403, "wrong_passphrase".into()));
    }
    let mut used = Value::Null;
    let (answer, _) = account.recovers(&pair, |body| used = body.clone()).await;
    assert_eq!(answer.status, StatusCode::OK);
    let again = account.app.browser().post("/vendor/recovery", &used).await;
    assert_eq!(again.refusal(), (403, "wrong_passphrase".into()));
}

#[tokio::test]
async fn whoever_is_locked_out_gets_in_over_a_broken_log_which_shows_that_it_was_broken() {
    let account = Account::begin().await;
    let head = account.app.directory.path().join("secrets/look-ups");
    fs::remove_file(head).unwrap();
    let looks: LookUps = account.app.browser().get("/look-ups").await.json();
    assert!(looks.broken);
    let pair = account.pair.clone();
    let (answer, mut browser) = account.recovers(&pair, |_| ()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(
        account.log(&mut browser).await,
        [AccountChange::KeyRecovered]
    );
    let looks: LookUps = account.app.browser().get("/look-ups").await.json();
    assert_eq!((looks.broken, looks.acknowledged.len()), (false, 1));
}

#[tokio::test]
async fn a_reset_says_what_is_lost_and_leaves_a_desk_without_names() {
    let account = Account::begin().await;
    let app = &account.app;
    let mut voter = app.voter("0751").await;
    let sealed = json!({ "sealed": "a".repeat(747) });
    voter.put("/me/identity", &sealed).await;
    let by = || serde_json::from_value(by()).unwrap();

    let kept = reset_vendor(&app.store, by(), |loss: &Loss| {
        assert_eq!(loss.0.names, 1);
        Ok(false)
    });
    assert_eq!(kept.await.unwrap(), ResetOutcome::NotAgreed);
    assert_eq!(account.logs_in(FIRST).await, StatusCode::OK);
    let reset = reset_vendor(&app.store, by(), |_| Ok(true)).await.unwrap();
    assert_eq!(reset, ResetOutcome::Reset);
    let nothing = reset_vendor(&app.store, by(), |_| Ok(true)).await.unwrap();
    assert_eq!(nothing, ResetOutcome::NoKey);

    let mut vendor = app.browser_with(account.cookie.clone());
    assert!(!account.is_in(&mut vendor).await);
    let info: VendorInfo = vendor.get("/vendor").await.json();
    assert_eq!(info.key, None);
    let pair = KeyPair::generate(&mut chance());
    let mut body = wrapped(&pair, SECOND);
    body["token"] = SETUP_TOKEN.into();
    body["key"] = String::from(pair.public()).into();
    assert_eq!(vendor.post("/vendor", &body).await.status, StatusCode::OK);
    assert_eq!(account.log(&mut vendor).await, [AccountChange::KeyReset]);
    let webinars: Value = vendor.get("/vendor/webinars").await.json();
    assert_eq!(webinars[0]["code"], CODE, "webinars and results stay");
}
