//! What the page of invitations knows and does: looks a list through, makes the links, and hands their hashes in.

use barometer_domain::csv_file::write_csv_file;
use barometer_domain::ids::WebinarCode;
use barometer_domain::invitation::{
    InvitationHash, InvitationToken, Invitations, MOST_AT_ONCE, NewInvitation, NewInvitations,
};
use barometer_domain::people::People;
use barometer_domain::wire::WebinarInfo;
use barometer_kit::api::{self, ApiError};
use barometer_kit::form::saved_form::{DraftLifetime, SavedForm};
use barometer_kit::{file, language, route};
use barometer_text::staff::invitations::InvitationText as Text;
use barometer_text::staff::vendor::VendorText;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::lists::{self, ListError, ListedPeople};
use crate::page::{VendorContext, VendorError, VendorSubmission, focus_heading};
use crate::vault;

/// A token with its hash.
type TokenWithHash = (InvitationToken, InvitationHash);

/// A list that was looked through, with what came of it.
#[derive(Clone, PartialEq, Eq)]
pub struct CheckedList {
    /// The list as it was typed when it was read.
    text: String,
    /// Who is invited, or what is wrong.
    pub result: Result<People, ListError>,
}

/// The file that was made; the links are in no other place.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkFile {
    /// How many links it holds.
    pub count: u32,
    csv: String,
}

/// The page of personal invitations: a list of people, and the links made of it, which only this browser ever has.
#[derive(Clone, Copy)]
pub struct InvitationsState {
    vendor: VendorContext,
    code: StoredValue<WebinarCode>,
    /// The webinar as anyone may know it.
    pub info: RwSignal<Option<WebinarInfo>>,
    /// What the server knows of the invitations.
    pub summary: RwSignal<Option<Invitations>>,
    /// The list of municipalities and people, as typed.
    pub text: RwSignal<String>,
    /// The list of an earlier time that no links were made of.
    pub saved: SavedForm,
    /// A file with hidden rows, until it is said whether they come along.
    pub listed: RwSignal<Option<ListedPeople>>,
    /// What came of the last look at it.
    checked: RwSignal<Option<CheckedList>>,
    /// What was made for that list and may not have reached the server: it is sent again.
    made: StoredValue<Vec<TokenWithHash>>,
    /// The file, once made.
    pub links: RwSignal<Option<LinkFile>>,
    /// What the server or the worker is doing, or has done.
    pub sending: VendorSubmission<Text<'static>>,
    /// Whether it is asked before all are withdrawn.
    pub asking: RwSignal<bool>,
}

impl InvitationsState {
    /// Of one webinar's invitations, before the server has answered.
    pub fn new(code: WebinarCode) -> Self {
        let text = RwSignal::new(String::new());
        let name = format!("people.{code}");
        let saved = SavedForm::new(&name, DraftLifetime::InWindow, [("people", text.into())]);
        Self {
            vendor: expect_context(),
            code: StoredValue::new(code),
            info: RwSignal::new(None),
            summary: RwSignal::new(None),
            text,
            saved,
            listed: RwSignal::new(None),
            checked: RwSignal::new(None),
            made: StoredValue::new(Vec::new()),
            links: RwSignal::new(None),
            sending: VendorSubmission::new(),
            asking: RwSignal::new(false),
        }
    }

    /// What came of the list as it stands now; nothing once it was changed.
    pub fn result(self) -> Option<Result<People, ListError>> {
        let checked = self.checked.get()?;
        (checked.text == *self.text.read()).then_some(checked.result)
    }

    /// Looks the list through; nothing is sent. Where something is wrong, `then` leads to it.
    pub fn check(self, then: fn()) {
        let text = self.text.get_untracked();
        self.made.set_value(Vec::new());
        self.run_task(async move {
            let result = lists::people(&text).await;
            let is_wrong = result.is_err();
            self.checked.set(Some(CheckedList { text, result }));
            if is_wrong {
                then();
            }
            Ok(None)
        });
    }

    /// Puts a file's list into the field, where it can be mended, and looks it through; hidden rows are asked about.
    pub fn take_file(self, file: File, then: fn()) {
        self.listed.set(None);
        spawn_local(async move {
            match lists::listed(&file).await {
                Ok(listed) if listed.hidden > 0 => self.listed.set(Some(listed)),
                Ok(listed) => self.take_list(listed.text, then),
                Err(why) => {
                    let text = self.text.get_untracked();
                    let result = Err(why);
                    self.checked.set(Some(CheckedList { text, result }));
                }
            }
        });
    }

