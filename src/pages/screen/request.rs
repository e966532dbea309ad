//! One request's financing: what is promised, what is missing, and what helps.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::own_share::{examples, own_share, side_by_side};
use barometer_domain::financing::{
    Price, Sharing, SharingRule, Sums, USUALLY_SHARED_BY, price_per_municipality, saved_by_one_more,
};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_domain::view::{AudienceView, FinancingRow, RequestView, Screen};
use barometer_text::shared::Shared;
use barometer_text::sharing::{self, Share};
use barometer_text::staff::screen::Screen as Text;
use leptos::prelude::*;

use super::candidate::size_of;
use super::list::Check;
use super::showing::Showing;
use crate::ui::price_curve::PriceCurve;
use crate::ui::share_meter::{ShareKey, ShareMeter};
use crate::{format, language};

/// Pieces of paper in the air when a request is fully funded.
const CONFETTI: u8 = 28;

fn request_of(view: &AudienceView) -> Option<&RequestView> {
    match &view.screen {
        Screen::Request(request) => Some(request),
        _ => None,
    }
}

/// One request, drilled into.
#[component]
pub fn RequestStage(
    /// View, texts and clock.
    showing: Showing,
    /// Which request.
    id: RequestId,
) -> impl IntoView {
    let text = showing.read(move |_, texts| texts.request(id).cloned());
    let request = showing.read(|view, _| request_of(view).copied());
    let sums = Memo::new(move |_| request.get().map(|r| r.financing.sums).unwrap_or_default());
    let price = Memo::new(move |_| {
        text.with(|text| text.as_ref().map_or(Money::ZERO, |t| t.price.likely()))
    });
    let funded = Memo::new(move |_| {
        request
            .get()
            .is_some_and(|request| request.financing.funded)
    });
    let on_the_way = Memo::new(move |_| sums.get().municipalities());
    let more = Memo::new(move |_| request.get().map_or(0, |request| request.supposed.into()));
    let supposed = move || on_the_way.get() + more.get();
    let compared = Memo::new(move |_| request.get().is_some_and(|request| request.compared));
    view! {
        <div class="slide request" class:funded=funded>
            <Heading showing=showing text=text request=request />
            <div class="shares">
                <ShareMeter sums=sums price=price funded=funded />
                <ShareKey sums=sums price=price funded=funded />
            </div>
            <section class="curve">
                {move || {
                    if compared.get() {
                        text.get().map(|text| rules(&text, supposed())).into_any()
                    } else {
                        view! {
                            <h2>{move || Shared::PriceCurve.say(language::current())}</h2>
                            <PriceCurve
                                price=price
                                today=on_the_way
                                supposed=Signal::derive(supposed)
                            />
                        }
                        .into_any()
                    }
                }}
            </section>
            <section class="steps">
                <h2>{move || Text::DialogToInvoice.say(language::current())}</h2>
                <Steps sums=sums />
                {move || {
                    if more.get() > 0 {
                        suppose(price.get(), on_the_way.get(), more.get(), funded.get()).into_any()
                    } else if funded.get() {
                        view! { <Celebration sums=sums /> }.into_any()
                    } else {
                        let (text, request) = (text.get(), request.get());
                        text.zip(request).map(|(text, of)| say(&text, &of.financing)).into_any()
                    }
                }}
            </section>
        </div>
    }
}

