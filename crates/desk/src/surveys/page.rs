//! Surveys, `/vendor/webinars/CODE/survey`: what is asked before the webinar and at its end, and what came of it.

use barometer_domain::date::{Date, TimeOfDay, danish_offset_millis};
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::survey::{
    LONGEST_POINT, MOST_POINTS, SaveSurvey, Survey, SurveyDesk, SurveyPoints, SurveyPurpose,
    SurveyState, SurveyStep, TakeSurveyStep,
};
use barometer_kit::form::field::Field;
use barometer_kit::ui::dialog::Dialog;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, clipboard, language};
use barometer_text::staff::surveys::SurveyDeskText as Text;
use barometer_text::staff::vendor::VendorText;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::items::{ItemFields, TypedItem};
use super::outcome::{Texts, result};
use crate::page::{BackToList, Heading, VendorContext, VendorError, VendorSubmission};

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// What an address calls a purpose.
const fn name_of(purpose: SurveyPurpose) -> &'static str {
    match purpose {
        SurveyPurpose::BeforeWebinar => "before_webinar",
        SurveyPurpose::Evaluation => "evaluation",
        SurveyPurpose::Forum => "forum",
    }
}

/// The page: one survey, and the switch to the others.
#[component]
pub(crate) fn SurveysPage(code: WebinarCode) -> impl IntoView {
    let is_forum = barometer_kit::route::has_flag("forum");
    let purpose = RwSignal::new(if is_forum {
        SurveyPurpose::Forum
    } else {
        SurveyPurpose::BeforeWebinar
    });
    let choice = move |one: SurveyPurpose| {
        view! {
            <label class="tick">
                <input
                    type="radio"
                    name="purpose"
                    prop:checked=move || purpose.get() == one
                    on:change=move |_| purpose.set(one)
                />
                {say(Text::Purpose(one))}
            </label>
        }
    };
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=Signal::derive(say(Text::Title)) />
        </div>
        <fieldset class="survey-switch">
            <legend class="visually-hidden">{say(Text::WhichSurvey)}</legend>
            {SurveyPurpose::ALL.map(choice)}
        </fieldset>
        {move || view! { <OneSurvey code=code.clone() purpose=purpose.get() /> }}
    }
}

/// The state of one survey's part of the page.
#[derive(Clone, Copy)]
struct SurveyPageState {
    vendor: VendorContext,
    code: StoredValue<WebinarCode>,
    purpose: SurveyPurpose,
    /// As the server has it.
    desk: RwSignal<Option<SurveyDesk>>,
    items: RwSignal<Vec<TypedItem>>,
    opens_at: RwSignal<String>,
    points: RwSignal<String>,
    sending: VendorSubmission<Text<'static>>,
    /// Whether it is asked before it closes.
    asking: RwSignal<bool>,
}

impl SurveyPageState {
    fn new(code: WebinarCode, purpose: SurveyPurpose) -> Self {
        Self {
            vendor: expect_context(),
            code: StoredValue::new(code),
            purpose,
            desk: RwSignal::new(None),
            items: RwSignal::new(Vec::new()),
            opens_at: RwSignal::new(String::new()),
            points: RwSignal::new(String::new()),
            sending: VendorSubmission::new(),
            asking: RwSignal::new(false),
        }
    }

    /// Shows what the server has, in the place of what was typed.
    fn show(self, desk: SurveyDesk) {
        self.items
            .set(desk.items.iter().map(TypedItem::of).collect());
        self.opens_at
            .set(desk.opens_at.map(written).unwrap_or_default());
        self.points.set(desk.points.as_slice().join("\n"));
        self.desk.set(Some(desk));
    }

    fn state(self) -> Option<SurveyState> {
        self.desk.read().as_ref().map(|desk| desk.state)
    }

    /// Everything as it is typed, as far as it can be.
    fn typed(self) -> Result<SaveSurvey, VendorError> {
        let items: Vec<_> = self
            .items
            .get_untracked()
            .into_iter()
            .map(TypedItem::item)
            .collect();
        let survey = Survey::of(items);
        let survey =
            survey.map_err(|problem| VendorError::Refused(Refusal::BadSurvey { problem }))?;
        let opens_at = read(&self.opens_at.get_untracked());
        let opens_at = opens_at
            .map_err(|()| VendorError::Written(Text::OpensAtWrong.say(language::current())))?;
        let points = self.points.get_untracked();
        let points: Vec<String> = points.lines().map(ToOwned::to_owned).collect();
        let points = SurveyPoints::try_from(points.clone()).map_err(|_| too_much(&points))?;
        Ok(SaveSurvey {
            edition: self
                .desk
                .read_untracked()
                .as_ref()
                .map_or(0, |desk| desk.edition),
            items: survey.into(),
            opens_at,
            points,
        })
    }

