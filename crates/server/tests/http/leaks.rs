//! A webinar is played with everything there is, and then all that it left behind is searched: the database with its
//! log of writes, the secrets' folder, every answer of every address, and the server's log.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use barometer_domain::language::Language;
use barometer_domain::news::NewsSubject;
use barometer_domain::wire::{Me, Role};
use barometer_sealing::envelope;
use barometer_sealing::identity::Identity;
use barometer_sealing::invitation::Token;
use barometer_sealing::key::PublicKey;
use barometer_sealing::key_pair::KeyPair;
use barometer_server::news::NewsLink;
use barometer_server::store::NewsWish;
use futures_util::StreamExt;
use getrandom::SysRng;
use rand_core::UnwrapErr;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::app::{App, Browser, CODE, Heard, SETUP_TOKEN};
use crate::leaks_scan::{Secrets, files, found, log};
use crate::signups::{self, Sheet};

/// Names with their municipalities, which the demo's commitments do not name; the last shows interest in public.
const PEOPLE: [(&str, &str, &str); 6] = [
    ("Anne Lækage", "0101", "København"),
    ("Bo Utæt", "0825", "Læsø"),
    ("Ida Hemmelig", "0492", "Ærø"),
    ("Jens Skjult", "0665", "Lemvig"),
    ("Mia Stille", "0482", "Langeland"),
    ("Per Interesse", "0563", "Fanø"),
];
const VENDOR: &str = "/vendor/webinars/4K7P2M";

/// Everybody, and what is known of them.
struct Play<'a> {
    app: &'a App,
    key: PublicKey,
    vendor: Browser<'a>,
    presenter: Browser<'a>,
    voters: Vec<Browser<'a>>,
    secrets: Secrets,
}

impl<'a> Play<'a> {
    async fn begin(app: &'a App) -> Self {
        let key = KeyPair::generate(&mut UnwrapErr(SysRng)).public();
        let mut vendor = app.browser();
        let set_up = json!({ "token": SETUP_TOKEN, "key": String::from(key), "stretch": "{}", "wrapped": "{}",
            "proof": "p".repeat(43) });
        vendor.post("/vendor", &set_up).await;
        let mut secrets = Secrets::default();
        for (name, code, municipality) in PEOPLE {
            secrets.names.push(name.into());
            if code != "0563" {
                secrets
                    .municipalities
                    .extend([code.into(), municipality.into()]);
            }
        }
        let presenter = app.presenter().await;
        secrets.tokens.extend([vendor.token(), presenter.token()]);
        Self {
            app,
            key,
            vendor,
            presenter,
            voters: Vec::new(),
            secrets,
        }
    }

    /// Three come by the open link and three are invited; one of them with two devices. Their names are sealed.
    async fn everyone_joins(&mut self) {
        for (at, (name, code, _)) in PEOPLE.iter().enumerate() {
            let by = if at < 3 {
                json!({ "municipality": code })
            } else {
                json!({ "invitation": self.invite(code).await, "municipality": code })
            };
            let devices = if at == 4 { 2 } else { 1 };
            for _ in 0..devices {
                let mut voter = self.app.browser();
                let me: Me = voter.post("/participants", &by).await.json();
                self.seal(&mut voter, &me, name).await;
                self.secrets.tokens.push(voter.token());
                self.secrets.slots.push(me.slot);
                self.voters.push(voter);
            }
        }
        let mut observer = self.app.browser();
        observer
            .post("/participants", &json!({ "observer": true }))
            .await;
        self.secrets.tokens.push(observer.token());
    }

