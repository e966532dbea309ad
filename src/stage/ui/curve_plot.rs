//! Where everything of the price curve stands: its scale, its curves, and labels that no curve crosses. Pure.

use std::fmt::Write;

use barometer_domain::financing::own_share::{average_inhabitants, examples, prospective_share};
use barometer_domain::financing::{MOST_MUNICIPALITIES, Sharing};
use barometer_domain::money::Money;

pub(super) const HEIGHT: f64 = 250.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 40.0;
pub(super) const LEFT: f64 = 84.0;
const RIGHT: f64 = 10.0;
/// Room for the name of a curve right of its end.
const NAME: f64 = 136.0;
const NAME_HEIGHT: f64 = 20.0;
/// Where a point's label stands: above it, and the supposed one's below when there is today's too, so that neighbours
/// do not collide.
pub(super) const ABOVE: f64 = -18.0;
pub(super) const BELOW: f64 = 32.0;
/// Half of the room that a label takes.
const HALF_LABEL: f64 = 124.0;
/// The room of a label above and below the line that its letters stand on, and of one of its letters.
const LABEL_ABOVE: f64 = 17.0;
const LABEL_BELOW: f64 = 6.0;
const LETTER: f64 = 9.6;
/// How far a label stays from a curve.
const CLEAR: f64 = 5.0;
/// How far from its point a label needs a line to it.
const LED: f64 = 26.0;
/// The fewest municipalities at the curve's right end.
const SHORTEST: u32 = 20;

/// What stands where, in the units of the drawing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CurvePlot {
    width: f64,
    price: Money,
    pub(super) sharing: Sharing,
    pub(super) from: u32,
    pub(super) to: u32,
    /// The amount at the top of the scale.
    top: Money,
    step: Money,
}

impl CurvePlot {
    pub(super) fn new(
        width: f64,
        price: Money,
        sharing: Sharing,
        today: u32,
        shared_by: u32,
    ) -> Self {
        let most = today.max(shared_by);
        let to = (most * 2).clamp(SHORTEST, MOST_MUNICIPALITIES.into());
        let mut plot = Self {
            width,
            price,
            sharing,
            from: to,
            to,
            top: Money::ZERO,
            step: Money::ZERO,
        };
        // Few payers pay much: the curve begins left of the points, but never at one alone, nor where the rule's limit
        // does not reach the price.
        let points = [today, shared_by].into_iter().filter(|count| *count > 0);
        let first = points.min().unwrap_or(to).max(2).min(to.div_ceil(6));
        plot.from = (first..to)
            .find(|&count| plot.average(count).is_some())
            .unwrap_or(to - 1);
        let highest = plot.sizes().into_iter();
        let highest = highest
            .filter_map(|size| plot.price_at(size, plot.from))
            .max();
        plot.step = round_step(highest.unwrap_or_default());
        let steps = (highest.unwrap_or_default().ore() + plot.step.ore() - 1) / plot.step.ore();
        plot.top = Money::from_ore(steps.max(1) * plot.step.ore());
        plot
    }

    /// For municipalities of how many inhabitants there is a curve.
    pub(super) fn sizes(&self) -> Vec<u32> {
        if self.sharing.rule.depends_on_size() {
            examples().into()
        } else {
            vec![average_inhabitants()]
        }
    }

    /// The line on which the name of each size's curve stands, right of its end; no two on one another, where the curves
    /// come together.
    pub(super) fn names(&self) -> Vec<(u32, f64)> {
        let mut names: Vec<_> = self
            .sizes()
            .into_iter()
            .map(|size| {
                (
                    size,
                    self.y(self.price_at(size, self.to).unwrap_or_default()) + 5.0,
                )
            })
            .collect();
        names.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        for at in 1..names.len() {
            names[at].1 = names[at].1.min(names[at - 1].1 - NAME_HEIGHT);
        }
        names
    }

    pub(super) fn x(&self, count: u32) -> f64 {
        let share = f64::from(count - self.from) / f64::from(self.to - self.from);
        let right = if self.sharing.rule.depends_on_size() {
            NAME
        } else {
            RIGHT
        };
        LEFT + share * (self.width - LEFT - right)
    }

