//! A thief who knows in which order colleagues voted, and steals the database: does anything in it lie in that order?
//! The same thief must succeed with the log of a vote that is still open, or the test tests nothing.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tokio::time::sleep;

use crate::http::Browser;
use crate::presenter::Presenter;
use crate::server::Program;

/// Rooms of so many voters, each closed calmly and each killed while it closes.
const ROOMS: [usize; 2] = [6, 12];
/// A file is tidy so long after the close at the latest.
const TIDY_WITHIN: Duration = Duration::from_secs(20);
/// How SQLite begins a stored ballot: the length of its head, then the sizes of barometer (16 bytes), place (32) and
/// session (16), each times two and twelve. The size of the sealed block and the mark of a strike follow in three bytes.
const SIZES: [u8; 4] = [7, 44, 76, 44];
const REST_OF_HEAD: usize = 3;
const BAROMETER: usize = 16;
const PLACE: usize = 32;

/// Plays the rooms and steals their files.
///
/// # Errors
/// When a file tells the order of votes, or the log of an open vote does not.
pub(crate) async fn run(program: &Program<'_>, scratch: &Path) -> Result<()> {
    for voters in ROOMS {
        for kill in [false, true] {
            let how = if kill {
                "killed while it closed"
            } else {
                "closed calmly"
            };
            let directory = scratch.join(format!("{voters}-{kill}"));
            let told = play(program, &directory, voters, kill).await?;
            println!(
                "{voters:>2} voters, {how}: the open log told the order of {} votes; the file {} of {} pairs, the log {} bytes",
                told.by_open_log, told.pairs_in_order, told.pairs, told.log
            );
            ensure!(
                told.by_open_log == voters,
                "the thief is no thief: fix the bench"
            );
            ensure!(
                told.log == 0,
                "a log was left, which shows the order of votes"
            );
            ensure!(
                told.is_by_key,
                "the file does not lie in the order of its keys"
            );
        }
    }
    Ok(())
}

/// What the thief gets to know.
struct Told {
    /// Votes whose place in the order the log told while the vote was open.
    by_open_log: usize,
    /// Pairs of votes that lie in the file in the order in which they were cast; half of them by chance.
    pairs_in_order: usize,
    pairs: usize,
    /// Whether the file lies in the order of keys, which are random.
    is_by_key: bool,
    /// The size of the log that is left, in bytes.
    log: usize,
}

async fn play(program: &Program<'_>, directory: &Path, voters: usize, kill: bool) -> Result<Told> {
    let mut server = program.begin(directory).await?;
    let target = server.target();
    let mut presenter = Presenter::arrive(&target, &server.secret).await?;
    let mut phones = Vec::new();
    for municipality in barometer_domain::municipality::all().iter().take(voters) {
        let mut phone = Browser::new(target.clone());
        let join = json!({ "municipality": municipality.code }).to_string();
        phone.send("POST", "/participants", &join).await?.json()?;
        phones.push(phone);
    }
    presenter.go_to_vote().await?;
    presenter.command(json!({ "do": "open" })).await?;
    let data = directory.join("data");
    let mut order: Vec<Vec<u8>> = Vec::new();
    for (number, phone) in phones.iter_mut().enumerate() {
        phone
            .send("PUT", "/ballot", &ballot(number))
            .await?
            .json()?;
        // The referee sees which place was not there before.
        let new = places(&log(&data)?)
            .into_iter()
            .find(|place| !order.contains(place));
        order.push(new.context("a vote leaves a trace in the log")?);
    }
    let mut seen = HashSet::new();
    let mut first_seen = places(&log(&data)?);
    first_seen.retain(|place| seen.insert(place.clone()));
    let by_open_log = first_seen
        .iter()
        .zip(&order)
        .filter(|(a, b)| a == b)
        .count();

    presenter.command(json!({ "do": "close" })).await?;
    if kill {
        let (code, secret) = (server.code.clone(), server.secret.clone());
        server.stop().await?;
        server = program.again(directory, code, secret).await?;
    }
    let start = Instant::now();
    while !log(&data)?.is_empty() && start.elapsed() < TIDY_WITHIN {
        sleep(Duration::from_millis(100)).await;
    }
    let (file, log) = (fs::read(data.join("barometer.db"))?, log(&data)?.len());
    server.stop().await?;
    let lying = places(&file);
    ensure!(lying.len() == voters, "{} places in the file", lying.len());
    let at = |place: &Vec<u8>| lying.iter().position(|lies| lies == place);
    let at: Vec<Option<usize>> = order.iter().map(at).collect();
    let pairs = voters * (voters - 1) / 2;
    let later = |(number, one): (usize, &Option<usize>)| {
        at[number + 1..].iter().filter(|other| *other > one).count()
    };
    Ok(Told {
        by_open_log,
        pairs_in_order: at.iter().enumerate().map(later).sum(),
        pairs,
        // SQLite fills its pages from the end.
        is_by_key: lying.is_sorted_by(|one, next| one > next),
        log,
    })
}

/// Anything; no two phones' trackers are alike.
fn ballot(number: usize) -> String {
    let tracker = |of: usize| format!("{number:0>10}{of:0>11}A");
    let choices: Vec<usize> = (1..=number % 4).collect();
    let of_choices: Vec<String> = choices.iter().map(|&choice| tracker(choice)).collect();
    let trackers = json!({ "ballot": tracker(0), "choices": of_choices });
    json!({ "rev": 1, "choices": choices, "trackers": trackers }).to_string()
}

fn log(data: &Path) -> Result<Vec<u8>> {
    match fs::read(data.join("barometer.db-wal")) {
        Ok(log) => Ok(log),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

/// The places whose ballots stand in a file, in the order in which they lie there, as often as they do.
fn places(bytes: &[u8]) -> Vec<Vec<u8>> {
    let begins = bytes.windows(SIZES.len()).enumerate();
    let begins = begins.filter(|(_, window)| *window == SIZES);
    let place = |at: usize| {
        let body = at + SIZES.len() + REST_OF_HEAD + BAROMETER;
        bytes.get(body..body + PLACE).map(<[u8]>::to_vec)
    };
    begins.filter_map(|(at, _)| place(at)).collect()
}
