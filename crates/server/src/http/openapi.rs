//! The API's description, made from the handlers.

use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(info(
    title = "Barometer",
    description = "Decide together, live in a webinar, which change requests to build.",
    license(name = "MIT OR Apache-2.0")
))]
struct ApiDescription;

/// The OpenAPI document of these operations, whose addresses begin with `prefix`.
pub(super) fn describe(
    prefix: &str,
    operations: utoipa::openapi::OpenApi,
) -> utoipa::openapi::OpenApi {
    ApiDescription::openapi().nest(prefix, operations)
}
