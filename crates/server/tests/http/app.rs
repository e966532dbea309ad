//! One server with its own database, and the people who use it.

use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use barometer_domain::catalogue::Reality;
use barometer_domain::view::{AudienceView, ConsoleView, Screen};
use barometer_domain::wire::{Problem, Receipt};
use barometer_server::app_files::AppFiles;
use barometer_server::clock::StageClock;
use barometer_server::demo::{self, DEMO_FILE};
use barometer_server::http::{self, FrameOrigins, RateLimits, Site, TrustedProxies};
use barometer_server::import;
use barometer_server::mail::{MailServer, Mailer};
use barometer_server::news::NewsSender;
use barometer_server::rooms::{Crowd, Rooms};
use barometer_server::secrets::Keys;
use barometer_server::store::{Store, SystemStep};
use barometer_server::webhook::{WebhookClient, WebhookReach};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};
use tempfile::TempDir;
use tower::ServiceExt;

use crate::contract;

pub(crate) const CODE: &str = "4K7P2M";
/// What the vendor's one-time link holds.
pub(crate) const SETUP_TOKEN: &str = "the vendor's one-time link";
pub(crate) const SECRET: &str = "the presenter's secret";

/// A server with one webinar: the demo's requests, nobody in it yet.
pub(crate) struct App {
    pub(crate) router: Router,
    pub(crate) rooms: Rooms,
    pub(crate) store: Store,
    pub(crate) directory: TempDir,
    pub(crate) webinar: i64,
    mailer: Arc<Mailer>,
    webhooks: Arc<WebhookClient>,
    /// All that was answered, in order.
    pub(crate) heard: Mutex<Vec<Heard>>,
}

/// What was asked, and the body that came back.
pub(crate) struct Heard {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) body: Vec<u8>,
}

/// An answer, read whole.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json<T: serde::de::DeserializeOwned>(&self) -> T {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }

    /// The problem's status and code, as the wire has them.
    pub(crate) fn refusal(&self) -> (u16, String) {
        assert_eq!(
            self.headers[header::CONTENT_TYPE],
            "application/problem+json"
        );
        let problem: Problem = self.json();
        assert_eq!(problem.status, self.status.as_u16());
        let code = self.json::<Value>()["code"].as_str().unwrap().to_owned();
        (problem.status, code)
    }
}

/// Someone with a browser: remembers one cookie.
pub(crate) struct Browser<'a> {
    app: &'a App,
    /// The webinar it is at.
    code: String,
    cookie: Option<String>,
}

impl App {
    /// A real webinar.
    pub(crate) async fn start() -> Self {
        Self::start_as(Reality::Real, None).await
    }

