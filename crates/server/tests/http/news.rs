//! News by mail: asked for, confirmed, sent once, ended; and nothing of who reads it in the database or in an answer.

use std::fs;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use barometer_domain::financing::request::RequestRow;
use barometer_domain::ids::RequestId;
use barometer_server::store::now;
use serde_json::json;
use url::form_urlencoded;

use crate::app::{Answer, App, Browser, eventually};
use crate::mails::{Inbox, mail_server, part};

const ADDRESS: &str = "ellen.frost@samsoe.example";
const HOUR: i64 = 3_600_000;

async fn post(app: &App, path: &str, fields: &[(&str, &str)]) -> Answer {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    let request =
        Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    app.send(request.body(Body::from(body.finish())).unwrap())
        .await
}

async fn page(app: &App, path: &str) -> (StatusCode, String) {
    let answer = app
        .send(Request::get(path).body(Body::empty()).unwrap())
        .await;
    (answer.status, text(&answer))
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

/// A server that sends mail, and has looked once: what was there before is nobody's news.
async fn start() -> (App, Inbox) {
    let (url, inbox) = mail_server().await;
    let app = App::start().await.with_mail_server(&url);
    app.news_sender().look(now()).await.unwrap();
    (app, inbox)
}

/// Asks for news as the page does.
async fn ask(app: &App, subject: &str) {
    let asked = post(
        app,
        "/news?lang=da",
        &[("email", ADDRESS), ("subject", subject)],
    )
    .await;
    assert_eq!(asked.status, StatusCode::OK, "{}", text(&asked));
    assert!(text(&asked).contains("Se i din indbakke"));
}

/// The path behind the first link of this kind in a mail.
fn link(mail: &str, kind: &str) -> String {
    let text = part(mail, "text/plain");
    let from = text.split(&format!("http://stem.test/news/{kind}/")).nth(1);
    let rest = from.unwrap_or_else(|| panic!("{kind}: {text}"));
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    format!("/news/{kind}/{}", &rest[..end])
}

/// The mails so far, once there are so many.
async fn mails(inbox: &Inbox, count: usize) -> Vec<(String, String)> {
    eventually(async || inbox.all(), |all| all.len() == count).await
}

/// Asks, and presses the button behind the link in the mail; answers with the mail.
async fn subscribe(app: &App, inbox: &Inbox, subject: &str) -> String {
    ask(app, subject).await;
    let (to, mail) = mails(inbox, 1).await.remove(0);
    assert_eq!(to, ADDRESS);
    let confirmed = post(app, &link(&mail, "confirm"), &[]).await;
    assert!(text(&confirmed).contains("Du får nyheder fra nu af"));
    mail
}

/// A request on the living page that can be cancelled.
async fn gathering(vendor: &mut Browser<'_>) -> RequestRow {
    let rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let is_gathering = |row: &RequestRow| serde_json::to_value(row.state).unwrap() == "Gathering";
    rows.into_iter().find(is_gathering).unwrap()
}

async fn cancel(vendor: &mut Browser<'_>, request: RequestId) {
    let step = json!({ "by": "Ida Holm", "why": "Bygges ikke", "to": "Cancelled" });
    let path = format!("/vendor/requests/{request}/steps");
    assert_eq!(vendor.post(&path, &step).await.status, StatusCode::OK);
}

#[tokio::test]
async fn news_comes_once_to_who_confirmed_and_ends_with_one_press() {
    let (app, inbox) = start().await;
    let mut vendor = app.vendor().await;
    ask(&app, "requests").await;
    let asked = mails(&inbox, 1).await.remove(0).1;
    let words = part(&asked, "text/plain");
    assert!(words.contains("Alle ønsker til samfinansiering"), "{words}");
    let confirm = link(&asked, "confirm");
    let (status, html) = page(&app, &confirm).await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Vil du have nyheder på mail?") && html.contains("Alle ønsker"));

    let first = gathering(&mut vendor).await;
    cancel(&mut vendor, first.id).await;
    app.news_sender().look(now()).await.unwrap();
    assert_eq!(
        inbox.all().len(),
        1,
        "a link that was only read confirms nothing"
    );

    assert_eq!(post(&app, &confirm, &[]).await.status, StatusCode::OK);
    app.news_sender().look(now()).await.unwrap();
    assert_eq!(inbox.all().len(), 1, "what happened before is no news");

    let second = gathering(&mut vendor).await;
    cancel(&mut vendor, second.id).await;
    for _ in 0..2 {
        app.news_sender().look(now()).await.unwrap();
    }
    let (to, mail) = mails(&inbox, 2).await.remove(1);
    assert_eq!(to, ADDRESS);
    let words = part(&mail, "text/plain");
    assert!(words.contains(&second.request.title), "{words}");
    assert!(!words.contains(&first.request.title));
    let head = mail.split("\n\n").next().unwrap().replace("\n ", " ");
    assert!(
        head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
        "{head}"
    );
    let leave = link(&mail, "unsubscribe");
    assert!(
        head.contains(&format!("List-Unsubscribe: <http://stem.test{leave}>")),
        "{head}"
    );

    let (_, html) = page(&app, &leave).await;
    assert!(html.contains("Ingen flere mails"), "{html}");
    let left = post(&app, &leave, &[("List-Unsubscribe", "One-Click")]).await;
    assert!(text(&left).contains("Din adresse er slettet."));
    let third = gathering(&mut vendor).await;
    cancel(&mut vendor, third.id).await;
    app.news_sender().look(now()).await.unwrap();
    assert_eq!(inbox.all().len(), 2);
    assert_eq!(
        page(&app, &confirm).await.0,
        StatusCode::NOT_FOUND,
        "nobody comes back by an old link"
    );
}

#[tokio::test]
async fn an_address_that_nobody_confirms_is_gone_after_two_days() {
    let (app, inbox) = start().await;
    ask(&app, "webinars").await;
    let mail = mails(&inbox, 1).await.remove(0).1;
    let confirm = link(&mail, "confirm");
    app.news_sender().look(now() + 47 * HOUR).await.unwrap();
    assert_eq!(page(&app, &confirm).await.0, StatusCode::OK);
    app.news_sender().look(now() + 48 * HOUR).await.unwrap();
    assert_eq!(page(&app, &confirm).await.0, StatusCode::NOT_FOUND);
    let gone = post(&app, &confirm, &[]).await;
    assert!(text(&gone).contains("Linket gælder ikke længere"));

    // The daily run of deletion does the same, where the other is switched off.
    ask(&app, "webinars").await;
    app.store.run_retention(now()).await.unwrap();
    app.store
        .run_retention(now() + 39 * 24 * HOUR)
        .await
        .unwrap();
    let left: u32 = sqlx::query_scalar("SELECT count(*) FROM news_readers")
        .fetch_one(&mut app.database().await)
        .await
        .unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn no_address_stands_in_the_database_or_in_an_answer() {
    let (app, inbox) = start().await;
    subscribe(&app, &inbox, "webinars").await;
    app.execute("PRAGMA wal_checkpoint(TRUNCATE)").await;
    let stored = fs::read(app.directory.path().join("data/barometer.db")).unwrap();
    let has = |bytes: &[u8], text: &str| {
        bytes
            .windows(text.len())
            .any(|part| part.eq_ignore_ascii_case(text.as_bytes()))
    };
    for secret in [ADDRESS, "ellen.frost", "webinars\"]"] {
        assert!(!has(&stored, secret), "{secret}");
    }
    let heard = app.heard.lock().unwrap();
    for answer in heard.iter() {
        assert!(
            !has(&answer.body, ADDRESS),
            "{} {}",
            answer.method,
            answer.path
        );
    }
}

#[tokio::test]
async fn a_stranger_gets_three_mails_at_most_and_whoever_asks_learns_nothing() {
    let (app, inbox) = start().await;
    for _ in 0..10 {
        ask(&app, "webinars").await;
    }
    // Mails leave one after another; what would come late would come now.
    app.pace().await;
    let all = inbox.all();
    assert_eq!(all.len(), 3);
    // Nothing in them was written by whoever asked.
    assert!(!part(&all[0].1, "text/plain").contains(ADDRESS));
    let mut refused = 0;
    for number in 0..15 {
        let email = format!("nr{number}@samsoe.example");
        let fields = [("email", &*email), ("subject", "webinars")];
        let asked = post(&app, "/news?lang=da", &fields).await;
        if asked.status == StatusCode::TOO_MANY_REQUESTS {
            let html = text(&asked);
            assert!(html.contains("Der er bedt om mange mails herfra.") && html.contains(&email));
            refused += 1;
        }
    }
    assert_eq!(refused, 5, "one network has a limit");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    let (app, _inbox) = start().await;
    for wrong in [
        "",
        "ellen",
        "ellen@samsoe",
        "ellen@samsoe.dk\r\nBcc: alle@x.dk",
        "a b@c.dk",
    ] {
        let refused = post(&app, "/news?lang=da", &[("email", wrong)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        let html = text(&refused);
        assert!(
            html.contains("href=\"#email\">Skriv en e-mailadresse"),
            "{html}"
        );
        assert!(html.contains("href=\"#subject\">Vælg, hvad du vil have nyheder om."));
    }
    let refused = post(
        &app,
        "/news?lang=en",
        &[("email", "ellen@"), ("subject", "webinars")],
    )
    .await;
    let html = text(&refused);
    assert!(
        html.contains("value=\"ellen@\"") && html.contains("value=\"webinars\" checked"),
        "{html}"
    );
    for link in ["x", &"0".repeat(64)] {
        let (status, _) = page(&app, &format!("/news/confirm/{link}")).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{link}");
    }
}

#[tokio::test]
async fn without_a_mail_server_only_feeds_are_offered() {
    let app = App::start().await;
    let (status, html) = page(&app, "/news?lang=da").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Denne server sender ikke mails.") && !html.contains("<form"));
    assert!(html.contains("http://stem.test/finance/feed.atom?lang=da"));
    assert!(html.contains("http://stem.test/webinars/feed.atom?lang=da"));
    post(
        &app,
        "/news",
        &[("email", ADDRESS), ("subject", "webinars")],
    )
    .await;
    let stored: u32 = sqlx::query_scalar("SELECT count(*) FROM news_readers")
        .fetch_one(&mut app.database().await)
        .await
        .unwrap();
    assert_eq!(stored, 0);
}

#[tokio::test]
async fn who_wished_for_something_hears_of_each_step_also_before_it_is_public() {
    const LINK: &str = "5ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2";
    let (app, inbox) = start().await;
    let mut vendor = app.vendor().await;
    let wish = [
        ("link", LINK),
        ("municipality", "0741"),
        ("title", "Mørk tilstand i arbejdsgange"),
        ("problem", "Skærmen blænder."),
        ("helps", "Døgnvagten."),
        ("frequency", "daily"),
    ];
    assert_eq!(
        post(&app, "/wish?lang=da", &wish).await.status,
        StatusCode::SEE_OTHER
    );
    let (_, html) = page(&app, &format!("/wish/{LINK}?lang=da")).await;
    assert!(html.contains("Skriv til mig på mail"), "{html}");
    let path = format!("/wish/{LINK}/mail?lang=da");
    let wrong = post(&app, &path, &[("email", "ellen")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(&wrong).contains("value=\"ellen\""));
    let other = format!("/wish/{}/mail", "0".repeat(64));
    assert_eq!(
        post(&app, &other, &[("email", ADDRESS)]).await.status,
        StatusCode::NOT_FOUND
    );
    post(&app, &path, &[("email", ADDRESS)]).await;
    app.news_sender().look(now()).await.unwrap();
    let asked = mails(&inbox, 1).await.remove(0).1;
    assert!(part(&asked, "text/plain").contains("Jeres ønske: Mørk tilstand"));
    post(&app, &link(&asked, "confirm"), &[]).await;
    let rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let wished = rows
        .iter()
        .find(|row| row.request.reference == "Ø1")
        .unwrap();
    let step = json!({ "by": "Ida Holm", "why": "", "to": "Screened" });
    let steps = format!("/vendor/requests/{}/steps", wished.id);
    assert_eq!(vendor.post(&steps, &step).await.status, StatusCode::OK);
    app.news_sender().look(now()).await.unwrap();
    let told = mails(&inbox, 2).await.remove(1).1;
    let words = part(&told, "text/plain");
    assert!(words.contains("Ø1 Mørk tilstand i arbejdsgange"), "{words}");
    // Nobody else is told: the living page does not show it yet.
    let (_, html) = page(&app, &format!("/news/request-{}?lang=da", wished.id)).await;
    assert!(!html.contains("Mørk tilstand"), "{html}");
    // What leads from the wish to the address is in no table.
    app.execute("PRAGMA wal_checkpoint(TRUNCATE)").await;
    let stored = fs::read(app.directory.path().join("data/barometer.db")).unwrap();
    let subject = format!("wish-{}", wished.id);
    assert!(
        !stored
            .windows(subject.len())
            .any(|part| part == subject.as_bytes())
    );
}

#[tokio::test]
async fn whoever_could_not_see_the_living_page_now_is_not_told_of_it() {
    let (app, inbox) = start().await;
    let mut vendor = app.vendor().await;
    subscribe(&app, &inbox, "requests").await;
    vendor
        .put("/vendor/financing", &json!({ "protected": true }))
        .await;
    let (_, html) = page(&app, "/news?lang=da").await;
    assert!(
        html.contains("kræver en kode") && !html.contains("value=\"requests\""),
        "{html}"
    );
    let asked = post(
        &app,
        "/news",
        &[("email", ADDRESS), ("subject", "requests")],
    )
    .await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    let row = gathering(&mut vendor).await;
    cancel(&mut vendor, row.id).await;
    app.news_sender().look(now()).await.unwrap();
    assert_eq!(inbox.all().len(), 1);
}

#[tokio::test]
async fn a_mail_that_did_not_leave_is_tried_again_and_a_refused_address_is_forgotten() {
    let (url, _inbox) = mail_server().await;
    let app = App::start().await.with_mail_server(&url);
    app.news_sender().look(now()).await.unwrap();
    let mut vendor = app.vendor().await;
    // The test's mail server refuses it for good.
    let wish = barometer_server::store::NewsWish {
        address: "nobody@samsoe.example".into(),
        language: barometer_domain::language::Language::Danish,
        subjects: vec!["requests".parse().unwrap()],
    };
    let id = app.rooms.ask_for_news(wish).await.unwrap().unwrap();
    assert!(app.rooms.confirm_news(id).await.unwrap());
    let row = gathering(&mut vendor).await;
    cancel(&mut vendor, row.id).await;
    let (start, mut tries) = (now(), 0);
    app.rooms.collect_news().await.unwrap();
    for quarter in 0..(26 * 4) {
        let at = start + quarter * HOUR / 4;
        tries += app.store.due_news_mails(at).await.unwrap().len();
        app.news_sender().look(at).await.unwrap();
    }
    assert_eq!(tries, 7, "over most of a day");
    assert!(app.store.news_reader(id).await.unwrap().is_none());
}
