//! Signing up for a webinar: as a browser does it on the page, and as the vendor sees it. What names a person is never
//! answered to anybody but the vendor, and the server never has it.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use barometer_domain::date::Date;
use barometer_domain::invitation::Invitations;
use barometer_domain::signup::{MOST_AT_ONCE, SignupList, SignupStage};
use barometer_sealing::contact::Contact;
use barometer_sealing::envelope;
use barometer_sealing::invitation::Token;
use barometer_sealing::key::PublicKey;
use barometer_sealing::key_pair::KeyPair;
use barometer_server::store::now;
use getrandom::SysRng;
use rand_core::UnwrapErr;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE};

pub(crate) const SIGNUPS: &str = "/vendor/webinars/4K7P2M/signups";
pub(crate) const PAGE: &str = "/w/4K7P2M/signup";

/// The webinar's day is in a month, and one signs up on its page; so many places for each municipality.
pub(crate) async fn open(app: &App, vendor: &mut Browser<'_>, seats: Option<u16>) {
    move_to(app, 30).await;
    let settings = json!({ "way": { "is": "here", "seats": seats }, "candidates_ahead": true });
    let answer = vendor.put(SIGNUPS, &settings).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.json::<SignupList>().stage, SignupStage::Open);
}

/// The webinar's day is so many days from today.
pub(crate) async fn move_to(app: &App, days: i32) {
    let day = Date::of_millis(now()).plus_days(days);
    sqlx::query("UPDATE webinars SET date = ?")
        .bind(day.to_string())
        .execute(&mut app.database().await)
        .await
        .unwrap();
}

/// What one browser writes into the form's fields.
#[derive(Clone)]
pub(crate) struct Sheet {
    pub(crate) row: String,
    pub(crate) sealed: String,
    pub(crate) token: String,
    invitation: String,
}

impl Sheet {
    /// A contact sealed to this key, in a row of its own.
    pub(crate) fn sealed(key: &PublicKey, name: &str, email: &str) -> Self {
        let mut chance = UnwrapErr(SysRng);
        let row: String = Token::generate(&mut chance).into();
        let token = Token::generate(&mut chance);
        let contact = Contact::new(name, email, Some(&token)).unwrap();
        let sealed = envelope::seal_contact(key, CODE, &row, &contact, &mut chance);
        Self {
            row,
            sealed: sealed.unwrap().into(),
            invitation: token.hash().into(),
            token: token.into(),
        }
    }

    pub(crate) fn any() -> Self {
        let pair = KeyPair::generate(&mut UnwrapErr(SysRng));
        Self::sealed(&pair.public(), "Anna Holm", "anna@viborg.dk")
    }

    fn form(&self, municipality: &str) -> String {
        let Self {
            row,
            sealed,
            invitation,
            ..
        } = self;
        format!("municipality={municipality}&row={row}&sealed={sealed}&invitation={invitation}")
    }

    pub(crate) fn json(&self, municipality: &str) -> Value {
        json!({ "slot": self.row, "sealed": self.sealed, "invitation": self.invitation,
            "municipality": municipality })
    }
}

pub(crate) async fn post(app: &App, path: &str, form: String) -> Answer {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ACCEPT_LANGUAGE, "da");
    app.send(request.body(Body::from(form)).unwrap()).await
}

