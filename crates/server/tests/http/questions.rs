//! Questions during the webinar and the pulse: asked and supported on a page with forms, moderated at the console, and
//! told to nobody with whoever asked.

use axum::http::{Method, StatusCode, header};
use barometer_domain::audience_question::{Question, QuestionState};
use barometer_domain::view::ConsoleView;
use serde_json::{Value, json};
use sqlx::{Connection, Row};

use crate::app::{Answer, App, Browser, CODE};

/// Sends one of the page's forms; answers with the page that it leads to.
async fn sends(browser: &mut Browser<'_>, fields: &[(&str, &str)]) -> Answer {
    let body = form(fields);
    let path = format!("/w/{CODE}/questions?lang=da");
    browser.request(Method::POST, &path, body).await
}

fn form(fields: &[(&str, &str)]) -> Vec<u8> {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    form.finish().into_bytes()
}

async fn asks(browser: &mut Browser<'_>, text: &str) {
    let answer = sends(browser, &[("do", "ask"), ("text", text)]).await;
    let there = format!("/w/{CODE}/questions?lang=da&sort=supported");
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", html(&answer));
    assert_eq!(answer.headers[header::LOCATION], there.as_str());
}

async fn does(browser: &mut Browser<'_>, what: &str, question: u32) -> StatusCode {
    let question = question.to_string();
    sends(browser, &[("do", what), ("question", &question)])
        .await
        .status
}

fn html(answer: &Answer) -> String {
    String::from_utf8(answer.body.clone()).unwrap()
}

async fn page(browser: &mut Browser<'_>) -> String {
    let answer = browser.get(&format!("/w/{CODE}/questions?lang=da")).await;
    assert_eq!(answer.status, StatusCode::OK);
    html(&answer)
}

async fn queue(presenter: &mut Browser<'_>) -> ConsoleView {
    presenter.get("/console/view").await.json()
}

/// The question with this text, as the console has it.
async fn question(presenter: &mut Browser<'_>, text: &str) -> Question {
    let view = queue(presenter).await;
    let found = view.questions.questions.into_iter();
    let mut found = found.filter(|question| question.text.as_str() == text);
    found.next().unwrap()
}

async fn moderates(presenter: &mut Browser<'_>, command: Value) -> ConsoleView {
    let answer = presenter.post("/console/questions", &command).await;
    assert_eq!(answer.status, StatusCode::OK, "{command}");
    answer.json()
}

#[tokio::test]
async fn a_pinned_question_never_hides_where_the_presenter_goes() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let mut bo = app.voter("0791").await;
    asks(&mut bo, "Hvad med aftenvagten?").await;
    let asked = queue(&mut presenter).await.questions.questions[0].id.0;
    moderates(&mut presenter, json!({ "do": "show", "question": asked })).await;
    for moved in [
        json!({ "do": "next" }),
        json!({ "do": "go_to", "at": 2, "item": 1 }),
        json!({ "do": "back" }),
    ] {
        let pinned = moderates(&mut presenter, json!({ "do": "pin", "question": asked })).await;
        assert!(pinned.audience.pinned.is_some());
        let seen = presenter.commands(std::slice::from_ref(&moved)).await;
        assert_eq!(
            (seen.audience.pinned, seen.questions.pinned),
            (None, None),
            "{moved}"
        );
    }
    let pinned = moderates(&mut presenter, json!({ "do": "pin", "question": asked })).await;
    assert!(pinned.audience.pinned.is_some());
    let blank = presenter
        .commands(&[json!({ "do": "blank", "on": true })])
        .await;
    assert_eq!(blank.audience.pinned, None);
    let back = presenter
        .commands(&[json!({ "do": "blank", "on": false })])
        .await;
    assert!(
        back.audience.pinned.is_some(),
        "a blank screen moves nowhere"
    );
}

