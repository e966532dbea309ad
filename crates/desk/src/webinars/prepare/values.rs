//! All that is typed of a preparation, read strictly to be saved and leniently to be shown.

use barometer_domain::agenda::{AgendaItem, Stage};
use barometer_domain::ids::{RequestId, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::preparation::{
    LONGEST_NOTES, LONGEST_TIMEBOX, Locks, Preparation, PreparedWebinar, Shortlisted,
};
use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::tally::CountingRule;
use barometer_json::FromJson;
use serde::Serialize;

/// One stage as it is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct StageValues {
    /// The stage of the webinar.
    pub stage: Stage,
    /// Whether it is on the agenda.
    pub is_on: bool,
    /// What the presenter wants to remember.
    pub notes: String,
    /// Minutes, such as `1:30`; empty for no timebox.
    pub minutes: String,
}

/// All that is typed, to be compared with what is saved and kept by the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromJson)]
pub struct PreparationValues {
    /// The webinar's title, in one line.
    pub title: String,
    /// The day, as the browser's field gives it.
    pub date: String,
    /// When it begins.
    pub starts: String,
    /// When it ends.
    pub ends: String,
    /// The language of its texts; Danish where none is kept.
    #[serde(default)]
    pub language: Language,
    /// The code, in whatever groups.
    pub code: String,
    /// How many candidates one ballot may support.
    pub max_choices: String,
    /// Whether each phone lists the candidates in an order of its own.
    #[serde(default = "shuffled_at_first")]
    pub shuffled: bool,
    /// The headline figure.
    pub rule: CountingRule,
    /// The shortlist, in the order in which the barometer lists it.
    pub candidates: Vec<Shortlisted>,
    /// The requests under way, in order.
    pub ongoing: Vec<RequestId>,
    /// All seven stages: those on the agenda in its order, the others where they usually come.
    pub stages: Vec<StageValues>,
}

/// What an earlier version kept says nothing of the order; it is neutral unless it is decided otherwise.
fn shuffled_at_first() -> bool {
    true
}

impl PreparationValues {
    /// What is saved, as one would type it.
    pub fn from_webinar(webinar: &PreparedWebinar) -> Self {
        let saved = &webinar.preparation;
        Self {
            title: saved.title.clone(),
            date: saved.date.to_string(),
            starts: saved.starts.to_string(),
            ends: saved.ends.to_string(),
            language: saved.language,
            code: webinar.code.spaced(),
            max_choices: saved.max_choices.to_string(),
            shuffled: saved.shuffled,
            rule: saved.rule,
            candidates: saved.candidates.clone(),
            ongoing: saved.ongoing.clone(),
            stages: all_stages(&saved.agenda, saved.language),
        }
    }

    /// The code, or that it is none.
    pub fn code(&self) -> Result<WebinarCode, Field> {
        self.code.parse().map_err(|_| Field::Code)
    }

    /// The preparation, or the first field that cannot be.
    pub fn read(&self) -> Result<Preparation, Field> {
        self.code()?;
        let preparation = Preparation {
            title: self.title.clone(),
            date: self.date.trim().parse().map_err(|_| Field::Date)?,
            starts: self.starts.parse().map_err(|_| Field::Starts)?,
            ends: self.ends.parse().map_err(|_| Field::Ends)?,
            language: self.language,
            agenda: self.agenda(|_| Err(Field::Timebox))?,
            candidates: self.shortlist(),
            ongoing: self.ongoing.clone(),
            rule: self.rule,
            max_choices: self
                .max_choices
                .trim()
                .parse()
                .map_err(|_| Field::MaxChoices)?,
            shuffled: self.shuffled,
        };
        preparation.checked().map_err(|refusal| match refusal {
            Refusal::NotFilledIn { field } => field,
            _ => Field::Title,
        })
    }

    /// Whether saving this would change nothing.
    pub fn says_what_is_saved(&self, webinar: &PreparedWebinar) -> bool {
        let is_read = self.read().as_ref() == Ok(&webinar.preparation);
        (is_read && self.code().as_ref() == Ok(&webinar.code))
            || *self == Self::from_webinar(webinar)
    }