    /// A webinar of this kind; a demo brings its crowd.
    pub(crate) async fn start_as(reality: Reality, crowd: Option<Crowd>) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let store = open(&directory).await;
        let code = CODE.parse().unwrap();
        let read = import::read(DEMO_FILE.as_bytes(), code, SECRET.into(), reality).unwrap();
        let webinar = store.create(read.webinar).await.unwrap().unwrap();
        if let Some(crowd) = &crowd {
            store
                .seat(webinar, crowd.seats(store.keys(), webinar))
                .await
                .unwrap();
        }
        Self::over(store, directory, webinar, crowd)
    }

    /// A real webinar in a process with this clock.
    pub(crate) async fn start_with(clock: StageClock) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("data/barometer.db");
        let url = format!("sqlite:{}", file.display());
        let store = Store::open_with(&url, keys(&directory), clock)
            .await
            .unwrap();
        let code = CODE.parse().unwrap();
        let read = import::read(DEMO_FILE.as_bytes(), code, SECRET.into(), Reality::Real).unwrap();
        let webinar = store.create(read.webinar).await.unwrap().unwrap();
        Self::over(store, directory, webinar, None)
    }

    /// Changes the database behind the server's back.
    pub(crate) async fn execute(&self, statement: &'static str) {
        sqlx::query(statement)
            .execute(&mut self.database().await)
            .await
            .unwrap();
    }

    /// The same database under a new process.
    pub(crate) async fn restart(self) -> Self {
        self.restart_after(|_| ()).await
    }

    /// A new process, after something happened to the folder of data while none was running.
    pub(crate) async fn restart_after(self, change: impl FnOnce(&Path)) -> Self {
        let Self {
            router,
            rooms,
            store,
            directory,
            webinar,
            mailer,
            webhooks,
            heard: _,
        } = self;
        drop((router, rooms, store, mailer, webhooks));
        change(&directory.path().join("data"));
        let store = open(&directory).await;
        store.recover().await.unwrap();
        Self::over(store, directory, webinar, None)
    }

    fn over(store: Store, directory: TempDir, webinar: i64, crowd: Option<Crowd>) -> Self {
        let rooms = Rooms::new(store.clone(), crowd);
        let (mailer, webhooks) = Default::default();
        let router = router(&rooms, &directory, "http://stem.test", &mailer, &webhooks);
        Self {
            router,
            rooms,
            store,
            directory,
            webinar,
            mailer,
            webhooks,
            heard: Mutex::default(),
        }
    }

    /// The same server, reached under another address.
    pub(crate) fn router_at(&self, public_url: &str) -> Router {
        let Self {
            mailer, webhooks, ..
        } = self;
        router(&self.rooms, &self.directory, public_url, mailer, webhooks)
    }

    /// The same server, which sends its mail here.
    pub(crate) fn with_mail_server(self, url: &str) -> Self {
        let server = MailServer::new(url, Some("Webinar <webinar@stem.test>")).unwrap();
        let mailer = Arc::new(Mailer::new(Some(server)));
        Self { mailer, ..self }.with_new_router()
    }

    /// The same server, whose webhook may lead to this machine.
    pub(crate) fn with_webhook_anywhere(self) -> Self {
        let webhooks = Arc::new(WebhookClient::new(WebhookReach::Anywhere));
        Self { webhooks, ..self }.with_new_router()
    }

    fn with_new_router(self) -> Self {
        let router = self.router_at("http://stem.test");
        Self { router, ..self }
    }

    /// What sends its news out, for whoever does not wait until it looks by itself.
    pub(crate) fn news_sender(&self) -> NewsSender {
        NewsSender {
            rooms: self.rooms.clone(),
            public_url: "http://stem.test".into(),
            mailer: self.mailer.clone(),
            webhooks: self.webhooks.clone(),
        }
    }

    pub(crate) fn browser(&self) -> Browser<'_> {
        Browser {
            app: self,
            code: CODE.into(),
            cookie: None,
        }
    }

    /// A browser that comes back with the cookie it had.
    pub(crate) fn browser_with(&self, cookie: String) -> Browser<'_> {
        Browser {
            cookie: Some(cookie),
            ..self.browser()
        }
    }

    /// Someone from this municipality who has joined.
    pub(crate) async fn voter(&self, municipality: &str) -> Browser<'_> {
        let mut browser = self.browser();
        let joined = browser
            .post("/participants", &json!({ "municipality": municipality }))
            .await;
        assert_eq!(joined.status, StatusCode::OK);
        browser
    }

    /// The vendor, set up and logged in.
    pub(crate) async fn vendor(&self) -> Browser<'_> {
        let mut browser = self.browser();
        let body = json!({ "token": SETUP_TOKEN, "key": "k".repeat(43), "stretch": "{}",
            "wrapped": "{\"wrapped\":1}", "proof": "p".repeat(43) });
        let made = browser.post("/vendor", &body).await;
        assert_eq!(made.status, StatusCode::OK);
        browser
    }

    /// The presenter, with the console open.
    pub(crate) async fn presenter(&self) -> Browser<'_> {
        let mut browser = self.browser();
        let opened = browser
            .post("/console/session", &json!({ "secret": SECRET }))
            .await;
        assert_eq!(opened.status, StatusCode::NO_CONTENT);
        browser
    }

    /// Ends the grace after the close without waiting for it.
    pub(crate) async fn close_for_good(&self) {
        let store = &self.store;
        store
            .system_step(self.webinar, SystemStep::CloseForGood)
            .await
            .unwrap();
    }

    /// The audience's view as of now: at once, but for the turnout while it is open.
    pub(crate) async fn view(&self) -> AudienceView {
        let mut presenter = self.presenter().await;
        let mut view = async || {
            let seen: ConsoleView = presenter.get("/console/view").await.json();
            seen.audience
        };
        let first = view().await;
        if !first.barometer.phase.takes_ballots() {
            return first;
        }
        self.pace().await;
        view().await
    }

    /// Until what was counted by now is shown.
    pub(crate) async fn pace(&self) {
        tokio::time::sleep(Duration::from_millis(550)).await;
    }

    /// The database itself, past the server.
    pub(crate) async fn database(&self) -> SqliteConnection {
        let file = self.directory.path().join("data/barometer.db");
        let url = format!("sqlite:{}", file.display());
        SqliteConnection::connect(&url).await.unwrap()
    }

    /// Keeps what was answered.
    pub(crate) fn hear(&self, method: Method, path: String, body: Vec<u8>) {
        self.heard
            .lock()
            .unwrap()
            .push(Heard { method, path, body });
    }

    /// Sends what is answered by a stream.
    pub(crate) async fn send_and_follow(
        &self,
        request: axum::http::request::Builder,
    ) -> axum::response::Response {
        let request = request.body(Body::empty()).unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = answer
            .into_body()
            .collect()
            .await
            .unwrap()
            .to_bytes()
            .to_vec();
        self.hear(method.clone(), path.clone(), body.clone());
        let answer = Answer {
            status,
            headers,
            body,
        };
        contract::hold(&method, &path, &answer);
        answer
    }
}

