//! Mail to those who are signed up, as a real mail server receives it: a small one in this process, over TCP.

use std::fs;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use barometer_domain::signup::SignupList;
use barometer_domain::signup::mail::{MailFailure, MailKind};
use icalendar::{Calendar, CalendarComponent, Component};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::app::{App, Browser, eventually};
use crate::signups::{SIGNUPS, Sheet, get, open, post, sign_up};

const MAILS: &str = "/vendor/webinars/4K7P2M/mails";

/// What one mail server has received: each recipient with the mail as it came.
#[derive(Clone, Default)]
pub(crate) struct Inbox(Arc<Mutex<Vec<(String, String)>>>);

impl Inbox {
    pub(crate) fn all(&self) -> Vec<(String, String)> {
        self.0.lock().unwrap().clone()
    }

    /// The only mail to this address.
    fn to(&self, address: &str) -> String {
        let all = self.all();
        let mails: Vec<_> = all.iter().filter(|(to, _)| to == address).collect();
        assert_eq!(mails.len(), 1, "{address}");
        mails[0].1.clone()
    }
}

/// A mail server on this machine (RFC 5321). It refuses addresses that begin with `no`, for good, and with `later`, for
/// now.
pub(crate) async fn mail_server() -> (String, Inbox) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let inbox = Inbox::default();
    let kept = inbox.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(receive(stream, kept.clone()));
        }
    });
    (url, inbox)
}

async fn receive(stream: TcpStream, inbox: Inbox) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 stem.test\r\n").await?;
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let command = line.to_uppercase();
        let answer = if let Some(address) = command.strip_prefix("RCPT TO:<") {
            to = address.split('>').next().unwrap_or_default().to_lowercase();
            match &*to {
                refused if refused.starts_with("no") => "550 nobody here",
                refused if refused.starts_with("later") => "451 try again later",
                _ => "250 ok",
            }
        } else if command == "DATA" {
            writer.write_all(b"354 go on\r\n").await?;
            let mut mail = String::new();
            while let Some(line) = lines.next_line().await? {
                if line == "." {
                    break;
                }
                mail += line.strip_prefix('.').unwrap_or(&line);
                mail += "\n";
            }
            inbox.0.lock().unwrap().push((to.clone(), mail));
            "250 taken"
        } else if command == "QUIT" {
            writer.write_all(b"221 bye\r\n").await?;
            return Ok(());
        } else {
            "250 ok"
        };
        writer.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

/// What is in a part of a mail, with its encoding undone.
pub(crate) fn part(mail: &str, kind: &str) -> String {
    let from = mail
        .find(&format!("Content-Type: {kind}"))
        .unwrap_or_else(|| panic!("{kind}: {mail}"));
    let part = &mail[from..];
    let (head, body) = part.split_once("\n\n").unwrap();
    // The line before what stands below a text is `--` alone.
    let ends = body.match_indices("\n--").map(|(at, _)| at);
    let end = ends
        .into_iter()
        .find(|at| !body[at + 3..].starts_with('\n'));
    let body = &body[..end.unwrap_or(body.len())];
    let head = head.to_lowercase();
    if head.contains("encoding: base64") {
        let joined: String = body.split_whitespace().collect();
        return String::from_utf8(base64(&joined)).unwrap();
    }
    if head.contains("quoted-printable") {
        return quoted_printable(body);
    }
    body.to_owned()
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = LETTERS.iter().position(|known| *known == letter).unwrap();
        held = held << 6 | u32::try_from(value).unwrap();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 255).unwrap());
        }
    }
    bytes
}

