//! Compresses the built documents once, so that the server never does it while people wait.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::project::files_under;

/// Fonts and pictures are compressed already.
const COMPRESSIBLE: [&str; 6] = ["css", "html", "js", "json", "svg", "wasm"];

/// Writes `FILE.br` and `FILE.gz` beside every compressible file of the folders, one thread each.
pub(crate) fn folders(folders: &[PathBuf]) -> Result<()> {
    thread::scope(|scope| {
        let running: Vec<_> = folders
            .iter()
            .map(|folder| scope.spawn(|| compress_folder(folder)))
            .collect();
        running.into_iter().try_for_each(|folder| {
            folder
                .join()
                .unwrap_or_else(|_| bail!("compressing panicked"))
        })
    })
}

/// The compressed twin of a file, such as `app.js.br`.
pub(crate) fn twin(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn compress_folder(folder: &Path) -> Result<()> {
    for file in files_under(folder)? {
        let extension = file.extension().and_then(|extension| extension.to_str());
        if extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension)) {
            compress_file(&file).with_context(|| format!("{} as br, gz", file.display()))?;
        }
    }
    Ok(())
}

fn compress_file(file: &Path) -> Result<()> {
    let raw = fs::read(file)?;
    let quality = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: raw.len(),
        ..BrotliEncoderParams::default()
    };
    let mut br = File::create(twin(file, "br"))?;
    brotli::BrotliCompress(&mut raw.as_slice(), &mut br, &quality)?;
    let mut gz = GzEncoder::new(File::create(twin(file, "gz"))?, Compression::best());
    gz.write_all(&raw)?;
    gz.finish()?;
    Ok(())
}
