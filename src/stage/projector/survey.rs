//! "Jeres svar": what was answered before the webinar, one question on each page, and the vendor's points at the end.

use barometer_domain::agenda::Stage;
use barometer_domain::survey::{ItemFigures, ItemKind, SCALE_STEPS, SurveyPage, SurveySlide};
use barometer_domain::view::Screen;
use barometer_kit::language;
use barometer_text::Language;
use barometer_text::shared::SharedText;
use barometer_text::staff::screen::ProjectorText as Text;
use barometer_text::survey::{SurveyText, band, step};
use leptos::prelude::*;

use super::state::ProjectorState;

/// Questions with more letters than this are written smaller.
const LONG_QUESTION: usize = 70;

/// The page that is shown.
#[component]
pub(crate) fn SurveyStage(showing: ProjectorState) -> impl IntoView {
    let page = showing.read(|view, _| match &view.screen {
        Screen::Survey { page } => page.clone(),
        _ => None,
    });
    move || {
        let language = language::current();
        match page.get() {
            Some(page) => page_of(&page, language),
            None => view! {
                <div class="slide calm">
                    <h1 tabindex="-1">{SharedText::Stage(Stage::Survey).say(language)}</h1>
                    <p class="sub">{Text::NothingToShow.say(language)}</p>
                </div>
            }
            .into_any(),
        }
    }
}

fn page_of(page: &SurveyPage, language: Language) -> AnyView {
    let everyone = SurveyText::Base {
        answers: page.answers,
        municipalities: page.municipalities,
    };
    match &page.slide {
        SurveySlide::Points { points } => {
            let points: Vec<_> = points
                .iter()
                .map(|point| view! { <li>{point.clone()}</li> })
                .collect();
            view! {
                <div class="slide survey">
                    <header>
                        <h1 tabindex="-1">{SurveyText::PointsHeading.say(language)}</h1>
                        <p class="sub">{everyone.say(language)}</p>
                    </header>
                    <ol class="survey-points">{points}</ol>
                </div>
            }
            .into_any()
        }
        SurveySlide::Item {
            question,
            kind,
            figures,
        } => {
            let base = match figures {
                ItemFigures::Counts { base, .. } | ItemFigures::Bands { base, .. } => {
                    SurveyText::Base {
                        answers: base.answers(),
                        municipalities: base.municipalities(),
                    }
                }
                ItemFigures::TooFew | ItemFigures::Words => everyone,
            };
            let size = if question.chars().count() > LONG_QUESTION {
                "long"
            } else {
                ""
            };
            view! {
                <div class="slide survey">
                    <header>
                        <h1 tabindex="-1" class=size>
                            {question.clone()}
                        </h1>
                        <p class="sub">{base.say(language)}</p>
                    </header>
                    {figures_of(kind, figures, language)}
                </div>
            }
            .into_any()
        }
    }
}

fn figures_of(kind: &ItemKind, figures: &ItemFigures, language: Language) -> AnyView {
    match figures {
        ItemFigures::Counts { base, counts } => {
            let row = |(label, &count): (String, &u32)| {
                let part = format!("{}", f64::from(count) / f64::from(base.answers()));
                let of = Text::CountOf(count, base.answers()).say(language);
                view! {
                    <li>
                        <span class="label">{label}</span>
                        <span class="bar" aria-hidden="true">
                            <i style:--part=part></i>
                        </span>
                        <span class="count">{of}</span>
                    </li>
                }
            };
            let rows: Vec<_> = labels(kind).into_iter().zip(counts).map(row).collect();
            view! { <ul class="survey-bars">{rows}</ul> }.into_any()
        }
        ItemFigures::Bands {
            lower,
            median,
            upper,
            ..
        } => {
            let unit = match kind {
                ItemKind::Number { unit } => unit.as_str(),
                _ => "",
            };
            let (from, to) = (lower.above.say(language), upper.up_to.say(language));
            let half = SurveyText::HalfLie(&from, &to, unit).say(language);
            let middle = SurveyText::MiddleLies(&band(*median, language), unit).say(language);
            view! {
                <div class="survey-bands">
                    <p>
                        <b>{half}</b>
                    </p>
                    <p>{middle}</p>
                </div>
            }
            .into_any()
        }
        ItemFigures::TooFew | ItemFigures::Words => ().into_any(),
    }
}

/// What each count is of, in order.
fn labels(kind: &ItemKind) -> Vec<String> {
    match kind {
        ItemKind::Scale { low, high } => (1..=SCALE_STEPS)
            .map(|at| step(at, SCALE_STEPS, low, high))
            .collect(),
        kind => kind.options().to_vec(),
    }
}
