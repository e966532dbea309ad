//! Builds what runs: the documents with trunk, their modules, compressed, and the server.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::Result;

use crate::progress::{Step, in_words, run_lanes};
use crate::project::{Project, files_under};
use crate::{bindings, compress, minify, modules, scripts, sections, styles, targets, tools};

/// Everything that the documents are made from, and with.
const SOURCES: [&str; 36] = [
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates/desk/Cargo.toml",
    "crates/desk/src",
    "crates/domain/Cargo.toml",
    "crates/domain/src",
    "crates/finance/Cargo.toml",
    "crates/finance/src",
    "crates/json-derive/Cargo.toml",
    "crates/json-derive/src",
    "crates/json/Cargo.toml",
    "crates/json/src",
    "crates/kit/Cargo.toml",
    "crates/kit/src",
    "crates/sealing/Cargo.toml",
    "crates/sealing/src",
    "crates/server/src/bin/script-texts.rs",
    "crates/sheet/Cargo.toml",
    "crates/sheet/src",
    "crates/text/Cargo.toml",
    "crates/text/src",
    "crates/xtask/src",
    "desk.html",
    "finance.html",
    "index.html",
    "package-lock.json",
    "participation.html",
    "preview.html",
    "public",
    "rust-toolchain.toml",
    "src",
    "staff.html",
    "style",
    "vendor.html",
];

/// How something is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mode {
    /// As shipped.
    Release,
    /// Quickly built, slow and large.
    Debug,
}

impl Mode {
    /// Cargo's folder for it.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Debug => "debug",
        }
    }
}

/// A document with a program of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Document {
    /// What people call it, and its folder in `dist/`.
    pub(crate) name: &'static str,
    /// The html file, here and in that folder.
    pub(crate) page: &'static str,
    public_url: &'static str,
}

/// The participants' document, and what the vendor sees of it beforehand; projector and console; the vendor's webinars; its requests and commitments; what participants are asked
/// and say; the page of financing. Nobody downloads what only others need.
pub(crate) const DOCUMENTS: [Document; 7] = [
    Document {
        name: "phone",
        page: "index.html",
        public_url: "/",
    },
    Document {
        name: "preview",
        page: "preview.html",
        public_url: "/preview-assets/",
    },
    Document {
        name: "staff",
        page: "staff.html",
        public_url: "/staff-assets/",
    },
    Document {
        name: "vendor",
        page: "vendor.html",
        public_url: "/vendor-assets/",
    },
    Document {
        name: "desk",
        page: "desk.html",
        public_url: "/desk-assets/",
    },
    Document {
        name: "participation",
        page: "participation.html",
        public_url: "/participation-assets/",
    },
    Document {
        name: "finance",
        page: "finance.html",
        public_url: "/finance-assets/",
    },
];

impl Document {
    /// Where it is built to.
    pub(crate) fn folder(self, project: &Project) -> PathBuf {
        project.path("dist").join(self.name)
    }
}

/// Installs what is missing and builds what is out of date.
pub(crate) fn build(project: &Project, mode: Mode) -> Result<()> {
    let started = Instant::now();
    let stamp = Stamp::of(project, mode)?;
    let documents_stale = !stamp.is_fresh(project);

    let fetch = Step::new(
        "Fetching the crates of Cargo.lock",
        "2 s, the first time 20 s",
        project.cargo(&["fetch", "--locked"]),
    );
    run_lanes(vec![vec![fetch]])?;
    run_lanes(lanes(project, mode, documents_stale)?)?;
    tools::clean_up(project)?;
    if documents_stale {
        Stamp::remove(project)?;
        build_documents(project, mode)?;
        stamp.write(project)?;
    }
    eprintln!("  ✓ Built in {}", in_words(started.elapsed()));
    Ok(())
}