    pub(super) fn y(&self, amount: Money) -> f64 {
        let share = f64::from(amount.per_mille_of(self.top)) / 1000.0;
        HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
    }

    pub(super) fn price_at(&self, inhabitants: u32, count: u32) -> Option<Money> {
        prospective_share(self.price, &self.sharing, inhabitants, count).ok()
    }

    pub(super) fn average(&self, count: u32) -> Option<Money> {
        self.price_at(average_inhabitants(), count)
    }

    pub(super) fn path(&self, inhabitants: u32) -> String {
        let mut path = String::new();
        for count in self.from..=self.to {
            let Some(amount) = self.price_at(inhabitants, count) else {
                continue;
            };
            let letter = if path.is_empty() { 'M' } else { 'L' };
            let (x, y) = (self.x(count), self.y(amount));
            // Writing to a string cannot fail.
            let _ = write!(path, "{letter}{x:.1} {y:.1}");
        }
        path
    }

    /// Counts worth a mark below the curve.
    pub(super) fn counts(&self) -> impl Iterator<Item = u32> + use<> {
        let stride = usize::try_from((self.to - self.from).div_ceil(5).max(1)).unwrap_or(1);
        (self.from..=self.to).step_by(stride)
    }

    pub(super) fn amounts(&self) -> impl Iterator<Item = Money> + use<> {
        let (step, top) = (self.step.ore(), self.top.ore());
        (0..=top / step).map(move |at| Money::from_ore(at * step))
    }
}

/// Where a label of the curve stands, in the units of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    /// Where the text is held, from the left.
    pub(super) x: f64,
    /// The line that its letters stand on.
    pub(super) y: f64,
    /// By which part of the text it is held: SVG's `start`, `middle` or `end`.
    pub(super) anchor: &'static str,
}

impl Spot {
    /// Its left and right end, if it has so many letters.
    fn across(self, letters: usize) -> (f64, f64) {
        let letters = u32::try_from(letters).unwrap_or(u32::MAX);
        let width = f64::from(letters) * LETTER;
        let left = match self.anchor {
            "end" => self.x - width,
            "middle" => self.x - width / 2.0,
            _ => self.x,
        };
        (left, left + width)
    }

    /// From where on a line leads to the label, if it stands too far from its point to be taken for its own.
    pub(super) fn led_from(self, letters: usize, point: (f64, f64)) -> Option<(f64, f64)> {
        let near = self.nearest(letters, point);
        let away = (near.0 - point.0).hypot(near.1 - point.1);
        (away > LED).then_some(near)
    }

    /// Where the label comes nearest to a point.
    fn nearest(self, letters: usize, (x, y): (f64, f64)) -> (f64, f64) {
        let (left, right) = self.across(letters);
        let (top, bottom) = (self.y - LABEL_ABOVE, self.y + LABEL_BELOW);
        (x.clamp(left, right), y.clamp(top, bottom))
    }

    /// Whether a line between two places runs through the label.
    fn is_crossed(self, letters: usize, from: (f64, f64), to: (f64, f64)) -> bool {
        (0..=20).any(|step| {
            let share = f64::from(step) / 20.0;
            let at = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            let near = self.nearest(letters, at);
            (near.0 - at.0).hypot(near.1 - at.1) < CLEAR
        })
    }

    /// Whether two labels of so many letters touch.
    fn meets(self, other: Self, letters: usize) -> bool {
        let ((left, right), (other_left, other_right)) =
            (self.across(letters), other.across(letters));
        left < other_right
            && other_left < right
            && (self.y - other.y).abs() < LABEL_ABOVE + LABEL_BELOW
    }
}

