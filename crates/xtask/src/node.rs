//! The browser stories: their packages, the browser they run in, and how they are called.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::debian;
use crate::project::{Project, run};
use crate::tally::Tally;

/// Debian's names of the browser, its driver, and the emoji that pages may show.
const BROWSER_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-color-emoji"];
/// Chromium without what only a window needs: two fifths less work for the processor.
const SHELL_PACKAGE: &str = "chromium-headless-shell";
const SHELL: &str = "/usr/bin/chromium-headless-shell";
/// And of the two other engines: Firefox, and `WebKitGTK` with what opens a window of it on a screen that nobody sees.
const ENGINE_PACKAGES: [&str; 4] = ["firefox-esr", "gir1.2-webkit2-4.1", "python3-gi", "xvfb"];

/// Plays the stories of `tests/e2e`; the build must be there.
pub(crate) fn play_stories(project: &Project, tally: &mut Tally) -> Result<()> {
    other_engines(project)?;
    tally.run(&mut playwright(project, "stories")?)
}

/// Firefox and `WebKit`, installed when they are missing and that is possible.
fn other_engines(project: &Project) -> Result<()> {
    let firefox = program("FIREFOX", "/usr/bin/firefox-esr");
    let python = program("PYTHON", "/usr/bin/python3");
    let are_there = || {
        let finds_webkit = "import gi; gi.require_version('WebKit2', '4.1')";
        let webkit = Command::new(&python).args(["-c", finds_webkit]).output();
        let screen = Command::new("Xvfb").arg("-help").output();
        firefox.exists() && screen.is_ok() && webkit.is_ok_and(|found| found.status.success())
    };
    if !are_there() {
        install(project, "Firefox and WebKit", &ENGINE_PACKAGES)?;
        ensure!(
            are_there(),
            "Firefox or WebKit is missing: name them with FIREFOX and PYTHON (one that finds WebKit2 4.1)"
        );
    }
    Ok(())
}

/// Checks the types of the stories and of what supports them.
pub(crate) fn check_types(project: &Project) -> Result<()> {
    install_packages(project)?;
    run(&mut project.command("node", &["node_modules/typescript/bin/tsc"]))
}

/// Writes the pictures of `tests/e2e/screens.spec.ts`; the build must be there.
pub(crate) fn take_screens(project: &Project) -> Result<()> {
    run(&mut playwright(project, "screens")?)?;
    println!("{}", project.path("target/screens").display());
    Ok(())
}

/// Runs Lighthouse over the phone's pages; the build must be there.
pub(crate) fn lighthouse(project: &Project) -> Result<()> {
    chromedriver(project)?;
    let folder = "tests/lighthouse";
    if !project.path(folder).join("node_modules").is_dir() {
        println!("Installing Lighthouse (usually 20 s)");
        let npm = ["ci", "--prefix", folder, "--no-audit", "--no-fund"];
        run(&mut project.command("npm", &npm))?;
    }
    let mut node = project.command("node", &["tests/lighthouse/run.mjs"]);
    run(node.env("BAROMETER", project.built("release", "barometer")))
}

/// Measures what Chromium sees, by a script of `tests/bench`; `args` are for that script.
pub(crate) fn bench(project: &Project, script: &str, args: &[String]) -> Result<()> {
    install_packages(project)?;
    chromedriver(project)?;
    let mut node = project.command("node", &[&*format!("tests/bench/{script}.mjs")]);
    node.args(args);
    run(node.env("BAROMETER", project.built("release", "barometer")))
}

/// Chromium's driver, installed together with Chromium when they are missing and that is possible.
pub(crate) fn chromedriver(project: &Project) -> Result<PathBuf> {
    let chromium = program("CHROMIUM", "/usr/bin/chromium");
    let driver = program("CHROMEDRIVER", "/usr/bin/chromedriver");
    if !(chromium.exists() && driver.exists()) {
        install(project, "Chromium and its driver", &BROWSER_PACKAGES)?;
    }
    for (program, variable) in [(&chromium, "CHROMIUM"), (&driver, "CHROMEDRIVER")] {
        ensure!(
            program.exists(),
            "{} is missing: install Chromium and its driver, or name it with {variable}",
            program.display()
        );
    }
    Ok(driver)
}

/// The lighter Chromium for the stories, installed when it is missing and that is possible; they can do without.
fn headless_shell(project: &Project) {
    let is_named = env::var_os("CHROMIUM").is_some();
    if is_named || Path::new(SHELL).exists() {
        return;
    }
    if let Err(error) = install(project, "Chromium's shell", &[SHELL_PACKAGE]) {
        println!("Chromium itself plays the stories, which takes longer: {error:#}");
    }
}

fn playwright(project: &Project, which: &str) -> Result<Command> {
    install_packages(project)?;
    chromedriver(project)?;
    headless_shell(project);
    let cli = "node_modules/@playwright/test/cli.js";
    let mut command = project.command("node", &[cli, "test", &format!("--project={which}")]);
    command.env("BAROMETER", project.built("release", "barometer"));
    Ok(command)
}

/// `npm ci`, when package-lock.json is another than the one installed.
pub(crate) fn install_packages(project: &Project) -> Result<()> {
    let wanted = fs::read(project.path("package-lock.json"))?;
    let stamp = project.path("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the packages of package-lock.json (usually 10 s)");
    let mut npm = project.command("npm", &["ci", "--no-audit", "--no-fund"]);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm).context("Node.js 20 with npm is needed")?;
    Ok(fs::write(stamp, wanted)?)
}

/// Debian's packages, or where else one names them.
fn install(project: &Project, what: &str, packages: &[&str]) -> Result<()> {
    let elsewhere = "elsewhere name them with CHROMIUM and CHROMEDRIVER, FIREFOX and PYTHON";
    debian::install(project, what, packages).context(elsewhere)
}

fn program(variable: &str, usual: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| usual.into(), PathBuf::from)
}