pub(crate) async fn get(app: &App, path: &str) -> Answer {
    let request = Request::get(path).header(header::ACCEPT_LANGUAGE, "da");
    app.send(request.body(Body::empty()).unwrap()).await
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

pub(crate) async fn sign_up(app: &App, sheet: &Sheet, municipality: &str) -> Answer {
    post(app, PAGE, sheet.form(municipality)).await
}

async fn list(vendor: &mut Browser<'_>) -> SignupList {
    vendor.get(SIGNUPS).await.json()
}

#[tokio::test]
async fn until_the_day_the_webinars_address_is_the_page_of_the_sign_up() {
    let app = App::start().await;
    let dist = app.directory.path().join("dist/phone");
    std::fs::create_dir_all(&dist).unwrap();
    std::fs::write(dist.join("index.html"), "the phone's page").unwrap();
    let mut vendor = app.vendor().await;
    let own = "/w/4K7P2M";
    move_to(&app, 30).await;
    assert_eq!(text(&get(&app, own).await), "the phone's page");
    open(&app, &mut vendor, Some(2)).await;
    let page = get(&app, own).await;
    let said = text(&page);
    assert_eq!(page.status, StatusCode::OK);
    for part in [
        "Tilmeld mig",
        "<form method=\"post\" action=\"/w/4K7P2M/signup?lang=da\"",
        "Der er 2 pladser til hver kommune.",
        "Velkommen",
        "Slettes senest seks måneder efter",
        "kræver JavaScript",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(
        !said.contains("name=\"name\"") && !said.contains("name=\"email\""),
        "what names a person is never sent as it stands"
    );
    move_to(&app, 0).await;
    assert_eq!(text(&get(&app, own).await), "the phone's page");
    let over = text(&get(&app, PAGE).await);
    assert!(over.contains("Tilmeldingen er slut") && over.contains("href=\"/w/4K7P2M\""));
    assert!(!over.contains("<form"));
    let english = text(&get(&app, "/w/4K7P2M/signup?lang=en").await);
    assert!(english.contains("Sign-up has ended") && !english.contains("Tilmeld"));
    let nowhere = get(&app, "/w/ABCDEF/signup").await;
    assert_eq!(nowhere.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn candidates_are_read_ahead_only_if_the_vendor_wants_it_and_never_its_notes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let with = text(&get(&app, PAGE).await);
    assert!(with.contains("Kandidaterne") && with.contains("kr."));
    assert!(
        !with.contains("tre lister på en aftenvagt"),
        "a presenter's note"
    );
    let settings = json!({ "way": { "is": "here" }, "candidates_ahead": false });
    vendor.put(SIGNUPS, &settings).await;
    let without = text(&get(&app, PAGE).await);
    assert!(!without.contains("signup-candidates"));
}

#[tokio::test]
async fn the_course_pages_own_link_is_shown_in_the_place_of_the_form() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let to = |link: &str| json!({ "way": { "is": "elsewhere", "link": link } });
    for bad in ["http://kursus.eksempel.dk", "javascript:alert(1)", "kursus"] {
        let answer = vendor.put(SIGNUPS, &to(bad)).await;
        assert_eq!(answer.refusal(), (422, "malformed".into()), "{bad}");
    }
    let good = vendor
        .put(SIGNUPS, &to("https://kursus.eksempel.dk/7"))
        .await;
    assert_eq!(good.status, StatusCode::OK);
    let page = text(&get(&app, PAGE).await);
    assert!(page.contains("href=\"https://kursus.eksempel.dk/7\"") && !page.contains("data-seal "));
    let refused = sign_up(&app, &Sheet::any(), "0791").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn whoever_signs_up_has_a_personal_link_and_the_vendor_can_read_who_it_is() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let pair = KeyPair::generate(&mut UnwrapErr(SysRng));
    let sheet = Sheet::sealed(&pair.public(), "Anna Holm", "anna@viborg.dk");
    let answer = sign_up(&app, &sheet, "0791").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(
        answer.headers[header::LOCATION],
        "/w/4K7P2M/signup/done?lang=da"
    );
    let done = text(&get(&app, "/w/4K7P2M/signup/done?lang=da").await);
    assert!(
        done.contains("Du er tilmeldt")
            && done.contains("webinar.ics")
            && done.contains("Meld mig fra")
    );

    let list = list(&mut vendor).await;
    let [row] = &list.rows[..] else { panic!("one") };
    assert_eq!(
        (row.slot.as_str(), row.municipality.to_string()),
        (&*sheet.row, "0791".into())
    );
    let sealed = row.sealed.as_str().parse().unwrap();
    let contact = envelope::open_contact(pair.private(), CODE, row.slot.as_str(), &sealed).unwrap();
    assert_eq!(
        (contact.name(), contact.email()),
        ("Anna Holm", "anna@viborg.dk")
    );
    assert_eq!(contact.token(), Some(&*sheet.token));

    let joined = app
        .browser()
        .post(
            "/participants",
            &json!({ "municipality": "0791", "invitation": sheet.token }),
        )
        .await;
    assert_eq!(
        joined.status,
        StatusCode::OK,
        "the personal link is an invitation"
    );
}

#[tokio::test]
async fn a_form_sent_twice_counts_once_and_the_last_link_is_the_one_that_works() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, Some(1)).await;
    let first = Sheet::any();
    let again = Sheet {
        row: first.row.clone(),
        ..Sheet::any()
    };
    for sheet in [&first, &first, &again] {
        let answer = sign_up(&app, sheet, "0791").await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(list(&mut vendor).await.rows.len(), 1);
    let invited: Invitations = vendor
        .get("/vendor/webinars/4K7P2M/invitations")
        .await
        .json();
    assert_eq!(invited.count, 1);
    let join = async |token: &str| {
        let body = json!({ "municipality": "0791", "invitation": token });
        app.browser().post("/participants", &body).await.status
    };
    assert_eq!(join(&first.token).await, StatusCode::FORBIDDEN);
    assert_eq!(join(&again.token).await, StatusCode::OK);
}

#[tokio::test]
async fn of_many_at_once_as_many_come_in_as_there_are_places() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, Some(3)).await;
    let sheets: Vec<Sheet> = (0..20).map(|_| Sheet::any()).collect();
    let answers = sheets.iter().map(|sheet| sign_up(&app, sheet, "0791"));
    let answers = futures_util::future::join_all(answers).await;
    let taken = answers
        .iter()
        .filter(|answer| answer.status == StatusCode::SEE_OTHER);
    assert_eq!(taken.count(), 3);
    let refused = answers
        .iter()
        .find(|answer| answer.status == StatusCode::UNPROCESSABLE_ENTITY);
    let said = text(refused.unwrap());
    assert!(said.contains("Der er 3 pladser til hver kommune, og din kommunes er taget"));
    assert!(
        said.contains("<option value=\"0791\" selected>Viborg – ingen ledige pladser"),
        "{said}"
    );
    assert_eq!(list(&mut vendor).await.rows.len(), 3);
    assert_eq!(
        sign_up(&app, &Sheet::any(), "0607").await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_in_the_readers_language_with_what_was_typed() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let sheet = Sheet::any();
    let without = sign_up(&app, &sheet, "").await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    let said = text(&without);
    assert!(said.contains("Vælg din kommune på listen.") && said.contains("role=\"alert\""));
    assert!(
        said.contains(&format!("data-slot=\"{}\"", sheet.row)),
        "the browser finds what was typed by it"
    );
    let unsealed = format!("municipality=0791&row={}", sheet.row);
    let said = text(&post(&app, PAGE, unsealed).await);
    assert!(said.contains("Det kunne ikke forsegles") && said.contains("value=\"0791\" selected"));
    let english = post(&app, "/w/4K7P2M/signup?lang=en", sheet.form("")).await;
    assert!(text(&english).contains("Choose your municipality from the list."));
    let large = post(&app, PAGE, "a".repeat(300_000)).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(list(&mut vendor).await.rows.len(), 0);
}

