//! Who is signed up for a webinar. A contact lies here as it was sealed; what leads from it to the invitation that came
//! with it is a hash keyed with the pepper.

use std::collections::{BTreeSet, HashMap};

use barometer_domain::barometer::Phase;
use barometer_domain::catalogue::Reality;
use barometer_domain::date::Date;
use barometer_domain::ids::MunicipalityCode;
use barometer_domain::invitation::{InvitationHash, InvitationToken};
use barometer_domain::municipality;
use barometer_domain::refusal::Refusal;
use barometer_domain::signup::mail::MailKind;
use barometer_domain::signup::{
    MOST, MOST_AT_ONCE, NewSignup, Signup, SignupList, SignupSettings, SignupSlot, SignupStage,
    SignupWay,
};
use barometer_sealing::invitation::{Token, TokenHash};
use sqlx::SqliteConnection;

use super::columns::JsonText;
use super::course::{self, WebinarState, fixed};
use super::write_transaction::WriteTransaction;
use super::{Store, StoreError, StoreReader, invitations, news, now};
use crate::secrets::Keys;

/// What the public page of a sign-up needs to know.
#[derive(Clone, Debug)]
pub struct SignupState {
    /// What the vendor decided.
    pub settings: SignupSettings,
    /// Where sign-up stands today.
    pub stage: SignupStage,
    /// The municipalities whose places are all taken.
    pub full: BTreeSet<MunicipalityCode>,
}

impl StoreReader {
    /// How one signs up for a webinar, and whether one can today.
    pub async fn signup_state(&self, webinar: i64) -> Result<SignupState, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let settings = settings(&mut transaction, webinar).await?;
        if settings.way == SignupWay::Off {
            // Every phone asks when it comes in: no more is read than it takes.
            return Ok(SignupState {
                settings,
                stage: SignupStage::Off,
                full: BTreeSet::new(),
            });
        }
        let course = course::load(&mut transaction, webinar).await?;
        let stage = stage(&course, &settings)?;
        let taken = match settings.seats() {
            Some(_) => taken(&mut transaction, &self.keys, webinar).await?,
            None => HashMap::new(),
        };
        let is_full =
            |(code, taken): (MunicipalityCode, u32)| (!settings.has_seat(taken)).then_some(code);
        let full = taken.into_iter().filter_map(is_full).collect();
        Ok(SignupState {
            settings,
            stage,
            full,
        })
    }

    /// Everyone on the list, sealed.
    pub async fn signups(&self, webinar: i64) -> Result<SignupList, StoreError> {
        let mut transaction = self.readers.begin().await?;
        list(&mut transaction, &self.keys, webinar).await
    }

    /// What the link in a mail holds by which the reader wants no more; of this sign-up alone.
    pub fn unsubscribe_mark(&self, webinar: i64, slot: &SignupSlot) -> String {
        self.keys.unsubscribe_mark(webinar, slot.as_str())
    }

    /// Whether somebody is on the list and wants mail.
    pub async fn may_be_written_to(
        &self,
        webinar: i64,
        slot: &SignupSlot,
    ) -> Result<bool, StoreError> {
        let found = sqlx::query(
            "SELECT 1 FROM signups WHERE webinar = ? AND slot = ? AND NOT unsubscribed",
        )
        .bind(webinar)
        .bind(slot.as_str())
        .fetch_optional(&self.readers)
        .await?;
        Ok(found.is_some())
    }
}

impl Store {
    /// Decides how one signs up.
    pub async fn set_signup(
        &self,
        webinar: i64,
        settings: SignupSettings,
    ) -> Result<SignupList, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { set(c, &keys, webinar, &settings).await }))
            .await
    }

    /// Signs somebody up by the public page, as long as there is a place.
    pub async fn sign_up(&self, webinar: i64, new: NewSignup) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { sign_up(c, &keys, webinar, &new).await }))
            .await
    }

    /// Adds people whom the vendor has on a list; places are not counted.
    pub async fn add_signups(
        &self,
        webinar: i64,
        new: Vec<NewSignup>,
    ) -> Result<SignupList, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { add(c, &keys, webinar, &new).await }))
            .await
    }

    /// Takes somebody off the list, with the personal link.
    pub async fn remove_signup(
        &self,
        webinar: i64,
        slot: SignupSlot,
    ) -> Result<SignupList, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    if !remove(c, &keys, webinar, slot.as_str()).await? {
                        return Err(Refusal::NotFound.into());
                    }
                    list(c, &keys, webinar).await
                })
            })
            .await
    }

    /// Takes off the list whoever holds this personal link; whether anybody did.
    pub async fn cancel_signup(
        &self,
        webinar: i64,
        token: InvitationToken,
    ) -> Result<bool, StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |c| Box::pin(async move { cancel(c, &keys, webinar, &token).await }))
            .await
    }

    /// Writes down that a mail of this kind was handed to the mail server.
    pub async fn mark_mail_sent(
        &self,
        webinar: i64,
        slot: SignupSlot,
        kind: MailKind,
    ) -> Result<(), StoreError> {
        self.change(
            "UPDATE signups SET sent = sent | ?1 WHERE webinar = ?2 AND slot = ?3",
            bit(kind),
            webinar,
            slot,
        )
        .await
    }

    /// Writes down that somebody wants no more mail.
    pub async fn unsubscribe(&self, webinar: i64, slot: SignupSlot) -> Result<(), StoreError> {
        self.change(
            "UPDATE signups SET unsubscribed = ?1 WHERE webinar = ?2 AND slot = ?3",
            1,
            webinar,
            slot,
        )
        .await
    }

    /// Changes one row; one that is gone stays gone.
    async fn change(
        &self,
        statement: &'static str,
        value: u8,
        webinar: i64,
        slot: SignupSlot,
    ) -> Result<(), StoreError> {
        self.writer
            .write(move |c| {
                Box::pin(async move {
                    sqlx::query(statement)
                        .bind(value)
                        .bind(webinar)
                        .bind(slot.as_str())
                        .execute(&mut **c)
                        .await?;
                    Ok(())
                })
            })
            .await
    }
}

