//! `/news`: feeds, and news by mail with the address confirmed first. The pages work without a script. And what the vendor
//! decides about its webhook.

pub(super) mod desk;
mod page;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::news::NewsSubject;
use barometer_domain::route::pattern;
use barometer_text::Language;
use barometer_text::news::{NewsText, subject};
use lettre::Address;

use super::address::ClientAddress;
use super::articles::ReaderLanguage;
use super::error::ApiError;
use super::financing::PageReader;
use super::forms::{Fault, SentForm};
use super::{AppState, Site};
use crate::news::NewsLink;
use crate::rooms::Rooms;
use crate::secrets::{self, LONGEST_MAIL_ADDRESS};
use crate::store::NewsWish;
use page::{ADDRESS, NewsPage, SUBJECT};

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route(pattern::NEWS, get(show).post(ask))
        .route(pattern::NEWS_ABOUT, get(show_about))
        .route(pattern::WISH_MAIL, post(ask_about_wish))
        .route(pattern::NEWS_CONFIRM, get(ask_to_confirm).post(confirm))
        .route(
            pattern::NEWS_UNSUBSCRIBE,
            get(ask_to_unsubscribe).post(unsubscribe),
        )
}

/// The page.
async fn show(
    reader: Result<PageReader, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    State(app): State<AppState>,
) -> Result<Response, ApiError> {
    let page = load(&app, reader.is_ok(), language, None).await?;
    Ok(page.respond(StatusCode::OK, "", &[], &[]))
}

/// The page with one request that can be followed alone; one that the reader may not see is not named.
async fn show_about(
    reader: Result<PageReader, ApiError>,
    Path(about): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    State(app): State<AppState>,
) -> Result<Response, ApiError> {
    let about = about.parse().ok();
    let page = load(&app, reader.is_ok(), language, about).await?;
    let chosen: Vec<NewsSubject> = about.into_iter().collect();
    Ok(page.respond(StatusCode::OK, "", &chosen, &[]))
}

async fn load(
    app: &AppState,
    may_read_page: bool,
    language: Language,
    about: Option<NewsSubject>,
) -> Result<NewsPage, ApiError> {
    let request = match about {
        Some(NewsSubject::Request(request)) if may_read_page => {
            let rows = app.rooms.store().portfolio(None).await?.rows;
            let row = rows.into_iter().find(|row| row.request == request);
            row.map(|PortfolioRow { title, .. }| (request, title))
        }
        _ => None,
    };
    Ok(NewsPage {
        language,
        public_url: app.site.public_url.clone(),
        may_read_page,
        sends_mail: app.site.mailer.from().is_some(),
        request,
    })
}

/// Sends a link to confirm with, or shows the form again with what is wrong. Whether the address was known before, the
/// answer does not say.
async fn ask(
    reader: Result<PageReader, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    from: ClientAddress,
    State(app): State<AppState>,
    sent: SentForm,
) -> Result<Response, ApiError> {
    let chosen: Vec<NewsSubject> = sent
        .all(SUBJECT)
        .filter_map(|one| one.parse().ok())
        .collect();
    let about = chosen
        .iter()
        .copied()
        .find(|one| matches!(one, NewsSubject::Request(_)));
    let page = load(&app, reader.is_ok(), language, about).await?;
    let mut faults = Vec::new();
    let address = read_address(sent.one(ADDRESS));
    if address.is_none() {
        faults.push(fault(ADDRESS, NewsText::AddressWrong, language));
    }
    let offered = page.subjects();
    let subjects: Vec<NewsSubject> = offered
        .into_iter()
        .filter(|one| chosen.contains(one))
        .collect();
    if subjects.is_empty() {
        faults.push(fault(SUBJECT, NewsText::SubjectMissing, language));
    }
    let typed = sent.one(ADDRESS);
    let Some(address) = address.filter(|_| faults.is_empty()) else {
        return Ok(page.respond(StatusCode::UNPROCESSABLE_ENTITY, typed, &chosen, &faults));
    };
    match begin(&app, from, address, language, subjects).await? {
        Asked::MailIsOnItsWay => Ok(page::look_in_your_inbox(language)),
        Asked::TooOften => {
            let faults = [fault("", NewsText::TooManyTries, language)];
            Ok(page.respond(StatusCode::TOO_MANY_REQUESTS, typed, &chosen, &faults))
        }
        Asked::NoMailHere => Ok(page.respond(StatusCode::OK, typed, &chosen, &[])),
    }
}

