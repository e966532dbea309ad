//! The recount: the released ballots counted anew in the browser, beside what was shown.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Catalogue;
use barometer_domain::ids::{CandidateId, WebinarCode};
use barometer_domain::tally::{self, CountedBallot, Tally};
use barometer_domain::view::{ResultView, Screen};
use barometer_kit::{api, language};
use barometer_text::staff::votes::NamedVotesText as Text;
use leptos::prelude::*;

use super::rows::BallotRow;

/// One candidate's published figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishedFigures {
    /// The candidate that the figures are of.
    pub candidate: CandidateId,
    /// How many valid votes were published.
    pub votes: u32,
    /// Municipalities, where they are known.
    pub municipalities: Option<u32>,
}

/// What was shown: from the screen while it shows the whole result, otherwise from the signed roll. Empty when
/// nothing is out.
pub async fn published(code: &WebinarCode) -> Vec<PublishedFigures> {
    let view = api::audience_view(code).await;
    let view = view
        .ok()
        .filter(|view| view.barometer.phase == Phase::Revealed);
    match view.map(|view| view.screen) {
        None => Vec::new(),
        Some(Screen::Result(result)) => of_screen(&result),
        Some(_) => of_roll(code).await,
    }
}

/// All rows, once all are out.
fn of_screen(result: &ResultView) -> Vec<PublishedFigures> {
    if result.rows.len() < usize::from(result.total) {
        return Vec::new();
    }
    let rows = result.rows.iter().map(|row| PublishedFigures {
        candidate: row.candidate,
        votes: row.votes,
        municipalities: Some(row.municipalities),
    });
    rows.collect()
}

async fn of_roll(code: &WebinarCode) -> Vec<PublishedFigures> {
    let Ok(roll) = api::roll(code).await else {
        return Vec::new();
    };
    let rows = roll.candidates.iter().filter_map(|(number, trackers)| {
        Some(PublishedFigures {
            candidate: CandidateId(number.parse().ok()?),
            votes: u32::try_from(trackers.len()).ok()?,
            municipalities: None,
        })
    });
    rows.collect()
}

/// Counts the ballots that are not struck.
pub fn count_ballots(candidates: u16, rows: &[BallotRow]) -> Tally {
    let ballots: Vec<CountedBallot> = rows
        .iter()
        .filter(|row| !row.struck)
        .filter_map(|row| {
            Some(CountedBallot {
                municipality: row.municipality,
                ballot: row.choices.clone()?,
            })
        })
        .collect();
    tally::count(candidates, &ballots)
}

/// Whether all that was shown is what was counted.
pub fn fits(tally: &Tally, published: &[PublishedFigures]) -> bool {
    tally.supports.len() == published.len()
        && published.iter().all(|shown| {
            let counted = tally
                .supports
                .iter()
                .find(|one| one.candidate == shown.candidate);
            counted.is_some_and(|counted| {
                counted.participants == shown.votes
                    && shown
                        .municipalities
                        .is_none_or(|number| number == counted.municipalities)
            })
        })
}

/// The figures in the order of the shortlist, and whether they fit.
#[component]
pub(crate) fn Recount(
    /// All rows, whatever the filters say.
    rows: Memo<Vec<BallotRow>>,
    texts: StoredValue<Catalogue>,
    /// The figures as they were published, to hold the recount against.
    published: RwSignal<Vec<PublishedFigures>>,
) -> impl IntoView {
    let say = |text: Text| move || text.say(language::current());
    let candidates = texts.with_value(|texts| texts.rules.candidates);
    let tally = Memo::new(move |_| count_ballots(candidates, &rows.read()));
    let struck = move || rows.read().iter().filter(|row| row.struck).count();
    let body = move || {
        let struck = u32::try_from(struck()).unwrap_or(u32::MAX);
        tally
            .with(|tally| Text::RecountBody(tally.ballots, tally.blank, struck))
            .say(language::current())
    };
    let verdict = move || {
        let published = published.read();
        let (class, text) = match (published.is_empty(), fits(&tally.read(), &published)) {
            (true, _) => ("notice", Text::NotShown),
            (false, true) => ("notice leaf", Text::Fits),
            (false, false) => ("notice coral", Text::Misfits),
        };
        view! { <p class=class>{text.say(language::current())}</p> }
    };
    let lines = move || {
        let line = |support: &tally::Support| {
            let title = title(&texts.read_value(), support.candidate);
            let language = language::current();
            view! {
                <tr>
                    <th scope="row">{title}</th>
                    <td class="figure">{language.whole(support.participants)}</td>
                    <td class="figure">{language.whole(support.municipalities)}</td>
                </tr>
            }
        };
        tally.read().supports.iter().map(line).collect_view()
    };
    view! {
        <section class="card recount" aria-labelledby="recount">
            <h2 id="recount">{say(Text::Recount)}</h2>
            <p>{body}</p>
            {verdict}
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(Text::FilterCandidate)}</th>
                        <th scope="col" class="figure">{say(Text::VotesColumn)}</th>
                        <th scope="col" class="figure">{say(Text::MunicipalitiesColumn)}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </section>
    }
}

/// A candidate's title, or its number where there is none.
pub fn title(texts: &Catalogue, candidate: CandidateId) -> String {
    let text = texts.candidate(candidate);
    text.map_or_else(|| candidate.0.to_string(), |text| text.title.clone())
}

#[cfg(test)]
mod tests {
    use super::super::rows::tests::row;
    use super::*;

    fn published_figures(figures: &[(u32, Option<u32>)]) -> Vec<PublishedFigures> {
        let one = |(number, &(votes, municipalities))| PublishedFigures {
            candidate: CandidateId(number),
            votes,
            municipalities,
        };
        (1..).zip(figures).map(one).collect()
    }

    #[test]
    fn what_is_struck_does_not_count_and_every_figure_must_fit() {
        let mut rows = vec![
            row("a", "A", "0751", &[1]),
            row("b", "B", "0751", &[1, 2]),
            row("c", "C", "0101", &[2]),
        ];
        rows[2].struck = true;
        let tally = count_ballots(2, &rows);
        assert!(fits(
            &tally,
            &published_figures(&[(2, Some(1)), (1, Some(1))])
        ));
        assert!(fits(&tally, &published_figures(&[(2, None), (1, None)])));
        assert!(!fits(
            &tally,
            &published_figures(&[(2, Some(1)), (2, Some(2))])
        ));
        assert!(!fits(&tally, &published_figures(&[(2, Some(1))])));
    }
}