impl CurvePlot {
    /// Where the label of a point stands: at `off` below it, or else at the nearest place that no curve crosses, nor the
    /// label that is `taken`, and to which a line leads past that one.
    pub(super) fn spot(
        &self,
        count: u32,
        each: Money,
        letters: usize,
        off: f64,
        taken: Option<Spot>,
    ) -> Spot {
        let (x, y) = (self.x(count), self.y(each));
        // Below it the curve comes nearer to the right, so that label stands in the middle.
        let middle = x.max(LEFT + HALF_LABEL).min(self.width - HALF_LABEL);
        let (anchor, across) = if off > 0.0 {
            ("middle", middle)
        } else if x > self.width * 0.55 {
            ("end", x - 4.0)
        } else {
            ("start", x + 14.0)
        };
        let usual = Spot {
            x: across,
            y: y + off,
            anchor,
        };
        let sides = [
            ("start", x + 16.0),
            ("end", x - 16.0),
            ("middle", middle),
            ("end", self.width - 4.0),
            ("start", x + 60.0),
            ("start", x + 100.0),
        ];
        // On its own side of the point first, then on the other, each time a little further away.
        let steps = (0..24).map(|step| f64::from(step) * 5.0 * off.signum());
        let downs = steps.flat_map(|step| [off + step, -off - step]);
        let spots = downs.flat_map(|down| {
            sides.map(|(anchor, x)| Spot {
                x,
                y: y + down,
                anchor,
            })
        });
        let is_free = |spot: &Spot| {
            self.is_clear(*spot, letters)
                && taken.is_none_or(|taken| {
                    let is_crossed = spot
                        .led_from(letters, (x, y))
                        .is_some_and(|end| taken.is_crossed(letters, (x, y), end));
                    !spot.meets(taken, letters) && !is_crossed
                })
        };
        if is_free(&usual) {
            return usual;
        }
        let away = |spot: &Spot| {
            let (near_x, near_y) = spot.nearest(letters, (x, y));
            (near_x - x).hypot(near_y - y)
        };
        let free = spots.filter(is_free);
        free.min_by(|one, other| away(one).total_cmp(&away(other)))
            .unwrap_or(usual)
    }

    /// Whether a label there stays inside, and off every curve.
    fn is_clear(&self, spot: Spot, letters: usize) -> bool {
        let (left, right) = spot.across(letters);
        let (top, bottom) = (spot.y - LABEL_ABOVE - CLEAR, spot.y + LABEL_BELOW + CLEAR);
        let lowest = HEIGHT - BOTTOM + 10.0;
        let is_inside = left >= LEFT && right <= self.width && top >= -8.0 && bottom <= lowest;
        let crosses = |size: u32| {
            let corners = (self.from..=self.to).filter_map(|count| {
                let amount = self.price_at(size, count)?;
                Some((self.x(count), self.y(amount)))
            });
            let corners: Vec<_> = corners.collect();
            corners.windows(2).any(|pair| {
                let [(x1, y1), (x2, y2)] = *pair else {
                    return false;
                };
                if x2 < left || x1 > right {
                    return false;
                }
                let at = |x: f64| y1 + (y2 - y1) * (x - x1) / (x2 - x1);
                let (begins, ends) = (at(x1.max(left)), at(x2.min(right)));
                begins.min(ends) <= bottom && begins.max(ends) >= top
            })
        };
        let is_on_name = self.sharing.rule.depends_on_size()
            && right > self.x(self.to)
            && self
                .names()
                .iter()
                .any(|(_, y)| (spot.y - y).abs() < LABEL_ABOVE + LABEL_BELOW);
        is_inside && !is_on_name && !self.sizes().into_iter().any(crosses)
    }
}

