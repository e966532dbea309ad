//! The vendor's key, in a worker of its own: the page asks, the worker answers, and the private key stays there.
//! Nothing of it is stored; a reload forgets it.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::rc::Rc;

use barometer_domain::ids::{MunicipalityCode, WebinarCode};
use barometer_domain::invitation::{InvitationHash, InvitationToken};
use barometer_domain::vendor::{LoginProof, PublicKey};
use barometer_domain::vendor_account::{CHALLENGE_SEALED_FOR, KeyChallenge};
use barometer_json::FromJson;
use barometer_kit::{json, route};
use js_sys::{Function, Promise};
use serde::Serialize;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Why the vault did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultError {
    /// The passphrase is neither six of our words nor 16 letters.
    TooShort,
    /// The same few letters again and again.
    TooMonotonous,
    /// Made of words, rows and years that are tried first.
    TooCommon,
    /// The passphrase does not open this key.
    Refused,
    /// The device has too little memory.
    OutOfMemory,
    /// The file is no recovery file, or not a whole one.
    NotARecoveryFile,
    /// The worker is gone, or could not be loaded.
    Broken,
}

/// What the vault answered, or why not.
pub type VaultResult<T> = Result<T, VaultError>;

/// A new key: what the server is given of it.
#[derive(Clone, Debug, PartialEq, Eq, FromJson)]
pub struct NewKey {
    /// Its public half.
    pub key: PublicKey,
    /// How the passphrase was stretched.
    pub stretch: String,
    /// Its private half, under the passphrase.
    pub wrapped: String,
    /// What proves the passphrase.
    pub proof: LoginProof,
}

/// A recovery file that was just made.
#[derive(Clone, PartialEq, Eq, FromJson)]
pub struct NewRecoveryFile {
    /// What opens it, to be kept apart from it.
    pub words: String,
    /// Its text.
    pub text: String,
}

/// What a recovery file says of itself.
#[derive(Clone, Debug, PartialEq, Eq, FromJson)]
pub struct RecoveryFileHead {
    /// Where its key is used.
    pub site: String,
    /// When it was made, as a person reads it.
    pub made_on: String,
    /// Whether it opens with words of its own, and not with the passphrase of that day.
    pub has_own_words: bool,
}

/// An opened name. It has no serialised form.
#[derive(Clone, PartialEq, Eq, FromJson)]
pub struct OpenedName {
    /// The name as it was typed.
    pub name: String,
    /// The municipality sealed with it, if any.
    #[serde(default)]
    pub municipality: Option<MunicipalityCode>,
    /// The role as it was typed; often empty.
    #[serde(default)]
    pub role: String,
}

/// An opened contact, with the token of its personal link. It has no serialised form.
#[derive(Clone, PartialEq, Eq, FromJson)]
pub struct OpenedContact {
    /// The name as it was typed.
    pub name: String,
    /// The e-mail address as it was typed.
    pub email: String,
    /// What makes the personal link; `None` where there is none.
    #[serde(default)]
    pub token: Option<InvitationToken>,
}

/// A contact that this browser sealed: what the server is given, and the token, which it is not.
#[derive(Clone, PartialEq, Eq, FromJson)]
pub struct SealedContact {
    /// A random name of its row.
    pub slot: String,
    /// The contact, sealed for that row.
    pub sealed: String,
    /// The hash of the token that is sealed in it.
    pub hash: InvitationHash,
}

/// What the worker can do; the fields are named as it reads them.
#[derive(Serialize)]
#[serde(tag = "do", rename_all = "snake_case")]
enum VaultTask<'a> {
    NewPassphrase,
    CheckPassphrase {
        typed: &'a str,
    },
    SetUp {
        typed: &'a str,
    },
    LogIn {
        typed: &'a str,
        stretch: &'a str,
    },
    Unwrap {
        wrapped: &'a str,
    },
    Open {
        webinar: &'a str,
        sealed: &'a [(&'a str, &'a str)],
    },
    OpenContacts {
        webinar: &'a str,
        sealed: &'a [(&'a str, &'a str)],
    },
    OpenTexts {
        webinar: &'a str,
        slot: &'a str,
        sealed: &'a [&'a str],
    },
    SealContacts {
        webinar: &'a str,
        people: &'a [(&'a str, &'a str)],
    },
    Words {
        key: &'a str,
    },
    Fingerprint {
        key: &'a str,
    },
    NewInvitations {
        count: usize,
    },
    Prove {
        typed: &'a str,
        stretch: &'a str,
    },
    Rewrap {
        typed: &'a str,
    },
    RecoveryFile {
        site: &'a str,
        made_on: &'a str,
    },
    ReadRecoveryFile {
        text: &'a str,
    },
    OpenRecovery {
        text: &'a str,
        typed: &'a str,
    },
}

