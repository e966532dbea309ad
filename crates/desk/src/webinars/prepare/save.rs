//! The bar at the bottom: who saves, and whether everything is saved.

use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::refusal::{Field as Wrong, Refusal};
use barometer_kit::form::field::Field;
use barometer_kit::language;
use barometer_kit::ui::parts::{ButtonProps, following};
use barometer_text::staff::prepare::PrepareText as Text;
use barometer_text::staff::refused;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::state::{DraftNotice, PreparationState};
use super::text;
use crate::page::VendorError;

#[component]
pub(crate) fn SaveBar(page: PreparationState) -> impl IntoView {
    listen(page);
    let by = Signal::derive(move || refused::field_name(Wrong::By, language::current()).to_owned());
    let standing = following(move || {
        let language = language::current();
        let (is_working, word) = (page.sending.is_working(), page.sending.word());
        let (class, words) = match (is_working, page.is_dirty.get(), word) {
            (true, _, _) => ("saved", Text::Saving),
            (false, true, _) => ("saved not-yet", Text::NotSaved),
            (false, false, word) => ("saved", word.unwrap_or(Text::Saved)),
        };
        Some(view! { <p class=class role="status">{words.say(language)}</p> }.into_any())
    });
    let trouble = following(move || {
        let trouble = page.sending.trouble()?;
        Some(view! { <SaveTrouble page=page trouble=trouble /> }.into_any())
    });
    view! {
        <div class="save-bar">
            {trouble}
            <div class="save-row">
                <Field
                    id="prepare-by"
                    label=by
                    value=page.by
                    autocomplete="name"
                    longest=LONGEST_NOTE
                    wrong=page.complaint(Wrong::By)
                />
                {standing}
                <button
                    type="submit"
                    class="button primary"
                    disabled=move || page.sending.is_working()
                    aria-keyshortcuts="Control+S"
                    title="Ctrl+S"
                >
                    {text(Text::Save)}
                </button>
            </div>
        </div>
    }
}

/// What went wrong. A field's own complaint stands at the field.
#[component]
fn SaveTrouble(page: PreparationState, trouble: VendorError) -> impl IntoView {
    if matches!(trouble.field(), Some(Wrong::By)) {
        return ().into_any();
    }
    if trouble != VendorError::Refused(Refusal::StaleEdition) {
        let words = move || trouble.sentence();
        return view! { <p class="notice coral" role="alert">{words}</p> }.into_any();
    }
    let newest = ButtonProps::new("button", text(Text::TakeNewest));
    let all_the_same = ButtonProps::new("button", text(Text::SaveAllTheSame));
    view! {
        <div class="notice amber stale" role="alert">
            <p>{move || trouble.sentence()}</p>
            <p class="vendor-buttons">
                {newest.on_press(move || page.take_newest())}
                {all_the_same.on_press(move || page.save_all_the_same())}
            </p>
        </div>
    }
    .into_any()
}

/// Whose words stand in the fields, where they are not simply what is saved.
#[component]
pub(crate) fn WhoseWords(page: PreparationState) -> impl IntoView {
    following(move || {
        let language = language::current();
        let (words, button) = match page.notice.get()? {
            DraftNotice::Restored => (Text::Restored, Text::TakeSaved),
            DraftNotice::Aside(_) => (Text::LaidAside, Text::TakeBack),
        };
        let swap = move || match page.notice.get_untracked() {
            Some(DraftNotice::Aside(typed)) => page.take_back(*typed),
            _ => page.take_saved(),
        };
        Some(
            view! {
                <div class="notice prepare-notice" role="status">
                    <p>{words.say(language)}</p>
                    {ButtonProps::new("button", text(button)).on_press(swap)}
                </div>
            }
            .into_any(),
        )
    })
}

/// Ctrl+S saves, wherever the cursor is.
fn listen(page: PreparationState) {
    let on_key = move |event: KeyboardEvent| {
        let is_save =
            (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("s");
        if is_save {
            event.prevent_default();
            page.save();
        }
    };
    let listener = window_event_listener(leptos::ev::keydown, on_key);
    on_cleanup(move || listener.remove());
}
