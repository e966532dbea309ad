//! The decision brief: a page to take home, with the reader's own share and nobody else's name.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use barometer_domain::catalogue::Catalogue;
use barometer_domain::financing::request::RequestFile;
use barometer_domain::view::AudienceView;
use serde_json::json;

use crate::app::{App, Browser, CODE};

/// The number of the request with this reference.
async fn request(app: &App, reference: &str) -> u32 {
    let mut anyone = app.browser();
    let view: AudienceView = anyone.get("/view").await.json();
    let catalogue: Catalogue = anyone
        .get(&format!("/catalogue/{}", view.catalogue))
        .await
        .json();
    let found = catalogue.requests.iter().find(|r| r.reference == reference);
    found.unwrap().id.0
}

async fn page(browser: &mut Browser<'_>, path: &str) -> (StatusCode, String) {
    let answer = browser.get(path).await;
    (answer.status, String::from_utf8(answer.body).unwrap())
}

#[tokio::test]
async fn a_voter_takes_home_what_the_own_municipality_would_pay() {
    let app = App::start().await;
    let mut samsoe = app.voter("0741").await;
    let id = request(&app, "I03").await;
    let (status, html) = page(&mut samsoe, &format!("/w/{CODE}/brief/{id}?lang=da")).await;
    assert_eq!(status, StatusCode::OK);
    for expected in [
        "Til Samsø Kommune",
        "400.000\u{a0}kr.",
        "3 kommuner har givet tilsagn om 220.000\u{a0}kr.",
        "Der mangler 180.000\u{a0}kr. Det svarer til 5 kommuner mere.</p>",
        "Hver kommunes tilsagn er afrundet til hele tusinde kroner.",
        "prisen fordeles efter indbyggertal",
        "Spørg indkøb om",
        "Opdigtede eksempeldata",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    for other in ["Aarhus", "Odense", "Randers", "Silkeborg"] {
        assert!(!html.contains(other), "{other}");
    }
}

#[tokio::test]
async fn the_share_counts_the_own_municipality_once() {
    let app = App::start().await;
    let mut skive = app.voter("0779").await;
    let id = request(&app, "K03").await;
    let path = format!("/w/{CODE}/brief/{id}?lang=da");
    let (_, before) = page(&mut skive, &path).await;
    assert!(
        before.contains(">42.000\u{a0}kr.</p><p>Hvis 10 kommuner er med"),
        "{before}"
    );
    skive.post("/interests", &json!({ "request": id })).await;
    let (_, after) = page(&mut skive, &path).await;
    assert!(
        after.contains(">42.000\u{a0}kr.</p><p>Hvis 10 kommuner er med"),
        "{after}"
    );
}

#[tokio::test]
async fn who_only_looks_sees_no_share_and_a_wrong_link_leads_back() {
    let app = App::start().await;
    let mut anyone = app.browser();
    let id = request(&app, "K03").await;
    let (status, html) = page(&mut anyone, &format!("/w/{CODE}/brief/{id}?lang=en")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("You are only watching") && html.contains("Rough estimate"));
    for (wrong, back) in [
        (format!("/w/{CODE}/brief/9999"), format!("/w/{CODE}")),
        (format!("/w/{CODE}/brief/x"), format!("/w/{CODE}")),
        (format!("/w/ABCDEF/brief/{id}"), "/".to_owned()),
    ] {
        let answer = anyone.get(&wrong).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.headers[header::LOCATION], back);
    }
}

#[tokio::test]
async fn the_page_is_private_and_runs_only_its_own_script() {
    let app = App::start().await;
    let id = request(&app, "K03").await;
    let answer = app.browser().get(&format!("/w/{CODE}/brief/{id}")).await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "private, no-store");
    let policy = answer.headers[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'"));
    let script = Request::get("/brief.js").body(Body::empty()).unwrap();
    assert_eq!(app.send(script).await.status, StatusCode::OK);
}

#[tokio::test]
async fn whoever_is_sent_the_link_reads_their_own_municipalitys_share() {
    let app = App::start().await;
    let mut anyone = app.browser();
    let id = request(&app, "K03").await;
    let path = format!("/w/{CODE}/brief/{id}?lang=da&for=0779");
    let (_, html) = page(&mut anyone, &path).await;
    for expected in [
        "Til Skive Kommune",
        ">42.000\u{a0}kr.</p>",
        "mailto:?subject=Beslutningsopl%C3%A6g",
        "&amp;for=0779\"",
        "Vores andel bliver 42.000\u{a0}kr., hvis 10 kommuner er med",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    // Whoever is in for a municipality reads that one's, whatever the link says.
    let (_, html) = page(&mut app.voter("0741").await, &path).await;
    assert!(html.contains("Til Samsø Kommune") && !html.contains("Skive"));
    let nowhere = format!("/w/{CODE}/brief/{id}?lang=da&for=%3Cscript%3E");
    let (_, html) = page(&mut anyone, &nowhere).await;
    assert!(
        html.contains("Du ser kun med")
            && !html.contains("%3Cscript")
            && !html.contains("&amp;for=")
    );
}

#[tokio::test]
async fn a_title_in_quotation_marks_stays_within_its_attribute() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = request(&app, "K03").await;
    let held: RequestFile = vendor.get(&format!("/vendor/requests/{id}")).await.json();
    let mut edited = serde_json::to_value(held.row.request).unwrap();
    edited["title"] = "\"Fælles\" <kalender> & \" onclick=\"x".into();
    let edit = json!({ "by": "Ida Holm", "why": "Nyt navn", "request": edited });
    let answer = vendor.put(&format!("/vendor/requests/{id}"), &edit).await;
    assert_eq!(answer.status, StatusCode::OK);
    let path = format!("/w/{CODE}/brief/{id}?lang=da");
    let (_, html) = page(&mut app.browser(), &path).await;
    assert!(
        html.contains("&lt;kalender&gt; &amp; &quot; onclick=&quot;x"),
        "{html}"
    );
    assert!(
        !html.contains("onclick=\"") && !html.contains("<kalender>"),
        "{html}"
    );
}
