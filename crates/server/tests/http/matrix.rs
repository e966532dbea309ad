//! Every operation of the API's description, asked by everybody: who is let in, and that nobody but the vendor is told
//! anything of anybody else. An operation without a row here fails.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use barometer_domain::catalogue::Reality;
use barometer_domain::vendor::VendorSession;
use barometer_domain::wire::Me;
use barometer_server::demo::DEMO_FILE;
use barometer_server::import;
use futures_util::StreamExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::app::{Answer, App, Browser, CODE, SECRET, SETUP_TOKEN};
use crate::leaks_scan::found;

/// Another webinar on the same server, and what its presenter's link holds.
const ELSEWHERE: (&str, &str) = ("5K7P2M", "the other presenter's secret");

/// Those who ask, in the order of the columns.
pub(crate) const ROLES: [&str; 8] = [
    "nobody",
    "participant",
    "participant elsewhere",
    "observer",
    "presenter",
    "presenter elsewhere",
    "reader of the living page",
    "vendor",
];

/// Who is let in (`+`) and who is refused with 401 or 403 (`-`). Nobody gets in with a wrong secret.
const TABLE: &str = "
                                                             nobody
                                                             | participant
                                                             | | participant elsewhere
                                                             | | | observer
                                                             | | | | presenter
                                                             | | | | | presenter elsewhere
                                                             | | | | | | reader
                                                             | | | | | | | vendor
