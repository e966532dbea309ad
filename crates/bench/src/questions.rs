//! What a room's questions cost its vote: the same vote with and without them, one beside the other, as a ratio.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::Args;
use tokio::task::JoinSet;
use tokio::time::{sleep, sleep_until};

use crate::Votes;
use crate::figures::{Figures, Spread};
use crate::http::Browser;
use crate::presenter::Presenter;
use crate::report::{Figure, median, ms, number};
use crate::scenario::Plan;
use crate::server::{MeasuredPlace, Server};

/// How often the numbers of the questions are looked up that can be supported.
const LOOK: Duration = Duration::from_millis(500);
/// By how much questions may slow the vote's p95.
const ALLOWED: f64 = 1.10;

/// Options of `questions`.
#[derive(Args)]
pub(crate) struct QuestionBench {
    /// How many join and vote, each with a live stream.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(5..=10_000))]
    voters: u32,
    /// Over how many milliseconds votes, questions and supports are spread at random.
    #[arg(long, default_value_t = 30_000, value_parser = clap::value_parser!(u64).range(..=60_000))]
    over_ms: u64,
    /// How many questions are asked.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=290))]
    questions: u32,
    /// How often one is supported.
    #[arg(long, default_value_t = 2_000)]
    supports: u32,
    /// Pairs of rounds, each with new servers; the median of each figure is shown.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=9))]
    rounds: u32,
    #[command(flatten)]
    place: MeasuredPlace,
}

/// The numbers of the questions that can be supported.
type Numbers = Arc<Mutex<Vec<u64>>>;

/// What is asked and supported beside a vote.
#[derive(Clone, Copy)]
pub(crate) struct QuestionLoad {
    pub(crate) questions: u32,
    pub(crate) supports: u32,
    pub(crate) over: Duration,
}

/// How long the page of questions took to answer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked {
    /// From sending a question until the page with it is there.
    pub(crate) questions: Spread,
    /// The same for a support.
    pub(crate) supports: Spread,
}

/// Measures as asked, and prints a table.
pub(crate) async fn compare(options: &QuestionBench) -> Result<()> {
    let votes = Votes {
        voters: options.voters,
        over_ms: options.over_ms,
        burst: false,
        rounds: options.rounds,
        rested: false,
        alone: true,
        forms: false,
        place: options.place.clone(),
    };
    let plan = Plan::of(&votes)?;
    let load = QuestionLoad {
        questions: options.questions,
        supports: options.supports,
        over: plan.over,
    };
    let scratch = options.place.folder()?;
    let (mut quiet, mut busy) = (Vec::new(), Vec::new());
    for number in 1..=options.rounds {
        eprintln!("Pair {number} of {} …", options.rounds);
        // Which comes first alternates, so that neither has the warmer machine.
        let first_is_busy = number % 2 == 0;
        for is_busy in [first_is_busy, !first_is_busy] {
            let place = scratch.path().join(format!("{number}-{is_busy}"));
            let server = Server::real(&votes, &place).await?;
            let beside = is_busy.then_some(load);
            let figures = plan.bounded(server, number, beside).await?;
            if is_busy { &mut busy } else { &mut quiet }.push(figures);
        }
    }
    print(options, &quiet, &busy);
    Ok(())
}

/// Asks and supports at random moments, each from another of `phones`, until all is asked.
pub(crate) async fn ask(
    load: QuestionLoad,
    mut presenter: Presenter,
    phones: Vec<Browser>,
    mut random: fastrand::Rng,
) -> Result<Asked> {
    presenter.show_questions_at_once().await?;
    let start = Instant::now();
    let numbers: Numbers = Arc::default();
    let (mut asking, mut supporting) = (JoinSet::new(), JoinSet::new());
    // Nobody supports an own question.
    let (askers, others) = phones.split_at(phones.len() / 2);
    let mut askers = askers.iter().cycle().map(Browser::companion);
    let mut others = others.iter().cycle().map(Browser::companion);
    for number in 0..load.questions {
        let mut phone = askers.next().context("nobody is here")?;
        let form = format!("do=ask&about=&text=Virker+det+ogs%C3%A5+for+hold+{number}%3F");
        let at = start + load.over.mul_f64(random.f64());
        asking.spawn(async move {
            sleep_until(at.into()).await;
            send(&mut phone, &form).await
        });
    }
    for _ in 0..load.supports {
        let mut phone = others.next().context("nobody is here")?;
        let (numbers, mut chance) = (numbers.clone(), random.fork());
        let at = start + load.over.mul_f64(random.f64());
        supporting.spawn(async move {
            sleep_until(at.into()).await;
            let question = any_of(&numbers, &mut chance).await;
            send(&mut phone, &format!("do=support&question={question}")).await
        });
    }
    let looking = tokio::spawn(async move {
        while let Ok(known) = presenter.questions().await {
            *numbers.lock().unwrap_or_else(PoisonError::into_inner) = known;
            sleep(LOOK).await;
        }
    });
    let asked = Asked {
        questions: all(asking).await?,
        supports: all(supporting).await?,
    };
    looking.abort();
    Ok(asked)
}

