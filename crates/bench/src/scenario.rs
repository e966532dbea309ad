//! One round: a room joins, follows and votes, and every vote is checked.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::crowd::{Crowd, SendingWay};
use crate::figures::{Figures, Spread};
use crate::follow::{Gathering, Milestone};
use crate::http::Target;
use crate::presenter::{Count, Presenter};
use crate::questions::{self, Asked, QuestionLoad};
use crate::server::Server;
use crate::{Votes, disk, files, raw_loop, report};

/// A round must be over by then.
const ROUND_WITHIN: Duration = Duration::from_mins(3);
/// The server shows the turnout twice a second (`docs/domain.md, "Turnout"`); one baseline does the same.
const PACE: Duration = Duration::from_millis(500);

/// All rounds of all servers.
pub(crate) struct Measured {
    pub(crate) ours: Vec<Figures>,
    pub(crate) paced: Vec<Figures>,
    pub(crate) eager: Vec<Figures>,
    pub(crate) sync: Spread,
}

/// What ballots are drawn from, and when they are sent.
#[derive(Clone, Copy)]
pub(crate) struct RandomBallots {
    /// How many candidates there are.
    pub(crate) candidates: u16,
    /// How many of them a ballot may support.
    pub(crate) most: u8,
    /// Over how long the votes are spread.
    pub(crate) over: Duration,
}

/// What every round does alike.
pub(crate) struct Plan<'a> {
    /// What was asked for.
    pub(crate) options: &'a Votes,
    /// How many candidates there are.
    pub(crate) candidates: u16,
    /// How many of them a ballot may support.
    pub(crate) most: u8,
    /// Over how long the votes are spread.
    pub(crate) over: Duration,
    /// Whether a phone keeps its connection between joining and voting.
    pub(crate) keep_alive: bool,
}

/// Measures as asked, and prints a table.
pub(crate) async fn votes(options: &Votes) -> Result<()> {
    let plan = Plan::of(options)?;
    let scratch = options.place.folder()?;
    let mut measured = Measured {
        ours: Vec::new(),
        paced: Vec::new(),
        eager: Vec::new(),
        sync: disk::syncs(scratch.path())?,
    };
    for number in 1..=options.rounds {
        eprintln!("Round {number} of {} …", options.rounds);
        let place = scratch.path().join(number.to_string());
        let server = Server::real(options, &place).await?;
        let way = if options.forms {
            SendingWay::Form
        } else {
            SendingWay::App
        };
        let mut ours = plan.bounded_by(server, number, way, None).await?;
        ours.raw_loop = raw_loop::measure(options.voters).await?;
        measured.ours.push(ours);
        if options.forms {
            let place = scratch.path().join(format!("{number}-app"));
            let server = Server::real(options, &place).await?;
            measured
                .paced
                .push(plan.bounded(server, number, None).await?);
        } else if !options.alone {
            let paced = Server::baseline(PACE).await?;
            measured
                .paced
                .push(plan.bounded(paced, number, None).await?);
            let eager = Server::baseline(Duration::ZERO).await?;
            measured
                .eager
                .push(plan.bounded(eager, number, None).await?);
        }
    }
    report::print(&plan, &measured);
    report::save("votes", &report::as_json(&plan, &measured))
}

impl<'a> Plan<'a> {
    /// What these options come to.
    pub(crate) fn of(options: &'a Votes) -> Result<Self> {
        let file = options.place.webinar.display().to_string();
        let webinar: Value =
            serde_json::from_slice(&fs::read(&options.place.webinar).context(file)?)?;
        let candidates = webinar["candidates"].as_array().context("no candidates")?;
        let most = webinar["webinar"]["max_choices"].as_u64().unwrap_or(3);
        Ok(Self {
            options,
            candidates: u16::try_from(candidates.len())?,
            most: u8::try_from(most)?,
            over: options.over(),
            keep_alive: files::suffice_for_two_each(options.voters)? && !options.rested,
        })
    }