    /// The preparation as far as it can be read; a field that cannot falls back to what is saved.
    pub fn to_preparation(&self, saved: &Preparation) -> Preparation {
        let kept = |stage| {
            let item = saved.agenda.iter().find(|item| item.stage == stage);
            Ok::<_, Field>(item.and_then(|item| item.timebox))
        };
        let title = self.title.trim();
        Preparation {
            title: if title.is_empty() {
                saved.title.clone()
            } else {
                title.to_owned()
            },
            date: self.date.trim().parse().unwrap_or(saved.date),
            starts: self.starts.parse().unwrap_or(saved.starts),
            ends: self.ends.parse().unwrap_or(saved.ends),
            language: self.language,
            agenda: self.agenda(kept).unwrap_or_else(|_| saved.agenda.clone()),
            candidates: self.shortlist(),
            ongoing: self.ongoing.clone(),
            rule: self.rule,
            max_choices: self.max_choices.trim().parse().unwrap_or(saved.max_choices),
            shuffled: self.shuffled,
        }
    }

    /// The first stage whose timebox or notes cannot be.
    pub fn wrong_stage(&self, field: Field) -> Option<Stage> {
        let is_wrong = |typed: &&StageValues| match field {
            Field::Timebox => match seconds(&typed.minutes) {
                Some(seconds) => seconds.is_some_and(|one| !(1..=LONGEST_TIMEBOX).contains(&one)),
                None => true,
            },
            _ => typed.notes.trim().chars().count() > LONGEST_NOTES,
        };
        let mut on = self.stages.iter().filter(|typed| typed.is_on);
        on.find(is_wrong).map(|typed| typed.stage)
    }

    /// The shortlist; a text pasted from a table has tabs, which no line of notes may have.
    fn shortlist(&self) -> Vec<Shortlisted> {
        let candidate = |typed: &Shortlisted| Shortlisted {
            notes: typed.notes.replace('\t', " "),
            ..typed.clone()
        };
        self.candidates.iter().map(candidate).collect()
    }

    /// The stages that are on; `unreadable` says what a timebox is that cannot be read.
    fn agenda(
        &self,
        unreadable: impl Fn(Stage) -> Result<Option<u16>, Field>,
    ) -> Result<Vec<AgendaItem>, Field> {
        let on = self.stages.iter().filter(|typed| typed.is_on);
        on.map(|typed| {
            Ok(AgendaItem {
                stage: typed.stage,
                // A text pasted from a table has tabs, which no line of notes may have.
                notes: typed.notes.replace('\t', " "),
                timebox: match seconds(&typed.minutes) {
                    Some(seconds) => seconds,
                    None => unreadable(typed.stage)?,
                },
            })
        })
        .collect()
    }

    /// What is changed here since `base`, on top of what someone else has saved since then.
    #[must_use]
    pub fn over(self, base: &Self, newest: Self) -> Self {
        let order = |typed: &Self| -> Vec<Stage> { typed.stages.iter().map(|s| s.stage).collect() };
        let stage = |typed: &Self, stage| typed.stages.iter().find(|s| s.stage == stage).cloned();
        let in_order = pick(order(&self), &order(base), order(&newest));
        let stages = in_order.into_iter().filter_map(|one| {
            let (mine, base, newest) =
                (stage(&self, one)?, stage(base, one)?, stage(&newest, one)?);
            Some(StageValues {
                stage: one,
                is_on: pick(mine.is_on, &base.is_on, newest.is_on),
                notes: pick(mine.notes, &base.notes, newest.notes),
                minutes: pick(mine.minutes, &base.minutes, newest.minutes),
            })
        });
        Self {
            stages: stages.collect(),
            title: pick(self.title, &base.title, newest.title),
            date: pick(self.date, &base.date, newest.date),
            starts: pick(self.starts, &base.starts, newest.starts),
            ends: pick(self.ends, &base.ends, newest.ends),
            language: pick(self.language, &base.language, newest.language),
            code: pick(self.code, &base.code, newest.code),
            max_choices: pick(self.max_choices, &base.max_choices, newest.max_choices),
            shuffled: pick(self.shuffled, &base.shuffled, newest.shuffled),
            rule: pick(self.rule, &base.rule, newest.rule),
            candidates: merged_shortlists(&self.candidates, &base.candidates, &newest.candidates),
            ongoing: pick(self.ongoing, &base.ongoing, newest.ongoing),
        }
    }

