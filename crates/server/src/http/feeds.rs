//! News without an account: feeds (Atom, RFC 4287) of the living page, of one request, and of the webinars that are
//! announced. They hold what everybody may see, and nothing of who voted or promised. Another feed is another path with
//! its entries.

use std::sync::Arc;

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Text};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use barometer_domain::financing::portfolio::PublicStep;
use barometer_domain::ids::{Millis, RequestId};
use barometer_domain::news::NewsItem;
use barometer_domain::route::{Route, pattern};
use barometer_text::feed::{self, FeedText};
use barometer_text::{Language, news, states};
use chrono::{DateTime, Utc};

use super::articles::{LanguageQuery, language};
use super::error::ApiError;
use super::financing::PageReader;
use super::reckoned::MayReckon;
use super::{AppState, Site};
use crate::news::page_of;
use crate::rooms::Rooms;

/// The newest entries of a feed, at most; RFC 4287 leaves it to the publisher.
const MOST_ENTRIES: usize = 100;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::FINANCE_FEED, get(all_requests))
        .route(pattern::REQUEST_FEED, get(one_request))
        .route(pattern::WEBINAR_FEED, get(webinars))
}

/// The steps of all requests on the living page, for whoever may see that page.
async fn all_requests(
    _: PageReader,
    _: MayReckon,
    asked: Query<LanguageQuery>,
    headers: HeaderMap,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let language = language(&asked, &headers);
    let steps = rooms.store().public_steps().await?;
    let page = FeedPage {
        title: FeedText::AllRequests.say(language).to_owned(),
        path: pattern::FINANCE_FEED,
        about: Route::Finance,
    };
    Ok(page.respond(&site, language, entries(&site, language, &steps)))
}

/// The steps of one request; refused as unknown where the living page does not show it.
async fn one_request(
    _: PageReader,
    _: MayReckon,
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
    let page = FeedPage {
        title,
        path: &pattern::REQUEST_FEED.replace("{request}", &request.to_string()),
        about: Route::Finance,
    };
    Ok(page.respond(&site, language, entries(&site, language, &steps)))
}

/// The webinars that the vendor has announced, and their results.
async fn webinars(
    _: MayReckon,
    asked: Query<LanguageQuery>,
    headers: HeaderMap,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
) -> Result<Response, ApiError> {
    let language = language(&asked, &headers);
    let items = rooms.store().webinar_news().await?;
    let page = FeedPage {
        title: FeedText::Webinars.say(language).to_owned(),
        path: pattern::WEBINAR_FEED,
        about: Route::Join,
    };
    let items = items.iter().take(MOST_ENTRIES);
    let entries = items.map(|item| webinar_entry(&site, language, item));
    Ok(page.respond(&site, language, entries.collect()))
}

/// What a feed says of itself.
struct FeedPage<'a> {
    title: String,
    /// Where the feed lies.
    path: &'a str,
    /// The page that it is about.
    about: Route,
}

impl FeedPage<'_> {
    /// The feed; `entries` are the newest first.
    fn respond(self, site: &Site, language: Language, entries: Vec<Entry>) -> Response {
        let address = format!("{}{}", site.public_url, self.path);
        let none = FixedDateTime::from(DateTime::UNIX_EPOCH);
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
            title: Text::plain(self.title),
            lang: Some(language.tag().to_owned()),
            updated: entries.first().map_or(none, |entry| entry.updated),
            generator: Some(generator),
            links: vec![own, link_to(site.address(&self.about))],
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
}

fn entries(site: &Site, language: Language, steps: &[PublicStep]) -> Vec<Entry> {
    let newest = steps.iter().take(MOST_ENTRIES);
    newest.map(|step| entry(site, language, step)).collect()
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
        links: vec![link_to(site.address(&Route::Finance))],
        ..Entry::default()
    }
}

fn webinar_entry(site: &Site, language: Language, item: &NewsItem) -> Entry {
    let at = FixedDateTime::from(moment(item.at));
    let page = page_of(&item.event);
    let id = format!("{}{}#{}", site.public_url, page.path(), item.at);
    Entry {
        id,
        title: Text::plain(news::headline(language, &item.event)),
        updated: at,
        published: Some(at),
        links: vec![link_to(site.address(&page))],
        ..Entry::default()
    }
}

fn link_to(href: String) -> Link {
    Link {
        href,
        ..Link::default()
    }
}

/// A moment of the server's clock; one that no calendar has stands at the epoch.
fn moment(at: Millis) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at).unwrap_or(DateTime::UNIX_EPOCH)
}
