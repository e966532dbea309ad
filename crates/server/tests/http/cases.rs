//! Files as people really send them, each read as its README says, from the upload to what is taken in.

use std::fs;
use std::path::Path;

use axum::http::{Method, StatusCode};
use barometer_domain::financing::Price;
use barometer_domain::financing::import::{
    CellProblem, Correction, Import, ImportChoices, ImportField, ImportLine, ImportOutcome, LeftOut,
};
use barometer_domain::financing::request::RequestRow;
use barometer_domain::money::Money;

use crate::app::{App, Browser};

async fn import(
    vendor: &mut Browser<'_>,
    asked: &str,
    choices: &ImportChoices,
    file: &str,
) -> Import {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../sheet/cases")
        .join(file);
    let mut body = serde_json::to_vec(choices).unwrap();
    let path_asked = format!("/vendor/imports?choices={}&{asked}", body.len());
    body.extend(fs::read(path).unwrap());
    let answer = vendor.request(Method::POST, &path_asked, body).await;
    let said = String::from_utf8_lossy(&answer.body);
    assert_eq!(answer.status, StatusCode::OK, "{said}");
    answer.json()
}

fn line<'a>(import: &'a Import, reference: &str) -> &'a ImportLine {
    let mut lines = import.lines.iter();
    lines.find(|line| line.reference == reference).unwrap()
}

/// What is wrong with a line: cell, value and problem.
fn errors<'a>(import: &'a Import, reference: &str) -> Vec<(&'a str, &'a str, &'a CellProblem)> {
    match &line(import, reference).outcome {
        ImportOutcome::Wrong { errors } => errors
            .iter()
            .map(|error| (&*error.cell, &*error.value, &error.problem))
            .collect(),
        other => panic!("{reference}: {other:?}"),
    }
}

fn left_out(import: &Import) -> Vec<(u32, LeftOut)> {
    let lines = import.lines.iter();
    let out = lines.filter_map(|line| match line.outcome {
        ImportOutcome::LeftOut { why } => Some((line.row, why)),
        _ => None,
    });
    out.collect()
}

fn correction(row: u32, field: ImportField, text: &str) -> Correction {
    Correction {
        row,
        field,
        text: text.to_owned(),
    }
}

async fn wishes(vendor: &mut Browser<'_>, prefix: &str) -> Vec<RequestRow> {
    let mut rows: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    rows.retain(|row| row.request.reference.starts_with(prefix));
    rows.sort_by(|one, other| one.request.reference.cmp(&other.request.reference));
    rows
}

fn estimate(low: i64, likely: i64, high: i64) -> Price {
    let [low, likely, high] = [low, likely, high].map(Money::from_kroner);
    Price::Estimate { low, likely, high }
}

