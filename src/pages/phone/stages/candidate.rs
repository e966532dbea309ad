//! One candidate: title, pitch, value, rough price.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::{Price, price_per_municipality};
use barometer_domain::ids::CandidateId;
use barometer_domain::money::Money;
use barometer_text::Language;
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use super::super::follow::Seen;
use super::frame::Page;
use crate::format;

/// For how many the example price is reckoned.
const EXAMPLE: u32 = 10;

/// The candidate that the presenter shows.
pub(crate) fn candidate(seen: &Seen, candidate: CandidateId) -> Page {
    let Some(text) = seen.texts.candidate(candidate) else {
        return Page::default();
    };
    let crumb = Phone::CandidateOf {
        number: candidate.0.into(),
        of: u32::try_from(seen.texts.candidates.len()).unwrap_or(0),
    };
    let language = seen.language;
    Page {
        crumb: crumb.say(language),
        heading: format::with_soft_hyphens(&text.title),
        main: vec![
            category(&text.category),
            view! { <p class="lead">{text.pitch.clone()}</p> }.into_any(),
            facts(text, language),
            view! {
                <p>
                    <span class="chip amber">{Shared::NotTreated.say(language)}</span>
                </p>
            }
            .into_any(),
        ],
        ..Page::default()
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

fn facts(text: &RequestText, language: Language) -> AnyView {
    let each = price_per_municipality(text.price.likely(), EXAMPLE).unwrap_or_default();
    let each = format::money(language, each);
    let label = match text.price {
        Price::Estimate { .. } => Phone::RoughPrice,
        Price::Firm { .. } => Phone::FirmPrice,
    };
    let band = match text.price {
        Price::Estimate { low, likely, high } if low < high => {
            Some(band(low, likely, high, language))
        }
        _ => None,
    };
    view! {
        <dl class="card facts">
            <div>
                <dt>{label.say(language)}</dt>
                <dd class="price">{format::price(language, &text.price)}</dd>
                {band}
            </div>
            <div>
                <dt>{Phone::IfMunicipalitiesJoin(EXAMPLE).say(language)}</dt>
                <dd>{Phone::EachPays(&each).say(language)}</dd>
            </div>
            <div>
                <dt>{Phone::Benefit.say(language)}</dt>
                <dd>{text.benefit.clone()}</dd>
            </div>
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
            {Phone::Between(&low, &high).say(language)}
        </dd>
    }
    .into_any()
}
