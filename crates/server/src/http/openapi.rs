//! The API's description, made from the handlers.

use axum::Json;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Barometer",
        description = "Decide together, live in a webinar, which change requests to build.",
        license(name = "MIT OR Apache-2.0")
    ),
    paths(
        super::webinar::info,
        super::webinar::catalogue,
        super::webinar::view,
        super::webinar::roll,
        super::stream::audience,
        super::qr::join_link,
        super::calendar::appointment,
        super::participant::join,
        super::participant::me,
        super::participant::identify,
        super::participant::put_ballot,
        super::participant::post_interest,
        super::console::open,
        super::console::view,
        super::console::command,
        super::console::rehearse,
        super::console::throw_away,
        super::stream::console,
        super::vendor::info,
        super::vendor::set_up,
        super::vendor::log_in,
        super::vendor::session,
        super::vendor::log_out,
        super::vendor::webinars,
        super::vendor::retention,
        super::preparation::begin,
        super::preparation::show,
        super::preparation::save,
        super::preparation::discard,
        super::preparation::preview,
        super::preparation::renew_presenter,
        super::preparation::rehearse,
        super::invitations::summary,
        super::invitations::add,
        super::invitations::restrict,
        super::invitations::withdraw,
        super::ledger::all,
        super::ledger::show,
        super::ledger::record,
        super::ledger::undo,
        super::imports::post,
        super::requests::list,
        super::requests::take_in,
        super::requests::show,
        super::requests::edit,
        super::requests::step,
        super::requests::undo,
        super::financing::show,
        super::financing::csv,
        super::financing::xlsx,
        super::financing::events,
        super::financing::enter,
        super::financing::access,
        super::financing::protect,
        super::vendor::after,
        super::vendor::look_up,
        super::vendor::evaluate,
        super::vendor::voters,
        super::vendor::acknowledge,
        super::vendor::strike,
        super::vendor::forget,
        super::vendor::look_ups,
    )
)]
struct Description;

/// The OpenAPI document.
pub(super) async fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(Description::openapi())
}
