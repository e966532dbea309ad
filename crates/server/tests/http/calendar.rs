//! The webinar in anyone's calendar: when it is in any zone, how one is with, and nobody's console.

use axum::http::header;
use barometer_domain::wire::WebinarInfo;
use icalendar::{Calendar, CalendarComponent, Component};
use serde_json::{Value, json};

use crate::app::{App, Browser, CODE};

/// Lines as they are sent, and the appointment as another program reads them.
async fn appointment(mut browser: Browser<'_>) -> (String, impl Fn(&str) -> String) {
    let answer = browser.get("/webinar.ics").await;
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "text/calendar; charset=utf-8"
    );
    let sent = String::from_utf8(answer.body).unwrap();
    let read: Calendar = sent.parse().unwrap();
    let [CalendarComponent::Event(event)] = &read.components[..] else {
        panic!("one event")
    };
    let event = event.clone();
    let value = move |name: &str| {
        let found = event.property_value(name);
        found.unwrap_or_else(|| panic!("{name}")).to_owned()
    };
    (sent, value)
}

/// Makes a webinar; the answer is its code.
async fn webinar(vendor: &mut Browser<'_>, title: &str, date: &str) -> String {
    let new = json!({ "title": title, "date": date, "starts": "13:00", "ends": "14:30" });
    let begun: Value = vendor.post("/vendor/webinars", &new).await.json();
    begun["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn it_is_at_the_same_moment_everywhere() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    for (date, starts, ends) in [
        ("2026-06-18", "20260618T110000Z", "20260618T123000Z"),
        ("2026-12-03", "20261203T120000Z", "20261203T133000Z"),
    ] {
        let code = webinar(&mut vendor, "Ønsker", date).await;
        let (_, value) = appointment(app.browser().at(&code)).await;
        assert_eq!(
            (value("DTSTART"), value("DTEND")),
            (starts.to_owned(), ends.to_owned())
        );
        assert_eq!(value("UID"), format!("{code}@stem.test"));
        assert_eq!(value("DTSTAMP").len(), starts.len());
    }
}

#[tokio::test]
async fn any_title_comes_through_lines_that_everyone_reads() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let title = "Ændringsønsker, efterår; \\ øvrige punkter på Ærø, Åbenrå og Sæby: 🎈 hvad bygger vi nu, og hvem er med?";
    let code = webinar(&mut vendor, title, "2026-06-18").await;
    let (sent, value) = appointment(app.browser().at(&code)).await;
    assert_eq!(value("SUMMARY"), title);
    assert!(sent.lines().all(|line| line.len() <= 75), "{sent}");
    assert_eq!(
        sent.matches('\n').count(),
        sent.matches("\r\n").count(),
        "every line ends as the standard says"
    );
}

#[tokio::test]
async fn it_says_how_one_is_with_and_never_how_one_presents() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let path = format!("/vendor/webinars/{CODE}");
    let renewed = format!("{path}/presenter-link");
    let prepared: Value = vendor.post(&renewed, &Value::Null).await.json();
    let (sent, value) = appointment(app.browser()).await;
    let unfolded = sent.replace("\r\n ", "");
    let secret = prepared["links"]["presenter"].as_str().unwrap();
    let secret = secret.split_once('#').unwrap().1;
    assert!(!unfolded.contains(secret) && !unfolded.contains("/present"));
    let info: WebinarInfo = app.browser().get("").await.json();
    assert_eq!(
        (value("URL"), value("LOCATION")),
        (info.join_url.clone(), info.join_url.clone())
    );
    let said = value("DESCRIPTION");
    for part in [
        "Opdigtede eksempeldata",
        info.join_url.as_str(),
        "Kode: 4K7 P2M",
        "Det tager et minut",
        "Anonym over for de andre deltagere. Kun leverandøren kan se, hvem der har stemt på hvad. Ikke juridisk bindende.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(value("SEQUENCE"), "1");
    let prepare = json!({ "by": "Ida Holm", "edition": 1, "code": CODE,
        "preparation": prepared["preparation"] });
    vendor.put(&path, &prepare).await;
    let (_, value) = appointment(app.browser()).await;
    assert_eq!(value("SEQUENCE"), "2", "it takes the first one's place");
    let unknown = app.browser().at("ABCDEF").get("/webinar.ics").await;
    assert_eq!(unknown.refusal(), (404, "unknown_webinar".into()));
}