/// Any of the questions that are known, once one is.
async fn any_of(numbers: &Numbers, chance: &mut fastrand::Rng) -> u64 {
    loop {
        let chosen = {
            let known = numbers.lock().unwrap_or_else(PoisonError::into_inner);
            chance.choice(known.iter()).copied()
        };
        match chosen {
            Some(number) => return number,
            None => sleep(LOOK).await,
        }
    }
}

/// Sends a form of the page and fetches the page after it, as a browser does.
async fn send(browser: &mut Browser, form: &str) -> Result<Duration> {
    let start = Instant::now();
    let page = browser.page("questions");
    let taken = browser.send("POST", &page, form).await?;
    ensure!(taken.status == 303, "{form}: {}", taken.status);
    let shown = browser.send("GET", &page, "").await?;
    ensure!(shown.status == 200, "{page}: {}", shown.status);
    Ok(start.elapsed())
}

async fn all(mut work: JoinSet<Result<Duration>>) -> Result<Spread> {
    let mut took = Vec::new();
    while let Some(done) = work.join_next().await {
        took.push(done??);
    }
    Ok(Spread::of(took))
}

fn print(options: &QuestionBench, quiet: &[Figures], busy: &[Figures]) {
    let QuestionBench {
        voters,
        over_ms,
        questions,
        supports,
        rounds,
        ..
    } = options;
    println!("\n{voters} voters, each with a live stream, vote at random over {over_ms} ms.");
    println!(
        "{questions} questions and {supports} supports beside it. Medians of {rounds} pair(s).\n"
    );
    let columns = ["", "", "vote alone", "with questions", "ratio"];
    line(columns.map(str::to_owned));
    let rows: [(&str, &str, Figure); 6] = [
        ("Vote → receipt, ms", "p50", |f| ms(f.acknowledged.p50)),
        ("", "p95", |f| ms(f.acknowledged.p95)),
        ("", "p99", |f| ms(f.acknowledged.p99)),
        ("Last receipt → shown, ms", "presenter", |f| ms(f.shown)),
        ("Processor time, ms", "", |f| ms(f.worked)),
        ("Peak memory, MB", "", |f| f.memory),
    ];
    for (what, which, figure) in rows {
        let [alone, beside] = [quiet, busy].map(|of| median(of, figure).unwrap_or_default());
        line([
            what.to_owned(),
            which.to_owned(),
            number(alone),
            number(beside),
            format!("{:.2}×", beside / alone),
        ]);
    }
    let p95 = |of: &[Figures]| median(of, |f| ms(f.acknowledged.p95)).unwrap_or_default();
    let moved = p95(busy) / p95(quiet);
    let asked = |figure| number(median(busy, figure).unwrap_or_default());
    let questions = asked(|f| ms(f.asked.questions.p95));
    let supports = asked(|f| ms(f.asked.supports.p95));
    println!(
        "\nUntil the page is there again: question p95 {questions} ms, support p95 {supports} ms."
    );
    let is_kept = if moved <= ALLOWED {
        "holds"
    } else {
        "does not hold"
    };
    println!(
        "The vote's p95 moves by {:+.0} %: at most +10 % {is_kept}.",
        (moved - 1.0) * 100.0
    );
}

fn line(cells: [String; 5]) {
    let [what, which, alone, beside, ratio] = cells;
    println!("{what:<26} {which:<10} {alone:>12} {beside:>16} {ratio:>8}");
}
