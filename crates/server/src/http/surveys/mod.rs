//! Surveys and evaluations: the pages that municipalities fill in, and what the vendor does with them.

pub(super) mod desk;
mod form;
mod page;
mod result;

use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRef, FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::{Route, pattern};
use barometer_domain::survey::{SurveyPurpose, SurveyState};
use barometer_domain::wire::Role;
use barometer_text::Language;
use serde::Deserialize;

use super::address::ClientAddress;
use super::articles::{self, LanguageQuery};
use super::cookies::{self, WebinarAccess};
use super::error::ApiError;
use super::forms::{SentForm, see_other};
use super::{AppState, Site};
use crate::rooms::Rooms;
use crate::secrets::{self, HeldAnswers};
use crate::store::StoredSurvey;
use form::TypedAnswers;
use page::SurveyPage;

/// The pages of all purposes.
pub(super) fn router() -> Router<AppState> {
    let page = |purpose| {
        let show = move |visit: Visit| async move { visit.show(purpose).await };
        let take =
            move |visit: Visit, sent: SentForm| async move { visit.take(purpose, &sent).await };
        get(show).post(take)
    };
    Router::new()
        .route(pattern::SURVEY, page(SurveyPurpose::BeforeWebinar))
        .route(pattern::EVALUATION, page(SurveyPurpose::Evaluation))
        .route(pattern::FORUM_SURVEY, page(SurveyPurpose::Forum))
}

/// What the address of a page asks for beside the language.
#[derive(Debug, Default, Deserialize)]
struct PageQuery {
    /// There if somebody who has answered wants to change that.
    change: Option<String>,
}

/// Whoever opens a page about a survey, and what that request brings.
struct Visit {
    here: WebinarAccess,
    from: ClientAddress,
    rooms: Rooms,
    site: Arc<Site>,
    language: Language,
    wants_change: bool,
    /// The browser's tokens, by purpose.
    tokens: [Option<String>; 3],
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &AppState) -> Result<Self, ApiError> {
        let here = WebinarAccess::from_request_parts(parts, app).await?;
        let Ok(from) = ClientAddress::from_request_parts(parts, app).await;
        let asked = Query::<LanguageQuery>::from_request_parts(parts, app).await;
        let asked = asked.map(|Query(asked)| asked).unwrap_or_default();
        let page = Query::<PageQuery>::from_request_parts(parts, app).await;
        let site = Arc::<Site>::from_ref(app);
        let tokens = SurveyPurpose::ALL.map(|purpose| {
            let token = cookies::respondent(&site, &parts.headers, purpose, &here.code);
            token.map(ToOwned::to_owned)
        });
        Ok(Self {
            language: articles::language(&asked, &parts.headers),
            wants_change: page.is_ok_and(|Query(page)| page.change.is_some()),
            rooms: Rooms::from_ref(app),
            here,
            from,
            site,
            tokens,
        })
    }
}

impl Visit {
    fn webinar(&self) -> i64 {
        self.here.room.webinar()
    }

    /// The address of the page, without a query.
    fn path(&self, purpose: SurveyPurpose) -> String {
        let code = self.here.code.clone();
        let route = match purpose {
            SurveyPurpose::BeforeWebinar => Route::Survey(code),
            SurveyPurpose::Evaluation => Route::Evaluation(code),
            SurveyPurpose::Forum => Route::ForumSurvey(code),
        };
        route.path()
    }

    /// The token under which this browser has answered, with what it answered.
    async fn own(&self, purpose: SurveyPurpose) -> Result<Option<(String, HeldAnswers)>, ApiError> {
        let at = SurveyPurpose::ALL.iter().position(|one| *one == purpose);
        let token = at.and_then(|at| self.tokens.get(at)?.clone());
        let Some(token) = token else {
            return Ok(None);
        };
        let store = self.rooms.store();
        let held = store.own_answers(self.webinar(), purpose, &token).await?;
        Ok(held.map(|held| (token, held)))
    }

    async fn survey(&self, purpose: SurveyPurpose) -> Result<Option<StoredSurvey>, ApiError> {
        Ok(self.rooms.store().survey(self.webinar(), purpose).await?)
    }

    async fn page(&self, purpose: SurveyPurpose) -> Result<SurveyPage, ApiError> {
        let key = self.rooms.store().vendor_key().await?;
        Ok(SurveyPage {
            purpose,
            language: self.language,
            code: self.here.code.clone(),
            path: self.path(purpose),
            title: self.rooms.store().course(self.webinar()).await?.title,
            key,
        })
    }

    async fn show(self, purpose: SurveyPurpose) -> Result<Response, ApiError> {
        let page = self.page(purpose).await?;
        let Some(survey) = self.survey(purpose).await? else {
            return Ok(page.nothing());
        };
        match survey.state {
            SurveyState::Draft => Ok(page.not_open_yet(survey.opens_at)),
            SurveyState::Ending => Ok(page.closed()),
            SurveyState::Closed => Ok(page.result(&survey)),
            SurveyState::Open => Ok(match self.own(purpose).await? {
                Some((_, held)) if !self.wants_change => page.receipt(&survey.survey, &held),
                Some((_, held)) => {
                    let typed = TypedAnswers::of(&survey.survey, &held);
                    page.form(StatusCode::OK, &survey.survey, &typed, &[], true)
                }
                None => {
                    let typed = TypedAnswers::for_municipality(self.municipality());
                    page.form(StatusCode::OK, &survey.survey, &typed, &[], false)
                }
            }),
        }
    }

    /// The municipality for which this browser is in the webinar: filled in, and joined to no answer.
    fn municipality(&self) -> String {
        match self.here.participant.map(|participant| participant.role) {
            Some(Role::Voter { municipality }) => municipality.to_string(),
            Some(Role::Observer) | None => String::new(),
        }
    }

    async fn take(self, purpose: SurveyPurpose, sent: &SentForm) -> Result<Response, ApiError> {
        let page = self.page(purpose).await?;
        let Some(survey) = self.survey(purpose).await? else {
            return Ok(page.nothing());
        };
        if survey.state != SurveyState::Open {
            return Err(Refusal::SurveyNotOpen.into());
        }
        let own = self.own(purpose).await?;
        let typed = TypedAnswers::sent(&survey.survey, sent);
        let held = match typed.read(
            &survey.survey,
            self.language,
            own.as_ref().map(|(_, held)| held),
        ) {
            Ok(held) => held,
            Err(faults) => {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return Ok(page.form(status, &survey.survey, &typed, &faults, own.is_some()));
            }
        };
        let token = own.map(|(token, _)| token);
        match &token {
            Some(token) => {
                let [spender @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] =
                    secrets::hash_token(token);
                self.site.limits.sending(&spender)?;
            }
            None => self.site.limits.coming(self.from)?,
        }
        let store = &self.here.room;
        let token = store.answer_survey(purpose, token, held).await?;
        let mut answer = see_other(&format!("{}?lang={}", page.path, self.language.tag()));
        let cookie = cookies::set_respondent(&self.site, purpose, &self.here.code, &token);
        answer.headers_mut().insert(header::SET_COOKIE, cookie);
        let vary = HeaderValue::from_static("accept-language, cookie");
        answer.headers_mut().insert(header::VARY, vary);
        Ok(answer)
    }
}
