//! What is asked once before it is done for good.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_text::staff::prepare::Prepare as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, say};
use crate::route::{self, Route};
use crate::ui::dialog::Dialog;
use crate::{api, language};

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
    let ask = move || Some(ask(desk, question.get()?));
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
    let answer = move |_| {
        desk.question.set(None);
        match question {
            Question::NewLink => new_link(desk),
            Question::Delete => delete(desk),
        }
    };
    view! {
        <h2>{title.say(language)}</h2>
        <p>{body.say(language)}</p>
        <div class="dialog-buttons">
            <button type="button" class="button danger" on:click=answer>
                {yes.say(language)}
            </button>
            <button type="button" class="button" on:click=move |_| desk.question.set(None)>
                {Text::Keep.say(language)}
            </button>
        </div>
    }
    .into_any()
}

fn new_link(desk: Desk) {
    let code = desk.code();
    spawn_local(async move {
        match api::new_presenter_link(&code).await {
            Ok(webinar) => {
                desk.learn(webinar);
                desk.word.set(Some(Text::NewLinkMade));
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
pub fn way_to_delete(desk: Desk) -> impl Fn() -> Option<AnyView> + Copy + Send + Sync + 'static {
    let may = Memo::new(move |_| {
        let webinar = desk.webinar.read();
        webinar
            .as_ref()
            .is_some_and(|one| one.phase == Phase::Draft && one.reality == Reality::Real)
    });
    move || {
        may.get().then(|| {
            view! {
                <p>
                    <button
                        type="button"
                        class="link-button danger"
                        on:click=move |_| desk.question.set(Some(Question::Delete))
                    >
                        {say(Text::Delete)}
                    </button>
                </p>
            }
            .into_any()
        })
    }
}
