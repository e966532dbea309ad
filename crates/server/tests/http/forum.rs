//! The Strategic Development Forum: from member to minutes, what everybody reads of it, and what nobody does.

use atom_syndication::Feed;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use barometer_domain::date::Date;
use barometer_domain::forum::{ForumDesk, MeetingState};
use barometer_domain::refusal::{Field, Refusal};
use barometer_server::store::RetentionRun::Done;
use barometer_server::store::now;
use serde_json::{Value, json};
use sqlx::Connection;

use crate::app::{Answer, App, Browser};
use crate::surveys;

pub(crate) const DESK: &str = "/vendor/forum";

/// A public page.
async fn page(app: &App, path: &str) -> (StatusCode, String) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let answer = app.send(request).await;
    (answer.status, String::from_utf8(answer.body).unwrap())
}

/// Why something was refused.
fn refused(answer: &Answer) -> Refusal {
    assert!(answer.status.is_client_error(), "{}", answer.status);
    answer.json()
}

/// Has a command carried out.
async fn change(vendor: &mut Browser<'_>, command: Value) -> ForumDesk {
    let answer = vendor.post(DESK, &command).await;
    let said = String::from_utf8_lossy(&answer.body).into_owned();
    assert_eq!(answer.status, StatusCode::OK, "{command}: {said}");
    answer.json()
}

fn initiative(public: bool, requests: &Value) -> Value {
    json!({ "name": "Ny <ældrelov>", "ministry": "Ældreministeriet", "deadline": "2399-12-31",
        "link": "https://ministeriet.test/lov", "requests": requests, "effort": 1200,
        "cost": { "kind": "estimate", "low": 400_000_000, "likely": 600_000_000, "high": 800_000_000 },
        "from": "2399-1", "status": "UnderAnalysis", "public": public })
}

pub(crate) fn save_initiative(public: bool, requests: &Value) -> Value {
    json!({ "do": "save_initiative", "edition": 0, "initiative": initiative(public, requests) })
}

fn meeting(state: &str) -> Value {
    json!({ "date": "2399-04-13", "starts": "10:00", "ends": "14:00", "place": "Odense",
        "state": state, "topics": [
            { "about": { "is": "input" }, "minutes": 20 },
            { "about": { "is": "initiative", "initiative": 1 }, "minutes": 60, "note": "Hvad siger vi?" },
            { "about": { "is": "request", "request": 1 }, "minutes": 30 },
            { "about": { "is": "other", "title": "Eventuelt" }, "minutes": 10 } ] })
}

fn save_meeting(id: Option<u32>, edition: u32, meeting: &Value) -> Value {
    json!({ "do": "save_meeting", "id": id, "edition": edition, "meeting": meeting })
}

fn member(slot: &str, sealed: &str, named: bool, to: &str) -> Value {
    json!({ "do": "add_member", "slot": slot, "sealed": sealed, "member": {
        "municipality": "0492", "role": "Formand", "from": "2020-01-01", "to": to, "named": named } })
}

fn slot(letter: &str) -> String {
    letter.repeat(21) + "A"
}

fn record(about: &Value, text: &str) -> Value {
    let today = Date::of_millis(now()).to_string();
    json!({ "do": "record", "entry": { "about": about, "day": today, "text": text, "by": "Ida Holm" } })
}

