//! Short names for what a module and its script call each other. wasm-bindgen's end in a hash and stand in both files:
//! a fortieth of what a phone downloads, and nobody reads them.
//!
//! The names follow from the module alone, so files of one hashed name always fit each other. Whoever changes how they
//! are made must not serve the new script beside an old module that a browser has kept.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::project::files_under;
use crate::sections::{CUSTOM, HEADER, read_length};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// Names up to this length, such as `memory` and `main`, stay as they are.
const SHORT: usize = 6;
/// Given names have at most so many letters, and no other names so few.
const GIVEN: usize = 2;
const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Shortens them in every module of the folders and in the script beside it, in place.
pub(crate) fn shorten(folders: &[PathBuf]) -> Result<()> {
    for folder in folders {
        for file in files_under(folder)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            if let Some(script) = name.strip_suffix("_bg.wasm") {
                let script = file.with_file_name(format!("{script}.js"));
                shorten_pair(&file, &script)
                    .with_context(|| format!("{} and its script", file.display()))?;
            }
        }
    }
    Ok(())
}

fn shorten_pair(module: &Path, script: &Path) -> Result<()> {
    let (bytes, text) = shortened(&fs::read(module)?, &fs::read_to_string(script)?)?;
    fs::write(module, bytes)?;
    Ok(fs::write(script, text)?)
}

/// Module and script with short names.
fn shortened(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names {
        script: script.to_owned(),
        given: 0,
    };
    let mut shortened = module.get(..HEADER).context("no header")?.to_vec();
    let mut at = HEADER;
    while at < module.len() {
        let kind = module[at];
        let (length, content) = read_length(module, at + 1).context("a section ends early")?;
        at = content + length;
        let section = module.get(content..at).context("a section ends early")?;
        let section = match kind {
            IMPORTS => names.shorten_imports(section)?,
            EXPORTS => names.shorten_exports(section)?,
            _ => section.to_vec(),
        };
        ensure!(kind != CUSTOM, "a section for tools is left");
        shortened.push(kind);
        write_length(&mut shortened, section.len());
        shortened.extend(section);
    }
    Ok((shortened, names.script))
}

/// The script, and how many names were given.
struct Names {
    script: String,
    given: usize,
}

impl Names {
    fn shorten_imports(&mut self, section: &[u8]) -> Result<Vec<u8>> {
        let mut reader = Reader { section, at: 0 };
        let count = reader.length()?;
        let mut written = Vec::with_capacity(section.len());
        write_length(&mut written, count);
        for _ in 0..count {
            let (from, name) = (reader.name()?, reader.name()?);
            // The script names what it lends as properties.
            let short = self.replace(name, b",{", Some(b':'))?;
            write_name(&mut written, from);
            write_name(&mut written, &short);
            let kind = reader.byte()?;
            ensure!(kind == 0, "something else than a function is imported");
            written.push(kind);
            write_length(&mut written, reader.length()?);
        }
        Ok(written)
    }

    fn shorten_exports(&mut self, section: &[u8]) -> Result<Vec<u8>> {
        let mut reader = Reader { section, at: 0 };
        let count = reader.length()?;
        let mut written = Vec::with_capacity(section.len());
        write_length(&mut written, count);
        for _ in 0..count {
            let name = reader.name()?;
            write_name(&mut written, &self.replace(name, b".", None)?);
            written.push(reader.byte()?);
            write_length(&mut written, reader.length()?);
        }
        Ok(written)
    }

    /// A short name instead, where every mention in the script stands behind one of these letters and before that one;
    /// else the name itself: the script lends it to others, too.
    fn replace(&mut self, name: &str, before: &[u8], after: Option<u8>) -> Result<String> {
        let script = self.script.as_bytes();
        let ends: Vec<(usize, usize)> = self
            .script
            .match_indices(name)
            .map(|(at, found)| (at, at + found.len()))
            .filter(|&(from, to)| {
                !is_of_name(script, from.checked_sub(1)) && !is_of_name(script, Some(to))
            })
            .collect();
        let fits = |&(from, to): &(usize, usize)| {
            let is_before = from > 0 && before.contains(&script[from - 1]);
            is_before && after.is_none_or(|after| script.get(to) == Some(&after))
        };
        if name.len() <= SHORT || !ends.iter().all(fits) {
            ensure!(name.len() > GIVEN, "{name} could be a short one's name");
            return Ok(name.to_owned());
        }
        let short = short_name(self.given);
        ensure!(short.len() <= GIVEN, "there are more names than short ones");
        self.given += 1;
        for (from, to) in ends.into_iter().rev() {
            self.script.replace_range(from..to, &short);
        }
        Ok(short)
    }
}

