//! Meetings: proposed from the calendar, planned, called, held, with their minutes.

use barometer_domain::date::{Date, TimeOfDay};
use barometer_domain::forum::calendar::proposed_days;
use barometer_domain::forum::{
    EntryAbout, ForumCommand, ForumDesk, LONGEST_ENTRY, LONGEST_PLACE, Meeting, MeetingId,
    MeetingRow, MeetingState, NewEntry,
};
use barometer_kit::form::field::{Field, Select};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::route::Route;
use barometer_kit::{format, language};
use barometer_text::figures;
use barometer_text::staff::forum::ForumDeskText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::agenda::{AgendaEditor, TypedAgenda};
use super::pieces::{form_buttons, lines};
use super::state::{ForumState, say};
use crate::account::by;

/// Which meeting is written: a new one on a day, or one that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EditedMeeting {
    New(Date),
    Held(MeetingId),
}

type Editing = RwSignal<Option<EditedMeeting>>;

const STATES: [(MeetingState, &str, Text<'static>); 4] = [
    (MeetingState::Draft, "draft", Text::StateDraft),
    (MeetingState::Called, "called", Text::StateCalled),
    (MeetingState::Held, "held", Text::StateHeld),
    (MeetingState::Cancelled, "cancelled", Text::StateCancelled),
];

fn state_key(state: MeetingState) -> &'static str {
    let found = STATES.iter().find(|(one, ..)| *one == state);
    found.map_or("", |(_, key, _)| key)
}

fn state_of(key: &str) -> MeetingState {
    let found = STATES.iter().find(|(_, one, _)| *one == key);
    found.map_or_else(MeetingState::default, |(state, ..)| *state)
}

fn state_word(state: MeetingState) -> Text<'static> {
    let found = STATES.iter().find(|(one, ..)| *one == state);
    found.map_or(Text::StateDraft, |(.., word)| *word)
}

/// Meetings: those to come, those that are proposed, and minutes.
#[component]
pub(crate) fn Meetings(page: ForumState) -> impl IntoView {
    let editing: Editing = RwSignal::new(None);
    let open = move |which| {
        page.sending.clear();
        editing.set(Some(which));
    };
    let content = move || match editing.get() {
        Some(which) => view! { <MeetingForms page=page which=which editing=editing /> }.into_any(),
        None => view! { <MeetingList page=page open=Callback::new(open) /> }.into_any(),
    };
    view! {
        <section aria-labelledby="forum-meetings">
            <h2 id="forum-meetings">{say(Text::Meetings)}</h2>
            {content}
        </section>
    }
}

#[component]
fn MeetingList(page: ForumState, open: Callback<EditedMeeting>) -> impl IntoView {
    let rows = move || page.with(|desk| desk.meetings.clone()).unwrap_or_default();
    let proposals = move || {
        let days = page.with(|desk| proposed_days(&desk.meetings, format::today()));
        let button = move |day: Date| {
            let words = move || {
                let language = language::current();
                Text::Plan(&figures::date(language, &day.to_string())).say(language)
            };
            let press = move |_| open.run(EditedMeeting::New(day));
            view! {
                <button type="button" class="button" on:click=press>
                    {words}
                </button>
            }
        };
        days.unwrap_or_default()
            .into_iter()
            .map(button)
            .collect_view()
    };
    let other = move |_| open.run(EditedMeeting::New(format::today().plus_days(60)));
    let cards = move || {
        let card = |row: MeetingRow| {
            let MeetingRow { id, meeting, .. } = row;
            let when = move || {
                let language = language::current();
                let occasion = figures::occasion_with_year(language, meeting.date, meeting.starts);
                figures::capitalised(&occasion)
            };
            view! {
                <li class="card">
                    <h3>{when}</h3>
                    <p>
                        <span class="chip">{say(state_word(meeting.state))}</span>
                    </p>
                    <p>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| open.run(EditedMeeting::Held(id))
                        >
                            {say(Text::Change)}
                        </button>
                    </p>
                </li>
            }
        };
        rows().into_iter().map(card).collect_view()
    };
    view! {
        <div class="card forum-proposed">
            <h3>{say(Text::Proposed)}</h3>
            <p class="muted">{say(Text::ProposedHint)}</p>
            <div class="vendor-buttons">
                {proposals} <button type="button" class="button" on:click=other>
                    {say(Text::OtherDay)}
                </button>
            </div>
        </div>
        <Show when=move || rows().is_empty()>
            <p class="muted">{say(Text::NoMeetings)}</p>
        </Show>
        <ul class="participation-lists">{cards}</ul>
    }
}

