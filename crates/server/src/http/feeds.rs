//! News without an account: feeds (Atom, RFC 4287) of the living page, of one request, of the webinars that are announced,
//! and of the forum. They hold what everybody may see, and nothing of who voted or promised. Another feed is another path with
//! its entries.

use std::sync::Arc;

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Text};
use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::http::header;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use barometer_domain::financing::portfolio::PublicStep;
use barometer_domain::ids::{Millis, RequestId};
use barometer_domain::news::{NewsEvent, NewsItem};
use barometer_domain::route::{Route, pattern};
use barometer_text::feed::{self, FeedText};
use barometer_text::{Language, news, states};
use chrono::{DateTime, Utc};

use super::articles::ReaderLanguage;
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
        .route(pattern::FORUM_FEED, get(forum))
}

/// What every feed asks for, of an address that may have one more reckoned.
struct FeedRequest {
    language: Language,
    rooms: Rooms,
    site: Arc<Site>,
}

impl FromRequestParts<AppState> for FeedRequest {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let MayReckon = MayReckon::from_request_parts(parts, app).await?;
        let Ok(ReaderLanguage(language)) = ReaderLanguage::from_request_parts(parts, app).await;
        let AppState { rooms, site } = app.clone();
        Ok(Self {
            language,
            rooms,
            site,
        })
    }
}

/// The steps of all requests on the living page, for whoever may see that page.
async fn all_requests(_: PageReader, asked: FeedRequest) -> Result<Response, ApiError> {
    let steps = asked.rooms.store().public_steps().await?;
    let page = FeedPage {
        title: FeedText::AllRequests.say(asked.language).to_owned(),
        path: pattern::FINANCE_FEED,
        about: Route::Finance,
    };
    Ok(asked.respond(page, asked.steps(&steps)))
}

/// The steps of one request; refused as unknown where the living page does not show it.
async fn one_request(
    _: PageReader,
    Path(request): Path<u32>,
    asked: FeedRequest,
) -> Result<Response, ApiError> {
    let mut steps = asked.rooms.store().public_steps().await?;
    steps.retain(|step| step.request == RequestId(request));
    let newest = steps.first().ok_or_else(ApiError::not_found)?;
    let heading = FeedText::OneRequest.say(asked.language);
    let title = format!("{heading} {} {}", newest.reference, newest.title);
    let page = FeedPage {
        title,
        path: &pattern::REQUEST_FEED.replace("{request}", &request.to_string()),
        about: Route::Finance,
    };
    Ok(asked.respond(page, asked.steps(&steps)))
}

/// The webinars that the vendor has announced, and their results.
async fn webinars(asked: FeedRequest) -> Result<Response, ApiError> {
    let items = asked.rooms.store().webinar_news().await?;
    let page = FeedPage {
        title: FeedText::Webinars.say(asked.language).to_owned(),
        path: pattern::WEBINAR_FEED,
        about: Route::Join,
    };
    Ok(asked.respond(page, asked.news(&items)))
}

/// Meetings of the forum, its decisions, and what is said nationally.
async fn forum(asked: FeedRequest) -> Result<Response, ApiError> {
    let items = asked.rooms.store().forum_news().await?;
    let page = FeedPage {
        title: FeedText::Forum.say(asked.language).to_owned(),
        path: pattern::FORUM_FEED,
        about: Route::Forum,
    };
    Ok(asked.respond(page, asked.news(&items)))
}

/// What a feed says of itself.
struct FeedPage<'a> {
    title: String,
    /// Where the feed lies.
    path: &'a str,
    /// The page that it is about.
    about: Route,
}

impl FeedRequest {
    /// The feed; `entries` are the newest first.
    fn respond(&self, page: FeedPage<'_>, entries: Vec<Entry>) -> Response {
        let address = format!("{}{}", self.site.public_url, page.path);
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
            title: Text::plain(page.title),
            lang: Some(self.language.tag().to_owned()),
            updated: entries.first().map_or(none, |entry| entry.updated),
            generator: Some(generator),
            links: vec![own, link_to(self.site.address(&page.about))],
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

    /// The newest steps of requests.
    fn steps(&self, steps: &[PublicStep]) -> Vec<Entry> {
        let newest = steps.iter().take(MOST_ENTRIES);
        newest.map(|step| self.step(step)).collect()
    }

    fn step(&self, step: &PublicStep) -> Entry {
        let Self { language, site, .. } = self;
        let said = feed::step(*language, &step.reference, &step.title, step.state);
        let at = FixedDateTime::from(moment(step.at));
        // The same for every reader and in every language, so that nothing is news twice.
        let id = format!("{}/requests/{}#{}", site.public_url, step.request, step.at);
        Entry {
            id,
            title: Text::plain(said),
            summary: Some(Text::plain(states::request(step.state, *language))),
            updated: at,
            published: Some(at),
            links: vec![link_to(site.address(&Route::Finance))],
            ..Entry::default()
        }
    }

    /// The newest of what happened.
    fn news(&self, items: &[NewsItem]) -> Vec<Entry> {
        let newest = items.iter().take(MOST_ENTRIES);
        newest.map(|item| self.item(item)).collect()
    }

    fn item(&self, item: &NewsItem) -> Entry {
        let at = FixedDateTime::from(moment(item.at));
        let page = page_of(&item.event);
        // The same for every reader and in every language; of the forum two things can happen in one moment.
        let mark = match item.event {
            NewsEvent::Forum { .. } => item.key().replace(' ', "-"),
            _ => item.at.to_string(),
        };
        let id = format!("{}{}#{mark}", self.site.public_url, page.path());
        Entry {
            id,
            title: Text::plain(news::headline(self.language, &item.event)),
            updated: at,
            published: Some(at),
            links: vec![link_to(self.site.address(&page))],
            ..Entry::default()
        }
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
