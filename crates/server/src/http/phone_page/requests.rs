//! Requests under way and those that go on: how far each has come, what it would cost the own municipality, and "Vi vil
//! gerne være med".

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::own_share::{
    average_inhabitants, beside_each_other, prospect, prospective_share,
};
use barometer_domain::financing::{Price, SharingRule, Sums, bar_parts};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_domain::municipality::Municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::Route;
use barometer_domain::view::{FinancingPage, FinancingRow, RequestView, Screen};
use barometer_text::figures::{self, with_soft_hyphens};
use barometer_text::phone::PhoneText;
use barometer_text::plain_phone::PlainPhoneText;
use barometer_text::shared::SharedText;
use barometer_text::sharing::{self, SharingText};
use barometer_text::{phone_view, refusal};
use maud::{Markup, html};

use super::frame::{StageContext, StagePage};
use super::own_vote::own_vote;
use super::{PlainFault, address};

/// The slider's right end: most requests are shared by far fewer than all 98.
const MOST: u32 = 60;

/// A page of requests, the same as on the screen.
pub(super) fn financing(seen: &StageContext<'_>, page: &FinancingPage) -> StagePage {
    let stage = match seen.state().view.screen {
        Screen::Ongoing(_) => Stage::Ongoing,
        _ => Stage::Financing,
    };
    let count = u32::try_from(page.rows.len()).unwrap_or(0);
    let crumb = if page.pages > 1 {
        PhoneText::PageOf {
            page: u32::from(page.page) + 1,
            of: page.pages.into(),
        }
    } else {
        PhoneText::Requests(count)
    };
    let main = html! {
        @if count == 0 { p class="muted" { (seen.say(PhoneText::NothingUnderWay)) } }
        @else { ul class="requests" { @for row in &page.rows { (request_row(seen, row)) } } }
    };
    StagePage {
        crumb: seen.say(crumb),
        heading: seen.say_shared(SharedText::Stage(stage)),
        main: vec![main],
        ..StagePage::default()
    }
}

/// Every request of the last stages, each to be opened.
pub(super) fn all_requests(seen: &StageContext<'_>) -> StagePage {
    let rows = &seen.state().view.requests;
    StagePage {
        crumb: seen.say(PhoneText::Requests(u32::try_from(rows.len()).unwrap_or(0))),
        heading: seen.say_shared(SharedText::Stage(Stage::Financing)),
        main: vec![cards(seen, rows)],
        ..StagePage::default()
    }
}

/// Requests as cards that open.
pub(super) fn cards(seen: &StageContext<'_>, rows: &[FinancingRow]) -> Markup {
    html! {
        ul class="requests" { @for row in rows { (request_row(seen, row)) } }
        p class="muted sentence" { (seen.say_shared(SharedText::Rounded)) }
    }
}

fn request_row(seen: &StageContext<'_>, financing: &FinancingRow) -> Markup {
    let Some(text) = seen.state().texts.request(financing.request) else {
        return html! {};
    };
    let (sums, price, language) = (&financing.sums, text.price.likely(), seen.language());
    let opens = !seen.state().view.requests.is_empty();
    html! {
        li class="card request" {
            h2 {
                @if opens {
                    form class="inline-form" method="get" action=(Route::Phone(seen.page.code.clone()).path()) {
                        input type="hidden" name="lang" value=(language.tag());
                        button class="card-way" name="request" value=(text.id.0) { (text.title) }
                    }
                } @else { (text.title) }
            }
            p class="request-line" {
                @if text.price.known().is_some() {
                    b { (phone_view::on_the_way(sums, price, language)) }
                    span class="muted sentence" { (phone_view::missing(financing, language)) }
                } @else { span class="muted sentence" { (figures::price(language, &text.price)) } }
            }
            (share_meter(seen, sums, price, financing.funded))
            p class="muted" { (seen.say_shared(SharedText::MunicipalitiesSoFar(sums.municipalities()))) }
            @if opens { (own_line(seen, text)) }
            (own_vote(seen, text.id))
        }
    }
}