/// What a small, the average and a large municipality would pay by each rule, when `on_the_way` share; before anyone
/// is there, as many as it is planned for or usual.
fn rules(text: &RequestText, on_the_way: u32) -> impl IntoView + use<> {
    let language = language::current();
    let planned = text.sharing.planned_for.unwrap_or(USUALLY_SHARED_BY).into();
    let count = if on_the_way > 0 { on_the_way } else { planned };
    let price = text.price.likely();
    let heading = |inhabitants: u32| {
        let words = Text::Inhabitants(&language.whole(inhabitants)).say(language);
        view! { <th scope="col">{words}</th> }
    };
    let row = |sharing: &Sharing| {
        let agreed = *sharing == text.sharing;
        let words = format::capitalised(&sharing::rule(&sharing.rule, language));
        let mark = agreed.then(|| {
            let here = Share::AppliesHere.say(language);
            view! { <span class="chip">{here}</span> }
        });
        let share = |inhabitants: u32| {
            let share = own_share(price, sharing, inhabitants, count);
            let share =
                share.map_or_else(|_| "–".to_owned(), |share| format::money(language, share));
            view! { <td>{share}</td> }
        };
        view! {
            <tr class:agreed=agreed>
                <th scope="row">{words} " " {mark}</th>
                {examples().map(share).into_iter().collect_view()}
            </tr>
        }
    };
    let rows: Vec<_> = side_by_side(text.sharing).iter().map(row).collect();
    view! {
        <h2>{Text::RulesAt(count).say(language)}</h2>
        <table class="rules">
            <thead>
                <tr>
                    <td></td>
                    {examples().map(heading).into_iter().collect_view()}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[component]
fn Heading(
    showing: Showing,
    text: Memo<Option<RequestText>>,
    request: Memo<Option<RequestView>>,
) -> impl IntoView {
    let voted = showing.read(|view, _| Some(view.barometer.turnout.municipalities));
    let crumb = move || {
        let language = language::current();
        let text = match request.get()?.result {
            Some(row) => Text::FromBarometer(row.place, row.municipalities, voted.get()?),
            None => Text::Ongoing,
        };
        Some(text.say(language))
    };
    let size = move || text.with(|text| text.as_ref().map_or("", |text| size_of(&text.title)));
    let amount = move || Some(format::price(language::current(), &text.get()?.price));
    let kind = move || {
        let kind = match text.get()?.price {
            Price::Estimate { .. } => Shared::RoughEstimate,
            Price::Firm { .. } => Shared::FirmPrice,
        };
        Some(kind.say(language::current()))
    };
    view! {
        <header>
            <div>
                <p class="eyebrow">{crumb}</p>
                <h1 tabindex="-1" class=size>
                    {move || text.get().map(|text| text.title)}
                </h1>
            </div>
            <div class="request-price">
                <b>{amount}</b>
                <span class="muted">{kind}</span>
            </div>
        </header>
    }
}

/// How many municipalities have come how far.
#[component]
fn Steps(sums: Memo<Sums>) -> impl IntoView {
    let steps = [
        (
            Shared::Interested,
            (|sums| sums.interested.count) as fn(Sums) -> u32,
        ),
        (Shared::Indicated, |sums| sums.indicated.count),
        (Shared::UnderDecision, |sums| sums.under_decision.count),
        (Shared::Committed, |sums| sums.committed.count),
        (Shared::Invoiced, |sums| sums.invoiced.count),
    ];
    let step = move |(state, count): (Shared<'static>, fn(Sums) -> u32)| {
        let count = Memo::new(move |_| count(sums.get()));
        let share = move || {
            let most = sums.get().municipalities().max(1);
            format!("{:.3}", f64::from(count.get()) / f64::from(most))
        };
        view! {
            <div>
                <dt>{move || state.say(language::current())}</dt>
                <dd>
                    <i aria-hidden="true" style:--share=share></i>
                    <b>{count}</b>
                </dd>
            </div>
        }
    };
    view! { <dl class="steps-list">{steps.map(step).collect_view()}</dl> }
}

/// The one sentence that helps most.
fn say(text: &RequestText, financing: &FinancingRow) -> impl IntoView + use<> {
    let language = language::current();
    let price = text.price.likely();
    let on_the_way = financing.sums.municipalities();
    if !financing.lacks_money() && on_the_way > 0 {
        let covered = Shared::covered(financing.missing).say(language);
        return view! {
            <p class="say sentence">
                <b>{covered}</b>
            </p>
        }
        .into_any();
    }
    let missing = format::money(language, financing.shortfall);
    let saved =
        saved_by_one_more(price, on_the_way).filter(|_| text.sharing.rule == SharingRule::Equal);
    let more = financing.missing.filter(|more| *more > 0 && on_the_way > 0);
    let one_more = saved.map(|saved| {
        let saved = Text::OneMoreSaves(&format::money(language, saved)).say(language);
        format!("{} {saved}", Text::OneMore.say(language))
    });
    let (strong, rest) = if let Some(more) = more {
        (Text::StillMissing(more, &missing), one_more)
    } else if on_the_way == 0 {
        let n = u32::from(text.sharing.planned_for.unwrap_or(USUALLY_SHARED_BY));
        let each = price_per_municipality(price, n).unwrap_or_default();
        let each = format::money(language, each);
        (
            Text::NobodyOnTheWay,
            Some(Text::SoManyWouldPay(n, &each).say(language)),
        )
    } else if let Some(saved) = saved {
        let saved = format::money(language, saved);
        (
            Text::OneMore,
            Some(Text::OneMoreSaves(&saved).say(language)),
        )
    } else {
        (Text::MissingCommitments(&missing), None)
    };
    view! {
        <p class="say">
            <b>{strong.say(language)}</b>
            " "
            {rest}
        </p>
    }
    .into_any()
}

/// What it would mean for everyone if so many more joined, where all pay the same.
fn suppose(price: Money, today: u32, more: u32, funded: bool) -> impl IntoView + use<> {
    let language = language::current();
    let at = |count| price_per_municipality(price, count).unwrap_or_default();
    let then = at(today + more);
    let each = format::money(language, then);
    let saved = format::money(language, at(today).less(then));
    let rest = match (today, funded) {
        (0, _) => Text::SoManyWouldPay(more, &each),
        (_, true) => Text::ThenEachGetsBack(&each, &saved),
        (_, false) => Text::ThenEachPays(&each, &saved),
    };
    let strong = (today > 0).then(|| Text::IfSoManyMore(more).say(language));
    view! {
        <p class="say">
            <b>{strong}</b>
            " "
            {rest.say(language)}
        </p>
    }
}

/// Nothing is missing any more.
#[component]
fn Celebration(sums: Memo<Sums>) -> impl IntoView {
    let by = move || Text::FundedBy(sums.get().committed.count).say(language::current());
    let piece = |at: u8| {
        // A fixed scatter: the same on every screen, and nothing random to compute.
        let across = u16::from(at) * 37 % 100;
        let delay = u16::from(at) * 53 % 90;
        let turn = u16::from(at) * 71 % 360;
        view! {
            <i
                style:--across=across.to_string()
                style:--delay=delay.to_string()
                style:--turn=turn.to_string()
            ></i>
        }
    };
    view! {
        <div class="celebration">
            <span class="seal">
                <Check />
            </span>
            <p>
                <b>{move || Shared::FullyFunded.say(language::current())}</b>
                <span>{by}</span>
            </p>
        </div>
        <div class="confetti" aria-hidden="true">
            {(0..CONFETTI).map(piece).collect_view()}
        </div>
    }
}