#[tokio::test]
async fn from_member_to_minutes() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (_, empty) = page(&app, "/forum").await;
    assert!(
        empty.contains("Der er ikke indkaldt til et møde endnu."),
        "{empty}"
    );
    assert!(empty.contains("Ingen sidder i forummet lige nu."));

    change(&mut vendor, save_initiative(true, &json!([1]))).await;
    change(
        &mut vendor,
        member(&slot("a"), &"s".repeat(747), true, "2399-12-31"),
    )
    .await;
    let frame = json!({ "do": "set_frame", "half": "2399-1", "amount": 400_000_000 });
    change(&mut vendor, frame).await;
    let planned = change(&mut vendor, save_meeting(None, 0, &meeting("Draft"))).await;
    assert_eq!(planned.meetings[0].meeting.state, MeetingState::Draft);
    assert!(
        !page(&app, "/forum").await.1.contains("Odense"),
        "only planned"
    );

    change(&mut vendor, save_meeting(Some(1), 1, &meeting("Called"))).await;
    let (status, called) = page(&app, "/forum").await;
    assert_eq!(status, StatusCode::OK);
    for part in [
        "den 13. april 2399 kl.\u{a0}10.00 til 14.00",
        "Odense",
        "10.20",
        "Ny &lt;ældrelov&gt;",
        "Hvad siger vi?",
        "Eventuelt",
        "Analyseres",
        "Frist: 31. december 2399",
        "1 medlem fra 1 kommune",
        "<strong>Ærø</strong> · Formand",
        "href=\"/forum/initiatives/1?lang=da\"",
    ] {
        assert!(called.contains(part), "{part} in {called}");
    }

    let statement = json!({ "is": "statement", "initiative": 1 });
    change(&mut vendor, record(&statement, "Det kan ikke nås.")).await;
    change(
        &mut vendor,
        record(&statement, "Det nås, hvis loven er klar i maj."),
    )
    .await;
    let (_, about) = page(&app, "/forum/initiatives/1").await;
    let (now_said, before) = about.split_once("Det har vi sagt tidligere").unwrap();
    assert!(
        now_said.contains("Det nås, hvis loven er klar i maj.")
            && !now_said.contains("Det kan ikke nås.")
    );
    assert!(before.contains("Det kan ikke nås.") && !about.contains("Ida Holm"));
    for part in [
        "Pris: ca.\u{a0}6.000.000\u{a0}kr. (mellem 4.000.000\u{a0}kr. og 8.000.000\u{a0}kr.)",
        "ca. 1.200 timer",
        "href=\"https://ministeriet.test/lov\"",
    ] {
        assert!(about.contains(part), "{part} in {about}");
    }

    let minutes = json!({ "is": "minutes", "meeting": 1 });
    let too_early = vendor.post(DESK, &record(&minutes, "Referat")).await;
    assert_eq!(refused(&too_early), Refusal::NotPossibleNow);
    change(&mut vendor, save_meeting(Some(1), 2, &meeting("Held"))).await;
    assert!(
        page(&app, "/forum")
            .await
            .1
            .contains("Referatet er på vej.")
    );
    change(
        &mut vendor,
        record(&minutes, "Vi gennemgik loven.\nAlle var enige."),
    )
    .await;
    let decision = |replaces: Option<u32>| json!({ "is": "decision", "meeting": 1, "initiative": 1, "replaces": replaces });
    let desk = change(&mut vendor, record(&decision(None), "Vi venter.")).await;
    let first = desk.record.last().unwrap().id.0;
    change(
        &mut vendor,
        record(&decision(Some(first)), "Vi begynder nu."),
    )
    .await;
    let (_, held) = page(&app, "/forum").await;
    for part in [
        "Vi gennemgik loven.\nAlle var enige.",
        "<del>Vi venter.</del>",
        "Vi begynder nu.",
        "Erstattet",
    ] {
        assert!(held.contains(part), "{part} in {held}");
    }
    assert!(
        !held.contains("Ida Holm"),
        "who wrote it down is the vendor's"
    );
    let (_, english) = page(&app, "/forum?lang=en").await;
    for part in [
        "Strategic Development Forum",
        "Earlier meetings",
        "Under analysis",
        "1 member from 1 municipality",
    ] {
        assert!(english.contains(part), "{part} in {english}");
    }
}

