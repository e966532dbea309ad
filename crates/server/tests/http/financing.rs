//! The living page: figures as of a day, names only with consent, a door when the vendor wants one, and files that a
//! spreadsheet opens.

use std::io::Cursor;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::money::Money;
use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::app::{App, Browser};

const ADDRESSES: [&str; 4] = [
    "/financing",
    "/financing.csv",
    "/financing.xlsx",
    "/financing/events",
];

async fn page(app: &App) -> Portfolio {
    app.browser().get("/financing").await.json()
}

fn row<'a>(page: &'a Portfolio, reference: &str) -> &'a PortfolioRow {
    let found = page.rows.iter().find(|row| row.reference == reference);
    found.unwrap()
}

#[tokio::test]
async fn everyone_sees_figures_and_movement_and_names_only_with_consent() {
    let app = App::start().await;
    let page = page(&app).await;
    assert!(page.fictional);
    let references: Vec<&str> = page.rows.iter().map(|row| &*row.reference).collect();
    assert_eq!(references, ["I01", "I02", "I03", "I04"]);
    assert_eq!(page.price(), Money::from_kroner(900_000));
    assert_eq!(page.committed(), Money::from_kroner(534_000));
    assert_eq!(page.funded(), 1);
    assert_eq!(page.since, "2023-06-01".parse().ok());
    assert_eq!(page.moved(), Some(Money::from_kroner(70_000)));
    let moved = row(&page, "I02").movement.unwrap();
    assert_eq!(moved.amount, Money::from_kroner(48_000));
    assert_eq!(moved.municipalities, 2);
    let extension = row(&page, "I02").terms.extension.clone().unwrap();
    assert_eq!(extension.reason, "To udvalg mødes først i november.");
    let pictures = row(&page, "I03");
    let named: Vec<String> = pictures
        .named
        .iter()
        .map(|n| n.municipality.to_string())
        .collect();
    assert_eq!(named, ["0561", "0461", "0751"], "not 0510 and 0540");
    assert_eq!(pictures.regions.iter().map(|r| r.committed).sum::<u32>(), 3);
}

#[tokio::test]
async fn an_earlier_day_shows_what_stood_there_then() {
    let app = App::start().await;
    let then = async |day: &str| {
        let path = format!("/financing?as_of={day}");
        app.browser().get(&path).await.json::<Portfolio>()
    };
    let summer = then("2023-07-31").await;
    assert_eq!(summer.committed(), Money::from_kroner(464_000));
    assert_eq!(summer.moved(), Some(Money::ZERO));
    let spring = then("2023-04-30").await;
    assert_eq!(spring.committed(), Money::from_kroner(50_000));
    assert_eq!(spring.since, None);
    assert_eq!(spring.funded(), 0);
    assert!(then("2023-01-01").await.rows.is_empty());
    for address in ["/financing?as_of=i+dag", "/financing.csv?as_of=2023-02-30"] {
        let answer = app.browser().get(address).await;
        assert_eq!(answer.refusal(), (422, "malformed".into()), "{address}");
    }
}

#[tokio::test]
async fn what_changes_is_there_at_once() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let request = row(&page(&app).await, "I04").request.0;
    let events = Request::get("/api/v1/financing/events");
    let answer = app
        .router
        .clone()
        .oneshot(events.body(Body::empty()).unwrap());
    let mut stream = answer.await.unwrap().into_body().into_data_stream();
    let mut next = async || {
        let event = tokio::time::timeout(Duration::from_secs(10), stream.next()).await;
        String::from_utf8(event.unwrap().unwrap().unwrap().to_vec()).unwrap()
    };
    assert!(next().await.contains("event: hello"));
    assert!(next().await.contains("Kvittering for læst advis"));
    let said = json!({ "by": "Ida Holm", "said": { "move": "interest" } });
    let path = format!("/vendor/requests/{request}/commitments/0751");
    assert_eq!(vendor.post(&path, &said).await.status, StatusCode::OK);
    let view = next().await;
    let view = view
        .lines()
        .find_map(|line| line.strip_prefix("data: "))
        .unwrap();
    let view: Portfolio = serde_json::from_str(view).unwrap();
    assert_eq!(row(&view, "I04").sums.interested.count, 2);
}

