//! What the vendor does with requests: taking them in, writing them anew, and taking them a step further.

use barometer_domain::date::Date;
use barometer_domain::financing::RequestState;
use barometer_domain::financing::delivery::DeliveryReport;
use barometer_domain::financing::ledger::signed;
use barometer_domain::financing::request::{Edit, NewRequest, RequestFile, Step};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;

use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{Store, StoreError, now};
use super::merging::merge;
use super::open_request::{OpenRequest, SettledRequest};
use super::request_files::request_file;
use super::versions::{self, RecordSignature};
use super::{deliveries, documents};

impl Store {
    /// Takes in a new request, with its first version.
    pub async fn take_in_request(&self, new: NewRequest) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |transaction| Box::pin(async move { take_in(transaction, new).await }))
            .await
    }

    /// Writes a request anew, as another version, unless somebody else has since.
    pub async fn edit_request(
        &self,
        request: RequestId,
        edited: Edit,
    ) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |transaction| {
                Box::pin(async move { edit(transaction, request, edited).await })
            })
            .await
    }

    /// Writes down what a delivered request came to.
    pub async fn report_delivery(
        &self,
        request: RequestId,
        report: DeliveryReport,
    ) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |c| Box::pin(async move { report_delivery(c, request, report).await }))
            .await
    }

    /// Takes a request a step further, or aside.
    pub async fn move_request(
        &self,
        request: RequestId,
        taken: Step,
    ) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |transaction| {
                Box::pin(async move { step(transaction, request, taken).await })
            })
            .await
    }
}

async fn take_in(
    transaction: &mut WriteTransaction<'_>,
    new: NewRequest,
) -> Result<RequestFile, StoreError> {
    let by = signed(&new.by)?;
    let content = new.request.checked()?;
    documents::check_reference_is_free(transaction, &content.reference, None).await?;
    let signature = RecordSignature::now(&by, "");
    let state = RequestState::Submitted;
    let request = OpenRequest::create(transaction, state, content, false, signature).await?;
    let request = request.settle(transaction).await?;
    request_file(transaction, request).await
}

async fn edit(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    edit: Edit,
) -> Result<RequestFile, StoreError> {
    let mut request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
    let known = versions::load(transaction, request.id()).await?;
    if edit.is_stale(&known, request.content()) {
        return Err(Refusal::StaleEdition.into());
    }
    let (by, why) = (edit.by.trim().to_owned(), edit.why.trim().to_owned());
    let today = Date::of_millis(now());
    let next = request.content().edited(request.state(), edit, today)?;
    documents::check_reference_is_free(transaction, &next.reference, Some(request.id())).await?;
    let signature = RecordSignature::now(&by, &why);
    request.set_content(transaction, next, signature).await?;
    let request = request.settle(transaction).await?;
    request_file(transaction, request).await
}

async fn report_delivery(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    report: DeliveryReport,
) -> Result<RequestFile, StoreError> {
    let request = SettledRequest::load(transaction, request).await?;
    let report = report.checked(request.document.state)?;
    deliveries::append(transaction, request.document.id, &report).await?;
    request_file(transaction, request).await
}

async fn step(
    transaction: &mut WriteTransaction<'_>,
    request: RequestId,
    step: Step,
) -> Result<RequestFile, StoreError> {
    let (by, why) = step.signed()?;
    let mut request = OpenRequest::load(transaction, request, ShownWhen::AtOnce).await?;
    let next = match step.to {
        RequestState::Merged => {
            merge(transaction, &mut request, step.into, &step.decided, &by).await?;
            RequestState::Merged
        }
        to => {
            let today = Date::of_millis(now());
            request.state().moved(to, &request.content().terms, today)?
        }
    };
    let signature = RecordSignature::now(&by, &why);
    request.set_state(transaction, next, signature).await?;
    let request = request.settle(transaction).await?;
    request_file(transaction, request).await
}