get    /webinars/{code}                                      + + + + + + + +
get    /webinars/{code}/catalogue/{hash}                     + + + + + + + +
get    /webinars/{code}/view                                 + + + + + + + +
get    /webinars/{code}/events                               + + + + + + + +
get    /webinars/{code}/roll                                 + + + + + + + +
get    /webinars/{code}/carrying                             + + + + + + + +
get    /webinars/{code}/qr.svg                               + + + + + + + +
get    /webinars/{code}/webinar.ics                          + + + + + + + +
get    /webinars/{code}/look-ups                             + + + + + + + +
post   /webinars/{code}/participants                         + + + + + + + +
get    /webinars/{code}/me                                   - + - + - - - -
put    /webinars/{code}/me/identity                          - + - + - - - -
put    /webinars/{code}/ballot                               - + - - - - - -
post   /webinars/{code}/interests                            - + - - - - - -
post   /webinars/{code}/console/session                      - - - - - - - -
get    /webinars/{code}/console/view                         - - - - + - - -
get    /webinars/{code}/console/events                       - - - - + - - -
post   /webinars/{code}/console                              - - - - + - - -
post   /webinars/{code}/console/questions                    - - - - + - - -
post   /webinars/{code}/console/rehearsal                    - - - - + - - -
delete /webinars/{code}/console/rehearsal                    - - - - + - - -
get    /financing                                            - - - - - - + +
get    /financing.csv                                        - - - - - - + +
get    /financing.xlsx                                       - - - - - - + +
get    /financing/events                                     - - - - - - + +
post   /financing/session                                    - - - - - - - -
get    /vendor                                               + + + + + + + +
post   /vendor                                               - - - - - - - -
post   /vendor/session                                       - - - - - - - -
get    /vendor/session                                       - - - - - - - +
delete /vendor/session                                       - - - - - - - +
get    /vendor/account                                       - - - - - - - +
put    /vendor/passphrase                                    - - - - - - - +
post   /vendor/recovery/challenge                            + + + + + + + +
post   /vendor/recovery                                      - - - - - - - -
get    /vendor/financing                                     - - - - - - - +
put    /vendor/financing                                     - - - - - - - +
post   /vendor/look-ups/acknowledgement                      - - - - - - - +
get    /vendor/retention                                     - - - - - - - +
get    /vendor/webinars                                      - - - - - - - +
post   /vendor/webinars                                      - - - - - - - +
get    /vendor/webinars/{code}                               - - - - - - - +
put    /vendor/webinars/{code}                               - - - - - - - +
delete /vendor/webinars/{code}                               - - - - - - - +
post   /vendor/webinars/{code}/preview                       - - - - - - - +
post   /vendor/webinars/{code}/presenter-link                - - - - - - - +
post   /vendor/webinars/{code}/rehearsal                     - - - - - - - +
get    /vendor/webinars/{code}/invitations                   - - - - - - - +
post   /vendor/webinars/{code}/invitations                   - - - - - - - +
put    /vendor/webinars/{code}/invitations                   - - - - - - - +
delete /vendor/webinars/{code}/invitations                   - - - - - - - +
get    /vendor/webinars/{code}/surveys/{purpose}             - - - - - - - +
put    /vendor/webinars/{code}/surveys/{purpose}             - - - - - - - +
post   /vendor/webinars/{code}/surveys/{purpose}/steps       - - - - - - - +
get    /vendor/webinars/{code}/signups                       - - - - - - - +
put    /vendor/webinars/{code}/signups                       - - - - - - - +
post   /vendor/webinars/{code}/signups                       - - - - - - - +
delete /vendor/webinars/{code}/signups/{slot}                - - - - - - - +
post   /vendor/webinars/{code}/mails                         - - - - - - - +
put    /vendor/webinars/{code}/evaluation                    - - - - - - - +
get    /vendor/webinars/{code}/after                         - - - - - - - +
get    /vendor/webinars/{code}/questions                     - - - - - - - +
post   /vendor/webinars/{code}/questions                     - - - - - - - +
get    /vendor/forum                                         - - - - - - - +
post   /vendor/forum                                         - - - - - - - +
get    /vendor/comments                                      - - - - - - - +
post   /vendor/comments                                      - - - - - - - +
put    /vendor/webinars/{code}/after                         - - - - - - - +
post   /vendor/webinars/{code}/look-ups                      - - - - - - - +
post   /vendor/webinars/{code}/voters                        - - - - - - - +
post   /vendor/webinars/{code}/strikes                       - - - - - - - +
delete /vendor/webinars/{code}/personal-data                 - - - - - - - +
get    /vendor/requests                                      - - - - - - - +
post   /vendor/requests                                      - - - - - - - +
get    /vendor/requests/{request}                            - - - - - - - +
put    /vendor/requests/{request}                            - - - - - - - +
post   /vendor/requests/{request}/steps                      - - - - - - - +
put    /vendor/requests/{request}/delivery                   - - - - - - - +
get    /vendor/deliveries                                    - - - - - - - +
put    /vendor/deliveries                                    - - - - - - - +
post   /vendor/requests/{request}/undo                       - - - - - - - +
get    /vendor/requests/{request}/commitments                - - - - - - - +
post   /vendor/requests/{request}/commitments/{municipality} - - - - - - - +
post   /vendor/requests/{request}/commitments/{municipality}/undo - - - - - - - +
get    /vendor/commitments                                   - - - - - - - +
post   /vendor/imports                                       - - - - - - - +
get    /vendor/wishes                                        - - - - - - - +
get    /vendor/what-pays                                     - - - - - - - +
get    /vendor/news                                          - - - - - - - +
put    /vendor/webhook                                       - - - - - - - +
delete /vendor/webhook                                       - - - - - - - +
post   /vendor/webhook/test                                  - - - - - - - +
";

pub(crate) type Rows = BTreeMap<(String, String), Vec<bool>>;

/// Method and path of each operation, and for each role whether it is let in.
pub(crate) fn rows() -> Rows {
    let lines = TABLE.lines().filter(|line| line.contains('/'));
    let row = |line: &str| {
        let mut words = line.split_whitespace().map(str::to_owned);
        let operation = (words.next().unwrap(), words.next().unwrap());
        let marks: Vec<bool> = words.map(|mark| mark == "+").collect();
        assert_eq!(marks.len(), ROLES.len(), "{line}");
        (operation, marks)
    };
    lines.map(row).collect()
}

