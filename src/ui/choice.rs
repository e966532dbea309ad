//! One line of a ballot: a checkbox as large as the line.

use leptos::prelude::*;

/// A choice. The box shows what is chosen, not what was tapped: a refused tap leaves it as it was.
#[component]
pub fn Choice(
    /// What is chosen.
    #[prop(into)]
    title: Signal<String>,
    /// More about it.
    #[prop(into)]
    detail: Signal<String>,
    /// Beside it, e.g. a price.
    #[prop(into, optional)]
    aside: Signal<String>,
    /// Whether it is chosen.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Called at every tap.
    on_tap: Callback<()>,
) -> impl IntoView {
    view! {
        <label class="choice" class:on=chosen>
            <input
                type="checkbox"
                prop:checked=chosen
                on:change:target=move |event| {
                    on_tap.run(());
                    event.target().set_checked(chosen.get_untracked());
                }
            />
            <span>
                <b>{title}</b>
                <small>{detail}</small>
            </span>
            <span class="choice-aside">{aside}</span>
        </label>
    }
}
