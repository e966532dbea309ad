//! Requests from a file that the vendor brings: a preview, and then all of it or nothing.

use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Query, Request, State};
use barometer_domain::financing::import::{Import, Mapping, signature};
use barometer_domain::refusal::{Refusal, SheetProblem};
use barometer_domain::wire::Problem;
use barometer_sheet::{FILE_LIMIT, Table};
use serde::Deserialize;

use super::error::Error;
use super::vendor::Vendor;
use crate::rooms::Rooms;

/// What is asked of the file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// Which column is what; by the headings, if left out.
    map: Option<String>,
    /// Who imports; needed to apply.
    #[serde(default)]
    by: String,
    /// Why; `import` if left out.
    #[serde(default)]
    why: String,
    /// `true` to write it down.
    apply: Option<String>,
}

impl Asked {
    fn mapping(&self, table: &Table) -> Result<Option<Mapping>, Refusal> {
        let Some(map) = &self.map else {
            return Ok(None);
        };
        let mapping = map.parse::<Mapping>();
        let mapping = mapping.map_err(|error| malformed(&error.to_string()))?;
        if !mapping.fits(table.headings.len()) {
            return Err(malformed("map names a column that the file does not have"));
        }
        Ok(Some(mapping))
    }

    fn applies(&self) -> Result<bool, Refusal> {
        match self.apply.as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(malformed("apply is true or false")),
        }
    }
}

fn malformed(reason: &str) -> Refusal {
    Refusal::Malformed {
        reason: reason.to_owned(),
    }
}

/// What a file would change, line by line; with `apply` it is changed, unless a line is wrong. The same file again
/// changes nothing.
#[utoipa::path(post, path = "/api/v1/vendor/imports",
    params(("map" = Option<String>, Query, description = "`reference:0,title:1`: the columns, from 0, of the fields; \
    by the headings, if left out"), ("by" = Option<String>, Query, description = "who imports; needed to apply"),
    ("why" = Option<String>, Query, description = "why; participants see it where a deadline is extended"),
    ("apply" = Option<bool>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream",
    description = "an XLSX or CSV file of 5 MB at most"),
    responses((status = 200, body = Import), (status = 401, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn post(
    _: Vendor,
    State(rooms): State<Rooms>,
    Query(asked): Query<Asked>,
    file: Request,
) -> Result<Json<Import>, Error> {
    let applies = asked.applies()?;
    let table = table(file).await?;
    let mapping = asked.mapping(&table)?;
    if !applies {
        return Ok(Json(rooms.store().preview_import(table, mapping).await?));
    }
    let (by, why) = signature(&asked.by, &asked.why)?;
    let import = rooms.store().import(table, mapping, by, why).await?;
    rooms.look_again();
    Ok(Json(import))
}

/// Reads the body as a table, away from the threads that answer others.
async fn table(file: Request) -> Result<Table, Refusal> {
    let bytes = to_bytes(file.into_body(), FILE_LIMIT).await;
    let bytes = bytes.map_err(|_| SheetProblem::TooLarge)?;
    let read = tokio::task::spawn_blocking(move || barometer_sheet::read(&bytes));
    let table = read.await.map_err(|error| {
        tracing::error!(%error, "a file could not be read");
        Refusal::Internal
    })?;
    Ok(table?)
}
