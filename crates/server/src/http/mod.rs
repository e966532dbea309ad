//! Every operation in one table. A handler extracts, makes one call, and returns.

mod account;
mod address;
mod articles;
mod body;
mod brief;
mod calendar;
mod comments;
mod connections;
mod console;
mod cookies;
mod error;
mod feeds;
mod financing;
mod forms;
mod forum;
mod frames;
mod headers;
mod html_page;
mod imports;
mod invitations;
mod ledger;
mod letter;
mod limits;
mod links;
mod mails;
mod news;
mod openapi;
mod padded;
mod pages;
mod parameters;
mod participant;
mod people;
mod percent;
mod phone_page;
mod pledge;
mod policy;
mod preparation;
mod qr;
mod questions;
mod reckoned;
mod remote;
mod request_id;
mod requests;
mod signup;
mod signup_list;
mod stated;
mod stream;
mod surveys;
mod unread;
mod vendor;
mod vendor_questions;
mod webinar;
mod wish_page;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::FromRef;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware;
use axum::response::Response;
use axum::routing::get;
use barometer_domain::ids::WebinarCode;
use barometer_domain::route::Route;
use barometer_domain::vendor::PublicKey;
use barometer_sealing::key;
use tower::ServiceBuilder;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt};
use utoipa_axum::routes;

use crate::app_files::AppFiles;
use crate::mail::Mailer;
use crate::news::NewsSender;
use crate::rooms::Rooms;
use crate::secrets;
use crate::telemetry;
use crate::webhook::WebhookClient;
pub use address::{PeerAddress, TrustedProxies};
pub use connections::{ConnectionPlace, ConnectionPlaces};
use error::ApiError;
pub use frames::FrameOrigins;
pub use limits::RateLimits;
pub use stream::{HeldEvents, StreamEvents};

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
    /// The built app.
    pub app_files: AppFiles,
    /// What the one-time link holds, as long as the vendor has no key.
    pub setup_token: Option<String>,
    /// How often one may ask, try and guess.
    pub limits: RateLimits,
    /// Whose word counts for where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// Whose pages may show the projector in a frame.
    pub projector_frames: FrameOrigins,
    /// Sends mail, if there is a server for it.
    pub mailer: Arc<Mailer>,
    /// Posts news to the vendor's webhook.
    pub webhooks: Arc<WebhookClient>,
}

impl Site {
    /// Whether people reach it over https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// What sends news out from this server.
    pub fn news_sender(&self, rooms: &Rooms) -> NewsSender {
        NewsSender {
            rooms: rooms.clone(),
            public_url: self.public_url.clone(),
            mailer: self.mailer.clone(),
            webhooks: self.webhooks.clone(),
        }
    }

    /// The host that people use, with its port.
    fn host(&self) -> &str {
        self.public_url.split("//").last().unwrap_or_default()
    }

    /// The full address of a page.
    fn address(&self, route: &Route) -> String {
        self.public_url.clone() + &route.path()
    }

