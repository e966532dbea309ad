//! What lines come to, and what never changes by importing.

use proptest::prelude::*;

use super::ImportField as F;
use super::*;
use crate::table::{CellKind, TableCell, cell_name};

const HEADINGS: [&str; 15] = [
    "Nummer",
    "Titel",
    "Elevatortale",
    "Gevinst",
    "Kategori",
    "Pris, kr.",
    "Laveste pris",
    "Højeste pris",
    "Fast pris",
    "Mindst kommuner",
    "Frist",
    "Nationalt initiativ",
    "Indmeldt af",
    "Mappehenvisning",
    "Portal",
];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn headings() -> Vec<String> {
    HEADINGS.map(String::from).into()
}

/// The line, its cells by heading.
fn line(cells: &[(&str, &str)]) -> Vec<String> {
    let cell = |heading: &&str| {
        let found = cells.iter().find(|(at, _)| at == heading);
        found.map_or("", |(_, cell)| cell).to_owned()
    };
    HEADINGS.iter().map(cell).collect()
}

fn wish() -> Vec<String> {
    line(&[
        ("Nummer", "W01"),
        ("Titel", "Fælles kalender"),
        ("Elevatortale", "Alle aftaler ét sted."),
        ("Pris, kr.", "100.000"),
    ])
}

/// A table with these headings in row 1; blank rows are none.
fn table_of(headings: &[String], rows: &[Vec<String>]) -> Table {
    let lines = std::iter::once(headings).chain(rows.iter().map(Vec::as_slice));
    let lines = (1..)
        .zip(lines)
        .map(|(number, cells)| TableRow::of(number, cells));
    Table {
        name: String::new(),
        rows: lines
            .filter(|row| row.number == 1 || !row.filled().is_empty())
            .collect(),
    }
}

fn plan_with(table: &Table, choices: &ImportChoices, existing: &[Standing]) -> Vec<Planned> {
    let signed = Signed {
        by: "Ida Holm",
        why: "import",
    };
    let headings = table.headings(|row| Mapping::guess(row).len()).unwrap_or(0);
    let texts = table.rows.get(headings).map(TableRow::texts);
    let brought = Brought {
        table,
        headings,
        mapping: &Mapping::guess(&texts.unwrap_or_default()),
        choices,
    };
    plan(brought, existing, signed, day("2026-01-10"))
}

fn plan_of(rows: &[Vec<String>], existing: &[Standing]) -> Vec<Planned> {
    plan_with(
        &table_of(&headings(), rows),
        &ImportChoices::default(),
        existing,
    )
}

fn outcomes(planned: &[Planned]) -> Vec<ImportOutcome> {
    let outcomes = planned.iter().map(|planned| planned.line.outcome.clone());
    outcomes.collect()
}

/// What stands after these lines are written.
fn written(existing: &[Standing], planned: &[Planned]) -> Vec<Standing> {
    let mut standing = existing.to_vec();
    for (id, request) in planned.iter().filter_map(|planned| planned.write.clone()) {
        match standing.iter_mut().find(|held| Some(held.id) == id) {
            Some(held) => held.request = request,
            None => standing.push(Standing {
                id: RequestId(u32::try_from(standing.len()).unwrap() + 1),
                state: RequestState::Submitted,
                request,
            }),
        }
    }
    standing
}

fn standing(state: RequestState, row: Vec<String>) -> Vec<Standing> {
    let mut standing = written(&[], &plan_of(&[row], &[]));
    standing[0].state = state;
    standing
}

/// The fields that are wrong, each with its cell and what stands there.
fn errors(outcome: &ImportOutcome) -> Vec<(Option<ImportField>, &str, &str)> {
    let ImportOutcome::Wrong { errors } = outcome else {
        return Vec::new();
    };
    errors
        .iter()
        .map(|error| (error.field, &*error.cell, &*error.value))
        .collect()
}

fn refused(why: Refusal) -> ImportOutcome {
    ImportOutcome::Wrong {
        errors: vec![CellError::of_line(why)],
    }
}

