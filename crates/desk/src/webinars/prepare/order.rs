//! Lists that are put in order, by hand or by key.

use barometer_kit::language;
use barometer_kit::ui::parts::ButtonProps;
use barometer_text::staff::prepare::PrepareText as Text;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::focus;

/// Rows that keep what is in them wherever they move to: one kind for all lists of the page.
#[component]
pub(crate) fn KeyedRows(
    /// The keys of the rows, in the order shown.
    each: Memo<Vec<u32>>,
    /// Draws the row of one key.
    #[prop(into)]
    row: Callback<u32, AnyView>,
) -> impl IntoView {
    view! { <For each=move || each.get() key=|key| *key children=move |key| row.run(key) /> }
}

/// Takes one out and puts it in at another place; whether anything moved.
pub fn moved<T>(list: &mut Vec<T>, from: usize, to: usize) -> bool {
    if from == to || from >= list.len() || to >= list.len() {
        return false;
    }
    let one = list.remove(from);
    list.insert(to, one);
    true
}

/// Where `at` comes to stand one step up or down; `None` at the end.
pub fn neighbour(at: usize, of: usize, down: bool) -> Option<usize> {
    if down {
        Some(at + 1).filter(|to| *to < of)
    } else {
        at.checked_sub(1)
    }
}

/// Moves the focus there once the page shows what has changed; to the first of these that can take it.
pub fn focus_soon(ids: Vec<String>) {
    spawn_local(async move {
        // Rows are moved in steps of their own, and a row that moves lets go of the focus.
        TimeoutFuture::new(0).await;
        let can = |id: &&String| {
            let found = document().query_selector(&format!("#{id}:not(:disabled)"));
            found.is_ok_and(|found| found.is_some())
        };
        if let Some(id) = ids.iter().find(can) {
            focus(id);
        }
    });
}

/// A place as people count, from 1.
pub fn counted(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// The two buttons that move a row.
#[component]
pub(crate) fn MoveButtons(
    /// Whose they are, by which the focus is sent to them.
    key: u32,
    /// What the row is called.
    title: Signal<String>,
    /// Whether one of them leads nowhere; asked with whether it is the lower one.
    #[prop(into)]
    shut: Callback<bool, bool>,
    /// Called with whether the row goes down.
    #[prop(into)]
    on_step: Callback<bool>,
) -> impl IntoView {
    let button = move |down: bool| {
        let label = Signal::derive(move || {
            let title = title.read();
            let words = if down {
                Text::Down(&title)
            } else {
                Text::Up(&title)
            };
            words.say(language::current())
        });
        let (name, arrow) = if down { ("down", "↓") } else { ("up", "↑") };
        let button = ButtonProps {
            class: "step",
            id: Some(format!("{name}-{key}")),
            words: Signal::stored(arrow.to_owned()),
            label: Some(label),
            shut: Signal::derive(move || shut.run(down)),
        };
        button.on_press(move || on_step.run(down))
    };
    vec![button(false), button(true)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_moves_and_the_others_keep_their_order() {
        let after = |from, to| {
            let mut list = vec!['a', 'b', 'c', 'd'];
            moved(&mut list, from, to).then(|| list.into_iter().collect::<String>())
        };
        assert_eq!(after(0, 2).as_deref(), Some("bcad"));
        assert_eq!(after(3, 0).as_deref(), Some("dabc"));
        assert_eq!(after(1, 1), None);
        assert_eq!(after(1, 4), None);
        assert_eq!(
            (neighbour(0, 3, false), neighbour(2, 3, true)),
            (None, None)
        );
        assert_eq!(
            (neighbour(1, 3, false), neighbour(1, 3, true)),
            (Some(0), Some(2))
        );
    }
}
