//! The console's dark bar, and the words below it.

use barometer_kit::live::LinkState;
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::refusal;
use barometer_text::shared::SharedText;
use barometer_text::staff::console::ConsoleText as Text;
use barometer_text::staff::remote::RemoteText;
use leptos::prelude::*;

use super::action::PresenterAction;
use super::state::{ConsoleState, Toast};
use crate::stage::ui::key_hint::KeyHint;

/// Title, code, how many are with us, language and help.
#[component]
pub(crate) fn Header(console: ConsoleState) -> impl IntoView {
    let title = console.showing.read(|_, texts| Some(texts.title.clone()));
    let date = console
        .showing
        .read(|_, texts| Some(format::date(language::current(), &texts.date)));
    let present = console.read(|view| view.audience.barometer.turnout.present);
    let code = console.showing.code.read_value().spaced();
    let other = move || match language::current() {
        Language::Danish => Language::English,
        Language::English => Language::Danish,
    };
    view! {
        <header class="console-header">
            <div class="console-title">
                <h1>{title}</h1>
                <span class="console-date">{date}</span>
                <Marks console=console />
            </div>
            <p class="console-code">
                <span class="console-code-label">
                    {move || Text::ParticipantCode.say(language::current())} " "
                </span>
                <b>{code}</b>
                <span class="console-present">
                    " · "
                    {move || present.get().map(|n| Text::WithUs(n).say(language::current()))}
                </span>
            </p>
            <div class="console-tools">
                <button
                    type="button"
                    lang=move || other().tag()
                    on:click=move |_| language::switch_to(other())
                >
                    {move || other().name()}
                </button>
                <button
                    type="button"
                    aria-keyshortcuts="?"
                    on:click=move |_| console.run_action(PresenterAction::Help)
                >
                    <span class="wide-only">{move || Text::Help.say(language::current())}</span>
                    <KeyHint key="?" />
                    <span class="visually-hidden narrow-only">
                        {move || Text::Help.say(language::current())}
                    </span>
                </button>
            </div>
        </header>
    }
}

/// What is not real or not secure says so.
#[component]
fn Marks(console: ConsoleState) -> impl IntoView {
    let marks = console
        .showing
        .read(|_, texts| Some((texts.fictional, texts.reality)));
    let insecure = move || console.showing.info.get().is_some_and(|info| info.insecure);
    move || {
        let (fictional, reality) = marks.get().unwrap_or_default();
        let mark = |mark: SharedText<'static>| {
            view! { <span class="chip amber">{mark.say(language::current())}</span> }
        };
        let marks = SharedText::marks(reality, fictional, insecure()).map(mark);
        view! { <span class="console-marks">{marks.collect_view()}</span> }
    }
}

/// The one polite live region: the connection, and passing words.
#[component]
pub(crate) fn Words(console: ConsoleState, link: ReadSignal<LinkState>) -> impl IntoView {
    let lost = console.read(|view| {
        let text = match (view.countdown_elsewhere, view.countdown_lost) {
            (true, _) => Text::CountdownElsewhere,
            (_, true) => Text::CountdownLost,
            _ => return None,
        };
        Some(text)
    });
    let stale = Memo::new(move |_| matches!(link.get(), LinkState::Stale { .. }));
    let passing = move || {
        let language = language::current();
        let (class, words) = match console.word.get()? {
            Toast::LinkCopied => ("notice leaf", Text::LinkCopied.say(language)),
            Toast::AnotherConsole => ("notice", Text::AnotherConsole.say(language)),
            Toast::Offline => ("notice amber", Text::Offline.say(language)),
            Toast::Refused(refused) => ("notice amber", refusal::sentence(&refused, language)),
        };
        Some(view! { <p class=format!("{class} toast")>{words}</p> })
    };
    let lost = move || {
        let words = lost.get().flatten()?.say(language::current());
        Some(view! { <p class="notice amber">{words}</p> })
    };
    let stale = move || {
        let words = Text::Reconnecting.say(language::current());
        stale
            .get()
            .then(|| view! { <p class="notice amber">{words}</p> })
    };
    let asked = move || {
        let step = console.asked_elsewhere.get()?;
        let (where_, words) = (RemoteText::AtProjector, RemoteText::asks(&step));
        let language = language::current();
        let words = format!("{} {}", where_.say(language), words.say(language));
        Some(view! { <p class="notice amber">{words}</p> })
    };
    view! {
        <div class="console-words" role="status">
            {asked}
            {stale}
            {lost}
            {passing}
        </div>
    }
}
