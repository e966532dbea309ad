//! The vendor's pages, `/vendor…`: first start, log in, webinars with invitations and who voted for what, requests,
//! and what municipalities say about them.

use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::vendor::VendorInfo;
use barometer_text::staff::refused;
use barometer_text::staff::vendor::Vendor as Text;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::api::{self, ApiError};
use crate::language;
use crate::route::{self, Route};
use crate::vault::{self, VaultError};

pub mod after;
pub mod by;
pub mod commitments;
pub mod csv;
pub mod field;
pub mod file;
pub mod first_start;
pub mod header;
pub mod import;
pub mod invitations;
pub mod invite;
pub mod list;
pub mod log;
pub mod log_in;
pub mod look_up;
pub mod new_webinar;
pub mod people;
pub mod prepare;
pub mod recount;
pub mod request;
pub mod requests;
pub mod rows;
pub mod strike;
pub mod table;
pub mod votes;
pub mod who_may_vote;

use after::AfterPage;
use commitments::CommitmentsPage;
use first_start::FirstStart;
use header::Header;
use import::ImportPage;
use invitations::InvitationsPage;
use list::List;
use log_in::LogIn;
use new_webinar::NewWebinarPage;
use prepare::PreparePage;
use request::{NewRequestPage, RequestPage};
use requests::RequestsPage;
use votes::VotesPage;

/// How far the vendor has come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The server is being asked.
    Asking,
    /// It does not answer.
    Offline,
    /// No key yet, and no link to make one.
    NeedsLink,
    /// No key yet; the link is here.
    FirstStart,
    /// The passphrase is asked for.
    Locked,
    /// Logged in, with the key in the worker.
    Open,
}

/// What went wrong, to be said in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A sentence of these pages.
    Said(Text),
    /// The server refused.
    Refused(Refusal),
}

impl Trouble {
    /// The sentence.
    pub fn say(&self) -> String {
        match self {
            Self::Said(text) => text.say(language::current()),
            Self::Refused(Refusal::WrongPassphrase) => Text::Wrong.say(language::current()),
            Self::Refused(refusal) => refused::sentence(refusal, language::current()),
        }
    }
}

impl Trouble {
    /// The field that the server found wrong, if that is it.
    pub fn field(&self) -> Option<Field> {
        match self {
            Self::Refused(Refusal::NotFilledIn { field }) => Some(*field),
            _ => None,
        }
    }
}

impl From<ApiError> for Trouble {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::Refused(refused) => Self::Refused(refused),
            ApiError::Offline => Self::Said(Text::Offline),
        }
    }
}

impl From<VaultError> for Trouble {
    fn from(error: VaultError) -> Self {
        Self::Said(match error {
            VaultError::TooShort => Text::TooShort,
            VaultError::TooMonotonous => Text::TooMonotonous,
            VaultError::Refused => Text::Wrong,
            VaultError::OutOfMemory => Text::OutOfMemory,
            VaultError::Broken => Text::Broken,
        })
    }
}

/// What all of the vendor's pages share.
#[derive(Clone, Copy)]
pub struct Visit {
    /// How far one has come.
    pub door: RwSignal<Door>,
    /// The vendor as anyone may know it.
    pub info: RwSignal<Option<VendorInfo>>,
    /// From the one-time link.
    token: StoredValue<Option<String>>,
}

impl Visit {
    fn new() -> Self {
        Self {
            door: RwSignal::new(Door::Asking),
            info: RwSignal::new(None),
            token: StoredValue::new(route::take_fragment()),
        }
    }

    /// Asks the server who the vendor is, and which door that opens.
    pub fn ask(self) {
        self.door.set(Door::Asking);
        spawn_local(async move {
            let answer = api::vendor().await;
            self.door.set(match &answer {
                Ok(info) if info.key.is_some() => Door::Locked,
                Ok(_) if self.token.with_value(Option::is_some) => Door::FirstStart,
                Ok(_) => Door::NeedsLink,
                Err(_) => Door::Offline,
            });
            self.info.set(answer.ok());
        });
    }

