//! Comments under a request or a national initiative: written with a personal link, moderated by the vendor, and told to nobody with whoever wrote
//! them; and what was asked in the webinar, which lands there.

use axum::http::{Method, StatusCode, header};
use barometer_domain::comment::{Comment, CommentState};
use barometer_domain::financing::portfolio::Portfolio;
use barometer_sealing::invitation::Token;
use getrandom::SysRng;
use rand_core::UnwrapErr;
use serde_json::{Value, json};

use crate::app::{Answer, App, Browser, CODE};
use crate::forum;

/// The numbers of the webinar's first candidate, which the living page does not show yet, and of a request under way.
pub(crate) async fn requests(app: &App) -> (u32, u32) {
    let hash = app.view().await.catalogue;
    let texts: Value = app
        .browser()
        .get(&format!("/catalogue/{hash}"))
        .await
        .json();
    let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
    let candidates = texts["candidates"].as_array().unwrap().iter();
    let candidates: Vec<u32> = candidates.map(|one| number(&one["request"])).collect();
    let mut all = texts["requests"].as_array().unwrap().iter();
    let ongoing = all.find(|one| !candidates.contains(&number(&one["id"])));
    (candidates[0], number(&ongoing.unwrap()["id"]))
}

async fn ongoing(app: &App) -> u32 {
    requests(app).await.1
}

/// Somebody of a municipality who has come with a personal link.
pub(crate) async fn invited<'a>(
    app: &'a App,
    vendor: &mut Browser<'_>,
    municipality: &str,
) -> Browser<'a> {
    let token = Token::generate(&mut UnwrapErr(SysRng));
    let hash = String::from(token.hash());
    let new = json!({ "invitations": [{ "hash": hash, "municipality": municipality }] });
    let path = format!("/vendor/webinars/{CODE}/invitations");
    assert_eq!(vendor.post(&path, &new).await.status, StatusCode::OK);
    let mut browser = app.browser();
    let by = json!({ "invitation": String::from(token), "municipality": municipality });
    assert_eq!(
        browser.post("/participants", &by).await.status,
        StatusCode::OK
    );
    browser
}

async fn sends(browser: &mut Browser<'_>, request: u32, fields: &[(&str, &str)]) -> Answer {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    let path = format!("/requests/{request}/comments?lang=da");
    browser
        .request(Method::POST, &path, form.finish().into_bytes())
        .await
}

async fn page(browser: &mut Browser<'_>, request: u32) -> String {
    let answer = browser
        .get(&format!("/requests/{request}/comments?lang=da"))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    String::from_utf8(answer.body).unwrap()
}

async fn all(vendor: &mut Browser<'_>) -> Vec<Comment> {
    vendor.get("/vendor/comments").await.json()
}

async fn moderates(vendor: &mut Browser<'_>, request: u32, command: Value) -> Vec<Comment> {
    let command = json!({ "under": { "request": request }, "command": command });
    let answer = vendor.post("/vendor/comments", &command).await;
    assert_eq!(answer.status, StatusCode::OK, "{command}");
    answer.json()
}

/// How many comments the living page says there are.
async fn counted(app: &App, request: u32) -> u32 {
    let page: Portfolio = app.browser().get("/financing").await.json();
    let mut rows = page.rows.iter();
    rows.find(|row| row.request.0 == request).unwrap().comments
}

