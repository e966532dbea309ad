//! A list as every page shows one: what it is searched by, columns that may sort, how many rows are left, a sentence
//! where there are none, and rows that become cards where it is narrow (`style/list.css`).

use leptos::prelude::*;

/// How many of a list's rows are shown, and how many there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListCount {
    /// Those that pass the filters.
    pub shown: u32,
    /// All of them.
    pub all: u32,
}

impl ListCount {
    /// Of lengths.
    pub fn new(shown: usize, all: usize) -> Self {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Self {
            shown: number(shown),
            all: number(all),
        }
    }
}

/// By which column rows are ordered, and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListOrder<C> {
    /// By what.
    pub by: C,
    /// Whether the last comes first.
    pub falling: bool,
}

impl<C: PartialEq> ListOrder<C> {
    /// What a press on a column's heading makes of it: another column rises, the same one turns round.
    #[must_use]
    pub fn pressed(&self, column: C) -> Self {
        Self {
            falling: self.by == column && !self.falling,
            by: column,
        }
    }
}

/// One column of a list.
#[derive(Clone, Copy)]
pub struct ListColumn {
    name: Signal<String>,
    class: &'static str,
    is_shown: Signal<bool>,
    sorting: Option<ColumnSorting>,
}

/// How a column sorts.
#[derive(Clone, Copy)]
struct ColumnSorting {
    /// Whether the rows are ordered by it with the last first; `None` while they are ordered otherwise.
    is_falling: Signal<Option<bool>>,
    on_press: Callback<()>,
}

impl ListColumn {
    /// A column that does not sort; `name` is in the reader's language, now and after a switch.
    pub fn new(name: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self {
            name: Signal::derive(name),
            class: "",
            is_shown: Signal::stored(true),
            sorting: None,
        }
    }

    /// Of figures, which end at one line.
    #[must_use]
    pub fn of_figures(self) -> Self {
        Self {
            class: "figure",
            ..self
        }
    }

    /// There only while `is_shown`.
    #[must_use]
    pub fn shown_while(self, is_shown: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self {
            is_shown: Signal::derive(is_shown),
            ..self
        }
    }

    /// One that sorts: `is_falling` says how the rows are ordered by it, and `None` that they are not.
    #[must_use]
    pub fn sorting(
        self,
        is_falling: impl Fn() -> Option<bool> + Send + Sync + 'static,
        on_press: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self {
            sorting: Some(ColumnSorting {
                is_falling: Signal::derive(is_falling),
                on_press: Callback::new(move |()| on_press()),
            }),
            ..self
        }
    }

    /// One that sorts by `column` of `order`.
    #[must_use]
    pub fn ordering<C>(self, column: C, order: RwSignal<ListOrder<C>>) -> Self
    where
        C: Copy + PartialEq + Send + Sync + 'static,
    {
        let is_falling = move || {
            let order = order.get();
            (order.by == column).then_some(order.falling)
        };
        self.sorting(is_falling, move || {
            order.update(|order| *order = order.pressed(column));
        })
    }
}

/// The table. Its roles are said once more, since a card is no table's row to a browser. Its rows are [`ListRow`]s with
/// a [`ListRowHeading`] and [`ListCell`]s.
#[component]
pub fn List(
    /// What the table is called.
    #[prop(into)]
    label: Signal<String>,
    /// What it looks like beyond any list.
    #[prop(default = "")]
    class: &'static str,
    /// From left to right.
    columns: Vec<ListColumn>,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<ListCount>,
    /// Said of the count above the table; not at all where the page says it elsewhere.
    #[prop(optional, into)]
    count_words: Option<Callback<ListCount, String>>,
    /// Said where there is no row at all yet.
    #[prop(into)]
    empty: Signal<String>,
    /// Said where none passes the filters.
    #[prop(into)]
    none_left: Signal<String>,
    /// What leads back from there, beside these words.
    #[prop(optional, into)]
    way_back: ViewFn,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let headings = columns
        .into_iter()
        .map(|column| view! { <ColumnHeading column=column /> });
    let headings = headings.collect_view();
    let count_line = count_words.map(|words| {
        view! { <p class="list-count" role="status">{move || words.run(count.get())}</p> }
    });
    let is_empty = move || count.get().all == 0;
    let nothing_yet =
        move || is_empty().then(|| view! { <p class="list-nothing muted">{empty}</p> });
    let nothing_left = move || {
        let ListCount { shown, all } = count.get();
        (shown == 0 && all > 0).then(|| {
            view! { <p class="list-nothing muted">{none_left} " " {way_back.run()}</p> }
        })
    };
    view! {
        {nothing_yet}
        <div class="list" hidden=is_empty>
            {count_line}
            <div class="list-frame">
                <table class=format!("list-table {class}") role="table" aria-label=label>
                    <thead role="rowgroup">
                        <tr role="row">{headings}</tr>
                    </thead>
                    <tbody role="rowgroup">{children()}</tbody>
                </table>
                {nothing_left}
            </div>
        </div>
    }
}

