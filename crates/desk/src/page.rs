//! What all of the vendor's pages share: how far one has come in, what went wrong, headings, and links between pages.

use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::route::VendorDocument;
use barometer_domain::vendor::VendorInfo;
use barometer_kit::api::{self, ApiError, Done};
use barometer_kit::form::submission::Submission;
use barometer_kit::language;
use barometer_kit::route::{self, Route};
use barometer_kit::storage;
use barometer_kit::ui::loaded::{Asked, LoadError};
use barometer_text::staff::refused;
use barometer_text::staff::vendor::VendorText as Text;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::vault::{self, VaultError};

/// How far the vendor has come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VendorAccess {
    /// The server is being asked.
    Asking,
    /// The server does not answer.
    Offline,
    /// No key yet, and no link to make one.
    NeedsLink,
    /// No key yet; the link is here.
    FirstStart,
    /// The passphrase is asked for.
    Locked,
    /// Logged in.
    Open,
}

/// What went wrong, to be said in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VendorError {
    /// A sentence of these pages.
    Said(Text),
    /// The server refused.
    Refused(Refusal),
    /// A sentence of another page, in the language in which it was asked for.
    Written(String),
}

impl VendorError {
    /// What went wrong, in the reader's language.
    pub fn sentence(&self) -> String {
        match self {
            Self::Said(text) => text.say(language::current()),
            Self::Written(words) => words.clone(),
            Self::Refused(Refusal::WrongPassphrase) => Text::Wrong.say(language::current()),
            Self::Refused(refusal) => refused::sentence(refusal, language::current()),
        }
    }
}

impl VendorError {
    /// The field that the server found wrong, if that is it.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Refused(Refusal::NotFilledIn { field }) => Some(*field),
            _ => None,
        }
    }
}

/// A form of these pages on its way to the server; `W` is what is announced when it has arrived.
pub type VendorSubmission<W = ()> = Submission<VendorError, W>;

/// The field that the server found wrong, if that is what went wrong.
pub fn wrong_field<W: Clone + Send + Sync>(submission: VendorSubmission<W>) -> Option<Field> {
    submission.trouble()?.field()
}

/// What went wrong, in a paragraph; what is wrong with a field stands at the field.
pub fn failure_notice<W: Clone + Send + Sync>(submission: VendorSubmission<W>) -> Option<AnyView> {
    let trouble = submission.trouble().filter(|it| it.field().is_none())?;
    Some(view! { <p class="notice coral" role="alert">{trouble.sentence()}</p> }.into_any())
}

/// What stands at `field` while it is the one that is `wrong`.
pub fn complaint_at(
    field: Field,
    wrong: impl Fn() -> Option<Field> + Send + Sync + 'static,
) -> Signal<Option<String>> {
    Signal::derive(move || {
        let sentence = || refused::sentence(&field.wrong(), language::current());
        (wrong() == Some(field)).then(sentence)
    })
}

impl LoadError for VendorError {
    fn sentence(&self) -> String {
        VendorError::sentence(self)
    }
}

impl From<ApiError> for VendorError {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::Refused(refused) => Self::Refused(refused),
            ApiError::Offline => Self::Said(Text::Offline),
        }
    }
}

impl VendorError {
    /// Why a passphrase proves nothing: none as weak as this was ever taken.
    pub(crate) fn of_passphrase(error: VaultError) -> Self {
        match error {
            VaultError::TooShort | VaultError::TooMonotonous | VaultError::TooCommon => {
                Self::Said(Text::Wrong)
            }
            other => other.into(),
        }
    }
}

impl From<VaultError> for VendorError {
    fn from(error: VaultError) -> Self {
        Self::Said(match error {
            VaultError::TooShort => Text::TooShort,
            VaultError::TooMonotonous => Text::TooMonotonous,
            VaultError::TooCommon => Text::TooCommon,
            VaultError::Refused => Text::Wrong,
            VaultError::OutOfMemory => Text::OutOfMemory,
            VaultError::NotARecoveryFile => Text::NotARecoveryFile,
            VaultError::Broken => Text::Broken,
        })
    }
}

/// What all of the vendor's pages share.
#[derive(Clone, Copy)]
pub struct VendorContext {
    /// How far one has come in.
    pub access: RwSignal<VendorAccess>,
    /// Whether the key is in this page's worker: a session outlives the page, the key does not.
    pub has_key: RwSignal<bool>,
    /// Whether the session has ended by itself: the page stays as it is, behind the passphrase.
    pub is_expired: RwSignal<bool>,
    /// Whether the server has not been told that this session is over.
    pub is_session_left: RwSignal<bool>,
    /// The vendor as anyone may know it.
    pub info: RwSignal<Option<VendorInfo>>,
    /// The token of the one-time link that sets the vendor up.
    pub(crate) token: StoredValue<Option<String>>,
}

impl VendorContext {
    pub(crate) fn new() -> Self {
        Self {
            access: RwSignal::new(VendorAccess::Asking),
            has_key: RwSignal::new(false),
            is_expired: RwSignal::new(false),
            is_session_left: RwSignal::new(false),
            info: RwSignal::new(None),
            token: StoredValue::new(route::take_fragment()),
        }
    }