    /// What its ballots are drawn from.
    pub(crate) fn ballots(&self) -> RandomBallots {
        RandomBallots {
            candidates: self.candidates,
            most: self.most,
            over: self.over,
        }
    }

    /// One round, with questions beside the vote if there are to be any.
    pub(crate) async fn bounded(
        &self,
        server: Server,
        number: u32,
        beside: Option<QuestionLoad>,
    ) -> Result<Figures> {
        self.bounded_by(server, number, SendingWay::App, beside)
            .await
    }

    async fn bounded_by(
        &self,
        server: Server,
        number: u32,
        way: SendingWay,
        beside: Option<QuestionLoad>,
    ) -> Result<Figures> {
        let figures = timeout(ROUND_WITHIN, self.round(&server, number, way, beside)).await;
        let figures = figures.context("the round took too long")??;
        server.stop().await?;
        Ok(figures)
    }

    async fn round(
        &self,
        server: &Server,
        number: u32,
        way: SendingWay,
        beside: Option<QuestionLoad>,
    ) -> Result<Figures> {
        // Every server of a round gets the same votes at the same moments.
        let mut random = fastrand::Rng::with_seed(number.into());
        let voters = self.options.voters;
        let target = Arc::new(Target {
            address: server.address,
            code: server.code.clone(),
            keep_alive: self.keep_alive,
        });
        let (mut console, mut phones) = (Gathering::new(), Gathering::new());
        let mut presenter = Presenter::arrive(&target, &server.secret).await?;
        presenter.follow(&console, voters).await?;
        let empty = server.memory_now();
        let (crowd, joined) = Crowd::join_by(&target, voters, way).await?;
        let with_connections = server.memory_now();
        crowd.follow(&phones).await?;
        phones.all(Milestone::Connected, voters).await?;
        // What came up with the streams alone is given back first.
        sleep(PACE).await;
        let kib_each = |from: f64, to: f64| (to - from).max(0.0) * 1024.0 / f64::from(voters);
        let connection_kib = kib_each(empty, with_connections);
        let stream_kib = kib_each(with_connections, server.memory_now());

        presenter.go_to_vote().await?;
        let given = presenter.command(json!({ "do": "open" })).await?;
        let opened = Spread::since(given, &phones.all(Milestone::Open, voters).await?);

        // Where the votes fall within the server's pace is chance.
        sleep(PACE.mul_f64(random.f64())).await;
        let worked = server.worked();
        let asking = match beside {
            Some(load) => {
                let presenter = Presenter::arrive(&target, &server.secret).await?;
                let chance = fastrand::Rng::with_seed(number.into());
                let phones = crowd.companions();
                Some(tokio::spawn(questions::ask(
                    load, presenter, phones, chance,
                )))
            }
            None => None,
        };
        let voted = match way {
            SendingWay::App => crowd.vote(self, random).await?,
            SendingWay::Form => {
                let round = presenter.round().await?;
                crowd.vote_by_form(self, random, round).await?
            }
        };
        let shown = Spread::since(voted.last, &console.all(Milestone::Full, 1).await?);
        let shown_to_all = Spread::since(voted.last, &phones.all(Milestone::Full, voters).await?);
        let asked = match asking {
            Some(asking) => asking.await??,
            None => Asked::default(),
        };
        let worked = server.worked().saturating_sub(worked);

        let given = presenter.command(json!({ "do": "close" })).await?;
        let closed = Spread::since(given, &phones.all(Milestone::Closing, voters).await?);
        let sent = Count {
            ballots: voters,
            votes: voted.votes,
        };
        let counted = presenter.reveal(self.candidates).await?;
        ensure!(
            counted == sent,
            "votes were lost or doubled: {sent:?} were sent, {counted:?} counted"
        );
        Ok(Figures {
            joined,
            opened,
            acknowledged: Spread::of(voted.took),
            asked,
            shown: shown.max,
            shown_to_all: shown_to_all.max,
            closed,
            worked,
            stream_kib,
            connection_kib,
            raw_loop: Duration::ZERO,
            memory: server.memory(),
            told_to_wait: voted.told_to_wait,
        })
    }
}
