//! What participants ask, at the console: a line that says how many are new, and a queue in the place of the side. Texts that
//! nobody has approved stay behind a press, since this screen may be shared by accident.

use barometer_domain::audience_question::{
    AnswerText, LONGEST_ANSWER, Question, QuestionCommand, QuestionId, QuestionOrder, QuestionState,
};
use barometer_kit::language;
use barometer_text::questions::{QuestionPageText, order};
use barometer_text::staff::questions::QuestionQueueText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::keyboard::release_focus;
use super::state::ConsoleState;

fn count(questions: usize) -> u32 {
    u32::try_from(questions).unwrap_or(u32::MAX)
}

fn say(text: Text) -> impl Fn() -> String + Copy + Send {
    move || text.say(language::current())
}

/// How many are new, the pulse, and the way into the queue.
#[component]
pub(crate) fn QuestionsEntry(console: ConsoleState) -> impl IntoView {
    let waiting = console.read(|view| count(view.questions.waiting()));
    let waiting = move || waiting.get().unwrap_or_default();
    let pulse = console.read(|view| view.questions.pulse);
    let pulse = move || {
        let sums = pulse.get().flatten()?;
        Some(Text::Pulse(sums).say(language::current()))
    };
    let new = move || Text::New(waiting()).say(language::current());
    view! {
        <section class="questions-entry">
            <button
                type="button"
                class="button"
                on:click=move |_| {
                    console.queue_open.set(true);
                    focus_soon("#queue-heading");
                }
            >
                <span>{say(Text::Title)}</span>
                <span class="chip" class:amber=move || { waiting() > 0 }>{new}</span>
            </button>
            <p class="pulse-sums">{pulse}</p>
        </section>
    }
}

/// The queue, in the place of the side: it covers neither the picture nor the large button.
#[component]
pub(crate) fn QuestionQueuePanel(console: ConsoleState) -> impl IntoView {
    view! {
        <Show when=move || console.queue_open.get()>
            <OpenQueue console=console />
        </Show>
    }
}

#[component]
fn OpenQueue(console: ConsoleState) -> impl IntoView {
    let sorted_by = RwSignal::new(QuestionOrder::default());
    let moderated = console.read(|view| !view.questions.unmoderated);
    let listed = move |wanted: fn(&QuestionState) -> bool, sorted: bool| {
        Memo::new(move |_| {
            let by = if sorted {
                sorted_by.get()
            } else {
                QuestionOrder::Newest
            };
            let questions = console.view.with(|view| {
                let view = view.as_deref();
                view.map(|view| view.questions.questions.clone())
            });
            let mut questions = questions.unwrap_or_default();
            questions.retain(|question| wanted(&question.state));
            by.sort(&mut questions);
            let ids = questions.iter().map(|question| question.id);
            ids.collect::<Vec<QuestionId>>()
        })
    };
    let held = listed(|state| *state == QuestionState::Held, false);
    let shown = listed(QuestionState::is_public, true);
    let hidden = listed(|state| *state == QuestionState::Hidden, false);
    let rows = move |ids: Memo<Vec<QuestionId>>| {
        view! {
            <ul class="queue-list">
                <For each=move || ids.get() key=|id| *id let:id>
                    <QueueRow console=console id=id />
                </For>
            </ul>
        }
    };
    let close = move || {
        console.queue_open.set(false);
        focus_soon(".questions-entry button");
    };
    let new = move || Text::New(count(held.read().len())).say(language::current());
    let hidden_count = move || Text::Hidden(count(hidden.read().len())).say(language::current());
    view! {
        <aside class="queue" aria-labelledby="queue-heading">
            <header>
                <h2 id="queue-heading" tabindex="-1">{say(Text::Title)}</h2>
                <button type="button" class="button" aria-label=say(Text::Close) on:click=move |_| close()>
                    "✕"
                </button>
            </header>
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=move || moderated.get() != Some(false)
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        console.moderate(QuestionCommand::Moderate { on });
                    }
                />
                <span>{say(Text::Moderated)}</span>
            </label>
            <details class="queue-new" class:some=move || !held.read().is_empty()>
                <summary>{new}</summary>
                {rows(held)}
            </details>
            <Orders sorted_by=sorted_by />
            <Show when=move || shown.read().is_empty()>
                <p class="muted">{say(Text::Nothing)}</p>
            </Show>
            {rows(shown)}
            <Show when=move || !hidden.read().is_empty()>
                <details>
                    <summary>{hidden_count}</summary>
                    {rows(hidden)}
                </details>
            </Show>
        </aside>
    }
}

