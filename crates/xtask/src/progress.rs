//! Long commands told briefly: what runs, how long it usually takes, how far it is; the rest only when it fails.

use std::io::{BufRead, BufReader, IsTerminal, Read, stderr};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How often a terminal is redrawn and a child looked after.
const TICK: Duration = Duration::from_millis(150);
/// How often a log without a terminal gets a sign of life.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// One command that takes long enough to be announced.
pub(crate) struct Step {
    title: String,
    usual: &'static str,
    command: Command,
}

impl Step {
    /// `usual` is how long it takes on two cores, in words.
    pub(crate) fn new(title: impl Into<String>, usual: &'static str, command: Command) -> Self {
        Self {
            title: title.into(),
            usual,
            command,
        }
    }
}

/// Runs the lanes side by side and the steps of each in order; the first failure stops all of them.
pub(crate) fn run_lanes(lanes: Vec<Vec<Step>>) -> Result<()> {
    let screen = Screen::new(lanes.len());
    let failed = AtomicBool::new(false);
    thread::scope(|scope| {
        let running: Vec<_> = lanes
            .into_iter()
            .enumerate()
            .map(|(lane, steps)| {
                let (screen, failed) = (&screen, &failed);
                scope.spawn(move || {
                    let result = steps
                        .into_iter()
                        .try_for_each(|step| run_step(step, lane, screen, failed));
                    if result.is_err() {
                        failed.store(true, Ordering::Relaxed);
                    }
                    result
                })
            })
            .collect();
        while running.iter().any(|lane| !lane.is_finished()) {
            thread::sleep(TICK);
            screen.refresh();
        }
        screen.clear();
        running.into_iter().try_for_each(|lane| {
            lane.join()
                .unwrap_or_else(|_| bail!("a step of xtask panicked"))
        })
    })
}

/// A duration as a person says it: `7 s`, `2 min 05 s`.
pub(crate) fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds / 60 {
        0 if seconds < 10 => format!("{:.1} s", duration.as_secs_f32()),
        0 => format!("{seconds} s"),
        minutes => format!("{minutes} min {:02} s", seconds % 60),
    }
}

fn run_step(mut step: Step, lane: usize, screen: &Screen, failed: &AtomicBool) -> Result<()> {
    if failed.load(Ordering::Relaxed) {
        return Ok(());
    }
    let started = Instant::now();
    screen.say(&format!("  → {} (usually {})", step.title, step.usual));
    screen.set(lane, Some(Running::new(&step.title, started)));
    let mut child = step
        .command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", step.title))?;
    let log = Mutex::new(String::new());
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let status = thread::scope(|scope| {
        scope.spawn(|| follow(out, lane, screen, &log));
        scope.spawn(|| follow(err, lane, screen, &log));
        wait(&mut child, failed)
    })?;
    screen.set(lane, None);
    match status {
        None => Ok(()),
        Some(status) if status.success() => {
            screen.say(&format!(
                "  ✓ {} ({})",
                step.title,
                in_words(started.elapsed())
            ));
            Ok(())
        }
        Some(status) => {
            failed.store(true, Ordering::Relaxed);
            screen.say(&log.into_inner().unwrap_or_else(PoisonError::into_inner));
            bail!("{} failed: {status}", step.title);
        }
    }
}

/// Waits for the child; ends it when another lane failed, and then answers `None`.
fn wait(child: &mut Child, failed: &AtomicBool) -> Result<Option<std::process::ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if failed.load(Ordering::Relaxed) {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(TICK);
    }
}

fn follow(pipe: Option<impl Read>, lane: usize, screen: &Screen, log: &Mutex<String>) {
    let lines = pipe.map(|pipe| BufReader::new(pipe).lines());
    for line in lines.into_iter().flatten().map_while(Result::ok) {
        screen.note(lane, &line);
        let mut log = log.lock().unwrap_or_else(PoisonError::into_inner);
        log.push_str(&line);
        log.push('\n');
    }
}

/// What one lane is doing now.
struct Running {
    title: String,
    started: Instant,
    compiled: usize,
    crate_name: String,
}

impl Running {
    fn new(title: &str, started: Instant) -> Self {
        Self {
            title: title.to_owned(),
            started,
            compiled: 0,
            crate_name: String::new(),
        }
    }

    fn summary(&self) -> String {
        let time = in_words(self.started.elapsed());
        match self.compiled {
            0 => format!("{}: {time}", self.title),
            n => format!("{}: {time}, crate {n} {}", self.title, self.crate_name),
        }
    }
}

/// Finished lines above, and on a terminal one line per running lane below, drawn again and again.
struct Screen {
    state: Mutex<ScreenState>,
    is_terminal: bool,
}

struct ScreenState {
    lanes: Vec<Option<Running>>,
    drawn: usize,
    last_sign: Instant,
}

impl Screen {
    fn new(lanes: usize) -> Self {
        Self {
            state: Mutex::new(ScreenState {
                lanes: (0..lanes).map(|_| None).collect(),
                drawn: 0,
                last_sign: Instant::now(),
            }),
            is_terminal: stderr().is_terminal(),
        }
    }

    fn state(&self) -> MutexGuard<'_, ScreenState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, lane: usize, running: Option<Running>) {
        self.state().lanes[lane] = running;
    }

    /// Counts the crates that cargo says it compiles.
    fn note(&self, lane: usize, printed: &str) {
        let Some(rest) = printed.trim_start().strip_prefix("Compiling ") else {
            return;
        };
        if let Some(running) = &mut self.state().lanes[lane] {
            running.compiled += 1;
            running.crate_name = rest.chars().take_while(|c| *c != ' ').collect();
        }
    }

    /// Lines that stay.
    fn say(&self, lines: &str) {
        let mut state = self.state();
        state.clear();
        eprintln!("{}", lines.trim_end());
    }

    fn clear(&self) {
        self.state().clear();
    }

    fn refresh(&self) {
        let mut state = self.state();
        if self.is_terminal {
            state.clear();
            state.drawn = state.draw();
        } else if state.last_sign.elapsed() >= SIGN_OF_LIFE {
            state.last_sign = Instant::now();
            state.draw();
        }
    }
}

impl ScreenState {
    /// Prints one line per running lane, none so long that a terminal wraps it; answers how many.
    fn draw(&self) -> usize {
        let running = self.lanes.iter().flatten();
        running
            .map(|running| running.summary().chars().take(74).collect::<String>())
            .inspect(|line| eprintln!("    {line}"))
            .count()
    }

    fn clear(&mut self) {
        if self.drawn > 0 {
            eprint!("\x1b[{}A\x1b[J", self.drawn);
            self.drawn = 0;
        }
    }
}
