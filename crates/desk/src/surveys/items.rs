//! The questions as they are typed, and the fields that they are typed into.

use barometer_domain::survey::{
    ItemId, ItemKind, LONGEST_OPTION, LONGEST_QUESTION, LONGEST_UNIT, MOST_ITEMS, SurveyItem,
};
use barometer_kit::language;
use barometer_text::staff::surveys::SurveyDeskText as Text;
use leptos::prelude::*;

/// The ways to answer, as the list names them.
const KINDS: [(&str, Text<'static>); 5] = [
    ("choice", Text::KindChoice),
    ("choices", Text::KindChoices),
    ("scale", Text::KindScale),
    ("number", Text::KindNumber),
    ("text", Text::KindText),
];

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// One question as it is typed. What belongs to another way of answering stays typed, and is not sent.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct TypedItem {
    id: ItemId,
    question: RwSignal<String>,
    kind: RwSignal<String>,
    required: RwSignal<bool>,
    options: RwSignal<String>,
    low: RwSignal<String>,
    high: RwSignal<String>,
    unit: RwSignal<String>,
}

impl TypedItem {
    fn empty(id: ItemId) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            id,
            question: text(),
            kind: RwSignal::new("choice".to_owned()),
            required: RwSignal::new(false),
            options: text(),
            low: text(),
            high: text(),
            unit: text(),
        }
    }

    /// An item that is saved.
    pub fn of(item: &SurveyItem) -> Self {
        let typed = Self::empty(item.id);
        typed.question.set(item.question.clone());
        typed.required.set(item.required);
        typed.options.set(item.kind.options().join("\n"));
        let kind = match &item.kind {
            ItemKind::Choice { .. } => "choice",
            ItemKind::Choices { .. } => "choices",
            ItemKind::Scale { low, high } => {
                typed.low.set(low.clone());
                typed.high.set(high.clone());
                "scale"
            }
            ItemKind::Number { unit } => {
                typed.unit.set(unit.clone());
                "number"
            }
            ItemKind::Text => "text",
        };
        typed.kind.set(kind.to_owned());
        typed
    }

    /// What it comes to, right or wrong.
    pub fn item(self) -> SurveyItem {
        let options = || {
            let options = self.options.get_untracked();
            let lines = options
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty());
            lines.map(ToOwned::to_owned).collect()
        };
        let kind = match self.kind.get_untracked().as_str() {
            "choices" => ItemKind::Choices { options: options() },
            "scale" => ItemKind::Scale {
                low: self.low.get_untracked(),
                high: self.high.get_untracked(),
            },
            "number" => ItemKind::Number {
                unit: self.unit.get_untracked(),
            },
            "text" => ItemKind::Text,
            _ => ItemKind::Choice { options: options() },
        };
        SurveyItem {
            id: self.id,
            question: self.question.get_untracked(),
            required: self.required.get_untracked() && kind != ItemKind::Text,
            kind,
        }
    }
}

/// Puts another question at the end, under a number that none has.
fn add(items: RwSignal<Vec<TypedItem>>) {
    items.update(|items| {
        let taken = items.iter().map(|item| item.id.0).max().unwrap_or(0);
        let free = (1..=u8::MAX).find(|id| *id > taken);
        let free =
            free.or_else(|| (1..=u8::MAX).find(|id| items.iter().all(|item| item.id.0 != *id)));
        items.extend(free.map(|id| TypedItem::empty(ItemId(id))));
    });
}

/// All questions, and the way to another one.
#[component]
pub(crate) fn ItemFields(
    /// The questions, in order.
    items: RwSignal<Vec<TypedItem>>,
    /// Whether they can no longer be changed.
    #[prop(into)]
    locked: Signal<bool>,
) -> impl IntoView {
    let is_full = move || items.read().len() >= MOST_ITEMS;
    view! {
        <ol class="survey-items">
            <For each=move || items.get() key=|item| item.id.0 let:item>
                <ItemRow items=items item=item locked=locked />
            </For>
        </ol>
        <Show when=move || !locked.get() && !is_full()>
            <button type="button" class="button" on:click=move |_| add(items)>
                {say(Text::Add)}
            </button>
        </Show>
    }
}

