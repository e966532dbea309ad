//! What the sections of the page share: everything about the forum as the server has it, and a command on its way.

use barometer_domain::forum::{ForumCommand, ForumDesk};
use barometer_kit::ui::loaded::Asked;
use barometer_kit::{api, language};
use barometer_text::staff::forum::ForumDeskText as Text;
use leptos::prelude::*;

use crate::page::{VendorContext, VendorError, VendorSubmission};

/// The state of the page.
#[derive(Clone, Copy)]
pub struct ForumState {
    pub(super) vendor: VendorContext,
    /// Everything, as the server has it.
    pub(super) desk: Asked<ForumDesk, VendorError>,
    pub(super) sending: VendorSubmission<Text<'static>>,
}

impl ForumState {
    pub(super) fn new() -> Self {
        let vendor = expect_context::<VendorContext>();
        Self {
            vendor,
            desk: vendor.ask(|| async { api::forum().await }),
            sending: VendorSubmission::new(),
        }
    }

    /// What `read` makes of everything, followed.
    pub(super) fn with<T>(self, read: impl FnOnce(&ForumDesk) -> T) -> Option<T> {
        self.desk.with_found(|desk| desk.map(read))
    }

    /// Hands a command in; `then` follows once the server has it, and `said` is announced.
    pub(super) fn send(
        self,
        command: ForumCommand,
        said: Text<'static>,
        then: impl FnOnce() + 'static,
    ) {
        self.send_made(async move { Ok(command) }, said, then);
    }

    /// The same with a command that something is sealed for first.
    pub(super) fn send_made(
        self,
        command: impl Future<Output = Result<ForumCommand, VendorError>> + 'static,
        said: Text<'static>,
        then: impl FnOnce() + 'static,
    ) {
        let work = async move {
            let command = command.await?;
            let answer = api::change_forum(&command).await;
            answer.map_err(|error| self.vendor.trouble(error))
        };
        self.sending.send(work, move |answer| {
            self.desk.set(answer);
            then();
            Some(said)
        });
    }

    /// Says what cannot be sent as it is typed.
    pub(super) fn complain(self, text: Text<'static>) {
        self.sending
            .fail(VendorError::Written(text.say(language::current())));
    }
}

/// A sentence in the reader's language, now and after a switch.
pub(super) fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}
