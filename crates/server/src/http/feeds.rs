//! News without an account: feeds (Atom, RFC 4287) of the living page and of one request. They hold what the living page
//! shows everybody, and nothing of who voted or promised.

use std::sync::Arc;

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Text};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use barometer_domain::financing::portfolio::PublicStep;
use barometer_domain::ids::{Millis, RequestId};
use barometer_domain::route::{Route, pattern};
use barometer_text::feed::{self, FeedText};
use barometer_text::{Language, states};
use chrono::{DateTime, Utc};

use super::articles::{LanguageQuery, language};
use super::error::ApiError;
use super::financing::PageReader;
use super::{AppState, Site};
use crate::rooms::Rooms;

/// The newest entries of a feed, at most; RFC 4287 leaves it to the publisher.
const MOST_ENTRIES: usize = 100;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::FINANCE_FEED, get(all_requests))
        .route(pattern::REQUEST_FEED, get(one_request))
}

/// The steps of all requests on the living page, for whoever may see that page.
async fn all_requests(
    _: PageReader,
    asked: Query<LanguageQuery>,
    headers: HeaderMap,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let language = language(&asked, &headers);
    let steps = rooms.store().public_steps().await?;
    let title = FeedText::AllRequests.say(language).to_owned();
    Ok(respond(
        &site,
        language,
        pattern::FINANCE_FEED,
        title,
        &steps,
    ))
}

/// The steps of one request; refused as unknown where the living page does not show it.
async fn one_request(
    _: PageReader,
    Path(request): Path<u32>,
    asked: Query<LanguageQuery>,
    headers: HeaderMap,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let language = language(&asked, &headers);
    let mut steps = rooms.store().public_steps().await?;
    steps.retain(|step| step.request == RequestId(request));
    let newest = steps.first().ok_or_else(ApiError::not_found)?;
    let heading = FeedText::OneRequest.say(language);
    let title = format!("{heading} {} {}", newest.reference, newest.title);
    let path = pattern::REQUEST_FEED.replace("{request}", &request.to_string());
    Ok(respond(&site, language, &path, title, &steps))
}

fn respond(
    site: &Site,
    language: Language,
    path: &str,
    title: String,
    steps: &[PublicStep],
) -> Response {
    let address = format!("{}{path}", site.public_url);
    let entries: Vec<Entry> = steps
        .iter()
        .take(MOST_ENTRIES)
        .map(|step| entry(site, language, step))
        .collect();
    let updated = steps
        .first()
        .map_or(DateTime::UNIX_EPOCH, |step| moment(step.at));
    let own = Link {
        rel: "self".into(),
        href: address.clone(),
        ..Link::default()
    };
    let generator = Generator {
        value: "Barometer".into(),
        ..Generator::default()
    };
    let feed = Feed {
        id: address,
        title: Text::plain(title),
        lang: Some(language.tag().to_owned()),
        updated: FixedDateTime::from(updated),
        generator: Some(generator),
        links: vec![own, to_living_page(site)],
        entries,
        ..Feed::default()
    };
    let headers = [
        (header::CONTENT_TYPE, "application/atom+xml; charset=utf-8"),
        (header::CACHE_CONTROL, "private, max-age=300"),
        (header::VARY, "accept-language, cookie"),
    ];
    (headers, feed.to_string()).into_response()
}

fn entry(site: &Site, language: Language, step: &PublicStep) -> Entry {
    let said = feed::step(language, &step.reference, &step.title, step.state);
    let at = FixedDateTime::from(moment(step.at));
    // The same for every reader and in every language, so that nothing is news twice.
    let id = format!("{}/requests/{}#{}", site.public_url, step.request, step.at);
    Entry {
        id,
        title: Text::plain(said),
        summary: Some(Text::plain(states::request(step.state, language))),
        updated: at,
        published: Some(at),
        links: vec![to_living_page(site)],
        ..Entry::default()
    }
}

fn to_living_page(site: &Site) -> Link {
    Link {
        href: site.address(&Route::Finance),
        ..Link::default()
    }
}

/// A moment of the server's clock; one that no calendar has stands at the epoch.
fn moment(at: Millis) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at).unwrap_or(DateTime::UNIX_EPOCH)
}
