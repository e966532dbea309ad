//! The Debian package: the program, a hardened unit, its settings and how it is run. Written here, looked over by `dpkg`
//! and `systemd-analyze` where they are, unpacked and started.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::archive::{Archive, Rights, gzip};
use super::{Release, megabytes};
use crate::project::{Project, output_of};
use crate::started;

/// For which machines this is built.
const ARCHITECTURE: &str = "amd64";
/// Where the program lies in the package.
const PROGRAM: &str = "usr/bin/barometer";
/// Where the unit does.
const UNIT: &str = "usr/lib/systemd/system/barometer.service";
/// The most that a unit may be exposed, of 10, by `systemd-analyze security`.
const MOST_EXPOSED: f32 = 2.0;

/// Writes the package and tries it.
pub(super) fn make(project: &Project, release: &Release) -> Result<Vec<String>> {
    let name = format!("barometer_{}_{ARCHITECTURE}.deb", release.version);
    let file = release.folder.join(&name);
    let bytes = package(&files(project, release)?, release)?;
    fs::write(&file, &bytes)?;
    let mut said = vec![format!("{name}, {}", megabytes(bytes.len()))];
    said.extend(check(project, &file)?);
    Ok(said)
}

/// A file of the package: where, whose, what.
struct Packed {
    name: &'static str,
    rights: Rights,
    content: Vec<u8>,
}

fn files(project: &Project, release: &Release) -> Result<Vec<Packed>> {
    let read = |path: &str| fs::read(project.path(path)).with_context(|| path.to_owned());
    let licences = [read("LICENSE-MIT")?, read("LICENSE-APACHE")?].join(&b"\n\n"[..]);
    let readable = |name, content| Packed {
        name,
        rights: Rights::READ,
        content,
    };
    Ok(vec![
        Packed {
            name: PROGRAM,
            rights: Rights::RUN,
            content: fs::read(&release.program)?,
        },
        readable(UNIT, read("packaging/barometer.service")?),
        Packed {
            // It may hold the password of a mail server.
            name: "etc/barometer/barometer.env",
            rights: Rights::root(0o640),
            content: read("packaging/barometer.env")?,
        },
        readable("usr/share/doc/barometer/copyright", licences),
        readable(
            "usr/share/doc/barometer/changelog.gz",
            gzip(&read("CHANGELOG.md")?)?,
        ),
        readable(
            "usr/share/doc/barometer/OPERATIONS.md",
            read("docs/OPERATIONS.md")?,
        ),
        readable(
            "usr/share/doc/barometer/nginx.conf",
            read("docs/proxies/nginx.conf")?,
        ),
        readable(
            "usr/share/doc/barometer/Caddyfile",
            read("docs/proxies/Caddyfile")?,
        ),
        readable(
            "usr/share/doc/barometer/openapi.json",
            read("docs/openapi.json")?,
        ),
        script("postinst", read("packaging/postinst")?),
        script("prerm", read("packaging/prerm")?),
        script("postrm", read("packaging/postrm")?),
    ])
}

/// What `dpkg` runs, and does not install.
fn script(name: &'static str, content: Vec<u8>) -> Packed {
    Packed {
        name,
        rights: Rights::RUN,
        content,
    }
}

impl Packed {
    fn is_script(&self) -> bool {
        !self.name.contains('/')
    }
}

/// An archive of three parts (deb(5)).
fn package(files: &[Packed], release: &Release) -> Result<Vec<u8>> {
    let (scripts, installed): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.is_script());
    let mut data = Archive::new(release.at, "./");
    let mut folders = BTreeSet::new();
    for file in &installed {
        let above = Path::new(file.name).ancestors().skip(1);
        folders.extend(
            above
                .filter_map(Path::to_str)
                .filter(|name| !name.is_empty()),
        );
    }
    for folder in folders {
        data.folder(folder, Rights::RUN)?;
    }
    for file in &installed {
        data.file(file.name, file.rights, &file.content)?;
    }
    let size: usize = installed.iter().map(|file| file.content.len()).sum();
    let mut control = Archive::new(release.at, "./");
    let described = described(release, size / 1024);
    control.file("control", Rights::READ, described.as_bytes())?;
    control.file("conffiles", Rights::READ, b"/etc/barometer/barometer.env\n")?;
    for file in scripts {
        control.file(file.name, file.rights, &file.content)?;
    }
    let mut parts = ar::Builder::new(Vec::new());
    for (name, content) in [
        ("debian-binary", b"2.0\n".to_vec()),
        ("control.tar.gz", gzip(&control.finish()?)?),
        ("data.tar.gz", gzip(&data.finish()?)?),
    ] {
        let mut header = ar::Header::new(name.into(), content.len() as u64);
        header.set_mode(0o100_644);
        header.set_mtime(release.at);
        parts.append(&header, content.as_slice())?;
    }
    Ok(parts.into_inner()?)
}

fn described(release: &Release, kilobytes: usize) -> String {
    let Release { version, .. } = release;
    let libc = fs::read(&release.program).map(|bytes| newest_libc(&bytes));
    let libc = libc.unwrap_or_default();
    format!(
        "Package: barometer\n\
         Version: {version}\n\
         Architecture: {ARCHITECTURE}\n\
         Maintainer: The Barometer authors <barometer@localhost>\n\
         Installed-Size: {kilobytes}\n\
         Depends: libc6 (>= {libc}), libgcc-s1\n\
         Section: web\n\
         Priority: optional\n\
         Description: decide together, live in a webinar, which change requests to build\n \
         One program with its pages in it, one file of data. People vote in webinars on\n \
         what is built; nobody learns what one municipality voted.\n"
    )
}

