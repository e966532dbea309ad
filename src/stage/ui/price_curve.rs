//! What each municipality pays when more join: a curve with today's point, and the same as a table. Where that depends
//! on size, a curve for a small, the average and a large municipality.

use std::fmt::Write;

use barometer_domain::financing::own_share::{average_inhabitants, examples, prospective_share};
use barometer_domain::financing::{MOST_MUNICIPALITIES, Sharing};
use barometer_domain::money::Money;
use barometer_kit::{format, language};
use barometer_text::shared::Shared;
use barometer_text::staff::screen::Screen as Text;
use leptos::prelude::*;

const HEIGHT: f64 = 250.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 40.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 10.0;
/// Room for the name of a curve right of its end.
const NAME: f64 = 96.0;
/// Where a point's label stands: above it, and the supposed one's below when there is today's too, so that neighbours
/// do not collide.
const ABOVE: f64 = -18.0;
const BELOW: f64 = 32.0;
/// Half of the room that a label takes.
const HALF_LABEL: f64 = 124.0;
/// The fewest municipalities at the curve's right end.
const SHORTEST: u32 = 20;

/// What stands where, in the units of the drawing.
#[derive(Clone, Debug, PartialEq)]
struct Plot {
    width: f64,
    price: Money,
    sharing: Sharing,
    from: u32,
    to: u32,
    /// The amount at the top of the scale.
    top: Money,
    step: Money,
}

impl Plot {
    fn new(width: f64, price: Money, sharing: Sharing, today: u32, shared_by: u32) -> Self {
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
        let highest = highest.filter_map(|size| plot.at(size, plot.from)).max();
        plot.step = round_step(highest.unwrap_or_default());
        let steps = (highest.unwrap_or_default().ore() + plot.step.ore() - 1) / plot.step.ore();
        plot.top = Money::from_ore(steps.max(1) * plot.step.ore());
        plot
    }

    /// For municipalities of how many inhabitants there is a curve.
    fn sizes(&self) -> Vec<u32> {
        if self.sharing.rule.depends_on_size() {
            examples().into()
        } else {
            vec![average_inhabitants()]
        }
    }

    fn x(&self, count: u32) -> f64 {
        let share = f64::from(count - self.from) / f64::from(self.to - self.from);
        let right = if self.sharing.rule.depends_on_size() {
            NAME
        } else {
            RIGHT
        };
        LEFT + share * (self.width - LEFT - right)
    }

    fn y(&self, amount: Money) -> f64 {
        let share = f64::from(amount.per_mille_of(self.top)) / 1000.0;
        HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
    }

    fn at(&self, inhabitants: u32, count: u32) -> Option<Money> {
        prospective_share(self.price, &self.sharing, inhabitants, count).ok()
    }

    fn average(&self, count: u32) -> Option<Money> {
        self.at(average_inhabitants(), count)
    }

