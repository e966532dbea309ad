//! Whether a municipality is shown by name: what participants wish, one press that confirms it, and the way back.

use barometer_domain::financing::commitment::Move;
use barometer_domain::financing::ledger::{NameQuestion, Said, Undo};
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::staff::commitments::CommitmentText as Text;
use leptos::prelude::*;

use super::lines::CommitmentLine;
use super::{CommitmentsState, say};
use crate::page::focus;

/// What participants wish for the name, and the button that does it.
pub fn question(
    page: CommitmentsState,
    line: &CommitmentLine,
    language: Language,
) -> Option<AnyView> {
    let (question, wished) = line.name_question?;
    let (words, button, label) = match question {
        NameQuestion::Show => (
            Text::NameWished(wished),
            Text::ShowName,
            Text::ShowNameOf(&line.name),
        ),
        NameQuestion::Hide => (
            Text::NameTakenBack,
            Text::HideName,
            Text::HideNameOf(&line.name),
        ),
    };
    let (request, who) = (line.request, line.commitment.municipality);
    let press = move |_| {
        if page.by.with_untracked(|by| by.trim().is_empty()) {
            // Who confirms it goes on record.
            return focus("entry-by");
        }
        let said = Said {
            by: page.by.get_untracked(),
            said: Move::Name {
                named: question == NameQuestion::Show,
            },
        };
        page.record_move(request, who, said, move || {
            page.named_last.set(Some((request, who)));
        });
    };
    let question = view! {
        <p class="name-question">
            <span>{words.say(language)}</span>
            <button
                type="button"
                class="button"
                aria-label=label.say(language)
                disabled=move || page.sending.is_working()
                on:click=press
            >
                {button.say(language)}
            </button>
        </p>
    };
    Some(question.into_any())
}

/// Undoes the last press, as long as nothing else was written down since.
#[component]
pub(crate) fn UndoName(page: CommitmentsState) -> impl IntoView {
    let undo = move || {
        let (request, who) = page.named_last.get()?;
        let language = language::current();
        let name = format::municipality_name(who);
        let undo = move |_| {
            let undo = Undo {
                by: page.by.get_untracked(),
                why: Text::NameUndone.say(language::current()),
            };
            page.undo_move(request, who, undo, || {});
        };
        Some(view! {
            <p class="notice leaf">
                {Text::NameChanged(&name).say(language)}
                " "
                <button type="button" class="link-button" on:click=undo>
                    {say(Text::Undo)}
                </button>
            </p>
        })
    };
    view! { <div role="status">{undo}</div> }
}
