//! What every stage has: a line above the heading, the heading, and the foot.

use barometer_text::phone::Phone;
use leptos::html::H1;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::{say, set_title};
use crate::format;
use crate::language;
use crate::ui::language_switch::LanguageSwitch;

/// The page of one stage. The focus moves to its heading, unless a person is in the middle of something.
#[component]
pub(super) fn Frame(
    /// What the phone follows.
    following: Following,
    /// The small line above the heading; the municipality stands beside it.
    #[prop(into)]
    crumb: Signal<String>,
    /// Whether the crumb says that something goes on right now.
    #[prop(into, optional)]
    live: Signal<bool>,
    /// The heading.
    #[prop(into)]
    heading: Signal<String>,
    /// What stays under the heading, above the rest.
    #[prop(into, optional)]
    under: ViewFn,
    /// What sticks to the bottom, under the thumb.
    #[prop(into, optional)]
    bar: ViewFn,
    /// The rest.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<H1>::new();
    Effect::new(move || {
        if let Some(node) = node.get()
            && !is_busy()
        {
            super::super::focus(&node);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    Effect::new(move || {
        let heading = heading.get();
        set_title(&heading);
        following
            .announcer
            .say(format::without_soft_hyphens(&heading));
    });
    view! {
        <header class="stage-head">
            <p class="stage-line">
                <span>
                    {move || live.get().then(|| view! { <span class="dot"></span> })} {crumb}
                </span>
                <span class="muted">{move || following.who()}</span>
            </p>
            <h1 tabindex="-1" node_ref=node>
                {heading}
            </h1>
            {move || under.run()}
        </header>
        <main class="stage">{children()} <Foot following /></main>
        {move || bar.run()}
    }
}

/// The code, the way back to the form, the language.
#[component]
fn Foot(following: Following) -> impl IntoView {
    let code = following.info.with_value(|info| info.code.spaced());
    let ended = move || {
        let ended = following
            .live
            .view
            .with(|view| view.as_ref().is_some_and(|v| v.ended));
        ended.then(|| view! { <p>{say(Phone::Ended)}</p> })
    };
    // Whoever has voted stays who they are.
    let may_change = move || !following.ballot.with(|outbox| outbox.counted().is_some());
    let label = move || {
        let label = if following.is_voter() {
            Phone::ChangeMunicipality
        } else {
            Phone::JoinAfterAll
        };
        label.say(language::current())
    };
    view! {
        <footer class="stage-foot muted">
            {ended} <p>{move || Phone::Code(&code).say(language::current())}</p>
            <Show when=may_change>
                <button
                    type="button"
                    class="link-button"
                    on:click=move |_| following.on_leave.run(())
                >
                    {label}
                </button>
            </Show>
            <LanguageSwitch />
        </footer>
    }
}

/// Whether the person is typing or choosing; the focus is theirs then.
fn is_busy() -> bool {
    let focused = document().active_element();
    focused.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
    })
}
