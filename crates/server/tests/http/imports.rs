//! Requests from a file: a preview line by line, then all of it or nothing, and the same file again changes nothing.

use std::fs;
use std::path::Path;

use axum::http::{Method, StatusCode};
use barometer_domain::financing::import::{
    CellError, CellProblem, FieldChange, Import, ImportField, ImportOutcome,
};
use barometer_domain::financing::request::{RequestFile, RequestRow};
use barometer_domain::refusal::{Refusal, SheetProblem};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

use crate::app::{Answer, App, Browser};

/// 40 invented wishes; row 13 has no title, row 24 no price that is one, and row 35 the number of row 32.
const WISHES: &str = include_str!("../../../../tests/e2e/fixtures/wishes.csv");
const APPLY: &str = "apply=true&by=Ida+Holm";

/// The fields that the export has a column for.
const EXPORTED: [ImportField; 10] = [
    ImportField::Reference,
    ImportField::Title,
    ImportField::Category,
    ImportField::Price,
    ImportField::Firm,
    ImportField::Minimum,
    ImportField::Deadline,
    ImportField::National,
    ImportField::Folder,
    ImportField::Portal,
];

/// The same without its three errors.
fn corrected() -> String {
    let titled = WISHES.replace("Ø12;;", "Ø12;Ferieplan, der taler med vagtplanen;");
    let priced = titled.replace(";gratis;", ";115.000;");
    let named = priced.replace("Ø31;Aftaler", "Ø34;Aftaler");
    assert_eq!(named.matches("Ø31").count(), 1);
    named
}

async fn send(vendor: &mut Browser<'_>, asked: &str, file: impl Into<Vec<u8>>) -> Answer {
    let path = format!("/vendor/imports?{asked}");
    vendor.request(Method::POST, &path, file.into()).await
}

async fn import(vendor: &mut Browser<'_>, asked: &str, file: impl Into<Vec<u8>>) -> Import {
    let answer = send(vendor, asked, file).await;
    let said = String::from_utf8_lossy(&answer.body);
    assert_eq!(answer.status, StatusCode::OK, "{said}");
    answer.json()
}

async fn rows(vendor: &mut Browser<'_>) -> Vec<RequestRow> {
    vendor.get("/vendor/requests").await.json()
}

/// How many versions all requests have together.
async fn versions(vendor: &mut Browser<'_>) -> usize {
    let mut versions = 0;
    for row in rows(vendor).await {
        let path = format!("/vendor/requests/{}", row.id.0);
        let file: RequestFile = vendor.get(&path).await.json();
        versions += file.versions.len();
    }
    versions
}

/// New, changed, same and wrong.
fn counts(import: &Import) -> [u32; 4] {
    [import.new, import.changed, import.same, import.wrong]
}

