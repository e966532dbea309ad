//! One candidate: title, pitch, value, rough price.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::Price;
use barometer_domain::ids::CandidateId;
use barometer_domain::money::Money;
use barometer_kit::format;
use barometer_text::Language;
use barometer_text::phone::PhoneText;
use barometer_text::phone_view;
use barometer_text::shared::SharedText;
use barometer_text::sharing;
use leptos::prelude::*;

use super::super::participant::StageContext;
use super::frame::StagePage;

/// The candidate that the presenter shows.
pub(crate) fn candidate(seen: &StageContext, candidate: CandidateId) -> StagePage {
    let Some(text) = seen.texts.candidate(candidate) else {
        return StagePage::default();
    };
    let crumb = PhoneText::CandidateOf {
        number: candidate.0.into(),
        of: u32::try_from(seen.texts.candidates.len()).unwrap_or(0),
    };
    let language = seen.language;
    StagePage {
        crumb: crumb.say(language),
        heading: format::with_soft_hyphens(&text.title),
        main: vec![
            category(&text.category),
            view! { <p class="lead">{text.pitch.clone()}</p> }.into_any(),
            facts(seen, text),
            not_treated(text, language),
        ],
        ..StagePage::default()
    }
}

fn category(name: &str) -> AnyView {
    if name.is_empty() {
        return ().into_any();
    }
    view! {
        <p>
            <span class="chip">{name.to_owned()}</span>
        </p>
    }
    .into_any()
}

/// Only an estimate waits for a price that binds.
fn not_treated(text: &RequestText, language: Language) -> AnyView {
    if !matches!(text.price, Price::Estimate { .. }) {
        return ().into_any();
    }
    view! {
        <p>
            <span class="chip amber">{SharedText::NotTreated.say(language)}</span>
        </p>
    }
    .into_any()
}

fn facts(seen: &StageContext, text: &RequestText) -> AnyView {
    let (language, count) = (seen.language, text.planned_number());
    let each = text.price.known().map(|_| {
        let pays = phone_view::would_pay(text, seen.own(), count, language);
        view! {
            <div>
                <dt>{sharing::if_so_many(count, language)}</dt>
                <dd>{pays}</dd>
            </div>
        }
        .into_any()
    });
    let label = phone_view::price_label(&text.price);
    let band = match text.price {
        Price::Estimate { low, likely, high } if low < high => {
            Some(band(low, likely, high, language))
        }
        _ => None,
    };
    let benefit = (!text.benefit.is_empty()).then(|| {
        view! {
            <div>
                <dt>{PhoneText::Benefit.say(language)}</dt>
                <dd>{text.benefit.clone()}</dd>
            </div>
        }
        .into_any()
    });
    view! {
        <dl class="card facts">
            <div>
                <dt>{label.say(language)}</dt>
                <dd class="price">{format::price(language, &text.price)}</dd>
                {band}
            </div>
            {each}
            {benefit}
        </dl>
    }
    .into_any()
}

/// From low to high, with a mark at the figure said aloud.
fn band(low: Money, likely: Money, high: Money, language: Language) -> AnyView {
    let part = (likely - low).per_mille_of(high - low).to_string();
    let (low, high) = (format::money(language, low), format::money(language, high));
    view! {
        <dd class="band muted">
            <span class="band-track" style:--part=part aria-hidden="true"></span>
            {PhoneText::Between(&low, &high).say(language)}
        </dd>
    }
    .into_any()
}
