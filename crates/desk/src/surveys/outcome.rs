//! What came of a survey: the sums, the texts that this browser opens, and the points that the vendor makes of them.

use std::collections::BTreeMap;

use barometer_domain::ids::WebinarCode;
use barometer_domain::survey::{
    ItemFigures, ItemKind, MayBeQuoted, SCALE_STEPS, SurveyDesk, SurveyItem, SurveyPurpose,
    SurveyState,
};
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::staff::surveys::SurveyDeskText as Text;
use barometer_text::survey::{SurveyText, band, step};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::page::VendorError;
use crate::vault;

fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The sums, in bars with their denominator; before the close that there are none yet.
pub fn result(desk: &SurveyDesk, language: Language) -> AnyView {
    let Some(result) = &desk.result else {
        let text = match desk.state {
            SurveyState::Closed => Text::NoResult,
            SurveyState::Draft | SurveyState::Open | SurveyState::Ending => Text::NoResultYet,
        };
        return view! { <p class="muted">{text.say(language)}</p> }.into_any();
    };
    let shown = result.items.iter().filter_map(|shown| {
        let item = desk.items.iter().find(|item| item.id == shown.item)?;
        figures(item, &shown.figures, language)
    });
    let shown: Vec<AnyView> = shown.collect();
    view! { <div class="survey-result">{shown}</div> }.into_any()
}

fn figures(item: &SurveyItem, figures: &ItemFigures, language: Language) -> Option<AnyView> {
    let lines: Vec<AnyView> = match figures {
        ItemFigures::Words => return None,
        ItemFigures::TooFew => {
            let words = SurveyText::TooFew.say(language);
            vec![view! { <p class="muted">{words}</p> }.into_any()]
        }
        ItemFigures::Counts { base, counts } => {
            let (answers, municipalities) = (base.answers(), base.municipalities());
            let row = |(label, &count): (String, &u32)| {
                let of = SurveyText::CountOf {
                    count,
                    answers,
                    municipalities,
                };
                view! {
                    <p class="survey-count">
                        <b>{label}</b>
                        <meter min="0" max=answers value=count aria-hidden="true"></meter>
                        <span>{of.say(language)}</span>
                    </p>
                }
                .into_any()
            };
            labels(&item.kind)
                .into_iter()
                .zip(counts)
                .map(row)
                .collect()
        }
        ItemFigures::Bands {
            base,
            lower,
            median,
            upper,
        } => {
            let unit = match &item.kind {
                ItemKind::Number { unit } => unit.as_str(),
                _ => "",
            };
            let of = SurveyText::Base {
                answers: base.answers(),
                municipalities: base.municipalities(),
            };
            let (from, to) = (lower.above.say(language), upper.up_to.say(language));
            let sentences = [
                SurveyText::HalfLie(&from, &to, unit).say(language),
                SurveyText::MiddleLies(&band(*median, language), unit).say(language),
                of.say(language),
            ];
            let sentence = |words: String| view! { <p>{words}</p> }.into_any();
            sentences.map(sentence).into()
        }
    };
    let question = item.question.clone();
    Some(view! { <h3>{question}</h3> {lines} }.into_any())
}

fn labels(kind: &ItemKind) -> Vec<String> {
    match kind {
        ItemKind::Scale { low, high } => (1..=SCALE_STEPS)
            .map(|at| step(at, SCALE_STEPS, low, high))
            .collect(),
        kind => kind.options().to_vec(),
    }
}

/// What people wrote, opened with the vendor's key in this browser.
#[component]
pub(crate) fn Texts(code: WebinarCode, desk: SurveyDesk) -> impl IntoView {
    let opened = RwSignal::new(None::<Vec<Option<BTreeMap<String, String>>>>);
    let trouble = RwSignal::new(None::<VendorError>);
    let sealed: Vec<String> = desk
        .words
        .iter()
        .map(|one| one.sealed.as_str().to_owned())
        .collect();
    let slot = match desk.purpose {
        SurveyPurpose::BeforeWebinar => "survey",
        SurveyPurpose::Evaluation => "evaluation",
        SurveyPurpose::Forum => "forum",
    };
    let has_words = !sealed.is_empty();
    if has_words {
        spawn_local(async move {
            let texts: Vec<&str> = sealed.iter().map(String::as_str).collect();
            match vault::open_texts(&code, slot, &texts).await {
                Ok(texts) => {
                    opened.try_set(Some(texts));
                }
                Err(error) => {
                    trouble.try_set(Some(error.into()));
                }
            }
        });
    }
    let rows = move || {
        if !has_words {
            return view! { <p class="muted">{say(Text::NoTexts)}</p> }.into_any();
        }
        if let Some(trouble) = trouble.get() {
            return view! { <p class="notice amber" role="alert">{trouble.sentence()}</p> }
                .into_any();
        }
        let Some(opened) = opened.get() else {
            return ().into_any();
        };
        let language = language::current();
        let rows = desk.words.iter().zip(opened);
        let rows: Vec<AnyView> = rows
            .map(|(released, texts)| row(&desk.items, released.quoted, texts, language))
            .collect();
        view! { <ul class="survey-texts">{rows}</ul> }.into_any()
    };
    view! {
        <p class="muted">{say(Text::TextsBody)}</p>
        {rows}
    }
}

/// One person's texts, with the name if one was given.
fn row(
    items: &[SurveyItem],
    quoted: MayBeQuoted,
    texts: Option<BTreeMap<String, String>>,
    language: Language,
) -> AnyView {
    let Some(texts) = texts else {
        let words = Text::Unreadable.say(language);
        return view! { <li class="muted">{words}</li> }.into_any();
    };
    let said: Vec<AnyView> = items
        .iter()
        .filter_map(|item| {
            let text = texts.get(&format!("item-{}", item.id.0))?.clone();
            let question = item.question.clone();
            let said = view! {
                <p class="muted">{question}</p>
                <p class="survey-text">{text}</p>
            };
            Some(said.into_any())
        })
        .collect();
    let name = texts.get("name").map(|name| {
        let words = match quoted {
            MayBeQuoted::Named { municipality } => {
                let municipality = format::municipality_name(municipality);
                Text::Quotable(name, &municipality).say(language)
            }
            MayBeQuoted::Unnamed => Text::NotQuotable(name).say(language),
        };
        view! { <p class="muted">"– " {words}</p> }
    });
    view! { <li>{said} {name}</li> }.into_any()
}