/// The table as a workbook, its prices as numbers.
fn workbook(table: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(table.trim_start_matches('\u{feff}').lines()) {
        for (column, cell) in (0..).zip(line.split(';')) {
            match cell.replace('.', "").parse::<f64>() {
                Ok(number) if column != 9 => sheet.write(row, column, number).unwrap(),
                _ => sheet.write(row, column, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[tokio::test]
async fn a_preview_tells_what_is_wrong_on_which_line_and_writes_nothing() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let before = rows(&mut vendor).await;
    let preview = import(&mut vendor, "", WISHES).await;
    assert_eq!(counts(&preview), [37, 0, 0, 3]);
    assert!(!preview.applied);
    assert_eq!((preview.lines.len(), preview.sample.len()), (40, 5));
    assert_eq!(preview.mapping.column(ImportField::Price), Some(5));
    let wrong = preview.lines.iter().filter(|line| line.outcome.is_wrong());
    let wrong: Vec<(u32, ImportOutcome)> =
        wrong.map(|line| (line.row, line.outcome.clone())).collect();
    let of = |field, cell: &str, value: &str, problem| ImportOutcome::Wrong {
        errors: vec![CellError {
            field: Some(field),
            cell: cell.into(),
            value: value.into(),
            problem,
        }],
    };
    let expected = [
        (13, of(ImportField::Title, "B13", "", CellProblem::Missing)),
        (
            24,
            of(ImportField::Price, "F24", "gratis", CellProblem::Unclear),
        ),
        (35, ImportOutcome::Twice { row: 32 }),
    ];
    assert_eq!(wrong, expected);
    let refused = send(&mut vendor, APPLY, WISHES).await;
    assert_eq!(refused.refusal(), (422, "import_has_errors".into()));
    assert_eq!(refused.json::<Value>()["lines"], 3);
    assert_eq!(rows(&mut vendor).await, before);
}

#[tokio::test]
async fn a_corrected_file_is_taken_in_and_changes_nothing_the_second_time() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let before = rows(&mut vendor).await.len();
    let first = import(&mut vendor, APPLY, corrected()).await;
    assert_eq!((counts(&first), first.applied), ([40, 0, 0, 0], true));
    let after = rows(&mut vendor).await;
    assert_eq!(after.len(), before + 40);
    let id = after.iter().find(|row| row.request.reference == "Ø24");
    let path = format!("/vendor/requests/{}", id.unwrap().id.0);
    let file: RequestFile = vendor.get(&path).await.json();
    let [version] = &file.versions[..] else {
        panic!("one version: {:?}", file.versions)
    };
    assert_eq!((&*version.by, &*version.why), ("Ida Holm", ""));
    assert_eq!(file.row.request.terms.minimum, Some(3));

    let held = versions(&mut vendor).await;
    let windows: Vec<u8> = corrected()
        .trim_start_matches('\u{feff}')
        .chars()
        .map(|letter| u8::try_from(letter).unwrap_or(b'?'))
        .collect();
    for file in [corrected().into_bytes(), workbook(&corrected()), windows] {
        let again = import(&mut vendor, APPLY, file).await;
        assert_eq!(counts(&again), [0, 0, 40, 0]);
    }
    assert_eq!(rows(&mut vendor).await, after);
    assert_eq!(versions(&mut vendor).await, held);

    let renamed = corrected().replace("Bilbooking i planen", "Bilbooking i ruten");
    let preview = import(&mut vendor, "", renamed.clone()).await;
    assert_eq!(counts(&preview), [0, 1, 39, 0]);
    let changed = ImportOutcome::Changed {
        changes: vec![FieldChange {
            field: ImportField::Title,
            from: "Bilbooking i planen".into(),
            to: "Bilbooking i ruten".into(),
        }],
    };
    assert!(preview.lines.iter().any(|line| line.outcome == changed));
    import(&mut vendor, APPLY, renamed).await;
    assert_eq!(versions(&mut vendor).await, held + 1);
}

#[tokio::test]
async fn the_export_comes_back_without_changing_anything() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let held = rows(&mut vendor).await;
    for path in ["/financing.csv", "/financing.xlsx"] {
        for language in ["da", "en"] {
            let file = vendor.get(&format!("{path}?lang={language}")).await.body;
            let import = import(&mut vendor, APPLY, file).await;
            let lines = u32::try_from(import.lines.len()).unwrap();
            assert_eq!(counts(&import), [0, 0, lines, 0], "{path} {language}");
            assert!(lines > 0);
            let known = ImportField::ALL.into_iter();
            let known = known.filter(|&field| import.mapping.column(field).is_some());
            let known: Vec<ImportField> = known.collect();
            assert_eq!(known, EXPORTED, "{path} {language}");
        }
    }
    assert_eq!(rows(&mut vendor).await, held);
}

#[tokio::test]
async fn columns_are_what_the_vendor_says() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let file = "a;b;c;d\nN1;Fælles kalender;Alt ét sted.;100.000\n";
    let guessed = import(&mut vendor, "", file).await;
    assert_eq!(counts(&guessed), [0, 0, 0, 0], "nothing is known in it");
    let map = "map=reference:0,title:1,pitch:2,price:3";
    let said = import(&mut vendor, map, file).await;
    assert_eq!(counts(&said), [1, 0, 0, 0]);
    assert_eq!(format!("map={}", said.mapping), map);
    for asked in [
        "map=colour:1",
        "map=title:4",
        "map=title:1,title:2",
        "apply=maybe",
    ] {
        let refused = send(&mut vendor, asked, file).await;
        assert_eq!(refused.refusal(), (422, "malformed".into()), "{asked}");
    }
}

#[tokio::test]
async fn a_deadline_that_a_file_extends_has_the_reason_that_is_given() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let file = "Nummer;Frist\nI04;1.2.2099\n";
    let silent = send(&mut vendor, APPLY, file).await;
    assert_eq!(silent.refusal(), (422, "not_filled_in".into()));
    assert_eq!(silent.json::<Value>()["field"], "reason");
    let asked = format!("{APPLY}&why=Byr%C3%A5det+m%C3%B8des+i+januar");
    let done = import(&mut vendor, &asked, file).await;
    let ImportOutcome::Changed { changes } = &done.lines[0].outcome else {
        panic!("{:?}", done.lines[0])
    };
    assert_eq!(
        (changes[0].field, &*changes[0].to),
        (ImportField::Deadline, "2099-02-01")
    );
    let rows = rows(&mut vendor).await;
    let row = rows.iter().find(|row| row.request.reference == "I04");
    let extension = row.unwrap().request.terms.extension.clone();
    assert_eq!(extension.unwrap().reason, "Byrådet mødes i januar");
    let again = import(&mut vendor, &asked, file).await;
    assert_eq!(counts(&again), [0, 0, 1, 0]);
    let earlier = import(&mut vendor, "", "Nummer;Frist\nI04;2098-01-01\n").await;
    assert_eq!(counts(&earlier), [0, 0, 0, 1]);
}

