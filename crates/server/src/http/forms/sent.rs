//! What a browser sends from a form.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use barometer_domain::refusal::Refusal;

use super::super::error::ApiError;

/// The largest form, in bytes as they are sent: ten long answers, each letter of which may be nine of them.
const FORM_LIMIT: usize = 256 * 1024;

/// The fields of a form, in the order in which they were sent.
#[derive(Debug, Default)]
pub(in crate::http) struct SentForm(Vec<(String, String)>);

impl SentForm {
    /// The first field of this name without the blanks around it; empty if there is none. Lines end in `\n`.
    pub(in crate::http) fn one(&self, name: &str) -> &str {
        let named = self.0.iter().find(|(sent, _)| sent == name);
        named.map_or("", |(_, value)| value.trim())
    }

    /// Every field of this name, as ticks send them.
    pub(in crate::http) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(sent, _)| sent == name);
        named.map(|(_, value)| value.trim())
    }

    /// Whether a tick or a button of this name was sent.
    pub(in crate::http) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(sent, _)| sent == name)
    }
}

impl FromIterator<(String, String)> for SentForm {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(fields: I) -> Self {
        let of_one_line_end = |(name, value): (String, String)| {
            let value = value.replace("\r\n", "\n").replace('\0', "");
            (name, value)
        };
        Self(fields.into_iter().map(of_one_line_end).collect())
    }
}

impl<S: Send + Sync> FromRequest<S> for SentForm {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let limit = u32::try_from(FORM_LIMIT).unwrap_or(u32::MAX);
        let bytes = to_bytes(request.into_body(), FORM_LIMIT)
            .await
            .map_err(|_| Refusal::BodyTooLarge { limit })?;
        let fields = url::form_urlencoded::parse(&bytes);
        Ok(fields.into_owned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    async fn sent(body: impl Into<Body>) -> Result<SentForm, ApiError> {
        SentForm::from_request(Request::new(body.into()), &()).await
    }

    #[tokio::test]
    async fn fields_are_read_as_browsers_write_them() {
        let form = sent("name=+%C3%98rsted+&tick=1&tick=3&text=a%0D%0Ab&zero=%00x")
            .await
            .unwrap();
        assert_eq!(form.one("name"), "Ørsted");
        assert_eq!(form.all("tick").collect::<Vec<_>>(), ["1", "3"]);
        assert_eq!((form.one("text"), form.one("zero")), ("a\nb", "x"));
        assert!(form.has("tick") && !form.has("absent") && form.one("absent").is_empty());
    }

    #[tokio::test]
    async fn a_form_has_a_limit() {
        assert!(sent("a".repeat(FORM_LIMIT)).await.is_ok());
        let too_large = sent("a".repeat(FORM_LIMIT + 1)).await.unwrap_err();
        let limit = u32::try_from(FORM_LIMIT).unwrap();
        assert!(too_large.is(&Refusal::BodyTooLarge { limit }));
    }
}
