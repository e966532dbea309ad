//! The program as a process of its own, with the demo in it.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio_rustls::rustls::pki_types::CertificateDer;

use crate::client::{Address, HOST};

/// A process that ends with the test.
pub(crate) struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Process {
    /// Starts it, and waits until it listens at this port.
    pub(crate) fn start(command: &mut Command, port: u16) -> Self {
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        let mut process = Self(child.unwrap());
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = process.0.try_wait().unwrap();
            assert!(ended.is_none(), "{command:?}: {ended:?}");
            assert!(began.elapsed() < Duration::from_mins(1), "{command:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
        process
    }
}

/// A folder with a certificate of [`HOST`], its key, and an app with two files.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) certificate: CertificateDer<'static>,
}

/// A script of the app, with a hash in its name.
pub(crate) const SCRIPT: &str = "/app-0123456789abcdef.js";
/// What is in it, packed and as it is.
pub(crate) const PACKED: &str = "as if it were packed";

impl Place {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pair = rcgen::generate_simple_self_signed([HOST.to_owned()]).unwrap();
        let write = |name: &str, content: &str| fs::write(folder.path().join(name), content);
        write("cert.pem", &pair.cert.pem()).unwrap();
        write("key.pem", &pair.signing_key.serialize_pem()).unwrap();
        fs::create_dir_all(folder.path().join("dist/phone")).unwrap();
        write(
            "dist/phone/index.html",
            "<!doctype html><title>Barometer</title>",
        )
        .unwrap();
        let script = format!("dist/phone{SCRIPT}");
        write(&script, "let x = 1;").unwrap();
        write(&format!("{script}.br"), PACKED).unwrap();
        Self {
            certificate: pair.cert.der().clone(),
            folder,
        }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    pub(crate) fn at(&self, port: u16) -> Address {
        Address {
            port,
            certificate: self.certificate.clone(),
        }
    }

    /// Serves the demo at `port` to people who reach it at `public`.
    pub(crate) fn serve(&self, port: u16, public: &Address, more: &[&str]) -> Process {
        let mut command = barometer();
        let data = self.path("data/barometer.db");
        command
            .args(["serve", "--demo", "--bind", &format!("127.0.0.1:{port}")])
            .args(["--public-url", &public.origin()])
            .args(["--database-url", &format!("sqlite:{data}")])
            .args(["--secrets-dir", &self.path("secrets")])
            .args(["--dist", &self.path("dist")])
            .args(more)
            .current_dir(&self.folder);
        Process::start(&mut command, port)
    }
}

/// The program, without what the environment might say to it.
pub(crate) fn barometer() -> Command {
    let mut command = Command::new(Path::new(env!("CARGO_BIN_EXE_barometer")));
    command.env_clear();
    command
}

/// A port that nobody has.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
