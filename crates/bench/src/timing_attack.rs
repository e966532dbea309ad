//! An attacker who knows when each colleague clicked and sees all that the audience sees: can they tell who chose
//! what? The same attacker must succeed against a server that publishes every vote, or the test tests nothing.

use std::collections::{BTreeMap, HashMap};
use std::fs;

use anyhow::{Result, ensure};
use barometer_domain::agenda::{AgendaItem, Stage};
use barometer_domain::audience_question::QuestionBoard;
use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::{Phase, Rules, Turnout};
use barometer_domain::catalogue::{Candidate, Catalogue, Reality};
use barometer_domain::certainty::Silent;
use barometer_domain::ids::{CandidateId, MunicipalityCode, RequestId};
use barometer_domain::language::Language;
use barometer_domain::municipality;
use barometer_domain::outcome::Outcome;
use barometer_domain::tally::{CountedBallot, CountingRule};
use barometer_domain::view::Snapshot;
use barometer_domain::webinar::{Plan, Progress, Scene};
use clap::Args;
use serde_json::{Value, json};

use crate::server::{MeasuredPlace, Program};
use crate::{second_device, thief};

/// Candidates; a guess by chance is right once in so many.
const CANDIDATES: u16 = 6;
/// A guess is noise within so many standard deviations.
const NOISE: f64 = 4.0;
/// The attacker must be right so often where every vote is published.
const SUCCESS: f64 = 0.95;

/// Options of `timing-attack`.
#[derive(Args)]
pub(crate) struct TimingAttack {
    /// Webinars played; the attacker learns from one half and guesses in the other.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(100..=100_000))]
    webinars: u32,
    /// Voters in each.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(5..=90))]
    voters: u32,
    /// Another seed plays other webinars.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    place: MeasuredPlace,
}

/// All attacks: on what is shown, on the stolen database, and with a colleague's link.
///
/// # Errors
/// When one succeeds, or fails where it should succeed.
pub(crate) async fn attacks(options: &TimingAttack) -> Result<()> {
    run(options)?;
    fs::create_dir_all(&options.place.scratch)?;
    let scratch = tempfile::Builder::new()
        .prefix("attack-")
        .tempdir_in(&options.place.scratch)?;
    // A server that starts over a webinar of long ago deletes its ballots: this one is still to come.
    let mut webinar: Value = serde_json::from_slice(&fs::read(&options.place.webinar)?)?;
    webinar["webinar"]["date"] = json!("2099-10-08");
    let to_come = scratch.path().join("webinar.json");
    fs::write(&to_come, webinar.to_string())?;
    let program = Program {
        server: &options.place.server,
        webinar: &to_come,
    };
    thief::run(&program, scratch.path()).await?;
    second_device::run(&program, scratch.path()).await
}

/// What a server shows after each vote.
#[derive(Clone, Copy)]
enum Publishing {
    /// The view that Barometer sends to phones and projector.
    Barometer,
    /// A running tally, as many tools show it.
    EveryVote,
}

/// One click that the attacker saw: what was shown before and after, and what was chosen.
struct Click {
    signs: Vec<String>,
    choice: u16,
}

/// Plays the webinars and prints how often the attacker is right.
///
/// # Errors
/// When the attacker beats chance against Barometer, or fails against a running tally.
pub(crate) fn run(options: &TimingAttack) -> Result<()> {
    let chance = 1.0 / f64::from(CANDIDATES);
    let guesses = f64::from(options.webinars / 2) * f64::from(options.voters);
    let noise = NOISE * (chance * (1.0 - chance) / guesses).sqrt();
    println!(
        "{} webinars with {} voters each",
        options.webinars, options.voters
    );
    println!(
        "a guess by chance is right in {:.2} %, ± {:.2}",
        chance * 100.0,
        noise * 100.0
    );
    let barometer = attack(options, Publishing::Barometer)?;
    println!(
        "against Barometer before the reveal: {:.2} %",
        barometer * 100.0
    );
    let every_vote = attack(options, Publishing::EveryVote)?;
    println!("against a running tally: {:.2} %", every_vote * 100.0);
    ensure!(
        every_vote > SUCCESS,
        "the attacker is no attacker: fix the bench"
    );
    ensure!(
        (barometer - chance).abs() < noise,
        "the audience's view tells who chose what"
    );
    Ok(())
}

