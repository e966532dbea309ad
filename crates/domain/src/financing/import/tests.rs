//! What lines come to, and what never changes by importing.

use proptest::prelude::*;

use super::*;

const HEADINGS: [&str; 14] = [
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

fn plan_of(rows: &[Vec<String>], existing: &[Standing]) -> Vec<Planned> {
    let signed = Signed {
        by: "Ida Holm",
        why: "import",
    };
    let table = Rows { rows, first: 2 };
    let mapping = Mapping::guess(&headings());
    plan(table, &mapping, existing, signed, day("2026-01-10"))
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

fn wrong(field: ImportField) -> ImportOutcome {
    field.wrong().into()
}

#[test]
fn every_heading_is_known_in_danish() {
    let mapping = Mapping::guess(&headings());
    for (at, field) in ImportField::ALL.into_iter().enumerate() {
        assert_eq!(mapping.column(field), Some(at), "{field:?}");
    }
    let shouted: Vec<String> = HEADINGS.map(str::to_uppercase).into();
    assert_eq!(Mapping::guess(&shouted), mapping);
    assert!(mapping.fits(14) && !mapping.fits(13));
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
    assert_eq!(
        outcomes(&plan_of(&[firm], &[])),
        [wrong(ImportField::Price)]
    );
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
    let changed = ImportOutcome::Changed {
        fields: vec![ImportField::Title],
    };
    assert_eq!(outcomes(&planned), [changed]);
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
    let changed = ImportOutcome::Changed {
        fields: vec![ImportField::Price, ImportField::PriceHigh],
    };
    assert_eq!(outcomes(&planned), [changed]);
}

#[test]
fn each_error_names_its_field() {
    let with = |at: usize, cell: &str| {
        let mut row = wish();
        row[at] = cell.into();
        plan_of(&[row], &[]).remove(0).line.outcome
    };
    assert_eq!(with(0, " "), wrong(ImportField::Reference));
    assert_eq!(with(1, ""), wrong(ImportField::Title));
    assert_eq!(with(2, ""), wrong(ImportField::Pitch));
    assert_eq!(with(5, "gratis"), wrong(ImportField::Price));
    assert_eq!(with(5, "0"), wrong(ImportField::Price));
    assert_eq!(with(6, "100001"), wrong(ImportField::Price));
    assert_eq!(with(7, "-1"), wrong(ImportField::PriceHigh));
    assert_eq!(with(8, "måske"), wrong(ImportField::Firm));
    assert_eq!(with(9, "99"), wrong(ImportField::Minimum));
    assert_eq!(with(9, "4,5"), wrong(ImportField::Minimum));
    assert_eq!(with(10, "i morgen"), wrong(ImportField::Deadline));
    assert_eq!(with(11, "måske"), wrong(ImportField::National));
    assert_eq!(with(13, "http://x"), wrong(ImportField::Portal));
    assert_eq!(with(3, "'=1+1\n'"), ImportOutcome::New);
}

#[test]
fn a_reference_stands_on_one_line_only() {
    let other = line(&[("Nummer", "W02"), ("Titel", "Uden pris")]);
    let rows = [wish(), vec![String::new(); 14], other, wish(), wish()];
    let planned = plan_of(&rows, &[]);
    let expected = [
        ImportOutcome::New,
        wrong(ImportField::Pitch),
        ImportOutcome::Twice { row: 2 },
        ImportOutcome::Twice { row: 2 },
    ];
    assert_eq!(outcomes(&planned), expected);
    let rows: Vec<u32> = planned.iter().map(|planned| planned.line.row).collect();
    assert_eq!(rows, [2, 4, 5, 6]);
    let nameless = line(&[("Titel", "Uden nummer")]);
    let planned = plan_of(&[nameless.clone(), nameless], &[]);
    let expected = [wrong(ImportField::Reference), wrong(ImportField::Reference)];
    assert_eq!(outcomes(&planned), expected);
}

#[test]
fn what_may_not_be_changed_is_not_changed_by_a_file() {
    let mut renamed = [wish()];
    renamed[0][1] = "Andet navn".into();
    let locked = [ImportOutcome::Wrong {
        field: None,
        why: Refusal::Locked,
    }];
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
    assert_eq!(
        outcomes(&plan_of(&[wish()], &twice)),
        [wrong(ImportField::Reference)]
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
    let any = prop::collection::vec(cell(), 14);
    let kept = prop::collection::vec(prop::bool::weighted(0.2), 14);
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
            let by_reference = |planned: Planned| {
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
            prop_assert_eq!(planned.line.outcome.is_wrong(), planned.write.is_none());
            if let Some((_, request)) = planned.write {
                prop_assert_eq!(request.clone().checked(), Ok(request));
            }
        }
    }

    #[test]
    fn no_table_makes_it_stumble(
        rows in prop::collection::vec(prop::collection::vec("\\PC{0,8}|[\\x00-\\x1f']{0,3}", 0..6), 0..5),
        columns in prop::collection::vec(any::<u8>(), 14),
        first in any::<u32>(),
    ) {
        let mut mapping = Mapping::default();
        for (field, column) in ImportField::ALL.into_iter().zip(columns) {
            mapping.set(field, Some(column % 8));
        }
        let signed = Signed { by: "", why: "" };
        let table = Rows { rows: &rows, first };
        plan(table, &mapping, &[], signed, day("2026-01-10"));
        Mapping::guess(&rows.concat());
    }
}