#[tokio::test]
async fn the_vendor_may_put_a_door_before_it() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let protect = async |vendor: &mut Browser<'_>, protected: bool| {
        let wish = json!({ "protected": protected });
        let access: Value = vendor.put("/vendor/financing", &wish).await.json();
        access["code"].as_str().map(str::to_owned)
    };
    let code = protect(&mut vendor, true).await.unwrap();
    assert_eq!(code.len(), 10);
    let mut voter = app.voter("0751").await;
    let mut presenter = app.presenter().await;
    for address in ADDRESSES {
        for browser in [&mut app.browser(), &mut voter, &mut presenter] {
            let refused = browser.get(address).await.refusal();
            assert_eq!(refused, (401, "code_needed".into()), "{address}");
        }
    }
    assert_eq!(vendor.get("/financing").await.status, StatusCode::OK);

    let mut reader = app.browser();
    let wrong = reader
        .post("/financing/session", &json!({ "code": "2222222222" }))
        .await;
    assert_eq!(wrong.refusal(), (403, "wrong_passphrase".into()));
    let typed = format!("{}-{} ", &code[..5], &code[5..].to_lowercase());
    let right = reader
        .post("/financing/session", &json!({ "code": typed }))
        .await;
    assert_eq!(right.status, StatusCode::NO_CONTENT);
    assert_eq!(reader.get("/financing").await.status, StatusCode::OK);

    let other = protect(&mut vendor, true).await.unwrap();
    assert_ne!(code, other);
    let refused = reader.get("/financing").await.refusal();
    assert_eq!(
        refused,
        (401, "code_needed".into()),
        "the old code is worth nothing"
    );
    assert_eq!(protect(&mut vendor, false).await, None);
    assert_eq!(app.browser().get("/financing").await.status, StatusCode::OK);
}

#[tokio::test]
async fn only_the_vendor_decides_who_sees_it() {
    let app = App::start().await;
    for browser in [
        &mut app.browser(),
        &mut app.voter("0751").await,
        &mut app.presenter().await,
    ] {
        let wish = json!({ "protected": true });
        let refused = browser.put("/vendor/financing", &wish).await.refusal();
        assert_eq!(refused, (401, "not_vendor".into()));
        let refused = browser.get("/vendor/financing").await.refusal();
        assert_eq!(refused, (401, "not_vendor".into()));
    }
}

/// A request whose title would be a formula, on the page.
async fn with_formula(app: &App) {
    let mut vendor = app.vendor().await;
    let price = json!({ "kind": "firm", "amount": 1_234_550 });
    let request = json!({ "reference": "=F1", "title": "=HYPERLINK(\"https://example.org\";\"Ærø\")",
        "pitch": "@SUM(A1:A9)", "category": "+45",
        "terms": { "price": price, "sharing": { "rule": "equal" } } });
    let new = json!({ "by": "Ida Holm", "request": request });
    let file: Value = vendor.post("/vendor/requests", &new).await.json();
    let path = format!("/vendor/requests/{}/steps", file["row"]["id"]);
    for to in ["Resting", "UnderTreatment"] {
        let step = json!({ "by": "Ida Holm", "why": "Prøve", "to": to });
        assert_eq!(vendor.post(&path, &step).await.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_spreadsheet_opens_the_csv_with_danish_letters_and_without_formulas() {
    let app = App::start().await;
    let answer = app.browser().get("/financing.csv?lang=da").await;
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "text/csv; charset=utf-8"
    );
    let disposition = answer.headers[header::CONTENT_DISPOSITION]
        .to_str()
        .unwrap();
    assert!(disposition.contains("filename*=UTF-8''%C3%98konomi%20%E2%80%93%20%C3%A6ndrings"));
    let text = String::from_utf8(answer.body).unwrap();
    let lines = records(&text);
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0][..2], ["Nummer", "Ændringsønske"]);
    let line = &lines[2];
    assert_eq!(
        line[..5],
        [
            "I02",
            "Kopiér besøgsplan til afløser",
            "",
            "Samler kommuner",
            "240000,00"
        ]
    );
    assert_eq!(line[7..9], ["10", "24000,00"]);
    assert_eq!(
        line[17..22],
        ["120000,00", "5", "2023-12-01", "", "2023-10-01"]
    );
    assert_eq!(line[23..25], ["48000,00", "2"]);

    with_formula(&app).await;
    let answer = app.browser().get("/financing.csv?lang=da").await;
    let lines = records(std::str::from_utf8(&answer.body).unwrap());
    assert_eq!(
        lines.len(),
        2,
        "a real request, and no invented ones beside it"
    );
    assert_eq!(lines[1][0], "'=F1");
    assert!(lines[1][1].starts_with("'=HYPERLINK"));
    assert_eq!(lines[1][2], "'+45");
    assert_eq!(lines[1][4], "12345,50");
}

