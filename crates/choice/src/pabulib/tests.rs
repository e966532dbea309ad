//! The reader's errors, and that what is written is read again.

use proptest::prelude::*;

use super::*;

const FILE: &str = "META
key;value
description;District PB; second round
country;Poland
num_projects;3
num_votes;4
budget;24280,50
vote_type;approval
PROJECTS
project_id;cost;name;votes
3;8000,0;\"Wisła; \"\"the river\"\"\";2
1;4200.25;Cats;1
2;5900;Orientation
VOTES
voter_id;age;vote
a;30;3,1
b;31;3
c;;
d;33; 2 ,1
";

fn error_after(change: impl Fn(&str) -> String) -> String {
    read(change(FILE).as_bytes()).unwrap_err().to_string()
}

/// The message of a file in which something is written in another way.
fn error_with(from: &str, to: &str) -> String {
    assert!(FILE.contains(from), "{from}");
    error_after(|file| file.replacen(from, to, 1))
}

#[test]
fn a_file_is_read_with_its_amounts_exactly() {
    let file = read(format!("\u{feff}{FILE}").replace('\n', "\r\n").as_bytes()).unwrap();
    assert_eq!(file.meta("description"), Some("District PB;second round"));
    assert_eq!((file.budget, file.decimals), (2_428_050, 2));
    let costs: Vec<u64> = file.projects.rows.iter().map(|one| one.cost).collect();
    assert_eq!(costs, [800_000, 420_025, 590_000]);
    assert_eq!(file.projects.other_columns, ["name", "votes"]);
    assert_eq!(file.projects.rows[0].others, ["Wisła; \"the river\"", "2"]);
    assert_eq!(file.projects.rows[2].others, ["Orientation", ""]);
    let ballots: Vec<&[usize]> = file.votes.rows.iter().map(|one| &*one.approves).collect();
    assert_eq!(ballots, [&[0, 1][..], &[0], &[], &[2, 1]]);
    let election = file.election().unwrap();
    assert_eq!((election.voters(), election.support(1)), (4, 2));
}

#[test]
fn an_error_names_the_line_and_the_value() {
    for (from, to, said) in [
        (
            "META\n",
            "",
            "line 1: “key;value” stands before the first section; a file begins with META",
        ),
        (
            "PROJECTS\n",
            "",
            "line 13: the section PROJECTS is missing; a file has META, PROJECTS and VOTES, in this order",
        ),
        (
            "VOTES\nvoter_id",
            "META\nvoter_id",
            "line 14: the section META comes a second time or too late",
        ),
        ("budget;24280,50\n", "", "line 18: META has no budget"),
        (
            "24280,50",
            "-3",
            "line 7: “-3” is no amount; an amount is digits with at most six decimals",
        ),
        (
            "country;",
            "description;",
            "line 4: META says description a second time",
        ),
        (
            "approval",
            "ordinal",
            "line 8: vote_type “ordinal” cannot be read; approval and choose-1 can",
        ),
        (
            "approval",
            "choose-1",
            "line 16: the ballot names 2 projects; with vote_type choose-1 it names one at most",
        ),
        (
            ";cost;",
            ";price;",
            "line 10: the heading of PROJECTS has no column cost",
        ),
        (
            "4200.25",
            "1e3",
            "line 12: “1e3” is no amount; an amount is digits with at most six decimals",
        ),
        (
            "4200.25",
            "0.00",
            "line 12: the project “1” costs nothing; a cost is above 0",
        ),
        (
            "4200.25",
            "18446744073709551615",
            "line 12: “18446744073709551615” is too large an amount",
        ),
        ("2;5900", ";5900", "line 13: a project has no id"),
        (
            "2;5900",
            "3;5900",
            "line 13: a second project has the id “3”",
        ),
        (
            "b;31;3",
            "b;31;3;4",
            "line 17: the row has 4 cells, the heading 3",
        ),
        (
            "b;31;3",
            "b;31;3,9",
            "line 17: the ballot names “9”, which is no project",
        ),
        ("b;31;3", "b;31;3,3", "line 17: the ballot names “3” twice"),
        (
            "b;31;3",
            "b;31;\"3",
            "line 17: a quotation mark is not closed",
        ),
        (
            "num_votes;4",
            "num_votes;5",
            "line 6: num_votes is “5”, but there are 4",
        ),
        (
            "num_projects;3",
            "num_projects;x",
            "line 5: num_projects is “x”, but there are 3",
        ),
    ] {
        assert_eq!(error_with(from, to), said);
    }
}

