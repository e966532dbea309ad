//! `/w/CODE/questions`: what participants ask, support and say of the pace. A page with forms that works without a
//! script; the phone's app lays it over itself as a sheet.

mod page;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use barometer_domain::audience_question::{
    Pulse, QuestionId, QuestionOrder, QuestionProblem, QuestionText,
};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::{Route, pattern};
use barometer_text::questions::{QuestionPageText, problem};
use barometer_text::{Language, refusal};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::address::ClientAddress;
use super::articles::ReaderLanguage;
use super::cookies::WebinarAccess;
use super::error::{self, ApiError};
use super::forms::{Fault, SentForm, see_other};
use super::{AppState, Site};
use crate::store::StoreError;
use page::{QuestionsPage, Typed};

pub(super) fn router() -> Router<AppState> {
    Router::new().route(pattern::QUESTIONS, get(show).post(send))
}

/// How the list is read, and what a question is about before anybody has chosen.
#[derive(Debug, Default, Deserialize)]
struct QuestionsQuery {
    sort: Option<String>,
    about: Option<String>,
}

/// What one of a few words means.
fn word<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::String(word.to_owned())).ok()
}

impl QuestionsQuery {
    fn order(&self) -> QuestionOrder {
        let order = self.sort.as_deref().and_then(word);
        order.unwrap_or_default()
    }
}

/// The page; whoever has not joined is sent to join first, as long as one can.
async fn show(
    here: Result<WebinarAccess, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    query: Query<QuestionsQuery>,
) -> Result<Response, ApiError> {
    let Ok(here) = here else {
        return Ok(Redirect::to(pattern::JOIN).into_response());
    };
    let questions = here.room.questions(here.participant).await?;
    if here.participant.is_none() && !questions.ended {
        return Ok(see_other(&Route::Phone(here.code).path()));
    }
    let typed = Typed {
        about: query.about.clone().unwrap_or_default(),
        ..Typed::default()
    };
    let page = QuestionsPage {
        here: &here,
        questions: &questions,
        texts: &here.room.texts(),
        language,
        order: query.order(),
        typed: &typed,
        faults: &[],
    };
    Ok(page.respond(StatusCode::OK))
}

/// What is sent from one of the page's forms.
async fn send(
    here: Result<WebinarAccess, ApiError>,
    from: ClientAddress,
    ReaderLanguage(language): ReaderLanguage,
    query: Query<QuestionsQuery>,
    State(site): State<Arc<Site>>,
    sent: SentForm,
) -> Result<Response, ApiError> {
    let Ok(here) = here else {
        return Ok(Redirect::to(pattern::JOIN).into_response());
    };
    let refused = match take(&here, &site, from, &sent).await {
        Ok(()) => {
            return Ok(see_other(&page::address(
                &here.code,
                language,
                query.order(),
            )));
        }
        Err(StoreError::Refused(refused)) => refused,
        Err(unforeseen) => return Err(unforeseen.into()),
    };
    let questions = here.room.questions(here.participant).await?;
    let typed = Typed::from_form(&sent);
    let page = QuestionsPage {
        here: &here,
        questions: &questions,
        texts: &here.room.texts(),
        language,
        order: query.order(),
        faults: &[fault(&refused, &typed, language)],
        typed: &typed,
    };
    Ok(page.respond(error::form_status(&refused)))
}

/// Why the form was not taken, beside what is wrong.
fn fault(refused: &Refusal, typed: &Typed, language: Language) -> Fault {
    let is_text = matches!(
        refused,
        Refusal::Question {
            problem: QuestionProblem::Empty | QuestionProblem::TooLong { .. }
        }
    );
    let sentence = match refused {
        Refusal::Question { problem: why } => problem(*why, language),
        Refusal::NotJoined => QuestionPageText::JoinFirst.say(language),
        Refusal::WebinarEnded => QuestionPageText::Ended.say(language),
        _ => refusal::sentence(refused, language),
    };
    let field = if is_text {
        typed.field()
    } else {
        String::new()
    };
    Fault { field, sentence }
}

/// Carries out what a form asks for.
async fn take(
    here: &WebinarAccess,
    site: &Site,
    from: ClientAddress,
    sent: &SentForm,
) -> Result<(), StoreError> {
    let participant = here.participant()?;
    let sender = participant.sender();
    let question = || {
        let number = sent.one("question").parse().map(QuestionId);
        number.map_err(|_| Refusal::from(QuestionProblem::Gone))
    };
    let text = || QuestionText::try_from(sent.one("text").to_owned()).map_err(Refusal::from);
    match sent.one("do") {
        "ask" => {
            let text = text()?;
            let about = match sent.one("about") {
                "" => None,
                number => Some(number.parse().map_err(|_| Refusal::UnknownRequest)?),
            };
            site.limits.asking(sender, from)?;
            here.room
                .ask(participant, text, about.map(RequestId))
                .await?;
        }
        "edit" => {
            site.limits.sending(&sender)?;
            here.room
                .edit_question(participant, question()?, text()?)
                .await?;
        }
        "delete" => {
            site.limits.sending(&sender)?;
            here.room.delete_question(participant, question()?).await?;
        }
        is @ ("support" | "unsupport") => {
            site.limits.sending(&sender)?;
            let on = is == "support";
            here.room
                .support_question(participant, question()?, on)
                .await?;
        }
        said => {
            let pulse = said.strip_prefix("pulse-").and_then(word::<Pulse>);
            let pulse = pulse.ok_or(Refusal::NotPossibleNow)?;
            site.limits.sending(&sender)?;
            here.room.say_pulse(participant, pulse).await?;
        }
    }
    Ok(())
}