fn records(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(b';').has_headers(false);
    let records = reader.from_reader(text.as_bytes()).into_records();
    records
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[tokio::test]
async fn the_workbook_says_what_the_page_says() {
    let app = App::start().await;
    let page = page(&app).await;
    let answer = app.browser().get("/financing.xlsx?lang=da").await;
    assert_eq!(answer.status, StatusCode::OK);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(answer.body)).unwrap();
    let sheet = book.worksheet_range("Ændringsønsker").unwrap();
    let cell = |line: usize, column: usize| sheet.get((line, column)).unwrap().clone();
    for (line, row) in (1..).zip(&page.rows) {
        assert_eq!(cell(line, 0), Data::String(row.reference.clone()));
        assert_eq!(cell(line, 1), Data::String(row.title.clone()));
        assert_eq!(
            kroner(&cell(line, 4)),
            row.terms.price.likely().rounded_kroner()
        );
        assert_eq!(
            kroner(&cell(line, 10)),
            row.sums.committed.amount.rounded_kroner()
        );
        assert_eq!(kroner(&cell(line, 17)), row.shortfall.rounded_kroner());
        assert!(
            matches!(cell(line, 19), Data::DateTime(_)),
            "a day is a day"
        );
    }
    let sheet = book.worksheet_range("Kommuner").unwrap();
    let named = page.rows.iter().map(|row| row.named.len()).sum::<usize>();
    assert_eq!(sheet.height(), 1 + named);

    with_formula(&app).await;
    let answer = app.browser().get("/financing.xlsx?lang=en").await;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(answer.body)).unwrap();
    assert!(
        book.worksheet_formula("Change requests")
            .unwrap()
            .is_empty()
    );
    let sheet = book.worksheet_range("Change requests").unwrap();
    assert_eq!(sheet.get((1, 0)), Some(&Data::String("=F1".into())));
}

/// Who pays what is nobody's business but the payers' and the vendor's.
#[tokio::test]
async fn the_vendors_workbook_says_who_pays_what() {
    let app = App::start().await;
    let of = async |mut browser: Browser<'_>| {
        let answer = browser.get("/financing.xlsx?lang=da").await;
        assert_eq!(answer.headers[header::CACHE_CONTROL], "private, no-store");
        let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(answer.body)).unwrap();
        book
    };
    let public = of(app.browser()).await;
    assert_eq!(public.sheet_names(), ["Ændringsønsker", "Kommuner"]);
    let mut own = of(app.vendor().await).await;
    let sheet = own.worksheet_range("Hvem betaler hvad").unwrap();
    // The one covered request, by six.
    assert_eq!(sheet.height(), 7);
    for line in 1..7 {
        assert_eq!(sheet.get((line, 0)), Some(&Data::String("I01".into())));
        assert_eq!(kroner(sheet.get((line, 4)).unwrap()), 25_000);
    }
}

fn kroner(cell: &Data) -> i64 {
    match cell {
        Data::Float(kroner) => {
            #[expect(clippy::cast_possible_truncation, reason = "whole kroner of the demo")]
            let kroner = *kroner as i64;
            kroner
        }
        Data::Int(kroner) => *kroner,
        Data::Empty => 0,
        other => panic!("not a number: {other:?}"),
    }
}
