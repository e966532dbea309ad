//! What the votes can carry, for the presenter: all of it on one list, once the result is out.

use barometer_domain::carrying::Carrying;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::CandidateId;
use barometer_domain::view::{ConsoleView, Screen};
use barometer_kit::language;
use barometer_text::Language;
use barometer_text::carrying::{CarryingText as Text, beside_the_pick, why_not};
use barometer_text::stated::StatedText;
use leptos::prelude::*;

use super::state::ConsoleState;
use crate::stage::projector::carrying::price_each;

/// Below the picture, while the result is shown.
#[component]
pub fn CarryingNotes(
    /// The console's state.
    console: ConsoleState,
) -> impl IntoView {
    move || {
        let language = language::current();
        let view = console.view.get()?;
        let is_shown = matches!(view.audience.screen, Screen::Result(_));
        let carrying = console.showing.carrying.get().filter(|_| is_shown)?;
        let texts = console.showing.catalogue.get()?;
        Some(notes(&view, &carrying, &texts, language))
    }
}

fn notes(
    view: &ConsoleView,
    carrying: &Carrying,
    texts: &Catalogue,
    language: Language,
) -> Option<AnyView> {
    let result = view.result.as_ref()?;
    let verdict = result.verdict.as_ref()?;
    let title = |id: CandidateId| texts.candidate(id).map(|text| text.title.clone());
    let carried = carrying.carried.iter().map(|&id| {
        let row = result.rows.iter().find(|row| row.candidate == id);
        let price = row.and_then(|row| price_each(row, texts, true, language));
        view! {
            <li>
                <b>{Text::Number(id.0.into()).say(language)} " " {title(id)}</b>
                <small class="muted">{price}</small>
            </li>
        }
    });
    let carried: Vec<_> = carried.collect();
    let why = carrying.left_out.iter().map(|one| {
        view! {
            <li>
                {why_not(*one, language)}
                <small class="muted">{title(one.candidate)}</small>
            </li>
        }
    });
    let why: Vec<_> = why.collect();
    let heading = match carried.len() {
        0 => Text::Nothing,
        count => Text::Carried(u32::try_from(count).unwrap_or(u32::MAX)),
    };
    let served = carrying.served.map_or(Text::ServedUntold, |served| {
        Text::Served(served, carrying.municipalities)
    });
    let stated = carrying.stated.iter().map(|one| {
        view! {
            <li>
                <b>{Text::Number(one.candidate.0.into()).say(language)} " " {title(one.candidate)}</b>
                <small class="muted">{StatedText::Share(one.tenths).say(language)}</small>
            </li>
        }
    });
    let stated: Vec<_> = stated.collect();
    let stated = (!stated.is_empty()).then(|| {
        view! {
            <h3>{StatedText::SharesTitle.say(language)}</h3>
            <p class="muted">{StatedText::Promise.say(language)}</p>
            <ol>{stated}</ol>
        }
    });
    let within = carrying.frame.map(|frame| {
        view! {
            <p class="muted">{Text::Frame(frame).say(language)}</p>
            <h3>{heading.say(language)}</h3>
            <ol>{carried}</ol>
            <p>{served.say(language)}</p>
            <p>{beside_the_pick(carrying, verdict.pick.by_rule(), language)}</p>
            <h3>{Text::WhyNot.say(language)}</h3>
            <ol>{why}</ol>
        }
    });
    let content = view! {
        <section class="console-carrying card" aria-labelledby="carrying-heading">
            <h2 id="carrying-heading">{Text::Title.say(language)}</h2>
            {within}
            {stated}
        </section>
    };
    Some(content.into_any())
}
