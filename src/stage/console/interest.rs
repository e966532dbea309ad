//! How many municipalities are interested in the request on the stage, and how many came while it was there.

use barometer_domain::ids::RequestId;
use barometer_domain::view::{AudienceView, Screen};
use barometer_kit::language;
use barometer_text::staff::console::ConsoleText as Text;
use leptos::prelude::*;

use super::state::ConsoleState;

/// The interest in one request since it came onto the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct InterestSinceShown {
    request: RequestId,
    /// How many there were when it came; `None` when this console came later.
    at_first: Option<u32>,
    now: u32,
}

impl InterestSinceShown {
    /// What a view makes of what was shown before; `is_first` when no view came before it.
    fn after(before: Option<Self>, view: &AudienceView, is_first: bool) -> Option<Self> {
        let Screen::Request(shown) = &view.screen else {
            return None;
        };
        let (request, now) = (
            shown.financing.request,
            shown.financing.sums.interested.count,
        );
        let before = before.filter(|before| before.request == request);
        Some(Self {
            request,
            at_first: before.map_or((!is_first).then_some(now), |before| before.at_first),
            now,
        })
    }

    /// How many came while it was there, as far as this console can know.
    fn came(self) -> u32 {
        self.at_first
            .map_or(0, |at_first| self.now.saturating_sub(at_first))
    }
}

/// One calm line; it is there from the beginning, so that what comes into it is read aloud.
#[component]
pub(crate) fn Interest(console: ConsoleState) -> impl IntoView {
    // The outer option is whether there was a view at all.
    let shown = Memo::new(move |before: Option<&Option<Option<InterestSinceShown>>>| {
        let before = before.copied().flatten();
        console.view.with(|view| {
            let view = view.as_deref()?;
            let shown =
                InterestSinceShown::after(before.flatten(), &view.audience, before.is_none());
            Some(shown)
        })
    });
    let line = move || {
        let shown = shown.get().flatten().filter(|shown| shown.now > 0)?;
        Some(Text::InterestedNow(shown.now, shown.came()).say(language::current()))
    };
    view! {
        <p class="interest" aria-live="polite">
            {line}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use barometer_domain::barometer::{BarometerView, Phase, Turnout};
    use barometer_domain::financing::{StateSum, Sums};
    use barometer_domain::language::Language;
    use barometer_domain::money::Money;
    use barometer_domain::view::{FinancingRow, RequestView};

    fn view(screen: Screen) -> AudienceView {
        AudienceView {
            epoch: 1,
            seq: 1,
            catalogue: String::new(),
            barometer: BarometerView {
                phase: Phase::Revealed,
                turnout: Turnout::default(),
                ends_at: None,
                counts_from: None,
                round: 1,
                struck: 0,
                reopened: 0,
                earlier_rounds: 0,
            },
            language: Language::Danish,
            since: 0,
            timebox: None,
            tie_open: false,
            door_closed: false,
            ended: false,
            look_ups: 0,
            log_broken: false,
            root: None,
            requests: Vec::new(),
            final_result: None,
            pinned: None,
            screen,
        }
    }

    fn request(number: u32, interested: u32) -> AudienceView {
        let interested = StateSum {
            count: interested,
            amount: Money::ZERO,
        };
        let sums = Sums {
            interested,
            ..Sums::default()
        };
        view(Screen::Request(RequestView {
            financing: FinancingRow {
                request: RequestId(number),
                sums,
                shortfall: Money::ZERO,
                funded: false,
                missing: None,
            },
            shared_by: 10,
            compared: false,
            result: None,
        }))
    }

    /// How many are interested after the last of these views, and how many of them came.
    fn after(views: &[AudienceView]) -> Option<(u32, u32)> {
        let mut shown = None;
        for (at, view) in views.iter().enumerate() {
            shown = InterestSinceShown::after(shown, view, at == 0);
        }
        shown.map(|shown: InterestSinceShown| (shown.now, shown.came()))
    }

    #[test]
    fn those_count_who_came_while_the_request_was_on_the_stage() {
        let blank = || view(Screen::Blank);
        assert_eq!(after(&[blank(), request(1, 2)]), Some((2, 0)));
        let grown = [blank(), request(1, 2), request(1, 3), request(1, 5)];
        assert_eq!(after(&grown), Some((5, 3)));
        let another = [blank(), request(1, 2), request(1, 3), request(2, 4)];
        assert_eq!(after(&another), Some((4, 0)));
        let fewer = [blank(), request(1, 2), request(1, 1)];
        assert_eq!(after(&fewer), Some((1, 0)));
        assert_eq!(after(&[request(1, 2), blank()]), None);
    }

    #[test]
    fn a_console_that_came_later_does_not_guess() {
        assert_eq!(after(&[request(1, 2), request(1, 4)]), Some((4, 0)));
    }
}
