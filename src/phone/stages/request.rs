//! One request's financing: how far, what it would cost this municipality, and "Vi vil gerne være med".

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::own_share::{
    average_inhabitants, beside_each_other, prospect, prospective_share,
};
use barometer_domain::financing::{Price, Sharing, SharingRule};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_domain::municipality::Municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::view::{RequestView, Screen};
use barometer_kit::ui::handler::handler;
use barometer_kit::ui::input::input;
use barometer_kit::ui::share_meter::{share_key, share_meter};
use barometer_kit::{format, route};
use barometer_text::Language;
use barometer_text::phone::PhoneText;
use barometer_text::phone_view;
use barometer_text::refusal;
use barometer_text::shared::SharedText;
use barometer_text::sharing::{self, SharingText};
use leptos::prelude::*;

use super::super::participant::{SliderPosition, StageContext};
use super::super::pending_interest::{InterestError, PendingInterest};
use super::frame::StagePage;
use super::result::own_vote;

/// The slider's right end: most requests are shared by far fewer than all 98.
const MOST: u32 = 60;

/// One of the requests that the person opened by themselves, and its page; as on the screen, if that shows the same.
pub(crate) fn opened(seen: &StageContext, id: RequestId) -> Option<(RequestId, StagePage)> {
    let found = seen.view.requests.iter().find(|row| row.request == id)?;
    let text = seen.texts.request(id)?;
    let view = match &seen.view.screen {
        Screen::Request(view) if view.financing.request == id => *view,
        _ => RequestView {
            financing: *found,
            shared_by: text.planned_number(),
            compared: false,
            result: None,
        },
    };
    Some((id, request(seen, &view)))
}

/// The way from one request to all of them.
fn to_all(seen: &StageContext) -> Option<AnyView> {
    let following = seen.following;
    (!seen.view.requests.is_empty()).then(|| {
        let all = PhoneText::AllRequests.say(seen.language);
        view! {
            <button
                type="button"
                class="link-button"
                data-back=""
                on:click=handler(move |_| following.go_to(None))
            >
                {all}
            </button>
        }
        .into_any()
    })
}

/// The request that the presenter has drilled into.
pub(crate) fn request(seen: &StageContext, view: &RequestView) -> StagePage {
    let Some(text) = seen.texts.request(view.financing.request) else {
        return StagePage::default();
    };
    let mut crumb = SharedText::Stage(Stage::Financing).say(seen.language);
    if let Some(row) = &view.result {
        let place =
            PhoneText::PlaceInBarometer(&phone_view::place(row, seen.language)).say(seen.language);
        crumb = format!("{crumb} · {place}");
    }
    let committed = seen.state.me.committed.contains(&text.id);
    let noted = seen.state.me.interests.contains(&text.id);
    let wish = seen.state.wish.as_ref();
    let wish =
        wish.filter(|wish| wish.request == text.id && (wish.back || wish.named.is_some()) == noted);
    let status = if committed {
        PhoneText::YouHaveCommitted.say(seen.language)
    } else if noted {
        let noted = PhoneText::YouAreNoted.say(seen.language);
        [noted, naming(seen, text.id, wish)].join(" ")
    } else {
        let failure = wish.and_then(|wish| wish.failed.as_ref());
        let why = failure.map(|failure| failed(failure, PhoneText::InterestFailed, seen.language));
        why.unwrap_or_default()
    };
    StagePage {
        crumb,
        heading: format::with_soft_hyphens(&text.title),
        main: vec![
            own_vote(seen, text.id),
            progress(view, text, seen.language),
            price_view(seen, view, text),
            benefit(text, seen.language),
        ],
        under: to_all(seen),
        bar: Some(bar(seen, text.id, noted, wish)),
        status,
        ..StagePage::default()
    }
}