    /// Somebody signs up, is written to, and cancels; another whom the vendor added is removed. What the vendor is given
    /// stays sealed.
    async fn somebody_signs_up(&mut self) {
        signups::open(self.app, &mut self.vendor, None).await;
        let (name, email) = ("Tina Tilmeldt", "tina@tilmeldt.test");
        self.secrets.names.extend([name.into(), email.into()]);
        let [one, other] = [(); 2].map(|()| Sheet::sealed(&self.key, name, email));
        for sheet in [&one, &other] {
            self.secrets.tokens.push(sheet.token.clone());
        }
        let taken = signups::sign_up(self.app, &one, "0791").await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER);
        let page = format!("/w/{CODE}");
        for path in [&page, signups::PAGE, "/w/4K7P2M/signup/done"] {
            assert!(
                signups::get(self.app, path).await.status.is_success(),
                "{path}"
            );
        }
        let new = json!({ "signups": [other.json("0791")] });
        self.vendor.post(signups::SIGNUPS, &new).await;
        let mail = json!({ "draft": { "kind": "letter", "subject": "Tak", "text": "{navn}" },
            "recipients": [{ "slot": other.row, "name": name, "email": email, "link": "" }] });
        self.vendor.post(&format!("{VENDOR}/mails"), &mail).await;
        let listed = self.vendor.get(signups::SIGNUPS).await;
        assert!(listed.status.is_success());
        let row = format!("{}/{}", signups::SIGNUPS, other.row);
        let removed = self.vendor.request(Method::DELETE, &row, Vec::new()).await;
        assert!(removed.status.is_success());
        let form = format!("token={}", one.token);
        let cancelled = signups::post(self.app, "/w/4K7P2M/signup/cancel", form).await;
        assert!(cancelled.status.is_success());
        // The day has come.
        signups::move_to(self.app, 0).await;
    }

    async fn invite(&mut self, code: &str) -> String {
        let token = Token::generate(&mut UnwrapErr(SysRng));
        let hash = String::from(token.hash());
        let new = json!({ "invitations": [{ "hash": hash, "municipality": code }] });
        self.vendor
            .post(&format!("{VENDOR}/invitations"), &new)
            .await;
        let token = String::from(token);
        self.secrets.tokens.push(token.clone());
        token
    }

    async fn seal(&mut self, voter: &mut Browser<'_>, me: &Me, name: &str) {
        let body = json!({ "sealed": self.sealed(me, name, &me.slot) });
        voter.put("/me/identity", &body).await;
        let again: Me = voter.get("/me").await.json();
        assert!(again.identified);
    }

    fn sealed(&mut self, me: &Me, name: &str, place: &str) -> String {
        let Role::Voter { municipality } = me.role else {
            panic!("a voter")
        };
        let identity = Identity::new(name, municipality.to_string().parse().ok(), "Leder").unwrap();
        let mut chance = UnwrapErr(SysRng);
        let sealed = envelope::seal(&self.key, CODE, place, &identity, &mut chance).unwrap();
        let sealed = String::from(sealed);
        self.secrets.sealed.push(sealed.clone());
        sealed
    }

    async fn everyone_votes(&mut self) {
        for (choice, voter) in (1..).zip(&mut self.voters) {
            let me: Me = voter.get("/me").await.json();
            let rev = me.ballot.map_or(1, |held| held.rev + 1);
            let choices = [choice, choice + 1];
            assert!(voter.vote(rev, &choices).await.status.is_success());
            let trackers = voter.trackers(&choices);
            let of_choices = trackers["choices"].as_array().unwrap();
            let all = of_choices.iter().chain([&trackers["ballot"]]);
            let all = all.map(|tracker| tracker.as_str().unwrap().to_owned());
            self.secrets.trackers.extend(all);
        }
        let mut last = self.voters.pop().unwrap();
        let catalogue = self.catalogue().await;
        let request = catalogue["requests"][0]["id"].clone();
        let interest = json!({ "request": request, "name_wished": true });
        assert!(last.post("/interests", &interest).await.status.is_success());
        self.voters.push(last);
    }

    /// Everybody states what the municipality could join for, and changes it.
    async fn everyone_estimates(&mut self) {
        let page = format!("/w/{CODE}/estimate");
        for (choice, voter) in (1..).zip(&mut self.voters) {
            for amount in ["100000", "25000"] {
                let form = format!("candidate-{choice}={amount}");
                let sent = voter.request(Method::POST, &page, form.into()).await;
                assert!(sent.status.is_redirection());
                assert!(voter.get(&page).await.status.is_success());
            }
        }
    }

    /// Everybody asks and says something of the pace; the presenter shows it all, and everybody supports everything.
    async fn everyone_asks(&mut self) {
        let page = format!("/w/{CODE}/questions");
        let post = Method::POST;
        for (number, voter) in self.voters.iter_mut().enumerate() {
            let asked = format!("do=ask&text=Nummer+{number}");
            for form in [asked, "do=pulse-slower".into()] {
                let sent = voter.request(post.clone(), &page, form.into()).await;
                assert!(sent.status.is_redirection());
            }
        }
        let seen: Value = self.presenter.get("/console/view").await.json();
        for question in seen["questions"]["questions"].as_array().unwrap() {
            let show = json!({ "do": "show", "question": question["id"] });
            let shown = self.presenter.post("/console/questions", &show).await;
            assert!(shown.status.is_success());
            for voter in &mut self.voters {
                let form = format!("do=support&question={}", question["id"]);
                voter.request(post.clone(), &page, form.into()).await;
            }
        }
        for voter in &mut self.voters {
            assert!(voter.get(&page).await.status.is_success());
        }
    }

    /// Those with a personal link comment on a request, and the vendor reads and shows it.
    async fn the_invited_comment(&mut self) {
        let catalogue = self.catalogue().await;
        let request = catalogue["requests"][0]["id"].clone();
        let page = format!("/requests/{request}/comments");
        for voter in &mut self.voters {
            let text = b"do=write&text=En+erfaring".to_vec();
            voter.request(Method::POST, &page, text).await;
            assert!(voter.get(&page).await.status.is_success());
        }
        let comments: Value = self.vendor.get("/vendor/comments").await.json();
        assert!(!comments.as_array().unwrap().is_empty());
        for comment in comments.as_array().unwrap() {
            let show = json!({ "do": "show", "comment": comment["id"], "named": true });
            let show = json!({ "under": comment["under"], "command": show });
            let shown = self.vendor.post("/vendor/comments", &show).await;
            assert!(shown.status.is_success());
        }
        // Whose interest is public says with how many, and up to what.
        let speaker = self.voters.last_mut().unwrap();
        let pledge = b"at_most=24.000&at_least=11".to_vec();
        let requests = catalogue["requests"].as_array().unwrap();
        for request in requests {
            let page = format!("/requests/{}/pledge", request["id"]);
            speaker.request(Method::POST, &page, pledge.clone()).await;
            assert!(speaker.get(&page).await.status.is_success());
        }
        let questions = format!("{VENDOR}/questions");
        self.vendor.get(&questions).await;
        self.vendor.get("/vendor/wishes").await;
        self.vendor.get("/vendor/what-pays").await;
        self.vendor.get("/vendor/deliveries").await;
        let shown = json!({ "is_shown": true });
        self.vendor.put("/vendor/deliveries", &shown).await;
        let report = json!({ "by": "Ida Holm", "actual": 100 });
        let path = format!("/vendor/requests/{request}/delivery");
        self.vendor.put(&path, &report).await;
        let moderate = json!({ "do": "moderate", "on": true });
        self.vendor.post(&questions, &moderate).await;
    }

    /// A member of the forum, whose person is sealed; a meeting, and what everybody reads of it.
    async fn the_forum_meets(&mut self) {
        let (name, email) = ("Fie Forummedlem", "fie@forum.test");
        self.secrets.names.extend([name.into(), email.into()]);
        let sheet = Sheet::sealed(&self.key, name, email);
        let add = json!({ "do": "add_member", "slot": sheet.row, "sealed": sheet.sealed, "member": {
            "municipality": "0791", "role": "Formand", "from": "2020-01-01", "to": "2399-12-31", "named": true } });
        let initiative = json!({ "do": "save_initiative", "edition": 0, "initiative": {
            "name": "Ny lov", "ministry": "Ministeriet", "public": true } });
        let meeting = json!({ "do": "save_meeting", "edition": 0, "meeting": {
            "date": "2399-04-13", "starts": "10:00", "ends": "14:00", "state": "Called" } });
        for command in [add, initiative, meeting] {
            let done = self.vendor.post(crate::forum::DESK, &command).await;
            assert!(done.status.is_success(), "{command}");
        }
        self.vendor.get(crate::forum::DESK).await;
        for uri in ["/forum", "/forum?lang=en", "/forum/initiatives/1"] {
            let request = Request::get(uri).body(Body::empty()).unwrap();
            let page = self.app.send(request).await;
            assert!(page.status.is_success(), "{uri}");
            assert_eq!(found(&page.body, &[&*sheet.sealed, &*sheet.row]), [""; 0]);
        }
    }

    async fn catalogue(&self) -> Value {
        let mut stranger = self.app.browser();
        let view: Value = stranger.get("/view").await.json();
        let hash = view["catalogue"].as_str().unwrap();
        stranger.get(&format!("/catalogue/{hash}")).await.json()
    }

    /// Everything that can be read by those who have no business with anybody's vote.
    async fn everyone_looks(&mut self) {
        let mut stranger = self.app.browser();
        for path in [
            "",
            "/view",
            "/qr.svg",
            "/webinar.ics",
            "/look-ups",
            "/roll",
            "/carrying",
            "/me",
            "/events",
        ] {
            match path {
                "/events" => self.follow(path, String::new()).await,
                path => _ = stranger.get(path).await,
            }
        }
        self.catalogue().await;
        self.presenter.get("/console/view").await;
        self.follow("/console/events", self.presenter.cookie())
            .await;
        self.follow("/financing/events", String::new()).await;
        for path in [
            "/vendor",
            "/vendor/session",
            "/vendor/account",
            "/vendor/webinars",
            "/vendor/financing",
            "/vendor/retention",
        ] {
            self.vendor.get(path).await;
        }
        for page in ["/after", "/invitations"] {
            self.vendor.get(&format!("{VENDOR}{page}")).await;
        }
        for path in ["/financing", "/financing.csv", "/financing.xlsx"] {
            stranger.get(path).await;
        }
        for uri in ["/api/v1/openapi.json", "/metrics", "/anonymity", "/nowhere"] {
            let request = Request::get(uri).body(Body::empty()).unwrap();
            self.app.send(request).await;
        }
    }

    /// Reads a stream until it is quiet for a moment.
    async fn follow(&self, path: &str, cookie: String) {
        let uri = match path {
            "/financing/events" => format!("/api/v1{path}"),
            path => format!("/api/v1/webinars/{CODE}{path}"),
        };
        let request = Request::get(&uri).header(header::COOKIE, cookie);
        let router = self.app.router.clone();
        let answer = router.oneshot(request.body(Body::empty()).unwrap()).await;
        let mut stream = answer.unwrap().into_body().into_data_stream();
        let mut body = Vec::new();
        let quiet = Duration::from_millis(200);
        while let Ok(Some(bytes)) = tokio::time::timeout(quiet, stream.next()).await {
            body.extend(bytes.unwrap());
        }
        assert!(!body.is_empty(), "{path} says something");
        self.app.hear(Method::GET, uri, body);
    }

    /// The close, a look-up and a strike on record, the reveal; and the presenter's rehearsal.
    async fn everything_ends(&mut self) {
        self.presenter.commands(&[json!({ "do": "close" })]).await;
        self.everyone_looks().await;
        self.no_file_tells_before_the_result();
        self.app.close_for_good().await;
        self.everyone_looks().await;
        self.no_file_tells_before_the_result();
        let reason = json!({ "name": "Ida Holm", "reason": "Kontrol" });
        let released: Value = self
            .vendor
            .post(&format!("{VENDOR}/voters"), &reason)
            .await
            .json();
        let slot = &released["votes"][0]["slot"];
        let strike = json!({ "slots": [slot], "name": "Ida Holm", "reason": "Dublet" });
        self.vendor
            .post(&format!("{VENDOR}/strikes"), &strike)
            .await;
        self.vendor
            .post(&format!("{VENDOR}/look-ups"), &reason)
            .await;
        self.presenter.reveals().await;
        self.presenter
            .post("/console/rehearsal", &Value::Null)
            .await;
        self.vendor
            .post(&format!("{VENDOR}/rehearsal"), &Value::Null)
            .await;
        let left_out = json!({ "by": "Ida Holm", "left_out": "Linket var delt" });
        self.vendor
            .put(&format!("{VENDOR}/evaluation"), &left_out)
            .await;
        self.everyone_evaluates().await;
        let gone = (Method::DELETE, "/console/rehearsal");
        self.presenter.request(gone.0, gone.1, Vec::new()).await;
        self.everyone_looks().await;
    }

    /// Everybody evaluates, with words that are sealed; the sums and the letter become public.
    async fn everyone_evaluates(&mut self) {
        let survey = format!("{VENDOR}/surveys/evaluation");
        let items = crate::surveys::items();
        self.vendor
            .put(&survey, &json!({ "edition": 0, "items": items }))
            .await;
        let step = |step| json!({ "step": step });
        let steps = format!("{survey}/steps");
        self.vendor.post(&steps, &step("open")).await;
        let sealed = "Q".repeat(barometer_domain::survey::SEALED_LETTERS);
        for (_, code, _) in PEOPLE {
            let fields = [
                ("municipality", code),
                ("item-1", "0"),
                ("item-4", "7"),
                ("sealed", &*sealed),
            ];
            let cookie = crate::surveys::answers(self.app, "evaluation", &fields).await;
            let (_, token) = cookie.split_once('=').unwrap();
            self.secrets.tokens.push(token.to_owned());
        }
        self.vendor.get(&survey).await;
        self.vendor.post(&steps, &step("close")).await;
        let words = json!({ "edition": 0, "led_to": "", "decisions": [],
            "publishing": { "publish": { "letter": "Tak" } } });
        self.vendor.put(&format!("{VENDOR}/after"), &words).await;
        for page in ["/w/4K7P2M/evaluation", "/w/4K7P2M/after"] {
            let shown = self.app.browser().get(page).await;
            assert!(shown.status.is_success(), "{page}");
        }
    }

    /// Somebody gets news by mail, and the vendor has it posted: neither address, nor what opens the receiver's door, is
    /// told or lies open.
    async fn news_is_told(&mut self) {
        let reader = "lone@nyhedslaeser.test";
        self.secrets.names.push(reader.into());
        let wish = NewsWish {
            address: reader.into(),
            language: Language::Danish,
            subjects: vec![NewsSubject::LivingPage, NewsSubject::Webinars],
        };
        let id = self.app.rooms.ask_for_news(wish).await.unwrap().unwrap();
        assert!(self.app.rooms.confirm_news(id).await.unwrap());
        let door = "sig=8fJb2uTqVx0nKz";
        self.secrets.tokens.push(door.into());
        self.vendor.post("/vendor/webhook/test", &Value::Null).await;
        let settings = json!({ "address": format!("https://hooks.example.org/x?{door}"), "format": "teams",
            "language": "da", "new_secret": false });
        let saved: Value = self.vendor.put("/vendor/webhook", &settings).await.json();
        assert_eq!(saved["webhook"]["host"], "hooks.example.org");
        self.app.rooms.collect_news().await.unwrap();
        self.vendor.get("/vendor/news").await;
        let confirm = NewsLink::Confirm.path(&self.app.rooms, &id);
        let leave = NewsLink::Unsubscribe.path(&self.app.rooms, &id);
        for uri in [
            "/news",
            "/news/request-1",
            "/webinars/feed.atom",
            &confirm,
            &leave,
        ] {
            let request = Request::get(uri).body(Body::empty()).unwrap();
            let answer = self.app.send(request).await;
            assert!(answer.status.is_success(), "{uri}");
        }
    }

    async fn the_rest_is_asked_for_too(&mut self) {
        let who = json!({ "invited_only": false });
        self.vendor
            .put(&format!("{VENDOR}/invitations"), &who)
            .await;
        for path in ["/invitations", "/personal-data"] {
            let path = format!("{VENDOR}{path}");
            self.vendor.request(Method::DELETE, &path, Vec::new()).await;
        }
        self.everyone_looks().await;
        let request = &self.catalogue().await["requests"][1]["id"];
        let commitments = format!("/vendor/requests/{request}/commitments");
        let said = json!({ "by": "Ida Holm", "said": { "move": "interest" } });
        self.vendor.get(&commitments).await;
        self.vendor
            .post(&format!("{commitments}/0607"), &said)
            .await;
        let undo = json!({ "by": "Ida Holm", "why": "Forkert kommune" });
        self.vendor
            .post(&format!("{commitments}/0607/undo"), &undo)
            .await;
        self.requests_are_kept(request).await;
        self.webinars_are_prepared().await;
        self.news_is_told().await;
        let gone = (Method::DELETE, "/vendor/webhook");
        self.vendor.request(gone.0, gone.1, Vec::new()).await;
        let known = json!({ "name": "Ida Holm", "reason": "Intet brud" });
        self.vendor
            .post("/vendor/look-ups/acknowledgement", &known)
            .await;
        self.the_passphrase_is_kept(&known).await;
        let again = json!({ "proof": "p".repeat(43) });
        self.vendor.post("/vendor/session", &again).await;
        self.secrets.tokens.push(self.vendor.token());
        self.vendor
            .request(Method::DELETE, "/vendor/session", Vec::new())
            .await;
    }

    /// Tries for another passphrase, with what is not the key.
    async fn the_passphrase_is_kept(&mut self, by: &Value) {
        let key = json!({ "stretch": "{}", "wrapped": "{}", "proof": "q".repeat(43) });
        let change = json!({ "present": "p".repeat(43), "key": key, "by": by });
        self.vendor.put("/vendor/passphrase", &change).await;
        let challenge = self.vendor.post("/vendor/recovery/challenge", &Value::Null);
        challenge.await;
        let recover =
            json!({ "number": "1", "until": 1, "answer": "guessed", "key": key, "by": by });
        self.vendor.post("/vendor/recovery", &recover).await;
    }

    /// The vendor's requests, and who may see the page of them.
    async fn requests_are_kept(&mut self, request: &Value) {
        let path = format!("/vendor/requests/{request}");
        let file: Value = self.vendor.get(&path).await.json();
        let edit = json!({ "by": "Ida Holm", "request": file["row"]["request"] });
        let step = json!({ "by": "Ida Holm", "to": "Selected" });
        self.vendor.put(&path, &edit).await;
        self.vendor.post(&format!("{path}/steps"), &step).await;
        let undo = json!({ "by": "Ida Holm", "why": "Prøve" });
        self.vendor.post(&format!("{path}/undo"), &undo).await;
        for path in ["/vendor/requests", "/vendor/commitments"] {
            self.vendor.get(path).await;
        }
        self.vendor.post("/vendor/requests", &edit).await;
        let file = b"Nummer;Titel\nK01;Et andet navn\n".to_vec();
        let path = "/vendor/imports?apply=true&by=Ida+Holm";
        self.vendor.request(Method::POST, path, file).await;
        let wish = json!({ "protected": true });
        let access: Value = self.vendor.put("/vendor/financing", &wish).await.json();
        let code = json!({ "code": access["code"] });
        self.app.browser().post("/financing/session", &code).await;
    }

    /// This webinar is written anew, and another one made and taken back.
    async fn webinars_are_prepared(&mut self) {
        let held: Value = self.vendor.get(VENDOR).await.json();
        let prepare = json!({ "by": "Ida Holm", "edition": held["edition"], "code": CODE,
            "preparation": held["preparation"] });
        assert!(self.vendor.put(VENDOR, &prepare).await.status.is_success());
        let look = json!({ "preparation": held["preparation"], "place": { "stage": "barometer", "item": 0 } });
        let shown = self.vendor.post(&format!("{VENDOR}/preview"), &look).await;
        assert!(shown.status.is_success());
        let renewed = format!("{VENDOR}/presenter-link");
        self.vendor.post(&renewed, &Value::Null).await;
        let new = json!({ "title": "Det næste", "date": "2099-10-08", "starts": "13:00", "ends": "14:00" });
        let next: Value = self.vendor.post("/vendor/webinars", &new).await.json();
        let path = format!("/vendor/webinars/{}", next["code"].as_str().unwrap());
        let gone = self.vendor.request(Method::DELETE, &path, Vec::new()).await;
        assert!(gone.status.is_success());
    }

    /// Until the result is out, the trackers of ballots stand nowhere in the open either.
    fn no_file_tells_before_the_result(&self) {
        let bytes = files(&self.app.directory.path().join("data"));
        assert!(
            !self.secrets.trackers.is_empty(),
            "there is something to search for"
        );
        assert_eq!(found(&bytes, &self.secrets.before_the_result()), [""; 0]);
        self.no_file_tells();
    }

    fn no_file_tells(&self) {
        let bytes = files(&self.app.directory.path().join("data"));
        assert!(
            !found(&bytes, &[CODE]).is_empty(),
            "there is something to search"
        );
        assert_eq!(found(&bytes, &self.secrets.anywhere()), [""; 0]);
        let secrets = files(&self.app.directory.path().join("secrets"));
        assert_eq!(found(&secrets, &self.secrets.to_others()), [""; 0]);
    }

    /// A participant is told the own place and municipality, and the vendor on record what it looked up; nobody is
    /// told anything else.
    fn no_answer_tells(&self) {
        for heard in self.app.heard.lock().unwrap().iter() {
            let Heard { method, path, body } = heard;
            let is_own = ["/me", "/participants", "/interests"]
                .iter()
                .any(|end| path.ends_with(end))
                // Whether the own municipality may be named is asked there.
                || path.starts_with("/requests/");
            let is_released = *method == Method::POST
                && ["/look-ups", "/voters", "/strikes"]
                    .iter()
                    .any(|end| path.ends_with(end));
            let mut told = found(body, &self.secrets.to_others());
            // Its form names all 98 municipalities, whoever comes.
            let is_signup = path == "/w/4K7P2M" || path == signups::PAGE;
            if is_signup {
                let municipalities = &self.secrets.municipalities;
                told.retain(|told| !municipalities.iter().any(|known| known == told));
            }
            if is_own {
                told.retain(|told| !self.secrets.slots.iter().any(|slot| slot == told));
                assert!(told.len() <= 1, "{path}: one's own municipality");
                told.retain(|told| {
                    !self
                        .secrets
                        .municipalities
                        .iter()
                        .any(|known| known == told)
                });
            }
            if is_released {
                told.retain(|told| self.secrets.names.iter().any(|name| name == told));
            }
            assert_eq!(told, [""; 0], "{method} {path}");
        }
    }

    /// Every address of the description was asked, so that no new one goes unsearched.
    fn every_address_was_asked(&self) {
        let heard = self.app.heard.lock().unwrap();
        let is_description = |heard: &&Heard| heard.path.ends_with("openapi.json");
        let description = heard.iter().find(is_description).unwrap();
        let description: Value = serde_json::from_slice(&description.body).unwrap();
        for (template, methods) in description["paths"].as_object().unwrap() {
            for method in methods.as_object().unwrap().keys() {
                let asked = heard.iter().any(|heard| {
                    heard.method.as_str().eq_ignore_ascii_case(method)
                        && fits(template, &heard.path)
                });
                assert!(asked, "{method} {template}");
            }
        }
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (template, path) = (template.split('/'), path.split('/'));
    template.clone().count() == path.clone().count()
        && template
            .zip(path)
            .all(|(part, is)| part.starts_with('{') || part == is)
}

