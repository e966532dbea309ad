//! Preparing a webinar: made, saved in editions, and taken back as long as nothing has been counted.

use barometer_domain::agenda::AgendaItem;
use barometer_domain::barometer::{Phase, Rules};
use barometer_domain::catalogue::Reality;
use barometer_domain::financing::ledger::signed;
use barometer_domain::ids::{Millis, RequestId, WebinarCode};
use barometer_domain::language::Language;
use barometer_domain::preparation::{self, Preparation, Prepare, Shortlisted};
use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::tally::CountingRule;
use barometer_text::agenda;
use sqlx::SqliteConnection;

use super::columns::{EnumText, FixedBytes, JsonText};
use super::course::{self, WebinarState};
use super::write_transaction::WriteTransaction;
use super::{NewWebinar, Store, StoreError, StoreReader, create, lists};
use crate::demo::{DEMO_CODE, DEMO_SECRET};
use crate::secrets::{self, Keys};

/// How many candidates a ballot may support, until the vendor decides something else.
const MAX_CHOICES: u8 = 3;

/// A webinar as the vendor prepares it, but for its links.
#[derive(Clone, Debug)]
pub struct WebinarPreparation {
    /// The code of its links, which can be changed while nobody can know it.
    pub code: WebinarCode,
    /// Rises with every save; a save that names an older one is refused.
    pub edition: u32,
    /// What is decided so far: texts, agenda, lists and rules.
    pub preparation: Preparation,
    /// Whether it is held, the demo, or a rehearsal.
    pub reality: Reality,
    /// Whether its requests are invented.
    pub fictional: bool,
    /// Where its barometer stands, by which things are locked.
    pub phase: Phase,
    /// When the vote was opened, on the server's clock.
    pub opened_at: Option<Millis>,
    /// Whether someone has joined or been invited.
    pub has_guests: bool,
    /// The presenter's secret, if it can be told.
    pub presenter: Option<String>,
}

impl StoreReader {
    /// A webinar as it is prepared.
    pub async fn prepared(&self, webinar: i64) -> Result<WebinarPreparation, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        load(&mut transaction, &self.keys, course).await
    }
}

impl Store {
    /// Begins a webinar under this code; `Ok(None)` when it is taken.
    pub async fn begin(
        &self,
        code: WebinarCode,
        new: preparation::NewWebinar,
    ) -> Result<Option<WebinarPreparation>, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { begin(c, &keys, code, new).await }))
            .await
    }

    /// Saves what is decided, as far as it is not locked.
    pub async fn prepare(
        &self,
        webinar: i64,
        prepare: Prepare,
    ) -> Result<WebinarPreparation, StoreError> {
        let (keys, stage_now) = (self.keys.clone(), self.clock.now());
        self.writer
            .write(move |c| {
                Box::pin(async move { save(c, &keys, stage_now, webinar, prepare).await })
            })
            .await
    }

    /// Takes a webinar back for good; its requests stay.
    pub async fn discard(&self, webinar: i64) -> Result<(), StoreError> {
        self.writer
            .write(move |c| Box::pin(async move { discard(c, webinar).await }))
            .await?;
        self.empty_log().await
    }

    /// Makes the presenter another link; the one before opens nothing any more.
    pub async fn renew_presenter(&self, webinar: i64) -> Result<WebinarPreparation, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { renew_presenter(c, &keys, webinar).await }))
            .await
    }
}

/// What of another webinar a new one begins with.
#[derive(sqlx::FromRow)]
struct WebinarPattern {
    language: EnumText<Language>,
    agenda: JsonText<Vec<AgendaItem>>,
    rule: EnumText<CountingRule>,
    max_choices: u8,
    shuffled: bool,
}

async fn begin(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    code: WebinarCode,
    new: preparation::NewWebinar,
) -> Result<Option<WebinarPreparation>, StoreError> {
    let WebinarPattern {
        language: EnumText(language),
        agenda: JsonText(agenda),
        rule: EnumText(rule),
        max_choices,
        shuffled,
    } = pattern(transaction, new.like.as_ref()).await?;
    let webinar = NewWebinar {
        code,
        secret: secrets::random_token(),
        reality: Reality::Real,
        title: new.title,
        date: new.date.to_string(),
        starts: new.starts.to_string(),
        ends: new.ends.to_string(),
        previous: None,
        language,
        fictional: false,
        agenda,
        rules: Rules {
            rule,
            max_choices,
            candidates: 0,
        },
        shuffled,
        candidates: Vec::new(),
        ongoing: Vec::new(),
    };
    let Some(id) = create::create(transaction, webinar).await? else {
        return Ok(None);
    };
    let ongoing = lists::first_ongoing(transaction).await?;
    lists::write(transaction, id, &[], &ongoing).await?;
    give_secret(transaction, keys, id).await?;
    let course = course::load(transaction, id).await?;
    load(transaction, keys, course).await.map(Some)
}

