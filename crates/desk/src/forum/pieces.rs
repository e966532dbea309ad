//! Parts that several sections have: what went wrong and what was done, a text of several lines, and a choice.

use barometer_text::staff::forum::ForumDeskText as Text;
use leptos::prelude::*;

use super::state::{ForumState, say};

/// What went wrong with the last command.
pub(super) fn trouble(page: ForumState) -> impl Fn() -> Option<AnyView> {
    move || {
        let words = page.sending.trouble()?.sentence();
        Some(view! { <p class="notice coral" role="alert">{words}</p> }.into_any())
    }
}

/// The buttons under a form.
pub(super) fn form_buttons(
    page: ForumState,
    label: Text<'static>,
    on_close: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    view! {
        {trouble(page)}
        <div class="vendor-buttons">
            <button
                type="submit"
                class="button primary"
                aria-disabled=move || page.sending.is_working().to_string()
            >
                {say(label)}
            </button>
            <button type="button" class="button" on:click=move |_| on_close()>
                {say(Text::Close)}
            </button>
        </div>
    }
    .into_any()
}

/// Room for several lines.
pub(super) fn lines(
    id: &'static str,
    label: Text<'static>,
    hint: Text<'static>,
    longest: usize,
    value: RwSignal<String>,
) -> AnyView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id>{say(label)}</label>
            <p id=hint_id.clone() class="muted">
                {say(hint)}
            </p>
            <textarea
                id=id
                rows="5"
                maxlength=longest
                aria-describedby=hint_id
                bind:value=value
            ></textarea>
        </div>
    }
    .into_any()
}
