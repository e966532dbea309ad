//! The letter after a webinar as a page for everybody with the code, with the decision log; once the vendor has
//! published it.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::get;
use barometer_domain::after::{After, AfterCandidate};
use barometer_domain::barometer::Shortage;
use barometer_domain::pick::Pick;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::{Route, pattern};
use barometer_domain::view::ResultRow;
use barometer_text::carrying::CarryingText as Carrying;
use barometer_text::shared::{SharedText, promise};
use barometer_text::staff::after::AfterText as Text;
use barometer_text::{Language, figures, letter};
use maud::{Markup, PreEscaped, html};

use super::articles::ReaderLanguage;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use super::forms::FormPage;
use super::reckoned::MayReckon;
use super::{AppState, Site};
use crate::rooms::Rooms;

pub(super) fn router() -> Router<AppState> {
    Router::new().route(pattern::LETTER, get(show))
}

/// The page; while nothing is published it says so.
async fn show(
    _: MayReckon,
    here: WebinarAccess,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let path = Route::Letter(here.code.clone()).path();
    let page = |title: &str, status, content: &Markup| {
        let page = FormPage {
            language,
            title,
            path: &path,
            scripts: &[],
            refresh_seconds: None,
        };
        page.respond(status, content)
    };
    let published = rooms.store().published_letter(here.room.webinar()).await?;
    let after = match (&published, here.room.after().await) {
        (Some(_), Ok(after)) => Some(after),
        (None, _) | (_, Err(crate::store::StoreError::Refused(Refusal::NotClosedYet))) => None,
        (_, Err(error)) => return Err(error.into()),
    };
    let (Some(words), Some(after)) = (published, after) else {
        let waits = Text::NotPublished.say(language);
        let content = html! { p { (waits) } };
        return Ok(page(
            &Text::Title.say(language),
            StatusCode::NOT_FOUND,
            &content,
        ));
    };
    let to_webinar = Route::Phone(here.code).path();
    let financing = site.address(&Route::Finance);
    let content = html! {
        p class="muted" { (figures::date(language, &after.date)) }
        article lang=(after.language.tag()) { (PreEscaped(letter::html(&words))) }
        (log(&after, language))
        p { a href=(to_webinar) { (after.title) } }
        p { a href=(financing) { (Text::Financing.say(language)) } }
        p class="muted" { (promise(language, true)) }
    };
    Ok(page(&after.title, StatusCode::OK, &content))
}

/// What was decided and why; nobody of the vendor's is named.
fn log(after: &After, language: Language) -> Markup {
    let turnout = after.turnout;
    let (voted, present) = (
        language.whole(turnout.voted),
        language.whole(turnout.present),
    );
    let voted = Text::Turnout(&voted, &present, turnout.municipalities).say(language);
    let go_on: Vec<_> = after.go_on().iter().map(|one| one.candidate).collect();
    let row = |(row, candidate): (&ResultRow, &AfterCandidate)| {
        html! {
            tr {
                td { (language.whole(row.place.into())) }
                th scope="row" {
                    (candidate.title)
                    @if go_on.contains(&row.candidate) { " · " strong { (Text::GoesOn.say(language)) } }
                }
                td { (SharedText::Municipalities(row.municipalities).say(language)) }
                td { (SharedText::Votes(row.votes).say(language)) }
            }
        }
    };
    html! {
        section {
            h2 { (Text::Log.say(language)) }
            p { (voted) }
            p { strong { (why(after, language)) } }
            @if let Some(reason) = after.presenters_reason() { p { (Carrying::Because(reason).say(language)) } }
            table class="bars" { @for one in after.supported() { (row(one)) } }
        }
    }
}

/// Why these go on.
fn why(after: &After, language: Language) -> String {
    let Some(verdict) = &after.result.verdict else {
        let shortage = after.turnout.shortage().unwrap_or(Shortage::Both);
        return SharedText::TooFew(shortage).say(language);
    };
    if verdict.is_overridden() {
        return Carrying::DecidedOtherwise.say(language);
    }
    let text = match &verdict.pick {
        Pick::Nobody => Text::Nobody,
        Pick::Clear { go_on } => Text::ByGap(u32::try_from(go_on.len()).unwrap_or(u32::MAX)),
        Pick::Tied { .. } if verdict.chosen.is_empty() => Text::Undecided,
        Pick::Tied { .. } => Text::ByChoice,
    };
    text.say(language)
}
