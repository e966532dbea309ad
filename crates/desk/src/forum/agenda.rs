//! An agenda as it is put together: topics in order, each with its minutes.

use barometer_domain::forum::{
    ForumDesk, InitiativeId, LONGEST_TOPIC, MOST_TOPICS, Topic, TopicAbout, suggested_topics,
};
use barometer_domain::ids::RequestId;
use barometer_kit::form::field::{Field, Select};
use barometer_kit::language;
use barometer_text::Language;
use barometer_text::forum::ForumText;
use barometer_text::staff::forum::ForumDeskText as Text;
use leptos::prelude::*;

use super::state::say;

/// How long a topic is meant to take until somebody says otherwise.
const USUAL_MINUTES: u16 = 20;

/// A topic as it is typed.
#[derive(Clone)]
struct TypedTopic {
    key: u32,
    about: TopicAbout,
    note: String,
    /// Counted by its owners: it is made where a button is pressed that goes away by it.
    minutes: ArcRwSignal<String>,
}

/// The topics as they are typed.
#[derive(Clone, Copy)]
pub struct TypedAgenda {
    topics: RwSignal<Vec<TypedTopic>>,
    last_key: StoredValue<u32>,
}

impl TypedAgenda {
    pub(super) fn of(topics: &[Topic]) -> Self {
        let agenda = Self {
            topics: RwSignal::new(Vec::new()),
            last_key: StoredValue::new(0),
        };
        agenda.show(topics);
        agenda
    }

    fn show(self, topics: &[Topic]) {
        let typed = topics.iter().map(|topic| self.typed(topic)).collect();
        self.topics.set(typed);
    }

    fn typed(self, topic: &Topic) -> TypedTopic {
        self.last_key.update_value(|key| *key += 1);
        TypedTopic {
            key: self.last_key.get_value(),
            about: topic.about.clone(),
            note: topic.note.clone(),
            minutes: ArcRwSignal::new(topic.minutes.to_string()),
        }
    }

    fn add(self, about: TopicAbout) {
        let topic = self.typed(&Topic {
            about,
            minutes: USUAL_MINUTES,
            note: String::new(),
        });
        self.topics.update(|topics| topics.push(topic));
    }

    /// The topics; minutes that cannot be read are none, which the server refuses.
    pub(super) fn read(self) -> Vec<Topic> {
        let topic = |typed: &TypedTopic| Topic {
            about: typed.about.clone(),
            minutes: typed.minutes.get_untracked().trim().parse().unwrap_or(0),
            note: typed.note.clone(),
        };
        self.topics.read_untracked().iter().map(topic).collect()
    }

    /// How long all topics are meant to take, in minutes; nothing without a topic.
    fn minutes(self) -> Option<u32> {
        let minutes = |typed: &TypedTopic| typed.minutes.get().trim().parse::<u32>().unwrap_or(0);
        let topics = self.topics.read();
        (!topics.is_empty()).then(|| topics.iter().map(minutes).sum())
    }
}

/// What a topic is about, in words.
fn words(about: &TopicAbout, desk: &ForumDesk, language: Language) -> String {
    match about {
        TopicAbout::Input => ForumText::Input.say(language),
        TopicAbout::Other { title } => title.clone(),
        TopicAbout::Initiative { initiative } => desk
            .initiative(*initiative)
            .map_or_else(String::new, |row| row.initiative.name.clone()),
        TopicAbout::Request { request } => desk.request(*request).map_or_else(String::new, |one| {
            format!("{} {}", one.reference, one.title)
        }),
    }
}

const OTHER: &str = "other";
const INPUT: &str = "input";

/// What can be added, each with its key.
fn choices(desk: &ForumDesk, language: Language) -> Vec<(String, String)> {
    let other = (OTHER.to_owned(), Text::OtherTopic.say(language));
    let input = (INPUT.to_owned(), ForumText::Input.say(language));
    let initiatives = desk.initiatives.iter();
    let initiatives =
        initiatives.map(|row| (format!("i{}", row.id.0), row.initiative.name.clone()));
    let requests = desk.requests.iter();
    let requests = requests.map(|one| {
        (
            format!("r{}", one.id.0),
            format!("{} {}", one.reference, one.title),
        )
    });
    [other, input]
        .into_iter()
        .chain(initiatives)
        .chain(requests)
        .collect()
}

/// What a key means; `title` is of anything else.
fn chosen(key: &str, title: String) -> TopicAbout {
    let number = |prefix| {
        key.strip_prefix(prefix)
            .and_then(|number: &str| number.parse().ok())
    };
    match (key, number('i'), number('r')) {
        (INPUT, ..) => TopicAbout::Input,
        (_, Some(initiative), _) => TopicAbout::Initiative {
            initiative: InitiativeId(initiative),
        },
        (_, _, Some(request)) => TopicAbout::Request {
            request: RequestId(request),
        },
        _ => TopicAbout::Other { title },
    }
}

