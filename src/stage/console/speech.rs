//! What a presenter who listens is told of each press, at once: what everyone sees now. The picture of the projector is
//! silent beside it.

use std::time::Duration;

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::financing::own_share::prospect;
use barometer_domain::ids::Millis;
use barometer_domain::view::{ConsoleView, RequestView, Screen};
use barometer_kit::{format, language, live};
use barometer_text::staff::console::ConsoleText as Text;
use barometer_text::staff::door::AdmissionText;
use barometer_text::{Language, sharing};
use leptos::prelude::*;

use super::state::ConsoleState;

/// What a press can change.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SpokenState {
    screen: Screen,
    phase: Phase,
    ends_at: Option<Millis>,
    door_closed: bool,
    ended: bool,
}

impl SpokenState {
    fn from_view(view: &ConsoleView) -> Self {
        let audience = &view.audience;
        Self {
            screen: audience.screen.clone(),
            phase: audience.barometer.phase,
            ends_at: audience.barometer.ends_at,
            door_closed: audience.door_closed,
            ended: audience.ended,
        }
    }

    /// What is new since `before`; `heading` is what now stands on the projector.
    fn news(
        &self,
        before: &Self,
        heading: &str,
        texts: &Catalogue,
        language: Language,
    ) -> Option<String> {
        if self.ended != before.ended {
            return Some(Text::Ended.say(language));
        }
        if self.door_closed != before.door_closed {
            let door = if self.door_closed {
                AdmissionText::Closed
            } else {
                AdmissionText::Open
            };
            return Some(door.say(language));
        }
        match (&self.screen, &before.screen) {
            (Screen::Blank, Screen::Blank) => {}
            (Screen::Blank, _) => return Some(Text::ScreenIsBlank.say(language)),
            (Screen::Request(now), Screen::Request(then))
                if now.financing.request == then.financing.request =>
            {
                return (now.shared_by != then.shared_by)
                    .then(|| supposed(now, texts, language))
                    .flatten();
            }
            (Screen::Result(now), Screen::Result(then)) if now.rows.len() != then.rows.len() => {
                let newest = now.rows.first()?;
                let text = texts.candidate(newest.candidate)?;
                return Some(format!("{}. {}", newest.place, text.title));
            }
            _ => {}
        }
        if (&self.screen, self.phase) != (&before.screen, before.phase) {
            return Some(heading.to_owned()).filter(|heading| !heading.is_empty());
        }
        match (before.ends_at, self.ends_at) {
            (then, Some(ends_at)) if then != Some(ends_at) => {
                let left = format::countdown(ends_at - live::now());
                Some(format!("{} {left}", Text::CountdownLeft.say(language)))
            }
            (Some(_), None) => Some(Text::CountdownStopped.say(language)),
            _ => None,
        }
    }
}

/// "Hvis 12 kommuner går sammen: 20.000 kr. pr. kommune".
fn supposed(shown: &RequestView, texts: &Catalogue, language: Language) -> Option<String> {
    let text = texts.request(shown.financing.request)?;
    let each = prospect(text.price.likely(), &text.sharing, shown.shared_by);
    let each = sharing::prospect(each, shown.shared_by, language);
    let when = sharing::if_so_many(shown.shared_by, language);
    Some(format!("{when}: {each}"))
}

/// One polite live region.
#[component]
pub(crate) fn Spoken(console: ConsoleState) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let shown = console.read(SpokenState::from_view);
    Effect::new(move |before: Option<Option<SpokenState>>| {
        let now = shown.get();
        if let (Some(Some(before)), Some(now)) = (before, now.clone())
            && before != now
        {
            // The picture is drawn first: its heading is what everyone sees.
            set_timeout(
                move || {
                    let heading = document()
                        .query_selector(".picture-frame h1")
                        .ok()
                        .flatten();
                    let heading = heading.and_then(|heading| heading.text_content());
                    let heading = format::without_soft_hyphens(&heading.unwrap_or_default());
                    let texts = console.showing.catalogue.get_untracked();
                    let news = texts
                        .and_then(|texts| now.news(&before, &heading, &texts, language::current()));
                    if let Some(news) = news {
                        said.try_set(news);
                    }
                },
                Duration::from_millis(50),
            );
        }
        now
    });
    view! {
        <p class="visually-hidden" role="status">
            {said}
        </p>
    }
}