/// The forms of one meeting: what it is, and its minutes once it was held.
#[component]
fn MeetingForms(page: ForumState, which: EditedMeeting, editing: Editing) -> impl IntoView {
    // Read once: what is typed is not overwritten by what is saved meanwhile.
    let desk = untrack(|| page.with(ForumDesk::clone)).unwrap_or_default();
    let row = match which {
        EditedMeeting::New(_) => None,
        EditedMeeting::Held(id) => desk.meeting(id).cloned(),
    };
    let meeting = match (&row, which) {
        (Some(row), _) => row.meeting.clone(),
        (None, EditedMeeting::New(day)) => Meeting::on(day),
        (None, EditedMeeting::Held(_)) => Meeting::on(format::today()),
    };
    let minutes = row
        .as_ref()
        .filter(|row| row.meeting.state == MeetingState::Held)
        .map(|row| view! { <MinutesForm page=page id=row.id day=row.meeting.date /> });
    let key = row.map(|row| (row.id, row.edition));
    view! {
        <MeetingForm page=page key=key meeting=meeting desk=desk editing=editing />
        {minutes}
    }
}

/// What is typed of a meeting, beside its agenda.
#[derive(Clone, Copy)]
struct TypedMeeting {
    date: RwSignal<String>,
    starts: RwSignal<String>,
    ends: RwSignal<String>,
    place: RwSignal<String>,
    state: RwSignal<String>,
    webinar: RwSignal<String>,
}

impl TypedMeeting {
    fn of(meeting: &Meeting) -> Self {
        let webinar = meeting.webinar.clone().map(String::from);
        Self {
            date: RwSignal::new(meeting.date.to_string()),
            starts: RwSignal::new(meeting.starts.to_string()),
            ends: RwSignal::new(meeting.ends.to_string()),
            place: RwSignal::new(meeting.place.clone()),
            state: RwSignal::new(state_key(meeting.state).to_owned()),
            webinar: RwSignal::new(webinar.unwrap_or_default()),
        }
    }

    fn read(self, agenda: TypedAgenda) -> Result<Meeting, Text<'static>> {
        let time = |typed: RwSignal<String>| {
            let time: Result<TimeOfDay, _> = typed.get_untracked().parse();
            time.map_err(|_| Text::TimeWrong)
        };
        let date = self.date.get_untracked().parse();
        Ok(Meeting {
            date: date.map_err(|_| Text::DayMissing)?,
            starts: time(self.starts)?,
            ends: time(self.ends)?,
            place: self.place.get_untracked(),
            state: state_of(&self.state.get_untracked()),
            topics: agenda.read(),
            webinar: self.webinar.get_untracked().parse().ok(),
        })
    }

    /// How long it is, in minutes; 0 while that cannot be read.
    fn minutes(self) -> u32 {
        let starts: Result<TimeOfDay, _> = self.starts.get().parse();
        let ends: Result<TimeOfDay, _> = self.ends.get().parse();
        match (starts, ends) {
            (Ok(starts), Ok(ends)) => starts.seconds_to(ends) / 60,
            _ => 0,
        }
    }
}

