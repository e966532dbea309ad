//! The presenter: one console, one stream, a few commands.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::follow::Gathering;
use crate::http::{Browser, Target};

/// The grace after the close is two seconds; nothing here takes longer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Someone with the presenter's secret.
pub(crate) struct Presenter {
    browser: Browser,
}

/// What is on record at the end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// Participants with a ballot.
    pub(crate) ballots: u32,
    /// Votes for each candidate, from number 1.
    pub(crate) votes: Vec<u32>,
}

impl Presenter {
    /// Opens the console.
    pub(crate) async fn arrive(target: &Arc<Target>, secret: &str) -> Result<Self> {
        let mut browser = Browser::new(target.clone());
        let key = json!({ "secret": secret }).to_string();
        let opened = browser.send("POST", "/console/session", &key).await?;
        ensure!(
            opened.status == 204,
            "the console did not open: {}",
            opened.status
        );
        Ok(Self { browser })
    }

    /// Follows the console's views.
    pub(crate) async fn follow(&self, gathering: &Gathering, voters: u32) -> Result<()> {
        gathering.follow(self.browser.follow("/console/events").await?, voters);
        Ok(())
    }

    /// The console's view.
    pub(crate) async fn view(&mut self) -> Result<Value> {
        self.browser.send("GET", "/console/view", "").await?.json()
    }

    /// Gives a command; answers with the moment it was given.
    pub(crate) async fn command(&mut self, command: Value) -> Result<Instant> {
        let step = self.view().await?["step"].clone();
        let body = json!({ "command": command, "seen_step": step }).to_string();
        let given = Instant::now();
        let answer = self.browser.send("POST", "/console", &body).await?;
        answer.json().with_context(|| command.to_string())?;
        Ok(given)
    }

    /// The round that the barometer is in, which a form of its ballot names.
    pub(crate) async fn round(&mut self) -> Result<u64> {
        let view = self.view().await?;
        let round = view["audience"]["barometer"]["round"].as_u64();
        round.context("no round")
    }

    /// Lets questions be shown without approval.
    pub(crate) async fn show_questions_at_once(&mut self) -> Result<()> {
        let all = json!({ "do": "moderate", "on": false }).to_string();
        let answer = self.browser.send("POST", "/console/questions", &all);
        answer.await?.json().context("moderation")?;
        Ok(())
    }

    /// The numbers of all questions so far.
    pub(crate) async fn questions(&mut self) -> Result<Vec<u64>> {
        let view = self.view().await?;
        // A view without questions leaves them out.
        let questions = view["questions"]["questions"].as_array();
        let questions = questions.into_iter().flatten();
        Ok(questions.filter_map(|one| one["id"].as_u64()).collect())
    }

    /// Goes to where the vote is on the agenda.
    pub(crate) async fn go_to_vote(&mut self) -> Result<()> {
        let view = self.view().await?;
        let agenda = view["agenda"].as_array().context("no agenda")?;
        let at = agenda.iter().position(|item| item["stage"] == "barometer");
        self.command(json!({ "do": "go_to", "at": at })).await?;
        Ok(())
    }

    /// Waits for the end of the grace, brings out the result and reads it.
    pub(crate) async fn reveal(&mut self, candidates: u16) -> Result<Count> {
        let start = Instant::now();
        while self.view().await?["audience"]["barometer"]["phase"] != "closed" {
            ensure!(start.elapsed() < PATIENCE, "it never closed");
            sleep(Duration::from_millis(100)).await;
        }
        self.command(json!({ "do": "reveal", "automatic": false }))
            .await?;
        self.command(json!({ "do": "reveal_all" })).await?;
        count(&self.view().await?["audience"], candidates)
    }
}

fn count(audience: &Value, candidates: u16) -> Result<Count> {
    let number = |value: &Value| value.as_u64().and_then(|number| u32::try_from(number).ok());
    let ballots = number(&audience["barometer"]["turnout"]["voted"]).context("no turnout")?;
    let rows = audience["screen"]["rows"].as_array().context("no result")?;
    let mut votes = vec![0; usize::from(candidates)];
    for row in rows {
        let candidate = number(&row["candidate"]).context("no candidate")?;
        let place = votes
            .get_mut((candidate as usize).wrapping_sub(1))
            .context("an unknown candidate")?;
        *place += number(&row["votes"]).context("no votes")?;
    }
    Ok(Count { ballots, votes })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_is_read_by_candidate() {
        let audience = json!({
            "barometer": { "turnout": { "voted": 9 } },
            "screen": { "rows": [{ "candidate": 3, "votes": 7 }, { "candidate": 1, "votes": 5 }] },
        });
        let expected = Count {
            ballots: 9,
            votes: vec![5, 0, 7],
        };
        assert_eq!(count(&audience, 3).unwrap(), expected);
        assert!(count(&audience, 2).is_err());
        assert!(count(&json!({}), 3).is_err());
    }
}
