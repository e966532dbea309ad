//! A new webinar: its day and time, and which one it begins like.

use barometer_domain::catalogue::Reality;
use barometer_domain::financing::request::LONGEST_TITLE;
use barometer_domain::preparation::NewWebinar;
use barometer_domain::refusal::{Field as Wrong, Refusal};
use barometer_domain::vendor::WebinarRow;
use barometer_kit::form::field::{Field, Select};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::route::{self, Route};
use barometer_kit::{api, format, language};
use barometer_text::staff::prepare::PrepareText as Text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::prepare::{say, text};
use crate::page::{
    BackToList, Heading, VendorContext, VendorError, VendorSubmission, complaint_at,
    failure_notice, focus_wrong, wrong_field,
};

#[component]
pub(crate) fn NewWebinarPage() -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let typed = || RwSignal::new(String::new());
    let (title, date, starts, ends, like) = (typed(), typed(), typed(), typed(), typed());
    let fields = [
        ("title", title.into()),
        ("date", date.into()),
        ("starts", starts.into()),
        ("ends", ends.into()),
        ("like", like.into()),
    ];
    let saved = SavedForm::new("new-webinar", DraftLifetime::InBrowser, fields);
    let others = RwSignal::new(Vec::<WebinarRow>::new());
    let sending = VendorSubmission::<()>::new();
    spawn_local(async move {
        match api::vendor_webinars().await {
            Ok(rows) => {
                // The newest first; an invented one only where someone asks for it.
                let latest = rows.iter().find(|row| row.reality == Reality::Real);
                let latest = latest.map_or_else(String::new, |row| row.code.to_string());
                saved.begin_with("like", &latest);
                others.set(rows);
            }
            Err(error) => sending.fail(vendor.trouble(error)),
        }
    });
    let options = move || {
        let language = language::current();
        let option = |row: &WebinarRow| {
            let date = format::date(language, &row.date);
            (row.code.to_string(), format!("{} · {date}", row.title))
        };
        let mut options: Vec<_> = others.read().iter().map(option).collect();
        options.push((String::new(), Text::LikeNothing.say(language)));
        options
    };
    let read = move || -> Result<NewWebinar, Wrong> {
        let new = NewWebinar {
            title: title.get_untracked(),
            date: date.get_untracked().parse().map_err(|_| Wrong::Date)?,
            starts: starts.get_untracked().parse().map_err(|_| Wrong::Starts)?,
            ends: ends.get_untracked().parse().map_err(|_| Wrong::Ends)?,
            like: like.get_untracked().parse().ok(),
        };
        new.checked().map_err(|refusal| match refusal {
            Refusal::NotFilledIn { field } => field,
            _ => Wrong::Title,
        })
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let new = match first_missing(title).map_or_else(read, Err) {
            Ok(new) => new,
            Err(field) => return sending.fail(VendorError::Refused(field.wrong())),
        };
        let work = async move {
            let answer = api::begin_webinar(&new).await;
            answer.map_err(|error| vendor.trouble(error))
        };
        sending.send(work, move |webinar| {
            saved.forget();
            route::navigate(&Route::Prepare(webinar.code));
            None
        });
    };
    let wrong = move || wrong_field(sending);
    focus_wrong(wrong, id_of);
    let ends_wrong = Signal::derive(move || {
        (wrong() == Some(Wrong::Ends)).then(|| Text::EndsWrong.say(language::current()))
    });
    let other = move || failure_notice(sending);
    view! {
        <div class="vendor-head">
            <BackToList />
            <Heading text=text(Text::NewTitle) />
            <p class="muted">{say(Text::NewBody)}</p>
        </div>
        {saved.notice()}
        <form class="card vendor-form new-webinar" novalidate on:submit=on_submit>
            <Field
                id="webinar-title"
                label=text(Text::TitleField)
                value=title
                longest=LONGEST_TITLE
                wrong=complaint_at(Wrong::Title, wrong)
            />
            <div class="times">
                <Field
                    id="webinar-date"
                    label=text(Text::Date)
                    value=date
                    kind=Signal::stored("date")
                    wrong=complaint_at(Wrong::Date, wrong)
                />
                <Field
                    id="webinar-starts"
                    label=text(Text::Starts)
                    value=starts
                    kind=Signal::stored("time")
                    wrong=complaint_at(Wrong::Starts, wrong)
                />
                <Field
                    id="webinar-ends"
                    label=text(Text::Ends)
                    value=ends
                    kind=Signal::stored("time")
                    wrong=ends_wrong
                />
            </div>
            <Select
                id="webinar-like"
                label=text(Text::Like)
                value=like
                options=Signal::derive(options)
            />
            <p class="muted">{say(Text::LikeBody)}</p>
            {other}
            <div class="vendor-buttons">
                <button class="button primary" type="submit">{say(Text::Create)}</button>
            </div>
        </form>
    }
}

/// The title stands first, so it is missed first.
fn first_missing(title: RwSignal<String>) -> Option<Wrong> {
    title
        .with_untracked(|title| title.trim().is_empty())
        .then_some(Wrong::Title)
}

/// Where something is to be done about a field.
fn id_of(field: Wrong) -> &'static str {
    match field {
        Wrong::Date => "webinar-date",
        Wrong::Starts => "webinar-starts",
        Wrong::Ends => "webinar-ends",
        _ => "webinar-title",
    }
}