    /// What went wrong; a session that is gone locks the door.
    pub fn trouble(self, error: ApiError) -> Trouble {
        if error == ApiError::Refused(Refusal::NotVendor) {
            self.lock();
        }
        error.into()
    }

    /// Forgets the key and asks for the passphrase again.
    pub fn lock(self) {
        vault::forget();
        self.door.set(Door::Locked);
    }

    /// Ends the session, here and on the server.
    pub fn log_out(self) {
        self.lock();
        route::navigate(&Route::Vendor);
        spawn_local(async move {
            // Without an answer the session ends by itself, later; the key is gone from here already.
            let _ = api::log_out().await;
        });
    }
}

/// All of the vendor's pages: one worker, one visit.
#[component]
pub fn VendorPage() -> impl IntoView {
    let visit = Visit::new();
    visit.ask();
    on_cleanup(vault::forget);
    let shown = route::shown();
    let page = move || match visit.door.get() {
        Door::Asking => view! { <Waiting /> }.into_any(),
        Door::Offline => view! { <Offline visit=visit /> }.into_any(),
        Door::NeedsLink => view! { <NeedsLink /> }.into_any(),
        Door::FirstStart => view! { <FirstStart visit=visit /> }.into_any(),
        Door::Locked => view! { <LogIn visit=visit /> }.into_any(),
        Door::Open => match shown.get() {
            Route::NewWebinar => view! { <NewWebinarPage visit=visit /> }.into_any(),
            Route::Prepare(code) => view! { <PreparePage visit=visit code=code /> }.into_any(),
            Route::Votes(code) => view! { <VotesPage visit=visit code=code /> }.into_any(),
            Route::After(code) => view! { <AfterPage visit=visit code=code /> }.into_any(),
            Route::Invitations(code) => {
                view! { <InvitationsPage visit=visit code=code /> }.into_any()
            }
            Route::Requests => view! { <RequestsPage visit=visit /> }.into_any(),
            Route::Import => view! { <ImportPage visit=visit /> }.into_any(),
            Route::NewRequest => view! { <NewRequestPage visit=visit /> }.into_any(),
            Route::Request(id) => view! { <RequestPage visit=visit id=id /> }.into_any(),
            Route::Commitments => view! { <CommitmentsPage visit=visit /> }.into_any(),
            _ => view! { <List visit=visit /> }.into_any(),
        },
    };
    view! {
        <div class="vendor">
            <Header visit=visit />
            <main class="vendor-main">{page}</main>
        </div>
    }
}

/// A page's heading: it takes the focus when the page comes, and names the window.
#[component]
pub fn Heading(
    /// What it says.
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
pub fn BackToList() -> impl IntoView {
    let go = move |event: MouseEvent| {
        event.prevent_default();
        route::navigate(&Route::Vendor);
    };
    view! {
        <a class="back" href=Route::Vendor.path() on:click=go>
            "← "
            {say(Text::AllWebinars)}
        </a>
    }
}

/// A link to another of the vendor's pages.
#[component]
pub fn Way(
    /// Where to.
    to: Route,
    /// How it looks.
    #[prop(default = "")]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let address = to.path();
    let here = to.clone();
    let shown = route::shown();
    let is_here = move || (shown.get() == here).then_some("page");
    let go = move |event: MouseEvent| {
        event.prevent_default();
        route::navigate(&to);
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

#[component]
fn Waiting() -> impl IntoView {
    view! { <p class="muted" role="status">{say(Text::Loading)}</p> }
}

#[component]
fn Offline(visit: Visit) -> impl IntoView {
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="notice amber" role="alert">{say(Text::Offline)}</p>
            <button type="button" class="button primary" on:click=move |_| visit.ask()>
                {say(Text::Again)}
            </button>
        </section>
    }
}

#[component]
fn NeedsLink() -> impl IntoView {
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::NeedsLink)) />
            <p>{say(Text::NeedsLinkBody)}</p>
        </section>
    }
}
