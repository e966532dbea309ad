//! A modal dialog, the browser's own.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog that follows a signal; Esc closes it.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when it closes, by whatever way.
    #[prop(into)]
    on_close: Callback<()>,
    /// What is asked.
    children: Children,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = element.get() else { return };
        if open.get() && !dialog.open() {
            // Fails only when it is open already.
            let _ = dialog.show_modal();
            // The first button may be at the end of a long text, which is read from its beginning.
            dialog.set_scroll_top(0);
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog class="dialog" node_ref=element on:close=move |_| on_close.run(())>
            {children()}
        </dialog>
    }
}
