//! One request: what it is, what it costs, how far its financing has come, what is missing, and until when.

use barometer_domain::comment::CommentSubject;
use barometer_domain::date::Date;
use barometer_domain::financing::own_share::prospect;
use barometer_domain::financing::portfolio::{Movement, PortfolioRow};
use barometer_domain::financing::{Price, RequestState, Sums, Terms};
use barometer_domain::money::Money;
use barometer_domain::news::NewsSubject;
use barometer_domain::route::{Route, pattern};
use barometer_kit::ui::list::{ListCell, ListRow, ListRowHeading};
use barometer_kit::ui::share_meter::bar_parts;
use barometer_kit::{format, language};
use barometer_text::comments::CommentPageText;
use barometer_text::pledge::PledgeText;
use barometer_text::shared::SharedText;
use barometer_text::staff::finance::FinancingText as Text;
use barometer_text::{Language, sharing, states};
use leptos::prelude::*;

use super::page_state::PortfolioPage;
use super::query::deadline;

/// A request's row.
#[component]
pub(crate) fn RequestLine(
    /// The request.
    row: PortfolioRow,
) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let id = row.request;
    let is_chosen = Memo::new(move |_| page.seen.with(|seen| seen.chosen) == Some(id));
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let class = if is_chosen.get() { "chosen" } else { "" };
        let label = move |text: Text<'_>| text.say(language);
        let (what, price, financing, missing, deadline) = (
            view! { <What row=row.clone() is_chosen=is_chosen /> },
            view! { <PriceCell price=row.terms.price /> },
            view! { <Financing row=row.clone() /> },
            view! { <Missing row=row.clone() /> },
            view! { <Deadline row=row.clone() /> },
        );
        let changed = format::day(language, row.changed_at);
        view! {
            <ListRow class=class>
                <ListRowHeading class="what">{what}</ListRowHeading>
                <ListCell class="price" label=label(Text::PriceColumn)>
                    {price}
                </ListCell>
                <ListCell class="financing">{financing}</ListCell>
                <ListCell class="missing" label=label(Text::MissingColumn)>
                    {missing}
                </ListCell>
                <ListCell class="deadline" label=label(Text::DeadlineColumn)>
                    {deadline}
                </ListCell>
                <ListCell class="changed" label=label(Text::ChangedColumn)>
                    <span class="note">{changed}</span>
                </ListCell>
            </ListRow>
        }
    }
}

/// Its title, terms and state, and the ways to the map and to the vendor's portal.
#[component]
fn What(row: PortfolioRow, is_chosen: Memo<bool>) -> impl IntoView {
    let page = expect_context::<PortfolioPage>();
    let language = language::current();
    let id = row.request;
    let choose = move |_| {
        let chosen = (!is_chosen.get_untracked()).then_some(id);
        page.seen.update(|seen| seen.chosen = chosen);
    };
    let rule = rule(language, &row.terms);
    let detail = [row.reference.as_str(), row.category.as_str(), rule.as_str()];
    let detail: Vec<_> = detail.into_iter().filter(|text| !text.is_empty()).collect();
    // What is missing says that nothing is.
    let state = (row.state != RequestState::FullyFunded).then(|| {
        view! { <span class="chip">{states::request(row.state, language)}</span> }
    });
    let national = row.national.then(|| {
        view! { <span class="chip">{Text::National.say(language)}</span> }
    });
    let initiatives = row.initiatives.iter().map(|one| {
        let page = format!(
            "{}?lang={}",
            Route::Initiative(one.id).path(),
            language.tag()
        );
        view! { <a href=page>{one.name.clone()}</a> }
    });
    let initiatives = initiatives.collect_view();
    let portal = (!row.portal.is_empty()).then(|| {
        let label = Text::PortalOf(&row.title).say(language);
        view! {
            <a href=row.portal.clone() target="_blank" rel="noopener" aria-label=label>
                {Text::Portal.say(language)}
                <span aria-hidden="true">" ↗"</span>
            </a>
        }
    });
    let comments = CommentPageText::Count(row.comments).say(language);
    let said = format!(
        "{}?lang={}",
        Route::Comments(CommentSubject::Request(id)).path(),
        language.tag()
    );
    let pledge = row.state.takes_intention().then(|| {
        let page = format!("{}?lang={}", Route::Pledge(id).path(), language.tag());
        view! { <a href=page>{PledgeText::Link.say(language)}</a> }
    });
    let subject = NewsSubject::Request(id);
    let news = format!("{}/{subject}?lang={}", pattern::NEWS, language.tag());
    let follow = Text::FollowOf(&row.title).say(language);
    view! {
        <span class="title">{format::with_soft_hyphens(&row.title)}</span>
        <span class="detail">{detail.join(" · ")}</span>
        <span class="ways">
            {state} {national}
            <button
                type="button"
                class="way"
                aria-label=Text::ShowOnMapOf(&row.title).say(language)
                aria-pressed=move || is_chosen.get().to_string()
                on:click=choose
            >
                {Text::ShowOnMap.say(language)}
            </button>
            {pledge}
            <a href=said>{comments}</a>
            <a href=news aria-label=follow>
                {Text::Follow.say(language)}
            </a>
            {initiatives}
            {portal}
        </span>
    }
}

