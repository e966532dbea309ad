//! The vendor's account: another passphrase, by whoever knows the present one or holds the key out of the recovery file.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use barometer_domain::vendor::VendorSession;
use barometer_domain::vendor_account::{AccountEntry, ChangePassphrase, KeyChallenge, RecoverKey};
use barometer_domain::wire::Problem;

use super::Site;
use super::address::ClientAddress;
use super::body::JsonBody;
use super::cookies;
use super::error::ApiError;
use super::limits::{TryPurpose, TrySource};
use super::vendor::{LoggedInVendor, with_session};
use crate::rooms::Rooms;
use crate::secrets;

/// What is on record about the account, the newest first.
#[utoipa::path(get, path = "/vendor/account",
    responses((status = 200, body = Vec<AccountEntry>), (status = 401, body = Problem)))]
pub(super) async fn show(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
) -> Result<Json<Vec<AccountEntry>>, ApiError> {
    Ok(Json(rooms.store().account_log().await?))
}

/// Sets another passphrase, for whoever is logged in and proves the present one; all other sessions end.
#[utoipa::path(put, path = "/vendor/passphrase", request_body = ChangePassphrase,
    responses((status = 200, body = VendorSession), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn change_passphrase(
    _: LoggedInVendor,
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    JsonBody(change): JsonBody<ChangePassphrase>,
) -> Result<Response, ApiError> {
    let device = known_device(&rooms, &site, &headers).await?;
    let source = match &device {
        Some(device) => TrySource::Device(secrets::hash_token(device)),
        None => from.into(),
    };
    site.limits.trying(TryPurpose::LogIn, source)?;
    let logged_in = rooms.change_passphrase(change, device).await?;
    site.limits.was_right(TryPurpose::LogIn, source);
    Ok(with_session(&site, logged_in))
}

/// A text that only the holder of the vendor's key can read.
#[utoipa::path(post, path = "/vendor/recovery/challenge", responses((status = 200, body = KeyChallenge),
    (status = 409, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn challenge(
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<KeyChallenge>, ApiError> {
    site.limits.trying(TryPurpose::Recovery, from.into())?;
    Ok(Json(rooms.store().key_challenge().await?))
}

/// Sets another passphrase for whoever has read a challenge, and logs in; all other sessions end.
#[utoipa::path(post, path = "/vendor/recovery", request_body = RecoverKey,
    responses((status = 200, body = VendorSession), (status = 403, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(super) async fn recover(
    from: ClientAddress,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    JsonBody(recover): JsonBody<RecoverKey>,
) -> Result<Response, ApiError> {
    site.limits.trying(TryPurpose::Recovery, from.into())?;
    let device = known_device(&rooms, &site, &headers).await?;
    let logged_in = rooms.recover_key(recover, device).await?;
    site.limits.was_right(TryPurpose::Recovery, from.into());
    Ok(with_session(&site, logged_in))
}

async fn known_device(
    rooms: &Rooms,
    site: &Site,
    headers: &HeaderMap,
) -> Result<Option<String>, ApiError> {
    Ok(match cookies::device(site, headers) {
        Some(token) => rooms.store().vendor_device(token).await?,
        None => None,
    })
}
