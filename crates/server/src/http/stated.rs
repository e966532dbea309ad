//! `/w/CODE/estimate`: "Hvad kunne jeres kommune være med for?", once the ballot has been received. A page with one form,
//! which works without a script; the phone's app lays it over itself as a sheet.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use barometer_domain::catalogue::RequestText;
use barometer_domain::financing::own_share::prospective_share;
use barometer_domain::ids::{CandidateId, WebinarCode};
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::route::{Route, pattern};
use barometer_domain::stated::{StatedAmount, StatedAmounts};
use barometer_domain::wire::Role;
use barometer_text::questions::QuestionPageText;
use barometer_text::stated::StatedText as Text;
use barometer_text::{Language, figures};
use maud::{Markup, html};

use super::articles::ReaderLanguage;
use super::cookies::WebinarAccess;
use super::error::ApiError;
use super::forms::{FormPage, SentForm, see_other};
use super::{AppState, Site};
use crate::store::{OwnStatement, Participant, StoreError};

/// In the address of the page that says that the estimate is kept.
const KEPT: &str = "kept";

pub(super) fn router() -> Router<AppState> {
    Router::new().route(pattern::ESTIMATE, get(show).post(send))
}

/// The page; whoever has not voted is sent to where one votes.
async fn show(
    here: Result<WebinarAccess, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    let Ok(here) = here else {
        return Ok(Redirect::to(pattern::JOIN).into_response());
    };
    let Some((participant, own)) = statement(&here).await? else {
        return Ok(see_other(&Route::Phone(here.code).path()));
    };
    let is_kept = query.is_some_and(|query| query.split('&').any(|one| one == KEPT));
    let page = EstimatePage {
        here: &here,
        participant,
        own: &own,
        is_kept,
        language,
    };
    Ok(page.respond())
}

/// Who is here, with what they have stated; nothing as long as their ballot has not been received.
async fn statement(here: &WebinarAccess) -> Result<Option<(Participant, OwnStatement)>, ApiError> {
    let Some(participant) = here.participant else {
        return Ok(None);
    };
    let own = here.room.own_statement(participant).await?;
    Ok(own.map(|own| (participant, own)))
}

/// What is sent from the form.
async fn send(
    here: Result<WebinarAccess, ApiError>,
    ReaderLanguage(language): ReaderLanguage,
    State(site): State<Arc<Site>>,
    sent: SentForm,
) -> Result<Response, ApiError> {
    let Ok(here) = here else {
        return Ok(Redirect::to(pattern::JOIN).into_response());
    };
    let participant = here.participant()?;
    site.limits.sending(&participant.sender())?;
    let texts = here.room.texts();
    let mut amounts = StatedAmounts::default();
    for candidate in &texts.candidates {
        let word = sent.one(&field_of(candidate.id));
        if let Some(amount) = StatedAmount::of_word(word) {
            amounts.0.insert(candidate.id, amount);
        }
    }
    let address = match here.room.state_amounts(participant, amounts).await {
        Ok(()) => format!("{}&{KEPT}", address(&here.code, language)),
        // The page says that it is closed; where there is no ballot it leads to where one votes.
        Err(StoreError::Refused(Refusal::BarometerClosed | Refusal::NotPossibleNow)) => {
            address(&here.code, language)
        }
        Err(error) => return Err(error.into()),
    };
    Ok(see_other(&address))
}

fn address(code: &WebinarCode, language: Language) -> String {
    let path = Route::Estimate(code.clone()).path();
    format!("{path}?lang={}", language.tag())
}

fn field_of(candidate: CandidateId) -> String {
    format!("candidate-{}", candidate.0)
}

struct EstimatePage<'a> {
    here: &'a WebinarAccess,
    participant: Participant,
    own: &'a OwnStatement,
    is_kept: bool,
    language: Language,
}

impl EstimatePage<'_> {
    fn respond(&self) -> Response {
        let path = Route::Estimate(self.here.code.clone()).path();
        let page = FormPage {
            language: self.language,
            title: &self.say(Text::Title),
            path: &path,
            scripts: &[],
            refresh_seconds: None,
        };
        page.respond(StatusCode::OK, &self.content())
    }

    fn say(&self, text: Text<'_>) -> String {
        text.say(self.language)
    }

    fn say_of_sheet(&self, text: QuestionPageText<'_>) -> String {
        text.say(self.language)
    }

    fn content(&self) -> Markup {
        let phone = Route::Phone(self.here.code.clone()).path();
        let texts = self.here.room.texts();
        let supported: Vec<(CandidateId, &RequestText)> = self
            .own
            .ballot
            .choices()
            .filter_map(|id| Some((id, texts.candidate(id)?)))
            .collect();
        html! {
            // What the script says that lays this page over the app.
            div class="questions" id="estimate" data-moved=(self.say_of_sheet(QuestionPageText::Moved))
                data-back=(self.say_of_sheet(QuestionPageText::Back)) {
            p class="promise" { strong { (self.say(Text::Promise)) } " " (self.say(Text::WhoSees)) }
            @if !self.own.is_open { p class="notice" role="status" tabindex="-1" { (self.say(Text::Closed)) } }
            @if supported.is_empty() { p { (self.say(Text::Nothing)) } }
            @else if self.own.is_open {
                form method="post" action=(address(&self.here.code, self.language)) {
                    @for (id, text) in supported { (self.question(id, text)) }
                    button class="button primary" { (self.say(Text::Send)) }
                }
                @if self.is_kept { p class="notice leaf kept" role="status" tabindex="-1" { (self.say(Text::Kept)) } }
            }
            p class="way-back" { a href=(phone) { (self.say(Text::Skip)) } }
            }
        }
    }

    fn question(&self, id: CandidateId, text: &RequestText) -> Markup {
        let stated = self.own.amounts.0.get(&id);
        let name = field_of(id);
        let hint = self.own_share(text);
        let described = (!hint.is_empty()).then(|| format!("{name}-hint"));
        html! {
            fieldset class="estimate" aria-describedby=[&described] {
                legend { (id.0) ". " (text.title) }
                @if !hint.is_empty() { p class="hint" id=[&described] { (hint) } }
                div class="amounts" {
                    @for amount in StatedAmount::ALL {
                        label {
                            input type="radio" name=(name) value=(amount.word()) checked[stated == Some(&amount)];
                            span { (self.say(Text::Amount(amount))) }
                        }
                    }
                }
            }
        }
    }

    /// What the own municipality would pay with as many as are planned.
    fn own_share(&self, text: &RequestText) -> String {
        let Role::Voter { municipality } = self.participant.role else {
            return String::new();
        };
        let Some(price) = text.price.known() else {
            return self.say(Text::NoPrice);
        };
        let inhabitants = municipality::by_code(municipality).map_or(0, |one| one.population);
        let count = text.planned_number();
        let share = prospective_share(price, &text.sharing, inhabitants, count);
        share.map_or_else(
            |_| String::new(),
            |share| self.say(Text::OwnShare(count, &figures::money(self.language, share))),
        )
    }
}
