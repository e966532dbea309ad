//! The living page as a file that a spreadsheet opens: the same columns as XLSX and as CSV.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use barometer_domain::date::Date;
use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::own_share::{average_inhabitants, prospective_share};
use barometer_domain::financing::portfolio::{Portfolio, PortfolioRow};
use barometer_domain::financing::{Price, Terms};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::wire::Problem;
use barometer_text::export::{Column, Export};
use barometer_text::{Language, figures, sharing, states};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, Workbook, Worksheet,
    XlsxError,
};

use super::super::articles::{Asked, language};
use super::super::error::Error;
use super::super::vendor::Vendor;
use super::{AsOf, Reader};
use crate::rooms::Rooms;

/// What Excel knows as a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Excel reads a CSV file as UTF-8 only behind this.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The page as a workbook; for the vendor with who pays what.
#[utoipa::path(get, path = "/api/v1/financing.xlsx",
    params(("as_of" = Option<String>, Query, description = "a day, `YYYY-MM-DD`"), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(in super::super) async fn xlsx(
    vendor: Result<Vendor, Error>,
    _: Reader,
    State(rooms): State<Rooms>,
    Query(as_of): Query<AsOf>,
    asked: Query<Asked>,
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
#[utoipa::path(get, path = "/api/v1/financing.csv",
    params(("as_of" = Option<String>, Query, description = "a day, `YYYY-MM-DD`"), ("lang" = Option<String>, Query)),
    responses((status = 200, content_type = "text/csv"), (status = 401, body = Problem),
    (status = 422, body = Problem)))]
pub(in super::super) async fn csv(
    _: Reader,
    State(rooms): State<Rooms>,
    Query(as_of): Query<AsOf>,
    asked: Query<Asked>,
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
        percent_encoded(&name)
    );
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    (headers, file).into_response()
}

