//! "Kopiér resultatet": what the screen has shown, as a short text and a picture for the chat.

use barometer_domain::catalogue::Catalogue;
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::view::{ConsoleView, ResultView, Verdict};
use barometer_domain::webinar::RESULT_ROWS;
use barometer_kit::clipboard;
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::carrying::CarryingText;
use barometer_text::shared::{SharedText, promise};
use barometer_text::staff::announcement::AnnouncementText as Text;
use barometer_text::staff::asking::ConfirmText;
use barometer_text::staff::screen::ProjectorText;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::ConsoleState;
use crate::stage::projector::result::{cut, row_standing, written};
use crate::stage::ui::result_picture::{ResultCanvas, ResultPicture};
use crate::stage::ui::support_bars::{RowStanding, SupportRow};

/// The inside of the dialog.
#[component]
pub(crate) fn Announcement(console: ConsoleState) -> impl IntoView {
    let language = untrack(language::current);
    let made = console.view.with_untracked(|view| {
        let texts = console.showing.catalogue.get_untracked()?;
        let view = view.as_deref()?;
        let sealed = untrack(|| console.showing.seals_names());
        let result = ResultAnnouncement::from_view(view, &texts, language, sealed)?;
        Some((result.text(), result.picture()))
    });
    let (text, picture) = made.unzip();
    let text = RwSignal::new(text.unwrap_or_default());
    let canvas = NodeRef::<html::Canvas>::new();
    let said = RwSignal::new(None);
    let tell = move |copied: Result<(), clipboard::NotAllowed>, done: Text<'static>| {
        let word = if copied.is_ok() {
            done
        } else {
            Text::NotCopied
        };
        said.try_set(Some(word));
    };
    let copy_text = move |_| {
        spawn_local(async move {
            let copied = clipboard::copy(&text.get_untracked()).await;
            tell(copied, Text::TextCopied);
        });
    };
    let copy_picture = move |_| {
        let Some(canvas) = canvas.get_untracked() else {
            return;
        };
        spawn_local(async move {
            tell(clipboard::copy_picture(&canvas).await, Text::PictureCopied);
        });
    };
    let save = move |_| {
        if let Some(canvas) = canvas.get_untracked() {
            let file = Text::FileName.say(language) + ".png";
            if clipboard::save_picture(&canvas, &file).is_err() {
                said.set(Some(Text::NotCopied));
            }
        }
    };
    let say = move |text: Text<'static>| text.say(language);
    view! {
        <h2>{say(Text::Title)}</h2>
        <p class="muted">{say(Text::Help)}</p>
        {picture
            .map(|picture| {
                view! { <ResultCanvas picture=picture label=say(Text::Picture) canvas=canvas /> }
            })}
        <textarea
            class="announcement-text"
            rows="7"
            aria-label=say(Text::TextField)
            prop:value=move || text.get()
            on:input=move |event| text.set(event_target_value(&event))
        ></textarea>
        <p class="announcement-word" role="status">
            {move || said.get().map(say)}
        </p>
        <div class="dialog-buttons">
            <button type="button" class="button primary" autofocus=true on:click=copy_text>
                {say(Text::CopyText)}
            </button>
            <button type="button" class="button second" on:click=copy_picture>
                {say(Text::CopyPicture)}
            </button>
            <button type="button" class="button second" on:click=save>
                {say(Text::SavePicture)}
            </button>
            <button type="button" class="button" on:click=move |_| console.announcing.set(false)>
                {ConfirmText::Dismiss.say(language)}
                <kbd aria-hidden="true">"Esc"</kbd>
            </button>
        </div>
    }
}

/// A published result, and what it takes to tell it.
struct ResultAnnouncement<'a> {
    view: &'a ConsoleView,
    texts: &'a Catalogue,
    result: &'a ResultView,
    verdict: &'a Verdict,
    language: Language,
    sealed: bool,
}

