//! `/w/CODE`: finds the webinar, joins it, follows it.

use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, WebinarInfo};
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::code_entry::code_entry;
use super::follow::follow;
use super::join::join_form;
use super::{go, say};
use crate::api::{self, Answer, ApiError};
use crate::ui::banner::banner;
use crate::ui::gauge_logo::gauge_logo;
use crate::{language, storage};

/// Pauses between tries while there is no answer, in milliseconds; the last one is repeated.
const PAUSES_MS: [u32; 4] = [500, 1_500, 3_000, 6_000];

/// How far the way in has come.
#[derive(Clone)]
enum Way {
    /// Being looked up; whether the first try failed.
    Looking { offline: bool },
    /// There is no such webinar.
    Unknown,
    /// Found, not joined.
    Outside(WebinarInfo),
    /// Joined.
    Inside(WebinarInfo, Me),
}

/// One webinar on one phone.
pub(super) fn webinar(code: WebinarCode) -> AnyView {
    let way = RwSignal::new(Way::Looking { offline: false });
    let typed = code.to_string();
    go(Box::pin(find(code, way)));
    (move || draw(way, &typed)).into_any()
}

fn draw(way: RwSignal<Way>, typed: &str) -> AnyView {
    let on_joined = Callback::new(move |me| {
        if let Way::Outside(info) = way.get_untracked() {
            storage::set(&joined_key(&info.code), &true);
            way.set(Way::Inside(info, me));
        }
    });
    let on_leave = Callback::new(move |()| {
        if let Way::Inside(info, _) = way.get_untracked() {
            way.set(Way::Outside(info));
        }
    });
    match way.get() {
        Way::Looking { offline } => looking(offline),
        Way::Unknown => code_entry(typed.to_owned(), true),
        Way::Outside(info) => vec![marks(&info), join_form(info, on_joined)].into_any(),
        Way::Inside(info, me) => vec![marks(&info), follow(info, me, on_leave)].into_any(),
    }
}

/// Looks the webinar up, and whether this browser has joined it already.
async fn find(code: WebinarCode, way: RwSignal<Way>) {
    let offline = move || {
        // Gone when another page is shown meanwhile.
        way.try_set(Way::Looking { offline: true });
    };
    let next = match persist(|| api::webinar(&code), offline).await {
        Err(_) => Way::Unknown,
        Ok(info) if !may_have_joined(&code) => Way::Outside(info),
        Ok(info) => match persist(|| api::me(&code), offline).await {
            Ok(me) => Way::Inside(info, me),
            Err(_) => Way::Outside(info),
        },
    };
    way.try_set(next);
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

/// Asks until there is an answer.
pub(super) async fn persist<T, F: Future<Output = Answer<T>>>(
    ask: impl Fn() -> F,
    on_trouble: impl Fn(),
) -> Result<T, Refusal> {
    let mut tries = 0;
    loop {
        let pause = match ask().await {
            Ok(answer) => return Ok(answer),
            Err(ApiError::Refused(
                Refusal::Busy { retry_after_ms } | Refusal::TooMany { retry_after_ms },
            )) => retry_after_ms,
            Err(ApiError::Offline | ApiError::Refused(Refusal::Internal)) => {
                on_trouble();
                PAUSES_MS[tries]
            }
            Err(ApiError::Refused(refusal)) => return Err(refusal),
        };
        TimeoutFuture::new(jittered(f64::from(pause))).await;
        tries = (tries + 1).min(PAUSES_MS.len() - 1);
    }
}

/// A pause and up to half as much again, so that a crowd does not come all at once.
pub(super) fn jittered(pause: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some positive seconds"
    )]
    let jittered = (pause * (1.0 + js_sys::Math::random() / 2.0)) as u32;
    jittered
}

fn looking(offline: bool) -> AnyView {
    let message = if offline {
        Phone::NoConnection
    } else {
        Phone::Loading
    };
    view! {
        <main class="entry">
            {gauge_logo()} <p class="muted" role="status">
                {say(message)}
            </p>
        </main>
    }
    .into_any()
}

/// What is not real or not secure, always on top.
pub(super) fn marks(info: &WebinarInfo) -> AnyView {
    let (reality, fictional, insecure) = (info.reality, info.fictional, info.insecure);
    (move || {
        let marks = Shared::marks(reality, fictional, insecure);
        banner(
            marks.map(|mark| mark.say(language::current())).collect(),
            false,
        )
    })
    .into_any()
}
