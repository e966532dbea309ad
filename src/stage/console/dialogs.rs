//! The console's dialogs: what is asked once, the overview of keys, a link to copy by hand.

use barometer_domain::webinar::Command;
use barometer_kit::language;
use barometer_kit::ui::dialog::Dialog;
use barometer_text::staff::asking::ConfirmText as Text;
use barometer_text::staff::keys::ShortcutText;
use barometer_text::staff::remote::RemoteText;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::action::StepConfirmation;
use super::announcement::Announcement;
use super::remote::RemoteCode;
use super::state::ConsoleState;

/// All dialogs; at most one is open.
#[component]
pub(crate) fn Dialogs(console: ConsoleState) -> impl IntoView {
    let question = console.question;
    let link = console.link_by_hand;
    view! {
        <Dialog
            open=Signal::derive(move || question.get().is_some())
            on_close=move || question.set(None)
        >
            {move || question.get().map(|question| view! { <Ask console=console question=question /> })}
        </Dialog>
        <Dialog open=console.help on_close=move || console.help.set(false)>
            <Overview console=console />
        </Dialog>
        <Dialog open=console.announcing on_close=move || console.announcing.set(false)>
            {move || console.announcing.get().then(|| view! { <Announcement console=console /> })}
        </Dialog>
        <Dialog open=console.remote on_close=move || console.remote.set(false)>
            {move || console.remote.get().then(|| view! { <RemoteCode console=console /> })}
        </Dialog>
        <Dialog open=Signal::derive(move || link.get().is_some()) on_close=move || link.set(None)>
            <h2>{move || Text::CopyByHand.say(language::current())}</h2>
            <input
                class="link-by-hand"
                type="text"
                readonly=true
                aria-label=move || Text::CopyByHand.say(language::current())
                prop:value=move || link.get().unwrap_or_default()
            />
            <div class="dialog-buttons">
                <Dismiss text=Text::Dismiss on_click=move || link.set(None) />
            </div>
        </Dialog>
    }
}

/// The button that closes a dialog, or turns a question down.
#[component]
pub(crate) fn Dismiss(
    /// What it says.
    text: Text,
    /// Called when it is pressed.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class="button" on:click=move |_| on_click.run(())>
            {move || text.say(language::current())}
            <kbd aria-hidden="true">"Esc"</kbd>
        </button>
    }
}

