//! One request's financing: what is promised, what is missing, and what helps.

use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::own_share::{
    average_inhabitants, beside_each_other, examples, prospect, saved_by_one_more,
};
use barometer_domain::financing::{Price, Sharing, Sums};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_domain::view::{AudienceView, RequestView, Screen};
use barometer_kit::ui::share_meter::{ShareKey, ShareMeter};
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::sharing::{self, SharingText};
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::candidate::size_of;
use super::list::{Check, TieOpen};
use super::state::ProjectorState;
use crate::stage::ui::breakable::breakable;
use crate::stage::ui::price_curve::PriceCurve;

/// Pieces of paper in the air when a request is fully funded.
const CONFETTI: u8 = 28;

/// What is told beside the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
enum FundingSummary {
    /// What another number than the planned one would mean.
    WhatIf {
        text: RequestText,
        count: u32,
        funded: bool,
    },
    /// That it is fully funded.
    Funded,
    /// The one sentence that helps most.
    Standing(RequestText, RequestView),
}

impl FundingSummary {
    fn summarise(text: RequestText, request: RequestView) -> Self {
        let (count, funded) = (request.shared_by, request.financing.funded);
        // Where nobody knows the price there is nothing to suppose.
        if text.price.known().is_some() && count != text.planned_number() {
            Self::WhatIf {
                text,
                count,
                funded,
            }
        } else if funded {
            Self::Funded
        } else {
            Self::Standing(text, request)
        }
    }
}

fn request_of(view: &AudienceView) -> Option<&RequestView> {
    match &view.screen {
        Screen::Request(request) => Some(request),
        _ => None,
    }
}

/// One request, drilled into.
#[component]
pub(crate) fn RequestStage(showing: ProjectorState, id: RequestId) -> impl IntoView {
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
    let sharing = Memo::new(move |_| {
        text.with(|text| text.as_ref().map(|text| text.sharing).unwrap_or_default())
    });
    let shared_by = Memo::new(move |_| request.get().map_or(0, |request| request.shared_by));
    let compared = Memo::new(move |_| request.get().is_some_and(|request| request.compared));
    let told = Memo::new(move |_| Some(FundingSummary::summarise(text.get()?, request.get()?)));
    view! {
        <div class="slide request" class:funded=funded>
            <Heading showing=showing text=text request=request />
            <div class="shares">
                <ShareMeter sums=sums price=price funded=funded />
                <ShareKey sums=sums price=price funded=funded />
            </div>
            <section class="curve">
                {move || {
                    // In a drawing the memos that others depend on are read first: one that is read after them, and
                    // changes while they do not, does not draw anew.
                    let text = text.get();
                    if price.get() == Money::ZERO {
                        // Nobody knows it: there is nothing to divide.
                        ().into_any()
                    } else if compared.get() {
                        text.map(|text| rules(&text, shared_by.get())).into_any()
                    } else {
                        view! {
                            <h2>{move || SharedText::PriceCurve.say(language::current())}</h2>
                            <PriceCurve
                                price=price
                                sharing=sharing
                                today=on_the_way
                                shared_by=shared_by
                            />
                        }
                        .into_any()
                    }
                }}
            </section>
            <section class="steps">
                <h2>{move || Text::DialogToInvoice.say(language::current())}</h2>
                <Steps sums=sums />
                {move || match told.get() {
                    None => ().into_any(),
                    Some(FundingSummary::WhatIf { text, count, funded }) => what_if(&text, count, funded),
                    Some(FundingSummary::Funded) => view! { <Celebration sums=sums /> }.into_any(),
                    Some(FundingSummary::Standing(text, request)) => summary_sentence(&text, &request),
                }}
            </section>
        </div>
    }
}

/// What a small, the average and a large municipality would pay by each rule when `count` share.
fn rules(text: &RequestText, count: u32) -> AnyView {
    let language = language::current();
    let beside = beside_each_other(text.price.likely(), text.sharing, &examples(), count);
    let Some(beside) = beside else {
        return view! {
            <h2>{Text::RulesAt(count).say(language)}</h2>
            <p class="say">{SharingText::AllAlike(count).say(language)}</p>
        }
        .into_any();
    };
    let heading = |inhabitants: u32| {
        let words = Text::Inhabitants(&language.whole(inhabitants)).say(language);
        view! { <th scope="col">{words}</th> }
    };
    let row = |(sharing, shares): (Sharing, Vec<Option<Money>>)| {
        let agreed = sharing == text.sharing;
        let words = format::capitalised(&sharing::rule_in_brief(&sharing.rule, language));
        let mark = agreed.then(|| {
            let here = SharingText::AppliesHere.say(language);
            view! { <span class="chip">{here}</span> }
        });
        let share = |share: Option<Money>| {
            let share =
                share.map_or_else(|| "–".to_owned(), |share| format::money(language, share));
            view! { <td>{share}</td> }
        };
        view! {
            <tr class:agreed=agreed>
                <th scope="row">{words} " " {mark}</th>
                {shares.into_iter().map(share).collect_view()}
            </tr>
        }
    };
    let rows: Vec<_> = beside.into_iter().map(row).collect();
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
    .into_any()
}

