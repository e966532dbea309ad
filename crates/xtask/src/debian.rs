//! Programs of Debian that tests use, installed where they are missing and one may.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::project::{Project, output_of, run};

/// The proxies that tests put in front of the server: how each says its version, which is how it is found.
const PROXIES: [(&str, &str); 2] = [("nginx", "-v"), ("caddy", "version")];

/// Installs packages.
pub(crate) fn install(project: &Project, what: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if !(is_root() && Path::new("/usr/bin/apt-get").exists()) {
        bail!("missing: {what}; on Debian: apt-get install {names}");
    }
    println!("Installing {names} (usually 1 min)");
    run(project
        .command("apt-get", &["update"])
        .stdout(Stdio::null()))?;
    let install = ["install", "--yes", "--no-install-recommends"];
    let mut apt = project.command("apt-get", &install);
    apt.args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(Stdio::null());
    run(&mut apt)
}

/// Installs the proxies that are missing. Tests do without those that cannot be had, and say so.
pub(crate) fn proxies(project: &Project) {
    for (program, version) in PROXIES {
        if output_of(&mut project.command(program, &[version])).is_ok() {
            continue;
        }
        if let Err(error) = install(project, program, &[program]) {
            println!("NOT TESTED: the server behind {program}: {error:#}");
        }
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}
