//! How costs grow: the processor time of a vote, and of a view, over ten times and a thousand times as much of everything,
//! as exponents. 0 is flat, 1 is linear.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Args;
use serde_json::{Value, json};

use crate::http::{Browser, Target};
use crate::presenter::Presenter;
use crate::report::{self, number};
use crate::scenario::Plan;
use crate::server::MeasuredPlace;
use crate::webinars::{play, votes_of};

/// How often a view is asked for.
const VIEWS: u32 = 200;

/// Options of `growth`.
#[derive(Args)]
pub(crate) struct GrowthBench {
    /// The most participants.
    #[arg(long, default_value_t = 9_000, value_parser = clap::value_parser!(u32).range(100..=10_000))]
    participants: u32,
    /// The most candidates; a webinar has a hundred at most.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u16).range(20..=100))]
    candidates: u16,
    /// The most webinars in the database.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(10..=1_000))]
    webinars: u32,
    #[command(flatten)]
    place: MeasuredPlace,
}

/// What one size costs: its number, and microseconds of the server's processor.
type Cost = (f64, f64);

/// Measures as asked, and prints a table.
pub(crate) async fn measure(options: &GrowthBench) -> Result<()> {
    let scratch = options.place.folder()?;
    let place = scratch.path();
    println!(
        "\n{:<34} {:>26} {:>10}",
        "", "µs of the processor each", "exponent"
    );
    let mut rows = Vec::new();
    let participants = steps(100, options.participants);
    let mut costs = Vec::new();
    for voters in participants {
        // The same number of votes in a second, so that as many share a commit.
        let over_ms = u64::from(voters);
        let votes = votes_of(voters, over_ms, options.place.clone());
        let plan = Plan::of(&votes)?;
        let played = play(&plan, &place.join(format!("p{voters}")), 1, voters, 1).await?;
        costs.push((f64::from(voters), micros(played.worked) / f64::from(voters)));
    }
    rows.push(row("A vote, with participants", &costs));
    let mut costs = Vec::new();
    for candidates in steps(4, options.candidates.into()) {
        let webinar = with_candidates(&options.place.webinar, place, candidates)?;
        let measured = MeasuredPlace {
            webinar,
            ..options.place.clone()
        };
        let votes = votes_of(300, 1_000, measured);
        let plan = Plan::of(&votes)?;
        let played = play(&plan, &place.join(format!("c{candidates}")), 1, 300, 1).await?;
        costs.push((f64::from(candidates), micros(played.worked) / 300.0));
    }
    rows.push(row("A vote, with candidates", &costs));
    let (mut vote, mut view, mut page) = (Vec::new(), Vec::new(), Vec::new());
    for webinars in steps(2, options.webinars) {
        let size = f64::from(webinars);
        let cost = among(options, &place.join(format!("w{webinars}")), webinars).await?;
        vote.push((size, cost[0]));
        view.push((size, cost[1]));
        // Each brings its own requests: the page of all of them is to grow with them, and no more.
        page.push((size * cost[3], cost[2]));
    }
    rows.push(row("A join, with webinars", &vote));
    rows.push(row("A console's view, with webinars", &view));
    rows.push(row("The living page, with requests", &page));
    println!("\n0 is flat, 1 is linear.");
    report::save("growth", &Value::from(rows))
}

