//! The state of the page on which a webinar is prepared.

use barometer_domain::agenda::Stage;
use barometer_domain::financing::request::RequestRow;
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::preparation::{Locks, Place, Preparation, Prepare, PreparedWebinar};
use barometer_domain::refusal::{Field, Refusal};
use barometer_json::FromJson;
use barometer_kit::api::ApiError;
use barometer_kit::route::{self, Route};
use barometer_kit::{api, format, language, live, storage};
use barometer_text::staff::prepare::PrepareText as Text;
use barometer_text::staff::refused;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;

use super::agenda;
use super::dialogs::PrepareDialog;
use super::form::PreparationForm;
use super::values::PreparationValues;
use crate::account::by;
use crate::page::{VendorContext, VendorError, VendorSubmission, focus_wrong, wrong_field};

/// What the page says about whose words stand in the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftNotice {
    /// What was typed here before, and never saved.
    Restored,
    /// What is saved; what was typed lies here.
    Aside(Box<PreparationValues>),
}

/// The saved version this draft started from: the webinar as it was when someone began to type.
#[derive(Clone, Serialize, FromJson)]
struct BaseVersion {
    edition: u32,
    typed: PreparationValues,
}

impl BaseVersion {
    fn from_webinar(webinar: &PreparedWebinar) -> Self {
        Self {
            edition: webinar.edition,
            typed: PreparationValues::from_webinar(webinar),
        }
    }
}

/// What the browser keeps until it is saved.
#[derive(Serialize, FromJson)]
struct StoredDraft {
    ground: BaseVersion,
    typed: PreparationValues,
}

/// The page on which a webinar is prepared: the saved version, what is typed over it, and how far saving has come.
#[derive(Clone, Copy)]
pub struct PreparationState {
    vendor: VendorContext,
    code: StoredValue<WebinarCode>,
    /// The webinar as it is saved.
    pub webinar: RwSignal<Option<PreparedWebinar>>,
    /// All of the vendor's requests.
    pub requests: RwSignal<Vec<RequestRow>>,
    /// What is being edited.
    pub place: RwSignal<Place>,
    /// What is being typed.
    pub draft: PreparationForm,
    /// Who saves.
    pub by: RwSignal<String>,
    ground: StoredValue<Option<BaseVersion>>,
    shown: Memo<Option<Preparation>>,
    /// Whether something typed is not saved.
    pub is_dirty: Memo<bool>,
    /// How saving goes, or went.
    pub sending: VendorSubmission<Text<'static>>,
    /// Whose words stand in the fields.
    pub notice: RwSignal<Option<DraftNotice>>,
    /// What is asked.
    pub question: RwSignal<Option<PrepareDialog>>,
}

impl PreparationState {
    /// Nothing yet.
    pub fn new(code: WebinarCode) -> Self {
        let webinar = RwSignal::new(None::<PreparedWebinar>);
        let draft = PreparationForm::empty();
        let shown = Memo::new(move |_| {
            let webinar = webinar.read();
            Some(draft.typed().to_preparation(&webinar.as_ref()?.preparation))
        });
        let is_dirty = Memo::new(move |_| {
            let webinar = webinar.read();
            let saved = webinar.as_ref();
            saved.is_some_and(|saved| !draft.typed().says_what_is_saved(saved))
        });
        Self {
            vendor: expect_context(),
            code: StoredValue::new(code),
            webinar,
            requests: RwSignal::new(Vec::new()),
            place: RwSignal::new(Place {
                stage: Stage::Welcome,
                item: 0,
            }),
            draft,
            by: by::remembered(),
            ground: StoredValue::new(None),
            shown,
            is_dirty,
            sending: VendorSubmission::new(),
            notice: RwSignal::new(None),
            question: RwSignal::new(None),
        }
    }

    /// The preparation as it is typed, as far as it can be read; follows the typing.
    pub fn typed_preparation(self) -> Option<Preparation> {
        self.shown.get()
    }

    /// One of the vendor's requests.
    pub fn request(self, id: RequestId) -> Option<RequestRow> {
        let requests = self.requests.read();
        requests.iter().find(|row| row.id == id).cloned()
    }

    /// What of the webinar stands, as far as this page knows.
    pub fn locks(self) -> Locks {
        let webinar = self.webinar.read();
        webinar
            .as_ref()
            .map_or(Locks::default(), |webinar| Locks::of(webinar.phase))
    }

    /// The field that the browser or the server found wrong.
    pub fn wrong_field(self) -> Option<Field> {
        wrong_field(self.sending)
    }

