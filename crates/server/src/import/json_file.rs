//! The demo file's format: a webinar as JSON, with invented ballots.

use std::collections::{BTreeSet, HashMap};

use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::Rules;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::{Date, TimeOfDay};
use barometer_domain::financing::commitment::{DecisionStage, LONGEST_NOTE};
use barometer_domain::financing::request::{LONGEST_PITCH, LONGEST_TITLE};
use barometer_domain::financing::{
    ChangeRequest, Commitment, CommitmentState, Extension, Price, Sharing, SharingRule, Terms,
};
use barometer_domain::ids::{CandidateId, MunicipalityCode, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::preparation::MOST_CHOICES;
use barometer_domain::tally::CountingRule;
use barometer_text::agenda;
use serde::Deserialize;

use super::checks::{
    BadFile, ImportFile, MOST_REQUESTS, check, check_letters, check_text, checked, known,
    presenter_notes, price,
};
use crate::store::{NewRequest, NewWebinar};

#[derive(Debug, Deserialize)]
struct WebinarFile {
    #[serde(default)]
    fictional: bool,
    webinar: FileWebinar,
    candidates: Vec<FileCandidate>,
    #[serde(default)]
    ballots: Vec<FileBallot>,
    #[serde(default)]
    ongoing: Vec<FileOngoing>,
}

#[derive(Debug, Deserialize)]
struct FileWebinar {
    title: String,
    date: String,
    starts: String,
    ends: String,
    /// The day of the webinar before it, if that was not held here.
    #[serde(default)]
    previous: Option<Date>,
    /// The language of its texts.
    #[serde(default)]
    language: Language,
    #[serde(default = "three")]
    max_choices: u8,
    #[serde(default)]
    rule: CountingRule,
}

fn three() -> u8 {
    3
}

#[derive(Debug, Deserialize)]
struct FileCandidate {
    id: String,
    title: String,
    pitch: String,
    #[serde(default)]
    value: String,
    price_dkk: i64,
    #[serde(default)]
    price_low_dkk: Option<i64>,
    #[serde(default)]
    price_high_dkk: Option<i64>,
    #[serde(default)]
    category: String,
    /// What the presenter wants to remember; several lines if need be.
    #[serde(default)]
    notes: String,
}

#[derive(Debug, Deserialize)]
struct FileBallot {
    municipality: String,
    choices: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct FileOngoing {
    id: String,
    title: String,
    pitch: String,
    #[serde(default)]
    value: String,
    price: i64,
    #[serde(default)]
    rule: FileRule,
    /// Any of the six rules with its numbers, in øre, instead of `rule`, `cap` and `target_n`.
    #[serde(default)]
    sharing: Option<Sharing>,
    #[serde(default)]
    target_n: Option<u16>,
    #[serde(default)]
    cap: Option<i64>,
    #[serde(default)]
    minimum: Option<u16>,
    #[serde(default)]
    deadline: Option<Date>,
    #[serde(default)]
    extension: Option<Extension>,
    #[serde(default)]
    national: bool,
    #[serde(default)]
    folder: String,
    #[serde(default)]
    portal: String,
    #[serde(default)]
    pledges: Vec<FilePledge>,
}

/// What a municipality has said: code, kroner and state, or those with what else is known.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum FilePledge {
    Short(String, i64, CommitmentState),
    Whole {
        municipality: String,
        amount: i64,
        state: CommitmentState,
        /// When it was said; without a day, at the import.
        date: Option<Date>,
        /// When a decision is expected.
        expected: Option<Date>,
        stage: Option<DecisionStage>,
        /// Whether the municipality consented to be named.
        #[serde(default)]
        named: bool,
    },
}

impl FilePledge {
    fn municipality(&self) -> &str {
        match self {
            Self::Short(code, ..) => code,
            Self::Whole { municipality, .. } => municipality,
        }
    }

    fn read(self, municipality: MunicipalityCode) -> (Commitment, Option<Date>) {
        let mut commitment = Commitment::interested(municipality);
        let (amount, state, date) = match self {
            Self::Short(_, amount, state) => (amount, state, None),
            Self::Whole {
                amount,
                state,
                date,
                expected,
                stage,
                named,
                ..
            } => {
                let detail = &mut commitment.detail;
                (detail.expected, detail.stage, detail.named) = (expected, stage, named);
                (amount, state, date)
            }
        };
        (commitment.amount, commitment.state) = (Money::from_kroner(amount), state);
        (commitment, date)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum FileRule {
    #[default]
    Equal,
    Population,
    PopulationCapped,
}

/// Reads and checks the demo's format.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub(super) fn read(
    bytes: &[u8],
    code: WebinarCode,
    secret: String,
    reality: Reality,
) -> Result<ImportFile, BadFile> {
    let file: WebinarFile =
        serde_json::from_slice(bytes).map_err(|error| BadFile::Malformed(error.to_string()))?;
    check_webinar(&file.webinar, file.candidates.len())?;
    check(
        "candidates",
        (1..=MOST_REQUESTS).contains(&file.candidates.len()),
        "1 to 100 are needed",
    )?;
    check(
        "ongoing",
        file.ongoing.len() <= MOST_REQUESTS,
        "at most 100",
    )?;
    let mut ids = BTreeSet::new();
    for id in file
        .candidates
        .iter()
        .map(|c| &c.id)
        .chain(file.ongoing.iter().map(|o| &o.id))
    {
        check("id", ids.insert(id.clone()), &format!("{id} stands twice"))?;
    }
    let numbers: HashMap<&str, CandidateId> = (1_u16..)
        .map(CandidateId)
        .zip(&file.candidates)
        .map(|(number, candidate)| (candidate.id.as_str(), number))
        .collect();
    let ballots = file
        .ballots
        .iter()
        .enumerate()
        .map(|(at, ballot)| read_ballot(at, ballot, &numbers));
    let ballots = ballots.collect::<Result<_, _>>()?;
    let rules = Rules {
        rule: file.webinar.rule,
        max_choices: file.webinar.max_choices,
        candidates: u16::try_from(file.candidates.len()).unwrap_or(u16::MAX),
    };
    let candidates = file.candidates.into_iter().enumerate().map(candidate);
    let ongoing = file.ongoing.into_iter().enumerate().map(ongoing);
    let webinar = NewWebinar {
        code,
        secret,
        reality,
        title: file.webinar.title,
        date: file.webinar.date,
        starts: file.webinar.starts,
        ends: file.webinar.ends,
        previous: file.webinar.previous,
        language: file.webinar.language,
        fictional: file.fictional,
        agenda: agenda::first(file.webinar.language),
        rules,
        shuffled: true,
        candidates: candidates.collect::<Result<_, _>>()?,
        ongoing: ongoing.collect::<Result<_, _>>()?,
    };
    Ok(ImportFile { webinar, ballots })
}

fn check_webinar(webinar: &FileWebinar, candidates: usize) -> Result<(), BadFile> {
    check_text("webinar.title", &webinar.title, LONGEST_TITLE)?;
    check(
        "webinar.date",
        webinar.date.parse::<Date>().is_ok(),
        "a date like 2023-09-21",
    )?;
    check(
        "webinar.starts",
        is_time(&webinar.starts),
        "a time like 13:00",
    )?;
    check("webinar.ends", is_time(&webinar.ends), "a time like 14:00")?;
    let most = candidates.min(MOST_CHOICES.into());
    let fits = webinar.max_choices >= 1 && usize::from(webinar.max_choices) <= most;
    check(
        "webinar.max_choices",
        fits,
        "at least 1, no more than there are candidates, and 20 at most",
    )
}

/// Whether `text` is a time of day as it is stored: people see it as it stands.
fn is_time(text: &str) -> bool {
    text.parse::<TimeOfDay>()
        .is_ok_and(|time| time.to_string() == text)
}

fn candidate((at, file): (usize, FileCandidate)) -> Result<NewRequest, BadFile> {
    let place = |field: &str| format!("candidates[{at}].{field}");
    check_text(&place("title"), &file.title, LONGEST_TITLE)?;
    check_text(&place("pitch"), &file.pitch, LONGEST_PITCH)?;
    for (field, text) in [
        ("id", &file.id),
        ("value", &file.value),
        ("category", &file.category),
    ] {
        check_letters(&place(field), text)?;
    }
    let notes = presenter_notes(&place("notes"), &file.notes)?;
    let likely = price(&place("price_dkk"), file.price_dkk)?;
    let low = price(
        &place("price_low_dkk"),
        file.price_low_dkk.unwrap_or(file.price_dkk),
    )?;
    let high = price(
        &place("price_high_dkk"),
        file.price_high_dkk.unwrap_or(file.price_dkk),
    )?;
    check(
        &place("price_dkk"),
        low <= likely && likely <= high,
        "between its low and its high",
    )?;
    let request = ChangeRequest {
        reference: file.id,
        title: file.title,
        pitch: file.pitch,
        benefit: file.value,
        category: file.category,
        terms: Terms {
            price: Price::Estimate { low, likely, high },
            ..Terms::default()
        },
        ..ChangeRequest::default()
    };
    Ok(NewRequest {
        request: checked(&format!("candidates[{at}]"), request)?,
        notes,
        commitments: Vec::new(),
    })
}

fn ongoing((at, file): (usize, FileOngoing)) -> Result<NewRequest, BadFile> {
    let place = |field: &str| format!("ongoing[{at}].{field}");
    check_text(&place("title"), &file.title, LONGEST_TITLE)?;
    check_text(&place("pitch"), &file.pitch, LONGEST_PITCH)?;
    for (field, text) in [
        ("id", &file.id),
        ("value", &file.value),
        ("folder", &file.folder),
        ("portal", &file.portal),
    ] {
        check_letters(&place(field), text)?;
    }
    if let Some(extension) = &file.extension {
        check_text(&place("extension.reason"), &extension.reason, LONGEST_NOTE)?;
    }
    let amount = price(&place("price"), file.price)?;
    let cap = file.cap.map(|cap| price(&place("cap"), cap)).transpose()?;
    let rule = match file.rule {
        FileRule::Equal => SharingRule::Equal,
        FileRule::Population | FileRule::PopulationCapped => SharingRule::Population,
    };
    let mut said = BTreeSet::new();
    let pledges = file.pledges.into_iter().enumerate().map(|(nth, pledge)| {
        let place = place(&format!("pledges[{nth}]"));
        let municipality = known(&place, pledge.municipality())?;
        check(
            &place,
            said.insert(municipality),
            "this municipality stands twice",
        )?;
        let (commitment, date) = pledge.read(municipality);
        let fits = Money::ZERO <= commitment.amount && commitment.amount <= amount;
        check(&place, fits, "an amount between 0 and the price")?;
        Ok((commitment, date))
    });
    let commitments = pledges.collect::<Result<_, _>>()?;
    let sharing = file.sharing.unwrap_or(Sharing {
        rule,
        cap,
        planned_for: file.target_n,
    });
    let request = ChangeRequest {
        reference: file.id,
        title: file.title,
        pitch: file.pitch,
        benefit: file.value,
        category: String::new(),
        terms: Terms {
            price: Price::Firm { amount },
            sharing,
            minimum: file.minimum,
            deadline: file.deadline,
            extension: file.extension,
        },
        national: file.national,
        initiative: String::new(),
        asked_by: String::new(),
        folder: file.folder,
        portal: file.portal,
    };
    Ok(NewRequest {
        request: checked(&format!("ongoing[{at}]"), request)?,
        notes: String::new(),
        commitments,
    })
}

fn read_ballot(
    at: usize,
    ballot: &FileBallot,
    numbers: &HashMap<&str, CandidateId>,
) -> Result<(MunicipalityCode, Ballot), BadFile> {
    let wrong = |what: String| BadFile::Wrong {
        place: format!("ballots[{at}]"),
        what,
    };
    let municipality = municipality::by_name(&ballot.municipality)
        .ok_or_else(|| wrong(format!("no municipality is called {}", ballot.municipality)))?;
    let number = |id: &String| {
        numbers
            .get(id.as_str())
            .copied()
            .ok_or_else(|| wrong(format!("no candidate is {id}")))
    };
    let choices: Vec<CandidateId> = ballot
        .choices
        .iter()
        .map(number)
        .collect::<Result<_, _>>()?;
    Ok((municipality.code, Ballot::of(choices)))
}