/// Two cores, two lanes: trunk takes as long to install as everything else; later the server has that lane.
fn lanes(project: &Project, mode: Mode, documents_stale: bool) -> Result<Vec<Vec<Step>>> {
    let server = server_step(project, mode);
    let mut app: Vec<Step> = [tools::wasm_target(project)?, tools::wasm_bindgen(project)?]
        .into_iter()
        .flatten()
        .collect();
    if documents_stale {
        app.push(wasm_step(project, mode));
        app.push(modules::compile(project, mode));
    }
    let beside = match tools::trunk(project) {
        Some(trunk) => {
            app.push(server);
            trunk
        }
        None => server,
    };
    Ok(vec![vec![beside], app])
}

/// Compiles all bins at once; trunk finds them ready.
fn wasm_step(project: &Project, mode: Mode) -> Step {
    let mut cargo = project.cargo(&["build", "--locked", "--package", "barometer-app", "--bins"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    if mode == Mode::Release {
        cargo.args(["--profile", "wasm-release"]);
    }
    Step::new(
        "Compiling the app for the browser",
        "20 s, the first time 2 min",
        cargo,
    )
}

fn server_step(project: &Project, mode: Mode) -> Step {
    let mut cargo = project.cargo(&["build", "--locked", "--package", "barometer-server"]);
    if mode == Mode::Release {
        cargo.arg("--release");
    }
    Step::new("Compiling the server", "30 s, the first time 4 min", cargo)
}

fn build_documents(project: &Project, mode: Mode) -> Result<()> {
    let steps = DOCUMENTS.map(|document| {
        Step::new(
            format!("Putting the {} document together", document.name),
            "3 s",
            trunk_build(project, document, mode),
        )
    });
    // trunk waits for itself and for wasm-bindgen, so two at once keep two cores busy.
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for (at, step) in steps.into_iter().enumerate() {
        if at % 2 == 0 { &mut one } else { &mut other }.push(step);
    }
    run_lanes(vec![one, other])?;
    styles::write_server_pages(project)?;
    modules::put(project, mode)?;
    let folders = DOCUMENTS.map(|document| document.folder(project));
    scripts::write_texts(project, mode, &folders)?;
    if mode == Mode::Release {
        for document in DOCUMENTS {
            styles::join(&document.folder(project), document.page)?;
        }
        minify::folders(project, &folders)?;
        sections::strip(&folders)?;
        bindings::shorten(&folders)?;
        targets::check(&folders)?;
        let started = Instant::now();
        compress::folders(&folders)?;
        eprintln!("  ✓ Compressing all ({})", in_words(started.elapsed()));
    }
    Ok(())
}

fn trunk_build(project: &Project, document: Document, mode: Mode) -> Command {
    let mut trunk = project.command(project.tool("trunk"), &["build", document.page]);
    trunk
        .arg("--dist")
        .arg(document.folder(project))
        .args(["--html-output", document.page])
        .args(["--public-url", document.public_url])
        // trunk downloads tools that it cannot find; here they are found.
        .arg("--offline=true")
        .arg(format!("--release={}", mode == Mode::Release))
        // trunk reads NO_COLOR=1 as an invalid flag.
        .env_remove("NO_COLOR");
    trunk
}

/// Tells whether the documents were built from the sources as they are now.
struct Stamp(String);

impl Stamp {
    fn of(project: &Project, mode: Mode) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        mode.hash(&mut hasher);
        for source in SOURCES {
            for file in files_under(&project.path(source))? {
                file.hash(&mut hasher);
                fs::read(&file)?.hash(&mut hasher);
            }
        }
        Ok(Self(format!("{:016x}", hasher.finish())))
    }

    fn is_fresh(&self, project: &Project) -> bool {
        let written = fs::read_to_string(Self::file(project));
        written.is_ok_and(|written| written == self.0)
    }

    /// Half-built documents are never taken for fresh ones.
    fn remove(project: &Project) -> Result<()> {
        let file = Self::file(project);
        if file.exists() {
            fs::remove_file(file)?;
        }
        Ok(())
    }

    fn write(&self, project: &Project) -> Result<()> {
        Ok(fs::write(Self::file(project), &self.0)?)
    }

    fn file(project: &Project) -> PathBuf {
        project.path("dist/stamp")
    }
}
