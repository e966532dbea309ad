//! `cargo xtask dist`: one file with the app in it, and what installs it: a Debian package and a container's image. Each
//! is looked over, and started from an empty folder, before it counts as made.

mod archive;
mod deb;
mod image;
mod twins;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::app::{self, Mode};
use crate::progress::{Step, run_lanes};
use crate::project::{Project, output_of};

/// What is packed, whoever unpacks it.
struct Release {
    /// The program, with the app in it.
    program: PathBuf,
    version: String,
    /// When it was committed, in seconds since 1970: what is packed says so, and is the same each time.
    at: u64,
    /// Where all of it is put.
    folder: PathBuf,
}

/// Builds the program, the package and the image into `target/dist`, and tries each.
pub(crate) fn run(project: &Project) -> Result<()> {
    app::build(project, Mode::Release)?;
    run_lanes(vec![vec![embed(project)]])?;
    let folder = project.path("target/dist");
    fs::create_dir_all(&folder)?;
    let program = folder.join("barometer");
    fs::copy(project.built("release", "barometer"), &program)?;
    let at = output_of(&mut project.command("git", &["log", "-1", "--format=%ct"]))?;
    let release = Release {
        version: version(&program)?,
        at: at.trim().parse().context("git says no time")?,
        folder,
        program,
    };
    let said = [
        twins::compare(project, &release)?,
        deb::make(project, &release)?,
        image::make(project, &release)?,
    ];
    for line in said.concat() {
        println!("  ✓ {line}");
    }
    Ok(())
}

/// Compiles the server anew, with `dist` in it as it is now.
fn embed(project: &Project) -> Step {
    let mut cargo = project.cargo(&["build", "--locked", "--release"]);
    cargo.args(["--package", "barometer-server", "--bin", "barometer"]);
    cargo.args(["--features", "embedded"]);
    Step::new("Compiling the server with the app in it", "2 min", cargo)
}

/// What the program says of itself.
fn version(program: &PathBuf) -> Result<String> {
    let said = output_of(Command::new(program).arg("--version"))?;
    let version = said.trim().rsplit(' ').next();
    Ok(version.context("the program has no version")?.to_owned())
}

/// Megabytes, for people.
fn megabytes(bytes: usize) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}
