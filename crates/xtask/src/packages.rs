//! Which packages run in a browser, and how cargo is told to take them or to leave them out.

use std::process::Command;

use crate::project::Project;

/// Webinar mode with the programs of all documents; what documents share; the living page; the vendor's pages.
pub(crate) const BROWSER: [&str; 4] = [
    "barometer-app",
    "barometer-kit",
    "barometer-finance",
    "barometer-desk",
];

/// `cargo` with a command for the packages that run in a browser.
pub(crate) fn cargo_for_browser(project: &Project, command: &str) -> Command {
    let mut cargo = project.cargo(&[command, "--locked"]);
    for package in BROWSER {
        cargo.args(["--package", package]);
    }
    cargo
}

/// `cargo` with a command for all other packages, with the browser's halves of the sealing crate, which none of them
/// turns on.
pub(crate) fn cargo_for_host(project: &Project, command: &str) -> Command {
    let mut cargo = project.cargo(&[command, "--locked", "--workspace"]);
    for package in BROWSER {
        cargo.args(["--exclude", package]);
    }
    cargo.args([
        "--features",
        "barometer-sealing/open,barometer-sealing/sign,barometer-sealing/wasm",
    ]);
    cargo
}
