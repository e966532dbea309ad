//! The living page as a file that a spreadsheet opens: the same columns as XLSX and as CSV.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use barometer_domain::csv_file::{CsvCell, write_csv_file};
use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Problem;
use barometer_text::Language;
use barometer_text::export::ExportText;

use super::super::articles::ReaderLanguage;
use super::super::error::ApiError;
use super::super::parameters::ApiQuery;
use super::super::percent::encoded;
use super::super::reckoned::MayReckon;
use super::super::vendor::LoggedInVendor;
use super::columns::{COLUMNS, ExportCell, cell};
use super::workbook::workbook;
use super::{AsOfQuery, PageReader};
use crate::rooms::Rooms;

/// What Excel knows as a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The page as a workbook; for the vendor with who pays what.
#[utoipa::path(get, path = "/financing.xlsx",
    params(("as_of" = Option<String>, Query, description = "a day, `YYYY-MM-DD`"), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (status = 401, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(in super::super) async fn xlsx(
    vendor: Result<LoggedInVendor, ApiError>,
    _: PageReader,
    _: MayReckon,
    State(rooms): State<Rooms>,
    ApiQuery(as_of): ApiQuery<AsOfQuery>,
    ReaderLanguage(language): ReaderLanguage,
) -> Result<Response, ApiError> {
    let page = rooms.store().portfolio(as_of.day()?).await?;
    let mut ledgers = Vec::new();
    if vendor.is_ok() && page.as_of.is_none() {
        ledgers = rooms.store().ledgers().await?;
    }
    let file = workbook(&page, &ledgers, language).map_err(|error| {
        tracing::error!(%error, "the page of financing could not be made into a workbook");
        Refusal::Internal
    })?;
    Ok(download(XLSX, "xlsx", language, file))
}

/// The page as separated values, the way a Danish Excel opens them.
#[utoipa::path(get, path = "/financing.csv",
    params(("as_of" = Option<String>, Query, description = "a day, `YYYY-MM-DD`"), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "text/csv"), (status = 401, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub(in super::super) async fn csv(
    _: PageReader,
    _: MayReckon,
    State(rooms): State<Rooms>,
    ApiQuery(as_of): ApiQuery<AsOfQuery>,
    ReaderLanguage(language): ReaderLanguage,
) -> Result<Response, ApiError> {
    let page = rooms.store().portfolio(as_of.day()?).await?;
    let file = csv_file(&page, language).into_bytes();
    Ok(download("text/csv; charset=utf-8", "csv", language, file))
}

fn download(kind: &'static str, ending: &str, language: Language, file: Vec<u8>) -> Response {
    let name = format!("{}.{ending}", ExportText::Name.say(language));
    // RFC 6266: a plain name for those who do not know the other, which carries every letter.
    let disposition = format!(
        "attachment; filename=\"barometer.{ending}\"; filename*=UTF-8''{}",
        encoded(&name)
    );
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, file).into_response()
}

fn csv_file(page: &Portfolio, language: Language) -> String {
    let headings = COLUMNS.map(|column| CsvCell::from(column.say(language)));
    let rows = page.rows.iter();
    let rows =
        rows.map(|row| COLUMNS.map(|column| csv_cell(cell(column, row, language), language)));
    write_csv_file(std::iter::once(headings).chain(rows))
}

/// A cell as text: kroner with two decimals the reader's way.
fn csv_cell(cell: ExportCell, language: Language) -> CsvCell<'static> {
    match cell {
        ExportCell::Nothing => "".into(),
        ExportCell::Number(number) => CsvCell::Number(number.to_string()),
        ExportCell::Day(day) => day.to_string().into(),
        ExportCell::Text(text) => text.into(),
        ExportCell::Kroner(amount) => {
            let (ore, point) = (amount.ore(), language.decimal_point());
            let sign = if ore < 0 { "-" } else { "" };
            let ore = ore.unsigned_abs();
            CsvCell::Number(format!("{sign}{}{point}{:02}", ore / 100, ore % 100))
        }
    }
}

#[cfg(test)]
mod tests {
    use barometer_domain::money::Money;

    use super::*;

    #[test]
    fn kroner_have_two_decimals_and_a_sign_of_their_own() {
        let kroner = |ore| csv_cell(ExportCell::Kroner(Money::from_ore(ore)), Language::Danish);
        let number = |text: &str| CsvCell::Number(text.to_owned());
        assert_eq!(kroner(24_000_000), number("240000,00"));
        assert_eq!(kroner(-4_800_005), number("-48000,05"));
    }
}