#[tokio::test]
async fn a_question_is_held_approved_supported_pinned_and_answered() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let (mut ida, mut bo) = (app.voter("0791").await, app.voter("0101").await);
    asks(&mut ida, "Hvad med aftenvagten?").await;
    assert!(page(&mut ida).await.contains("Venter på oplægsholderen"));
    assert!(
        !page(&mut bo).await.contains("aftenvagten"),
        "nothing unapproved"
    );
    let asked = question(&mut presenter, "Hvad med aftenvagten?").await;
    assert_eq!((&asked.state, asked.supports), (&QuestionState::Held, 1));
    let id = asked.id.0;
    assert_eq!(
        does(&mut bo, "support", id).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );

    moderates(&mut presenter, json!({ "do": "show", "question": id })).await;
    assert!(page(&mut bo).await.contains("aftenvagten"));
    for _ in 0..2 {
        assert_eq!(does(&mut bo, "support", id).await, StatusCode::SEE_OTHER);
    }
    assert!(
        page(&mut bo).await.contains("2 deltagere vil vide det"),
        "each once"
    );
    assert_eq!(
        does(&mut ida, "support", id).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(does(&mut bo, "unsupport", id).await, StatusCode::SEE_OTHER);
    assert!(page(&mut ida).await.contains("1 deltager vil vide det"));
    does(&mut bo, "support", id).await;

    presenter
        .commands(&[json!({ "do": "go_to", "at": 3 })])
        .await;
    let step = queue(&mut presenter).await.step;
    let pinned = moderates(&mut presenter, json!({ "do": "pin", "question": id })).await;
    let shown = pinned.audience.pinned.unwrap();
    assert_eq!(
        (shown.text.as_str(), shown.supports),
        ("Hvad med aftenvagten?", 2)
    );
    assert_eq!(pinned.step, step, "no console becomes stale");
    let open = presenter.commands(&[json!({ "do": "open" })]).await;
    assert_eq!(open.audience.pinned, None, "the vote needs the screen");
    assert_eq!(open.questions.pinned, Some(asked.id));
    let closed = presenter.commands(&[json!({ "do": "close" })]).await;
    assert_eq!(closed.audience.pinned, None);
    app.close_for_good().await;
    assert!(app.view().await.pinned.is_some());

    let answered = json!({ "do": "answer", "question": id, "words": "Kommer i maj" });
    assert_eq!(
        moderates(&mut presenter, answered).await.audience.pinned,
        None
    );
    assert!(page(&mut bo).await.contains("Svar: Kommer i maj"));
    moderates(&mut presenter, json!({ "do": "hide", "question": id })).await;
    assert!(!page(&mut bo).await.contains("aftenvagten"));
    assert!(page(&mut ida).await.contains("Vises ikke"));
}

#[tokio::test]
async fn whoever_asked_can_edit_and_delete_it_and_nobody_else() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let (mut ida, mut bo) = (app.voter("0791").await, app.voter("0791").await);
    asks(&mut ida, "Hvad kostr det?").await;
    let id = question(&mut presenter, "Hvad kostr det?").await.id.0;
    let number = id.to_string();
    let edit = |text| {
        [
            ("do", "edit"),
            ("question", number.as_str()),
            ("text", text),
        ]
    };
    let others = sends(&mut bo, &edit("Kapret")).await;
    assert_eq!(others.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html(&others).contains("Det spørgsmål er her ikke længere."));
    assert_eq!(
        does(&mut bo, "delete", id).await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        sends(&mut ida, &edit("Hvad koster det?")).await.status,
        StatusCode::SEE_OTHER
    );
    let mended = question(&mut presenter, "Hvad koster det?").await;
    assert_eq!(mended.id.0, id);

    moderates(&mut presenter, json!({ "do": "show", "question": id })).await;
    sends(&mut ida, &edit("Hvad koster det nu?")).await;
    let again = question(&mut presenter, "Hvad koster det nu?").await;
    assert_eq!(
        again.state,
        QuestionState::Held,
        "approved is what was read"
    );
    let empty = sends(&mut ida, &edit("  ")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html(&empty).contains("Skriv, hvad du vil spørge om."));
    moderates(&mut presenter, json!({ "do": "show", "question": id })).await;
    does(&mut bo, "support", id).await;
    let changed = html(&sends(&mut ida, &edit("Noget helt andet")).await);
    assert!(changed.contains("Andre støtter det") && changed.contains("Noget helt andet"));
    assert_eq!(does(&mut ida, "delete", id).await, StatusCode::SEE_OTHER);
    assert!(queue(&mut presenter).await.questions.questions.is_empty());
}

