//! What each municipality pays when more join: a curve with today's point, and the same as a table.

use std::fmt::Write;

use barometer_domain::financing::price_per_municipality;
use barometer_domain::money::Money;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use crate::{format, language};

const HEIGHT: f64 = 250.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 40.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 10.0;
/// Where a point's label stands: today's above it, the supposed one's below, so that neighbours do not collide.
const ABOVE: f64 = -18.0;
const BELOW: f64 = 32.0;
/// The fewest and the most municipalities at the curve's right end.
const SHORTEST: u32 = 20;
const LONGEST: u32 = 98;

/// What stands where, in the units of the drawing.
#[derive(Clone, Debug, PartialEq)]
struct Plot {
    width: f64,
    price: Money,
    from: u32,
    to: u32,
    /// The amount at the top of the scale.
    top: Money,
    step: Money,
}

impl Plot {
    fn new(width: f64, price: Money, today: u32) -> Self {
        let to = (today * 2).clamp(SHORTEST, LONGEST);
        // Few payers pay much: the curve begins left of today's point, but never at one alone.
        let from = to
            .div_ceil(6)
            .min(if today > 0 { today.max(2) } else { to });
        let highest = price_per_municipality(price, from).unwrap_or_default();
        let step = round_step(highest);
        let steps = (highest.ore() + step.ore() - 1) / step.ore();
        Self {
            width,
            price,
            from,
            to,
            top: Money::from_ore(steps * step.ore()),
            step,
        }
    }

    fn x(&self, count: u32) -> f64 {
        let share = f64::from(count - self.from) / f64::from(self.to - self.from);
        LEFT + share * (self.width - LEFT - RIGHT)
    }

    fn y(&self, amount: Money) -> f64 {
        let share = f64::from(amount.per_mille_of(self.top)) / 1000.0;
        HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP)
    }

    fn at(&self, count: u32) -> Money {
        price_per_municipality(self.price, count).unwrap_or_default()
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for count in self.from..=self.to {
            let letter = if path.is_empty() { 'M' } else { 'L' };
            let (x, y) = (self.x(count), self.y(self.at(count)));
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

/// The price per municipality at n, when they share equally.
#[component]
pub fn PriceCurve(
    /// The whole price.
    #[prop(into)]
    price: Signal<Money>,
    /// How many share it today; 0 draws no point.
    #[prop(into)]
    today: Signal<u32>,
    /// How many it would be if more joined, as the presenter supposes; `today` draws no second point.
    #[prop(into)]
    supposed: Signal<u32>,
    /// The drawing's width in its own units; less makes its letters larger where room is scarce.
    #[prop(default = 640.0)]
    width: f64,
) -> impl IntoView {
    let plot = Memo::new(move |_| Plot::new(width, price.get(), today.get()));
    let amount = |amount| format::money(language::current(), amount);
    let at = move |count| {
        let amount = amount(plot.get().at(count));
        Shared::PriceAt {
            count,
            amount: &amount,
        }
        .say(language::current())
    };
    let rows = move || {
        let mut counts: Vec<u32> = plot.get().counts().collect();
        let points = [today.get(), supposed.get()];
        counts.extend(points.into_iter().filter(|count| *count > 0));
        counts.sort_unstable();
        counts.dedup();
        let row = |count| {
            let each = amount(plot.get().at(count));
            view! {
                <tr>
                    <th scope="row">{count}</th>
                    <td>{each}</td>
                </tr>
            }
        };
        counts.into_iter().map(row).collect_view()
    };
    view! {
        <figure class="price-curve">
            <svg
                viewBox=format!("0 0 {width} {HEIGHT}")
                role="img"
                aria-label=move || Shared::PriceCurve.say(language::current())
            >
                {move || grid(&plot.get())}
                <path class="curve" d=move || plot.get().path() />
                {move || {
                    let today = today.get();
                    let plot = plot.get();
                    (plot.from..=plot.to).contains(&today).then(|| point(&plot, today, at(today), ABOVE))
                }}
                {move || {
                    let (count, plot) = (supposed.get(), plot.get());
                    let is_shown = count != today.get() && (plot.from..=plot.to).contains(&count);
                    is_shown.then(|| {
                        view! { <g class="supposed">{point(&plot, count, at(count), BELOW)}</g> }
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
                            <th scope="col">
                                {move || Shared::PriceEach.say(language::current())}
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </figure>
    }
}

fn grid(plot: &Plot) -> impl IntoView + use<> {
    let language = language::current();
    let right = plot.width - RIGHT;
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

fn point(plot: &Plot, count: u32, label: String, off: f64) -> impl IntoView + use<> {
    let (x, y) = (plot.x(count), plot.y(plot.at(count)));
    let right_half = x > plot.width * 0.55;
    let (anchor, beside) = if right_half {
        ("end", -4.0)
    } else {
        ("start", 14.0)
    };
    view! {
        <circle class="point" cx=x cy=y r="10" />
        <text class="point-label" x=x + beside y=y + off text-anchor=anchor>
            {label}
        </text>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_is_round_and_holds_the_highest_amount() {
        let plot = Plot::new(640.0, Money::from_kroner(480_000), 19);
        assert_eq!((plot.from, plot.to), (7, 38));
        assert_eq!(plot.step, Money::from_kroner(20_000));
        assert_eq!(plot.top, Money::from_kroner(80_000));
        assert!(plot.at(plot.from) <= plot.top);
    }

    #[test]
    fn cheap_and_dear_prices_have_few_lines() {
        for kroner in [1, 95_000, 480_000, 6_400_000, 100_000_000] {
            let plot = Plot::new(640.0, Money::from_kroner(kroner), 0);
            assert!((2..=5).contains(&plot.amounts().count()), "{kroner}");
        }
    }

    #[test]
    fn the_curve_stays_inside() {
        let plot = Plot::new(360.0, Money::from_kroner(300_000), 60);
        assert_eq!(plot.to, 98);
        assert!((plot.x(plot.from) - LEFT).abs() < 1e-9);
        assert!(plot.y(plot.at(plot.from)) >= TOP - 1e-9);
        assert!(plot.y(plot.at(plot.to)) <= HEIGHT - BOTTOM);
    }
}