/// One question, with the step as its first answer: return takes it, Esc does not.
#[component]
fn Ask(console: ConsoleState, question: StepConfirmation) -> impl IntoView {
    let turnout = console.read(|view| view.audience.barometer.turnout);
    let (title, yes, command) = match question {
        StepConfirmation::Open => (Text::Open, Text::OpenYes, Some(Command::Open)),
        StepConfirmation::PassTie(to) => {
            let command = to.map_or(Command::Next, |at| Command::GoTo { at, item: 0 });
            (Text::PassTie, Text::PassTieYes, Some(command))
        }
        StepConfirmation::Reopen => (Text::Reopen, Text::ReopenYes, Some(Command::Reopen)),
        StepConfirmation::NextRound(round) => (
            Text::NextRound(round),
            Text::NextRoundYes(round),
            Some(Command::NextRound),
        ),
        StepConfirmation::Close => (Text::Close, Text::CloseYes, Some(Command::Close)),
        StepConfirmation::Reveal => (
            Text::Reveal,
            Text::RevealYes,
            Some(Command::Reveal { automatic: true }),
        ),
        StepConfirmation::End => (Text::End, Text::EndYes, Some(Command::End)),
        StepConfirmation::StartOver => (
            Text::StartOver,
            Text::StartOverNow,
            Some(Command::StartOver),
        ),
        StepConfirmation::ThrowAway => (Text::ThrowAway, Text::ThrowAwayNow, None),
    };
    let is_too_soon =
        move |event: &MouseEvent| event.detail() == 0 && console.has_only_just_asked();
    let take = move |event: MouseEvent| match command.clone() {
        // A return pressed twice has answered a question that nobody has read.
        _ if is_too_soon(&event) => {}
        Some(command) => console.confirm(command),
        None => console.throw_away(),
    };
    let body = move || {
        let turnout = turnout.get().unwrap_or_default();
        let missing = turnout.present.saturating_sub(turnout.voted);
        let text = match question {
            StepConfirmation::Open => Text::OpenBody,
            StepConfirmation::PassTie(_) => Text::PassTieBody,
            StepConfirmation::Reopen => Text::ReopenBody,
            StepConfirmation::NextRound(_) => Text::NextRoundBody,
            StepConfirmation::Close if turnout.present == 0 => Text::CloseNobody,
            StepConfirmation::Close if missing == 0 => Text::CloseAll(turnout.voted),
            StepConfirmation::Close => Text::CloseBody(turnout.voted, missing),
            StepConfirmation::Reveal => Text::RevealBody,
            StepConfirmation::End => Text::EndBody,
            StepConfirmation::StartOver => Text::StartOverBody,
            StepConfirmation::ThrowAway => Text::ThrowAwayBody,
        };
        text.say(language::current())
    };
    let too_few = move || {
        let lack = turnout.get()?.lack()?;
        let words = Text::CloseTooFew(lack).say(language::current());
        (question == StepConfirmation::Close).then(|| view! { <p class="notice amber">{words}</p> })
    };
    let stepwise = (question == StepConfirmation::Reveal).then(|| {
        let one_by_one = Command::Reveal { automatic: false };
        view! {
            <button
                type="button"
                class="button second"
                on:click=move |_| console.confirm(one_by_one.clone())
            >
                {move || Text::RevealStepwise.say(language::current())}
            </button>
        }
    });
    let by_remote = matches!(
        question,
        StepConfirmation::Open | StepConfirmation::Close | StepConfirmation::PassTie(None)
    );
    let by_remote = by_remote.then(|| {
        view! { <p class="muted">{move || RemoteText::OnceMore.say(language::current())}</p> }
    });
    let class = match question {
        StepConfirmation::StartOver | StepConfirmation::ThrowAway => "button danger",
        _ => "button primary",
    };
    view! {
        <h2>{move || title.say(language::current())}</h2>
        <p>{body}</p>
        {too_few}
        {by_remote}
        <div class="dialog-buttons">
            <button
                type="button"
                class=class
                autofocus=true
                on:click=take
            >
                {move || yes.say(language::current())}
                <kbd aria-hidden="true">"↵"</kbd>
            </button>
            {stepwise}
            <Dismiss text=Text::Cancel on_click=move || console.question.set(None) />
        </div>
    }
}

/// Every key and what it does.
#[component]
fn Overview(console: ConsoleState) -> impl IntoView {
    let say = |text: ShortcutText| move || text.say(language::current());
    let line = move |keys: &'static [&'static str], does: ShortcutText| {
        let keys = keys
            .iter()
            .map(|key| view! { <kbd>{*key}</kbd> })
            .collect_view();
        view! {
            <div>
                <dt>{keys}</dt>
                <dd>{say(does)}</dd>
            </div>
        }
    };
    view! {
        // The focus is at the top, where one begins to read.
        <h2 tabindex="-1" autofocus=true>{say(ShortcutText::Title)}</h2>
        <dl class="keys">
            <div>
                <dt>
                    <kbd>{say(ShortcutText::Space)}</kbd>
                    <kbd>"↵"</kbd>
                </dt>
                <dd>{say(ShortcutText::Primary)}</dd>
            </div>
            {line(&["→", "Page Down"], ShortcutText::Next)}
            {line(&["←", "Page Up"], ShortcutText::Back)}
            {line(&["O"], ShortcutText::Open)}
            {line(&["L"], ShortcutText::Close)}
            {line(&["R"], ShortcutText::Reveal)}
            {line(&["A"], ShortcutText::RevealAll)}
            {line(&["T"], ShortcutText::Countdown)}
            {line(&["U"], ShortcutText::Extend)}
            {line(&["S"], ShortcutText::Stop)}
            {line(&["1–9"], ShortcutText::Drill)}
            {line(&["+", "−"], ShortcutText::Suppose)}
            {line(&["D"], ShortcutText::Compare)}
            {line(&["Esc"], ShortcutText::Undrill)}
            {line(&["B", "."], ShortcutText::Blank)}
            {line(&["N"], ShortcutText::Door)}
            {line(&["F"], ShortcutText::Projector)}
            {line(&["K"], ShortcutText::Copy)}
            {line(&["C"], ShortcutText::Announce)}
            {line(&["?"], ShortcutText::Help)}
        </dl>
        <div class="dialog-buttons">
            <Dismiss text=Text::Dismiss on_click=move || console.help.set(false) />
        </div>
    }
}
