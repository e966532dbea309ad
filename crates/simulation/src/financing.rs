//! What becomes of the requests that are chosen: the home round, and the municipalities' answers until the deadline.

use barometer_domain::financing::sharing::Payer;
use barometer_domain::money::Money;

use crate::assumptions::{Assumptions, HomeRoundAssumptions};
use crate::world::{Stake, World, in_kroner, kroner};

const MONTHS_OF_A_HALF_YEAR: f64 = 6.0;

/// A request that is financed, and who pays what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Financed {
    /// Its place on the shortlist.
    pub request: usize,
    /// Each payer's place and share; the shares sum to the firm price.
    pub shares: Vec<(usize, Money)>,
}

/// What a municipality sets aside for a request; see `answers.promise_ceiling`.
#[derive(Clone, Copy, Debug)]
struct Promise {
    place: usize,
    at_most: Money,
}

/// The requests that the answers from home carry: those of `chosen` and the next ones of `by_votes`, in that order, as many
/// as are asked about; at most as many as are treated.
pub(crate) fn home_round(
    world: &World,
    rules: &HomeRoundAssumptions,
    promise_ceiling: f64,
    chosen: &[usize],
    by_votes: &[usize],
) -> Vec<usize> {
    let next = by_votes.iter().filter(|at| !chosen.contains(at));
    let asked = chosen.iter().chain(next).take(rules.asks_about);
    let carried = asked.filter(|&&at| {
        let answers = world.places.iter().filter_map(|place| {
            let stake = &place.stakes[at];
            let answer = stake.at_home.filter(|answer| *answer >= stake.shown)?;
            Some(answer.min(ceiling(stake.shown, promise_ceiling)))
        });
        let answers: Vec<Money> = answers.collect();
        let request = &world.requests[at];
        let sum: f64 = answers.iter().copied().map(in_kroner).sum();
        answers.len() >= usize::from(request.minimum)
            && sum >= rules.carries * in_kroner(request.estimate)
    });
    carried.copied().take(rules.treats).collect()
}

fn ceiling(share: Money, times: f64) -> Money {
    kroner(in_kroner(share) * times).max(share)
}

/// The requests of `treated` that are fully funded at their deadline. `delay` is how many months later than usual they
/// open. Municipalities answer one after another, and set aside what they promise; what is left of a frame when a
/// half-year ends is gone.
pub(crate) fn finance(
    world: &World,
    assumptions: &Assumptions,
    treated: &[usize],
    delay: f64,
) -> Vec<Financed> {
    let rules = &assumptions.answers;
    let opening = world.month + rules.treatment + delay;
    let mut answers: Vec<(f64, usize, usize)> = Vec::new();
    for &request in treated {
        for (place, one) in world.places.iter().enumerate() {
            let stake = &one.stakes[request];
            if !stake.falls_away && stake.months <= rules.deadline {
                answers.push((stake.months, place, request));
            }
        }
    }
    answers.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut left: Vec<(f64, Money)> = world
        .places
        .iter()
        .map(|place| (-1.0, place.frame))
        .collect();
    let mut promises: Vec<Vec<Promise>> = vec![Vec::new(); world.requests.len()];
    for (months, place, request) in answers {
        let half_year = ((opening + months) / MONTHS_OF_A_HALF_YEAR).floor();
        let frame = &mut left[place];
        if frame.0 < half_year {
            *frame = (half_year, world.places[place].frame);
        }
        let stake = &world.places[place].stakes[request];
        if let Some(at_most) = promised(stake, frame.1, rules.promise_ceiling) {
            frame.1 = frame.1.less(at_most);
            promises[request].push(Promise { place, at_most });
        }
    }
    treated
        .iter()
        .filter_map(|&request| settle(world, request, &promises[request]))
        .collect()
}

/// What a municipality promises with so much left of its frame: nothing where it cannot pay, or does not find worth, the
/// share that it is shown.
fn promised(stake: &Stake, left: Money, promise_ceiling: f64) -> Option<Money> {
    let most = stake.worth.min(left);
    (most >= stake.share && stake.share > Money::ZERO)
        .then(|| most.min(ceiling(stake.share, promise_ceiling)))
}