#[tokio::test]
async fn nobody_reads_a_person_a_draft_or_a_municipality_that_has_not_agreed() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    change(&mut vendor, save_initiative(false, &json!([]))).await;
    change(&mut vendor, save_meeting(None, 0, &meeting("Called"))).await;
    let sealed = "s".repeat(747);
    change(
        &mut vendor,
        member(&slot("a"), &sealed, false, "2399-12-31"),
    )
    .await;
    change(&mut vendor, member(&slot("b"), &sealed, true, "2020-12-31")).await;
    let about = json!({ "is": "decision", "initiative": 1 });
    change(&mut vendor, record(&about, "Hemmelig beslutning")).await;
    let (_, html) = page(&app, "/forum").await;
    for secret in [
        &*sealed,
        &slot("a"),
        "Ærø",
        "0492",
        "ældrelov",
        "Hemmelig beslutning",
    ] {
        assert!(!html.contains(secret), "{secret} in {html}");
    }
    assert!(html.contains("1 medlem fra 1 kommune"));
    for path in [
        "/forum/initiatives/1",
        "/forum/initiatives/2",
        "/forum/initiatives/x",
    ] {
        assert_eq!(page(&app, path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let (_, financing) = page(&app, "/api/v1/financing").await;
    assert!(!financing.contains("ældrelov"));
}

#[tokio::test]
async fn requests_are_named_to_those_who_may_see_the_living_page() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (_, living) = page(&app, "/api/v1/financing").await;
    let living: Value = serde_json::from_str(&living).unwrap();
    let row = &living["rows"][0];
    assert!(row.get("initiatives").is_none());
    let (request, title) = (
        row["request"].clone(),
        row["title"].as_str().unwrap().to_owned(),
    );
    change(&mut vendor, save_initiative(true, &json!([request]))).await;
    let mut called = meeting("Called");
    called["topics"][2]["about"]["request"] = request.clone();
    change(&mut vendor, save_meeting(None, 0, &called)).await;
    let (_, living) = page(&app, "/api/v1/financing").await;
    let living: Value = serde_json::from_str(&living).unwrap();
    assert_eq!(
        living["rows"][0]["initiatives"],
        json!([{ "id": 1, "name": "Ny <ældrelov>" }])
    );
    let (_, earlier) = page(&app, "/api/v1/financing?as_of=2024-01-01").await;
    assert!(
        !earlier.contains("initiatives"),
        "an earlier day knew of none"
    );
    for path in ["/forum", "/forum/initiatives/1"] {
        assert!(page(&app, path).await.1.contains(&title), "{path}");
    }
    let (_, about) = page(&app, "/forum/initiatives/1").await;
    assert!(about.contains("href=\"/finance?initiative=1\""), "{about}");
    vendor
        .put("/vendor/financing", &json!({ "protected": true }))
        .await;
    for path in ["/forum", "/forum/initiatives/1"] {
        assert!(!page(&app, path).await.1.contains(&title), "{path}");
    }
    let (_, about) = page(&app, "/forum/initiatives/1").await;
    assert!(!about.contains("/finance?initiative"), "{about}");
    assert!(
        about.contains("dem, der har koden til økonomisiden"),
        "{about}"
    );
}

#[tokio::test]
async fn what_cannot_be_is_refused_by_its_field_and_two_people_do_not_write_over_each_other() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    change(&mut vendor, save_initiative(true, &json!([]))).await;
    let again = json!({ "do": "save_initiative", "id": 1, "edition": 1, "initiative": initiative(true, &json!([2])) });
    let desk = change(&mut vendor, again.clone()).await;
    assert_eq!(desk.initiatives[0].edition, 2);
    assert_eq!(
        refused(&vendor.post(DESK, &again).await),
        Refusal::StaleEdition
    );
    let unknown = save_initiative(true, &json!([4_000_000]));
    let wrong = |field: Field| field.wrong();
    assert_eq!(
        refused(&vendor.post(DESK, &unknown).await),
        wrong(Field::Requests)
    );
    let mut long = meeting("Draft");
    long["topics"][1]["minutes"] = json!(400);
    let long = save_meeting(None, 0, &long);
    assert_eq!(
        refused(&vendor.post(DESK, &long).await),
        wrong(Field::Timebox)
    );
    let frame = json!({ "do": "set_frame", "half": "2399-1", "amount": 0 });
    assert_eq!(
        refused(&vendor.post(DESK, &frame).await),
        wrong(Field::Frame)
    );
    let nowhere = record(&json!({ "is": "statement", "initiative": 9 }), "x");
    assert_eq!(
        refused(&vendor.post(DESK, &nowhere).await),
        Refusal::NotFound
    );
    let mut with_webinar = meeting("Draft");
    with_webinar["webinar"] = json!("ZZZZZZ");
    let with_webinar = save_meeting(None, 0, &with_webinar);
    assert_eq!(
        refused(&vendor.post(DESK, &with_webinar).await),
        Refusal::UnknownWebinar
    );
}

