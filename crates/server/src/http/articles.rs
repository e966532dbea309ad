//! The pages that are only text: readable without JavaScript, in the reader's language. Their look, `/article.css`, is
//! built with the documents and lies with the phone's.

use std::fmt::Write;

use axum::Router;
use axum::extract::Query;
use axum::http::{HeaderMap, header};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use barometer_text::Language;
use barometer_text::article::{Article, Piece};
use serde::Deserialize;

use super::App;

/// No script, no frame but our own.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

pub(super) fn router() -> Router<App> {
    let mut router = Router::new();
    for article in Article::ALL {
        let page = move |query: Query<LanguageQuery>, headers: HeaderMap| async move {
            show(article, language(&query, &headers))
        };
        router = router.route(&format!("/{}", article.slug()), get(page));
    }
    router
}

/// A language may be asked for in the address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct LanguageQuery {
    lang: Option<String>,
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

fn show(article: Article, language: Language) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::VARY, "accept-language"),
    ];
    (headers, Html(page(article, language)))
}

fn page(article: Article, language: Language) -> String {
    let mut html = String::new();
    for piece in article.pieces(language) {
        write_piece(&mut html, piece);
    }
    let other = match language {
        Language::Danish => Language::English,
        Language::English => Language::Danish,
    };
    let (tag, title, slug) = (language.tag(), article.title(language), article.slug());
    let (other_tag, other_name) = (other.tag(), other.name());
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} – Barometer</title>\n<link rel=\"stylesheet\" href=\"/article.css\">\n\
         <body class=\"article\">\n<header><nav><a href=\"/\">Barometer</a>\
         <a href=\"/{slug}?lang={other_tag}\" lang=\"{other_tag}\">{other_name}</a></nav></header>\n\
         <main>\n<h1>{title}</h1>\n{html}</main>\n</body>\n</html>\n"
    )
}

fn write_piece(html: &mut String, piece: &Piece) {
    // Writing to a string cannot fail.
    let _ = match piece {
        Piece::Heading(text) => writeln!(html, "<h2>{}</h2>", escaped(text)),
        Piece::Paragraph(text) => writeln!(html, "<p>{}</p>", escaped(text)),
        Piece::List(items) => {
            let items: Vec<String> = items.iter().map(|item| escaped(item)).collect();
            writeln!(html, "<ul><li>{}</li></ul>", items.join("</li><li>"))
        }
    };
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
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
        let page = page(Article::Accessibility, Language::English);
        assert!(page.contains("<html lang=\"en\">") && page.contains("?lang=da"));
        assert!(page.contains("<h1>Accessibility</h1>") && page.contains("WCAG 2.2"));
        assert_eq!(escaped("a < b & c"), "a &lt; b &amp; c");
    }
}
