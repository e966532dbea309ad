//! What delivered requests came to: written down by the vendor once they are delivered, and said in briefs if it wishes.

use axum::http::StatusCode;
use barometer_domain::financing::delivery::Deliveries;
use barometer_domain::financing::request::RequestFile;
use barometer_domain::money::Money;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE};
use crate::comments::requests;
use crate::commitments::{say, way};

/// A request with its estimate and its firm price, in kroner, just as it is ordered.
async fn ordered(vendor: &mut Browser<'_>, estimate: i64, firm: i64) -> u32 {
    let estimate = estimate * 100;
    let price =
        json!({ "kind": "estimate", "low": estimate, "likely": estimate, "high": estimate });
    let title = format!("Ønske til {estimate} øre, siden {firm} kr.");
    let request = json!({ "reference": format!("X{firm}"), "title": title,
        "benefit": "Sparer to timer", "terms": { "price": price, "sharing": { "rule": "equal" } } });
    let new = json!({ "by": "Ida Holm", "request": request });
    let file: RequestFile = vendor.post("/vendor/requests", &new).await.json();
    let id = file.row.id.0;
    for to in ["Resting", "UnderTreatment"] {
        step(vendor, id, to).await;
    }
    let mut request = serde_json::to_value(&file.row.request).unwrap();
    request["terms"]["price"] = json!({ "kind": "firm", "amount": firm * 100 });
    request["terms"]["minimum"] = json!(1);
    request["terms"]["deadline"] = json!("2399-01-01");
    let edit = json!({ "by": "Ida Holm", "request": request });
    let edited = vendor.put(&format!("/vendor/requests/{id}"), &edit).await;
    assert_eq!(edited.status, StatusCode::OK);
    step(vendor, id, "OpenForFinancing").await;
    for said in way(firm) {
        assert_eq!(say(vendor, id, "0751", &said).await.status, StatusCode::OK);
    }
    step(vendor, id, "Ordered").await;
    id
}

async fn step(vendor: &mut Browser<'_>, id: u32, to: &str) {
    let step = json!({ "by": "Ida Holm", "why": "Fordi", "to": to });
    let path = format!("/vendor/requests/{id}/steps");
    let taken = vendor.post(&path, &step).await;
    assert_eq!(taken.status, StatusCode::OK, "{to}");
}

async fn delivered(vendor: &mut Browser<'_>, estimate: i64, firm: i64) -> u32 {
    let id = ordered(vendor, estimate, firm).await;
    for to in ["UnderDevelopment", "Delivered"] {
        step(vendor, id, to).await;
    }
    id
}

async fn reports(vendor: &mut Browser<'_>, id: u32, kroner: i64) -> Answer {
    let report = json!({ "by": "Ida Holm", "actual": kroner * 100,
        "promised": "Sparer to timer", "measured": "Sparer halvanden time" });
    vendor
        .put(&format!("/vendor/requests/{id}/delivery"), &report)
        .await
}

async fn all(vendor: &mut Browser<'_>) -> Deliveries {
    vendor.get("/vendor/deliveries").await.json()
}

async fn brief(app: &App, request: u32, language: &str) -> String {
    let path = format!("/w/{CODE}/brief/{request}?lang={language}");
    String::from_utf8(app.browser().get(&path).await.body).unwrap()
}

#[tokio::test]
async fn three_delivered_prices_say_how_near_they_came_if_the_vendor_wishes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (candidate, _) = requests(&app).await;
    let show = |is_shown: bool| json!({ "is_shown": is_shown });
    let shown = vendor.put("/vendor/deliveries", &show(true)).await;
    assert!(shown.json::<Deliveries>().is_shown);
    // 12 % and an øre more than estimated, 5 % less, and just as estimated.
    for (at, (firm, actual)) in [(110_000, 112_000), (101_000, 95_000), (102_000, 100_000)]
        .into_iter()
        .enumerate()
    {
        assert_eq!(all(&mut vendor).await.came_within, None, "of {at}");
        let said = brief(&app, candidate, "da").await;
        assert!(!said.contains("ramte vi prisen"));
        let id = delivered(&mut vendor, 100_000, firm).await;
        assert_eq!(
            reports(&mut vendor, id, actual).await.status,
            StatusCode::OK
        );
    }
    let found = all(&mut vendor).await;
    assert_eq!((found.came_within, found.delivered.len()), (Some(12), 3));
    let last = &found.delivered[0];
    assert_eq!(last.price.estimate, Some(Money::from_kroner(100_000)));
    assert_eq!(last.price.firm, Some(Money::from_kroner(102_000)));
    assert_eq!(last.measured, "Sparer halvanden time");
    let said = brief(&app, candidate, "da").await;
    assert!(
        said.contains("Sidst ramte vi prisen inden for ±12\u{a0}%"),
        "{said}"
    );
    let said = brief(&app, candidate, "en").await;
    assert!(said.contains("came within ±12% of the price"));
    // No other figure of it is told, and nothing once the vendor takes it back.
    assert!(!said.contains("112,000") && !said.contains("halvanden"));
    vendor.put("/vendor/deliveries", &show(false)).await;
    assert!(
        !brief(&app, candidate, "da")
            .await
            .contains("ramte vi prisen")
    );
    let page: Value = app.browser().get("/financing").await.json();
    assert!(!page.to_string().contains("halvanden"));
}

#[tokio::test]
async fn it_is_written_down_once_it_is_delivered_and_can_be_corrected() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let id = ordered(&mut vendor, 100_000, 110_000).await;
    let early = reports(&mut vendor, id, 100_000).await;
    assert_eq!(early.refusal().1, "not_possible_now");
    for to in ["UnderDevelopment", "Delivered"] {
        step(&mut vendor, id, to).await;
    }
    let nothing = reports(&mut vendor, id, 0).await;
    assert_eq!(nothing.refusal().1, "not_filled_in");
    let file: RequestFile = reports(&mut vendor, id, 120_000).await.json();
    assert_eq!(file.delivery.unwrap().price.missed_by(), Some(20));
    let file: RequestFile = reports(&mut vendor, id, 90_000).await.json();
    assert_eq!(file.delivery.unwrap().price.missed_by(), Some(10));
    let found = all(&mut vendor).await;
    assert_eq!(found.delivered.len(), 1, "the last one holds");
    assert!(!found.is_shown, "briefs say nothing unasked");
}