#[tokio::test]
async fn the_record_only_grows() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let about = json!({ "is": "decision" });
    change(&mut vendor, record(&about, "Vi mødes to gange om året.")).await;
    let mut database = app.database().await;
    for statement in [
        "UPDATE forum_record SET entry = '{}'",
        "DELETE FROM forum_record",
    ] {
        let refused = sqlx::query(statement).execute(&mut database).await;
        assert!(
            refused
                .unwrap_err()
                .to_string()
                .contains("what is on record"),
            "{statement}"
        );
    }
    database.close().await.unwrap();
    let desk: ForumDesk = vendor.get(DESK).await.json();
    assert_eq!(desk.record.len(), 1);
}

#[tokio::test]
async fn a_person_goes_half_a_year_after_the_term_and_at_once_when_that_is_asked() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let (old, sitting, asked) = ("o".repeat(747), "t".repeat(747), "u".repeat(747));
    change(&mut vendor, member(&slot("a"), &old, true, "2026-03-31")).await;
    change(
        &mut vendor,
        member(&slot("b"), &sitting, true, "2399-12-31"),
    )
    .await;
    change(&mut vendor, member(&slot("c"), &asked, true, "2399-12-31")).await;
    let gone = json!({ "do": "remove_member", "slot": slot("c") });
    assert_eq!(change(&mut vendor, gone).await.members.len(), 2);
    let on = |day: &str| day.parse::<Date>().unwrap().midday_millis();
    let held = |desk: &ForumDesk| -> Vec<bool> {
        desk.members
            .iter()
            .map(|member| member.sealed.is_some())
            .collect()
    };
    app.execute("UPDATE retention SET last_run = 1788264000000")
        .await;
    app.store.run_retention(on("2026-09-30")).await.unwrap();
    assert_eq!(held(&vendor.get(DESK).await.json()), [true, true]);
    let run = app.store.run_retention(on("2026-10-02")).await.unwrap();
    assert!(matches!(run, Done(_)), "{run:?}");
    let desk: ForumDesk = vendor.get(DESK).await.json();
    let mut kept = held(&desk);
    kept.sort_unstable();
    assert_eq!(kept, [false, true], "the term stays, the person goes");
    let bytes = crate::leaks_scan::files(&app.directory.path().join("data"));
    let is_there = |word: &str| bytes.windows(word.len()).any(|one| one == word.as_bytes());
    assert!(!is_there(&old) && is_there(&sitting));
}

#[tokio::test]
async fn municipalities_are_asked_before_a_meeting_and_read_the_sums_on_its_page() {
    let app = surveys::to_come().await;
    let mut vendor = app.vendor().await;
    let mut called = meeting("Called");
    called["webinar"] = json!("4K7P2M");
    change(&mut vendor, save_meeting(None, 0, &called)).await;
    let survey = "/vendor/webinars/4K7P2M/surveys/forum";
    let link = "href=\"/w/4K7P2M/forum?lang=da\"";
    vendor
        .put(survey, &json!({ "edition": 0, "items": surveys::items() }))
        .await;
    assert!(!page(&app, "/forum").await.1.contains(link), "not open yet");
    let steps = format!("{survey}/steps");
    vendor.post(&steps, &json!({ "step": "open" })).await;
    assert!(page(&app, "/forum").await.1.contains(link));
    for code in ["0101", "0825", "0492", "0492"] {
        surveys::answers(&app, "forum", &[("municipality", code), ("item-1", "0")]).await;
    }
    vendor.post(&steps, &json!({ "step": "close" })).await;
    let few = page(&app, "/w/4K7P2M/forum").await.1;
    assert!(
        !few.contains("Svar fra 4"),
        "no figure of fewer than five: {few}"
    );
    vendor.post(&steps, &json!({ "step": "reopen" })).await;
    surveys::answers(&app, "forum", &[("municipality", "0741"), ("item-1", "1")]).await;
    vendor.post(&steps, &json!({ "step": "close" })).await;
    let (_, forum) = page(&app, "/forum").await;
    assert!(forum.contains("Se, hvad der er svaret"), "{forum}");
    let (_, sums) = page(&app, "/w/4K7P2M/forum").await;
    assert!(
        sums.contains("Spørgsmål forud for mødet i Strategisk Udviklingsforum"),
        "{sums}"
    );
    for code in ["0825", "Læsø", "0492", "Ærø"] {
        assert!(!sums.contains(code), "{code}");
    }
}

