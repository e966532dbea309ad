//! Every URL in one table. A handler extracts, makes one call, and returns.

mod articles;
mod body;
mod console;
mod cookies;
mod error;
mod openapi;
mod pages;
mod participant;
mod qr;
mod stream;
mod webinar;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::FromRef;
use axum::http::{HeaderValue, StatusCode, header};
use axum::routing::{get, post, put};
use tower::ServiceBuilder;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::rooms::Rooms;
use error::Error;

/// How long a request may take; streams begin at once and are not counted.
const PATIENCE: Duration = Duration::from_secs(20);

/// How this server is reached, and what it must say about it.
#[derive(Clone, Debug)]
pub struct Site {
    /// The address people use, without a trailing slash.
    pub public_url: String,
    /// Whether pages must warn that the connection is not safe.
    pub insecure: bool,
    /// The directory of the built app.
    pub dist: PathBuf,
}

impl Site {
    /// Whether people reach it over https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// What handlers share.
#[derive(Clone)]
pub struct App {
    rooms: Rooms,
    site: Arc<Site>,
}

impl FromRef<App> for Rooms {
    fn from_ref(app: &App) -> Self {
        app.rooms.clone()
    }
}

impl FromRef<App> for Arc<Site> {
    fn from_ref(app: &App) -> Self {
        app.site.clone()
    }
}

/// The server's whole surface.
///
/// # Errors
/// When the public address cannot be an origin.
pub fn router(rooms: Rooms, site: Site) -> Result<Router, tower_http::csrf::ConfigError> {
    let cross_site = CsrfLayer::new()
        .add_trusted_origin(&site.public_url)?
        .with_rejection_response(|_| error::cross_site());
    let api = Router::new()
        .route("/openapi.json", get(openapi::document))
        .route("/webinars/{code}", get(webinar::info))
        .route("/webinars/{code}/qr.svg", get(qr::join_link))
        .route("/webinars/{code}/catalogue/{hash}", get(webinar::catalogue))
        .route("/webinars/{code}/view", get(webinar::view))
        .route("/webinars/{code}/events", get(stream::audience))
        .route("/webinars/{code}/participants", post(participant::join))
        .route("/webinars/{code}/me", get(participant::me))
        .route("/webinars/{code}/ballot", put(participant::put_ballot))
        .route(
            "/webinars/{code}/interests",
            post(participant::post_interest),
        )
        .route("/webinars/{code}/console", post(console::command))
        .route("/webinars/{code}/console/session", post(console::open))
        .route("/webinars/{code}/console/view", get(console::view))
        .route("/webinars/{code}/console/events", get(stream::console))
        .route(
            "/webinars/{code}/console/rehearsal",
            post(console::rehearse).delete(console::throw_away),
        )
        .fallback(|| async { Error::not_found() })
        .method_not_allowed_fallback(|| async { Error::not_found() })
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ));
    let pages = pages::router(&site);
    let app = App {
        rooms,
        site: Arc::new(site),
    };
    let router = Router::new()
        .nest("/api/v1", api)
        .route("/api/{*rest}", get(|| async { Error::not_found() }))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(webinar::ready))
        .merge(articles::router())
        .merge(pages)
        .layer(
            ServiceBuilder::new()
                .layer(TraceLayer::new_for_http())
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::SERVICE_UNAVAILABLE,
                    PATIENCE,
                ))
                .layer(cross_site)
                .layer(SetResponseHeaderLayer::overriding(
                    header::X_CONTENT_TYPE_OPTIONS,
                    HeaderValue::from_static("nosniff"),
                )),
        );
    Ok(router.with_state(app))
}
