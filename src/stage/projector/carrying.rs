//! "Hvad kan bæres sammen?": what the votes can carry within the frame, and a sentence for each candidate that is left out.

use std::sync::Arc;

use barometer_domain::carrying::{Carrying, CarryingPage, LeftOut};
use barometer_domain::catalogue::Catalogue;
use barometer_domain::financing::own_share::prospect;
use barometer_domain::ids::CandidateId;
use barometer_domain::stated::StatedShare;
use barometer_domain::view::{AudienceView, ResultRow, ResultView, Screen};
use barometer_domain::webinar::RESULT_ROWS;
use barometer_kit::{format, language};
use barometer_text::Language;
use barometer_text::carrying::{CarryingText as Text, beside_the_pick, decided, why_not};
use barometer_text::staff::screen::ProjectorText;
use barometer_text::stated::StatedText;
use leptos::prelude::*;

use super::result::result_of;
use super::state::ProjectorState;
use crate::stage::ui::breakable::breakable;

/// Which of its pages is shown, from 0; they come after those of the result.
pub fn page_of(result: &ResultView) -> Option<u16> {
    let is_out = result.verdict.is_some();
    result
        .page
        .checked_sub(result.total.div_ceil(RESULT_ROWS))
        .filter(|_| is_out)
}

/// Whether one of its pages is shown.
pub fn is_shown(view: &AudienceView) -> bool {
    match &view.screen {
        Screen::Result(result) => page_of(result).is_some(),
        _ => false,
    }
}

/// What a candidate costs each of those behind it: "420.000 kr. = 38.182 kr. hver", with how many they are where `counted`.
/// `None` where it has no price, or nobody is behind it.
pub fn price_each(
    row: &ResultRow,
    texts: &Catalogue,
    counted: bool,
    language: Language,
) -> Option<String> {
    let text = texts.candidate(row.candidate)?;
    let price = text.price.known()?;
    let behind = Some(row.municipalities).filter(|&count| count > 0)?;
    let each = Text::PriceEach {
        municipalities: Some(behind).filter(|_| counted),
        price: &format::price(language, &text.price),
        prospect: prospect(price, &text.sharing, behind),
    };
    Some(each.say(language))
}

/// One page: what is carried, then the reasons.
#[component]
pub fn CarryingStage(
    /// View, texts and clock.
    showing: ProjectorState,
    /// Which page, from 0.
    page: u16,
) -> impl IntoView {
    let frame = move || {
        let language = language::current();
        let carrying = showing.carrying.get()?;
        if carrying.page(page)? == CarryingPage::Stated {
            return Some(StatedText::Promise.say(language));
        }
        Some(format!(
            "{} · {}",
            Text::Frame(carrying.frame?).say(language),
            Text::Supposition.say(language)
        ))
    };
    let body = move || {
        let carrying = showing.carrying.get();
        let shown = carrying.and_then(|carrying| Some((carrying.page(page)?, carrying)));
        match shown {
            None => {
                let loading = ProjectorText::Loading.say(language::current());
                view! { <p class="nothing">{loading}</p> }.into_any()
            }
            Some((CarryingPage::Carried, carrying)) => {
                view! { <Carried showing=showing carrying=carrying /> }.into_any()
            }
            Some((CarryingPage::Reasons(here), _)) => {
                view! { <Reasons showing=showing here=here /> }.into_any()
            }
            Some((CarryingPage::Stated, carrying)) => {
                view! { <StatedShares showing=showing stated=carrying.stated.clone() /> }.into_any()
            }
        }
    };
    view! {
        <div class="slide carrying">
            <header>
                <div>
                    <h1 tabindex="-1">{move || Text::Title.say(language::current())}</h1>
                    <p class="sub">{frame}</p>
                </div>
            </header>
            {body}
        </div>
    }
}

