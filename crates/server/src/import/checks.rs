//! What a file of a webinar may hold, and a clear word on what it may not.

use barometer_domain::ballot::Ballot;
use barometer_domain::financing::ChangeRequest;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::letters::is_control;
use barometer_domain::money::{MAX_PRICE, Money};
use barometer_domain::municipality;
use barometer_domain::preparation::{LONGEST_NOTES, checked_notes};

use crate::store::NewWebinar;

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: usize = 5 * 1024 * 1024;
/// The most requests of a webinar.
pub(super) const MOST_REQUESTS: usize = 100;

/// What is wrong with a file.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BadFile {
    /// The file has more bytes than [`FILE_LIMIT`].
    #[error("the file is larger than 5 MB")]
    TooLarge,
    /// Not JSON, or not this format.
    #[error("the file is not a webinar: {0}")]
    Malformed(String),
    /// A value that cannot be.
    #[error("{place}: {what}")]
    Wrong {
        /// Where in the file, such as `candidates[3].title` or the cell `B4`.
        place: String,
        /// What is wrong with it.
        what: String,
    },
}

/// A webinar read from a file, with the invented ballots that came along.
#[derive(Debug)]
pub struct ImportFile {
    /// The webinar with its requests, not written yet.
    pub webinar: NewWebinar,
    /// Ballots for a demo; a real webinar takes none.
    pub ballots: Vec<(MunicipalityCode, Ballot)>,
}

/// Refuses what is at `place` unless it is right.
pub(super) fn check(place: &str, is_right: bool, what: &str) -> Result<(), BadFile> {
    if is_right {
        return Ok(());
    }
    Err(wrong(place, what))
}

/// What is wrong at a place.
pub(super) fn wrong(place: &str, what: &str) -> BadFile {
    BadFile::Wrong {
        place: place.to_owned(),
        what: what.to_owned(),
    }
}

/// Refuses a text that is empty, too long or holds what cannot be seen.
pub(super) fn check_text(place: &str, text: &str, longest: usize) -> Result<(), BadFile> {
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
pub(super) fn check_letters(place: &str, text: &str) -> Result<(), BadFile> {
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

/// A price in whole kroner, within its bounds.
pub(super) fn price(place: &str, kroner: i64) -> Result<Money, BadFile> {
    let most = MAX_PRICE.rounded_kroner();
    check(
        place,
        (1..=most).contains(&kroner),
        "a price between 1 and 100.000.000 kr.",
    )?;
    Ok(Money::from_kroner(kroner))
}

/// The presenter's notes for a candidate, if they can be.
pub(super) fn presenter_notes(place: &str, text: &str) -> Result<String, BadFile> {
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

/// The request, if all of it can be.
pub(super) fn checked(place: &str, request: ChangeRequest) -> Result<ChangeRequest, BadFile> {
    request.checked().map_err(|refusal| BadFile::Wrong {
        place: place.to_owned(),
        what: refusal.to_string(),
    })
}

/// The municipality that has this code.
pub(super) fn known(place: &str, code: &str) -> Result<MunicipalityCode, BadFile> {
    let found = code.parse().ok().and_then(municipality::by_code);
    let unknown = || BadFile::Wrong {
        place: place.to_owned(),
        what: format!("no municipality has the code {code}"),
    };
    found
        .map(|municipality| municipality.code)
        .ok_or_else(unknown)
}
