//! The sentences of the scripts beside the apps: they stand with all others in `crates/text`, and a script cannot fetch
//! them when it says why nothing can be fetched. So they are written into the built scripts.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::app::Mode;
use crate::project::{Project, output_of};

/// Where a script has its sentences.
const PLACE: &str = "const TEXTS = {};";

/// Writes them into the scripts of these folders.
pub(crate) fn write_texts(project: &Project, mode: Mode, folders: &[PathBuf]) -> Result<()> {
    let program = project.built(mode.folder(), "script-texts");
    let printed = output_of(&mut project.command(program, &[]))?;
    for line in printed.lines() {
        let (script, texts) = line.split_once('\t').context("a script has no texts")?;
        let files = folders.iter().map(|folder| folder.join(script));
        let files: Vec<PathBuf> = files.filter(|file| file.exists()).collect();
        ensure!(!files.is_empty(), "no document has {script}");
        for file in files {
            let text = with_texts(&fs::read_to_string(&file)?, texts)
                .with_context(|| format!("{} has no place for its texts", file.display()))?;
            fs::write(file, text)?;
        }
    }
    Ok(())
}

/// The script with its sentences in their place.
fn with_texts(script: &str, texts: &str) -> Option<String> {
    let (before, after) = script.split_once(PLACE)?;
    Some(format!("{before}const TEXTS = {texts};{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_come_into_their_place() {
        let script = "let a;\nconst TEXTS = {};\nsay(TEXTS);\n";
        let with = with_texts(script, "{\"da\":{}}").unwrap();
        assert_eq!(with, "let a;\nconst TEXTS = {\"da\":{}};\nsay(TEXTS);\n");
        assert_eq!(with_texts("let a;", "{}"), None);
    }
}