#[tokio::test]
async fn one_address_cannot_fill_the_list_and_is_told_so_on_the_form() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let sheet = Sheet::any();
    let mut answers = Vec::new();
    for _ in 0..110 {
        answers.push(sign_up(&app, &sheet, "0791").await);
    }
    let last = answers.pop().unwrap();
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(text(&last).contains("for mange tilmeldinger fra jeres netværk"));
    assert_eq!(list(&mut vendor).await.rows.len(), 1);
}

#[tokio::test]
async fn whoever_has_the_personal_link_can_cancel_and_nobody_else() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, Some(1)).await;
    let (sheet, other) = (Sheet::any(), Sheet::any());
    sign_up(&app, &sheet, "0791").await;
    let cancel = async |token: &str| {
        let form = format!("token={token}");
        text(&post(&app, "/w/4K7P2M/signup/cancel?lang=da", form).await)
    };
    for wrong in [&*other.token, "", "x"] {
        assert!(
            cancel(wrong)
                .await
                .contains("hører ingen tilmelding til linket")
        );
    }
    assert_eq!(list(&mut vendor).await.rows.len(), 1);
    assert!(cancel(&sheet.token).await.contains("Du er meldt fra"));
    assert_eq!(list(&mut vendor).await.rows.len(), 0);
    let body = json!({ "municipality": "0791", "invitation": sheet.token });
    let joined = app.browser().post("/participants", &body).await;
    assert_eq!(
        joined.status,
        StatusCode::FORBIDDEN,
        "the link went with it"
    );
    assert_eq!(
        sign_up(&app, &other, "0791").await.status,
        StatusCode::SEE_OTHER,
        "the place is free"
    );
}

