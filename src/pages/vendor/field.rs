//! A labelled field of the vendor's forms.

use leptos::prelude::*;

/// A field with its label above and what is wrong with it below.
#[component]
pub fn Field(
    /// Names it for its label; once on a page.
    id: &'static str,
    /// What stands above.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed; never overwritten.
    value: RwSignal<String>,
    /// `text` or `password`.
    #[prop(into, default = Signal::stored("text"))]
    kind: Signal<&'static str>,
    /// For the browser's own help.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// The most letters, if there is a limit.
    #[prop(default = 400)]
    longest: usize,
    /// What helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether what is typed is wrong; the sentence stands under `{id}-wrong`.
    #[prop(optional, into)]
    wrong: Signal<Option<String>>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let wrong_id = format!("{id}-wrong");
    let described = {
        let (hint_id, wrong_id, has_hint) = (hint_id.clone(), wrong_id.clone(), hint.is_some());
        move || match (wrong.read().is_some(), has_hint) {
            (true, _) => Some(wrong_id.clone()),
            (false, true) => Some(hint_id.clone()),
            (false, false) => None,
        }
    };
    let hint = hint.map(|hint| view! { <p id=hint_id class="muted">{hint}</p> });
    let complaint = move || {
        let id = wrong_id.clone();
        let words = wrong.get()?;
        Some(view! { <p id=id class="notice coral" role="alert">{words}</p> })
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                type=kind
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                maxlength=longest
                aria-invalid=move || wrong.read().is_some().then_some("true")
                aria-describedby=described
                bind:value=value
            />
            {hint}
            {complaint}
        </div>
    }
}