#[tokio::test]
async fn forty_wishes_come_out_of_a_workbook_with_a_cover() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let file = "wishes-with-cover.xlsx";
    let mut choices = ImportChoices::default();
    let preview = import(&mut vendor, "", &choices, file).await;
    assert_eq!((&*preview.sheet, preview.heading_row), ("Ønsker", 4));
    assert_eq!(preview.sheets, ["Forside", "Ønsker"]);
    for (field, column) in [
        (ImportField::Reference, Some(0)),
        (ImportField::Title, Some(1)),
        (ImportField::Pitch, Some(2)),
        (ImportField::AskedBy, Some(3)),
        (ImportField::Category, Some(4)),
        (ImportField::Price, Some(5)),
        (ImportField::Benefit, Some(6)),
        (ImportField::National, Some(7)),
        (ImportField::Deadline, Some(8)),
        (ImportField::Minimum, None),
        (ImportField::Folder, None),
    ] {
        assert_eq!(preview.mapping.column(field), column, "{field:?}");
    }
    assert_eq!(
        (
            &*preview.headings[9],
            preview.mapping.to_string().contains(":9")
        ),
        ("Bemærkninger", false)
    );
    let expected = [
        (1, LeftOut::Title),
        (2, LeftOut::Title),
        (5, LeftOut::Group),
        (12, LeftOut::Group),
        (24, LeftOut::Group),
        (33, LeftOut::Group),
        (41, LeftOut::Group),
        (46, LeftOut::Group),
        (55, LeftOut::Sum),
        (57, LeftOut::Note),
    ];
    assert_eq!(left_out(&preview), expected);
    assert_eq!((preview.new, preview.wrong, preview.hidden), (38, 2, 0));
    assert_eq!(
        errors(&preview, "Æ-127"),
        [("I37", "Q1 2027", &CellProblem::Unclear)]
    );
    let [(cell, _, CellProblem::TooLong { letters, most: 500 })] = errors(&preview, "Æ-140")[..]
    else {
        panic!("the long description is cut by nobody")
    };
    assert_eq!((cell, *letters > 500), ("C53", true));
    let alike = line(&preview, "Æ-108").alike.as_deref();
    assert_eq!(alike, Some("Æ-107 Kopiér besøgsplan til afløser"));
    // The demo has some of these names already.
    let alike = line(&preview, "Æ-107").alike.as_deref();
    assert_eq!(alike, Some("I02 Kopiér besøgsplan til afløser"));
    let twins = preview.lines.iter().filter(|line| {
        let other = line.alike.as_deref().unwrap_or_default();
        other.starts_with("Æ-")
    });
    assert_eq!(twins.count(), 1);
    assert_eq!(line(&preview, "Æ-129").formulas, ["B39", "C39"]);

    choices.corrections = vec![
        correction(37, ImportField::Deadline, "31.3.2027"),
        correction(
            53,
            ImportField::Pitch,
            "Automatisk sletning efter 5 år, hvor intet andet gælder.",
        ),
    ];
    let done = import(&mut vendor, "apply=true&by=Ida+Holm", &choices, file).await;
    assert_eq!((done.new, done.applied), (40, true));
    let wishes = wishes(&mut vendor, "Æ-").await;
    assert_eq!(wishes.len(), 40);
    let priced = wishes
        .iter()
        .filter(|row| row.request.terms.price.known().is_some());
    assert_eq!(priced.count(), 38);
    let wish = |number: u32| {
        let reference = format!("Æ-{number}");
        let found = wishes.iter().find(|row| row.request.reference == reference);
        &found.unwrap().request
    };
    let one = |kroner| estimate(kroner, kroner, kroner);
    for (number, price) in [
        (101, one(1_200_000)),
        (102, one(250_000)),
        (103, one(180_000)),
        (104, one(95_000)),
        (105, one(75_000)),
        (106, estimate(150_000, 175_000, 200_000)),
        (107, one(300_000)),
        (109, one(2_400_000)),
        (110, one(80_000)),
        (114, Price::NotAssessed),
        (115, Price::NotAssessed),
        (119, one(350_000)),
        (127, one(3_200_000)),
    ] {
        assert_eq!(wish(number).terms.price, price, "Æ-{number}");
    }
    assert_eq!(
        wish(122).terms.price.known(),
        Some(Money::from_ore(20_550_050))
    );
    let day = |number: u32| {
        wish(number)
            .terms
            .deadline
            .map(|day| day.to_string())
            .unwrap_or_default()
    };
    assert_eq!(
        (day(105), day(107)),
        ("2026-12-01".into(), "2027-04-15".into())
    );
    assert_eq!(day(102), day(103));
    let national = |number: u32| (wish(number).national, &*wish(number).initiative);
    for (number, expected) in [
        (101, (false, "")),
        (102, (true, "FMK")),
        (109, (true, "")),
        (111, (true, "")),
        (127, (true, "Ældreloven")),
        (131, (true, "MedCom")),
    ] {
        assert_eq!(national(number), expected, "Æ-{number}");
    }
    assert_eq!(wish(101).asked_by, "Ringkøbing-Skjern, Lolland");
    assert_eq!(
        wish(129).title,
        "=HYPERLINK(\"http://ond.example\",\"Klik her\")"
    );
    assert_eq!(
        (&*wish(129).pitch, &*wish(129).benefit),
        ("=1+1", "+45 00 00 00 00")
    );
    assert!(
        wishes
            .iter()
            .all(|row| !row.request.pitch.contains("bindende"))
    );

    // What was cut by hand stands in no file: the rest changes nothing the second time.
    let again = import(&mut vendor, "", &choices, file).await;
    assert_eq!(
        (again.new, again.changed, again.same, again.wrong),
        (0, 0, 40, 0)
    );
}