    fn save(self) {
        let typed = match self.typed() {
            Ok(typed) => typed,
            Err(error) => return self.sending.fail(error),
        };
        let code = self.code.get_value();
        let work = async move {
            let answer = api::save_survey(&code, name_of(self.purpose), &typed).await;
            answer.map_err(|error| self.vendor.trouble(error))
        };
        self.sending.send(work, move |desk| {
            self.show(desk);
            Some(Text::Saved)
        });
    }

    fn take(self, step: SurveyStep, said: Text<'static>) {
        let code = self.code.get_value();
        let work = async move {
            let answer =
                api::survey_step(&code, name_of(self.purpose), &TakeSurveyStep { step }).await;
            answer.map_err(|error| self.vendor.trouble(error))
        };
        self.sending.send(work, move |desk| {
            self.show(desk);
            Some(said)
        });
    }

    /// What went wrong; a question whose answers stand is named by its words.
    fn trouble(self) -> Option<String> {
        let trouble = self.sending.trouble()?;
        if let VendorError::Refused(Refusal::AnswersStand { lost }) = &trouble {
            let desk = self.desk.read();
            let found = desk
                .as_ref()
                .and_then(|desk| desk.items.iter().find(|item| item.id == lost.item));
            if let Some(item) = found {
                return Some(Text::Stands(&item.question, lost.lost).say(language::current()));
            }
        }
        Some(trouble.sentence())
    }
}

/// Why the points are not taken, with their figures.
fn too_much(points: &[String]) -> VendorError {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let points = points.iter().filter(|point| !point.trim().is_empty());
    let letters = points.clone().map(|point| point.trim().chars().count());
    let wrong = Text::PointsWrong {
        letters: count(letters.max().unwrap_or(0)),
        points: count(points.count()),
        most: count(MOST_POINTS),
        longest: count(LONGEST_POINT),
    };
    VendorError::Written(wrong.say(language::current()))
}

/// One survey: its state, its questions, its result and its texts.
#[component]
fn OneSurvey(code: WebinarCode, purpose: SurveyPurpose) -> impl IntoView {
    let page = SurveyPageState::new(code.clone(), purpose);
    let asked = page.vendor.ask(move || {
        let code = code.clone();
        async move {
            let desk = api::survey(&code, name_of(purpose)).await?;
            page.show(desk);
            Ok(())
        }
    });
    view! {
        <Loaded asked=asked let:_there>
            <SurveyForm page=page />
        </Loaded>
    }
}

/// What is asked, what came of it, and what is made public of it.
#[component]
fn SurveyForm(page: SurveyPageState) -> impl IntoView {
    let is_closed = Signal::derive(move || page.state() == Some(SurveyState::Closed));
    let title = move || page.desk.read().as_ref().map(|desk| desk.title.clone());
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        page.save();
    };
    let outcome = move || {
        let desk = page.desk.get()?;
        let code = page.code.get_value();
        let figures = result(&desk, language::current());
        Some(view! {
            <section class="card" aria-labelledby="survey-result">
                <h2 id="survey-result">{say(Text::Result)}</h2>
                {figures}
            </section>
            <section class="card" aria-labelledby="survey-texts">
                <h2 id="survey-texts">{say(Text::Texts)}</h2>
                <Texts code=code desk=desk />
            </section>
        })
    };
    let trouble = move || {
        let words = page.trouble()?;
        Some(view! { <p class="notice coral" role="alert">{words}</p> })
    };
    let word = move || {
        page.sending
            .word()
            .map(|word| word.say(language::current()))
    };
    view! {
        <p class="muted">{title}</p>
        <StateCard page=page />
        <form class="survey-form" novalidate on:submit=on_submit>
            <section class="card" aria-labelledby="survey-items">
                <h2 id="survey-items">{say(Text::Items)}</h2>
                <p class="muted">{say(Text::ItemsBody)}</p>
                <ItemFields items=page.items locked=is_closed />
            </section>
            <Show when=move || page.purpose.ends_with_beginning() && !is_closed.get()>
                <section class="card">
                    <Field
                        id="survey-opens"
                        label=Signal::derive(say(Text::OpensAt))
                        hint=Signal::derive(say(Text::OpensAtHint))
                        kind="datetime-local"
                        value=page.opens_at
                    />
                </section>
            </Show>
            {outcome}
            <section class="card">
                <h2>{say(Text::Points)}</h2>
                <p class="muted">{say(Text::PointsBody)}</p>
                <div class="field">
                    <label for="survey-points">{say(Text::PointsLabel)}</label>
                    <textarea id="survey-points" rows="6" bind:value=page.points></textarea>
                </div>
            </section>
            {trouble}
            <div class="vendor-buttons">
                <button
                    type="submit"
                    class="button primary"
                    aria-disabled=move || page.sending.is_working().to_string()
                >
                    {say(Text::Save)}
                </button>
                <p class="muted" role="status">
                    {word}
                </p>
            </div>
        </form>
        <Dialog open=page.asking on_close=move || page.asking.set(false)>
            {move || page.asking.get().then(|| view! { <AskToClose page=page /> })}
        </Dialog>
    }
}

