//! The phone's page that the server makes: its forms lead to the same rows and the same refusals as what the app sends.

use std::fs;
use std::time::Duration;

use axum::http::{Method, StatusCode, header};
use barometer_domain::wire::Me;
use serde_json::json;

use crate::app::{Answer, App, Browser, CODE, SECRET};

/// What the build writes, as far as the server looks at it.
const BUILT: &str = "<!doctype html>\n<html lang=\"da\">\n<head>\n<title>Barometer</title>\n\
    <link rel=\"preload\" href=\"/fonts/a.woff2\" as=\"font\">\n<link rel=\"preload\" href=\"/phone.wasm\" as=\"fetch\">\n\
    </head>\n<body><div id=\"shell\" class=\"shell\">Henter …</div></body></html>";

async fn app() -> App {
    let app = App::start().await;
    build(&app);
    app
}

pub(crate) fn build(app: &App) {
    let phone = app.directory.path().join("dist/phone");
    fs::create_dir_all(&phone).unwrap();
    fs::write(phone.join("index.html"), BUILT).unwrap();
}

fn html(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

async fn page(browser: &mut Browser<'_>) -> String {
    let answer = browser.get(&format!("/w/{CODE}?lang=da")).await;
    assert_eq!(answer.status, StatusCode::OK);
    html(&answer)
}

async fn sends(browser: &mut Browser<'_>, fields: &[(&str, &str)]) -> Answer {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    let path = format!("/w/{CODE}?lang=da");
    browser
        .request(Method::POST, &path, form.finish().into_bytes())
        .await
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let field = format!("type=\"hidden\" name=\"{name}\" value=\"");
    let (_, behind) = page
        .split_once(&field)
        .unwrap_or_else(|| panic!("{name}: {page}"));
    behind.split('"').next().unwrap().to_owned()
}

async fn joins(browser: &mut Browser<'_>, municipality: &str) -> Answer {
    let once = hidden(&page(browser).await, "once");
    let fields = [
        ("do", "join"),
        ("once", &once),
        ("municipality", municipality),
    ];
    sends(browser, &fields).await
}

/// The page once it has the ballot: what the presenter has opened is on every page a moment after the answer.
async fn ballot_page(browser: &mut Browser<'_>) -> String {
    for _ in 0..400 {
        let page = page(browser).await;
        if page.contains("name=\"round\"") {
            return page;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the ballot did not come");
}

/// Ticks and sends, with the revision that stands in the page.
async fn votes(browser: &mut Browser<'_>, choices: &[&str]) -> Answer {
    let page = ballot_page(browser).await;
    let (round, rev) = (hidden(&page, "round"), hidden(&page, "rev"));
    let mut fields = vec![
        ("do", "vote"),
        ("round", round.as_str()),
        ("rev", rev.as_str()),
    ];
    fields.extend(choices.iter().map(|&choice| match choice {
        "none" => ("none", "1"),
        choice => ("choice", choice),
    }));
    sends(browser, &fields).await
}

fn is_ticked(page: &str, choice: &str) -> bool {
    page.contains(&format!("name=\"choice\" value=\"{choice}\" checked"))
}

async fn me(browser: &mut Browser<'_>) -> Me {
    browser.get("/me").await.json()
}

#[tokio::test]
async fn the_first_page_is_small_and_has_everything_in_it() {
    let app = app().await;
    let mut browser = app.browser();
    let page = page(&mut browser).await;
    assert!(page.contains("Hvilken kommune kommer du fra?") && page.contains("value=\"Aabenraa\""));
    assert!(page.contains("<form class=\"entry-form\" id=\"join\" method=\"post\""));
    assert!(!page.contains("as=\"font\"") && page.contains("fetchpriority=\"low\""));
    assert!(
        !page.contains("http-equiv=\"refresh\""),
        "nothing typed is lost"
    );
    let english = browser.get(&format!("/w/{CODE}?lang=en")).await;
    assert!(html(&english).contains("<html lang=\"en\">"));
    let policy = english.headers[header::CONTENT_SECURITY_POLICY]
        .to_str()
        .unwrap();
    assert!(policy.contains("frame-ancestors 'self' https://teams.microsoft.com"));
    assert!(!policy.contains("unsafe-inline"));
}

#[tokio::test]
async fn a_form_joins_votes_changes_and_votes_for_none_of_these() {
    let app = app().await;
    let mut presenter = app.presenter().await;
    let mut ida = app.browser();
    let joined = joins(&mut ida, "aabenraa kommune").await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER);
    assert!(joined.headers.contains_key(header::SET_COOKIE));
    assert!(page(&mut ida).await.contains("Aabenraa Kommune"));
    presenter.opens().await;

    let nothing = votes(&mut ida, &[]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html(&nothing).contains("Vælg mindst ét ønske"));
    assert_eq!(
        votes(&mut ida, &["003", "001"]).await.status,
        StatusCode::SEE_OTHER
    );
    let shown = page(&mut ida).await;
    assert!(is_ticked(&shown, "001") && is_ticked(&shown, "003") && !is_ticked(&shown, "002"));
    assert!(shown.contains("Modtaget – du kan ændre, til der lukkes"));

    let both = votes(&mut ida, &["002", "none"]).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        is_ticked(&html(&both), "002"),
        "what was ticked is still ticked"
    );
    assert_eq!(
        votes(&mut ida, &["none"]).await.status,
        StatusCode::SEE_OTHER
    );
    let held = me(&mut ida).await.ballot.unwrap();
    assert!(held.choices.is_blank() && held.rev == 2);

    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let shown = page(&mut ida).await;
    assert!(
        shown.contains("Din stemme er modtaget") && shown.contains("tæller som »Ingen af disse«")
    );
    assert!(
        shown.contains("http-equiv=\"refresh\""),
        "nobody types here"
    );
}

#[tokio::test]
async fn the_same_form_twice_is_one_person_with_one_ballot() {
    let app = app().await;
    app.presenter().await.opens().await;
    let mut ida = app.browser();
    let once = hidden(&page(&mut ida).await, "once");
    let fields = [
        ("do", "join"),
        ("once", once.as_str()),
        ("municipality", "Viborg"),
    ];
    // The second tap leaves before the first one's cookie is there.
    let (mut first, mut second) = (app.browser(), app.browser());
    let answers = tokio::join!(sends(&mut first, &fields), sends(&mut second, &fields));
    assert_eq!(
        (answers.0.status, answers.1.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    assert_eq!(first.cookie(), second.cookie());

    let round = me(&mut first).await.round.to_string();
    let ballot = [
        ("do", "vote"),
        ("round", &round),
        ("rev", "1"),
        ("choice", "004"),
    ];
    for _ in 0..2 {
        assert_eq!(
            sends(&mut first, &ballot).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let turnout = app.view().await.barometer.turnout;
    assert_eq!((turnout.present, turnout.voted), (1, 1));
}

#[tokio::test]
async fn a_ballot_answered_by_a_killed_server_is_sent_again_and_is_one() {
    let app = app().await;
    app.presenter().await.opens().await;
    let mut ida = app.browser();
    joins(&mut ida, "Skive").await;
    let round = me(&mut ida).await.round.to_string();
    let ballot = [
        ("do", "vote"),
        ("round", &round),
        ("rev", "1"),
        ("choice", "002"),
    ];
    assert_eq!(sends(&mut ida, &ballot).await.status, StatusCode::SEE_OTHER);
    let cookie = ida.cookie();
    let app = app.restart().await;
    let mut again = app.browser_with(cookie);
    let answer = sends(&mut again, &ballot).await;
    // A vote that was open is closed by the start; what was held before is held still, and says so.
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(me(&mut again).await.ballot.unwrap().rev, 1);
}

#[tokio::test]
async fn form_and_app_are_refused_alike() {
    let app = app().await;
    let mut presenter = app.presenter().await;
    let (mut by_form, mut by_app) = (app.browser(), app.voter("0791").await);
    let stranger = sends(
        &mut by_form,
        &[("do", "vote"), ("round", "1"), ("rev", "1"), ("none", "1")],
    )
    .await;
    assert_eq!(stranger.status, StatusCode::UNAUTHORIZED);
    let unknown = joins(&mut by_form, "Atlantis").await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        html(&unknown).contains("value=\"Atlantis\""),
        "what was typed stays"
    );
    joins(&mut by_form, "Viborg").await;

    let round = me(&mut by_form).await.round.to_string();
    let ballot = |rev, choices: &'static [&'static str]| {
        let mut fields = vec![("do", "vote"), ("round", round.as_str()), ("rev", rev)];
        fields.extend(choices.iter().map(|choice| ("choice", *choice)));
        fields
    };
    let early = sends(&mut by_form, &ballot("1", &["001"])).await;
    assert_eq!(early.status, by_app.vote(1, &[1]).await.status);
    assert_eq!(early.status, StatusCode::CONFLICT);
    presenter.opens().await;
    for (choices, numbers) in [
        (
            &["001", "002", "003", "004", "005", "006", "007", "008"][..],
            &[1, 2, 3, 4, 5, 6, 7, 8][..],
        ),
        (&["099"][..], &[99][..]),
    ] {
        let form = sends(&mut by_form, &ballot("1", choices)).await;
        assert_eq!(
            form.status,
            by_app.vote(1, numbers).await.status,
            "{choices:?}"
        );
    }
    assert_eq!(
        sends(&mut by_form, &ballot("2", &["001"])).await.status,
        StatusCode::SEE_OTHER
    );
    by_app.vote(2, &[1]).await;
    let stale = sends(&mut by_form, &ballot("2", &["002"])).await;
    assert_eq!(stale.status, by_app.vote(2, &[2]).await.status);
    assert!(is_ticked(&html(&stale), "002") && html(&stale).contains("name=\"rev\" value=\"3\""));
    assert_eq!(
        sends(
            &mut by_form,
            &[("do", "vote"), ("round", "7"), ("rev", "3"), ("none", "1")]
        )
        .await
        .status,
        StatusCode::CONFLICT,
        "a form of another round"
    );

    presenter.commands(&[json!({ "do": "close" })]).await;
    app.close_for_good().await;
    let late = sends(&mut by_form, &ballot("3", &["003"])).await;
    assert_eq!(late.status, by_app.vote(3, &[3]).await.status);
    assert_eq!(late.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn ballots_of_forms_and_of_the_app_are_counted_alike_and_stand_in_the_roll() {
    let app = app().await;
    let mut presenter = app.presenter().await;
    presenter.opens().await;
    for municipality in ["Aabenraa", "Viborg", "Skive"] {
        let mut voter = app.browser();
        joins(&mut voter, municipality).await;
        assert_eq!(
            votes(&mut voter, &["001", "003"]).await.status,
            StatusCode::SEE_OTHER
        );
    }
    for code in ["0741", "0779", "0615"] {
        app.voter(code).await.votes(&[1, 3]).await;
    }
    let revealed = presenter.closes_and_reveals().await;
    assert_eq!(revealed.audience.barometer.turnout.voted, 6);
    let roll = app.browser().get("/roll").await;
    assert_eq!(roll.status, StatusCode::OK);
    let roll: serde_json::Value = roll.json();
    assert_eq!(roll["ballots"].as_array().unwrap().len(), 6);
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_and_an_invitation_can_be_pasted() {
    let app = app().await;
    let foreign = axum::http::Request::post(format!("/w/{CODE}"))
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://elsewhere.test")
        .body(axum::body::Body::from("do=watch"))
        .unwrap();
    assert_eq!(app.send(foreign).await.status, StatusCode::FORBIDDEN);
    let mut ida = app.browser();
    let once = hidden(&page(&mut ida).await, "once");
    let link = format!("https://stem.test/w/{CODE}#abc.AAECAwQFBgcICQoLDA0ODw.0751");
    let fields = [
        ("do", "join"),
        ("once", once.as_str()),
        ("link", link.as_str()),
    ];
    let unknown = sends(&mut ida, &fields).await;
    assert_eq!(unknown.status, StatusCode::FORBIDDEN);
    assert!(html(&unknown).contains(&link), "what was pasted stays");
    let forged = sends(&mut ida, &[("do", "watch"), ("once", "x")]).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_ne!(SECRET, once);
}

/// The page of an address outside the webinar's own, as a browser without a script asks for it.
async fn sent_code(app: &App, typed: &str, more: &[(&str, &str)]) -> Answer {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.append_pair("code", typed).extend_pairs(more);
    let request = axum::http::Request::post("/?lang=da")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(form.finish()))
        .unwrap();
    app.send(request).await
}

#[tokio::test]
async fn a_code_is_typed_without_a_script() {
    let app = app().await;
    let get = async |path: &str| {
        let request = axum::http::Request::get(path).header(header::ACCEPT_LANGUAGE, "da");
        let request = request.body(axum::body::Body::empty()).unwrap();
        app.send(request).await
    };
    let start = get("/").await;
    assert_eq!(start.status, StatusCode::OK);
    let start = html(&start);
    assert!(
        start.contains("<title>Deltag i webinaret · Barometer</title>"),
        "{start}"
    );
    assert!(start.contains("method=\"post\"") && start.contains("id=\"code\""));

    let spaced = format!(" {} {} ", &CODE[..3], CODE[3..].to_lowercase());
    let location = format!("/w/{CODE}?lang=da");
    let personal = format!("https://stem.eksempel.dk/w/{CODE}#abc.DEF_g-h.0791");
    for (typed, leads_to) in [
        (&*spaced, location.clone()),
        (&*personal, location.clone() + "#abc.DEF_g-h.0791"),
        // What stands there is no fragment of ours.
        (&*format!("{CODE}#a\r\nb"), location.clone()),
    ] {
        let led = sent_code(&app, typed, &[]).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER, "{typed}");
        assert_eq!(led.headers[header::LOCATION], leads_to);
    }
    for (typed, sentence) in [
        ("dem23", "Her er der 5 tegn."),
        ("<DEM2O4>", "Der er ikke noget webinar"),
    ] {
        let again = sent_code(&app, typed, &[]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = html(&again);
        let typed = typed.replace('<', "&lt;").replace('>', "&gt;");
        assert!(again.contains(&format!("value=\"{typed}\"")), "{again}");
        assert!(
            again.contains(sentence) && again.contains("aria-invalid=\"true\""),
            "{again}"
        );
    }
    // Another language keeps what is typed, and complains of nothing.
    let other = sent_code(&app, "dem2", &[("do", "show")]).await;
    assert_eq!(other.status, StatusCode::OK);
    assert!(
        html(&other).contains("value=\"dem2\"") && html(&other).contains("aria-invalid=\"false\"")
    );

    // Where there is no such webinar, and where there can be none, the field is there with what stood in the address.
    for (path, typed) in [
        ("/w/ZZZZZZ", "ZZZZZZ"),
        ("/w/DEM2O4", "DEM2O4"),
        ("/w/a%3Cb", "a&lt;b"),
    ] {
        let nowhere = get(path).await;
        assert_eq!(nowhere.status, StatusCode::NOT_FOUND, "{path}");
        let nowhere = html(&nowhere);
        assert!(nowhere.contains(&format!("value=\"{typed}\"")), "{nowhere}");
        assert!(nowhere.contains("Der er ikke noget webinar"));
    }
}