/// Which bit of `sent` a kind of mail has.
fn bit(kind: MailKind) -> u8 {
    match kind {
        MailKind::Invitation => 1,
        MailKind::Reminder => 2,
        MailKind::Letter => 4,
        MailKind::Cancellation => 8,
    }
}

fn webinar_day(course: &WebinarState) -> Result<Date, StoreError> {
    course
        .date
        .parse()
        .map_err(|_| StoreError::Row("a webinar's day"))
}

fn read_slot(text: &str) -> Result<SignupSlot, StoreError> {
    text.parse().map_err(|_| StoreError::Row("a sign-up"))
}

async fn settings(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<SignupSettings, StoreError> {
    let stored: Option<JsonText<SignupSettings>> =
        sqlx::query_scalar("SELECT signup FROM webinars WHERE id = ?")
            .bind(webinar)
            .fetch_one(connection)
            .await?;
    Ok(stored.map_or_else(SignupSettings::default, |JsonText(settings)| settings))
}

fn stage(course: &WebinarState, settings: &SignupSettings) -> Result<SignupStage, StoreError> {
    let day = webinar_day(course)?;
    let scene = &course.progress.scene;
    let has_begun = course.progress.phase != Phase::Draft || scene.ended || scene.at > 0;
    Ok(settings.stage(day, Date::of_millis(now()), has_begun))
}

/// Whether people come and go: not in a rehearsal, and not once somebody can have voted.
fn is_changeable(course: &WebinarState) -> bool {
    course.progress.phase == Phase::Draft
        && !course.progress.scene.ended
        && course.plan.reality != Reality::Rehearsal
}

async fn list(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
) -> Result<SignupList, StoreError> {
    let course = course::load(connection, webinar).await?;
    let settings = settings(connection, webinar).await?;
    let rows: Vec<StoredSignup> = sqlx::query_as(
        "SELECT slot, sealed, municipality, unsubscribed, sent FROM signups WHERE webinar = ? ORDER BY slot",
    )
    .bind(webinar)
    .fetch_all(connection)
    .await?;
    let rows = rows
        .into_iter()
        .map(|row| row.opened(keys))
        .collect::<Result<_, _>>()?;
    Ok(SignupList {
        stage: stage(&course, &settings)?,
        changeable: is_changeable(&course),
        date: webinar_day(&course)?,
        today: Date::of_millis(now()),
        settings,
        rows,
        mail_from: None,
        mailing: None,
    })
}

/// A row of `signups`.
#[derive(sqlx::FromRow)]
struct StoredSignup {
    slot: String,
    sealed: String,
    municipality: Vec<u8>,
    unsubscribed: bool,
    sent: u8,
}

impl StoredSignup {
    fn opened(self, keys: &Keys) -> Result<Signup, StoreError> {
        let kinds = MailKind::ALL.into_iter();
        Ok(Signup {
            municipality: open(keys, &self.municipality, &self.slot)?,
            slot: read_slot(&self.slot)?,
            sealed: self
                .sealed
                .parse()
                .map_err(|_| StoreError::Row("a sealed contact"))?,
            unsubscribed: self.unsubscribed,
            sent: kinds.filter(|kind| self.sent & bit(*kind) != 0).collect(),
        })
    }
}

fn open(keys: &Keys, sealed: &[u8], slot: &str) -> Result<MunicipalityCode, StoreError> {
    let municipality = keys.open_municipality(sealed, slot.as_bytes())?;
    municipality.ok_or(StoreError::Row("a sign-up of no municipality"))
}

/// How many are signed up for each municipality.
async fn taken(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
) -> Result<HashMap<MunicipalityCode, u32>, StoreError> {
    let rows: Vec<(String, Vec<u8>)> =
        sqlx::query_as("SELECT slot, municipality FROM signups WHERE webinar = ?")
            .bind(webinar)
            .fetch_all(connection)
            .await?;
    let mut taken = HashMap::new();
    for (slot, sealed) in rows {
        *taken.entry(open(keys, &sealed, &slot)?).or_default() += 1;
    }
    Ok(taken)
}

async fn set(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    settings: &SignupSettings,
) -> Result<SignupList, StoreError> {
    let course = course::load(transaction, webinar).await?;
    if course.plan.reality == Reality::Rehearsal {
        return Err(Refusal::NotPossibleNow.into());
    }
    if !settings.is_valid() {
        let reason = "the number of places for a municipality".into();
        return Err(Refusal::Malformed { reason }.into());
    }
    sqlx::query("UPDATE webinars SET signup = ? WHERE id = ?")
        .bind(serde_json::to_string(settings)?)
        .bind(webinar)
        .execute(&mut **transaction)
        .await?;
    news::announce(transaction, webinar, settings.is_announced()).await?;
    list(transaction, keys, webinar).await
}

async fn sign_up(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    new: &NewSignup,
) -> Result<(), StoreError> {
    let course = course::load(transaction, webinar).await?;
    let settings = settings(transaction, webinar).await?;
    let is_here = matches!(settings.way, SignupWay::Here { .. });
    if !is_here || stage(&course, &settings)? != SignupStage::Open || !is_changeable(&course) {
        return Err(Refusal::NotPossibleNow.into());
    }
    // A form that was sent before is taken off first, so that it neither counts twice nor stands in its own way.
    remove(transaction, keys, webinar, new.slot.as_str()).await?;
    let taken = taken(transaction, keys, webinar).await?;
    let here = taken.get(&new.municipality).copied().unwrap_or(0);
    if let Some(limit) = settings.seats().filter(|_| !settings.has_seat(here)) {
        return Err(Refusal::MunicipalityFull { limit }.into());
    }
    put(transaction, keys, webinar, new).await
}

async fn add(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    new: &[NewSignup],
) -> Result<SignupList, StoreError> {
    let course = course::load(transaction, webinar).await?;
    if !is_changeable(&course) {
        return Err(Refusal::NotPossibleNow.into());
    }
    if new.len() > MOST_AT_ONCE {
        let reason = format!("at most {MOST_AT_ONCE} people at once");
        return Err(Refusal::Malformed { reason }.into());
    }
    for new in new {
        remove(transaction, keys, webinar, new.slot.as_str()).await?;
        put(transaction, keys, webinar, new).await?;
    }
    list(transaction, keys, webinar).await
}

async fn put(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    new: &NewSignup,
) -> Result<(), StoreError> {
    municipality::by_code(new.municipality).ok_or(Refusal::UnknownMunicipality)?;
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM signups WHERE webinar = ?")
        .bind(webinar)
        .fetch_one(&mut *connection)
        .await?;
    if usize::try_from(count).is_ok_and(|count| count >= MOST) {
        return Err(Refusal::NotPossibleNow.into());
    }
    let hash = read_hash(&new.invitation)?;
    invitations::add_one(connection, keys, webinar, &hash, new.municipality).await?;
    let slot = new.slot.as_str();
    sqlx::query(
        "INSERT INTO signups (webinar, slot, sealed, municipality, invitation) VALUES (?, ?, ?, ?, ?)",
    )
    .bind(webinar)
    .bind(slot)
    .bind(new.sealed.as_str())
    .bind(keys.seal(Some(new.municipality), slot.as_bytes()))
    .bind(&keys.signup_tag(webinar, hash.as_bytes())[..])
    .execute(connection)
    .await?;
    Ok(())
}

fn read_hash(hash: &InvitationHash) -> Result<TokenHash, Refusal> {
    hash.as_str().parse().map_err(|_| Refusal::Malformed {
        reason: "a hash is 32 bytes in base64url".into(),
    })
}

/// Whether there was such a row.
async fn remove(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    slot: &str,
) -> Result<bool, StoreError> {
    let tag: Option<Vec<u8>> = sqlx::query_scalar(
        "DELETE FROM signups WHERE webinar = ? AND slot = ? RETURNING invitation",
    )
    .bind(webinar)
    .bind(slot)
    .fetch_optional(&mut **transaction)
    .await?;
    let Some(tag) = tag else { return Ok(false) };
    invitations::withdraw_one(transaction, keys, webinar, &fixed(&tag)?).await?;
    Ok(true)
}

async fn cancel(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
    token: &InvitationToken,
) -> Result<bool, StoreError> {
    let Ok(token) = token.as_str().parse::<Token>() else {
        return Ok(false);
    };
    let tag = keys.signup_tag(webinar, token.hash().as_bytes());
    let slot: Option<String> =
        sqlx::query_scalar("SELECT slot FROM signups WHERE webinar = ? AND invitation = ?")
            .bind(webinar)
            .bind(&tag[..])
            .fetch_optional(&mut **transaction)
            .await?;
    match slot {
        Some(slot) => remove(transaction, keys, webinar, &slot).await,
        None => Ok(false),
    }
}
