//! A network that is cut without a word: phones in a network of their own, whose only cable is taken down.

use std::net::SocketAddr;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::time::sleep;

use super::connections::{GONE_WITHIN, votes};
use super::room::{Room, VOTERS, connected};
use super::{NotDone, Round};

/// So many phones are in that network.
const PHONES: usize = 20;

/// A network for one round, taken away with its handle.
struct PhoneNetwork {
    name: String,
    /// The server's end of the cable.
    ours: String,
    address: String,
}

impl PhoneNetwork {
    async fn laid(round: u32) -> Result<Self> {
        let id = std::process::id() % 10_000;
        let network = Self {
            name: format!("barometer-{id}-{round}"),
            ours: format!("bar{id}-{}", round % 100),
            address: format!("10.213.{}.1", round % 200),
        };
        let Self {
            name,
            ours,
            address,
        } = &network;
        let theirs = format!("{address}0");
        let phones = format!("{ours}p");
        for line in [
            format!("netns add {name}"),
            format!("link add {ours} type veth peer name {phones} netns {name}"),
            format!("addr add {address}/24 dev {ours}"),
            format!("link set {ours} up"),
            format!("-n {name} addr add {theirs}/24 dev {phones}"),
            format!("-n {name} link set {phones} up"),
        ] {
            ip(&line).await?;
        }
        Ok(network)
    }

    async fn cut(&self) -> Result<()> {
        ip(&format!("-n {0} link set {1}p down", self.name, self.ours)).await
    }
}

impl Drop for PhoneNetwork {
    fn drop(&mut self) {
        for line in [["link", "del", &self.ours], ["netns", "del", &self.name]] {
            let _ = std::process::Command::new("ip")
                .args(line)
                .stderr(Stdio::null())
                .status();
        }
    }
}

async fn ip(line: &str) -> Result<()> {
    let done = Command::new("ip").args(line.split(' ')).output().await?;
    let complaint = String::from_utf8_lossy(&done.stderr).into_owned();
    if !done.status.success() {
        let why = format!("a network of phones needs the right to lay one: ip {line}: {complaint}");
        return Err(NotDone(why).into());
    }
    Ok(())
}

/// Cuts the phones off while a room votes.
pub(super) async fn vanished_phones(round: Round) -> Result<String> {
    let network = PhoneNetwork::laid(round.number).await?;
    let server = round
        .program()
        .begin_on(&round.place, network.address.parse()?)
        .await?;
    let mut room = Room::opened(&server).await?;
    let mut phones = Command::new("ip")
        .args(["netns", "exec", &network.name])
        .arg(std::env::current_exe()?)
        .args(["hold-streams", &server.address.to_string(), &server.code])
        .arg(PHONES.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let output = phones.stdout.take().context("the phones have an output")?;
    let first = BufReader::new(output).lines().next_line().await?;
    ensure!(first.is_some(), "the phones did not connect");
    while connected(&mut room.presenter).await? < PHONES as u64 {
        sleep(Duration::from_millis(100)).await;
    }
    network.cut().await?;
    let begun = Instant::now();
    let slowest = votes(&mut room).await?;
    while connected(&mut room.presenter).await? > 0 {
        ensure!(
            begun.elapsed() < GONE_WITHIN,
            "they are still counted after 30 s"
        );
        sleep(Duration::from_millis(250)).await;
    }
    let gone = begun.elapsed();
    room.counts(VOTERS).await?;
    phones.kill().await?;
    server.stop().await?;
    Ok(format!(
        "{PHONES} gone after {:.1} s; the slowest vote meanwhile took {} ms",
        gone.as_secs_f64(),
        slowest.as_millis()
    ))
}

/// Opens streams and reads them, until this process ends: the phones' side of it.
pub(crate) async fn hold_streams(address: SocketAddr, code: &str, number: usize) -> Result<()> {
    for _ in 0..number {
        let mut stream = TcpStream::connect(address).await?;
        let head =
            format!("GET /api/v1/webinars/{code}/events HTTP/1.1\r\nHost: {address}\r\n\r\n");
        stream.write_all(head.as_bytes()).await?;
        tokio::spawn(async move {
            let mut read = [0; 4096];
            while stream.read(&mut read).await.is_ok_and(|bytes| bytes > 0) {}
        });
    }
    println!("connected");
    std::future::pending().await
}
