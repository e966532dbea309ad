//! `/w/CODE`: finds the webinar, joins it, follows it.

use std::sync::Arc;

use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::view::AudienceView;
use barometer_domain::wire::{Me, WebinarInfo};
use barometer_kit::api::{self, ApiError, Timed, until_answered};
use barometer_kit::sealing::{self, KEEPER};
use barometer_kit::ui::banner::banner;
use barometer_kit::ui::gauge_logo::gauge_logo;
use barometer_kit::{language, storage};
use barometer_text::Language;
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::code_entry::code_entry;
use super::join::join_form;
use super::participant::participant_page;
use super::{remove_shell, sentence, shell, spawn_task};

/// A form that has just been drawn has the network and the processor to itself for so long, in milliseconds.
const FORM_FIRST_MS: u32 = 400;

/// How far the way in has come.
#[derive(Clone)]
enum JoinProgress {
    /// Being looked up; whether the first try failed.
    Looking { offline: bool },
    /// There is no such webinar.
    Unknown,
    /// Found, not joined; whether it was tried, and the browser kept no cookie.
    Outside(WebinarInfo, bool),
    /// This phone has joined, and knows who it is.
    Inside(WebinarInfo, Me),
}

/// One webinar on one phone.
pub(super) fn webinar(code: WebinarCode) -> AnyView {
    let way = RwSignal::new(JoinProgress::Looking { offline: false });
    let ahead = StoredValue::new_local(FirstPageState::default());
    let typed = code.to_string();
    spawn_task(Box::pin(find(code, way, ahead)));
    (move || draw_progress(way, ahead, &typed)).into_any()
}

/// What the first page inside needs, fetched while the person still fills in the form.
#[derive(Default)]
pub(super) struct FirstPageState {
    /// The view, and the server's clock with it.
    pub(super) view: Option<(AudienceView, Option<Millis>)>,
    /// The texts, and the hash they have in the view.
    pub(super) catalogue: Option<(String, Arc<Catalogue>)>,
}

/// The first page on its way.
pub(super) type PrefetchedPage = StoredValue<FirstPageState, LocalStorage>;

/// Fetches the view anew, and the texts that it refers to if they are others.
pub(super) fn look_ahead(ahead: PrefetchedPage, code: WebinarCode) {
    // Gone when another page is shown meanwhile.
    ahead.try_update_value(|first| first.view = None);
    spawn_task(Box::pin(async move {
        let answer = api::audience_view(&code).timed().await;
        // What is missing comes by the stream.
        let Ok(Timed(view, clock)) = answer else {
            return;
        };
        let hash = view.catalogue.clone();
        let mut is_known = true;
        ahead.try_update_value(|first| {
            let known = first.catalogue.as_ref();
            is_known = known.is_some_and(|(known, _)| *known == hash);
            first.view = Some((view, clock));
        });
        if is_known {
            return;
        }
        if let Ok(catalogue) = api::catalogue(&code, &hash).await {
            let catalogue = Some((hash, Arc::new(catalogue)));
            ahead.try_update_value(|first| first.catalogue = catalogue);
        }
    }));
}

fn draw_progress(way: RwSignal<JoinProgress>, ahead: PrefetchedPage, typed: &str) -> AnyView {
    let on_joined = Callback::new(move |me| {
        if let JoinProgress::Outside(info, _) = way.get_untracked() {
            storage::keep(&joined_key(&info.code), &true);
            spawn_task(Box::pin(check_cookie(info.code.clone(), way)));
            way.set(JoinProgress::Inside(info, me));
        }
    });
    let on_leave = Callback::new(move |()| {
        if let JoinProgress::Inside(mut info, _) = way.get_untracked() {
            // Whoever is inside already may change; and it may have been opened again since.
            info.door_closed = false;
            way.set(JoinProgress::Outside(info, false));
        }
    });
    let way = way.get();
    if matches!(way, JoinProgress::Looking { offline: false }) && shell_says_so() {
        return ().into_any();
    }
    remove_shell();
    match way {
        JoinProgress::Looking { offline } => looking(offline),
        JoinProgress::Unknown => code_entry(typed.to_owned(), true),
        JoinProgress::Outside(info, is_cookieless) => {
            let marks = marks(&info);
            vec![marks, join_form(info, ahead, is_cookieless, on_joined)].into_any()
        }
        JoinProgress::Inside(info, me) => {
            vec![marks(&info), participant_page(info, me, ahead, on_leave)].into_any()
        }
    }
}

