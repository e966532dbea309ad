//! Reads a webinar from the demo file's format, with limits and a clear word on what is wrong.

use std::collections::{BTreeSet, HashMap};

use barometer_domain::ballot::Ballot;
use barometer_domain::barometer::Rules;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::{Date, TimeOfDay};
use barometer_domain::financing::commitment::DecisionStage;
use barometer_domain::financing::commitment::LONGEST_NOTE;
use barometer_domain::financing::request::{LONGEST_PITCH, LONGEST_TITLE};
use barometer_domain::financing::{
    ChangeRequest, Commitment, CommitmentState, Extension, Price, Sharing, SharingRule, Terms,
};
use barometer_domain::ids::{CandidateId, MunicipalityCode, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::letters::is_control;
use barometer_domain::money::{MAX_PRICE, Money};
use barometer_domain::municipality;
use barometer_domain::preparation::{LONGEST_NOTES, MOST_CHOICES, checked_notes};
use barometer_domain::tally::CountingRule;
use barometer_text::agenda;
use serde::Deserialize;

use crate::store::{NewRequest, NewWebinar};
use crate::webinar_sheet;

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: usize = 5 * 1024 * 1024;
/// The most requests of a webinar.
pub(crate) const MOST_REQUESTS: usize = 100;

/// By what a file is known again: its content, whatever the blanks in it.
///
/// # Errors
/// When it is no JSON.
pub fn content_hash(bytes: &[u8]) -> Result<[u8; 32], BadFile> {
    let malformed = |error: serde_json::Error| BadFile::Malformed(error.to_string());
    let content: serde_json::Value = serde_json::from_slice(bytes).map_err(malformed)?;
    let content = serde_json::to_vec(&content).map_err(malformed)?;
    Ok(*blake3::hash(&content).as_bytes())
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BadFile {
    /// Larger than [`FILE_LIMIT`].
    #[error("the file is larger than 5 MB")]
    TooLarge,
    /// Not JSON, or not this format.
    #[error("the file is not a webinar: {0}")]
    Malformed(String),
    /// A value that cannot be.
    #[error("{place}: {what}")]
    Wrong {
        /// Where, e.g. `candidates[3].title`.
        place: String,
        /// What is wrong with it.
        what: String,
    },
}

#[derive(Debug, Deserialize)]
struct File {
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
        /// When it was said.
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

/// A webinar read from a file, with the invented ballots that came along.
#[derive(Debug)]
pub struct Read {
    /// The webinar.
    pub webinar: NewWebinar,
    /// Ballots for a demo; a real webinar takes none.
    pub ballots: Vec<(MunicipalityCode, Ballot)>,
}

/// Reads and checks a file: the demo's format, or else a spreadsheet.
pub fn read(
    bytes: &[u8],
    code: WebinarCode,
    secret: String,
    reality: Reality,
) -> Result<Read, BadFile> {
    if bytes.len() > FILE_LIMIT {
        return Err(BadFile::TooLarge);
    }
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return webinar_sheet::read(bytes, code, secret, reality);
    }
    let file: File =
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
        agenda: agenda::first(),
        rules,
        shuffled: true,
        candidates: candidates.collect::<Result<_, _>>()?,
        ongoing: ongoing.collect::<Result<_, _>>()?,
    };
    Ok(Read { webinar, ballots })
}

fn check(place: &str, is_right: bool, what: &str) -> Result<(), BadFile> {
    if is_right {
        return Ok(());
    }
    Err(wrong(place, what))
}

/// What is wrong at a place.
pub(crate) fn wrong(place: &str, what: &str) -> BadFile {
    BadFile::Wrong {
        place: place.to_owned(),
        what: what.to_owned(),
    }
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

fn check_text(place: &str, text: &str, longest: usize) -> Result<(), BadFile> {
    let length = text.chars().count();
    let is_right = !text.trim().is_empty() && length <= longest;
    check(
        place,
        is_right,
        &format!("1 to {longest} characters, this has {length}"),
    )?;
    check_letters(place, text)
}

/// What cannot be seen would stand on every screen, in every letter and every export.
fn check_letters(place: &str, text: &str) -> Result<(), BadFile> {
    let Some(control) = text.chars().find(|letter| is_control(*letter)) else {
        return Ok(());
    };
    let number = u32::from(control);
    check(
        place,
        false,
        &format!("no control characters, this has U+{number:04X}"),
    )
}

fn price(place: &str, kroner: i64) -> Result<Money, BadFile> {
    let most = MAX_PRICE.rounded_kroner();
    check(
        place,
        (1..=most).contains(&kroner),
        "a price between 1 and 100.000.000 kr.",
    )?;
    Ok(Money::from_kroner(kroner))
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

/// The presenter's notes for a candidate, if they can be.
pub(crate) fn presenter_notes(place: &str, text: &str) -> Result<String, BadFile> {
    let length = text.chars().count();
    checked_notes(text).map_err(|_| {
        wrong(
            place,
            &format!(
                "at most {LONGEST_NOTES} characters and no control characters, this has {length}"
            ),
        )
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

/// The request, if all of it can be.
fn checked(place: &str, request: ChangeRequest) -> Result<ChangeRequest, BadFile> {
    request.checked().map_err(|refusal| BadFile::Wrong {
        place: place.to_owned(),
        what: refusal.to_string(),
    })
}

fn known(place: &str, code: &str) -> Result<MunicipalityCode, BadFile> {
    let found = code.parse().ok().and_then(municipality::by_code);
    let unknown = || BadFile::Wrong {
        place: place.to_owned(),
        what: format!("no municipality has the code {code}"),
    };
    found
        .map(|municipality| municipality.code)
        .ok_or_else(unknown)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::links::DEMO_FILE;

    fn read_json(json: &str) -> Result<Read, BadFile> {
        read(
            json.as_bytes(),
            "DEM234".parse().unwrap(),
            String::new(),
            Reality::Demo,
        )
    }

    fn with(replace: &str, by: &str) -> Result<Read, BadFile> {
        assert!(DEMO_FILE.contains(replace), "{replace}");
        read_json(&DEMO_FILE.replacen(replace, by, 1))
    }

    #[test]
    fn the_demo_is_read_whole() {
        let demo = read_json(DEMO_FILE).unwrap();
        assert_eq!(
            (demo.webinar.candidates.len(), demo.webinar.ongoing.len()),
            (12, 4)
        );
        assert_eq!(
            (demo.ballots.len(), demo.webinar.rules.max_choices),
            (27, 4)
        );
        assert_eq!(demo.webinar.ongoing[1].commitments.len(), 10);
        assert_eq!(
            demo.webinar.ongoing[2].request.terms.sharing.cap,
            Some(Money::from_kroner(100_000))
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let wrong = |result: Result<Read, BadFile>| result.unwrap_err().to_string();
        assert!(
            wrong(with("\"K02\",\n   \"title\"", "\"K01\",\n   \"title\""))
                .contains("K01 stands twice")
        );
        assert!(wrong(with("180000", "0")).starts_with("candidates[0].price_dkk: "));
        assert!(wrong(with("\"0791\"", "\"0999\"")).starts_with("ongoing[0].pledges[0]: "));
        assert!(wrong(with("\"2023-09-21\"", "\"i dag\"")).starts_with("webinar.date: "));
        assert!(
            wrong(with("\"max_choices\": 4", "\"max_choices\": 13")).starts_with("webinar.max")
        );
        assert!(wrong(with("\"Aarhus\"", "\"Århus\"")).contains("no municipality is called Århus"));
        assert!(wrong(read_json("{")).starts_with("the file is not a webinar: "));
    }

    #[test]
    fn control_characters_are_refused_wherever_they_stand() {
        for (replace, place) in [
            ("\"title\": \"", "webinar.title: "),
            ("\"id\": \"I01", "ongoing[0].id: "),
            ("\"pitch\": \"", "candidates[0].pitch: "),
            ("\"value\": \"", "candidates[0].value: "),
            ("\"category\": \"", "candidates[0].category: "),
        ] {
            for written in ["\\u0007", "\\u009b", "\\u202e", "\\n"] {
                let wrong = with(replace, &format!("{replace}{written}"));
                let wrong = wrong.unwrap_err().to_string();
                assert!(wrong.starts_with(place), "{wrong}");
                assert!(wrong.contains("this has U+"), "{wrong}");
            }
        }
        let wrong = with(
            "\"minimum\":",
            "\"extension\": { \"from\": \"2023-01-01\", \"reason\": \"a\\u001b[2J\" }, \"minimum\":",
        );
        let wrong = wrong.unwrap_err().to_string();
        assert!(
            wrong.contains("extension.reason: no control characters"),
            "{wrong}"
        );
    }

    #[test]
    fn any_sharing_rule_can_be_given_with_its_numbers() {
        let rule = r#""rule": "equal",
   "target_n": 10"#;
        let mixed = with(
            rule,
            r#""sharing": {"rule": "mixed", "percent": 30, "planned_for": 10}"#,
        );
        let sharing = mixed.unwrap().webinar.ongoing[1].request.terms.sharing;
        assert_eq!(sharing.rule, SharingRule::Mixed { equal_percent: 30 });
        let wrong = with(rule, r#""sharing": {"rule": "mixed"}"#).unwrap_err();
        assert!(
            wrong.to_string().contains("a percentage from 0 to 100"),
            "{wrong}"
        );
    }

    #[test]
    fn notes_for_a_candidate_come_along() {
        let notes = |text: &str| {
            let read = with(
                "\"id\": \"K04\",",
                &format!("\"id\": \"K04\", \"notes\": \"{text}\","),
            );
            read.map(|read| read.webinar.candidates[3].notes.clone())
        };
        assert_eq!(
            notes("Vis den.\\nSpørg rundt. ").unwrap(),
            "Vis den.\nSpørg rundt."
        );
        assert_eq!(
            notes(&"x".repeat(2_001)).unwrap_err().to_string(),
            "candidates[3].notes: at most 2000 characters and no control characters, this has 2001"
        );
        assert!(notes("a\\u0007").is_err());
    }

    #[test]
    fn a_file_beyond_the_limit_is_not_even_parsed() {
        let large = vec![b' '; FILE_LIMIT + 1];
        let refused = read(
            &large,
            "DEM234".parse().unwrap(),
            String::new(),
            Reality::Real,
        );
        assert_eq!(refused.unwrap_err(), BadFile::TooLarge);
    }
}
