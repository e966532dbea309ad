//! Where things are in this project, and how its commands are called.

use std::env::consts::EXE_SUFFIX;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// The checked-out project.
pub(crate) struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// The project that this xtask belongs to, whichever folder it was called from.
    pub(crate) fn find() -> Result<Self> {
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|| OsString::from(env!("CARGO_MANIFEST_DIR")));
        let root = Path::new(&manifest_dir)
            .ancestors()
            .nth(2)
            .context("xtask is not inside the project")?
            .to_owned();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |dir| root.join(dir));
        Ok(Self { root, target })
    }

    /// A file or folder, named from the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A program that cargo built, in `target/release` or `target/debug`.
    pub(crate) fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target
            .join(profile)
            .join(format!("{name}{EXE_SUFFIX}"))
    }

    /// The folder of what cargo compiled for the browser under a profile, `debug` or one of our own.
    pub(crate) fn built_for_browser(&self, profile: &str) -> PathBuf {
        self.target.join("wasm32-unknown-unknown").join(profile)
    }

    /// A program that xtask installed into `.tools/`, which git ignores.
    pub(crate) fn tool(&self, name: &str) -> PathBuf {
        self.path(".tools/bin").join(format!("{name}{EXE_SUFFIX}"))
    }

    /// A command that runs in the root and finds the project's own tools first.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>, args: &[&str]) -> Command {
        let mut search = OsString::from(self.path(".tools/bin"));
        if let Some(path) = env::var_os("PATH") {
            search.push(if cfg!(windows) { ";" } else { ":" });
            search.push(path);
        }
        let mut command = Command::new(program);
        command
            .args(args)
            .current_dir(&self.root)
            .env("PATH", search);
        command
    }

    /// `cargo` with `args`.
    pub(crate) fn cargo(&self, args: &[&str]) -> Command {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        self.command(cargo, args)
    }
}

/// What a command prints, or an error with what it complained about.
pub(crate) fn output_of(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .with_context(|| format!("{program} cannot be started"))?;
    if !output.status.success() {
        bail!("{program}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs a command whose output is shown.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("{} cannot be started", command.get_program().display()))?;
    if !status.success() {
        bail!("{status}");
    }
    Ok(())
}

/// Every file under `folder`, sorted; none when the folder is missing. A file stands for itself.
pub(crate) fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    if folder.is_file() {
        return Ok(vec![folder.to_owned()]);
    }
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut entries = fs::read_dir(folder)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut files = Vec::new();
    for entry in entries {
        files.extend(files_under(&entry.path())?);
    }
    Ok(files)
}
