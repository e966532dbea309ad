//! One request's financing: how far, what it would cost this municipality, and "Vi vil gerne være med".

use barometer_domain::agenda::Stage;
use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::{Price, Sharing, SharingRule, Sums, price_per_municipality};
use barometer_domain::ids::RequestId;
use barometer_domain::money::Money;
use barometer_domain::view::{RequestView, ResultRow, Screen};
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::follow::Following;
use super::super::say;
use super::frame::Frame;
use crate::ui::share_meter::{ShareKey, ShareMeter};
use crate::{format, language};

/// The slider's right end: most requests are shared by far fewer than all 98.
const MOST: u32 = 60;

/// The request that the presenter has drilled into.
#[component]
pub(crate) fn Request(following: Following, request: RequestId) -> impl IntoView {
    let view = Memo::new(move |_| following.screen.with(|screen| view_of(screen, request)));
    let text = Memo::new(move |_| {
        following
            .catalogue
            .with(|texts| texts.as_ref()?.request(request).cloned())
    });
    let sums = Signal::derive(move || view.get().map_or_else(Sums::default, |v| v.financing.sums));
    let price = Signal::derive(move || {
        text.with(|text| {
            text.as_ref()
                .map_or(Money::ZERO, |text| text.price.likely())
        })
    });
    let heading =
        move || text.with(|text| text.as_ref().map(|t| t.title.clone()).unwrap_or_default());
    let crumb = move || {
        let language = language::current();
        let stage = Shared::Stage(Stage::Financing).say(language);
        let place = view
            .get()
            .and_then(|view| view.result)
            .map(|row| place(&row));
        place.map_or(stage.clone(), |place| {
            format!(
                "{stage} · {}",
                Phone::PlaceInBarometer(&place).say(language)
            )
        })
    };
    view! {
        <Frame
            following
            crumb=Signal::derive(crumb)
            heading=Signal::derive(move || format::with_soft_hyphens(&heading()))
            bar=move || view! { <Want following request /> }
        >
            <section>
                <p class="big">{move || on_the_way(sums.get(), price.get())}</p>
                <p class="muted under-big">{move || committed_of(sums.get(), price.get())}</p>
                <ShareMeter sums price />
                <ShareKey sums price />
            </section>
            {move || text.get().map(|text| your_price(&text, sums))}
            {move || text.get().map(benefit)}
        </Frame>
    }
}

fn view_of(screen: &Screen, request: RequestId) -> Option<RequestView> {
    match screen {
        Screen::Request(view) if view.financing.request == request => Some(*view),
        _ => None,
    }
}

fn place(row: &ResultRow) -> String {
    let language = language::current();
    if row.shared {
        Shared::SharedPlace(row.place).say(language)
    } else {
        Phone::Number(row.place.into()).say(language)
    }
}

fn on_the_way(sums: Sums, price: Money) -> String {
    let language = language::current();
    let per_mille = sums.committed.amount.per_mille_of(price);
    if per_mille == 1000 {
        return Shared::FullyFunded.say(language);
    }
    let percent = format::percent(language, per_mille);
    Shared::OnTheWay { percent: &percent }.say(language)
}

fn committed_of(sums: Sums, price: Money) -> String {
    let language = language::current();
    let committed = format::money(language, sums.committed.amount);
    let price = format::money(language, price);
    Shared::CommittedOf {
        committed: &committed,
        price: &price,
    }
    .say(language)
}

/// What each pays at n, with a slider for n; a price shared by population has no such figure.
fn your_price(text: &RequestText, sums: Signal<Sums>) -> impl IntoView + use<> {
    let (price, sharing) = (text.price, text.sharing);
    let slider = (sharing.rule == SharingRule::Equal).then(
        || view! { <Slider price=price.likely() next=sums.get_untracked().municipalities() + 1 /> },
    );
    let label = match price {
        Price::Estimate { .. } => Shared::RoughEstimate,
        Price::Firm { .. } => Shared::FirmPrice,
    };
    view! {
        <section class="card">
            {slider}
            <p class="muted">{move || terms(sharing)}</p>
            <p class="muted">
                {move || format::capitalised(&label.say(language::current()))} ": "
                {move || format::money(language::current(), price.likely())}
            </p>
        </section>
    }
}

/// How the price is shared, in a line.
fn terms(sharing: Sharing) -> String {
    let language = language::current();
    let rule = match sharing.rule {
        SharingRule::Equal => Phone::SharedEqually,
        SharingRule::Population => Phone::SharedByPopulation,
    };
    let mut terms = vec![rule.say(language)];
    if let Some(count) = sharing.planned_for {
        terms.push(Phone::PlannedFor(count.into()).say(language));
    }
    if let Some(cap) = sharing.cap {
        terms.push(Phone::AtMostEach(&format::money(language, cap)).say(language));
    }
    terms.join(", ")
}

#[component]
fn Slider(
    price: Money,
    /// Where the slider stands at first: the next municipality.
    next: u32,
) -> impl IntoView {
    let most = MOST.max(next);
    let count = RwSignal::new(next);
    let each = move || {
        let each = price_per_municipality(price, count.get()).unwrap_or_default();
        format::money(language::current(), each)
    };
    let your_price = move || Phone::YourPrice(&each()).say(language::current());
    let share = move || Phone::ShareEqually(count.get()).say(language::current());
    view! {
        <p>
            <b>{your_price}</b>
            <br />
            {move || Phone::IfYouAre(count.get()).say(language::current())}
        </p>
        <input
            type="range"
            class="slider"
            min="1"
            max=most
            prop:value=move || count.get().to_string()
            aria-label=say(Phone::HowManyShare)
            aria-valuetext=move || format!("{}. {}", share(), your_price())
            on:input:target=move |event| {
                if let Ok(chosen) = event.target().value().parse() {
                    count.set(chosen);
                }
            }
        />
        <p class="muted">{share}</p>
    }
}

fn benefit(text: RequestText) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{say(Phone::WhatYouGet)}</h2>
            <p>{text.pitch} " " {text.benefit}</p>
        </section>
    }
}

/// The button under the thumb, and what has become of it.
#[component]
fn Want(following: Following, request: RequestId) -> impl IntoView {
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let noted = move || {
        following.me.with(|me| {
            me.as_ref()
                .is_some_and(|me| me.interests.contains(&request))
        })
    };
    let want = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failed.set(false);
        spawn_local(async move {
            let done = following.want(request).await;
            busy.try_set(false);
            failed.try_set(!done);
            if done {
                let message = Phone::YouAreNoted.say(language::current());
                following.announcer.say(message);
            }
        });
    };
    let button = move || {
        view! {
            <p class="bar-note" class:wrong=move || failed.get()>
                {move || {
                    let note = if failed.get() { Phone::InterestFailed } else { Phone::InterestMeans };
                    note.say(language::current())
                }}
            </p>
            <button class="button primary wide" on:click=want>
                {move || {
                    let label = if busy.get() { Phone::Sending } else { Phone::WeWantIn };
                    label.say(language::current())
                }}
            </button>
        }
    };
    let content = move || {
        if !following.is_voter() {
            view! { <p class="bar-note">{say(Phone::ObserverInterest)}</p> }.into_any()
        } else if noted() {
            view! {
                <div class="notice leaf done">
                    <p>
                        <b>{say(Phone::YouAreNoted)}</b>
                    </p>
                    <p>{say(Phone::NotedMeans)}</p>
                </div>
            }
            .into_any()
        } else {
            button().into_any()
        }
    };
    view! { <div class="bar">{content}</div> }
}
