//! A row of dots: where one is among several.

use leptos::prelude::*;

/// More than this many say nothing as dots.
const MOST: u16 = 14;

/// Which of several is shown. Decoration: the words beside it say the same.
#[component]
pub(crate) fn Dots(
    /// The number of pages.
    #[prop(into)]
    count: Signal<u16>,
    /// The page that is shown, from 0.
    #[prop(into)]
    at: Signal<u16>,
) -> impl IntoView {
    let shown = move || (2..=MOST).contains(&count.get());
    let class = move |dot: u16| match dot.cmp(&at.get()) {
        std::cmp::Ordering::Less => "was",
        std::cmp::Ordering::Equal => "on",
        std::cmp::Ordering::Greater => "",
    };
    let dots = move || {
        let dots = (0..count.get()).map(|dot| view! { <i class=move || class(dot)></i> });
        shown().then(|| dots.collect_view())
    };
    view! { <span class="dots" aria-hidden="true">{dots}</span> }
}
