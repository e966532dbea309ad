//! Requests from a table: what it would change, and all of that or nothing.

use barometer_domain::date::Date;
use barometer_domain::financing::RequestState;
use barometer_domain::financing::import::{
    Brought, Import, ImportChoices, Mapping, Planned, Signed as ImportSignature, Standing, plan,
};
use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::table::{Table, TableRow};
use barometer_sheet::Sheet;
use sqlx::SqliteConnection;

use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{Store, StoreError, StoreReader, now};
use super::documents;
use super::open_request::OpenRequest;
use super::versions::RecordSignature;

/// While a file is only looked through, nobody has signed for it yet.
const ANYONE: ImportSignature<'_> = ImportSignature { by: "-", why: "-" };

/// A file that was read, with the sheet that is meant and what somebody has decided about it.
#[derive(Clone, Debug)]
pub struct TableFile {
    sheets: Vec<String>,
    table: Table,
    headings: usize,
    mapping: Mapping,
    choices: ImportChoices,
}

impl TableFile {
    /// The sheet that is meant, with its columns by this mapping or else by its headings.
    ///
    /// # Errors
    /// What is wrong with the sheet; [`Refusal::Malformed`] where the mapping names a column that it does not have.
    pub fn from_sheets(
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

impl StoreReader {
    /// What the file would change.
    pub async fn preview_import(&self, file: TableFile) -> Result<Import, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let (preview, _) = planned(&mut transaction, &file, ANYONE).await?;
        Ok(preview)
    }
}

impl Store {
    /// Writes down what the file changes, in one transaction, or nothing if a line in it is wrong or asked about. Where
    /// all that is wrong is that nobody says why, that is the refusal.
    pub async fn import_requests(
        &self,
        file: TableFile,
        by: String,
        why: String,
    ) -> Result<Import, StoreError> {
        self.writer
            .write(move |transaction| {
                Box::pin(async move { import(transaction, &file, &by, &why).await })
            })
            .await
    }
}

async fn import(
    transaction: &mut WriteTransaction<'_>,
    file: &TableFile,
    by: &str,
    why: &str,
) -> Result<Import, StoreError> {
    let (import, lines) = planned(transaction, file, ImportSignature { by, why }).await?;
    if import.wrong + import.hidden > 0 {
        let (reasoned, _) = planned(transaction, file, ANYONE).await?;
        return Err(match reasoned.wrong + reasoned.hidden {
            0 => Field::Reason.wrong(),
            lines => Refusal::ImportHasErrors { lines },
        }
        .into());
    }
    let signature = RecordSignature::now(by, why);
    for line in lines {
        write(transaction, line, signature).await?;
    }
    Ok(Import {
        applied: true,
        ..import
    })
}

async fn planned(
    connection: &mut SqliteConnection,
    file: &TableFile,
    signed: ImportSignature<'_>,
) -> Result<(Import, Vec<Planned>), StoreError> {
    let existing = documents::load_all(connection).await?;
    let existing: Vec<Standing> = existing
        .into_iter()
        .map(|document| Standing {
            id: document.id,
            state: document.state,
            request: document.content,
        })
        .collect();
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

async fn write(
    transaction: &mut WriteTransaction<'_>,
    line: Planned,
    signature: RecordSignature<'_>,
) -> Result<(), StoreError> {
    let Some((id, content)) = line.write else {
        return Ok(());
    };
    let Some(id) = id else {
        let state = RequestState::Submitted;
        OpenRequest::create(transaction, state, content, false, signature).await?;
        return Ok(());
    };
    let mut request = OpenRequest::load(transaction, id, ShownWhen::AtOnce).await?;
    request.set_content(transaction, content, signature).await?;
    request.settle(transaction).await?;
    Ok(())
}
