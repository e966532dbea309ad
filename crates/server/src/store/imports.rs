//! Requests from a table: what it would change, and all of that or nothing.

use barometer_domain::date::Date;
use barometer_domain::financing::RequestState;
use barometer_domain::financing::import::{
    Brought, Import, ImportChoices, Mapping, Planned, Signed as SignedImport, Standing, plan,
};
use barometer_domain::ids::RequestId;
use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::table::{Table, TableRow};
use barometer_sheet::Sheet;
use sqlx::{Row, SqliteConnection};

use super::course::parse;
use super::requests::{self, NOT_REHEARSED, Signed};
use super::{Store, StoreError, ledger, now};

/// While a file is only looked through, nobody has signed for it yet.
const ANYONE: SignedImport<'_> = SignedImport { by: "-", why: "-" };

/// A file that was read, with the sheet that is meant and what somebody has decided about it.
#[derive(Clone, Debug)]
pub struct BroughtFile {
    sheets: Vec<String>,
    table: Table,
    headings: usize,
    mapping: Mapping,
    choices: ImportChoices,
}

impl BroughtFile {
    /// The sheet that is meant, with its columns by this mapping or else by its headings.
    ///
    /// # Errors
    /// What is wrong with the sheet; [`Refusal::Malformed`] where the mapping names a column that it does not have.
    pub fn of(
        sheets: Vec<Sheet>,
        mapping: Option<Mapping>,
        choices: ImportChoices,
    ) -> Result<Self, Refusal> {
        let known = |headings: &[String]| Mapping::guess(headings).len();
        let names = sheets.iter().map(|sheet| sheet.name.clone());
        let names = names.filter(|name| !name.is_empty()).collect();
        let table = barometer_sheet::choose(sheets, choices.sheet.as_deref(), known)?;
        let headings = table.headings(known).unwrap_or(0);
        let texts = table.rows.get(headings).map(TableRow::texts);
        let texts = texts.unwrap_or_default();
        let mapping = mapping.unwrap_or_else(|| Mapping::guess(&texts));
        if !mapping.fits(texts.len()) {
            return Err(Refusal::Malformed {
                reason: "map names a column that the file does not have".to_owned(),
            });
        }
        Ok(Self {
            sheets: names,
            table,
            headings,
            mapping,
            choices,
        })
    }
}

impl Store {
    /// What the file would change.
    pub async fn preview_import(&self, file: BroughtFile) -> Result<Import, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let (preview, _) = planned(&mut transaction, &file, ANYONE).await?;
        Ok(preview)
    }

    /// Writes down what the file changes, in one transaction, or nothing if a line in it is wrong or asked about. Where
    /// all that is wrong is that nobody says why, that is the refusal.
    pub async fn import(
        &self,
        file: BroughtFile,
        by: String,
        why: String,
    ) -> Result<Import, StoreError> {
        self.writer
            .write(move |connection| {
                Box::pin(async move {
                    let signed = SignedImport { by: &by, why: &why };
                    let (import, lines) = planned(connection, &file, signed).await?;
                    if import.wrong + import.hidden > 0 {
                        let (reasoned, _) = planned(connection, &file, ANYONE).await?;
                        return Err(match reasoned.wrong + reasoned.hidden {
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
    file: &BroughtFile,
    signed: SignedImport<'_>,
) -> Result<(Import, Vec<Planned>), StoreError> {
    let existing = standing(connection).await?;
    let brought = Brought {
        table: &file.table,
        headings: file.headings,
        mapping: &file.mapping,
        choices: &file.choices,
    };
    let planned = plan(brought, &existing, signed, Date::of_millis(now()));
    let lines = planned.iter().map(|planned| planned.line.clone()).collect();
    Ok((Import::of(brought, file.sheets.clone(), lines), planned))
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