fn changed(fields: &[ImportField], outcome: &ImportOutcome) -> bool {
    let ImportOutcome::Changed { changes } = outcome else {
        return false;
    };
    changes
        .iter()
        .map(|change| change.field)
        .eq(fields.iter().copied())
}

#[test]
fn every_heading_is_known_in_danish() {
    let mapping = Mapping::guess(&headings());
    for (at, field) in ImportField::ALL.into_iter().enumerate() {
        assert_eq!(mapping.column(field), Some(at), "{field:?}");
    }
    let shouted: Vec<String> = HEADINGS.map(str::to_uppercase).into();
    assert_eq!(Mapping::guess(&shouted), mapping);
    assert!(mapping.fits(15) && !mapping.fits(14));
}

#[test]
fn a_mapping_is_written_and_read() {
    let mapping = Mapping::guess(&headings());
    assert_eq!(mapping.to_string().parse(), Ok(mapping));
    assert_eq!("title:3".parse::<Mapping>().unwrap().to_string(), "title:3");
    for text in [
        "title",
        "title:x",
        "title:999",
        "colour:1",
        "title:1,title:2",
    ] {
        assert!(text.parse::<Mapping>().is_err(), "{text}");
    }
    for field in ImportField::ALL {
        assert_eq!(serde_json::to_value(field).unwrap(), field.name());
    }
}

#[test]
fn a_price_alone_is_an_estimate_unless_it_is_said_to_be_firm() {
    let price = |cells: &[(&str, &str)]| {
        let mut row = wish();
        for (at, cell) in line(cells)
            .into_iter()
            .enumerate()
            .filter(|(_, c)| !c.is_empty())
        {
            row[at] = cell;
        }
        standing(RequestState::Submitted, row)[0]
            .request
            .terms
            .price
    };
    let kroner = Money::from_kroner;
    let estimate = |low, likely, high| Price::Estimate {
        low: kroner(low),
        likely: kroner(likely),
        high: kroner(high),
    };
    assert_eq!(price(&[]), estimate(100_000, 100_000, 100_000));
    let some = [
        ("Laveste pris", "80000"),
        ("Højeste pris", "kr. 140.000,00"),
    ];
    assert_eq!(price(&some), estimate(80_000, 100_000, 140_000));
    for word in ["ja", "Fast", "firm", "sand", "X"] {
        let firm = Price::Firm {
            amount: kroner(100_000),
        };
        assert_eq!(price(&[("Fast pris", word)]), firm, "{word}");
    }
    assert_eq!(
        price(&[("Fast pris", "et overslag")]),
        estimate(100_000, 100_000, 100_000)
    );
}

#[test]
fn a_price_is_read_as_people_write_it_and_may_be_missing() {
    let price = |text: &str| {
        let mut row = wish();
        row[5] = text.into();
        let planned = plan_of(&[row], &[]);
        let (_, request) = planned[0].write.clone()?;
        Some(request.terms.price)
    };
    let kroner = Money::from_kroner;
    for unknown in ["", "?", "ikke vurderet"] {
        assert_eq!(price(unknown), Some(Price::NotAssessed), "{unknown}");
    }
    let between = Price::Estimate {
        low: kroner(150_000),
        likely: kroner(175_000),
        high: kroner(200_000),
    };
    assert_eq!(price("150-200.000"), Some(between));
    let about = Price::Estimate {
        low: kroner(180_000),
        likely: kroner(180_000),
        high: kroner(180_000),
    };
    assert_eq!(price("ca. 180.000"), Some(about));
    assert_eq!(price("gratis"), None);
    let mut firm = line(&[("Fast pris", "ja"), ("Nummer", "W01"), ("Titel", "T")]);
    firm[2] = "Kort".into();
    let planned = outcomes(&plan_of(&[firm], &[]));
    assert_eq!(errors(&planned[0]), [(Some(ImportField::Price), "F2", "")]);
}

