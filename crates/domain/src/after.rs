//! What a webinar came to, for the vendor alone: what was decided and why, and where everything stands since.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::barometer::Turnout;
use crate::catalogue::Catalogue;
use crate::date::Date;
use crate::financing::Price;
use crate::financing::commitment::text;
use crate::financing::portfolio::PortfolioRow;
use crate::ids::{CandidateId, Millis, RequestId};
use crate::language::Language;
use crate::letters::is_control;
use crate::outcome::{EarlierRound, Outcome};
use crate::refusal::{Field, Refusal};
use crate::survey::SurveySlides;
use crate::tally::CountingRule;
use crate::vendor::{LONGEST_NAME, LONGEST_REASON};
use crate::view::{ConsoleView, ResultRow, ResultView, TieAid};
use crate::webinar::Command;

/// A candidate as it stood on the shortlist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AfterCandidate {
    /// The candidate's number on the shortlist, from 1.
    pub candidate: CandidateId,
    /// The change request that was put up.
    pub request: RequestId,
    /// The request's title as it was shown at the webinar.
    pub title: String,
    /// The price as it was shown at the webinar, an estimate or firm.
    pub price: Price,
    /// Why it was put up; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// A step of the presenter's on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Recorded {
    /// When, on the server's clock.
    pub at: Millis,
    /// The command that the presenter gave.
    pub command: Command,
}

impl Recorded {
    /// Whether it decided something; turning pages does not.
    pub fn is_decision(&self) -> bool {
        matches!(
            self.command,
            Command::SetFrame { .. }
                | Command::Open
                | Command::Close
                | Command::Reopen
                | Command::NextRound
                | Command::Reveal { .. }
                | Command::Choose { .. }
                | Command::Override { .. }
                | Command::Door { .. }
                | Command::End
        )
    }
}

/// A round that another one has followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoundResult {
    /// How many voted, of how many.
    pub turnout: Turnout,
    /// Its whole result, as everyone saw it.
    pub result: ResultView,
}

impl From<&EarlierRound> for RoundResult {
    fn from(round: &EarlierRound) -> Self {
        Self {
            turnout: round.outcome.turnout,
            result: round.result(),
        }
    }
}

/// Whether a vote counts when webinars are compared: what the vendor said about that, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Evaluation {
    /// When, on the server's clock.
    pub at: Millis,
    /// The name of the vendor's employee who decided it.
    pub by: String,
    /// Why it is left out; `None` where it was taken in again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
}

/// The vendor's wish to leave a vote out of the evaluation, or to take it in again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Evaluate {
    /// The name of the vendor's employee who decides it.
    pub by: String,
    /// Why the vote is left out of the evaluation; `None` takes it in again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<String>,
}

impl Evaluate {
    /// With its texts trimmed, if everything in it can be.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(self) -> Result<Self, Refusal> {
        let reason = |typed: String| text(&typed, 1..=LONGEST_REASON, Field::Reason);
        Ok(Self {
            by: text(&self.by, 1..=LONGEST_NAME, Field::By)?,
            left_out: self.left_out.map(reason).transpose()?,
        })
    }
}

/// What a webinar's vote stands for now: why it is left out, if it is.
pub fn left_out(said: &[Evaluation]) -> Option<&str> {
    said.last()?.left_out.as_deref()
}

/// The decision log, and of what the thank-you letter is drafted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct After {
    /// The webinar's title, in one line.
    pub title: String,
    /// The day of the webinar, `YYYY-MM-DD`.
    pub date: String,
    /// The language of the webinar's texts, in which the letter is drafted.
    #[serde(default)]
    pub language: Language,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// How many voted, of how many.
    pub turnout: Turnout,
    /// How many ballots were struck, on record.
    pub struck: u32,
    /// The whole result, as everyone has seen it.
    pub result: ResultView,
    /// The rounds before, the first one first; the last round's result counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<RoundResult>,
    /// Whether the vote is left out of the evaluation, and what was said about that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evaluation: Vec<Evaluation>,
    /// Rules under which the top three would have been others.
    pub rules_that_differ: Vec<CountingRule>,
    /// Help for the presenter where there was no clean cut.
    pub tie: Vec<TieAid>,
    /// The shortlist in its order, with the reason for each candidate.
    pub candidates: Vec<AfterCandidate>,
    /// The presenter's commands that decided something, oldest first.
    pub records: Vec<Recorded>,
    /// The requests under way, with their movement.
    pub ongoing: Vec<PortfolioRow>,
    /// The day of the webinar from whose end movement counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
    /// What was answered before the webinar, if it was asked and there were enough answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<SurveySlides>,
    /// What was answered in the evaluation, once that is closed and if there were enough answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evaluated: Option<SurveySlides>,
    /// What the vendor says of its own accord.
    #[serde(default)]
    pub words: AfterWords,
    /// The first webinar after this one, if one is prepared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<NextWebinar>,
}

