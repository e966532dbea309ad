//! Decisions on record, the newest first, and the form for another one.

use barometer_domain::forum::{
    EntryAbout, EntryId, ForumCommand, ForumDesk, InitiativeId, LONGEST_ENTRY, MeetingId,
    MeetingState, NewEntry, RecordEntry,
};
use barometer_kit::form::field::{Field, Select};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::{format, language};
use barometer_text::forum::ForumText;
use barometer_text::staff::forum::ForumDeskText as Text;
use barometer_text::{Language, figures};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::pieces::{lines, trouble};
use super::state::{ForumState, say};
use crate::account::by;

/// Decisions: what is on record, and the form for another.
#[component]
pub(crate) fn Record(page: ForumState) -> impl IntoView {
    let rows = move || {
        page.with(|desk| {
            let mut decisions: Vec<_> = desk
                .decisions()
                .map(|(one, later)| (one.clone(), later.cloned()))
                .collect();
            decisions.sort_by_key(|(one, _)| std::cmp::Reverse((one.entry.day, one.id)));
            decisions
        })
        .unwrap_or_default()
    };
    let list = move || {
        rows()
            .into_iter()
            .map(|(one, later)| decision(one, later))
            .collect_view()
    };
    view! {
        <section aria-labelledby="forum-decisions">
            <h2 id="forum-decisions">{say(Text::Record)}</h2>
            <DecisionForm page=page />
            <Show when=move || rows().is_empty()>
                <p class="muted">{move || ForumText::NoDecisions.say(language::current())}</p>
            </Show>
            <ul class="said-list">{list}</ul>
        </section>
    }
}

fn decision(one: RecordEntry, later: Option<RecordEntry>) -> impl IntoView {
    let day = |entry: &RecordEntry| entry.entry.day.to_string();
    let on = day(&one);
    let by = one.entry.by.clone();
    let text = one.entry.text;
    let about = move || {
        let language = language::current();
        let date = figures::date(language, &on);
        format!("{date} · {}", Text::WrittenBy(&by).say(language))
    };
    let replaced = later.map(|later| day(&later));
    let words = if replaced.is_some() {
        view! { <del>{text}</del> }.into_any()
    } else {
        text.into_any()
    };
    let replaced = replaced.map(|day| {
        let words = move || {
            let language = language::current();
            ForumText::ReplacedOn(&figures::date(language, &day)).say(language)
        };
        view! { <p class="muted">{words}</p> }
    });
    view! {
        <li>
            <p class="muted">{about}</p>
            <p class="said-text">{words}</p>
            {replaced}
        </li>
    }
}

/// The meetings that were held, as they are chosen from.
fn meetings(desk: &ForumDesk, language: Language) -> Vec<(String, String)> {
    let held = desk.meetings.iter();
    let held = held.filter(|row| row.meeting.state == MeetingState::Held);
    let held = held.map(|row| {
        let day = row.meeting.date.to_string();
        (row.id.0.to_string(), figures::date(language, &day))
    });
    let none = (String::new(), Text::NoMeeting.say(language));
    std::iter::once(none).chain(held).collect()
}

fn initiatives(desk: &ForumDesk, language: Language) -> Vec<(String, String)> {
    let all = desk.initiatives.iter();
    let all = all.map(|row| (row.id.0.to_string(), row.initiative.name.clone()));
    let none = (String::new(), Text::NoInitiative.say(language));
    std::iter::once(none).chain(all).collect()
}

/// The decisions that still hold, as they are chosen from.
fn standing(desk: &ForumDesk, language: Language) -> Vec<(String, String)> {
    let standing = desk.decisions().filter(|(_, later)| later.is_none());
    let standing = standing.map(|(one, _)| {
        let words: String = one.entry.text.chars().take(60).collect();
        let day = figures::date(language, &one.entry.day.to_string());
        (one.id.0.to_string(), format!("{day}: {words}"))
    });
    let none = (String::new(), Text::ReplacesNone.say(language));
    std::iter::once(none).chain(standing).collect()
}

#[component]
fn DecisionForm(page: ForumState) -> impl IntoView {
    let typed = || RwSignal::new(String::new());
    let (text, meeting, initiative, replaces) = (typed(), typed(), typed(), typed());
    let day = RwSignal::new(format::today().to_string());
    let by = by::remembered();
    let saved = SavedForm::new(
        "forum.decision",
        DraftLifetime::InBrowser,
        [("text", text.into())],
    );
    let options = move |list: fn(&ForumDesk, Language) -> Vec<(String, String)>| {
        Signal::derive(move || {
            let language = language::current();
            page.with(|desk| list(desk, language)).unwrap_or_default()
        })
    };
    let number = |typed: RwSignal<String>| typed.get_untracked().parse::<u32>().ok();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Ok(on) = day.get_untracked().parse() else {
            return page.complain(Text::DayMissing);
        };
        let entry = NewEntry {
            about: EntryAbout::Decision {
                meeting: number(meeting).map(MeetingId),
                initiative: number(initiative).map(InitiativeId),
                replaces: number(replaces).map(EntryId),
            },
            day: on,
            text: text.get_untracked(),
            by: by.get_untracked(),
        };
        page.send(ForumCommand::Record { entry }, Text::Said, move || {
            text.set(String::new());
            replaces.set(String::new());
            saved.forget();
        });
    };
    view! {
        <form class="vendor-form card" novalidate on:submit=on_submit>
            <h3>{say(Text::NewDecision)}</h3>
            {saved.notice()}
            {lines("decision-text", Text::Decision, Text::DecisionHint, LONGEST_ENTRY, text)}
            <Field
                id="decision-day"
                label=Signal::derive(say(Text::Day))
                kind="date"
                value=day
            />
            <Select
                id="decision-meeting"
                label=Signal::derive(say(Text::OfMeeting))
                value=meeting
                options=options(meetings)
            />
            <Select
                id="decision-initiative"
                label=Signal::derive(say(Text::OfInitiative))
                value=initiative
                options=options(initiatives)
            />
            <Select
                id="decision-replaces"
                label=Signal::derive(say(Text::Replaces))
                value=replaces
                options=options(standing)
            />
            <Field id="decision-by" label=Signal::derive(say(Text::By)) value=by longest=120 />
            {trouble(page)}
            <p>
                <button type="submit" class="button primary">
                    {say(Text::PutOnRecord)}
                </button>
            </p>
        </form>
    }
}