    /// Asks the server who the vendor is, and how far that lets one in.
    pub fn load_session(self) {
        self.access.set(VendorAccess::Asking);
        spawn_local(async move {
            let answer = api::vendor().await;
            self.access.set(match &answer {
                Ok(info) if info.logged_in => VendorAccess::Open,
                Ok(info) if info.key.is_some() => VendorAccess::Locked,
                Ok(_) if self.token.with_value(Option::is_some) => VendorAccess::FirstStart,
                Ok(_) => VendorAccess::NeedsLink,
                Err(_) => VendorAccess::Offline,
            });
            self.info.set(answer.ok());
        });
    }

    /// What went wrong; a session that is gone asks for the passphrase, and what is typed waits behind it.
    pub fn trouble(self, error: ApiError) -> VendorError {
        if error == ApiError::Refused(Refusal::NotVendor) {
            self.is_expired.set(true);
        }
        error.into()
    }

    /// Asks the server for something that a page shows, as [`Loaded`](barometer_kit::ui::loaded::Loaded) draws it; asks
    /// again when a signal that `ask` reads changes, and when the passphrase was given again after the session had ended
    /// meanwhile.
    pub fn ask<T, F>(self, ask: impl Fn() -> F + 'static) -> Asked<T, VendorError>
    where
        T: Clone + Send + Sync + 'static,
        F: IntoFuture<Output = Result<T, ApiError>> + 'static,
    {
        let asked = Asked::new(move || {
            let answer = ask();
            async move { answer.await.map_err(|error| self.trouble(error)) }
        });
        Effect::new(move |was_expired: Option<bool>| {
            let is_expired = self.is_expired.get();
            if was_expired == Some(true) && !is_expired && asked.has_failed() {
                asked.ask_again();
            }
            is_expired
        });
        asked
    }

    /// Lets in whoever proved the passphrase, or made the key.
    pub fn open_session(self) {
        self.has_key.set(true);
        self.is_session_left.set(false);
        self.is_expired.set(false);
        // Set again, it would have the page that asked for the passphrase begin anew.
        if self.access.get_untracked() != VendorAccess::Open {
            self.access.set(VendorAccess::Open);
        }
    }

    /// Forgets the key and asks for the passphrase again.
    pub fn lock(self) {
        vault::forget();
        self.has_key.set(false);
        self.is_expired.set(false);
        self.access.set(VendorAccess::Locked);
    }

    /// Ends the session, here and on the server.
    pub fn log_out(self) {
        self.lock();
        storage::clear_window();
        if route::current().vendor_document() == Some(VendorDocument::Webinars) {
            route::navigate(&Route::Vendor);
        }
        spawn_local(async move {
            let ended = match api::log_out().await {
                Ok(Done) | Err(ApiError::Refused(Refusal::NotVendor)) => true,
                Err(_) => false,
            };
            self.is_session_left.set(!ended);
        });
    }
}

/// A page's heading: it takes the focus when the page comes, and names the window.
#[component]
pub(crate) fn Heading(
    /// The heading, in the reader's language.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let element = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        if let Some(heading) = element.get() {
            // A heading with a tabindex takes the focus.
            let _ = heading.focus();
        }
    });
    Effect::new(move |_| document().set_title(&format!("{} · Barometer", text.get())));
    view! { <h1 tabindex="-1" node_ref=element>{text}</h1> }
}

/// The way back to the list.
#[component]
pub(crate) fn BackToList() -> impl IntoView {
    view! {
        <Way to=Route::Vendor class="back">
            "← "
            {say(Text::AllWebinars)}
        </Way>
    }
}

/// A link to another of the vendor's pages.
#[component]
pub(crate) fn Way(
    /// The page that it leads to.
    to: Route,
    /// Further classes for its look.
    #[prop(default = "")]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let address = to.path();
    let here = to.clone();
    let shown = route::current_route(Route::from_path);
    let is_here = move || (shown.get() == here).then_some("page");
    // A page of another document is fetched by the browser, and so is one that opens beside this one.
    let is_elsewhere = to.vendor_document() != route::current().vendor_document();
    let go = move |event: MouseEvent| {
        let beside = event.ctrl_key() || event.meta_key() || event.shift_key();
        if !(is_elsewhere || beside) {
            event.prevent_default();
            route::navigate(&to);
        }
    };
    view! {
        <a class=class href=address aria-current=is_here on:click=go>
            {children()}
        </a>
    }
}

/// Moves the focus to what has this id, where something is to be done.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A courtesy.
        let _ = element.focus();
    }
}

/// Moves the focus to the field that is `wrong` whenever one is, so that the cursor stands where something is to be done.
pub fn focus_wrong(
    wrong: impl Fn() -> Option<Field> + 'static,
    id_of: impl Fn(Field) -> &'static str + 'static,
) {
    Effect::new(move |_| {
        if let Some(field) = wrong() {
            focus(id_of(field));
        }
    });
}

/// Moves the focus to the page's heading, when what had it is gone.
pub fn focus_heading() {
    let heading = document().query_selector("h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // A heading with a tabindex takes the focus.
        let _ = heading.focus();
    }
}

/// A sentence in the reader's language, now and after a switch.
pub fn say(text: Text) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}