#[component]
fn Heading(
    showing: ProjectorState,
    text: Memo<Option<RequestText>>,
    request: Memo<Option<RequestView>>,
) -> impl IntoView {
    let voted = showing.read(|view, _| Some(view.barometer.turnout.municipalities));
    let written_in = showing.read(|_, texts| Some(texts.language));
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
            Price::Estimate { .. } => SharedText::RoughEstimate,
            Price::Firm { .. } => SharedText::FirmPrice,
            Price::NotAssessed => return None,
        };
        Some(kind.say(language::current()))
    };
    view! {
        <header>
            <div>
                <p class="eyebrow">{crumb}</p>
                <TieOpen showing=showing />
                <h1 tabindex="-1" class=size>
                    {move || Some(breakable(&text.get()?.title, written_in.get()?))}
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
            SharedText::Interested,
            (|sums| sums.interested.count) as fn(Sums) -> u32,
        ),
        (SharedText::Indicated, |sums| sums.indicated.count),
        (SharedText::UnderDecision, |sums| sums.under_decision.count),
        (SharedText::Committed, |sums| sums.committed.count),
        (SharedText::Invoiced, |sums| sums.invoiced.count),
    ];
    let step = move |(state, count): (SharedText<'static>, fn(Sums) -> u32)| {
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
fn summary_sentence(text: &RequestText, request: &RequestView) -> AnyView {
    let (language, financing) = (language::current(), &request.financing);
    if text.price.known().is_none() {
        return ().into_any();
    }
    let on_the_way = financing.sums.municipalities();
    if !financing.lacks_money() && on_the_way > 0 {
        let covered = SharedText::covered(financing.missing).say(language);
        return view! {
            <p class="say sentence">
                <b>{covered}</b>
            </p>
        }
        .into_any();
    }
    if on_the_way == 0 {
        return view! {
            <p class="say">
                <b>{Text::NobodyOnTheWay.say(language)}</b>
            </p>
            {what_if(text, request.shared_by, false)}
        }
        .into_any();
    }
    let missing = format::money(language, financing.shortfall);
    let strong = match financing.missing.filter(|more| *more > 0) {
        Some(more) => Text::StillMissing(more, &missing),
        None => Text::MissingCommitments(&missing),
    };
    view! {
        <p class="say">
            <b>{strong.say(language)}</b>
        </p>
        {what_if(text, request.shared_by, false)}
    }
    .into_any()
}

/// What each would pay if so many shared the price, and what one more or one fewer would change.
fn what_if(text: &RequestText, count: u32, funded: bool) -> AnyView {
    let (language, price, sharing) = (language::current(), text.price.likely(), &text.sharing);
    let pay = sharing::prospect(prospect(price, sharing, count), count, language);
    let pay = Text::WithSoMany(count, &pay).say(language);
    let by_size = sharing.rule.depends_on_size();
    let saved = |count| {
        let saved = saved_by_one_more(price, sharing, average_inhabitants(), count)?;
        Some(format::money(language, saved))
    };
    let more = saved(count).map(|saved| Text::OneMoreSaves(&saved, by_size).say(language));
    let fewer = count.checked_sub(1).and_then(saved);
    let fewer = fewer.map(|more| Text::OneFewerCosts(&more, by_size).say(language));
    let back = funded.then(|| Text::PaidTooMuch.say(language));
    let changes: Vec<String> = [more, fewer, back].into_iter().flatten().collect();
    view! {
        <p class="say">
            <b>{pay}</b>
            " "
            {changes.join(" ")}
        </p>
    }
    .into_any()
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
                <b>{move || SharedText::FullyFunded.say(language::current())}</b>
                <span>{by}</span>
            </p>
        </div>
        <div class="confetti" aria-hidden="true">
            {(0..CONFETTI).map(piece).collect_view()}
        </div>
    }
}
