//! The servers that are measured, each a process of its own that ends with its handle.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use crate::Votes;
use crate::http::Target;

/// What the vendor's one-time link holds.
pub(crate) const SETUP_TOKEN: &str = "the vendor of the bench";
/// A server must answer by then.
const START_WITHIN: Duration = Duration::from_secs(10);
/// Ticks of the processor clock in `/proc`, which Linux fixes at 100 a second.
const TICK: Duration = Duration::from_millis(10);

/// A running server with one webinar.
pub(crate) struct Server {
    process: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// The webinar's code.
    pub(crate) code: String,
    /// The presenter's secret.
    pub(crate) secret: String,
}

/// What is measured, and where: the same of every bench.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct MeasuredPlace {
    /// The server's program.
    #[arg(long, hide = true, default_value = "target/release/barometer")]
    pub(crate) server: PathBuf,
    /// The webinar that is played on it.
    #[arg(long, hide = true, default_value = "crates/server/demo/demo.json")]
    pub(crate) webinar: PathBuf,
    /// Where the data lies while it runs: the disk that is measured. Tables are written there too.
    #[arg(long, hide = true, default_value = "target")]
    pub(crate) scratch: PathBuf,
}

impl MeasuredPlace {
    /// A folder of its own, gone with the answer.
    pub(crate) fn folder(&self) -> Result<TempDir> {
        fs::create_dir_all(&self.scratch)?;
        let folder = tempfile::Builder::new()
            .prefix("bench-")
            .tempdir_in(&self.scratch)?;
        Ok(folder)
    }

    /// The program with its webinar.
    pub(crate) fn program(&self) -> Program<'_> {
        Program {
            server: &self.server,
            webinar: &self.webinar,
        }
    }
}

/// The real server's program, and the webinar that is played on it.
pub(crate) struct Program<'a> {
    /// The program.
    pub(crate) server: &'a Path,
    /// The webinar's file.
    pub(crate) webinar: &'a Path,
}

impl Program<'_> {
    /// Starts it with a new database in `directory` and a real webinar in it.
    pub(crate) async fn begin(&self, directory: &Path) -> Result<Server> {
        self.begin_at(directory, free_address()?).await
    }

    async fn begin_at(&self, directory: &Path, address: SocketAddr) -> Result<Server> {
        let (code, secret) = self.import(self.webinar, directory, address).await?;
        self.serve(directory, address, code, secret).await
    }

    /// The same with copies of the webinar, so many in all; answers with the code and the presenter's secret of each.
    pub(crate) async fn begin_many(
        &self,
        directory: &Path,
        number: u32,
    ) -> Result<(Server, Vec<(String, String)>)> {
        let address = free_address()?;
        let webinar: serde_json::Value = serde_json::from_slice(&fs::read(self.webinar)?)?;
        let copy = directory.join("copy.json");
        fs::create_dir_all(directory)?;
        let mut links = Vec::new();
        for place in 1..=number {
            let mut one = webinar.clone();
            let title = one["webinar"]["title"].as_str().unwrap_or_default();
            one["webinar"]["title"] = format!("{title} {place}").into();
            fs::write(&copy, one.to_string())?;
            links.push(self.import(&copy, directory, address).await?);
        }
        let (code, secret) = links.first().context("no webinar")?.clone();
        let server = self.serve(directory, address, code, secret).await?;
        Ok((server, links))
    }

    /// Takes a webinar in; answers with its code and the presenter's secret.
    async fn import(
        &self,
        webinar: &Path,
        directory: &Path,
        address: SocketAddr,
    ) -> Result<(String, String)> {
        let mut import = self.command("import", directory, address);
        let imported = import.arg(webinar).output().await;
        let imported = imported.with_context(|| self.server.display().to_string())?;
        let (links, complaint) = (text(&imported.stdout), text(&imported.stderr));
        ensure!(imported.status.success(), "import: {complaint}");
        presenter_link(&links).context("import printed no presenter link")
    }

    /// The same on an address of this machine that others reach.
    pub(crate) async fn begin_on(&self, directory: &Path, address: IpAddr) -> Result<Server> {
        let port = TcpListener::bind((address, 0))?.local_addr()?.port();
        self.begin_at(directory, SocketAddr::new(address, port))
            .await
    }

    /// What becomes of another server over the same `directory`: it is not to begin.
    pub(crate) async fn second(&self, directory: &Path) -> Result<Output> {
        let mut second = self.command("serve", directory, free_address()?);
        second
            .arg("--dist")
            .arg(directory.join("dist"))
            .kill_on_drop(true);
        let ended = timeout(START_WITHIN, second.output()).await;
        Ok(ended.context("the second server goes on")??)
    }

    /// Starts it over what an earlier run left in `directory`, where that was.
    pub(crate) async fn again_at(
        &self,
        directory: &Path,
        address: SocketAddr,
        code: String,
        secret: String,
    ) -> Result<Server> {
        self.serve(directory, address, code, secret).await
    }

    /// Starts it over what an earlier run left in `directory`.
    pub(crate) async fn again(
        &self,
        directory: &Path,
        code: String,
        secret: String,
    ) -> Result<Server> {
        self.serve(directory, free_address()?, code, secret).await
    }

    async fn serve(
        &self,
        directory: &Path,
        address: SocketAddr,
        code: String,
        secret: String,
    ) -> Result<Server> {
        let dist = directory.join("dist");
        for page in [
            "phone/index.html",
            "preview/preview.html",
            "staff/staff.html",
            "vendor/vendor.html",
            "desk/desk.html",
            "participation/participation.html",
            "finance/finance.html",
        ] {
            let page = dist.join(page);
            fs::create_dir_all(page.parent().context("a page lies in a folder")?)?;
            fs::write(page, "<!doctype html><title>bench</title>")?;
        }
        let mut serve = self.command("serve", directory, address);
        serve.args(["--setup-token", SETUP_TOKEN]);
        if !address.ip().is_loopback() {
            serve.arg("--allow-insecure-lan");
        }
        serve.arg("--dist").arg(dist).stdout(Stdio::null());
        let process = start(&mut serve)?;
        let mut server = Server {
            process,
            address,
            code,
            secret,
        };
        server.wait().await?;
        Ok(server)
    }

    fn command(&self, name: &str, directory: &Path, address: SocketAddr) -> Command {
        let mut command = Command::new(self.server);
        let database = format!("sqlite:{}", directory.join("data/barometer.db").display());
        command.args([name, "--database-url", &database]);
        command.arg("--secrets-dir").arg(directory.join("secrets"));
        command.args(["--bind", &address.to_string()]);
        command.args(["--public-url", &format!("http://{address}")]);
        // What it complains about is what is brought about here.
        if std::env::var_os("RUST_LOG").is_none() {
            command.env("RUST_LOG", "off");
        }
        command
    }
}

