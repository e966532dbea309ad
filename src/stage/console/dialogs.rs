//! The console's dialogs: what is asked once, the overview of keys, a link to copy by hand.

use barometer_domain::webinar::Command;
use barometer_kit::language;
use barometer_kit::ui::dialog::Dialog;
use barometer_text::staff::asking::Asking as Text;
use barometer_text::staff::keys::Keys;
use barometer_text::staff::remote::Remote;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::action::Question;
use super::announcement::Announcement;
use super::desk::Desk;
use super::remote::RemoteCode;

/// All dialogs; at most one is open.
#[component]
pub fn Dialogs(
    /// The console's state.
    desk: Desk,
) -> impl IntoView {
    let question = desk.question;
    let link = desk.link_by_hand;
    view! {
        <Dialog
            open=Signal::derive(move || question.get().is_some())
            on_close=move || question.set(None)
        >
            {move || question.get().map(|question| view! { <Ask desk=desk question=question /> })}
        </Dialog>
        <Dialog open=desk.help on_close=move || desk.help.set(false)>
            <Overview desk=desk />
        </Dialog>
        <Dialog open=desk.announcing on_close=move || desk.announcing.set(false)>
            {move || desk.announcing.get().then(|| view! { <Announcement desk=desk /> })}
        </Dialog>
        <Dialog open=desk.remote on_close=move || desk.remote.set(false)>
            {move || desk.remote.get().then(|| view! { <RemoteCode desk=desk /> })}
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
pub fn Dismiss(
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
fn Ask(desk: Desk, question: Question) -> impl IntoView {
    let turnout = desk.read(|view| view.audience.barometer.turnout);
    let (title, yes, command) = match question {
        Question::Open => (Text::Open, Text::OpenYes, Some(Command::Open)),
        Question::PassTie(to) => {
            let command = to.map_or(Command::Next, |at| Command::GoTo { at, item: 0 });
            (Text::PassTie, Text::PassTieYes, Some(command))
        }
        Question::Reopen => (Text::Reopen, Text::ReopenYes, Some(Command::Reopen)),
        Question::NextRound(round) => (
            Text::NextRound(round),
            Text::NextRoundYes(round),
            Some(Command::NextRound),
        ),
        Question::Close => (Text::Close, Text::CloseYes, Some(Command::Close)),
        Question::Reveal => (
            Text::Reveal,
            Text::RevealYes,
            Some(Command::Reveal { automatic: true }),
        ),
        Question::End => (Text::End, Text::EndYes, Some(Command::End)),
        Question::StartOver => (
            Text::StartOver,
            Text::StartOverNow,
            Some(Command::StartOver),
        ),
        Question::ThrowAway => (Text::ThrowAway, Text::ThrowAwayNow, None),
    };
    let is_too_soon = move |event: &MouseEvent| event.detail() == 0 && desk.has_only_just_asked();
    let take = move |event: MouseEvent| match command.clone() {
        // A return pressed twice has answered a question that nobody has read.
        _ if is_too_soon(&event) => {}
        Some(command) => desk.confirm(command),
        None => desk.throw_away(),
    };
    let body = move || {
        let turnout = turnout.get().unwrap_or_default();
        let missing = turnout.present.saturating_sub(turnout.voted);
        let text = match question {
            Question::Open => Text::OpenBody,
            Question::PassTie(_) => Text::PassTieBody,
            Question::Reopen => Text::ReopenBody,
            Question::NextRound(_) => Text::NextRoundBody,
            Question::Close if turnout.present == 0 => Text::CloseNobody,
            Question::Close if missing == 0 => Text::CloseAll(turnout.voted),
            Question::Close => Text::CloseBody(turnout.voted, missing),
            Question::Reveal => Text::RevealBody,
            Question::End => Text::EndBody,
            Question::StartOver => Text::StartOverBody,
            Question::ThrowAway => Text::ThrowAwayBody,
        };
        text.say(language::current())
    };
    let too_few = move || {
        let lack = turnout.get()?.lack()?;
        let words = Text::CloseTooFew(lack).say(language::current());
        (question == Question::Close).then(|| view! { <p class="notice amber">{words}</p> })
    };
    let stepwise = (question == Question::Reveal).then(|| {
        let one_by_one = Command::Reveal { automatic: false };
        view! {
            <button
                type="button"
                class="button second"
                on:click=move |_| desk.confirm(one_by_one.clone())
            >
                {move || Text::RevealStepwise.say(language::current())}
            </button>
        }
    });
    let by_remote = matches!(
        question,
        Question::Open | Question::Close | Question::PassTie(None)
    );
    let by_remote = by_remote.then(|| {
        view! { <p class="muted">{move || Remote::OnceMore.say(language::current())}</p> }
    });
    let class = match question {
        Question::StartOver | Question::ThrowAway => "button danger",
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
            <Dismiss text=Text::Cancel on_click=move || desk.question.set(None) />
        </div>
    }
}

/// Every key and what it does.
#[component]
fn Overview(desk: Desk) -> impl IntoView {
    let say = |text: Keys| move || text.say(language::current());
    let line = move |keys: &'static [&'static str], does: Keys| {
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
        <h2 tabindex="-1" autofocus=true>{say(Keys::Title)}</h2>
        <dl class="keys">
            <div>
                <dt>
                    <kbd>{say(Keys::Space)}</kbd>
                    <kbd>"↵"</kbd>
                </dt>
                <dd>{say(Keys::Primary)}</dd>
            </div>
            {line(&["→", "Page Down"], Keys::Next)}
            {line(&["←", "Page Up"], Keys::Back)}
            {line(&["O"], Keys::Open)}
            {line(&["L"], Keys::Close)}
            {line(&["R"], Keys::Reveal)}
            {line(&["A"], Keys::RevealAll)}
            {line(&["T"], Keys::Countdown)}
            {line(&["U"], Keys::Extend)}
            {line(&["S"], Keys::Stop)}
            {line(&["1–9"], Keys::Drill)}
            {line(&["+", "−"], Keys::Suppose)}
            {line(&["D"], Keys::Compare)}
            {line(&["Esc"], Keys::Undrill)}
            {line(&["B", "."], Keys::Blank)}
            {line(&["N"], Keys::Door)}
            {line(&["F"], Keys::Projector)}
            {line(&["K"], Keys::Copy)}
            {line(&["C"], Keys::Announce)}
            {line(&["?"], Keys::Help)}
        </dl>
        <div class="dialog-buttons">
            <Dismiss text=Text::Dismiss on_click=move || desk.help.set(false) />
        </div>
    }
}
