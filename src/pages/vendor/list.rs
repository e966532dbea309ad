//! The vendor's webinars, and the way to the names of each.

use barometer_domain::barometer::Phase;
use barometer_domain::ids::WebinarCode;
use barometer_domain::vendor::WebinarRow;
use barometer_text::staff::after::After;
use barometer_text::staff::invitations::Invitations;
use barometer_text::staff::vendor::Vendor as Text;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Heading, Trouble, Visit, Way, say};
use crate::route::{self, Route};
use crate::ui::dialog::Dialog;
use crate::{api, format, language, vault};

/// The list, asked for anew each time it is shown.
#[component]
pub fn List(
    /// How far one has come.
    visit: Visit,
) -> impl IntoView {
    let rows = RwSignal::new(None::<Vec<WebinarRow>>);
    let trouble = RwSignal::new(None::<Trouble>);
    let deleting = RwSignal::new(None::<WebinarRow>);
    let ask = move || {
        spawn_local(async move {
            match api::vendor_webinars().await {
                Ok(list) => rows.set(Some(list)),
                Err(error) => trouble.set(Some(visit.trouble(error))),
            }
        });
    };
    ask();
    let delete = move |code: WebinarCode| {
        deleting.set(None);
        spawn_local(async move {
            match api::forget(&code).await {
                Ok(()) => ask(),
                Err(error) => trouble.set(Some(visit.trouble(error))),
            }
        });
    };
    let question = move || {
        let row = deleting.get()?;
        Some(view! { <Delete row=row deleting=deleting on_yes=delete /> })
    };
    let body = move || match (rows.get(), trouble.get()) {
        (_, Some(trouble)) => {
            view! { <p class="notice amber" role="alert">{trouble.say()}</p> }.into_any()
        }
        (None, None) => {
            view! { <p class="muted" role="status">{say(Text::Loading)}</p> }.into_any()
        }
        (Some(rows), None) if rows.is_empty() => view! { <p>{say(Text::None)}</p> }.into_any(),
        (Some(rows), None) => {
            let cards = rows
                .into_iter()
                .map(|row| view! { <Webinar row=row deleting=deleting /> });
            view! { <ul class="webinars">{cards.collect_view()}</ul> }.into_any()
        }
    };
    view! {
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Webinars)) />
            <p class="muted">{say(Text::WebinarsBody)}</p>
        </div>
        {body}
        <KeyWords visit=visit />
        <Dialog
            open=Signal::derive(move || deleting.get().is_some())
            on_close=move || deleting.set(None)
        >
            {question}
        </Dialog>
    }
}

/// Asks before the personal data of a webinar goes for good.
#[component]
fn Delete(
    row: WebinarRow,
    deleting: RwSignal<Option<WebinarRow>>,
    #[prop(into)] on_yes: Callback<WebinarCode>,
) -> impl IntoView {
    let language = language::current();
    let code = row.code;
    view! {
        <h2>{Text::DeleteAsk.say(language)}</h2>
        <p><b>{row.title}</b></p>
        <p>{Text::DeleteBody.say(language)}</p>
        <div class="dialog-buttons">
            <button
                type="button"
                class="button danger"
                on:click=move |_| on_yes.run(code.clone())
            >
                {Text::DeleteYes.say(language)}
            </button>
            <button type="button" class="button" on:click=move |_| deleting.set(None)>
                {Text::Keep.say(language)}
            </button>
        </div>
    }
}

#[component]
fn Webinar(row: WebinarRow, deleting: RwSignal<Option<WebinarRow>>) -> impl IntoView {
    let language = language::current();
    let (class, phase) = match row.phase {
        Phase::Draft => ("chip", Text::Draft),
        Phase::Open => ("chip leaf", Text::Open),
        Phase::Closing => ("chip leaf", Text::Closing),
        Phase::Closed => ("chip amber", Text::Closed),
        Phase::Revealed => ("chip", Text::Revealed),
    };
    let turnout = Text::TurnoutOf(row.turnout.voted, row.turnout.present).say(language);
    let votes = Route::Votes(row.code.clone());
    let address = votes.path();
    let go = move |event: MouseEvent| {
        event.prevent_default();
        route::navigate(&votes);
    };
    let whole = row.clone();
    let delete = (row.phase >= Phase::Closed && !row.forgotten).then(|| {
        view! {
            <button
                type="button"
                class="link-button danger"
                on:click=move |_| deleting.set(Some(whole.clone()))
            >
                {Text::Delete.say(language)}
            </button>
        }
    });
    let look = if row.forgotten {
        view! { <p class="muted">{Text::Deleted.say(language)}</p> }.into_any()
    } else if row.phase >= Phase::Closed {
        let words = Text::Look.say(language);
        view! { <a class="button primary" href=address on:click=go>{words}</a> }.into_any()
    } else {
        view! { <p class="muted">{Text::NotYet.say(language)}</p> }.into_any()
    };
    let screen = Route::Screen(row.code.clone()).path();
    let after = (row.phase == Phase::Revealed).then(|| {
        let words = After::Title.say(language);
        view! { <Way to=Route::After(row.code.clone()) class="link-button">{words}</Way> }
    });
    let invitations = (!row.forgotten).then(|| {
        let words = Invitations::Title.say(language);
        view! { <Way to=Route::Invitations(row.code.clone()) class="link-button">{words}</Way> }
    });
    view! {
        <li class="card webinar">
            <div class="webinar-words">
                <h2>{row.title}</h2>
                <p class="muted">
                    {format::date(language, &row.date)} " · " {row.code.spaced()}
                </p>
            </div>
            <dl>
                <div>
                    <dt>{Text::Barometer.say(language)}</dt>
                    <dd><span class=class>{phase.say(language)}</span></dd>
                </div>
                <div>
                    <dt>{Text::Turnout.say(language)}</dt>
                    <dd>{turnout}</dd>
                </div>
                <div>
                    <dt>{Text::LookUps.say(language)}</dt>
                    <dd>{language.whole(row.look_ups)}</dd>
                </div>
            </dl>
            <div class="webinar-ways">
                {look}
                {after}
                {invitations}
                <a class="link-button" href=screen target="_blank" rel="noopener">
                    {Text::Projector.say(language)}
                </a>
                {delete}
            </div>
        </li>
    }
}

/// The four words by which everyone can know the key.
#[component]
fn KeyWords(visit: Visit) -> impl IntoView {
    let words = RwSignal::new(None::<String>);
    spawn_local(async move {
        let key = visit.info.get_untracked().and_then(|info| info.key);
        if let Some(key) = key {
            words.set(vault::words(&key).await.ok());
        }
    });
    move || {
        let words = words.get()?;
        Some(view! {
            <p class="key-words muted">
                {say(Text::KeyWords)} ": " <b lang="da">{words}</b>
            </p>
        })
    }
}