impl Server {
    /// The real one, with a new database in `directory` and a real webinar in it.
    pub(crate) async fn real(options: &Votes, directory: &Path) -> Result<Self> {
        options.place.program().begin(directory).await
    }

    /// Where its webinar is, for browsers that keep their connection.
    pub(crate) fn target(&self) -> Arc<Target> {
        Arc::new(Target {
            address: self.address,
            code: self.code.clone(),
            keep_alive: true,
        })
    }

    /// The one that keeps nothing.
    pub(crate) async fn baseline(pace: Duration) -> Result<Self> {
        let mut baseline = Command::new(std::env::current_exe()?);
        baseline.args(["baseline", "--pace-ms", &pace.as_millis().to_string()]);
        // It ends when this end of its input does, however that comes about.
        let mut process = start(baseline.stdin(Stdio::piped()).stdout(Stdio::piped()))?;
        let output = process
            .stdout
            .take()
            .context("the baseline has an output")?;
        let first = BufReader::new(output).lines().next_line().await?;
        let address = first.context("the baseline ended at once")?.parse()?;
        Ok(Self {
            process,
            address,
            code: "BASE22".into(),
            secret: String::new(),
        })
    }

    async fn wait(&mut self) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(self.address).await.is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("the server ended: {status}");
            }
            ensure!(start.elapsed() < START_WITHIN, "the server does not answer");
            sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Processor time so far; zero where the system does not tell.
    pub(crate) fn worked(&self) -> Duration {
        let stat = self.about("stat").unwrap_or_default();
        // The name in brackets may hold anything; user and system time are the 12th and 13th after it.
        let fields = stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .split_whitespace();
        let ticks: u32 = fields
            .skip(11)
            .take(2)
            .filter_map(|field| field.parse::<u32>().ok())
            .sum();
        TICK * ticks
    }

    /// Processor time of all threads so far, to the nanosecond; zero where the system does not tell.
    pub(crate) fn processor_time(&self) -> Duration {
        let Some(id) = self.process.id() else {
            return Duration::ZERO;
        };
        let threads = fs::read_dir(format!("/proc/{id}/task"))
            .into_iter()
            .flatten();
        let times = threads.filter_map(|thread| {
            let told = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
            told.split_whitespace().next()?.parse::<u64>().ok()
        });
        Duration::from_nanos(times.sum())
    }

    /// The peak of resident memory, in megabytes; zero where the system does not tell.
    pub(crate) fn memory(&self) -> f64 {
        self.in_megabytes("VmHWM:")
    }

    fn in_megabytes(&self, name: &str) -> f64 {
        let status = self.about("status").unwrap_or_default();
        let size = status.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = size.and_then(|size| size.trim().strip_suffix(" kB")?.parse::<f64>().ok());
        kilobytes.unwrap_or_default() / 1024.0
    }

    /// Resident memory as it is now, in megabytes; zero where the system does not tell.
    pub(crate) fn memory_now(&self) -> f64 {
        self.in_megabytes("VmRSS:")
    }

    fn about(&self, file: &str) -> Option<String> {
        let id = self.process.id()?;
        fs::read_to_string(format!("/proc/{id}/{file}")).ok()
    }

    /// Ends it and waits until it is gone.
    pub(crate) async fn stop(mut self) -> Result<()> {
        Ok(self.process.kill().await?)
    }
}

fn start(command: &mut Command) -> Result<Child> {
    let program = command.as_std().get_program().display().to_string();
    command.kill_on_drop(true).spawn().context(program)
}

/// A port that was free a moment ago.
fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Code and secret in `…/w/CODE/present#SECRET`.
fn presenter_link(links: &str) -> Option<(String, String)> {
    let (before, after) = links.split_once("/present#")?;
    let code = before.rsplit('/').next()?;
    let secret = after.split_whitespace().next()?;
    Some((code.to_owned(), secret.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_presenter_link_is_found_among_others() {
        let links = "Title\n  Presenter  http://127.0.0.1:1/w/4K7P2M/present#abc\n  Code 4K7 P2M";
        assert_eq!(presenter_link(links), Some(("4K7P2M".into(), "abc".into())));
        assert_eq!(presenter_link("nothing"), None);
    }
}