#[derive(Serialize)]
struct VaultMessage<'a> {
    id: u32,
    #[serde(flatten)]
    task: &'a VaultTask<'a>,
}

#[derive(FromJson)]
struct VaultReply {
    id: u32,
    #[serde(default)]
    answer: Option<String>,
    #[serde(default)]
    error: Option<String>,
}

/// Six words, drawn anew each time.
pub async fn new_passphrase() -> VaultResult<String> {
    run_task(&VaultTask::NewPassphrase).await
}

/// The passphrase as it counts, or why it is too weak.
pub async fn check_passphrase(typed: &str) -> VaultResult<String> {
    run_task(&VaultTask::CheckPassphrase { typed }).await
}

/// Makes a key under this passphrase; takes about a second.
pub async fn set_up(typed: &str) -> VaultResult<NewKey> {
    run_task(&VaultTask::SetUp { typed }).await
}

/// Stretches the passphrase, about a second, into what the server is told.
pub async fn log_in(typed: &str, stretch: &str) -> VaultResult<LoginProof> {
    run_task(&VaultTask::LogIn { typed, stretch }).await
}

/// Unwraps the key with the passphrase of the last [`log_in`]; answers its public half.
pub async fn unwrap(wrapped: &str) -> VaultResult<PublicKey> {
    run_task(&VaultTask::Unwrap { wrapped }).await
}

/// Opens names, each with its slot; `None` for what does not open.
pub async fn open_names(
    webinar: &WebinarCode,
    sealed: &[(&str, &str)],
) -> VaultResult<Vec<Option<OpenedName>>> {
    let webinar = webinar.as_str();
    run_task(&VaultTask::Open { webinar, sealed }).await
}

/// Opens contacts, each with its slot; `None` for what does not open. They were sealed for a webinar's code, or for
/// the name of a page that belongs to none.
pub async fn open_contacts(
    sealed_for: impl Display,
    sealed: &[(&str, &str)],
) -> VaultResult<Vec<Option<OpenedContact>>> {
    let webinar = &sealed_for.to_string();
    run_task(&VaultTask::OpenContacts { webinar, sealed }).await
}

/// Opens what people wrote into forms, each by its fields' names; `None` for what does not open.
pub async fn open_texts(
    webinar: &WebinarCode,
    slot: &str,
    sealed: &[&str],
) -> VaultResult<Vec<Option<BTreeMap<String, String>>>> {
    let webinar = webinar.as_str();
    run_task(&VaultTask::OpenTexts {
        webinar,
        slot,
        sealed,
    })
    .await
}

/// Seals people, each a name and an e-mail address, to this vault's own key: for a webinar's code, or for the name of a
/// page that belongs to none.
pub async fn seal_contacts(
    sealed_for: impl Display,
    people: &[(&str, &str)],
) -> VaultResult<Vec<SealedContact>> {
    let webinar = &sealed_for.to_string();
    run_task(&VaultTask::SealContacts { webinar, people }).await
}

/// A key's four words, joined by a space.
pub async fn key_words(key: &PublicKey) -> VaultResult<String> {
    let key = key.as_str();
    run_task(&VaultTask::Words { key }).await
}

/// A key's fingerprint, as it stands in links.
pub async fn fingerprint(key: &PublicKey) -> VaultResult<String> {
    let key = key.as_str();
    run_task(&VaultTask::Fingerprint { key }).await
}

/// So many new invitations, each its token and the hash that the server is given.
pub async fn new_invitations(count: usize) -> VaultResult<Vec<(InvitationToken, InvitationHash)>> {
    run_task(&VaultTask::NewInvitations { count }).await
}

/// What proves the present passphrase; the key stays in the worker.
pub async fn prove(typed: &str, stretch: &str) -> VaultResult<LoginProof> {
    run_task(&VaultTask::Prove { typed, stretch }).await
}

/// The worker's key under another passphrase; takes about a second.
pub async fn rewrap(typed: &str) -> VaultResult<NewKey> {
    run_task(&VaultTask::Rewrap { typed }).await
}

/// A recovery file of the worker's key, with the words that open it; takes about a second.
pub async fn recovery_file(site: &str, made_on: &str) -> VaultResult<NewRecoveryFile> {
    run_task(&VaultTask::RecoveryFile { site, made_on }).await
}

/// What a recovery file says of itself, or that it is none.
pub async fn read_recovery_file(text: &str) -> VaultResult<RecoveryFileHead> {
    run_task(&VaultTask::ReadRecoveryFile { text }).await
}

