//! What was answered, as a part of a page: bars with their denominator, where numbers lie, and the vendor's points.

use barometer_domain::survey::{ItemFigures, ItemKind, SCALE_STEPS, SurveyItem};
use barometer_text::Language;
use barometer_text::survey::{SurveyText, band, step};
use maud::{Markup, html};

use crate::store::StoredSurvey;

/// The sums, or that there were too few answers.
pub(in crate::http) fn result_of(survey: &StoredSurvey, language: Language) -> Markup {
    let say = |text: SurveyText<'_>| text.say(language);
    let Some(result) = &survey.result else {
        return html! { p { (say(SurveyText::TooFew)) } };
    };
    let base = SurveyText::Base {
        answers: result.base.answers(),
        municipalities: result.base.municipalities(),
    };
    let items = result.items.iter().filter_map(|shown| {
        let item = survey.survey.item(shown.item)?;
        Some((item, &shown.figures))
    });
    html! {
        h2 { (say(SurveyText::ResultHeading)) }
        p { (say(base)) }
        @for (item, figures) in items { (item_result(item, figures, language)) }
        @if !survey.points.as_slice().is_empty() {
            h2 { (say(SurveyText::PointsHeading)) }
            ul { @for point in survey.points.as_slice() { li { (point) } } }
        }
    }
}

fn item_result(item: &SurveyItem, figures: &ItemFigures, language: Language) -> Markup {
    let say = |text: SurveyText<'_>| text.say(language);
    match figures {
        ItemFigures::Words => html! {},
        ItemFigures::TooFew => html! {
            h3 { (item.question) }
            p class="muted" { (say(SurveyText::TooFew)) }
        },
        ItemFigures::Counts { base, counts } => html! {
            h3 { (item.question) }
            table class="bars" {
                @for (label, count) in labels(&item.kind).iter().zip(counts) {
                    tr {
                        th scope="row" { (label) }
                        td class="bar" { meter min="0" max=(base.answers()) value=(count) aria-hidden="true" {} }
                        td {
                            (say(SurveyText::CountOf {
                                count: *count,
                                answers: base.answers(),
                                municipalities: base.municipalities(),
                            }))
                        }
                    }
                }
            }
        },
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
            let (from, to) = (lower.above.say(language), upper.up_to.say(language));
            let of = SurveyText::Base {
                answers: base.answers(),
                municipalities: base.municipalities(),
            };
            html! {
                h3 { (item.question) }
                p { (say(SurveyText::HalfLie(&from, &to, unit))) }
                p { (say(SurveyText::MiddleLies(&band(*median, language), unit))) }
                p class="muted" { (say(of)) }
            }
        }
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
