//! The rows as CSV, and the figures that they add up to.

use std::fmt::{self, Write};

use crate::Reading;
use crate::assumptions::Scenario;
use crate::figures::{Estimate, Ratio};
use crate::run::Row;

/// The columns of a row.
pub const HEADER: &str =
    "scenario,webinar,counting,tap,home_round,treated,financed,dead_ends,paid_kroner,payers\n";

/// The lines of one webinar, one for each reading. Names hold neither comma nor quotes.
pub fn csv_lines(scenario: &str, row: &Row) -> String {
    let mut lines = String::new();
    for outcome in &row.outcomes {
        let Reading {
            counting,
            tap,
            home_round,
        } = outcome.reading;
        // Writing to a String cannot fail.
        let _ = writeln!(
            lines,
            "{scenario},{},{},{},{},{},{},{},{},{}",
            row.webinar,
            counting.name(),
            u8::from(tap),
            u8::from(home_round),
            outcome.treated,
            outcome.financed,
            outcome.dead_ends(),
            outcome.paid.rounded_kroner(),
            outcome.payers,
        );
    }
    lines
}

/// What one reading comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadingFigures {
    /// Financed, of those treated.
    pub success: Ratio,
    /// Financed, for each that the usual reading finances in the same webinars.
    pub financed: Ratio,
    /// Dead ends, for each of the usual reading in the same webinars.
    pub dead_ends: Ratio,
    /// Treated, for each webinar.
    pub treated: Ratio,
    /// Financed, for each webinar.
    pub financed_each: Ratio,
    /// Dead ends, for each webinar.
    pub dead_ends_each: Ratio,
}

/// The figures of all scenarios.
#[derive(Clone, Debug)]
pub struct Figures {
    readings: Vec<Reading>,
    /// For each scenario, for each reading.
    sums: Vec<Vec<ReadingFigures>>,
}

impl Figures {
    /// Nothing yet. The first reading is the one that the others are compared with.
    pub fn new(readings: &[Reading], scenarios: usize) -> Self {
        Self {
            readings: readings.to_vec(),
            sums: vec![vec![ReadingFigures::default(); readings.len()]; scenarios],
        }
    }

    /// Adds a webinar.
    pub fn add(&mut self, row: &Row) {
        let Some(usual) = row.outcomes.first() else {
            return;
        };
        for (sums, outcome) in self.sums[row.scenario].iter_mut().zip(&row.outcomes) {
            let (treated, financed) = (outcome.treated.into(), outcome.financed.into());
            sums.success.add(financed, treated);
            sums.financed.add(financed, usual.financed.into());
            sums.dead_ends
                .add(outcome.dead_ends().into(), usual.dead_ends().into());
            sums.treated.add(treated, 1);
            sums.financed_each.add(financed, 1);
            sums.dead_ends_each.add(outcome.dead_ends().into(), 1);
        }
    }

    /// What a reading comes to in a scenario; nothing of a reading that was not simulated.
    pub fn of(&self, scenario: usize, reading: Reading) -> Option<&ReadingFigures> {
        let at = self.readings.iter().position(|&one| one == reading)?;
        self.sums.get(scenario)?.get(at)
    }

    /// All readings of a scenario with their figures.
    pub fn scenario(&self, scenario: usize) -> impl Iterator<Item = (Reading, &ReadingFigures)> {
        let sums = self.sums.get(scenario).into_iter().flatten();
        self.readings.iter().copied().zip(sums)
    }

    /// The figures in a table for each scenario, each with its interval.
    pub fn table(&self, scenarios: &[Scenario]) -> String {
        let mut table = String::new();
        for (at, scenario) in scenarios.iter().enumerate() {
            // Writing to a String cannot fail.
            let _ = write!(table, "{}", Table(self, at, &scenario.name));
        }
        table
    }
}

/// One scenario's figures.
struct Table<'a>(&'a Figures, usize, &'a str);

impl fmt::Display for Table<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "\n{:<45} {:>7}   {:<22} {:<19} {:<19}",
            self.2, "treated", "of these financed, %", "financed, times", "dead ends, times"
        )?;
        for (reading, figures) in self.0.scenario(self.1) {
            let mut name = reading.counting.name().to_owned();
            name.push_str(if reading.tap { " + op til" } else { "" });
            name.push_str(if reading.home_round { " + home" } else { "" });
            let treated = figures.treated.estimate().map_or(0.0, |one| one.value);
            writeln!(
                f,
                "  {name:<43} {treated:>7.2}   {:<22} {:<19} {:<19}",
                with_interval(figures.success.estimate(), 100.0, 1),
                with_interval(figures.financed.estimate(), 1.0, 2),
                with_interval(figures.dead_ends.estimate(), 1.0, 2),
            )?;
        }
        Ok(())
    }
}

/// `33.1 (32.0–34.2)`.
fn with_interval(estimate: Option<Estimate>, times: f64, decimals: usize) -> String {
    estimate.map_or_else(
        || "–".to_owned(),
        |Estimate { low, value, high }| {
            let [low, value, high] = [low, value, high].map(|one| one * times);
            format!("{value:.decimals$} ({low:.decimals$}–{high:.decimals$})")
        },
    )
}