/// What it would cost when as many as planned join, or what is really paid; and whether one has said interest.
fn own_line(seen: &StageContext<'_>, text: &RequestText) -> Markup {
    let language = seen.language();
    let pays = seen.me.pays.iter().find(|paid| paid.request == text.id);
    let mut lines = Vec::new();
    if let Some(paid) = pays {
        let share = figures::to_the_ore(language, paid.share);
        lines.push(format!("{} {share}", seen.say(PhoneText::YouPay)));
    } else if text.price.known().is_some() {
        let count = text.planned_number();
        let when = sharing::if_so_many(count, language);
        let pays = phone_view::would_pay(text, seen.own(), count, language);
        lines.push(format!("{when}: {pays}"));
    }
    if seen.me.committed.contains(&text.id) {
        lines.push(seen.say(PhoneText::YouHaveCommitted));
    } else if seen.me.interests.contains(&text.id) {
        lines.push(seen.say(PhoneText::YouAreNoted));
    }
    html! { @for line in lines { p { (line) } } }
}

/// The bar: tilsagn, til beslutning, hensigt, and what is missing.
fn share_meter(seen: &StageContext<'_>, sums: &Sums, price: Money, funded: bool) -> Markup {
    let parts = bar_parts([sums.committed, sums.under_decision, sums.indicated], price);
    let names = ["part-committed ", "part-under-decision ", "part-indicated "];
    let language = seen.language();
    let label = seen.say_shared(SharedText::CommittedOf {
        committed: &figures::money(language, sums.committed.amount),
        price: &figures::money(language, price),
    });
    html! {
        div class=(if funded { "meter full" } else { "meter" }) role="img" aria-label=(label) {
            @for (name, part) in names.into_iter().zip(parts) { i class={ (name) (seen.page.part(part)) } {} }
        }
    }
}

/// The bar's key: each state with its amount. States without an amount are left out.
fn share_key(seen: &StageContext<'_>, sums: &Sums, price: Money, funded: bool) -> Markup {
    let missing = sums.shortfall(price);
    let entries = [
        (
            "part-committed",
            SharedText::Committed,
            sums.committed.amount,
        ),
        (
            "part-under-decision",
            SharedText::UnderDecision,
            sums.under_decision.amount,
        ),
        (
            "part-indicated",
            SharedText::Indicated,
            sums.indicated.amount,
        ),
        ("part-missing", SharedText::Missing, missing),
    ];
    html! {
        ul class=(if funded { "meter-key full" } else { "meter-key" }) {
            @for (class, state, amount) in entries {
                @if amount > Money::ZERO {
                    li class=(class) { (seen.say_shared(state)) " " b { (figures::money(seen.language(), amount)) } }
                }
            }
            @if missing < price { li class="rounded" { (seen.say_shared(SharedText::Rounded)) } }
        }
    }
}

/// One of the requests that the person opened by themselves; as on the screen, if that shows the same.
pub(super) fn opened(seen: &StageContext<'_>, id: RequestId) -> Option<StagePage> {
    let shown = &seen.state().view;
    let found = shown.requests.iter().find(|row| row.request == id)?;
    let text = seen.state().texts.request(id)?;
    let view = match &shown.screen {
        Screen::Request(view) if view.financing.request == id => *view,
        _ => RequestView {
            financing: *found,
            shared_by: text.planned_number(),
            compared: false,
            result: None,
        },
    };
    Some(request(seen, &view))
}

/// The request that the presenter has drilled into.
pub(super) fn request(seen: &StageContext<'_>, view: &RequestView) -> StagePage {
    let id = view.financing.request;
    let Some(text) = seen.state().texts.request(id) else {
        return StagePage::default();
    };
    let language = seen.language();
    let mut crumb = seen.say_shared(SharedText::Stage(Stage::Financing));
    if let Some(row) = &view.result {
        let place = phone_view::place(row, language);
        crumb = format!(
            "{crumb} · {}",
            seen.say(PhoneText::PlaceInBarometer(&place))
        );
    }
    StagePage {
        crumb,
        heading: with_soft_hyphens(&text.title),
        main: vec![
            own_vote(seen, id),
            progress(seen, view, text),
            price_view(seen, view, text),
            benefit(seen, text),
        ],
        under: to_all(seen),
        bar: Some(bar(seen, id)),
        ..StagePage::default()
    }
}

/// The way from one request to all of them.
fn to_all(seen: &StageContext<'_>) -> Option<Markup> {
    (!seen.state().view.requests.is_empty()).then(|| {
        html! {
            form class="inline-form" method="get" action=(Route::Phone(seen.page.code.clone()).path()) {
                input type="hidden" name="lang" value=(seen.language().tag());
                button class="link-button" name="request" value="all" { (seen.say(PhoneText::AllRequests)) }
            }
        }
    })
}