/// What the vendor says of its own accord once a webinar is over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AfterWords {
    /// Rises by one with every save; sent back with the next. 0 where nothing has been saved.
    pub edition: u32,
    /// What answers and questions have led to; may be empty, and have several lines.
    pub led_to: String,
    /// What the vendor has decided, one thing each.
    pub decisions: Vec<String>,
    /// When the letter was published with the decision log, on the server's clock; `None` while it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_at: Option<Millis>,
}

/// The vendor saves its words, over the edition that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveAfterWords {
    /// The edition that was read; another one now means that someone else has saved.
    pub edition: u32,
    /// What answers and questions have led to; may be empty.
    pub led_to: String,
    /// What the vendor has decided, one thing each; at most [`MOST_DECISIONS`].
    pub decisions: Vec<String>,
    /// What becomes of the letter that everybody with the webinar's code can read.
    #[serde(default)]
    pub publishing: Publishing,
}

/// What becomes of the published letter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Publishing {
    /// It stays as it is, published or not.
    #[default]
    Keep,
    /// It is published, or published anew.
    Publish {
        /// The letter as it is to be read.
        letter: String,
    },
    /// It is taken down.
    TakeDown,
}

/// The longest text of what answers have led to, in letters.
pub const LONGEST_LED_TO: usize = 2_000;
/// The most decisions of the vendor's own.
pub const MOST_DECISIONS: usize = 20;
/// The longest of them, in letters.
pub const LONGEST_DECISION: usize = 300;
/// The longest letter that is published, in letters.
pub const LONGEST_LETTER: usize = 20_000;

impl SaveAfterWords {
    /// The words trimmed, without decisions that say nothing, if everything in them can be.
    ///
    /// # Errors
    /// [`Refusal::NotFilledIn`] with the first field that is wrong.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let lines = |text: &str, longest: usize, field: Field| {
            let text = text.replace("\r\n", "\n").trim().to_owned();
            let is_plain = !text
                .chars()
                .any(|letter| is_control(letter) && letter != '\n');
            let fits = text.chars().count() <= longest && is_plain;
            if fits { Ok(text) } else { Err(field.wrong()) }
        };
        self.led_to = lines(&self.led_to, LONGEST_LED_TO, Field::LedTo)?;
        let mut decisions = Vec::new();
        for decision in &self.decisions {
            let decision = text(decision, 0..=LONGEST_DECISION, Field::Decisions)?;
            decisions.extend((!decision.is_empty()).then_some(decision));
        }
        if decisions.len() > MOST_DECISIONS {
            return Err(Field::Decisions.wrong());
        }
        self.decisions = decisions;
        if let Publishing::Publish { letter } = &mut self.publishing {
            *letter = lines(letter, LONGEST_LETTER, Field::Letter)?;
            if letter.is_empty() {
                return Err(Field::Letter.wrong());
            }
        }
        Ok(self)
    }
}

/// The webinar that the thank-you letter invites to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextWebinar {
    /// The day of that webinar, `YYYY-MM-DD`.
    pub date: String,
    /// When it begins, local time, `HH:MM`.
    pub starts: String,
    /// That webinar's title, in one line.
    pub title: String,
    /// Where it is joined.
    #[serde(default)]
    pub link: String,
}

