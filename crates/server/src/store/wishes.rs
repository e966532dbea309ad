//! Wishes: each a request that a municipality asked for, and the address under which its sender sees what becomes of it.

use barometer_domain::date::Date;
use barometer_domain::financing::{ChangeRequest, RequestState};
use barometer_domain::ids::{Millis, MunicipalityCode, RequestId};
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::SealedIdentity;
use barometer_domain::wish::{WishContact, WishRow};
use sqlx::SqliteConnection;

use super::columns::{EnumText, ParsedText};
use super::requests::{OpenRequest, RecordSignature, documents, versions};
use super::write_transaction::WriteTransaction;
use super::{Store, StoreError, StoreReader, now};

/// So many wishes wait to be looked at, at most: more than a vendor reads in a month, and a bound for whoever floods it.
const MOST_WAITING: u32 = 300;
/// How long a sender's name and address are kept, in months.
const CONTACT_MONTHS: u32 = 12;

/// A wish as its page hands it over, checked.
#[derive(Clone, Debug)]
pub struct SentWish {
    /// The hash of the secret in the sender's address; the same again changes nothing.
    pub link: [u8; 32],
    /// For which municipality it is sent.
    pub municipality: MunicipalityCode,
    /// What it asks for.
    pub asks: WishContent,
    /// The sender's name and address, sealed.
    pub contact: Option<SealedIdentity>,
}

/// What a wish asks for.
#[derive(Clone, Debug)]
pub enum WishContent {
    /// A request of its own; it gets its reference when it is taken in.
    Own(Box<ChangeRequest>),
    /// The same as a request that is there.
    Same(RequestId),
}

/// What became of a wish that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WishReceipt {
    /// It is taken in, or was before.
    TakenIn,
    /// So many wait to be looked at that there is no room for more.
    TooManyWait,
}

/// What the sender of a wish may know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishStatus {
    /// The request that it became, or that it is for.
    pub request: RequestId,
    /// What was wished for, as it was sent.
    pub title: String,
    /// The title of the request that was there, if the wish is for the same.
    pub same_as: Option<String>,
    /// The title of the request that it became part of.
    pub merged_into: Option<String>,
    /// How far it has come, step by step, each with the day on which it came so far; the last one is how it stands.
    pub steps: Vec<(Date, RequestState)>,
}

impl StoreReader {
    /// What became of the wish of this address; `None` if there is none.
    pub async fn wish_status(&self, link: [u8; 32]) -> Result<Option<WishStatus>, StoreError> {
        status(&mut *self.readers.acquire().await?, link).await
    }

    /// All wishes, the newest first.
    pub async fn wishes(&self) -> Result<Vec<WishRow>, StoreError> {
        let rows: Vec<ListedWish> = sqlx::query_as(
            "SELECT w.link, w.request, r.content ->> 'title' AS title, w.is_same, w.municipality, w.contact, w.sent_on
             FROM wishes w JOIN requests r ON r.id = w.request ORDER BY w.id DESC",
        )
        .fetch_all(&self.readers)
        .await?;
        Ok(rows.into_iter().map(ListedWish::row).collect())
    }
}

impl Store {
    /// Takes a wish in; the same again changes nothing.
    pub async fn send_wish(&self, wish: SentWish) -> Result<WishReceipt, StoreError> {
        self.writer
            .write(move |transaction| Box::pin(async move { take_in(transaction, wish).await }))
            .await
    }
}

/// The row that a sender's name is sealed for: the hash of the secret in its address, as text.
pub fn slot(link: &[u8]) -> String {
    hex::encode(link)
}

/// Deletes names and addresses that were kept long enough by `at`; how many.
pub(super) async fn forget_contacts(
    connection: &mut SqliteConnection,
    at: Millis,
) -> Result<u64, StoreError> {
    let forgotten = sqlx::query(
        "UPDATE wishes SET contact = NULL WHERE contact IS NOT NULL AND date(sent_on, ?) < ?",
    )
    .bind(format!("+{CONTACT_MONTHS} months"))
    .bind(Date::of_millis(at).to_string())
    .execute(connection)
    .await?;
    Ok(forgotten.rows_affected())
}

