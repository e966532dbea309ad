//! The frame of a page with a form.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use barometer_domain::route::pattern;
use barometer_text::Language;
use maud::{Markup, html};

use super::super::html_page::{PageHead, VIEWPORT};
use super::super::policy::framed_by_teams;

/// A page with a form: its head, its policy, and the way to the other language.
pub(in crate::http) struct FormPage<'a> {
    /// The language of all its texts.
    pub(in crate::http) language: Language,
    /// The heading, which the browser's tab shows too.
    pub(in crate::http) title: &'a str,
    /// Where it lies, with what its query says beside the language.
    pub(in crate::http) path: &'a str,
    /// Scripts of our own that it loads as modules; it must work without them.
    pub(in crate::http) scripts: &'a [&'a str],
    /// After how many seconds a browser asks for the page anew; never on a page where somebody types.
    pub(in crate::http) refresh_seconds: Option<u32>,
}

impl FormPage<'_> {
    /// The address to which a form of this page is posted: the same page, in the same language.
    pub(in crate::http) fn action(&self) -> String {
        with_language(self.path, self.language)
    }

    /// The whole page around what stands under its heading. It may stand in a frame of Teams, as the phone may, and is
    /// never kept by a browser: it can hold what one person sent.
    pub(in crate::http) fn respond(&self, status: StatusCode, content: &Markup) -> Response {
        let fixed = HeaderValue::from_static;
        // The policy is made of constants: it is a header value.
        let policy = HeaderValue::try_from(framed_by_teams());
        let policy = policy.unwrap_or(fixed("default-src 'none'"));
        let mut answer = (status, Html(self.document(content))).into_response();
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        headers.insert(header::CACHE_CONTROL, fixed("no-store"));
        headers.insert(header::VARY, fixed("accept-language"));
        if let Some(seconds) = self.refresh_seconds {
            headers.insert(HeaderName::from_static("refresh"), seconds.into());
        }
        answer
    }

    fn document(&self, content: &Markup) -> String {
        let other = match self.language {
            Language::Danish => Language::English,
            Language::English => Language::Danish,
        };
        let to_other = with_language(self.path, other);
        let body = html! {
            body class="article form-page" {
                header {
                    nav {
                        a href=(pattern::JOIN) { "Barometer" }
                        a href=(to_other) lang=(other.tag()) { (other.name()) }
                    }
                }
                main {
                    h1 { (self.title) }
                    (content)
                }
                @for script in self.scripts { script type="module" src=(script) {} }
            }
        };
        let head = PageHead {
            language: self.language,
            title: &format!("{} – Barometer", self.title),
            viewport: VIEWPORT,
            has_no_icon: false,
            stylesheet: "/form.css",
        };
        head.document(&body)
    }
}

/// An address of this server in a language.
pub(in crate::http) fn with_language(path: &str, language: Language) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}lang={}", language.tag())
}

/// The answer to a form that was taken in: the browser fetches `address`, and a reload sends nothing twice. An address
/// that cannot be a header leads to where the code is typed.
pub(in crate::http) fn see_other(address: &str) -> Response {
    let location = HeaderValue::try_from(address);
    let location = location.unwrap_or(HeaderValue::from_static(pattern::JOIN));
    let headers = [
        (header::LOCATION, location),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (StatusCode::SEE_OTHER, headers).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(language: Language) -> FormPage<'static> {
        FormPage {
            language,
            title: "Tilmeld <dig>",
            path: "/w/DEM234/signup",
            scripts: &["/seal-form.js"],
            refresh_seconds: None,
        }
    }

    #[test]
    fn a_form_keeps_its_language_and_leads_to_the_other() {
        let page = page(Language::English);
        assert_eq!(page.action(), "/w/DEM234/signup?lang=en");
        let html = page.document(&html! { p { "x" } });
        assert!(
            html.contains("<html lang=\"en\">")
                && html.contains("href=\"/w/DEM234/signup?lang=da\"")
        );
        assert!(html.contains("<h1>Tilmeld &lt;dig&gt;</h1><p>x</p>"));
        assert!(html.contains("<script type=\"module\" src=\"/seal-form.js\">"));
    }

    #[test]
    fn a_page_may_post_to_this_server_only_and_is_kept_by_nobody() {
        let answer = page(Language::Danish).respond(StatusCode::OK, &html! {});
        let header = |name| answer.headers()[name].to_str().unwrap();
        assert!(header(header::CONTENT_SECURITY_POLICY).contains("form-action 'self'"));
        assert_eq!(header(header::CACHE_CONTROL), "no-store");
        assert!(!answer.headers().contains_key("refresh"));
    }

    #[test]
    fn what_is_taken_in_is_answered_by_another_page() {
        let answer = see_other("/w/DEM234/signup?lang=da");
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert_eq!(
            answer.headers()[header::LOCATION],
            "/w/DEM234/signup?lang=da"
        );
        assert_eq!(
            see_other("/a\nb").headers()[header::LOCATION],
            pattern::JOIN
        );
    }
}
