//! Hostile files: each is refused with its own reason or read as far as it goes, and none makes the reader stumble.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::LazyLock;

use barometer_domain::refusal::SheetProblem;
use barometer_domain::table::{CellKind, Table, TableRow};
use barometer_sheet::{CELL_LIMIT, COLUMN_LIMIT, FILE_LIMIT, LONGEST_CELL, ROW_LIMIT, Sheet};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The first sheet.
fn read(bytes: &[u8]) -> Result<Table, SheetProblem> {
    barometer_sheet::read(bytes)?.remove(0).table
}

fn texts(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(TableRow::texts).collect()
}

/// What stands in a sheet, cell by cell, with its rows' numbers.
fn numbered(table: &Table) -> Vec<(u32, Vec<String>)> {
    table
        .rows
        .iter()
        .map(|row| (row.number, row.texts()))
        .collect()
}

/// An archive of parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook by hand, of one sheet with this XML and these shared texts, and one more part.
fn workbook(sheet: &str, texts: &str, more: (&str, &[u8])) -> Vec<u8> {
    let link = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let top = format!(
        "<Relationships>{}</Relationships>",
        link("a", "officeDocument", "xl/workbook.xml")
    );
    let links = format!(
        "<Relationships>{}{}</Relationships>",
        link("a", "worksheet", "worksheets/sheet1.xml"),
        link("b", "sharedStrings", "sharedStrings.xml")
    );
    let book = "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>";
    archive(&[
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/sharedStrings.xml", texts.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        more,
    ])
}

fn of_cells(cells: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    workbook(&sheet, "<sst/>", ("docProps/app.xml", b""))
}

fn text_cell(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A workbook as Excel would write it: a title above, a blank row, everything a cell can be, and what is hidden.
fn usual() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Tom").unwrap();
    let secret = book.add_worksheet();
    secret.write(0, 0, "skjult").unwrap();
    secret.set_hidden(true);
    let sheet = book.add_worksheet();
    for (at, heading) in ["Nummer", "Titel", "Pris", "Frist", "Intern"]
        .iter()
        .enumerate()
    {
        sheet
            .write(2, u16::try_from(at).unwrap(), *heading)
            .unwrap();
    }
    let day = Format::new().set_num_format("d. mmmm yyyy");
    let date = ExcelDateTime::from_ymd(2026, 11, 1).unwrap();
    sheet.write(3, 0, "K1").unwrap();
    sheet.write(3, 1, "Ærø & <Øer>").unwrap();
    sheet
        .write(3, 2, Formula::new("=1+1").set_result("240000.5"))
        .unwrap();
    sheet.write_with_format(3, 3, date, &day).unwrap();
    sheet.write(3, 4, "hemmelig").unwrap();
    sheet.write(4, 0, "skjult række").unwrap();
    sheet.write(5, 0, 17).unwrap();
    sheet.write(5, 1, true).unwrap();
    sheet.set_row_hidden(4).unwrap();
    sheet.set_column_hidden(4).unwrap();
    book.save_to_buffer().unwrap()
}

/// The usual workbook, written once.
static USUAL: LazyLock<Vec<u8>> = LazyLock::new(usual);

fn refused(file: &[u8]) -> SheetProblem {
    read(file).expect_err("refused")
}

#[test]
fn a_usual_workbook_is_read_as_it_is_seen() {
    let table = read(&USUAL).unwrap();
    let row = |number, cells: [&str; 4]| (number, cells.map(String::from).to_vec());
    let expected = [
        row(3, ["Nummer", "Titel", "Pris", "Frist"]),
        row(4, ["K1", "Ærø & <Øer>", "240000.5", "2026-11-01"]),
        row(5, ["skjult række", "", "", ""]),
        row(6, ["17", "true", "", ""]),
    ];
    assert_eq!(numbered(&table), expected);
    let hidden: Vec<bool> = table.rows.iter().map(|row| row.hidden).collect();
    assert_eq!(hidden, [false, false, true, false]);
    assert_eq!(table.rows[1].cells[2].kind, CellKind::Number);
    assert_eq!(table.rows[1].cells[3].kind, CellKind::Text);
}

