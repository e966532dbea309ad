//! What there is to spend in each half-year, and what initiatives take of it.

use barometer_domain::forum::headroom::{HalfYearUse, HeadroomUse};
use barometer_domain::forum::{ForumCommand, HalfYear};
use barometer_domain::money::{Money, typed_kroner};
use barometer_kit::form::field::{Field, Select};
use barometer_kit::{format, language};
use barometer_text::figures;
use barometer_text::forum::ForumText;
use barometer_text::staff::forum::ForumDeskText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::initiatives::half_name;
use super::pieces::trouble;
use super::state::{ForumState, say};

/// Headroom: what there is to spend, and what initiatives take of it.
#[component]
pub(crate) fn Headroom(page: ForumState) -> impl IntoView {
    let today = HalfYear::containing(format::today());
    let half = RwSignal::new(today.to_string());
    let amount = RwSignal::new(String::new());
    // Another half-year shows what is held of it.
    Effect::new(move |_| {
        let chosen = half.get();
        let held = page.with(|desk| {
            let mut frames = desk.frames.iter();
            frames
                .find(|frame| frame.half.to_string() == chosen)
                .copied()
        });
        let typed = held
            .flatten()
            .map(|frame| figures::typed(language::current(), frame.amount));
        amount.set(typed.unwrap_or_default());
    });
    let halves = move || {
        let next = std::iter::successors(Some(today), |half| Some(half.next()));
        let word = |half: HalfYear| (half.to_string(), half_name(half, language::current()));
        next.take(12).map(word).collect::<Vec<_>>()
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let Ok(half) = half.get_untracked().parse() else {
            return;
        };
        let typed = amount.get_untracked();
        let amount = match typed.trim() {
            "" => None,
            typed => match typed_kroner(typed) {
                Some(amount) => Some(amount),
                None => return page.complain(Text::FrameWrong),
            },
        };
        page.send(ForumCommand::SetFrame { half, amount }, Text::Saved, || ());
    };
    let used = move || {
        let used = page.with(|desk| HeadroomUse::of(&desk.initiatives, &desk.frames, today))?;
        let rows = used
            .halves
            .iter()
            .map(|half| view! { <li>{one_half(half)}</li> });
        Some(view! { <ul class="participation-lists forum-halves">{rows.collect_view()}</ul> })
    };
    view! {
        <section aria-labelledby="forum-headroom">
            <h2 id="forum-headroom">{say(Text::Headroom)}</h2>
            <p>{say(Text::HeadroomLead)}</p>
            <form class="vendor-form card" novalidate on:submit=on_submit>
                <Select
                    id="frame-half"
                    label=Signal::derive(say(Text::FrameOf))
                    value=half
                    options=Signal::derive(halves)
                />
                <Field
                    id="frame-amount"
                    label=Signal::derive(say(Text::Frame))
                    hint=Signal::derive(say(Text::FrameHint))
                    value=amount
                    longest=30
                />
                {trouble(page)}
                <p>
                    <button type="submit" class="button primary">
                        {say(Text::Save)}
                    </button>
                </p>
            </form>
            {used}
        </section>
    }
}

/// One half-year: a bar, and the figures in words.
fn one_half(half: &HalfYearUse) -> impl IntoView + use<> {
    let language = language::current();
    let money = |amount| figures::money_short(language, amount);
    let name = half_name(half.half, language);
    let taken = money(half.taken());
    let words = match (half.frame, half.per_mille()) {
        (Some(frame), Some(per_mille)) => {
            let percent = figures::percent(language, u16::try_from(per_mille).unwrap_or(u16::MAX));
            format!(
                "{} · {percent}",
                ForumText::TakenOf(&taken, &money(frame)).say(language)
            )
        }
        _ => ForumText::TakenOfUnknown(&taken).say(language),
    };
    let left = half.left().map(|left| {
        if left < Money::ZERO {
            ForumText::TooMuch(&money(Money::ZERO - left)).say(language)
        } else {
            ForumText::Left(&money(left)).say(language)
        }
    });
    let shown = half.per_mille().map(|per_mille| per_mille.min(1000));
    let bar = shown.map(|shown| {
        view! { <meter min="0" max="1000" value=shown.to_string() aria-label=name.clone()></meter> }
    });
    view! {
        <strong>{name.clone()}</strong>
        {bar}
        <p>{words}</p>
        <p class="muted">{left}</p>
    }
}