async fn pattern(
    connection: &mut SqliteConnection,
    like: Option<&WebinarCode>,
) -> Result<WebinarPattern, StoreError> {
    let Some(code) = like else {
        return Ok(WebinarPattern {
            language: EnumText(Language::default()),
            agenda: JsonText(agenda::first(Language::default())),
            rule: EnumText(CountingRule::default()),
            max_choices: MAX_CHOICES,
            shuffled: true,
        });
    };
    let row: Option<WebinarPattern> = sqlx::query_as(
        "SELECT language, agenda, rule, max_choices, shuffled FROM webinars w JOIN barometers b ON b.webinar = w.id
         WHERE code = ? AND reality <> 'rehearsal'",
    )
    .bind(code.as_str())
    .fetch_optional(connection)
    .await?;
    Ok(row.ok_or(Refusal::UnknownWebinar)?)
}

#[derive(sqlx::FromRow)]
struct PreparationRow {
    edition: u32,
    presenter_hash: FixedBytes<32>,
    presenter_number: Option<u32>,
    max_choices: u8,
    has_guests: bool,
}

async fn load(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: WebinarState,
) -> Result<WebinarPreparation, StoreError> {
    let row: PreparationRow = sqlx::query_as(
        "SELECT edition, presenter_hash, presenter_number, max_choices,
             EXISTS (SELECT 1 FROM slots s WHERE s.webinar = w.id)
             OR EXISTS (SELECT 1 FROM invitations i WHERE i.webinar = w.id) AS has_guests
         FROM webinars w JOIN barometers b ON b.webinar = w.id WHERE w.id = ?",
    )
    .bind(course.id)
    .fetch_one(&mut *connection)
    .await?;
    let candidates: Vec<(u32, String, String)> = sqlx::query_as(
        "SELECT request, reason, notes FROM shortlist WHERE webinar = ? ORDER BY number",
    )
    .bind(course.id)
    .fetch_all(connection)
    .await?;
    let shortlisted = |(request, reason, notes)| Shortlisted {
        request: RequestId(request),
        reason,
        notes,
    };
    let secret = match course.plan.reality {
        Reality::Demo => Some(DEMO_SECRET.to_owned()),
        Reality::Real | Reality::Rehearsal => row
            .presenter_number
            .map(|number| keys.presenter_secret(course.id, number)),
    };
    // Under another pepper another secret would be told than the one that opens the console.
    let FixedBytes(hash) = row.presenter_hash;
    let presenter = secret.filter(|secret| secrets::hash_token(secret) == hash);
    Ok(WebinarPreparation {
        edition: row.edition,
        has_guests: row.has_guests,
        presenter,
        preparation: Preparation {
            title: course.title,
            date: stored(&course.date)?,
            starts: stored(&course.starts)?,
            ends: stored(&course.ends)?,
            language: course.language,
            agenda: course.agenda,
            candidates: candidates.into_iter().map(shortlisted).collect(),
            ongoing: course.plan.ongoing,
            rule: course.barometer.rules.rule,
            // As it was decided, even if there are fewer candidates for now.
            max_choices: row.max_choices,
            shuffled: course.barometer.shuffled,
        },
        code: course.code,
        reality: course.plan.reality,
        fictional: course.fictional,
        phase: course.progress.phase,
        opened_at: course.progress.scene.opened_at,
    })
}

