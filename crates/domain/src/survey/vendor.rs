//! What the vendor's page about a survey sends and is sent.

use serde::{Deserialize, Serialize};

use super::{SurveyItem, SurveyPoints, SurveyPurpose, SurveyResult, SurveyState};
use crate::base64::Base64;
use crate::ids::{Millis, MunicipalityCode};

/// How long sealed words are, in letters of base64url.
pub const SEALED_LETTERS: usize = 8_256;

/// Free texts and a name, sealed in the browser to the vendor's key, of one size for everyone: 6,192 bytes (RFC 9180: 32
/// of the key, 6,144 of text, 16 of the tag). The server cannot open them.
pub type SealedWords = Base64<SEALED_LETTERS>;

/// Whether somebody may be quoted with a name; then the vendor is told the municipality, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum MayBeQuoted {
    /// Yes: the person has ticked so.
    Named {
        /// Whom the person answers for.
        municipality: MunicipalityCode,
    },
    /// Not with a name.
    Unnamed,
}

/// One person's sealed words, as they are released to the vendor: apart from everything else that the person answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReleasedWords {
    /// Sealed to the vendor's key.
    pub sealed: SealedWords,
    /// Whether they may be quoted with a name.
    pub quoted: MayBeQuoted,
}

/// A survey as its vendor sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "browser-json", derive(barometer_json::FromJson))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SurveyDesk {
    /// What it is for.
    pub purpose: SurveyPurpose,
    /// The webinar's title.
    pub title: String,
    /// Rises by one with every save; sent back with the next. 0 where nothing has been saved.
    pub edition: u32,
    /// What is asked; where nothing has been saved, what is proposed.
    pub items: Vec<SurveyItem>,
    /// Whether it takes answers.
    pub state: SurveyState,
    /// When it opens by itself, on the server's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Millis>,
    /// How many have answered.
    pub answers: u32,
    /// From how many municipalities.
    pub municipalities: u32,
    /// The sums, once it is closed; none below the thresholds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<SurveyResult>,
    /// What the vendor tells of the free texts.
    pub points: SurveyPoints,
    /// The sealed words, in the random order of their keys.
    pub words: Vec<ReleasedWords>,
    /// The address of the form.
    pub link: String,
}

/// The vendor saves what is asked, over the edition that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveSurvey {
    /// The edition that was read; another one now means that someone else has saved.
    pub edition: u32,
    /// What is asked, in order.
    pub items: Vec<SurveyItem>,
    /// When it opens by itself, on the server's clock.
    #[serde(default)]
    pub opens_at: Option<Millis>,
    /// What the vendor tells of the free texts.
    #[serde(default)]
    pub points: SurveyPoints,
}

/// What a survey can be taken through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SurveyStep {
    /// It takes answers from now on.
    Open,
    /// It takes no more, and is counted.
    Close,
    /// It takes answers again: only where it closed without a result, so that no two results ever differ by one person.
    Reopen,
}

/// The vendor takes such a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TakeSurveyStep {
    /// Which.
    pub step: SurveyStep,
}
