//! Requests from a file that the vendor brings: a preview, and then all of it or nothing.

use axum::Json;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use barometer_domain::financing::import::{Import, ImportChoices, Mapping, signature};
use barometer_domain::refusal::{Refusal, SheetProblem};
use barometer_domain::wire::Problem;
use barometer_sheet::{FILE_LIMIT, Sheet};
use serde::Deserialize;

use super::error::ApiError;
use super::parameters::ApiQuery;
use super::vendor::LoggedInVendor;
use crate::rooms::Rooms;
use crate::store::TableFile;

/// The most bytes that somebody's choices may take.
const CHOICES_LIMIT: usize = 512 * 1024;

/// What is asked of the file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ImportQuery {
    /// Which column is what; by the headings, if left out.
    map: Option<String>,
    /// How many bytes of choices stand before the file.
    #[serde(default)]
    choices: usize,
    /// Who imports; needed to apply.
    #[serde(default)]
    by: String,
    /// Why; `import` if left out.
    #[serde(default)]
    why: String,
    /// `true` to write it down.
    apply: Option<String>,
}

impl ImportQuery {
    fn mapping(&self) -> Result<Option<Mapping>, Refusal> {
        let mapping = self.map.as_deref().map(str::parse::<Mapping>).transpose();
        mapping.map_err(|error| malformed(&error.to_string()))
    }

    fn applies(&self) -> Result<bool, Refusal> {
        match self.apply.as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(malformed("apply is true or false")),
        }
    }

    /// The choices that stand before the file, and the file.
    fn split(&self, body: &Bytes) -> Result<(ImportChoices, Bytes), Refusal> {
        if self.choices == 0 {
            return Ok((ImportChoices::default(), body.clone()));
        }
        if self.choices > CHOICES_LIMIT || self.choices > body.len() {
            return Err(malformed(
                "choices is how many bytes of the body stand before the file",
            ));
        }
        let choices = serde_json::from_slice(&body[..self.choices]);
        let choices = choices.map_err(|error| malformed(&error.to_string()))?;
        Ok((choices, body.slice(self.choices..)))
    }
}

fn malformed(reason: &str) -> Refusal {
    Refusal::Malformed {
        reason: reason.to_owned(),
    }
}

/// What a file would change, line by line; with `apply` it is changed, unless a line is wrong or asked about. The same
/// file again changes nothing.
#[utoipa::path(post, path = "/vendor/imports",
    params(("map" = Option<String>, Query, description = "`reference:0,title:1`: the columns, from 0, of the fields; \
    by the headings, if left out"), ("choices" = Option<usize>, Query, description = "how many bytes of the body are \
    what somebody has decided about the lines, as JSON (ImportChoices); the file follows"),
    ("by" = Option<String>, Query, description = "who imports; needed to apply"),
    ("why" = Option<String>, Query, description = "why; participants see it where a deadline is extended"),
    ("apply" = Option<bool>, Query)),
    request_body(content = Vec<u8>, content_type = "application/octet-stream",
    description = "an XLSX, ODS or CSV file of 5 MB at most"),
    responses((status = 200, body = Import), (status = 401, body = Problem), (status = 413, body = Problem),
    (status = 422, body = Problem)))]
pub(super) async fn post(
    _: LoggedInVendor,
    State(rooms): State<Rooms>,
    ApiQuery(asked): ApiQuery<ImportQuery>,
    file: Request,
) -> Result<Json<Import>, ApiError> {
    let applies = asked.applies()?;
    let mapping = asked.mapping()?;
    let body = to_bytes(
        file.into_body(),
        FILE_LIMIT + asked.choices.min(CHOICES_LIMIT),
    )
    .await;
    let (choices, bytes) =
        asked.split(&body.map_err(|_| Refusal::from(SheetProblem::TooLarge))?)?;
    let file = TableFile::from_sheets(sheets(bytes).await?, mapping, choices)?;
    if !applies {
        return Ok(Json(rooms.store().preview_import(file).await?));
    }
    let (by, why) = signature(&asked.by, &asked.why)?;
    Ok(Json(rooms.import_requests(file, by, why).await?))
}

/// Reads the sheets, away from the threads that answer others.
async fn sheets(bytes: Bytes) -> Result<Vec<Sheet>, Refusal> {
    let read = tokio::task::spawn_blocking(move || barometer_sheet::read(&bytes));
    let sheets = read.await.map_err(|error| {
        tracing::error!(%error, "a file could not be read");
        Refusal::Internal
    })?;
    Ok(sheets?)
}
