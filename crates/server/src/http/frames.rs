//! Who may show the projector in a frame: nobody, unless the vendor names them.

use std::fmt;
use std::str::FromStr;

use url::Url;

/// Origins whose pages may frame the projector, as a Content-Security-Policy writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrameOrigins(Vec<String>);

/// What is no origin that could be named in a policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no origin that may frame the projector; write https://host, https://*.host or http://localhost:port, without a path, and separate several by commas"
)]
pub struct NotAnOrigin(String);

impl FromStr for FrameOrigins {
    type Err = NotAnOrigin;

    /// Reads origins separated by commas; nothing or `none` lets nobody.
    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        if text.trim().is_empty() || text.trim() == "none" {
            return Ok(Self::default());
        }
        let origin = |part: &str| {
            let part = part.trim();
            origin(part).ok_or_else(|| NotAnOrigin(part.to_owned()))
        };
        text.split(',')
            .map(origin)
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

/// Written as the value of the policy directive `frame-ancestors`.
impl fmt::Display for FrameOrigins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [] => f.write_str("'none'"),
            origins => f.write_str(&origins.join(" ")),
        }
    }
}

/// The origin as browsers write it; `None` for what is more or less than one. Unencrypted only on this machine: over a
/// network anyone could put a page of their own there.
fn origin(text: &str) -> Option<String> {
    let (scheme, host) = text.split_once("://")?;
    let (wildcard, host) = match host.strip_prefix("*.") {
        Some(host) => ("*.", host),
        None => ("", host),
    };
    let url = Url::parse(&format!("{scheme}://{host}")).ok()?;
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_plain = url.username().is_empty() && url.password().is_none();
    let name = url.host_str()?;
    let may_be = match url.scheme() {
        // `https://*.dk` would be everybody.
        "https" => wildcard.is_empty() || name.contains('.'),
        "http" => wildcard.is_empty() && matches!(name, "localhost" | "127.0.0.1" | "[::1]"),
        _ => false,
    };
    // What separates or ends a policy's parts stands in no origin.
    let fits = name
        .bytes()
        .all(|letter| letter.is_ascii_alphanumeric() || b".-:[]".contains(&letter));
    let origin = url.origin().ascii_serialization();
    let (scheme, host) = origin.split_once("://")?;
    (is_bare && is_plain && may_be && fits).then(|| format!("{scheme}://{wildcard}{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(text: &str) -> String {
        text.parse::<FrameOrigins>().unwrap().to_string()
    }

    #[test]
    fn nobody_frames_the_projector_unless_named() {
        assert_eq!(FrameOrigins::default().to_string(), "'none'");
        assert_eq!(policy(""), "'none'");
        assert_eq!(policy(" none "), "'none'");
    }

    #[test]
    fn origins_stand_in_the_policy_as_browsers_write_them() {
        for (given, written) in [
            ("https://slides.example", "https://slides.example"),
            (
                "https://Slides.Example:443/, https://*.office.com",
                "https://slides.example https://*.office.com",
            ),
            ("https://skærme.dk", "https://xn--skrme-tra.dk"),
            ("http://localhost:4455", "http://localhost:4455"),
        ] {
            assert_eq!(policy(given), written);
        }
    }

    #[test]
    fn what_is_no_origin_is_named_in_one_sentence() {
        for wrong in [
            "*",
            "'self'",
            "https:",
            "https://*",
            "https://*.dk",
            "slides.example",
            "http://slides.example",
            "https://a.example/slides",
            "https://a.example; script-src *",
            "https://me@a.example",
            "https://a.example https://b.example",
            "file:///slides.html",
        ] {
            let said = wrong.parse::<FrameOrigins>().unwrap_err().to_string();
            assert!(
                said.starts_with(&format!("{wrong:?} is no origin")),
                "{said}"
            );
        }
        let second = "https://a.example,,".parse::<FrameOrigins>();
        assert_eq!(second, Err(NotAnOrigin(String::new())));
    }
}
