//! Which checks the changes of a branch can break.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::Path;

use anyhow::{Result, ensure};

use crate::project::{Project, output_of};

/// A part of the project, as far as different checks look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Code that runs in the browser.
    App,
    /// Code that runs on the server or at a developer's desk.
    Host,
    /// Pages, styles and scripts that are shipped as they are, and what they are put together with.
    Assets,
    /// Browser stories with their support.
    Stories,
    /// Text that no check reads.
    Documents,
}

impl Part {
    /// All of them.
    pub(crate) const ALL: [Self; 5] = [
        Self::App,
        Self::Host,
        Self::Assets,
        Self::Stories,
        Self::Documents,
    ];

    /// The parts that a file belongs to. A file of no known place belongs to all.
    fn of(path: &str) -> &'static [Self] {
        // Both sides are compiled from these.
        const SHARED: [&str; 4] = ["domain", "text", "sealing", "sheet"];
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        match first {
            "src" => &[Self::App],
            "style" | "public" => &[Self::Assets],
            "docs" => &[Self::Documents],
            "tests" if rest.starts_with("e2e/") => &[Self::Stories],
            "tests" if rest.starts_with("lighthouse/") => &[Self::Documents],
            "tests" => &[Self::App],
            "crates" => match rest.split('/').next().unwrap_or_default() {
                "server" | "bench" | "choice" => &[Self::Host],
                "kit" | "finance" | "desk" => &[Self::App],
                shared if SHARED.contains(&shared) => &[Self::App, Self::Host],
                _ => &Self::ALL,
            },
            "playwright.config.ts" | "tsconfig.json" => &[Self::Stories],
            "LICENSE-APACHE" | "LICENSE-MIT" => &[Self::Documents],
            file if rest.is_empty() => match Path::new(file).extension().and_then(OsStr::to_str) {
                Some("html") => &[Self::Assets],
                Some("md") => &[Self::Documents],
                _ => &Self::ALL,
            },
            _ => &Self::ALL,
        }
    }
}

/// The parts that differ from the main branch: committed on this branch, or not committed yet.
pub(crate) fn parts(project: &Project) -> Result<BTreeSet<Part>> {
    let paths = paths(project)?;
    println!("{} files differ from the main branch", paths.len());
    Ok(paths
        .iter()
        .flat_map(|path| Part::of(path))
        .copied()
        .collect())
}

fn paths(project: &Project) -> Result<BTreeSet<String>> {
    let git = |args: &[&str]| output_of(&mut project.command("git", args));
    let base = ["origin/main", "main"]
        .iter()
        .find_map(|main| git(&["merge-base", "HEAD", main]).ok());
    ensure!(
        base.is_some(),
        "there is no branch main or origin/main to compare with: run all checks, without --changed"
    );
    let base = base.unwrap_or_default();
    let tracked = git(&["diff", "--name-only", "--no-renames", base.trim()])?;
    let new = git(&["ls-files", "--others", "--exclude-standard"])?;
    Ok(tracked
        .lines()
        .chain(new.lines())
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::Part::{self, App, Assets, Documents, Host, Stories};

    #[test]
    fn a_file_belongs_where_its_folder_says() {
        for (path, parts) in [
            ("src/phone/join.rs", &[App][..]),
            ("crates/kit/src/route.rs", &[App]),
            ("crates/server/src/main.rs", &[Host]),
            ("crates/domain/src/pick.rs", &[App, Host]),
            ("tests/components.rs", &[App]),
            ("tests/e2e/support/walk.ts", &[Stories]),
            ("style/phone.css", &[Assets]),
            ("public/boot.js", &[Assets]),
            ("index.html", &[Assets]),
            ("docs/domain.md", &[Documents]),
            ("README.md", &[Documents]),
        ] {
            assert_eq!(Part::of(path), parts, "{path}");
        }
    }

    #[test]
    fn what_could_be_anything_is_everything() {
        for path in [
            "Cargo.lock",
            "crates/xtask/src/app.rs",
            ".ci/run",
            "package-lock.json",
            "new/x.rs",
        ] {
            assert_eq!(Part::of(path), Part::ALL, "{path}");
        }
    }
}