#[test]
fn every_sheet_that_can_be_seen_is_offered() {
    let mut book = Workbook::new();
    for (name, cells) in [
        ("Forside", ["Ønsker", "2026"]),
        ("Ark 2", ["Nummer", "Titel"]),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        for (column, cell) in (0..).zip(cells) {
            sheet.write(0, column, cell).unwrap();
        }
    }
    let sheets = barometer_sheet::read(&book.save_to_buffer().unwrap()).unwrap();
    let names: Vec<&str> = sheets.iter().map(|sheet| &*sheet.name).collect();
    assert_eq!(names, ["Forside", "Ark 2"]);
    let known = |cells: &[String]| cells.iter().filter(|cell| *cell == "Titel").count() * 2;
    let chosen = |name| {
        barometer_sheet::choose(sheets.clone(), name, known)
            .unwrap()
            .name
    };
    assert_eq!(chosen(None), "Ark 2");
    assert_eq!(chosen(Some("Forside")), "Forside");
    assert_eq!(chosen(Some("Ark 9")), "Ark 2");
}

#[test]
fn a_sheet_that_is_too_long_does_not_keep_the_others_from_being_read() {
    let mut book = Workbook::new();
    book.add_worksheet()
        .set_name("Opslag")
        .unwrap()
        .write(0, 0, "x".repeat(LONGEST_CELL + 1))
        .unwrap();
    book.add_worksheet().write(0, 0, "Nummer").unwrap();
    let sheets = barometer_sheet::read(&book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheets[0].table, Err(SheetProblem::CellTooLong));
    let chosen = barometer_sheet::choose(sheets, None, |_| 0).unwrap();
    assert_eq!(texts(&chosen), [["Nummer"]]);
}

#[test]
fn errors_formulas_and_merged_cells_are_what_they_are() {
    let cells = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Gruppe</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c><c r=\"B2\"><f>SUM(A1:A9)</f></c>\
        <c r=\"C2\" t=\"str\"><f>\"a\"</f><v>a</v></c></row>\
        <row r=\"3\" ht=\"0\"><c r=\"A3\" t=\"inlineStr\"><is><t>Område</t></is></c><c r=\"B3\"><v>1</v></c></row>\
        <row r=\"4\"><c r=\"B4\"><v>2</v></c></row>";
    let sheet = format!(
        "<worksheet><sheetData>{cells}</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/>\
         <mergeCell ref=\"A3:A1048576\"/><mergeCell ref=\"?\"/></mergeCells></worksheet>"
    );
    let table = read(&workbook(&sheet, "<sst/>", ("a", b""))).unwrap();
    assert_eq!(
        texts(&table),
        [
            ["Gruppe", "", ""],
            ["#REF!", "=SUM(A1:A9)", "a"],
            ["Område", "1", ""],
            ["Område", "2", ""]
        ]
    );
    let kinds: Vec<CellKind> = table.rows[1].cells.iter().map(|cell| cell.kind).collect();
    assert_eq!(kinds, [CellKind::Error, CellKind::Formula, CellKind::Text]);
    assert!(table.rows[0].spans && !table.rows[2].spans && table.rows[2].hidden);
}

/// A spreadsheet of `LibreOffice` by hand, of these tables and automatic styles.
fn open_document(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    archive(&[("mimetype", mimetype), ("content.xml", content.as_bytes())])
}