/// Whether a letter there would make a name longer.
fn is_of_name(script: &[u8], at: Option<usize>) -> bool {
    let letter = at.and_then(|at| script.get(at));
    letter.is_some_and(|&letter| letter.is_ascii_alphanumeric() || letter == b'_' || letter == b'$')
}

/// As few letters as there can be.
fn short_name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
    }
}

/// Reads what the format's lists hold.
struct Reader<'a> {
    section: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let byte = self.section.get(self.at).context("a list ends early")?;
        self.at += 1;
        Ok(*byte)
    }

    fn length(&mut self) -> Result<usize> {
        let (length, at) = read_length(self.section, self.at).context("a list ends early")?;
        self.at = at;
        Ok(length)
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.length()?;
        let Some(name) = self.section.get(self.at..self.at + length) else {
            bail!("a name ends early");
        };
        self.at += length;
        Ok(str::from_utf8(name)?)
    }
}

fn write_length(written: &mut Vec<u8>, mut length: usize) {
    loop {
        let [low, ..] = (length & 0x7F).to_le_bytes();
        length >>= 7;
        if length == 0 {
            return written.push(low);
        }
        written.push(low | 0x80);
    }
}

fn write_name(written: &mut Vec<u8>, name: &str) {
    write_length(written, name.len());
    written.extend(name.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One import of a function, and exports.
    fn module(import: &str, exports: &[&str]) -> Vec<u8> {
        let mut imports = vec![1];
        write_name(&mut imports, "./app_bg.js");
        write_name(&mut imports, import);
        imports.extend([0, 3]);
        let mut exported = vec![u8::try_from(exports.len()).unwrap()];
        for (at, name) in exports.iter().enumerate() {
            write_name(&mut exported, name);
            exported.extend([0, u8::try_from(at).unwrap()]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (kind, section) in [(IMPORTS, imports), (EXPORTS, exported)] {
            module.push(kind);
            write_length(&mut module, section.len());
            module.extend(section);
        }
        module
    }

    #[test]
    fn both_files_call_it_the_same_and_what_others_call_keeps_its_name() {
        let exports = ["__wbindgen_malloc", "fingerprint", "memory"];
        let old = module("__wbg_log_0123456789abcdef", &exports);
        let script = "const i={__proto__:null,__wbg_log_0123456789abcdef:function(a){w.memory}};\
                      export function fingerprint(t){w.__wbindgen_malloc(t,1);return w.fingerprint(t)}\
                      const f=w.__wbindgen_malloc,g=w.__wbindgen_malloc_not";
        let (new, script) = shortened(&old, script).unwrap();
        assert_eq!(new, module("a", &["b", "fingerprint", "memory"]));
        let expected = "const i={__proto__:null,a:function(a){w.memory}};\
                        export function fingerprint(t){w.b(t,1);return w.fingerprint(t)}\
                        const f=w.b,g=w.__wbindgen_malloc_not";
        assert_eq!(script, expected);
        assert!(shortened(&new, &script).is_err(), "never twice");
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: std::collections::BTreeSet<String> = (0..2700).map(short_name).collect();
        assert_eq!(names.len(), 2700);
        assert!(names.iter().all(|name| name.len() <= GIVEN));
    }

    #[test]
    fn what_is_cut_is_no_module() {
        let whole = module("__wbg_log_0123456789abcdef", &[]);
        assert!(shortened(&whole[..whole.len() - 2], "").is_err());
        assert!(shortened(b"\0asm", "").is_err());
    }
}
