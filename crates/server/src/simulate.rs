//! `barometer simulate`: what gets financed in invented webinars, as rows and figures.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use barometer_simulation::Reading;
use barometer_simulation::assumptions::{self, DOCUMENTED, Scenario};
use barometer_simulation::report::{Figures, HEADER, csv_lines};
use barometer_simulation::run::{Plan, RunError, run};
use clap::Args;

/// The width of the progress bar, in letters.
const BAR: u64 = 30;
/// How often it is drawn.
const PACE: Duration = Duration::from_millis(200);

/// Options of `simulate`.
#[derive(Clone, Debug, Args)]
pub struct SimulationArguments {
    /// A TOML file with the assumptions that are to be otherwise, and the own portfolio; `--print-assumptions` shows what
    /// can stand in it.
    #[arg(long, value_name = "FILE")]
    pub assumptions: Option<PathBuf>,
    /// Print all assumptions with their meaning, units and sources, and do nothing else.
    #[arg(long)]
    pub print_assumptions: bool,
    /// The webinars of each scenario.
    #[arg(long, default_value_t = 1_500, value_parser = clap::value_parser!(u32).range(2..=1_000_000))]
    pub webinars: u32,
    /// Only this scenario; can be given again.
    #[arg(long, value_name = "NAME")]
    pub scenario: Vec<String>,
    /// From what everything is drawn: the same seed gives the same rows.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How many threads work; as many as there are cores when nothing is said.
    #[arg(long)]
    pub threads: Option<NonZeroUsize>,
    /// Where the rows go, as CSV; to standard output when nothing is said.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Print the figures to standard output instead of the rows.
    #[arg(long, conflicts_with = "out")]
    pub figures_only: bool,
}

/// Simulates and writes rows and figures: the figures go to standard error, or to standard output where that takes no rows.
///
/// # Errors
/// When a file cannot be read or written, or an assumption cannot be.
pub fn simulate(options: &SimulationArguments) -> Result<(), Box<dyn Error>> {
    if options.print_assumptions {
        print!("{DOCUMENTED}");
        return Ok(());
    }
    let scenarios = scenarios(options)?;
    let readings = Reading::all();
    let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let plan = Plan {
        scenarios: &scenarios,
        readings: &readings,
        webinars: options.webinars,
        seed: options.seed,
        threads: options.threads.unwrap_or_else(cores),
    };
    let mut rows: Option<Box<dyn Write>> = match &options.out {
        Some(file) => {
            let made =
                File::create(file).map_err(|error| format!("{}: {error}", file.display()))?;
            Some(Box::new(BufWriter::new(made)))
        }
        None if options.figures_only => None,
        None => Some(Box::new(BufWriter::new(io::stdout().lock()))),
    };
    let mut figures = Figures::new(&readings, scenarios.len());
    let mut bar = ProgressBar::new(scenarios.len() as u64 * u64::from(options.webinars));
    let simulated = (|| {
        if let Some(rows) = &mut rows {
            rows.write_all(HEADER.as_bytes()).map_err(RunError::Row)?;
        }
        run(&plan, |row| {
            figures.add(&row);
            bar.step();
            rows.as_mut().map_or(Ok(()), |rows| {
                rows.write_all(csv_lines(&scenarios[row.scenario].name, &row).as_bytes())
            })
        })?;
        rows.as_mut()
            .map_or(Ok(()), Write::flush)
            .map_err(RunError::Row)
    })();
    bar.clear();
    match simulated {
        // Whoever reads the rows has had enough.
        Err(RunError::Row(error)) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
        simulated => simulated?,
    }
    let head = format!(
        "{} webinars in each of {} scenarios, seed {}. Each figure with its interval of 95 %.\n\
         \"times\": for each of the usual reading's (votes_by_municipality) in the same webinars.\n",
        options.webinars,
        scenarios.len(),
        options.seed
    );
    let said = head + &figures.table(&scenarios);
    if options.figures_only || options.out.is_some() {
        io::stdout().write_all(said.as_bytes())?;
    } else {
        eprint!("{said}");
    }
    Ok(())
}

