//! The walls between the crates, proven by what cargo would link, and the wall between phone and stage, which share a
//! crate, by what their sources name.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Result, ensure};

use crate::module_order::names_used;
use crate::packages;
use crate::project::{Project, files_under, output_of};

/// What the crate that chooses under money may depend on: the rules, the words, and numbers without a limit.
const CHOICE: [&str; 7] = [
    "barometer-choice",
    "barometer-domain",
    "barometer-text",
    "num-bigint",
    "num-integer",
    "num-traits",
    "thiserror",
];

/// What the simulation may depend on: the rules, the choice under money, and a reader of its assumptions.
const SIMULATION: [&str; 6] = [
    "barometer-simulation",
    "barometer-choice",
    "barometer-domain",
    "serde",
    "thiserror",
    "toml",
];

/// Checks that the domain, the choice under money and the simulation stay pure, each document clear of the others and of the server, and
/// the server of private keys.
pub(crate) fn check(project: &Project) -> Result<()> {
    let domain = tree(project, &["--package", "barometer-domain", "--depth", "1"])?;
    for package in &domain {
        ensure!(
            ["barometer-domain", "serde", "thiserror"].contains(&package.as_str()),
            "the domain depends on {package}; it may depend on serde and thiserror only"
        );
    }
    for package in tree(project, &["--package", "barometer-choice", "--depth", "1"])? {
        ensure!(
            CHOICE.contains(&package.as_str()),
            "the choice under money depends on {package}; it may depend on {} only",
            CHOICE[1..].join(", ")
        );
    }
    for package in tree(
        project,
        &["--package", "barometer-simulation", "--depth", "1"],
    )? {
        ensure!(
            SIMULATION.contains(&package.as_str()),
            "the simulation depends on {package}; it may depend on {} only",
            SIMULATION[1..].join(", ")
        );
    }
    let text = tree(project, &["--package", "barometer-text"])?;
    ensure_clear("barometer-text", &text, &packages::BROWSER)?;
    for package in packages::BROWSER {
        let linked = tree(
            project,
            &["--package", package, "--target", "wasm32-unknown-unknown"],
        )?;
        let server = ["barometer-server", "tokio", "sqlx", "axum"];
        ensure_clear(package, &linked, &server)?;
        ensure_clear(package, &linked, unknown_to(package))?;
    }
    check_documents(project)?;
    let server = tree(project, &["--package", "barometer-server"])?;
    ensure!(
        !server.iter().any(|package| package == "argon2"),
        "the server depends on argon2, which only the vendor's half of the sealing crate brings"
    );
    println!(
        "domain: {}; documents: clear of each other and of the server",
        domain.join(", ")
    );
    Ok(())
}

/// The packages of other documents. The root package links all of them, for its programs; [`check_documents`] sees to
/// it that only they do.
fn unknown_to(package: &str) -> &'static [&'static str] {
    match package {
        "barometer-kit" => &["barometer-app", "barometer-finance", "barometer-desk"],
        "barometer-finance" => &["barometer-app", "barometer-desk"],
        "barometer-desk" => &["barometer-app", "barometer-finance"],
        _ => &[],
    }
}

fn ensure_clear(package: &str, linked: &[String], of: &[&str]) -> Result<()> {
    for other in of {
        let is_linked = linked.iter().any(|name| name == other);
        ensure!(!is_linked, "{package} depends on {other}");
    }
    Ok(())
}

/// Webinar mode: neither phone nor stage names the other, nor a document of another crate.
fn check_documents(project: &Project) -> Result<()> {
    for (part, other) in [("phone", "stage"), ("stage", "phone")] {
        for file in files_under(&project.path("src").join(part))? {
            let named = names_named(&fs::read_to_string(&file)?);
            for name in [
                other,
                "barometer_app",
                "barometer_finance",
                "barometer_desk",
            ] {
                ensure!(!named.contains(name), "{} names {name}", file.display());
            }
        }
    }
    Ok(())
}

/// Modules that a source reaches from the root of its crate or from a folder around it, and crates that it names.
fn names_named(source: &str) -> BTreeSet<String> {
    let mut names = names_used(source, "crate::");
    for steps in 1..=4 {
        names.extend(names_used(source, &"super::".repeat(steps)));
    }
    let crates = source
        .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .filter(|word| word.starts_with("barometer_"));
    names.extend(crates.map(str::to_owned));
    names
}

/// The names of the packages that cargo would link into a package.
fn tree(project: &Project, of: &[&str]) -> Result<Vec<String>> {
    let mut cargo = project.cargo(&["tree", "--locked", "--edges", "normal", "--prefix", "none"]);
    let output = output_of(cargo.args(of))?;
    Ok(output
        .lines()
        .filter_map(|line| line.split(' ').next().map(str::to_owned))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walls_stand() {
        check(&Project::find().unwrap()).unwrap();
    }

    #[test]
    fn whatever_way_a_source_names_another_document_is_seen() {
        for source in [
            "use crate::stage::ui::qr::Qr;",
            "use crate::{phone, stage::qr_code};",
            "use super::super::stage::presenting;",
            "fn f() { crate::stage::presenting::begin() }",
        ] {
            assert!(names_named(source).contains("stage"), "{source}");
        }
        assert!(names_named("use barometer_desk::page;").contains("barometer_desk"));
        assert!(!names_named("use super::stages; use barometer_text::stage;").contains("stage"));
    }
}