#[tokio::test]
async fn what_is_voted_on_is_left_alone_by_a_file() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    app.presenter().await.opens().await;
    let file = "Nummer;Titel\nK01;Noget andet\n";
    let preview = import(&mut vendor, "", file).await;
    let ImportOutcome::Wrong { errors } = &preview.lines[0].outcome else {
        panic!("{:?}", preview.lines[0])
    };
    let why = Refusal::Locked;
    assert_eq!(errors[0].problem, CellProblem::Refused { why });
}

#[tokio::test]
async fn each_hostile_file_is_refused_for_its_own_reason() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sheet/corpus");
    for file in fs::read_dir(corpus).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let answer = send(&mut vendor, "", fs::read(&path).unwrap()).await;
        if name.starts_with("ok-") {
            assert_eq!(answer.status, StatusCode::OK, "{name}");
            continue;
        }
        assert_eq!(answer.refusal(), (422, "bad_sheet".into()), "{name}");
        let problem = answer.json::<Value>()["problem"].clone();
        let problem: SheetProblem = serde_json::from_value(problem).unwrap();
        let said = format!("{problem:?}");
        let said = said.split(' ').next().unwrap();
        assert!(name.starts_with(&format!("{said}-")), "{name}: {problem:?}");
    }
    let too_large = send(&mut vendor, "", vec![b'a'; 5 * 1024 * 1024 + 1]).await;
    assert_eq!(too_large.refusal(), (413, "bad_sheet".into()));
    assert_eq!(too_large.json::<Value>()["problem"], "too_large");
}

#[tokio::test]
async fn an_import_is_signed_and_the_vendors_alone() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    for asked in ["apply=true", "apply=true&by=+"] {
        let refused = send(&mut vendor, asked, corrected()).await;
        assert_eq!(refused.refusal(), (422, "not_filled_in".into()));
        assert_eq!(refused.json::<Value>()["field"], "by");
    }
    let mut others = [
        app.browser(),
        app.voter("0751").await,
        app.presenter().await,
    ];
    for browser in &mut others {
        for asked in ["", APPLY] {
            let refused = send(browser, asked, corrected()).await;
            assert_eq!(refused.refusal(), (401, "not_vendor".into()));
        }
    }
}