#[tokio::test]
async fn an_invitation_that_somebody_has_cannot_be_taken_by_signing_up_with_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let mine = Sheet::any();
    sign_up(&app, &mine, "0791").await;
    let theirs = Sheet {
        row: Sheet::any().row,
        ..mine.clone()
    };
    let refused = sign_up(&app, &theirs, "0607").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(list(&mut vendor).await.rows.len(), 1);
}

#[tokio::test]
async fn the_vendor_adds_from_a_list_and_removes_and_nobody_is_added_once_the_vote_was_opened() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, Some(1)).await;
    let (one, two) = (Sheet::any(), Sheet::any());
    let new = json!({ "signups": [one.json("0791"), two.json("0791")] });
    for _ in 0..2 {
        let added = vendor.post(SIGNUPS, &new).await;
        assert_eq!(
            added.json::<SignupList>().rows.len(),
            2,
            "places bind the public only"
        );
    }
    let removed = format!("{SIGNUPS}/{}", one.row);
    let left = vendor
        .request(axum::http::Method::DELETE, &removed, Vec::new())
        .await;
    assert_eq!(left.json::<SignupList>().rows.len(), 1);
    let gone = vendor
        .request(axum::http::Method::DELETE, &removed, Vec::new())
        .await;
    assert_eq!(gone.refusal(), (404, "not_found".into()));
    let too_many = json!({ "signups": vec![two.json("0791"); MOST_AT_ONCE + 1] });
    assert_eq!(vendor.post(SIGNUPS, &too_many).await.refusal().0, 422);
    let nowhere = json!({ "signups": [Sheet::any().json("0999")] });
    assert_eq!(
        vendor.post(SIGNUPS, &nowhere).await.refusal(),
        (422, "unknown_municipality".into())
    );

    app.presenter().await.opens().await;
    let after: SignupList = list(&mut vendor).await;
    assert_eq!((after.changeable, after.stage), (false, SignupStage::Over));
    let late = json!({ "signups": [Sheet::any().json("0791")] });
    assert_eq!(
        vendor.post(SIGNUPS, &late).await.refusal(),
        (409, "not_possible_now".into())
    );
    assert_eq!(
        sign_up(&app, &Sheet::any(), "0791").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    // A name can be taken off the list at any time; the link stays, for a vote may hang on it.
    let removed = format!("{SIGNUPS}/{}", two.row);
    let left = vendor
        .request(axum::http::Method::DELETE, &removed, Vec::new())
        .await;
    assert_eq!(left.json::<SignupList>().rows.len(), 0);
    let invited: Invitations = vendor
        .get("/vendor/webinars/4K7P2M/invitations")
        .await
        .json();
    assert_eq!(invited.count, 1);
}