    fn path(&self, inhabitants: u32) -> String {
        let mut path = String::new();
        for count in self.from..=self.to {
            let Some(amount) = self.at(inhabitants, count) else {
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
    fn counts(&self) -> impl Iterator<Item = u32> + use<> {
        let stride = usize::try_from((self.to - self.from).div_ceil(5).max(1)).unwrap_or(1);
        (self.from..=self.to).step_by(stride)
    }

    fn amounts(&self) -> impl Iterator<Item = Money> + use<> {
        let (step, top) = (self.step.ore(), self.top.ore());
        (0..=top / step).map(move |at| Money::from_ore(at * step))
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

/// The price per municipality at n, by the request's own rule.
#[component]
pub fn PriceCurve(
    /// The whole price.
    #[prop(into)]
    price: Signal<Money>,
    /// How it is shared.
    #[prop(into)]
    sharing: Signal<Sharing>,
    /// How many share it today; 0 draws no point.
    #[prop(into)]
    today: Signal<u32>,
    /// By how many the price is shared in what is said: as many as planned, or as the presenter supposes.
    #[prop(into)]
    shared_by: Signal<u32>,
    /// The drawing's width in its own units; less makes its letters larger where room is scarce.
    #[prop(default = 640.0)]
    width: f64,
) -> impl IntoView {
    let plot = Memo::new(move |_| {
        Plot::new(
            width,
            price.get(),
            sharing.get(),
            today.get(),
            shared_by.get(),
        )
    });
    let amount = |amount| format::money(language::current(), amount);
    let label = move |count| {
        let each = plot.get().average(count)?;
        let at = Shared::PriceAt {
            count,
            amount: &amount(each),
        };
        Some(at.say(language::current()))
    };
    let rows = move || {
        // Before the plot, which depends on them and may stay as it is when they change.
        let points = [today.get(), shared_by.get()];
        let plot = plot.get();
        let mut counts: Vec<u32> = plot.counts().collect();
        counts.extend(points.into_iter().filter(|count| *count > 0));
        counts.sort_unstable();
        counts.dedup();
        let row = |count| {
            let cells = plot.sizes().into_iter().map(|size| {
                let each = plot.at(size, count).map(amount);
                view! { <td>{each}</td> }
            });
            view! {
                <tr>
                    <th scope="row">{count}</th>
                    {cells.collect_view()}
                </tr>
            }
        };
        counts.into_iter().map(row).collect_view()
    };
    let heads = move || {
        let (plot, language) = (plot.get(), language::current());
        let head = |size: u32| {
            let words = if plot.sharing.rule.depends_on_size() {
                inhabitants(size)
            } else {
                Shared::PriceEach.say(language)
            };
            view! { <th scope="col">{words}</th> }
        };
        plot.sizes().into_iter().map(head).collect_view()
    };
    let marked = move |count: u32, off: f64| {
        let plot = plot.get();
        let is_shown = (plot.from..=plot.to).contains(&count);
        let each = plot.average(count).filter(|_| is_shown)?;
        Some(point(&plot, count, each, label(count)?, off))
    };
    view! {
        <figure class="price-curve">
            <svg
                viewBox=format!("0 0 {width} {HEIGHT}")
                role="img"
                aria-label=move || Shared::PriceCurve.say(language::current())
            >
                {move || grid(&plot.get())}
                {move || curves(&plot.get())}
                {move || marked(today.get(), ABOVE)}
                {move || {
                    let count = shared_by.get();
                    (count != today.get())
                        .then(|| {
                            let off = if today.get() == 0 { ABOVE } else { BELOW };
                            view! { <g class="supposed">{marked(count, off)}</g> }
                        })
                }}
            </svg>
            <details>
                <summary>{move || Shared::ShowAsTable.say(language::current())}</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">
                                {move || Shared::MunicipalityColumn.say(language::current())}
                            </th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </figure>
    }
}

fn inhabitants(size: u32) -> String {
    let language = language::current();
    Text::Inhabitants(&language.whole(size)).say(language)
}

/// The curve, or one for each size with its name at the end.
fn curves(plot: &Plot) -> impl IntoView + use<> {
    let by_size = plot.sharing.rule.depends_on_size();
    let curve = |size: u32| {
        let end = plot.at(size, plot.to).unwrap_or_default();
        let (x, y) = (plot.x(plot.to) + 8.0, plot.y(end) + 5.0);
        let name = by_size.then(|| view! { <text x=x y=y>{inhabitants(size)}</text> });
        view! {
            <path class="curve" d=plot.path(size) />
            {name}
        }
    };
    plot.sizes().into_iter().map(curve).collect_view()
}

fn grid(plot: &Plot) -> impl IntoView + use<> {
    let language = language::current();
    let right = plot.x(plot.to);
    let lines = plot.amounts().map(|amount| {
        let y = plot.y(amount);
        let label = format::number(language, amount.rounded_kroner());
        view! {
            <line class="grid" x1=LEFT x2=right y1=y y2=y />
            <text x=LEFT - 8.0 y=y + 5.0 text-anchor="end">
                {label}
            </text>
        }
    });
    let marks = plot.counts().map(|count| {
        view! {
            <text x=plot.x(count) y=HEIGHT - 12.0 text-anchor="middle">
                {count}
            </text>
        }
    });
    view! {
        {lines.collect_view()}
        {marks.collect_view()}
    }
}

fn point(plot: &Plot, count: u32, each: Money, label: String, off: f64) -> impl IntoView + use<> {
    let (x, y) = (plot.x(count), plot.y(each));
    // Below it the curve comes nearer to the right, so that label stands in the middle.
    let middle = x.max(LEFT + HALF_LABEL).min(plot.width - HALF_LABEL);
    let (anchor, across) = if off > 0.0 {
        ("middle", middle)
    } else if x > plot.width * 0.55 {
        ("end", x - 4.0)
    } else {
        ("start", x + 14.0)
    };
    view! {
        <circle class="point" cx=x cy=y r="10" />
        <text class="point-label" x=across y=y + off text-anchor=anchor>
            {label}
        </text>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use barometer_domain::financing::SharingRule;

    fn plot(width: f64, kroner: i64, today: u32) -> Plot {
        let price = Money::from_kroner(kroner);
        Plot::new(width, price, Sharing::default(), today, 10)
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
        let plot = Plot::new(640.0, price, by_population, 0, 10);
        assert_eq!(plot.sizes().len(), 3);
        for size in plot.sizes() {
            assert!(plot.at(size, plot.from).unwrap() <= plot.top);
        }
    }

    #[test]
    fn a_fee_has_no_curve_where_it_does_not_reach() {
        let fee = Money::from_kroner(50_000);
        let fee = Sharing::by(SharingRule::FixedFee { fee });
        let plot = Plot::new(640.0, Money::from_kroner(480_000), fee, 0, 10);
        assert_eq!(
            (plot.from, plot.average(10)),
            (10, Some(Money::from_kroner(48_000)))
        );
    }
}
