//! The app within the program, held against the app in its folder: every file, each way that a browser may ask for it.

use std::process::Command;

use anyhow::{Result, ensure};

use super::{Release, megabytes};
use crate::app::DOCUMENTS;
use crate::project::{Project, files_under};
use crate::started::{self, Started};

/// What a browser may say beside the address.
const ASKED: [&[&str]; 5] = [
    &[],
    &["accept-encoding: gzip"],
    &["accept-encoding: br, gzip"],
    &["range: bytes=3-17"],
    &["if-modified-since: Sat, 01 Jan 2050 00:00:00 GMT"],
];
/// Pages, and addresses where nothing lies.
const PAGES: [&str; 9] = [
    "/vendor",
    "/vendor/requests",
    "/vendor/wishes",
    "/w/DEM234/present",
    "/w/DEM234/screen",
    "/nothing",
    "/fonts",
    "/fonts/",
    "/vendor-assets/../phone/index.html",
];
/// What differs from one answer to the next.
const OF_THE_MOMENT: [&str; 3] = ["date:", "x-request-id:", "barometer-clock:"];

/// Starts the program twice, with the app within and with the folder, and compares all that they answer.
pub(super) fn compare(project: &Project, release: &Release) -> Result<Vec<String>> {
    let took = started::from(
        &release.program,
        &started::empty_folder(project, "one-file")?,
    )?;
    let dist = project.path("dist");
    let within = serve(project, release, "within", &[])?;
    let beside = serve(
        project,
        release,
        "beside",
        &["--dist", &dist.display().to_string()],
    )?;
    let mut paths: Vec<String> = PAGES.map(str::to_owned).into();
    for document in DOCUMENTS {
        let folder = document.folder(project);
        let address = if document.name == "phone" {
            String::new()
        } else {
            format!("/{}-assets", document.name)
        };
        for file in files_under(&folder)? {
            let name = file.strip_prefix(&folder)?.display();
            paths.push(format!("{address}/{name}"));
        }
    }
    for path in &paths {
        for headers in ASKED {
            let mut both = [within.get(path, headers)?, beside.get(path, headers)?];
            for answer in &mut both {
                let lasts =
                    |line: &String| !OF_THE_MOMENT.iter().any(|name| line.starts_with(name));
                answer.headers.retain(lasts);
                answer.headers.iter_mut().for_each(in_whole_seconds);
                answer.headers.sort();
            }
            let [one, other] = &both;
            ensure!(
                one.status == other.status
                    && one.headers == other.headers
                    && one.body == other.body,
                "{path} {headers:?}: {} {:?}, from the folder {} {:?}",
                one.status,
                one.headers,
                other.status,
                other.headers
            );
        }
    }
    let size = std::fs::metadata(&release.program)?.len();
    Ok(vec![
        format!(
            "barometer, {}: it serves from an empty folder after {took} ms",
            megabytes(usize::try_from(size)?)
        ),
        format!(
            "{} addresses, each asked for in {} ways: the same from within and from the folder",
            paths.len(),
            ASKED.len()
        ),
    ])
}

/// A file's tag has the time when it was written; a program keeps it in whole seconds, a disk to the nanosecond.
fn in_whole_seconds(header: &mut String) {
    if let Some((seconds, rest)) = header
        .split_once('.')
        .filter(|_| header.starts_with("etag:"))
        && let Some((_, length)) = rest.split_once('-')
    {
        *header = format!("{seconds}-{length}");
    }
}

fn serve(project: &Project, release: &Release, name: &str, more: &[&str]) -> Result<Started> {
    let at = started::free_address()?;
    let mut command = Command::new(&release.program);
    command
        // One public address for both, as it stands in pages.
        .args(["serve", "--demo", "--public-url", "http://127.0.0.1:3000"])
        .args(["--bind", &at.to_string()])
        .args(more)
        .env_clear()
        .current_dir(started::empty_folder(project, name)?);
    Started::new(&mut command, at)
}