fn progress(view: &RequestView, text: &RequestText, language: Language) -> AnyView {
    let (financing, price) = (&view.financing, text.price.likely());
    if text.price.known().is_none() {
        return ().into_any();
    }
    let sums = &financing.sums;
    let big = if financing.lacks_money() {
        phone_view::on_the_way(sums, price, language)
    } else {
        phone_view::funded(financing, language)
    };
    let committed = SharedText::CommittedOf {
        committed: &format::money(language, sums.committed.amount),
        price: &format::money(language, price),
    };
    view! {
        <section>
            <p class="big sentence">{big}</p>
            <p class="muted under-big">{committed.say(language)}</p>
            {share_meter(sums, price, financing.funded)}
            {share_key(sums, price, financing.funded)}
        </section>
    }
    .into_any()
}

/// What it would cost: the own municipality's share or, for who only watches, what each pays.
fn price_view(seen: &StageContext, view: &RequestView, text: &RequestText) -> AnyView {
    let language = seen.language;
    let label = match text.price {
        Price::Estimate { .. } => SharedText::RoughEstimate,
        Price::Firm { .. } => SharedText::FirmPrice,
        Price::NotAssessed => {
            let unknown = format::price(language, &text.price);
            return view! { <p class="card sentence muted">{unknown}</p> }.into_any();
        }
    };
    let price = format::money(language, text.price.likely());
    let label = label.say(language);
    let count = SliderRange::for_slider(seen, view, text);
    let own = seen.own();
    let pays = seen
        .state
        .me
        .pays
        .iter()
        .find(|paid| paid.request == text.id);
    let figures = match own {
        _ if pays.is_some() => pays
            .map(|paid| actual_share(paid.share, language))
            .into_iter()
            .collect(),
        Some(own) => own_price(seen, text, own, count),
        None => each_price(seen, text, count),
    };
    let beside = own.filter(|_| pays.is_none());
    let beside = beside.map(|own| side_by_side(seen, text, own, count));
    view! {
        <section class="card">
            {figures}
            <p class="sentence muted">{phone_view::terms(text.sharing, own.is_none(), language)}</p>
            <p class="sentence muted">{format!("{label}: {price}")}</p>
            {beside}
        </section>
    }
    .into_any()
}

/// What the own municipality pays now that the promises cover the price.
fn actual_share(share: Money, language: Language) -> AnyView {
    view! {
        <h2>{PhoneText::YouPay.say(language)}</h2>
        <p class="big">{format::to_the_ore(language, share)}</p>
        <p class="sentence">{PhoneText::YouPayLess.say(language)}</p>
    }
    .into_any()
}

/// Where the slider stands, and its right end.
#[derive(Clone, Copy)]
struct SliderRange {
    shown: u32,
    now: u32,
    most: u32,
}

impl SliderRange {
    /// Where the projector's is; or where it was moved to, until the presenter supposes another number.
    fn for_slider(seen: &StageContext, view: &RequestView, text: &RequestText) -> Self {
        let shown = view.shared_by.max(1);
        let moved = seen.state.slider;
        let moved = moved.filter(|moved| (moved.request, moved.from) == (text.id, shown));
        Self {
            shown,
            now: moved.map_or(shown, |moved| moved.count),
            most: MOST.max(shown),
        }
    }
}

/// The own municipality's share under the request's rule, and the slider under it.
fn own_price(
    seen: &StageContext,
    text: &RequestText,
    own: &Municipality,
    count: SliderRange,
) -> Vec<AnyView> {
    let (language, sharing) = (seen.language, &text.sharing);
    let share = prospective_share(text.price.likely(), sharing, own.population, count.now);
    let heading = SharingText::Yours.say(language);
    let rule = sharing::rule(&sharing.rule, language);
    let mut when = sharing::share_if(count.now, &rule, language);
    if !matches!(sharing.rule, SharingRule::FixedFee { .. }) {
        when = when + " " + &PhoneText::CheaperTogether.say(language);
    }
    let (big, under) = match share {
        Ok(share) => (format::money(language, share), when),
        Err(_) => (
            String::new(),
            SharingText::NotEnough(count.now).say(language),
        ),
    };
    let aloud = format!("{big} {under}");
    vec![
        view! {
            <h2>{heading}</h2>
            <p class="big">{big}</p>
            <p class="sentence">{under}</p>
        }
        .into_any(),
        slider(seen, text.id, count, aloud),
    ]
}