    /// Puts back what has been locked meanwhile; the rest of what is typed stays.
    #[must_use]
    pub fn with_locked(mut self, webinar: &PreparedWebinar) -> Self {
        let saved = Self::from_webinar(webinar);
        let locks = Locks::of(webinar.phase);
        if locks.vote || webinar.has_guests {
            self.code = saved.code;
        }
        if locks.day {
            self.date = saved.date;
        }
        if locks.vote {
            self.rule = saved.rule;
            self.max_choices = saved.max_choices;
            self.shuffled = saved.shuffled;
            let reason = |one: Shortlisted| {
                let typed = self.candidates.iter().find(|c| c.request == one.request);
                typed.cloned().unwrap_or(one)
            };
            self.candidates = saved.candidates.into_iter().map(reason).collect();
            let notes = |one: StageValues| {
                let typed = self.stages.iter().find(|typed| typed.stage == one.stage);
                let typed = typed.cloned().unwrap_or(one.clone());
                StageValues {
                    is_on: one.is_on,
                    ..typed
                }
            };
            self.stages = saved.stages.into_iter().map(notes).collect();
        }
        self
    }
}

/// What was changed here since `base`, or else what is newest.
fn pick<T: PartialEq>(mine: T, base: &T, newest: T) -> T {
    if mine == *base { newest } else { mine }
}

/// The candidates in the order that was changed; each with the reason and the notes that were changed.
fn merged_shortlists(
    mine: &[Shortlisted],
    base: &[Shortlisted],
    newest: &[Shortlisted],
) -> Vec<Shortlisted> {
    let order = |list: &[Shortlisted]| -> Vec<RequestId> {
        list.iter().map(|candidate| candidate.request).collect()
    };
    let find = |list: &[Shortlisted], request| {
        list.iter()
            .find(|candidate| candidate.request == request)
            .cloned()
    };
    let merged = |request| match (
        find(mine, request),
        find(base, request),
        find(newest, request),
    ) {
        (Some(mine), Some(base), Some(newest)) => Some(Shortlisted {
            request,
            reason: pick(mine.reason, &base.reason, newest.reason),
            notes: pick(mine.notes, &base.notes, newest.notes),
        }),
        (mine, _, newest) => mine.or(newest),
    };
    pick(order(mine), &order(base), order(newest))
        .into_iter()
        .filter_map(merged)
        .collect()
}

/// All stages: those of the agenda in its order, each other one behind the one that it usually follows.
fn all_stages(agenda: &[AgendaItem], language: Language) -> Vec<StageValues> {
    let on = |item: &AgendaItem| StageValues {
        stage: item.stage,
        is_on: true,
        notes: item.notes.clone(),
        minutes: item.timebox.map(minutes).unwrap_or_default(),
    };
    let mut stages: Vec<StageValues> = agenda.iter().map(on).collect();
    for (usual, item) in barometer_text::agenda::first(language).iter().enumerate() {
        if stages.iter().any(|typed| typed.stage == item.stage) {
            continue;
        }
        let before = Stage::USUAL[..usual].last();
        let at = before.and_then(|before| stages.iter().position(|typed| typed.stage == *before));
        let off = StageValues {
            is_on: false,
            ..on(item)
        };
        stages.insert(at.map_or(0, |at| at + 1), off);
    }
    stages
}

/// The seconds that typed minutes mean; `Some(None)` for nothing typed, `None` for what is no time.
#[expect(
    clippy::option_option,
    reason = "nothing typed is not the same as nothing understood"
)]
fn seconds(typed: &str) -> Option<Option<u16>> {
    let typed = typed
        .trim()
        .trim_end_matches("min.")
        .trim_end_matches("min")
        .trim_end();
    if typed.is_empty() {
        return Some(None);
    }
    let number = |digits: &str| -> Option<u16> {
        let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| all_digits)
    };
    if let Some((whole, half)) = typed.split_once(',') {
        let half = matches!(half, "5" | "50").then_some(30)?;
        return number(whole)?.checked_mul(60)?.checked_add(half).map(Some);
    }
    let (minutes, rest) = typed.split_once([':', '.']).unwrap_or((typed, "00"));
    let rest = number(rest).filter(|rest_seconds| rest.len() == 2 && *rest_seconds < 60)?;
    number(minutes)?
        .checked_mul(60)?
        .checked_add(rest)
        .map(Some)
}