#[tokio::test]
async fn three_wait_at_most_and_what_was_typed_is_kept() {
    let app = App::start().await;
    let mut ida = app.voter("0791").await;
    for number in 1..=3 {
        asks(&mut ida, &format!("Nummer {number}?")).await;
    }
    let fourth = sends(&mut ida, &[("do", "ask"), ("text", "Nummer <4>?")]).await;
    assert_eq!(fourth.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fourth = html(&fourth);
    assert!(fourth.contains("Du har 3 spørgsmål") && fourth.contains("role=\"alert\""));
    assert!(fourth.contains(">Nummer &lt;4&gt;?</textarea>"));
    let long = "x".repeat(281);
    let long = sends(&mut ida, &[("do", "ask"), ("text", &long)]).await;
    assert!(html(&long).contains("Der er plads til 280 tegn."));
    let unknown = [("do", "ask"), ("text", "Hvad?"), ("about", "999")];
    assert_eq!(
        sends(&mut ida, &unknown).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn a_question_about_a_candidate_says_so() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let mut ida = app.voter("0791").await;
    let hash = app.view().await.catalogue;
    let texts: Value = ida.get(&format!("/catalogue/{hash}")).await.json();
    let about = texts["candidates"][1]["request"].to_string();
    sends(
        &mut ida,
        &[("do", "ask"), ("text", "Hvornår?"), ("about", &about)],
    )
    .await;
    let asked = question(&mut presenter, "Hvornår?").await;
    assert_eq!(asked.about.unwrap().0.to_string(), about);
    assert!(
        page(&mut ida)
            .await
            .contains("<p class=\"question-about\">Nr. 2: ")
    );
}

#[tokio::test]
async fn whoever_has_not_joined_is_sent_to_join_and_loses_no_text() {
    let app = App::start().await;
    let mut stranger = app.browser();
    let answer = stranger.get(&format!("/w/{CODE}/questions")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(
        answer.headers[header::LOCATION],
        format!("/w/{CODE}").as_str()
    );
    let sent = sends(&mut stranger, &[("do", "ask"), ("text", "Hvad nu?")]).await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
    assert!(html(&sent).contains(">Hvad nu?</textarea>"));
    let answer = stranger.get("/w/QQQQQQ/questions").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_looks_like_a_link_is_text() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let (mut ida, mut bo) = (app.voter("0791").await, app.voter("0101").await);
    let text = "<a href=\"https://ond.test\">her</a> https://ond.test bo@ond.test";
    asks(&mut ida, text).await;
    let id = question(&mut presenter, text).await.id.0;
    moderates(&mut presenter, json!({ "do": "show", "question": id })).await;
    let seen = page(&mut bo).await;
    assert!(seen.contains("&lt;a href=&quot;https://ond.test&quot;&gt;her"));
    assert!(!seen.contains("href=\"https://ond.test") && !seen.contains("mailto:"));
}

#[tokio::test]
async fn merging_counts_nobody_twice() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let mut people = Vec::new();
    for _ in 0..4 {
        people.push(app.voter("0791").await);
    }
    asks(&mut people[0], "Prisen?").await;
    asks(&mut people[1], "Hvad er prisen?").await;
    let (one, other) = (
        question(&mut presenter, "Prisen?").await.id.0,
        question(&mut presenter, "Hvad er prisen?").await.id.0,
    );
    for id in [one, other] {
        moderates(&mut presenter, json!({ "do": "show", "question": id })).await;
        does(&mut people[2], "support", id).await;
    }
    does(&mut people[3], "support", one).await;
    does(&mut people[1], "support", one).await;
    let merged = json!({ "do": "merge", "question": one, "into": other });
    let left = moderates(&mut presenter, merged).await.questions.questions;
    assert_eq!(left.len(), 1);
    assert_eq!(
        (left[0].id.0, left[0].supports),
        (other, 4),
        "four people, each once"
    );
    let own = page(&mut people[0]).await;
    assert!(own.contains("Lagt sammen med et andet"));
    assert!(page(&mut people[3]).await.contains("Du vil også vide det"));
    let again = json!({ "do": "merge", "question": other, "into": other });
    let refused = presenter.post("/console/questions", &again).await;
    assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
}

#[tokio::test]
async fn the_pulse_is_told_to_the_console_from_five_on_and_of_the_present_stage() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let mut people = Vec::new();
    for said in ["faster", "slower", "following", "following", "faster"] {
        assert_eq!(queue(&mut presenter).await.questions.pulse, None);
        let mut voter = app.voter("0791").await;
        let said = format!("pulse-{said}");
        assert_eq!(
            sends(&mut voter, &[("do", &said)]).await.status,
            StatusCode::SEE_OTHER
        );
        people.push(voter);
    }
    let told = |view: ConsoleView| {
        let sums = view.questions.pulse.unwrap();
        (sums.following, sums.faster, sums.slower)
    };
    assert_eq!(told(queue(&mut presenter).await), (2, 2, 1));
    sends(&mut people[0], &[("do", "pulse-slower")]).await;
    assert_eq!(told(queue(&mut presenter).await), (2, 1, 2), "one each");
    let own = page(&mut people[0]).await;
    assert_eq!(own.matches("aria-pressed=\"true\"").count(), 1);
    let view = serde_json::to_string(&app.view().await).unwrap();
    assert!(!view.contains("pulse"), "the console's alone");
    let next = presenter.commands(&[json!({ "do": "next" })]).await;
    assert_eq!(next.questions.pulse, None, "another part, another pace");
    assert!(!page(&mut people[0]).await.contains("aria-pressed=\"true\""));
    let nonsense = sends(&mut people[0], &[("do", "pulse-dance")]).await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn approval_can_be_left_out_and_the_page_says_so() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let (mut ida, mut bo) = (app.voter("0791").await, app.voter("0101").await);
    assert!(page(&mut ida).await.contains("før andre ser det"));
    moderates(&mut presenter, json!({ "do": "moderate", "on": false })).await;
    assert!(
        page(&mut ida)
            .await
            .contains("vises for alle med det samme")
    );
    asks(&mut ida, "Må alle se det?").await;
    assert!(page(&mut bo).await.contains("Må alle se det?"));
}

#[tokio::test]
async fn once_the_webinar_has_ended_it_is_read_and_nothing_is_asked() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let mut ida = app.voter("0791").await;
    asks(&mut ida, "Kommer der et svar?").await;
    let id = question(&mut presenter, "Kommer der et svar?").await.id.0;
    moderates(&mut presenter, json!({ "do": "show", "question": id })).await;
    presenter.commands(&[json!({ "do": "end" })]).await;
    for refused in [
        [("do", "ask"), ("text", "Mere?")],
        [("do", "pulse-faster"), ("text", "")],
    ] {
        let answer = sends(&mut ida, &refused).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(html(&answer).contains("Webinaret er slut"));
    }
    let mut later = app.browser();
    let read = page(&mut later).await;
    assert!(read.contains("Kommer der et svar?") && !read.contains("<form"));
}

