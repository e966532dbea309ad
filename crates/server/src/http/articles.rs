//! The pages that are only text: readable without JavaScript, in the reader's language. Their look, `/article.css`, is
//! built with the documents and lies with the phone's.

use std::convert::Infallible;

use axum::Router;
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use barometer_domain::route::pattern;
use barometer_text::Language;
use barometer_text::article::{InfoBlock, InfoPage};
use maud::{Markup, html};
use serde::Deserialize;

use super::AppState;
use super::html_page::{ARTICLE_LOOK, PageHead, VIEWPORT};

/// No script, no frame but our own.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

pub(super) fn router() -> Router<AppState> {
    let mut router = Router::new();
    for article in InfoPage::ALL {
        let page = move |query: Query<LanguageQuery>, headers: HeaderMap| async move {
            show(article, language(&query, &headers))
        };
        router = router.route(&article.path(), get(page));
    }
    router
}

/// A language may be asked for in the address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct LanguageQuery {
    lang: Option<String>,
}

impl LanguageQuery {
    /// Whether no language is asked for that there is.
    pub(super) fn is_empty(&self) -> bool {
        self.lang.as_deref().and_then(Language::of_tag).is_none()
    }
}

/// The language in which whoever asks is answered: see [`language`].
#[derive(Clone, Copy, Debug)]
pub(super) struct ReaderLanguage(pub(super) Language);

impl<S: Sync> FromRequestParts<S> for ReaderLanguage {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        // A query that cannot be read asks for no language.
        let asked = Query::try_from_uri(&parts.uri).unwrap_or_default();
        Ok(Self(language(&asked, &parts.headers)))
    }
}

/// The one asked for, else the first of the browser's that there is, else Danish.
pub(super) fn language(asked: &LanguageQuery, headers: &HeaderMap) -> Language {
    let asked = asked.lang.as_deref().and_then(Language::of_tag);
    let accepted = headers.get(header::ACCEPT_LANGUAGE);
    let accepted = accepted.and_then(|value| value.to_str().ok());
    let browser = accepted.and_then(|tags| {
        tags.split(',')
            .find_map(|tag| Language::of_tag(tag.split(';').next()?.trim()))
    });
    asked.or(browser).unwrap_or(Language::Danish)
}

fn show(article: InfoPage, language: Language) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::VARY, "accept-language"),
    ];
    (headers, Html(page(article, language)))
}

fn page(article: InfoPage, language: Language) -> String {
    let other = match language {
        Language::Danish => Language::English,
        Language::English => Language::Danish,
    };
    let title = article.title(language);
    let to_other = format!("{}?lang={}", article.path(), other.tag());
    let body = html! {
        body class="article" {
            header {
                nav {
                    a href=(pattern::JOIN) { "Barometer" }
                    a href=(to_other) lang=(other.tag()) { (other.name()) }
                }
            }
            main {
                h1 { (title) }
                @for piece in article.pieces(language) { (markup_for(piece)) }
            }
        }
    };
    let head = PageHead {
        language,
        title: &format!("{title} – Barometer"),
        viewport: VIEWPORT,
        has_no_icon: false,
        stylesheet: ARTICLE_LOOK,
    };
    head.document(&body)
}

fn markup_for(piece: &InfoBlock) -> Markup {
    match piece {
        InfoBlock::Heading(text) => html! { h2 { (text) } },
        InfoBlock::Paragraph(text) => html! { p { (text) } },
        InfoBlock::List(items) => html! { ul { @for item in *items { li { (item) } } } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(asked: Option<&str>, accepted: &'static str) -> Language {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, accepted.parse().unwrap());
        let asked = LanguageQuery {
            lang: asked.map(str::to_owned),
        };
        language(&asked, &headers)
    }

    #[test]
    fn the_address_wins_over_the_browser_and_danish_is_the_last_resort() {
        assert_eq!(chosen(None, "da-DK,en;q=0.5"), Language::Danish);
        assert_eq!(chosen(None, "fr,en-GB;q=0.8"), Language::English);
        assert_eq!(chosen(Some("da"), "en"), Language::Danish);
        assert_eq!(chosen(Some("xx"), "fr"), Language::Danish);
    }

    #[test]
    fn a_page_names_its_language_and_leads_to_the_other() {
        let page = page(InfoPage::Accessibility, Language::English);
        assert!(page.contains("<html lang=\"en\">") && page.contains("?lang=da"));
        assert!(page.contains("<h1>Accessibility</h1>") && page.contains("WCAG 2.2"));
    }
}
