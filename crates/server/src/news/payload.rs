//! What is posted to a webhook: Barometer's own JSON, or a message for Microsoft Teams with an Adaptive Card.

use barometer_domain::ids::Millis;
use barometer_domain::news::{NewsEvent, NewsItem};
use barometer_text::Language;
use barometer_text::news::{self, NewsText};
use chrono::{DateTime, SecondsFormat};
use serde_json::{Value, json};

/// One event as it is posted.
pub(super) struct PostedEvent {
    headline: String,
    link: String,
    fields: Value,
}

impl PostedEvent {
    pub(super) fn new(language: Language, item: &NewsItem, link: String) -> Self {
        let headline = news::headline(language, &item.event);
        let mut fields = match &item.event {
            NewsEvent::RequestMoved {
                request,
                reference,
                title,
                state,
                ..
            } => {
                json!({ "type": "request_moved", "request": request, "reference": reference, "title": title,
                "state": state })
            }
            NewsEvent::WebinarAnnounced {
                code,
                title,
                date,
                starts,
            } => {
                json!({ "type": "webinar_announced", "webinar": code, "title": title, "date": date,
                "starts": starts })
            }
            NewsEvent::ResultOut { code, title, .. } => {
                json!({ "type": "result_out", "webinar": code, "title": title })
            }
            NewsEvent::Forum { event, .. } => json!(event),
        };
        fields["at"] = json!(moment(item.at));
        fields["headline"] = json!(headline);
        fields["link"] = json!(link);
        Self {
            headline,
            link,
            fields,
        }
    }
}

/// `2026-11-28T21:30:00Z`.
fn moment(at: Millis) -> String {
    let at = DateTime::from_timestamp_millis(at).unwrap_or_default();
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Barometer's own form.
pub(super) fn json(number: u32, at: Millis, is_test: bool, events: &[PostedEvent]) -> Value {
    let events: Vec<&Value> = events.iter().map(|event| &event.fields).collect();
    json!({ "delivery": number, "sent_at": moment(at), "test": is_test, "events": events })
}

/// A message for a workflow of Teams ("When a Teams webhook request is received"). Titles stand in runs of text, which no
/// client reads as Markdown: a wish's title makes no link.
pub(super) fn teams(language: Language, is_test: bool, events: &[PostedEvent]) -> Value {
    let line = |text: &str| {
        let run = json!({ "type": "TextRun", "text": text });
        json!({ "type": "RichTextBlock", "inlines": [run] })
    };
    let mut body = vec![
        json!({ "type": "TextBlock", "text": "Barometer", "weight": "Bolder", "size": "Medium" }),
    ];
    if is_test {
        body.push(line(NewsText::TestHeadline.say(language)));
    }
    body.extend(events.iter().map(|event| line(&event.headline)));
    let mut links: Vec<&str> = events.iter().map(|event| &*event.link).collect();
    links.sort_unstable();
    links.dedup();
    let read_more = NewsText::ReadMore.say(language);
    // A card shows six actions.
    let actions = links.iter().take(6);
    let actions: Vec<Value> = actions
        .map(|link| json!({ "type": "Action.OpenUrl", "title": read_more, "url": link }))
        .collect();
    let card = json!({
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "lang": language.tag(),
        "body": body,
        "actions": actions,
    });
    let attachment = json!({ "contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": null,
        "content": card });
    json!({ "type": "message", "attachments": [attachment] })
}

#[cfg(test)]
mod tests {
    use barometer_domain::financing::RequestState;
    use barometer_domain::forum::MeetingId;
    use barometer_domain::forum::news::ForumEvent;
    use barometer_domain::ids::RequestId;
    use barometer_domain::news::NewsReach;

    use super::*;

    fn moved() -> PostedEvent {
        let event = NewsEvent::RequestMoved {
            request: RequestId(7),
            reference: "Ø1".into(),
            title: "[klik](https://ondt.example)".into(),
            state: RequestState::FullyFunded,
            reach: NewsReach::LivingPage,
        };
        let item = NewsItem { at: 0, event };
        PostedEvent::new(Language::Danish, &item, "https://x.test/finance".into())
    }

    #[test]
    fn an_event_says_what_moved_when_and_where_to_read_on() {
        let posted = json(3, 1_000, false, &[moved()]);
        assert_eq!(posted["delivery"], 3);
        assert_eq!(posted["sent_at"], "1970-01-01T00:00:01Z");
        let event = &posted["events"][0];
        assert_eq!(event["type"], "request_moved");
        assert_eq!(event["state"], "FullyFunded");
        assert_eq!(event["at"], "1970-01-01T00:00:00Z");
        assert_eq!(event["link"], "https://x.test/finance");
    }

    #[test]
    fn what_happens_in_the_forum_has_its_own_fields() {
        let event = NewsEvent::Forum {
            number: None,
            event: ForumEvent::MeetingCancelled {
                meeting: MeetingId(3),
                date: "2027-03-04".parse().unwrap(),
            },
        };
        let item = NewsItem { at: 0, event };
        let posted = PostedEvent::new(Language::English, &item, "https://x.test/forum".into());
        assert_eq!(posted.fields["type"], "forum_meeting_cancelled");
        assert_eq!(posted.fields["meeting"], 3);
        assert_eq!(posted.fields["date"], "2027-03-04");
        assert!(posted.headline.ends_with("on 4 March 2027 is called off"));
    }

    #[test]
    fn a_card_reads_titles_as_text() {
        let posted = teams(Language::Danish, false, &[moved(), moved()]);
        let card = &posted["attachments"][0]["content"];
        assert_eq!(card["type"], "AdaptiveCard");
        let body = card["body"].as_array().unwrap();
        for block in &body[1..] {
            assert_eq!(block["type"], "RichTextBlock");
            let text = block["inlines"][0]["text"].as_str().unwrap();
            assert!(
                text.contains("[klik](https://ondt.example): Fuldt finansieret"),
                "{text}"
            );
        }
        assert_eq!(
            card["actions"].as_array().unwrap().len(),
            1,
            "one link, once"
        );
        let test = teams(Language::English, true, &[]);
        assert!(test.to_string().contains("A test from Barometer."));
    }
}
