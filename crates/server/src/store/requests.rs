//! Requests: one document each, with everything it ever said; and the vendor's steps with them.

use std::collections::BTreeMap;

use barometer_domain::catalogue::RequestText;
use barometer_domain::date::Date;
use barometer_domain::financing::request::{
    Edit, NewRequest, RequestFile, RequestRow, Step, Version, expected_by, late,
};
use barometer_domain::financing::{ChangeRequest, Commitment, PublicSums, RequestState, Sums};
use barometer_domain::ids::{Millis, RequestId};
use barometer_domain::refusal::{Field, Refusal};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::course::{parse, word};
use super::{Store, StoreError, financing, ledger, merging, now, portfolio, series};

/// Requests of rehearsals are copies, and nobody's but theirs.
pub(super) const NOT_REHEARSED: &str = "id NOT IN (
     SELECT request FROM shortlist JOIN webinars w ON w.id = webinar WHERE w.reality = 'rehearsal'
     UNION SELECT request FROM ongoing JOIN webinars w ON w.id = webinar WHERE w.reality = 'rehearsal')";

/// Who changed something, when and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signed<'a> {
    pub(super) at: Millis,
    pub(super) by: &'a str,
    pub(super) why: &'a str,
}

/// What the program does by itself.
pub(super) fn by_itself(at: Millis) -> Signed<'static> {
    Signed {
        at,
        by: "system",
        why: "",
    }
}

impl Store {
    /// All requests but those of rehearsals, by reference.
    pub async fn requests(&self) -> Result<Vec<RequestRow>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let ids: Vec<u32> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
            "SELECT id FROM requests WHERE {NOT_REHEARSED} ORDER BY content ->> 'reference', id"
        )))
        .fetch_all(&mut *transaction)
        .await?;
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            rows.push(row(&mut transaction, RequestId(id)).await?);
        }
        Ok(rows)
    }

    /// These requests, those of them that there are.
    pub async fn rows(&self, ids: Vec<RequestId>) -> Result<Vec<RequestRow>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            match row(&mut transaction, id).await {
                Err(StoreError::Refused(Refusal::UnknownRequest)) => {}
                found => rows.push(found?),
            }
        }
        Ok(rows)
    }

    /// One request with all it ever was.
    pub async fn request(&self, request: RequestId) -> Result<RequestFile, StoreError> {
        file(&mut *self.readers.begin().await?, request).await
    }

    /// A request as people read it now.
    pub async fn request_text(&self, request: RequestId) -> Result<RequestText, StoreError> {
        let mut connection = self.readers.acquire().await?;
        let (_, content) = standing(&mut connection, request).await?;
        Ok(RequestText::of(request, content))
    }

    /// Takes a request in.
    pub async fn take_in(&self, new: NewRequest) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    let by = barometer_domain::financing::ledger::signed(&new.by)?;
                    let request = new.request.checked()?;
                    is_free(connection, &request.reference, None).await?;
                    let signed = Signed {
                        at: now(),
                        by: &by,
                        why: "",
                    };
                    let id = add(connection, &request, RequestState::Submitted, signed).await?;
                    file(connection, id).await
                })
            })
            .await
    }

    /// Writes a request anew.
    pub async fn edit(&self, request: RequestId, edit: Edit) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    let (state, held) = standing(connection, request).await?;
                    if edit.is_stale(&versions_of(connection, request).await?, &held) {
                        return Err(Refusal::StaleEdition.into());
                    }
                    let (by, why) = (edit.by.trim().to_owned(), edit.why.trim().to_owned());
                    let next = held.edited(state, edit, Date::of_millis(now()))?;
                    is_free(connection, &next.reference, Some(request)).await?;
                    let signed = Signed {
                        at: now(),
                        by: &by,
                        why: &why,
                    };
                    write(connection, request, state, &next, signed).await?;
                    ledger::settle(connection, request).await?;
                    ledger::show_anew(connection, request).await?;
                    file(connection, request).await
                })
            })
            .await
    }

    /// Takes a request a step further, or aside.
    pub async fn step(&self, request: RequestId, step: Step) -> Result<RequestFile, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    let (by, why) = step.signed()?;
                    let (state, held) = standing(connection, request).await?;
                    let next = match step.to {
                        RequestState::Merged => {
                            merging::merge(connection, request, step.into, &step.decided, &by)
                                .await?
                        }
                        to => state.moved(to, &held.terms, Date::of_millis(now()))?,
                    };
                    let signed = Signed {
                        at: now(),
                        by: &by,
                        why: &why,
                    };
                    write(connection, request, next, &held, signed).await?;
                    ledger::settle(connection, request).await?;
                    ledger::show_anew(connection, request).await?;
                    file(connection, request).await
                })
            })
            .await
    }
}

/// A reference names one request.
async fn is_free(
    connection: &mut SqliteConnection,
    reference: &str,
    but: Option<RequestId>,
) -> Result<(), StoreError> {
    let taken: Option<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "SELECT 1 FROM requests WHERE content ->> 'reference' = ? AND id <> ? AND {NOT_REHEARSED} LIMIT 1"
    )))
    .bind(reference)
    .bind(but.map_or(0, |id| id.0))
    .fetch_optional(connection)
    .await?;
    match taken {
        Some(_) => Err(Field::RequestReference.wrong().into()),
        None => Ok(()),
    }
}

