//! What people do in one room; each decides through the store, and the answer is what came of it.

use super::{Room, StreamFollower, StreamSubscription, ViewFrame};
use crate::secrets::HeldAnswers;
use crate::store::{
    Announcement, OwnStatement, Participant, ShownWhen, StoreError, WebinarSnapshot, now,
};
use barometer_domain::after::{After, AfterSources, Evaluate, SaveAfterWords};
use barometer_domain::ballot::{Cast, SentBallot};
use barometer_domain::carrying::Carrying;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::PortfolioRow;
use barometer_domain::ids::Millis;
use barometer_domain::invitation::{Invitations, NewInvitation, WhoMayVote};
use barometer_domain::refusal::Refusal;
use barometer_domain::stated::StatedAmounts;
use barometer_domain::survey::{SaveSurvey, SurveyPurpose, SurveyStep};
use barometer_domain::vendor::{LookUp, Released, SealedIdentity, Strike};
use barometer_domain::view::ConsoleView;
use barometer_domain::wire::{Interest, Me, Receipt, SeenCommand, Way};
use std::sync::Arc;

impl Room {
    /// Looks again when a commit has changed what this room shows.
    pub(super) fn hear(&self, announcement: &Announcement) {
        match announcement.due_for_webinar(self.webinar) {
            Some(ShownWhen::AtOnce) => self.dirty.stage(),
            Some(ShownWhen::AtThePace) => self.dirty.votes(),
            None => {}
        }
    }

    /// The webinar's key in the store.
    pub fn webinar(&self) -> i64 {
        self.webinar
    }

    /// What the stage's clock shows, in milliseconds.
    pub fn stage_now(&self) -> Millis {
        self.store.clock().now()
    }

    /// The newest view of phones and projector, and the catalogue it refers to.
    pub fn audience(&self) -> ViewFrame {
        self.audience.newest()
    }

    /// The catalogue, if `hash` is its hash.
    pub fn catalogue(&self, hash: &str) -> Result<axum::body::Bytes, Refusal> {
        self.audience.catalogue(hash).ok_or(Refusal::NotFound)
    }

    /// The webinar's texts as everyone sees them now.
    pub fn texts(&self) -> Arc<Catalogue> {
        self.audience.texts()
    }

    /// Follows the views; the place in the count of watchers lasts as long as the answer.
    pub fn watch(self: &Arc<Self>, who: StreamFollower) -> StreamSubscription {
        let watching = self.audience.watch(self.clone(), who);
        self.dirty.votes();
        watching
    }

    /// A place in the webinar.
    pub async fn join(
        &self,
        session: Option<Participant>,
        way: Way,
    ) -> Result<(Me, Option<String>), StoreError> {
        if let (None, Way::Open(role)) = (&session, &way) {
            let (me, token) = self.store.let_in(self.webinar, *role).await?;
            return Ok((me, Some(token)));
        }
        let (participant, token) = self.store.join(self.webinar, session, way).await?;
        Ok((self.me(participant).await?, token))
    }

    /// What this session itself has sent and may know.
    pub async fn me(&self, participant: Participant) -> Result<Me, StoreError> {
        self.store.me(self.webinar, participant).await
    }

    /// Stores a ballot; the answer comes after the commit.
    pub async fn cast(
        &self,
        participant: Participant,
        sent: SentBallot,
    ) -> Result<Receipt, StoreError> {
        self.store.cast(self.webinar, participant, sent).await
    }

    /// Stores a ballot that a form sent, in the round that the form was made for; a form without a script brings no
    /// trackers, so they are made here.
    pub async fn cast_by_form(
        &self,
        participant: Participant,
        round: u32,
        cast: Cast,
    ) -> Result<Receipt, StoreError> {
        if self.me(participant).await?.round != round {
            return Err(Refusal::BarometerClosed.into());
        }
        let (slot, session) = (&participant.slot, participant.session.as_ref());
        let trackers = self.store.keys().form_trackers(slot, session, round, &cast);
        self.cast(participant, SentBallot { cast, trackers }).await
    }