async fn save(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    stage_now: Millis,
    webinar: i64,
    prepare: Prepare,
) -> Result<WebinarPreparation, StoreError> {
    let by = signed(&prepare.by)?;
    let before = course::load(transaction, webinar).await?;
    let held = load(transaction, keys, before.clone()).await?;
    if held.edition != prepare.edition {
        return Err(Refusal::StaleEdition.into());
    }
    let next = held.preparation.edited(prepare.preparation, held.phase)?;
    check_code(transaction, &held, &prepare.code).await?;
    let was = &held.preparation;
    if held.phase == Phase::Draft {
        lists::put_up(transaction, &was.candidates, &next.candidates, &by).await?;
    }
    lists::check_ongoing(transaction, &was.ongoing, &next.ongoing).await?;
    lists::write(transaction, webinar, &next.candidates, &next.ongoing).await?;
    write(transaction, webinar, &prepare.code, &next).await?;
    let mut course = course::load(transaction, webinar).await?;
    course.progress = before
        .progress
        .replanned(&before.plan, &course.plan, stage_now);
    if course.language != before.language {
        // What is decided last holds: a switch on the console was of the language before.
        course.progress.scene.language = None;
    }
    if course.barometer.rules != before.barometer.rules {
        // Nobody opens a vote by rules that they have not seen.
        course.progress.step = before.progress.step + 1;
    }
    course::save(transaction, &course).await?;
    load(transaction, keys, course).await
}

/// Another code is possible as long as nobody can know the old one.
async fn check_code(
    connection: &mut SqliteConnection,
    held: &WebinarPreparation,
    code: &WebinarCode,
) -> Result<(), StoreError> {
    if held.code == *code {
        return Ok(());
    }
    if held.phase != Phase::Draft || held.has_guests || held.reality != Reality::Real {
        return Err(Refusal::Locked.into());
    }
    let taken: Option<i64> = sqlx::query_scalar("SELECT 1 FROM webinars WHERE code = ?")
        .bind(code.as_str())
        .fetch_optional(connection)
        .await?;
    if taken.is_some() || code.as_str() == DEMO_CODE {
        return Err(Field::Code.wrong().into());
    }
    Ok(())
}

async fn write(
    transaction: &mut WriteTransaction<'_>,
    webinar: i64,
    code: &WebinarCode,
    next: &Preparation,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE webinars SET code = ?, title = ?, date = ?, starts = ?, ends = ?, language = ?, agenda = ?, edition = edition + 1
         WHERE id = ?",
    )
    .bind(code.as_str())
    .bind(&next.title)
    .bind(next.date.to_string())
    .bind(next.starts.to_string())
    .bind(next.ends.to_string())
    .bind(next.language.tag())
    .bind(serde_json::to_string(&next.agenda)?)
    .bind(webinar)
    .execute(&mut **transaction)
    .await?;
    sqlx::query("UPDATE barometers SET rule = ?, max_choices = ?, shuffled = ? WHERE webinar = ?")
        .bind(EnumText(next.rule))
        .bind(next.max_choices)
        .bind(next.shuffled)
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    // Its day counts for what has moved since.
    transaction.announce_living_page();
    Ok(())
}

/// Only what nobody has opened can be taken back.
async fn discard(transaction: &mut WriteTransaction<'_>, webinar: i64) -> Result<(), StoreError> {
    let course = course::load(transaction, webinar).await?;
    if course.plan.reality != Reality::Real || course.progress.phase != Phase::Draft {
        return Err(Refusal::Locked.into());
    }
    sqlx::query("DELETE FROM webinars WHERE id = ?")
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    transaction.announce_living_page();
    Ok(())
}

/// Everyone knows the demo's link, and it stays.
async fn renew_presenter(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
) -> Result<WebinarPreparation, StoreError> {
    let course = course::load(connection, webinar).await?;
    if course.plan.reality == Reality::Demo {
        return Err(Refusal::Locked.into());
    }
    give_secret(connection, keys, webinar).await?;
    sqlx::query("DELETE FROM presenter_sessions WHERE webinar = ?")
        .bind(webinar)
        .execute(&mut *connection)
        .await?;
    load(connection, keys, course).await
}

/// Gives the presenter a secret that can be told again. Its number is random: a webinar that is deleted leaves its
/// key in the database to the next one, but not its secret.
async fn give_secret(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
) -> Result<(), StoreError> {
    let number = secrets::random_number();
    let secret = keys.presenter_secret(webinar, number);
    sqlx::query("UPDATE webinars SET presenter_number = ?, presenter_hash = ? WHERE id = ?")
        .bind(number)
        .bind(&secrets::hash_token(&secret)[..])
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(())
}

fn stored<T: std::str::FromStr>(text: &str) -> Result<T, StoreError> {
    text.parse()
        .map_err(|_| StoreError::Row("a webinar's day or time"))
}