/// The operations that the server describes.
pub(crate) async fn described(app: &App) -> Vec<(String, String)> {
    let request = Request::get("/api/v1/openapi.json").body(Body::empty());
    let document: Value = app.send(request.unwrap()).await.json();
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.iter().flat_map(|(path, methods)| {
        let path = path.strip_prefix("/api/v1").unwrap();
        let methods = methods.as_object().unwrap().keys();
        methods.map(move |method| (method.clone(), path.to_owned()))
    });
    operations.collect()
}

#[tokio::test]
async fn every_operation_has_its_row_and_every_row_its_operation() {
    let described = described(&App::start().await).await;
    let rows = rows();
    for operation in &described {
        assert!(rows.contains_key(operation), "no row for {operation:?}");
    }
    for operation in rows.keys() {
        assert!(
            described.contains(operation),
            "no operation for {operation:?}"
        );
    }
}

/// A server with two webinars, people in both, and everybody's cookie.
pub(crate) struct Stage {
    pub(crate) app: App,
    pub(crate) cookies: Vec<String>,
    hash: String,
    request: Value,
    /// What belongs to others: never told to anybody but the vendor.
    others: Vec<String>,
    /// What only the presenter may be told beside the vendor.
    presenters: Vec<String>,
}

/// A question that waits for approval.
const UNAPPROVED: &str = "Uafklaret";

/// Municipalities of the others, whom no commitment of the demo names, and their sealed names.
const OTHERS: [(&str, &str, &str); 5] = [
    ("0101", "København", "1"),
    ("0825", "Læsø", "2"),
    ("0492", "Ærø", "3"),
    ("0665", "Lemvig", "4"),
    ("0482", "Langeland", "5"),
];

impl Stage {
    /// The vote is open; with `revealed` its whole result is out, and somebody has looked names up.
    pub(crate) async fn set(revealed: bool) -> Self {
        let app = App::start().await;
        let code = ELSEWHERE.0.parse().unwrap();
        let other = import::read(
            DEMO_FILE.as_bytes(),
            code,
            ELSEWHERE.1.into(),
            Reality::Real,
        );
        let other = other.unwrap().webinar;
        app.store.create(other).await.unwrap().unwrap();

        let mut vendor = app.vendor().await;
        let session: VendorSession = vendor.get("/vendor/session").await.json();
        let access = json!({ "protected": true });
        let access: Value = vendor.put("/vendor/financing", &access).await.json();
        let mut reader = app.browser();
        let code = json!({ "code": access["code"] });
        reader.post("/financing/session", &code).await;

        let mut presenter = app.presenter().await;
        let mut presenter_elsewhere = app.browser().at(ELSEWHERE.0);
        let secret = json!({ "secret": ELSEWHERE.1 });
        presenter_elsewhere.post("/console/session", &secret).await;
        presenter.opens().await;

        let mut others = vec![session.wrapped, access["code"].as_str().unwrap().into()];
        others.extend([SECRET, ELSEWHERE.1, SETUP_TOKEN, "Ida Holm"].map(str::to_owned));
        for (code, name, letter) in OTHERS {
            let mut voter = app.voter(code).await;
            let sealed = letter.repeat(747);
            voter
                .put("/me/identity", &json!({ "sealed": sealed }))
                .await;
            voter.votes(&[letter.parse().unwrap()]).await;
            let me: Me = voter.get("/me").await.json();
            others.extend([code.into(), name.into(), sealed, me.slot, voter.token()]);
        }
        let mut participant = app.voter("0791").await;
        participant.votes(&[1]).await;
        let asked = format!("do=ask&text={UNAPPROVED}");
        let somebody = app.voter("0101").await;
        let page = format!("/w/{CODE}/questions");
        somebody
            .tab()
            .request(Method::POST, &page, asked.into())
            .await;
        let mut elsewhere = app.browser().at(ELSEWHERE.0);
        elsewhere
            .post("/participants", &json!({ "municipality": "0741" }))
            .await;
        let mut observer = app.browser();
        observer
            .post("/participants", &json!({ "observer": true }))
            .await;
        if revealed {
            presenter.commands(&[json!({ "do": "close" })]).await;
            app.close_for_good().await;
            let reason = json!({ "name": "Ida Holm", "reason": "Kontrol" });
            let path = format!("/vendor/webinars/{CODE}/look-ups");
            assert_eq!(vendor.post(&path, &reason).await.status, StatusCode::OK);
            presenter.reveals().await;
        }
        let view: Value = app.browser().get("/view").await.json();
        let hash = view["catalogue"].as_str().unwrap().to_owned();
        let catalogue = format!("/catalogue/{hash}");
        let catalogue: Value = app.browser().get(&catalogue).await.json();
        let agenda: Value = presenter.get("/console/view").await.json();
        let notes = agenda["agenda"].as_array().unwrap().iter();
        let notes = notes.filter_map(|item| item["notes"].as_str());
        let presenters = notes.filter(|note| !note.is_empty()).map(str::to_owned);
        let mut presenters: Vec<String> = presenters.collect();
        // Part of the demo's notes for its first candidate.
        presenters.push("tre lister på en aftenvagt".into());
        // What somebody asked, and nobody has approved.
        presenters.push(UNAPPROVED.into());
        let cookies = [
            &presenter_elsewhere,
            &participant,
            &elsewhere,
            &observer,
            &presenter,
            &presenter_elsewhere,
            &reader,
            &vendor,
        ];
        let mut cookies: Vec<String> = cookies.map(Browser::cookie).into();
        cookies[0] = "nothing=1".into();
        Self {
            cookies,
            hash,
            request: catalogue["requests"][0]["id"].clone(),
            others,
            presenters,
            app,
        }
    }