#[tokio::test]
async fn odd_cells_are_cleaned_asked_about_or_named() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let mut choices = ImportChoices::default();
    let preview = import(&mut vendor, "", &choices, "cells.xlsx").await;
    assert_eq!((preview.new, preview.wrong, preview.hidden), (4, 3, 1));
    assert_eq!(line(&preview, "K-2").outcome, ImportOutcome::Hidden);
    let fault = &CellProblem::ErrorValue;
    assert_eq!(errors(&preview, "K-3"), [("B4", "#VÆRDI!", fault)]);
    assert_eq!(errors(&preview, "K-4"), [("E5", "#REF!", fault)]);
    assert_eq!(errors(&preview, "K-5"), [("F6", "#N/A", fault)]);

    let apply = "apply=true&by=Ida+Holm";
    choices.corrections = vec![
        correction(4, ImportField::Title, "Værdien"),
        correction(5, ImportField::Category, ""),
        correction(6, ImportField::Price, "?"),
    ];
    choices.hidden = Some(true);
    let done = import(&mut vendor, apply, &choices, "cells.xlsx").await;
    assert_eq!((done.new, done.applied), (8, true));
    let rows = wishes(&mut vendor, "K-").await;
    let [k1, _, k3, k4, k5, k6, k7, k8] = &rows[..] else {
        panic!("{} rows", rows.len())
    };
    assert_eq!(k1.request.pitch, "Linje et\nlinje to");
    assert_eq!(k1.request.title, "Fælles kalender");
    assert_eq!((&*k3.request.title, &*k4.request.category), ("Værdien", ""));
    let price = |row: &RequestRow| row.request.terms.price.known().map(Money::ore);
    assert_eq!((price(k5), price(k6)), (None, Some(3_571_429)));
    assert_eq!(
        (&*k7.request.title, price(k7)),
        ("Lodret tabulator i teksten", Some(24_000_000))
    );
    assert_eq!(
        (&*k8.request.category, price(k8)),
        ("Område", Some(24_000_000))
    );
}

#[tokio::test]
async fn what_begins_like_a_formula_stays_a_text_in_every_export() {
    let app = App::start().await;
    let mut vendor = app.vendor().await;
    let held: Vec<RequestRow> = vendor.get("/vendor/requests").await.json();
    let known = held
        .iter()
        .find(|row| row.state.is_up_for_decision())
        .unwrap();
    let file = format!(
        "Nummer;Titel\n{};\"=HYPERLINK(\"\"http://ond.example\"\",\"\"Klik her\"\")\"\n",
        known.request.reference
    );
    let path = "/vendor/imports?apply=true&by=Ida+Holm&why=navn";
    let answer = vendor.request(Method::POST, path, file.into_bytes()).await;
    assert_eq!(answer.status, StatusCode::OK);
    for language in ["da", "en"] {
        let csv = vendor
            .get(&format!("/financing.csv?lang={language}"))
            .await
            .body;
        let csv = String::from_utf8(csv).unwrap();
        assert!(csv.contains("'=HYPERLINK"), "{csv}");
        for (at, _) in csv.match_indices("=HYPERLINK") {
            assert_eq!(&csv[at - 1..at], "'");
        }
    }
}
