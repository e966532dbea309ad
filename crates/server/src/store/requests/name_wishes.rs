//! What participants wish for their municipalities' names, summed up for the vendor.

use barometer_domain::financing::ledger::NameWish;
use barometer_domain::ids::{MunicipalityCode, RequestId};
use sqlx::SqliteConnection;

use super::super::StoreError;
use super::super::columns::ParsedText;

#[derive(sqlx::FromRow)]
struct NameWishRow {
    municipality: ParsedText<MunicipalityCode>,
    participants: u32,
    wished: u32,
    taken_back: u32,
}

/// The wishes at a request, and at what was merged into it, by municipality; rehearsals have requests of their own.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<NameWish>, StoreError> {
    let rows: Vec<NameWishRow> = sqlx::query_as(
        "WITH RECURSIVE merged (id) AS (
             SELECT ? UNION SELECT r.id FROM requests r JOIN merged m ON r.merged_into = m.id)
         SELECT municipality, count(*) AS participants, coalesce(sum(name_wished = 1), 0) AS wished,
             coalesce(sum(name_wished = 0), 0) AS taken_back
         FROM interests WHERE request IN merged GROUP BY municipality ORDER BY municipality",
    )
    .bind(request.0)
    .fetch_all(connection)
    .await?;
    let wish = |row: NameWishRow| NameWish {
        municipality: row.municipality.0,
        participants: row.participants,
        wished: row.wished,
        taken_back: row.taken_back,
    };
    Ok(rows.into_iter().map(wish).collect())
}