#[component]
fn ColumnHeading(column: ListColumn) -> impl IntoView {
    let ListColumn {
        name,
        class,
        is_shown,
        sorting,
    } = column;
    let heading = move || {
        let Some(ColumnSorting {
            is_falling,
            on_press,
        }) = sorting
        else {
            return view! { <th scope="col" role="columnheader" class=class>{name}</th> }
                .into_any();
        };
        let state = move || match is_falling.get() {
            None => "none",
            Some(false) => "ascending",
            Some(true) => "descending",
        };
        let arrow = move || match is_falling.get() {
            None => "",
            Some(false) => "↑",
            Some(true) => "↓",
        };
        view! {
            <th scope="col" role="columnheader" class=class aria-sort=state>
                <button type="button" class="sort" on:click=move |_| on_press.run(())>
                    {name}
                    <span class="arrow" aria-hidden="true">{arrow}</span>
                </button>
            </th>
        }
        .into_any()
    };
    let is_shown = Memo::new(move |_| is_shown.get());
    move || is_shown.get().then(heading)
}

/// A row; a card where it is narrow.
#[component]
pub fn ListRow(
    /// What it looks like.
    #[prop(default = "")]
    class: &'static str,
    /// Its heading and cells.
    children: Children,
) -> impl IntoView {
    view! { <tr role="row" class=class>{children()}</tr> }
}

/// What a row is about.
#[component]
pub fn ListRowHeading(
    /// What it looks like.
    #[prop(default = "")]
    class: &'static str,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    view! { <th scope="row" role="rowheader" class=class>{children()}</th> }
}

/// A cell of a row.
#[component]
pub fn ListCell(
    /// What it looks like.
    #[prop(default = "")]
    class: &'static str,
    /// Its column's name, where what stands in it does not say by itself what it is: shown where there are no columns.
    #[prop(optional, into)]
    label: Option<String>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let content = match label {
        None => children(),
        Some(label) => view! {
            <span class="cell-name" aria-hidden="true">{label}</span>
            <div>{children()}</div>
        }
        .into_any(),
    };
    view! { <td role="cell" class=class>{content}</td> }
}

/// What a list is searched and filtered by, above it.
#[component]
pub fn ListTools(
    /// What it looks like beyond any list's.
    #[prop(default = "")]
    class: &'static str,
    /// How many rows there are, where of none there is nothing to find.
    #[prop(optional, into)]
    count: Option<Signal<ListCount>>,
    /// A [`SearchField`] and filters.
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class=format!("list-tools {class}")
            role="search"
            hidden=move || count.is_some_and(|count| count.get().all == 0)
        >
            {children()}
        </div>
    }
}

/// A field to search a list by.
#[component]
pub fn SearchField(
    /// Names it for its label; once on a page.
    id: &'static str,
    /// What stands above.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it while it is empty.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with what is typed.
    #[prop(into)]
    on_typed: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="field search-field">
            <label for=id>{label}</label>
            <input
                id=id
                type="search"
                autocomplete="off"
                placeholder=hint
                prop:value=value
                on:input=move |event| on_typed.run(event_target_value(&event))
            />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_turns_the_same_column_round_and_another_begins_rising() {
        let order = ListOrder {
            by: 'a',
            falling: false,
        };
        let turned = order.pressed('a');
        assert!(turned.falling && turned.by == 'a');
        let other = turned.pressed('b');
        assert!(!other.falling && other.by == 'b');
        assert!(!turned.pressed('a').falling);
    }
}
