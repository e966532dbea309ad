//! The least that a stage change can take: one loop that writes as many bytes as a view has to as many sockets.

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::task::JoinSet;

/// How long a view is, with what a chunk adds.
const VIEW: usize = 1_024;
/// How often it is measured; the median counts.
const TIMES: usize = 5;

/// A process that prints its address, takes so many connections, and at each line of its input writes a view to all.
pub(crate) async fn serve(streams: u32) -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    println!("{}", listener.local_addr()?);
    let mut connected = Vec::new();
    for _ in 0..streams {
        let (stream, _) = listener.accept()?;
        stream.set_nodelay(true)?;
        connected.push(stream);
    }
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while lines.next_line().await?.is_some() {
        for stream in &mut connected {
            stream.write_all(&[b'x'; VIEW])?;
        }
    }
    Ok(())
}

/// From the word to write until the last of so many sockets has got everything.
pub(crate) async fn measure(streams: u32) -> Result<Duration> {
    let mut process = Command::new(std::env::current_exe()?);
    process
        .args(["raw-loop", &streams.to_string()])
        .kill_on_drop(true);
    let mut process = process
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let output = process.stdout.take().context("the loop has an output")?;
    let mut input = process.stdin.take().context("the loop has an input")?;
    let address = BufReader::new(output).lines().next_line().await?;
    let address = address.context("the loop ended at once")?;
    let mut sockets = Vec::new();
    for _ in 0..streams {
        sockets.push(TcpStream::connect(&address).await?);
    }
    let mut took = Vec::new();
    for _ in 0..TIMES {
        let mut reading = JoinSet::new();
        for mut socket in sockets.drain(..) {
            reading.spawn(async move {
                socket.read_exact(&mut [0; VIEW]).await?;
                anyhow::Ok((Instant::now(), socket))
            });
        }
        tokio::task::yield_now().await;
        let start = Instant::now();
        input.write_all(b"\n").await?;
        let mut last = start;
        while let Some(read) = reading.join_next().await {
            let (at, socket) = read??;
            last = last.max(at);
            sockets.push(socket);
        }
        took.push(last - start);
    }
    took.sort_unstable();
    Ok(took[TIMES / 2])
}