/// How often the attacker is right.
fn attack(options: &TimingAttack, publishing: Publishing) -> Result<f64> {
    let mut random = fastrand::Rng::with_seed(options.seed);
    let mut learned = Learned::default();
    let half = options.webinars / 2;
    for _ in 0..half {
        for click in play(options.voters, publishing, &mut random)? {
            learned.learn(&click);
        }
    }
    let (mut right, mut all) = (0_u32, 0_u32);
    for _ in 0..half {
        for click in play(options.voters, publishing, &mut random)? {
            all += 1;
            right += u32::from(learned.guess(&click.signs, &mut random) == click.choice);
        }
    }
    Ok(f64::from(right) / f64::from(all.max(1)))
}

/// A webinar's votes in the order of their clicks, each with what the attacker saw of it.
fn play(voters: u32, publishing: Publishing, random: &mut fastrand::Rng) -> Result<Vec<Click>> {
    let places: Vec<(MunicipalityCode, u16)> = (0..voters)
        .map(|_| {
            let all = municipality::all();
            (
                all[random.usize(..all.len())].code,
                random.u16(1..=CANDIDATES),
            )
        })
        .collect();
    let room = Room::new(voters, random);
    let mut before = room.shown(publishing, &[])?;
    let mut clicks = Vec::with_capacity(places.len());
    for at in 0..places.len() {
        let after = room.shown(publishing, &places[..=at])?;
        clicks.push(Click {
            signs: signs(&before, &after),
            choice: places[at].1,
        });
        before = after;
    }
    Ok(clicks)
}

/// Everything that differs between two views, each difference a sign.
fn signs(before: &Value, after: &Value) -> Vec<String> {
    let (mut old, mut new) = (BTreeMap::new(), BTreeMap::new());
    flatten(before, String::new(), &mut old);
    flatten(after, String::new(), &mut new);
    let changed = new
        .iter()
        .filter(|(path, value)| old.get(*path) != Some(value));
    changed
        .map(|(path, value)| match old.get(path).zip(value.as_f64()) {
            Some((was, is)) => format!("{path} by {}", is - was.as_f64().unwrap_or(0.0)),
            None => format!("{path} is {value}"),
        })
        .collect()
}

fn flatten(value: &Value, path: String, into: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                flatten(field, format!("{path}.{name}"), into);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                flatten(item, format!("{path}.{at}"), into);
            }
        }
        plain => {
            into.insert(path, plain.clone());
        }
    }
}

/// How often each sign came with each choice: naive Bayes.
#[derive(Default)]
struct Learned {
    choices: [f64; CANDIDATES as usize],
    signs: HashMap<String, [f64; CANDIDATES as usize]>,
}

impl Learned {
    fn learn(&mut self, click: &Click) {
        let choice = usize::from(click.choice) - 1;
        self.choices[choice] += 1.0;
        for sign in &click.signs {
            self.signs.entry(sign.clone()).or_default()[choice] += 1.0;
        }
    }

    /// The likeliest choice; of equally likely ones any.
    fn guess(&self, seen: &[String], random: &mut fastrand::Rng) -> u16 {
        let likelihood = |choice: usize| {
            let of_choice = self.choices[choice];
            let of_sign = |sign: &String| {
                let count = self.signs.get(sign).map_or(0.0, |counts| counts[choice]);
                ((count + 1.0) / (of_choice + 2.0)).ln()
            };
            of_choice.ln() + seen.iter().map(of_sign).sum::<f64>()
        };
        let mut best = (f64::NEG_INFINITY, 0);
        let mut order: Vec<usize> = (0..CANDIDATES.into()).collect();
        random.shuffle(&mut order);
        for choice in order {
            let likely = likelihood(choice);
            if likely > best.0 {
                best = (likely, choice);
            }
        }
        u16::try_from(best.1 + 1).unwrap_or(1)
    }
}

