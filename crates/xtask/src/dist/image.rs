//! The container's image, put together without a daemon: an OCI layout in one tar file, which `docker load`, `podman load`
//! and `skopeo` take. In it is the program, the libraries that it names, and nothing else: no shell, no packages, and a
//! user who is not root.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::archive::{Archive, Rights, gzip};
use super::{Release, megabytes};
use crate::project::{Project, output_of};
use crate::started::{self, Started};

/// Who runs the program: as in other images without a shell.
const USER: u64 = 65_532;
const PROGRAM: &str = "usr/bin/barometer";
const LAYOUT: &[u8] = br#"{"imageLayoutVersion":"1.0.0"}"#;

/// Writes the image and tries it.
pub(super) fn make(project: &Project, release: &Release) -> Result<Vec<String>> {
    let name = format!("barometer-{}-oci.tar", release.version);
    let program = fs::read(&release.program)?;
    let libraries = libraries(&release.program)?;
    let layers = [base(&libraries, release.at)?, own(&program, release.at)?];
    let bytes = image(&layers, release)?;
    let file = release.folder.join(&name);
    fs::write(&file, &bytes)?;
    let layers = check(&bytes)?;
    let mut said = vec![format!(
        "{name}, {}: digests and sizes fit, {} libraries of the system",
        megabytes(bytes.len()),
        libraries.len()
    )];
    said.push(run(project, &layers)?);
    Ok(said)
}

/// The libraries that a program names, where its loader looks for them.
fn libraries(program: &Path) -> Result<Vec<PathBuf>> {
    let said = output_of(Command::new("ldd").arg(program))?;
    let named = said.lines().filter_map(|line| {
        let line = line.split('(').next()?.trim();
        let path = line.rsplit("=> ").next()?.trim();
        path.starts_with('/').then(|| PathBuf::from(path))
    });
    Ok(named.collect())
}

/// What the program stands on.
fn base(libraries: &[PathBuf], at: u64) -> Result<Vec<u8>> {
    let mut layer = Archive::new(at, "");
    let passwd =
        format!("root:x:0:0:root:/:/none\nbarometer:x:{USER}:{USER}:barometer:/data:/none\n");
    layer.folder("etc", Rights::RUN)?;
    layer.file("etc/passwd", Rights::READ, passwd.as_bytes())?;
    let group = format!("root:x:0:\nbarometer:x:{USER}:\n");
    layer.file("etc/group", Rights::READ, group.as_bytes())?;
    layer.file("etc/nsswitch.conf", Rights::READ, b"hosts: files dns\n")?;
    layer.folder("tmp", Rights::root(0o1777))?;
    for library in libraries {
        let name = library.strip_prefix("/")?.display().to_string();
        let content = fs::read(library).with_context(|| name.clone())?;
        layer.file(&name, Rights::RUN, &content)?;
    }
    for package in ["libc6", "libgcc-s1"] {
        let licence = format!("usr/share/doc/{package}/copyright");
        if let Ok(content) = fs::read(Path::new("/").join(&licence)) {
            layer.file(&licence, Rights::READ, &content)?;
        }
    }
    layer.finish()
}

/// The program, and the folders that it writes to.
fn own(program: &[u8], at: u64) -> Result<Vec<u8>> {
    let mut layer = Archive::new(at, "");
    layer.file(PROGRAM, Rights::RUN, program)?;
    for folder in ["data", "secrets"] {
        let rights = Rights {
            owner: USER,
            mode: 0o700,
        };
        layer.folder(folder, rights)?;
    }
    layer.finish()
}

fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// An OCI layout (image-spec 1.1), with the list that `docker load` of older versions reads.
fn image(layers: &[Vec<u8>], release: &Release) -> Result<Vec<u8>> {
    let mut blobs: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut keep = |media: &str, bytes: Vec<u8>| {
        let digest = digest(&bytes);
        let described = json!({ "mediaType": media, "digest": format!("sha256:{digest}"), "size": bytes.len() });
        blobs.insert(digest, bytes);
        described
    };
    let ids: Vec<String> = layers
        .iter()
        .map(|layer| format!("sha256:{}", digest(layer)))
        .collect();
    let mut packed = Vec::new();
    for layer in layers {
        packed.push(keep(
            "application/vnd.oci.image.layer.v1.tar+gzip",
            gzip(layer)?,
        ));
    }
    let config = config(&ids, release);
    let config = keep(
        "application/vnd.oci.image.config.v1+json",
        config.to_string().into(),
    );
    let manifest = json!({ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": config, "layers": packed });
    let mut manifest = keep(
        "application/vnd.oci.image.manifest.v1+json",
        manifest.to_string().into(),
    );
    let tag = format!("barometer:{}", release.version);
    manifest["annotations"] = json!({ "org.opencontainers.image.ref.name": release.version,
        "io.containerd.image.name": format!("docker.io/library/{tag}") });
    manifest["platform"] = json!({ "architecture": "amd64", "os": "linux" });
    let index = json!({ "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": [manifest] });
    let blob = |described: &Value| {
        let digest = described["digest"].as_str().unwrap_or_default();
        digest.replace("sha256:", "blobs/sha256/")
    };
    let of_docker = json!([{ "Config": blob(&config), "RepoTags": [tag],
        "Layers": packed.iter().map(blob).collect::<Vec<_>>() }]);
    let mut whole = Archive::new(release.at, "");
    whole.file("oci-layout", Rights::READ, LAYOUT)?;
    whole.file("index.json", Rights::READ, index.to_string().as_bytes())?;
    whole.file(
        "manifest.json",
        Rights::READ,
        of_docker.to_string().as_bytes(),
    )?;
    for (digest, bytes) in &blobs {
        whole.file(&format!("blobs/sha256/{digest}"), Rights::READ, bytes)?;
    }
    whole.finish()
}

/// How a container of it is run.
fn config(ids: &[String], release: &Release) -> Value {
    let seconds = |count: u64| count * 1_000_000_000;
    json!({
        "architecture": "amd64",
        "os": "linux",
        "config": {
            "User": format!("{USER}:{USER}"),
            "WorkingDir": "/data",
            "Entrypoint": [format!("/{PROGRAM}")],
            "Cmd": ["serve"],
            "Env": ["BIND_ADDR=0.0.0.0:3000", "DATABASE_URL=sqlite:/data/barometer.db", "SECRETS_DIR=/secrets"],
            "ExposedPorts": { "3000/tcp": {} },
            "Volumes": { "/data": {}, "/secrets": {} },
            "StopSignal": "SIGTERM",
            "Healthcheck": { "Test": ["CMD", format!("/{PROGRAM}"), "healthcheck"],
                "Interval": seconds(30), "Timeout": seconds(6), "StartPeriod": seconds(10), "Retries": 3 },
            "Labels": {
                "org.opencontainers.image.title": "Barometer",
                "org.opencontainers.image.version": release.version,
                "org.opencontainers.image.licenses": "MIT OR Apache-2.0",
            },
        },
        "rootfs": { "type": "layers", "diff_ids": ids },
    })
}

/// Reads an image as a container's engine does, holds every digest and size against what is there, and gives its layers.
fn check(image: &[u8]) -> Result<Vec<Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in tar::Archive::new(image).entries()? {
        let mut entry = entry?;
        let mut content = Vec::new();
        std::io::copy(&mut entry, &mut content)?;
        files.insert(entry.path()?.display().to_string(), content);
    }
    ensure!(
        files.get("oci-layout").map(Vec::as_slice) == Some(LAYOUT),
        "no layout"
    );
    let blob = |described: &Value| {
        let name = described["digest"].as_str().context("no digest")?;
        let hex = name.strip_prefix("sha256:").context("another digest")?;
        let bytes = files
            .get(&format!("blobs/sha256/{hex}"))
            .context(name.to_owned())?;
        ensure!(digest(bytes) == hex, "{name} is of other bytes");
        ensure!(described["size"] == bytes.len(), "{name} has another size");
        Ok(bytes)
    };
    let index: Value = serde_json::from_slice(files.get("index.json").context("no index")?)?;
    let manifest: Value = serde_json::from_slice(blob(&index["manifests"][0])?)?;
    let config: Value = serde_json::from_slice(blob(&manifest["config"])?)?;
    let is_root = config["config"]["User"]
        .as_str()
        .is_none_or(|user| user.starts_with('0') || user.starts_with("root"));
    ensure!(!is_root, "it runs as root");
    let ids = config["rootfs"]["diff_ids"]
        .as_array()
        .context("no layers")?;
    let packed = manifest["layers"].as_array().context("no layers")?;
    ensure!(
        ids.len() == packed.len(),
        "{} layers, {} of them named",
        packed.len(),
        ids.len()
    );
    let mut layers = Vec::new();
    for (id, described) in ids.iter().zip(packed) {
        let mut layer = Vec::new();
        let mut unpacked = flate2::read::GzDecoder::new(blob(described)?.as_slice());
        std::io::copy(&mut unpacked, &mut layer)?;
        ensure!(
            *id == format!("sha256:{}", digest(&layer)),
            "{id} is of another layer"
        );
        layers.push(layer);
    }
    Ok(layers)
}

/// Unpacks the layers and starts the program in them as its user, where one may: with nothing of this system in sight.
fn run(project: &Project, layers: &[Vec<u8>]) -> Result<String> {
    let root = started::empty_folder(project, "image")?;
    for layer in layers {
        let mut layer = tar::Archive::new(layer.as_slice());
        layer.set_preserve_permissions(true);
        layer.set_preserve_ownerships(true);
        if layer.unpack(&root).is_err() {
            return Ok("NOT TRIED: only root can unpack an image with its owners".into());
        }
    }
    let at = started::free_address()?;
    let chroot = |args: &[&str]| {
        let mut command = Command::new("/usr/sbin/chroot");
        command
            .arg(format!("--userspec={USER}:{USER}"))
            .arg(&root)
            .arg(format!("/{PROGRAM}"))
            .args(args)
            .env_clear()
            .env("BIND_ADDR", at.to_string())
            .env("DATABASE_URL", "sqlite:/data/barometer.db")
            .env("SECRETS_DIR", "/secrets");
        command
    };
    if output_of(&mut chroot(&["--version"])).is_err() {
        return Ok("NOT TRIED: chroot is not allowed here".into());
    }
    let server = Started::new(&mut chroot(&["serve", "--demo"]), at)?;
    started::look(&server)?;
    ensure!(
        chroot(&["healthcheck"]).status()?.success(),
        "the health check fails"
    );
    Ok(format!(
        "its layers alone, as user {USER}: it serves and finds itself well"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Vec<u8> {
        let release = Release {
            program: "/nowhere".into(),
            version: "1.2.3".into(),
            at: 1_700_000_000,
            folder: "/nowhere".into(),
        };
        let layers = [
            base(&[], release.at).unwrap(),
            own(b"program", release.at).unwrap(),
        ];
        image(&layers, &release).unwrap()
    }

    #[test]
    fn an_image_fits_its_digests_and_is_the_same_each_time() {
        let image = example();
        assert_eq!(image, example());
        let layers = check(&image).unwrap();
        let mut own = tar::Archive::new(layers[1].as_slice());
        let listed: Vec<_> = own
            .entries()
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                let header = entry.header();
                let path = entry.path().unwrap().display().to_string();
                (path, header.uid().unwrap(), header.mode().unwrap())
            })
            .collect();
        let wanted = [
            (PROGRAM, 0, 0o755),
            ("data/", USER, 0o700),
            ("secrets/", USER, 0o700),
        ];
        assert_eq!(
            listed,
            wanted.map(|(path, user, mode)| (path.to_owned(), user, mode))
        );
    }

    #[test]
    fn a_changed_byte_is_found() {
        let mut image = example();
        let name = b"\"Entrypoint\"";
        let at = image
            .windows(name.len())
            .position(|part| part == name)
            .unwrap();
        image[at + 1] = b'e';
        assert!(check(&image).is_err());
    }
}
