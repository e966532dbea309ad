//! `docs/domain.md` is what comments refer to: the code and the tests that it names exist, and so do the sections that
//! comments name. The files that any document names exist too. Whoever renames one of them finds the other here.

use std::fs;
use std::path::{Path, PathBuf};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn page() -> String {
    fs::read_to_string(repository().join("docs/domain.md")).unwrap()
}

/// What stands between backticks in `text`.
fn code_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// All Rust files below `folder`, read.
fn sources(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

fn domain_sources() -> Vec<String> {
    sources(&repository().join("crates/domain/src"))
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.split(|letter| !is_part(letter)).any(|one| one == word)
}

#[test]
fn every_worked_example_names_a_test_that_exists() {
    let page = page();
    let cited = code_in(&page).filter(|code| code.contains("::tests::"));
    let mut count = 0;
    for test in cited {
        let (module, name) = test.split_once("::tests::").unwrap();
        let module = repository()
            .join("crates/domain/src")
            .join(module.replace("::", "/"));
        let files = [
            module.with_extension("rs"),
            module.join("mod.rs"),
            module.join("tests.rs"),
        ];
        let head = format!("fn {name}(");
        let is_there = |file: &PathBuf| {
            fs::read_to_string(file).is_ok_and(|text| text.contains(head.as_str()))
        };
        assert!(files.iter().any(is_there), "no test {test}");
        count += 1;
    }
    assert!(count > 50, "the page has its examples: {count}");
}

#[test]
fn every_word_of_the_glossary_has_its_name_in_the_code() {
    let page = page();
    let sources = domain_sources();
    let (_, words) = page.split_once("\n## Words\n").unwrap();
    let (words, _) = words.split_once("\n## ").unwrap();
    let rows = words.lines().filter(|line| line.starts_with("| "));
    let names = rows.filter_map(|row| row.trim_end_matches(" |").rsplit(" | ").next());
    for name in names.flat_map(code_in).flat_map(|name| name.split("::")) {
        let is_there = sources.iter().any(|text| has_word(text, name));
        assert!(is_there, "the domain has no {name}");
    }
}

/// The documents for people, with their paths from the root.
fn documents() -> Vec<(PathBuf, String)> {
    let mut found: Vec<PathBuf> = [
        "README.md",
        "ARCHITECTURE.md",
        "SECURITY.md",
        "CHANGELOG.md",
    ]
    .map(PathBuf::from)
    .into();
    for folder in ["docs", "docs/decisions"] {
        let entries = fs::read_dir(repository().join(folder)).unwrap();
        let names = entries.map(|entry| Path::new(folder).join(entry.unwrap().file_name()));
        found.extend(names.filter(|path| path.extension().is_some_and(|kind| kind == "md")));
    }
    let read = |path: PathBuf| {
        let text = fs::read_to_string(repository().join(&path)).unwrap();
        (path, text)
    };
    found.into_iter().map(read).collect()
}

/// Code from the repository's root, and links from the document that has them.
#[test]
fn every_file_that_a_document_names_exists() {
    let folders = ["crates/", "docs/", "public/", "src/", "tests/"];
    let mut count = 0;
    for (document, text) in documents() {
        let in_code = code_in(&text)
            .filter(|code| folders.iter().any(|folder| code.starts_with(folder)))
            .filter(|code| !code.contains([' ', '*', ',']))
            .map(PathBuf::from);
        let beside = document.parent().unwrap();
        let links = text.split("](").skip(1);
        let links = links.filter_map(|rest| rest.split([')', '#']).next());
        let links = links.filter(|link| !link.is_empty() && !link.contains("://"));
        for path in in_code.chain(links.map(|link| beside.join(link))) {
            let is_there = repository().join(&path).exists();
            assert!(is_there, "{} names {}", document.display(), path.display());
            count += 1;
        }
    }
    assert!(count > 50, "documents name files: {count}");
}

/// `docs/domain.md, "Counting"`, in a comment anywhere.
#[test]
fn every_section_that_a_comment_names_exists() {
    let page = page();
    let mut sources = domain_sources();
    for folder in ["src", "crates/server", "crates/bench", "crates/text/src"] {
        sources.extend(self::sources(&repository().join(folder)));
    }
    // Comments break their lines where they must.
    let flat = |text: &String| {
        let lines = text.lines().map(|line| line.trim().trim_start_matches('/'));
        lines.map(str::trim).collect::<Vec<_>>().join(" ")
    };
    let mut count = 0;
    for text in sources.iter().map(flat) {
        for cited in text.split("docs/domain.md, \"").skip(1) {
            let section = cited.split('"').next().unwrap();
            let heading = format!("\n## {section}\n");
            assert!(page.contains(&heading), "no section {section}");
            count += 1;
        }
    }
    assert!(count > 10, "comments refer to the page: {count}");
}