fn progress(seen: &StageContext<'_>, view: &RequestView, text: &RequestText) -> Markup {
    let (financing, price, language) = (&view.financing, text.price.likely(), seen.language());
    if text.price.known().is_none() {
        return html! {};
    }
    let sums = &financing.sums;
    let big = if financing.lacks_money() {
        phone_view::on_the_way(sums, price, language)
    } else {
        phone_view::funded(financing, language)
    };
    let committed = seen.say_shared(SharedText::CommittedOf {
        committed: &figures::money(language, sums.committed.amount),
        price: &figures::money(language, price),
    });
    html! {
        section {
            p class="big sentence" { (big) }
            p class="muted under-big" { (committed) }
            (share_meter(seen, sums, price, financing.funded))
            (share_key(seen, sums, price, financing.funded))
        }
    }
}

/// What it would cost: the own municipality's share or, for who only watches, what each pays.
fn price_view(seen: &StageContext<'_>, view: &RequestView, text: &RequestText) -> Markup {
    let language = seen.language();
    let label = match text.price {
        Price::Estimate { .. } => SharedText::RoughEstimate,
        Price::Firm { .. } => SharedText::FirmPrice,
        Price::NotAssessed => {
            let unknown = figures::price(language, &text.price);
            return html! { p class="card sentence muted" { (unknown) } };
        }
    };
    let price = figures::money(language, text.price.likely());
    let label = seen.say_shared(label);
    let shown = view.shared_by.max(1);
    let most = MOST.max(shown);
    let count = seen
        .page
        .asked
        .count
        .map_or(shown, |count| count.clamp(1, most));
    let own = seen.own();
    let pays = seen.me.pays.iter().find(|paid| paid.request == text.id);
    html! {
        section class="card" {
            @if let Some(paid) = pays {
                h2 { (seen.say(PhoneText::YouPay)) }
                p class="big" { (figures::to_the_ore(language, paid.share)) }
                p class="sentence" { (seen.say(PhoneText::YouPayLess)) }
            } @else if let Some(own) = own { (own_price(seen, text, own, count, most)) }
            @else { (each_price(seen, text, count, most)) }
            p class="sentence muted" { (phone_view::terms(text.sharing, own.is_none(), language)) }
            p class="sentence muted" { (label) ": " (price) }
            @if let (Some(own), None) = (own, pays) { (side_by_side(seen, text, own, count)) }
        }
    }
}

/// The own municipality's share under the request's rule, and the slider under it.
fn own_price(
    seen: &StageContext<'_>,
    text: &RequestText,
    own: &Municipality,
    count: u32,
    most: u32,
) -> Markup {
    let (language, rules) = (seen.language(), &text.sharing);
    let share = prospective_share(text.price.likely(), rules, own.population, count);
    let rule = sharing::rule(&rules.rule, language);
    let mut when = sharing::share_if(count, &rule, language);
    if !matches!(rules.rule, SharingRule::FixedFee { .. }) {
        when = when + " " + &seen.say(PhoneText::CheaperTogether);
    }
    let (big, under) = match share {
        Ok(share) => (figures::money(language, share), when),
        Err(_) => (String::new(), SharingText::NotEnough(count).say(language)),
    };
    html! {
        h2 { (SharingText::Yours.say(language)) }
        p class="big" { (big) }
        p class="sentence" { (under) }
        (slider(seen, text.id, count, most, &format!("{big} {under}")))
    }
}

/// What each pays, or a small, the average and a large one, and the slider under it.
fn each_price(seen: &StageContext<'_>, text: &RequestText, count: u32, most: u32) -> Markup {
    let language = seen.language();
    let each = prospect(text.price.likely(), &text.sharing, count);
    let each = sharing::prospect(each, count, language);
    let when = sharing::if_so_many(count, language);
    html! {
        p { (when) }
        p { b { (each) } }
        (slider(seen, text.id, count, most, &format!("{when}: {each}")))
    }
}

fn slider(
    seen: &StageContext<'_>,
    request: RequestId,
    count: u32,
    most: u32,
    aloud: &str,
) -> Markup {
    html! {
        form class="inline-form" method="get" action=(Route::Phone(seen.page.code.clone()).path()) {
            input type="hidden" name="lang" value=(seen.language().tag());
            input type="hidden" name="request" value=(request.0);
            input type="range" class="slider" name="count" min="1" max=(most) value=(count) data-sends
                aria-label=(seen.say(PhoneText::HowManyShare)) aria-valuetext=(aloud);
            noscript { button class="button" { (PlainPhoneText::ShowNumber.say(seen.language())) } }
        }
    }
}

