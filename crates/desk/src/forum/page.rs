//! `/vendor/forum`: one section at a time, which the address names.

use barometer_domain::route::pattern;
use barometer_kit::language;
use barometer_kit::route;
use barometer_kit::ui::loaded::Loaded;
use barometer_text::staff::forum::ForumDeskText as Text;
use leptos::prelude::*;

use super::headroom::Headroom;
use super::initiatives::Initiatives;
use super::meetings::Meetings;
use super::members::Members;
use super::record::Record;
use super::state::{ForumState, say};
use crate::page::{BackToList, Heading};

/// A part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ForumSection {
    #[default]
    Meetings,
    Initiatives,
    Record,
    Members,
    Headroom,
}

impl ForumSection {
    const ALL: [Self; 5] = [
        Self::Meetings,
        Self::Initiatives,
        Self::Record,
        Self::Members,
        Self::Headroom,
    ];

    /// Its name in the address.
    const fn name(self) -> &'static str {
        match self {
            Self::Meetings => "",
            Self::Initiatives => "initiatives",
            Self::Record => "decisions",
            Self::Members => "members",
            Self::Headroom => "headroom",
        }
    }

    const fn label(self) -> Text<'static> {
        match self {
            Self::Meetings => Text::Meetings,
            Self::Initiatives => Text::Initiatives,
            Self::Record => Text::Record,
            Self::Members => Text::Members,
            Self::Headroom => Text::Headroom,
        }
    }

    fn from_query(query: &[(String, String)]) -> Self {
        let named = |section: &Self| {
            query
                .iter()
                .any(|(key, value)| key == SECTION && value == section.name())
        };
        Self::ALL.into_iter().find(named).unwrap_or_default()
    }
}

const SECTION: &str = "section";

/// `/vendor/forum`, section by section.
#[component]
pub(crate) fn ForumPage() -> impl IntoView {
    let page = ForumState::new();
    let shown = RwSignal::new(ForumSection::from_query(&route::query()));
    let choose = move |section: ForumSection| {
        shown.set(section);
        page.sending.clear();
        match section {
            ForumSection::Meetings => route::replace_query(&[]),
            other => route::replace_query(&[(SECTION, other.name().to_owned())]),
        }
    };
    let choice = move |section: ForumSection| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name="section"
                    prop:checked=move || shown.get() == section
                    on:change=move |_| choose(section)
                />
                {say(section.label())}
            </label>
        }
    };
    let word = move || {
        let word = page.sending.word()?;
        Some(word.say(language::current()))
    };
    let section = move || match shown.get() {
        ForumSection::Meetings => view! { <Meetings page=page /> }.into_any(),
        ForumSection::Initiatives => view! { <Initiatives page=page /> }.into_any(),
        ForumSection::Record => view! { <Record page=page /> }.into_any(),
        ForumSection::Members => view! { <Members page=page /> }.into_any(),
        ForumSection::Headroom => view! { <Headroom page=page /> }.into_any(),
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::Title)) />
            <p>{say(Text::Lead)}</p>
            <p>
                <a href=pattern::FORUM target="_blank" rel="noopener">
                    {say(Text::ToPublic)}
                </a>
            </p>
        </div>
        <Loaded asked=page.desk let:_there>
            <fieldset class="survey-switch">
                <legend class="visually-hidden">{say(Text::Sections)}</legend>
                {ForumSection::ALL.map(choice)}
            </fieldset>
            <p class="muted" role="status">
                {word}
            </p>
            <div class="forum-section">{section}</div>
        </Loaded>
    }
}
