//! A survey's row, with what decides whether it takes answers.

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::{Date, TimeOfDay};
use barometer_domain::ids::Millis;
use barometer_domain::survey::{
    Survey, SurveyPoints, SurveyPurpose, SurveyResult, SurveySchedule, SurveyState,
};
use barometer_domain::webinar::Scene;
use sqlx::SqliteConnection;

use super::super::StoreError;
use super::super::columns::{EnumText, JsonText};
use super::StoredSurvey;

/// A stored survey and its webinar's course, as far as it matters for it.
#[derive(sqlx::FromRow)]
pub(super) struct SurveyRow {
    purpose: EnumText<SurveyPurpose>,
    edition: u32,
    items: JsonText<Survey>,
    opens_at: Option<Millis>,
    opened: bool,
    closed_at: Option<Millis>,
    result: Option<JsonText<SurveyResult>>,
    points: JsonText<SurveyPoints>,
    date: String,
    starts: String,
    reality: EnumText<Reality>,
    scene: JsonText<Scene>,
    phase: EnumText<Phase>,
}

impl SurveyRow {
    pub(super) fn survey(&self) -> &Survey {
        &self.items.0
    }

    pub(super) fn edition(&self) -> u32 {
        self.edition
    }

    /// Whether it takes answers at `now`.
    pub(super) fn state(&self, now: Millis) -> SurveyState {
        let schedule = SurveySchedule {
            purpose: self.purpose.0,
            opened: self.opened,
            opens_at: self.opens_at,
            closed_at: self.closed_at,
            webinar_begins: self.begins(),
            webinar_has_begun: has_begun(&self.scene.0, self.phase.0),
        };
        schedule.state(now)
    }

    /// When the webinar begins; a demo or a rehearsal when somebody moves it on.
    fn begins(&self) -> Millis {
        let day = self.date.parse::<Date>().ok();
        let begins = day.zip(self.starts.parse::<TimeOfDay>().ok());
        match (self.reality.0, begins) {
            (Reality::Real, Some((day, starts))) => day.at_millis(starts),
            _ => Millis::MAX,
        }
    }

    pub(super) fn stored(self, now: Millis) -> StoredSurvey {
        StoredSurvey {
            state: self.state(now),
            edition: self.edition,
            survey: self.items.0,
            opens_at: self.opens_at,
            result: self.result.map(|result| result.0),
            points: self.points.0,
        }
    }
}

/// Whether a presenter has gone on from the first stage.
fn has_begun(scene: &Scene, phase: Phase) -> bool {
    scene.at > 0 || scene.ended || phase > Phase::Draft
}

pub(super) async fn load(
    connection: &mut SqliteConnection,
    webinar: i64,
    purpose: SurveyPurpose,
) -> Result<Option<SurveyRow>, StoreError> {
    let row = sqlx::query_as(
        "SELECT s.purpose, s.edition, s.items, s.opens_at, s.opened, s.closed_at, s.result, s.points,
                w.date, w.starts, w.reality, w.scene, b.phase
         FROM surveys s JOIN webinars w ON w.id = s.webinar JOIN barometers b ON b.webinar = s.webinar
         WHERE s.webinar = ? AND s.purpose = ?",
    )
    .bind(webinar)
    .bind(EnumText(purpose))
    .fetch_optional(connection)
    .await?;
    Ok(row)
}
