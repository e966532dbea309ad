//! The only place that knows status codes: a refusal becomes a problem (RFC 9457).

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use barometer_domain::refusal::{Refusal, SheetProblem};
use barometer_domain::wire::Problem;

use super::padded::PaddedBody;
use crate::store::StoreError;

/// What goes wrong behind a URL.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(super) struct ApiError(#[from] StoreError);

impl ApiError {
    pub(super) fn not_found() -> Self {
        Refusal::NotFound.into()
    }

    /// Whether it is this refusal, and nothing unforeseen.
    pub(super) fn is(&self, refusal: &Refusal) -> bool {
        matches!(&self.0, StoreError::Refused(refused) if refused == refusal)
    }
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self(StoreError::Refused(refusal))
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        match self.0 {
            StoreError::Refused(refusal) => problem(refusal),
            unforeseen => {
                tracing::error!(error = %unforeseen, "unforeseen");
                problem(Refusal::Internal)
            }
        }
    }
}

/// The answer to another site's page.
pub(super) fn cross_site() -> Response {
    problem(Refusal::CrossSite)
}

/// The answer to a method that an address does not have; the router adds which ones it has.
pub(super) fn method_not_allowed() -> Response {
    problem_with(StatusCode::METHOD_NOT_ALLOWED, Refusal::NotFound)
}

fn problem(refusal: Refusal) -> Response {
    problem_with(status(&refusal), refusal)
}

fn problem_with(status: StatusCode, refusal: Refusal) -> Response {
    let retry_after = match refusal {
        // Whole seconds, at least one (RFC 9110); the exact pause stands in the body.
        Refusal::Busy { retry_after_ms }
        | Refusal::StorageFull { retry_after_ms }
        | Refusal::TooMany { retry_after_ms } => Some(retry_after_ms.div_ceil(1000).max(1)),
        _ => None,
    };
    let problem = Problem {
        status: status.as_u16(),
        title: refusal.to_string(),
        refusal,
    };
    let mut response = match problem.refusal {
        Refusal::StaleRevision { .. } => (status, PaddedBody(problem)).into_response(),
        _ => (status, Json(problem)).into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    if let Some(seconds) = retry_after {
        headers.insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

/// With what a form is marked that comes back because it was refused: what was wrong, unless it was who or when.
pub(super) fn form_status(refusal: &Refusal) -> StatusCode {
    match status(refusal) {
        status @ (StatusCode::UNAUTHORIZED
        | StatusCode::TOO_MANY_REQUESTS
        | StatusCode::SERVICE_UNAVAILABLE) => status,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// With what status a refusal is answered, as a problem or on a page.
pub(super) fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::UnknownWebinar
        | Refusal::UnknownCandidate { .. }
        | Refusal::UnknownRequest
        | Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::NotJoined | Refusal::NotVendor | Refusal::CodeNeeded => StatusCode::UNAUTHORIZED,
        Refusal::NotPresenter
        | Refusal::UnknownInvitation
        | Refusal::InvitationNeeded
        | Refusal::ObserverCannotVote
        | Refusal::WrongPassphrase
        | Refusal::CrossSite => StatusCode::FORBIDDEN,
        Refusal::WebinarNotOpen
        | Refusal::DoorClosed
        | Refusal::MunicipalityFull { .. }
        | Refusal::WebinarEnded
        | Refusal::MunicipalityFixed
        | Refusal::BarometerNotOpen
        | Refusal::BarometerClosed
        | Refusal::NamesFrozen
        | Refusal::StaleRevision { .. }
        | Refusal::StaleStep
        | Refusal::StaleEdition
        | Refusal::BarometerStillOpen
        | Refusal::BarometerAlreadyOpened
        | Refusal::NotClosedYet
        | Refusal::NothingFurther
        | Refusal::AlreadySetUp
        | Refusal::NoVendorKey
        | Refusal::LogBroken
        | Refusal::MoveNotAllowed
        | Refusal::RequestTakesNone { .. }
        | Refusal::MergeConflicts { .. }
        | Refusal::MergeMovedOn
        | Refusal::Locked
        | Refusal::ChoicesSeen
        | Refusal::AnswersStand { .. }
        | Refusal::SurveyNotOpen
        | Refusal::NotPossibleNow => StatusCode::CONFLICT,
        Refusal::BodyTooLarge { .. }
        | Refusal::BadSheet {
            problem: SheetProblem::TooLarge,
        } => StatusCode::PAYLOAD_TOO_LARGE,
        Refusal::UnknownMunicipality
        | Refusal::TooManyChoices { .. }
        | Refusal::TooManyInterests { .. }
        | Refusal::Question { .. }
        | Refusal::ChoiceDoesNotFit
        | Refusal::ReasonMissing
        | Refusal::NotFilledIn { .. }
        | Refusal::BadSurvey { .. }
        | Refusal::BadSheet { .. }
        | Refusal::ImportHasErrors { .. }
        | Refusal::Malformed { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Busy { .. } | Refusal::StorageFull { .. } => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}
