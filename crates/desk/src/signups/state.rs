//! What the page of sign-ups knows: what the server answered, and who that is, opened with the vendor's key.

use barometer_domain::danish;
use barometer_domain::ids::WebinarCode;
use barometer_domain::municipality;
use barometer_domain::preparation::PreparedWebinar;
use barometer_domain::signup::mail::MailKind;
use barometer_domain::signup::{Signup, SignupList};
use barometer_kit::api::{self, ApiError};
use barometer_kit::{language, route};
use barometer_text::staff::signups::SignupDeskText as Text;
use leptos::prelude::*;

use crate::page::{VendorContext, VendorError, VendorSubmission};
use crate::vault::{self, OpenedContact};

/// One sign-up, as the list shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedUpPerson {
    /// What the server knows.
    pub row: Signup,
    /// Who it is; `None` where this key does not open it.
    pub contact: Option<OpenedContact>,
    /// The personal link; empty where there is none.
    pub link: String,
}

impl SignedUpPerson {
    /// The name; empty where it does not open.
    pub fn name(&self) -> &str {
        self.contact.as_ref().map_or("", |contact| &contact.name)
    }

    /// The e-mail address; empty where it does not open.
    pub fn email(&self) -> &str {
        self.contact.as_ref().map_or("", |contact| &contact.email)
    }

    /// The municipality's name.
    pub fn municipality(&self) -> &'static str {
        municipality::by_code(self.row.municipality).map_or("", |known| known.name)
    }

    /// Whether a mail of this kind is still to be sent to this person.
    pub fn awaits(&self, kind: MailKind) -> bool {
        self.contact.is_some() && !self.row.unsubscribed && !self.row.sent.contains(&kind)
    }
}

/// The page of sign-ups: the list with its names opened by the vendor's key in this browser.
#[derive(Clone, Copy)]
pub struct SignupsState {
    vendor: VendorContext,
    code: StoredValue<WebinarCode>,
    /// The webinar as it is prepared.
    pub webinar: RwSignal<Option<PreparedWebinar>>,
    /// What the server answered last.
    pub list: RwSignal<Option<SignupList>>,
    /// Everyone on the list, by municipality and name.
    pub people: RwSignal<Vec<SignedUpPerson>>,
    /// What the server or the worker is doing, or has done.
    pub sending: VendorSubmission<Text<'static>>,
}

impl SignupsState {
    /// Nothing known yet; found by the vendor's session.
    pub fn new(code: WebinarCode) -> Self {
        Self {
            vendor: expect_context::<VendorContext>(),
            code: StoredValue::new(code),
            webinar: RwSignal::new(None),
            list: RwSignal::new(None),
            people: RwSignal::new(Vec::new()),
            sending: VendorSubmission::new(),
        }
    }

    /// The webinar that the page is about, as its address names it.
    pub fn code(self) -> WebinarCode {
        self.code.get_value()
    }

    /// Asks for the webinar and its list, and opens who is on it.
    pub async fn load(self) -> Result<(), ApiError> {
        let code = self.code();
        self.webinar.try_set(Some(api::prepared(&code).await?));
        self.take(api::signups(&code).await?).await;
        Ok(())
    }

    /// Says what went wrong.
    pub fn fail(self, error: ApiError) {
        self.sending.fail(self.vendor.trouble(error));
    }

    /// Does something that the server answers with the list; afterwards `word` is announced.
    pub fn update(
        self,
        request: impl Future<Output = Result<SignupList, ApiError>> + 'static,
        word: Text<'static>,
    ) {
        let answer = async move {
            let list = request.await.map_err(|error| self.vendor.trouble(error))?;
            self.take(list).await;
            Ok(word)
        };
        self.sending.send(answer, Some);
    }

    /// Does something that can go wrong otherwise.
    pub fn run_task(
        self,
        work: impl Future<Output = Result<Option<Text<'static>>, VendorError>> + 'static,
    ) {
        self.sending.send(work, |word| word);
    }

    /// What an answer's error means here; a session that is gone asks for the passphrase.
    pub fn trouble(self, error: ApiError) -> VendorError {
        self.vendor.trouble(error)
    }

    /// Shows what the server answered, once it is opened.
    pub async fn take(self, list: SignupList) {
        let code = self.code();
        let sealed: Vec<(&str, &str)> = list
            .rows
            .iter()
            .map(|row| (row.slot.as_str(), row.sealed.as_str()))
            .collect();
        let opened = vault::open_contacts(&code, &sealed).await;
        let opened = opened.unwrap_or_default();
        let fingerprint = self.fingerprint().await.unwrap_or_default();
        let join = self.join_link();
        let mut opened = opened.into_iter();
        let people = list.rows.iter().map(|row| {
            let contact = opened.next().flatten();
            let link = contact.as_ref().and_then(|contact| {
                let token = contact.token.as_ref()?;
                let link = route::invitation_link(
                    &join,
                    &fingerprint,
                    token,
                    row.municipality,
                    &contact.name,
                );
                Some(link)
            });
            SignedUpPerson {
                row: row.clone(),
                contact,
                link: link.unwrap_or_default(),
            }
        });
        let mut people: Vec<SignedUpPerson> = people.collect();
        people.sort_by_cached_key(|one| {
            (
                danish::sort_key(one.municipality()),
                danish::sort_key(one.name()),
            )
        });
        // The page may be gone by now.
        self.people.try_set(people);
        self.list.try_set(Some(list));
    }

    fn join_link(self) -> String {
        let webinar = self.webinar.read_untracked();
        let link = webinar.as_ref().map(|webinar| webinar.links.join.clone());
        link.unwrap_or_default()
    }

    async fn fingerprint(self) -> Option<String> {
        let key = self.vendor.info.get_untracked()?.key?;
        vault::fingerprint(&key).await.ok()
    }
}

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}
