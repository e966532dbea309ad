//! What happens to the server's process.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::task::JoinSet;
use tokio::time::sleep;

use super::Round;
use super::room::{Room, VOTERS, ballot};

/// Within so long of the first vote the process is killed.
const KILL_WITHIN_MS: u64 = 12;

/// Kills the server while all vote, starts it anew, and holds what is there against what was acknowledged.
pub(super) async fn kill_between_request_and_answer(round: Round) -> Result<String> {
    let server = round.program().begin(&round.place).await?;
    let mut room = Room::opened(&server).await?;
    let mut voting = JoinSet::new();
    for (voter, mut browser) in room.voters.drain(..).enumerate() {
        voting.spawn(async move {
            let answer = browser.once("PUT", "/ballot", &ballot(voter, 1)).await;
            (
                voter,
                browser,
                answer.is_ok_and(|answer| answer.status == 200),
            )
        });
    }
    let mut random = fastrand::Rng::with_seed(round.number.into());
    sleep(Duration::from_micros(random.u64(..KILL_WITHIN_MS * 1_000))).await;
    let (address, code, secret) = (server.address, server.code.clone(), server.secret.clone());
    server.stop().await?;
    let mut voters = Vec::new();
    while let Some(voted) = voting.join_next().await {
        voters.push(voted?);
    }
    let acknowledged = voters
        .iter()
        .filter(|(.., is_acknowledged)| *is_acknowledged)
        .count();

    let started = Instant::now();
    let server = round
        .program()
        .again_at(&round.place, address, code, secret)
        .await?;
    let back = started.elapsed();
    let mut kept = 0;
    for (voter, browser, is_acknowledged) in &mut voters {
        let me = browser.send("GET", "/me", "").await?.json()?;
        let has_ballot = me["ballot"]["rev"] == 1;
        ensure!(
            has_ballot || !*is_acknowledged,
            "voter {voter}'s acknowledged vote is gone"
        );
        kept += usize::from(has_ballot);
        // As the phone does that heard no answer.
        browser
            .send("PUT", "/ballot", &ballot(*voter, 1))
            .await?
            .json()?;
    }
    room.presenter = crate::presenter::Presenter::arrive(&server.target(), &server.secret).await?;
    room.counts(VOTERS).await?;
    server.stop().await?;
    Ok(format!(
        "{acknowledged} of {VOTERS} acknowledged before the kill, {kept} kept, all {VOTERS} counted once; back after {} ms",
        back.as_millis()
    ))
}

/// Starts a second server on the database of one that is in use.
pub(super) async fn two_servers(round: Round) -> Result<String> {
    let server = round.program().begin(&round.place).await?;
    let mut room = Room::opened(&server).await?;
    let second = round.program().second(&round.place).await?;
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    ensure!(
        !second.status.success(),
        "a second server runs on the same file"
    );
    let sentence = said
        .lines()
        .find(|line| line.contains("served by another process"));
    let sentence = sentence
        .with_context(|| format!("the second server said: {said}"))?
        .to_owned();
    for (voter, browser) in room.voters.iter_mut().enumerate() {
        browser
            .send("PUT", "/ballot", &ballot(voter, 1))
            .await?
            .json()?;
    }
    room.counts(VOTERS).await?;
    server.stop().await?;
    let end = sentence.split(": ").nth(1).unwrap_or(&sentence).trim();
    Ok(format!(
        "“… {end}”; all {VOTERS} votes of the first counted"
    ))
}