#[tokio::test]
async fn a_comment_waits_for_the_vendor_and_names_nobody_unasked() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let request = ongoing(&app).await;
    let mut ida = invited(&app, &mut vendor, "0791").await;
    let text = [
        ("do", "write"),
        ("kind", "experience"),
        ("text", "Vi gør det i hånden.\n\n<b>Hver dag</b>"),
    ];
    let sent = sends(&mut ida, request, &text).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(
        page(&mut ida, request)
            .await
            .contains("Venter på leverandøren")
    );
    let mut reader = app.browser();
    assert!(!page(&mut reader, request).await.contains("i hånden"));
    let waiting = all(&mut vendor).await;
    assert_eq!(
        (waiting[0].state, waiting[0].wishes_name),
        (CommentState::Held, None)
    );
    let id = waiting[0].id.0;
    let named = json!({ "do": "show", "comment": id, "named": true });
    let shown = moderates(&mut vendor, request, named).await;
    assert!(!shown[0].named, "nobody wished it");
    let read = page(&mut reader, request).await;
    assert!(read.contains("Vi gør det i hånden.\n&lt;b&gt;Hver dag&lt;/b&gt;"));
    assert!(read.contains("Erfaring · Fra en kommune") && !read.contains("Viborg"));
    assert!(!read.contains("Dine kommentarer") && !read.contains("<textarea"));
    assert_eq!(counted(&app, request).await, 1);
    let answer = json!({ "do": "answer", "comment": id, "text": "Det kommer med." });
    moderates(&mut vendor, request, answer).await;
    assert!(page(&mut reader, request).await.contains("Det kommer med."));
    let number = id.to_string();
    let delete = [("do", "delete"), ("comment", number.as_str())];
    let kept = sends(&mut ida, request, &delete).await;
    assert_eq!(
        kept.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "it is answered"
    );
    moderates(&mut vendor, request, json!({ "do": "hide", "comment": id })).await;
    assert!(!page(&mut reader, request).await.contains("i hånden"));
    assert_eq!(counted(&app, request).await, 0);
    // Nothing that is stored or told names the municipality.
    let files = crate::leaks_scan::files(&app.directory.path().join("data"));
    assert_eq!(crate::leaks_scan::found(&files, &[&ida.token()]), [""; 0]);
}

#[tokio::test]
async fn a_name_stands_there_where_it_is_wished_and_confirmed() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let request = ongoing(&app).await;
    let mut ida = invited(&app, &mut vendor, "0791").await;
    let text = [
        ("do", "write"),
        ("text", "Hvornår kan vi få det?"),
        ("named", "1"),
    ];
    sends(&mut ida, request, &text).await;
    let wished = all(&mut vendor).await.remove(0);
    assert_eq!(wished.wishes_name.unwrap().to_string(), "0791");
    let id = wished.id.0;
    let mut reader = app.browser();
    moderates(&mut vendor, request, json!({ "do": "show", "comment": id })).await;
    assert!(!page(&mut reader, request).await.contains("Viborg"));
    let named = json!({ "do": "show", "comment": id, "named": true });
    moderates(&mut vendor, request, named).await;
    assert!(
        page(&mut reader, request)
            .await
            .contains("Spørgsmål · Viborg Kommune")
    );
}