/// One question.
#[component]
fn ItemRow(
    items: RwSignal<Vec<TypedItem>>,
    item: TypedItem,
    locked: Signal<bool>,
) -> impl IntoView {
    let at = Memo::new(move |_| {
        let at = items.read().iter().position(|other| other.id == item.id);
        at.unwrap_or(0)
    });
    let number = move || u32::try_from(at.get() + 1).unwrap_or(u32::MAX);
    let is_last = move || at.get() + 1 >= items.read().len();
    let move_by = move |down: bool| {
        let from = at.get_untracked();
        let to = if down { from + 1 } else { from.wrapping_sub(1) };
        items.update(|items| {
            if from < items.len() && to < items.len() {
                items.swap(from, to);
            }
        });
    };
    let remove = move |_| items.update(|items| items.retain(|other| other.id != item.id));
    let label =
        move |text: fn(u32) -> Text<'static>| move || text(number()).say(language::current());
    let id = item.id.0;
    let named = move |field: &str| format!("{field}-{id}");
    let line =
        move |field: &'static str, text: Text<'static>, value: RwSignal<String>, longest: usize| {
            view! {
                <div class="field">
                    <label for=named(field)>{say(text)}</label>
                    <input
                        id=named(field)
                        type="text"
                        autocomplete="off"
                        maxlength=longest
                        disabled=locked
                        bind:value=value
                    />
                </div>
            }
            .into_any()
        };
    let answered_by = move || {
        match item.kind.get().as_str() {
        "scale" => view! {
            <div class="survey-ends">
                {line("low", Text::Low, item.low, LONGEST_OPTION)}
                {line("high", Text::High, item.high, LONGEST_OPTION)}
            </div>
        }
        .into_any(),
        "number" => view! {
            {line("unit", Text::Unit, item.unit, LONGEST_UNIT)}
            <p class="muted">{say(Text::UnitHint)}</p>
        }
        .into_any(),
        "text" => view! { <p class="muted">{say(Text::TextNeverRequired)}</p> }.into_any(),
        _ => view! {
            <div class="field">
                <label for=named("options")>{say(Text::Options)}</label>
                <textarea id=named("options") rows="4" disabled=locked bind:value=item.options></textarea>
                <p class="muted">{say(Text::OptionsHint)}</p>
            </div>
        }
        .into_any(),
    }
    };
    let kinds = move || {
        let chosen = item.kind.get();
        let language = language::current();
        let kind = |(value, text): (&'static str, Text<'static>)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text.say(language)}</option> }
        };
        KINDS.map(kind).collect_view()
    };
    view! {
        <li>
            <fieldset class="survey-item">
                <legend>{label(Text::Item)}</legend>
                {line("question", Text::Question, item.question, LONGEST_QUESTION)}
                <div class="field">
                    <label for=named("kind")>{say(Text::Kind)}</label>
                    <select
                        id=named("kind")
                        disabled=locked
                        prop:value=item.kind
                        on:change=move |event| item.kind.set(event_target_value(&event))
                    >
                        {kinds}
                    </select>
                </div>
                {answered_by}
                <Show when=move || *item.kind.read() != "text">
                    <label class="tick">
                        <input type="checkbox" disabled=locked bind:checked=item.required />
                        {say(Text::Required)}
                    </label>
                </Show>
                <Show when=move || !locked.get()>
                    <div class="row-steps">
                        <button
                            type="button"
                            class="icon-button"
                            aria-label=label(Text::MoveUp)
                            disabled=move || at.get() == 0
                            on:click=move |_| move_by(false)
                        >
                            "↑"
                        </button>
                        <button
                            type="button"
                            class="icon-button"
                            aria-label=label(Text::MoveDown)
                            disabled=is_last
                            on:click=move |_| move_by(true)
                        >
                            "↓"
                        </button>
                        <button
                            type="button"
                            class="icon-button"
                            aria-label=label(Text::Remove)
                            on:click=remove
                        >
                            "×"
                        </button>
                    </div>
                </Show>
            </fieldset>
        </li>
    }
}