/// What each pays, or a small, the average and a large one, and the slider under it.
fn each_price(seen: &StageContext, text: &RequestText, count: SliderRange) -> Vec<AnyView> {
    let (language, sharing) = (seen.language, &text.sharing);
    let each = prospect(text.price.likely(), sharing, count.now);
    let each = sharing::prospect(each, count.now, language);
    let when = sharing::if_so_many(count.now, language);
    let aloud = format!("{when}: {each}");
    vec![
        view! {
            <p>{when}</p>
            <p>
                <b>{each}</b>
            </p>
        }
        .into_any(),
        slider(seen, text.id, count, aloud),
    ]
}

fn slider(seen: &StageContext, request: RequestId, count: SliderRange, aloud: String) -> AnyView {
    let following = seen.following;
    let slide = move |event: web_sys::Event| {
        if let Ok(moved) = event_target_value(&event).parse() {
            following.state.write().slider = Some(SliderPosition {
                request,
                from: count.shown,
                count: moved,
            });
        }
    };
    let attributes = view! {
        <{..}
            type="range"
            class="slider"
            min="1"
            max=count.most.to_string()
            aria-label=PhoneText::HowManyShare.say(seen.language)
            aria-valuetext=aloud
            on:input=handler(slide)
        />
    };
    input(attributes, count.now.to_string())
}

/// The own share by the usual rules; the request's own is marked. A rule that cannot carry the price is left out.
fn side_by_side(
    seen: &StageContext,
    text: &RequestText,
    own: &Municipality,
    count: SliderRange,
) -> AnyView {
    let language = seen.language;
    let inhabitants = [own.population];
    let beside = beside_each_other(text.price.likely(), text.sharing, &inhabitants, count.now);
    let Some(beside) = beside else {
        let alike = SharingText::AllAlike(count.now).say(language);
        return view! { <p class="muted">{alike}</p> }.into_any();
    };
    let row = |(beside, shares): (Sharing, Vec<Option<Money>>)| {
        let share = shares.into_iter().next()??;
        let is_agreed = beside == text.sharing;
        let class = if is_agreed { "agreed" } else { "" };
        let mark = is_agreed.then(|| SharingText::AppliesHere.say(language));
        let row = view! {
            <tr class=class>
                <th scope="row">
                    <span class="sentence">{sharing::rule(&beside.rule, language)}</span>
                    <small>{mark}</small>
                </th>
                <td>{format::money(language, share)}</td>
            </tr>
        };
        Some(row.into_any())
    };
    let rows: Vec<AnyView> = beside.into_iter().filter_map(row).collect();
    let inhabitants = format::number(language, average_inhabitants().into());
    view! {
        <table class="shares">
            <caption>{SharingText::OtherRules.say(language)}</caption>
            <tbody>{rows}</tbody>
        </table>
        <p class="muted shares-note">{SharingText::Assumption(&inhabitants).say(language)}</p>
    }
    .into_any()
}

fn benefit(text: &RequestText, language: Language) -> AnyView {
    if text.pitch.is_empty() && text.benefit.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="card">
            <h2>{PhoneText::WhatYouGet.say(language)}</h2>
            <p>{format!("{} {}", text.pitch, text.benefit)}</p>
        </section>
    }
    .into_any()
}

/// "Jeg skal have det med hjem": the decision brief, which the server makes.
fn take_home(seen: &StageContext, request: RequestId) -> AnyView {
    let address = route::brief(&seen.following.code(), request, seen.language);
    view! {
        <a class="button second wide" href=address target="_blank" rel="noopener">
            {PhoneText::TakeHome.say(seen.language)}
        </a>
    }
    .into_any()
}

