//! What is written of one webinar.

use barometer_domain::ballot::SentBallot;
use barometer_domain::ids::WebinarCode;
use barometer_domain::webinar::Command;
use barometer_domain::wire::{Interest, Me, Receipt, Role, SeenCommand, Way};

use super::casting::ArrivingBallot;
use super::newcomers::Newcomer;
use super::write_transaction::ShownWhen;
use super::{
    ImportedWebinar, NewWebinar, Participant, Store, StoreError, SystemStep, WebinarState, create,
    interests, joining, now, presenter_sessions, rehearsal, requests, seats, steps,
};
use crate::secrets::SlotId;

impl Store {
    /// Creates a webinar; `Ok(None)` when its code is taken.
    pub async fn create(&self, webinar: NewWebinar) -> Result<Option<i64>, StoreError> {
        self.writer
            .write(|connection| Box::pin(create::create(connection, webinar)))
            .await
    }

    /// Creates a webinar from the file with this hash, under another code where its own is taken; from a file that was
    /// imported before, nothing.
    pub async fn import_once(
        &self,
        webinar: NewWebinar,
        file: [u8; 32],
    ) -> Result<ImportedWebinar, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move { create::import_once(connection, webinar, &file).await })
            })
            .await
    }

    /// Copies a webinar into a rehearsal of its own; `Ok(None)` when the code is taken.
    pub async fn rehearse(
        &self,
        webinar: i64,
        code: WebinarCode,
        secret: String,
    ) -> Result<Option<WebinarState>, StoreError> {
        self.writer
            .write(move |c| {
                Box::pin(async move { rehearsal::copy(c, webinar, code, secret).await })
            })
            .await
    }

    /// Throws a rehearsal away for good.
    pub async fn throw_away(&self, webinar: i64) -> Result<(), StoreError> {
        self.writer
            .write(move |c| Box::pin(async move { rehearsal::throw_away(c, webinar).await }))
            .await?;
        self.empty_log().await
    }

    /// What a restart makes of all webinars: what was closing is closed, countdowns stop. Requests stand where
    /// their commitments leave them. The file is written anew in the order of its keys: whatever ended the last run,
    /// nothing shows the order of votes afterwards.
    pub async fn recover(&self) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    requests::settle_all(c).await?;
                    steps::recover(c, &keys).await
                })
            })
            .await?;
        self.compact().await
    }

    /// Lets somebody in who comes by the open link and has no session: with others who come at the same moment, in one
    /// transaction. Answers with what they may know, which is nothing yet, and the new session's token.
    pub async fn let_in(&self, webinar: i64, role: Role) -> Result<(Me, String), StoreError> {
        let before = self.sessions.endings();
        let (newcomer, token) = Newcomer::new(webinar, role);
        let participant = newcomer.participant;
        let round = self.writer.let_in(newcomer).await?;
        self.sessions.keep(before, webinar, participant);
        let me = Me {
            role,
            slot: hex::encode(participant.slot),
            identified: false,
            round,
            ..Me::newcomer()
        };
        Ok((me, token))
    }

    /// Takes a place in a webinar, or another one than `session` holds.
    ///
    /// Answers with the participant and, for a newcomer, the new session's token.
    pub async fn join(
        &self,
        webinar: i64,
        session: Option<Participant>,
        way: Way,
    ) -> Result<(Participant, Option<String>), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(
                    async move { joining::join(connection, &keys, webinar, session, way).await },
                )
            })
            .await
    }

    /// The same for a form, which has a number of its own: whoever sends it a second time, without having got the answer
    /// to the first, has the place that the first one took. Answers with the token of the form's session, unless
    /// another session was there before.
    pub async fn join_by_form(
        &self,
        webinar: i64,
        session: Option<Participant>,
        way: Way,
        once: &str,
    ) -> Result<Option<String>, StoreError> {
        let keys = self.keys.clone();
        let token = match session {
            Some(_) => None,
            None => Some(keys.form_session(webinar, once)?),
        };
        let form = token.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    joining::join_with(connection, &keys, webinar, session, way, form).await
                })
            })
            .await?;
        Ok(token)
    }

    /// Gives invented participants their places, without any session.
    pub async fn seat(&self, webinar: i64, seats: Vec<(SlotId, Role)>) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    for (slot, role) in seats {
                        seats::seat(connection, &keys, webinar, slot, role).await?;
                    }
                    connection.announce_webinar(webinar, ShownWhen::AtThePace);
                    Ok(())
                })
            })
            .await
    }

    /// Stores a ballot; answers after the commit.
    pub async fn cast(
        &self,
        webinar: i64,
        participant: Participant,
        sent: SentBallot,
    ) -> Result<Receipt, StoreError> {
        sent.check()?;
        let municipality = participant.role.municipality()?;
        let arrival = ArrivingBallot {
            webinar,
            slot: participant.slot,
            session: participant.session,
            municipality,
            sent,
        };
        self.writer.cast(arrival).await
    }

    /// Records that a participant says "Vi vil gerne være med", or wishes that the municipality may be named.
    pub async fn interest(
        &self,
        webinar: i64,
        participant: Participant,
        interest: Interest,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    interests::add(connection, &keys, webinar, participant, interest).await
                })
            })
            .await
    }

    /// Whether a write can be committed, and this is the pepper's database.
    pub async fn is_ready(&self) -> bool {
        let check = *self.keys.pepper_check();
        // It writes what stands there already: only where it stands, and onto the disk all the same.
        let written = self.writer.write(move |connection| {
            Box::pin(async move {
                let same = "UPDATE installation SET pepper_check = ?1 WHERE pepper_check = ?1";
                let written = sqlx::query(same)
                    .bind(&check[..])
                    .execute(&mut **connection)
                    .await?;
                Ok(written.rows_affected() == 1)
            })
        });
        written.await.unwrap_or_else(|error| {
            tracing::error!(%error, "not ready: a write could not be committed");
            false
        })
    }

    /// Opens a presenter session when the secret is right.
    pub async fn open_console(&self, webinar: i64, secret: &str) -> Result<String, StoreError> {
        let secret = secret.to_owned();
        self.writer
            .write_for_stage(move |connection| {
                Box::pin(
                    async move { presenter_sessions::open(connection, webinar, &secret).await },
                )
            })
            .await
    }

    /// Whether this token is a presenter's now; that counts as a use of the session.
    pub async fn is_presenter(&self, webinar: i64, token: &str) -> Result<bool, StoreError> {
        let used = presenter_sessions::last_used(&self.readers, webinar, token).await?;
        let Some(used) = used else { return Ok(false) };
        if now() - used > presenter_sessions::USED_WITHIN_MS {
            let token = token.to_owned();
            self.writer
                .write_for_stage(move |c| {
                    Box::pin(async move { presenter_sessions::write_use(c, &token).await })
                })
                .await?;
        }
        Ok(true)
    }

    /// Carries out a presenter's command.
    pub async fn command(
        &self,
        webinar: i64,
        seen: SeenCommand,
    ) -> Result<WebinarState, StoreError> {
        let (keys, clock) = (self.keys.clone(), self.clock);
        let is_reveal = matches!(seen.command, Command::Reveal { .. });
        let course = self
            .writer
            .write_for_stage(move |c| {
                Box::pin(async move { steps::command(c, &keys, &clock, webinar, &seen).await })
            })
            .await?;
        if is_reveal {
            // The amounts that were stated are summed and deleted; now the file does not hold them any more either. The
            // result is out all the same where that has to wait.
            if let Err(error) = self.empty_log().await {
                tracing::error!(%error, "stated amounts are not cleared away yet; trying again");
            }
        }
        Ok(course)
    }

    /// Carries out a step of the server's own clock, if it still applies.
    pub async fn system_step(&self, webinar: i64, step: SystemStep) -> Result<(), StoreError> {
        let (keys, clock) = (self.keys.clone(), self.clock);
        self.writer
            .write_for_stage(move |c| {
                Box::pin(async move { steps::system(c, &keys, &clock, webinar, step).await })
            })
            .await?;
        if step == SystemStep::CloseForGood {
            self.compact().await?;
        }
        Ok(())
    }
}
