//! `cargo xtask …`: everything one does with this project, from a fresh machine on.

mod app;
mod bench;
mod bindings;
mod boundaries;
mod changed;
mod compress;
mod contract;
mod debian;
mod dist;
mod faults;
mod minify;
mod module_order;
mod modules;
mod node;
mod packages;
mod progress;
mod project;
mod scripts;
mod sections;
mod serve;
mod size;
mod started;
mod styles;
mod suite;
mod tally;
mod targets;
mod tools;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::app::Mode;
use crate::changed::Part;
use crate::project::Project;

/// Barometer's own commands; each installs what it misses and works from any folder of the project.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds everything and starts the server with the demo webinar.
    Run {
        /// For the server; `--lan` serves phones on the same network, without encryption.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        server_args: Vec<String>,
    },
    /// Builds the documents and the server as they are shipped.
    Build,
    /// Builds one file with the app in it, a Debian package and a container's image into target/dist, and tries each.
    Dist,
    /// Like `run`, but with debug builds.
    Dev {
        /// For the server, as with `run`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        server_args: Vec<String>,
    },
    /// Runs every check and test that CI runs, and stops at the first that fails.
    Test {
        /// Only those that the differences from the main branch can break.
        #[arg(long)]
        changed: bool,
    },
    /// Shows the bytes that a browser downloads before the first tap, and refuses too many.
    Size,
    /// Writes a picture of every screen to target/screens.
    Screens,
    /// Runs Lighthouse (mobile) over join and ballot, and refuses scores below what is promised.
    Lighthouse,
    /// Measures the server under a room full of phones, as ratios to one that keeps nothing.
    Bench {
        /// `votes`, and its options: `--voters 3000`, `--burst`, `--rested`, `--help` …; or `first-vote`, a person's
        /// waiting on a slow phone: `--baseline DIR` with `barometer` and `dist`, `--runs 9`, `--kbps`, `--latency`, `--http2`;
        /// or `browser`, what a page costs that is sent twenty results a second; or
        /// `choice`, the rules that choose under money; or `questions`, a vote with 200 questions and 2,000 supports
        /// beside it, as a ratio to the vote alone; or `addresses`, what a stranger's requests cost; or `timing-attack`, who guesses from what is shown.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Does to the server what may happen to it (a full disk, kills, cut networks, …), and shows what still holds.
    Faults {
        /// The name of one, and options: `--rounds 20`, `--connections 5000`. Without a name, all of them.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<String>,
    },
    /// Has schemathesis ask the built server everything that the API's description names, right and wrong.
    Contract,
    /// Checks licences, sources, duplicates and known weaknesses of the dependencies, with cargo-deny.
    Deny,
}

fn main() -> ExitCode {
    match Cli::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

impl Command {
    fn run(self) -> Result<()> {
        let project = Project::find()?;
        match self {
            Self::Run { server_args } => {
                app::build(&project, Mode::Release)?;
                serve::start(&project, Mode::Release, server_args)
            }
            Self::Build => app::build(&project, Mode::Release),
            Self::Dist => dist::run(&project),
            Self::Dev { server_args } => {
                app::build(&project, Mode::Debug)?;
                serve::start(&project, Mode::Debug, server_args)
            }
            Self::Test { changed: true } => suite::run(&project, &changed::parts(&project)?),
            Self::Test { changed: false } => suite::run(&project, &Part::ALL.into()),
            Self::Size => {
                app::build(&project, Mode::Release)?;
                size::check(&project)
            }
            Self::Screens => {
                app::build(&project, Mode::Release)?;
                node::take_screens(&project)
            }
            Self::Lighthouse => {
                app::build(&project, Mode::Release)?;
                node::lighthouse(&project)
            }
            Self::Bench { args } => bench::votes(&project, args),
            Self::Faults { args } => faults::all(&project, &args),
            Self::Contract => {
                app::build(&project, Mode::Release)?;
                contract::run_schemathesis(&project)
            }
            Self::Deny => suite::deny(&project),
        }
    }
}