#[test]
fn a_file_that_was_cut_off_or_is_none_is_refused() {
    let cut = error_after(|file| file.split("VOTES").next().unwrap().to_owned());
    assert!(
        cut.starts_with("line 13: the section VOTES is missing"),
        "{cut}"
    );
    assert!(error_after(|_| String::new()).starts_with("line 1: the section META"));
    let latin = read(b"META\nkey;value\ncountry;\xe6").unwrap_err();
    assert_eq!(latin.to_string(), "line 3: the text is not UTF-8");
    let long = error_after(|file| format!("{file}{}", "x".repeat(LONGEST_LINE + 1)));
    assert_eq!(
        long,
        "line 20: the line has 1048577 bytes; it may have 1048576"
    );
}

#[test]
fn amounts_have_at_most_six_decimals() {
    assert_eq!(parse_amount("8000,50"), Some((80_005, 1)));
    assert_eq!(parse_amount("0.000001"), Some((1, 6)));
    for none in ["", ".5", "1.0000001", "+1", "1,000,000", "½", "1 000"] {
        assert_eq!(parse_amount(none), None, "{none}");
    }
}

fn file() -> impl Strategy<Value = Pabulib> {
    let cell = "[a-zæøå;\" ,.0-9]{0,8}";
    let project = (1..1_000_000_u64, prop::collection::vec(cell, 2));
    let vote = (
        prop::collection::vec(0..6_usize, 0..6),
        prop::collection::vec(cell, 1),
    );
    (
        prop::collection::vec(project, 1..6),
        prop::collection::vec(vote, 0..8),
        0..10_000_000_u64,
        0..4_u32,
    )
        .prop_map(|(projects, votes, budget, decimals)| {
            let count = projects.len();
            let trimmed = |cells: Vec<String>| -> Vec<String> {
                cells.iter().map(|cell| cell.trim().to_owned()).collect()
            };
            let projects = projects.into_iter().enumerate();
            let projects = projects.map(|(at, (cost, others))| Project {
                id: format!("p{at}"),
                cost,
                others: trimmed(others),
            });
            let votes = votes.into_iter().enumerate();
            let votes = votes.map(|(at, (approves, others))| {
                let mut approves: Vec<usize> =
                    approves.into_iter().map(|one| one % count).collect();
                approves.sort_unstable();
                approves.dedup();
                Vote {
                    voter: at.to_string(),
                    approves,
                    others: trimmed(others),
                }
            });
            Pabulib {
                meta: vec![("description".to_owned(), "x".to_owned())],
                projects: Table {
                    other_columns: vec!["name".to_owned(), "category".to_owned()],
                    rows: projects.collect(),
                },
                votes: Table {
                    other_columns: vec!["sex".to_owned()],
                    rows: votes.collect(),
                },
                budget,
                decimals,
            }
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(file in file()) {
        let text = write(&file);
        let again = read(text.as_bytes()).unwrap();
        prop_assert_eq!(write(&again), text);
        let scale = 10_u64.pow(file.decimals - again.decimals);
        prop_assert_eq!(again.budget * scale, file.budget);
        for (own, other) in file.projects.rows.iter().zip(&again.projects.rows) {
            prop_assert_eq!((&own.id, own.cost, &own.others), (&other.id, other.cost * scale, &other.others));
        }
        prop_assert_eq!(file.votes, again.votes);
    }

    #[test]
    fn nothing_that_a_file_says_makes_it_stumble(
        text in "(META|PROJECTS|VOTES|key;value|budget;[0-9]{1,20}|vote_type;approval|project_id;cost|voter_id;vote|[a-z0-9\";,]{0,9}|\n){0,40}",
        broken in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let _ = read(text.as_bytes());
        let _ = read(&broken);
    }
}