/// A new request with its first version.
pub(super) async fn add(
    connection: &mut SqliteConnection,
    request: &ChangeRequest,
    state: RequestState,
    signed: Signed<'_>,
) -> Result<RequestId, StoreError> {
    let id: u32 = sqlx::query_scalar("INSERT INTO requests (state) VALUES ('') RETURNING id")
        .fetch_one(&mut *connection)
        .await?;
    write(connection, RequestId(id), state, request, signed).await?;
    Ok(RequestId(id))
}

/// How far a request has come, and what it says.
pub(super) async fn standing(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<(RequestState, ChangeRequest), StoreError> {
    let row = sqlx::query("SELECT state, content FROM requests WHERE id = ?")
        .bind(request.0)
        .fetch_optional(connection)
        .await?
        .ok_or(Refusal::UnknownRequest)?;
    let content = serde_json::from_str(row.try_get("content")?)?;
    Ok((parse(row.try_get("state")?)?, content))
}

/// Writes a request and, if that says something new, the version that it is from now on.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    request: RequestId,
    state: RequestState,
    content: &ChangeRequest,
    signed: Signed<'_>,
) -> Result<(), StoreError> {
    let (state, content) = (word(&state)?, serde_json::to_string(content)?);
    let changed = sqlx::query(
        "UPDATE requests SET state = ?2, content = ?3 WHERE id = ?1 AND (state <> ?2 OR content <> ?3)",
    )
    .bind(request.0)
    .bind(&state)
    .bind(&content)
    .execute(&mut *connection)
    .await?;
    if changed.rows_affected() == 0 {
        return Ok(());
    }
    sqlx::query(
        "INSERT INTO request_versions (request, at, by, why, state, content) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(request.0)
    .bind(signed.at)
    .bind(signed.by)
    .bind(signed.why)
    .bind(&state)
    .bind(&content)
    .execute(&mut *connection)
    .await?;
    portfolio::touch(connection).await
}

/// Everything a request ever was, the first version first; of all requests at once.
pub(super) async fn versions(
    connection: &mut SqliteConnection,
) -> Result<BTreeMap<RequestId, Vec<Version>>, StoreError> {
    let rows = sqlx::query("SELECT * FROM request_versions ORDER BY id")
        .fetch_all(connection)
        .await?;
    let mut versions: BTreeMap<RequestId, Vec<Version>> = BTreeMap::new();
    for row in &rows {
        let request = RequestId(row.try_get("request")?);
        versions.entry(request).or_default().push(version(row)?);
    }
    Ok(versions)
}

fn version(row: &SqliteRow) -> Result<Version, StoreError> {
    Ok(Version {
        at: row.try_get("at")?,
        by: row.try_get("by")?,
        why: row.try_get("why")?,
        state: parse(row.try_get("state")?)?,
        request: serde_json::from_str(row.try_get("content")?)?,
    })
}

/// Everything a request ever was, the first version first.
pub(super) async fn versions_of(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<Vec<Version>, StoreError> {
    let rows = sqlx::query("SELECT * FROM request_versions WHERE request = ? ORDER BY id")
        .bind(request.0)
        .fetch_all(connection)
        .await?;
    rows.iter().map(version).collect()
}

/// A request with all it ever was.
pub(super) async fn file(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<RequestFile, StoreError> {
    let row = row(connection, request).await?;
    let versions = versions_of(connection, request).await?;
    let course = series::course(connection, request, versions.clone()).await?;
    Ok(RequestFile {
        row,
        versions,
        course,
    })
}

async fn row(
    connection: &mut SqliteConnection,
    request: RequestId,
) -> Result<RequestRow, StoreError> {
    let (state, content) = standing(connection, request).await?;
    let commitments: Vec<Commitment> = financing::of_request(connection, request).await?;
    let other = sqlx::query(
        "SELECT fictional, merged_into,
             max((SELECT coalesce(max(at), 0) FROM request_versions v WHERE v.request = requests.id),
                 (SELECT coalesce(max(at), 0) FROM commitment_moves m WHERE m.request = requests.id)) AS changed_at
         FROM requests WHERE id = ?",
    )
    .bind(request.0)
    .fetch_one(connection)
    .await?;
    let (today, fictional) = (Date::of_millis(now()), other.try_get("fictional")?);
    Ok(RequestRow {
        id: request,
        state,
        fictional,
        overdue: !fictional && content.terms.is_overdue(state, today),
        merged_into: other
            .try_get::<Option<u32>, _>("merged_into")?
            .map(RequestId),
        sums: Sums::of(&commitments),
        public_sums: PublicSums::of(&commitments, content.terms.price.likely()),
        funded_by: expected_by(&content.terms, &commitments),
        late: late(&commitments, today),
        changed_at: other.try_get("changed_at")?,
        request: content,
    })
}
