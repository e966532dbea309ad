//! What each municipality pays when more join: a curve with today's point, and the same as a table. Where that depends
//! on size, a curve for a small, the average and a large municipality.

use barometer_domain::financing::Sharing;
use barometer_domain::money::Money;
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::curve_plot::{ABOVE, BELOW, CurvePlot, HEIGHT, LEFT, Spot};

/// The price per municipality at n, by the request's own rule.
#[component]
pub(crate) fn PriceCurve(
    /// The whole price, in øre, that is shared.
    #[prop(into)]
    price: Signal<Money>,
    /// The request's own sharing rule.
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
        CurvePlot::new(
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
        let at = SharedText::PriceAt {
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
                let each = plot.price_at(size, count).map(amount);
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
                SharedText::PriceEach.say(language)
            };
            view! { <th scope="col">{words}</th> }
        };
        plot.sizes().into_iter().map(head).collect_view()
    };
    let spot = move |count: u32, off: f64, taken: Option<Spot>| {
        let plot = plot.get();
        let is_shown = (plot.from..=plot.to).contains(&count);
        let each = plot.average(count).filter(|_| is_shown)?;
        let letters = label(count)?.chars().count();
        Some(plot.spot(count, each, letters, off, taken))
    };
    let marked = move |count: u32, off: f64, taken: Option<Spot>| {
        let spot = spot(count, off, taken)?;
        let plot = plot.get();
        let each = plot.average(count)?;
        Some(point(&plot, count, each, label(count)?, spot))
    };
    view! {
        <figure class="price-curve">
            <svg
                viewBox=format!("0 0 {width} {HEIGHT}")
                role="img"
                aria-label=move || SharedText::PriceCurve.say(language::current())
            >
                {move || grid(&plot.get())}
                {move || curves(&plot.get())}
                {move || marked(today.get(), ABOVE, None)}
                {move || {
                    let count = shared_by.get();
                    (count != today.get())
                        .then(|| {
                            let off = if today.get() == 0 { ABOVE } else { BELOW };
                            let taken = spot(today.get(), ABOVE, None);
                            view! { <g class="supposed">{marked(count, off, taken)}</g> }
                        })
                }}
            </svg>
            <details>
                <summary>{move || SharedText::ShowAsTable.say(language::current())}</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">
                                {move || SharedText::MunicipalityColumn.say(language::current())}
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
fn curves(plot: &CurvePlot) -> impl IntoView + use<> {
    let by_size = plot.sharing.rule.depends_on_size();
    let x = plot.x(plot.to) + 8.0;
    let curve = |(size, y): (u32, f64)| {
        let name = by_size.then(|| view! { <text x=x y=y>{inhabitants(size)}</text> });
        view! {
            <path class="curve" d=plot.path(size) />
            {name}
        }
    };
    plot.names().into_iter().map(curve).collect_view()
}

fn grid(plot: &CurvePlot) -> impl IntoView + use<> {
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

fn point(
    plot: &CurvePlot,
    count: u32,
    each: Money,
    label: String,
    spot: Spot,
) -> impl IntoView + use<> {
    let (x, y) = (plot.x(count), plot.y(each));
    let leader = spot.led_from(label.chars().count(), (x, y));
    let leader = leader.map(|(to_x, to_y)| {
        view! { <line class="leader" x1=x y1=y x2=to_x y2=to_y /> }
    });
    view! {
        {leader}
        <circle class="point" cx=x cy=y r="10" />
        <text class="point-label" x=spot.x y=spot.y text-anchor=spot.anchor>
            {label}
        </text>
    }
}
