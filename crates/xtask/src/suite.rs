//! `cargo xtask test`: everything that CI runs, cheapest first, stopping at the first failure.

use std::io::{Write, stdout};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::app::{self, Mode};
use crate::modules::CRATES;
use crate::progress::{in_words, run_lanes};
use crate::project::{Project, output_of, run};
use crate::tally::Tally;
use crate::{boundaries, node, size, tools};

const WASM: [&str; 4] = [
    "--package",
    "barometer-app",
    "--target",
    "wasm32-unknown-unknown",
];

/// The browser's halves of the sealing crate, which no host crate turns on.
const SEALING: [&str; 2] = [
    "--features",
    "barometer-sealing/open,barometer-sealing/sign,barometer-sealing/wasm",
];

type Check = fn(&Project, &mut Tally) -> Result<()>;

/// In this order: the build installs what the component tests run with, and makes what the stories play on.
const CHECKS: [(&str, Check); 11] = [
    ("Format", format),
    ("Boundaries between the crates", boundaries),
    ("Clippy, host", clippy_host),
    ("Clippy, browser", clippy_browser),
    ("Unit, property and HTTP tests", host_tests),
    ("Unit tests of the app", app_tests),
    ("Release build", release_build),
    ("Component tests in the browser", component_tests),
    ("Download budgets", sizes),
    ("Types of the browser stories", story_types),
    ("Browser stories", stories),
];

/// Runs all checks and ends with one line that counts the tests.
pub(crate) fn run_all(project: &Project) -> Result<()> {
    let started = Instant::now();
    let mut tally = Tally::default();
    let result = CHECKS.iter().try_for_each(|(title, check)| {
        let step = Instant::now();
        println!("\n══ {title}");
        stdout().flush()?;
        check(project, &mut tally).with_context(|| format!("{title}: failed"))?;
        println!("── {title}: {}", in_words(step.elapsed()));
        Ok(())
    });
    println!("\nAll of it: {}", in_words(started.elapsed()));
    println!("{} passed, {} failed", tally.passed, tally.failed);
    result
}

/// Licences, sources and banned crates of the dependencies, as deny.toml says.
pub(crate) fn deny(project: &Project) -> Result<()> {
    let installed = output_of(&mut project.cargo(&["deny", "--version"])).is_ok();
    ensure!(
        installed,
        "cargo-deny is missing: cargo install cargo-deny --locked"
    );
    run(&mut project.cargo(&[
        "deny",
        "--workspace",
        "check",
        "bans",
        "licenses",
        "sources",
    ]))
}

fn format(project: &Project, _: &mut Tally) -> Result<()> {
    run(&mut project.cargo(&["fmt", "--all", "--check"]))
}

fn clippy_host(project: &Project, _: &mut Tally) -> Result<()> {
    let mut cargo = project.cargo(&["clippy", "--locked", "--workspace", "--all-targets"]);
    run(cargo
        .args(SEALING)
        .args(["--exclude", "barometer-app", "--", "--deny", "warnings"]))
}

fn clippy_browser(project: &Project, _: &mut Tally) -> Result<()> {
    run_lanes(vec![tools::wasm_target(project)?.into_iter().collect()])?;
    let mut cargo = project.cargo(&["clippy", "--locked", "--all-targets"]);
    run(cargo.args(WASM).args(["--", "--deny", "warnings"]))?;
    let mut modules = project.cargo(&["clippy", "--locked"]);
    modules
        .args(CRATES)
        .args(["--target", "wasm32-unknown-unknown"]);
    run(modules.args(["--", "--deny", "warnings"]))
}

fn boundaries(project: &Project, _: &mut Tally) -> Result<()> {
    boundaries::check(project)
}

fn host_tests(project: &Project, tally: &mut Tally) -> Result<()> {
    let args = [
        "test",
        "--locked",
        "--workspace",
        "--exclude",
        "barometer-app",
    ];
    tally.run(project.cargo(&args).args(SEALING))
}

/// What needs no browser; the rest is in `tests/components.rs`.
fn app_tests(project: &Project, tally: &mut Tally) -> Result<()> {
    let args = ["test", "--locked", "--package", "barometer-app", "--lib"];
    tally.run(&mut project.cargo(&args))
}

fn release_build(project: &Project, _: &mut Tally) -> Result<()> {
    app::build(project, Mode::Release)
}

fn component_tests(project: &Project, tally: &mut Tally) -> Result<()> {
    let mut cargo = project.cargo(&["test", "--locked", "--test", "*components"]);
    cargo
        .args(WASM)
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            project.tool("wasm-bindgen-test-runner"),
        )
        .env("CHROMEDRIVER", node::chromedriver(project)?);
    tally.run(&mut cargo)
}

fn sizes(project: &Project, _: &mut Tally) -> Result<()> {
    size::check(project)
}

fn story_types(project: &Project, _: &mut Tally) -> Result<()> {
    node::check_types(project)
}

fn stories(project: &Project, tally: &mut Tally) -> Result<()> {
    node::play_stories(project, tally)
}
