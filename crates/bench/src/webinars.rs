//! Many webinars live at once, beside one with as many phones.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use clap::Args;
use serde_json::json;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::Votes;
use crate::crowd::Crowd;
use crate::figures::Spread;
use crate::follow::{Gathering, Milestone};
use crate::http::Target;
use crate::presenter::{Count, Presenter};
use crate::report::{self, ms, number};
use crate::scenario::Plan;
use crate::server::MeasuredPlace;

/// By how much many webinars may cost more than one.
const ALLOWED: f64 = 1.10;

/// Options of `webinars`.
#[derive(Args)]
pub(crate) struct WebinarBench {
    /// How many are live at once.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(2..=500))]
    webinars: u32,
    /// How many phones each of them has, all of which vote.
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u32).range(5..=1_000))]
    phones: u32,
    /// Over how many milliseconds the votes are spread at random.
    #[arg(long, default_value_t = 4_000)]
    over_ms: u64,
    /// Pairs of rounds, each with new servers; the median of each figure is shown.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=9))]
    rounds: u32,
    #[command(flatten)]
    place: MeasuredPlace,
}

/// What a room, or many, took.
#[derive(Clone, Copy)]
pub(crate) struct RoomCost {
    /// From sending a vote to its receipt.
    pub(crate) acknowledged: Spread,
    /// Processor time of the server for all votes, and for showing them.
    pub(crate) worked: Duration,
}

/// Reads one figure, in milliseconds.
type CostFigure = fn(&RoomCost) -> f64;

/// Measures as asked, and prints a table.
pub(crate) async fn compare(options: &WebinarBench) -> Result<()> {
    let all = options.webinars * options.phones;
    ensure!(
        all <= 10_000,
        "{all} phones are more than one machine holds"
    );
    let votes = votes_of(all, options.over_ms, options.place.clone());
    let plan = Plan::of(&votes)?;
    let scratch = options.place.folder()?;
    let (mut one, mut many) = (Vec::new(), Vec::new());
    for round in 1..=options.rounds {
        eprintln!("Pair {round} of {} …", options.rounds);
        // Which comes first alternates, so that neither has the warmer machine.
        let first_is_many = round % 2 == 0;
        for is_many in [first_is_many, !first_is_many] {
            let place = scratch.path().join(format!("{round}-{is_many}"));
            let (webinars, phones) = if is_many {
                (options.webinars, options.phones)
            } else {
                (1, all)
            };
            let cost = play(&plan, &place, webinars, phones, round).await?;
            if is_many { &mut many } else { &mut one }.push(cost);
        }
    }
    print(options, &one, &many)
}

/// The options of a vote that a plan is made of.
pub(crate) fn votes_of(voters: u32, over_ms: u64, place: MeasuredPlace) -> Votes {
    Votes {
        voters,
        over_ms,
        burst: false,
        rounds: 1,
        rested: false,
        alone: true,
        forms: false,
        place,
    }
}

/// Plays so many webinars at once on a new server, each with so many phones, and holds every count against what was sent.
pub(crate) async fn play(
    plan: &Plan<'_>,
    place: &Path,
    webinars: u32,
    phones: u32,
    seed: u32,
) -> Result<RoomCost> {
    let program = plan.options.place.program();
    let (server, links) = program.begin_many(place, webinars).await?;
    let mut random = fastrand::Rng::with_seed(seed.into());
    let mut rooms = Vec::new();
    for (code, secret) in links {
        let target = Arc::new(Target {
            address: server.address,
            code,
            keep_alive: plan.keep_alive,
        });
        let mut presenter = Presenter::arrive(&target, &secret).await?;
        let (crowd, _) = Crowd::join(&target, phones).await?;
        let mut gathering = Gathering::new();
        crowd.follow(&gathering).await?;
        gathering.all(Milestone::Connected, phones).await?;
        presenter.go_to_vote().await?;
        presenter.command(json!({ "do": "open" })).await?;
        gathering.all(Milestone::Open, phones).await?;
        rooms.push((presenter, crowd, gathering));
    }
    sleep(Duration::from_secs(1)).await;
    let worked = server.processor_time();
    let mut voting = JoinSet::new();
    for (presenter, crowd, mut gathering) in rooms {
        let (ballots, chance) = (plan.ballots(), random.fork());
        voting.spawn(async move {
            let voted = crowd.vote_as(ballots, chance).await?;
            gathering.all(Milestone::Full, phones).await?;
            anyhow::Ok((presenter, voted, gathering))
        });
    }
    let mut voted = Vec::new();
    while let Some(done) = voting.join_next().await {
        voted.push(done??);
    }
    let worked = server.processor_time().saturating_sub(worked);
    let mut took = Vec::new();
    for (mut presenter, voted, _gathering) in voted {
        presenter.command(json!({ "do": "close" })).await?;
        let sent = Count {
            ballots: phones,
            votes: voted.votes,
        };
        let counted = presenter.reveal(plan.candidates).await?;
        ensure!(counted == sent, "{sent:?} were sent, {counted:?} counted");
        took.extend(voted.took);
    }
    server.stop().await?;
    Ok(RoomCost {
        acknowledged: Spread::of(took),
        worked,
    })
}

/// The median of one figure over rounds.
pub(crate) fn middle(rounds: &[RoomCost], figure: CostFigure) -> f64 {
    let mut values: Vec<f64> = rounds.iter().map(figure).collect();
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn print(options: &WebinarBench, one: &[RoomCost], many: &[RoomCost]) -> Result<()> {
    let WebinarBench {
        webinars,
        phones,
        over_ms,
        rounds,
        ..
    } = options;
    let all = webinars * phones;
    println!(
        "\n{all} phones, each with a live stream, vote at random over {over_ms} ms. Medians of {rounds} pair(s).\n"
    );
    println!(
        "{:<24} {:>12} {:>16} {:>8}",
        "",
        format!("1 × {all}"),
        format!("{webinars} × {phones}"),
        "ratio"
    );
    let rows: [(&str, CostFigure); 4] = [
        ("Vote → receipt, ms p50", |c| ms(c.acknowledged.p50)),
        ("Vote → receipt, ms p95", |c| ms(c.acknowledged.p95)),
        ("Vote → receipt, ms p99", |c| ms(c.acknowledged.p99)),
        ("Processor time, ms", |c| ms(c.worked)),
    ];
    let mut told = Vec::new();
    for (what, figure) in rows {
        let (single, split) = (middle(one, figure), middle(many, figure));
        println!(
            "{what:<24} {:>12} {:>16} {:>7.2}×",
            number(single),
            number(split),
            split / single
        );
        told.push(json!({ "figure": what, "one": single, "many": split }));
    }
    let p95 = |of| middle(of, |c| ms(c.acknowledged.p95));
    let holds = p95(many) <= p95(one) * ALLOWED;
    println!(
        "\nEvery vote of every webinar was counted, once. As one room, within 10 %: {}.",
        if holds {
            "it holds"
        } else {
            "it does not hold"
        }
    );
    report::save(
        "webinars",
        &json!({ "webinars": webinars, "phones": phones, "over_ms": over_ms, "rounds": rounds, "rows": told }),
    )
}
