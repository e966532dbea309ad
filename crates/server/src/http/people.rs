//! A refusal for a person: whoever opened an address in a browser reads a sentence, never JSON.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use barometer_domain::refusal::Refusal;
use barometer_domain::route::pattern;
use barometer_domain::wire::Problem;
use barometer_text::Language;
use barometer_text::lost::NotFoundText;
use barometer_text::staff::refused;
use maud::html;

use super::articles::{self, LanguageQuery};
use super::html_page::{ARTICLE_LOOK, PageHead, VIEWPORT};

/// The longest problem that is read, in bytes.
const LONGEST_PROBLEM: usize = 16 * 1024;

/// Puts a page in the place of a refusal where the browser asked for a page.
pub(super) async fn explain(request: Request, next: Next) -> Response {
    let asks_for_a_page = asks_for_a_page(request.headers());
    let language = articles::language(&LanguageQuery::default(), request.headers());
    let answer = next.run(request).await;
    let is_refusal = answer.status().is_client_error() || answer.status().is_server_error();
    if !asks_for_a_page || !is_refusal || is_page(answer.headers()) {
        return answer;
    }
    let (mut parts, body) = answer.into_parts();
    let problem = to_bytes(body, LONGEST_PROBLEM).await.ok();
    let problem = problem.and_then(|bytes| serde_json::from_slice::<Problem>(&bytes).ok());
    let refusal = problem.map_or_else(|| refusal_of(parts.status), |problem| problem.refusal);
    for name in [header::CONTENT_TYPE, header::CONTENT_LENGTH] {
        parts.headers.remove(name);
    }
    let headers = [
        (header::CONTENT_SECURITY_POLICY, articles::POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::VARY, "accept, accept-language"),
    ];
    let page = Html(page(&refusal, language));
    (parts.status, parts.headers, headers, page).into_response()
}

/// A page's own requests ask for anything, or for JSON.
fn asks_for_a_page(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT);
    accepts.is_some_and(|accepts| {
        accepts
            .to_str()
            .is_ok_and(|kinds| kinds.contains("text/html"))
    })
}

fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// For what was refused without a word.
fn refusal_of(status: StatusCode) -> Refusal {
    if status.is_client_error() {
        Refusal::NotFound
    } else {
        Refusal::Internal
    }
}

fn page(refusal: &Refusal, language: Language) -> String {
    let heading = refused::sentence(refusal, language);
    let [what_now, code, financing] = [
        NotFoundText::WhatNow,
        NotFoundText::TypeCode,
        NotFoundText::Financing,
    ]
    .map(|words| words.say(language));
    let body = html! {
        body class="article" {
            header { nav { a href=(pattern::JOIN) { "Barometer" } } }
            main {
                h1 { (heading) }
                p { (what_now) }
                ul {
                    li { a href=(pattern::JOIN) { (code) } }
                    li { a href=(pattern::FINANCE) { (financing) } }
                }
            }
        }
    };
    let head = PageHead {
        language,
        title: &format!("{heading} – Barometer"),
        viewport: VIEWPORT,
        has_no_icon: false,
        stylesheet: ARTICLE_LOOK,
    };
    head.document(&body)
}
