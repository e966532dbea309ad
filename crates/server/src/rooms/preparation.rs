//! Webinars as the vendor prepares them: whoever is in the room sees at once what was saved.

use std::sync::Arc;

use barometer_domain::catalogue::Reality;
use barometer_domain::ids::WebinarCode;
use barometer_domain::preparation::{Look, NewWebinar, Prepare, Preview};
use barometer_domain::refusal::Refusal;

use super::{Room, Rooms};
use crate::secrets;
use crate::store::{StoreError, WebinarPreparation, now};

impl Rooms {
    /// Begins a webinar under a code of its own.
    pub async fn begin(&self, new: NewWebinar) -> Result<WebinarPreparation, StoreError> {
        let new = new.checked()?;
        loop {
            let begun = self
                .store
                .begin(secrets::random_code(), new.clone())
                .await?;
            if let Some(prepared) = begun {
                return Ok(prepared);
            }
        }
    }

    /// A webinar as it is prepared.
    pub async fn prepared(&self, code: &WebinarCode) -> Result<WebinarPreparation, StoreError> {
        self.store.prepared(self.meant(code).await?.webinar).await
    }

    /// What phones and projector would show of what is not saved yet.
    pub async fn preview(&self, code: &WebinarCode, look: Look) -> Result<Preview, StoreError> {
        let course = self.store.course(self.meant(code).await?.webinar).await?;
        let requests = self.store.request_rows(look.requests().collect()).await?;
        let Look { preparation, place } = look;
        Ok(preparation.preview(place, course.plan.reality, &requests, now()))
    }

    /// Saves what is decided. Under another code the webinar gets another room.
    pub async fn prepare(
        &self,
        code: &WebinarCode,
        prepare: Prepare,
    ) -> Result<WebinarPreparation, StoreError> {
        let room = self.meant(code).await?;
        let prepared = self.store.prepare(room.webinar, prepare).await?;
        if prepared.code != *code {
            self.shut(code, &room);
        }
        Ok(prepared)
    }

    /// Takes a webinar back; whoever is in its room is sent away.
    pub async fn discard(&self, code: &WebinarCode) -> Result<(), StoreError> {
        let room = self.meant(code).await?;
        self.store.discard(room.webinar).await?;
        self.shut(code, &room);
        Ok(())
    }

    /// Makes the presenter another link; consoles that came by the one before are sent away.
    pub async fn renew_presenter(
        &self,
        code: &WebinarCode,
    ) -> Result<WebinarPreparation, StoreError> {
        let room = self.meant(code).await?;
        let prepared = self.store.renew_presenter(room.webinar).await?;
        room.audience.send_consoles_away();
        Ok(prepared)
    }

    /// Copies a webinar into a rehearsal; answers with its code and the presenter's secret.
    pub async fn rehearse_prepared(
        &self,
        code: &WebinarCode,
    ) -> Result<(WebinarCode, String), StoreError> {
        let room = self.meant(code).await?;
        self.rehearse(&room).await
    }

    /// The room of a webinar that is meant: a rehearsal is only a copy of one.
    async fn meant(&self, code: &WebinarCode) -> Result<Arc<Room>, StoreError> {
        let room = self.get(code).await?;
        let course = self.store.course(room.webinar).await?;
        if course.plan.reality == Reality::Rehearsal {
            return Err(Refusal::UnknownWebinar.into());
        }
        Ok(room)
    }
}