    /// Where one joins. The vendor's key's fingerprint stands after the `#`, which never comes to the server: a
    /// phone that meets another key keeps the name to itself.
    fn join_url(&self, code: &WebinarCode, key: Option<&PublicKey>) -> String {
        let link = self.address(&Route::Phone(code.clone()));
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

/// What every handler can extract: the rooms, and how this server is reached.
#[derive(Clone)]
pub struct AppState {
    rooms: Rooms,
    site: Arc<Site>,
}

impl FromRef<AppState> for Rooms {
    fn from_ref(app: &AppState) -> Self {
        app.rooms.clone()
    }
}

impl FromRef<AppState> for Arc<Site> {
    fn from_ref(app: &AppState) -> Self {
        app.site.clone()
    }
}

/// Where the operations are, before the address that each of them states.
const PREFIX: &str = "/api/v1";

/// Every operation of the API. Its method and address stand at its handler, together with what it answers: there they
/// are both the route and the documentation.
fn operations() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(webinar::info))
        .routes(routes!(qr::join_link))
        .routes(routes!(calendar::appointment))
        .routes(routes!(webinar::catalogue))
        .routes(routes!(webinar::view))
        .routes(routes!(webinar::roll))
        .routes(routes!(webinar::carrying))
        .routes(routes!(stream::audience))
        .routes(routes!(participant::join))
        .routes(routes!(participant::me))
        .routes(routes!(participant::identify))
        .routes(routes!(vendor::look_ups))
        .routes(routes!(participant::put_ballot))
        .routes(routes!(participant::post_interest))
        .routes(routes!(console::command))
        .routes(routes!(console::open))
        .routes(routes!(console::view))
        .routes(routes!(console::moderate))
        .routes(routes!(stream::console))
        .routes(routes!(console::rehearse, console::throw_away))
        .routes(routes!(vendor::info, vendor::set_up))
        .routes(routes!(vendor::session, vendor::log_in, vendor::log_out))
        .routes(routes!(account::show))
        .routes(routes!(account::change_passphrase))
        .routes(routes!(account::challenge))
        .routes(routes!(account::recover))
        .routes(routes!(financing::show))
        .routes(routes!(financing::csv))
        .routes(routes!(financing::xlsx))
        .routes(routes!(financing::events))
        .routes(routes!(financing::enter))
        .routes(routes!(financing::access, financing::protect))
        .routes(routes!(vendor::retention))
        .routes(routes!(ledger::all))
        // The only body that is too long to have come whole when it is refused.
        .routes(routes!(imports::post).layer(middleware::from_fn(unread::read_to_the_end)))
        .routes(routes!(requests::list, requests::take_in))
        .routes(routes!(requests::wishes))
        .routes(routes!(requests::what_pays))
        .routes(routes!(requests::show, requests::edit))
        .routes(routes!(requests::step))
        .routes(routes!(requests::report_delivery))
        .routes(routes!(requests::deliveries, requests::show_deliveries))
        .routes(routes!(requests::undo))
        .routes(routes!(ledger::show))
        .routes(routes!(ledger::record))
        .routes(routes!(ledger::undo))
        .routes(routes!(vendor::acknowledge))
        .routes(routes!(vendor::webinars, preparation::begin))
        .routes(routes!(
            preparation::show,
            preparation::save,
            preparation::discard
        ))
        .routes(routes!(preparation::preview))
        .routes(routes!(preparation::renew_presenter))
        .routes(routes!(preparation::rehearse))
        .routes(routes!(
            invitations::summary,
            invitations::add,
            invitations::restrict,
            invitations::withdraw
        ))
        .routes(routes!(vendor_questions::show, vendor_questions::moderate))
        .routes(routes!(comments::list, comments::moderate))
        .routes(routes!(forum::desk, forum::change))
        .routes(routes!(surveys::desk::show, surveys::desk::save))
        .routes(routes!(surveys::desk::take_step))
        .routes(routes!(
            signup_list::list,
            signup_list::decide,
            signup_list::add
        ))
        .routes(routes!(signup_list::remove))
        .routes(routes!(mails::send))
        .routes(routes!(news::desk::show))
        .routes(routes!(news::desk::save, news::desk::remove))
        .routes(routes!(news::desk::test))
        .routes(routes!(vendor::evaluate))
        .routes(routes!(vendor::after, vendor::save_after))
        .routes(routes!(vendor::look_up))
        .routes(routes!(vendor::voters))
        .routes(routes!(vendor::strike))
        .routes(routes!(vendor::forget))
}

/// What the API is, as OpenAPI, on lines for people to read and to compare.
pub fn description() -> String {
    format!("{:#}\n", openapi::json(PREFIX, operations().into_openapi()))
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
    let (api, description) = operations().split_for_parts();
    let description = Bytes::from(openapi::json(PREFIX, description).to_string());
    let api = api
        .route(
            "/openapi.json",
            get(async move || ([(header::CONTENT_TYPE, "application/json")], description)),
        )
        .fallback(|| async { ApiError::not_found() })
        .method_not_allowed_fallback(async || error::method_not_allowed())
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
    let app = AppState {
        rooms,
        site: Arc::new(site),
    };
    let router = Router::new()
        .nest(PREFIX, api)
        .route("/api/{*rest}", get(|| async { ApiError::not_found() }))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(webinar::ready))
        .merge(articles::router())
        .merge(brief::router())
        .merge(feeds::router())
        .merge(news::router())
        .merge(comments::router())
        .merge(forum::router())
        .merge(pledge::router())
        .merge(questions::router())
        .merge(stated::router())
        .merge(remote::router())
        .merge(wish_page::router())
        .merge(surveys::router())
        .merge(letter::router())
        .merge(signup::router())
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
        .layer(middleware::from_fn(people::explain))
        .layer(middleware::from_fn(telemetry::count_answer))
        .layer(middleware::from_fn(request_id::carry));
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
    let id = request_id::of(request);
    // Of the gravest level, so that whatever is logged says of which request it is.
    tracing::error_span!("request", %id, %method, %uri)
}
