//! Who signs up for a webinar, and what the vendor does with the list.

use barometer_domain::invitation::InvitationToken;
use barometer_domain::signup::mail::MailKind;
use barometer_domain::signup::{NewSignup, SignupList, SignupSettings, SignupSlot, SignupStage};

use std::sync::{Mutex, PoisonError};

use tokio::time::Instant;

use super::{LOOK_ANYWAY, Room};
use crate::store::StoreError;

/// Until when it is known that nobody can sign up by the public page. Every phone that comes asks, and on the webinar's
/// day the answer is always the same; looking it up costs as much as the page.
#[derive(Default)]
pub(super) struct SignupDoor(Mutex<Option<Instant>>);

impl SignupDoor {
    fn is_known_shut(&self) -> bool {
        let until = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    fn note(&self, until: Option<Instant>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }
}

impl Room {
    /// Whether one can sign up by the public page today; that one cannot may have changed a moment ago.
    pub async fn is_signup_open(&self) -> Result<bool, StoreError> {
        if self.signup_door.is_known_shut() {
            return Ok(false);
        }
        let until = Instant::now() + LOOK_ANYWAY;
        let state = self.store.signup_state(self.webinar).await?;
        let is_open = state.stage == SignupStage::Open;
        self.signup_door.note((!is_open).then_some(until));
        Ok(is_open)
    }

    /// Signs somebody up by the public page, as long as there is a place.
    pub async fn sign_up(&self, new: NewSignup) -> Result<(), StoreError> {
        self.store.sign_up(self.webinar, new).await
    }

    /// Takes off the list whoever holds this personal link; whether anybody did.
    pub async fn cancel_signup(&self, token: InvitationToken) -> Result<bool, StoreError> {
        self.store.cancel_signup(self.webinar, token).await
    }

    /// Writes down that somebody wants no more mail.
    pub async fn unsubscribe(&self, slot: SignupSlot) -> Result<(), StoreError> {
        self.store.unsubscribe(self.webinar, slot).await
    }

    /// Writes down that a mail of this kind was handed to the mail server.
    pub async fn mark_mail_sent(&self, slot: SignupSlot, kind: MailKind) -> Result<(), StoreError> {
        self.store.mark_mail_sent(self.webinar, slot, kind).await
    }

    /// Everyone on the list, sealed.
    pub async fn signups(&self) -> Result<SignupList, StoreError> {
        self.store.signups(self.webinar).await
    }

    /// Decides how one signs up.
    pub async fn set_signup(&self, settings: SignupSettings) -> Result<SignupList, StoreError> {
        let decided = self.store.set_signup(self.webinar, settings).await;
        self.signup_door.note(None);
        decided
    }

    /// Adds people whom the vendor has on a list.
    pub async fn add_signups(&self, new: Vec<NewSignup>) -> Result<SignupList, StoreError> {
        self.store.add_signups(self.webinar, new).await
    }

    /// Takes somebody off the list, with the personal link.
    pub async fn remove_signup(&self, slot: SignupSlot) -> Result<SignupList, StoreError> {
        self.store.remove_signup(self.webinar, slot).await
    }
}
