//! The walls between the crates, proven by what cargo would link.

use anyhow::{Result, ensure};

use crate::project::{Project, output_of};

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

/// Checks that the domain and the choice under money stay pure, the browser app clear of the server, and the server of
/// private keys.
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
    let app = [
        "--package",
        "barometer-app",
        "--target",
        "wasm32-unknown-unknown",
    ];
    for package in tree(project, &app)? {
        ensure!(
            !["barometer-server", "tokio", "sqlx", "axum"].contains(&package.as_str()),
            "the browser app depends on {package}"
        );
    }
    let server = tree(project, &["--package", "barometer-server"])?;
    ensure!(
        !server.iter().any(|package| package == "argon2"),
        "the server depends on argon2, which only the vendor's half of the sealing crate brings"
    );
    println!(
        "domain: {}; the app is clear of the server",
        domain.join(", ")
    );
    Ok(())
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
