//! The agenda: which stages, in which order, how long, and what to remember there.

use barometer_domain::agenda::Stage;
use barometer_domain::preparation::LONGEST_NOTES;
use barometer_domain::refusal::Field as Wrong;
use barometer_kit::form::field::{Area, Field};
use barometer_kit::language;
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::parts::{following, paragraph};
use barometer_text::shared::SharedText;
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::ev::FocusEvent;
use leptos::prelude::*;

use super::form::place;
use super::order::{KeyedRows, MoveButtons, focus_soon, moved, neighbour};
use super::{About, PreparationState, Section, VoteLock, text};

/// The fields' names, as [`Stage::ALL`] has the stages.
const NOTES: [&str; 8] = [
    "notes-welcome",
    "notes-survey",
    "notes-ongoing",
    "notes-candidates",
    "notes-barometer",
    "notes-result",
    "notes-financing",
    "notes-thanks",
];
const MINUTES: [&str; 8] = [
    "minutes-welcome",
    "minutes-survey",
    "minutes-ongoing",
    "minutes-candidates",
    "minutes-barometer",
    "minutes-result",
    "minutes-financing",
    "minutes-thanks",
];

/// The name of the field with a stage's time.
pub fn minutes_id(stage: Stage) -> &'static str {
    MINUTES[place(stage)]
}

/// The name of the field with a stage's notes.
pub fn notes_id(stage: Stage) -> &'static str {
    NOTES[place(stage)]
}

#[component]
pub(crate) fn Agenda(page: PreparationState) -> impl IntoView {
    let order = page.draft.order;
    let ids = Memo::new(move |_| {
        let number = |stage: &Stage| u32::try_from(place(*stage)).unwrap_or_default();
        order.read().iter().map(number).collect::<Vec<_>>()
    });
    let in_all = following(move || {
        let shown = page.typed_preparation()?;
        let (planned, there_are) = (shown.planned_seconds(), shown.starts.seconds_to(shown.ends));
        let class = if planned > there_are {
            "in-all notice amber"
        } else {
            "in-all"
        };
        let words = Text::InAll(planned, there_are);
        Some(paragraph(class, words.say(language::current())))
    });
    let complaint = page.complaint(Wrong::Agenda);
    let wrong = following(move || {
        let words = complaint.get()?;
        Some(view! { <p class="notice coral" role="alert">{words}</p> }.into_any())
    });
    let row = move |id: u32| {
        let stage = Stage::ALL.get(id as usize).copied();
        let row = stage.map(|stage| view! { <StageRow page=page ids=ids id=id stage=stage /> });
        row.into_any()
    };
    view! {
        <Section name="agenda" heading=Text::Agenda>
            <About words=Text::AgendaBody />
            <VoteLock page=page />
            {wrong}
            <ol class="stages"><KeyedRows each=ids row=row /></ol>
            {in_all}
        </Section>
    }
}

/// One stage.
#[component]
fn StageRow(page: PreparationState, ids: Memo<Vec<u32>>, id: u32, stage: Stage) -> impl IntoView {
    let fields = page.draft.stage(stage);
    let name = Signal::derive(move || SharedText::Stage(stage).say(language::current()));
    let is_locked = Signal::derive(move || page.locks().vote);
    let is_needed = matches!(stage, Stage::Barometer | Stage::Result);
    let at = move || ids.read().iter().position(|one| *one == id).unwrap_or(0);
    let shut = move |down| is_locked.get() || neighbour(at(), ids.read().len(), down).is_none();
    let key = id + 1_000_000;
    let take_step = move |down: bool| {
        let from = untrack(at);
        if let Some(to) = neighbour(from, ids.read_untracked().len(), down) {
            page.draft.order.update(|order| {
                moved(order, from, to);
            });
        }
        let names = if down { ["down", "up"] } else { ["up", "down"] };
        focus_soon(names.map(|name| format!("{name}-{key}")).to_vec());
    };
    let is_shut = Signal::derive(move || is_needed || is_locked.get());
    let always = is_needed.then(|| view! { <span class="muted">{text(Text::Always)}</span> });
    let left = |left: u32| Text::Left(left).say(language::current());
    let minutes = match stage {
        Stage::Candidates => Text::MinutesEach,
        _ => Text::Minutes,
    };
    let details = following(move || {
        fields.is_on.get().then(|| {
            view! {
                <div class="stage-fields">
                    <Area
                        id=notes_id(stage)
                        label=text(Text::Notes)
                        value=fields.notes
                        longest=LONGEST_NOTES
                        left=left
                        wrong=page.complaint_at(Wrong::Notes, stage)
                    />
                    <Field
                        id=minutes_id(stage)
                        label=text(minutes)
                        value=fields.minutes
                        longest=10
                        wrong=page.complaint_at(Wrong::Timebox, stage)
                    />
                </div>
            }
            .into_any()
        })
    });
    let class = Signal::derive(move || {
        if fields.is_on.get() {
            "stage"
        } else {
            "stage off"
        }
    });
    view! {
        <li class=class on:focusin=handler(move |_: FocusEvent| page.look_at(stage, 0))>
            <fieldset>
            <legend class="visually-hidden">{name}</legend>
            <div class="stage-head">
                <label class="tick">
                    <input
                        type="checkbox"
                        bind:checked=fields.is_on
                        disabled=is_shut
                    />
                    <b>{name}</b>
                    {always}
                </label>
                <div class="row-steps"><MoveButtons key=key title=name shut=shut on_step=take_step /></div>
            </div>
            {details}
            </fieldset>
        </li>
    }
}