#[derive(sqlx::FromRow)]
struct ListedWish {
    link: Vec<u8>,
    request: u32,
    title: String,
    is_same: bool,
    municipality: ParsedText<MunicipalityCode>,
    contact: Option<ParsedText<SealedIdentity>>,
    sent_on: String,
}

impl ListedWish {
    fn row(self) -> WishRow {
        let slot = slot(&self.link);
        WishRow {
            request: RequestId(self.request),
            title: self.title,
            is_same: self.is_same,
            municipality: self.municipality.0,
            contact: self.contact.map(|sealed| WishContact {
                slot,
                sealed: sealed.0,
            }),
            sent_on: self.sent_on,
        }
    }
}

async fn take_in(
    transaction: &mut WriteTransaction<'_>,
    wish: SentWish,
) -> Result<WishReceipt, StoreError> {
    let known = sqlx::query("SELECT 1 FROM wishes WHERE link = ?")
        .bind(&wish.link[..])
        .fetch_optional(&mut **transaction)
        .await?;
    if known.is_some() {
        return Ok(WishReceipt::TakenIn);
    }
    let waiting: u32 = sqlx::query_scalar(
        "SELECT count(*) FROM wishes w JOIN requests r ON r.id = w.request WHERE r.state = ?",
    )
    .bind(EnumText(RequestState::Submitted))
    .fetch_one(&mut **transaction)
    .await?;
    if waiting >= MOST_WAITING {
        return Ok(WishReceipt::TooManyWait);
    }
    let (request, title, is_same) = match wish.asks {
        WishContent::Own(content) => {
            let title = content.title.clone();
            let request = new_request(transaction, wish.municipality, *content).await?;
            (request, title, false)
        }
        WishContent::Same(request) => {
            if !documents::is_own(transaction, request).await? {
                return Err(Refusal::UnknownRequest.into());
            }
            let known = documents::load(transaction, request).await?;
            (request, known.content.title, true)
        }
    };
    sqlx::query(
        "INSERT INTO wishes (link, request, is_same, municipality, title, contact, sent_on)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&wish.link[..])
    .bind(request.0)
    .bind(is_same)
    .bind(wish.municipality.to_string())
    .bind(title)
    .bind(wish.contact.as_ref().map(SealedIdentity::as_str))
    .bind(Date::of_millis(now()).to_string())
    .execute(&mut **transaction)
    .await?;
    Ok(WishReceipt::TakenIn)
}

/// The request that a wish becomes: received, under the next free reference `Ø1`, `Ø2` … Where all that is there is
/// invented, it counts as invented too: a real one would take the others off the living page.
async fn new_request(
    transaction: &mut WriteTransaction<'_>,
    municipality: MunicipalityCode,
    mut content: ChangeRequest,
) -> Result<RequestId, StoreError> {
    let asked_by = municipality::by_code(municipality).ok_or(Refusal::UnknownMunicipality)?;
    asked_by.name.clone_into(&mut content.asked_by);
    content.reference = documents::free_reference(transaction, "Ø").await?;
    let content = content.checked()?;
    let among_invented = documents::are_all_fictional(transaction).await?;
    let signature = RecordSignature::now(asked_by.name, "");
    let state = RequestState::Submitted;
    let request =
        OpenRequest::create(transaction, state, content, among_invented, signature).await?;
    let id = request.id();
    request.settle(transaction).await?;
    Ok(id)
}

async fn status(
    connection: &mut SqliteConnection,
    link: [u8; 32],
) -> Result<Option<WishStatus>, StoreError> {
    let found: Option<(u32, bool, String)> =
        sqlx::query_as("SELECT request, is_same, title FROM wishes WHERE link = ?")
            .bind(&link[..])
            .fetch_optional(&mut *connection)
            .await?;
    let Some((request, is_same, title)) = found else {
        return Ok(None);
    };
    let request = RequestId(request);
    let known = documents::load(connection, request).await?;
    let merged_into = match known.merged_into {
        Some(whole) => Some(documents::load(connection, whole).await?.content.title),
        None => None,
    };
    Ok(Some(WishStatus {
        request,
        title,
        same_as: is_same.then_some(known.content.title),
        merged_into,
        steps: versions::steps(connection, request).await?,
    }))
}
