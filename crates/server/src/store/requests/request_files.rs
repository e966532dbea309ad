//! What the vendor reads about requests: rows of the list, and one request with all it ever was.

use barometer_domain::catalogue::RequestText;
use barometer_domain::date::Date;
use barometer_domain::financing::portfolio::History;
use barometer_domain::financing::request::{RequestFile, RequestRow, Version, expected_by, late};
use barometer_domain::financing::{PublicSums, Sums};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::Refusal;
use barometer_domain::series::{self, SeriesPoint};
use sqlx::SqliteConnection;

use super::super::webinar_results::held_webinar;
use super::super::{StoreError, StoreReader, course, now};
use super::open_request::SettledRequest;
use super::{deliveries, documents, moves, versions};

impl StoreReader {
    /// All requests but those of rehearsals, by reference.
    pub async fn requests(&self) -> Result<Vec<RequestRow>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let documents = documents::load_all(&mut transaction).await?;
        let mut rows = Vec::with_capacity(documents.len());
        for document in documents {
            let request = SettledRequest::from_document(&mut transaction, document).await?;
            rows.push(request_row(&mut transaction, request).await?);
        }
        Ok(rows)
    }

    /// These requests, those of them that there are.
    pub async fn request_rows(&self, ids: Vec<RequestId>) -> Result<Vec<RequestRow>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            match SettledRequest::load(&mut transaction, id).await {
                Err(StoreError::Refused(Refusal::UnknownRequest)) => {}
                found => rows.push(request_row(&mut transaction, found?).await?),
            }
        }
        Ok(rows)
    }

    /// One request with all it ever was.
    pub async fn request(&self, request: RequestId) -> Result<RequestFile, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let request = SettledRequest::load(&mut transaction, request).await?;
        request_file(&mut transaction, request).await
    }

    /// A request as people read it now.
    pub async fn request_text(&self, request: RequestId) -> Result<RequestText, StoreError> {
        let mut connection = self.readers.acquire().await?;
        let document = documents::load(&mut connection, request).await?;
        Ok(RequestText::of(request, document.content))
    }
}

/// A request with all it ever was.
pub(super) async fn request_file(
    connection: &mut SqliteConnection,
    request: SettledRequest,
) -> Result<RequestFile, StoreError> {
    let id = request.document.id;
    let versions = versions::load(connection, id).await?;
    let delivery = deliveries::load(connection, &request.document, &versions).await?;
    let row = request_row(connection, request).await?;
    let course = series_points(connection, id, versions.clone()).await?;
    Ok(RequestFile {
        row,
        versions,
        course,
        delivery,
    })
}

async fn request_row(
    connection: &mut SqliteConnection,
    request: SettledRequest,
) -> Result<RequestRow, StoreError> {
    let SettledRequest {
        document,
        commitments,
    } = request;
    let changed_at = sqlx::query_scalar(
        "SELECT max((SELECT coalesce(max(at), 0) FROM request_versions WHERE request = ?1),
             (SELECT coalesce(max(at), 0) FROM commitment_moves WHERE request = ?1))",
    )
    .bind(document.id.0)
    .fetch_one(connection)
    .await?;
    let (today, terms) = (Date::of_millis(now()), &document.content.terms);
    Ok(RequestRow {
        id: document.id,
        state: document.state,
        fictional: document.fictional,
        overdue: !document.fictional && terms.is_overdue(document.state, today),
        merged_into: document.merged_into,
        sums: Sums::of(&commitments),
        public_sums: PublicSums::of(&commitments, terms.price.likely()),
        funded_by: expected_by(terms, &commitments),
        late: late(&commitments, today),
        changed_at,
        request: document.content,
    })
}

/// A request's way along the webinars that put it up or reported on it; `versions` are all it ever was.
async fn series_points(
    connection: &mut SqliteConnection,
    request: RequestId,
    versions: Vec<Version>,
) -> Result<Vec<SeriesPoint>, StoreError> {
    let webinars: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM webinars WHERE reality <> 'rehearsal' AND id IN (
             SELECT webinar FROM shortlist WHERE request = ?1
             UNION SELECT webinar FROM ongoing WHERE request = ?1)",
    )
    .bind(request.0)
    .fetch_all(&mut *connection)
    .await?;
    let mut shown = Vec::with_capacity(webinars.len());
    for webinar in webinars {
        let course = course::load(connection, webinar).await?;
        shown.extend(held_webinar(connection, &course).await?);
    }
    let history = History {
        request,
        versions,
        moves: moves::in_order_of_time(moves::load(connection, request).await?),
    };
    Ok(series::course(&history, &shown, Date::of_millis(now())))
}