/// A join, a view and the living page on a server with so many webinars: microseconds each, and how many requests each
/// webinar has.
async fn among(options: &GrowthBench, place: &Path, webinars: u32) -> Result<[f64; 4]> {
    let program = options.place.program();
    let file: Value = serde_json::from_slice(&fs::read(&options.place.webinar)?)?;
    let requests = file["candidates"]
        .as_array()
        .context("no candidates")?
        .len();
    let (server, links) = program.begin_many(place, webinars).await?;
    let (code, secret) = links.last().context("no webinar")?;
    let target = Arc::new(Target {
        address: server.address,
        code: code.clone(),
        keep_alive: true,
    });
    let mut presenter = Presenter::arrive(&target, secret).await?;
    let each = |worked: Duration| micros(worked) / f64::from(VIEWS);
    let mut before = server.processor_time();
    let mut since = || {
        let now = server.processor_time();
        now.saturating_sub(std::mem::replace(&mut before, now))
    };
    for number in 0..VIEWS {
        let mut browser = Browser::numbered(target.clone(), number);
        let join = json!({ "municipality": "0751" }).to_string();
        browser.send("POST", "/participants", &join).await?.json()?;
    }
    let joined = since();
    for _ in 0..VIEWS {
        presenter.view().await?;
    }
    let viewed = since();
    let mut reader = Browser::numbered(target.clone(), VIEWS);
    let start = Instant::now();
    let mut pages = 0;
    while pages < VIEWS && start.elapsed() < Duration::from_secs(10) {
        let page = reader.once_at("GET", "/api/v1/financing", "").await?;
        page.json()?;
        pages += 1;
    }
    let read = since();
    server.stop().await?;
    Ok([
        each(joined),
        each(viewed),
        micros(read) / f64::from(pages),
        f64::from(u32::try_from(requests)?),
    ])
}

/// From `least` to `most` in three steps of equal ratio.
fn steps(least: u32, most: u32) -> [u32; 3] {
    let middle = f64::from(least * most).sqrt();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between the two"
    )]
    [least, middle as u32, most]
}

fn micros(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e6
}

/// A copy of a webinar's file with so many candidates.
fn with_candidates(file: &Path, folder: &Path, number: u32) -> Result<PathBuf> {
    let mut webinar: Value = serde_json::from_slice(&fs::read(file)?)?;
    let all = webinar["candidates"].as_array().context("no candidates")?;
    let mut candidates: Vec<Value> = all.iter().cycle().take(number as usize).cloned().collect();
    for (place, candidate) in candidates.iter_mut().enumerate() {
        let title = candidate["title"].as_str().unwrap_or_default();
        candidate["title"] = format!("{title} {}", place + 1).into();
        candidate["id"] = format!("K{:03}", place + 1).into();
    }
    webinar["candidates"] = candidates.into();
    // The invented ballots are for other candidates.
    webinar["ballots"] = json!([]);
    let copy = folder.join(format!("{number}-candidates.json"));
    fs::write(&copy, webinar.to_string())?;
    Ok(copy)
}

fn row(what: &str, costs: &[Cost]) -> Value {
    let exponent = exponent(costs);
    let told: Vec<String> = costs
        .iter()
        .map(|(size, cost)| format!("{size}: {}", number(*cost)))
        .collect();
    println!("{what:<34} {:>26} {exponent:>10.2}", told.join("  "));
    json!({ "figure": what, "costs": costs, "exponent": exponent })
}

/// The slope of the straight line through the logarithms, by least squares.
fn exponent(costs: &[Cost]) -> f64 {
    let logs: Vec<Cost> = costs.iter().map(|(x, y)| (x.ln(), y.ln())).collect();
    let count = costs.iter().fold(0.0, |count, _| count + 1.0);
    let mean = |of: fn(&Cost) -> f64| logs.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|c| c.0), mean(|c| c.1));
    let rise: f64 = logs.iter().map(|c| (c.0 - x) * (c.1 - y)).sum();
    let run: f64 = logs.iter().map(|c| (c.0 - x).powi(2)).sum();
    rise / run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_has_exponent_0_and_what_doubles_with_its_size_has_1() {
        assert!(exponent(&[(10.0, 7.0), (100.0, 7.0), (1_000.0, 7.0)]).abs() < 1e-9);
        assert!((exponent(&[(10.0, 3.0), (20.0, 6.0), (40.0, 12.0)]) - 1.0).abs() < 1e-9);
        assert!((exponent(&[(1.0, 1.0), (10.0, 100.0)]) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn steps_are_of_equal_ratio() {
        assert_eq!(steps(100, 10_000), [100, 1_000, 10_000]);
    }
}
