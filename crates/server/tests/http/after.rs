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

#[tokio::test]
async fn the_letter_says_what_was_answered_and_decided_and_is_public_once_it_is_published() {
    let app = crate::surveys::to_come().await;
    let mut vendor = crate::surveys::opened(&app).await;
    crate::surveys::five(&app).await;
    let letter_page = async || {
        let request = axum::http::Request::get("/w/4K7P2M/after?lang=da");
        let request = request.header(axum::http::header::ACCEPT, "text/html");
        let answer = app
            .send(request.body(axum::body::Body::empty()).unwrap())
            .await;
        (answer.status, String::from_utf8(answer.body).unwrap())
    };
    let words = json!({ "edition": 0, "led_to": "Vi har flyttet planen frem.",
        "decisions": ["Vi opretter et Strategisk Udviklingsforum", " "] });
    let too_early = vendor.put(PATH, &words).await;
    assert_eq!(too_early.refusal(), (409, "not_closed_yet".to_owned()));
    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "next" })]).await;
    presenter
        .commands(&[json!({ "do": "go_to", "at": 4 }), json!({ "do": "open" })])
        .await;
    for municipality in ["0751", "0791", "0615", "0779", "0741"] {
        app.voter(municipality).await.votes(&[1, 3]).await;
    }
    presenter.closes_and_reveals().await;

    let after: After = vendor.put(PATH, &words).await.json();
    assert_eq!(
        after.words.decisions.len(),
        1,
        "what says nothing is left out"
    );
    let draft = letter::draft(&after, "https://stem.test/finance");
    for said in [
        "Jeres svar forud for webinaret\n• 5 svar fra 3 kommuner. Tak, fordi I tog jer tid.",
        "• Bruger I planen? Ja: 4 · Nej: 1 (5 svar fra 3 kommuner)",
        "Det har jeres svar og spørgsmål ført til:\nVi har flyttet planen frem.",
        "Det har vi besluttet\n• Vi opretter et Strategisk Udviklingsforum",
    ] {
        assert!(draft.contains(said), "{said}: {draft}");
    }
    let (status, page) = letter_page().await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("ikke offentliggjort"));
    let publish = |edition: u32, publishing: Value| json!({ "edition": edition, "led_to": "", "decisions": [], "publishing": publishing });
    let stale = vendor.put(PATH, &publish(0, json!("take_down"))).await;
    assert_eq!(stale.refusal().1, "stale_edition");
    let published = publish(
        1,
        json!({ "publish": { "letter": "Kære alle\n\n<b>Tak</b>" } }),
    );
    let after: After = vendor.put(PATH, &published).await.json();
    assert!(after.words.published_at.is_some());
    let (status, page) = letter_page().await;
    assert_eq!(status, StatusCode::OK);
    for said in [
        "<p>Kære alle</p><p>&lt;b&gt;Tak&lt;/b&gt;</p>",
        "5 af 5 stemte, fra 5 kommuner",
        "går videre",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for name in ["Aarhus", "Viborg", "0751"] {
        assert!(!page.contains(name), "{name}");
    }
    vendor.put(PATH, &publish(2, json!("take_down"))).await;
    assert_eq!(letter_page().await.0, StatusCode::NOT_FOUND);
}