#[test]
fn what_is_no_longer_assessed_loses_its_price_and_nothing_else() {
    let held = standing(RequestState::Submitted, wish());
    let unknown = line(&[("Nummer", "W01"), ("Pris, kr.", "ikke vurderet")]);
    let planned = plan_of(&[unknown], &held);
    let after = written(&held, &planned);
    assert_eq!(after[0].request.terms.price, Price::NotAssessed);
    assert_eq!(after[0].request.title, held[0].request.title);
}

#[test]
fn an_empty_cell_leaves_what_stands() {
    let mut full = wish();
    full[3] = "Færre opkald".into();
    full[6] = "80000".into();
    full[11] = "ja".into();
    let held = standing(RequestState::Submitted, full);
    let only_title = line(&[("Nummer", "W01"), ("Titel", "Ny titel")]);
    let planned = plan_of(&[only_title], &held);
    assert!(changed(&[ImportField::Title], &planned[0].line.outcome));
    let after = written(&held, &planned);
    assert_eq!(after[0].request.benefit, "Færre opkald");
    assert_eq!(after[0].request.terms, held[0].request.terms);
    assert!(after[0].request.national);
}

#[test]
fn a_price_that_rises_takes_its_bounds_along() {
    let mut row = wish();
    (row[6], row[7]) = ("80000".into(), "140000".into());
    let held = standing(RequestState::Submitted, row);
    let dearer = line(&[("Nummer", "W01"), ("Pris, kr.", "200000")]);
    let planned = plan_of(&[dearer], &held);
    let fields = [ImportField::Price, ImportField::PriceHigh];
    assert!(changed(&fields, &planned[0].line.outcome));
    let ImportOutcome::Changed { changes } = &planned[0].line.outcome else {
        unreachable!()
    };
    let told = (changes[0].from.as_str(), changes[0].to.as_str());
    assert_eq!(told, ("100000", "200000"));
}

#[test]
fn each_error_names_its_field_its_cell_and_what_stands_there() {
    let with = |at: usize, cell: &str| {
        let mut row = wish();
        row[at] = cell.into();
        plan_of(&[row], &[]).remove(0).line.outcome
    };
    for (at, cell, field) in [
        (0, " ", F::Reference),
        (1, "", F::Title),
        (5, "gratis", F::Price),
        (5, "0", F::Price),
        (6, "100001", F::Price),
        (7, "-1", F::PriceHigh),
        (8, "måske", F::Firm),
        (9, "99", F::Minimum),
        (9, "4,5", F::Minimum),
        (10, "i morgen", F::Deadline),
        (11, "måske", F::National),
        (14, "http://x", F::Portal),
    ] {
        let outcome = with(at, cell);
        let [(found, name, value)] = errors(&outcome)[..] else {
            panic!("{cell}: {outcome:?}")
        };
        assert_eq!(found, Some(field), "{cell}");
        let is_own = field != F::Price || at == 5;
        if is_own {
            assert_eq!((name, value), (&*cell_name(2, at), cell.trim()), "{cell}");
        }
    }
    assert_eq!(
        with(2, ""),
        ImportOutcome::New,
        "a wish may have no pitch yet"
    );
    assert_eq!(with(3, "'=1+1\n'"), ImportOutcome::New);
    let ImportOutcome::Wrong { errors } = with(2, &"a".repeat(501)) else {
        panic!("too long")
    };
    let too_long = CellProblem::TooLong {
        letters: 501,
        most: 500,
    };
    assert_eq!(errors[0].problem, too_long);
}

#[test]
fn all_that_is_wrong_with_a_line_is_told_at_once() {
    let mut row = wish();
    for (at, cell) in [
        (1, ""),
        (5, "gratis"),
        (9, "99"),
        (10, "Q1 2027"),
        (11, "måske"),
    ] {
        row[at] = cell.into();
    }
    let planned = outcomes(&plan_of(&[row], &[]));
    let fields: Vec<_> = errors(&planned[0])
        .iter()
        .map(|(field, ..)| field.unwrap())
        .collect();
    assert_eq!(
        fields,
        [F::Title, F::Price, F::Minimum, F::Deadline, F::National]
    );
}

