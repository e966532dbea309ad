//! Starts a server that was built, as an operator would, and asks it for a page.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::project::Project;

/// How long a server may take until it answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server that ends when this is dropped.
pub(crate) struct Started {
    child: Child,
    pub(crate) at: SocketAddr,
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer: the line with the status, the headers in small letters, the body.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: String,
    pub(crate) headers: Vec<String>,
    pub(crate) body: Vec<u8>,
}

/// A folder with nothing in it.
pub(crate) fn empty_folder(project: &Project, name: &str) -> Result<PathBuf> {
    let folder = project.path("target/try").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// A port that nobody has.
pub(crate) fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

impl Started {
    /// Runs a command that serves at `at`, and waits until it answers that it is ready.
    pub(crate) fn new(command: &mut Command, at: SocketAddr) -> Result<Self> {
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .with_context(|| format!("{command:?}"))?;
        let mut started = Self { child, at };
        let began = Instant::now();
        loop {
            if let Ok(answer) = started.get("/readyz", &[]) {
                ensure!(answer.status.contains(" 200 "), "{}", answer.status);
                return Ok(started);
            }
            if let Some(ended) = started.child.try_wait()? {
                bail!("{command:?} ended: {ended}");
            }
            ensure!(began.elapsed() < PATIENCE, "{command:?} does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Gets an address, on a connection of its own.
    pub(crate) fn get(&self, path: &str, headers: &[&str]) -> Result<Answer> {
        let mut head = format!("GET {path} HTTP/1.1\r\n");
        for header in headers {
            head.push_str(header);
            head.push_str("\r\n");
        }
        self.ask(&head, "")
    }

    /// Posts JSON to an address.
    pub(crate) fn post(&self, path: &str, json: &str) -> Result<Answer> {
        let length = json.len();
        let head = format!(
            "POST {path} HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n"
        );
        self.ask(&head, json)
    }

    fn ask(&self, head: &str, body: &str) -> Result<Answer> {
        let mut connection = TcpStream::connect(self.at)?;
        connection.set_read_timeout(Some(PATIENCE))?;
        let request = format!("{head}host: {}\r\nconnection: close\r\n\r\n{body}", self.at);
        connection.write_all(request.as_bytes())?;
        let mut whole = Vec::new();
        connection.read_to_end(&mut whole)?;
        let end = whole.windows(4).position(|part| part == b"\r\n\r\n");
        let body = whole.split_off(end.context("no head of an answer")? + 4);
        let head = String::from_utf8(whole)?;
        let mut lines = head.trim_end().lines().map(str::to_owned);
        Ok(Answer {
            status: lines.next().unwrap_or_default(),
            headers: lines.collect(),
            body,
        })
    }
}

/// The demo, served by a program that is started in an empty folder: the page of the phone must come. Says after how many
/// milliseconds it was ready.
pub(crate) fn from(program: &Path, folder: &Path) -> Result<u128> {
    let at = free_address()?;
    let began = Instant::now();
    let mut command = Command::new(program);
    command
        .args(["serve", "--demo", "--bind", &at.to_string()])
        .env_clear()
        .current_dir(folder);
    let server = Started::new(&mut command, at)?;
    let took = began.elapsed().as_millis();
    look(&server)?;
    let mut health = Command::new(program);
    health
        .args(["healthcheck", "--bind", &at.to_string()])
        .env_clear();
    ensure!(health.status()?.success(), "the health check fails");
    drop(server);
    ensure!(
        !health.stderr(Stdio::null()).status()?.success(),
        "a health check without a server"
    );
    Ok(took)
}

/// Pages of the app and of the API come.
pub(crate) fn look(server: &Started) -> Result<()> {
    for (path, kind) in [
        ("/", "text/html"),
        ("/w/DEM234", "text/html"),
        ("/vendor", "text/html"),
        ("/api/v1/webinars/DEM234", "application/json"),
    ] {
        let answer = server.get(path, &[])?;
        let is_kind = answer
            .headers
            .iter()
            .any(|line| line.starts_with(&format!("content-type: {kind}")));
        ensure!(
            answer.status.contains(" 200 ") && is_kind,
            "{path}: {answer:?}"
        );
    }
    Ok(())
}