/// Takes the key out of a recovery file; answers its public half.
pub async fn open_recovery(text: &str, typed: &str) -> VaultResult<PublicKey> {
    run_task(&VaultTask::OpenRecovery { text, typed }).await
}

/// Reads the answer to a challenge with the worker's key; `None` where the key is another.
pub async fn read_challenge(challenge: &KeyChallenge) -> VaultResult<Option<String>> {
    let task = VaultTask::OpenTexts {
        webinar: CHALLENGE_SEALED_FOR,
        slot: &challenge.number,
        sealed: &[&challenge.sealed],
    };
    let opened: Vec<Option<BTreeMap<String, String>>> = run_task(&task).await?;
    let read = opened.into_iter().next().flatten();
    Ok(read.and_then(|mut read| read.remove("answer")))
}

/// Ends the worker, and with it everything it knew.
pub fn forget() {
    DESK.with_borrow_mut(Option::take);
}

thread_local! {
    static DESK: RefCell<Option<Rc<VaultClient>>> = const { RefCell::new(None) };
}

/// The worker and those who wait for it.
struct VaultClient {
    worker: Worker,
    waiting: PendingTasks,
    last: Cell<u32>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

/// By number, what wakes whoever asked.
#[derive(Clone, Default)]
struct PendingTasks(Rc<RefCell<HashMap<u32, Function>>>);

impl PendingTasks {
    fn wake(&self, id: u32, reply: &JsValue) {
        let wake = self.0.borrow_mut().remove(&id);
        if let Some(wake) = wake {
            // Resolving a promise does not throw.
            let _ = wake.call1(&JsValue::NULL, reply);
        }
    }

    fn wake_all(&self) {
        let all: Vec<u32> = self.0.borrow().keys().copied().collect();
        for id in all {
            self.wake(id, &JsValue::NULL);
        }
    }
}

impl VaultClient {
    fn start() -> VaultResult<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(route::VAULT_WORKER, &options);
        let worker = worker.map_err(|_| VaultError::Broken)?;
        let waiting = PendingTasks::default();
        let (answered, lost) = (waiting.clone(), waiting.clone());
        let on_message = Closure::new(move |event: MessageEvent| {
            let text = event.data().as_string().unwrap_or_default();
            if let Some(reply) = json::read::<VaultReply>(&text) {
                answered.wake(reply.id, &event.data());
            }
        });
        let on_error = Closure::new(move |_: Event| lost.wake_all());
        worker.set_onmessage(Some(AsRef::<JsValue>::as_ref(&on_message).unchecked_ref()));
        worker.set_onerror(Some(AsRef::<JsValue>::as_ref(&on_error).unchecked_ref()));
        Ok(Self {
            worker,
            waiting,
            last: Cell::new(0),
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    fn send(&self, task: &VaultTask) -> VaultResult<Promise> {
        let id = self.last.get() + 1;
        self.last.set(id);
        let text = json::write(&VaultMessage { id, task }).ok_or(VaultError::Broken)?;
        let waiting = &self.waiting;
        let reply = Promise::new(&mut |wake, _| {
            waiting.0.borrow_mut().insert(id, wake);
        });
        self.worker
            .post_message(&text.into())
            .map_err(|_| VaultError::Broken)?;
        Ok(reply)
    }
}

impl Drop for VaultClient {
    fn drop(&mut self) {
        self.worker.terminate();
        self.waiting.wake_all();
    }
}

async fn run_task<T: FromJson>(task: &VaultTask<'_>) -> VaultResult<T> {
    let reply = JsFuture::from(client()?.send(task)?).await;
    let text = reply.ok().and_then(|reply| reply.as_string());
    let reply: Option<VaultReply> = text.and_then(|text| json::read(&text));
    let reply = reply.ok_or(VaultError::Broken)?;
    match reply.error.as_deref() {
        Some(code) => Err(error(code)),
        None => reply
            .answer
            .and_then(|answer| json::read(&answer))
            .ok_or(VaultError::Broken),
    }
}

fn client() -> VaultResult<Rc<VaultClient>> {
    DESK.with_borrow_mut(|slot| {
        if let Some(client) = slot {
            return Ok(client.clone());
        }
        let client = Rc::new(VaultClient::start()?);
        *slot = Some(client.clone());
        Ok(client)
    })
}

fn error(code: &str) -> VaultError {
    match code {
        "too_short" => VaultError::TooShort,
        "too_monotonous" => VaultError::TooMonotonous,
        "too_common" => VaultError::TooCommon,
        "refused" | "keys_differ" => VaultError::Refused,
        "out_of_memory" => VaultError::OutOfMemory,
        "not_json" | "other_file" | "other_version" | "damaged" => VaultError::NotARecoveryFile,
        _ => VaultError::Broken,
    }
}
