//! Every move of one municipality in one request, and the way to undo the last one.

use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::financing::ledger::{Moved, Undo};
use barometer_domain::money::Money;
use barometer_text::staff::commitments::Commitments as Text;
use barometer_text::{Language, states};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::lines::Line;
use super::{Desk, say};
use crate::pages::vendor::field::Field;
use crate::ui::dialog::Dialog;
use crate::{format, language};

/// The dialog; open while someone is chosen.
#[component]
pub fn History(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let open = Signal::derive(move || desk.history.get().is_some());
    let body = move || {
        let (request, who) = desk.history.get()?;
        let lines = desk.lines.read();
        let line = lines
            .iter()
            .find(|line| line.request == request && line.commitment.municipality == who);
        Some(match line {
            Some(line) => moves(desk, line),
            // Its first word was undone.
            None => view! { <Close desk=desk /> }.into_any(),
        })
    };
    view! {
        <Dialog open=open on_close=move || desk.history.set(None)>
            {body}
        </Dialog>
    }
}

fn moves(desk: Desk, line: &Line) -> AnyView {
    let language = language::current();
    let entry = |moved: &Moved| entry(moved, language);
    let entries = line.moves.iter().map(entry).collect_view();
    let (id, who) = (line.request, line.commitment.municipality);
    let why = RwSignal::new(String::new());
    let undo = move |event: SubmitEvent| {
        event.prevent_default();
        let undo = Undo {
            by: desk.by.get_untracked(),
            why: why.get_untracked(),
        };
        desk.undo(id, who, undo, || {});
    };
    let trouble = move || {
        let trouble = desk.trouble.get()?;
        Some(view! { <p class="notice coral" role="alert">{trouble.say()}</p> })
    };
    view! {
        <h2>{format!("{} · {} {}", line.name, line.reference, line.title)}</h2>
        <ol class="moves">{entries}</ol>
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
                value=desk.by
                autocomplete="name"
                longest=LONGEST_NOTE
            />
            {trouble}
            <div class="dialog-buttons">
                <button type="submit" class="button danger">{say(Text::Undo)}</button>
                <Close desk=desk />
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Close(desk: Desk) -> impl IntoView {
    view! {
        <button type="button" class="button" on:click=move |_| desk.history.set(None)>
            {say(Text::Close)}
        </button>
    }
}

fn entry(moved: &Moved, language: Language) -> AnyView {
    let by = match moved.by.as_str() {
        "participant" => Text::ByParticipant.say(language),
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
    .into_any()
}
