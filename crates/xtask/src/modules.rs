//! Modules of the sealing and the sheet crate, which a page loads when it needs them, long after its first tap.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::app::Mode;
use crate::progress::{Step, run_lanes};
use crate::project::Project;
use crate::tools;

/// One WebAssembly module with its script.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Module {
    /// The bin in its crate, and what a page imports: `sealing.js`.
    pub(crate) name: &'static str,
    /// The document whose folder it lies in.
    pub(crate) document: &'static str,
}

/// The phone's and the vendor's: names are sealed and opened, and lists of people are read.
pub(crate) const MODULES: [Module; 3] = [
    Module {
        name: "sealing",
        document: "phone",
    },
    Module {
        name: "vault",
        document: "vendor",
    },
    Module {
        name: "lists",
        document: "vendor",
    },
];

impl Module {
    /// The only file whose name a page knows; it is asked for anew each time, the others are kept.
    ///
    /// A browser remembers that a module could not be fetched, for as long as the page stays open. Who asks for the
    /// loader under another name (`sealing.js?1`) gets the script under that name too, and so another try.
    fn loader(self, hash: &str) -> String {
        let script = format!("./{}-{hash}.js", self.name);
        format!(
            "const again = new URL(import.meta.url).search;\nconst script = await import(`{script}${{again}}`);\n\n\
             await script.default();\n\nexport default script;\n"
        )
    }

    fn folder(self, project: &Project) -> PathBuf {
        project.path("dist").join(self.document)
    }

    /// Where cargo puts it.
    fn compiled(self, project: &Project, mode: Mode) -> PathBuf {
        let profile = match mode {
            Mode::Release => "wasm-release",
            Mode::Debug => "debug",
        };
        let folder = project.built_for_browser(profile);
        folder.join(format!("{}.wasm", self.name))
    }
}

/// Their crates, and what those need for a browser.
pub(crate) const CRATES: [&str; 6] = [
    "--package",
    "barometer-sealing",
    "--package",
    "barometer-sheet",
    "--features",
    "barometer-sealing/open,barometer-sealing/wasm,barometer-sheet/wasm",
];

/// Compiles them.
pub(crate) fn compile(project: &Project, mode: Mode) -> Step {
    let mut cargo = project.cargo(&["build", "--locked"]);
    cargo.args(CRATES).arg("--bins");
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    if mode == Mode::Release {
        cargo.args(["--profile", "wasm-release"]);
    }
    Step::new(
        "Compiling the modules for the browser",
        "20 s, the first time 2 min",
        cargo,
    )
}

/// Puts them, with their loaders, into the folders of their documents, which trunk has made anew.
pub(crate) fn put(project: &Project, mode: Mode) -> Result<()> {
    let steps = MODULES.map(|module| put_one(project, module, mode));
    let steps = steps.into_iter().collect::<Result<Vec<_>>>()?;
    run_lanes(vec![steps])
}

/// Writes the loader, and tells how to write what it loads.
fn put_one(project: &Project, module: Module, mode: Mode) -> Result<Step> {
    let compiled = module.compiled(project, mode);
    let hash = hash(project, &compiled)?;
    let folder = module.folder(project);
    let loader = folder.join(format!("{}.js", module.name));
    fs::write(&loader, module.loader(&hash))
        .with_context(|| format!("{} cannot be written", loader.display()))?;
    let mut bindgen = project.command(project.tool("wasm-bindgen"), &["--target", "web"]);
    bindgen
        .arg("--no-typescript")
        .args(["--out-name", &format!("{}-{hash}", module.name)])
        .arg("--out-dir")
        .arg(folder)
        .arg(compiled);
    let title = format!("Putting the {} module together", module.name);
    Ok(Step::new(title, "1 s", bindgen))
}

/// 16 hexadecimal digits, by which the server knows what never changes.
fn hash(project: &Project, compiled: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    tools::locked_version(project, "wasm-bindgen")?.hash(&mut hasher);
    fs::read(compiled)
        .with_context(|| format!("{} cannot be read", compiled.display()))?
        .hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}
