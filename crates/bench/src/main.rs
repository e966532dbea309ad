//! `barometer-bench`: how fast votes are acknowledged and shown, beside a server that keeps nothing.

mod addresses;
mod baseline;
mod crowd;
mod disk;
mod faults;
mod figures;
mod files;
mod follow;
mod growth;
mod http;
mod joins;
mod presenter;
mod questions;
mod raw_loop;
mod report;
mod scenario;
mod second_device;
mod server;
mod thief;
mod timing_attack;
mod webinars;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::{Args, Parser, Subcommand};
use server::MeasuredPlace;

/// Measures the server under a room full of phones. The load stays on this machine.
#[derive(Parser)]
#[command(name = "barometer-bench", bin_name = "cargo xtask bench")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// A room of phones joins, follows and votes; the presenter opens, closes and reveals.
    Votes(Votes),
    /// The same vote with a room's questions beside it and without them.
    Questions(questions::QuestionBench),
    /// Someone who knows when each colleague clicked guesses what they chose: from what is shown, from a stolen database,
    /// and with a colleague's link.
    TimingAttack(timing_attack::TimingAttack),
    /// What each address costs that a stranger may ask, in processor time of the server.
    Addresses(addresses::Addresses),
    /// Does to the server what may happen to it, and shows what still holds.
    Faults(faults::Faults),
    /// How many come in at a time, each with a place that outlasts a kill.
    Joins(joins::JoinBench),
    /// Many webinars live at once, beside one with as many phones.
    Webinars(webinars::WebinarBench),
    /// How costs grow with participants, candidates, webinars and requests, as exponents.
    Growth(growth::GrowthBench),
    /// Phones that follow a webinar and do nothing else, for a fault of the network.
    #[command(hide = true)]
    HoldStreams {
        /// The server's address.
        address: SocketAddr,
        /// The webinar's code.
        code: String,
        /// How many.
        number: usize,
    },
    /// A loop that writes to sockets. Ends with its standard input.
    #[command(hide = true)]
    RawLoop {
        /// How many connect.
        streams: u32,
    },
    /// The server that keeps nothing. Ends with its standard input.
    #[command(hide = true)]
    Baseline {
        /// How long it waits between two numbers; 0 sends each to everyone.
        #[arg(long, default_value_t = 0)]
        pace_ms: u64,
    },
}

/// Options of `votes`.
#[derive(Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
pub(crate) struct Votes {
    /// How many join and vote, each with a live stream.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(5..=10_000))]
    voters: u32,
    /// Over how many milliseconds their votes are spread at random.
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u64).range(..=60_000))]
    over_ms: u64,
    /// All vote at the same moment.
    #[arg(long, conflicts_with = "over_ms")]
    burst: bool,
    /// Rounds, each with new servers; the median of each figure is shown.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=9))]
    rounds: u32,
    /// Phones that have rested: every request comes on a new connection, all of them at the vote.
    #[arg(long)]
    rested: bool,
    /// Measures the server alone.
    #[arg(long)]
    alone: bool,
    /// Everybody joins and votes by the plain forms of the phone's page, as phones without a script do; the app's way beside
    /// it, in the place of the baselines.
    #[arg(long, conflicts_with = "alone")]
    forms: bool,
    #[command(flatten)]
    place: MeasuredPlace,
}

impl Votes {
    fn over(&self) -> Duration {
        Duration::from_millis(if self.burst { 0 } else { self.over_ms })
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Votes(options) => until_interrupted(scenario::votes(&options)).await,
        Command::Questions(options) => until_interrupted(questions::compare(&options)).await,
        Command::TimingAttack(options) => until_interrupted(timing_attack::attacks(&options)).await,
        Command::Addresses(options) => until_interrupted(addresses::measure(&options)).await,
        Command::Faults(options) => until_interrupted(faults::run(&options)).await,
        Command::HoldStreams {
            address,
            code,
            number,
        } => faults::hold_streams(address, &code, number).await,
        Command::Joins(options) => until_interrupted(joins::measure(&options)).await,
        Command::Webinars(options) => until_interrupted(webinars::compare(&options)).await,
        Command::Growth(options) => until_interrupted(growth::measure(&options)).await,
        Command::RawLoop { streams } => raw_loop::serve(streams).await,
        Command::Baseline { pace_ms } => baseline::serve(Duration::from_millis(pace_ms)).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whatever is dropped here ends the servers it started.
async fn until_interrupted(work: impl Future<Output = Result<()>>) -> Result<()> {
    tokio::select! {
        done = work => done,
        () = interrupted() => bail!("interrupted"),
    }
}

#[cfg(unix)]
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    if let Ok(mut terminate) = signal(SignalKind::terminate()) {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
async fn interrupted() {
    let _ = tokio::signal::ctrl_c().await;
}
