//! What the vendor sees and decides about where news goes.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use barometer_domain::news::webhook::{NewsDesk, SaveWebhook};
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Problem;

use super::super::Site;
use super::super::body::JsonBody;
use super::super::error::ApiError;
use super::super::vendor::LoggedInVendor;
use crate::rooms::Rooms;
use crate::store::now;

async fn desk(rooms: &Rooms, site: &Site) -> Result<Json<NewsDesk>, ApiError> {
    let store = rooms.store();
    Ok(Json(NewsDesk {
        webhook: store.webhook().await?,
        secret: None,
        deliveries: store.webhook_deliveries().await?,
        mail_from: site.mailer.from(),
        readers: store.news_reader_count().await?,
    }))
}

/// Where news goes, and what became of the last deliveries.
#[utoipa::path(get, path = "/vendor/news",
    responses((status = 200, body = NewsDesk), (status = 401, body = Problem)))]
pub(in crate::http) async fn show(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<NewsDesk>, ApiError> {
    desk(&rooms, &site).await
}

/// Has news posted to an address from now on; the answer holds the secret if there is a new one, this once.
#[utoipa::path(put, path = "/vendor/webhook", request_body = SaveWebhook,
    responses((status = 200, body = NewsDesk), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem)))]
pub(in crate::http) async fn save(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(mut save): JsonBody<SaveWebhook>,
) -> Result<Json<NewsDesk>, ApiError> {
    let typed = save.address.take();
    let address = typed.map(|typed| site.webhooks.read_address(&typed));
    save.address = address.transpose().map_err(|error| Refusal::Malformed {
        reason: error.to_string(),
    })?;
    let secret = rooms.set_webhook(save).await?;
    let Json(desk) = desk(&rooms, &site).await?;
    Ok(Json(NewsDesk { secret, ..desk }))
}

/// Has no more news posted, and forgets where and the log of it.
#[utoipa::path(delete, path = "/vendor/webhook",
    responses((status = 200, body = NewsDesk), (status = 401, body = Problem)))]
pub(in crate::http) async fn remove(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<NewsDesk>, ApiError> {
    rooms.remove_webhook().await?;
    desk(&rooms, &site).await
}

/// Posts a delivery that tells nothing, and answers with what came of it.
#[utoipa::path(post, path = "/vendor/webhook/test",
    responses((status = 200, body = NewsDesk), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub(in crate::http) async fn test(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Json<NewsDesk>, ApiError> {
    rooms.test_webhook().await?;
    site.news_sender(&rooms).post(now()).await?;
    desk(&rooms, &site).await
}
