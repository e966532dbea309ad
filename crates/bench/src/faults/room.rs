//! A webinar in which people vote, for faults to happen to.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use barometer_domain::municipality;
use serde_json::{Value, json};

use crate::http::{Browser, Target};
use crate::presenter::Presenter;
use crate::server::Server;

/// So many vote in it.
pub(super) const VOTERS: usize = 24;
/// So many candidates there are in the webinar that is played.
const CANDIDATES: u16 = 12;

/// A presenter and voters, with the vote open.
pub(crate) struct Room {
    pub(super) presenter: Presenter,
    pub(super) voters: Vec<Browser>,
}

impl Room {
    /// Lets everybody in and opens the vote.
    pub(crate) async fn opened(server: &Server) -> Result<Self> {
        let target = server.target();
        let mut presenter = Presenter::arrive(&target, &server.secret).await?;
        let voters = voters(&target).await?;
        presenter.go_to_vote().await?;
        presenter.command(json!({ "do": "open" })).await?;
        Ok(Self { presenter, voters })
    }

    /// Everybody votes once; how many have.
    pub(crate) async fn all_vote(&mut self) -> Result<usize> {
        for (voter, browser) in self.voters.iter_mut().enumerate() {
            browser
                .send("PUT", "/ballot", &ballot(voter, 1))
                .await?
                .json()?;
        }
        Ok(self.voters.len())
    }

    /// Closes, reveals, and holds the count against what was acknowledged.
    pub(crate) async fn counts(&mut self, ballots: usize) -> Result<()> {
        self.presenter.command(json!({ "do": "close" })).await?;
        let counted = self.presenter.reveal(CANDIDATES).await?;
        ensure!(
            counted.ballots as usize == ballots,
            "{ballots} votes were acknowledged, {} counted",
            counted.ballots
        );
        Ok(())
    }
}

async fn voters(target: &Arc<Target>) -> Result<Vec<Browser>> {
    let mut voters = Vec::new();
    for municipality in municipality::all().iter().take(VOTERS) {
        let mut browser = Browser::new(target.clone());
        let join = json!({ "municipality": municipality.code }).to_string();
        browser
            .send("POST", "/participants", &join)
            .await?
            .json()
            .context("join")?;
        voters.push(browser);
    }
    Ok(voters)
}

/// A ballot with trackers of its own.
pub(super) fn ballot(voter: usize, rev: u32) -> String {
    let choice = u16::try_from(voter).unwrap_or(0) % CANDIDATES + 1;
    let tracker = |which: u32| format!("{voter:0>12}{rev:0>6}{which:0>3}A");
    json!({ "rev": rev, "choices": [choice],
        "trackers": { "ballot": tracker(0), "choices": [tracker(1)] } })
    .to_string()
}

/// How many phones the console says are connected.
pub(super) async fn connected(presenter: &mut Presenter) -> Result<u64> {
    let view: Value = presenter.view().await?;
    view["connected"]
        .as_u64()
        .context("the console does not say who is connected")
}
