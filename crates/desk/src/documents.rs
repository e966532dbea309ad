//! The vendor's two documents: the door that both have, and behind it the page that the address asks for.

use barometer_domain::ids::WebinarCode;
use barometer_kit::route::{self, Route};
use barometer_text::staff::vendor::Vendor as Text;
use leptos::prelude::*;

use super::commitments::CommitmentsPage;
use super::header::Header;
use crate::account::first_start::FirstStart;
use crate::account::log_in::{LogIn, PassphrasePurpose};
use crate::account::vault;
use crate::ballots::votes::VotesPage;
use crate::invitations::page::InvitationsPage;
use crate::page::{BackToList, Heading, VendorAccess, VendorContext, say};
use crate::requests::import::ImportPage;
use crate::requests::list::RequestsPage;
use crate::requests::request::{NewRequestPage, RequestPage};
use crate::webinars::after::AfterPage;
use crate::webinars::list::List;
use crate::webinars::new_webinar::NewWebinarPage;
use crate::webinars::prepare::PreparePage;

/// The document of webinars: first start, invitations, votes, the letter.
#[component]
pub fn VendorPage() -> impl IntoView {
    view! { <Document pages=about_webinars first_start=first_start /> }
}

fn about_webinars(visit: VendorContext, route: &Route) -> AnyView {
    match route {
        Route::NewWebinar => view! { <NewWebinarPage visit=visit /> }.into_any(),
        Route::Prepare(code) => view! { <PreparePage visit=visit code=code.clone() /> }.into_any(),
        Route::After(code) => view! { <AfterPage visit=visit code=code.clone() /> }.into_any(),
        Route::Votes(code) => with_key(visit, code, |visit, code| {
            view! { <VotesPage visit=visit code=code /> }.into_any()
        }),
        Route::Invitations(code) => with_key(visit, code, |visit, code| {
            view! { <InvitationsPage visit=visit code=code /> }.into_any()
        }),
        _ => view! { <List visit=visit /> }.into_any(),
    }
}

fn first_start(visit: VendorContext) -> AnyView {
    view! { <FirstStart visit=visit /> }.into_any()
}

/// The document of requests and commitments: nothing in it needs the key, only the session.
#[component]
pub fn DeskPage() -> impl IntoView {
    view! { <Document pages=about_requests first_start=no_key_yet /> }
}

fn about_requests(visit: VendorContext, route: &Route) -> AnyView {
    match route {
        Route::Import => view! { <ImportPage visit=visit /> }.into_any(),
        Route::NewRequest => view! { <NewRequestPage visit=visit /> }.into_any(),
        Route::Request(id) => view! { <RequestPage visit=visit id=*id /> }.into_any(),
        Route::Commitments => view! { <CommitmentsPage visit=visit /> }.into_any(),
        _ => view! { <RequestsPage visit=visit /> }.into_any(),
    }
}

/// The one-time link leads to the other document.
fn no_key_yet(_: VendorContext) -> AnyView {
    view! { <NeedsLink /> }.into_any()
}

/// One worker, one visit.
#[component]
fn Document(
    /// What the address asks for, once the door is open.
    pages: fn(VendorContext, &Route) -> AnyView,
    /// Where the key is made.
    first_start: fn(VendorContext) -> AnyView,
) -> impl IntoView {
    let visit = VendorContext::new();
    visit.load_session();
    on_cleanup(vault::forget);
    let shown = route::current_route(Route::from_path);
    let page = move || match visit.door.get() {
        VendorAccess::Asking => view! { <Waiting /> }.into_any(),
        VendorAccess::Offline => view! { <Offline visit=visit /> }.into_any(),
        VendorAccess::NeedsLink => view! { <NeedsLink /> }.into_any(),
        VendorAccess::FirstStart => first_start(visit),
        VendorAccess::Locked => {
            view! { <LogIn visit=visit asks=PassphrasePurpose::First /> }.into_any()
        }
        VendorAccess::Open => pages(visit, &shown.read()),
    };
    let is_expired = move || visit.is_expired.get();
    view! {
        <div class="vendor">
            <Header visit=visit />
            <main class="vendor-main">
                <Show when=is_expired>
                    <LogIn visit=visit asks=PassphrasePurpose::Again />
                </Show>
                <div class="vendor-page" hidden=is_expired>
                    {page}
                </div>
            </main>
        </div>
    }
}

/// What opens names, or vouches for the key: where the page has no key it asks for the passphrase, at its own address.
fn with_key(
    visit: VendorContext,
    code: &WebinarCode,
    page: fn(VendorContext, WebinarCode) -> AnyView,
) -> AnyView {
    let code = code.clone();
    let has_key = Memo::new(move |_| visit.has_key.get());
    let shown = move || {
        if has_key.get() {
            return page(visit, code.clone());
        }
        view! {
            <BackToList />
            <LogIn visit=visit asks=PassphrasePurpose::ForKey />
        }
        .into_any()
    };
    view! { {shown} }.into_any()
}

#[component]
fn Waiting() -> impl IntoView {
    view! { <p class="muted" role="status">{say(Text::Loading)}</p> }
}

#[component]
fn Offline(visit: VendorContext) -> impl IntoView {
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="notice amber" role="alert">{say(Text::Offline)}</p>
            <button type="button" class="button primary" on:click=move |_| visit.load_session()>
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