#[test]
fn what_a_person_puts_right_counts_for_the_cell() {
    let mut row = wish();
    row[5] = "gratis".into();
    let table = table_of(&headings(), &[row]);
    let mut choices = ImportChoices::default();
    choices.corrections.push(Correction {
        row: 2,
        field: ImportField::Price,
        text: "75.000".into(),
    });
    let planned = plan_with(&table, &choices, &[]);
    let (_, request) = planned[0].write.as_ref().unwrap();
    assert_eq!(
        request.terms.price.known(),
        Some(Money::from_kroner(75_000))
    );
    choices.corrections.push(Correction {
        row: 2,
        field: ImportField::Price,
        text: String::new(),
    });
    let planned = plan_with(&table, &choices, &[]);
    let (_, request) = planned[0].write.as_ref().unwrap();
    assert_eq!(
        request.terms.price,
        Price::NotAssessed,
        "the last one counts"
    );
}

#[test]
fn rows_that_are_no_requests_are_left_out_with_their_reason_unless_somebody_wants_them() {
    let rows = [
        line(&[("Nummer", "Medicin")]),
        wish(),
        line(&[("Kategori", "I alt"), ("Pris, kr.", "100.000")]),
        line(&[("Nummer", "* ikke bindende")]),
    ];
    let mut table = table_of(&headings(), &rows);
    table.rows.insert(0, TableRow::of(0, ["Samlet oversigt"]));
    let why = |why| ImportOutcome::LeftOut { why };
    let expected = [
        why(LeftOut::Title),
        why(LeftOut::Group),
        ImportOutcome::New,
        why(LeftOut::Sum),
        why(LeftOut::Note),
    ];
    let planned = plan_with(&table, &ImportChoices::default(), &[]);
    assert_eq!(outcomes(&planned), expected);
    assert_eq!(planned[3].line.title, "I alt · 100.000");
    let choices = ImportChoices {
        with: [2].into(),
        without: [3].into(),
        ..ImportChoices::default()
    };
    let planned = outcomes(&plan_with(&table, &choices, &[]));
    assert_eq!(errors(&planned[1]), [(Some(ImportField::Title), "B2", "")]);
    assert_eq!(planned[2], why(LeftOut::ByHand));
}

#[test]
fn hidden_rows_are_asked_about_and_not_dropped() {
    let mut table = table_of(&headings(), &[wish()]);
    table.rows[1].hidden = true;
    let planned = |hidden| {
        let choices = ImportChoices {
            hidden,
            ..ImportChoices::default()
        };
        outcomes(&plan_with(&table, &choices, &[])).remove(0)
    };
    assert_eq!(planned(None), ImportOutcome::Hidden);
    assert_eq!(planned(Some(true)), ImportOutcome::New);
    let why = LeftOut::Hidden;
    assert_eq!(planned(Some(false)), ImportOutcome::LeftOut { why });
}

#[test]
fn a_new_line_that_sounds_like_another_says_so() {
    let mut twin = wish();
    (twin[0], twin[1]) = ("W02".into(), "Fælles kalendér (dublet?)".into());
    let planned = plan_of(&[wish(), twin.clone()], &[]);
    assert_eq!(planned[0].line.alike, None);
    assert_eq!(
        planned[1].line.alike.as_deref(),
        Some("W01 Fælles kalender")
    );
    let held = standing(RequestState::Submitted, wish());
    let planned = plan_of(&[twin, wish()], &held);
    assert_eq!(
        planned[0].line.alike.as_deref(),
        Some("W01 Fælles kalender")
    );
    assert_eq!(planned[1].line.alike, None);
}

