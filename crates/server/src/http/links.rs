//! Links as they arrive: with `#` turned into `%23` by a mail filter, a full stop or a bracket of the sentence around
//! them, another case, or a Danish name for a page. The page that was meant is said by a redirect.

use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use barometer_domain::route::Route;
use barometer_text::article::InfoPage;
use percent_encoding::percent_decode_str;

/// What the address of every wish begins with, behind which its secret stands.
const WISHES: &str = "/wish/";
/// And that of every link in a mail with news.
const NEWS: &str = "/news/";
/// How often an address may have been escaped over.
const MOST_ESCAPES: usize = 3;

/// Sends whoever asks for a page under a mended address to that one. What a filter moved from behind the `#` into the
/// path has come to the server; it goes back behind the `#`, and is neither logged nor kept.
pub(super) async fn mend(request: Request, next: Next) -> Response {
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    let uri = request.uri();
    let meant = is_read.then(|| meant(uri.path(), uri.query())).flatten();
    match meant.and_then(|address| HeaderValue::try_from(address).ok()) {
        Some(address) => {
            let headers = [
                (header::LOCATION, address),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ];
            (StatusCode::TEMPORARY_REDIRECT, headers).into_response()
        }
        None => next.run(request).await,
    }
}

/// A path as it may stand in a log: of a page, only up to where something was escaped into it.
pub(super) fn loggable(path: &str) -> &str {
    if path.starts_with("/api/") {
        return path;
    }
    if let Some(secret) = [WISHES, NEWS]
        .into_iter()
        .find(|page| path.starts_with(page))
    {
        return secret;
    }
    path.split(['%', '#']).next().unwrap_or_default()
}

/// The address that was meant, if it is another than this one and that of a page.
fn meant(path: &str, query: Option<&str>) -> Option<String> {
    if path.starts_with("/api/") {
        return None;
    }
    let whole = unescape(path);
    let (page, fragment) = whole.split_once('#').unwrap_or((&whole, ""));
    let known = page_at(page)?;
    let fragment = fragment.trim_end_matches(|letter: char| !is_word(letter));
    if known == path || is_only_another_case(path, &known) {
        return None;
    }
    let mut address = known;
    if let Some(query) = query {
        address.extend(["?", query]);
    }
    if is_fragment(fragment) {
        address.extend(["#", fragment]);
    }
    Some(address)
}

/// Whether it can stand behind the `#` of a link of ours.
pub(super) fn is_fragment(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| is_word(letter) || letter == '.')
}

/// A code in small letters is read by the page itself.
fn is_only_another_case(path: &str, known: &str) -> bool {
    let rest = |path: &str| {
        let (code, rest) = path.strip_prefix("/w/")?.split_at_checked(6)?;
        Some((code.to_ascii_uppercase(), rest.to_owned()))
    };
    rest(path).is_some() && rest(path) == rest(known)
}

/// The page's own address, if `typed` is one of a page.
fn page_at(typed: &str) -> Option<String> {
    let parts = typed.split('/').map(bare).filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(str::to_lowercase).collect();
    let path = parts.join("/");
    let article = match &*path {
        "w" => return Some(Route::Join.path()),
        "finans" | "finansiering" | "økonomi" | "okonomi" | "oekonomi" => {
            return Some(Route::Finance.path());
        }
        "leverandør" | "leverandor" | "leverandoer" => return Some(Route::Vendor.path()),
        "anonymitet" => Some(InfoPage::Anonymity),
        "tilgængelighed" | "tilgaengelighed" => Some(InfoPage::Accessibility),
        slug => InfoPage::ALL
            .into_iter()
            .find(|article| article.slug() == slug),
    };
    match (article, Route::from_path(&path)) {
        (Some(article), _) => Some(article.path()),
        (None, Route::Unknown | Route::Mistyped(_)) => None,
        (None, route) => Some(route.path()),
    }
}

/// A part of a path without the marks of the sentence, the brackets or the line around it.
fn bare(part: &str) -> &str {
    part.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// What tokens and fingerprints are written in.
fn is_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-_~".contains(letter)
}

