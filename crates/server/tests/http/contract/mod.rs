//! The API's description, held against the server: whatever an operation is asked, it answers with what the description
//! names, takes what the description says it takes, and refuses the rest.

mod document;
mod samples;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use barometer_server::http;
use serde_json::{Value, json};

use crate::app::{Answer, CODE};
use crate::matrix::{ROLES, Stage, example, rows};
use document::{Contract, Operation};

/// What is tried behind the `?`, whatever is asked for there.
const QUERY_VALUES: [&str; 9] = [
    "",
    "2026-11-29",
    "screen",
    "true",
    "3",
    "-1",
    "%ff",
    "%00",
    "99999999999999999999",
];

/// Why a body is not read although it fits: what a schema cannot say, or could only say in a way that nobody could read.
const BEYOND_SCHEMAS: [&str; 17] = [
    // Alternatives with fields of their own; a schema of alternatives takes more beside them.
    "unknown field",
    "expected value",
    "trailing characters",
    "one tracker for each choice",
    "a wrapped key of at most 4096 bytes",
    "a recipient",
    "too many recipients",
    "the text is empty",
    "at most 1000 characters",
    "at most 6 points",
    "subject or text",
    "leads to the public internet",
    // How a price is shared: each rule wants its own fields.
    "an array of length 4",
    "four weights above 0",
    "a percentage from 0 to 100",
    "a number of inhabitants",
    "a fee above 0",
];

/// Where the description lies as it was last committed.
const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");

#[test]
fn the_committed_description_is_the_servers() {
    let is_same = std::fs::read_to_string(SNAPSHOT).unwrap() == http::description();
    assert!(
        is_same,
        "the API has changed: `cargo run --bin barometer openapi > docs/openapi.json` writes it down"
    );
}

/// Holds what any test was answered against the description. So every test shows of the operations that it uses what they
/// answer when all goes well, too.
pub(crate) fn hold(method: &Method, path: &str, answer: &Answer) {
    static CONTRACT: LazyLock<Contract> = LazyLock::new(|| Contract::of(&http::description()));
    static OPERATIONS: LazyLock<Vec<Operation>> = LazyLock::new(|| CONTRACT.operations());
    let Some(path) = path.strip_prefix("/api/v1") else {
        return;
    };
    let mine = OPERATIONS
        .iter()
        .filter_map(|operation| Some((operation.names_in(method, path)?, operation)));
    let Some((_, operation)) = mine.min_by_key(|(names, _)| *names) else {
        return;
    };
    // A refusal that a person reads is a page.
    let kind = answer.headers.get(header::CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if let Some(fault) = CONTRACT.fault(operation, answer).filter(|_| !is_page) {
        panic!("{}: {fault}", operation.name());
    }
}

/// Asks one server, each time from another address, and holds the answers against the description.
struct Examiner<'a> {
    contract: &'a Contract,
    operation: &'a Operation,
    stage: &'a Stage,
    role: usize,
    asked: u32,
    faults: Vec<String>,
}

/// The role that may do the most with an operation.
fn role_for(operation: &Operation) -> usize {
    let key = (
        operation.method.as_str().to_lowercase(),
        operation.template.clone(),
    );
    let marks = &rows()[&key];
    marks.iter().rposition(|is_let_in| *is_let_in).unwrap_or(0)
}

impl<'a> Examiner<'a> {
    fn new(contract: &'a Contract, operation: &'a Operation, stage: &'a Stage) -> Self {
        Self {
            contract,
            operation,
            stage,
            role: role_for(operation),
            asked: 0,
            faults: Vec::new(),
        }
    }

