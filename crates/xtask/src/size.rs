//! The download budgets: all that a browser fetches before the first tap.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::app::{DOCUMENTS, Document};
use crate::compress::twin;
use crate::modules::MODULES;
use crate::project::{Project, files_under};

const KB: u64 = 1024;
/// What the phone should come down to one day.
const PHONE_GOAL: u64 = 130 * KB;
const FONT_LIMIT: u64 = 20 * KB;

/// Prints the bytes of each document and refuses those over their budget.
pub(crate) fn check(project: &Project) -> Result<()> {
    let mut over = Vec::new();
    for document in DOCUMENTS {
        let files = downloads(&document.folder(project), document.page)?;
        let total = print_table(document, &files);
        print_later(project, document)?;
        let limit = limit(document);
        if total > limit {
            over.push(format!("{}: {total} of {limit} bytes", document.name));
        }
        let fonts = files
            .iter()
            .filter(|file| has_extension(Path::new(&file.name), &["woff2"]));
        over.extend(
            fonts
                .filter(|font| font.raw > FONT_LIMIT)
                .map(|font| format!("{}: {} of {FONT_LIMIT} bytes", font.name, font.raw)),
        );
    }
    if over.is_empty() {
        return Ok(());
    }
    bail!("over the budget: {}", over.join("; "))
}

/// Brotli bytes that a document may cost.
fn limit(document: Document) -> u64 {
    match document.name {
        "phone" => 170 * KB,
        _ => 400 * KB,
    }
}

/// One file and what it weighs on the way to the browser.
struct Download {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// The page, and every file that it or its style sheets name; wasm-bindgen's snippets are named by its script.
fn downloads(folder: &Path, page: &str) -> Result<Vec<Download>> {
    let files: Vec<PathBuf> = files_under(folder)?
        .into_iter()
        .filter(|file| !is_twin(file))
        .collect();
    let mut text = String::new();
    for file in &files {
        if has_extension(file, &["html", "css"]) {
            text.push_str(&fs::read_to_string(file)?);
        }
    }
    let named: BTreeSet<&PathBuf> = files
        .iter()
        .filter(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            name == page || text.contains(&*name) || file.starts_with(folder.join("snippets"))
        })
        .collect();
    named.into_iter().map(|file| weigh(folder, file)).collect()
}

fn weigh(folder: &Path, file: &Path) -> Result<Download> {
    let raw = fs::metadata(file)?.len();
    let compressed = |extension| fs::metadata(twin(file, extension)).map_or(raw, |twin| twin.len());
    Ok(Download {
        name: file.strip_prefix(folder)?.display().to_string(),
        raw,
        gzip: compressed("gz"),
        brotli: compressed("br"),
    })
}

fn is_twin(file: &Path) -> bool {
    has_extension(file, &["br", "gz"])
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extensions.contains(&extension))
}

/// Prints one document's table and answers its brotli bytes.
fn print_table(document: Document, files: &[Download]) -> u64 {
    let sum = |weight: fn(&Download) -> u64| files.iter().map(weight).sum::<u64>();
    let (raw, gzip, brotli) = (sum(|f| f.raw), sum(|f| f.gzip), sum(|f| f.brotli));
    println!(
        "{:<44} {:>10} {:>10} {:>10}",
        document.name, "raw", "gzip", "brotli"
    );
    for file in files {
        println!(
            "  {:<42} {:>10} {:>10} {:>10}",
            file.name, file.raw, file.gzip, file.brotli
        );
    }
    println!(
        "  {:<42} {raw:>10} {gzip:>10} {brotli:>10}",
        "all before the first tap"
    );
    let limit = limit(document);
    println!("  {:<42} {:>10} {:>10} {limit:>10}", "budget", "", "");
    if document.name == "phone" {
        println!("  {:<42} {:>10} {:>10} {PHONE_GOAL:>10}", "goal", "", "");
    }
    brotli
}

/// Prints a line for each module that the document loads when it needs it, outside its budget.
fn print_later(project: &Project, document: Document) -> Result<()> {
    let folder = document.folder(project);
    for module in MODULES
        .iter()
        .filter(|module| module.document == document.name)
    {
        let is_part = |file: &&PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let rest = name.strip_prefix(module.name);
            !is_twin(file) && rest.is_some_and(|rest| rest.starts_with(['-', '.']))
        };
        let files = files_under(&folder)?;
        let parts = files
            .iter()
            .filter(is_part)
            .map(|file| weigh(&folder, file));
        let parts = parts.collect::<Result<Vec<_>>>()?;
        let sum = |weight: fn(&Download) -> u64| parts.iter().map(weight).sum::<u64>();
        println!(
            "  {:<42} {:>10} {:>10} {:>10}",
            format!("later: {}.js and what it loads", module.name),
            sum(|f| f.raw),
            sum(|f| f.gzip),
            sum(|f| f.brotli)
        );
    }
    println!();
    Ok(())
}
