//! The result, row by row as the projector brings it out; the same figures as bars and as a table.

use barometer_domain::barometer::BarometerView;
use barometer_domain::ids::CandidateId;
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::tally::CountingRule;
use barometer_domain::view::{ResultRow, ResultView, Screen, Verdict};
use barometer_text::phone::Phone;
use barometer_text::shared::Shared;
use leptos::prelude::*;

use super::super::follow::Following;
use super::super::say;
use super::frame::Frame;
use crate::ui::support_table::{SupportEntry, SupportTable};
use crate::{format, language};

/// The result, after the reveal.
#[component]
pub(crate) fn Result(following: Following) -> impl IntoView {
    let result = Memo::new(move |_| following.screen.with(result_of));
    let verdict = Memo::new(move |_| result.with(|result| result.verdict.clone()));
    let crumb = move || {
        let turnout = following.barometer.get().turnout;
        Phone::BallotsFrom {
            ballots: turnout.voted,
            municipalities: turnout.municipalities,
        }
        .say(language::current())
    };
    let left =
        Memo::new(move |_| result.with(|r| usize::from(r.total).saturating_sub(r.rows.len())));
    let rows_left = move || {
        let left = u32::try_from(left.get()).unwrap_or(0);
        (left > 0).then(|| {
            view! { <p class="rows-left muted">{Phone::RowsLeft(left).say(language::current())}</p> }
        })
    };
    let too_few = move || {
        result.with(|result| result.too_few).then(|| {
            view! { <p class="notice">{Shared::TooFewBallots.say(language::current())}</p> }
        })
    };
    let entries = Signal::derive(move || {
        result.with(|result| {
            let rows = result.rows.iter();
            rows.map(|row| entry(following, result, row))
                .collect::<Vec<_>>()
        })
    });
    let headline = Signal::derive(move || {
        let rule = result.with(|result| result.rule);
        Shared::Rule(rule).say(language::current())
    });
    let any = move || result.with(|result| !result.rows.is_empty());
    view! {
        <Frame
            following
            crumb=Signal::derive(crumb)
            heading=Signal::derive(say(Phone::ResultHeading))
        >
            {too_few}
            {move || verdict.get().map(|verdict| summary(&verdict))}
            {rows_left}
            <ol class="support">
                <For
                    each=move || result.with(|result| result.rows.clone())
                    key=|row| row.candidate
                    children=move |row| bar(following, result, row)
                />
            </ol>
            <Show when=any>
                <SupportTable rows=entries headline />
            </Show>
        </Frame>
    }
}

fn result_of(screen: &Screen) -> ResultView {
    match screen {
        Screen::Result(result) => result.clone(),
        _ => ResultView {
            rule: CountingRule::default(),
            total: 0,
            rows: Vec::new(),
            page: 0,
            too_few: false,
            verdict: None,
        },
    }
}

/// Who goes on, and how sure that is.
fn summary(verdict: &Verdict) -> impl IntoView + use<> {
    let language = language::current();
    let count = u32::try_from(verdict.go_on().len()).unwrap_or(0);
    let sure = verdict.certainty.map(|certainty| match certainty {
        Certainty::Settled => Shared::Settled,
        Certainty::Close => Shared::CloseRace,
    });
    let who = match &verdict.pick {
        Pick::Clear { .. } => format::capitalised(&Shared::TopGoOn(count).say(language)),
        Pick::Tied { .. } if verdict.chosen.is_empty() => Phone::NoCleanCut.say(language),
        Pick::Tied { .. } => Phone::ChosenGoOn(count).say(language),
        Pick::Nobody => Phone::NobodyGoesOn.say(language),
    };
    view! {
        <p class="verdict">
            <b>{who}</b>
            {sure.map(|sure| view! { <span class="chip">{sure.say(language)}</span> })}
        </p>
    }
}

/// How full a row's bar is, in thousandths of what it could have been.
fn fullness(rule: CountingRule, barometer: &BarometerView, row: &ResultRow) -> u64 {
    let whole = match rule {
        CountingRule::Participants => barometer.turnout.voted,
        CountingRule::Municipalities | CountingRule::Fraction | CountingRule::Majority => {
            barometer.turnout.municipalities
        }
    };
    (row.headline / u64::from(whole.max(1))).min(1000)
}

