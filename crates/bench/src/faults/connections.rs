//! Connections that are not used as they should be.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use serde_json::json;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::sleep;

use super::Round;
use super::room::{Room, VOTERS, ballot, connected};
use crate::server::Server;

/// Streams that are opened and never read.
const STALLED: usize = 20;
/// Whoever does not read, or is gone, is no longer counted after so long.
pub(super) const GONE_WITHIN: Duration = Duration::from_secs(30);
/// As much of a head as the server holds at most.
const HEAD: usize = 15 * 1024;
/// What the process may cost beside its connections, in megabytes: votes are taken meanwhile.
const BESIDE_MB: f64 = 8.0;

/// Opens streams with the smallest window, reads nothing, and has views sent until nothing more fits.
pub(super) async fn stalled_readers(round: Round) -> Result<String> {
    let server = round.program().begin(&round.place).await?;
    let mut room = Room::opened(&server).await?;
    let mut stalled = Vec::new();
    for _ in 0..STALLED {
        let socket = TcpSocket::new_v4()?;
        socket.set_recv_buffer_size(1)?;
        let mut stream = socket.connect(server.address).await?;
        let head = format!(
            "GET /api/v1/webinars/{}/events HTTP/1.1\r\nHost: {}\r\n\r\n",
            server.code, server.address
        );
        stream.write_all(head.as_bytes()).await?;
        stalled.push(stream);
    }
    let begun = Instant::now();
    while connected(&mut room.presenter).await? < STALLED as u64 {
        ensure!(
            begun.elapsed() < GONE_WITHIN,
            "the streams were never counted"
        );
        sleep(Duration::from_millis(100)).await;
    }
    // Each is a view to every stream.
    for number in 0..40 {
        room.presenter
            .command(json!({ "do": "blank", "on": number % 2 == 0 }))
            .await?;
    }
    let begun = Instant::now();
    let slowest = votes(&mut room).await?;
    let mut left = connected(&mut room.presenter).await?;
    while left > 0 {
        ensure!(
            begun.elapsed() < GONE_WITHIN,
            "{left} are still counted after 30 s"
        );
        sleep(Duration::from_millis(250)).await;
        left = connected(&mut room.presenter).await?;
    }
    let gone = begun.elapsed();
    room.counts(VOTERS).await?;
    drop(stalled);
    server.stop().await?;
    Ok(format!(
        "{STALLED} let go after {:.1} s; the slowest vote meanwhile took {} ms",
        gone.as_secs_f64(),
        slowest.as_millis()
    ))
}

/// Opens many connections, and sends heads that never end.
pub(super) async fn unfinished_heads(round: Round) -> Result<String> {
    let padding = "x".repeat(HEAD);
    let head = format!("GET / HTTP/1.1\r\nHost: stem.test\r\nX-Padding: {padding}");
    held(round, head.as_bytes(), 40.0).await
}

/// Opens many connections, and says nothing.
pub(super) async fn silent(round: Round) -> Result<String> {
    held(round, b"", 4.0).await
}

async fn held(round: Round, said: &[u8], kilobytes: f64) -> Result<String> {
    crate::files::suffice_for_two_each(round.connections)?;
    let server = round.program().begin(&round.place).await?;
    let mut room = Room::opened(&server).await?;
    let before = server.memory_now();
    let held = open(&server, round.connections, said).await?;
    let slowest = votes(&mut room).await?;
    let grown = server.memory_now() - before;
    let most = f64::from(round.connections) * kilobytes / 1024.0 + BESIDE_MB;
    ensure!(
        grown <= most,
        "{} connections cost {grown:.1} MB",
        held.len()
    );
    room.counts(VOTERS).await?;
    drop(held);
    server.stop().await?;
    Ok(format!(
        "{} connections cost {grown:.1} MB; the slowest vote meanwhile took {} ms",
        round.connections,
        slowest.as_millis()
    ))
}

async fn open(server: &Server, number: u32, said: &[u8]) -> Result<Vec<TcpStream>> {
    let mut held = Vec::new();
    for _ in 0..number {
        let mut stream = TcpStream::connect(server.address).await?;
        stream.write_all(said).await?;
        held.push(stream);
    }
    // Until the server has read what was said.
    sleep(Duration::from_millis(500)).await;
    Ok(held)
}

/// All vote, one after another; how long the slowest waited.
pub(super) async fn votes(room: &mut Room) -> Result<Duration> {
    let mut slowest = Duration::ZERO;
    for (voter, browser) in room.voters.iter_mut().enumerate() {
        let sent = Instant::now();
        browser
            .send("PUT", "/ballot", &ballot(voter, 1))
            .await?
            .json()?;
        slowest = slowest.max(sent.elapsed());
    }
    Ok(slowest)
}
