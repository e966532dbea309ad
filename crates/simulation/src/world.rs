//! One invented webinar: who is there, what each municipality needs and can pay, and what it will say. All of it is drawn
//! before anything is chosen, so that every way of choosing meets the same webinar.

use barometer_domain::financing::Sharing;
use barometer_domain::financing::own_share::{average_inhabitants, prospective_share};
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::money::{MAX_PRICE, Money};
use barometer_domain::municipality;

use crate::assumptions::{Assumptions, OwnRequest, sharing_by};
use crate::random::Random;

/// The amounts of "op til", in kroner.
pub const STATED: [i64; 4] = [10_000, 25_000, 50_000, 100_000];
/// Estimates are drawn in steps of this.
const PRICE_STEP: f64 = 5_000.0;
/// The most people of one municipality.
const MOST_PARTICIPANTS: usize = 5;

/// Everything that is so before anything is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// The shortlist.
    pub requests: Vec<Request>,
    /// The municipalities that are there, and those that are reached afterwards.
    pub places: Vec<Place>,
    /// In which month of a half-year the webinar is held: from 0 up, below 6.
    pub month: f64,
}

/// A candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The estimate that is shown.
    pub estimate: Money,
    /// The price that it turns out to have.
    pub firm: Money,
    /// How it is shared.
    pub sharing: Sharing,
    /// By how many it is planned to be shared.
    pub planned: u32,
    /// The fewest that must promise.
    pub minimum: u16,
}

/// A municipality.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Which one.
    pub code: MunicipalityCode,
    /// Its inhabitants.
    pub inhabitants: u32,
    /// What it can spend in each half-year.
    pub frame: Money,
    /// Who is at the webinar; nobody where it is reached afterwards.
    pub participants: Vec<Participant>,
    /// What it has to do with each request, in the shortlist's order.
    pub stakes: Vec<Stake>,
}

/// A person at the webinar.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// What each request seems worth to them, in kroner; 0 where there is no need of it.
    pub seen: Vec<f64>,
    /// The candidates on their ballot.
    pub ballot: Vec<usize>,
}

/// What a municipality has to do with a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Stake {
    /// The most it would pay; nothing where it has no need of it.
    pub worth: Money,
    /// The share it is shown with the estimate, at the planned number.
    pub shown: Money,
    /// The share it is shown with the firm price.
    pub share: Money,
    /// "Op til", the highest of what its participants say; `None` where nobody says anything.
    pub stated: Option<Money>,
    /// What it answers in a home round; `None` where it does not answer.
    pub at_home: Option<Money>,
    /// Months from the opening to its answer.
    pub months: f64,
    /// Whether its case is dropped on its way.
    pub falls_away: bool,
}

impl World {
    /// Draws a webinar.
    pub fn draw(assumptions: &Assumptions, random: &mut Random) -> Self {
        let requests = draw_requests(assumptions, random);
        let needs: Vec<f64> = requests
            .iter()
            .map(|_| random.between(assumptions.need.least, assumptions.need.most))
            .collect();
        let webinar = &assumptions.webinar;
        let more = webinar.municipalities_most - webinar.municipalities_least;
        let there = webinar.municipalities_least + random.below(more + 1);
        let month = random.between(0.0, 6.0);
        let all = municipality::all();
        let mut places = Vec::new();
        for (nth, at) in random.some(all.len(), all.len()).into_iter().enumerate() {
            let is_there = nth < there;
            if !is_there && !random.happens(assumptions.answers.reached_afterwards) {
                continue;
            }
            let (code, inhabitants) = (all[at].code, all[at].population);
            let mut draw = DrawPlace {
                assumptions,
                requests: &requests,
                size: f64::from(inhabitants) / f64::from(average_inhabitants()),
                random,
            };
            places.push(draw.place(code, inhabitants, is_there, &needs));
        }
        Self {
            requests,
            places,
            month,
        }
    }

    /// The municipalities that are there.
    pub fn present(&self) -> impl Iterator<Item = &Place> {
        self.places
            .iter()
            .filter(|place| !place.participants.is_empty())
    }
}

fn draw_requests(assumptions: &Assumptions, random: &mut Random) -> Vec<Request> {
    let portfolio = &assumptions.portfolio;
    let count = assumptions.webinar.candidates;
    let own: Vec<OwnRequest> = if portfolio.is_empty() {
        (0..count).map(|_| drawn(assumptions, random)).collect()
    } else {
        let mut taken = random.some(count, portfolio.len());
        taken.sort_unstable();
        taken.into_iter().map(|at| portfolio[at].clone()).collect()
    };
    let rules = &assumptions.requests;
    let request = |own: OwnRequest| {
        let firm = rules.firm_median * random.factor(rules.firm_sigma);
        let firm = kroner(in_kroner(own.price) * firm).clamp(Money::from_kroner(1), MAX_PRICE);
        let minimum = own.minimum.unwrap_or(rules.minimum);
        Request {
            estimate: own.price,
            firm,
            sharing: own.sharing,
            planned: own.sharing.planned_number(own.price, Some(minimum)),
            minimum,
        }
    };
    own.into_iter().map(request).collect()
}

