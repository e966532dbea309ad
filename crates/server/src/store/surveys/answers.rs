//! What each browser answered, under a keyed tag.

use std::collections::BTreeSet;

use barometer_domain::refusal::Refusal;
use barometer_domain::survey::{CountedAnswers, MayBeQuoted, ReleasedWords, SurveyPurpose};
use sqlx::SqliteConnection;

use super::super::columns::{EnumText, FixedBytes};
use super::super::{StoreError, now};
use super::{SurveyTurnout, open_for_answers, rows};
use crate::secrets::{self, HeldAnswers, Keys, SurveyTag};

/// The most answers that one survey takes: no webinar has as many people.
const MOST_ANSWERS: u32 = 10_000;

/// Keeps answers under the tag of this token, or of a new one.
pub(super) async fn put(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
    token: Option<String>,
    mut held: HeldAnswers,
) -> Result<String, StoreError> {
    let row = rows::load(connection, webinar, purpose).await?;
    let row = row.ok_or(Refusal::SurveyNotOpen)?;
    open_for_answers(row.state(now()))?;
    let token = token.unwrap_or_else(secrets::random_token);
    let tag = keys.survey_tag(webinar, purpose, &secrets::hash_token(&token));
    let before = load(connection, keys, webinar, purpose, &tag).await?;
    if held.words.is_none() {
        // What was sealed before stands: nobody but the vendor could show it to be sent again.
        held.words = before.as_ref().and_then(|before| before.words.clone());
    }
    let is_full = count(connection, webinar, purpose).await? >= MOST_ANSWERS;
    if before.is_none() && is_full {
        return Err(Refusal::SurveyNotOpen.into());
    }
    sqlx::query(
        "INSERT INTO survey_answers (webinar, purpose, tag, sealed) VALUES (?, ?, ?, ?)
         ON CONFLICT (webinar, purpose, tag) DO UPDATE SET sealed = excluded.sealed",
    )
    .bind(webinar)
    .bind(EnumText(purpose))
    .bind(&tag[..])
    .bind(keys.seal_answers(&tag, &held))
    .execute(connection)
    .await?;
    Ok(token)
}

/// What is kept under a tag.
pub(super) async fn load(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
    tag: &SurveyTag,
) -> Result<Option<HeldAnswers>, StoreError> {
    let sealed: Option<Vec<u8>> = sqlx::query_scalar(
        "SELECT sealed FROM survey_answers WHERE webinar = ? AND purpose = ? AND tag = ?",
    )
    .bind(webinar)
    .bind(EnumText(purpose))
    .bind(&tag[..])
    .fetch_optional(connection)
    .await?;
    let held = sealed.map(|sealed| keys.open_answers(tag, &sealed));
    Ok(held.transpose()?)
}

/// Everybody's answers, in the order of their tags.
pub(super) async fn load_all(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
) -> Result<Vec<HeldAnswers>, StoreError> {
    let rows: Vec<(FixedBytes<32>, Vec<u8>)> = sqlx::query_as(
        "SELECT tag, sealed FROM survey_answers WHERE webinar = ? AND purpose = ? ORDER BY tag",
    )
    .bind(webinar)
    .bind(EnumText(purpose))
    .fetch_all(connection)
    .await?;
    let open = |(FixedBytes(tag), sealed): (FixedBytes<32>, Vec<u8>)| {
        keys.open_answers(&tag, &sealed).map_err(StoreError::from)
    };
    rows.into_iter().map(open).collect()
}

/// What is counted of everybody's answers, and whether anybody has sealed words.
pub(super) async fn counted(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
) -> Result<(Vec<CountedAnswers>, bool), StoreError> {
    let held = load_all(connection, keys, webinar, purpose).await?;
    let has_words = held.iter().any(|one| one.words.is_some());
    let counted = held.into_iter().map(|one| CountedAnswers {
        municipality: one.municipality,
        answers: one.answers,
    });
    Ok((counted.collect(), has_words))
}

pub(super) async fn turnout(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
) -> Result<SurveyTurnout, StoreError> {
    let held = load_all(connection, keys, webinar, purpose).await?;
    let municipalities: BTreeSet<_> = held.iter().map(|one| one.municipality).collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let words = held.iter().filter_map(|one| {
        let quoted = if one.may_be_quoted {
            MayBeQuoted::Named {
                municipality: one.municipality,
            }
        } else {
            MayBeQuoted::Unnamed
        };
        Some(ReleasedWords {
            sealed: one.words.clone()?,
            quoted,
        })
    });
    Ok(SurveyTurnout {
        answers: number(held.len()),
        municipalities: number(municipalities.len()),
        words: words.collect(),
    })
}

async fn count(
    connection: &mut SqliteConnection,
    webinar: i64,
    purpose: SurveyPurpose,
) -> Result<u32, StoreError> {
    let count =
        sqlx::query_scalar("SELECT count(*) FROM survey_answers WHERE webinar = ? AND purpose = ?")
            .bind(webinar)
            .bind(EnumText(purpose))
            .fetch_one(connection)
            .await?;
    Ok(count)
}

/// Forgets what was answered in a webinar's surveys; their sums stay.
pub(in super::super) async fn forget(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM survey_answers WHERE webinar = ?")
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(())
}

/// A demo or a rehearsal that starts over has no evaluation yet.
pub(in super::super) async fn start_over(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<(), StoreError> {
    for statement in [
        "DELETE FROM survey_answers WHERE webinar = ? AND purpose = 'evaluation'",
        "UPDATE surveys SET opened = 0, closed_at = NULL, result = NULL
         WHERE webinar = ? AND purpose = 'evaluation'",
    ] {
        sqlx::query(statement)
            .bind(webinar)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}
