//! `/requests/7/pledge`: what a municipality would pay for a request, and with how many, said by those who came to a webinar
//! about it with a personal link. It stands on the vendor's desk as if it had been written down there.

mod page;

use std::collections::HashMap;

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use barometer_domain::comment::CommentSubject;
use barometer_domain::financing::commitment::OwnWord;
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_domain::money::typed_kroner;
use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::route::{Route, pattern};
use barometer_text::pledge::PledgeText;
use barometer_text::{Language, refusal};

use super::articles::ReaderLanguage;
use super::comments;
use super::error::{self, ApiError};
use super::financing::PageReader;
use super::forms::{Fault, SentForm, see_other};
use super::{AppState, Site};
use crate::rooms::Rooms;
use crate::store::{CommentWriter, OwnStanding, StoreError};
use page::{PledgePage, TypedPledge};

/// In the address of the page that says that the answer is written down.
const KEPT: &str = "kept";

pub(super) fn router() -> Router<AppState> {
    Router::new().route(pattern::PLEDGE, get(show).post(send))
}

/// A request with whoever answers it, if they came with a personal link.
struct AskedRequest {
    request: RequestId,
    title: String,
    writer: Option<CommentWriter>,
}

/// The request that an address names, if whoever asks may know of it.
async fn asked(
    rooms: &Rooms,
    site: &Site,
    headers: &HeaderMap,
    path: &HashMap<String, String>,
    may_read_page: bool,
) -> Result<Option<AskedRequest>, ApiError> {
    let number = path.get("request").and_then(|number| number.parse().ok());
    let Some(request) = number.map(RequestId) else {
        return Ok(None);
    };
    let subject = Some(CommentSubject::Request(request));
    let sessions = comments::sessions(rooms, site, headers, subject).await?;
    let known = comments::known_subject(rooms, subject, may_read_page, &sessions).await?;
    let Some((_, title)) = known else {
        return Ok(None);
    };
    let writer = comments::writer(rooms, &sessions).await?;
    Ok(Some(AskedRequest {
        request,
        title,
        writer,
    }))
}

impl AskedRequest {
    /// The municipality that whoever asks may speak for.
    fn municipality(&self) -> Option<MunicipalityCode> {
        self.writer?.participant.role.municipality().ok()
    }

    async fn standing(&self, rooms: &Rooms) -> Result<Option<OwnStanding>, StoreError> {
        let Some(municipality) = self.municipality() else {
            return Ok(None);
        };
        let standing = rooms.store().own_standing(self.request, municipality);
        standing.await.map(Some)
    }

    fn address(&self, language: Language) -> String {
        let path = Route::Pledge(self.request).path();
        format!("{path}?lang={}&{KEPT}", language.tag())
    }
}

/// The page; whoever may not know the request is sent to the living page.
async fn show(
    reader: Result<PageReader, ApiError>,
    Path(path): Path<HashMap<String, String>>,
    ReaderLanguage(language): ReaderLanguage,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    State(AppState { rooms, site }): State<AppState>,
) -> Result<Response, ApiError> {
    let asked = asked(&rooms, &site, &headers, &path, reader.is_ok()).await?;
    let Some(asked) = asked else {
        return Ok(Redirect::to(pattern::FINANCE).into_response());
    };
    let standing = asked.standing(&rooms).await?;
    let held = standing
        .as_ref()
        .and_then(|standing| standing.held.as_ref());
    let page = PledgePage {
        request: asked.request,
        title: &asked.title,
        municipality: asked.municipality(),
        standing: standing.as_ref(),
        language,
        typed: &TypedPledge::of(held, language),
        faults: &[],
        is_kept: query.is_some_and(|query| query.split('&').any(|one| one == KEPT)),
    };
    Ok(page.respond(StatusCode::OK))
}

/// An answer, or that it is taken back.
async fn send(
    reader: Result<PageReader, ApiError>,
    Path(path): Path<HashMap<String, String>>,
    ReaderLanguage(language): ReaderLanguage,
    headers: HeaderMap,
    State(AppState { rooms, site }): State<AppState>,
    sent: SentForm,
) -> Result<Response, ApiError> {
    let asked = asked(&rooms, &site, &headers, &path, reader.is_ok()).await?;
    let Some(asked) = asked else {
        return Ok(Redirect::to(pattern::FINANCE).into_response());
    };
    let (status, faults) = match read(&sent, language) {
        Err(faults) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
        Ok(word) => match take(&rooms, &site, &asked, word).await {
            Ok(()) => return Ok(see_other(&asked.address(language))),
            Err(StoreError::Refused(refused)) => {
                let fault = fault(&refused, language);
                (error::form_status(&refused), vec![fault])
            }
            Err(unforeseen) => return Err(unforeseen.into()),
        },
    };
    let standing = asked.standing(&rooms).await?;
    let page = PledgePage {
        request: asked.request,
        title: &asked.title,
        municipality: asked.municipality(),
        standing: standing.as_ref(),
        language,
        typed: &TypedPledge::from_form(&sent),
        faults: &faults,
        is_kept: false,
    };
    Ok(page.respond(status))
}

async fn take(
    rooms: &Rooms,
    site: &Site,
    asked: &AskedRequest,
    word: OwnWord,
) -> Result<(), StoreError> {
    let writer = asked.writer.ok_or(Refusal::NotJoined)?;
    let municipality = asked.municipality().ok_or(Refusal::NotJoined)?;
    site.limits.sending(&writer.participant.sender())?;
    rooms
        .record_own_word(asked.request, municipality, word)
        .await
}

/// What was typed, or everything that is wrong with it.
fn read(sent: &SentForm, language: Language) -> Result<OwnWord, Vec<Fault>> {
    if sent.one("do") == "take_back" {
        let reason = sent.one("reason").to_owned();
        return Ok(OwnWord::TakeBack { reason });
    }
    let at_most = typed_kroner(sent.one("at_most")).ok_or(Field::Amount);
    let at_least = match sent.one("at_least") {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| Field::Minimum),
    };
    match (at_most, at_least) {
        (Ok(at_most), Ok(at_least)) => Ok(OwnWord::Intend { at_most, at_least }),
        (at_most, at_least) => {
            let wrong = [at_most.err(), at_least.err()].into_iter().flatten();
            Err(wrong.map(|field| fault(&field.wrong(), language)).collect())
        }
    }
}

fn fault(refused: &Refusal, language: Language) -> Fault {
    let say = |text: PledgeText<'_>| text.say(language);
    let (field, sentence) = match refused {
        Refusal::NotFilledIn {
            field: Field::Amount,
        } => ("at_most", say(PledgeText::AmountWrong)),
        Refusal::NotFilledIn {
            field: Field::Minimum,
        } => ("at_least", say(PledgeText::CountWrong)),
        Refusal::NotFilledIn {
            field: Field::Reason,
        } => ("reason", say(PledgeText::ReasonWrong)),
        Refusal::MoveNotAllowed => ("", say(PledgeText::Further)),
        Refusal::NotJoined => ("", say(PledgeText::LinkNeeded)),
        _ => ("", refusal::sentence(refused, language)),
    };
    Fault {
        field: field.into(),
        sentence,
    }
}
