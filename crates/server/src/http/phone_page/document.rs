//! The built document with a page in it: small, and of one length whatever a ballot in it says.

use std::fmt::Write as _;
use std::io::Write as _;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use barometer_text::Language;
use flate2::{Compression, GzBuilder};

use super::super::policy::{OURSELVES, TEAMS, policy};
use super::frame::{PhonePage, RenderedPage};
use crate::app_files::AppFiles;
use crate::secrets;

/// What a ballot adds to a page at the most, in bytes of what is sent.
const ROOM: usize = 1024;
/// Lengths are multiples of so many bytes, for the random parts of a page pack differently each time.
const STEP: usize = 256;
/// A proxy that packed the page again would show how long the ballot in it is (RFC 9111, section 5.2.2.6).
const AS_IT_IS: HeaderValue = HeaderValue::from_static("no-store, no-transform");
/// How soon a page without a form is asked for anew where no script follows, in seconds.
const REFRESH_S: u32 = 8;
/// What is only there where a script runs, and what is not.
const WITHOUT_SCRIPT: &str = ".by-script,.names{display:none!important}\
     .no-name{display:block!important;margin-block-start:12px}\
     noscript>label{display:block;margin-block:14px 8px;font-weight:700}";

/// The phone's document as the build wrote it.
pub(super) struct BuiltDocument {
    /// From the doctype to the end of the head, without title and language.
    head: String,
}

impl BuiltDocument {
    /// Reads it; `None` where there is none with a place for the page. Read each time: a new build has new names.
    pub(super) async fn read(app: &AppFiles) -> Option<Self> {
        let html = app.read("phone/index.html").await?;
        let html = str::from_utf8(&html).ok()?;
        let (head, body) = html.split_once("</head>")?;
        body.contains("id=\"shell\"").then(|| Self::with_head(head))
    }

    fn with_head(head: &str) -> Self {
        let lines = head.lines().filter(|line| !line.trim().is_empty());
        // The page can be used without it; the stylesheet asks for it in its own time.
        let lines = lines.filter(|line| !line.contains("as=\"font\""));
        let low = |line: &str| {
            let is_app = line.contains("as=\"fetch\"") || line.contains("modulepreload");
            if is_app {
                line.replace("<link ", "<link fetchpriority=\"low\" ")
            } else {
                line.to_owned()
            }
        };
        Self {
            head: lines.map(low).collect::<Vec<_>>().join("\n"),
        }
    }

    /// The page as an answer.
    pub(super) fn respond(
        &self,
        page: &PhonePage<'_>,
        status: StatusCode,
        asked: &HeaderMap,
    ) -> Response {
        if !page.holds_ballot() {
            return self.respond_with(&page.render(), page.language, status, asked);
        }
        let (nonce, zips) = (nonce(), takes_gzip(asked));
        let html = self.html(&page.render(), page.language, &nonce);
        // What it would be without the ballot: the same for everybody, whatever they chose.
        let empty = self.html(&page.without_ballot(), page.language, &nonce);
        answer(padded(html, &empty, zips), status, zips, &nonce)
    }

    /// What holds nothing of a ballot as an answer.
    pub(super) fn respond_with(
        &self,
        rendered: &RenderedPage,
        language: Language,
        status: StatusCode,
        asked: &HeaderMap,
    ) -> Response {
        let (nonce, zips) = (nonce(), takes_gzip(asked));
        let html = self.html(rendered, language, &nonce);
        let body = if zips {
            gzip(&html, 0)
        } else {
            html.into_bytes()
        };
        answer(body, status, zips, &nonce)
    }

