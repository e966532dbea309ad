//! The only place of the app that knows a URL: the pages' own, which `barometer_domain::route` lists, and those of the
//! API.

use std::sync::OnceLock;

use barometer_domain::ids::{MunicipalityCode, RequestId, WebinarCode};
use barometer_domain::invitation::InvitationToken;
use barometer_text::Language;
use barometer_text::article::InfoPage;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

pub use barometer_domain::route::Route;

/// The page that the browser is on.
pub fn current() -> Route {
    Route::from_path(&window().location().pathname().unwrap_or_default())
}

/// The full address of a page, to be copied or shown.
pub fn address(page: &Route) -> String {
    let origin = window().location().origin().unwrap_or_default();
    origin + &page.path()
}

static SHOWN: OnceLock<ArcRwSignal<Route>> = OnceLock::new();

/// The page shown, as a signal that follows [`navigate`] and, from the first call on, the browser's own buttons;
/// `read` says which page an address means: [`Route::from_path`], or [`Route::from_phone_path`].
pub fn current_route(read: fn(&str) -> Route) -> ArcRwSignal<Route> {
    let current = move || read(&window().location().pathname().unwrap_or_default());
    let shown = SHOWN.get_or_init(|| ArcRwSignal::new(current()));
    let listener = window_event_listener_untyped("popstate", move |_| shown.set(current()));
    on_cleanup(move || listener.remove());
    shown.clone()
}

/// Goes to another page of the same document, without loading it anew.
pub fn navigate(to: &Route) {
    if let Ok(history) = window().history() {
        // Refused only in documents that have no address of their own; the page changes all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&to.path()));
    }
    if let Some(shown) = SHOWN.get() {
        shown.set(to.clone());
    }
}

/// Goes to a page of another document, which the browser loads anew.
pub fn load(to: &Route) {
    // Refused only while the document is being unloaded.
    let _ = window().location().assign(&to.path());
}

/// The module that reads lists of people.
pub const LISTS: &str = "/vendor-assets/lists.js";

/// The worker that holds the vendor's key.
pub const VAULT_WORKER: &str = "/vendor-assets/vault-worker.js";

/// Takes what stands after the `#` out of the address, so that it stays neither on screen nor in the history.
pub fn take_fragment() -> Option<String> {
    let location = window().location();
    let hash = location.hash().ok()?;
    let secret = hash.strip_prefix('#').filter(|secret| !secret.is_empty())?;
    let (path, query) = (location.pathname().ok()?, location.search().ok()?);
    replace(&(path + &query));
    Some(secret.to_owned())
}

/// What stands after the `?`, by name.
pub fn query() -> Vec<(String, String)> {
    let search = window().location().search().unwrap_or_default();
    let plain = |text: &str| {
        let text = js_sys::decode_uri_component(&text.replace('+', " "));
        text.map_or_else(|_| String::new(), String::from)
    };
    let pairs = search.trim_start_matches('?').split('&');
    let pairs = pairs.filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (plain(name), plain(value)))
        .collect()
}

/// Whether this stands after the `?`, by itself or with a value.
pub fn has_flag(name: &str) -> bool {
    let search = window().location().search().unwrap_or_default();
    let parts = search.trim_start_matches('?').split('&');
    let mut names = parts.map(|part| part.split_once('=').map_or(part, |(name, _)| name));
    names.any(|one| one == name)
}

/// Puts this after the `?` in the place of what stands there; no step in the history.
pub fn replace_query(pairs: &[(&str, String)]) {
    let mut address = window().location().pathname().unwrap_or_default();
    for (at, (name, value)) in pairs.iter().enumerate() {
        let value = String::from(js_sys::encode_uri_component(value));
        address.extend([if at == 0 { "?" } else { "&" }, name, "=", &value]);
    }
    replace(&address);
}

fn replace(address: &str) {
    if let Ok(history) = window().history() {
        // Refused only in documents that have no address of their own, and to who writes very many a second.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// The address of a page that is only text.
pub fn article(article: InfoPage, language: Language) -> String {
    format!("{}?lang={}", article.path(), language.tag())
}

/// What participants ask, a page that the server makes.
pub fn questions(code: &WebinarCode, language: Language) -> String {
    let page = Route::Questions(code.clone()).path();
    format!("{page}?lang={}", language.tag())
}

/// What a municipality could join for, a page that the server makes.
pub fn estimate(code: &WebinarCode, language: Language) -> String {
    let page = Route::Estimate(code.clone()).path();
    format!("{page}?lang={}", language.tag())
}

/// The decision brief about a request, a page that the server makes.
pub fn brief(code: &WebinarCode, request: RequestId, language: Language) -> String {
    let page = Route::Brief(code.clone(), request).path();
    format!("{page}?lang={}", language.tag())
}

/// RFC 4648 §5, without padding: what no mail program changes in a link.
fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let whole = three
            .iter()
            .fold(0, |whole, byte| whole << 8 | usize::from(*byte));
        let whole = whole << (8 * (3 - three.len()));
        // One byte takes two letters, two take three.
        for at in 0..=three.len() {
            text.push(char::from(LETTERS[whole >> (18 - 6 * at) & 63]));
        }
    }
    text
}