    /// Where something is to be done about what is wrong.
    fn id_of_wrong(self, field: Field) -> &'static str {
        let stage = || untrack(|| self.draft.typed()).wrong_stage(field);
        match field {
            Field::Date => "prepare-date",
            Field::Starts => "prepare-starts",
            Field::Ends => "prepare-ends",
            Field::Code => "prepare-code",
            Field::MaxChoices => "prepare-choices",
            Field::By => "prepare-by",
            Field::Shortlist | Field::Reason => "shortlist-heading",
            Field::Ongoing => "ongoing-heading",
            Field::Timebox => stage().map_or("agenda-heading", agenda::minutes_id),
            Field::Notes => stage().map_or("shortlist-heading", agenda::notes_id),
            Field::Agenda => "agenda-heading",
            _ => "prepare-title",
        }
    }

    /// What stands at a field that is wrong.
    pub fn complaint(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            let language = language::current();
            let words = match field {
                Field::Code => Text::CodeWrong.say(language),
                Field::Ends => Text::EndsWrong.say(language),
                Field::Agenda => Text::AgendaWrong.say(language),
                Field::Timebox => Text::MinutesWrong.say(language),
                _ => refused::sentence(&field.wrong(), language),
            };
            (self.wrong_field() == Some(field)).then_some(words)
        })
    }

    /// The same at a stage's own fields.
    pub fn complaint_at(self, field: Field, stage: Stage) -> Signal<Option<String>> {
        let complaint = self.complaint(field);
        Signal::derive(move || {
            let wrong = complaint.get()?;
            let at = untrack(|| self.draft.typed()).wrong_stage(field);
            (at == Some(stage)).then_some(wrong)
        })
    }

    /// Why the vote is locked, and since when.
    pub fn locked_since(self) -> String {
        let language = language::current();
        let opened_at = self.webinar.with(|webinar| webinar.as_ref()?.opened_at);
        opened_at.map_or_else(
            || Text::LockedByVote.say(language),
            |at| {
                let when = if format::is_same_day(at, live::now()) {
                    Text::At(&format::to_the_minute(language, at)).say(language)
                } else {
                    format::moment(language, at)
                };
                Text::LockedSince(&when).say(language)
            },
        )
    }

    /// Has the preview show what is being edited.
    pub fn look_at(self, stage: Stage, item: usize) {
        let item = u16::try_from(item).unwrap_or(u16::MAX);
        let place = Place { stage, item };
        if self.place.get_untracked() != place {
            self.place.set(place);
        }
    }

    /// The webinar that the page is about, as its address names it.
    pub fn code(self) -> WebinarCode {
        self.code.get_value()
    }

    /// Says what went wrong.
    pub fn fail(self, error: ApiError) {
        self.sending.fail(self.vendor.trouble(error));
    }

    /// Forgets what the browser keeps of it.
    pub fn forget(self) {
        storage::remove(&self.storage_key());
    }

    /// The edition that this draft started from; `None` before the webinar is read.
    fn edition(self) -> Option<u32> {
        self.ground
            .with_value(|ground| ground.as_ref().map(|ground| ground.edition))
    }

    fn storage_key(self) -> String {
        self.code
            .with_value(|code| format!("barometer.prepare.{code}"))
    }

    /// Asks for the webinar, and for the requests beside it.
    pub async fn load(self) -> Result<(), ApiError> {
        spawn_local(async move {
            match api::requests().await {
                Ok(requests) => self.requests.set(requests),
                Err(error) => self.fail(error),
            }
        });
        let code = self.code.get_value();
        self.begin(api::prepared(&code).await?);
        Ok(())
    }

    /// Shows a webinar, with the draft of it that was never saved.
    fn begin(self, webinar: PreparedWebinar) {
        let kept = storage::get::<StoredDraft>(&self.storage_key());
        let kept = kept.map(|kept| (kept.ground, kept.typed.with_locked(&webinar)));
        match kept {
            Some((ground, typed)) if !typed.says_what_is_saved(&webinar) => {
                self.ground.set_value(Some(ground));
                self.draft.fill_from(typed);
                self.notice.set(Some(DraftNotice::Restored));
            }
            _ => {
                storage::remove(&self.storage_key());
                self.ground
                    .set_value(Some(BaseVersion::from_webinar(&webinar)));
                self.draft
                    .fill_from(PreparationValues::from_webinar(&webinar));
            }
        }
        self.webinar.set(Some(webinar));
    }

    /// Keeps what is typed in this browser until it is saved.
    pub fn store_draft(self) {
        Effect::new(move |was_dirty: Option<bool>| {
            let is_dirty = self.is_dirty.get();
            if let Some(ground) = self.ground.get_value().filter(|_| is_dirty) {
                let typed = self.draft.typed();
                // A browser that keeps nothing still has it on the page.
                storage::set(&self.storage_key(), &StoredDraft { ground, typed });
            } else if was_dirty == Some(true) {
                storage::remove(&self.storage_key());
            }
            is_dirty
        });
    }

    /// Learns what has been locked meanwhile, whenever someone comes back to this window.
    pub fn watch(self) {
        let look = move |_| {
            let code = self.code();
            spawn_local(async move {
                // Without an answer the page stays as it is: who saves hears of it then.
                let Ok(webinar) = api::prepared(&code).await else {
                    return;
                };
                if !self.sending.is_working_now() && Some(webinar.edition) == self.edition() {
                    self.receive(webinar);
                }
            });
        };
        let listener = window_event_listener_untyped("focus", look);
        on_cleanup(move || listener.remove());
        // Whoever refuses, the browser or the server: the cursor goes where something is to be done.
        focus_wrong(
            move || self.wrong_field(),
            move |field| self.id_of_wrong(field),
        );
    }

    /// Puts what is saved into the fields, and what was typed aside.
    pub fn take_saved(self) {
        let Some(webinar) = self.webinar.get_untracked() else {
            return;
        };
        let typed = untrack(|| self.draft.typed());
        self.ground
            .set_value(Some(BaseVersion::from_webinar(&webinar)));
        self.draft
            .fill_from(PreparationValues::from_webinar(&webinar));
        self.sending.clear_trouble();
        self.notice.set(Some(DraftNotice::Aside(Box::new(typed))));
    }

    /// Puts what was laid aside into the fields again.
    pub fn take_back(self, typed: PreparationValues) {
        self.notice.set(None);
        let webinar = self.webinar.get_untracked();
        self.draft.fill_from(match &webinar {
            Some(webinar) => typed.with_locked(webinar),
            None => typed,
        });
    }

    /// Asks how the webinar is saved now, and goes on with that.
    pub fn look_again(self, then: impl FnOnce(Self) + 'static) {
        let code = self.code.get_value();
        spawn_local(async move {
            match api::prepared(&code).await {
                Ok(webinar) => {
                    self.receive(webinar);
                    then(self);
                }
                Err(error) => self.fail(error),
            }
        });
    }

    /// The webinar as it is saved now; what is typed stays, except where it is locked.
    pub fn receive(self, webinar: PreparedWebinar) {
        let typed = untrack(|| self.draft.typed());
        let allowed = typed.clone().with_locked(&webinar);
        if allowed != typed {
            self.draft.fill_from(allowed);
        }
        if self.webinar.read_untracked().as_ref() != Some(&webinar) {
            self.webinar.set(Some(webinar));
        }
    }

    /// Looks at what someone else has saved meanwhile, and puts what is changed here on top of it.
    fn catch_up(self, then: impl FnOnce(Self) + 'static) {
        self.look_again(move |page| {
            let newest = page.webinar.get_untracked();
            if let Some((ground, newest)) = page.ground.get_value().zip(newest) {
                let mine = untrack(|| page.draft.typed());
                page.draft
                    .fill_from(mine.over(&ground.typed, PreparationValues::from_webinar(&newest)));
                page.ground
                    .set_value(Some(BaseVersion::from_webinar(&newest)));
            }
            then(page);
        });
    }

    /// Takes what someone else has saved; what is changed here lies aside.
    pub fn take_newest(self) {
        self.catch_up(Self::take_saved);
    }

    /// Saves over whatever someone else has saved meanwhile.
    pub fn save_all_the_same(self) {
        self.catch_up(Self::save);
    }

    /// Saves what is typed; it stays where it is when it is refused.
    pub fn save(self) {
        if self.sending.is_working_now() {
            return;
        }
        self.sending.clear();
        if !self.is_dirty.get_untracked() {
            self.sending.announce(Text::Saved);
            return;
        }
        let typed = untrack(|| self.draft.typed());
        let by = self.by.get_untracked();
        let prepare = typed.code().and_then(|code| {
            let preparation = typed.read()?;
            if by.trim().is_empty() {
                return Err(Field::By);
            }
            Ok(Prepare {
                by,
                edition: self.edition().unwrap_or_default(),
                code,
                preparation,
            })
        });
        let prepare = match prepare {
            Ok(prepare) => prepare,
            Err(field) => return self.sending.fail(VendorError::Refused(field.wrong())),
        };
        let code = self.code.get_value();
        let work = async move {
            match api::prepare(&code, &prepare).await {
                Ok(webinar) => Ok(Some(webinar)),
                Err(ApiError::Refused(Refusal::Locked)) => {
                    self.look_again(|page| {
                        page.sending.fail(VendorError::Refused(Refusal::Locked));
                    });
                    Ok(None)
                }
                Err(error) => Err(self.vendor.trouble(error)),
            }
        };
        self.sending
            .send(work, move |webinar| self.saved(webinar?, &typed));
    }

    /// Takes what the server has saved; what is announced of it.
    fn saved(self, webinar: PreparedWebinar, sent: &PreparationValues) -> Option<Text<'static>> {
        self.notice.set(None);
        self.ground
            .set_value(Some(BaseVersion::from_webinar(&webinar)));
        let has_moved = self.code.with_value(|code| *code != webinar.code);
        if has_moved {
            self.forget();
            route::navigate(&Route::Prepare(webinar.code));
            return None;
        }
        // What is typed while the server answers is newer than its answer.
        if untrack(|| self.draft.typed()) == *sent {
            self.draft
                .fill_from(PreparationValues::from_webinar(&webinar));
        }
        self.webinar.set(Some(webinar));
        Some(Text::Saved)
    }
}
