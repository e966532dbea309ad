//! A municipality's wish: sent by a form, once, kept as it was typed when something is wrong, and followed at a secret
//! address.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use barometer_domain::financing::RequestState;
use barometer_domain::financing::request::RequestRow;
use barometer_domain::wish::WishRow;
use serde_json::json;
use url::form_urlencoded;

use crate::app::{Answer, App};

const LINK: &str = "5ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2e75ec2";

const WISH: [(&str, &str); 6] = [
    ("municipality", "0741"),
    ("title", "Mørk tilstand i arbejdsgange"),
    (
        "problem",
        "Skærmen blænder om aftenen.\r\nVi har <b>spurgt</b>.",
    ),
    ("helps", "Døgnvagten."),
    ("frequency", "daily"),
    ("value", "ro i øjnene"),
];

async fn send(app: &App, link: &str, fields: &[(&str, &str)]) -> Answer {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.append_pair("link", link).extend_pairs(fields);
    let request = Request::post("/wish?lang=da")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    app.send(request.body(Body::from(body.finish())).unwrap())
        .await
}

async fn page(app: &App, path: &str) -> (StatusCode, String) {
    let answer = app
        .send(Request::get(path).body(Body::empty()).unwrap())
        .await;
    (answer.status, String::from_utf8(answer.body).unwrap())
}

fn text(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

#[tokio::test]
async fn a_wish_becomes_a_received_request_once_and_is_followed_at_its_address() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let before: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    for _ in 0..2 {
        let sent = send(&app, LINK, &WISH).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text(&sent));
        let address = format!("/wish/{LINK}?lang=da");
        assert_eq!(sent.headers[header::LOCATION], address);
    }
    let after: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    assert_eq!(after.len(), before.len() + 1);
    let wished = after
        .iter()
        .find(|row| row.request.reference == "Ø1")
        .unwrap();
    assert_eq!(wished.state, RequestState::Submitted);
    assert_eq!(wished.request.asked_by, "Samsø");
    assert_eq!(
        wished.request.pitch,
        "Skærmen blænder om aftenen.\nVi har <b>spurgt</b>."
    );
    assert_eq!(
        wished.request.benefit,
        "Det hjælper: Døgnvagten. Det opstår hver dag. Værdi: ro i øjnene."
    );
    let (status, html) = page(&app, &format!("/wish/{LINK}?lang=da")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        html.contains("Mørk tilstand i arbejdsgange") && html.contains("Modtaget"),
        "{html}"
    );
    let step = json!({ "by": "Ida Holm", "why": "", "to": "Screened" });
    let path = format!("/vendor/requests/{}/steps", wished.id);
    let stepped = vendor.post(&path, &step).await;
    assert_eq!(stepped.status, StatusCode::OK, "{}", text(&stepped));
    let (_, html) = page(&app, &format!("/wish/{LINK}?lang=en")).await;
    assert!(
        html.contains("Received") && html.contains("Screened"),
        "{html}"
    );
    let listed: Vec<WishRow> = vendor.get("/vendor/wishes").await.json();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].request, listed[0].is_same), (wished.id, false));
}