/// A personal link: after the `#` the key's fingerprint, the token, for which municipality it is, and for whom. No
/// browser sends that part to any server.
pub fn invitation_link(
    join_url: &str,
    fingerprint: &str,
    token: &InvitationToken,
    municipality: MunicipalityCode,
    name: &str,
) -> String {
    // The fingerprint is of the key that this browser holds, not of the one that the server names.
    let page = join_url.split('#').next().unwrap_or_default();
    let name = base64url(name.as_bytes());
    format!(
        "{page}#{fingerprint}.{}.{municipality}.{name}",
        token.as_str()
    )
}

/// A presenter's link, with its secret after the `#`.
pub fn presenter_link(code: &WebinarCode, secret: &str) -> String {
    format!("{}#{secret}", Route::Present(code.clone()).path())
}

/// The page that makes a phone a presenter's remote, with the presenter's secret after the `#`; on the host that
/// participants join at, which phones reach.
pub fn remote_link(join_url: &str, secret: &str, language: Language) -> String {
    let page = join_url.split('#').next().unwrap_or_default();
    format!("{page}/remote?lang={}#{secret}", language.tag())
}

/// Addresses that the browser follows by itself: streams, pictures and files. Operations have theirs in [`crate::api`].
pub mod api {
    use barometer_domain::date::Date;
    use barometer_domain::ids::WebinarCode;
    use barometer_text::Language;

    /// The audience's live stream.
    pub fn events(code: &WebinarCode) -> String {
        format!("/api/v1/webinars/{code}/events")
    }

    /// The projector's live stream: the same bytes, not counted as a phone.
    pub fn screen_events(code: &WebinarCode) -> String {
        format!("/api/v1/webinars/{code}/events?as=screen")
    }

    /// The console's live stream.
    pub fn console_events(code: &WebinarCode) -> String {
        format!("/api/v1/webinars/{code}/console/events")
    }

    /// The living page's live stream.
    pub const FINANCING_EVENTS: &str = "/api/v1/financing/events";

    /// The living page as a file of this kind, `xlsx` or `csv`.
    pub fn financing_file(kind: &str, language: Language, day: Option<Date>) -> String {
        let day = day.map_or_else(String::new, |day| format!("&as_of={day}"));
        format!("/api/v1/financing.{kind}?lang={}{day}", language.tag())
    }

    /// The webinar as an appointment for a calendar.
    pub fn appointment(code: &WebinarCode) -> String {
        format!("/api/v1/webinars/{code}/webinar.ics")
    }

    /// The QR code of the join link, as an image.
    pub fn qr(code: &WebinarCode) -> String {
        format!("/api/v1/webinars/{code}/qr.svg")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> WebinarCode {
        "DEM234".parse().unwrap()
    }

    #[test]
    fn a_personal_link_keeps_everything_behind_the_hash() {
        let token = "AAECAwQFBgcICQoLDA0ODw".parse().unwrap();
        let viborg = "0791".parse().unwrap();
        let link = |join_url| invitation_link(join_url, "own", &token, viborg, "Åse Holm");
        let expected = "https://stem.test/w/DEM234#own.AAECAwQFBgcICQoLDA0ODw.0791.w4VzZSBIb2xt";
        assert_eq!(link("https://stem.test/w/DEM234#another"), expected);
        assert_eq!(link("https://stem.test/w/DEM234"), expected);
    }

    #[test]
    fn a_remote_is_reached_where_participants_join() {
        let link = remote_link(
            "https://stem.test/w/DEM234#key",
            "secret",
            Language::English,
        );
        assert_eq!(link, "https://stem.test/w/DEM234/remote?lang=en#secret");
    }

    #[test]
    fn a_name_is_written_as_every_base64url_is() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
        ] {
            assert_eq!(base64url(bytes.as_bytes()), text);
        }
        assert_eq!(base64url(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn addresses_of_the_api() {
        assert_eq!(
            api::screen_events(&code()),
            "/api/v1/webinars/DEM234/events?as=screen"
        );
    }
}
