//! How fast a room comes in: places that are there after a kill, beside a server that keeps nothing.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use clap::Args;
use serde_json::json;

use crate::crowd::{Crowd, SendingWay};
use crate::figures::Spread;
use crate::files;
use crate::http::Target;
use crate::presenter::Presenter;
use crate::report::{self, ms, number};
use crate::server::{MeasuredPlace, Server};

/// Options of `joins`.
#[derive(Args)]
pub(crate) struct JoinBench {
    /// How many come in.
    #[arg(long, default_value_t = 4_000, value_parser = clap::value_parser!(u32).range(5..=10_000))]
    phones: u32,
    /// How many of them at the same moment.
    #[arg(long, default_value_t = 200)]
    at_once: usize,
    /// Rounds, each with new servers; the median of each figure is shown.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=9))]
    rounds: u32,
    #[command(flatten)]
    place: MeasuredPlace,
}

/// One round with one server.
struct Joined {
    rate: f64,
    spread: Spread,
    worked: Duration,
    restart: Duration,
}

/// Reads one figure, of so many phones.
type JoinFigure = fn(&Joined, f64) -> f64;

/// Measures as asked, and prints a table.
pub(crate) async fn measure(options: &JoinBench) -> Result<()> {
    let keep_alive = files::suffice_for_two_each(options.phones)?;
    let scratch = options.place.folder()?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for number in 1..=options.rounds {
        eprintln!("Round {number} of {} …", options.rounds);
        let place = scratch.path().join(number.to_string());
        let program = options.place.program();
        let server = program.begin(&place).await?;
        let mut joined = come_in(&server, options, keep_alive).await?;
        let (address, code, secret) = (server.address, server.code.clone(), server.secret.clone());
        server.stop().await?;
        let killed = Instant::now();
        let server = program.again_at(&place, address, code, secret).await?;
        let mut presenter = Presenter::arrive(&server.target(), &server.secret).await?;
        let view = presenter.view().await?;
        joined.restart = killed.elapsed();
        let present = view["audience"]["barometer"]["turnout"]["present"].as_u64();
        ensure!(
            present == Some(options.phones.into()),
            "{present:?} of {} are there after the kill",
            options.phones
        );
        server.stop().await?;
        ours.push(joined);
        let baseline = Server::baseline(Duration::ZERO).await?;
        theirs.push(come_in(&baseline, options, keep_alive).await?);
        baseline.stop().await?;
    }
    print(options, &ours, &theirs)
}

async fn come_in(server: &Server, options: &JoinBench, keep_alive: bool) -> Result<Joined> {
    let target = Target {
        keep_alive,
        address: server.address,
        code: server.code.clone(),
    };
    let worked = server.processor_time();
    let start = Instant::now();
    let (crowd, spread) = Crowd::join_at_once(
        &target.into(),
        options.phones,
        options.at_once,
        SendingWay::App,
    )
    .await?;
    let rate = f64::from(options.phones) / start.elapsed().as_secs_f64();
    drop(crowd);
    Ok(Joined {
        rate,
        spread,
        worked: server.processor_time().saturating_sub(worked),
        restart: Duration::ZERO,
    })
}

fn print(options: &JoinBench, ours: &[Joined], theirs: &[Joined]) -> Result<()> {
    let JoinBench {
        phones,
        at_once,
        rounds,
        ..
    } = options;
    println!("\n{phones} come in, {at_once} at a time. Medians of {rounds} round(s).\n");
    println!(
        "{:<28} {:>10} {:>12} {:>8}",
        "", "Barometer", "in memory", "ratio"
    );
    let rows: [(&str, JoinFigure); 4] = [
        ("Joins per second", |j, _| j.rate),
        ("Join → a place, ms p50", |j, _| ms(j.spread.p50)),
        ("Join → a place, ms p95", |j, _| ms(j.spread.p95)),
        ("Processor time of one, µs", |j, phones| {
            j.worked.as_secs_f64() * 1e6 / phones
        }),
    ];
    let mut told = Vec::new();
    for (what, figure) in rows {
        let middle = |of: &[Joined]| {
            let mut values: Vec<f64> = of.iter().map(|j| figure(j, f64::from(*phones))).collect();
            values.sort_unstable_by(f64::total_cmp);
            values[values.len() / 2]
        };
        let (barometer, baseline) = (middle(ours), middle(theirs));
        let ratio = barometer / baseline;
        println!(
            "{what:<28} {:>10} {:>12} {ratio:>7.2}×",
            number(barometer),
            number(baseline)
        );
        told.push(json!({ "figure": what, "barometer": barometer, "baseline": baseline }));
    }
    let mut restarts: Vec<Duration> = ours.iter().map(|joined| joined.restart).collect();
    restarts.sort_unstable();
    let restart = ms(restarts[restarts.len() / 2]);
    println!("\nEverybody's place was there after a kill.");
    println!(
        "From the kill to the presenter's view with all {phones} in it: {} ms.",
        number(restart)
    );
    let document = json!({
        "phones": phones, "at_once": at_once, "rounds": rounds, "restart_ms": restart, "rows": told,
    });
    report::save("joins", &document)
}
