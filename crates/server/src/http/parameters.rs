//! What an operation reads out of its address, or a refusal that says what is wrong with it.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use barometer_domain::refusal::Refusal;
use serde::de::DeserializeOwned;

use super::error::ApiError;

/// What stands behind the `?`.
pub(super) struct ApiQuery<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for ApiQuery<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let query = Query::<T>::try_from_uri(&parts.uri);
        let query = query.map_err(|error| Refusal::Malformed {
            reason: error.body_text(),
        })?;
        Ok(Self(query.0))
    }
}

/// The variable parts of the path; nothing lies where one is no text.
pub(super) struct ApiPath<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for ApiPath<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = Path::from_request_parts(parts, state).await;
        let Path(path) = path.map_err(|_| Refusal::NotFound)?;
        Ok(Self(path))
    }
}
