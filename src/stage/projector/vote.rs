//! The vote: how to join, how many have voted, how long is left.

use barometer_domain::barometer::{Phase, Turnout};
use barometer_kit::{format, language};
use barometer_text::shared::SharedText;
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::candidate::whole_seconds;
use super::join::JoinCard;
use super::state::ProjectorState;
use crate::stage::ui::countdown::TimeRing;
use crate::stage::ui::gauge::Gauge;

/// The vote from before it opens until its result is shown.
#[component]
pub(crate) fn Vote(showing: ProjectorState) -> impl IntoView {
    let phase = showing.read(|view, _| Some(view.barometer.phase));
    let rules = showing.read(|_, texts| Some(texts.rules));
    let again = showing.read(|view, _| {
        let barometer = view.barometer;
        Some((
            barometer.reopened > 0,
            barometer.earlier_rounds.saturating_add(1),
        ))
    });
    let title = move || {
        let (reopened, round) = again.get().unwrap_or_default();
        let language = language::current();
        let text = match phase.get().unwrap_or_default() {
            Phase::Open if reopened => return SharedText::Reopened.say(language),
            Phase::Open if round > 1 => {
                let now = Text::VoteNow.say(language);
                return format!("{}: {now}", SharedText::Round(round).say(language));
            }
            Phase::Draft => Text::OpensSoon,
            Phase::Open => Text::VoteNow,
            Phase::Closing => Text::Closing,
            Phase::Closed | Phase::Revealed => Text::Closed,
        };
        text.say(language)
    };
    let sub = move || {
        let rules = rules.get()?;
        let text = match phase.get().unwrap_or_default() {
            Phase::Draft | Phase::Open => {
                Text::VoteSub(rules.max_choices.into(), rules.candidates.into())
            }
            Phase::Closing => Text::ClosingSub,
            Phase::Closed => Text::ClosedSub,
            Phase::Revealed => return None,
        };
        Some(text.say(language::current()))
    };
    let door_closed = showing.read(|view, _| Some(view.door_closed));
    let over = move || phase.get() >= Some(Phase::Closing);
    view! {
        <div class="slide vote" class:over=over>
            <header>
                <div>
                    <h1 tabindex="-1">{title}</h1>
                    <p class="sub">{sub}</p>
                </div>
                <Countdown showing=showing />
            </header>
            <Show when=move || !over() && door_closed.get() == Some(false)>
                <JoinCard showing=showing />
            </Show>
            <Voters showing=showing phase=phase />
        </div>
    }
}

#[component]
fn Voters(showing: ProjectorState, phase: Memo<Option<Phase>>) -> impl IntoView {
    let turnout = showing.read(|view, _| Some(view.barometer.turnout));
    let share = move || {
        let Turnout { voted, present, .. } = turnout.get().unwrap_or_default();
        f64::from(voted) / f64::from(present.max(1))
    };
    let opened = move || phase.get() > Some(Phase::Draft);
    let large = move || {
        let turnout = turnout.get().unwrap_or_default();
        let figure = if opened() {
            turnout.voted
        } else {
            turnout.present
        };
        format::number(language::current(), figure.into())
    };
    let after = move || {
        let language = language::current();
        let present = turnout.get().unwrap_or_default().present;
        if opened() {
            Text::OfHaveVoted(&format::number(language, present.into())).say(language)
        } else {
            Text::AreWithUs(present).say(language)
        }
    };
    let municipalities = move || {
        let count = turnout.get().unwrap_or_default().municipalities;
        opened().then(|| SharedText::MunicipalitiesSoFar(count).say(language::current()))
    };
    let door_closed = showing.read(|view, _| Some(view.door_closed));
    let note = move || {
        let text = match phase.get()? {
            Phase::Draft if door_closed.get() == Some(true) => return None,
            Phase::Draft => Text::OpensSoonSub,
            Phase::Open | Phase::Closing => Text::ResultIsHidden,
            Phase::Closed | Phase::Revealed => return None,
        };
        Some(text.say(language::current()))
    };
    view! {
        <div class="voters">
            <Gauge share=Signal::derive(share) />
            <p class="voters-count">
                <b>{large}</b>
                " "
                <span>{after}</span>
            </p>
            <p class="voters-municipalities">{municipalities}</p>
            <p class="voters-note">{note}</p>
        </div>
    }
}

/// The countdown to the close, while one runs.
#[component]
fn Countdown(showing: ProjectorState) -> impl IntoView {
    let ends_at = showing.read(|view, _| view.barometer.ends_at);
    let left = Memo::new(move |_| {
        let ends_at = ends_at.get()?;
        Some(whole_seconds(ends_at - showing.now.get()).max(0))
    });
    // From its start, whoever saw that: a projector that comes later shows the same ring.
    let whole = showing.read(|view, _| {
        let barometer = view.barometer;
        Some(barometer.ends_at? - barometer.counts_from?)
    });
    let whole = Signal::derive(move || whole.get().unwrap_or_default());
    let words = Signal::derive(move || {
        let clock = format::countdown(left.get().unwrap_or_default());
        Text::Remaining(&clock).say(language::current())
    });
    view! {
        <Show when=move || ends_at.get().is_some()>
            <div class="vote-countdown" class:last=move || left.get() <= Some(10_000)>
                <TimeRing
                    left=Signal::derive(move || left.get().unwrap_or_default())
                    whole=whole
                    words=words
                />
                <span class="vote-countdown-word" aria-hidden="true">
                    {move || Text::Left.say(language::current())}
                </span>
            </div>
        </Show>
    }
}
