//! Every move of one municipality in one request, and the way to undo the last one.

use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::financing::ledger::{Moved, Undo};
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::money::Money;
use barometer_kit::form::field::Field;
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::{format, language};
use barometer_text::staff::commitments::CommitmentText as Text;
use barometer_text::states;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::lines::CommitmentLine;
use super::{CommitmentsState, say};

/// The dialog; open while someone is chosen.
#[component]
pub(crate) fn History(page: CommitmentsState) -> impl IntoView {
    let open = Signal::derive(move || page.history.get().is_some());
    // What someone else writes down meanwhile leaves what is typed here as it is.
    let about = Memo::new(move |_| page.history.get());
    let body = move || {
        let about = about.get()?;
        Some(view! { <Moves page=page about=about /> })
    };
    view! {
        <Dialog open=open on_close=move || page.history.set(None)>
            {body}
        </Dialog>
    }
}

/// What it has said, and the form that undoes the last of it.
#[component]
fn Moves(page: CommitmentsState, about: (RequestId, MunicipalityCode)) -> impl IntoView {
    let (request, who) = about;
    let line = Memo::new(move |_| {
        let lines = page.lines.read();
        let mut lines = lines.iter();
        lines
            .find(|line| (line.request, line.commitment.municipality) == about)
            .cloned()
    });
    let said = move || Some(view! { <AllSaid line=line.get()? /> });
    let why = RwSignal::new(String::new());
    let name = format!("undo.{}.{who}", request.0);
    let saved = SavedForm::new(&name, DraftLifetime::InBrowser, [("why", why.into())]);
    let undo = move |event: SubmitEvent| {
        event.prevent_default();
        let undo = Undo {
            by: page.by.get_untracked(),
            why: why.get_untracked(),
        };
        page.undo_move(request, who, undo, move || {
            // The next one has a reason of its own.
            why.set(String::new());
            saved.forget();
        });
    };
    let trouble = move || {
        let trouble = page.sending.trouble()?;
        Some(view! { <p class="notice coral" role="alert">{trouble.sentence()}</p> })
    };
    let has_moves = Memo::new(move |_| line.read().is_some());
    let form = move || {
        // Its first word was undone.
        has_moves.get().then(|| {
            view! {
                {saved.notice()}
                <form class="vendor-form" on:submit=undo>
                    <Field
                        id="undo-why"
                        label=Signal::derive(say(Text::Reason))
                        value=why
                        longest=LONGEST_NOTE
                    />
                    <Field
                        id="undo-by"
                        label=Signal::derive(say(Text::YourName))
                        value=page.by
                        autocomplete="name"
                        longest=LONGEST_NOTE
                    />
                    {trouble}
                    <button type="submit" class="button danger">
                        {say(Text::Undo)}
                    </button>
                </form>
            }
        })
    };
    view! {
        {said}
        {form}
        <div class="dialog-buttons">
            <Close page=page />
        </div>
    }
}

/// Every move, the last one first.
#[component]
fn AllSaid(line: CommitmentLine) -> impl IntoView {
    let entries = line
        .moves
        .iter()
        .map(|moved| view! { <MoveEntry moved=moved.clone() /> });
    view! {
        <h2>{format!("{} · {} {}", line.name, line.reference, line.title)}</h2>
        <ol class="moves">{entries.collect_view()}</ol>
    }
}

#[component]
fn Close(page: CommitmentsState) -> impl IntoView {
    view! {
        <button type="button" class="button" on:click=move |_| page.history.set(None)>
            {say(Text::Close)}
        </button>
    }
}

/// One move: what, when, by whom, and whether it was undone.
#[component]
fn MoveEntry(moved: Moved) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let by = match moved.by.as_str() {
            "participant" => Text::ByParticipant.say(language),
            "personal link" => Text::ByPersonalLink.say(language),
            "import" => Text::ByImport.say(language),
            name => name.to_owned(),
        };
        let when = format::moment(language, moved.at);
        let state = states::commitment(moved.to, language);
        let amount = (moved.amount > Money::ZERO).then(|| format::money(language, moved.amount));
        let reason = moved.detail.reason.clone().filter(|_| moved.to.has_left());
        let mandate = moved.detail.mandate.as_ref();
        let mandate = mandate.map(|mandate| format!("{}, {}", mandate.by, mandate.reference));
        let about = [amount, mandate, reason].into_iter().flatten();
        let about = about.collect::<Vec<_>>().join(" · ");
        let undone = moved.undone.as_ref().map(|undone| {
            view! { <p class="undone">{Text::Undone(&undone.by, &undone.why).say(language)}</p> }
        });
        view! {
            <li class:struck=moved.undone.is_some()>
                <p>
                    <b>{state}</b>
                    " "
                    {about}
                </p>
                <p class="muted">{format!("{when} · {by}")}</p>
                {undone}
            </li>
        }
    }
}
