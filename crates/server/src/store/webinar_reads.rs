//! What is read of one webinar.

use barometer_domain::after::Recorded;
use barometer_domain::barometer::Phase;
use barometer_domain::carrying::Carrying;
use barometer_domain::ids::WebinarCode;
use barometer_domain::outcome::Outcome;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::{Me, Role};

use super::requests::commitments;
use super::{
    Participant, StoreError, StoreReader, WebinarSnapshot, WebinarState, ballots, catalogue,
    course, identities, interests, invitations, look_ups, questions, roll, seats, steps,
};
use crate::clock::StageClock;
use crate::secrets::{self, Keys};

impl StoreReader {
    /// The keys that seal and name.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// What countdowns are measured by.
    pub fn clock(&self) -> &StageClock {
        &self.clock
    }

    /// The webinar with this code.
    pub async fn find(&self, code: &WebinarCode) -> Result<Option<i64>, StoreError> {
        let id = sqlx::query_scalar("SELECT id FROM webinars WHERE code = ?")
            .bind(code.as_str())
            .fetch_optional(&self.readers)
            .await?;
        Ok(id)
    }

    /// Where a webinar stands, without its texts and figures.
    pub async fn course(&self, webinar: i64) -> Result<WebinarState, StoreError> {
        course::load(&mut *self.readers.acquire().await?, webinar).await
    }

    /// One consistent reading of everything the views are computed from.
    pub async fn snapshot(&self, webinar: i64) -> Result<WebinarSnapshot, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let mut course = course::load(&mut transaction, webinar).await?;
        let countdown_elsewhere = course.counts_down_elsewhere(&self.clock);
        if countdown_elsewhere {
            // Nobody here knows what second that is.
            course.progress.ends_at = None;
        }
        let catalogue = catalogue::load(&mut transaction, &course).await?;
        let (present, observers) = seats::count_present(&mut transaction, webinar).await?;
        let turnout = ballots::turnout(&mut transaction, &self.keys, &course, present).await?;
        let sums = commitments::public_sums_for_webinar(&mut transaction, webinar).await?;
        let states = commitments::states_for_webinar(&mut transaction, webinar).await?;
        let at = course.progress.scene.at;
        let questions = questions::load(&mut transaction, webinar, at).await?;
        let log = look_ups::read(&mut transaction, &self.keys, &course.code).await?;
        Ok(WebinarSnapshot {
            course,
            countdown_elsewhere,
            catalogue,
            turnout,
            observers,
            sums,
            states,
            questions,
            look_ups: log.count(),
            log_broken: log.broken.is_some(),
        })
    }

    /// How many voters the municipality with most of them has.
    pub async fn largest_municipality(&self, webinar: i64) -> Result<u32, StoreError> {
        let mut connection = self.readers.acquire().await?;
        let there = seats::by_municipality(&mut connection, &self.keys, webinar).await?;
        Ok(there.into_values().max().unwrap_or(0))
    }

    /// The participant of this session token.
    pub async fn participant(
        &self,
        webinar: i64,
        token: &str,
    ) -> Result<Option<Participant>, StoreError> {
        if let Some(held) = self.sessions.find(webinar, &secrets::hash_token(token)) {
            return Ok(Some(held));
        }
        let before = self.sessions.endings();
        let mut reader = self.readers.acquire().await?;
        let found = seats::find(&mut reader, &self.keys, webinar, token).await?;
        if let Some(participant) = found {
            self.sessions.keep(before, webinar, participant);
        }
        Ok(found)
    }

    /// Whether this token is a participant's or a presenter's of the webinar with this code.
    pub async fn has_session(&self, code: &WebinarCode, token: &str) -> Result<bool, StoreError> {
        seats::has_session(&self.readers, code, token).await
    }

    /// What this session itself has sent and may know.
    pub async fn me(&self, webinar: i64, participant: Participant) -> Result<Me, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        let barometer = &course.barometer;
        let place = &participant.slot;
        let sent =
            ballots::load_for_place(&mut transaction, &self.keys, &barometer.id, place).await?;
        let session = participant.session.as_ref();
        let device = self.keys.device_tag(&barometer.id, place, session);
        let is_out = course.progress.phase == Phase::Revealed;
        let said = interests::said_by(&mut transaction, &self.keys, &course, participant).await?;
        let wished = said.iter().filter(|said| said.name_wished);
        let identified =
            identities::is_there(&mut transaction, &self.keys, webinar, &participant).await?;
        let (committed, pays) = match participant.role {
            Role::Voter { municipality }
                if invitations::leads_to(
                    &mut transaction,
                    &self.keys,
                    webinar,
                    &participant.slot,
                )
                .await? =>
            {
                commitments::payments_of_municipality(&mut transaction, webinar, municipality)
                    .await?
            }
            Role::Voter { .. } | Role::Observer => (Vec::new(), Vec::new()),
        };
        Ok(Me {
            role: participant.role,
            slot: hex::encode(participant.slot),
            identified,
            round: barometer.round,
            ballot: sent.sent_by(&device).map(|held| held.sent.cast.clone()),
            replaced: is_out && sent.is_replaced(&device),
            pays,
            committed,
            name_wished: wished.map(|said| said.request).collect(),
            interests: said.iter().map(|said| said.request).collect(),
        })
    }

    /// The roll of a revealed barometer, once all its rows are out.
    pub async fn roll(&self, webinar: i64) -> Result<String, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        let rows = course.barometer.outcome.as_ref().map(Outcome::rows);
        let is_out = rows.is_some_and(|rows| rows > 0 && course.progress.scene.rows >= rows);
        let roll = roll::load(&mut transaction, &course.barometer.id).await?;
        Ok(roll.filter(|_| is_out).ok_or(Refusal::NotFound)?)
    }

    /// What the votes can carry, once all rows of the result are out.
    pub async fn carrying(&self, webinar: i64) -> Result<Carrying, StoreError> {
        let course = self.course(webinar).await?;
        let rows = course.barometer.outcome.as_ref().map(Outcome::rows);
        let is_out = rows.is_some_and(|rows| course.progress.scene.rows >= rows);
        let carrying = course.barometer.carrying.filter(|_| is_out);
        Ok(carrying.ok_or(Refusal::NotFound)?)
    }

    /// What the presenter of a webinar did, in order.
    pub async fn records(&self, webinar: i64) -> Result<Vec<Recorded>, StoreError> {
        steps::records(&mut *self.readers.acquire().await?, webinar).await
    }
}
