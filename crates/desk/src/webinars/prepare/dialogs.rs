//! What is asked once before it is done for good.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_kit::route::{self, Route};
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::ui::parts::{Button, following};
use barometer_kit::{api, language};
use barometer_text::staff::prepare::Prepare as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, text};

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Another presenter's link?
    NewLink,
    /// Away with the webinar?
    Delete,
}

/// The dialog; open while something is asked.
pub fn dialogs(desk: Desk) -> AnyView {
    let question = desk.question;
    let close = move || question.set(None);
    let ask = following(move || Some(ask(desk, question.get()?)));
    view! {
        <Dialog open=Signal::derive(move || question.read().is_some()) on_close=close>
            {ask}
        </Dialog>
    }
    .into_any()
}

fn ask(desk: Desk, question: Question) -> AnyView {
    let language = language::current();
    let [title, body, yes] = match question {
        Question::NewLink => [Text::NewLinkAsk, Text::NewLinkBody, Text::NewLink],
        Question::Delete => [Text::DeleteAsk, Text::DeleteBody, Text::DeleteYes],
    };
    let words = |text: Text<'static>| Signal::stored(text.say(language));
    let answer = Button::new("button danger", words(yes)).on_press(move || {
        desk.question.set(None);
        match question {
            Question::NewLink => new_link(desk),
            Question::Delete => delete(desk),
        }
    });
    let keep = Button::new("button", words(Text::Keep));
    view! {
        <h2>{title.say(language)}</h2>
        <p>{body.say(language)}</p>
        <div class="dialog-buttons">{answer} {keep.on_press(move || desk.question.set(None))}</div>
    }
    .into_any()
}

fn new_link(desk: Desk) {
    let code = desk.code();
    spawn_local(async move {
        match api::new_presenter_link(&code).await {
            Ok(webinar) => {
                desk.learn(webinar);
                desk.sending.announce(Text::NewLinkMade);
            }
            Err(error) => desk.fail(error),
        }
    });
}

fn delete(desk: Desk) {
    let code = desk.code();
    spawn_local(async move {
        match api::delete_webinar(&code).await {
            Ok(()) => {
                desk.forget();
                route::navigate(&Route::Vendor);
            }
            Err(error) => desk.fail(error),
        }
    });
}

/// The way to delete a webinar, as long as nobody can have voted in it.
pub fn way_to_delete(desk: Desk) -> AnyView {
    let may = Memo::new(move |_| {
        let webinar = desk.webinar.read();
        webinar
            .as_ref()
            .is_some_and(|one| one.phase == Phase::Draft && one.reality == Reality::Real)
    });
    following(move || {
        let button = Button::new("link-button danger", text(Text::Delete));
        let ask = move || desk.question.set(Some(Question::Delete));
        may.get()
            .then(|| view! { <p>{button.on_press(ask)}</p> }.into_any())
    })
}
