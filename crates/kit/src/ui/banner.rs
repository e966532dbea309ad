//! A strip across the top: what is not real, not secure, or not fresh.

use leptos::prelude::*;

/// Shows each line; nothing at all when there is none. `quiet` is a passing matter instead of something to be
/// wary of.
pub fn banner(lines: Vec<String>, quiet: bool) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let label = lines.join(" · ");
    let lines = lines
        .into_iter()
        .map(|line| view! { <p>{line}</p> }.into_any());
    let class = if quiet { "banner quiet" } else { "banner" };
    view! {
        <div class=class role="region" aria-label=label>
            {lines.collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}