/// The buttons under the thumb, and what has become of it.
fn bar(
    seen: &StageContext,
    request: RequestId,
    noted: bool,
    wish: Option<&PendingInterest>,
) -> AnyView {
    let (following, language) = (seen.following, seen.language);
    if seen.state.me.committed.contains(&request) {
        return view! {
            <div class="bar">
                <p class="notice leaf">
                    <b>{PhoneText::YouHaveCommitted.say(language)}</b>
                </p>
                {take_home(seen, request)}
            </div>
        }
        .into_any();
    }
    let is_over = seen.view.ended && !noted;
    if !seen.is_voter() || is_over {
        let note = if is_over {
            refusal::sentence(&Refusal::WebinarEnded, language)
        } else {
            PhoneText::ObserverInterest.say(language)
        };
        return view! {
            <div class="bar">
                <p class="bar-note">{note}</p>
                {take_home(seen, request)}
            </div>
        }
        .into_any();
    }
    if noted {
        let back = (!seen.view.ended).then(|| {
            view! {
                <button
                    type="button"
                    class="link-button"
                    on:click=handler(move |_| following.take_back(request))
                >
                    {PhoneText::TakeBack.say(language)}
                </button>
            }
            .into_any()
        });
        return view! {
            <div class="bar">
                <div class="notice leaf">
                    <p>
                        <b>{PhoneText::YouAreNoted.say(language)}</b>
                        " "
                        {PhoneText::NotedMeans.say(language)}
                    </p>
                    {consent(seen, request, wish)}
                    {back}
                </div>
                {take_home(seen, request)}
            </div>
        }
        .into_any();
    }
    let means = PhoneText::InterestMeans.say(language);
    let (class, note, label) = match wish.map(|wish| &wish.failed) {
        None => ("bar-note", means, PhoneText::WeWantIn),
        Some(None) => ("bar-note", means, PhoneText::Sending),
        Some(Some(failure)) => {
            let why = failed(failure, PhoneText::InterestFailed, language);
            ("bar-note wrong", why, PhoneText::WeWantIn)
        }
    };
    view! {
        <div class="bar">
            <p class=class>{note}</p>
            <button
                class="button primary wide"
                on:click=handler(move |_| following.want(request, None))
            >
                {label.say(language)}
            </button>
            {take_home(seen, request)}
        </div>
    }
    .into_any()
}

/// Why it did not get through, in words.
fn failed(failure: &InterestError, lost: PhoneText<'static>, language: Language) -> String {
    match failure {
        InterestError::Lost => lost.say(language),
        InterestError::Refused(refused) => refusal::sentence(refused, language),
    }
}

/// Whether the municipality would like to be named: what was tapped, and beside it what the server has.
fn consent(seen: &StageContext, request: RequestId, wish: Option<&PendingInterest>) -> AnyView {
    let (following, language) = (seen.following, seen.language);
    let wished = wish.and_then(|wish| wish.named);
    let chosen = wished.unwrap_or_else(|| seen.state.me.name_wished.contains(&request));
    let lost = wish.filter(|wish| matches!(wish.failed, Some(InterestError::Lost)));
    let again = lost.map(|wish| {
        let named = wish.named;
        view! {
            <button
                type="button"
                class="link-button"
                on:click=handler(move |_| following.want(request, named))
            >
                {PhoneText::TryAgain.say(language)}
            </button>
        }
        .into_any()
    });
    view! {
        <label class="consent">
            <input
                type="checkbox"
                prop:checked=chosen
                on:change=handler(move |_| following.want(request, Some(!chosen)))
            />
            {PhoneText::MayBeNamed.say(language)}
        </label>
        <p>{naming(seen, request, wish)} " " {again}</p>
    }
    .into_any()
}

/// What has become of the wish: said to be noted only once the server has it.
fn naming(seen: &StageContext, request: RequestId, wish: Option<&PendingInterest>) -> String {
    let language = seen.language;
    let said = match wish.map(|wish| &wish.failed) {
        Some(Some(failure)) => return failed(failure, PhoneText::NameFailed, language),
        Some(None) => PhoneText::NameSending,
        None if seen.state.me.name_wished.contains(&request) => PhoneText::NameWished,
        None => PhoneText::NameNotWished,
    };
    said.say(language)
}
