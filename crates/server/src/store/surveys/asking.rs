//! The vendor writes a survey, opens it and closes it.

use barometer_domain::agenda::{AgendaItem, Stage};
use barometer_domain::barometer::Phase;
use barometer_domain::refusal::Refusal;
use barometer_domain::survey::{
    AnswersHeld, SaveSurvey, Survey, SurveyPurpose, SurveyState, SurveyStep,
};
use barometer_text::agenda;

use super::super::columns::{EnumText, JsonText};
use super::super::course;
use super::super::write_transaction::{ShownWhen, WriteTransaction};
use super::super::{StoreError, now};
use super::{answers, course as closing, rows};
use crate::secrets::Keys;

/// Writes what is asked, over the edition that was read. What is closed keeps its questions; only the points that the
/// vendor makes of the free texts still change.
pub(super) async fn save(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
    save: SaveSurvey,
) -> Result<(), StoreError> {
    course::refuse_if_forgotten(transaction, webinar).await?;
    let next = Survey::of(save.items).map_err(|problem| Refusal::BadSurvey { problem })?;
    let row = rows::load(transaction, webinar, purpose).await?;
    let edition = row.as_ref().map_or(0, rows::SurveyRow::edition);
    if edition != save.edition {
        return Err(Refusal::StaleEdition.into());
    }
    let next = match &row {
        None => next,
        Some(row) if row.state(now()) == SurveyState::Closed => {
            if *row.survey() != next {
                return Err(Refusal::Locked.into());
            }
            next
        }
        Some(row) => {
            let (counted, has_words) =
                answers::counted(transaction, keys, webinar, purpose).await?;
            let held = AnswersHeld::of(row.survey(), &counted, has_words);
            let edited = row.survey().edited(next, &held);
            edited.map_err(|lost| Refusal::AnswersStand { lost })?
        }
    };
    sqlx::query(
        "INSERT INTO surveys (webinar, purpose, edition, items, opens_at, points) VALUES (?, ?, 1, ?, ?, ?)
         ON CONFLICT (webinar, purpose) DO UPDATE SET edition = edition + 1, items = excluded.items,
             opens_at = excluded.opens_at, points = excluded.points",
    )
    .bind(webinar)
    .bind(EnumText(purpose))
    .bind(JsonText(&next))
    .bind(save.opens_at)
    .bind(JsonText(&save.points))
    .execute(&mut **transaction)
    .await?;
    if purpose == SurveyPurpose::BeforeWebinar {
        put_on_agenda(transaction, webinar).await?;
    }
    transaction.announce_webinar(webinar, ShownWhen::AtOnce);
    Ok(())
}

/// Gives the webinar a stage for the answers, behind the welcome, unless it has one or its stages are locked.
async fn put_on_agenda(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
) -> Result<(), StoreError> {
    let mut course = course::load(transaction, webinar).await?;
    let has_it = course.plan.stages.contains(&Stage::Survey);
    if has_it || course.progress.phase != Phase::Draft {
        return Ok(());
    }
    let welcome = course
        .plan
        .stages
        .iter()
        .position(|&stage| stage == Stage::Welcome);
    let at = welcome.map_or(0, |welcome| welcome + 1);
    let item = AgendaItem {
        stage: Stage::Survey,
        notes: agenda::notes(Stage::Survey, course.language).to_owned(),
        timebox: None,
    };
    course.agenda.insert(at, item);
    if usize::from(course.progress.scene.at) >= at {
        // What is shown stays where it is.
        course.progress.scene.at += 1;
    }
    sqlx::query("UPDATE webinars SET agenda = ?, edition = edition + 1 WHERE id = ?")
        .bind(JsonText(&course.agenda))
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    course::save(transaction, &course).await
}

/// Opens it, closes it, or opens it again.
pub(super) async fn take(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    purpose: SurveyPurpose,
    step: SurveyStep,
) -> Result<(), StoreError> {
    course::refuse_if_forgotten(transaction, webinar).await?;
    let row = rows::load(transaction, webinar, purpose).await?;
    let row = row.ok_or(Refusal::NotPossibleNow)?;
    let state = row.state(now());
    match (step, state) {
        (SurveyStep::Open, SurveyState::Draft) => {
            set_opened(transaction, webinar, purpose).await?;
            let row = rows::load(transaction, webinar, purpose).await?;
            if row.is_none_or(|row| row.state(now()) != SurveyState::Open) {
                // The webinar has begun.
                return Err(Refusal::NotPossibleNow.into());
            }
            Ok(())
        }
        (SurveyStep::Close, SurveyState::Open | SurveyState::Ending) => {
            closing::close(transaction, keys, webinar, purpose, &row).await
        }
        // Pressed twice: what was wanted is so.
        (SurveyStep::Open, SurveyState::Open) | (SurveyStep::Close, SurveyState::Closed) => Ok(()),
        (SurveyStep::Reopen, SurveyState::Closed) if row.stored(now()).result.is_none() => {
            sqlx::query("UPDATE surveys SET closed_at = NULL WHERE webinar = ? AND purpose = ?")
                .bind(webinar)
                .bind(EnumText(purpose))
                .execute(&mut **transaction)
                .await?;
            let row = rows::load(transaction, webinar, purpose).await?;
            if row.is_none_or(|row| row.state(now()) != SurveyState::Open) {
                return Err(Refusal::NotPossibleNow.into());
            }
            Ok(())
        }
        _ => Err(Refusal::NotPossibleNow.into()),
    }
}

async fn set_opened(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
    purpose: SurveyPurpose,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE surveys SET opened = 1 WHERE webinar = ? AND purpose = ?")
        .bind(webinar)
        .bind(EnumText(purpose))
        .execute(&mut **transaction)
        .await?;
    Ok(())
}