    fn html(&self, rendered: &RenderedPage, language: Language, nonce: &str) -> String {
        let tag = language.tag();
        let head = self
            .head
            .replacen("lang=\"da\"", &format!("lang=\"{tag}\""), 1)
            .replacen(
                "<title>Barometer</title>",
                &format!("<title>{}</title>", rendered.title),
                1,
            );
        let refresh = rendered
            .follows
            .then(|| format!("<meta http-equiv=\"refresh\" content=\"{REFRESH_S}\">"));
        let refresh = refresh.unwrap_or_default();
        let mut parts = String::new();
        for part in &rendered.parts {
            // Written into a string: it cannot fail.
            let _ = write!(parts, ".v{part}{{--part:{part}}}");
        }
        let body = &rendered.body;
        format!(
            "{head}\n<style nonce=\"{nonce}\">{parts}</style>\
             <noscript>{refresh}<style nonce=\"{nonce}\">{WITHOUT_SCRIPT}</style></noscript>\
             \n</head>\n<body>{body}<script type=\"module\" src=\"/takeover.js\"></script></body>\n</html>\n"
        )
    }
}

fn nonce() -> String {
    hex::encode(secrets::random::<16>())
}

/// The body under the headers of a page.
fn answer(body: Vec<u8>, status: StatusCode, zips: bool, nonce: &str) -> Response {
    let mut answer = (status, body).into_response();
    let headers = answer.headers_mut();
    let fixed = HeaderValue::from_static;
    let policy = policy(TEAMS, OURSELVES).replace(
        "style-src 'self'",
        &format!("style-src 'self' 'nonce-{nonce}'"),
    );
    let policy = HeaderValue::try_from(policy).unwrap_or(fixed("default-src 'none'"));
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    headers.insert(header::CONTENT_TYPE, fixed("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, AS_IT_IS);
    headers.insert(
        header::VARY,
        fixed("accept-language, accept-encoding, cookie"),
    );
    if zips {
        headers.insert(header::CONTENT_ENCODING, fixed("gzip"));
    }
    answer
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get(header::ACCEPT_ENCODING);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| {
        accepted
            .split(',')
            .any(|one| one.trim().split(';').next() == Some("gzip") && !one.ends_with("q=0"))
    })
}

/// The page, made as long as it would be without its ballot and with room for one.
fn padded(html: String, empty: &str, zips: bool) -> Vec<u8> {
    if zips {
        let target = (gzip(empty, 0).len() + ROOM).next_multiple_of(STEP);
        let length = gzip(&html, 0).len();
        return gzip(&html, up_to(length, target));
    }
    let room = up_to(html.len(), empty.len() + ROOM);
    let mut body = html.into_bytes();
    body.resize(body.len() + room, b' ');
    body
}

/// How much is missing to `target`, or to the next step above where that is passed.
fn up_to(length: usize, target: usize) -> usize {
    let steps = length.saturating_sub(target).div_ceil(ROOM);
    target + steps * ROOM - length
}

/// Packed, with `room` bytes of nothing in the header's field for what programs add of their own (RFC 1952, section
/// 2.3.1.1).
fn gzip(text: &str, room: usize) -> Vec<u8> {
    let mut builder = GzBuilder::new();
    // The field has a length of its own, of two bytes: it is there in each page, empty or not.
    builder = builder.extra(vec![0; room]);
    let mut packed = builder.write(Vec::new(), Compression::new(6));
    // Written into memory: it cannot fail.
    let _ = packed.write_all(text.as_bytes());
    packed.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_page_is_of_one_length_whatever_the_ballot_in_it_says() {
        let row = |at: usize, on: bool| {
            let checked = if on { " checked" } else { "" };
            format!("<input type=\"checkbox\" name=\"choice\" value=\"{at:02}\"{checked}>")
        };
        let page =
            |chosen: usize| -> String { (0..20).map(|at| row(at, at * 7 % 20 < chosen)).collect() };
        for zips in [true, false] {
            let lengths: Vec<usize> = (0..20)
                .map(|chosen| padded(page(chosen), &page(0), zips).len())
                .collect();
            assert!(
                lengths.iter().all(|length| *length == lengths[0]),
                "{lengths:?}"
            );
        }
        let mut read = String::new();
        let packed = padded(page(3), &page(0), true);
        flate2::read::GzDecoder::new(&packed[..])
            .read_to_string(&mut read)
            .unwrap();
        assert_eq!(read, page(3));
    }
}
