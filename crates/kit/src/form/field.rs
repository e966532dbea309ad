//! A labelled field of the vendor's forms.

use leptos::html;
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
    // Written only where it differs: half a date has no value yet, and writing that down would wipe the half.
    let element = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let value = value.get();
        if let Some(element) = element.get().filter(|element| element.value() != value) {
            element.set_value(&value);
        }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                id=id
                node_ref=element
                type=kind
                autocomplete=autocomplete
                autocapitalize="off"
                spellcheck="false"
                maxlength=longest
                aria-invalid=move || wrong.read().is_some().then_some("true")
                aria-describedby=described
                on:input=move |event| value.set(event_target_value(&event))
            />
            {hint}
            {complaint}
        </div>
    }
}

/// A choice from a list, with its label above.
#[component]
pub fn Select(
    /// Names it for its label; once on a page.
    id: &'static str,
    /// What stands above.
    #[prop(into)]
    label: Signal<String>,
    /// The value of the chosen one.
    value: RwSignal<String>,
    /// Values and words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let rows = move || {
        let chosen = value.get();
        let row = |(key, words): (String, String)| {
            let selected = key == chosen;
            view! { <option value=key selected=selected>{words}</option> }
        };
        options.get().into_iter().map(row).collect_view()
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select
                id=id
                prop:value=value
                on:change=move |event| value.set(event_target_value(&event))
            >
                {rows}
            </select>
        </div>
    }
}

/// Room for several lines, with its label above and how many letters are left below.
#[component]
pub fn Area(
    /// Names it for its label; once on a page.
    id: &'static str,
    /// What stands above.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed; never overwritten.
    value: RwSignal<String>,
    /// The most letters.
    longest: usize,
    /// What stands below, given how many letters are left.
    #[prop(into)]
    left: Callback<u32, String>,
    /// Whether what is typed is wrong; the sentence stands under `{id}-wrong`.
    #[prop(optional, into)]
    wrong: Signal<Option<String>>,
) -> impl IntoView {
    let (left_id, wrong_id) = (format!("{id}-left"), format!("{id}-wrong"));
    let described = format!("{left_id} {wrong_id}");
    let count = move || {
        let letters = value.with(|text| text.trim().chars().count());
        left.run(u32::try_from(longest.saturating_sub(letters)).unwrap_or(0))
    };
    let complaint = move || {
        let words = wrong.get()?;
        Some(view! { <p id=wrong_id.clone() class="notice coral" role="alert">{words}</p> })
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <textarea
                id=id
                rows="3"
                maxlength=longest
                aria-invalid=move || wrong.read().is_some().then_some("true")
                aria-describedby=described
                bind:value=value
            ></textarea>
            <p id=left_id class="muted">{count}</p>
            {complaint}
        </div>
    }
}

/// A box to tick, with its label beside.
#[component]
pub fn Tick(
    /// What stands beside.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input type="checkbox" bind:checked=value />
            {label}
        </label>
    }
}