#[component]
fn MeetingForm(
    page: ForumState,
    /// Number and edition of one that is there.
    key: Option<(MeetingId, u32)>,
    meeting: Meeting,
    desk: ForumDesk,
    editing: Editing,
) -> impl IntoView {
    let typed = TypedMeeting::of(&meeting);
    let agenda = TypedAgenda::of(&meeting.topics);
    let held = meeting.state;
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let meeting = match typed.read(agenda) {
            Ok(meeting) => meeting,
            Err(text) => return page.complain(text),
        };
        let command = ForumCommand::SaveMeeting {
            id: key.map(|(id, _)| id),
            edition: key.map_or(0, |(_, edition)| edition),
            meeting,
        };
        page.send(command, Text::Saved, move || editing.set(None));
    };
    let states = move || {
        let language = language::current();
        let possible = STATES.iter();
        let possible = possible.filter(|(one, ..)| *one == held || held.can_become(*one));
        let word = |(_, key, text): &(_, &str, Text)| ((*key).to_owned(), text.say(language));
        possible.map(word).collect::<Vec<_>>()
    };
    let desk = StoredValue::new(desk);
    let webinars = move || {
        let language = language::current();
        let none = (String::new(), Text::NoWebinar.say(language));
        let known = desk.with_value(|desk| desk.webinars.clone());
        let word = |one: barometer_domain::forum::ForumWebinar| {
            let day = figures::date(language, &one.date);
            (one.code.to_string(), format!("{} · {day}", one.title))
        };
        std::iter::once(none)
            .chain(known.into_iter().map(word))
            .collect::<Vec<_>>()
    };
    let to_survey = move || {
        let code = typed.webinar.get().parse().ok()?;
        let path = format!("{}?forum", Route::Surveys(code).path());
        Some(view! {
            <p>
                <a href=path>{say(Text::ToSurvey)}</a>
            </p>
        })
    };
    let is_over = held.is_over();
    view! {
        <form class="vendor-form card" novalidate on:submit=on_submit>
            <Show when=move || is_over>
                <p class="notice">{say(Text::Locked)}</p>
            </Show>
            <fieldset class="forum-fields" disabled=is_over>
                <Field
                    id="meeting-date"
                    label=Signal::derive(say(Text::Day))
                    kind="date"
                    value=typed.date
                />
                <div class="forum-times">
                    <Field
                        id="meeting-starts"
                        label=Signal::derive(say(Text::Starts))
                        kind="time"
                        value=typed.starts
                    />
                    <Field
                        id="meeting-ends"
                        label=Signal::derive(say(Text::Ends))
                        kind="time"
                        value=typed.ends
                    />
                </div>
                <Field
                    id="meeting-place"
                    label=Signal::derive(say(Text::Place))
                    hint=Signal::derive(say(Text::PlaceHint))
                    value=typed.place
                    longest=LONGEST_PLACE
                />
                <Select
                    id="meeting-state"
                    label=Signal::derive(say(Text::State))
                    value=typed.state
                    options=Signal::derive(states)
                />
            </fieldset>
            <Select
                id="meeting-webinar"
                label=Signal::derive(say(Text::Webinar))
                value=typed.webinar
                options=Signal::derive(webinars)
            />
            <p class="muted">{say(Text::WebinarHint)}</p>
            {to_survey}
            <fieldset class="forum-fields" disabled=is_over>
                <AgendaEditor
                    agenda=agenda
                    desk=desk
                    minutes=Signal::derive(move || typed.minutes())
                    asks=Signal::derive(move || !typed.webinar.read().is_empty())
                />
            </fieldset>
            {form_buttons(page, Text::Save, move || editing.set(None))}
        </form>
    }
}

/// The minutes; each time another entry on record.
#[component]
fn MinutesForm(page: ForumState, id: MeetingId, day: Date) -> impl IntoView {
    let newest = untrack(|| {
        page.with(|desk| {
            let newest = desk.minutes(id).last();
            newest.map(|entry| entry.entry.text.clone())
        })
    });
    let text = RwSignal::new(newest.flatten().unwrap_or_default());
    let name = format!("forum.minutes.{}", id.0);
    let saved = SavedForm::new(&name, DraftLifetime::InBrowser, [("text", text.into())]);
    let by = by::remembered();
    let stand = move || {
        let count = page
            .with(|desk| desk.minutes(id).count())
            .unwrap_or_default();
        Text::MinutesStand(u32::try_from(count).unwrap_or(u32::MAX)).say(language::current())
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let entry = NewEntry {
            about: EntryAbout::Minutes { meeting: id },
            day: day.min(format::today()),
            text: text.get_untracked(),
            by: by.get_untracked(),
        };
        page.send(ForumCommand::Record { entry }, Text::Said, move || {
            saved.forget();
        });
    };
    view! {
        <form class="vendor-form card" novalidate on:submit=on_submit>
            <p class="muted">{stand}</p>
            {saved.notice()}
            {lines("meeting-minutes", Text::MinutesText, Text::MinutesHint, LONGEST_ENTRY, text)}
            <Field id="minutes-by" label=Signal::derive(say(Text::By)) value=by longest=120 />
            <p>
                <button type="submit" class="button">
                    {say(Text::PutMinutes)}
                </button>
            </p>
        </form>
    }
}