fn router(
    rooms: &Rooms,
    directory: &TempDir,
    public_url: &str,
    mailer: &Arc<Mailer>,
    webhooks: &Arc<WebhookClient>,
) -> Router {
    let site = Site {
        public_url: public_url.into(),
        insecure: false,
        app_files: AppFiles::Folder(directory.path().join("dist")),
        setup_token: Some(SETUP_TOKEN.into()),
        limits: RateLimits::default(),
        trusted_proxies: TrustedProxies::from_str("127.0.0.1").unwrap(),
        projector_frames: FrameOrigins::from_str("https://slides.test,https://*.obs.test").unwrap(),
        mailer: mailer.clone(),
        webhooks: webhooks.clone(),
    };
    http::router(rooms.clone(), site).unwrap()
}

/// The keys of a process over this directory.
pub(crate) fn keys(directory: &TempDir) -> Keys {
    Keys::open(&directory.path().join("secrets")).unwrap()
}

async fn open(directory: &TempDir) -> Store {
    let keys = keys(directory);
    let file = directory.path().join("data/barometer.db");
    Store::open(&format!("sqlite:{}", file.display()), keys)
        .await
        .unwrap()
}

/// The demo's crowd, in a hurry.
pub(crate) fn crowd() -> Crowd {
    let code = demo::DEMO_CODE.parse().unwrap();
    let demo = import::read(DEMO_FILE.as_bytes(), code, String::new(), Reality::Demo).unwrap();
    Crowd {
        members: demo.ballots,
        over: Duration::from_millis(200),
    }
}

