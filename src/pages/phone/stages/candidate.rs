//! One candidate: title, pitch, value, rough price.

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::{Price, price_per_municipality};
use barometer_domain::ids::CandidateId;
use barometer_domain::money::Money;
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::say;
use super::frame::Frame;
use crate::{format, language};

/// For how many the example price is reckoned.
const EXAMPLE: u32 = 10;

/// The candidate that the presenter shows.
#[component]
pub(crate) fn Candidate(following: Following, candidate: CandidateId) -> impl IntoView {
    let crumb = move || {
        let of = following.text(|texts| u32::try_from(texts.candidates.len()).ok());
        let number = u32::from(candidate.0);
        if of == 0 {
            return Shared::Stage(Stage::Candidates).say(language::current());
        }
        Phone::CandidateOf { number, of }.say(language::current())
    };
    let heading = move || {
        let title = following.text(|texts| Some(texts.candidate(candidate)?.title.clone()));
        format::with_soft_hyphens(&title)
    };
    let details = move || {
        let text = following
            .catalogue
            .with(|texts| texts.as_ref()?.candidate(candidate).cloned());
        text.map(details)
    };
    view! {
        <Frame following crumb=Signal::derive(crumb) heading=Signal::derive(heading)>
            {details}
        </Frame>
    }
}

fn details(text: RequestText) -> impl IntoView {
    let language = language::current();
    let category = (!text.category.is_empty())
        .then(|| view! { <p><span class="chip">{text.category.clone()}</span></p> });
    let each = price_per_municipality(text.price.likely(), EXAMPLE).unwrap_or_default();
    let each = format::money(language, each);
    view! {
        {category}
        <p class="lead">{text.pitch}</p>
        <dl class="card facts">
            <div>
                {price(text.price)}
            </div>
            <div>
                <dt>{say(Phone::IfMunicipalitiesJoin(EXAMPLE))}</dt>
                <dd>{Phone::EachPays(&each).say(language)}</dd>
            </div>
            <div>
                <dt>{say(Phone::Benefit)}</dt>
                <dd>{text.benefit}</dd>
            </div>
        </dl>
        <p><span class="chip amber">{Shared::NotTreated.say(language)}</span></p>
    }
}

fn price(price: Price) -> impl IntoView {
    let language = language::current();
    let label = match price {
        Price::Estimate { .. } => Phone::RoughPrice,
        Price::Firm { .. } => Phone::FirmPrice,
    };
    let band = match price {
        Price::Estimate { low, likely, high } if low < high => Some(band(low, likely, high)),
        _ => None,
    };
    view! {
        <dt>{label.say(language)}</dt>
        <dd>
            <span class="price">{format::price(language, &price)}</span>
            {band}
        </dd>
    }
}

/// From low to high, with a mark at the figure said aloud.
fn band(low: Money, likely: Money, high: Money) -> impl IntoView {
    const WIDTH: i64 = 340;
    const MARGIN: i64 = 70;
    let language = language::current();
    let span = (high.ore() - low.ore()).max(1);
    let at = MARGIN + (likely.ore() - low.ore()).clamp(0, span) * (WIDTH - 2 * MARGIN) / span;
    let (low, high) = (format::money(language, low), format::money(language, high));
    view! {
        <svg class="band" viewBox="0 0 340 26" preserveAspectRatio="none" aria-hidden="true">
            <rect class="band-track" y="6" width="340" height="14" rx="7" />
            <rect class="band-part" x="70" y="6" width="200" height="14" rx="7" />
            <rect class="band-mark" x=at - 2 width="4" height="26" rx="2" />
        </svg>
        <small class="muted">{Phone::Between(&low, &high).say(language)}</small>
    }
}