    /// A place for who sent the form that has this number. Sent twice, the form lets in once; the answer is the
    /// session's token, the same for each time.
    pub async fn join_by_form(
        &self,
        session: Option<Participant>,
        way: Way,
        once: &str,
    ) -> Result<Option<String>, StoreError> {
        self.store
            .join_by_form(self.webinar, session, way, once)
            .await
    }

    /// The roll of the revealed barometer, signed.
    pub async fn roll(&self) -> Result<String, StoreError> {
        self.store.roll(self.webinar).await
    }

    /// What this session has stated that its municipality could join for; `None` as long as it has not voted.
    pub async fn own_statement(
        &self,
        participant: Participant,
    ) -> Result<Option<OwnStatement>, StoreError> {
        self.store.own_statement(self.webinar, participant).await
    }

    /// Keeps what a session states.
    pub async fn state_amounts(
        &self,
        participant: Participant,
        amounts: StatedAmounts,
    ) -> Result<(), StoreError> {
        self.store
            .state_amounts(self.webinar, participant, amounts)
            .await
    }

    /// What the votes can carry.
    pub async fn carrying(&self) -> Result<Carrying, StoreError> {
        self.store.carrying(self.webinar).await
    }

    /// Stores a participant's sealed name.
    pub async fn identify(
        &self,
        participant: Participant,
        sealed: SealedIdentity,
    ) -> Result<(), StoreError> {
        self.store.identify(self.webinar, participant, sealed).await
    }

    /// Releases sealed names with their ballots, after the look-up is on record; `with_choices` what was voted too.
    pub async fn look_up(
        &self,
        look_up: LookUp,
        with_choices: bool,
    ) -> Result<Released, StoreError> {
        self.store
            .look_up(self.webinar, look_up, with_choices)
            .await
    }

    /// Deletes what could tell whose ballots they were; the result stays.
    pub async fn forget(&self) -> Result<(), StoreError> {
        self.store.forget(self.webinar).await
    }

    /// Says who may vote; whoever came by the open link has to come in again if it is only the invited.
    pub async fn restrict(&self, who: WhoMayVote) -> Result<Invitations, StoreError> {
        self.store.restrict(self.webinar, who).await
    }

    /// How many invitations there are, and who may vote.
    pub async fn invitations(&self) -> Result<Invitations, StoreError> {
        self.store.invitations(self.webinar).await
    }

    /// Adds invitations; the same again changes nothing.
    pub async fn invite(&self, invitations: Vec<NewInvitation>) -> Result<Invitations, StoreError> {
        self.store.invite(self.webinar, invitations).await
    }

    /// Leaves a vote that is out of the evaluation, with a reason, or takes it in again.
    pub async fn evaluate(&self, evaluate: Evaluate) -> Result<(), StoreError> {
        self.store.evaluate(self.webinar, evaluate).await
    }

    /// Saves what is asked in a survey; once there are answers only where none loses its meaning.
    pub async fn save_survey(
        &self,
        purpose: SurveyPurpose,
        save: SaveSurvey,
    ) -> Result<(), StoreError> {
        self.store.save_survey(self.webinar, purpose, save).await
    }

    /// Opens a survey, closes it for good, or opens it again where it closed without a result.
    pub async fn take_survey_step(
        &self,
        purpose: SurveyPurpose,
        step: SurveyStep,
    ) -> Result<(), StoreError> {
        self.store
            .take_survey_step(self.webinar, purpose, step)
            .await
    }

    /// Keeps what a browser answered; the answer is the token under which it finds that again.
    pub async fn answer_survey(
        &self,
        purpose: SurveyPurpose,
        token: Option<String>,
        held: HeldAnswers,
    ) -> Result<String, StoreError> {
        self.store
            .answer_survey(self.webinar, purpose, token, held)
            .await
    }

