//! Every URL in one table. A handler extracts, makes one call, and returns.

mod address;
mod articles;
mod body;
mod brief;
mod calendar;
mod console;
mod cookies;
mod error;
mod financing;
mod frames;
mod headers;
mod imports;
mod invitations;
mod ledger;
mod limits;
mod links;
mod openapi;
mod padded;
mod pages;
mod participant;
mod people;
mod preparation;
mod qr;
mod remote;
mod requests;
mod stream;
mod vendor;
mod webinar;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::FromRef;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware;
use axum::response::Response;
use axum::routing::{delete, get, post, put};
use barometer_domain::ids::WebinarCode;
use barometer_domain::vendor::PublicKey;
use barometer_sealing::key;
use tower::ServiceBuilder;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use crate::rooms::Rooms;
use crate::secrets;
pub use address::{Peer, TrustedProxies};
use error::Error;
pub use frames::FrameOrigins;
pub use limits::Limits;

/// How long a request may take; streams begin at once and are not counted.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the stage's clock shows, in milliseconds, for whoever has no stream that says it.
const STAGE_CLOCK: &str = "barometer-clock";

/// How this server is reached, and what it must say about it.
pub struct Site {
    /// The address people use, without a trailing slash.
    pub public_url: String,
    /// Whether pages must warn that the connection is not safe.
    pub insecure: bool,
    /// The directory of the built app.
    pub dist: PathBuf,
    /// What the one-time link holds, as long as the vendor has no key.
    pub setup_token: Option<String>,
    /// How much is reasonable.
    pub limits: Limits,
    /// Whose word counts for where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// Whose pages may show the projector in a frame.
    pub projector_frames: FrameOrigins,
}

impl Site {
    /// Whether people reach it over https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Where one joins. The vendor's key's fingerprint stands after the `#`, which never comes to the server: a
    /// phone that meets another key keeps the name to itself.
    fn join_url(&self, code: &WebinarCode, key: Option<&PublicKey>) -> String {
        let link = format!("{}/w/{code}", self.public_url);
        let key = key.and_then(|key| key.as_str().parse::<key::PublicKey>().ok());
        match key {
            Some(key) => format!("{link}#{}", key.fingerprint()),
            None => link,
        }
    }

    /// Whether this is the token of the one-time link.
    fn is_setup_token(&self, token: &str) -> bool {
        // blake3's comparison takes the same time wherever the two differ.
        let hash = |token: &str| blake3::Hash::from(secrets::hash_token(token));
        let expected = self.setup_token.as_deref().map(hash);
        expected.is_some_and(|expected| expected == hash(token))
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
    let clock = *rooms.store().clock();
    let api = Router::new()
        .route("/openapi.json", get(openapi::document))
        .route("/webinars/{code}", get(webinar::info))
        .route("/webinars/{code}/qr.svg", get(qr::join_link))
        .route("/webinars/{code}/webinar.ics", get(calendar::appointment))
        .route("/webinars/{code}/catalogue/{hash}", get(webinar::catalogue))
        .route("/webinars/{code}/view", get(webinar::view))
        .route("/webinars/{code}/roll", get(webinar::roll))
        .route("/webinars/{code}/events", get(stream::audience))
        .route("/webinars/{code}/participants", post(participant::join))
        .route("/webinars/{code}/me", get(participant::me))
        .route("/webinars/{code}/me/identity", put(participant::identify))
        .route("/webinars/{code}/look-ups", get(vendor::look_ups))
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
        .route("/vendor", get(vendor::info).post(vendor::set_up))
        .route(
            "/vendor/session",
            get(vendor::session)
                .post(vendor::log_in)
                .delete(vendor::log_out),
        )
        .route("/financing", get(financing::show))
        .route("/financing.csv", get(financing::csv))
        .route("/financing.xlsx", get(financing::xlsx))
        .route("/financing/events", get(financing::events))
        .route("/financing/session", post(financing::enter))
        .route(
            "/vendor/financing",
            get(financing::access).put(financing::protect),
        )
        .route("/vendor/retention", get(vendor::retention))
        .route("/vendor/commitments", get(ledger::all))
        .route("/vendor/imports", post(imports::post))
        .route(
            "/vendor/requests",
            get(requests::list).post(requests::take_in),
        )
        .route(
            "/vendor/requests/{request}",
            get(requests::show).put(requests::edit),
        )
        .route("/vendor/requests/{request}/steps", post(requests::step))
        .route("/vendor/requests/{request}/undo", post(requests::undo))
        .route("/vendor/requests/{request}/commitments", get(ledger::show))
        .route(
            "/vendor/requests/{request}/commitments/{municipality}",
            post(ledger::record),
        )
        .route(
            "/vendor/requests/{request}/commitments/{municipality}/undo",
            post(ledger::undo),
        )
        .route(
            "/vendor/look-ups/acknowledgement",
            post(vendor::acknowledge),
        )
        .route(
            "/vendor/webinars",
            get(vendor::webinars).post(preparation::begin),
        )
        .route(
            "/vendor/webinars/{code}",
            get(preparation::show)
                .put(preparation::save)
                .delete(preparation::discard),
        )
        .route(
            "/vendor/webinars/{code}/preview",
            post(preparation::preview),
        )
        .route(
            "/vendor/webinars/{code}/presenter-link",
            post(preparation::renew_presenter),
        )
        .route(
            "/vendor/webinars/{code}/rehearsal",
            post(preparation::rehearse),
        )
        .route(
            "/vendor/webinars/{code}/invitations",
            get(invitations::summary)
                .post(invitations::add)
                .put(invitations::restrict)
                .delete(invitations::withdraw),
        )
        .route("/vendor/webinars/{code}/evaluation", put(vendor::evaluate))
        .route("/vendor/webinars/{code}/after", get(vendor::after))
        .route("/vendor/webinars/{code}/look-ups", post(vendor::look_up))
        .route("/vendor/webinars/{code}/voters", post(vendor::voters))
        .route("/vendor/webinars/{code}/strikes", post(vendor::strike))
        .route(
            "/vendor/webinars/{code}/personal-data",
            delete(vendor::forget),
        )
        .fallback(|| async { Error::not_found() })
        .method_not_allowed_fallback(|| async { Error::not_found() })
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store"),
        ))
        .layer(SetResponseHeaderLayer::overriding(
            HeaderName::from_static(STAGE_CLOCK),
            move |_: &Response| Some(HeaderValue::from(clock.now())),
        ));
    let pages = pages::router(&site);
    let is_https = site.is_https();
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
        .merge(brief::router())
        .merge(remote::router())
        .merge(pages)
        .layer(
            ServiceBuilder::new()
                .layer(TraceLayer::new_for_http().make_span_with(span))
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::SERVICE_UNAVAILABLE,
                    PATIENCE,
                ))
                .layer(cross_site),
        );
    let router = router
        .layer(middleware::from_fn(links::mend))
        .layer(middleware::from_fn(people::explain));
    // Outermost, so that refusals and time-outs have them too.
    let router = router.layer(middleware::map_response(
        move |mut answer: Response| async move {
            headers::put_on(answer.headers_mut(), is_https);
            answer
        },
    ));
    Ok(router.with_state(app))
}

/// What the log says of a request: no query, and of a page's address nothing that may be a token.
fn span<B>(request: &axum::http::Request<B>) -> tracing::Span {
    let (method, uri) = (request.method(), links::loggable(request.uri().path()));
    tracing::debug_span!("request", %method, %uri)
}
