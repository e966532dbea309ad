//! One candidate: what it is, what it brings, what it might cost.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::Price;
use barometer_domain::financing::own_share::prospect;
use barometer_domain::ids::{CandidateId, Millis};
use barometer_domain::money::Money;
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::sharing;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::state::ProjectorState;
use crate::stage::ui::breakable::breakable;
use crate::stage::ui::countdown::TimeRing;

/// Titles with more letters than this are set smaller.
const LONG_TITLE: usize = 48;
const VERY_LONG_TITLE: usize = 90;
/// With more letters than this, those of the title counted twice, a slide is full.
const MUCH_TEXT: usize = 340;
/// A benefit with more letters than this is set smaller, and so is what stands above it.
const LONG_BENEFIT: usize = 120;
const VERY_LONG_BENEFIT: usize = 330;

/// A candidate, large enough for the back of the room.
#[component]
pub(crate) fn Candidate(showing: ProjectorState, id: CandidateId) -> impl IntoView {
    let text = showing.read(move |_, texts| Some((texts.candidate(id)?.clone(), texts.language)));
    move || {
        text.get().map(|(text, written_in)| {
            view! {
                <div class="slide candidate">
                    <div class="candidate-top">
                        <span class="chip">{text.category.clone()}</span>
                        <Timebox showing=showing />
                    </div>
                    <div class="candidate-words" class:full=is_full(&text)>
                        <h1 tabindex="-1" class=size_of(&text.title)>
                            {breakable(&text.title, written_in)}
                        </h1>
                        <p class="pitch">{text.pitch.clone()}</p>
                    </div>
                    {facts(&text)}
                </div>
            }
        })
    }
}

/// How large a title can be set.
pub fn size_of(title: &str) -> &'static str {
    match title.chars().count() {
        letters if letters > VERY_LONG_TITLE => "very-long",
        letters if letters > LONG_TITLE => "long",
        _ => "",
    }
}

/// Whether title and pitch together need smaller letters.
fn is_full(text: &RequestText) -> bool {
    text.title.chars().count() * 2 + text.pitch.chars().count() > MUCH_TEXT
}

/// How large the facts can be set, so that the benefit ends above the footer.
fn size_of_facts(benefit: &str) -> &'static str {
    match benefit.chars().count() {
        letters if letters > VERY_LONG_BENEFIT => "candidate-facts very-long",
        letters if letters > LONG_BENEFIT => "candidate-facts long",
        _ => "candidate-facts",
    }
}

fn facts(text: &RequestText) -> impl IntoView + use<> {
    let language = language::current();
    let shared_by = text.planned_number();
    let each = text.price.known().map(|price| {
        let each = prospect(price, &text.sharing, shared_by);
        let each = sharing::prospect(each, shared_by, language);
        view! {
            <div>
                <dt>{sharing::if_so_many(shared_by, language)}</dt>
                <dd>{each}</dd>
            </div>
        }
    });
    let (kind, rough) = match text.price {
        Price::Estimate { .. } => (SharedText::RoughEstimate, true),
        Price::Firm { .. } => (SharedText::FirmPrice, false),
        Price::NotAssessed => (SharedText::Price, true),
    };
    let benefit = (!text.benefit.is_empty()).then(|| {
        view! {
            <div>
                <dt>{Text::Benefit.say(language)}</dt>
                <dd class="benefit">{text.benefit.clone()}</dd>
            </div>
        }
    });
    let warning =
        rough.then(|| view! { <p class="untreated">{SharedText::NotTreated.say(language)}</p> });
    view! {
        <div class=size_of_facts(&text.benefit)>
            <dl>
                <div>
                    <dt>{format::capitalised(&kind.say(language))}</dt>
                    <dd class="likely">{format::price(language, &text.price)}</dd>
                    {band(&text.price)}
                </div>
                {each}
                {benefit}
            </dl>
            {warning}
        </div>
    }
}

/// The band from low to high with a mark at the likely price, when they differ.
fn band(price: &Price) -> Option<impl IntoView + use<>> {
    let Price::Estimate { low, likely, high } = *price else {
        return None;
    };
    if low >= high {
        return None;
    }
    let language = language::current();
    let mark = (likely.less(low)).per_mille_of(high - low);
    let kroner = |amount: Money| format::number(language, amount.rounded_kroner());
    let (from, to) = (format::money(language, low), format::money(language, high));
    let words = Text::PriceBand(&from, &format::money(language, likely), &to).say(language);
    Some(view! {
        <dd class="band">
            <span class="visually-hidden">{words}</span>
            <span class="band-bar" aria-hidden="true" style:--mark=mark.to_string()>
                <b></b>
            </span>
            <span class="band-ends" aria-hidden="true">
                <span>{kroner(low)}</span>
                <span>{kroner(high)}</span>
            </span>
        </dd>
    })
}

/// The time meant for this candidate; nothing when there is none, and a calm word when it is over.
#[component]
fn Timebox(showing: ProjectorState) -> impl IntoView {
    let box_ms = showing.read(|view, _| view.timebox.map(|seconds| Millis::from(seconds) * 1000));
    let since = showing.read(|view, _| Some(view.since));
    let left = Memo::new(move |_| {
        let ends = since.get().unwrap_or_default() + box_ms.get().unwrap_or_default();
        whole_seconds(ends - showing.now.get())
    });
    let words = Signal::derive(move || {
        let language = language::current();
        match left.get() {
            left if left <= 0 => Text::TimeIsUp.say(language),
            left => Text::TimeLeft(&format::countdown(left)).say(language),
        }
    });
    view! {
        <Show when=move || box_ms.get().is_some()>
            <TimeRing
                left=left
                whole=Signal::derive(move || box_ms.get().unwrap_or_default())
                words=words
            />
        </Show>
    }
}

/// Up to the begun second, so that a clock is drawn once a second.
pub fn whole_seconds(left: Millis) -> Millis {
    left.saturating_add(999).div_euclid(1000) * 1000
}