/// Seconds as minutes are typed: `2`, `1:30`.
fn minutes(seconds: u16) -> String {
    match (seconds / 60, seconds % 60) {
        (minutes, 0) => minutes.to_string(),
        (minutes, rest) => format!("{minutes}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_read_as_people_type_them() {
        for (typed, read) in [
            ("2", 120),
            ("1:30", 90),
            ("1.30", 90),
            ("1,5", 90),
            (" 10 min. ", 600),
        ] {
            assert_eq!(seconds(typed), Some(Some(read)), "{typed}");
        }
        assert_eq!(seconds("  "), Some(None));
        for typed in ["to", "1:3", "1:60", "-1", "1,25", ":30", "99999"] {
            assert_eq!(seconds(typed), None, "{typed}");
        }
        assert_eq!([90, 120, 5].map(minutes), ["1:30", "2", "0:05"]);
    }

    #[test]
    fn two_who_change_different_things_lose_nothing() {
        let typed = |title: &str, welcome: &str, result: &str| PreparationValues {
            title: title.to_owned(),
            date: String::new(),
            starts: String::new(),
            ends: String::new(),
            language: Language::Danish,
            code: String::new(),
            max_choices: String::new(),
            shuffled: true,
            rule: CountingRule::default(),
            candidates: Vec::new(),
            ongoing: Vec::new(),
            stages: [(Stage::Welcome, welcome), (Stage::Result, result)]
                .map(|(stage, notes)| StageValues {
                    stage,
                    is_on: true,
                    notes: notes.to_owned(),
                    minutes: String::new(),
                })
                .into(),
        };
        let base = typed("Forår", "Hej", "Se her");
        let mine = typed("Forår", "Hej", "Bo");
        let newest = typed("Efterår", "Ida", "Se her");
        assert_eq!(mine.over(&base, newest), typed("Efterår", "Ida", "Bo"));
        let mine = typed("Vinter", "Hej", "Se her");
        let newest = typed("Efterår", "Hej", "Se her");
        assert_eq!(mine.over(&base, newest).title, "Vinter");
    }

    #[test]
    fn two_who_write_notes_for_candidates_lose_nothing() {
        let list = |rows: &[(u32, &str, &str)]| -> Vec<Shortlisted> {
            let one = |&(request, reason, notes): &(u32, &str, &str)| Shortlisted {
                request: RequestId(request),
                reason: reason.to_owned(),
                notes: notes.to_owned(),
            };
            rows.iter().map(one).collect()
        };
        let base = list(&[(1, "", "Hej"), (2, "Mange", "")]);
        let mine = list(&[(1, "", "Hej"), (2, "Mange", "Vis den")]);
        let newest = list(&[(2, "Flere", ""), (1, "", "Goddag")]);
        assert_eq!(
            merged_shortlists(&mine, &base, &newest),
            list(&[(2, "Flere", "Vis den"), (1, "", "Goddag")])
        );
        let shorter = list(&[(2, "Mange", "Vis den")]);
        assert_eq!(
            merged_shortlists(&shorter, &base, &newest),
            list(&[(2, "Flere", "Vis den")])
        );
        let longer = list(&[(1, "", "Hej"), (2, "Mange", ""), (3, "Ny", "Vent")]);
        assert_eq!(
            merged_shortlists(&base, &base, &longer),
            longer,
            "a candidate that someone else has put up"
        );
    }

    #[test]
    fn a_stage_that_is_off_stands_where_it_usually_comes() {
        let item = |stage| AgendaItem {
            stage,
            notes: String::new(),
            timebox: None,
        };
        let stages = all_stages(
            &[Stage::Barometer, Stage::Candidates, Stage::Result].map(item),
            Language::Danish,
        );
        let order: Vec<_> = stages
            .iter()
            .map(|typed| (typed.stage, typed.is_on))
            .collect();
        assert_eq!(
            order,
            [
                (Stage::Welcome, false),
                (Stage::Ongoing, false),
                (Stage::Barometer, true),
                (Stage::Candidates, true),
                (Stage::Result, true),
                (Stage::Financing, false),
                (Stage::Thanks, false),
            ]
        );
    }
}