/// Asks again until `check` holds, for ten seconds at most.
pub(crate) async fn eventually<T>(
    mut ask: impl AsyncFnMut() -> T,
    check: impl Fn(&T) -> bool,
) -> T {
    for _ in 0..200 {
        let answer = ask().await;
        if check(&answer) {
            return answer;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("it never came to be");
}

impl<'a> Browser<'a> {
    /// Another tab of the same browser.
    pub(crate) fn tab(&self) -> Browser<'a> {
        Browser {
            app: self.app,
            code: self.code.clone(),
            cookie: self.cookie.clone(),
        }
    }

    /// At another webinar.
    pub(crate) fn at(self, code: &str) -> Browser<'a> {
        Browser {
            code: code.to_owned(),
            ..self
        }
    }

    /// The cookie it holds.
    pub(crate) fn cookie(&self) -> String {
        self.cookie.clone().unwrap()
    }

    /// The session's token.
    pub(crate) fn token(&self) -> String {
        self.cookie().split_once('=').unwrap().1.to_owned()
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.request(Method::GET, path, Vec::new()).await
    }

    pub(crate) async fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.request(Method::POST, path, body.to_string().into_bytes())
            .await
    }

    pub(crate) async fn put(&mut self, path: &str, body: &Value) -> Answer {
        self.request(Method::PUT, path, body.to_string().into_bytes())
            .await
    }

    pub(crate) async fn request(&mut self, method: Method, path: &str, body: Vec<u8>) -> Answer {
        let uri = if path.starts_with("/vendor") || path.starts_with("/financing") {
            format!("/api/v1{path}")
        } else if ["/w/", "/requests/", "/forum/"]
            .iter()
            .any(|page| path.starts_with(page))
        {
            path.to_owned()
        } else {
            format!("/api/v1/webinars/{}{path}", self.code)
        };
        let mut request = Request::builder().method(method).uri(uri);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let answer = self.app.send(request.body(Body::from(body)).unwrap()).await;
        if let Some(cookie) = answer.headers.get(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            self.cookie = cookie.split(';').next().map(str::to_owned);
        }
        answer
    }

    pub(crate) async fn vote(&mut self, rev: u32, choices: &[u16]) -> Answer {
        let trackers = self.trackers(choices);
        let ballot = json!({ "rev": rev, "choices": choices, "trackers": trackers });
        self.put("/ballot", &ballot).await
    }

    /// The trackers of this browser's ballot: 22 letters each, of nobody else's.
    pub(crate) fn trackers(&self, choices: &[u16]) -> Value {
        let own = self
            .cookie
            .as_deref()
            .map_or("", |cookie| &cookie[cookie.len() - 18..]);
        let tracker = |number: u16| format!("{own:0>18}{number:03}A");
        let choices: Vec<String> = choices.iter().map(|&choice| tracker(choice)).collect();
        json!({ "ballot": tracker(0), "choices": choices })
    }

    pub(crate) async fn votes(&mut self, choices: &[u16]) -> Receipt {
        let answer = self.vote(1, choices).await;
        assert_eq!(
            answer.status,
            StatusCode::OK,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        answer.json()
    }

    /// Gives a command with the newest step.
    pub(crate) async fn command(&mut self, command: &Value) -> Answer {
        let seen: ConsoleView = self.get("/console/view").await.json();
        self.post(
            "/console",
            &json!({ "command": command, "seen_step": seen.step }),
        )
        .await
    }

    /// Gives commands that are to succeed.
    pub(crate) async fn commands(&mut self, commands: &[Value]) -> ConsoleView {
        let mut last = None;
        for command in commands {
            let answer = self.command(command).await;
            assert_eq!(answer.status, StatusCode::OK, "{command}");
            last = Some(answer.json());
        }
        last.unwrap()
    }

    /// Opens the barometer.
    pub(crate) async fn opens(&mut self) -> ConsoleView {
        self.commands(&[json!({ "do": "go_to", "at": 3 }), json!({ "do": "open" })])
            .await
    }

    /// Closes it for good, and brings out the whole result.
    pub(crate) async fn closes_and_reveals(&mut self) -> ConsoleView {
        self.commands(&[json!({ "do": "close" })]).await;
        self.app.close_for_good().await;
        self.reveals().await
    }

    /// Brings out the whole result of a closed barometer.
    pub(crate) async fn reveals(&mut self) -> ConsoleView {
        let revealed = self
            .commands(&[json!({ "do": "reveal", "automatic": false })])
            .await;
        match &revealed.audience.screen {
            Screen::Result(result) if !result.too_few => {
                self.commands(&[json!({ "do": "reveal_all" })]).await
            }
            _ => revealed,
        }
    }
}
