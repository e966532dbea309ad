//! What municipalities have said: a table of all of it, quick entry by keyboard, and when the money is expected.

use barometer_domain::financing::CommitmentState;
use barometer_domain::financing::admission::TakesNone;
use barometer_domain::financing::commitment::{Circumstances, Commitment};
use barometer_domain::financing::ledger::{Ledger, Said, Undo};
use barometer_domain::financing::request::RequestRow;
use barometer_domain::ids::{MunicipalityCode, RequestId};
use barometer_kit::ui::loaded::Loaded;
use barometer_kit::{api, format, language};
use barometer_text::staff::commitments::CommitmentText as Text;
use barometer_text::states;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::account::by;
use crate::page::{Heading, VendorContext, VendorSubmission, failure_notice};

pub mod entry;
pub mod funding;
pub mod history;
pub mod lines;
pub mod names;
pub mod shares;
pub mod table;
pub mod timeline;

use entry::{CommitmentForm, QuickEntry};
use history::History;
use lines::{CommitmentLine, lines};
use shares::ActualShares;
use table::Table;
use timeline::Timeline;

/// A word that a municipality may say (`None`: about its name), and why not now.
pub type StateOption = (Option<CommitmentState>, Result<(), TakesNone>);

/// The page of commitments: every line the server has, and the one that is being written.
#[derive(Clone, Copy)]
pub struct CommitmentsState {
    vendor: VendorContext,
    /// Who writes things down.
    pub by: RwSignal<String>,
    /// The requests that a commitment can be written down for.
    pub requests: RwSignal<Vec<RequestRow>>,
    /// What has been said about each.
    pub ledgers: RwSignal<Option<Vec<Ledger>>>,
    /// Every commitment to every request, as the list shows it.
    lines: Memo<Vec<CommitmentLine>>,
    /// What is being typed.
    entry: CommitmentForm,
    /// Whose moves are shown.
    pub history: RwSignal<Option<(RequestId, MunicipalityCode)>>,
    /// How writing something down goes, or what was written down last.
    pub sending: VendorSubmission<String>,
    /// Whose name was shown or hidden last, so that it can be undone.
    pub named_last: RwSignal<Option<(RequestId, MunicipalityCode)>>,
    /// The request that the page is about, if it is about one.
    pub only: Option<RequestId>,
}

impl CommitmentsState {
    /// The state of a page about all requests, or one.
    pub fn new(only: Option<RequestId>) -> Self {
        let requests = RwSignal::new(Vec::new());
        let ledgers = RwSignal::new(None::<Vec<Ledger>>);
        let lines = Memo::new(move |_| {
            let ledgers = ledgers.read();
            lines(
                &requests.read(),
                ledgers.as_deref().unwrap_or(&[]),
                format::today(),
            )
        });
        Self {
            vendor: expect_context(),
            by: by::remembered(),
            requests,
            ledgers,
            lines,
            entry: CommitmentForm::new(only),
            history: RwSignal::new(None),
            sending: VendorSubmission::new(),
            named_last: RwSignal::new(None),
            only,
        }
    }

    /// Asks the server for everything, as a page shows it that comes.
    pub async fn load(self) -> Result<(), api::ApiError> {
        let (requests, ledgers) = (api::requests().await?, api::commitments().await?);
        self.requests.set(requests);
        self.ledgers.set(Some(ledgers));
        Ok(())
    }

    /// Asks the server for everything anew; what is shown stays until there is an answer.
    pub fn load_again(self) {
        spawn_local(async move {
            if let Err(error) = self.load().await {
                self.sending.fail(self.vendor.trouble(error));
            }
        });
    }

    /// How far a municipality has come with a request.
    pub fn stands(self, request: RequestId, who: MunicipalityCode) -> Option<CommitmentState> {
        self.lines.with(|lines| {
            let line = lines
                .iter()
                .find(|line| line.request == request && line.commitment.municipality == who)?;
            Some(line.commitment.state)
        })
    }

    /// What a municipality can say about a request, and why not now.
    pub fn choices(
        self,
        request: Option<RequestId>,
        who: Option<MunicipalityCode>,
    ) -> Vec<StateOption> {
        self.requests.with(|rows| {
            let row = rows.iter().find(|row| Some(row.id) == request);
            let Some(row) = row else {
                // Nothing is known of it yet.
                return vec![(Some(CommitmentState::Interested), Ok(()))];
            };
            let (today, terms) = (format::today(), &row.request.terms);
            let circumstances = Circumstances {
                today,
                price: terms.price.likely(),
                state: row.state,
                is_past_deadline: !row.fictional && terms.is_past_deadline(row.state, today),
            };
            let stands = who.and_then(|who| self.stands(row.id, who));
            Commitment::choices(stands, circumstances)
        })
    }