#[component]
fn Orders(sorted_by: RwSignal<QuestionOrder>) -> impl IntoView {
    let button = move |one: QuestionOrder| {
        view! {
            <button
                type="button"
                aria-pressed=move || (sorted_by.get() == one).to_string()
                on:click=move |_| sorted_by.set(one)
            >
                {move || order(one, language::current())}
            </button>
        }
    };
    let buttons = QuestionOrder::ALL.map(button).collect_view();
    view! { <div class="queue-orders" role="group" aria-label=say(Text::Sort)>{buttons}</div> }
}

/// What a row has opened below its buttons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowForm {
    Answer,
    Merge,
}

/// One question, with what can be done about it as it stands.
#[component]
fn QueueRow(console: ConsoleState, id: QuestionId) -> impl IntoView {
    let question = console.read(move |view| {
        let mut questions = view.questions.questions.iter();
        questions.find(|question| question.id == id).cloned()
    });
    let question = Memo::new(move |_| question.get().flatten());
    let state = Memo::new(move |_| question.get().map(|question| question.state));
    let is_pinned = console.read(move |view| view.questions.pinned == Some(id));
    let is_pinned = move || is_pinned.get() == Some(true);
    let waits = console.read(|view| view.audience.barometer.phase.takes_ballots());
    let opened = RwSignal::new(None);
    let about = move || {
        let texts = console.showing.catalogue.get()?;
        let about = question.get()?.about?;
        let title = &texts.request(about)?.title;
        let language = language::current();
        Some(match texts.candidate_of(about) {
            Some(number) => QuestionPageText::Candidate(number.0.into(), title).say(language),
            None => title.clone(),
        })
    };
    let text = move || {
        question
            .get()
            .map(|question| question.text.as_str().to_owned())
    };
    let note = move || {
        let language = language::current();
        let Question {
            state, supports, ..
        } = question.get()?;
        let supporters = Text::Supporters(supports).say(language);
        let stands = match state {
            QuestionState::Answered { words } if words.as_str().is_empty() => {
                Some(Text::Answered.say(language))
            }
            QuestionState::Answered { words } => {
                Some(QuestionPageText::AnsweredWith(words.as_str()).say(language))
            }
            _ if is_pinned() && waits.get() == Some(true) => Some(Text::Waits.say(language)),
            _ if is_pinned() => Some(Text::OnScreen.say(language)),
            _ => None,
        };
        let parts = [Some(supporters), stands];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Some(parts.join(" · "))
    };
    let press = move |text: Text, command: fn(QuestionId) -> QuestionCommand| {
        view! {
            <button
                type="button"
                class="button"
                on:click=move |event| {
                    release_focus(&event);
                    console.moderate(command(id));
                }
            >
                {say(text)}
            </button>
        }
        .into_any()
    };
    let opens = move |text: Text, form: RowForm| {
        let is_open = move || (opened.get() == Some(form)).to_string();
        view! {
            <button
                type="button"
                class="button"
                aria-expanded=is_open
                on:click=move |_| {
                    opened.update(|opened| *opened = (*opened != Some(form)).then_some(form));
                }
            >
                {say(text)}
            </button>
        }
        .into_any()
    };
    let show = |question| QuestionCommand::Show { question };
    let pin = |question| QuestionCommand::Pin { question };
    let unpin = |_| QuestionCommand::Unpin;
    let hide = |question| QuestionCommand::Hide { question };
    let tools = move || match state.get()? {
        QuestionState::Held => Some(vec![
            press(Text::Approve, show),
            press(Text::Pin, pin),
            press(Text::Hide, hide),
            opens(Text::Merge, RowForm::Merge),
        ]),
        QuestionState::Shown => Some(vec![
            if is_pinned() {
                press(Text::Unpin, unpin)
            } else {
                press(Text::Pin, pin)
            },
            opens(Text::Answer, RowForm::Answer),
            press(Text::Hide, hide),
            opens(Text::Merge, RowForm::Merge),
        ]),
        QuestionState::Answered { .. } => {
            Some(vec![press(Text::ShowAgain, show), press(Text::Hide, hide)])
        }
        QuestionState::Hidden => Some(vec![press(Text::ShowAgain, show)]),
        QuestionState::Merged { .. } => None,
    };
    let form = move || match opened.get()? {
        RowForm::Answer => {
            Some(view! { <AnswerForm console=console id=id opened=opened /> }.into_any())
        }
        RowForm::Merge => {
            Some(view! { <MergeForm console=console id=id opened=opened /> }.into_any())
        }
    };
    view! {
        <li class:pinned-row=is_pinned>
            <p class="muted">{about}</p>
            <p class="queue-text">{text}</p>
            <p class="muted">{note}</p>
            <div class="queue-tools">{tools}</div>
            {form}
        </li>
    }
}

