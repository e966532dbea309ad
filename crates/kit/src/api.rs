//! The operations of the server, in one table: how each is called, where, what it takes and what it answers.
//!
//! `api::prepare(&code, &prepare).await` sends one. That the server has every one of them, under this method and
//! address, is checked against its own description (`crates/server/tests/http/client.rs`).

use barometer_domain::after::{After, Evaluate, SaveAfterWords};
use barometer_domain::audience_question::{QuestionCommand, QuestionQueue};
use barometer_domain::ballot::{Ballot, Cast};
use barometer_domain::carrying::Carrying;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::comment::{Comment, CommentModeration};
use barometer_domain::date::Date;
use barometer_domain::financing::delivery::{Deliveries, DeliveryReport, ShowDeliveries};
use barometer_domain::financing::import::{Import, ImportChoices};
use barometer_domain::financing::ledger::{Ledger, Said, Undo};
use barometer_domain::financing::portfolio::{Portfolio, PortfolioAccess, PortfolioCode, Protect};
use barometer_domain::financing::request::{Edit, NewRequest, RequestFile, RequestRow, Step};
use barometer_domain::forum::{ForumCommand, ForumDesk};
use barometer_domain::ids::{MunicipalityCode, RequestId, WebinarCode};
use barometer_domain::invitation::{Invitations, NewInvitations, WhoMayVote};
use barometer_domain::news::webhook::{NewsDesk, SaveWebhook};
use barometer_domain::preparation::{Look, NewWebinar, Prepare, PreparedWebinar};
use barometer_domain::signup::mail::SendMail;
use barometer_domain::signup::{NewSignups, SignupList, SignupSettings};
use barometer_domain::survey::{SaveSurvey, SurveyDesk, TakeSurveyStep};
use barometer_domain::vendor::{
    LogIn, LookUp, Released, RetentionNotice, SetUp, Strike, VendorInfo, VendorSession, WebinarRow,
};
use barometer_domain::vendor_account::{AccountEntry, ChangePassphrase, KeyChallenge, RecoverKey};
use barometer_domain::view::{AudienceView, ConsoleView};
use barometer_domain::what_pays::WhatPays;
use barometer_domain::wire::{
    BALLOT_BODY, ConsoleKey, GivenInvitation, Interest, Join, Me, Receipt, Rehearsal, SeenCommand,
    SignedRoll, WebinarInfo,
};
use barometer_domain::wish::WishRow;
use barometer_json::{RawJson, ToJson};
use web_sys::{Blob, File};

use crate::json;

mod operation;
mod retry;

pub use operation::{Answer, ApiError, Done, FileBody, Operation, Timed, UnreadJson, WrittenJson};
pub use retry::{pause_ms, retry_after_ms, spread, until_answered};