    async fn send(&mut self, path: &str, more: &[(&str, &str)], body: Vec<u8>) -> Answer {
        self.asked += 1;
        let from = format!("10.{}.{}.1", self.asked / 256 % 256, self.asked % 256);
        let mut request = Request::builder()
            .method(&self.operation.method)
            .uri(format!("/api/v1{path}"))
            .header(header::COOKIE, &self.stage.cookies[self.role])
            .header("x-forwarded-for", from);
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).unwrap();
        if self.operation.is_stream() {
            self.stage.follow(request).await
        } else {
            self.stage.app.send(request).await
        }
    }

    /// Asks, and checks what comes; `what` says in a fault what was asked.
    async fn ask(
        &mut self,
        what: &str,
        path: &str,
        more: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let answer = self.send(path, more, body).await;
        let status = answer.status;
        if status.is_server_error() {
            self.blame(what, &status.to_string());
        } else if let Some(fault) = self.contract.fault(self.operation, &answer) {
            self.blame(what, &fault);
        }
        answer
    }

    fn blame(&mut self, what: &str, fault: &str) {
        let what: String = what.chars().take(400).collect();
        self.faults
            .push(format!("{}, {what}: {fault}", self.operation.name()));
    }

    /// Sends a body, and checks that it is read if it fits the schema, and refused if not.
    async fn send_body(&mut self, path: &str, schema: &Value, body: &Value) {
        let text = body.to_string();
        let answer = self.ask(&text, path, &[], text.clone().into()).await;
        let misfit = self.contract.misfit(schema, body);
        let is_malformed = answer.body.windows(11).any(|part| part == b"\"malformed\"");
        match misfit {
            Some(misfit) if answer.status.is_success() => {
                self.blame(&text, &format!("taken, but {misfit}"));
            }
            None if is_malformed => {
                let said = String::from_utf8_lossy(&answer.body).into_owned();
                if BEYOND_SCHEMAS.iter().any(|reason| said.contains(reason)) {
                    return;
                }
                self.blame(&text, &format!("fits, but {said}"));
            }
            _ => {}
        }
    }
}

fn report(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[tokio::test]
async fn whatever_is_read_is_answered_as_described() {
    let contract = Contract::of(&http::description());
    let operations = contract.operations();
    let reading = |operation: &&Operation| operation.method == Method::GET;
    let mut faults = Vec::new();
    for revealed in [false, true] {
        let stage = Stage::set(revealed).await;
        for operation in operations.iter().filter(reading) {
            let mut examiner = Examiner::new(&contract, operation, &stage);
            let path = examiner.stage.path(&operation.template);
            let answer = examiner.ask("as it is", &path, &[], Vec::new()).await;
            if let Some(tag) = answer.headers.get(header::ETAG) {
                let tag = [("if-none-match", tag.to_str().unwrap())];
                examiner.ask("what is known", &path, &tag, Vec::new()).await;
            }
            for (name, _) in &operation.query {
                for value in QUERY_VALUES {
                    let asked = format!("{path}?{name}={value}");
                    examiner.ask(&asked, &asked, &[], Vec::new()).await;
                }
            }
            examiner.ask_elsewhere().await;
            faults.append(&mut examiner.faults);
        }
    }
    report(&faults);
}

impl Examiner<'_> {
    /// Asks at addresses where nothing lies, and as somebody else.
    async fn ask_elsewhere(&mut self) {
        let template = self.operation.template.clone();
        let valid = self.operation.body.is_some().then(|| json!({}).to_string());
        let valid = valid.unwrap_or_default();
        for name in [
            "{code}",
            "{hash}",
            "{request}",
            "{purpose}",
            "{municipality}",
            "{slot}",
        ] {
            if !template.contains(name) {
                continue;
            }
            let wrong = [
                "ZZZZZZ",
                "x",
                "-1",
                "%00",
                "%ff",
                "%F0%9F%92%A5",
                "..%2f..",
                "99999999999",
                &"a".repeat(2_000),
            ];
            for value in wrong {
                let value = value.trim();
                let path = self.stage.path(&template.replace(name, value));
                let answer = self.ask(&path, &path, &[], valid.clone().into()).await;
                if answer.status.is_success() && name != "{municipality}" {
                    self.blame(&path, "there is nothing, but it is answered");
                }
            }
        }
        let path = self.stage.path(&template);
        for (role, who) in ROLES.iter().enumerate() {
            let own = std::mem::replace(&mut self.role, role);
            if self.operation.method == Method::GET {
                self.ask(who, &path, &[], Vec::new()).await;
            }
            self.role = own;
        }
        if self.operation.method != Method::GET {
            let elsewhere = [
                ("origin", "https://elsewhere.test"),
                ("sec-fetch-site", "cross-site"),
            ];
            let answer = self
                .ask("another site", &path, &elsewhere, valid.into())
                .await;
            if answer.status != StatusCode::FORBIDDEN {
                self.blame("another site's page", &answer.status.to_string());
            }
        }
    }
}

