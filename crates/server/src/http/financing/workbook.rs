//! The living page as an XLSX workbook: requests, municipalities, and for the vendor who pays what.

use barometer_domain::financing::ledger::Ledger;
use barometer_domain::financing::portfolio::Portfolio;
use barometer_domain::municipality;
use barometer_text::export::{ExportColumn, ExportText};
use barometer_text::{Language, states};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, Workbook, Worksheet,
    XlsxError,
};

use super::columns::{COLUMNS, ExportCell, cell};

/// The workbook's bytes; `ledgers` are empty for everybody but the vendor.
pub(super) fn workbook(
    page: &Portfolio,
    ledgers: &[Ledger],
    language: Language,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title(ExportText::Name.say(language));
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(ExportText::Requests.say(language))?;
    requests(sheet, page, language)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(ExportText::Municipalities.say(language))?;
    municipalities(sheet, page, language)?;
    if !ledgers.is_empty() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(ExportText::WhoPays.say(language))?;
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
            write(sheet, (line, at), ExportCell::Text((*text).to_owned()))?;
        }
    }
    for (at, width) in [24.0, 18.0, 12.0, 46.0, 18.0].into_iter().enumerate() {
        sheet.set_column_width(u16::try_from(at).unwrap_or(0), width)?;
    }
    let headings = [
        ExportText::Municipality.say(language),
        ExportText::Region.say(language),
        ExportColumn::Reference.say(language),
        ExportColumn::Title.say(language),
        ExportColumn::State.say(language),
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
    let lines: Vec<[ExportCell; 7]> = settled
        .flat_map(|(row, settlement)| settlement.payers().iter().map(move |payer| (row, payer)))
        .map(|(row, payer)| {
            let name = municipality::by_code(payer.municipality).map_or("", |found| found.name);
            [
                ExportCell::Text(row.reference.clone()),
                ExportCell::Text(row.title.clone()),
                ExportCell::Text(name.to_owned()),
                ExportCell::Kroner(payer.maximum),
                ExportCell::Kroner(payer.share),
                ExportCell::kroner(payer.invoiced.unwrap_or_default()),
                ExportCell::kroner(payer.refund),
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
        ExportColumn::Reference.say(language),
        ExportColumn::Title.say(language),
        ExportText::Municipality.say(language),
        ExportText::Promised.say(language),
        ExportText::Pays.say(language),
        ExportText::Invoiced.say(language),
        ExportText::Refund.say(language),
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

fn write(sheet: &mut Worksheet, (line, at): (u32, u16), cell: ExportCell) -> Result<(), XlsxError> {
    let top = Format::new().set_align(FormatAlign::Top);
    match cell {
        ExportCell::Nothing => {}
        // A string is never a formula in a workbook.
        ExportCell::Text(text) => {
            sheet.write_string_with_format(line, at, text, &top.set_text_wrap())?;
        }
        ExportCell::Number(number) => {
            #[expect(clippy::cast_precision_loss, reason = "counts of municipalities")]
            sheet.write_number_with_format(line, at, number as f64, &top)?;
        }
        ExportCell::Kroner(amount) => {
            #[expect(clippy::cast_precision_loss, reason = "prices are far below 2^53 øre")]
            let kroner = amount.ore() as f64 / 100.0;
            let format = top.set_num_format("#,##0.00");
            sheet.write_number_with_format(line, at, kroner, &format)?;
        }
        ExportCell::Day(day) => {
            let (year, month, date) = day.parts();
            let day = ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or(1970), month, date)?;
            let format = top.set_num_format("yyyy-mm-dd");
            sheet.write_datetime_with_format(line, at, day, &format)?;
        }
    }
    Ok(())
}

fn width(column: ExportColumn) -> f64 {
    match column {
        ExportColumn::Title => 46.0,
        ExportColumn::Sharing
        | ExportColumn::ExtensionReason
        | ExportColumn::Folder
        | ExportColumn::Named => 32.0,
        ExportColumn::Category | ExportColumn::State | ExportColumn::Portal => 22.0,
        ExportColumn::Reference => 12.0,
        _ => 16.0,
    }
}
