//! The join link as a QR code: plain, large, with its quiet zone, so that every phone reads it.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::html;
use qrcodegen::{QrCode, QrCodeEcc};

use super::Site;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use crate::rooms::Rooms;

/// The quiet zone the standard asks for, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The link with which one joins, as an SVG picture.
#[utoipa::path(get, path = "/webinars/{code}/qr.svg", params(("code" = String, Path)),
    responses((status = 200, content_type = "image/svg+xml")))]
pub(super) async fn join_link(
    here: WebinarAccess,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let key = rooms.store().vendor_key().await?;
    let link = site.join_url(&here.code, key.as_ref());
    let code = QrCode::encode_text(&link, QrCodeEcc::Medium).map_err(|_| ApiError::not_found())?;
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    Ok((headers, svg(&code)).into_response())
}

fn svg(code: &QrCode) -> String {
    let side = code.size() + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|&x| code.get_module(x, y)) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{},{}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {side} {side}")) shape-rendering="crispEdges" {
            path fill="#fff" d=(format!("M0,0h{side}v{side}H0z")) {}
            path fill="#10212b" d=(path) {}
        }
    };
    picture.into_string()
}