#[tokio::test]
async fn a_played_webinar_tells_nobody_who_chose_what() {
    let log = log();
    tracing::debug!("canary={}", "Anne Kanarie");
    let app = App::start().await;
    let mut play = Play::begin(&app).await;
    play.somebody_signs_up().await;
    play.everyone_joins().await;
    play.everyone_looks().await;
    play.no_file_tells();
    let frame = json!({ "do": "set_frame", "frame": { "amount": 5_000_000, "by": "population" } });
    play.presenter.commands(&[frame]).await;
    play.presenter.opens().await;
    play.everyone_votes().await;
    play.everyone_estimates().await;
    play.everyone_asks().await;
    play.everyone_looks().await;
    play.no_file_tells_before_the_result();
    play.the_invited_comment().await;
    play.the_forum_meets().await;
    play.everything_ends().await;
    play.no_file_tells();
    play.the_rest_is_asked_for_too().await;
    play.no_file_tells();
    let bytes = files(&app.directory.path().join("data"));
    let of_names = play.secrets.sealed.iter().map(String::as_str);
    let of_names: Vec<&str> = of_names.take(PEOPLE.len() + 1).collect();
    assert_eq!(found(&bytes, &of_names), [""; 0], "deleted");

    play.no_answer_tells();
    play.every_address_was_asked();
    let log = log.text();
    assert_eq!(found(&log, &["Anne Kanarie"]).len(), 1, "it is searched");
    let asked = format!("uri=/api/v1/webinars/{CODE}/ballot");
    assert!(!found(&log, &[&asked]).is_empty(), "requests stand in it");
    assert_eq!(found(&log, &play.secrets.to_others()), [""; 0]);
}
