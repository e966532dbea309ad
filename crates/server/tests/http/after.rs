//! After the webinar: what was decided, on record, and of what the letter is drafted; for the vendor alone.

use axum::http::StatusCode;
use barometer_domain::after::After;
use barometer_domain::money::Money;
use barometer_text::letter;
use serde_json::{Value, json};

use crate::app::App;

const PATH: &str = "/vendor/webinars/4K7P2M/after";

#[tokio::test]
async fn it_waits_for_the_whole_result() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    let too_early = (409, "not_closed_yet".to_owned());
    assert_eq!(vendor.get(PATH).await.refusal(), too_early);
    presenter.opens().await;
    for municipality in ["0751", "0791", "0615", "0779", "0741"] {
        app.voter(municipality).await.votes(&[1, 3]).await;
    }
    assert_eq!(vendor.get(PATH).await.refusal(), too_early);
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    assert_eq!(
        vendor.get(PATH).await.refusal(),
        too_early,
        "only the presenter reveals"
    );
    presenter.reveals().await;

    let after: After = vendor.get(PATH).await.json();
    assert_eq!((after.turnout.voted, after.turnout.municipalities), (5, 5));
    let titles: Vec<&str> = after.go_on().iter().map(|one| &*one.title).collect();
    assert_eq!(
        titles,
        [
            "Fælles opgaveliste på tværs af teams",
            "Medicinliste uden netdækning"
        ]
    );
    assert_eq!(after.records.len(), 3, "opened, closed, revealed");
    assert_eq!(after.ongoing.len(), 4);
    let moved = after.ongoing[1].movement.unwrap();
    assert_eq!(moved.amount, Money::from_kroner(48_000));
    let draft = letter::draft(&after, "https://stem.test/finance");
    for said in [
        "Ændringsønskewebinar med barometermåling den 21. september 2023, og tak for jeres svar og spørgsmål. \
         5 af 5 deltagere stemte, og de kom fra 5 kommuner.",
        "• Delt 1.-plads: Medicinliste uden netdækning – 5 af 5 kommuner, 5 stemmer",
        "Det går vi videre med\n• Fælles opgaveliste på tværs af teams\n• Medicinliste uden netdækning",
        "Siden sidst er der kommet 2 kommuner og 48.000\u{a0}kr. til.",
        "Der mangler 120.000\u{a0}kr. Fristen er 1. december 2023.",
        "• Borgernavn på observation: Ønsket er fuldt finansieret (150.000\u{a0}kr.).",
        "senest 5. oktober 2023",
        "I kan følge finansieringen på https://stem.test/finance",
        "Ikke juridisk bindende.",
    ] {
        assert!(draft.contains(said), "{said}\n\n{draft}");
    }
}

#[tokio::test]
async fn it_tells_why_each_was_put_up() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let path = PATH.trim_end_matches("/after");
    let mut held: Value = vendor.get(path).await.json();
    held["preparation"]["candidates"][1]["reason"] = json!("Otte kommuner har bedt om det");
    let prepare = json!({ "by": "Ida Holm", "edition": held["edition"], "code": held["code"],
        "preparation": held["preparation"] });
    vendor.put(path, &prepare).await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for municipality in ["0751", "0791", "0615", "0779", "0741"] {
        app.voter(municipality).await.votes(&[1]).await;
    }
    presenter.closes_and_reveals().await;
    let after: After = vendor.get(PATH).await.json();
    let reasons: Vec<&str> = after.candidates.iter().map(|one| &*one.reason).collect();
    assert_eq!(reasons[..3], ["", "Otte kommuner har bedt om det", ""]);
}

#[tokio::test]
async fn below_five_ballots_neither_log_nor_letter_tells_a_result() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    app.voter("0751").await.votes(&[1]).await;
    presenter.closes_and_reveals().await;
    let after: After = app.vendor().await.get(PATH).await.json();
    assert!(after.result.too_few && after.result.rows.is_empty());
    let draft = letter::draft(&after, "https://stem.test/finance");
    assert!(draft.contains("under fem stemmesedler"), "{draft}");
    assert!(!draft.contains("Fælles opgaveliste"), "{draft}");
}

#[tokio::test]
async fn nobody_else_sees_it() {
    let app = App::start().await;
    for browser in [
        &mut app.browser(),
        &mut app.voter("0751").await,
        &mut app.presenter().await,
    ] {
        assert_eq!(
            browser.get(PATH).await.refusal(),
            (401, "not_vendor".into())
        );
    }
}

/// The firm price comes later, and so does another title: what was shown and decided stays as it was.
#[tokio::test]
async fn an_edit_after_the_reveal_changes_neither_log_nor_catalogue_of_that_webinar() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for municipality in ["0751", "0791", "0615", "0779", "0741"] {
        app.voter(municipality).await.votes(&[1, 3]).await;
    }
    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    presenter.reveals().await;
    let before: After = vendor.get(PATH).await.json();
    let catalogue = app.view().await.catalogue;
    let list = vendor.get("/vendor/webinars").await.json::<Value>()[0]["said"].clone();

    for one in before
        .go_on()
        .into_iter()
        .map(|one| one.request)
        .chain([before.ongoing[1].request])
    {
        let path = format!("/vendor/requests/{}", one.0);
        let mut request = vendor.get(&path).await.json::<Value>()["row"]["request"].clone();
        request["title"] = json!("Et helt andet navn");
        request["terms"]["price"] = json!({ "kind": "firm", "amount": 12_345_600 });
        let edit = json!({ "by": "Ida Holm", "why": "Fast pris", "request": request });
        assert_eq!(vendor.put(&path, &edit).await.status, StatusCode::OK);
    }

    let after: After = vendor.get(PATH).await.json();
    assert_eq!(after, before);
    assert_eq!(app.view().await.catalogue, catalogue);
    let said = vendor.get("/vendor/webinars").await.json::<Value>()[0]["said"].clone();
    assert_eq!(said, list);
    // What is taken home to decide on is what holds now.
    let brief = format!(
        "/w/{}/brief/{}",
        crate::app::CODE,
        before.go_on()[0].request.0
    );
    let brief = String::from_utf8(app.browser().get(&brief).await.body).unwrap();
    assert!(brief.contains("Et helt andet navn") && brief.contains("123.456"));
}
