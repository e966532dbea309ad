//! One request: what it says, how far it has come, what municipalities have said, and all it ever was.

use barometer_domain::financing::ChangeRequest;
use barometer_domain::financing::request::{Edit, NewRequest, RequestFile, RequestRow};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::{Field, Refusal};
use barometer_kit::route::Route;
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, language};
use barometer_text::staff::requests::RequestDeskText as Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::list::{open_request, say};
use crate::account::by;
use crate::commitments::{self, Everything};
use crate::page::{Heading, VendorContext, VendorSubmission, Way, wrong_field};
use crate::request_words::{StateChip, joined_by_dots, price_in_full};

pub mod course;
pub mod delivery;
pub mod draft;
pub mod form;
pub mod history;
pub mod saved_draft;
pub mod steps;

use course::Course;
use delivery::DeliveryCard;
use draft::RequestForm;
use form::Form;
use history::Versions;
use saved_draft::{RequestDraftNotice, SavedDraft};
use steps::Steps;

/// One request as it is edited: the server's version, what is typed over it, and how far saving has come.
#[derive(Clone, Copy)]
pub struct RequestEditor {
    vendor: VendorContext,
    /// Which request; none yet for one that is to be taken in.
    pub id: Option<RequestId>,
    /// Who writes things down.
    pub by: RwSignal<String>,
    /// The request as it stands.
    pub file: RwSignal<Option<RequestFile>>,
    /// What is being typed.
    draft: RequestForm,
    /// The saved version that the draft started from.
    base: StoredValue<SavedDraft>,
    /// Whose words stand in the fields, where they are not simply what is saved.
    notice: RwSignal<Option<RequestDraftNotice>>,
    /// How saving or stepping goes, or went.
    pub sending: VendorSubmission<Text<'static>>,
    /// Whether that was a step, not what is written.
    pub stepping: RwSignal<bool>,
}

impl RequestEditor {
    fn new(id: Option<RequestId>) -> Self {
        Self {
            vendor: expect_context(),
            id,
            by: by::remembered(),
            file: RwSignal::new(None),
            draft: RequestForm::from_request(&ChangeRequest::default()),
            base: StoredValue::new(SavedDraft::default()),
            notice: RwSignal::new(None),
            sending: VendorSubmission::new(),
            stepping: RwSignal::new(false),
        }
    }

    /// What the server found wrong, in a step or in what is written.
    pub fn wrong_field(self, stepping: bool) -> Option<Field> {
        let field = wrong_field(self.sending);
        field.filter(|_| self.stepping.get() == stepping)
    }

    async fn load(self, id: RequestId) -> Result<(), api::ApiError> {
        self.receive(api::request(id).await?);
        Ok(())
    }

    fn load_again(self, id: RequestId) {
        spawn_local(async move {
            if let Err(error) = self.load(id).await {
                self.sending.fail(self.vendor.trouble(error));
            }
        });
    }

    /// Has the server do something, and shows what came of it; what is typed stays when it refuses.
    pub fn run_task(
        self,
        done: Text<'static>,
        work: impl Future<Output = Result<RequestFile, api::ApiError>> + 'static,
    ) {
        let work = async move {
            match work.await {
                Ok(file) => Ok(Some(file)),
                Err(api::ApiError::Refused(Refusal::StaleEdition)) => {
                    self.catch_up();
                    Ok(None)
                }
                Err(error) => Err(self.vendor.trouble(error)),
            }
        };
        self.sending.send(work, move |file: Option<RequestFile>| {
            let file = file?;
            if self.id.is_none() {
                self.forget();
                open_request(file.row.id);
                return None;
            }
            // A step leaves what is being written as it is.
            if self.stepping.get_untracked() {
                self.receive(file);
            } else {
                self.begin(file);
            }
            Some(done)
        });
    }

    /// Takes the request in, or writes it anew.
    pub fn save(self, request: ChangeRequest, why: String) {
        let by = self.by.get_untracked();
        self.stepping.set(false);
        match self.id {
            None => {
                let new = NewRequest { by, request };
                self.run_task(Text::Saved, async move { api::take_in(&new).await });
            }
            Some(id) => {
                let edition = self.base.with_value(|base| base.edition);
                let edit = Edit {
                    by,
                    why,
                    edition: Some(edition),
                    request,
                };
                self.run_task(Text::Saved, async move { api::edit(id, &edit).await });
            }
        }
    }
}

/// A request to be taken in.
#[component]
pub(crate) fn NewRequestPage() -> impl IntoView {
    let page = RequestEditor::new(None);
    page.restore();
    page.store_draft();
    view! {
        <div class="vendor-head">
            <Back />
            <Heading text=Signal::derive(say(Text::New)) />
        </div>
        <Form page=page />
    }
}

/// One request.
#[component]
pub(crate) fn RequestPage(
    /// The number of the request that is shown.
    id: RequestId,
) -> impl IntoView {
    let page = RequestEditor::new(Some(id));
    let loaded = page.vendor.ask(move || page.load(id));
    page.store_draft();
    let title = Signal::derive(move || {
        let file = page.file.read();
        let title = file.as_ref().map(|file| file.row.request.title.clone());
        title.unwrap_or_else(|| Text::Content.say(language::current()))
    });
    view! {
        <div class="vendor-head">
            <Back />
            <Heading text=title />
            {move || Some(view! { <Standing row=page.file.read().as_ref()?.row.clone() /> })}
        </div>
        <Loaded asked=loaded let:_there>
            <Body page=page id=id />
        </Loaded>
    }
}

#[component]
fn Back() -> impl IntoView {
    view! {
        <Way to=Route::Requests class="back">
            "← "
            {say(Text::Back)}
        </Way>
    }
}

/// How far the request has come, and what marks it.
#[component]
fn Standing(row: RequestRow) -> impl IntoView {
    // Drawn anew in another language.
    move || {
        let language = language::current();
        let request = &row.request;
        let price = price_in_full(&request.terms.price, language);
        let about = joined_by_dots(&[&request.reference, &request.category, &price]);
        let fictional = row.fictional.then(|| {
            let words = barometer_text::shared::SharedText::Fictional.say(language);
            view! { <span class="chip amber">{words}</span> }
        });
        let overdue = row
            .overdue
            .then(|| view! { <span class="chip amber">{Text::Overdue.say(language)}</span> });
        view! {
            <p class="marks">
                <StateChip state=row.state />
                {overdue}
                {fictional}
                <span class="muted">{about}</span>
            </p>
        }
    }
}

#[component]
fn Body(page: RequestEditor, id: RequestId) -> impl IntoView {
    let said = commitments::CommitmentsState::new(Some(id));
    // What municipalities say may move the request, and the other way round.
    Effect::new(move |before: Option<()>| {
        said.sending.track_word();
        if before.is_some() {
            page.load_again(id);
        }
    });
    Effect::new(move |before: Option<()>| {
        page.sending.track_word();
        if before.is_some() {
            said.load_again();
        }
    });
    view! {
        <div class="request-desk">
            <Form page=page />
            <div class="request-side">
                <Steps page=page />
                <Versions page=page />
            </div>
        </div>
        <DeliveryCard page=page />
        <Course page=page />
        <h2>{move || barometer_text::staff::commitments::CommitmentText::Title.say(language::current())}</h2>
        <Everything page=said />
    }
}
