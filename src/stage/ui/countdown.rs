//! Time that runs out, calmly: a ring and a clock.

use barometer_domain::ids::Millis;
use barometer_kit::format;
use leptos::prelude::*;

/// The time left of a whole, as a ring with its clock beside it.
#[component]
pub(crate) fn TimeRing(
    /// What is left, in milliseconds.
    #[prop(into)]
    left: Signal<Millis>,
    /// Of how much, in milliseconds.
    #[prop(into)]
    whole: Signal<Millis>,
    /// The clock in words: "0:42 tilbage".
    #[prop(into)]
    words: Signal<String>,
) -> impl IntoView {
    let share = move || {
        let (left, whole) = (left.get().max(0), whole.get().max(1));
        // In thousandths, so that nothing moves more finely than it is seen.
        let per_mille = left.saturating_mul(1000) / whole;
        format!(
            "{:.3}",
            f64::from(i32::try_from(per_mille.min(1000)).unwrap_or(0)) / 1000.0
        )
    };
    view! {
        <span class="time-ring" class:over=move || left.get() <= 0>
            <svg viewBox="0 0 40 40" aria-hidden="true" style:--share=share>
                <circle class="time-ring-rest" cx="20" cy="20" r="16" />
                <circle class="time-ring-left" cx="20" cy="20" r="16" pathLength="1" />
            </svg>
            <span class="time-ring-clock" aria-hidden="true">
                {move || format::countdown(left.get())}
            </span>
            <span class="visually-hidden">{move || words.get()}</span>
        </span>
    }
}