/// The own share by the usual rules; the request's own is marked. A rule that cannot carry the price is left out.
fn side_by_side(
    seen: &StageContext<'_>,
    text: &RequestText,
    own: &Municipality,
    count: u32,
) -> Markup {
    let language = seen.language();
    let beside = beside_each_other(text.price.likely(), text.sharing, &[own.population], count);
    let Some(beside) = beside else {
        return html! { p class="muted" { (SharingText::AllAlike(count).say(language)) } };
    };
    let inhabitants = figures::number(language, average_inhabitants().into());
    html! {
        table class="shares" {
            caption { (SharingText::OtherRules.say(language)) }
            tbody {
                @for (beside, shares) in beside {
                    @if let Some(Some(share)) = shares.into_iter().next() {
                        tr class=(if beside == text.sharing { "agreed" } else { "" }) {
                            th scope="row" {
                                span class="sentence" { (sharing::rule(&beside.rule, language)) }
                                small { @if beside == text.sharing { (SharingText::AppliesHere.say(language)) } }
                            }
                            td { (figures::money(language, share)) }
                        }
                    }
                }
            }
        }
        p class="muted shares-note" { (SharingText::Assumption(&inhabitants).say(language)) }
    }
}

fn benefit(seen: &StageContext<'_>, text: &RequestText) -> Markup {
    html! {
        @if !(text.pitch.is_empty() && text.benefit.is_empty()) {
            section class="card" {
                h2 { (seen.say(PhoneText::WhatYouGet)) }
                p { (text.pitch) " " (text.benefit) }
            }
        }
    }
}

/// "Jeg skal have det med hjem": the decision brief.
fn take_home(seen: &StageContext<'_>, request: RequestId) -> Markup {
    let brief = Route::Brief(seen.page.code.clone(), request).path();
    html! {
        a class="button second wide" href={ (brief) "?lang=" (seen.language().tag()) } target="_blank" rel="noopener" {
            (seen.say(PhoneText::TakeHome))
        }
    }
}

/// The buttons under the thumb, and what has become of it.
fn bar(seen: &StageContext<'_>, request: RequestId) -> Markup {
    let (me, ended) = (seen.me, seen.state().view.ended);
    let noted = me.interests.contains(&request);
    let fault = seen
        .page
        .refused
        .as_ref()
        .filter(|fault| **fault != PlainFault::OnlyShown);
    let action = address(seen.page.code, seen.language(), "");
    let is_over = ended && !noted;
    html! {
        div class="bar" {
            @if me.committed.contains(&request) {
                p class="notice leaf" { b { (seen.say(PhoneText::YouHaveCommitted)) } }
            } @else if !seen.is_voter() || is_over {
                p class="bar-note" {
                    @if is_over { (refusal::sentence(&Refusal::WebinarEnded, seen.language())) }
                    @else { (seen.say(PhoneText::ObserverInterest)) }
                }
            } @else if noted { (noted_notice(seen, request, &action)) }
            @else {
                @if let Some(fault) = fault { p class="bar-note wrong" role="alert" { (fault.sentence(seen.language())) } }
                @else { p class="bar-note" { (seen.say(PhoneText::InterestMeans)) } }
                form class="inline-form" method="post" action=(action) {
                    input type="hidden" name="request" value=(request.0);
                    button class="button primary wide" name="do" value="interest" { (seen.say(PhoneText::WeWantIn)) }
                }
            }
            (take_home(seen, request))
        }
    }
}

/// That the interest is noted, the wish to be named, and the way back.
fn noted_notice(seen: &StageContext<'_>, request: RequestId, action: &str) -> Markup {
    let wished = seen.me.name_wished.contains(&request);
    let naming = if wished {
        PhoneText::NameWished
    } else {
        PhoneText::NameNotWished
    };
    html! {
        div class="notice leaf" {
            p { b { (seen.say(PhoneText::YouAreNoted)) } " " (seen.say(PhoneText::NotedMeans)) }
            form class="inline-form" method="post" action=(action) {
                input type="hidden" name="do" value="name";
                input type="hidden" name="request" value=(request.0);
                label class="consent" {
                    input type="checkbox" name="named" value="1" checked[wished] data-sends;
                    (seen.say(PhoneText::MayBeNamed))
                }
                noscript { button class="button" { (PlainPhoneText::Save.say(seen.language())) } }
            }
            p { (seen.say(naming)) " " }
            @if !seen.state().view.ended {
                form class="inline-form" method="post" action=(action) {
                    input type="hidden" name="request" value=(request.0);
                    button class="link-button" name="do" value="take-back" { (seen.say(PhoneText::TakeBack)) }
                }
            }
        }
    }
}