/// The newest version of the C library whose symbols a program names.
fn newest_libc(program: &[u8]) -> String {
    let mark = b"GLIBC_2.";
    let starts = program.windows(mark.len()).enumerate();
    let starts = starts
        .filter(|(_, part)| part == mark)
        .map(|(at, _)| at + mark.len());
    let minors = starts.filter_map(|at| {
        let digits: String = program[at..]
            .iter()
            .map(|byte| char::from(*byte))
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse::<u32>().ok()
    });
    format!("2.{}", minors.max().unwrap_or(0))
}

/// What `dpkg` and systemd say of it, and whether it runs as it was unpacked.
fn check(project: &Project, file: &Path) -> Result<Vec<String>> {
    let mut said = Vec::new();
    let package = file.display().to_string();
    if output_of(Command::new("dpkg-deb").arg("--version")).is_err() {
        return Ok(vec!["NOT TRIED: dpkg-deb is not installed".into()]);
    }
    let dpkg = |args: &[&str]| output_of(Command::new("dpkg-deb").args(args));
    let control = dpkg(&["--info", &package])?;
    ensure!(control.contains("Package: barometer"), "{control}");
    let contents = dpkg(&["--contents", &package])?;
    for (rights, name) in [
        ("-rwxr-xr-x root/root", PROGRAM),
        ("-rw-r--r-- root/root", UNIT),
        ("-rw-r----- root/root", "etc/barometer/barometer.env"),
    ] {
        let line = contents.lines().find(|line| line.ends_with(name));
        let is_good = line.is_some_and(|line| line.starts_with(rights));
        ensure!(is_good, "{name}: {line:?}");
    }
    let root = started::empty_folder(project, "deb")?;
    dpkg(&["--extract", &package, &root.display().to_string()])?;
    let took = started::from(&root.join(PROGRAM), &root)?;
    said.push(format!("unpacked by dpkg-deb, it serves after {took} ms"));
    said.push(exposure(&root)?);
    Ok(said)
}

/// Whether systemd reads the unit, and how exposed it says that it is.
fn exposure(root: &Path) -> Result<String> {
    let unit = root.join(UNIT).display().to_string();
    let asked = output_of(Command::new("systemd-analyze").arg("--version"));
    if asked.is_err() {
        return Ok("NOT TRIED: systemd-analyze is not installed".into());
    }
    // As it would be installed: systemd looks for the program.
    let here = root.join("barometer.service");
    let program = root.join(PROGRAM).display().to_string();
    let text = fs::read_to_string(root.join(UNIT))?;
    fs::write(&here, text.replace("/usr/bin/barometer", &program))?;
    let mut verify = Command::new("systemd-analyze");
    verify.args(["verify", "--man=no"]).arg(here);
    output_of(&mut verify).context("systemd does not take the unit")?;
    let mut security = Command::new("systemd-analyze");
    security.args(["security", "--offline=true", "--no-pager", &unit]);
    let said = output_of(&mut security)?;
    let level = said.split("Overall exposure level for ").nth(1);
    let level = level.and_then(|rest| rest.split_whitespace().nth(1));
    let level: f32 = level.and_then(|level| level.parse().ok()).context(said)?;
    ensure!(level <= MOST_EXPOSED, "exposed by {level}");
    Ok(format!("systemd takes the unit; exposure {level} of 10"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_package_has_its_three_parts_and_every_file_with_its_rights() {
        let release = Release {
            program: "/nowhere".into(),
            version: "1.2.3".into(),
            at: 1_700_000_000,
            folder: "/nowhere".into(),
        };
        let files = [
            Packed {
                name: PROGRAM,
                rights: Rights::RUN,
                content: b"program".to_vec(),
            },
            script("postinst", b"#!/bin/sh\n".to_vec()),
        ];
        let bytes = package(&files, &release).unwrap();
        assert_eq!(
            bytes,
            package(&files, &release).unwrap(),
            "the same each time"
        );
        let mut parts = ar::Archive::new(bytes.as_slice());
        let mut names = Vec::new();
        let mut listed = Vec::new();
        while let Some(part) = parts.next_entry() {
            let mut part = part.unwrap();
            let name = String::from_utf8(part.header().identifier().to_vec()).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            if name.ends_with(".tar.gz") {
                let unpacked = flate2::read::GzDecoder::new(content.as_slice());
                for entry in tar::Archive::new(unpacked).entries().unwrap() {
                    let entry = entry.unwrap();
                    let path = entry.path().unwrap().display().to_string();
                    listed.push(format!("{:o} {path}", entry.header().mode().unwrap()));
                }
            }
            names.push(name);
        }
        assert_eq!(names, ["debian-binary", "control.tar.gz", "data.tar.gz"]);
        for line in [
            "755 postinst",
            "644 control",
            "755 usr/",
            "755 usr/bin/barometer",
        ] {
            let found = listed.iter().any(|listed| listed.replace("./", "") == line);
            assert!(found, "{line}: {listed:?}");
        }
    }

    #[test]
    fn the_newest_version_of_the_c_library_counts() {
        let program = b"..GLIBC_2.3.4..GLIBC_2.34\0GLIBC_2.17";
        assert_eq!(newest_libc(program), "2.34");
    }
}
