//! Hostile files: each is refused with its own reason or read as far as it goes, and none makes the reader stumble.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::LazyLock;

use barometer_domain::refusal::SheetProblem;
use barometer_sheet::{CELL_LIMIT, COLUMN_LIMIT, FILE_LIMIT, LONGEST_CELL, ROW_LIMIT, Table, read};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

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
    let expected = Table {
        headings: ["Nummer", "Titel", "Pris", "Frist"]
            .map(String::from)
            .into(),
        rows: [
            ["K1", "Ærø & <Øer>", "240000.5", "2026-11-01"],
            ["", "", "", ""],
            ["17", "true", "", ""],
        ]
        .map(|row| row.map(String::from).into())
        .into(),
        first_row: 4,
    };
    assert_eq!(table, expected);
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
    assert_eq!(read(&file).unwrap().headings, ["Nummer"]);
}

#[test]
fn what_a_sheet_says_of_its_own_size_is_not_believed() {
    let cells = text_cell("A1", "Nummer");
    let sheet = format!(
        "<worksheet><dimension ref=\"A1:XFD1048576\"/><cols><col min=\"2\" max=\"4294967295\" hidden=\"1\"/></cols>\
         <sheetData><row r=\"1\" spans=\"1:16384\">{cells}</row></sheetData></worksheet>"
    );
    let texts = "<sst count=\"18446744073709551615\" uniqueCount=\"18446744073709551615\"></sst>";
    let file = workbook(&sheet, texts, ("a", b""));
    assert_eq!(read(&file).unwrap().headings, ["Nummer"]);
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
        ROW_LIMIT as usize
    );
    let columns = "a;".repeat(COLUMN_LIMIT as usize - 1) + &"æ".repeat(LONGEST_CELL);
    let table = read(columns.as_bytes()).unwrap();
    assert_eq!(table.headings.len(), COLUMN_LIMIT as usize);
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
        " ".repeat(1_000_000)
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
            SheetProblem::OpenQuote,
        ),
        (b"a;b\0c", SheetProblem::NotASheet),
        (b"\xff\xfea\0;\0b\0", SheetProblem::NotASheet),
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
            prop_assert!(table.rows.iter().all(|row| row.len() == table.headings.len()));
            prop_assert!(table.rows.last().is_none_or(|row| row.iter().any(|cell| !cell.is_empty())));
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
        prop_assert_eq!(&table.headings, &cells[0]);
        prop_assert_eq!(&table.rows[..], &cells[1..]);
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