/// Whether it takes answers, how many there are, the link, and what can be done.
#[component]
fn StateCard(page: SurveyPageState) -> impl IntoView {
    let copied = RwSignal::new(None::<Text<'static>>);
    let link = move || {
        page.desk
            .read()
            .as_ref()
            .map(|desk| desk.link.clone())
            .unwrap_or_default()
    };
    let copy = move |_| {
        let address = link();
        spawn_local(async move {
            copied.set(Some(match clipboard::copy(&address).await {
                Ok(()) => Text::Copied,
                Err(_) => Text::NotCopied,
            }));
        });
    };
    let said = move || {
        let desk = page.desk.get()?;
        let language = language::current();
        let turnout = Text::Turnout {
            answers: desk.answers,
            municipalities: desk.municipalities,
        };
        Some(view! {
            <p>
                <span class="chip">{Text::State(desk.state).say(language)}</span>
                " "
                <b>{turnout.say(language)}</b>
            </p>
            <p class="muted">{Text::StateBody(page.purpose, desk.state).say(language)}</p>
        })
    };
    let is_saved = move || {
        page.desk
            .read()
            .as_ref()
            .is_some_and(|desk| desk.edition > 0)
    };
    let button = move || {
        let desk = page.desk.get()?;
        let (text, press): (_, fn(SurveyPageState)) = match desk.state {
            SurveyState::Draft if is_saved() => (Text::OpenNow, |page| {
                page.take(SurveyStep::Open, Text::Opened);
            }),
            SurveyState::Open => (Text::CloseNow, |page| page.asking.set(true)),
            SurveyState::Closed if desk.result.is_none() => (Text::OpenAgain, |page| {
                page.take(SurveyStep::Reopen, Text::Opened);
            }),
            _ => return None,
        };
        Some(view! {
            <button type="button" class="button" on:click=move |_| press(page)>
                {text.say(language::current())}
            </button>
        })
    };
    view! {
        <section class="card survey-state">
            {said}
            <div class="field">
                <label for="survey-link">{say(Text::LinkLabel)}</label>
                <input id="survey-link" type="text" readonly prop:value=link />
            </div>
            <div class="vendor-buttons">
                <button type="button" class="button" on:click=copy>
                    {say(Text::CopyLink)}
                </button>
                {button}
                <p class="muted" role="status">
                    {move || copied.get().map(|word| word.say(language::current()))}
                </p>
            </div>
        </section>
    }
}

/// Asks before answers are counted once and for all.
#[component]
fn AskToClose(page: SurveyPageState) -> impl IntoView {
    let close = move |_| {
        page.asking.set(false);
        page.take(SurveyStep::Close, Text::Closed);
    };
    view! {
        <h2>{say(Text::CloseAsk)}</h2>
        <p>{say(Text::CloseBody)}</p>
        <div class="dialog-buttons">
            <button type="button" class="button danger" on:click=close>
                {say(Text::CloseYes)}
            </button>
            <button type="button" class="button" on:click=move |_| page.asking.set(false)>
                {move || VendorText::Keep.say(language::current())}
            </button>
        </div>
    }
}

/// A moment as a field of day and time writes it, in Denmark: `2026-11-28T14:05`.
fn written(at: Millis) -> String {
    let minutes = (at + danish_offset_millis(at))
        .div_euclid(60_000)
        .rem_euclid(24 * 60);
    let (day, hour, minute) = (Date::of_millis(at), minutes / 60, minutes % 60);
    format!("{day}T{hour:02}:{minute:02}")
}

/// The moment that such a field means; nothing for an empty one.
fn read(typed: &str) -> Result<Option<Millis>, ()> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let (day, time) = typed.split_once('T').ok_or(())?;
    let day: Date = day.parse().map_err(|_| ())?;
    let time: TimeOfDay = time.get(..5).unwrap_or(time).parse().map_err(|_| ())?;
    Ok(Some(day.at_millis(time)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_and_read_in_danish_time() {
        for typed in ["2026-11-28T14:05", "2026-07-01T00:00"] {
            let at = read(typed).unwrap().unwrap();
            assert_eq!(written(at), typed);
        }
        assert_eq!(read(" "), Ok(None));
        assert!(read("2026-11-28").is_err() && read("2026-13-01T10:00").is_err());
    }
}
