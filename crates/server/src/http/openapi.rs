//! The API's description, made from the handlers.

use axum::body::Bytes;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(info(
    title = "Barometer",
    description = "Decide together, live in a webinar, which change requests to build.",
    license(name = "MIT OR Apache-2.0")
))]
struct ApiDescription;

/// The OpenAPI document of these operations, whose addresses begin with `prefix`, as JSON. Writing it takes 20 ms, in
/// which no vote is answered: it is done once.
///
/// # Panics
/// Never: what is described has no keys that JSON could not have.
pub(super) fn json(prefix: &str, operations: utoipa::openapi::OpenApi) -> Bytes {
    let document = ApiDescription::openapi().nest(prefix, operations);
    let json = serde_json::to_vec(&document).expect("a description can be written as JSON");
    Bytes::from(json)
}