#[test]
fn an_open_document_is_read_as_it_is_seen() {
    let styles = "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>";
    let text = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let rows = [
        format!("<table:table-row>{}{}{}</table:table-row>", text("Nummer"), text("Titel"), text("Pris")),
        format!(
            "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
             <table:table-row>{}<table:table-cell office:value-type=\"string\"><office:annotation><text:p>kommentar</text:p></office:annotation>\
             <text:p>To<text:s text:c=\"2\"/>ord</text:p><text:p>og <text:span>en linje</text:span></text:p></table:table-cell>\
             <table:table-cell office:value-type=\"currency\" office:value=\"240000.5\"><text:p>240.000,50 kr.</text:p></table:table-cell></table:table-row>",
            text("K1")
        ),
        "<table:table-row table:visibility=\"filter\"><table:table-cell office:value-type=\"float\" office:value=\"17\"/>\
         <table:table-cell table:formula=\"of:=SUM([.A1])\"/><table:table-cell calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2026-11-01\"><text:p>1/11</text:p></table:table-cell></table:table-row>"
            .to_owned(),
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
    ];
    let tables = format!(
        "<table:table table:name=\"Skjult\" table:style-name=\"ta2\"><table:table-row>{}</table:table-row></table:table>\
         <table:table table:name=\"Ønsker\"><table:table-column table:number-columns-repeated=\"3\"/>{}</table:table>",
        text("hemmelig"),
        rows.concat()
    );
    let sheets = barometer_sheet::read(&open_document(styles, &tables)).unwrap();
    let [Sheet { name, table }] = &sheets[..] else {
        panic!("{sheets:?}")
    };
    assert_eq!(name, "Ønsker");
    let table = table.as_ref().unwrap();
    let row = |number, cells: [&str; 4]| (number, cells.map(String::from).to_vec());
    let expected = [
        row(1, ["Nummer", "Titel", "Pris", ""]),
        row(4, ["K1", "To  ord\nog en linje", "240000.5", ""]),
        row(5, ["17", "=SUM([.A1])", "#REF!", "2026-11-01"]),
    ];
    assert_eq!(numbered(table), expected);
    assert!(table.rows[2].hidden && !table.rows[1].hidden);
    let kinds: Vec<CellKind> = table.rows[2].cells.iter().map(|cell| cell.kind).collect();
    assert_eq!(
        kinds,
        [
            CellKind::Number,
            CellKind::Formula,
            CellKind::Error,
            CellKind::Text
        ]
    );
}

#[test]
fn what_an_open_document_repeats_is_not_believed() {
    let repeated = |rows: &str, columns: &str| {
        let table = format!(
            "<table:table><table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell \
             table:number-columns-repeated=\"{columns}\"><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
        );
        refused(&open_document("", &table))
    };
    assert_eq!(repeated("4294967295", "1"), SheetProblem::TooManyRows);
    assert_eq!(repeated("1", "4294967295"), SheetProblem::TooManyColumns);
    assert_eq!(repeated("5000", "60"), SheetProblem::TooManyCells);
    let cut = open_document("", "<table:table><table:table-row>");
    assert_eq!(refused(&cut), SheetProblem::Broken);
}

#[test]
fn a_workbook_with_macros_is_read_without_them() {
    let sheet = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        text_cell("A1", "Nummer")
    );
    let file = workbook(
        &sheet,
        "<sst/>",
        ("xl/vbaProject.bin", &[0xd0, 0xcf, 0x11, 0xe0]),
    );
    assert_eq!(texts(&read(&file).unwrap()), [["Nummer"]]);
}

#[test]
fn what_a_sheet_says_of_its_own_size_is_not_believed() {
    let cells = text_cell("A1", "Nummer");
    let sheet = format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><cols><col min=\"2\" max=\"4294967295\" hidden=\"1\"/></cols>\
         <sheetData><row r=\"1\" spans=\"1:16384\">{cells}</row></sheetData></worksheet>"
    );
    let shared = "<sst count=\"18446744073709551615\" uniqueCount=\"18446744073709551615\"></sst>";
    let file = workbook(&sheet, shared, ("a", b""));
    assert_eq!(texts(&read(&file).unwrap()), [["Nummer"]]);
}

