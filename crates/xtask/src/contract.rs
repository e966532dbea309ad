//! `cargo xtask contract`: schemathesis, from outside, over every operation that the description of the API names.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Project, output_of, run};
use crate::started::{self, Started};

/// As it was last tried.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
/// What the vendor's one-time link holds.
const SETUP_TOKEN: &str = "for one run";
/// Operations that end the session with which everything is asked, and streams, which do not end.
const NOT_ASKED: &str = "(events|vendor/session|vendor/passphrase|vendor/recovery)$";

/// Asks a server that was built, with the sessions of a vendor, a presenter and a participant at once.
pub(crate) fn run_schemathesis(project: &Project) -> Result<()> {
    let Some(program) = installed(project) else {
        println!(
            "NOT TESTED: {SCHEMATHESIS} cannot be installed here; the server's own contract test has run"
        );
        return Ok(());
    };
    let folder = started::empty_folder(project, "contract")?;
    let at = started::free_address()?;
    let barometer = |args: &[&str]| {
        let mut command = Command::new(project.built("release", "barometer"));
        command.args(args).env_clear().current_dir(&folder);
        command
    };
    let demo = project.path("crates/server/demo/demo.json");
    let links = output_of(barometer(&["import"]).arg(demo))?;
    let link = links
        .split_whitespace()
        .find(|word| word.contains("/present#"));
    let (page, secret) = link
        .and_then(|link| link.split_once("/present#"))
        .context("no link")?;
    let code = page.rsplit('/').next().context("no code")?;

    let mut serve = barometer(&["serve", "--bind", &at.to_string(), "--dist"]);
    serve
        .arg(project.path("dist"))
        .env("BAROMETER_SETUP_TOKEN", SETUP_TOKEN);
    let server = Started::new(&mut serve, at)?;
    let letters = |letter: &str| letter.repeat(43);
    let vendor = format!(
        r#"{{"token":"{SETUP_TOKEN}","key":"{}","stretch":"{{}}","wrapped":"{{}}","proof":"{}"}}"#,
        letters("k"),
        letters("p")
    );
    let webinar = format!("/api/v1/webinars/{code}");
    let cookies = [
        server.cookie("/api/v1/vendor", &vendor)?,
        server.cookie(
            &format!("{webinar}/console/session"),
            &format!(r#"{{"secret":"{secret}"}}"#),
        )?,
        server.cookie(
            &format!("{webinar}/participants"),
            r#"{"municipality":"0751"}"#,
        )?,
    ];
    let mut schemathesis = project.command(program, &["--config-file"]);
    schemathesis
        .arg(project.path("tests/contract/schemathesis.toml"))
        .arg("run")
        .arg(format!("http://{at}/api/v1/openapi.json"))
        .args(["--header", &format!("Cookie: {}", cookies.join("; "))])
        .args(["--phases", "coverage,fuzzing", "--max-examples", "5"])
        .args(["--exclude-path-regex", NOT_ASKED, "--no-color"])
        .env("BAROMETER_CODE", code)
        .current_dir(&folder);
    run(&mut schemathesis)
}

/// The program, in a folder of its own; nothing where there is no Python, no network or no such package.
fn installed(project: &Project) -> Option<PathBuf> {
    let folder = project.path(".tools/schemathesis");
    let (program, stamp) = (folder.join("bin/schemathesis"), folder.join("installed"));
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == SCHEMATHESIS) {
        return Some(program);
    }
    println!("Installing {SCHEMATHESIS} (usually 20 s)");
    let mut venv = project.command("python3", &["-m", "venv", "--clear"]);
    output_of(venv.arg(&folder)).ok()?;
    let pip = [
        "install",
        "--only-binary=:all:",
        "--disable-pip-version-check",
        SCHEMATHESIS,
    ];
    output_of(&mut project.command(folder.join("bin/pip"), &pip)).ok()?;
    fs::write(stamp, SCHEMATHESIS).ok()?;
    Some(program)
}

impl Started {
    /// The first cookie that is given for a body.
    fn cookie(&self, path: &str, body: &str) -> Result<String> {
        let answer = self.post(path, body)?;
        let cookie = answer
            .headers
            .iter()
            .find_map(|line| line.strip_prefix("set-cookie: "));
        let Some(cookie) = cookie.and_then(|cookie| cookie.split(';').next()) else {
            bail!("{path}: {}", answer.status);
        };
        Ok(cookie.to_owned())
    }
}