fn quoted_printable(text: &str) -> String {
    let text = text.replace("=\n", "");
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        if let (b'=', [high, low, after @ ..]) = (first, others) {
            let hex = [*high, *low];
            let hex = std::str::from_utf8(&hex).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            rest = after;
        } else {
            bytes.push(*first);
            rest = others;
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn recipient(sheet: &Sheet, name: &str, email: &str) -> Value {
    let link = format!("http://stem.test/w/4K7P2M#key.{}.0791.x", sheet.token);
    json!({ "slot": sheet.row, "name": name, "email": email, "link": link })
}

fn mail(kind: &str, recipients: &[Value]) -> Value {
    let text = "Hej {navn}\n\nDit personlige link:\n{link}\n\nPå gensyn i Ærø";
    json!({ "draft": { "kind": kind, "subject": "Du er tilmeldt: Ønsker", "text": text },
        "recipients": recipients })
}

/// Waits until the sending is over.
async fn sent(vendor: &mut Browser<'_>) -> SignupList {
    eventually(
        async || vendor.get(SIGNUPS).await.json::<SignupList>(),
        |list| {
            list.mailing
                .as_ref()
                .is_some_and(|mailing| !mailing.is_running())
        },
    )
    .await
}

#[tokio::test]
async fn each_gets_a_mail_of_their_own_with_the_appointment_and_the_way_out() {
    let (url, inbox) = mail_server().await;
    let app = App::start().await.with_mail_server(&url);
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let (anna, bo) = (Sheet::any(), Sheet::any());
    sign_up(&app, &anna, "0791").await;
    sign_up(&app, &bo, "0607").await;
    let recipients = [
        recipient(&anna, "Åse Holm", "anna@viborg.test"),
        recipient(&bo, "Bo Lund", "bo@fredericia.test"),
    ];
    let answer = vendor.post(MAILS, &mail("invitation", &recipients)).await;
    assert_eq!(answer.status, StatusCode::OK);
    let list = sent(&mut vendor).await;
    assert_eq!(list.mail_from.as_deref(), Some("webinar@stem.test"));
    assert_eq!(list.mailing.unwrap().sent, 2);
    assert!(
        list.rows
            .iter()
            .all(|row| row.sent.contains(&MailKind::Invitation))
    );

    let mail = inbox.to("anna@viborg.test");
    let text = part(&mail, "text/plain");
    assert!(
        text.contains("Hej Åse Holm") && text.contains(&anna.token),
        "{text}"
    );
    assert!(!mail.contains("bo@fredericia.test") && !text.contains(&bo.token));
    assert!(text.contains("På gensyn i Ærø") && text.contains("Vil du ikke have flere mails"));
    let head = mail.split("\n\n").next().unwrap().replace("\n ", " ");
    assert!(
        head.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
        "{head}"
    );

    let appointment = part(&mail, "text/calendar; charset=utf-8; method=REQUEST");
    assert!(appointment.contains("METHOD:REQUEST"));
    let unfolded = appointment.replace("\r\n ", "").replace("\n ", "");
    assert!(
        unfolded.contains("mailto:anna@viborg.test")
            && unfolded.contains("ORGANIZER:mailto:webinar@stem.test")
    );
    let read: Calendar = appointment.parse().unwrap();
    let [CalendarComponent::Event(event)] = &read.components[..] else {
        panic!("one event")
    };
    assert_eq!(event.property_value("SEQUENCE"), Some("1"));
    assert!(
        event.property_value("URL").unwrap().contains(&anna.token),
        "the guest's own link"
    );

    // The way out that stands in the mail.
    let link = text.split("http://stem.test").last().unwrap().trim();
    assert!(link.starts_with("/w/4K7P2M/unsubscribe?row="), "{link}");
    assert_eq!(get(&app, link).await.status, StatusCode::OK);
    assert_eq!(post(&app, link, String::new()).await.status, StatusCode::OK);
    vendor
        .post(MAILS, &self::mail("reminder", &recipients))
        .await;
    let list = sent(&mut vendor).await;
    let mailing = list.mailing.unwrap();
    assert_eq!((mailing.sent, mailing.failed.len()), (1, 1));
    assert_eq!(mailing.failed[0].why, MailFailure::Unsubscribed);
    assert_eq!(inbox.all().len(), 3);
}

#[tokio::test]
async fn whom_it_did_not_reach_is_told_by_name_of_the_row_and_can_be_tried_again() {
    let (url, inbox) = mail_server().await;
    let app = App::start().await.with_mail_server(&url);
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let sheets: Vec<Sheet> = (0..5).map(|_| Sheet::any()).collect();
    for sheet in &sheets {
        sign_up(&app, sheet, "0791").await;
    }
    let addresses = [
        "no@viborg.test",
        "later@viborg.test",
        "anna@viborg.test",
        "uden adresse",
        "x@y",
    ];
    let recipients = sheets.iter().zip(addresses);
    let recipients: Vec<Value> = recipients
        .map(|(sheet, to)| recipient(sheet, "Anna", to))
        .collect();
    vendor.post(MAILS, &mail("letter", &recipients)).await;
    let list = sent(&mut vendor).await;
    let mailing = list.mailing.unwrap();
    let why = |row: usize| {
        let failed = mailing
            .failed
            .iter()
            .find(|one| one.slot.as_str() == sheets[row].row);
        failed.map(|failed| failed.why)
    };
    assert_eq!(why(0), Some(MailFailure::Refused));
    assert_eq!(why(1), Some(MailFailure::Later));
    assert_eq!(why(2), None);
    assert_eq!(why(3), Some(MailFailure::NoAddress));
    let has_got = list
        .rows
        .iter()
        .filter(|row| row.sent.contains(&MailKind::Letter));
    assert!(
        has_got
            .clone()
            .any(|row| row.slot.as_str() == sheets[2].row)
    );
    assert!(
        !has_got
            .clone()
            .any(|row| row.slot.as_str() == sheets[1].row),
        "it can be tried again"
    );
    assert!(!part(&inbox.to("anna@viborg.test"), "text/plain").contains("BEGIN:VCALENDAR"));
    assert!(
        !inbox.to("anna@viborg.test").contains("text/calendar"),
        "a letter brings no appointment"
    );
}

#[tokio::test]
async fn a_cancellation_takes_the_appointment_out_of_the_calendar() {
    let (url, inbox) = mail_server().await;
    let app = App::start().await.with_mail_server(&url);
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let anna = Sheet::any();
    sign_up(&app, &anna, "0791").await;
    let recipients = [recipient(&anna, "Anna", "anna@viborg.test")];
    vendor.post(MAILS, &mail("cancellation", &recipients)).await;
    sent(&mut vendor).await;
    let mail = inbox.to("anna@viborg.test");
    let appointment = part(&mail, "text/calendar; charset=utf-8; method=CANCEL");
    for line in [
        "METHOD:CANCEL",
        "STATUS:CANCELLED",
        "SEQUENCE:2",
        "UID:4K7P2M@stem.test",
    ] {
        assert!(appointment.contains(line), "{line}: {appointment}");
    }
}

#[tokio::test]
async fn no_address_is_stored_and_none_is_answered() {
    let (url, _inbox) = mail_server().await;
    let app = App::start().await.with_mail_server(&url);
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let sheet = Sheet::any();
    sign_up(&app, &sheet, "0791").await;
    let recipients = [recipient(&sheet, "Navngiven Holm", "navngiven@viborg.test")];
    vendor.post(MAILS, &mail("invitation", &recipients)).await;
    sent(&mut vendor).await;
    app.execute("PRAGMA wal_checkpoint(TRUNCATE)").await;
    let stored = fs::read(app.directory.path().join("data/barometer.db")).unwrap();
    let has = |bytes: &[u8], text: &str| {
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    for secret in ["navngiven@viborg.test", "Navngiven Holm", &sheet.token] {
        assert!(!has(&stored, secret), "{secret}");
        let heard = app.heard.lock().unwrap();
        for answer in heard.iter() {
            assert!(
                !has(&answer.body, secret),
                "{secret} in {} {}",
                answer.method,
                answer.path
            );
        }
    }
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_sent_and_what_no_page_sends_is_refused() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    open(&app, &mut vendor, None).await;
    let sheet = Sheet::any();
    sign_up(&app, &sheet, "0791").await;
    let recipients = [recipient(&sheet, "Anna", "anna@viborg.test")];
    let refused = vendor.post(MAILS, &mail("invitation", &recipients)).await;
    assert_eq!(refused.refusal(), (409, "not_possible_now".into()));
    let list: SignupList = vendor.get(SIGNUPS).await.json();
    assert_eq!((list.mail_from, list.mailing), (None, None));

    let cookie = vendor.cookie();
    let (url, _inbox) = mail_server().await;
    let app = app.with_mail_server(&url);
    let mut vendor = app.browser_with(cookie);
    let mut broken = mail("invitation", &recipients);
    broken["draft"]["subject"] = json!("a\r\nBcc: alle@viborg.test");
    assert_eq!(vendor.post(MAILS, &broken).await.refusal().0, 422);
    let named = recipient(&sheet, "Anna\r\nBcc: alle@viborg.test", "anna@viborg.test");
    assert_eq!(
        vendor
            .post(MAILS, &mail("invitation", &[named]))
            .await
            .refusal()
            .0,
        422
    );
    let many = vec![recipients[0].clone(); 101];
    assert_eq!(
        vendor
            .post(MAILS, &mail("invitation", &many))
            .await
            .refusal()
            .0,
        422
    );
}
