//! A strip across the top: what is not real, not secure, or not fresh.

use leptos::prelude::*;

/// Shows each line; nothing at all when there is none.
#[component]
pub fn Banner(
    /// What to say.
    #[prop(into)]
    lines: Signal<Vec<String>>,
    /// A passing matter, said quietly, instead of something to be wary of.
    #[prop(optional)]
    quiet: bool,
) -> impl IntoView {
    let class = if quiet { "banner quiet" } else { "banner" };
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
            view! { <div class=class>{lines.collect_view()}</div> }
        })
    }
}