    /// An address with what there is in the place of its names.
    pub(crate) fn path(&self, template: &str) -> String {
        template
            .replace("{code}", CODE)
            .replace("{hash}", &self.hash)
            .replace("{request}", &self.request.to_string())
            .replace("{purpose}", "before_webinar")
            .replace("{municipality}", "0607")
    }

    /// Asks as this role, with a body that is well-formed and, where it holds a secret, wrong.
    async fn ask(&self, method: &str, template: &str, role: usize) -> Answer {
        let path = self.path(template);
        let method: Method = method.to_uppercase().parse().unwrap();
        let request = Request::builder()
            .method(&method)
            .uri(format!("/api/v1{path}"))
            .header(header::COOKIE, &self.cookies[role]);
        let body = example(&method, template);
        let body = if body.is_null() {
            Body::empty()
        } else {
            Body::from(body.to_string())
        };
        let request = request.body(body).unwrap();
        if template.ends_with("/events") {
            self.follow(request).await
        } else {
            self.app.send(request).await
        }
    }

    /// The first two events of a stream, or the refusal.
    pub(crate) async fn follow(&self, request: Request<Body>) -> Answer {
        let answer = self.app.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let mut stream = answer.into_body().into_data_stream();
        let mut body = Vec::new();
        let quiet = Duration::from_millis(100);
        while let Ok(Some(bytes)) = tokio::time::timeout(quiet, stream.next()).await {
            body.extend(bytes.unwrap());
        }
        Answer {
            status,
            headers,
            body,
        }
    }