impl<'a> ResultAnnouncement<'a> {
    fn from_view(
        view: &'a ConsoleView,
        texts: &'a Catalogue,
        language: Language,
        sealed: bool,
    ) -> Option<Self> {
        let result = view.result.as_ref()?;
        let verdict = result.verdict.as_ref()?;
        Some(Self {
            view,
            texts,
            result,
            verdict,
            language,
            sealed,
        })
    }

    fn rows(&self) -> Vec<(SupportRow, RowStanding)> {
        let turnout = self.view.audience.barometer.turnout;
        let row = |row| {
            let read = written(row, self.result.rule, turnout, self.texts);
            (read, row_standing(self.verdict, row.candidate))
        };
        self.result.rows.iter().map(row).collect()
    }

    fn turnout(&self) -> [String; 2] {
        let turnout = self.view.audience.barometer.turnout;
        let figure = |n: u32| self.language.whole(n);
        let municipalities = ProjectorText::MunicipalitiesHaveVoted(turnout.municipalities);
        let (voted, present) = (figure(turnout.voted), figure(turnout.present));
        [
            format!(
                "{} {}",
                figure(turnout.municipalities),
                municipalities.say(self.language)
            ),
            ProjectorText::OfParticipants(&voted, &present, turnout.present).say(self.language),
        ]
    }

    fn marks(&self) -> Vec<String> {
        let (fictional, reality) = (self.texts.fictional, self.texts.reality);
        let marks = SharedText::marks(reality, fictional, false);
        marks.map(|mark| mark.say(self.language)).collect()
    }

    /// Those who go on, and what stands above them.
    fn heading(&self) -> String {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        if self.verdict.is_overridden() {
            return CarryingText::DecidedOtherwise.say(self.language);
        }
        let text = match &self.verdict.pick {
            Pick::Nobody => Text::Nobody,
            Pick::Clear { go_on } => Text::GoOn(count(go_on.len())),
            Pick::Tied { ahead, .. } => {
                let place = u16::try_from(ahead.len() + 1).unwrap_or(u16::MAX);
                let place = SharedText::SharedPlace(place).say(self.language);
                let text = if self.verdict.chosen.is_empty() {
                    Text::Tied(&place)
                } else {
                    Text::Chosen(&place)
                };
                return text.say(self.language);
            }
        };
        text.say(self.language)
    }

    fn text(&self) -> String {
        let mut lines = vec![
            Text::ResultOf(&self.texts.title).say(self.language),
            self.turnout().join(" · "),
            String::new(),
            self.heading(),
        ];
        let named = self
            .rows()
            .into_iter()
            .filter(|(_, standing)| matches!(standing, RowStanding::Ahead | RowStanding::Tied));
        lines.extend(named.map(|(row, _)| result_line(&row)));
        if self.verdict.certainty == Some(Certainty::Close) {
            lines.extend([String::new(), Text::CloseRace.say(self.language)]);
        }
        lines.extend([String::new(), promise(self.language, self.sealed)]);
        lines.extend(self.marks());
        lines.join("\n")
    }

    fn picture(&self) -> ResultPicture {
        let mut rows = self.rows();
        let all = rows.len();
        rows.truncate(RESULT_ROWS.into());
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let more = (rows.len() < all)
            .then(|| Text::FirstOf(count(rows.len()), count(all)).say(self.language));
        ResultPicture {
            webinar: format!(
                "{} · {}",
                self.texts.title,
                format::date(self.language, &self.texts.date)
            ),
            heading: ProjectorText::ResultTitle.say(self.language),
            turnout: self.turnout(),
            rows,
            cut: cut(self.result, 0),
            more,
            promise: promise(self.language, self.sealed),
            marks: self.marks(),
        }
    }
}

/// "1. Vikarvisning – 15 kommuner · 16 stemmer · ca. 480.000 kr."
fn result_line(row: &SupportRow) -> String {
    format!(
        "{}. {} – {} {} · {} · {}",
        row.place, row.title, row.headline, row.unit, row.beside, row.price
    )
}