/// RFC 8187: everything but letters, digits and a few marks as percent and two digits.
fn percent_encoded(name: &str) -> String {
    let encode = |byte: u8| {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if is_plain {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    name.bytes().map(encode).collect()
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    Nothing,
    Text(String),
    Number(i64),
    Kroner(Money),
    Day(Date),
}

impl Cell {
    fn kroner(amount: Money) -> Self {
        if amount == Money::ZERO {
            Self::Nothing
        } else {
            Self::Kroner(amount)
        }
    }

    fn count(count: u32) -> Self {
        if count == 0 {
            Self::Nothing
        } else {
            Self::Number(count.into())
        }
    }

    fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

const COLUMNS: [Column; 30] = [
    Column::Reference,
    Column::Title,
    Column::Category,
    Column::State,
    Column::Price,
    Column::PriceKind,
    Column::Sharing,
    Column::PlannedFor,
    Column::EachPays,
    Column::Minimum,
    Column::Committed,
    Column::CommittedBy,
    Column::UnderDecision,
    Column::UnderDecisionBy,
    Column::Indicated,
    Column::IndicatedBy,
    Column::InterestedBy,
    Column::Shortfall,
    Column::Missing,
    Column::Deadline,
    Column::Overdue,
    Column::ExtendedFrom,
    Column::ExtensionReason,
    Column::Moved,
    Column::MovedBy,
    Column::National,
    Column::Folder,
    Column::Portal,
    Column::Named,
    Column::ChangedAt,
];

fn cell(column: Column, row: &PortfolioRow, language: Language) -> Cell {
    let (sums, terms) = (&row.sums, &row.terms);
    let text = |text: &str| Cell::Text(text.to_owned());
    let extension = terms.extension.as_ref();
    match column {
        Column::Reference => text(&row.reference),
        Column::Title => text(&row.title),
        Column::Category => text(&row.category),
        Column::State => text(states::request(row.state, language)),
        Column::Price => terms.price.known().map_or(Cell::Nothing, Cell::Kroner),
        Column::PriceKind => text(price_kind(&terms.price).say(language)),
        Column::Sharing => Cell::Text(shared(row, language)),
        Column::PlannedFor => Cell::count(terms.planned_number()),
        Column::EachPays => each_pays(terms).map_or(Cell::Nothing, Cell::kroner),
        Column::Minimum => Cell::count(terms.minimum.unwrap_or_default().into()),
        Column::Committed => Cell::kroner(sums.committed.amount),
        Column::CommittedBy => Cell::count(sums.committed.count),
        Column::UnderDecision => Cell::kroner(sums.under_decision.amount),
        Column::UnderDecisionBy => Cell::count(sums.under_decision.count),
        Column::Indicated => Cell::kroner(sums.indicated.amount),
        Column::IndicatedBy => Cell::count(sums.indicated.count),
        Column::InterestedBy => Cell::count(sums.interested.count),
        Column::Shortfall if terms.price.known().is_none() => Cell::Nothing,
        Column::Shortfall => Cell::Kroner(row.shortfall),
        Column::Missing => Cell::count(row.missing.unwrap_or_default()),
        Column::Deadline => Cell::day(terms.deadline),
        Column::Overdue => flag(row.overdue, language),
        Column::ExtendedFrom => Cell::day(extension.map(|extension| extension.from)),
        Column::ExtensionReason => extension.map_or(Cell::Nothing, |why| text(&why.reason)),
        Column::Moved => Cell::kroner(row.movement.unwrap_or_default().amount),
        Column::MovedBy => match row.movement.unwrap_or_default().municipalities {
            0 => Cell::Nothing,
            more => Cell::Number(more.into()),
        },
        Column::National => flag(row.national, language),
        Column::Folder => text(&row.folder),
        Column::Portal => text(&row.portal),
        Column::Named => Cell::Text(names(row).join(", ")),
        Column::ChangedAt => Cell::Day(Date::of_millis(row.changed_at)),
    }
}

/// "ja", or nothing.
fn flag(is_so: bool, language: Language) -> Cell {
    if is_so {
        Cell::Text(Export::Yes.say(language).to_owned())
    } else {
        Cell::Nothing
    }
}

/// What an average municipality pays when as many as planned share the price.
fn each_pays(terms: &Terms) -> Option<Money> {
    let (price, planned) = (terms.price.known()?, terms.planned_number());
    prospective_share(price, &terms.sharing, average_inhabitants(), planned).ok()
}

fn price_kind(price: &Price) -> Export {
    match price {
        Price::Firm { .. } => Export::Firm,
        Price::Estimate { .. } => Export::Estimate,
        Price::NotAssessed => Export::NotAssessed,
    }
}

fn shared(row: &PortfolioRow, language: Language) -> String {
    let rule = sharing::rule(&row.terms.sharing.rule, language);
    match row.terms.sharing.cap {
        Some(cap) => format!("{rule} (≤ {})", figures::money(language, cap)),
        None => rule,
    }
}

fn names(row: &PortfolioRow) -> Vec<&'static str> {
    let named = row.named.iter();
    named
        .filter_map(|named| municipality::by_code(named.municipality))
        .map(|municipality| municipality.name)
        .collect()
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
fn written(cell: Cell, language: Language) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Text(text) => harmless(text),
        Cell::Kroner(amount) => {
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

fn workbook(
    page: &Portfolio,
    ledgers: &[Ledger],
    language: Language,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title(Export::Name.say(language));
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(Export::Requests.say(language))?;
    requests(sheet, page, language)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(Export::Municipalities.say(language))?;
    municipalities(sheet, page, language)?;
    if !ledgers.is_empty() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(Export::WhoPays.say(language))?;
        who_pays(sheet, page, ledgers, language)?;
    }
    workbook.save_to_buffer()
}

fn requests(sheet: &mut Worksheet, page: &Portfolio, language: Language) -> Result<(), XlsxError> {
    for (at, column) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(at, width(column))?;
        for (line, row) in (1_u32..).zip(&page.rows) {
            write(sheet, (line, at), cell(column, row, language))?;
        }
    }
    let headings = COLUMNS.map(|column| column.say(language));
    table(sheet, &headings, page.rows.len())?;
    sheet.set_freeze_panes(1, 2)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Who is named with what.
fn municipalities(
    sheet: &mut Worksheet,
    page: &Portfolio,
    language: Language,
) -> Result<(), XlsxError> {
    let mut lines = Vec::new();
    for municipality in municipality::all() {
        for row in &page.rows {
            let named = row.named.iter();
            let found = named.filter(|named| named.municipality == municipality.code);
            lines.extend(found.map(|named| {
                [
                    municipality.name,
                    municipality.region,
                    &*row.reference,
                    &*row.title,
                    states::commitment(named.state, language),
                ]
            }));
        }
    }
    for (line, cells) in (1_u32..).zip(&lines) {
        for (at, text) in (0_u16..).zip(cells) {
            write(sheet, (line, at), Cell::Text((*text).to_owned()))?;
        }
    }
    for (at, width) in [24.0, 18.0, 12.0, 46.0, 18.0].into_iter().enumerate() {
        sheet.set_column_width(u16::try_from(at).unwrap_or(0), width)?;
    }
    let headings = [
        Export::Municipality.say(language),
        Export::Region.say(language),
        Column::Reference.say(language),
        Column::Title.say(language),
        Column::State.say(language),
    ];
    table(sheet, &headings, lines.len())?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// What each payer of a covered request pays, was invoiced and gets back.
fn who_pays(
    sheet: &mut Worksheet,
    page: &Portfolio,
    ledgers: &[Ledger],
    language: Language,
) -> Result<(), XlsxError> {
    let settled = page.rows.iter().filter_map(|row| {
        let ledger = ledgers
            .iter()
            .find(|ledger| ledger.request == row.request)?;
        Some((row, ledger.settlement.as_ref()?))
    });
    let lines: Vec<[Cell; 7]> = settled
        .flat_map(|(row, settlement)| settlement.payers().iter().map(move |payer| (row, payer)))
        .map(|(row, payer)| {
            let name = municipality::by_code(payer.municipality).map_or("", |found| found.name);
            [
                Cell::Text(row.reference.clone()),
                Cell::Text(row.title.clone()),
                Cell::Text(name.to_owned()),
                Cell::Kroner(payer.maximum),
                Cell::Kroner(payer.share),
                Cell::kroner(payer.invoiced.unwrap_or_default()),
                Cell::kroner(payer.refund),
            ]
        })
        .collect();
    let count = lines.len();
    for (line, cells) in (1_u32..).zip(lines) {
        for (at, cell) in (0_u16..).zip(cells) {
            write(sheet, (line, at), cell)?;
        }
    }
    for (at, width) in (0_u16..).zip([12.0, 46.0, 24.0, 18.0, 18.0, 18.0, 22.0]) {
        sheet.set_column_width(at, width)?;
    }
    let headings = [
        Column::Reference.say(language),
        Column::Title.say(language),
        Export::Municipality.say(language),
        Export::Promised.say(language),
        Export::Pays.say(language),
        Export::Invoiced.say(language),
        Export::Refund.say(language),
    ];
    table(sheet, &headings, count)?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// Headings with filters above so many lines.
fn table(sheet: &mut Worksheet, headings: &[&str], lines: usize) -> Result<(), XlsxError> {
    let columns: Vec<TableColumn> = headings
        .iter()
        .map(|heading| TableColumn::new().set_header(*heading))
        .collect();
    let last = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(0);
    // A table has at least one line, empty or not.
    let bottom = u32::try_from(lines.max(1)).unwrap_or(u32::MAX);
    sheet.add_table(0, 0, bottom, last, &Table::new().set_columns(&columns))?;
    Ok(())
}

fn write(sheet: &mut Worksheet, (line, at): (u32, u16), cell: Cell) -> Result<(), XlsxError> {
    let top = Format::new().set_align(FormatAlign::Top);
    match cell {
        Cell::Nothing => {}
        // A string is never a formula in a workbook.
        Cell::Text(text) => {
            sheet.write_string_with_format(line, at, text, &top.set_text_wrap())?;
        }
        Cell::Number(number) => {
            #[expect(clippy::cast_precision_loss, reason = "counts of municipalities")]
            sheet.write_number_with_format(line, at, number as f64, &top)?;
        }
        Cell::Kroner(amount) => {
            #[expect(clippy::cast_precision_loss, reason = "prices are far below 2^53 øre")]
            let kroner = amount.ore() as f64 / 100.0;
            let format = top.set_num_format("#,##0.00");
            sheet.write_number_with_format(line, at, kroner, &format)?;
        }
        Cell::Day(day) => {
            let (year, month, date) = day.parts();
            let day = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1970), month, date)?;
            let format = top.set_num_format("yyyy-mm-dd");
            sheet.write_datetime_with_format(line, at, day, &format)?;
        }
    }
    Ok(())
}

fn width(column: Column) -> f64 {
    match column {
        Column::Title => 46.0,
        Column::Sharing | Column::ExtensionReason | Column::Folder | Column::Named => 32.0,
        Column::Category | Column::State | Column::Portal => 22.0,
        Column::Reference => 12.0,
        _ => 16.0,
    }
}

#[cfg(test)]
mod tests {
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
        let kroner = |ore| written(Cell::Kroner(Money::from_ore(ore)), Language::Danish);
        assert_eq!(kroner(24_000_000), "240000,00");
        assert_eq!(kroner(-4_800_005), "-48000,05");
    }

    #[test]
    fn a_name_with_every_letter_fits_into_a_header() {
        assert_eq!(
            percent_encoded("Økonomi – ø.csv"),
            "%C3%98konomi%20%E2%80%93%20%C3%B8.csv"
        );
    }
}
