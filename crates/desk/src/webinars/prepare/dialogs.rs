//! What is asked once before it is done for good.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_kit::route::{self, Route};
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::ui::parts::{ButtonProps, following};
use barometer_kit::{api, language};
use barometer_text::staff::prepare::Prepare as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{PreparationState, text};

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrepareDialog {
    /// Another presenter's link?
    NewLink,
    /// Away with the webinar?
    Delete,
}

/// The dialog; open while something is asked.
pub fn dialogs(page: PreparationState) -> AnyView {
    let question = page.question;
    let close = move || question.set(None);
    let ask = following(move || Some(dialog_view(page, question.get()?)));
    view! {
        <Dialog open=Signal::derive(move || question.read().is_some()) on_close=close>
            {ask}
        </Dialog>
    }
    .into_any()
}

fn dialog_view(page: PreparationState, question: PrepareDialog) -> AnyView {
    let language = language::current();
    let [title, body, yes] = match question {
        PrepareDialog::NewLink => [Text::NewLinkAsk, Text::NewLinkBody, Text::NewLink],
        PrepareDialog::Delete => [Text::DeleteAsk, Text::DeleteBody, Text::DeleteYes],
    };
    let words = |text: Text<'static>| Signal::stored(text.say(language));
    let answer = ButtonProps::new("button danger", words(yes)).on_press(move || {
        page.question.set(None);
        match question {
            PrepareDialog::NewLink => new_link(page),
            PrepareDialog::Delete => delete(page),
        }
    });
    let keep = ButtonProps::new("button", words(Text::Keep));
    view! {
        <h2>{title.say(language)}</h2>
        <p>{body.say(language)}</p>
        <div class="dialog-buttons">{answer} {keep.on_press(move || page.question.set(None))}</div>
    }
    .into_any()
}

fn new_link(page: PreparationState) {
    let code = page.code();
    spawn_local(async move {
        match api::new_presenter_link(&code).await {
            Ok(webinar) => {
                page.receive(webinar);
                page.sending.announce(Text::NewLinkMade);
            }
            Err(error) => page.fail(error),
        }
    });
}

fn delete(page: PreparationState) {
    let code = page.code();
    spawn_local(async move {
        match api::delete_webinar(&code).await {
            Ok(()) => {
                page.forget();
                route::navigate(&Route::Vendor);
            }
            Err(error) => page.fail(error),
        }
    });
}

/// The way to delete a webinar, as long as nobody can have voted in it.
pub fn way_to_delete(page: PreparationState) -> AnyView {
    let may = Memo::new(move |_| {
        let webinar = page.webinar.read();
        webinar
            .as_ref()
            .is_some_and(|one| one.phase == Phase::Draft && one.reality == Reality::Real)
    });
    following(move || {
        let button = ButtonProps::new("link-button danger", text(Text::Delete));
        let ask = move || page.question.set(Some(PrepareDialog::Delete));
        may.get()
            .then(|| view! { <p>{button.on_press(ask)}</p> }.into_any())
    })
}
