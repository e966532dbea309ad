//! Lists of participants as people send them, read as their README says.

use std::fs;
use std::path::Path;

use barometer_domain::municipality;
use barometer_domain::people::{self, People, WrongLine, WrongList, known_headings};
use barometer_domain::table::Table;
use barometer_sheet::{Listed, choose, read, read_text};

fn table(file: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("cases")
        .join(file);
    let sheets = read(&fs::read(path).unwrap()).unwrap();
    choose(sheets, None, known_headings).unwrap()
}

/// The list as it is read, and as it is read once it stands in the field where it can be mended.
fn both_ways(file: &str) -> [Result<People, WrongList>; 2] {
    let table = table(file);
    let listed = Listed::of(&table);
    [
        people::read(&table),
        people::read(&read_text(&listed.text).unwrap()),
    ]
}

#[test]
fn the_same_eight_people_stand_in_either_encoding() {
    let expected = [
        ("Anne Holm", "Aabenraa"),
        ("Bo Lund", "Aarhus"),
        ("Camilla Dahl", "Viborg"),
        ("Dorthe Kjær", "Høje-Taastrup"),
        ("Erik Møller", "Ringkøbing-Skjern"),
        ("Freja Østergaard", "København"),
        ("Gitte Bach", "Aarhus"),
        ("Hanne Holm", "Brønderslev"),
    ];
    for file in ["participants-ansi.csv", "participants-unicode.txt"] {
        for people in both_ways(file) {
            let people = people.unwrap();
            let found: Vec<(&str, &str)> = people
                .rows
                .iter()
                .map(|one| {
                    (
                        &*one.name,
                        municipality::by_code(one.municipality).unwrap().name,
                    )
                })
                .collect();
            assert_eq!(found, expected, "{file}");
            assert_eq!(people.heading.unwrap(), ["Navn", "Kommune"]);
        }
    }
}

#[test]
fn names_in_two_columns_are_one_and_a_code_that_is_none_is_named_by_its_cell() {
    for people in both_ways("participants.xlsx") {
        let wrong = WrongLine::NoSuchMunicipality {
            cell: "C6".into(),
            typed: "999".into(),
        };
        assert_eq!(people, Err(WrongList::Lines(vec![wrong])));
    }
    let listed = Listed::of(&table("participants.xlsx"));
    let mended = listed.text.replace("999", "Kbh");
    let people = people::read(&read_text(&mended).unwrap()).unwrap();
    let found: Vec<(&str, String)> = people
        .rows
        .iter()
        .map(|one| (&*one.name, one.municipality.to_string()))
        .collect();
    let expected = [
        ("Anne Holm", "0101"),
        ("Bo Lund", "0751"),
        ("Camilla Dahl", "0101"),
    ];
    assert_eq!(found, expected.map(|(name, code)| (name, code.to_owned())));
    assert_eq!(
        people.heading.unwrap(),
        ["Fornavn", "Efternavn", "Kommunekode", "E-mail"]
    );
}

#[test]
fn hidden_rows_are_counted_and_can_stay_out() {
    let mut table = table("participants-ansi.csv");
    table.rows[2].hidden = true;
    let listed = Listed::of(&table);
    assert_eq!(listed.hidden, 1);
    let people = people::read(&read_text(&listed.visible).unwrap()).unwrap();
    assert_eq!(people.rows.len(), 7);
    assert_eq!(
        people.rows[1].line, table.rows[3].number,
        "the others keep their numbers"
    );
}