/// The same for somebody who sent a wish, and holds its address: the mail address is kept apart from it.
async fn ask_about_wish(
    Path(link): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    from: ClientAddress,
    State(app): State<AppState>,
    sent: SentForm,
) -> Result<Response, ApiError> {
    let found = app.rooms.store().wish_status(secrets::hash_token(&link));
    let wish = found.await?.ok_or_else(ApiError::not_found)?;
    let typed = sent.one(ADDRESS);
    let again = |status, text| {
        let fault = fault(ADDRESS, text, language);
        page::wish_form_again(language, &link, typed, status, &[fault])
    };
    let Some(address) = read_address(typed) else {
        return Ok(again(
            StatusCode::UNPROCESSABLE_ENTITY,
            NewsText::AddressWrong,
        ));
    };
    let subjects = vec![NewsSubject::Wish(wish.request)];
    match begin(&app, from, address, language, subjects).await? {
        Asked::MailIsOnItsWay => Ok(page::look_in_your_inbox(language)),
        Asked::TooOften => Ok(again(StatusCode::TOO_MANY_REQUESTS, NewsText::TooManyTries)),
        Asked::NoMailHere => Ok(again(StatusCode::UNPROCESSABLE_ENTITY, NewsText::NoMail)),
    }
}

/// What came of asking for news.
enum Asked {
    /// As far as whoever asked is told.
    MailIsOnItsWay,
    TooOften,
    NoMailHere,
}

async fn begin(
    app: &AppState,
    from: ClientAddress,
    address: String,
    language: Language,
    subjects: Vec<NewsSubject>,
) -> Result<Asked, ApiError> {
    let AppState { rooms, site } = app;
    if site.mailer.from().is_none() {
        return Ok(Asked::NoMailHere);
    }
    if site.limits.asking_for_news(from).is_err() {
        return Ok(Asked::TooOften);
    }
    // What is written to one address has a limit of its own, about which nobody is told: it may be somebody else's.
    let tag = rooms.store().keys().news_tag(&address);
    if site.limits.writing_to(tag).is_err() {
        return Ok(Asked::MailIsOnItsWay);
    }
    let mut names = Vec::with_capacity(subjects.len());
    for one in &subjects {
        let title = rooms.store().followed_title(*one).await?;
        names.push(subject(language, *one, &title));
    }
    let wish = NewsWish {
        address: address.clone(),
        language,
        subjects,
    };
    if let Some(id) = rooms.ask_for_news(wish).await? {
        let sender = site.news_sender(rooms);
        // Not waited for: how long it takes would tell whether it can be delivered.
        tokio::spawn(async move { sender.ask_to_confirm(id, address, language, names).await });
    }
    Ok(Asked::MailIsOnItsWay)
}

/// An address that mail can be sent to.
fn read_address(typed: &str) -> Option<String> {
    let is_short = typed.len() <= LONGEST_MAIL_ADDRESS;
    let address: Address = typed.parse().ok().filter(|_| is_short)?;
    // A host without a dot is one of this network.
    let is_public = address.domain().contains('.');
    is_public.then(|| typed.to_owned())
}

fn fault(field: &str, text: NewsText, language: Language) -> Fault {
    Fault {
        field: field.to_owned(),
        sentence: text.say(language).to_owned(),
    }
}

/// Asks before anything changes, for mail filters follow links too.
async fn ask_to_confirm(
    Path(link): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
) -> Result<Response, ApiError> {
    let Some(id) = NewsLink::Confirm.read(&rooms, &link) else {
        return Ok(page::link_gone(language));
    };
    let Some(reader) = rooms.store().news_reader(id).await? else {
        return Ok(page::link_gone(language));
    };
    let mut names = Vec::with_capacity(reader.subjects.len());
    for one in &reader.subjects {
        let title = rooms.store().followed_title(*one).await?;
        names.push(subject(language, *one, &title));
    }
    let path = NewsLink::Confirm.path(&rooms, &id);
    Ok(page::ask_to_confirm(language, &path, &names))
}

/// From now on the address gets what was asked for.
async fn confirm(
    Path(link): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
) -> Result<Response, ApiError> {
    let confirmed = match NewsLink::Confirm.read(&rooms, &link) {
        Some(id) => rooms.confirm_news(id).await?,
        None => false,
    };
    Ok(if confirmed {
        page::confirmed(language)
    } else {
        page::link_gone(language)
    })
}

async fn ask_to_unsubscribe(
    Path(link): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
) -> Response {
    match NewsLink::Unsubscribe.read(&rooms, &link) {
        Some(id) => {
            let path = NewsLink::Unsubscribe.path(&rooms, &id);
            page::ask_to_unsubscribe(language, &path)
        }
        None => page::link_gone(language),
    }
}

/// Forgets the address. Mail programs call this too, by the mail's own headers (RFC 8058).
async fn unsubscribe(
    Path(link): Path<String>,
    ReaderLanguage(language): ReaderLanguage,
    State(rooms): State<Rooms>,
    _body: Body,
) -> Result<Response, ApiError> {
    let Some(id) = NewsLink::Unsubscribe.read(&rooms, &link) else {
        return Ok(page::link_gone(language));
    };
    rooms.forget_news_reader(id).await?;
    Ok(page::unsubscribed(language))
}

/// The form on the page of a wish, for whoever sent it; nothing where no mail is sent.
pub(super) fn wish_form(site: &Site, language: Language, link: &str) -> maud::Markup {
    page::wish_form(site.mailer.from().is_some(), language, link, "", &[])
}