/// Who pays what, if the promises cover the firm price and enough have promised: `docs/domain.md, "Actual shares"`.
fn settle(world: &World, request: usize, promises: &[Promise]) -> Option<Financed> {
    let terms = &world.requests[request];
    let sum: i64 = promises.iter().map(|promise| promise.at_most.ore()).sum();
    if promises.len() < usize::from(terms.minimum) || Money::from_ore(sum) < terms.firm {
        return None;
    }
    let payers = promises.iter().map(|promise| Payer {
        inhabitants: world.places[promise.place].inhabitants,
        at_most: Some(promise.at_most),
    });
    let shares = terms
        .sharing
        .shares(terms.firm, &payers.collect::<Vec<_>>());
    let shares = promises
        .iter()
        .map(|promise| promise.place)
        .zip(shares.ok()?);
    Some(Financed {
        request,
        shares: shares.collect(),
    })
}

#[cfg(test)]
mod tests {
    use barometer_domain::financing::{Sharing, SharingRule};
    use barometer_domain::municipality;

    use super::*;
    use crate::assumptions::scenarios;
    use crate::world::{Place, Request};

    fn money(kroner: i64) -> Money {
        Money::from_kroner(kroner)
    }

    /// A municipality whose frame is 60,000 kr., with what a request is worth to it and after how many months it answers.
    fn place(nth: usize, stakes: &[(i64, f64)]) -> Place {
        let stake = |&(worth, months): &(i64, f64)| Stake {
            worth: money(worth),
            shown: money(30_000),
            share: money(30_000),
            stated: None,
            at_home: Some(money(worth)),
            months,
            falls_away: false,
        };
        Place {
            code: municipality::all()[nth].code,
            inhabitants: 50_000,
            frame: money(60_000),
            participants: Vec::new(),
            stakes: stakes.iter().map(stake).collect(),
        }
    }

    /// Two requests of 120,000 kr., planned for four and carried by at least three.
    fn world(places: Vec<Place>) -> World {
        let request = Request {
            estimate: money(120_000),
            firm: money(120_000),
            sharing: Sharing::by(SharingRule::Equal),
            planned: 4,
            minimum: 3,
        };
        World {
            requests: vec![request.clone(), request],
            places,
            month: 0.0,
        }
    }

    fn base() -> Assumptions {
        scenarios(None).unwrap().remove(0).assumptions
    }

    /// Each is shown 30,000 and promises up to half as much again. Three promise 45,000, which is 135,000 of 120,000, so
    /// each pays 40,000. The fourth finds it worth 29,000 and says no.
    #[test]
    fn three_who_promise_half_as_much_again_pay_for_four() {
        let places = vec![
            place(1, &[(90_000, 2.0), (0, 2.0)]),
            place(2, &[(45_000, 3.0), (0, 2.0)]),
            place(3, &[(50_000, 4.0), (0, 2.0)]),
            place(4, &[(29_000, 4.0), (0, 2.0)]),
        ];
        let financed = finance(&world(places), &base(), &[0, 1], 0.0);
        let each = money(40_000);
        let shares = vec![(0, each), (1, each), (2, each)];
        assert_eq!(financed, [Financed { request: 0, shares }]);
    }

    /// With 60,000 kr. a municipality that has promised 45,000 has 15,000 left in the same half-year, which does not reach
    /// the 30,000 of the other request; in the next half-year it has its frame again.
    #[test]
    fn what_is_promised_is_set_aside_until_the_half_year_is_over() {
        let both = |second| {
            let places: Vec<Place> = (1..=3)
                .map(|nth| place(nth, &[(90_000, 2.0), (90_000, second)]))
                .collect();
            finance(&world(places), &base(), &[0, 1], 0.0).len()
        };
        // The requests open after a month of treatment: answers in months 3 and 4, then in 3 and 6.5.
        assert_eq!((both(3.0), both(5.5)), (1, 2));
    }

    /// Three answers of 45,000 carry 120,000; two do not, and neither do answers below the share that is shown.
    #[test]
    fn a_home_round_leaves_what_nobody_will_pay() {
        let treated = |worth: [i64; 3]| {
            let places = worth.iter().zip(1..);
            let places = places.map(|(&worth, nth)| place(nth, &[(0, 2.0), (worth, 2.0)]));
            let world = world(places.collect());
            home_round(&world, &base().home_round, 1.5, &[0], &[0, 1])
        };
        assert_eq!(treated([45_000, 45_000, 45_000]), [1]);
        assert_eq!(treated([45_000, 45_000, 29_000]), [0; 0]);
        assert_eq!(treated([60_000, 60_000, 0]), [0; 0]);
    }
}