    /// Saves what the vendor says of its own accord, and publishes the letter or takes it back.
    pub async fn save_after_words(&self, words: SaveAfterWords) -> Result<(), StoreError> {
        self.after().await?;
        self.store.save_after_words(self.webinar, words).await
    }

    /// Opens a presenter session when the secret is right.
    pub async fn open_console(&self, secret: &str) -> Result<String, StoreError> {
        self.store.open_console(self.webinar, secret).await
    }

    /// Whether this token is a presenter's now; that counts as a use of the session.
    pub async fn is_presenter(&self, token: &str) -> Result<bool, StoreError> {
        self.store.is_presenter(self.webinar, token).await
    }

    /// Withdraws all invitations, and the places they led to.
    pub async fn withdraw(&self) -> Result<Invitations, StoreError> {
        self.store.withdraw(self.webinar).await
    }

    /// Strikes ballots between the close and the reveal, on record; the answer is what is left.
    pub async fn strike(&self, strike: Strike) -> Result<Released, StoreError> {
        self.store.strike(self.webinar, strike).await
    }

    /// "Vi vil gerne være med".
    pub async fn interest(
        &self,
        participant: Participant,
        interest: Interest,
    ) -> Result<Me, StoreError> {
        self.store
            .interest(self.webinar, participant, interest)
            .await?;
        self.me(participant).await
    }

    /// Carries out a presenter's command; the answer is the view it led to.
    pub async fn command(&self, seen: SeenCommand) -> Result<ConsoleView, StoreError> {
        self.store.command(self.webinar, seen).await?;
        self.console().await
    }

    /// What the webinar came to, once its whole result has been shown.
    pub async fn after(&self) -> Result<After, StoreError> {
        let rows = self.store.snapshot(self.webinar).await?;
        let console = self.audience.console_of(&rows);
        let records = self.store.records(self.webinar).await?;
        let today = Date::of_millis(now());
        let held = rows.catalogue.date.parse().unwrap_or(today);
        // Once its day is over, the log says how everything stood then.
        let as_of = Some(held).filter(|held| *held < today);
        let page = self.store.portfolio_since(as_of, held.min(today)).await?;
        let ongoing = &rows.course.plan.ongoing;
        let is_ongoing = |row: &PortfolioRow| ongoing.contains(&row.request);
        let shown = page.rows.into_iter().filter(is_ongoing).collect();
        let outcome = rows.course.barometer.outcome.as_ref();
        let texts = &rows.catalogue;
        let reasons = self.store.reasons(self.webinar).await?;
        let evaluation = self.store.evaluation(self.webinar).await?;
        let earlier = &rows.course.earlier;
        let purpose = SurveyPurpose::Evaluation;
        let evaluated = self.store.survey_slides(self.webinar, purpose).await?;
        let words = self.store.after_words(self.webinar).await?;
        let after = After::of(AfterSources {
            console,
            outcome,
            earlier,
            evaluation,
            catalogue: texts,
            reasons: &reasons,
            records,
            ongoing: shown,
            since: page.since,
            survey: rows.course.survey.clone(),
            evaluated,
            words,
        })?;
        Ok(after)
    }

    /// The console's view as of now.
    pub async fn console(&self) -> Result<ConsoleView, StoreError> {
        let mut rows = self.store.snapshot(self.webinar).await?;
        self.hold_back(&mut rows);
        Ok(self.audience.console_of(&rows))
    }

    /// Puts the turnout to be shown now in the place of what the database says; the rest is looked at again soon.
    pub(super) fn hold_back(&self, rows: &mut WebinarSnapshot) {
        let shown = self.pace.turnout(rows.course.progress.phase, rows.turnout);
        if shown != rows.turnout {
            self.dirty.votes();
            rows.turnout = shown;
        }
    }
}
