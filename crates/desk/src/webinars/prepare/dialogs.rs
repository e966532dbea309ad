//! What is asked once before it is done for good.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_kit::api::{self, Done};
use barometer_kit::route::{self, Route};
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::ui::parts::{ButtonProps, following};
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{PreparationState, text};

/// What is asked before a step that cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrepareDialog {
    /// Before another presenter's link takes the place of this one.
    NewLink,
    /// Before the webinar is deleted.
    Delete,
}

/// The dialog; open while something is asked.
#[component]
pub(crate) fn Dialogs(page: PreparationState) -> impl IntoView {
    let question = page.question;
    let close = move || question.set(None);
    let ask = following(move || {
        let question = question.get()?;
        Some(view! { <Question page=page question=question /> }.into_any())
    });
    view! {
        <Dialog open=Signal::derive(move || question.read().is_some()) on_close=close>
            {ask}
        </Dialog>
    }
}

/// What is asked, and the two answers.
#[component]
fn Question(page: PreparationState, question: PrepareDialog) -> impl IntoView {
    let [title, body, yes] = match question {
        PrepareDialog::NewLink => [Text::NewLinkAsk, Text::NewLinkBody, Text::NewLink],
        PrepareDialog::Delete => [Text::DeleteAsk, Text::DeleteBody, Text::DeleteYes],
    };
    let answer = ButtonProps::new("button danger", text(yes)).on_press(move || {
        page.question.set(None);
        match question {
            PrepareDialog::NewLink => new_link(page),
            PrepareDialog::Delete => delete(page),
        }
    });
    let keep = ButtonProps::new("button", text(Text::Keep));
    view! {
        <h2>{text(title)}</h2>
        <p>{text(body)}</p>
        <div class="dialog-buttons">{answer} {keep.on_press(move || page.question.set(None))}</div>
    }
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
            Ok(Done) => {
                page.forget();
                route::navigate(&Route::Vendor);
            }
            Err(error) => page.fail(error),
        }
    });
}

/// The way to delete a webinar, as long as nobody can have voted in it.
#[component]
pub(crate) fn WayToDelete(page: PreparationState) -> impl IntoView {
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