/// Turns each row into a function that makes the [`Operation`]: its arguments fill the address, the last one is the
/// body if the row names one. What phones ask for is marked: its refusals are those that a phone can hear of.
macro_rules! operations {
    ($(
        $(#[$doc:meta])*
        $method:ident $name:ident($($argument:ident: $kind:ty),*) $address:literal $(takes $body:ty,)? gives $answer:ty $(, to $phones:ident)?;
    )*) => {$(
        $(#[$doc])*
        pub fn $name($($argument: $kind,)* $(body: &$body)?) -> Operation<$answer> {
            Operation::new(stringify!($method), format!($address), refusals!($($phones)?))$(.with::<$body>(body))?
        }
    )*};
}

/// How a row's refusals are read.
macro_rules! refusals {
    () => {
        json::refusal
    };
    (phones) => {
        json::refusal_on_phone
    };
}

operations! {
    // A webinar, for whoever has its code.

    /// What anyone with the code may know of a webinar.
    GET webinar(code: &WebinarCode) "/api/v1/webinars/{code}" gives WebinarInfo, to phones;
    /// The webinar's texts, immutable under their hash.
    GET catalogue(code: &WebinarCode, hash: &str) "/api/v1/webinars/{code}/catalogue/{hash}" gives Catalogue, to phones;
    /// What phones and projector show, once.
    GET audience_view(code: &WebinarCode) "/api/v1/webinars/{code}/view" gives AudienceView, to phones;
    /// The signed roll, once the result is out.
    GET roll(code: &WebinarCode) "/api/v1/webinars/{code}/roll" gives SignedRoll;
    /// What the votes can carry within the frame that was set, once the result is out.
    GET carrying(code: &WebinarCode) "/api/v1/webinars/{code}/carrying" gives Carrying;

    // A participant.

    /// Becomes a participant of a webinar; [`join`] writes the body.
    POST participants(code: &WebinarCode) "/api/v1/webinars/{code}/participants" takes WrittenJson, gives Me, to phones;
    /// A participant's own things.
    GET me(code: &WebinarCode) "/api/v1/webinars/{code}/me" gives Me, to phones;
    /// Replaces a participant's ballot; [`cast`] writes the body.
    PUT ballot(code: &WebinarCode) "/api/v1/webinars/{code}/ballot" takes WrittenJson, gives Receipt, to phones;
    /// "Vi vil gerne være med", or not any more; [`interest`] and [`take_interest_back`] write the body.
    POST interests(code: &WebinarCode) "/api/v1/webinars/{code}/interests" takes WrittenJson, gives Me, to phones;

    // The presenter.

    /// Trades the presenter's secret for a cookie.
    POST console_session(code: &WebinarCode) "/api/v1/webinars/{code}/console/session" takes ConsoleKey, gives Done;
    /// The console's view, once; for a console whose command came too late.
    GET console_view(code: &WebinarCode) "/api/v1/webinars/{code}/console/view" gives ConsoleView;
    /// Gives a presenter's command.
    POST command(code: &WebinarCode) "/api/v1/webinars/{code}/console" takes SeenCommand, gives ConsoleView;
    /// Approves a question, pins it, answers it, hides it, or merges it into another.
    POST moderate(code: &WebinarCode) "/api/v1/webinars/{code}/console/questions" takes QuestionCommand, gives ConsoleView;
    /// Copies the webinar into one to practise on.
    POST rehearse(code: &WebinarCode) "/api/v1/webinars/{code}/console/rehearsal" gives Rehearsal;
    /// Throws a rehearsal away.
    DELETE throw_away(code: &WebinarCode) "/api/v1/webinars/{code}/console/rehearsal" gives Done;

    // The living page.

    /// The living page as it stands.
    GET financing_now() "/api/v1/financing" gives Portfolio;
    /// The living page as it stood at the end of a day.
    GET financing_on(day: Date) "/api/v1/financing?as_of={day}" gives Portfolio;
    /// Trades the code of the living page for a cookie.
    POST financing_session() "/api/v1/financing/session" takes PortfolioCode, gives Done;

    // The vendor's account.

    /// The vendor as anyone may know it.
    GET vendor() "/api/v1/vendor" gives VendorInfo;
    /// Stores the vendor's first key.
    POST set_up_vendor() "/api/v1/vendor" takes SetUp, gives VendorSession;
    /// Logs the vendor in.
    POST log_in() "/api/v1/vendor/session" takes LogIn, gives VendorSession;
    /// Logs the vendor out.
    DELETE log_out() "/api/v1/vendor/session" gives Done;
    /// What is on record about the vendor's account.
    GET account() "/api/v1/vendor/account" gives Vec<AccountEntry>;
    /// Sets another passphrase.
    PUT change_passphrase() "/api/v1/vendor/passphrase" takes ChangePassphrase, gives VendorSession;
    /// A text that only the holder of the vendor's key can read.
    POST key_challenge() "/api/v1/vendor/recovery/challenge" gives KeyChallenge;
    /// Sets another passphrase, for whoever holds the key.
    POST recover_key() "/api/v1/vendor/recovery" takes RecoverKey, gives VendorSession;
    /// Whether personal data is deleted in time, or that waits for an operator.
    GET retention() "/api/v1/vendor/retention" gives RetentionNotice;
    /// Writes down that somebody knows that the log of look-ups is broken.
    POST acknowledge() "/api/v1/vendor/look-ups/acknowledgement" takes LookUp, gives Done;
    /// Who sees the living page.
    GET portfolio_access() "/api/v1/vendor/financing" gives PortfolioAccess;
    /// Makes the living page public, or gives it a new code.
    PUT protect_portfolio() "/api/v1/vendor/financing" takes Protect, gives PortfolioAccess;

    // The vendor's webinars.

    /// The vendor's webinars, the newest first.
    GET vendor_webinars() "/api/v1/vendor/webinars" gives Vec<WebinarRow>;
    /// Begins to prepare a webinar.
    POST begin_webinar() "/api/v1/vendor/webinars" takes NewWebinar, gives PreparedWebinar;
    /// A webinar as it is prepared.
    GET prepared(code: &WebinarCode) "/api/v1/vendor/webinars/{code}" gives PreparedWebinar;
    /// Saves a webinar's preparation.
    PUT prepare(code: &WebinarCode) "/api/v1/vendor/webinars/{code}" takes Prepare, gives PreparedWebinar;
    /// Deletes a webinar that nobody has voted in.
    DELETE delete_webinar(code: &WebinarCode) "/api/v1/vendor/webinars/{code}" gives Done;
    /// What phones and projector would show of what is not saved yet, as it is passed on to them.
    POST preview(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/preview" takes Look, gives UnreadJson;
    /// Makes a new presenter's link; the one there was works no more.
    POST new_presenter_link(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/presenter-link" gives PreparedWebinar;
    /// Copies a webinar into one to practise on, for the vendor.
    POST vendor_rehearsal(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/rehearsal" gives Rehearsal;
    /// What a webinar came to.
    GET after(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/after" gives After;
    /// Saves what the vendor says of its own accord, and publishes the letter or takes it back.
    PUT save_after(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/after" takes SaveAfterWords, gives After;
    /// Leaves a vote out of the evaluation, with a reason, or takes it in again.
    PUT evaluate(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/evaluation" takes Evaluate, gives After;

    /// What participants asked in a webinar.
    GET vendor_questions(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/questions" gives QuestionQueue;
    /// Approves a question, answers it, hides it, or merges it into another.
    POST moderate_question(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/questions" takes QuestionCommand, gives QuestionQueue;
    /// All comments: those that wait first.
    GET comments() "/api/v1/vendor/comments" gives Vec<Comment>;
    /// Shows a comment, hides it, or answers it.
    POST moderate_comment() "/api/v1/vendor/comments" takes CommentModeration, gives Vec<Comment>;

    // The Strategic Development Forum.

    /// Everything about the forum; who sits in it is sealed.
    GET forum() "/api/v1/vendor/forum" gives ForumDesk;
    /// Does something with the forum.
    POST change_forum() "/api/v1/vendor/forum" takes ForumCommand, gives ForumDesk;

    // Surveys.

    /// A webinar's survey as its vendor sees it; `purpose` is `before_webinar` or `evaluation`.
    GET survey(code: &WebinarCode, purpose: &str) "/api/v1/vendor/webinars/{code}/surveys/{purpose}" gives SurveyDesk;
    /// Saves what is asked.
    PUT save_survey(code: &WebinarCode, purpose: &str) "/api/v1/vendor/webinars/{code}/surveys/{purpose}" takes SaveSurvey, gives SurveyDesk;
    /// Opens a survey, closes it, or opens it again.
    POST survey_step(code: &WebinarCode, purpose: &str) "/api/v1/vendor/webinars/{code}/surveys/{purpose}/steps" takes TakeSurveyStep, gives SurveyDesk;

    // Names and ballots.

    /// Writes a look-up down, and gets the ballots with their sealed names.
    POST look_up(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/look-ups" takes LookUp, gives Released;
    /// Has a look-up written down and names released, without what was voted.
    POST voters(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/voters" takes LookUp, gives Released;
    /// Strikes ballots, on record.
    POST strike(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/strikes" takes Strike, gives Released;
    /// Deletes what is personal in a webinar; the result stays.
    DELETE forget(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/personal-data" gives Done;

    // Invitations.

    /// A webinar's invitations: how many, and who may vote.
    GET invitations(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/invitations" gives Invitations;
    /// Adds invitations by their hashes; the same again changes nothing.
    POST invite(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/invitations" takes NewInvitations, gives Invitations;
    /// Says whether only the invited can vote.
    PUT restrict(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/invitations" takes WhoMayVote, gives Invitations;
    /// Withdraws all invitations.
    DELETE withdraw(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/invitations" gives Invitations;

    // Sign-ups.

    /// A webinar's sign-ups, sealed, and what is decided about them.
    GET signups(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/signups" gives SignupList;
    /// Decides how one signs up.
    PUT decide_signup(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/signups" takes SignupSettings, gives SignupList;
    /// Adds people from a list.
    POST add_signups(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/signups" takes NewSignups, gives SignupList;
    /// Hands a mail over for those who are signed up; the answer says how far it has come.
    POST send_mail(code: &WebinarCode) "/api/v1/vendor/webinars/{code}/mails" takes SendMail, gives SignupList;
    /// Takes somebody off the list.
    DELETE remove_signup(code: &WebinarCode, slot: &str) "/api/v1/vendor/webinars/{code}/signups/{slot}" gives SignupList;

    // Requests and commitments.

    /// The vendor's requests, by reference.
    GET requests() "/api/v1/vendor/requests" gives Vec<RequestRow>;
    /// Takes a request in.
    POST take_in() "/api/v1/vendor/requests" takes NewRequest, gives RequestFile;
    /// One request with all it ever was.
    GET request(request: RequestId) "/api/v1/vendor/requests/{request}" gives RequestFile;
    /// Writes a request anew.
    PUT edit(request: RequestId) "/api/v1/vendor/requests/{request}" takes Edit, gives RequestFile;
    /// Takes a request a step further, or aside.
    POST step_request(request: RequestId) "/api/v1/vendor/requests/{request}/steps" takes Step, gives RequestFile;
    /// Writes down what a delivered request came to.
    PUT report_delivery(request: RequestId) "/api/v1/vendor/requests/{request}/delivery" takes DeliveryReport, gives RequestFile;
    /// What delivered requests came to.
    GET deliveries() "/api/v1/vendor/deliveries" gives Deliveries;
    /// Has briefs say how near the last prices came, or not.
    PUT show_deliveries() "/api/v1/vendor/deliveries" takes ShowDeliveries, gives Deliveries;
    /// Undoes a merge or a rejection.
    POST undo_step(request: RequestId) "/api/v1/vendor/requests/{request}/undo" takes Undo, gives RequestFile;
    /// A file of requests, looked through or applied; [`import`] writes the query and the body.
    POST imports(query: &str) "/api/v1/vendor/imports?{query}" takes FileBody, gives Import;
    /// What municipalities have said about all requests.
    GET commitments() "/api/v1/vendor/commitments" gives Vec<Ledger>;
    /// Writes down what a municipality said.
    POST record_commitment(request: RequestId, who: MunicipalityCode) "/api/v1/vendor/requests/{request}/commitments/{who}" takes Said, gives Ledger;
    /// The wishes that municipalities sent, the newest first.
    GET wishes() "/api/v1/vendor/wishes" gives Vec<WishRow>;
    /// What gets financed of the own requests in invented webinars.
    GET what_pays() "/api/v1/vendor/what-pays" gives WhatPays;
    /// Where news goes, and what became of the last deliveries.
    GET news_desk() "/api/v1/vendor/news" gives NewsDesk;
    /// Has news posted to an address from now on.
    PUT save_webhook() "/api/v1/vendor/webhook" takes SaveWebhook, gives NewsDesk;
    /// Has no more news posted.
    DELETE remove_webhook() "/api/v1/vendor/webhook" gives NewsDesk;
    /// Posts a delivery that tells nothing.
    POST test_webhook() "/api/v1/vendor/webhook/test" gives NewsDesk;
    /// Undoes a municipality's last move.
    POST undo_commitment(request: RequestId, who: MunicipalityCode) "/api/v1/vendor/requests/{request}/commitments/{who}/undo" takes Undo, gives Ledger;
}

/// Joins as a voter of a municipality, with an invitation if there is one, or to watch; again to change it.
pub fn join(
    code: &WebinarCode,
    voter: Option<MunicipalityCode>,
    invitation: &str,
) -> Operation<Me> {
    let is_invited = voter.is_some() && !invitation.is_empty();
    let join = Join {
        municipality: voter,
        invitation: is_invited.then(|| GivenInvitation::from(invitation.to_owned())),
        observer: voter.is_none(),
    };
    participants(code, &WrittenJson(barometer_json::write(&join)))
}

/// Hands in a ballot, with its trackers in JSON.
pub fn cast(code: &WebinarCode, cast: &Cast, trackers: String) -> Operation<Receipt> {
    ballot(code, &WrittenJson(ballot_body(cast, trackers)))
}

/// A [`SentBallot`](barometer_domain::ballot::SentBallot) whose trackers come as JSON from another module, and go as
/// they are.
#[derive(ToJson)]
struct BallotBody<'a> {
    rev: u32,
    choices: &'a Ballot,
    trackers: RawJson,
}

/// The body with a ballot, of one length whatever is chosen.
fn ballot_body(cast: &Cast, trackers: String) -> String {
    let mut body = barometer_json::write(&BallotBody {
        rev: cast.rev,
        choices: &cast.choices,
        trackers: RawJson(trackers),
    });
    while body.len() < BALLOT_BODY {
        body.push(' ');
    }
    body
}

/// "Vi vil gerne være med"; with a word on being named, if there is one.
pub fn interest(
    code: &WebinarCode,
    request: RequestId,
    name_wished: Option<bool>,
) -> Operation<Me> {
    let interest = Interest {
        request,
        name_wished,
        take_back: false,
    };
    interests(code, &WrittenJson(barometer_json::write(&interest)))
}

/// Takes that back.
pub fn take_interest_back(code: &WebinarCode, request: RequestId) -> Operation<Me> {
    let interest = Interest {
        request,
        name_wished: None,
        take_back: true,
    };
    interests(code, &WrittenJson(barometer_json::write(&interest)))
}

/// Trades the presenter's secret for a cookie.
pub fn open_console(code: &WebinarCode, secret: String) -> Operation<Done> {
    console_session(code, &ConsoleKey { secret })
}

/// The living page, as it stands or as it stood at the end of a day.
pub fn financing(as_of: Option<Date>) -> Operation<Portfolio> {
    as_of.map_or_else(financing_now, financing_on)
}

/// Trades the code of the living page for a cookie.
pub fn open_financing(code: &str) -> Operation<Done> {
    let code = code.to_owned();
    financing_session(&PortfolioCode { code })
}

/// What is asked of a file of requests.
pub struct AskedOfImport<'a> {
    /// Which column is what; by the headings, if left out.
    pub mapping: Option<&'a str>,
    /// What is decided about its lines.
    pub choices: &'a ImportChoices,
    /// Who imports.
    pub by: &'a str,
    /// Why.
    pub why: &'a str,
    /// Whether it is written, or only looked through.
    pub apply: bool,
}

/// What a file of requests would change, or has changed.
pub async fn import(file: &File, asked: &AskedOfImport<'_>) -> Answer<Import> {
    let choices = json::write(asked.choices).unwrap_or_default();
    let mut query = format!("apply={}&choices={}", asked.apply, choices.len());
    let parts = [
        ("map", asked.mapping.unwrap_or_default()),
        ("by", asked.by),
        ("why", asked.why),
    ];
    for (name, value) in parts.into_iter().filter(|(_, value)| !value.is_empty()) {
        let value = String::from(js_sys::encode_uri_component(value));
        query = format!("{query}&{name}={value}");
    }
    // The choices stand before the file.
    let parts = js_sys::Array::of2(&choices.into(), file);
    let body = Blob::new_with_str_sequence(&parts).map_err(|_| ApiError::Offline)?;
    imports(&query, &FileBody(body)).await
}

#[cfg(test)]
mod tests {
    use barometer_domain::ballot::SentBallot;
    use barometer_domain::ids::CandidateId;

    use super::*;

    #[test]
    fn a_ballot_is_read_as_it_was_sent_and_of_one_length() {
        let trackers =
            r#"{"ballot":"AAAAAAAAAAAAAAAAAAAAAA","choices":["AAAAAAAAAAAAAAAAAAAAAQ"]}"#;
        for (choices, trackers) in [
            (Ballot::of([CandidateId(3)]), trackers),
            (
                Ballot::blank(),
                &trackers.replace("\"AAAAAAAAAAAAAAAAAAAAAQ\"", ""),
            ),
        ] {
            let cast = Cast { rev: 4, choices };
            let body = ballot_body(&cast, trackers.to_owned());
            assert_eq!(body.len(), BALLOT_BODY);
            let sent: SentBallot = serde_json::from_str(&body).unwrap();
            assert_eq!((&sent.cast, sent.check()), (&cast, Ok(())));
        }
    }
}