#[test]
fn more_than_the_limits_is_refused() {
    let too_large = vec![b'a'; FILE_LIMIT + 1];
    assert_eq!(refused(&too_large), SheetProblem::TooLarge);
    let rows = "a\n".repeat(ROW_LIMIT as usize + 2);
    assert_eq!(refused(rows.as_bytes()), SheetProblem::TooManyRows);
    let columns = "a;".repeat(10_000);
    assert_eq!(refused(columns.as_bytes()), SheetProblem::TooManyColumns);
    let full = ("a;".repeat(COLUMN_LIMIT as usize - 1) + "a\n").repeat(CELL_LIMIT / 60 + 1);
    assert_eq!(refused(full.as_bytes()), SheetProblem::TooManyCells);
    let long = "a".repeat(LONGEST_CELL + 1);
    assert_eq!(refused(long.as_bytes()), SheetProblem::CellTooLong);
    assert_eq!(
        refused(&of_cells(&text_cell("A1", &long))),
        SheetProblem::CellTooLong
    );
    let far = text_cell("A1", "a") + &text_cell("A1048576", "b");
    assert_eq!(refused(&of_cells(&far)), SheetProblem::TooManyRows);
    let wide = text_cell("A1", "a") + &text_cell("XFD1", "b");
    assert_eq!(refused(&of_cells(&wide)), SheetProblem::TooManyColumns);
    let back = text_cell("A4000000000", "a") + &text_cell("A1", "b");
    assert_eq!(refused(&of_cells(&back)), SheetProblem::TooManyRows);
    let names: Vec<String> = (0..1_001).map(|at| format!("{at}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (&**name, &b""[..])).collect();
    assert_eq!(refused(&archive(&parts)), SheetProblem::TooManyParts);
}

#[test]
fn exactly_the_limits_is_read() {
    let rows = "a\n".repeat(ROW_LIMIT as usize + 1);
    assert_eq!(
        read(rows.as_bytes()).unwrap().rows.len(),
        ROW_LIMIT as usize + 1
    );
    let columns = "a;".repeat(COLUMN_LIMIT as usize - 1) + &"æ".repeat(LONGEST_CELL);
    let table = read(columns.as_bytes()).unwrap();
    assert_eq!(table.rows[0].cells.len(), COLUMN_LIMIT as usize);
}

#[test]
fn a_part_that_is_longer_than_it_says_is_refused() {
    let long = format!("<worksheet><sheetData>{}", " ".repeat(300_000));
    let mut file = workbook(&long, "<sst/>", ("a", b""));
    let said = u32::try_from(long.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..file.len() - 4)
        .filter(|&at| file[at..at + 4] == said)
        .collect();
    assert!(!places.is_empty());
    for at in places {
        file[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
    }
    assert_eq!(refused(&file), SheetProblem::Broken);
}

#[test]
fn one_part_named_by_many_sheets_is_not_read_again_and_again() {
    let blank = format!(
        "<worksheet><sheetData>{}</sheetData></worksheet>",
        " ".repeat(4_000_000)
    );
    let sheets = "<sheet name=\"A\" r:id=\"a\"/>".repeat(500);
    let book = format!("<workbook><sheets>{sheets}</sheets></workbook>");
    let link = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"a\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let file = archive(&[
        (
            "_rels/.rels",
            link("officeDocument", "/book.xml").as_bytes(),
        ),
        ("book.xml", book.as_bytes()),
        (
            "_rels/book.xml.rels",
            link("worksheet", "sheet.xml").as_bytes(),
        ),
        ("sheet.xml", blank.as_bytes()),
    ]);
    assert_eq!(refused(&file), SheetProblem::TooMuchInside);
}

#[test]
fn what_is_no_table_is_refused() {
    for (file, problem) in [
        (&b""[..], SheetProblem::Nothing),
        (b"\xef\xbb\xbf \r\n;;\r\n", SheetProblem::Nothing),
        (
            b"Nummer;Titel\nK1;\"aldrig lukket\nK2;b\n",
            SheetProblem::OpenQuote { line: 2 },
        ),
        (b"a;b\0c", SheetProblem::NotASheet),
        (b"\xff\xfea\0;\0b", SheetProblem::NotASheet),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SheetProblem::NotASheet),
        (b"%PDF-1.7\n\x01", SheetProblem::NotASheet),
        (b"PK\x03\x04", SheetProblem::Broken),
        (
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            SheetProblem::Broken,
        ),
    ] {
        assert_eq!(refused(file), problem, "{file:?}");
    }
    assert_eq!(refused(&of_cells("")), SheetProblem::Nothing);
    assert_eq!(
        refused(&archive(&[("content.xml", b"<a/>")])),
        SheetProblem::Broken
    );
    let shared = "<c r=\"A1\" t=\"s\"><v>99999999999999999999</v></c>";
    assert_eq!(refused(&of_cells(shared)), SheetProblem::Broken);
    let entity = "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><worksheet><sheetData/></worksheet>";
    assert_eq!(
        refused(&workbook(entity, "<sst/>", ("a", b""))),
        SheetProblem::Broken
    );
}