#[test]
fn errors_and_formulas_of_the_spreadsheet_are_named_by_their_cell() {
    let mut table = table_of(&headings(), &[wish()]);
    let cells = &mut table.rows[1].cells;
    cells[1] = TableCell {
        text: "=HYPERLINK(\"x\")".into(),
        kind: CellKind::Formula,
    };
    let planned = plan_with(&table, &ImportChoices::default(), &[]);
    assert_eq!(planned[0].line.formulas, ["B2"]);
    assert_eq!(planned[0].line.title, "=HYPERLINK(\"x\")");
    assert_eq!(planned[0].line.outcome, ImportOutcome::New);
    let cells = &mut table.rows[1].cells;
    cells[4] = TableCell {
        text: "#REF!".into(),
        kind: CellKind::Error,
    };
    cells[5] = TableCell {
        text: "=SUM(F1)".into(),
        kind: CellKind::Formula,
    };
    let planned = outcomes(&plan_with(&table, &ImportChoices::default(), &[]));
    let ImportOutcome::Wrong { errors } = &planned[0] else {
        panic!("{planned:?}")
    };
    let told: Vec<_> = errors
        .iter()
        .map(|error| (&*error.cell, &*error.value, &error.problem))
        .collect();
    let expected = [
        ("E2", "#REF!", &CellProblem::ErrorValue),
        ("F2", "=SUM(F1)", &CellProblem::NeverCalculated),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_reference_stands_on_one_line_only() {
    let other = line(&[("Nummer", "W02"), ("Gevinst", "Uden titel")]);
    let rows = [wish(), vec![String::new(); 15], other, wish(), wish()];
    let planned = plan_of(&rows, &[]);
    let found = outcomes(&planned);
    assert_eq!(found[0], ImportOutcome::New);
    assert_eq!(errors(&found[1]), [(Some(ImportField::Title), "B4", "")]);
    assert_eq!(
        found[2..],
        [
            ImportOutcome::Twice { row: 2 },
            ImportOutcome::Twice { row: 2 }
        ]
    );
    let rows: Vec<u32> = planned.iter().map(|planned| planned.line.row).collect();
    assert_eq!(rows, [2, 4, 5, 6]);
    let nameless = line(&[("Titel", "Uden nummer")]);
    for outcome in outcomes(&plan_of(&[nameless.clone(), nameless], &[])) {
        assert_eq!(errors(&outcome)[0].0, Some(ImportField::Reference));
    }
}

#[test]
fn what_may_not_be_changed_is_not_changed_by_a_file() {
    let mut renamed = [wish()];
    renamed[0][1] = "Andet navn".into();
    let locked = [refused(Refusal::Locked)];
    for state in [RequestState::InBarometer, RequestState::Merged] {
        let held = standing(state, wish());
        assert_eq!(outcomes(&plan_of(&renamed, &held)), locked);
        assert_eq!(outcomes(&plan_of(&[wish()], &held)), [ImportOutcome::Same]);
    }
    let mut dearer = wish();
    dearer[5] = "100001".into();
    let ordered = standing(RequestState::Ordered, wish());
    assert_eq!(outcomes(&plan_of(&[dearer], &ordered)), locked);
    let twice = [ordered.clone(), ordered].concat();
    let planned = outcomes(&plan_of(&[wish()], &twice));
    assert_eq!(
        errors(&planned[0]),
        [(Some(ImportField::Reference), "A2", "W01")]
    );
}

/// A cell as someone might write it, right or wrong.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => "[0-9]{1,7}([.,][0-9]{1,3})?",
        2 => "[1-9]\\.[0-9]{3}\\.[0-9]{3}",
        2 => "(3[01]|[12]?[0-9])[./-](1[0-2]|[1-9])[./-]20[23][0-9]",
        1 => "(ja|nej|fast|et overslag|https://a\\.dk/b|'=1)",
        1 => "\\PC{0,12}",
    ]
}

/// A line that could be a request, with a few cells of any kind.
fn row() -> impl Strategy<Value = Vec<String>> {
    let reference = "W0[1-9]";
    let any = prop::collection::vec(cell(), 15);
    let kept = prop::collection::vec(prop::bool::weighted(0.2), 15);
    (reference, any, kept).prop_map(|(reference, any, kept)| {
        let mut row = wish();
        row[0] = reference;
        for ((at, cell), _) in any
            .into_iter()
            .enumerate()
            .zip(kept)
            .filter(|(_, kept)| *kept)
        {
            row[at] = cell;
        }
        row
    })
}

fn state() -> impl Strategy<Value = RequestState> {
    prop::sample::select(&RequestState::ALL[..])
}

