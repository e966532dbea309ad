//! What is reckoned from the whole record for whoever asks costs more than other answers, and one address gets so many.

use std::sync::Arc;

use axum::extract::{FromRef, FromRequestParts};
use axum::http::request::Parts;

use super::address::ClientAddress;
use super::error::ApiError;
use super::{AppState, Site};

/// Whoever may have something reckoned now.
pub(super) struct MayReckon;

impl FromRequestParts<AppState> for MayReckon {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let Ok(from) = ClientAddress::from_request_parts(parts, app).await;
        Arc::<Site>::from_ref(app).limits.reckoning(from)?;
        Ok(Self)
    }
}
