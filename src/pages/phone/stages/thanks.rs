//! "Tak og næste skridt": what goes on, and what happens now.

use barometer_domain::ids::RequestId;
use barometer_domain::view::Screen;
use barometer_text::phone::Phone;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::say;
use super::frame::Frame;
use crate::{format, language};

/// The last stage.
#[component]
pub(crate) fn Thanks(following: Following) -> impl IntoView {
    let go_on = Memo::new(move |_| following.screen.with(go_on));
    let list = move || {
        let go_on = go_on.get();
        if go_on.is_empty() {
            return view! { <p>{say(Phone::NotDecided)}</p> }.into_any();
        }
        let rows = go_on.into_iter().map(|request| row(following, request));
        view! { <ul class="go-on">{rows.collect_view()}</ul> }.into_any()
    };
    let title = following.info.with_value(|info| info.title.clone());
    view! {
        <Frame following crumb=title heading=Signal::derive(say(Phone::ThanksHeading))>
            <section class="card">
                <h2>{say(Phone::TheseGoOn)}</h2>
                {list}
            </section>
            <section class="card">
                <h2>{say(Phone::WhatNow)}</h2>
                <ol class="steps">
                    <li>{say(Phone::StepOne)}</li>
                    <li>{say(Phone::StepTwo)}</li>
                    <li>{say(Phone::StepThree)}</li>
                </ol>
            </section>
        </Frame>
    }
}

fn go_on(screen: &Screen) -> Vec<RequestId> {
    match screen {
        Screen::Thanks { go_on } => go_on.clone(),
        _ => Vec::new(),
    }
}

fn row(following: Following, request: RequestId) -> impl IntoView {
    let (title, price) = following.text(|texts| {
        let text = texts.request(request)?;
        Some((
            text.title.clone(),
            format::price(language::current(), &text.price),
        ))
    });
    view! { <li><b>{title}</b> <span class="muted">{price}</span></li> }
}
