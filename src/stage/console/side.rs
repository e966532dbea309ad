//! The right side of the console: turnout, connections, times, and what to be aware of.

use barometer_domain::barometer::{Phase, Turnout};
use barometer_domain::ids::Millis;
use barometer_kit::{format, language};
use barometer_text::staff::console::ConsoleText as Text;
use leptos::prelude::*;

use super::admission::{Arrivals, Door};
use super::again::Again;
use super::questions::QuestionsEntry;
use super::spoken::SpokenSwitch;
use super::state::ConsoleState;
use crate::stage::projector::whole_seconds;
use crate::stage::ui::vote_words::VoteWords;

/// Turnout, and the figures around it.
#[component]
pub(crate) fn Side(console: ConsoleState) -> impl IntoView {
    let names = move || {
        let sealed = console.showing.seals_names();
        Text::NoNames { sealed }.say(language::current())
    };
    view! {
        <aside class="side" hidden=move || console.queue_open.get()>
            <Voters console=console />
            <QuestionsEntry console=console />
            <Again console=console />
            <Door console=console />
            <SpokenSwitch console=console />
            <Figures console=console />
            <RulesDiffer console=console />
            <div class="notice amber no-names">
                <b>{move || Text::NoNamesTitle.say(language::current())}</b>
                <p>{names}</p>
            </div>
        </aside>
    }
}

#[component]
fn Voters(console: ConsoleState) -> impl IntoView {
    let phase = console.read(|view| view.audience.barometer.phase);
    let turnout = console.read(|view| view.audience.barometer.turnout);
    let heading = move || {
        let text = match phase.get().unwrap_or_default() {
            Phase::Draft => Text::VoteNotOpen,
            Phase::Open | Phase::Closing => Text::VotingNow,
            Phase::Closed | Phase::Revealed => Text::VoteIsOver,
        };
        text.say(language::current())
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
    let of = move || {
        let Turnout {
            present,
            municipalities,
            ..
        } = turnout.get().unwrap_or_default();
        let text = if opened() {
            Text::OfPresent(present, municipalities)
        } else {
            Text::ReadyToVote(present)
        };
        text.say(language::current())
    };
    let share = move || {
        let Turnout { voted, present, .. } = turnout.get().unwrap_or_default();
        format!("{:.4}", f64::from(voted) / f64::from(present.max(1)))
    };
    view! {
        <section class="voters-now" aria-labelledby="voters-heading">
            <h2 id="voters-heading">{heading}</h2>
            <p>
                <b>{large}</b>
                " "
                <span class="muted">{of}</span>
            </p>
            <div class="voters-bar" aria-hidden="true">
                <i style:--share=share></i>
            </div>
            <VoteWords key=console.showing.signing_key() fixed=console.showing.fixed_root() />
        </section>
    }
}

#[component]
fn Figures(console: ConsoleState) -> impl IntoView {
    let figure = |read: fn(&barometer_domain::view::ConsoleView) -> u32| {
        let value = console.read(read);
        move || {
            value
                .get()
                .map(|n| format::number(language::current(), n.into()))
        }
    };
    let on_screen = console.on_screen();
    let clock = move || on_screen.get().map(format::countdown);
    let left = timebox_left(console);
    let closes = console.closes_in();
    let open_for = console.open_for();
    let line = |text: Text<'static>| move || text.say(language::current());
    view! {
        <dl class="figures">
            <Show when=move || closes.get().is_some()>
                <div class="closes">
                    <dt>{line(Text::CountdownLeft)}</dt>
                    <dd>{move || closes.get().map(format::countdown)}</dd>
                </div>
            </Show>
            <Show when=move || left.get().is_some()>
                <div class:over=move || left.get() < Some(0)>
                    <dt>
                        {move || {
                            let over = left.get() < Some(0);
                            let text = if over { Text::TimeboxOver } else { Text::TimeboxLeft };
                            text.say(language::current())
                        }}
                    </dt>
                    <dd>{move || left.get().map(|left| format::countdown(left.abs()))}</dd>
                </div>
            </Show>
            <Show when=move || open_for.get().is_some()>
                <div>
                    <dt>{line(Text::OpenFor)}</dt>
                    <dd>{move || open_for.get().map(format::countdown)}</dd>
                </div>
            </Show>
            <div>
                <dt>{line(Text::OnScreenFor)}</dt>
                <dd>{clock}</dd>
            </div>
            <div>
                <dt>{line(Text::Connected)}</dt>
                <dd>{figure(|view| view.connected)}</dd>
            </div>
            <div>
                <dt>{line(Text::PhonesLost)}</dt>
                <dd>{figure(|view| view.reconnecting)}</dd>
            </div>
            <Arrivals console=console />
            <div>
                <dt>{line(Text::Observers)}</dt>
                <dd>{figure(|view| view.observers)}</dd>
            </div>
        </dl>
    }
}

fn timebox_left(console: ConsoleState) -> Memo<Option<Millis>> {
    let ends = console.read(|view| {
        let timebox = Millis::from(view.audience.timebox?) * 1000;
        Some(view.audience.since + timebox)
    });
    Memo::new(move |_| Some(whole_seconds(ends.get()?? - console.showing.now.get())))
}

impl ConsoleState {
    /// How long the vote has been open, in whole seconds; nothing when it is not.
    fn open_for(self) -> Memo<Option<Millis>> {
        let opened = self.read(|view| {
            view.opened_at
                .filter(|_| view.audience.barometer.phase == Phase::Open)
        });
        Memo::new(move |_| {
            let open = self.showing.now.get() - opened.get()??;
            Some(whole_seconds(open - 999).max(0))
        })
    }

    /// What is left of a running countdown, in whole seconds.
    pub fn closes_in(self) -> Memo<Option<Millis>> {
        let ends_at = self.read(|view| view.audience.barometer.ends_at);
        Memo::new(move |_| Some(whole_seconds(ends_at.get()?? - self.showing.now.get()).max(0)))
    }
}

/// A warning where another rule would pick others.
#[component]
fn RulesDiffer(console: ConsoleState) -> impl IntoView {
    let rules = console.read(|view| view.rules_that_differ.clone());
    let sentence = move || {
        let rules = rules.get().filter(|rules| !rules.is_empty())?;
        let language = language::current();
        let names: Vec<String> = rules
            .into_iter()
            .map(|rule| Text::Rule(rule).say(language))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Some(Text::RulesDiffer(&format::list(language, &names)).say(language))
    };
    move || sentence().map(|sentence| view! { <p class="notice rules-differ">{sentence}</p> })
}
