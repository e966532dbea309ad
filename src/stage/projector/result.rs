//! The result: its wait, its rows as they come out, and the line below those that go on.

use barometer_domain::barometer::{Phase, Shortage, Turnout};
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::CandidateId;
use barometer_domain::pick::{Certainty, Pick};
use barometer_domain::tally::{CountingRule, HeadlineFigure};
use barometer_domain::view::{AudienceView, ResultRow, ResultView, Screen, Verdict};
use barometer_domain::webinar::RESULT_ROWS;
use barometer_kit::{format, language};
use barometer_text::carrying::CarryingText;
use barometer_text::shared::{SharedText, promise};
use barometer_text::staff::screen::ProjectorText as Text;
use leptos::prelude::*;

use super::carrying::price_each;
use super::state::ProjectorState;
use crate::stage::ui::support_bars::{CutLine, RowStanding, SupportBars, SupportRow};

/// The result that a view shows.
pub fn result_of(view: &AudienceView) -> Option<&ResultView> {
    match &view.screen {
        Screen::Result(result) => Some(result),
        _ => None,
    }
}

/// What there is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ResultState {
    Waiting(Phase),
    TooFew(Shortage),
    Rows { page: u16, total: u16 },
}

/// The result's stage.
#[component]
pub(crate) fn ResultStage(showing: ProjectorState) -> impl IntoView {
    let state = showing.read(|view, _| {
        let result = result_of(view)?;
        Some(match result {
            result if result.too_few => {
                let shortage = view.barometer.turnout.shortage();
                ResultState::TooFew(shortage.unwrap_or(Shortage::Both))
            }
            result if result.total == 0 => ResultState::Waiting(view.barometer.phase),
            result => ResultState::Rows {
                page: result.page,
                total: result.total,
            },
        })
    });
    move || match state.get()? {
        ResultState::Waiting(phase) => {
            Some(view! { <Waiting showing=showing phase=phase /> }.into_any())
        }
        ResultState::TooFew(shortage) => Some(view! { <TooFew shortage=shortage /> }.into_any()),
        ResultState::Rows { page, total } => {
            Some(view! { <Rows showing=showing page=page total=total /> }.into_any())
        }
    }
}

#[component]
fn Waiting(showing: ProjectorState, phase: Phase) -> impl IntoView {
    let title = move || {
        let text = match phase {
            Phase::Closed | Phase::Revealed => Text::ClosedSub,
            Phase::Draft | Phase::Open | Phase::Closing => Text::ResultAfterVote,
        };
        text.say(language::current())
    };
    // Once it is closed there is something to say meanwhile: how many have voted.
    let turnout = showing.read(|view, _| Some(view.barometer.turnout));
    let voted = move || {
        let Turnout {
            voted,
            present,
            municipalities,
        } = turnout.get().filter(|_| phase >= Phase::Closed)?;
        let language = language::current();
        let figure = |n: u32| format::number(language, n.into());
        let have = Text::MunicipalitiesHaveVoted(municipalities).say(language);
        let of = Text::OfParticipants(&figure(voted), &figure(present), present).say(language);
        let words = format!("{} {have} · {of}", figure(municipalities));
        Some(view! { <p class="sub">{words}</p> })
    };
    view! {
        <div class="slide calm">
            <Drawn />
            <h1 tabindex="-1">{title}</h1>
            {voted}
        </div>
    }
}

#[component]
fn TooFew(shortage: Shortage) -> impl IntoView {
    view! {
        <div class="slide calm">
            <Drawn />
            <h1 tabindex="-1">{move || Text::TooFew.say(language::current())}</h1>
            <p class="sub">{move || SharedText::TooFew(shortage).say(language::current())}</p>
        </div>
    }
}

/// Bars that are not there yet.
#[component]
fn Drawn() -> impl IntoView {
    view! {
        <svg class="bars-to-come" viewBox="0 0 120 80" aria-hidden="true">
            <rect x="0" y="4" width="120" height="16" rx="5" />
            <rect x="0" y="32" width="84" height="16" rx="5" />
            <rect x="0" y="60" width="56" height="16" rx="5" />
        </svg>
    }
}

