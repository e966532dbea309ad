//! The presenter's console, `/w/CODE/present`: where one is, what everyone sees, and the next step.

use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::view::ConsoleView;
use barometer_kit::api::{self, ApiError};
use barometer_kit::live::{self, FollowerKind, StreamSource};
use barometer_kit::{language, route, sealing};
use barometer_text::staff::asking::ConfirmText;
use barometer_text::staff::console::ConsoleText as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::presenting;

pub mod action;
pub mod admission;
pub mod again;
pub mod agenda;
pub mod announcement;
pub mod bar;
pub mod carrying;
pub mod decision;
pub mod dialogs;
pub mod frame;
pub mod header;
pub mod interest;
pub mod key_form;
pub mod keyboard;
pub mod next;
pub mod picture;
pub mod primary;
pub mod questions;
pub mod remote;
pub mod side;
pub mod speech;
pub mod spoken;
pub mod state;
pub mod tie;

use agenda::Agenda;
use bar::Bar;
use dialogs::Dialogs;
use header::{Header, Words};
use key_form::Gate;
use picture::Picture;
use questions::QuestionQueuePanel;
use side::Side;
use speech::Spoken;
use state::ConsoleState;

/// Whether this browser may present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AuthState {
    /// The server is asked whether this key opens the console.
    Asking,
    /// The key opens it.
    Open,
    /// It may not, or not yet.
    Locked {
        /// A key was tried and did not fit.
        wrong: bool,
    },
}

/// The presenter's page: the key is taken out of the address and traded for a cookie.
#[component]
pub fn ConsolePage(
    /// The webinar that the page's address names.
    code: WebinarCode,
) -> impl IntoView {
    let session = RwSignal::new(AuthState::Asking);
    let locked = RwSignal::new(false);
    let key = RwSignal::new(None);
    let code = StoredValue::new(code);
    let open = move |secret: Option<String>| {
        spawn_local(async move {
            let answer = sign_in(&code.get_value(), secret.clone()).await;
            locked.set(false);
            if answer == AuthState::Open {
                key.set(secret);
            }
            session.set(answer);
        });
    };
    open(route::take_fragment());
    let on_secret = Callback::new(move |typed: String| open(Some(secret_of(&typed).to_owned())));
    move || match session.get() {
        AuthState::Asking => {
            let loading = Text::Loading.say(language::current());
            view! { <p class="console-loading" role="status">{loading}</p> }.into_any()
        }
        AuthState::Open if !locked.get() => {
            view! { <Console code=code.get_value() locked=locked key=key /> }.into_any()
        }
        AuthState::Open => view! { <Gate wrong=false on_secret=on_secret /> }.into_any(),
        AuthState::Locked { wrong } => {
            view! { <Gate wrong=wrong on_secret=on_secret /> }.into_any()
        }
    }
}

/// Trades a key for a session, or looks whether there is one already.
async fn sign_in(code: &WebinarCode, secret: Option<String>) -> AuthState {
    let tried = secret.is_some();
    if let Some(secret) = secret {
        // Offline is no reason to lock: the console says so itself, and the cookie may still be good.
        if let Err(ApiError::Refused(_)) = api::open_console(code, secret).await {
            return AuthState::Locked { wrong: true };
        }
    }
    match api::console_view(code).await {
        Err(ApiError::Refused(Refusal::NotPresenter)) => AuthState::Locked { wrong: tried },
        Err(ApiError::Refused(_)) => AuthState::Locked { wrong: true },
        Ok(_) | Err(ApiError::Offline) => AuthState::Open,
    }
}

/// What is pasted may be the whole link.
pub fn secret_of(typed: &str) -> &str {
    let typed = typed.trim();
    typed.rsplit_once('#').map_or(typed, |(_, secret)| secret)
}

#[component]
fn Console(
    code: WebinarCode,
    locked: RwSignal<bool>,
    key: RwSignal<Option<String>>,
) -> impl IntoView {
    let live = live::follow::<ConsoleView>(StreamSource::console(&code), FollowerKind::Staff);
    let console = ConsoleState::new(&code, live, locked, key);
    Effect::new(move |_| {
        if locked.get() {
            presenting::end(&code);
        } else {
            presenting::begin(&code);
        }
    });
    keyboard::listen(console);
    sealing::keep_awake_while(Signal::derive(move || {
        live.view
            .with(|view| view.as_ref().is_some_and(|view| !view.audience.ended))
    }));
    Effect::new(move |_| {
        let page = Text::Title.say(language::current());
        let webinar = console.showing.info.get().map(|info| info.title.clone());
        document().set_title(&format!("{page} – {}", webinar.unwrap_or_default()));
    });
    let gone = move || {
        let sentence = ConfirmText::ThrownAway.say(language::current());
        view! { <p class="console-loading" role="status">{sentence}</p> }
    };
    view! {
        <Show when=move || !console.thrown_away.get() fallback=gone>
        <div class="console">
            <Header console=console />
            <Agenda console=console />
            <main class="console-main" tabindex="-1">
                <Words console=console link=live.link />
                <Spoken console=console />
                <Picture console=console />
            </main>
            <Side console=console />
            <QuestionQueuePanel console=console />
            <Bar console=console />
            <Dialogs console=console />
        </div>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_link_may_be_pasted() {
        let link = " https://stem.eksempel.dk/w/DEM234/present#demo-presenter\n";
        assert_eq!(secret_of(link), "demo-presenter");
        assert_eq!(secret_of("demo-presenter"), "demo-presenter");
    }
}
