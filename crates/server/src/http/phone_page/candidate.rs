//! One candidate: title, pitch, value, rough price.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::Price;
use barometer_domain::ids::CandidateId;
use barometer_text::figures::{self, with_soft_hyphens};
use barometer_text::phone::PhoneText;
use barometer_text::shared::SharedText;
use barometer_text::{phone_view, sharing};
use maud::{Markup, html};

use super::frame::{StageContext, StagePage};

/// The candidate that the presenter shows.
pub(super) fn candidate(seen: &StageContext<'_>, candidate: CandidateId) -> StagePage {
    let texts = &seen.state().texts;
    let Some(text) = texts.candidate(candidate) else {
        return StagePage::default();
    };
    let crumb = PhoneText::CandidateOf {
        number: candidate.0.into(),
        of: u32::try_from(texts.candidates.len()).unwrap_or(0),
    };
    let is_estimate = matches!(text.price, Price::Estimate { .. });
    StagePage {
        crumb: seen.say(crumb),
        heading: with_soft_hyphens(&text.title),
        main: vec![html! {
            @if !text.category.is_empty() { p { span class="chip" { (text.category) } } }
            p class="lead" { (text.pitch) }
            (facts(seen, text))
            @if is_estimate { p { span class="chip amber" { (seen.say_shared(SharedText::NotTreated)) } } }
        }],
        ..StagePage::default()
    }
}

fn facts(seen: &StageContext<'_>, text: &RequestText) -> Markup {
    let (language, count) = (seen.language(), text.planned_number());
    html! {
        dl class="card facts" {
            div {
                dt { (seen.say(phone_view::price_label(&text.price))) }
                dd class="price" { (figures::price(language, &text.price)) }
                (band(seen, &text.price))
            }
            @if text.price.known().is_some() {
                div {
                    dt { (sharing::if_so_many(count, language)) }
                    dd { (phone_view::would_pay(text, seen.own(), count, language)) }
                }
            }
            @if !text.benefit.is_empty() {
                div {
                    dt { (seen.say(PhoneText::Benefit)) }
                    dd { (text.benefit) }
                }
            }
        }
    }
}

/// From low to high, with a mark at the figure said aloud.
fn band(seen: &StageContext<'_>, price: &Price) -> Markup {
    let Price::Estimate { low, likely, high } = *price else {
        return html! {};
    };
    if low >= high {
        return html! {};
    }
    let part = seen.page.part((likely - low).per_mille_of(high - low));
    let language = seen.language();
    let (low, high) = (
        figures::money(language, low),
        figures::money(language, high),
    );
    html! {
        dd class="band muted" {
            span class={ "band-track " (part) } aria-hidden="true" {}
            (seen.say(PhoneText::Between(&low, &high)))
        }
    }
}