    /// Puts this list into the field, and looks it through.
    pub fn take_list(self, text: String, then: fn()) {
        self.listed.set(None);
        self.text.set(text);
        then();
        self.check(then);
    }

    /// Makes the links, hands their hashes in, and saves the file.
    pub fn make_links(self, people: People) {
        self.run_task(async move {
            if self.made.with_value(|made| made.len() != people.rows.len()) {
                let new = vault::new_invitations(people.rows.len()).await?;
                self.made.set_value(new);
            }
            let made = self.made.get_value();
            let Some((info, key)) = self.info.get_untracked().zip(self.vendor_key()) else {
                return Err(VendorError::Said(VendorText::Broken));
            };
            let fingerprint = vault::fingerprint(&key).await?;
            self.submit_hashes(&people, &made).await?;
            let link = |at: usize| {
                let (token, person) = (&made[at].0, &people.rows[at]);
                let (municipality, name) = (person.municipality, &person.name);
                route::invitation_link(&info.join_url, &fingerprint, token, municipality, name)
            };
            let count = u32::try_from(people.rows.len()).unwrap_or(u32::MAX);
            let csv = table(&people, link);
            self.made.set_value(Vec::new());
            self.text.set(String::new());
            self.saved.forget();
            self.links.set(Some(LinkFile { count, csv }));
            self.save();
            focus_heading();
            Ok(None)
        });
    }

    /// Saves the file, again if need be.
    pub fn save(self) {
        let name = format!("invitationer-{}.csv", self.code.get_value());
        self.links.with_untracked(|links| {
            let csv = links.as_ref().map_or("", |links| &links.csv);
            if !file::save(&name, "text/csv;charset=utf-8", csv) {
                self.sending.fail(VendorError::Said(VendorText::Broken));
            }
        });
    }

    /// Does something that the server answers with how many invitations there are.
    pub fn update_invitations(
        self,
        request: impl Future<Output = Result<Invitations, ApiError>> + 'static,
        word: Option<Text<'static>>,
    ) {
        self.run_task(async move {
            let summary = request.await.map_err(|error| self.vendor.trouble(error))?;
            self.summary.set(Some(summary));
            Ok(word)
        });
    }

    /// The webinar that the page is about, as its address names it.
    pub fn code(self) -> WebinarCode {
        self.code.get_value()
    }

    fn vendor_key(self) -> Option<barometer_domain::vendor::PublicKey> {
        self.vendor.info.get_untracked()?.key
    }

    /// In the order of the hashes, so that not even the order of arrival tells who is who.
    async fn submit_hashes(
        self,
        people: &People,
        made: &[TokenWithHash],
    ) -> Result<(), VendorError> {
        let new = made
            .iter()
            .zip(&people.rows)
            .map(|((_, hash), person)| NewInvitation {
                hash: hash.clone(),
                municipality: person.municipality,
            });
        let mut new: Vec<_> = new.collect();
        new.sort_unstable_by(|one, other| one.hash.cmp(&other.hash));
        for batch in new.chunks(MOST_AT_ONCE) {
            let invitations = batch.to_vec();
            let answer = api::invite(&self.code(), &NewInvitations { invitations }).await;
            let summary = answer.map_err(|error| self.vendor.trouble(error))?;
            self.summary.set(Some(summary));
        }
        Ok(())
    }

    fn run_task(
        self,
        work: impl Future<Output = Result<Option<Text<'static>>, VendorError>> + 'static,
    ) {
        self.sending.send(work, |word| word);
    }
}

/// The list as it was, each line with its link.
fn table(people: &People, link: impl Fn(usize) -> String) -> String {
    let language = language::current();
    let width = people.width();
    let known = [
        Text::NameColumn,
        Text::MunicipalityColumn,
        Text::RoleColumn,
        Text::MailColumn,
    ];
    let known = known.map(|column| column.say(language)).to_vec();
    let heading = people.heading.clone().unwrap_or(known);
    let with_last = |mut cells: Vec<String>, last: String| {
        cells.resize(width, String::new());
        cells.push(last);
        cells
    };
    let rows = people.rows.iter().enumerate();
    let rows = rows.map(|(at, person)| with_last(person.cells.clone(), link(at)));
    let mut lines = vec![with_last(heading, Text::LinkColumn.say(language))];
    lines.extend(rows);
    write_csv_file(&lines)
}
