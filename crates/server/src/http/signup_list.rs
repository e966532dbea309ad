//! The vendor's side of a sign-up: what is decided, who is on the list, and who is added to it or taken off.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use barometer_domain::refusal::Refusal;
use barometer_domain::signup::{NewSignups, SignupList, SignupSettings};
use barometer_domain::wire::Problem;

use super::Site;
use super::body::JsonBody;
use super::error::ApiError;
use super::parameters::ApiPath;
use super::vendor::VendorRoom;
use crate::rooms::Room;
use crate::store::StoreError;

/// A list with what this server knows of mail. How far a sending has come is looked up first: of a mail that is counted
/// as sent, the list says so too.
pub(super) async fn with_mail(
    site: &Site,
    room: &Room,
    list: impl Future<Output = Result<SignupList, StoreError>>,
) -> Result<Json<SignupList>, ApiError> {
    let mailing = site.mailer.progress(room.webinar());
    Ok(Json(SignupList {
        mail_from: site.mailer.from(),
        mailing,
        ..list.await?
    }))
}

/// Everyone on the list, sealed, and what is decided.
#[utoipa::path(get, path = "/vendor/webinars/{code}/signups", params(("code" = String, Path)),
    responses((status = 200, body = SignupList), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn list(
    VendorRoom(room): VendorRoom,
    State(site): State<Arc<Site>>,
) -> Result<Json<SignupList>, ApiError> {
    with_mail(&site, &room, room.signups()).await
}

/// Decides how one signs up.
#[utoipa::path(put, path = "/vendor/webinars/{code}/signups", params(("code" = String, Path)),
    request_body = SignupSettings, responses((status = 200, body = SignupList), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(super) async fn decide(
    VendorRoom(room): VendorRoom,
    State(site): State<Arc<Site>>,
    JsonBody(settings): JsonBody<SignupSettings>,
) -> Result<Json<SignupList>, ApiError> {
    with_mail(&site, &room, room.set_signup(settings)).await
}

/// Adds people from a list that was read and sealed in the vendor's browser; the same again changes nothing.
#[utoipa::path(post, path = "/vendor/webinars/{code}/signups", params(("code" = String, Path)),
    request_body = NewSignups, responses((status = 200, body = SignupList), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn add(
    VendorRoom(room): VendorRoom,
    State(site): State<Arc<Site>>,
    JsonBody(new): JsonBody<NewSignups>,
) -> Result<Json<SignupList>, ApiError> {
    with_mail(&site, &room, room.add_signups(new.signups)).await
}

/// Takes somebody off the list, with the personal link.
#[utoipa::path(delete, path = "/vendor/webinars/{code}/signups/{slot}",
    params(("code" = String, Path), ("slot" = String, Path)), responses((status = 200, body = SignupList),
    (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(super) async fn remove(
    VendorRoom(room): VendorRoom,
    State(site): State<Arc<Site>>,
    ApiPath((_code, slot)): ApiPath<(String, String)>,
) -> Result<Json<SignupList>, ApiError> {
    let slot = slot.parse().map_err(|_| Refusal::NotFound)?;
    with_mail(&site, &room, room.remove_signup(slot)).await
}
