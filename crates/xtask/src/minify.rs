//! Scripts and styles without what only people read, a fifth of what a phone downloads beside WebAssembly, and as older
//! browsers read them.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::node;
use crate::progress::{Step, run_lanes};
use crate::project::{Project, files_under};

/// The oldest browsers that all pages are for: nested rules left a projector on Chromium 109 without any style.
pub(crate) const TARGETS: &str = "chrome100,firefox115,ios15.4,safari15.4";

/// Minifies every script and style of the folders in place; their hashed names stay those of what people read.
pub(crate) fn folders(project: &Project, folders: &[PathBuf]) -> Result<()> {
    node::install_packages(project)?;
    let mut files = Vec::new();
    for folder in folders {
        files.extend(
            files_under(folder)?
                .into_iter()
                .filter(|file| is_text(file)),
        );
    }
    // A script or a program, as the package's own installer left it.
    let mut esbuild = project.command(project.path("node_modules/.bin/esbuild"), &[]);
    esbuild
        .args(files)
        .args([
            "--minify",
            "--legal-comments=none",
            &format!("--target={TARGETS}"),
            "--log-level=warning",
        ])
        .args(["--allow-overwrite", "--outbase=.", "--outdir=."]);
    let step = Step::new("Minifying scripts and styles", "1 s", esbuild);
    run_lanes(vec![vec![step]])
}

fn is_text(file: &Path) -> bool {
    file.extension()
        .is_some_and(|extension| extension == "js" || extension == "css")
}
