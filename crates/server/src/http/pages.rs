//! The built app: its documents under their own headers, and their files.

use axum::Router;
use axum::handler::HandlerWithoutStateExt;
use axum::http::{HeaderMap, HeaderValue, Request, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use barometer_domain::route::pattern;
use tower::ServiceBuilder;
use tower_http::services::fs::{DefaultServeDirFallback, ServeDir};
use tower_http::set_header::SetResponseHeaderLayer;

use super::error::ApiError;
use super::policy::{NOBODY, OURSELVES, framed_by_teams, policy};
use super::{AppState, Site, phone_page};
use crate::app_files::AppFiles;

/// The vendor's pages about webinars, all of one document.
const VENDOR_PAGES: [&str; 6] = [
    pattern::VENDOR,
    pattern::PREPARE,
    pattern::AFTER,
    pattern::INVITATIONS,
    pattern::VOTES,
    pattern::VENDOR_ACCOUNT,
];

/// The vendor's pages about requests and commitments, and the way back in, all of another.
const DESK_PAGES: [&str; 4] = [
    pattern::COMMITMENTS,
    pattern::REQUESTS,
    pattern::REQUEST,
    pattern::VENDOR_RECOVERY,
];

/// The vendor's pages about what participants are asked and say, all of a third.
const PARTICIPATION_PAGES: [&str; 8] = [
    pattern::SIGNUPS,
    pattern::WISHES,
    pattern::WHAT_PAYS,
    pattern::VENDOR_NEWS,
    pattern::VENDOR_QUESTIONS,
    pattern::VENDOR_COMMENTS,
    pattern::VENDOR_FORUM,
    pattern::SURVEYS,
];

/// Page routes fall back to their document; a missing file is a 404.
pub(super) fn router(site: &Site) -> Router<AppState> {
    let app = &site.app_files;
    let built_page = document(app, "phone", "index", framed_by_teams());
    let staff_page = |name: &str, may_frame: &str, frames: &str| {
        document(app, name, name, policy(may_frame, frames))
    };
    let console_page = staff_page("staff", NOBODY, NOBODY);
    let projector_page = staff_page("staff", &site.projector_frames.to_string(), NOBODY);
    // It frames phone and projector, to show what is being prepared.
    let vendor_page = staff_page("vendor", NOBODY, OURSELVES);
    let desk_page = staff_page("desk", NOBODY, NOBODY);
    let participation_page = staff_page("participation", NOBODY, NOBODY);
    let mut router = Router::new()
        .route(pattern::JOIN, phone_page::join_routes(built_page.clone()))
        .route(pattern::PHONE, phone_page::routes(built_page))
        .route_service(
            pattern::PHONE_PREVIEW,
            staff_page("preview", OURSELVES, NOBODY),
        )
        .route_service(pattern::SCREEN, projector_page)
        .route_service(pattern::PRESENT, console_page)
        .route_service(
            pattern::SCREEN_PREVIEW,
            staff_page("staff", OURSELVES, NOBODY),
        )
        .route_service(pattern::FINANCE, staff_page("finance", NOBODY, NOBODY));
    for path in VENDOR_PAGES {
        router = router.route_service(path, vendor_page.clone());
    }
    for path in DESK_PAGES {
        router = router.route_service(path, desk_page.clone());
    }
    for path in PARTICIPATION_PAGES {
        router = router.route_service(path, participation_page.clone());
    }
    for name in [
        "preview",
        "staff",
        "vendor",
        "desk",
        "participation",
        "finance",
    ] {
        router = router.nest_service(&format!("/{name}-assets"), files(app.serve(name)));
    }
    router
        .fallback_service(files(app.serve("phone")))
        .layer(middleware::from_fn(keep))
}

/// Files with a hash in their name never change; everything else is asked for anew.
async fn keep(request: Request<axum::body::Body>, next: Next) -> Response {
    let is_hashed = request
        .uri()
        .path()
        .rsplit('/')
        .next()
        .is_some_and(|name| name.split(['-', '.', '_']).any(is_hash));
    let mut response = next.run(request).await;
    let keep = match (
        is_hashed && response.status().is_success(),
        response.headers().contains_key(header::CACHE_CONTROL),
    ) {
        (_, true) => return response,
        (true, false) => "public, max-age=31536000, immutable",
        (false, false) => "no-cache",
    };
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

/// Trunk puts 16 hexadecimal digits into the names of what it hashes, some without leading zeros.
fn is_hash(part: &str) -> bool {
    (14..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A document under its policy: one file, whatever address it is asked for at.
fn document(
    app: &AppFiles,
    folder: &str,
    name: &str,
    policy: String,
) -> impl tower::Service<
    Request<axum::body::Body>,
    Response: IntoResponse,
    Error = std::convert::Infallible,
    Future: Send,
>
+ Clone
+ Send
+ Sync
+ 'static
+ use<> {
    // The policy is made of constants: it is a header value.
    let policy = HeaderValue::try_from(policy);
    let policy = policy.unwrap_or(HeaderValue::from_static("default-src 'none'"));
    // So are the names of documents.
    let file = Uri::try_from(format!("/{name}.html")).unwrap_or_default();
    ServiceBuilder::new()
        .layer(SetResponseHeaderLayer::overriding(
            header::CONTENT_SECURITY_POLICY,
            policy,
        ))
        .map_request(move |mut request: Request<axum::body::Body>| {
            *request.uri_mut() = file.clone();
            request
        })
        .service(app.serve(folder))
}

/// What the app's documents load. The documents themselves lie in the same folders, and their packed forms; they are
/// answered under their own addresses only, where they have their policy.
fn files(
    folder: ServeDir<DefaultServeDirFallback, AppFiles>,
) -> impl tower::Service<
    Request<axum::body::Body>,
    Response = Response,
    Error = std::convert::Infallible,
    Future: Send,
> + Clone
+ Send
+ Sync
+ 'static {
    let missing = (|| async { ApiError::not_found() }).into_service();
    let folder = folder.fallback(missing);
    ServiceBuilder::new()
        .map_response(|answer: axum::http::Response<_>| {
            if answer.status().is_success() && !is_part(answer.headers()) {
                ApiError::not_found().into_response()
            } else {
                answer.map(axum::body::Body::new)
            }
        })
        .service(folder)
}

/// How the kinds of files that documents are made of begin.
const PARTS: [&str; 5] = [
    "text/javascript",
    "text/css",
    "application/wasm",
    "font/",
    "image/",
];

/// Whether this is a script, a style, a font, a picture or a program.
fn is_part(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    PARTS.iter().any(|known| kind.starts_with(known))
}
