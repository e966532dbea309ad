//! Surveys from outside: the vendor writes one, municipalities fill in a page, and what is shown of it.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use barometer_domain::survey::{ItemFigures, SurveyDesk, SurveyState};
use barometer_domain::view::{ConsoleView, Screen};
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE};

pub(crate) const BEFORE: &str = "/vendor/webinars/4K7P2M/surveys/before_webinar";
const EVALUATION: &str = "/vendor/webinars/4K7P2M/surveys/evaluation";

/// One of each kind that is counted, and a text.
pub(crate) fn items() -> Value {
    json!([
        { "id": 1, "question": "Bruger I planen?", "required": true,
          "kind": { "by": "choice", "options": ["Ja", "Nej"] } },
        { "id": 2, "question": "Hvad fylder mest?", "required": false,
          "kind": { "by": "choices", "options": ["Besøg", "Medicin", "Plan"] } },
        { "id": 3, "question": "Hvor godt går det?", "required": false,
          "kind": { "by": "scale", "low": "Skidt", "high": "Godt" } },
        { "id": 4, "question": "Timer om ugen?", "required": false,
          "kind": { "by": "number", "unit": "timer" } },
        { "id": 5, "question": "Hvad mangler?", "required": false, "kind": { "by": "text" } },
    ])
}

/// The webinar of the tests lies in the past; a survey before it needs one that is still to come.
pub(crate) async fn to_come() -> App {
    let app = App::start().await;
    app.execute("UPDATE webinars SET date = '2400-01-01'").await;
    app
}

/// Saved and open.
pub(crate) async fn opened(app: &App) -> Browser<'_> {
    let mut vendor = app.vendor().await;
    let saved = vendor
        .put(BEFORE, &json!({ "edition": 0, "items": items() }))
        .await;
    assert_eq!(
        saved.status,
        StatusCode::OK,
        "{}",
        String::from_utf8_lossy(&saved.body)
    );
    step(&mut vendor, BEFORE, "open").await;
    vendor
}

async fn step(vendor: &mut Browser<'_>, survey: &str, step: &str) -> SurveyDesk {
    let taken = vendor
        .post(&format!("{survey}/steps"), &json!({ "step": step }))
        .await;
    assert_eq!(
        taken.status,
        StatusCode::OK,
        "{}",
        String::from_utf8_lossy(&taken.body)
    );
    taken.json()
}

