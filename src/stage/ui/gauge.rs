//! The barometer's gauge: an arc and a needle that move with turnout.

use leptos::prelude::*;

const TICKS: u8 = 12;
/// Every third tick is a long one.
const LONG: u8 = 3;

/// How far along something is, as a needle on a half circle. Decoration: the figures stand beside it as text.
#[component]
pub(crate) fn Gauge(
    /// From 0 to 1.
    #[prop(into)]
    share: Signal<f64>,
) -> impl IntoView {
    let ticks = (0..=TICKS).map(tick).collect_view();
    let share = move || format!("{:.4}", share.get().clamp(0.0, 1.0));
    view! {
        <svg class="gauge" viewBox="-284 -290 568 308" aria-hidden="true" style:--share=share>
            <g class="gauge-ticks">{ticks}</g>
            <path class="gauge-rest" d="M-216 0A216 216 0 0 1 216 0" />
            <path class="gauge-done" d="M-216 0A216 216 0 0 1 216 0" pathLength="1" />
            <line class="gauge-needle" x1="0" y1="0" x2="-192" y2="0" />
            <circle class="gauge-hub" r="15" />
            <circle class="gauge-dot" r="5.5" />
        </svg>
    }
}

fn tick(at: u8) -> impl IntoView {
    let angle = 180.0 / f64::from(TICKS) * f64::from(at);
    let (class, outer) = if at.is_multiple_of(LONG) {
        ("long", "-265")
    } else {
        ("short", "-257")
    };
    view! { <line class=class x1="-245" y1="0" x2=outer y2="0" transform=format!("rotate({angle})") /> }
}
