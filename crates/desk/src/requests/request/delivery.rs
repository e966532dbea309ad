//! What a delivered request came to: from estimate to actual price, from promised to measured benefit, and the form that
//! writes it down.

use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::financing::delivery::{Delivery, DeliveryReport};
use barometer_domain::financing::request::LONGEST_BENEFIT;
use barometer_domain::money::typed_kroner;
use barometer_domain::refusal::Field as Wrong;
use barometer_kit::form::field::{Area, Field};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::{api, format, language};
use barometer_text::staff::deliveries::DeliveryText as Text;
use barometer_text::staff::refused;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::RequestEditor;
use crate::page::{VendorSubmission, complaint_at, failure_notice, wrong_field};
use crate::requests::delivered::{missed, say};

/// The card; nothing before the request is delivered.
#[component]
pub(crate) fn DeliveryCard(page: RequestEditor) -> impl IntoView {
    let is_delivered = Memo::new(move |_| {
        let file = page.file.read();
        let state = file.as_ref().map(|file| file.row.state);
        state.is_some_and(barometer_domain::financing::RequestState::is_delivered)
    });
    let came_to = move || {
        let delivery = page.file.read().as_ref()?.delivery.clone()?;
        Some(view! { <CameTo delivery=delivery /> })
    };
    move || {
        is_delivered.get().then(|| {
            view! {
                <section class="card delivered" aria-labelledby="delivery-heading">
                    <h2 id="delivery-heading">{say(Text::OneTitle)}</h2>
                    <p class="muted">{say(Text::OneBody)}</p>
                    {came_to}
                    <DeliveryForm page=page />
                </section>
            }
        })
    }
}

/// From estimate to actual price, in a row.
#[component]
fn CameTo(delivery: Delivery) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let price = delivery.price;
        let money = |amount| format::money(language, amount);
        let figure = |heading: Text, words: Option<String>| {
            view! {
                <div>
                    <dt>{heading.say(language)}</dt>
                    <dd>{words.unwrap_or_else(|| "–".to_owned())}</dd>
                </div>
            }
        };
        view! {
            <dl class="price-course">
                {figure(Text::EstimateColumn, price.estimate.map(money))}
                {figure(Text::FirmColumn, price.firm.map(money))}
                {figure(Text::ActualColumn, Some(money(price.actual)))}
                {figure(Text::MissedColumn, missed(&price, language))}
            </dl>
        }
    }
}

/// What is written down; the fields begin with what stands there, or with the benefit that the request promises.
#[component]
fn DeliveryForm(page: RequestEditor) -> impl IntoView {
    let text = || RwSignal::new(String::new());
    let (actual, promised, measured) = (text(), text(), text());
    let is_no_amount = RwSignal::new(false);
    let fields = [
        ("actual", actual.into()),
        ("promised", promised.into()),
        ("measured", measured.into()),
    ];
    let name = page.id.map_or_else(String::new, |id| id.0.to_string());
    let saved = SavedForm::new(
        &format!("delivery.{name}"),
        DraftLifetime::InBrowser,
        fields,
    );
    Effect::new(move |_| {
        let file = page.file.read();
        let Some(file) = file.as_ref() else { return };
        match &file.delivery {
            Some(held) => {
                let price = format::typed(language::current(), held.price.actual);
                saved.begin_with("actual", &price);
                saved.begin_with("promised", &held.promised);
                saved.begin_with("measured", &held.measured);
            }
            None => saved.begin_with("promised", &file.row.request.benefit),
        }
    });
    let sending = VendorSubmission::<Text>::new();
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(id) = page.id else { return };
        let amount = typed_kroner(&actual.read_untracked());
        is_no_amount.set(amount.is_none());
        let Some(actual) = amount else { return };
        let report = DeliveryReport {
            by: page.by.get_untracked(),
            actual,
            promised: promised.get_untracked(),
            measured: measured.get_untracked(),
        };
        let work = async move {
            let answer = api::report_delivery(id, &report).await;
            answer.map_err(|error| page.vendor.trouble(error))
        };
        sending.send(work, move |file| {
            saved.forget();
            page.receive(file);
            Some(Text::Written)
        });
    };
    let refused_amount = complaint_at(Wrong::Price, move || wrong_field(sending));
    let wrong_amount = Signal::derive(move || {
        let typed = is_no_amount
            .get()
            .then(|| Text::NotAnAmount.say(language::current()));
        typed.or_else(|| refused_amount.get())
    });
    let benefit = complaint_at(Wrong::Benefit, move || wrong_field(sending));
    let by = move || refused::field_name(Wrong::By, language::current()).to_owned();
    let left = |left: u32| Text::Left(left).say(language::current());
    view! {
        {saved.notice()}
        <form class="vendor-form" on:submit=on_submit>
            <Field
                id="delivery-actual"
                label=Signal::derive(say(Text::ActualField))
                value=actual
                wrong=wrong_amount
            />
            <Area
                id="delivery-promised"
                label=Signal::derive(say(Text::PromisedField))
                value=promised
                longest=LONGEST_BENEFIT
                left=left
                wrong=benefit
            />
            <Area
                id="delivery-measured"
                label=Signal::derive(say(Text::MeasuredField))
                value=measured
                longest=LONGEST_BENEFIT
                left=left
            />
            <Field
                id="delivery-by"
                label=Signal::derive(by)
                value=page.by
                autocomplete="name"
                longest=LONGEST_NOTE
                wrong=complaint_at(Wrong::By, move || wrong_field(sending))
            />
            {move || failure_notice(sending)}
            <div class="vendor-buttons">
                <button class="button primary" type="submit">
                    {say(Text::Write)}
                </button>
                <p class="muted" role="status">
                    {move || Some(sending.word()?.say(language::current()))}
                </p>
            </div>
        </form>
    }
}
