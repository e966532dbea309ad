//! Webinar after webinar: what each came to, and one request's way along them; nothing before everyone has seen it.

use barometer_domain::catalogue::Reality;
use barometer_domain::date::Date;
use barometer_domain::financing::request::{RequestFile, RequestRow};
use barometer_domain::money::Money;
use barometer_domain::series::{Said, SeriesPoint};
use barometer_domain::vendor::WebinarRow;
use serde_json::json;

use crate::app::{App, Browser, CODE, crowd, eventually};

async fn row(vendor: &mut Browser<'_>) -> WebinarRow {
    let rows: Vec<WebinarRow> = vendor.get("/vendor/webinars").await.json();
    rows.into_iter()
        .find(|row| row.code.as_str() == CODE)
        .unwrap()
}

async fn said(vendor: &mut Browser<'_>) -> Option<Said> {
    row(vendor).await.said
}

async fn course(vendor: &mut Browser<'_>, reference: &str) -> Vec<SeriesPoint> {
    let rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let found = rows.iter().find(|row| row.request.reference == reference);
    let path = format!("/vendor/requests/{}", found.unwrap().id.0);
    vendor.get(&path).await.json::<RequestFile>().course
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[tokio::test]
async fn a_webinar_says_what_it_came_to_once_all_rows_are_out() {
    let app = App::start_as(Reality::Demo, Some(crowd())).await;
    let mut vendor = app.vendor().await;
    let before = row(&mut vendor).await;
    assert_eq!((before.candidates, before.said), (12, None));
    assert_eq!((before.reality, before.fictional), (Reality::Demo, true));
    assert_eq!(before.starts, "13:00");
    assert_eq!(course(&mut vendor, "K01").await, [], "nothing was held yet");

    let mut presenter = app.presenter().await;
    presenter.opens().await;
    let voted = async || app.view().await.barometer.turnout.voted;
    eventually(voted, |voted| *voted == 27).await;
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let reveal = json!({ "do": "reveal", "automatic": false });
    presenter.commands(&[reveal, json!({ "do": "next" })]).await;
    assert_eq!(said(&mut vendor).await, None, "two of twelve rows are out");
    assert_eq!(course(&mut vendor, "K01").await, []);
    presenter.commands(&[json!({ "do": "reveal_all" })]).await;

    let said = said(&mut vendor).await.unwrap();
    assert!(!said.too_few && !said.undecided);
    let went_on: Vec<_> = said
        .went_on
        .iter()
        .map(|one| {
            let support = one.support;
            (
                one.reference.as_str(),
                support.place,
                support.municipalities,
                support.of_municipalities,
                support.votes,
            )
        })
        .collect();
    assert_eq!(went_on, [("K01", 1, 15, 20, 16), ("K03", 2, 11, 20, 14)]);
    assert_eq!(said.rules_that_differ.len(), 2, "K12 would have been third");
    assert_eq!(
        said.went_on[0].title,
        "Fælles opgaveliste på tværs af teams"
    );

    let put_up = course(&mut vendor, "K12").await;
    assert_eq!(put_up.len(), 2, "the webinar and today");
    let support = put_up[0].support.unwrap();
    assert_eq!((support.place, support.candidates), (4, 12));
    assert_eq!(
        (put_up[0].date, &put_up[1].webinar),
        (day("2023-09-21"), &None)
    );
    assert!(put_up[1].support.is_none());
    let reported_on = course(&mut vendor, "I04").await;
    assert_eq!(reported_on.len(), 2);
    assert!(reported_on[0].support.is_none(), "it was no candidate");
    assert!(reported_on[0].sums.committed.amount > Money::ZERO);
}

#[tokio::test]
async fn below_five_ballots_a_webinar_says_nothing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for municipality in ["0751", "0791", "0615", "0779"] {
        app.voter(municipality).await.votes(&[1]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert_eq!(said(&mut vendor).await, None, "only the presenter reveals");
    presenter.reveals().await;
    let said = said(&mut vendor).await.unwrap();
    assert!(said.too_few && said.went_on.is_empty() && said.rules_that_differ.is_empty());
    let points = course(&mut vendor, "K01").await;
    assert!(points.iter().all(|point| point.support.is_none()));
}

#[tokio::test]
async fn a_deleted_webinar_that_was_never_revealed_says_nothing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for municipality in ["0751", "0791", "0615", "0779", "0741"] {
        app.voter(municipality).await.votes(&[1]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    app.store.forget(app.webinar).await.unwrap();
    assert_eq!(said(&mut vendor).await, None, "it was counted, not shown");
    assert_eq!(course(&mut vendor, "K01").await, []);
}