#[tokio::test]
async fn the_database_has_neither_name_nor_address_nor_token_nor_municipality_and_deletion_takes_all()
 {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let sheet = Sheet::any();
    sign_up(&app, &sheet, "0791").await;
    let file = async || {
        app.execute("VACUUM").await;
        app.execute("PRAGMA wal_checkpoint(TRUNCATE)").await;
        std::fs::read(app.directory.path().join("data/barometer.db")).unwrap()
    };
    let has =
        |file: &[u8], text: &str| file.windows(text.len()).any(|part| part == text.as_bytes());
    let stored = file().await;
    assert!(has(&stored, &sheet.sealed));
    for secret in ["Anna Holm", "anna@viborg.dk", &sheet.token] {
        assert!(!has(&stored, secret), "{secret}");
    }
    let plain: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM signups WHERE municipality = '0791' OR instr(hex(municipality), hex('0791')) > 0",
    )
    .fetch_one(&mut app.database().await)
    .await
    .unwrap();
    assert_eq!(plain, 0);
    let linked: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM signups s JOIN invitations i ON i.hash = s.invitation",
    )
    .fetch_one(&mut app.database().await)
    .await
    .unwrap();
    assert_eq!(
        linked, 0,
        "without the pepper nothing leads from a contact to its invitation"
    );
    app.presenter()
        .await
        .commands(&[json!({ "do": "end" })])
        .await;
    let forgotten = vendor
        .request(
            axum::http::Method::DELETE,
            "/vendor/webinars/4K7P2M/personal-data",
            Vec::new(),
        )
        .await;
    assert_eq!(
        forgotten.status,
        StatusCode::NO_CONTENT,
        "{}",
        text(&forgotten)
    );
    assert!(!has(&file().await, &sheet.sealed));
    assert_eq!(list(&mut vendor).await.rows.len(), 0);
}

#[tokio::test]
async fn the_link_in_a_mail_ends_mail_and_needs_no_address() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let sheet = Sheet::any();
    sign_up(&app, &sheet, "0791").await;
    let mark = app
        .store
        .unsubscribe_mark(app.webinar, &sheet.row.parse().unwrap());
    let link = format!(
        "/w/4K7P2M/unsubscribe?row={}&mark={mark}&lang=da",
        sheet.row
    );
    let asked = get(&app, &link).await;
    assert!(text(&asked).contains("Send mig ikke flere mails"));
    let english = link.replace("lang=da", "lang=en").replace('&', "&amp;");
    assert!(
        text(&asked).contains(&english),
        "the other language is of the same mail"
    );
    assert!(
        !list(&mut vendor).await.rows[0].unsubscribed,
        "a filter that follows links changes nothing"
    );
    let wrong = link.replace(&mark, &"0".repeat(32));
    let refused = post(&app, &wrong, String::new()).await;
    assert!(text(&refused).contains("hører ikke til nogen mail"));
    assert!(!list(&mut vendor).await.rows[0].unsubscribed);
    let done = post(&app, &link, "List-Unsubscribe=One-Click".into()).await;
    assert_eq!(done.status, StatusCode::OK);
    assert!(list(&mut vendor).await.rows[0].unsubscribed);
}

#[tokio::test]
async fn a_sign_up_that_the_vendor_opens_is_there_for_the_next_who_comes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let page = format!("/w/{CODE}");
    let is_signup = |answer: &Answer| String::from_utf8_lossy(&answer.body).contains("<form");
    // That it is shut is remembered for a moment.
    for _ in 0..2 {
        assert!(!is_signup(&get(&app, &page).await));
    }
    open(&app, &mut vendor, None).await;
    assert!(is_signup(&get(&app, &page).await));
    let off = json!({ "way": { "is": "off" }, "candidates_ahead": false });
    vendor.put(SIGNUPS, &off).await;
    assert!(!is_signup(&get(&app, &page).await));
}
