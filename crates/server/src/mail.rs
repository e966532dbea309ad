//! Sends mail by SMTP, where an operator has named a server for it. Nothing here stores an address, and none is logged.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use barometer_domain::signup::mail::{FailedMail, MailFailure, MailKind, MailProgress};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::AsyncSmtpTransport;
use lettre::{AsyncTransport, Tokio1Executor};
use url::Url;

/// How long the mail server may take for one mail.
const PATIENCE: Duration = Duration::from_secs(20);

/// Why the mail server that was named cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadMailServer {
    /// It is no address of a mail server.
    #[error(
        "SMTP_URL must be like smtps://user:password@mail.example.org or smtp://mail.example.org:587?tls=required"
    )]
    Url,
    /// Addresses would cross the network unencrypted.
    #[error(
        "SMTP_URL names another machine without encryption: use smtps://, or smtp:// with ?tls=required behind it"
    )]
    Plain,
    /// It is not said from whom mail comes.
    #[error("SMTP_URL needs MAIL_FROM beside it, such as \"Webinar <webinar@example.org>\"")]
    From,
}

/// A mail server, and from whom mail comes.
pub struct MailServer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl MailServer {
    /// The mail server at `url`; mail comes from `from`. Nothing is sent yet, and no connection made.
    ///
    /// # Errors
    /// When the address is none, or the way there is not encrypted.
    pub fn new(url: &str, from: Option<&str>) -> Result<Self, BadMailServer> {
        let from = from.and_then(|from| from.parse().ok());
        let from = from.ok_or(BadMailServer::From)?;
        let parsed = Url::parse(url).map_err(|_| BadMailServer::Url)?;
        let host = parsed.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or(BadMailServer::Url)?;
        let is_required = parsed
            .query_pairs()
            .any(|pair| pair == ("tls".into(), "required".into()));
        let is_here = ["localhost", "127.0.0.1", "[::1]"].contains(&host);
        match parsed.scheme() {
            "smtps" => {}
            "smtp" if is_required || is_here => {}
            "smtp" => return Err(BadMailServer::Plain),
            _ => return Err(BadMailServer::Url),
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url);
        let transport = transport.map_err(|_| BadMailServer::Url)?;
        Ok(Self {
            transport: transport.timeout(Some(PATIENCE)).build(),
            from,
        })
    }

    /// Hands one mail to the mail server.
    ///
    /// # Errors
    /// Why it did not leave.
    async fn send(&self, mail: &OutgoingMail) -> Result<(), MailFailure> {
        let message = mail.message(&self.from).ok_or(MailFailure::NoAddress)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            // What the error says can hold the address, so that it is not logged.
            Err(error) if error.is_permanent() => Err(MailFailure::Refused),
            Err(_) => Err(MailFailure::Later),
        }
    }
}

/// One mail, whole, for one person.
pub struct OutgoingMail {
    /// To whom; empty where no name is known.
    pub name: String,
    /// To which address.
    pub email: String,
    /// The subject, in one line.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Where the person says that there are to be no more.
    pub unsubscribe: String,
    /// The appointment with the method that it is sent with, if one belongs to the mail.
    pub appointment: Option<(&'static str, String)>,
}

impl OutgoingMail {
    /// The mail as it is sent; nothing where it cannot be addressed.
    fn message(&self, from: &Mailbox) -> Option<Message> {
        let name = Some(self.name.clone()).filter(|name| !name.is_empty());
        let to = Mailbox::new(name, self.email.parse().ok()?);
        let builder = Message::builder()
            .from(from.clone())
            .to(to)
            .subject(self.subject.clone());
        let text = SinglePart::plain(self.text.clone());
        let message = match &self.appointment {
            None => builder.singlepart(text),
            Some((method, appointment)) => {
                let kind = format!("text/calendar; charset=utf-8; method={method}");
                let file = Attachment::new("webinar.ics".to_owned());
                let file = file.body(appointment.clone(), ContentType::parse(&kind).ok()?);
                builder.multipart(MultiPart::mixed().singlepart(text).singlepart(file))
            }
        };
        let mut message = message.ok()?;
        for (name, value) in [
            ("List-Unsubscribe", format!("<{}>", self.unsubscribe)),
            (
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click".to_owned(),
            ),
            ("Auto-Submitted", "auto-generated".to_owned()),
        ] {
            let name = HeaderName::new_from_ascii_str(name);
            message
                .headers_mut()
                .insert_raw(HeaderValue::new(name, value));
        }
        Some(message)
    }
}

/// The mail server, if there is one, and how far its sendings have come.
#[derive(Default)]
pub struct Mailer {
    server: Option<MailServer>,
    /// By webinar.
    progress: Mutex<HashMap<i64, MailProgress>>,
}

impl Mailer {
    /// A mailer over this server, or one that sends nothing.
    pub fn new(server: Option<MailServer>) -> Self {
        Self {
            server,
            progress: Mutex::default(),
        }
    }