/// "Ligeligt, 10 kommuner, 24.000 kr. pr. kommune, mindst 8".
fn rule(language: Language, terms: &Terms) -> String {
    let rule = format::capitalised(&sharing::rule(&terms.sharing.rule, language));
    let cap = terms.sharing.cap.map(|cap| format::money(language, cap));
    let (planned, price) = (terms.planned_number(), terms.price.likely());
    let each = prospect(price, &terms.sharing, planned);
    let each = sharing::prospect(each, planned, language);
    let least = terms.minimum.map(u32::from);
    let parts = [
        Some(rule),
        cap.map(|cap| Text::Cap(&cap).say(language)),
        Some(Text::PlannedFor(planned).say(language)),
        (price > Money::ZERO).then_some(each),
        least
            .filter(|least| *least != planned)
            .map(|least| Text::Minimum(least).say(language)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The price, how sure it is, and the band of an estimate.
#[component]
fn PriceCell(price: Price) -> impl IntoView {
    let language = language::current();
    let kind = match price {
        Price::Firm { .. } => Some(SharedText::FirmPrice),
        Price::Estimate { .. } => Some(SharedText::RoughEstimate),
        Price::NotAssessed => None,
    };
    let amount = match kind {
        Some(_) => format::money(language, price.likely()),
        None => format::price(language, &price),
    };
    let kind = kind.map(|kind| view! { <span class="note">{kind.say(language)}</span> });
    let band = match price {
        Price::Estimate { low, high, .. } if low < high => {
            let low = format::number(language, low.rounded_kroner());
            let high = format::money(language, high);
            let words = Text::Between(&low, &high).say(language);
            Some(view! { <span class="note">{words}</span> })
        }
        _ => None,
    };
    view! { <span class="amount">{amount}</span> {kind} {band} }
}

/// How far it has come: the bar, its key, and what moved since the last webinar.
#[component]
fn Financing(row: PortfolioRow) -> impl IntoView {
    let moved = row.movement.filter(|movement| movement.is_any());
    view! {
        <Meter row=row.clone() />
        <StateKey sums=row.sums />
        {moved.map(|movement| view! { <MovedSince movement=movement /> })}
    }
}

/// The bar: promises, what is being decided, intentions and interest against the price.
#[component]
fn Meter(row: PortfolioRow) -> impl IntoView {
    let language = language::current();
    let (sums, price) = (&row.sums, row.terms.price.likely());
    let shares = [
        sums.committed,
        sums.under_decision,
        sums.indicated,
        sums.interested,
    ];
    let classes = [
        "part-committed",
        "part-under-decision",
        "part-indicated",
        "part-interested",
    ];
    let parts = classes.into_iter().zip(bar_parts(shares, price));
    let parts =
        parts.map(|(class, part)| view! { <i class=class style:--part=part.to_string()></i> });
    let label = SharedText::CommittedOf {
        committed: &format::money(language, sums.committed.amount),
        price: &format::money(language, price),
    };
    let class = if row.state.is_funded() {
        "meter full"
    } else {
        "meter"
    };
    view! {
        <div class=class role="img" aria-label=label.say(language)>
            {parts.collect_view()}
        </div>
    }
}

/// "5 tilsagn · 2 til beslutning", each with its colour.
#[component]
fn StateKey(sums: Sums) -> impl IntoView {
    let language = language::current();
    let (committed, under_decision) = (sums.committed.count, sums.under_decision.count);
    let (indicated, interested) = (sums.indicated.count, sums.interested.count);
    let entries = [
        ("part-committed", committed, Text::Promises(committed)),
        (
            "part-under-decision",
            under_decision,
            Text::Deciding(under_decision),
        ),
        ("part-indicated", indicated, Text::Intending(indicated)),
        ("part-interested", interested, Text::Interested(interested)),
    ];
    let shown = entries.into_iter().filter(|(_, count, _)| *count > 0);
    let shown: Vec<_> = shown
        .map(|(class, _, text)| view! { <li class=class>{text.say(language)}</li> })
        .collect();
    if shown.is_empty() {
        return view! { <p class="note">{Text::NobodyYet.say(language)}</p> }.into_any();
    }
    view! { <ul class="key">{shown}</ul> }.into_any()
}

/// What came or went since the last webinar.
#[component]
fn MovedSince(movement: Movement) -> impl IntoView {
    let language = language::current();
    let is_less = movement.amount < Money::ZERO
        || (movement.amount == Money::ZERO && movement.municipalities < 0);
    let class = if is_less { "moved less" } else { "moved" };
    let moved = Text::Moved(movement.amount, movement.municipalities);
    view! {
        <p class=class>
            {moved.say(language)}
            <span class="visually-hidden">" " {Text::MovedSince.say(language)}</span>
        </p>
    }
}

/// What is missing: municipalities, if that is known, and money; nothing once it is funded.
#[component]
fn Missing(row: PortfolioRow) -> impl IntoView {
    let language = language::current();
    if row.state.is_funded() {
        let funded = SharedText::FullyFunded.say(language);
        return view! {
            <span class="funded">
                <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
                    <path d="M2.5 8.5L6.5 12.5L13.5 4" fill="none" stroke="currentColor" stroke-width="2.6" />
                </svg>
                {funded}
            </span>
        }
        .into_any();
    }
    let amount = format::money(language, row.shortfall);
    match row.missing.filter(|count| *count > 0) {
        Some(count) => view! {
            <span class="first">{SharedText::Municipalities(count).say(language)}</span>
            <span class="note amount">{amount}</span>
        }
        .into_any(),
        None => view! { <span class="first amount">{amount}</span> }.into_any(),
    }
}

/// The last day to say yes, whether it is over, and why it was put off.
#[component]
fn Deadline(row: PortfolioRow) -> impl IntoView {
    let language = language::current();
    let date = |day: Date| format::date(language, &day.to_string());
    let Some(day) = deadline(&row) else {
        return view! { <span class="none">{Text::NothingMissing.say(language)}</span> }.into_any();
    };
    let extended = row.terms.extension.as_ref().map(|extension| {
        let words = Text::Extended(&date(extension.from), &extension.reason).say(language);
        view! { <span class="note">{words}</span> }
    });
    let overdue = row.overdue.then(|| {
        view! { <span class="chip amber">{Text::Overdue.say(language)}</span> }
    });
    view! { <span class="first">{date(day)}</span> {overdue} {extended} }.into_any()
}
