//! Lists of requests that are meant to be misread: each line comes in with what a person sees in it, or is asked about
//! by cell and value.

use std::io::{Cursor, Write};

use barometer_domain::date::Date;
use barometer_domain::financing::ChangeRequest;
use barometer_domain::financing::import::{
    Brought, ImportChoices, ImportOutcome, LeftOut, Mapping, Signed, plan,
};
use barometer_domain::money::Money;
use barometer_domain::table::TableRow;
use barometer_sheet::{choose, read};
use rust_xlsxwriter::{Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What a line comes to: the request it makes, or cells and values that are asked about.
#[derive(Debug, PartialEq)]
enum Line {
    New(Box<ChangeRequest>),
    Asked(Vec<(String, String)>),
    Out(LeftOut),
    Other(ImportOutcome),
}

fn lines(file: &[u8]) -> Vec<Line> {
    let known = |headings: &[String]| Mapping::guess(headings).len();
    let table = choose(read(file).unwrap(), None, known).unwrap();
    let headings = table.headings(known).unwrap_or(0);
    let texts = table.rows.get(headings).map(TableRow::texts);
    let brought = Brought {
        table: &table,
        headings,
        mapping: &Mapping::guess(&texts.unwrap_or_default()),
        choices: &ImportChoices::default(),
    };
    let signed = Signed { by: "-", why: "-" };
    let today: Date = "2026-11-28".parse().unwrap();
    let planned = plan(brought, &[], signed, today).into_iter();
    let line = |outcome, write: Option<(_, ChangeRequest)>| match outcome {
        ImportOutcome::New => Line::New(Box::new(write.unwrap().1)),
        ImportOutcome::Wrong { errors } => {
            let asked = errors.into_iter().map(|error| (error.cell, error.value));
            Line::Asked(asked.collect())
        }
        ImportOutcome::LeftOut { why } => Line::Out(why),
        other => Line::Other(other),
    };
    planned
        .map(|planned| line(planned.line.outcome, planned.write))
        .collect()
}

/// What each line costs, in øre, or the cell and the value that are asked about.
fn prices(file: &[u8]) -> Vec<Result<Option<i64>, String>> {
    let price = |line| match line {
        Line::New(request) => Ok(request.terms.price.known().map(Money::ore)),
        Line::Asked(cells) => {
            let cells = cells.iter().map(|(cell, value)| format!("{cell} {value}"));
            Err(cells.collect::<Vec<_>>().join(", "))
        }
        other => panic!("{other:?}"),
    };
    // What stands above the list is named as left out.
    let lines = lines(file).into_iter();
    let lines = lines.filter(|line| *line != Line::Out(LeftOut::Title));
    lines.map(price).collect()
}

fn asked(cell_and_value: &str) -> Result<Option<i64>, String> {
    Err(cell_and_value.to_owned())
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_part_a_debt_and_another_currency_are_no_price() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, heading) in (0..).zip(["Nr.", "Ønske", "Pris"]) {
        sheet.write(0, at, heading).unwrap();
    }
    let formats = [
        ("0%", 0.25),
        ("0.0 %", 0.255),
        ("[$€-2]\\ #,##0.00", 240_000.0),
        ("#,##0.00;[Red]-#,##0.00", -5_000.0),
        ("_-* #,##0.00\\ [$kr.-406]_-", 240_000.5),
        ("#,##0,", 240_000.0),
        ("0.00E+00", 240_000.0),
    ];
    for (row, (format, value)) in (1..).zip(formats) {
        sheet.write(row, 0, format!("K{row}")).unwrap();
        sheet.write(row, 1, format!("Ønske nummer {row}")).unwrap();
        let format = Format::new().set_num_format(format);
        sheet.write_with_format(row, 2, value, &format).unwrap();
    }
    assert_eq!(
        prices(&book.save_to_buffer().unwrap()),
        [
            asked("C2 25 %"),
            asked("C3 25.5 %"),
            asked("C4 240000 EUR"),
            asked("C5 -5000"),
            Ok(Some(24_000_050)),
            Ok(Some(24_000_000)),
            Ok(Some(24_000_000)),
        ]
    );
}