proptest! {
    #[test]
    fn what_an_import_made_it_does_not_change_again(
        first in prop::collection::vec(row(), 1..6),
        second in prop::collection::vec(row(), 1..6),
        state in state(),
    ) {
        let mut held = written(&[], &plan_of(&first, &[]));
        for standing in &mut held {
            standing.state = state;
        }
        let planned = plan_of(&second, &held);
        let after = written(&held, &planned);
        let again = plan_of(&second, &after);
        for (before, now) in planned.iter().zip(&again) {
            match &before.line.outcome {
                ImportOutcome::New | ImportOutcome::Changed { .. } | ImportOutcome::Same => {
                    prop_assert_eq!(&now.line.outcome, &ImportOutcome::Same);
                    prop_assert_eq!(&now.write, &None);
                }
                wrong => prop_assert_eq!(&now.line.outcome, wrong),
            }
        }
    }

    #[test]
    fn the_order_of_lines_does_not_matter(
        rows in prop::collection::vec(row(), 1..6),
        held in prop::collection::vec(row(), 0..4),
        state in state(),
    ) {
        let mut references = std::collections::BTreeSet::new();
        let mut rows = rows;
        rows.retain(|row| references.insert(row[0].clone()));
        let mut held = written(&[], &plan_of(&held, &[]));
        for standing in &mut held {
            standing.state = state;
        }
        let outcome = |planned: Vec<Planned>| -> BTreeMap<_, _> {
            let by_reference = |mut planned: Planned| {
                // A cell in another row has another name.
                if let ImportOutcome::Wrong { errors } = &mut planned.line.outcome {
                    for error in errors {
                        error.cell.clear();
                    }
                }
                (planned.line.reference, (planned.line.outcome, planned.write))
            };
            planned.into_iter().map(by_reference).collect()
        };
        let there = outcome(plan_of(&rows, &held));
        rows.reverse();
        prop_assert_eq!(outcome(plan_of(&rows, &held)), there);
    }

    #[test]
    fn a_line_is_wrong_or_what_it_makes_is_right(rows in prop::collection::vec(row(), 1..6)) {
        for planned in plan_of(&rows, &[]) {
            let outcome = &planned.line.outcome;
            // A row with a reference alone is a heading, and stays out.
            let stays_out = matches!(outcome, ImportOutcome::LeftOut { .. });
            prop_assert_eq!(outcome.is_wrong() || stays_out, planned.write.is_none());
            if let Some((_, request)) = planned.write {
                prop_assert_eq!(request.clone().checked(), Ok(request));
            }
        }
    }

    #[test]
    fn no_table_makes_it_stumble(
        rows in prop::collection::vec(prop::collection::vec("\\PC{0,8}|[\\x00-\\x1f']{0,3}", 0..6), 0..5),
        columns in prop::collection::vec(any::<u8>(), 15),
        odd in prop::collection::vec((any::<bool>(), any::<bool>(), 0_usize..4), 5),
        headings in 0_usize..6,
        choices in (prop::option::of(any::<bool>()), prop::collection::btree_set(1_u32..6, 0..3)),
    ) {
        let mut mapping = Mapping::default();
        for (field, column) in ImportField::ALL.into_iter().zip(columns) {
            mapping.set(field, Some(column % 8));
        }
        let kinds = [CellKind::Text, CellKind::Number, CellKind::Formula, CellKind::Error];
        let mut table = table_of(&[], &rows);
        for (row, (hidden, spans, kind)) in table.rows.iter_mut().zip(odd) {
            (row.hidden, row.spans) = (hidden, spans);
            for cell in &mut row.cells {
                cell.kind = kinds[kind];
            }
        }
        let choices = ImportChoices {
            hidden: choices.0,
            with: choices.1.clone(),
            ..ImportChoices::default()
        };
        let signed = Signed { by: "", why: "" };
        let brought = Brought { table: &table, headings, mapping: &mapping, choices: &choices };
        plan(brought, &[], signed, day("2026-01-10"));
        Mapping::guess(&rows.concat());
    }
}
