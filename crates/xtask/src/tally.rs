//! Counts tests while their runners print, whichever runner it is.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// How many tests passed and failed so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: usize,
    /// Tests that failed.
    pub(crate) failed: usize,
}

impl Tally {
    /// Runs a test runner, shows what it prints and counts its tests.
    pub(crate) fn run(&mut self, command: &mut Command) -> Result<()> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{command:?} cannot be started"))?;
        let stdout = child.stdout.take().context("the runner has no output")?;
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            self.read(&line);
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("{status}");
        }
        Ok(())
    }

    /// Adds a summary line: cargo's `test result: ok. 3 passed; 0 failed; …`, or Playwright's `  3 passed (9.1s)`.
    fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some((_, counts)) = line
            .strip_prefix("test result: ")
            .and_then(|result| result.split_once(". "))
        {
            counts.split(';').for_each(|count| self.add(count));
        } else if line.starts_with(|first: char| first.is_ascii_digit()) {
            self.add(line.split(" (").next().unwrap_or_default());
        }
    }

    fn add(&mut self, count: &str) {
        let Some((number, kind)) = count.trim().split_once(' ') else {
            return;
        };
        match (number.parse::<usize>(), kind) {
            (Ok(number), "passed") => self.passed += number,
            (Ok(number), "failed") => self.failed += number,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[track_caller]
    fn check(lines: &[&str], passed: usize, failed: usize) {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        assert_eq!(tally, Tally { passed, failed });
    }

    #[test]
    fn cargo_summaries_add_up() {
        check(
            &[
                "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            ],
            14,
            1,
        );
    }

    #[test]
    fn playwright_summaries_add_up() {
        check(
            &[
                "  1 failed",
                "    story.spec.ts:3:1 › a story",
                "  4 passed (25.3s)",
            ],
            4,
            1,
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        check(
            &[
                "running 3 tests",
                "3 passed through here",
                "test a ... ok",
                "",
            ],
            0,
            0,
        );
    }
}