/// A round step (1, 2 or 5 and zeros, at least 1.000 kr.) of which at most four reach `highest`.
fn round_step(highest: Money) -> Money {
    let kroner = highest.rounded_kroner();
    let mut unit = 1_000;
    loop {
        for step in [unit, unit * 2, unit * 5] {
            if step * 4 >= kroner {
                return Money::from_kroner(step);
            }
        }
        unit *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use barometer_domain::financing::SharingRule;

    fn plot(width: f64, kroner: i64, today: u32) -> CurvePlot {
        let price = Money::from_kroner(kroner);
        CurvePlot::new(width, price, Sharing::default(), today, 10)
    }

    #[test]
    fn the_scale_is_round_and_holds_the_highest_amount() {
        let plot = plot(640.0, 480_000, 19);
        assert_eq!((plot.from, plot.to), (7, 38));
        assert_eq!(plot.step, Money::from_kroner(20_000));
        assert_eq!(plot.top, Money::from_kroner(80_000));
        assert!(plot.average(plot.from).unwrap() <= plot.top);
    }

    #[test]
    fn cheap_and_dear_prices_have_few_lines() {
        for kroner in [1, 95_000, 480_000, 6_400_000, 100_000_000] {
            let plot = plot(640.0, kroner, 0);
            assert!((2..=5).contains(&plot.amounts().count()), "{kroner}");
        }
    }

    #[test]
    fn the_curve_stays_inside() {
        let plot = plot(360.0, 300_000, 60);
        assert_eq!(plot.to, 98);
        assert!((plot.x(plot.from) - LEFT).abs() < 1e-9);
        assert!(plot.y(plot.average(plot.from).unwrap()) >= TOP - 1e-9);
        assert!(plot.y(plot.average(plot.to).unwrap()) <= HEIGHT - BOTTOM);
    }

    #[test]
    fn three_sizes_have_three_curves_below_one_scale() {
        let price = Money::from_kroner(480_000);
        let by_population = Sharing::by(SharingRule::Population);
        let plot = CurvePlot::new(640.0, price, by_population, 0, 10);
        assert_eq!(plot.sizes().len(), 3);
        for size in plot.sizes() {
            assert!(plot.price_at(size, plot.from).unwrap() <= plot.top);
        }
    }

    #[test]
    fn labels_keep_clear_of_every_curve_and_of_each_other() {
        let letters = "10 kommuner · 18.000 kr.".chars().count();
        let rules = [
            SharingRule::Population,
            SharingRule::Mixed { equal_percent: 30 },
        ];
        let prices = [95_000, 220_000, 480_000, 1_200_000];
        let cases = rules
            .into_iter()
            .flat_map(|rule| prices.map(|price| (rule, price)));
        for (rule, kroner) in cases {
            for today in [0, 6, 12, 21] {
                let price = Money::from_kroner(kroner);
                let plot = CurvePlot::new(640.0, price, Sharing::by(rule), today, 10);
                let spot = |count, off, taken| {
                    let each = plot.average(count)?;
                    Some(plot.spot(count, each, letters, off, taken))
                };
                let of_today = (today > 0).then(|| spot(today, ABOVE, None)).flatten();
                let off = if today == 0 { ABOVE } else { BELOW };
                let supposed = spot(10, off, of_today).unwrap();
                for spot in of_today.into_iter().chain([supposed]) {
                    assert!(plot.is_clear(spot, letters), "{kroner} {today} {spot:?}");
                }
                let meets = of_today.is_some_and(|spot| spot.meets(supposed, letters));
                assert!(!meets, "{kroner} {today} {of_today:?} {supposed:?}");
            }
        }
    }

    #[test]
    fn names_of_curves_that_come_together_stay_apart() {
        let price = Money::from_kroner(400_000);
        let plot = CurvePlot::new(640.0, price, Sharing::by(SharingRule::Population), 5, 40);
        let names = plot.names();
        assert_eq!(names.len(), 3);
        for pair in names.windows(2) {
            assert!(pair[0].1 - pair[1].1 >= NAME_HEIGHT);
            assert!(pair[0].0 < pair[1].0, "the smallest pays least");
        }
    }

    #[test]
    fn a_fee_has_no_curve_where_it_does_not_reach() {
        let fee = Money::from_kroner(50_000);
        let fee = Sharing::by(SharingRule::FixedFee { fee });
        let plot = CurvePlot::new(640.0, Money::from_kroner(480_000), fee, 0, 10);
        assert_eq!(
            (plot.from, plot.average(10)),
            (10, Some(Money::from_kroner(48_000)))
        );
    }
}