/// Everything that the decision log is made from.
#[derive(Clone, Debug)]
pub struct AfterSources<'a> {
    /// The console's view with the whole result, from which result and tie aids are taken.
    pub console: ConsoleView,
    /// The counted outcome of the last round.
    pub outcome: Option<&'a Outcome>,
    /// The rounds before, the first one first.
    pub earlier: &'a [EarlierRound],
    /// What was said about leaving the vote out, oldest first; goes into [`After::evaluation`].
    pub evaluation: Vec<Evaluation>,
    /// The webinar's texts and rules as they were shown.
    pub catalogue: &'a Catalogue,
    /// Why each request was put up.
    pub reasons: &'a BTreeMap<RequestId, String>,
    /// The presenter's recorded commands, oldest first.
    pub records: Vec<Recorded>,
    /// How the requests under way stand.
    pub ongoing: Vec<PortfolioRow>,
    /// The day from whose end movement counts; goes into [`After::since`].
    pub since: Option<Date>,
    /// What was answered before the webinar; goes into [`After::survey`].
    pub survey: Option<SurveySlides>,
    /// What was answered in the evaluation; goes into [`After::evaluated`].
    pub evaluated: Option<SurveySlides>,
    /// What the vendor says; goes into [`After::words`].
    pub words: AfterWords,
}

impl After {
    /// Puts together what was counted and shown, why each was put up, what is on record, and how the requests under
    /// way stand.
    ///
    /// # Errors
    /// [`Refusal::NotClosedYet`] as long as not every row of the result has been shown.
    pub fn of(sources: AfterSources<'_>) -> Result<Self, Refusal> {
        let AfterSources {
            console,
            outcome,
            earlier,
            evaluation,
            catalogue,
            reasons,
            records,
            ongoing,
            since,
            survey,
            evaluated,
            words,
        } = sources;
        let candidate = |place: &crate::catalogue::Candidate| {
            let text = catalogue.request(place.request)?;
            Some(AfterCandidate {
                candidate: place.id,
                request: place.request,
                title: text.title.clone(),
                price: text.price,
                reason: reasons.get(&place.request).cloned().unwrap_or_default(),
            })
        };
        let too_few = outcome.filter(|outcome| outcome.counted.is_none());
        let nothing = too_few.map(|outcome| ResultView {
            rule: outcome.rule,
            total: 0,
            rows: Vec::new(),
            page: 0,
            too_few: true,
            verdict: None,
            earlier: Vec::new(),
        });
        // What was before a demo started over is over.
        let over = records
            .iter()
            .rposition(|one| one.command == Command::StartOver);
        let records = records.into_iter().skip(over.map_or(0, |at| at + 1));
        Ok(Self {
            title: catalogue.title.clone(),
            date: catalogue.date.clone(),
            language: catalogue.language,
            fictional: catalogue.fictional,
            turnout: console.audience.barometer.turnout,
            struck: console.audience.barometer.struck,
            result: console.result.or(nothing).ok_or(Refusal::NotClosedYet)?,
            earlier: earlier.iter().map(RoundResult::from).collect(),
            evaluation,
            rules_that_differ: console.rules_that_differ,
            tie: console.tie,
            candidates: catalogue.candidates.iter().filter_map(candidate).collect(),
            records: records.filter(Recorded::is_decision).collect(),
            ongoing,
            since,
            survey,
            evaluated,
            words,
            next: None,
        })
    }

    /// The candidate with this number.
    pub fn candidate(&self, id: CandidateId) -> Option<&AfterCandidate> {
        self.candidates.iter().find(|one| one.candidate == id)
    }

    /// Those who go on, as far as it is decided.
    pub fn go_on(&self) -> Vec<&AfterCandidate> {
        let verdict = self.result.verdict.as_ref();
        let go_on = verdict.map_or(&[][..], |verdict| verdict.go_on());
        go_on.iter().filter_map(|&id| self.candidate(id)).collect()
    }

    /// Why the presenter let these go on: others than the rule does, or some of the tied; if that stands.
    pub fn presenters_reason(&self) -> Option<&str> {
        let decided = self
            .records
            .iter()
            .rev()
            .find_map(|one| match &one.command {
                Command::Override { candidates, reason } => {
                    Some((!candidates.is_empty()).then_some(reason))
                }
                Command::Choose { reason, .. } => Some((!reason.is_empty()).then_some(reason)),
                Command::NextRound => Some(None),
                _ => None,
            });
        decided.flatten().map(String::as_str)
    }

    /// The rows of the result with somebody's support, the first place first.
    pub fn supported(&self) -> impl Iterator<Item = (&ResultRow, &AfterCandidate)> {
        let rows = self.result.rows.iter().filter(|row| row.votes > 0);
        rows.filter_map(|row| Some((row, self.candidate(row.candidate)?)))
    }
}
