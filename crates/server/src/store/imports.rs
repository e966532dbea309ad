//! Requests from a table: what it would change, and all of that or nothing.

use barometer_domain::date::Date;
use barometer_domain::financing::RequestState;
use barometer_domain::financing::import::{
    Import, Mapping, Planned, Rows, Signed as SignedImport, Standing, plan,
};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::{Field, Refusal};
use barometer_sheet::Table;
use sqlx::{Row, SqliteConnection};

use super::course::parse;
use super::requests::{self, NOT_REHEARSED, Signed};
use super::{Store, StoreError, ledger, now};

/// While a file is only looked through, nobody has signed for it yet.
const ANYONE: SignedImport<'_> = SignedImport { by: "-", why: "-" };

impl Store {
    /// What the table would change, by this mapping or else by its headings.
    pub async fn preview_import(
        &self,
        table: Table,
        mapping: Option<Mapping>,
    ) -> Result<Import, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let (preview, _) = planned(&mut transaction, &table, mapping, ANYONE).await?;
        Ok(preview)
    }

    /// Writes down what the table changes, in one transaction, or nothing if a line in it is wrong. Where all that is
    /// wrong is that nobody says why, that is the refusal.
    pub async fn import(
        &self,
        table: Table,
        mapping: Option<Mapping>,
        by: String,
        why: String,
    ) -> Result<Import, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    let signed = SignedImport { by: &by, why: &why };
                    let (import, lines) =
                        planned(connection, &table, mapping.clone(), signed).await?;
                    if import.wrong > 0 {
                        let (reasoned, _) = planned(connection, &table, mapping, ANYONE).await?;
                        return Err(match reasoned.wrong {
                            0 => Field::Reason.wrong(),
                            lines => Refusal::ImportHasErrors { lines },
                        }
                        .into());
                    }
                    let signed = Signed {
                        at: now(),
                        by: &by,
                        why: &why,
                    };
                    for line in lines {
                        write(connection, line, signed).await?;
                    }
                    Ok(Import {
                        applied: true,
                        ..import
                    })
                })
            })
            .await
    }
}

async fn planned(
    connection: &mut SqliteConnection,
    table: &Table,
    mapping: Option<Mapping>,
    signed: SignedImport<'_>,
) -> Result<(Import, Vec<Planned>), StoreError> {
    let mapping = mapping.unwrap_or_else(|| Mapping::guess(&table.headings));
    let existing = standing(connection).await?;
    let rows = Rows {
        rows: &table.rows,
        first: table.first_row,
    };
    let planned = plan(rows, &mapping, &existing, signed, Date::of_millis(now()));
    let lines = planned.iter().map(|planned| planned.line.clone()).collect();
    let import = Import::of(table.headings.clone(), mapping, &table.rows, lines);
    Ok((import, planned))
}

/// All requests but those of rehearsals.
async fn standing(connection: &mut SqliteConnection) -> Result<Vec<Standing>, StoreError> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "SELECT id, state, content FROM requests WHERE {NOT_REHEARSED}"
    )))
    .fetch_all(connection)
    .await?;
    let standing = rows.iter().map(|row| {
        Ok(Standing {
            id: RequestId(row.try_get("id")?),
            state: parse(row.try_get("state")?)?,
            request: serde_json::from_str(row.try_get("content")?)?,
        })
    });
    standing.collect()
}

async fn write(
    connection: &mut SqliteConnection,
    line: Planned,
    signed: Signed<'_>,
) -> Result<(), StoreError> {
    let Some((id, content)) = line.write else {
        return Ok(());
    };
    let Some(id) = id else {
        requests::add(connection, &content, RequestState::Submitted, signed).await?;
        return Ok(());
    };
    let (state, _) = requests::standing(connection, id).await?;
    requests::write(connection, id, state, &content, signed).await?;
    ledger::settle(connection, id).await?;
    ledger::show_anew(connection, id).await
}
