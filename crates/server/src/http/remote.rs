//! The presenter's remote for a phone: two buttons, what comes next, and the time left. Made here, with a script of its
//! own, so that a phone downloads a few kilobytes and no app. The page itself gives no rights: the key stands behind the
//! `#` of its link, and is traded for a session as on the console.

use std::collections::BTreeMap;

use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use barometer_domain::ids::WebinarCode;
use barometer_domain::route::pattern;
use barometer_text::Language;
use barometer_text::staff::remote::page_words;
use maud::{DOCTYPE, PreEscaped, html};

use super::AppState;
use super::articles::ReaderLanguage;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use super::html_page::{ARTICLE_LOOK, PageHead};

const SCRIPT: &str = include_str!("remote.js");

/// Our own script and style, our own server, and nobody's frame.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
     connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::REMOTE, get(show))
        .route("/remote.js", get(script))
}

async fn script() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, SCRIPT)
}

/// The page; without such a webinar, the way to type a code.
async fn show(
    here: Result<WebinarAccess, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
) -> Response {
    let Ok(here) = here else {
        return Redirect::to(pattern::JOIN).into_response();
    };
    let page = page(&here.code, language);
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "accept-language"),
    ];
    (headers, Html(page)).into_response()
}

fn page(code: &WebinarCode, language: Language) -> String {
    let words: BTreeMap<String, String> = page_words(language).into_iter().collect();
    let say = |name: &str| words.get(name).map_or("", String::as_str);
    // Words have no end of a script in them; what is escaped is read as JSON all the same.
    let json = serde_json::to_string(&words).unwrap_or_default();
    let json = json.replace('<', "\\u003c");
    let head = PageHead {
        language,
        title: &format!("{} – {code}", say("title")),
        viewport: "width=device-width, initial-scale=1, viewport-fit=cover",
        has_no_icon: true,
        stylesheet: ARTICLE_LOOK,
    };
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) translate="no" {
            (head.head())
            body data-code=(code) {
                main class="remote" {
                    header {
                        h1 { (say("title")) }
                        p class="time" id="time" {}
                    }
                    section class="coming" {
                        p class="coming-label" id="label" hidden { (say("comes")) }
                        p class="comes" id="comes" aria-live="polite" { (say("loading")) }
                        p class="said" id="said" role="status" {}
                    }
                    div class="pad" {
                        button type="button" class="next" id="next" aria-disabled="true" { (say("next")) }
                        button type="button" class="back" id="back" aria-disabled="true" { (say("back")) }
                    }
                }
                script type="application/json" id="words" { (PreEscaped(json)) }
                script type="module" src="/remote.js" {}
            }
        }
    };
    page.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_says_everything_its_script_looks_up() {
        let names: Vec<&str> = SCRIPT
            .split("say(\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(names.len() > 10, "{names:?}");
        for language in [Language::Danish, Language::English] {
            let words: BTreeMap<String, String> = page_words(language).into_iter().collect();
            for name in &names {
                assert!(words.contains_key(*name), "{name}");
            }
        }
    }

    #[test]
    fn the_page_is_in_the_language_asked_for_and_small() {
        let code = "DEM234".parse().unwrap();
        let danish = page(&code, Language::Danish);
        assert!(danish.contains("<html lang=\"da\"") && danish.contains(">Næste</button>"));
        let english = page(&code, Language::English);
        assert!(english.contains(">Next</button>") && !english.contains("Næste"));
        assert!(danish.len() + SCRIPT.len() < 16_000);
    }
}