#[component]
fn Rows(showing: ProjectorState, page: u16, total: u16) -> impl IntoView {
    let before = page * RESULT_ROWS;
    let count = total.saturating_sub(before).min(RESULT_ROWS);
    // Rows come out from the last place up: the row at place p is the last but (total − p).
    let row_at = move |result: &ResultView, at: u16| -> Option<ResultRow> {
        let hidden = usize::from(total).checked_sub(result.rows.len())?;
        let index = usize::from(before + at).checked_sub(hidden)?;
        result.rows.get(index).copied()
    };
    let row = move |at: u16| {
        let (view, texts) = (showing.view.get()?, showing.catalogue.get()?);
        let result = result_of(&view)?;
        let row = row_at(result, at)?;
        let mut read = written(&row, result.rule, view.barometer.turnout, &texts);
        // Of those that go on it is said what that is for each; how many they are stands beside it.
        let verdict = result.verdict.as_ref();
        if verdict.is_some_and(|verdict| row_standing(verdict, row.candidate) == RowStanding::Ahead)
        {
            let each = price_each(&row, &texts, false, language::current());
            read.price = each.unwrap_or(read.price);
        }
        Some(read)
    };
    let standing = move |at: u16| {
        let view = showing.view.get();
        let standing = view.as_deref().and_then(|view| {
            let result = result_of(view)?;
            Some(row_standing(
                result.verdict.as_ref()?,
                row_at(result, at)?.candidate,
            ))
        });
        standing.unwrap_or_default()
    };
    let cut = showing.read(move |view, _| cut(result_of(view)?, page));
    let longest = showing.catalogue.with_untracked(|texts| {
        let texts = texts.as_ref()?;
        let titles = texts
            .candidates
            .iter()
            .filter_map(|one| texts.request(one.request));
        titles.map(|text| text.title.chars().count()).max()
    });
    view! {
        <div class="slide result">
            <Heading showing=showing />
            <SupportBars
                first=before + 1
                count=count
                row=Callback::new(row)
                standing=Callback::new(standing)
                longest_title=longest.unwrap_or(0)
                cut=cut
            />
            <Table showing=showing />
        </div>
    }
}

#[component]
fn Heading(showing: ProjectorState) -> impl IntoView {
    let turnout = showing.read(|view, _| Some(view.barometer.turnout));
    let certainty = showing.read(|view, _| result_of(view)?.verdict.as_ref()?.certainty);
    let nobody =
        showing.read(|view, _| Some(result_of(view)?.verdict.as_ref()?.pick == Pick::Nobody));
    let certainty = move || {
        let (class, text) = match certainty.get()? {
            Certainty::Settled => ("chip", SharedText::Settled),
            Certainty::Close => ("chip amber", SharedText::CloseRace),
        };
        Some(view! { <span class=class>{text.say(language::current())}</span> })
    };
    let nobody = move || {
        let words = SharedText::NobodySupported.say(language::current());
        (nobody.get() == Some(true)).then(|| view! { <span class="chip amber">{words}</span> })
    };
    let rounds = showing.read(|view, texts| {
        let result = result_of(view)?;
        let titles = |went_on: &Vec<CandidateId>| {
            let titles = went_on.iter().filter_map(|id| texts.candidate(*id));
            titles.map(|text| text.title.clone()).collect::<Vec<_>>()
        };
        Some(result.earlier.iter().map(titles).collect::<Vec<_>>())
    });
    let round = move || {
        let round = u8::try_from(rounds.get()?.len() + 1).ok()?;
        let words = SharedText::Round(round).say(language::current());
        (round > 1).then(|| view! { <span class="chip">{words}</span> })
    };
    // What this round says counts; the ones before stand as one line each.
    let before = move || {
        let language = language::current();
        let line = |(round, titles): (u8, Vec<String>)| {
            let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
            let titles = format::list(language, &titles);
            let words = SharedText::RoundWentOn(round, &titles).say(language);
            view! { <p class="sub">{words}</p> }
        };
        let rounds = (1..).zip(rounds.get().unwrap_or_default());
        let told = rounds.filter(|(_, titles)| !titles.is_empty());
        told.map(line).collect_view()
    };
    let voted = move || {
        let count = turnout.get()?.municipalities;
        let language = language::current();
        let words = Text::MunicipalitiesHaveVoted(count).say(language);
        Some(view! { <b>{format::number(language, count.into())}</b> " " {words} })
    };
    let of = move || {
        let Turnout { voted, present, .. } = turnout.get()?;
        let language = language::current();
        let figure = |n: u32| format::number(language, n.into());
        Some(Text::OfParticipants(&figure(voted), &figure(present), present).say(language))
    };
    let struck = showing.read(|view, _| Some(view.barometer.struck));
    let struck = move || {
        let struck = struck.get().filter(|&struck| struck > 0)?;
        let words = SharedText::Struck(struck).say(language::current());
        Some(view! { <span class="chip amber">{words}</span> })
    };
    view! {
        <header>
            <div>
                <h1 tabindex="-1">{move || Text::ResultTitle.say(language::current())}</h1>
                <p class="sub">
                    {move || promise(language::current(), showing.seals_names())}
                </p>
                {before}
            </div>
            <div class="denominator">
                <p>{voted}</p>
                <p class="of">{of} {round} {certainty} {nobody} {struck}</p>
            </div>
        </header>
    }
}