/// Joined, and already a stranger again, where the browser keeps no cookies: said at once, and not after the vote.
async fn check_cookie(code: WebinarCode, way: RwSignal<JoinProgress>) {
    let refused = api::me(&code).await.err();
    if refused != Some(ApiError::Refused(Refusal::NotJoined)) {
        return;
    }
    if let Some(JoinProgress::Inside(info, _)) = way.try_get_untracked() {
        storage::keep(&joined_key(&code), &false);
        way.set(JoinProgress::Outside(info, true));
    }
}

/// Looks the webinar up, and whether this browser has joined it already.
async fn find(code: WebinarCode, way: RwSignal<JoinProgress>, ahead: PrefetchedPage) {
    let is_newcomer = !may_have_joined(&code);
    if !is_newcomer {
        look_ahead(ahead, code.clone());
    }
    let offline = move || {
        // Gone when another page is shown meanwhile.
        way.try_set(JoinProgress::Looking { offline: true });
    };
    let next = match until_answered(api::webinar(&code), &offline).await {
        Err(_) => JoinProgress::Unknown,
        // It has ended: nobody can join, and everybody may read what came of it.
        Ok(info) if is_newcomer && !info.open => JoinProgress::Inside(info, Me::newcomer()),
        Ok(info) if is_newcomer => JoinProgress::Outside(info, false),
        Ok(info) => match until_answered(api::me(&code), &offline).await {
            Ok(me) => JoinProgress::Inside(info, me),
            Err(_) if !info.open => JoinProgress::Inside(info, Me::newcomer()),
            Err(_) => JoinProgress::Outside(info, false),
        },
    };
    let is_outside = matches!(next, JoinProgress::Outside(..));
    way.try_set(next);
    if is_outside {
        TimeoutFuture::new(FORM_FIRST_MS).await;
        look_ahead(ahead, code);
        // Not vital: without it the module is fetched when it is needed.
        let _ = sealing::call(KEEPER, "prepare", &[]).await;
    }
}

/// Whether it is worth asking who one is: a newcomer's question is always refused, and a refusal stands in red
/// in the browser's console.
fn may_have_joined(code: &WebinarCode) -> bool {
    storage::get(&joined_key(code)).unwrap_or(!storage::works())
}

/// The personal invitation that the link brought, as `TOKEN.0791`; empty without one. `boot.js` keeps it.
pub(super) fn invitation(code: &WebinarCode) -> String {
    storage::get(&format!("barometer.invitation.{code}")).unwrap_or_default()
}

pub(super) fn joined_key(code: &WebinarCode) -> String {
    format!("barometer.joined.{code}")
}

/// The shell speaks Danish.
fn shell_says_so() -> bool {
    shell().is_some() && language::current() == Language::Danish
}

fn looking(offline: bool) -> AnyView {
    let message = if offline {
        PhoneText::NoConnection
    } else {
        PhoneText::Loading
    };
    view! {
        <main class="entry">
            {gauge_logo()} <p class="muted" role="status">
                {sentence(message)}
            </p>
        </main>
    }
    .into_any()
}

/// What is not real or not secure, always on top.
pub(super) fn marks(info: &WebinarInfo) -> AnyView {
    let (reality, fictional, insecure) = (info.reality, info.fictional, info.insecure);
    (move || {
        let marks = SharedText::marks(reality, fictional, insecure);
        banner(
            marks.map(|mark| mark.say(language::current())).collect(),
            false,
        )
    })
    .into_any()
}