#[tokio::test]
async fn what_is_wrong_is_said_and_everything_typed_is_kept() {
    let app = App::start().await;
    let mut fields = WISH;
    fields[0].1 = "0000";
    fields[1].1 = "";
    let long = "x".repeat(201);
    fields[3].1 = &long;
    let refused = send(&app, LINK, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let html = text(&refused);
    for expected in [
        "role=\"alert\"",
        "href=\"#municipality\">Vælg din kommune på listen.",
        "href=\"#title\">Skriv, hvad I ønsker.",
        "href=\"#helps\">Der er 201 tegn. Der er plads til 200.",
        "Vi har &lt;b&gt;spurgt&lt;/b&gt;.",
        "value=\"daily\" checked",
        "value=\"ro i øjnene\"",
        LINK,
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    let (status, html) = page(&app, &format!("/wish/{LINK}")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(
        html.contains("Der er ikke noget ønske på denne adresse."),
        "{html}"
    );
}

#[tokio::test]
async fn a_wish_like_a_request_is_offered_it_and_can_be_sent_all_the_same() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut fields = WISH.to_vec();
    let (_, living) = page(&app, "/api/v1/financing").await;
    let living: serde_json::Value = serde_json::from_str(&living).unwrap();
    let (id, title) = {
        let row = &living["rows"][0];
        (
            row["request"].to_string(),
            row["title"].as_str().unwrap().to_owned(),
        )
    };
    fields[1].1 = &title;
    let offered = send(&app, LINK, &fields).await;
    assert_eq!(offered.status, StatusCode::OK);
    let html = text(&offered);
    assert!(
        html.contains(&format!("name=\"same\" value=\"{id}\"")),
        "{html}"
    );
    assert!(html.contains("name=\"own\"") && html.contains("Døgnvagten."));
    assert_eq!(
        page(&app, &format!("/wish/{LINK}")).await.0,
        StatusCode::NOT_FOUND
    );
    let same = [("municipality", "0741"), ("same", id.as_str())];
    let sent = send(&app, LINK, &same).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", text(&sent));
    fields.push(("own", "1"));
    let other = LINK.replace('5', "6");
    assert_eq!(
        send(&app, &other, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let listed: Vec<WishRow> = vendor.get("/vendor/wishes").await.json();
    let same: Vec<bool> = listed.iter().map(|wish| wish.is_same).collect();
    assert_eq!(same, [false, true]);
    assert_eq!(listed[1].request.to_string(), id);
}

#[tokio::test]
async fn whoever_may_not_see_the_living_page_learns_no_title_of_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (_, living) = page(&app, "/api/v1/financing").await;
    let living: serde_json::Value = serde_json::from_str(&living).unwrap();
    let (id, title) = {
        let row = &living["rows"][0];
        (
            row["request"].to_string(),
            row["title"].as_str().unwrap().to_owned(),
        )
    };
    let asked: String = form_urlencoded::byte_serialize(title.as_bytes()).collect();
    let path = format!("/wish/alike?lang=da&title={asked}");
    assert!(page(&app, &path).await.1.contains(&title));
    let protect = json!({ "protected": true });
    vendor.put("/vendor/financing", &protect).await;
    assert_eq!(page(&app, &path).await.1, "");
    let same = [("municipality", "0741"), ("same", id.as_str())];
    assert_eq!(send(&app, LINK, &same).await.status, StatusCode::NOT_FOUND);
    let mut fields = WISH;
    fields[1].1 = &title;
    assert_eq!(
        send(&app, LINK, &fields).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn an_address_can_send_a_town_halls_wishes_and_no_flood() {
    let app = App::start().await;
    let mut taken = 0;
    for number in 0..40_u32 {
        let link = format!("{number:064x}");
        match send(&app, &link, &WISH).await.status {
            StatusCode::SEE_OTHER => taken += 1,
            refused => assert_eq!(refused, StatusCode::TOO_MANY_REQUESTS),
        }
    }
    assert!((30..34).contains(&taken), "{taken}");
    let rows: Vec<RequestRow> = app.vendor().await.get("/vendor/requests").await.json();
    let references = rows
        .iter()
        .filter(|row| row.request.reference.starts_with('Ø'));
    assert_eq!(references.count(), taken);
}

#[tokio::test]
async fn more_wishes_than_a_vendor_can_read_wait_outside_and_nothing_typed_is_lost() {
    let app = App::start().await;
    assert_eq!(send(&app, LINK, &WISH).await.status, StatusCode::SEE_OTHER);
    app.execute(
        "INSERT INTO wishes (link, request, is_same, municipality, title, sent_on)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 299)
         SELECT randomblob(32), request, 0, municipality, title, sent_on FROM wishes, n",
    )
    .await;
    let other = LINK.replace('5', "6");
    let refused = send(&app, &other, &WISH).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    let html = text(&refused);
    assert!(
        html.contains("Der venter så mange ønsker") && html.contains("Døgnvagten."),
        "{html}"
    );
    assert_eq!(
        send(&app, LINK, &WISH).await.status,
        StatusCode::SEE_OTHER,
        "sent before"
    );
}
