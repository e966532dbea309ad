//! WebAssembly without the sections that only tools read: names of functions and who made it, which wasm-bindgen adds.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::project::files_under;

/// Magic number and version.
pub(crate) const HEADER: usize = 8;
/// The kind of section that a browser skips.
pub(crate) const CUSTOM: u8 = 0;

/// Takes them out of every module of the folders, in place.
pub(crate) fn strip(folders: &[PathBuf]) -> Result<()> {
    for folder in folders {
        for file in files_under(folder)? {
            if file
                .extension()
                .is_some_and(|extension| extension == "wasm")
            {
                let stripped = without_custom(&fs::read(&file)?)
                    .with_context(|| format!("{} is no module", file.display()))?;
                fs::write(&file, stripped)?;
            }
        }
    }
    Ok(())
}

fn without_custom(module: &[u8]) -> Result<Vec<u8>> {
    ensure!(module.starts_with(b"\0asm"), "no magic number");
    let mut stripped = module[..HEADER].to_vec();
    let mut at = HEADER;
    while at < module.len() {
        let (length, content) = read_length(module, at + 1).context("a section ends early")?;
        let end = content + length;
        let section = module.get(at..end).context("a section ends early")?;
        if section[0] != CUSTOM {
            stripped.extend_from_slice(section);
        }
        at = end;
    }
    Ok(stripped)
}

/// A length in LEB128 at a place, and where what it measures begins.
pub(crate) fn read_length(module: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let (mut length, mut shift) = (0, 0);
    loop {
        let byte = usize::from(*module.get(at)?);
        length |= (byte & 0x7F).checked_shl(shift)?;
        at += 1;
        if byte & 0x80 == 0 {
            return Some((length, at));
        }
        shift += 7;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_stays_and_names_go() {
        let header = b"\0asm\x01\0\0\0";
        let (types, names) = (b"\x01\x03\x01\x02\x03", b"\x00\x81\x00\x04");
        let module = [&header[..], types, names, types].concat();
        let stripped = without_custom(&module).unwrap();
        assert_eq!(stripped, [&header[..], types, types].concat());
    }

    #[test]
    fn what_is_cut_is_no_module() {
        assert!(without_custom(b"\0asm\x01\0\0\0\x01\x05\x01").is_err());
        assert!(without_custom(b"<html>").is_err());
    }
}
