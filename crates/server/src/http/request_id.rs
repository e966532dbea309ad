//! A name for each request, by which its answer, its lines of the log and those of the proxy in front are found together.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;

use crate::secrets::random;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");
/// The longest name that is taken over, in letters.
const LONGEST: usize = 64;

#[derive(Clone)]
struct RequestName(HeaderValue);

/// Takes over the name that came with a request, or gives it one, and puts it on the answer.
pub(super) async fn carry(mut request: Request, next: Next) -> Response {
    let id = given(request.headers()).unwrap_or_else(new);
    request.extensions_mut().insert(RequestName(id.clone()));
    let mut answer = next.run(request).await;
    answer.headers_mut().insert(HEADER, id);
    answer
}

/// The name of a request; `-` before it has one.
pub(super) fn of<B>(request: &axum::http::Request<B>) -> &str {
    let id = request.extensions().get::<RequestName>();
    id.and_then(|id| id.0.to_str().ok()).unwrap_or("-")
}

/// Letters, digits and a few signs only: it stands in the log as it is.
fn given(headers: &HeaderMap) -> Option<HeaderValue> {
    let given = headers.get(HEADER)?;
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    let fits = (1..=LONGEST).contains(&given.len()) && given.as_bytes().iter().all(is_plain);
    fits.then(|| given.clone())
}

fn new() -> HeaderValue {
    let id = hex::encode(random::<8>());
    HeaderValue::from_str(&id).unwrap_or_else(|_| HeaderValue::from_static("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_and_short_name_is_taken_over() {
        let taken = |name: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HEADER, HeaderValue::from_str(name).unwrap());
            given(&headers).is_some()
        };
        assert!(taken("6f9619ff-8b86-d011") && taken(&"a".repeat(LONGEST)));
        for odd in [
            "",
            "a b",
            "a\"b",
            "a=b",
            "<script>",
            &"a".repeat(LONGEST + 1),
        ] {
            assert!(!taken(odd), "{odd}");
        }
        assert_eq!(new().len(), 16);
        assert_ne!(new(), new());
    }
}
