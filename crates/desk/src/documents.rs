//! The vendor's three documents: the way in that they all have, and behind it the page that the address asks for.

use barometer_kit::page::nowhere;
use barometer_kit::route::{self, Route};
use barometer_text::staff::vendor::VendorText as Text;
use leptos::prelude::*;

use super::commitments::CommitmentsPage;
use super::header::Header;
use crate::account::change::AccountPage;
use crate::account::first_start::FirstStart;
use crate::account::log_in::{LogIn, PassphrasePurpose};
use crate::account::recover::RecoverPage;
use crate::ballots::votes::VotesPage;
use crate::comments::page::CommentsPage;
use crate::forum::page::ForumPage;
use crate::invitations::page::InvitationsPage;
use crate::news::page::NewsPage;
use crate::page::{BackToList, Heading, VendorAccess, VendorContext, say};
use crate::questions::page::QuestionsPage;
use crate::requests::import::ImportPage;
use crate::requests::list::RequestsPage;
use crate::requests::request::{NewRequestPage, RequestPage};
use crate::signups::page::SignupsPage;
use crate::surveys::page::SurveysPage;
use crate::vault;
use crate::webinars::after::AfterPage;
use crate::webinars::list::List;
use crate::webinars::new_webinar::NewWebinarPage;
use crate::webinars::prepare::PreparePage;
use crate::what_pays::page::WhatPaysPage;
use crate::wishes::page::WishesPage;

/// The document of webinars: first start, invitations, votes, the letter.
#[component]
pub fn VendorPage() -> impl IntoView {
    view! { <Document pages=about_webinars first_start=first_start locked=asks_passphrase /> }
}

fn about_webinars(route: &Route) -> AnyView {
    match route {
        Route::NewWebinar => view! { <NewWebinarPage /> }.into_any(),
        Route::VendorAccount => view! { <WithKey><AccountPage /></WithKey> }.into_any(),
        Route::Prepare(code) => view! { <PreparePage code=code.clone() /> }.into_any(),
        Route::After(code) => view! { <AfterPage code=code.clone() /> }.into_any(),
        Route::Votes(code) => {
            let code = code.clone();
            view! { <WithKey><VotesPage code=code.clone() /></WithKey> }.into_any()
        }
        Route::Invitations(code) => {
            let code = code.clone();
            view! { <WithKey><InvitationsPage code=code.clone() /></WithKey> }.into_any()
        }
        _ => view! { <List /> }.into_any(),
    }
}

/// Whoever has lost the passphrase comes in by the recovery file.
fn locked(route: &Route) -> AnyView {
    match route {
        Route::VendorRecovery => view! { <RecoverPage /> }.into_any(),
        other => asks_passphrase(other),
    }
}

fn asks_passphrase(_: &Route) -> AnyView {
    view! { <LogIn asks=PassphrasePurpose::First /> }.into_any()
}

fn first_start() -> AnyView {
    view! { <FirstStart /> }.into_any()
}

/// The document of requests and commitments, which need the session only; the recovery file's page stands here because there is room.
#[component]
pub fn DeskPage() -> impl IntoView {
    view! { <Document pages=about_requests first_start=no_key_yet locked=locked /> }
}

fn about_requests(route: &Route) -> AnyView {
    match route {
        Route::VendorRecovery => view! { <RecoverPage /> }.into_any(),
        Route::Import => view! { <ImportPage /> }.into_any(),
        Route::NewRequest => view! { <NewRequestPage /> }.into_any(),
        Route::Request(id) => view! { <RequestPage id=*id /> }.into_any(),
        Route::Commitments => view! { <CommitmentsPage /> }.into_any(),
        _ => view! { <RequestsPage /> }.into_any(),
    }
}

/// The document of what participants are asked and say: sign-ups, wishes, surveys. Most of it opens names, and asks for the
/// key. What pays stands here because there is room.
#[component]
pub fn ParticipationPage() -> impl IntoView {
    view! { <Document pages=about_participation first_start=no_key_yet locked=asks_passphrase /> }
}

fn about_participation(route: &Route) -> AnyView {
    match route {
        Route::Signups(code) => {
            let code = code.clone();
            view! { <WithKey><SignupsPage code=code.clone() /></WithKey> }.into_any()
        }
        Route::WhatPays => view! { <WhatPaysPage /> }.into_any(),
        Route::Wishes => view! { <WithKey><WishesPage /></WithKey> }.into_any(),
        Route::VendorQuestions(code) => view! { <QuestionsPage code=code.clone() /> }.into_any(),
        Route::VendorForum => view! { <WithKey><ForumPage /></WithKey> }.into_any(),
        Route::VendorComments => view! { <CommentsPage /> }.into_any(),
        Route::VendorNews => view! { <NewsPage /> }.into_any(),
        Route::Surveys(code) => {
            let code = code.clone();
            view! { <WithKey><SurveysPage code=code.clone() /></WithKey> }.into_any()
        }
        _ => nowhere(),
    }
}

/// The one-time link leads to the document of webinars.
fn no_key_yet() -> AnyView {
    view! { <NeedsLink /> }.into_any()
}

/// One worker, one session: every page below finds the session as `expect_context::<VendorContext>()`.
#[component]
fn Document(
    /// What the address asks for, once the vendor is in.
    pages: fn(&Route) -> AnyView,
    /// Where the key is made.
    first_start: fn() -> AnyView,
    /// What asks for the passphrase, or does without it.
    locked: fn(&Route) -> AnyView,
) -> impl IntoView {
    let vendor = VendorContext::new();
    provide_context(vendor);
    vendor.load_session();
    on_cleanup(vault::forget);
    let shown = route::current_route(Route::from_path);
    let page = move || match vendor.access.get() {
        VendorAccess::Asking => view! { <Waiting /> }.into_any(),
        VendorAccess::Offline => view! { <Offline /> }.into_any(),
        VendorAccess::NeedsLink => view! { <NeedsLink /> }.into_any(),
        VendorAccess::FirstStart => first_start(),
        VendorAccess::Locked => locked(&shown.read()),
        VendorAccess::Open => pages(&shown.read()),
    };
    let is_expired = move || vendor.is_expired.get();
    view! {
        <div class="vendor">
            <Header />
            <main class="vendor-main">
                <Show when=is_expired>
                    <LogIn asks=PassphrasePurpose::Again />
                </Show>
                <div class="vendor-page" hidden=is_expired>
                    {page}
                </div>
            </main>
        </div>
    }
}

/// What opens names, or vouches for the key: where the page has no key it asks for the passphrase, at its own address.
#[component]
fn WithKey(children: ChildrenFn) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let has_key = Memo::new(move |_| vendor.has_key.get());
    move || {
        if has_key.get() {
            return children();
        }
        view! {
            <BackToList />
            <LogIn asks=PassphrasePurpose::ForKey />
        }
        .into_any()
    }
}

#[component]
fn Waiting() -> impl IntoView {
    view! { <p class="muted" role="status">{say(Text::Loading)}</p> }
}

#[component]
fn Offline() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    view! {
        <section class="vendor-card">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="notice amber" role="alert">{say(Text::Offline)}</p>
            <button type="button" class="button primary" on:click=move |_| vendor.load_session()>
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