#[test]
fn an_open_document_that_repeats_says_the_same_each_time_and_asks_about_parts() {
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let number = |kind: &str, value: &str, more: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" office:value=\"{value}\"{more}><text:p>!</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let empty = "<table:table-cell table:number-columns-repeated=\"2\"/>".to_owned();
    let rows = [
        row(&[text("Nr."), empty.clone(), text("Ønske"), text("Pris")]),
        "<table:table-row table:number-rows-repeated=\"30\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>".to_owned(),
        row(&[text("K1"), empty.clone(), text("Første"), number("percentage", "0.5", "")]),
        row(&[text("K2"), empty.clone(), text("Andet"), number("currency", "1200", " office:currency=\"EUR\"")]),
        row(&[text("K3"), empty.clone(), text("Tredje"), number("currency", "1200.5", " office:currency=\"DKK\"")]),
        format!(
            "<table:table-row table:number-rows-repeated=\"2\">{}{empty}{}{}</table:table-row>",
            text("K4"), text("Fjerde"), number("float", "80000", "")
        ),
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>".to_owned(),
    ];
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Ark\">{}</table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    let file = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
    ]);
    let mut lines = lines(&file);
    // The same line twice is about the same request.
    assert_eq!(
        lines.pop(),
        Some(Line::Other(ImportOutcome::Twice { row: 35 }))
    );
    let asked = |cell: &str, value: &str| Line::Asked(vec![(cell.to_owned(), value.to_owned())]);
    assert_eq!(lines[0], asked("E32", "50 %"));
    assert_eq!(lines[1], asked("E33", "1200 EUR"));
    let price = |line: &Line| match line {
        Line::New(request) => request.terms.price.likely().ore(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        lines[2..].iter().map(price).collect::<Vec<_>>(),
        [120_050, 8_000_000]
    );
}

/// Days from 1904, cells without names, text in runs and in line, what is shared and what is not.
#[test]
fn a_workbook_by_hand_is_read_as_a_spreadsheet_shows_it() {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let link = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{relations}/{kind}\" Target=\"{target}\"/>")
    };
    let of = |links: &[String]| format!("<Relationships>{}</Relationships>", links.concat());
    let book = "<workbook><workbookPr date1904=\"true\"/><sheets><sheet name=\"Forside\" r:id=\"c\"/>\
                <sheet name=\"Ønsker\" r:id=\"a\"/></sheets></workbook>";
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    let shared = "<sst><si><t>Nr.</t></si><si><r><t>Øn</t></r><r><t>ske</t></r></si><si><t>Pris</t></si>\
                  <si><t>Frist</t></si><si><t xml:space=\"preserve\"> A_x000D_&#10;B </t></si></sst>";
    let sheet = "<worksheet><sheetData>\
        <row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>\
        <row><c t=\"inlineStr\"><is><r><t>K</t></r><r><t>1</t></r></is></c><c t=\"s\"><v>4</v></c><c><v>2.4E5</v></c><c s=\"1\"><v>44865</v></c></row>\
        <row r=\"9\"><c r=\"C9\" t=\"str\"><f>A1</f><v>80 t.kr.</v></c><c r=\"A9\" t=\"inlineStr\"><is><t>K2</t></is></c><c r=\"B9\" t=\"inlineStr\"><is><t>Andet</t></is></c></row>\
        <row r=\"10\"><c r=\"A10\" t=\"inlineStr\"><is><t>K3</t></is></c><c r=\"B10\" t=\"inlineStr\"><is><t>Tredje</t></is></c><c r=\"C10\" s=\"2\"><v>0.1</v></c></row>\
        </sheetData></worksheet>";
    let cover = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Pris og ønske: se næste ark</t></is></c></row></sheetData></worksheet>";
    let file = archive(&[
        (
            "_rels/.rels",
            &of(&[link("a", "officeDocument", "xl/workbook.xml")]),
        ),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            &of(&[
                link("a", "worksheet", "worksheets/sheet2.xml"),
                link("b", "sharedStrings", "sharedStrings.xml"),
                link("c", "worksheet", "worksheets/sheet1.xml"),
                link("d", "styles", "styles.xml"),
            ]),
        ),
        ("xl/styles.xml", styles),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", cover),
        ("xl/worksheets/sheet2.xml", sheet),
    ]);
    let lines = lines(&file);
    let [Line::New(first), Line::New(second), Line::Asked(third)] = &lines[..] else {
        panic!("{lines:?}")
    };
    assert_eq!(
        (
            &*first.reference,
            &*first.title,
            first.terms.price.likely().ore()
        ),
        ("K1", "A B", 24_000_000)
    );
    assert_eq!(first.terms.deadline.unwrap().to_string(), "2026-11-01");
    assert_eq!(
        (&*second.title, second.terms.price.likely().ore()),
        ("Andet", 8_000_000)
    );
    assert_eq!(third[..], [("C10".to_owned(), "10 %".to_owned())]);
}

