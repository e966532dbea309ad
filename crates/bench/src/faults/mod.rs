//! What may go wrong around a server, done to the server as it is shipped: each fault again and again, each on a server of
//! its own, and what must still hold.

mod connections;
mod disk;
mod network;
mod process;
mod room;

use std::fs;
use std::path::PathBuf;
use std::pin::Pin;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use serde_json::json;
use tokio::task::JoinSet;

use crate::server::{MeasuredPlace, Program};
pub(crate) use network::hold_streams;
pub(crate) use room::Room;

/// Options of `faults`.
#[derive(Args)]
pub(crate) struct Faults {
    /// Which one; by default all of them, beside each other.
    name: Option<String>,
    /// How often each is done.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    rounds: u32,
    /// Connections of those faults that are about many.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(10..=10_000))]
    connections: u32,
    #[command(flatten)]
    place: MeasuredPlace,
}

/// What a round of a fault has to work with.
pub(crate) struct Round {
    server: PathBuf,
    webinar: PathBuf,
    /// A folder of its own.
    place: PathBuf,
    /// Which round it is, from 1.
    number: u32,
    connections: u32,
}

impl Round {
    fn program(&self) -> Program<'_> {
        Program {
            server: &self.server,
            webinar: &self.webinar,
        }
    }
}

type RoundRun = fn(Round) -> Pin<Box<dyn Future<Output = Result<String>> + Send>>;

/// A fault, and what must hold under it.
struct Fault {
    name: &'static str,
    holds: &'static str,
    run: RoundRun,
}

const FAULTS: [Fault; 7] = [
    Fault {
        name: "disk-full",
        holds: "votes are refused with 503, streams stay, close and reveal work in the last 4 MiB, nothing acknowledged is lost",
        run: |round| Box::pin(disk::full(round)),
    },
    Fault {
        name: "kill",
        holds: "after kill -9 between request and answer every acknowledged vote is there, and each place votes once",
        run: |round| Box::pin(process::kill_between_request_and_answer(round)),
    },
    Fault {
        name: "two-servers",
        holds: "the second server on one file is refused with a sentence, and the first goes on",
        run: |round| Box::pin(process::two_servers(round)),
    },
    Fault {
        name: "stalled-readers",
        holds: "streams that are not read are let go within 30 s, and nobody else waits",
        run: |round| Box::pin(connections::stalled_readers(round)),
    },
    Fault {
        name: "vanished-phones",
        holds: "phones whose network is cut without a word are no longer counted after 30 s",
        run: |round| Box::pin(network::vanished_phones(round)),
    },
    Fault {
        name: "unfinished-heads",
        holds: "connections with heads that never end cost under 40 kB each, and votes go on",
        run: |round| Box::pin(connections::unfinished_heads(round)),
    },
    Fault {
        name: "silent-connections",
        holds: "connections that say nothing cost under 4 kB each, and votes go on",
        run: |round| Box::pin(connections::silent(round)),
    },
];

/// The machine does not let this fault be brought about: it says nothing of the server.
#[derive(Debug, thiserror::Error)]
#[error("not done: {0}")]
struct NotDone(String);

/// What the rounds of one fault came to.
struct Outcome {
    fault: &'static Fault,
    /// Whether this machine lets it be brought about.
    is_done: bool,
    passed: u32,
    /// What the last round measured, or the first failure.
    said: String,
    took: Duration,
}

/// Does what is asked for, prints the table, and writes it to `bench/faults.json`.
pub(crate) async fn run(options: &Faults) -> Result<()> {
    let chosen = |fault: &&Fault| {
        options
            .name
            .as_deref()
            .is_none_or(|name| name == fault.name)
    };
    let chosen: Vec<&'static Fault> = FAULTS.iter().filter(chosen).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = FAULTS.iter().map(|fault| fault.name).collect();
        bail!("there is no such fault; there are {}", names.join(", "));
    }
    fs::create_dir_all(options.place.scratch.join("bench"))?;
    let scratch = tempfile::Builder::new()
        .prefix("faults-")
        .tempdir_in(&options.place.scratch)?;
    // Not where the operating system may itself have put a disk of memory.
    let server = fs::canonicalize(&options.place.server).context("the server is not built")?;
    let mut running = JoinSet::new();
    for fault in chosen {
        let rounds = (1..=options.rounds).map(|number| Round {
            server: server.clone(),
            webinar: options.place.webinar.clone(),
            place: scratch.path().join(format!("{}-{number}", fault.name)),
            number,
            connections: options.connections,
        });
        running.spawn(play(fault, rounds.collect()));
    }
    let mut outcomes = Vec::new();
    while let Some(outcome) = running.join_next().await {
        outcomes.push(outcome?);
    }
    let place = |outcome: &Outcome| FAULTS.iter().position(|one| one.name == outcome.fault.name);
    outcomes.sort_by_key(place);
    print(options, &outcomes)
}

async fn play(fault: &'static Fault, rounds: Vec<Round>) -> Outcome {
    let started = Instant::now();
    let mut outcome = Outcome {
        fault,
        is_done: true,
        passed: 0,
        said: String::new(),
        took: Duration::ZERO,
    };
    for round in rounds {
        match (fault.run)(round).await {
            Ok(said) => {
                outcome.passed += 1;
                outcome.said = said;
            }
            Err(error) => {
                outcome.is_done = !error.is::<NotDone>();
                outcome.said = format!("{error:#}");
                break;
            }
        }
    }
    outcome.took = started.elapsed();
    outcome
}

fn print(options: &Faults, outcomes: &[Outcome]) -> Result<()> {
    println!(
        "\n{:<20}{:>8}{:>9}   What holds, and what was seen",
        "Fault", "rounds", "seconds"
    );
    for Outcome {
        fault,
        passed,
        said,
        took,
        ..
    } in outcomes
    {
        let rounds = format!("{passed}/{}", options.rounds);
        println!(
            "{:<20}{rounds:>8}{:>9.1}   {}",
            fault.name,
            took.as_secs_f64(),
            fault.holds
        );
        println!("{:<40}{said}", "");
    }
    let rows = outcomes.iter().map(|outcome| {
        json!({ "fault": outcome.fault.name, "holds": outcome.fault.holds, "passed": outcome.passed,
            "rounds": options.rounds, "seconds": outcome.took.as_secs_f64(), "said": outcome.said })
    });
    let rows: Vec<_> = rows.collect();
    let table = options.place.scratch.join("bench/faults.json");
    fs::write(table, serde_json::to_string_pretty(&rows)?)?;
    let failed = outcomes
        .iter()
        .find(|outcome| outcome.is_done && outcome.passed < options.rounds);
    ensure!(
        failed.is_none(),
        "{} fails",
        failed.map_or("", |outcome| outcome.fault.name)
    );
    Ok(())
}
