//! A full disk, on a small disk of memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use tokio::io::AsyncReadExt;
use tokio::process::Command;
use tokio::time::{sleep, timeout};

use super::room::{Room, VOTERS, ballot};
use super::{NotDone, Round};

/// Room for the database, its log and the reserve of 8 MiB.
const DISK: &str = "size=40M";
/// The writer looks at the disk with each batch.
const SETTLE: Duration = Duration::from_millis(300);

/// A disk that is unmounted with its handle.
struct SmallDisk(PathBuf);

impl SmallDisk {
    async fn mounted(at: &Path) -> Result<Self> {
        fs::create_dir_all(at)?;
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", DISK, "tmpfs"])
            .arg(at)
            .output()
            .await?;
        let complaint = String::from_utf8_lossy(&mount.stderr).into_owned();
        if !mount.status.success() {
            return Err(NotDone(format!(
                "a small disk needs the right to mount: {complaint}"
            ))
            .into());
        }
        Ok(Self(at.to_owned()))
    }

    /// Leaves about `left` bytes free.
    fn fill(&self, left: u64) -> Result<()> {
        let disk = rustix::fs::statvfs(&self.0)?;
        let free = disk.f_bavail * disk.f_frsize;
        let filler = vec![7; usize::try_from(free.saturating_sub(left))?];
        Ok(fs::write(self.0.join("filler"), filler)?)
    }

    fn make_room(&self) -> Result<()> {
        Ok(fs::remove_file(self.0.join("filler"))?)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: the server may still be ending.
        let _ = std::process::Command::new("umount")
            .arg("-l")
            .arg(&self.0)
            .status();
    }
}

/// Fills the disk in an open vote, makes room again, and fills it until the end.
pub(super) async fn full(round: Round) -> Result<String> {
    let disk = SmallDisk::mounted(&round.place).await?;
    let server = round.program().begin(&round.place).await?;
    let mut room = Room::opened(&server).await?;
    let (first, rest) = (VOTERS / 2, VOTERS - VOTERS / 2);
    for voter in 0..first {
        room.voters[voter]
            .send("PUT", "/ballot", &ballot(voter, 1))
            .await?
            .json()?;
    }
    let mut stream = room.voters[0].follow("/events").await?;

    // The reserve goes with the first batch; then it is filled up too.
    disk.fill(1024 * 1024)?;
    room.voters[first]
        .once("PUT", "/ballot", &ballot(first, 1))
        .await?;
    sleep(SETTLE).await;
    disk.make_room()?;
    disk.fill(2 * 1024 * 1024)?;
    let mut refused = 0;
    for voter in first + 1..VOTERS {
        let answer = room.voters[voter]
            .once("PUT", "/ballot", &ballot(voter, 1))
            .await?;
        let problem: Value = serde_json::from_slice(&answer.body).context("no problem+json")?;
        ensure!(
            answer.status == 503 && problem["code"] == "storage_full",
            "a vote without room: {} {problem}",
            answer.status
        );
        refused += 1;
    }
    disk.make_room()?;
    for voter in first..VOTERS {
        room.voters[voter]
            .send("PUT", "/ballot", &ballot(voter, 2))
            .await?
            .json()?;
    }
    disk.fill(2 * 1024 * 1024)?;
    // The first fill frees the reserve that was made again; then nothing but the stage is left.
    let _ = room.voters[0].once("PUT", "/ballot", &ballot(0, 2)).await?;
    disk.make_room()?;
    disk.fill(3 * 1024 * 1024)?;
    let late = room.voters[1]
        .once("PUT", "/ballot", &ballot(1, 2))
        .await?
        .status;
    ensure!(late == 503, "a vote in the last 4 MiB: {late}");
    room.counts(VOTERS).await?;
    let mut read = vec![0; 64 * 1024];
    let seen = timeout(SETTLE, stream.read(&mut read)).await;
    ensure!(
        seen.is_ok_and(|read| read.is_ok_and(|bytes| bytes > 0)),
        "the stream has ended"
    );
    server.stop().await?;
    Ok(format!(
        "{refused} refused with 503 of {rest}; all {VOTERS} counted, closed and revealed with under 4 MiB left"
    ))
}