/// The agenda, and what can be added to it.
#[component]
pub(crate) fn AgendaEditor(
    /// The topics as they are typed, in order.
    agenda: TypedAgenda,
    /// Everything about the forum, as it was when the form was opened.
    desk: StoredValue<ForumDesk>,
    /// How long the meeting is, in minutes; 0 while that cannot be read.
    minutes: Signal<u32>,
    /// Whether the meeting is held as a webinar, in which municipalities are asked beforehand.
    asks: Signal<bool>,
) -> impl IntoView {
    let key = RwSignal::new(OTHER.to_owned());
    let title = RwSignal::new(String::new());
    let options = move || desk.with_value(|desk| choices(desk, language::current()));
    let add = move |_| {
        let about = chosen(
            &key.get_untracked(),
            title.get_untracked().trim().to_owned(),
        );
        let is_empty = matches!(&about, TopicAbout::Other { title } if title.is_empty());
        if is_empty {
            return crate::page::focus("topic-title");
        }
        agenda.add(about);
        title.set(String::new());
    };
    let suggest = move |_| {
        let topics = desk.with_value(|desk| {
            suggested_topics(
                &desk.initiatives,
                asks.get_untracked(),
                minutes.get_untracked(),
            )
        });
        agenda.show(&topics);
    };
    let is_empty = move || agenda.topics.read().is_empty();
    let is_full = move || agenda.topics.read().len() >= MOST_TOPICS;
    let left = move || {
        let text = match (minutes.get(), agenda.minutes()?) {
            (whole, used) if used > whole => Text::TooLong(used - whole),
            (whole, used) => Text::Unused(whole - used),
        };
        Some(text.say(language::current()))
    };
    let keys = move || {
        let topics = agenda.topics.read();
        (1..)
            .zip(topics.iter().map(|topic| topic.key))
            .collect::<Vec<(u32, u32)>>()
    };
    view! {
        <fieldset class="field forum-agenda">
            <legend>{say(Text::Agenda)}</legend>
            <ol class="forum-topics">
                <For each=keys key=|row| *row let((number, key))>
                    {topic_row(agenda, desk, number, key)}
                </For>
            </ol>
            <p class="muted" role="status">
                {left}
            </p>
            <Show when=is_empty>
                <p>
                    <button type="button" class="button" on:click=suggest>
                        {say(Text::Suggest)}
                    </button>
                </p>
            </Show>
            <Show when=move || !is_full()>
                <div class="forum-add">
                    <Select
                        id="topic-about"
                        label=Signal::derive(say(Text::AddTopic))
                        value=key
                        options=Signal::derive(options)
                    />
                    <Show when=move || *key.read() == OTHER>
                        <Field
                            id="topic-title"
                            label=Signal::derive(say(Text::TopicTitle))
                            value=title
                            longest=LONGEST_TOPIC
                        />
                    </Show>
                    <button type="button" class="button" on:click=add>
                        {say(Text::Add)}
                    </button>
                </div>
            </Show>
        </fieldset>
    }
}

fn topic_row(
    agenda: TypedAgenda,
    desk: StoredValue<ForumDesk>,
    number: u32,
    key: u32,
) -> Option<AnyView> {
    let topics = agenda.topics.read_untracked();
    let topic = topics.iter().find(|topic| topic.key == key)?.clone();
    drop(topics);
    let about = topic.about;
    let words = move || desk.with_value(|desk| words(&about, desk, language::current()));
    let name = move |text: Text<'static>| move || text.say(language::current());
    let remove = move |_| {
        agenda
            .topics
            .update(|topics| topics.retain(|one| one.key != key));
    };
    let swap = move |later: bool| {
        agenda.topics.update(|topics| {
            let at = topics.iter().position(|one| one.key == key);
            let earlier = at.and_then(|at| if later { Some(at) } else { at.checked_sub(1) });
            if let Some(earlier) = earlier.filter(|earlier| earlier + 1 < topics.len()) {
                topics.swap(earlier, earlier + 1);
            }
        });
    };
    let is_last = move || {
        agenda
            .topics
            .read()
            .last()
            .is_none_or(|last| last.key == key)
    };
    let (minutes, typed) = (topic.minutes.clone(), topic.minutes);
    Some(
        view! {
            <li>
                <span>{words}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    maxlength="3"
                    aria-label=name(Text::TopicMinutes(number))
                    prop:value=move || minutes.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                <span class="muted">{name(Text::MinutesUnit)}</span>
                <button
                    type="button"
                    class="button"
                    disabled=number == 1
                    aria-label=name(Text::Up(number))
                    on:click=move |_| swap(false)
                >
                    "↑"
                </button>
                <button
                    type="button"
                    class="button"
                    disabled=is_last
                    aria-label=name(Text::Down(number))
                    on:click=move |_| swap(true)
                >
                    "↓"
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=name(Text::Remove(number))
                    on:click=remove
                >
                    "×"
                </button>
            </li>
        }
        .into_any(),
    )
}
