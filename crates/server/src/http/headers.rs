//! The headers of every answer, whatever it is: page, file, API or refusal.

use axum::http::{HeaderMap, HeaderValue, header};

const FIXED: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), microphone=(), geolocation=(), payment=()",
    ),
];
/// Browsers use https alone for two years, as preload lists ask (RFC 6797).
const STRICT_TRANSPORT: HeaderValue = HeaderValue::from_static("max-age=63072000");

/// Puts them on an answer; over https also that there is no other way.
pub(super) fn put_on(headers: &mut HeaderMap, is_https: bool) {
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if is_https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT);
    }
}