/// The few words of an answer.
#[component]
fn AnswerForm(
    console: ConsoleState,
    id: QuestionId,
    opened: RwSignal<Option<RowForm>>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let name = format!("answer-{}", id.0);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        // What is too long cannot be typed.
        if let Ok(words) = AnswerText::try_from(words.get_untracked()) {
            let question = id;
            console.moderate(QuestionCommand::Answer { question, words });
            opened.set(None);
        }
    };
    view! {
        <form class="queue-form" on:submit=send>
            <label for=name.clone()>{say(Text::AnswerWords)}</label>
            <input
                id=name
                type="text"
                maxlength=LONGEST_ANSWER.to_string()
                autocomplete="off"
                autofocus=true
                prop:value=words
                on:input=move |event| words.set(event_target_value(&event))
            />
            <FormButtons text=Text::MarkAnswered opened=opened />
        </form>
    }
}

/// Which other question it is part of.
#[component]
fn MergeForm(
    console: ConsoleState,
    id: QuestionId,
    opened: RwSignal<Option<RowForm>>,
) -> impl IntoView {
    let into = RwSignal::new(None::<u32>);
    let name = format!("merge-{}", id.0);
    let others = console.read(move |view| {
        let others = view.questions.questions.iter().filter(|other| {
            // Held ones are read behind their own press.
            other.id != id && other.state.is_public()
        });
        others
            .map(|other| (other.id.0, other.text.as_str().to_owned()))
            .collect::<Vec<(u32, String)>>()
    });
    let options = move || {
        let others = others.get().unwrap_or_default().into_iter();
        let option = |(id, text)| view! { <option value=id>{text}</option> };
        others.map(option).collect_view()
    };
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(into) = into.get_untracked() {
            let (question, into) = (id, QuestionId(into));
            console.moderate(QuestionCommand::Merge { question, into });
            opened.set(None);
        }
    };
    view! {
        <form class="queue-form" on:submit=send>
            <label for=name.clone()>{say(Text::MergeInto)}</label>
            <select
                id=name
                required=true
                on:change=move |event| into.set(event_target_value(&event).parse().ok())
            >
                <option value="">{say(Text::ChooseOther)}</option>
                {options}
            </select>
            <FormButtons text=Text::MergeNow opened=opened />
        </form>
    }
}

#[component]
fn FormButtons(text: Text, opened: RwSignal<Option<RowForm>>) -> impl IntoView {
    view! {
        <div class="queue-tools">
            <button type="submit" class="button primary">{say(text)}</button>
            <button type="button" class="button" on:click=move |_| opened.set(None)>
                {say(Text::Cancel)}
            </button>
        </div>
    }
}

/// The focus goes to what has only just been drawn.
fn focus_soon(selector: &'static str) {
    set_timeout(
        move || {
            use wasm_bindgen::JsCast;
            let found = document().query_selector(selector).ok().flatten();
            let found = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok());
            // Focus that cannot be moved stays; nothing depends on it.
            let _ = found.map(|found| found.focus());
        },
        std::time::Duration::ZERO,
    );
}