#[component]
fn Carried(showing: ProjectorState, carrying: Arc<Carrying>) -> impl IntoView {
    let written_in = showing.read(|_, texts| Some(texts.language));
    let carried = carrying.carried.clone();
    let rows = showing.read(move |view, texts| {
        let result = result_of(view)?;
        let language = language::current();
        let row = |id: &CandidateId| {
            let row = result.rows.iter().find(|row| row.candidate == *id)?;
            let title = texts.candidate(*id)?.title.clone();
            Some((*id, title, price_each(row, texts, true, language)?))
        };
        Some(carried.iter().filter_map(row).collect::<Vec<_>>())
    });
    let count = u32::try_from(carrying.carried.len()).unwrap_or(u32::MAX);
    let heading = move || {
        let text = match count {
            0 => Text::Nothing,
            count => Text::Carried(count),
        };
        text.say(language::current())
    };
    let list = move || {
        let row = |(id, title, price): (CandidateId, String, String)| {
            view! {
                <li>
                    <span class="number">{id.0}</span>
                    <span class="title">{breakable(&title, written_in.get().unwrap_or_default())}</span>
                    <span class="price">{price}</span>
                </li>
            }
        };
        let rows = rows.get().unwrap_or_default();
        rows.into_iter().map(row).collect_view()
    };
    let (served, municipalities) = (carrying.served, carrying.municipalities);
    let served = move || {
        let text = served.map_or(Text::ServedUntold, |served| {
            Text::Served(served, municipalities)
        });
        text.say(language::current())
    };
    let beside = beside(showing, carrying);
    view! {
        <div class="carried">
            <h2>{heading}</h2>
            <ol class="carried-list" class:many=move || { count > 6 }>{list}</ol>
            <p class="served">{served}</p>
            <p class="beside">{beside}</p>
        </div>
    }
}

/// How it stands beside who goes on by the votes.
pub fn beside(
    showing: ProjectorState,
    carrying: Arc<Carrying>,
) -> impl Fn() -> Option<String> + Send + Sync + 'static {
    let verdict = showing.read(|view, _| result_of(view)?.verdict.clone());
    move || {
        let (verdict, language) = (verdict.get()?, language::current());
        let decided = decided(&verdict.chosen, language);
        Some(
            decided.unwrap_or_else(|| beside_the_pick(&carrying, verdict.pick.by_rule(), language)),
        )
    }
}

/// A candidate's number and title, and what is said of it.
fn numbered_row(
    showing: ProjectorState,
    candidate: CandidateId,
    class: &'static str,
    said: String,
) -> impl IntoView + use<> {
    let title = showing.catalogue.with(|texts| {
        let texts = texts.as_ref()?;
        let title = &texts.candidate(candidate)?.title;
        Some(breakable(title, texts.language))
    });
    view! {
        <li>
            <span class="number">{candidate.0}</span>
            <span class="title">{title}</span>
            <span class=class>{said}</span>
        </li>
    }
}

#[component]
fn Reasons(showing: ProjectorState, here: Vec<LeftOut>) -> impl IntoView {
    let list = move || {
        let row = |one: &LeftOut| {
            let why = why_not(*one, language::current());
            numbered_row(showing, one.candidate, "why", why)
        };
        here.iter().map(row).collect_view()
    };
    view! {
        <div class="carried">
            <h2>{move || Text::WhyNot.say(language::current())}</h2>
            <ol class="reasons">{list}</ol>
        </div>
    }
}

#[component]
fn StatedShares(showing: ProjectorState, stated: Vec<StatedShare>) -> impl IntoView {
    let list = move || {
        let row = |one: &StatedShare| {
            let share = StatedText::Share(one.tenths).say(language::current());
            numbered_row(showing, one.candidate, "price", share)
        };
        stated.iter().map(row).collect_view()
    };
    view! {
        <div class="carried">
            <h2>{move || StatedText::SharesTitle.say(language::current())}</h2>
            <ol class="carried-list">{list}</ol>
        </div>
    }
}
