//! `cargo xtask test`: everything that CI runs, cheapest first, stopping at the first failure.

use std::collections::BTreeSet;
use std::io::{Write, stdout};
use std::time::Instant;

use anyhow::{Context, Result};

use crate::app::{self, Mode};
use crate::changed::Part::{self, App, Assets, Host, Stories};
use crate::modules::CRATES;
use crate::progress::{in_words, run_lanes};
use crate::project::{self, Project, output_of};
use crate::tally::Tally;
use crate::{boundaries, contract, debian, faults, module_order, node, packages, size, tools};

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

type Run = fn(&Project, &mut Tally) -> Result<()>;

/// A check, and the parts of the project whose changes it can tell.
struct Check {
    title: &'static str,
    reads: &'static [Part],
    run: Run,
}

/// In this order: the build installs what the component tests run with, and makes what the stories play on.
const CHECKS: [Check; 14] = [
    check("Format", &[App, Host], format),
    check("Boundaries between the crates", &[App, Host], boundaries),
    check("Dependencies", &[App, Host], dependencies),
    check("Clippy, host", &[Host], clippy_host),
    check("Clippy, browser", &[App], clippy_browser),
    check("Unit, property and HTTP tests", &[Host], host_tests),
    check("Unit tests of the app", &[App], app_tests),
    check(
        "Release build",
        &[App, Host, Assets, Stories],
        release_build,
    ),
    check("Faults, a short pass", &[Host], short_faults),
    check("Contract of the API, from outside", &[Host], contract),
    check("Component tests in the browser", &[App], component_tests),
    check("Download budgets", &[App, Assets], sizes),
    check("Types of the browser stories", &[Stories], story_types),
    check("Browser stories", &[App, Host, Assets, Stories], stories),
];

const fn check(title: &'static str, reads: &'static [Part], run: Run) -> Check {
    Check { title, reads, run }
}

/// Runs the checks that these parts can break, stops at the first that fails, and ends with what each took and one line
/// that counts the tests.
pub(crate) fn run(project: &Project, parts: &BTreeSet<Part>) -> Result<()> {
    let started = Instant::now();
    let mut tally = Tally::default();
    let mut times = Vec::new();
    let concerned = |check: &&Check| check.reads.iter().any(|part| parts.contains(part));
    let result = CHECKS.iter().filter(concerned).try_for_each(|check| {
        let step = Instant::now();
        println!("\n══ {}", check.title);
        stdout().flush()?;
        let result = (check.run)(project, &mut tally);
        times.push((check.title, step.elapsed()));
        result.with_context(|| format!("{}: failed", check.title))
    });
    println!();
    for (title, time) in times {
        println!("{title:<32}{:>14}", in_words(time));
    }
    println!("{:<32}{:>14}", "All of it", in_words(started.elapsed()));
    println!("{} passed, {} failed", tally.passed, tally.failed);
    result
}

/// Licences, sources and banned crates of the dependencies, as deny.toml says, with all that is worth a look; and known
/// weaknesses, where their list can be reached.
pub(crate) fn deny(project: &Project) -> Result<()> {
    check_dependencies(project, "warn")
}

/// The same for CI, which shows only what is refused.
fn dependencies(project: &Project, _: &mut Tally) -> Result<()> {
    check_dependencies(project, "error")
}

fn check_dependencies(project: &Project, log_level: &str) -> Result<()> {
    tools::cargo_deny(project)?;
    let deny = |args: &[&str]| {
        let mut command = project.command(project.tool("cargo-deny"), &["--workspace"]);
        command.args(["--log-level", log_level]).args(args);
        command
    };
    project::run(&mut deny(&["check", "bans", "licenses", "sources"]))?;
    if output_of(&mut deny(&["fetch", "db"])).is_err() {
        println!(
            "advisories not checked: the list of known weaknesses cannot be reached from here"
        );
        return Ok(());
    }
    project::run(&mut deny(&["check", "advisories"]))
}

fn format(project: &Project, _: &mut Tally) -> Result<()> {
    project::run(&mut project.cargo(&["fmt", "--all", "--check"]))
}

fn clippy_host(project: &Project, _: &mut Tally) -> Result<()> {
    let mut cargo = packages::cargo_for_host(project, "clippy");
    project::run(cargo.args(["--all-targets", "--", "--deny", "warnings"]))
}

fn clippy_browser(project: &Project, _: &mut Tally) -> Result<()> {
    run_lanes(vec![tools::wasm_target(project)?.into_iter().collect()])?;
    let mut cargo = packages::cargo_for_browser(project, "clippy");
    cargo.args(WASM).arg("--all-targets");
    project::run(cargo.args(["--", "--deny", "warnings"]))?;
    let mut modules = project.cargo(&["clippy", "--locked"]);
    modules.args(CRATES).args(WASM);
    project::run(modules.args(["--", "--deny", "warnings"]))
}

fn boundaries(project: &Project, _: &mut Tally) -> Result<()> {
    boundaries::check(project)?;
    module_order::check(project)
}

fn host_tests(project: &Project, tally: &mut Tally) -> Result<()> {
    debian::proxies(project);
    tally.run(&mut packages::cargo_for_host(project, "test"))
}

/// What needs no browser; the rest is in `tests/*components.rs`.
fn app_tests(project: &Project, tally: &mut Tally) -> Result<()> {
    tally.run(packages::cargo_for_browser(project, "test").arg("--lib"))
}

fn release_build(project: &Project, _: &mut Tally) -> Result<()> {
    app::build(project, Mode::Release)
}

fn short_faults(project: &Project, _: &mut Tally) -> Result<()> {
    faults::shortly(project)
}

fn contract(project: &Project, _: &mut Tally) -> Result<()> {
    contract::run_schemathesis(project)
}

fn component_tests(project: &Project, tally: &mut Tally) -> Result<()> {
    // With all packages, so that cargo compiles what they depend on once for all of these checks.
    let mut cargo = packages::cargo_for_browser(project, "test");
    cargo.args(["--test", "*components"]);
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