/// The path without its escapes; a stray `%` stays.
fn unescape(path: &str) -> String {
    let mut text = path.to_owned();
    for _ in 0..MOST_ESCAPES {
        let plain = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if plain == text {
            break;
        }
        text = plain;
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_link_leads_to_the_page_that_was_meant() {
        for (path, expected) in [
            (
                "/w/DEM234%23FINGERPRINT.TOKEN.0791",
                "/w/DEM234#FINGERPRINT.TOKEN.0791",
            ),
            (
                "/w/DEM234%2523FINGER-PRINT_1.TOKEN.0791",
                "/w/DEM234#FINGER-PRINT_1.TOKEN.0791",
            ),
            (
                "/w/DEM234%23FINGERPRINT.TOKEN.0791).",
                "/w/DEM234#FINGERPRINT.TOKEN.0791",
            ),
            ("/w/DEM234/%23FINGERPRINT", "/w/DEM234#FINGERPRINT"),
            ("/w/DEM234.", "/w/DEM234"),
            ("/w/DEM234)", "/w/DEM234"),
            ("/w/DEM234/", "/w/DEM234"),
            ("/w/DEM234-", "/w/DEM234"),
            ("/w/DEM234%20", "/w/DEM234"),
            ("/w/DEM234%", "/w/DEM234"),
            ("/w/DEM234%E2%80%9D", "/w/DEM234"),
            ("/w/dem-234", "/w/DEM234"),
            ("/W/dem234", "/w/DEM234"),
            ("/w/dem%20234", "/w/DEM234"),
            ("/w/DEM234/SCREEN", "/w/DEM234/screen"),
            ("/w/DEM234/present%23secret", "/w/DEM234/present#secret"),
            ("/w/dem234/Remote%23secret).", "/w/DEM234/remote#secret"),
            ("/w/DEM234/brief/7.", "/w/DEM234/brief/7"),
            ("/vendor%23setup-token", "/vendor#setup-token"),
            (
                "/Vendor/Webinars/dem234/Votes",
                "/vendor/webinars/DEM234/votes",
            ),
            ("/vendor/requests/7)", "/vendor/requests/7"),
            ("/finans", "/finance"),
            ("/okonomi", "/finance"),
            ("/%C3%B8konomi", "/finance"),
            ("/FINANCE/", "/finance"),
            ("/anonymitet", "/anonymity"),
            ("/Accessibility.", "/accessibility"),
            ("/%23", "/"),
            ("/w/", "/"),
        ] {
            assert_eq!(meant(path, None).as_deref(), Some(expected), "{path}");
        }
        let tracked = meant("/w/DEM234%23F.T.0791", Some("utm_source=mail"));
        assert_eq!(tracked.unwrap(), "/w/DEM234?utm_source=mail#F.T.0791");
    }

    #[test]
    fn an_address_that_is_right_or_of_no_page_is_left_alone() {
        for path in [
            "/",
            "/w/DEM234",
            "/w/dem234",
            "/w/dem234/screen",
            "/w/DEM234/remote",
            "/w/DEM23",
            "/w/DEM234/elsewhere",
            "/finance",
            "/vendor/webinars/new",
            "/boot.js",
            "/fonts/atkinson-hyperlegible-next.woff2",
            "/staff-assets/staff.html",
            "/api/v1/webinars/dem-234",
            "/healthz",
            "/nowhere",
        ] {
            assert_eq!(meant(path, None), None, "{path}");
        }
    }

    #[test]
    fn no_token_is_logged() {
        assert_eq!(loggable("/w/DEM234%23FP.TOKEN.0791"), "/w/DEM234");
        assert_eq!(loggable("/vendor%2523token"), "/vendor");
        assert_eq!(loggable("/wish/5eC2e7"), "/wish/");
        assert_eq!(
            loggable("/api/v1/webinars/DEM234/view"),
            "/api/v1/webinars/DEM234/view"
        );
    }

    proptest! {
        /// A mended address is right: nobody is sent round and round.
        #[test]
        fn mending_ends(path in "/[ -~æøå%#/.]{0,40}") {
            if let Some(address) = meant(&path, None) {
                let page = address.split('#').next().unwrap();
                prop_assert_eq!(meant(page, None), None);
            }
        }
    }
}
