//! The vendor writes to those who are signed up. Its browser opens the addresses and hands them over for this sending;
//! they are nowhere else than in the memory of the task that sends.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use barometer_domain::refusal::Refusal;
use barometer_domain::signup::mail::{
    FailedMail, MOST_RECIPIENTS, MailDraft, MailFailure, Recipient, SendMail,
};
use barometer_domain::signup::{SignupList, SignupSlot};
use barometer_domain::wire::Problem;
use barometer_text::signup_mail;

use super::Site;
use super::body::JsonBody;
use super::calendar::{Appointment, Guest};
use super::error::ApiError;
use super::signup::unsubscribe_link;
use super::signup_list::with_mail;
use super::vendor::VendorRoom;
use crate::mail::OutgoingMail;
use crate::rooms::{Room, Rooms};

/// Begins to write to these people; the list says how far that has come.
#[utoipa::path(post, path = "/vendor/webinars/{code}/mails", params(("code" = String, Path)),
    request_body = SendMail, responses((status = 200, body = SignupList), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn send(
    VendorRoom(room): VendorRoom,
    State(rooms): State<Rooms>,
    State(site): State<Arc<Site>>,
    JsonBody(mail): JsonBody<SendMail>,
) -> Result<Json<SignupList>, ApiError> {
    check(&mail)?;
    let webinar = room.webinar();
    let total = u32::try_from(mail.recipients.len()).unwrap_or(u32::MAX);
    let appointment = Appointment::load(&rooms, &site, webinar).await?;
    if site.mailer.from().is_none() || !site.mailer.begin(webinar, mail.draft.kind, total) {
        return Err(Refusal::NotPossibleNow.into());
    }
    let sending = Sending {
        room: room.clone(),
        rooms,
        site: site.clone(),
        draft: mail.draft,
        appointment,
    };
    tokio::spawn(sending.run(mail.recipients));
    with_mail(&site, &room, room.signups()).await
}

/// What no browser of ours sends.
fn check(mail: &SendMail) -> Result<(), Refusal> {
    let reason = if mail.draft.problem().is_some() {
        "subject or text"
    } else if mail.recipients.len() > MOST_RECIPIENTS {
        "too many recipients at once"
    } else if !mail.recipients.iter().all(Recipient::is_plain) {
        "a recipient"
    } else {
        return Ok(());
    };
    let reason = reason.into();
    Err(Refusal::Malformed { reason })
}

/// One sending, until everyone was tried.
struct Sending {
    room: Arc<Room>,
    rooms: Rooms,
    site: Arc<Site>,
    draft: MailDraft,
    appointment: Appointment,
}

impl Sending {
    async fn run(self, recipients: Vec<Recipient>) {
        let webinar = self.room.webinar();
        for recipient in recipients {
            let slot = recipient.slot.clone();
            let outcome = self.send_to(&recipient).await;
            let outcome = outcome.map_err(|why| FailedMail { slot, why });
            self.site.mailer.note(webinar, outcome);
        }
    }

    async fn send_to(&self, recipient: &Recipient) -> Result<(), MailFailure> {
        if !self.may_write_to(&recipient.slot).await {
            return Err(MailFailure::Unsubscribed);
        }
        self.site.mailer.send(&self.mail_for(recipient)).await?;
        let marked = self
            .room
            .mark_mail_sent(recipient.slot.clone(), self.draft.kind)
            .await;
        if let Err(error) = marked {
            // It has left: at worst it is sent once more.
            tracing::error!(%error, "a mail that was sent could not be noted");
        }
        Ok(())
    }

    /// Asked for each, since people unsubscribe and cancel while others are written to.
    async fn may_write_to(&self, slot: &SignupSlot) -> bool {
        let allowed = self
            .rooms
            .store()
            .may_be_written_to(self.room.webinar(), slot)
            .await;
        allowed.unwrap_or(false)
    }

    fn mail_for(&self, recipient: &Recipient) -> OutgoingMail {
        let language = self.appointment.language();
        let unsubscribe = unsubscribe_link(
            &self.rooms,
            &self.site,
            self.room.webinar(),
            self.appointment.code(),
            &recipient.slot,
        );
        let text = self.draft.text_for(&recipient.name, &recipient.link);
        let ending = signup_mail::ending(language, &unsubscribe);
        let method = self.draft.kind.calendar_method();
        let appointment = method.map(|method| {
            let organizer = self.site.mailer.from().unwrap_or_default();
            let guest = Guest {
                organizer: &organizer,
                email: &recipient.email,
                link: &recipient.link,
            };
            (method, self.appointment.file(method, Some(guest)))
        });
        OutgoingMail {
            name: recipient.name.clone(),
            email: recipient.email.clone(),
            subject: self.draft.subject.clone(),
            text: format!("{}\n\n{ending}\n", text.trim_end()),
            unsubscribe,
            appointment,
        }
    }
}
