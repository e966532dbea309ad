//! Everyone with a phone: joins, follows, votes once.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use barometer_domain::municipality;
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::sleep_until;

use crate::figures::Spread;
use crate::follow::Gathering;
use crate::http::{Browser, Target};
use crate::scenario::{Plan, RandomBallots};

/// How many join at the same moment: a room does not do so all at once.
const AT_ONCE: usize = 50;
/// Until everyone holds the phone ready.
const GET_READY: Duration = Duration::from_millis(100);
/// How late the timer may be. A vote that is sent later than that is measured from when it was due:
/// a server that keeps the load generator from its work does not look better for it.
const TIMER_GRAIN: Duration = Duration::from_millis(2);

/// How phones send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SendingWay {
    /// As the app does: JSON, answered by JSON.
    App,
    /// As a phone without a script does: the forms of the page, each answered by the way to the next.
    Form,
}

/// All participants, joined.
pub(crate) struct Crowd {
    browsers: Vec<Browser>,
}

/// How the vote went.
pub(crate) struct Voted {
    /// From sending to receipt, each.
    pub(crate) took: Vec<Duration>,
    /// When the last receipt came.
    pub(crate) last: Instant,
    /// Votes for each candidate, from number 1.
    pub(crate) votes: Vec<u32>,
    /// How often a browser was told to come back later.
    pub(crate) told_to_wait: u32,
}

impl Crowd {
    /// Lets everyone join, a few at a time.
    pub(crate) async fn join(target: &Arc<Target>, voters: u32) -> Result<(Self, Spread)> {
        Self::join_at_once(target, voters, AT_ONCE, SendingWay::App).await
    }

    /// The same in either way.
    pub(crate) async fn join_by(
        target: &Arc<Target>,
        voters: u32,
        way: SendingWay,
    ) -> Result<(Self, Spread)> {
        Self::join_at_once(target, voters, AT_ONCE, way).await
    }

    /// The same with so many at the same moment.
    pub(crate) async fn join_at_once(
        target: &Arc<Target>,
        voters: u32,
        at_once: usize,
        way: SendingWay,
    ) -> Result<(Self, Spread)> {
        let doors = Arc::new(Semaphore::new(at_once));
        let mut joining = JoinSet::new();
        let municipalities = municipality::all().iter().cycle();
        for (number, municipality) in (0..voters).zip(municipalities) {
            let mut browser = Browser::numbered(target.clone(), number);
            let doors = doors.clone();
            let join = match way {
                SendingWay::App => json!({ "municipality": municipality.code }).to_string(),
                SendingWay::Form => form(&[
                    ("do", "join"),
                    ("once", &format!("{number:064x}")),
                    ("municipality", municipality.name),
                ]),
            };
            joining.spawn(async move {
                let _door = doors.acquire().await?;
                let start = Instant::now();
                match way {
                    SendingWay::App => browser
                        .send("POST", "/participants", &join)
                        .await?
                        .json()
                        .map(drop),
                    SendingWay::Form => browser.submit(&join).await,
                }
                .context("join")?;
                anyhow::Ok((browser, start.elapsed()))
            });
        }
        let (mut browsers, mut took) = (Vec::new(), Vec::new());
        while let Some(joined) = joining.join_next().await {
            let (browser, duration) = joined??;
            browsers.push(browser);
            took.push(duration);
        }
        Ok((Self { browsers }, Spread::of(took)))
    }

    /// Gives each a live stream.
    pub(crate) async fn follow(&self, gathering: &Gathering) -> Result<()> {
        for browser in &self.browsers {
            gathering.follow(browser.follow("/events").await?, self.number());
        }
        Ok(())
    }

    /// Everybody's phone, to be used for something else than the vote at the same time.
    pub(crate) fn companions(&self) -> Vec<Browser> {
        self.browsers.iter().map(Browser::companion).collect()
    }

    fn number(&self) -> u32 {
        u32::try_from(self.browsers.len()).unwrap_or(u32::MAX)
    }

    /// Lets each vote once, at a random moment within `over`.
    pub(crate) async fn vote(self, plan: &Plan<'_>, random: fastrand::Rng) -> Result<Voted> {
        self.vote_as(plan.ballots(), random).await
    }

    /// The same by the form of this round.
    pub(crate) async fn vote_by_form(
        self,
        plan: &Plan<'_>,
        random: fastrand::Rng,
        round: u64,
    ) -> Result<Voted> {
        self.send_votes(plan.ballots(), random, Some(round)).await
    }

    /// The same for whoever keeps no plan.
    pub(crate) async fn vote_as(self, plan: RandomBallots, random: fastrand::Rng) -> Result<Voted> {
        self.send_votes(plan, random, None).await
    }

    /// By the form of a round, if there is one.
    async fn send_votes(
        self,
        plan: RandomBallots,
        mut random: fastrand::Rng,
        form_of: Option<u64>,
    ) -> Result<Voted> {
        let mut votes = vec![0; usize::from(plan.candidates)];
        let mut voting = JoinSet::new();
        let start = Instant::now() + GET_READY;
        for mut browser in self.browsers {
            let many = usize::from(random.u8(1..=plan.most));
            let choices = random.choose_multiple(1..=plan.candidates, many);
            for &choice in &choices {
                votes[usize::from(choice) - 1] += 1;
            }
            let mut tracker = || -> String {
                let letters = (0..21).map(|_| random.alphanumeric());
                letters.chain(['A']).collect()
            };
            let trackers: Vec<String> = choices.iter().map(|_| tracker()).collect();
            let trackers = json!({ "ballot": tracker(), "choices": trackers });
            let ballot = match form_of {
                None => json!({ "rev": 1, "choices": choices, "trackers": trackers }).to_string(),
                Some(round) => form_ballot(round, &choices),
            };
            let at = start + plan.over.mul_f64(random.f64());
            voting.spawn(async move {
                sleep_until(at.into()).await;
                let sent = Instant::now().min(at + TIMER_GRAIN);
                match form_of {
                    None => browser
                        .send("PUT", "/ballot", &ballot)
                        .await?
                        .json()
                        .map(drop),
                    Some(_) => browser.submit(&ballot).await,
                }
                .context("vote")?;
                anyhow::Ok((sent, Instant::now(), browser))
            });
        }
        let mut told_to_wait = 0;
        let (mut took, mut last) = (Vec::new(), start);
        while let Some(voted) = voting.join_next().await {
            let (sent, received, browser) = voted??;
            took.push(received.saturating_duration_since(sent));
            last = last.max(received);
            told_to_wait += browser.told_to_wait;
        }
        Ok(Voted {
            took,
            last,
            votes,
            told_to_wait,
        })
    }
}

fn form(fields: &[(&str, &str)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields);
    form.finish()
}

fn form_ballot(round: u64, choices: &[u16]) -> String {
    let round = round.to_string();
    let choices: Vec<String> = choices.iter().map(u16::to_string).collect();
    let mut fields = vec![("do", "vote"), ("round", &*round), ("rev", "1")];
    fields.extend(choices.iter().map(|choice| ("choice", choice.as_str())));
    form(&fields)
}