#[test]
fn a_workbook_cut_short_anywhere_is_refused() {
    let whole = &*USUAL;
    for end in (2..whole.len()).step_by(97) {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn the_whole_corpus_is_read_or_refused() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let problem = path.file_stem().unwrap().to_str().unwrap();
        let read = read(&fs::read(&path).unwrap());
        let said = match &read {
            Ok(_) => "ok".to_owned(),
            Err(SheetProblem::OpenQuote { .. }) => "OpenQuote".to_owned(),
            Err(problem) => format!("{problem:?}"),
        };
        let expected = problem.split('-').next().unwrap();
        assert_eq!(said, expected, "{}", path.display());
        files += 1;
    }
    assert!(files >= 10, "the corpus is there");
}

proptest! {
    #[test]
    fn no_bytes_make_it_stumble(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = read(&bytes);
        let _ = read(&[&b"PK\x03\x04"[..], &bytes].concat());
    }

    #[test]
    fn no_text_makes_it_stumble(text in "[a-c\";,\\t\\r\\nÆø\u{80}-\u{ff} ]{0,80}") {
        if let Ok(table) = read(text.as_bytes()) {
            let width = table.rows[0].cells.len();
            prop_assert!(table.rows.iter().all(|row| row.cells.len() == width && !row.filled().is_empty()));
        }
    }

    #[test]
    fn what_is_written_is_read(
        cells in prop::collection::vec(prop::collection::vec("[a-zæøå\"]([a-zæøå\";,\\n ]{0,6}[a-z])?", 3), 1..8),
    ) {
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(";");
        let file: Vec<String> = cells.iter().map(line).collect();
        let table = read(file.join("\r\n").as_bytes()).unwrap();
        prop_assert_eq!(texts(&table), cells);
    }

    #[test]
    fn no_damage_makes_it_stumble(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut file = USUAL.clone();
        for (at, byte) in damage {
            let at = at.index(file.len());
            file[at] = byte;
        }
        let _ = read(&file);
    }

    #[test]
    fn no_damaged_open_document_makes_it_stumble(
        damage in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&;\"=a-zA-Z0-9: -]"), 1..12),
    ) {
        let mut tables = "<table:table table:name=\"a\"><table:table-column table:visibility=\"collapse\"/><table:table-row \
            table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"9\">\
            <text:p>a<text:s text:c=\"9\"/></text:p></table:table-cell><table:table-cell office:value-type=\"float\" \
            office:value=\"1e9\"/></table:table-row></table:table>".to_owned();
        for (at, letter) in damage {
            let at = at.index(tables.len());
            tables.replace_range(at..=at, &letter);
        }
        let _ = barometer_sheet::read(&open_document("", &tables));
    }

    #[test]
    fn no_damaged_sheet_makes_it_stumble(
        damage in prop::collection::vec((any::<prop::sample::Index>(), "[<>/&;\"=a-zA-Z0-9 ]"), 1..12),
    ) {
        let mut sheet = format!(
            "<worksheet><cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData><row r=\"1\">{}<c r=\"B1\" s=\"1\">\
             <f>1</f><v>46327</v></c><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
            text_cell("A1", "a &amp; &#230;")
        );
        for (at, letter) in damage {
            let at = at.index(sheet.len());
            sheet.replace_range(at..=at, &letter);
        }
        let texts = sheet.replace("worksheet", "sst").replace("row", "si");
        let _ = read(&workbook(&sheet, "<sst><si><t>a</t></si></sst>", ("a", b"")));
        let _ = read(&workbook(&sheet, &texts, ("a", b"")));
    }
}