    /// Writes down what a municipality said; then `after`.
    pub fn record_move(
        self,
        request: RequestId,
        who: MunicipalityCode,
        said: Said,
        after: impl FnOnce() + 'static,
    ) {
        self.run_task(request, who, after, async move {
            api::record_commitment(request, who, &said).await
        });
    }

    /// Undoes a municipality's last move; then `after`.
    pub fn undo_move(
        self,
        request: RequestId,
        who: MunicipalityCode,
        undo: Undo,
        after: impl FnOnce() + 'static,
    ) {
        self.run_task(request, who, after, async move {
            api::undo_commitment(request, who, &undo).await
        });
    }

    fn run_task(
        self,
        request: RequestId,
        who: MunicipalityCode,
        after: impl FnOnce() + 'static,
        work: impl Future<Output = Result<Ledger, api::ApiError>> + 'static,
    ) {
        if !self.sending.is_working_now() {
            self.named_last.set(None);
        }
        let work = async move { work.await.map_err(|error| self.vendor.trouble(error)) };
        self.sending.send(work, move |ledger| {
            self.replace_ledger(ledger);
            let written = self.written(request, who);
            after();
            self.load_again();
            Some(written)
        });
    }

    /// Puts a request's ledger in the place of the one before.
    fn replace_ledger(self, ledger: Ledger) {
        self.ledgers.update(|ledgers| {
            let ledgers = ledgers.get_or_insert_default();
            ledgers.retain(|held| held.request != ledger.request);
            ledgers.push(ledger);
        });
    }

    fn written(self, request: RequestId, who: MunicipalityCode) -> String {
        let language = language::current();
        let state = self.stands(request, who);
        let state = state.map_or("–", |state| states::commitment(state, language));
        Text::Written(&format::municipality_name(who), state).say(language)
    }
}

/// The words in the reader's language, now and after a switch.
pub fn say(text: Text<'static>) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || text.say(language::current())
}

/// The page about all requests.
#[component]
pub(crate) fn CommitmentsPage() -> impl IntoView {
    let page = CommitmentsState::new(None);
    view! {
        <div class="vendor-head">
            <Heading text=Signal::derive(say(Text::Title)) />
            <p class="muted">{say(Text::Body)}</p>
            <Waiting page=page />
        </div>
        <Everything page=page />
    }
}

/// Quick entry, table and timeline; what went wrong above them.
#[component]
pub(crate) fn Everything(page: CommitmentsState) -> impl IntoView {
    let vendor = expect_context::<VendorContext>();
    let loaded = vendor.ask(move || page.load());
    view! {
        {move || failure_notice(page.sending)}
        <Loaded asked=loaded let:_there>
            <QuickEntry page=page />
            <names::UndoName page=page />
            <Table page=page />
            <ActualShares page=page />
            <Timeline page=page />
            <History page=page />
        </Loaded>
    }
}

/// How many wait for the vendor.
#[component]
fn Waiting(page: CommitmentsState) -> impl IntoView {
    let marks = move || {
        page.ledgers.read().as_ref()?;
        let language = language::current();
        let lines = page.lines.read();
        let count = |is: fn(&CommitmentLine) -> bool| {
            let count = lines.iter().filter(|line| is(line)).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let (late, pressing) = (
            count(CommitmentLine::is_late),
            count(CommitmentLine::is_pressing),
        );
        let late = (late > 0).then(|| {
            view! { <span class="chip amber">{Text::Late(late).say(language)}</span> }
        });
        let overdue = page
            .requests
            .with(|rows| rows.iter().filter(|row| row.overdue).count());
        let overdue = u32::try_from(overdue).unwrap_or(u32::MAX);
        let overdue = (overdue > 0).then(|| {
            view! { <span class="chip amber">{Text::Overdue(overdue).say(language)}</span> }
        });
        let names = count(|line| line.name_question.is_some());
        let names = (names > 0).then(|| {
            view! { <span class="chip amber">{Text::NamesWaiting(names).say(language)}</span> }
        });
        let pressing = match pressing {
            0 => Text::NothingPressing,
            pressing => Text::Pressing(pressing),
        };
        Some(view! {
            <p class="marks">
                {overdue}
                {late}
                {names}
                <span class="chip">{pressing.say(language)}</span>
            </p>
        })
    };
    view! { {marks} }
}