#[tokio::test]
async fn whoever_has_no_personal_link_reads_and_loses_no_text() {
    let app = App::start().await;
    let request = ongoing(&app).await;
    let mut voter = app.voter("0791").await;
    let read = page(&mut voter, request).await;
    assert!(read.contains("personligt link") && !read.contains("<form"));
    let sent = sends(&mut voter, request, &[("text", "Alligevel")]).await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
    assert!(String::from_utf8_lossy(&sent.body).contains(">Alligevel</textarea>"));
    // What only the webinar shows is read by those who are in it.
    let (candidate, _) = requests(&app).await;
    assert!(
        page(&mut voter, candidate)
            .await
            .contains("Der er ingen kommentarer endnu.")
    );
    let path = format!("/requests/{candidate}/comments");
    let stranger = app.browser().get(&path).await;
    assert_eq!(stranger.headers[header::LOCATION], "/finance");
    let nowhere = voter.get("/requests/99999/comments").await;
    assert_eq!(nowhere.headers[header::LOCATION], "/finance");
    let mut vendor = app.vendor().await;
    vendor
        .put("/vendor/financing", &json!({ "protected": true }))
        .await;
    let path = format!("/requests/{request}/comments");
    let closed = app.browser().get(&path).await;
    assert_eq!(
        closed.headers[header::LOCATION],
        "/finance",
        "the living page has a code"
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_what_was_typed() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let request = ongoing(&app).await;
    let mut ida = invited(&app, &mut vendor, "0791").await;
    for number in 1..=3 {
        let text = format!("Nummer {number}");
        sends(&mut ida, request, &[("text", &text)]).await;
    }
    let fourth = sends(&mut ida, request, &[("text", "Nummer 4")]).await;
    assert_eq!(fourth.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fourth = String::from_utf8_lossy(&fourth.body).into_owned();
    assert!(fourth.contains("role=\"alert\"") && fourth.contains(">Nummer 4</textarea>"));
    let own = all(&mut vendor).await;
    let first = own[0].id.0.to_string();
    let mut bo = invited(&app, &mut vendor, "0101").await;
    let delete = [("do", "delete"), ("comment", first.as_str())];
    assert_eq!(
        sends(&mut bo, request, &delete).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        sends(&mut ida, request, &delete).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(all(&mut vendor).await.len(), 2);
}

#[tokio::test]
async fn what_was_asked_in_the_webinar_lands_under_its_request() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut presenter = app.presenter().await;
    let request = ongoing(&app).await;
    let about = request.to_string();
    let mut ida = app.voter("0791").await;
    for text in ["Godkendt?", "Afventer?"] {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs([("do", "ask"), ("text", text), ("about", &about)]);
        let path = format!("/w/{CODE}/questions");
        ida.request(Method::POST, &path, form.finish().into_bytes())
            .await;
    }
    let view: Value = presenter.get("/console/view").await.json();
    let id = &view["questions"]["questions"][0]["id"];
    let answer = json!({ "do": "answer", "question": id, "words": "Ja, til maj" });
    presenter.post("/console/questions", &answer).await;
    assert_eq!(counted(&app, request).await, 0, "not before the end");
    presenter.commands(&[json!({ "do": "end" })]).await;
    let read = page(&mut app.browser(), request).await;
    assert!(read.contains("Spørgsmål · Spurgt i et webinar") && read.contains("Ja, til maj"));
    assert!(!read.contains("Afventer?"));
    assert_eq!(counted(&app, request).await, 1);
    // Approved afterwards by the vendor, it lands too; taken out of sight, it goes.
    let other = &view["questions"]["questions"][1]["id"];
    let path = format!("/vendor/webinars/{CODE}/questions");
    vendor
        .post(&path, &json!({ "do": "show", "question": other }))
        .await;
    assert_eq!(counted(&app, request).await, 2);
    vendor
        .post(&path, &json!({ "do": "hide", "question": other }))
        .await;
    assert_eq!(counted(&app, request).await, 1);
    // The result of the webinar stays when its personal data goes, and so does what everybody can read.
    let forget = format!("/vendor/webinars/{CODE}/personal-data");
    vendor.request(Method::DELETE, &forget, Vec::new()).await;
    assert!(
        page(&mut app.browser(), request)
            .await
            .contains("Godkendt?")
    );
}

#[tokio::test]
async fn what_nobody_can_read_goes_with_the_personal_data() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let request = ongoing(&app).await;
    let mut ida = invited(&app, &mut vendor, "0791").await;
    for text in ["Vises", "Venter"] {
        sends(&mut ida, request, &[("text", text), ("named", "1")]).await;
    }
    let shown = all(&mut vendor).await;
    let shown = shown
        .iter()
        .find(|one| one.text.as_str() == "Vises")
        .unwrap();
    let id = shown.id.0;
    moderates(&mut vendor, request, json!({ "do": "show", "comment": id })).await;
    let forget = format!("/vendor/webinars/{CODE}/personal-data");
    let gone = vendor.request(Method::DELETE, &forget, Vec::new()).await;
    assert_eq!(gone.status, StatusCode::NO_CONTENT);
    let left = all(&mut vendor).await;
    assert_eq!(left.len(), 1);
    assert_eq!(
        (left[0].text.as_str(), left[0].wishes_name),
        ("Vises", None),
        "nobody confirmed it"
    );
    let authors: i64 = sqlx::query_scalar("SELECT count(*) FROM comments WHERE author IS NOT NULL")
        .fetch_one(&mut app.database().await)
        .await
        .unwrap();
    assert_eq!(authors, 0);
}

/// A comment, or anything else, sent to an initiative's page.
async fn sends_on_initiative(browser: &mut Browser<'_>, number: u32, form: &str) -> Answer {
    let path = format!("/forum/initiatives/{number}/comments?lang=da");
    browser
        .request(Method::POST, &path, form.as_bytes().to_vec())
        .await
}

#[tokio::test]
async fn an_initiative_is_commented_by_whoever_came_with_a_personal_link() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    for public in [true, false] {
        let save = forum::save_initiative(public, &json!([]));
        let saved = vendor.post(forum::DESK, &save).await;
        assert_eq!(saved.status, StatusCode::OK);
    }
    let path = "/forum/initiatives/1/comments?lang=da";
    let mut ida = invited(&app, &mut vendor, "0791").await;
    let sent = sends_on_initiative(&mut ida, 1, "do=write&kind=experience&text=Det+haster").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(
        sent.headers[header::LOCATION],
        "/forum/initiatives/1/comments?lang=da#own"
    );
    let read = |answer: Answer| String::from_utf8(answer.body).unwrap();
    let own = read(ida.get(path).await);
    assert!(own.contains("Venter på leverandøren") && own.contains("Ny &lt;ældrelov&gt;"));

    // Whoever came without one reads, and loses no text.
    let mut voter = app.voter("0101").await;
    let seen = read(voter.get(path).await);
    assert!(seen.contains("personligt link til et webinar.") && !seen.contains("Det haster"));
    let refused = sends_on_initiative(&mut voter, 1, "text=Alligevel").await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert!(read(refused).contains(">Alligevel</textarea>"));

    // A number means one thing under a request and another under an initiative.
    let waiting = all(&mut vendor).await;
    let under = serde_json::to_value(waiting[0].under).unwrap();
    assert_eq!(under, json!({ "initiative": 1 }));
    let show = json!({ "do": "show", "comment": waiting[0].id.0 });
    let elsewhere = json!({ "under": { "request": 1 }, "command": show });
    let missed = vendor.post("/vendor/comments", &elsewhere).await;
    assert_eq!(missed.status, StatusCode::UNPROCESSABLE_ENTITY);
    let show = json!({ "under": under, "command": show });
    let shown = vendor.post("/vendor/comments", &show).await;
    assert_eq!(shown.status, StatusCode::OK);
    let mut stranger = app.browser();
    assert!(read(stranger.get(path).await).contains("Det haster"));
    let initiative = read(stranger.get("/forum/initiatives/1?lang=da").await);
    assert!(initiative.contains("Læs og skriv kommentarer") && initiative.contains("1 kommentar"));

    // What is not public has no page of comments, even for whoever may write.
    for number in ["2", "99", "x"] {
        let path = format!("/forum/initiatives/{number}/comments");
        let away = ida.get(&path).await;
        assert_eq!(away.status, StatusCode::SEE_OTHER, "{number}");
        assert_eq!(away.headers[header::LOCATION], "/forum");
    }
    let unseen = sends_on_initiative(&mut ida, 2, "text=Hemmeligt").await;
    assert_eq!(unseen.headers[header::LOCATION], "/forum");
    assert_eq!(all(&mut vendor).await.len(), 1);

    // Who wrote is in no file, and what nobody can read goes with the personal data.
    let files = crate::leaks_scan::files(&app.directory.path().join("data"));
    assert_eq!(crate::leaks_scan::found(&files, &[&ida.token()]), [""; 0]);
    sends_on_initiative(&mut ida, 1, "text=Venter").await;
    let forget = format!("/vendor/webinars/{CODE}/personal-data");
    vendor.request(Method::DELETE, &forget, Vec::new()).await;
    let left = all(&mut vendor).await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].text.as_str(), "Det haster");
}