#[tokio::test]
async fn whatever_is_sent_is_read_if_it_fits_and_answered_as_described() {
    let contract = Contract::of(&http::description());
    let mut faults = Vec::new();
    for operation in contract.operations() {
        if operation.method == Method::GET {
            continue;
        }
        let (stage, fresh) = (Stage::set(false).await, Stage::set(false).await);
        let mut examiner = Examiner::new(&contract, &operation, &stage);
        examiner.ask_elsewhere().await;
        let path = examiner.stage.path(&operation.template);
        match &operation.body {
            Some((media, schema)) if media == "application/json" => {
                for body in samples::broken() {
                    let what = String::from_utf8_lossy(&body).into_owned();
                    examiner.ask(&what, &path, &[], body).await;
                }
                let fitting = samples::fitting(&contract, schema);
                for sample in &fitting {
                    examiner.send_body(&path, schema, sample).await;
                }
                for sample in fitting.iter().take(1) {
                    for changed in samples::changed(sample) {
                        examiner.send_body(&path, schema, &changed).await;
                    }
                }
                // What a person might send, to a server where nothing has been sent before.
                examiner.stage = &fresh;
                let example = example(&operation.method, &operation.template);
                examiner.send_body(&path, schema, &example).await;
            }
            Some(_) => {
                for body in samples::broken() {
                    examiner.ask("a broken file", &path, &[], body).await;
                }
                for (name, _) in &operation.query {
                    for value in QUERY_VALUES {
                        let asked = format!("{path}?{name}={value}");
                        examiner
                            .ask(&asked, &asked, &[], b"title\nx\n".into())
                            .await;
                    }
                }
            }
            None => {
                examiner.ask("as it is", &path, &[], Vec::new()).await;
                examiner.ask("again", &path, &[], b"{".into()).await;
            }
        }
        faults.append(&mut examiner.faults);
    }
    report(&faults);
}

#[tokio::test]
async fn a_method_that_an_address_does_not_have_is_refused_with_those_it_has() {
    let contract = Contract::of(&http::description());
    let mut methods: BTreeMap<String, Vec<Method>> = BTreeMap::new();
    for operation in contract.operations() {
        methods
            .entry(operation.template)
            .or_default()
            .push(operation.method);
    }
    let stage = Stage::set(false).await;
    for (template, has) in methods {
        for method in [
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::PATCH,
            Method::OPTIONS,
        ] {
            if has.contains(&method) {
                continue;
            }
            let request = Request::builder()
                .method(&method)
                .uri(format!("/api/v1{}", stage.path(&template)));
            let answer = stage.app.send(request.body(Body::empty()).unwrap()).await;
            assert_eq!(
                answer.status,
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {template}"
            );
            assert_eq!(answer.refusal(), (405, "not_found".into()));
            let allowed = answer.headers[header::ALLOW].to_str().unwrap();
            for method in &has {
                assert!(allowed.contains(method.as_str()), "{template}: {allowed}");
            }
        }
    }
    assert!(stage.path("/webinars/{code}").ends_with(CODE));
}
