//! What the store does about names: takes them sealed, releases them on record, and forgets them.

use barometer_domain::barometer::Phase;
use barometer_domain::ids::WebinarCode;
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{
    LogIn, LookUp, PublicKey, Released, SealedIdentity, SetUp, Strike, VendorInfo,
};
use barometer_domain::wire::Role;
use futures_util::future::BoxFuture;

use super::look_ups::NewEntry;
use super::write_transaction::{ShownWhen, WriteTransaction};
use super::{
    LoggedIn, LookUpLog, Participant, Store, StoreError, StoreReader, course, deletion, identities,
    look_ups, vendor,
};
use crate::secrets::{LogHead, SlotId};

impl Store {
    /// Stores a participant's sealed name, which nobody here can open.
    pub async fn identify(
        &self,
        webinar: i64,
        participant: Participant,
        sealed: SealedIdentity,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    let key = vendor::public_key(connection).await?;
                    key.ok_or(Refusal::NoVendorKey)?;
                    identities::put(connection, &keys, webinar, &participant, &sealed).await
                })
            })
            .await
    }

    /// Stores the sealed names of invented participants.
    pub async fn identify_all(
        &self,
        webinar: i64,
        names: Vec<(SlotId, SealedIdentity)>,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    for (slot, sealed) in names {
                        let invented = Participant {
                            slot,
                            role: Role::Observer,
                            session: None,
                        };
                        identities::put(connection, &keys, webinar, &invented, &sealed).await?;
                    }
                    Ok(())
                })
            })
            .await
    }

    /// Stores the vendor's key, once, and logs in whoever made it.
    pub async fn set_up_vendor(&self, set_up: SetUp) -> Result<LoggedIn, StoreError> {
        set_up.check()?;
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    vendor::set_up(connection, &set_up).await?;
                    Ok(LoggedIn {
                        session: vendor::open(connection).await?,
                        device: vendor::keep_device(connection, None).await?,
                        wrapped: set_up.wrapped,
                    })
                })
            })
            .await
    }

    /// Logs the vendor in, on a device known by this token or on a new one.
    pub async fn log_in(
        &self,
        log_in: LogIn,
        device: Option<String>,
    ) -> Result<LoggedIn, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move { vendor::log_in(connection, &log_in, device).await })
            })
            .await
    }

    /// Ends the vendor's session of this token; other devices stay logged in.
    pub async fn log_out(&self, token: String) -> Result<(), StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move { vendor::log_out(connection, &token).await })
            })
            .await
    }

    /// Deletes what could tell whose ballots they were; the result stays. The file is vacuumed, so that nothing is
    /// left in it.
    pub async fn forget(&self, webinar: i64) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { deletion::forget(c, &keys, webinar).await }))
            .await?;
        self.compact().await
    }

    /// Releases sealed names with their ballots, after the look-up is on record; `with_choices` what was voted too.
    /// Whoever sees that before the result is out has seen it for good: no ballot is struck afterwards.
    pub async fn look_up(
        &self,
        webinar: i64,
        look_up: LookUp,
        with_choices: bool,
    ) -> Result<Released, StoreError> {
        let look_up = look_up.checked()?;
        let keys = self.keys.clone();
        self.log_entry(move |c| {
            Box::pin(async move {
                let mut course = course::load(c, webinar).await?;
                course.check_roll_is_fixed()?;
                if with_choices && !course.barometer.choices_seen {
                    course.barometer.choices_seen = true;
                    course::save(c, &course).await?;
                }
                c.announce_webinar(webinar, ShownWhen::AtOnce);
                let new = NewEntry::LookUp(&course.code, 0);
                look_ups::write(c, &keys, new, look_up).await
            })
        })
        .await?;
        self.released(webinar, with_choices).await
    }

    /// Writes down that somebody knows that the log of look-ups is broken; from then on it goes on from where it is.
    pub async fn acknowledge(&self, look_up: LookUp) -> Result<(), StoreError> {
        let look_up = look_up.checked()?;
        let keys = self.keys.clone();
        self.log_entry(move |c| {
            Box::pin(async move {
                // Every console shows whether the log is broken.
                c.announce_all_webinars();
                look_ups::write(c, &keys, NewEntry::Acknowledgement, look_up).await
            })
        })
        .await
    }

    /// Commits an entry of the log, and confirms the log's head before anything is released; one at a time.
    pub(super) async fn log_entry<F>(&self, work: F) -> Result<(), StoreError>
    where
        F: for<'t, 'c> FnOnce(
                &'t mut WriteTransaction<'c>,
            ) -> BoxFuture<'t, Result<LogHead, StoreError>>
            + Send
            + 'static,
    {
        let Some(file) = self.keys.log_head() else {
            return self.writer.write(work).await.map(|_| ());
        };
        let _one_at_a_time = file.one_at_a_time.lock().await;
        let head = self.writer.write(work).await?;
        Ok(file.confirm(head)?)
    }

    /// Strikes ballots, on record, between the close and the reveal.
    pub async fn strike(&self, webinar: i64, strike: Strike) -> Result<Released, StoreError> {
        let look_up = strike.look_up.checked()?;
        let slots = slots(&strike.slots)?;
        let keys = self.keys.clone();
        self.log_entry(move |c| {
            Box::pin(async move {
                let mut course = course::load(c, webinar).await?;
                let struck = identities::strike(c, &keys, &mut course, &slots).await?;
                c.announce_webinar(webinar, ShownWhen::AtOnce);
                let new = NewEntry::LookUp(&course.code, struck);
                look_ups::write(c, &keys, new, look_up).await
            })
        })
        .await?;
        self.released(webinar, false).await
    }
}

impl StoreReader {
    /// The vendor as anyone may know it.
    pub async fn vendor(&self) -> Result<VendorInfo, StoreError> {
        vendor::info(&mut *self.readers.acquire().await?).await
    }

    /// What names are sealed to.
    pub async fn vendor_key(&self) -> Result<Option<PublicKey>, StoreError> {
        vendor::public_key(&mut *self.readers.acquire().await?).await
    }

    /// The token of a device, if the vendor has logged in from it.
    pub async fn vendor_device(&self, token: &str) -> Result<Option<String>, StoreError> {
        vendor::device(&self.readers, token).await
    }

    /// The wrapped key, for the holder of this token.
    pub async fn vendor_session(&self, token: &str) -> Result<String, StoreError> {
        vendor::session(&self.readers, token).await
    }

    /// The log of a webinar's look-ups.
    pub async fn log(&self, code: &WebinarCode) -> Result<LookUpLog, StoreError> {
        look_ups::read(&mut *self.readers.acquire().await?, &self.keys, code).await
    }

    async fn released(&self, webinar: i64, with_choices: bool) -> Result<Released, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        let log = look_ups::read(&mut transaction, &self.keys, &course.code).await?;
        Ok(Released {
            votes: identities::release(&mut transaction, &self.keys, &course, with_choices).await?,
            log: log.entries,
            broken: log.broken.is_some(),
            can_strike: course.progress.phase == Phase::Closed && !course.barometer.choices_seen,
        })
    }
}

fn slots(written: &[String]) -> Result<Vec<SlotId>, Refusal> {
    let slot = |text: &String| {
        let mut slot = SlotId::default();
        hex::decode_to_slice(text, &mut slot).map_err(|_| Refusal::NotFound)?;
        Ok(slot)
    };
    written.iter().map(slot).collect()
}