    fn check(&self, operation: &(String, String), role: usize, is_let_in: bool, answer: &Answer) {
        let what = format!("{} {} as {}", operation.0, operation.1, ROLES[role]);
        let status = answer.status;
        assert!(!status.is_server_error(), "{what}: {status}");
        assert_ne!(status, StatusCode::TOO_MANY_REQUESTS, "{what}");
        let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status);
        assert_eq!(!refused, is_let_in, "{what}: {status}");
        if refused {
            answer.refusal();
        }
        if ROLES[role] == "vendor" {
            return;
        }
        let others: Vec<&str> = self.others.iter().map(String::as_str).collect();
        assert_eq!(found(&answer.body, &others), [""; 0], "{what}");
        if ROLES[role] != "presenter" {
            let notes: Vec<&str> = self.presenters.iter().map(String::as_str).collect();
            assert_eq!(found(&answer.body, &notes), [""; 0], "{what}");
        }
    }
}

/// A body that is well-formed and, where it holds a secret, wrong.
pub(crate) fn example(method: &Method, template: &str) -> Value {
    let signed = json!({ "name": "Ida Holm", "reason": "Kontrol" });
    match (method.as_str(), template) {
        ("GET" | "DELETE", _) => Value::Null,
        (_, "/webinars/{code}/participants") => json!({ "observer": true }),
        (_, "/webinars/{code}/me/identity") => json!({ "sealed": "s".repeat(747) }),
        (_, "/webinars/{code}/ballot") => json!({ "rev": 2, "choices": [2],
            "trackers": { "ballot": "a".repeat(21) + "A", "choices": ["b".repeat(21) + "A"] } }),
        (_, "/webinars/{code}/interests") => json!({ "request": 1 }),
        (_, "/webinars/{code}/console/session") => json!({ "secret": "guessed" }),
        (_, "/webinars/{code}/console") => {
            json!({ "command": { "do": "blank", "on": true }, "seen_step": 2 })
        }
        (_, "/webinars/{code}/console/questions") => json!({ "do": "moderate", "on": true }),
        (_, "/financing/session") => json!({ "code": "AAAAA AAAAA" }),
        (_, "/vendor") => json!({ "token": "guessed", "key": "k".repeat(43), "stretch": "{}",
            "wrapped": "{}", "proof": "p".repeat(43) }),
        (_, "/vendor/session") => json!({ "proof": "q".repeat(43) }),
        (_, "/vendor/recovery") => {
            json!({ "number": "7", "until": 1, "answer": "guessed", "by": signed,
            "key": { "stretch": "{}", "wrapped": "{}", "proof": "q".repeat(43) } })
        }
        (_, "/vendor/financing") => json!({ "protected": false }),
        (_, "/vendor/webinars/{code}/strikes") => {
            json!({ "slots": [], "name": "Ida Holm", "reason": "Kontrol" })
        }
        (_, "/vendor/webinars/{code}/invitations") if method == Method::PUT => {
            json!({ "invited_only": false })
        }
        (_, "/vendor/webinars/{code}/invitations") => json!({ "invitations": [] }),
        // For the vendor alone, who may get it wrong: that it is refused before it is read is what counts.
        _ => signed,
    }
}

#[tokio::test]
async fn whoever_reads_is_let_in_as_the_table_says_and_told_nothing_of_others() {
    for revealed in [false, true] {
        let stage = Stage::set(revealed).await;
        for (operation, marks) in rows().iter().filter(|(operation, _)| operation.0 == "get") {
            for (role, is_let_in) in marks.iter().enumerate() {
                let answer = stage.ask("get", &operation.1, role).await;
                stage.check(operation, role, *is_let_in, &answer);
            }
        }
    }
}

#[tokio::test]
async fn whoever_changes_something_is_let_in_as_the_table_says_and_told_nothing_of_others() {
    let mut stage = Stage::set(false).await;
    for (operation, marks) in rows().iter().filter(|(operation, _)| operation.0 != "get") {
        for (role, is_let_in) in marks.iter().enumerate() {
            let answer = stage.ask(&operation.0, &operation.1, role).await;
            stage.check(operation, role, *is_let_in, &answer);
        }
        // What was changed may change who is let in next.
        let is_for_all = marks.iter().all(|is_let_in| !is_let_in);
        if !is_for_all {
            stage = Stage::set(false).await;
        }
    }
}