/// Nobody is told by the page what others asked and do not show, nor who supports what; nor does the database without its
/// pepper join two rows of one person.
#[tokio::test]
async fn nobody_is_joined_with_a_question() {
    let app = App::start().await;
    let mut presenter = app.presenter().await;
    let (mut ida, mut bo) = (app.voter("0791").await, app.voter("0101").await);
    asks(&mut ida, "Første?").await;
    asks(&mut ida, "Anden?").await;
    let id = question(&mut presenter, "Første?").await.id.0;
    moderates(&mut presenter, json!({ "do": "show", "question": id })).await;
    for browser in [&mut bo, &mut presenter.tab(), &mut app.browser()] {
        let path = format!("/w/{CODE}/questions?lang=da");
        let seen = html(&browser.get(&path).await);
        assert!(!seen.contains("Anden?") && !seen.contains("Dine spørgsmål"));
        assert!(!seen.contains("0791") && !seen.contains(&ida.token()));
    }
    let console = html(&presenter.get("/console/view").await);
    assert!(console.contains("Anden?") && !console.contains(&ida.token()));

    let mut database = app.database().await;
    let authors = sqlx::query(
        "SELECT author AS tag FROM questions UNION ALL SELECT tag FROM question_supports",
    )
    .fetch_all(&mut database)
    .await
    .unwrap();
    let tags: Vec<Vec<u8>> = authors.iter().map(|row| row.get("tag")).collect();
    let distinct: std::collections::BTreeSet<_> = tags.iter().collect();
    assert_eq!(
        (tags.len(), distinct.len()),
        (4, 4),
        "no two rows show one person"
    );
    let session = blake3::hash(ida.token().as_bytes());
    assert!(tags.iter().all(|tag| tag[..] != session.as_bytes()[..]));
    database.close().await.unwrap();
}

#[tokio::test]
async fn what_was_asked_goes_with_the_personal_data() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut ida = app.voter("0791").await;
    asks(&mut ida, "Hvad bliver der af det?").await;
    sends(&mut ida, &[("do", "pulse-faster")]).await;
    let path = format!("/vendor/webinars/{CODE}/personal-data");
    let forgotten = vendor.request(Method::DELETE, &path, Vec::new()).await;
    assert_eq!(forgotten.status, StatusCode::NO_CONTENT);
    let left = sqlx::query_scalar::<_, i64>(
        "SELECT (SELECT count(*) FROM questions) + (SELECT count(*) FROM question_supports)
              + (SELECT count(*) FROM pulses)",
    );
    let left = left.fetch_one(&mut app.database().await).await.unwrap();
    assert_eq!(left, 0);
    let files = crate::leaks_scan::files(&app.directory.path().join("data"));
    let text = String::from_utf8_lossy(&files);
    assert!(!text.contains("Hvad bliver der af det?"));
}
