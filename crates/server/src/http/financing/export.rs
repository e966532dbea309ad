//! The living page as a file that a spreadsheet opens: the same columns as XLSX and as CSV.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Problem;
use barometer_text::Language;
use barometer_text::export::Export;

use super::super::articles::{LanguageQuery, language};
use super::super::error::Error;
use super::super::percent::encoded;
use super::super::vendor::LoggedInVendor;
use super::columns::{COLUMNS, ExportCell, cell};
use super::workbook::workbook;
use super::{AsOfQuery, PageReader};
use crate::rooms::Rooms;

/// What Excel knows as a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Excel reads a CSV file as UTF-8 only behind this.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The page as a workbook; for the vendor with who pays what.
#[utoipa::path(get, path = "/financing.xlsx",
    params(("as_of" = Option<String>, Query, description = "a day, `YYYY-MM-DD`"), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(in super::super) async fn xlsx(
    vendor: Result<LoggedInVendor, Error>,
    _: PageReader,
    State(rooms): State<Rooms>,
    Query(as_of): Query<AsOfQuery>,
    asked: Query<LanguageQuery>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let language = language(&asked, &headers);
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
    (status = 422, body = Problem)))]
pub(in super::super) async fn csv(
    _: PageReader,
    State(rooms): State<Rooms>,
    Query(as_of): Query<AsOfQuery>,
    asked: Query<LanguageQuery>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let language = language(&asked, &headers);
    let page = rooms.store().portfolio(as_of.day()?).await?;
    let file = separated(&page, language).into_bytes();
    Ok(download("text/csv; charset=utf-8", "csv", language, file))
}

fn download(kind: &'static str, ending: &str, language: Language, file: Vec<u8>) -> Response {
    let name = format!("{}.{ending}", Export::Name.say(language));
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

fn separated(page: &Portfolio, language: Language) -> String {
    let mut file = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let headings = COLUMNS.map(|column| column.say(language).to_owned());
    let rows = page.rows.iter();
    let rows = rows.map(|row| COLUMNS.map(|column| written(cell(column, row, language), language)));
    for record in std::iter::once(headings).chain(rows) {
        // Writing to memory cannot fail, and every record has as many fields.
        let _ = file.write_record(record);
    }
    let bytes = file.into_inner().unwrap_or_default();
    BYTE_ORDER_MARK.to_owned() + &String::from_utf8_lossy(&bytes)
}

/// A cell as text: kroner with two decimals the reader's way, and nothing that a spreadsheet would reckon with.
fn written(cell: ExportCell, language: Language) -> String {
    match cell {
        ExportCell::Nothing => String::new(),
        ExportCell::Number(number) => number.to_string(),
        ExportCell::Day(day) => day.to_string(),
        ExportCell::Text(text) => harmless(text),
        ExportCell::Kroner(amount) => {
            let (ore, point) = (amount.ore(), language.decimal_point());
            let sign = if ore < 0 { "-" } else { "" };
            let ore = ore.unsigned_abs();
            format!("{sign}{}{point}{:02}", ore / 100, ore % 100)
        }
    }
}

/// A text that begins like a formula gets an apostrophe before it, which makes it text (OWASP, "CSV Injection").
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use barometer_domain::money::Money;

    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1+1", "+45", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(text.into()), format!("'{text}"));
        }
        assert_eq!(harmless("Ærø – 1=1".into()), "Ærø – 1=1");
    }

    #[test]
    fn kroner_have_two_decimals_and_a_sign_of_their_own() {
        let kroner = |ore| written(ExportCell::Kroner(Money::from_ore(ore)), Language::Danish);
        assert_eq!(kroner(24_000_000), "240000,00");
        assert_eq!(kroner(-4_800_005), "-48000,05");
    }
}