/// Sends a form as a browser with this cookie does.
async fn send(app: &App, page: &str, cookie: Option<&str>, fields: &[(&str, &str)]) -> Answer {
    let body: String = url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish();
    let mut request = Request::builder()
        .method(Method::POST)
        .uri(format!("/w/{CODE}/{page}?lang=da"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    app.send(request.body(Body::from(body)).unwrap()).await
}

async fn open_page(app: &App, page: &str, cookie: Option<&str>) -> (StatusCode, String) {
    let mut request = Request::get(format!("/w/{CODE}/{page}")).header(header::ACCEPT, "text/html");
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    let answer = app.send(request.body(Body::empty()).unwrap()).await;
    (answer.status, String::from_utf8(answer.body).unwrap())
}

/// Answers for a municipality; the cookie under which that is found again.
pub(crate) async fn answers(app: &App, page: &str, fields: &[(&str, &str)]) -> String {
    let answer = send(app, page, None, fields).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{}",
        String::from_utf8_lossy(&answer.body)
    );
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    cookie.split(';').next().unwrap().to_owned()
}

fn sealed(letter: &str) -> String {
    letter.repeat(barometer_domain::survey::SEALED_LETTERS)
}

/// Five people of three municipalities.
pub(crate) async fn five(app: &App) -> Vec<String> {
    let mut cookies = Vec::new();
    for (at, code) in ["0101", "0825", "0492", "0492", "0492"].iter().enumerate() {
        let hours = ["1", "3", "4", "8", "90"][at];
        let fields = [
            ("municipality", *code),
            ("item-1", if at == 0 { "1" } else { "0" }),
            ("item-3", "4"),
            ("item-4", hours),
        ];
        cookies.push(answers(app, "survey", &fields).await);
    }
    cookies
}

#[tokio::test]
async fn a_survey_is_written_answered_counted_once_and_shown_on_the_second_stage() {
    let app = to_come().await;
    let mut vendor = opened(&app).await;
    five(&app).await;
    let open: SurveyDesk = vendor.get(BEFORE).await.json();
    assert_eq!(
        (open.state, open.answers, open.municipalities),
        (SurveyState::Open, 5, 3)
    );
    assert_eq!(
        open.result, None,
        "nothing but the turnout before the close"
    );
    assert!(open.link.ends_with("/w/4K7P2M/survey"));
    let (_, page) = open_page(&app, "survey", None).await;
    assert!(!page.contains("svar fra"), "nor to anybody else");

    let closed = step(&mut vendor, BEFORE, "close").await;
    let result = closed.result.unwrap();
    assert_eq!(
        (result.base.answers(), result.base.municipalities()),
        (5, 3)
    );
    assert!(
        matches!(&result.items[0].figures, ItemFigures::Counts { counts, .. } if *counts == [4, 1])
    );
    assert_eq!(result.items[1].figures, ItemFigures::TooFew);
    assert!(matches!(result.items[3].figures, ItemFigures::Bands { .. }));
    let (_, page) = open_page(&app, "survey", None).await;
    assert!(
        page.contains("4 af 5 svar fra 3 kommuner") && page.contains("5 svar fra 3 kommuner"),
        "{page}"
    );

    let reopened = vendor
        .post(&format!("{BEFORE}/steps"), &json!({ "step": "reopen" }))
        .await;
    assert_eq!(
        reopened.refusal().1,
        "not_possible_now",
        "no two results differ by one person"
    );
    let late = send(
        &app,
        "survey",
        None,
        &[("municipality", "0101"), ("item-1", "0")],
    )
    .await;
    assert_eq!(late.status, StatusCode::CONFLICT);

    let points = json!({ "edition": 1, "items": items(), "points": ["Tid", "Overblik"] });
    assert_eq!(vendor.put(BEFORE, &points).await.status, StatusCode::OK);
    let mut presenter = app.presenter().await;
    let at_start: ConsoleView = presenter.get("/console/view").await.json();
    let stages: Vec<Value> = at_start
        .agenda
        .iter()
        .map(|item| json!(item.stage))
        .collect();
    assert_eq!(
        stages[..3],
        [json!("welcome"), json!("survey"), json!("ongoing")]
    );
    let mut pages = Vec::new();
    for _ in 0..4 {
        let view = presenter.commands(&[json!({ "do": "next" })]).await;
        let Screen::Survey { page: Some(page) } = view.audience.screen else {
            panic!("the survey")
        };
        pages.push(json!(page.slide));
        assert_eq!((page.pages, page.answers, page.municipalities), (4, 5, 3));
    }
    assert_eq!(pages[0]["question"], "Bruger I planen?");
    assert_eq!(
        pages[3],
        json!({ "of": "points", "points": ["Tid", "Overblik"] })
    );
    let next = presenter.commands(&[json!({ "do": "next" })]).await;
    assert!(matches!(next.audience.screen, Screen::Ongoing(_)));
}

#[tokio::test]
async fn a_form_that_is_wrong_comes_back_with_everything_that_was_typed() {
    let app = to_come().await;
    opened(&app).await;
    let fields = [
        ("municipality", "9999"),
        ("item-3", "3"),
        ("item-4", "mange <b>"),
        ("quoted", "1"),
    ];
    let answer = send(&app, "survey", None, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = String::from_utf8(answer.body).unwrap();
    for part in [
        "role=\"alert\"",
        "Vælg din kommune på listen.",
        "Her mangler et svar.",
        "Skriv et tal fra 0 og op",
        "value=\"mange &lt;b&gt;\"",
        "name=\"item-3\" value=\"3\" checked",
        "name=\"quoted\" value=\"1\" checked",
        "href=\"#item-1\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let empty = send(
        &app,
        "survey",
        None,
        &[("municipality", "0101"), ("item-1", "9")],
    )
    .await;
    assert!(String::from_utf8_lossy(&empty.body).contains("Vælg en af mulighederne."));
}

#[tokio::test]
async fn a_person_finds_and_changes_its_own_answers_and_nobody_elses() {
    let app = to_come().await;
    let mut vendor = opened(&app).await;
    let fields = [
        ("municipality", "0751"),
        ("item-1", "0"),
        ("item-4", "2,5"),
        ("sealed", &*sealed("S")),
    ];
    let cookie = answers(&app, "survey", &fields).await;
    let (_, receipt) = open_page(&app, "survey", Some(&cookie)).await;
    for part in [
        "Tak for dit svar",
        "Aarhus",
        "2,5 timer",
        "Ret svar",
        "forseglet til leverandøren",
    ] {
        assert!(receipt.contains(part), "{part}: {receipt}");
    }
    assert!(
        !receipt.contains(&sealed("S")),
        "what is sealed comes back to nobody"
    );
    let (_, form) = open_page(&app, "survey?change=1", Some(&cookie)).await;
    assert!(
        form.contains("value=\"2,5\"") && form.contains("Gem ændringer"),
        "{form}"
    );
    let (_, stranger) = open_page(&app, "survey", Some("survey-4K7P2M=another")).await;
    assert!(stranger.contains("Send svar") && !stranger.contains("2,5 timer"));

    let changed = send(
        &app,
        "survey",
        Some(&cookie),
        &[("municipality", "0751"), ("item-1", "1")],
    )
    .await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER);
    let desk: SurveyDesk = vendor.get(BEFORE).await.json();
    assert_eq!(desk.answers, 1, "changed, not added");
    assert_eq!(desk.words.len(), 1, "what was sealed before stands");
    assert_eq!(
        json!(desk.words[0].quoted),
        json!("unnamed"),
        "no municipality without a tick"
    );
}

#[tokio::test]
async fn a_municipality_goes_with_a_text_only_where_the_person_ticked_so() {
    let app = to_come().await;
    let mut vendor = opened(&app).await;
    let (one, other) = (sealed("S"), sealed("T"));
    let fields = [
        ("municipality", "0751"),
        ("item-1", "0"),
        ("sealed", &*one),
        ("quoted", "1"),
    ];
    answers(&app, "survey", &fields).await;
    answers(
        &app,
        "survey",
        &[
            ("municipality", "0741"),
            ("item-1", "0"),
            ("sealed", &*other),
        ],
    )
    .await;
    let desk: Value = vendor.get(BEFORE).await.json();
    let words = desk["words"].as_array().unwrap();
    let quoted =
        |sealed: &str| words.iter().find(|one| one["sealed"] == sealed).unwrap()["quoted"].clone();
    assert_eq!(quoted(&one), json!({ "named": { "municipality": "0751" } }));
    assert_eq!(quoted(&other), json!("unnamed"));
    assert!(!desk.to_string().contains("0741"));
    let broken = send(
        &app,
        "survey",
        None,
        &[("municipality", "0101"), ("item-1", "0"), ("sealed", "x")],
    )
    .await;
    assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn below_five_answers_or_three_municipalities_there_is_no_result_and_it_can_be_opened_again()
{
    let app = to_come().await;
    let mut vendor = opened(&app).await;
    for code in ["0101", "0101", "0825", "0825", "0825", "0825"] {
        answers(&app, "survey", &[("municipality", code), ("item-1", "0")]).await;
    }
    let closed = step(&mut vendor, BEFORE, "close").await;
    assert_eq!((closed.state, closed.result), (SurveyState::Closed, None));
    let (_, page) = open_page(&app, "survey", None).await;
    assert!(page.contains("For få svar") && !page.contains("af 6 svar"));
    let mut presenter = app.presenter().await;
    let next = presenter.commands(&[json!({ "do": "next" })]).await;
    assert!(
        matches!(next.audience.screen, Screen::Ongoing(_)),
        "the stage is passed over"
    );
    presenter.commands(&[json!({ "do": "back" })]).await;
    assert_eq!(
        step(&mut vendor, BEFORE, "reopen").await.state,
        SurveyState::Open
    );
    answers(&app, "survey", &[("municipality", "0492"), ("item-1", "0")]).await;
    assert!(step(&mut vendor, BEFORE, "close").await.result.is_some());
}

#[tokio::test]
async fn a_change_that_would_take_the_meaning_of_answers_is_refused_and_says_so() {
    let app = to_come().await;
    let mut vendor = opened(&app).await;
    answers(&app, "survey", &[("municipality", "0101"), ("item-1", "0")]).await;
    let save = |change: &dyn Fn(&mut Value)| {
        let mut items = items();
        change(&mut items);
        json!({ "edition": 1, "items": items })
    };
    let reworded = save(&|items| items[0]["question"] = json!("Noget andet?"));
    let refused = vendor.put(BEFORE, &reworded).await;
    assert_eq!(refused.refusal(), (409, "answers_stand".into()));
    let lost: Value = refused.json();
    assert_eq!(lost["lost"], json!({ "item": 1, "lost": "reworded" }));
    let bad = save(&|items| items[2]["question"] = json!(" "));
    let bad = vendor.put(BEFORE, &bad).await;
    assert_eq!(bad.refusal(), (422, "bad_survey".into()));
    assert_eq!(
        bad.json::<Value>()["problem"],
        json!({ "item": { "number": 3, "problem": "question" } })
    );
    let fine = save(&|items| items[1]["question"] = json!("Hvad fylder?"));
    assert_eq!(vendor.put(BEFORE, &fine).await.status, StatusCode::OK);
    assert_eq!(vendor.put(BEFORE, &fine).await.refusal().1, "stale_edition");
}

#[tokio::test]
async fn the_webinars_beginning_ends_the_survey_before_it() {
    let app = to_come().await;
    opened(&app).await;
    five(&app).await;
    let mut presenter = app.presenter().await;
    let first = presenter.commands(&[json!({ "do": "next" })]).await;
    assert!(
        matches!(first.audience.screen, Screen::Survey { page: Some(_) }),
        "counted by the first step"
    );

    let app = to_come().await;
    opened(&app).await;
    five(&app).await;
    app.execute("UPDATE webinars SET date = '2023-09-21'").await;
    let late = send(
        &app,
        "survey",
        None,
        &[("municipality", "0101"), ("item-1", "0")],
    )
    .await;
    assert_eq!(late.refusal(), (409, "survey_not_open".into()));
    app.store.close_ended_surveys().await.unwrap();
    let (_, page) = open_page(&app, "survey", None).await;
    assert!(page.contains("5 svar fra 3 kommuner"));
}

#[tokio::test]
async fn a_survey_opens_by_the_clock() {
    let app = to_come().await;
    let mut vendor = app.vendor().await;
    let (status, page) = open_page(&app, "survey", None).await;
    assert!(status == StatusCode::NOT_FOUND && page.contains("ingen spørgsmål"));
    let later = json!({ "edition": 0, "items": items(), "opens_at": 13_000_000_000_000_i64 });
    let desk: SurveyDesk = vendor.put(BEFORE, &later).await.json();
    assert_eq!(desk.state, SurveyState::Draft);
    let (_, page) = open_page(&app, "survey", None).await;
    assert!(page.contains("Her åbnes for svar den"));
    let now = json!({ "edition": 1, "items": items(), "opens_at": 1 });
    let desk: SurveyDesk = vendor.put(BEFORE, &now).await.json();
    assert_eq!(desk.state, SurveyState::Open);
}

#[tokio::test]
async fn at_the_last_stage_the_webinar_can_be_evaluated_in_three_taps() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let proposed: SurveyDesk = vendor.get(EVALUATION).await.json();
    assert_eq!((proposed.edition, proposed.items.len()), (0, 4));
    let (status, _) = open_page(&app, "evaluation", None).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "not before the last stage");
    let mut presenter = app.presenter().await;
    presenter.commands(&[json!({ "do": "end" })]).await;
    let mut voter = app.browser();
    voter
        .post("/participants", &json!({ "municipality": "0791" }))
        .await;
    let (_, page) = open_page(&app, "evaluation", None).await;
    assert!(page.contains("Var det nyttigt?") && page.contains("Send svar"));
    for code in ["0101", "0825", "0492", "0492", "0492"] {
        let taps = [
            ("municipality", code),
            ("item-1", "5"),
            ("item-2", "1"),
            ("item-3", "0"),
        ];
        answers(&app, "evaluation", &taps).await;
    }
    let closed = step(&mut vendor, EVALUATION, "close").await;
    assert_eq!(closed.result.unwrap().base.answers(), 5);
    let (_, page) = open_page(&app, "evaluation", None).await;
    assert!(page.contains("5 af 5 svar fra 3 kommuner"));
}