/// The scenarios that are asked for.
fn scenarios(options: &SimulationArguments) -> Result<Vec<Scenario>, Box<dyn Error>> {
    let all = match &options.assumptions {
        None => assumptions::scenarios(None)?,
        Some(file) => {
            let name = file.display();
            let text = std::fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
            assumptions::scenarios(Some(&text)).map_err(|error| format!("{name}: {error}"))?
        }
    };
    for name in &options.scenario {
        if !all.iter().any(|scenario| scenario.name == *name) {
            let names: Vec<&str> = all.iter().map(|scenario| scenario.name.as_str()).collect();
            let names = names.join(", ");
            return Err(format!("no scenario is called “{name}”; there are {names}").into());
        }
    }
    let is_asked_for = |scenario: &Scenario| {
        options.scenario.is_empty() || options.scenario.contains(&scenario.name)
    };
    Ok(all.into_iter().filter(is_asked_for).collect())
}

/// A bar on standard error, where that is a terminal.
struct ProgressBar {
    total: u64,
    done: u64,
    begun: Instant,
    drawn: Option<Instant>,
    is_shown: bool,
}

impl ProgressBar {
    fn new(total: u64) -> Self {
        Self {
            total: total.max(1),
            done: 0,
            begun: Instant::now(),
            drawn: None,
            is_shown: io::stderr().is_terminal(),
        }
    }

    fn step(&mut self) {
        self.done += 1;
        let is_due = self.drawn.is_none_or(|drawn| drawn.elapsed() >= PACE);
        if self.is_shown && is_due {
            self.drawn = Some(Instant::now());
            eprint!("\r{}", self.line(self.begun.elapsed()));
        }
    }

    fn line(&self, so_far: Duration) -> String {
        let full = self.done * BAR / self.total;
        let bar: String = (0..BAR)
            .map(|at| if at < full { '█' } else { '░' })
            .collect();
        let left = self.total - self.done;
        let seconds = so_far.as_secs() * left / self.done.max(1);
        format!(
            "{bar} {}/{} webinars, {seconds} s left  ",
            self.done, self.total
        )
    }

    fn clear(&self) {
        if self.is_shown {
            eprint!("\r{}\r", " ".repeat(79));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_says_how_far_it_is_and_how_long_it_takes() {
        let bar = ProgressBar {
            total: 300,
            done: 100,
            begun: Instant::now(),
            drawn: None,
            is_shown: true,
        };
        let line = bar.line(Duration::from_secs(7));
        assert_eq!(
            line,
            "██████████░░░░░░░░░░░░░░░░░░░░ 100/300 webinars, 14 s left  "
        );
    }

    fn options(arguments: &[&str]) -> SimulationArguments {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            simulation: SimulationArguments,
        }
        let line = ["simulate"].iter().chain(arguments);
        <Line as clap::Parser>::parse_from(line).simulation
    }

    #[test]
    fn rows_go_to_the_file_one_for_each_webinar_and_reading() {
        let folder = tempfile::tempdir().unwrap();
        let (own, rows) = (
            folder.path().join("own.toml"),
            folder.path().join("rows.csv"),
        );
        std::fs::write(
            &own,
            "[[portfolio]]\nprice = 60000\n[[portfolio]]\nprice = 240000\n",
        )
        .unwrap();
        let (own, out) = (own.to_str().unwrap(), rows.to_str().unwrap());
        let arguments = [
            "--webinars",
            "3",
            "--scenario",
            "base",
            "--assumptions",
            own,
            "--out",
            out,
        ];
        simulate(&options(&arguments)).unwrap();
        let written = std::fs::read_to_string(&rows).unwrap();
        assert!(written.starts_with(HEADER));
        assert_eq!(written.lines().count(), 1 + 3 * Reading::all().len());
        assert!(
            written.contains("\nbase,3,votes_by_municipality,0,0,2,"),
            "{written}"
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_file_and_value() {
        let said = simulate(&options(&["--scenario", "bse"]))
            .unwrap_err()
            .to_string();
        assert!(
            said.starts_with("no scenario is called “bse”; there are base, "),
            "{said}"
        );
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("own.toml");
        std::fs::write(&own, "[tap]\ncarries = -1.0\n").unwrap();
        let name = own.to_str().unwrap();
        let said = simulate(&options(&["--assumptions", name]))
            .unwrap_err()
            .to_string();
        assert!(
            said.contains("own.toml: scenario base: tap.carries = -1"),
            "{said}"
        );
    }
}