#[test]
fn separated_values_in_any_dress_are_the_same_list() {
    let cells = "Nr.;Ønske;Pris\r\nK1;\"Første \"\"ønske\"\"; med\r\nlinje\";240.000,-\r\nK2;\"=2+2\";\"1.200 t.kr.\"\r\n";
    let tabs = "Nr.\tØnske\tPris\r\nK1\t\"Første \"\"ønske\"\"; med\r\nlinje\"\t240.000,-\r\nK2\t=2+2\t1.200 t.kr.\r\n";
    let units = |text: &str| -> Vec<u16> { text.encode_utf16().collect() };
    let little = |text: &str| -> Vec<u8> {
        units(text)
            .iter()
            .flat_map(|unit| unit.to_le_bytes())
            .collect()
    };
    let big = |text: &str| -> Vec<u8> {
        units(text)
            .iter()
            .flat_map(|unit| unit.to_be_bytes())
            .collect()
    };
    let ansi = |text: &str| -> Vec<u8> {
        let byte = |letter: char| u8::try_from(u32::from(letter)).unwrap();
        text.chars().map(byte).collect()
    };
    let decomposed = cells.replace('ø', "o\u{338}");
    for file in [
        cells.as_bytes().to_vec(),
        tabs.as_bytes().to_vec(),
        little(&format!("\u{feff}{cells}")),
        little(&format!("\u{feff}{tabs}")),
        little(cells),
        big(tabs),
        ansi(cells),
        ansi(&format!("sep=;\r\n{cells}")),
        little(&format!("\u{feff}sep=;\r\n{cells}")),
        cells.replace("\r\n", "\r").into_bytes(),
    ] {
        let read = lines(&file);
        let [Line::New(first), Line::New(second)] = &read[..] else {
            panic!("{read:?}")
        };
        assert_eq!(first.title, "Første \"ønske\"; med linje");
        assert_eq!(first.terms.price.likely().ore(), 24_000_000);
        assert_eq!(
            (&*second.title, second.terms.price.likely().ore()),
            ("=2+2", 120_000_000)
        );
    }
    // A stroke that stands beside its letter is not what Unicode composes: it stays, and is no error.
    assert!(matches!(lines(decomposed.as_bytes())[0], Line::New(_)));
}

#[test]
fn headings_in_row_twenty_are_found_below_prose() {
    let prose = "Noget, som nogen skrev, før listen\r\n".repeat(19);
    for delimiter in [";", "\t", ","] {
        let list = ["Nr.|Ønske|Pris", "K1|Første|240000", "K2|Andet|80000"]
            .map(|line| line.replace('|', delimiter))
            .join("\r\n");
        let file = format!("{prose}{list}\r\n");
        assert_eq!(
            prices(file.as_bytes()),
            [Ok(Some(24_000_000)), Ok(Some(8_000_000))],
            "{delimiter:?}"
        );
    }
}

#[test]
fn amounts_that_could_mean_two_things_are_asked_about_with_what_was_typed() {
    let rows = [
        ("-5.000", None),
        ("5.000-", None),
        ("(5.000)", None),
        ("0", None),
        ("25 %", None),
        ("1'250'000", Some(125_000_000)),
        ("1’250’000,50", Some(125_000_050)),
        ("'240.000", Some(24_000_000)),
        ("240.000 EUR", None),
        ("1.2.3", None),
        ("12.5000", None),
        ("\u{a0}240\u{a0}000\u{a0}kr.\u{a0}", Some(24_000_000)),
        ("240000,5", Some(24_000_050)),
        ("1e5", None),
        ("NaN", None),
        ("99999999999999", None),
    ];
    let lines = (1..).zip(rows);
    let lines = lines.map(|(at, (price, _))| format!("K{at};Ønske nummer {at};{price}"));
    let list = lines.collect::<Vec<_>>().join("\r\n");
    let read = prices(format!("Nr.;Ønske;Pris\r\n{list}").as_bytes());
    for (at, ((price, expected), read)) in (2..).zip(rows.into_iter().zip(read)) {
        let expected = expected.map_or_else(
            || asked(&format!("C{at} {}", price.trim())),
            |ore| Ok(Some(ore)),
        );
        assert_eq!(read, expected, "{price}");
    }
}
