//! `deliveries`: what delivered requests came to, as it was written down, and whether others are told.

use std::collections::BTreeMap;

use barometer_domain::financing::delivery::{
    Deliveries, Delivery, DeliveryReport, PriceCourse, came_within,
};
use barometer_domain::financing::request::Version;
use barometer_domain::ids::{Millis, RequestId};
use barometer_domain::money::Money;
use sqlx::SqliteConnection;

use super::super::{Store, StoreError, StoreReader, now};
use super::documents::{self, RequestDocument};
use super::versions;

#[derive(sqlx::FromRow)]
struct ReportRow {
    request: u32,
    at: Millis,
    actual: i64,
    promised: String,
    measured: String,
}

impl ReportRow {
    fn delivery(self, document: &RequestDocument, versions: &[Version]) -> Delivery {
        let delivered = versions.iter().find(|one| one.state.is_delivered());
        Delivery {
            request: document.id,
            reference: document.content.reference.clone(),
            title: document.content.title.clone(),
            at: delivered.map_or(self.at, |version| version.at),
            price: PriceCourse::of(versions, Money::from_ore(self.actual)),
            promised: self.promised,
            measured: self.measured,
        }
    }
}

/// Writes down what a request came to; what was written before stays.
pub(super) async fn append(
    connection: &mut SqliteConnection,
    request: RequestId,
    report: &DeliveryReport,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO deliveries (request, at, by, actual, promised, measured) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(request.0)
    .bind(now())
    .bind(&report.by)
    .bind(report.actual.ore())
    .bind(&report.promised)
    .bind(&report.measured)
    .execute(connection)
    .await?;
    Ok(())
}

/// What a request came to, by what was written down last.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    document: &RequestDocument,
    versions: &[Version],
) -> Result<Option<Delivery>, StoreError> {
    let row: Option<ReportRow> = sqlx::query_as(
        "SELECT request, at, actual, promised, measured FROM deliveries WHERE request = ? ORDER BY id DESC LIMIT 1",
    )
    .bind(document.id.0)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| row.delivery(document, versions)))
}

/// What all requests came to but those of rehearsals, with whether each is invented; the newest delivery first.
async fn load_all(connection: &mut SqliteConnection) -> Result<Vec<(bool, Delivery)>, StoreError> {
    let rows: Vec<ReportRow> = sqlx::query_as(
        "SELECT request, at, actual, promised, measured FROM deliveries
         WHERE id IN (SELECT max(id) FROM deliveries GROUP BY request)",
    )
    .fetch_all(&mut *connection)
    .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows: BTreeMap<u32, ReportRow> =
        rows.into_iter().map(|row| (row.request, row)).collect();
    let mut versions = versions::load_all(connection).await?;
    let documents = documents::load_all(connection).await?;
    let found = documents.iter().filter_map(|document| {
        let row = rows.remove(&document.id.0)?;
        let versions = versions.remove(&document.id).unwrap_or_default();
        Some((document.fictional, row.delivery(document, &versions)))
    });
    let mut all: Vec<(bool, Delivery)> = found.collect();
    all.sort_by_key(|(_, delivery)| std::cmp::Reverse((delivery.at, delivery.request)));
    Ok(all)
}

async fn is_shown(connection: &mut SqliteConnection) -> Result<bool, StoreError> {
    let shown = sqlx::query_scalar("SELECT shows_deliveries FROM portfolio");
    Ok(shown.fetch_one(connection).await?)
}

/// Within how many percent prices came. What is invented counts only as long as nothing real is delivered.
fn came_within_of(all: &[(bool, Delivery)]) -> Option<u64> {
    let fictional = all.iter().all(|one| one.0);
    let alike = all.iter().filter(|one| one.0 == fictional);
    came_within(alike.map(|(_, delivery)| delivery.price))
}

impl StoreReader {
    /// What delivered requests came to, for the vendor.
    pub async fn deliveries(&self) -> Result<Deliveries, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let all = load_all(&mut transaction).await?;
        Ok(Deliveries {
            came_within: came_within_of(&all),
            is_shown: is_shown(&mut transaction).await?,
            delivered: all.into_iter().map(|one| one.1).collect(),
        })
    }

    /// Within how many percent the last prices came, where the vendor wishes that briefs say so; what is invented is said
    /// in a `fictional` webinar only.
    pub async fn said_accuracy(&self, fictional: bool) -> Result<Option<u64>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        if !is_shown(&mut transaction).await? {
            return Ok(None);
        }
        let mut all = load_all(&mut transaction).await?;
        all.retain(|one| fictional || !one.0);
        Ok(came_within_of(&all))
    }
}

impl Store {
    /// Has briefs say how near the last prices came, or not.
    pub async fn show_deliveries(&self, shown: bool) -> Result<(), StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    sqlx::query("UPDATE portfolio SET shows_deliveries = ?")
                        .bind(shown)
                        .execute(&mut **connection)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}