#[tokio::test]
async fn the_form_knows_the_municipality_that_a_browser_is_in_the_webinar_for() {
    let app = to_come().await;
    opened(&app).await;
    let voter = app.voter("0791").await;
    let (_, page) = open_page(&app, "survey", Some(&voter.cookie())).await;
    assert!(page.contains("value=\"0791\" selected"));
}

#[tokio::test]
async fn the_database_tells_neither_answers_nor_municipalities_and_forgets_them_with_the_rest() {
    let app = to_come().await;
    let mut vendor = opened(&app).await;
    let words = sealed("Q");
    let fields = [
        ("municipality", "0825"),
        ("item-1", "0"),
        ("sealed", &*words),
    ];
    let cookie = answers(&app, "survey", &fields).await;
    let token = cookie.split_once('=').unwrap().1.to_owned();
    let bytes = crate::leaks_scan::files(&app.directory.path().join("data"));
    for secret in ["0825", &words, &token, "Læsø"] {
        let stands = bytes
            .windows(secret.len())
            .any(|window| window == secret.as_bytes());
        assert!(!stands, "{secret}");
    }
    five(&app).await;
    let lengths: Vec<i64> =
        sqlx::query_scalar("SELECT DISTINCT length(sealed) FROM survey_answers")
            .fetch_all(&mut app.database().await)
            .await
            .unwrap();
    assert_eq!(lengths.len(), 1, "all are equally long");
    let path = "/vendor/webinars/4K7P2M/personal-data";
    let deleted = vendor.request(Method::DELETE, path, Vec::new()).await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    let left: u32 = sqlx::query_scalar("SELECT count(*) FROM survey_answers")
        .fetch_one(&mut app.database().await)
        .await
        .unwrap();
    assert_eq!(left, 0);
    let desk: SurveyDesk = vendor.get(BEFORE).await.json();
    assert_eq!(desk.result.unwrap().base.answers(), 6, "the sums stay");
    assert!(desk.words.is_empty());
}