    /// Where mail comes from; `None` where none is sent.
    pub fn from(&self) -> Option<String> {
        let server = self.server.as_ref()?;
        Some(server.from.email.to_string())
    }

    /// How far a webinar's last sending has come.
    pub fn progress(&self, webinar: i64) -> Option<MailProgress> {
        self.lock().get(&webinar).cloned()
    }

    /// Begins to write to so many people; not while another sending of the webinar runs.
    pub fn begin(&self, webinar: i64, kind: MailKind, total: u32) -> bool {
        let mut progress = self.lock();
        if progress.get(&webinar).is_some_and(MailProgress::is_running) {
            return false;
        }
        let begun = MailProgress {
            kind,
            total,
            sent: 0,
            failed: Vec::new(),
        };
        progress.insert(webinar, begun);
        true
    }

    /// Sends one mail; whether it left.
    pub async fn send(&self, mail: &OutgoingMail) -> Result<(), MailFailure> {
        match &self.server {
            Some(server) => server.send(mail).await,
            None => Err(MailFailure::Later),
        }
    }

    /// Notes what became of one mail.
    pub fn note(&self, webinar: i64, outcome: Result<(), FailedMail>) {
        if let Some(progress) = self.lock().get_mut(&webinar) {
            match outcome {
                Ok(()) => progress.sent = progress.sent.saturating_add(1),
                Err(failed) => progress.failed.push(failed),
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<i64, MailProgress>> {
        // Nothing panics while it is held; if something did, the map is still whole.
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(url: &str, from: Option<&str>) -> Option<BadMailServer> {
        MailServer::new(url, from).err()
    }

    #[test]
    fn a_mail_server_is_named_with_its_encryption_and_its_sender() {
        let from = Some("Webinar <webinar@eksempel.dk>");
        for good in [
            "smtps://bruger:kode@mail.eksempel.dk",
            "smtp://mail.eksempel.dk:587?tls=required",
            "smtp://127.0.0.1:2525",
            "smtp://localhost",
        ] {
            assert_eq!(why(good, from), None, "{good}");
        }
        for bad in [
            "mail.eksempel.dk",
            "https://mail.eksempel.dk",
            "smtp://",
            "",
        ] {
            assert_eq!(why(bad, from), Some(BadMailServer::Url), "{bad}");
        }
        for plain in [
            "smtp://mail.eksempel.dk",
            "smtp://mail.eksempel.dk?tls=opportunistic",
        ] {
            assert_eq!(why(plain, from), Some(BadMailServer::Plain), "{plain}");
        }
        assert_eq!(why("smtp://localhost", None), Some(BadMailServer::From));
        assert_eq!(
            why("smtp://localhost", Some("webinar")),
            Some(BadMailServer::From)
        );
    }

    #[test]
    fn one_sending_of_a_webinar_runs_at_a_time() {
        let mailer = Mailer::default();
        assert!(mailer.begin(1, MailKind::Invitation, 2));
        assert!(
            !mailer.begin(1, MailKind::Reminder, 1),
            "two mails are to come"
        );
        assert!(mailer.begin(2, MailKind::Reminder, 1), "another webinar's");
        mailer.note(1, Ok(()));
        let failed = FailedMail {
            slot: "a".repeat(22).parse().unwrap(),
            why: MailFailure::Refused,
        };
        mailer.note(1, Err(failed));
        let progress = mailer.progress(1).unwrap();
        assert_eq!(
            (progress.sent, progress.failed.len(), progress.is_running()),
            (1, 1, false)
        );
        assert!(mailer.begin(1, MailKind::Reminder, 1));
    }
}
