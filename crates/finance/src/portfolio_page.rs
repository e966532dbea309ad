//! The page itself: figures, requests and map, live or as of an earlier day.

use std::sync::Arc;

use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::refusal::Refusal;
use barometer_kit::live::{self, FollowerKind, LinkState, LiveView, StreamSource};
use barometer_kit::ui::banner::banner;
use barometer_kit::{api, format, language, route};
use barometer_text::shared::SharedText;
use barometer_text::staff::finance::FinancingText as Text;
use barometer_text::staff::refused;
use leptos::prelude::*;

use super::header::{Figures, Header};
use super::map::Map;
use super::page_state::{PortfolioPage, ShownPortfolio};
use super::query::PortfolioQuery;
use super::say;
use super::table::RequestTable;
use super::tools::Tools;

/// An earlier day, and what the server answered of it.
type PastDay = Option<(Date, Result<Arc<Portfolio>, api::ApiError>)>;

/// The page while it is followed.
#[component]
pub(crate) fn LivePortfolio(
    /// As it was when asked, if there was an answer.
    first: Option<Portfolio>,
    /// Called when a code is needed after all.
    on_closed: Callback<()>,
) -> impl IntoView {
    let live = live::follow::<Portfolio>(StreamSource::financing(), FollowerKind::Staff);
    if let Some(first) = first {
        live.accept(first);
    }
    let page = PortfolioPage::new(PortfolioQuery::from_query(&route::query()));
    Effect::new(move |_| {
        if live.refused.get() == Some(Refusal::CodeNeeded) {
            on_closed.run(());
        }
    });
    Effect::new(move |_| route::replace_query(&page.seen.with(|seen| seen.query.query())));
    let listener = window_event_listener_untyped("beforeprint", move |_| {
        page.seen.update(|seen| seen.printed_at = live::now());
    });
    on_cleanup(move || listener.remove());
    let day = Memo::new(move |_| page.seen.with(|seen| seen.query.day));
    let past = LocalResource::new(move || {
        let day = day.get();
        async move {
            let day = day?;
            let answer = api::financing(Some(day)).await;
            PastDay::Some((day, answer.map(Arc::new)))
        }
    });
    // An answer about another day than the one that is chosen now has come too late.
    let answer = move || {
        let day = page.seen.with(|seen| seen.query.day)?;
        past.get().flatten().filter(|(of, _)| *of == day)
    };
    let portfolio = move || match page.seen.with(|seen| seen.query.day) {
        None => live.view.get(),
        Some(_) => answer()?.1.ok(),
    };
    let ask_again = move || {
        past.set(None);
        past.refetch();
    };
    let waiting = move || match (page.seen.with(|seen| seen.query.day), answer()) {
        (None, _) => view! { <Waiting live=live /> }.into_any(),
        (Some(_), Some((_, Err(_)))) => view! { <PastFailed on_again=ask_again /> }.into_any(),
        (Some(_), _) => view! { <Loading /> }.into_any(),
    };
    let is_stale = move || {
        let is_stale = matches!(live.link.get(), LinkState::Stale { .. });
        is_stale && page.seen.with(|seen| seen.query.day.is_none())
    };
    view! {
        <PortfolioSheet page=page portfolio=Signal::derive(portfolio) waiting=waiting />
        <Show when=is_stale>
            <p class="finance-stale" role="status">
                {move || SharedText::Reconnecting.say(language::current())}
            </p>
        </Show>
    }
}

/// An earlier day that did not come, and the way to ask again.
#[component]
fn PastFailed(#[prop(into)] on_again: Callback<()>) -> impl IntoView {
    view! {
        <p class="notice coral" role="alert">{say(Text::PastFailed)}</p>
        <button type="button" class="button" on:click=move |_| on_again.run(())>
            {say(Text::Again)}
        </button>
    }
}

/// What stands there before the first view: a calm word, and why if the server says no.
#[component]
fn Waiting(live: LiveView<Portfolio>) -> impl IntoView {
    let words = move || {
        let words = match live.link.get() {
            LinkState::Stale { .. } => Text::NoConnection,
            _ => Text::Loading,
        };
        words.say(language::current())
    };
    move || {
        let Some(refusal) = live.refused.get() else {
            return view! { <p class="muted" role="status">{words}</p> }.into_any();
        };
        let sentence = move || refused::sentence(&refusal, language::current());
        view! { <p class="notice amber" role="alert">{sentence}</p> }.into_any()
    }
}

/// While the server is asked.
#[component]
pub(crate) fn Loading() -> impl IntoView {
    view! { <p class="muted" role="status">{say(Text::Loading)}</p> }
}

/// The page as it stands or stood, however it came here.
#[component]
pub fn PortfolioSheet(
    /// What the reader makes of it.
    page: PortfolioPage,
    /// All of it, once it is here.
    #[prop(into)]
    portfolio: Signal<Option<Arc<Portfolio>>>,
    /// What stands there until then.
    #[prop(into)]
    waiting: ViewFn,
) -> impl IntoView {
    provide_context(page);
    let shown = Memo::new(move |_| {
        let portfolio = portfolio.get()?;
        let shown = page
            .seen
            .with(|seen| ShownPortfolio::new(portfolio, &seen.query));
        Some(shown)
    });
    let mark = move || {
        let fictional = shown.with(|shown| shown.as_ref().is_some_and(|it| it.portfolio.fictional));
        let mark = fictional.then(|| SharedText::Fictional.say(language::current()));
        banner(mark.into_iter().collect(), false)
    };
    let is_empty = Memo::new(move |_| Some(shown.read().as_ref()?.portfolio.rows.is_empty()));
    let body = move || match is_empty.get() {
        None => waiting.run(),
        Some(true) => {
            view! { <p class="finance-empty" role="status">{say(Text::Empty)}</p> }.into_any()
        }
        Some(false) => view! {
            <div class="finance-body">
                <RequestTable shown=shown />
                <Map shown=shown />
            </div>
        }
        .into_any(),
    };
    view! {
        {mark}
        <Header shown=shown />
        <EarlierDay />
        <Show when=move || is_empty.get() == Some(false)>
            <Figures shown=shown />
        </Show>
        <Tools shown=shown />
        {body}
    }
}

/// Says which earlier day is shown, and leads back.
#[component]
fn EarlierDay() -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let day = page.chosen(|query| query.day);
    let leave = move |_| page.change(|query| query.day = None);
    move || {
        let day = day.get()?;
        let words = move || {
            let language = language::current();
            Text::StoodOn(&format::date(language, &day.to_string())).say(language)
        };
        Some(view! {
            <div class="finance-band">
                <p role="status">{words}</p>
                <button type="button" class="button" on:click=leave>
                    {say(Text::ShowNow)}
                </button>
            </div>
        })
    }
}
