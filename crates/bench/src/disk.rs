//! What a durable write costs on this disk, for scale.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::figures::Spread;

const WRITES: usize = 200;
/// A page of the database.
const PAGE: [u8; 4096] = [7; 4096];

/// How long it takes to append a page and wait until the disk has it.
pub(crate) fn syncs(directory: &Path) -> Result<Spread> {
    let mut file = File::create(directory.join("syncs"))?;
    let mut sync = || -> Result<Duration> {
        let start = Instant::now();
        file.write_all(&PAGE)?;
        file.sync_data()?;
        Ok(start.elapsed())
    };
    let durations: Result<Vec<_>> = (0..WRITES).map(|_| sync()).collect();
    Ok(Spread::of(durations?))
}