/// An open vote.
struct Room {
    catalogue: Catalogue,
    agenda: Vec<AgendaItem>,
    plan: Plan,
    progress: Progress,
    present: u32,
    round: u32,
}

impl Room {
    fn new(present: u32, random: &mut fastrand::Rng) -> Self {
        let rules = Rules {
            rule: CountingRule::Municipalities,
            max_choices: 1,
            candidates: CANDIDATES,
        };
        let stages = Stage::USUAL.to_vec();
        let at = stages.iter().position(|&stage| stage == Stage::Barometer);
        let candidates = 1..=CANDIDATES;
        Self {
            catalogue: Catalogue {
                title: "Webinar".into(),
                date: "2023-09-21".into(),
                starts: "13:00".into(),
                ends: "14:00".into(),
                reality: Reality::Real,
                language: Language::Danish,
                fictional: true,
                rules,
                shuffled: true,
                candidates: candidates
                    .clone()
                    .map(|n| Candidate {
                        id: CandidateId(n),
                        request: RequestId(n.into()),
                    })
                    .collect(),
                requests: Vec::new(),
            },
            agenda: Vec::new(),
            plan: Plan {
                stages,
                candidates: candidates.map(|n| RequestId(n.into())).collect(),
                ongoing: Vec::new(),
                reality: Reality::Real,
                pick: None,
                supported: Vec::new(),
                choices_seen: false,
                survey_pages: 0,
                carrying_pages: 0,
            },
            progress: Progress {
                step: 3,
                scene: Scene {
                    at: u8::try_from(at.unwrap_or(0)).unwrap_or(0),
                    ..Scene::default()
                },
                phase: Phase::Open,
                ends_at: None,
            },
            present,
            round: random.u32(..),
        }
    }

    /// What everyone sees once these have voted; counted beside it, as if the server had counted already.
    fn shown(&self, publishing: Publishing, voted: &[(MunicipalityCode, u16)]) -> Result<Value> {
        let ballots: Vec<CountedBallot> = voted
            .iter()
            .map(|&(municipality, choice)| CountedBallot {
                municipality,
                ballot: Ballot::of([CandidateId(choice)]),
            })
            .collect();
        let rules = &self.catalogue.rules;
        let outcome = Outcome::of(rules, &ballots, self.present, &Silent::default());
        let turnout = Turnout {
            present: self.present,
            ..outcome.turnout
        };
        if let Publishing::EveryVote = publishing {
            let count = |candidate: u16| {
                voted
                    .iter()
                    .filter(|(_, choice)| *choice == candidate)
                    .count()
            };
            let tally: Vec<usize> = (1..=CANDIDATES).map(count).collect();
            return Ok(json!({ "turnout": turnout, "tally": tally }));
        }
        let snapshot = Snapshot {
            epoch: 1,
            seq: 10 + voted.len() as u64,
            catalogue_hash: "0123456789abcdef",
            catalogue: &self.catalogue,
            agenda: &self.agenda,
            plan: &self.plan,
            progress: &self.progress,
            round: self.round,
            turnout,
            struck: 0,
            look_ups: 0,
            log_broken: false,
            root: None,
            outcome: Some(&outcome),
            earlier: &[],
            sums: &BTreeMap::new(),
            states: &BTreeMap::new(),
            questions: &QuestionBoard::default(),
            survey: None,
        };
        Ok(serde_json::to_value(snapshot.audience())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_attacker_reads_a_running_tally_and_learns_nothing_from_the_barometer() {
        let options = TimingAttack {
            webinars: 200,
            voters: 20,
            seed: 7,
            place: MeasuredPlace::default(),
        };
        run(&options).unwrap();
    }

    #[test]
    fn a_difference_is_a_sign() {
        let signs = signs(&json!({ "a": 1, "b": [1] }), &json!({ "a": 1, "b": [2] }));
        assert_eq!(signs, [".b.0 by 1"]);
    }
}
