//! `/w/CODE`: finds the webinar, joins it, follows it.

use barometer_domain::catalogue::Reality;
use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, WebinarInfo};
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::code_entry::CodeEntry;
use super::follow::Follow;
use super::join::JoinForm;
use super::say;
use crate::api::{self, Answer, ApiError};
use crate::ui::banner::Banner;
use crate::ui::gauge_logo::GaugeLogo;
use crate::{language, storage};

/// Pauses between tries while there is no answer, in milliseconds; the last one is repeated.
const PAUSES_MS: [u32; 4] = [500, 1_500, 3_000, 6_000];

/// How far the way in has come.
#[derive(Clone, PartialEq, Eq)]
enum Way {
    /// Being looked up; whether the first try failed.
    Looking { offline: bool },
    /// There is no such webinar.
    Unknown,
    /// Found, not joined.
    Outside(WebinarInfo),
    /// Joined.
    Inside(WebinarInfo),
}

/// One webinar on one phone.
#[component]
pub(super) fn Webinar(
    /// Its code.
    code: WebinarCode,
) -> impl IntoView {
    let way = RwSignal::new(Way::Looking { offline: false });
    let me = RwSignal::new(None::<Me>);
    let typed = code.to_string();
    let leave = Callback::new(move |()| {
        way.update(|way| {
            if let Way::Inside(info) = way {
                *way = Way::Outside(info.clone());
            }
        });
    });
    spawn_local(find(code, way, me));
    let enter = move |info: WebinarInfo| {
        Callback::new(move |joined: Me| {
            storage::set(&joined_key(&info.code), &true);
            me.set(Some(joined));
            way.set(Way::Inside(info.clone()));
        })
    };
    move || match way.get() {
        Way::Looking { offline } => view! { <Looking offline /> }.into_any(),
        Way::Unknown => view! { <CodeEntry typed=typed.clone() unknown=true /> }.into_any(),
        Way::Outside(info) => view! {
            <Marks info=info.clone() />
            <JoinForm info=info.clone() on_joined=enter(info) />
        }
        .into_any(),
        Way::Inside(info) => view! {
            <Marks info=info.clone() />
            <Follow info me on_leave=leave />
        }
        .into_any(),
    }
}

/// Looks the webinar up, and whether this browser has joined it already.
async fn find(code: WebinarCode, way: RwSignal<Way>, me: RwSignal<Option<Me>>) {
    let offline = move || {
        // Gone when another page is shown meanwhile.
        way.try_set(Way::Looking { offline: true });
    };
    let next = match persist(|| api::webinar(&code), offline).await {
        Err(_) => Way::Unknown,
        Ok(info) if !may_have_joined(&code) => Way::Outside(info),
        Ok(info) => match persist(|| api::me(&code), offline).await {
            Ok(mine) => {
                me.try_set(Some(mine));
                Way::Inside(info)
            }
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

fn joined_key(code: &WebinarCode) -> String {
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
            Err(ApiError::Refused(Refusal::Busy { retry_after_ms })) => retry_after_ms,
            Err(ApiError::Offline | ApiError::Refused(Refusal::Internal)) => {
                on_trouble();
                PAUSES_MS[tries]
            }
            Err(ApiError::Refused(refusal)) => return Err(refusal),
        };
        TimeoutFuture::new(jittered(pause)).await;
        tries = (tries + 1).min(PAUSES_MS.len() - 1);
    }
}

fn jittered(pause: u32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some positive seconds"
    )]
    let jitter = (f64::from(pause) * js_sys::Math::random() / 2.0) as u32;
    pause + jitter
}

#[component]
fn Looking(offline: bool) -> impl IntoView {
    let message = if offline {
        Phone::NoConnection
    } else {
        Phone::Loading
    };
    view! {
        <main class="entry">
            <GaugeLogo />
            <p class="muted" role="status">
                {say(message)}
            </p>
        </main>
    }
}

/// What is not real or not secure, always on top.
#[component]
fn Marks(info: WebinarInfo) -> impl IntoView {
    let lines = Signal::derive(move || {
        let reality = match info.reality {
            Reality::Real => None,
            Reality::Demo => Some(Shared::Fictional),
            Reality::Rehearsal => Some(Shared::Rehearsal),
        };
        let insecure = info.insecure.then_some(Shared::Insecure);
        let marks = reality.into_iter().chain(insecure);
        marks.map(|mark| mark.say(language::current())).collect()
    });
    view! { <Banner lines /> }
}