fn drawn(assumptions: &Assumptions, random: &mut Random) -> OwnRequest {
    let rules = &assumptions.requests;
    let price = f64::from(rules.price_median) * random.factor(rules.price_sigma);
    let price = kroner((price / PRICE_STEP).round().max(1.0) * PRICE_STEP);
    OwnRequest {
        price: price.min(MAX_PRICE),
        sharing: sharing_by(rules.sharing, Some(rules.planned_for)).unwrap_or_default(),
        minimum: None,
    }
}

/// Draws one municipality.
struct DrawPlace<'a> {
    assumptions: &'a Assumptions,
    requests: &'a [Request],
    /// Its inhabitants, of the average municipality's.
    size: f64,
    random: &'a mut Random,
}

impl DrawPlace<'_> {
    fn place(
        &mut self,
        code: MunicipalityCode,
        inhabitants: u32,
        is_there: bool,
        needs: &[f64],
    ) -> Place {
        let rules = &self.assumptions.frame;
        let frame = f64::from(rules.median) * self.size.powf(rules.by_size);
        let frame = kroner(frame * self.random.factor(rules.sigma));
        let mut stakes: Vec<Stake> = Vec::with_capacity(needs.len());
        for (request, &need) in self.requests.iter().zip(needs) {
            let stake = self.stake(request, need, inhabitants, frame);
            stakes.push(stake);
        }
        let mut participants = Vec::new();
        if is_there {
            participants.push(self.participant(&mut stakes, frame));
            let another = self.assumptions.webinar.another_participant;
            while participants.len() < MOST_PARTICIPANTS && self.random.happens(another) {
                participants.push(self.participant(&mut stakes, frame));
            }
        }
        Place {
            code,
            inhabitants,
            frame,
            participants,
            stakes,
        }
    }

    fn stake(&mut self, request: &Request, need: f64, inhabitants: u32, frame: Money) -> Stake {
        let Assumptions {
            worth,
            answers,
            home_round,
            requests,
            ..
        } = self.assumptions;
        let price = in_kroner(request.estimate) / f64::from(requests.price_median);
        let median =
            f64::from(worth.median) * self.size.powf(worth.by_size) * price.powf(worth.by_price);
        let drawn = kroner(median * self.random.factor(worth.sigma));
        let worth = if self.random.happens(need) {
            drawn
        } else {
            Money::ZERO
        };
        let shown = |price| {
            let Request {
                sharing, planned, ..
            } = request;
            prospective_share(price, sharing, inhabitants, *planned).unwrap_or(price)
        };
        let answered = in_kroner(worth) * self.random.factor(home_round.sigma);
        let at_home = self.random.happens(home_round.answers);
        let months = self
            .random
            .between(answers.months_least, answers.months_most);
        let stays = (1.0 - answers.falls_away).powf(months);
        Stake {
            worth,
            shown: shown(request.estimate),
            share: shown(request.firm),
            stated: None,
            at_home: at_home.then(|| kroner(answered).min(frame)),
            months,
            falls_away: !self.random.happens(stays),
        }
    }

    /// Draws somebody who votes and says what their municipality could be with for.
    fn participant(&mut self, stakes: &mut [Stake], frame: Money) -> Participant {
        let Assumptions {
            webinar, vote, tap, ..
        } = self.assumptions;
        let seen: Vec<f64> = stakes
            .iter()
            .map(|stake| in_kroner(stake.worth) * self.random.factor(vote.sigma))
            .collect();
        let counts = |at: usize| seen[at] / in_kroner(stakes[at].shown).powf(vote.price_counts);
        let mut ballot: Vec<usize> = (0..seen.len()).filter(|&at| seen[at] > 0.0).collect();
        ballot.sort_by(|&a, &b| counts(b).total_cmp(&counts(a)).then(a.cmp(&b)));
        ballot.truncate(webinar.max_choices);
        for &at in &ballot {
            let stake = &mut stakes[at];
            let meant = kroner(in_kroner(stake.worth) * self.random.factor(tap.sigma)).min(frame);
            let steps = STATED.iter().rev().map(|&step| Money::from_kroner(step));
            let stated = steps.into_iter().find(|step| *step <= meant);
            if !self.random.happens(tap.dont_know) {
                stake.stated = stake.stated.max(stated);
            }
        }
        Participant { seen, ballot }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "amounts are far below what a float holds exactly"
)]
pub(crate) fn in_kroner(amount: Money) -> f64 {
    amount.ore() as f64 / 100.0
}

/// Down to the whole krone, from 0 to the highest price.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to what there may be"
)]
pub(crate) fn kroner(amount: f64) -> Money {
    Money::from_kroner(amount.clamp(0.0, in_kroner(MAX_PRICE)) as i64)
}
