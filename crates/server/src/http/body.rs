//! A JSON body within its limit, or a refusal that says what is wrong with it.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::BODY_LIMIT;
use serde::de::DeserializeOwned;

use super::error::ApiError;

/// A request's body, read as JSON whatever its content type says.
pub(super) struct JsonBody<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let limit = u32::try_from(BODY_LIMIT).unwrap_or(u32::MAX);
        let bytes = to_bytes(request.into_body(), BODY_LIMIT)
            .await
            .map_err(|_| Refusal::BodyTooLarge { limit })?;
        let value = serde_json::from_slice(&bytes).map_err(|error| Refusal::Malformed {
            reason: error.to_string(),
        })?;
        Ok(Self(value))
    }
}