#[tokio::test]
async fn what_happens_in_the_forum_is_news_and_a_meeting_goes_into_calendars() {
    const FEED: &str = "/forum/feed.atom?lang=da";
    const FILE: &str = "/forum/meetings/1/meeting.ics?lang=da";
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let titles = async || {
        let (status, feed) = page(&app, FEED).await;
        assert_eq!(status, StatusCode::OK);
        let feed: Feed = feed.parse().unwrap();
        let ids = feed.entries().iter().map(atom_syndication::Entry::id);
        let mut ids: Vec<&str> = ids.collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "each is another entry");
        let titles = feed.entries().iter().map(|entry| entry.title().to_string());
        titles.collect::<Vec<String>>()
    };
    change(&mut vendor, save_initiative(true, &json!([]))).await;
    change(&mut vendor, save_meeting(None, 0, &meeting("Draft"))).await;
    assert!(titles().await.is_empty(), "a draft is nobody's news");
    assert_eq!(page(&app, FILE).await.0, StatusCode::NOT_FOUND);

    change(&mut vendor, save_meeting(Some(1), 1, &meeting("Called"))).await;
    let called = titles().await;
    assert_eq!(
        called,
        ["Strategisk Udviklingsforum mødes tirsdag den 13. april 2399 kl.\u{a0}10.00"]
    );
    let (status, file) = page(&app, FILE).await;
    assert_eq!(status, StatusCode::OK);
    for line in [
        "METHOD:PUBLISH",
        "SEQUENCE:2",
        "DTSTART:23990413T080000Z",
        "LOCATION:Odense",
    ] {
        assert!(file.contains(line), "{line} in {file}");
    }
    let (_, html) = page(&app, "/forum?lang=da").await;
    assert!(html.contains("Tirsdag den 13. april 2399") && html.contains(FILE));

    let mut moved = meeting("Called");
    moved["date"] = json!("2399-04-20");
    change(&mut vendor, save_meeting(Some(1), 2, &moved)).await;
    assert!(titles().await[0].contains("er flyttet til tirsdag den 20. april 2399"));
    let statement = json!({ "is": "statement", "initiative": 1 });
    change(&mut vendor, record(&statement, "Det når vi til tiden.")).await;
    let told = titles().await;
    assert_eq!(
        told[0],
        "Ny <ældrelov>, det siger vi nationalt: Det når vi til tiden."
    );
    assert_eq!(told.len(), 3);

    moved["state"] = json!("Cancelled");
    change(&mut vendor, save_meeting(Some(1), 3, &moved)).await;
    assert!(titles().await[0].ends_with("er aflyst"));
    let (_, file) = page(&app, FILE).await;
    assert!(file.contains("METHOD:CANCEL") && file.contains("STATUS:CANCELLED"));
    let mut hidden = initiative(false, &json!([]));
    hidden["status"] = json!("Dropped");
    let hide = json!({ "do": "save_initiative", "id": 1, "edition": 1, "initiative": hidden });
    change(&mut vendor, hide).await;
    let left = titles().await;
    assert!(
        left.iter().all(|title| !title.contains("ældrelov")),
        "{left:?}"
    );
}

#[tokio::test]
async fn the_living_page_leads_to_a_forum_that_there_is() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let has_forum = async || {
        let (_, text) = page(&app, "/api/v1/financing").await;
        let living: Value = serde_json::from_str(&text).unwrap();
        living["has_forum"].as_bool().unwrap_or_default()
    };
    change(&mut vendor, save_meeting(None, 0, &meeting("Draft"))).await;
    assert!(!has_forum().await);
    change(&mut vendor, save_meeting(Some(1), 1, &meeting("Called"))).await;
    assert!(has_forum().await);
}