fn goes_on(result: &ResultView, candidate: CandidateId) -> bool {
    let verdict = result.verdict.as_ref();
    verdict.is_some_and(|verdict| verdict.go_on().contains(&candidate))
}

fn title(following: Following, candidate: CandidateId) -> String {
    following.text(|texts| Some(texts.candidate(candidate)?.title.clone()))
}

fn place(row: &ResultRow) -> String {
    if row.shared {
        Shared::SharedPlace(row.place).say(language::current())
    } else {
        row.place.to_string()
    }
}

/// The figure that ranks, where it is neither municipalities nor votes.
fn headline(rule: CountingRule, row: &ResultRow) -> Option<String> {
    match rule {
        CountingRule::Participants | CountingRule::Municipalities => None,
        CountingRule::Fraction | CountingRule::Majority => {
            Some(format::thousandths(language::current(), row.headline))
        }
    }
}

fn entry(following: Following, result: &ResultView, row: &ResultRow) -> SupportEntry {
    SupportEntry {
        place: place(row),
        title: title(following, row.candidate),
        headline: headline(result.rule, row),
        municipalities: row.municipalities,
        votes: row.votes,
        goes_on: goes_on(result, row.candidate),
    }
}

fn bar(following: Following, result: Memo<ResultView>, row: ResultRow) -> impl IntoView {
    let on = Memo::new(move |_| result.with(|result| goes_on(result, row.candidate)));
    let rule = result.with_untracked(|result| result.rule);
    let part = move || fullness(rule, &following.barometer.get(), &row).to_string();
    let figures = move || figures(rule, &following.barometer.get(), &row);
    view! {
        <li class="support-row" class:on=on>
            <p class="support-title">
                <span class="support-place">{row.place}</span>
                <b>{move || title(following, row.candidate)}</b>
            </p>
            <div class="support-bar" aria-hidden="true">
                <i style:--part=part></i>
            </div>
            <p class="support-figures">
                <span>{figures}</span>
                {move || {
                    on.get().then(|| view! { <span class="chip">{Shared::GoesOn.say(language::current())}</span> })
                }}
                {row.shared.then(|| view! { <span class="muted">{move || place(&row)}</span> })}
            </p>
        </li>
    }
}

/// "15 af 20 kommuner · 16 stemmer": the ranking figure first.
fn figures(rule: CountingRule, barometer: &BarometerView, row: &ResultRow) -> String {
    let language = language::current();
    let municipalities = Shared::MunicipalitiesOf {
        count: row.municipalities,
        of: barometer.turnout.municipalities,
    }
    .say(language);
    let votes = Shared::Votes(row.votes).say(language);
    match (rule, headline(rule, row)) {
        (CountingRule::Participants, _) => format!("{votes} · {municipalities}"),
        (_, None) => format!("{municipalities} · {votes}"),
        (_, Some(figure)) => {
            let name = Shared::Rule(rule).say(language);
            format!("{name}: {figure} · {municipalities} · {votes}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use barometer_domain::barometer::{Phase, Turnout};

    #[test]
    fn a_bar_is_full_when_all_stand_behind() {
        let barometer = BarometerView {
            phase: Phase::Revealed,
            turnout: Turnout {
                voted: 27,
                present: 30,
                municipalities: 20,
            },
            ends_at: None,
            round: 1,
        };
        let row = |headline| ResultRow {
            candidate: CandidateId(1),
            place: 1,
            shared: false,
            headline,
            municipalities: 15,
            votes: 16,
        };
        let municipalities = CountingRule::Municipalities;
        assert_eq!(fullness(municipalities, &barometer, &row(15_000)), 750);
        assert_eq!(fullness(municipalities, &barometer, &row(20_000)), 1000);
        assert_eq!(
            fullness(CountingRule::Participants, &barometer, &row(27_000)),
            1000
        );
    }
}