/// The same as a table, for those who cannot see the bars.
#[component]
fn Table(showing: ProjectorState) -> impl IntoView {
    let rows = showing.read(|view, texts| {
        let result = result_of(view)?;
        let turnout = view.barometer.turnout;
        let row = |row: &ResultRow| {
            let mut read = written(row, result.rule, turnout, texts);
            let verdict = result.verdict.as_ref();
            if verdict.is_some_and(|verdict| verdict.go_on().contains(&row.candidate)) {
                let each = price_each(row, texts, true, language::current());
                read.price = each.unwrap_or(read.price);
            }
            read
        };
        Some(result.rows.iter().map(row).collect::<Vec<_>>())
    });
    let body = move || {
        let row = |row: SupportRow| {
            view! {
                <tr>
                    <td>{row.place}</td>
                    <th scope="row">{row.title}</th>
                    <td>{row.price}</td>
                    <td>{row.headline} " " {row.unit}</td>
                    <td>{row.beside}</td>
                </tr>
            }
        };
        rows.get()
            .map(|rows| rows.into_iter().map(row).collect_view())
    };
    view! {
        // The table alone would leave its caption standing in Firefox, which does not clip it with its table.
        <div class="visually-hidden">
            <table>
                <caption>{move || Text::ResultTable.say(language::current())}</caption>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

/// A row as it is read on the screen.
pub fn written(
    row: &ResultRow,
    rule: CountingRule,
    turnout: Turnout,
    texts: &Catalogue,
) -> SupportRow {
    let language = language::current();
    let text = texts.candidate(row.candidate);
    let beside = match rule.headline() {
        HeadlineFigure::Votes => SharedText::Municipalities(row.municipalities),
        HeadlineFigure::Municipalities | HeadlineFigure::PartOfMunicipalities => {
            SharedText::Votes(row.votes)
        }
    };
    let whole = u32::try_from(row.headline / 1000).unwrap_or(u32::MAX);
    SupportRow {
        place: row.place.to_string(),
        title: text.map(|text| text.title.clone()).unwrap_or_default(),
        language: texts.language,
        price: text
            .map(|text| format::price(language, &text.price))
            .unwrap_or_default(),
        share: share(row.headline, turnout.greatest(rule)),
        headline: format::thousandths(language, row.headline),
        unit: Text::Headline(rule, whole).say(language),
        beside: beside.say(language),
    }
}

/// Thousandths of a vote as a share of all `of` that there could be.
fn share(thousandths: u64, of: u32) -> f64 {
    let whole = u64::from(of.max(1)) * 1000;
    let per_myriad = thousandths.min(whole) * 10_000 / whole;
    f64::from(u32::try_from(per_myriad).unwrap_or(0)) / 10_000.0
}

/// How a candidate stands by this verdict.
pub fn row_standing(verdict: &Verdict, candidate: CandidateId) -> RowStanding {
    if verdict.go_on().contains(&candidate) {
        RowStanding::Ahead
    } else if verdict.is_open(candidate) {
        RowStanding::Tied
    } else {
        RowStanding::Behind
    }
}

/// The line on this page: below those that go on, or below those that share the place of the cut.
pub fn cut(result: &ResultView, page: u16) -> Option<CutLine> {
    cut_in(result, page, language::current())
}

fn cut_in(result: &ResultView, page: u16, language: barometer_text::Language) -> Option<CutLine> {
    let verdict = result.verdict.as_ref()?;
    let count = |list: &[CandidateId]| u16::try_from(list.len()).unwrap_or(u16::MAX);
    let (below, tag) = match &verdict.pick {
        Pick::Clear { go_on } => {
            let below = count(go_on);
            let tag = if verdict.is_overridden() {
                CarryingText::ByTheVotes.say(language)
            } else {
                SharedText::TopGoOn(below.into()).say(language)
            };
            (below, tag)
        }
        Pick::Tied { ahead, tied } => {
            let place = SharedText::SharedPlace(count(ahead) + 1).say(language);
            if verdict.chosen.is_empty() {
                let below = count(ahead) + count(tied);
                (below, Text::TieOpen(&place).say(language))
            } else {
                // Whom the presenter chose stand first among their equals.
                let below = count(&verdict.chosen);
                (below, Text::TieDecided(&place).say(language))
            }
        }
        Pick::Nobody => return None,
    };
    let below = below.checked_sub(page * RESULT_ROWS)?;
    (1..=RESULT_ROWS)
        .contains(&below)
        .then_some(CutLine { below, tag })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_a_share_of_those_that_voted() {
        let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
        assert!(close(share(15_000, 20), 0.75));
        assert!(close(share(2_833, 5), 0.5666));
        assert!(close(share(0, 0), 0.0));
        assert!(close(share(9_000_000, 3), 1.0));
    }

    #[test]
    fn the_cut_stands_below_the_tied_until_it_is_decided_and_then_below_those_who_go_on() {
        let ids = |numbers: &[u16]| numbers.iter().map(|&n| CandidateId(n)).collect::<Vec<_>>();
        let mut result = ResultView {
            rule: CountingRule::Municipalities,
            total: 12,
            rows: Vec::new(),
            page: 0,
            too_few: false,
            verdict: Some(Verdict {
                pick: Pick::Tied {
                    ahead: ids(&[1]),
                    tied: ids(&[2, 3, 4]),
                },
                chosen: Vec::new(),
                because: String::new(),
                certainty: None,
            }),
            earlier: Vec::new(),
        };
        let below = |result: &ResultView| {
            let cut = cut_in(result, 0, barometer_text::Language::Danish);
            cut.map(|cut| cut.below)
        };
        assert_eq!(below(&result), Some(4));
        result.verdict.as_mut().unwrap().chosen = ids(&[1, 3]);
        assert_eq!(below(&result), Some(2));
    }

    #[test]
    fn the_tied_stand_out_until_somebody_has_chosen() {
        let ids = |numbers: &[u16]| numbers.iter().map(|&n| CandidateId(n)).collect::<Vec<_>>();
        let mut verdict = Verdict {
            pick: Pick::Tied {
                ahead: ids(&[1]),
                tied: ids(&[2, 3, 4]),
            },
            chosen: Vec::new(),
            because: String::new(),
            certainty: None,
        };
        let of = |verdict: &Verdict| [1, 2, 5].map(|n| row_standing(verdict, CandidateId(n)));
        assert_eq!(
            of(&verdict),
            [RowStanding::Ahead, RowStanding::Tied, RowStanding::Behind]
        );
        verdict.chosen = ids(&[1, 3]);
        assert_eq!(
            of(&verdict),
            [RowStanding::Ahead, RowStanding::Behind, RowStanding::Behind]
        );
    }
}
