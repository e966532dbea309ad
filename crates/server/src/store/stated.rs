//! What participants state after their vote that their municipality could join for: sealed until the reveal, then summed
//! once and gone.

use std::collections::BTreeMap;

use barometer_domain::ballot::Ballot;
use barometer_domain::money::Money;
use barometer_domain::refusal::Refusal;
use barometer_domain::stated::{CountedStatement, StatedAmounts, StatedShare, stated_shares};
use barometer_domain::tally::Support;
use sqlx::SqliteConnection;

use super::columns::FixedBytes;
use super::{Participant, Store, StoreError, StoreReader, WebinarState, ballots, course};
use crate::secrets::{BarometerId, Keys, StatedTag};

/// What a session may state amounts for, and what it has.
#[derive(Clone, Debug)]
pub struct OwnStatement {
    /// The ballot that this session has sent.
    pub ballot: Ballot,
    /// What it has stated for it.
    pub amounts: StatedAmounts,
    /// Whether it can still be changed: until the vote closes.
    pub is_open: bool,
}

impl StoreReader {
    /// What this session has stated; `None` as long as its ballot has not been received.
    pub async fn own_statement(
        &self,
        webinar: i64,
        participant: Participant,
    ) -> Result<Option<OwnStatement>, StoreError> {
        let mut transaction = self.readers.begin().await?;
        let course = course::load(&mut transaction, webinar).await?;
        let own = own(&mut transaction, &self.keys, &course, &participant).await?;
        let Some((tag, ballot)) = own else {
            return Ok(None);
        };
        let barometer = &course.barometer.id;
        let amounts = load(&mut transaction, &self.keys, barometer, &tag).await?;
        Ok(Some(OwnStatement {
            amounts: amounts.unwrap_or_default().within(&ballot),
            ballot,
            is_open: course.progress.phase.takes_ballots(),
        }))
    }
}

impl Store {
    /// Keeps what a session states, in the place of what it had; only for what its received ballot supports, and until
    /// the vote closes.
    pub async fn state_amounts(
        &self,
        webinar: i64,
        participant: Participant,
        amounts: StatedAmounts,
    ) -> Result<(), StoreError> {
        let keys = self.keys.clone();
        self.writer
            .write(move |connection| {
                Box::pin(
                    async move { write(connection, &keys, webinar, &participant, amounts).await },
                )
            })
            .await
    }
}

/// Under what a session's amounts are stored, with the ballot it has sent.
async fn own(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &WebinarState,
    participant: &Participant,
) -> Result<Option<(StatedTag, Ballot)>, StoreError> {
    let (barometer, place) = (&course.barometer.id, &participant.slot);
    let sent = ballots::load_for_place(connection, keys, barometer, place).await?;
    let device = keys.device_tag(barometer, place, participant.session.as_ref());
    let tag = keys.stated_tag(barometer, &keys.nym(barometer, place), &device);
    let held = sent.sent_by(&device);
    Ok(held.map(|held| (tag, held.sent.cast.choices.clone())))
}

async fn write(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: i64,
    participant: &Participant,
    amounts: StatedAmounts,
) -> Result<(), StoreError> {
    let course = course::load(connection, webinar).await?;
    if !course.progress.phase.takes_ballots() {
        return Err(Refusal::BarometerClosed.into());
    }
    let own = own(connection, keys, &course, participant).await?;
    let (tag, ballot) = own.ok_or(Refusal::NotPossibleNow)?;
    sqlx::query(
        "INSERT INTO stated_amounts (barometer, tag, sealed) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET sealed = excluded.sealed",
    )
    .bind(&course.barometer.id[..])
    .bind(&tag[..])
    .bind(keys.seal_stated(&tag, &amounts.within(&ballot)))
    .execute(connection)
    .await?;
    Ok(())
}

async fn load(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
    tag: &StatedTag,
) -> Result<Option<StatedAmounts>, StoreError> {
    let sealed: Option<Vec<u8>> =
        sqlx::query_scalar("SELECT sealed FROM stated_amounts WHERE barometer = ? AND tag = ?")
            .bind(&barometer[..])
            .bind(&tag[..])
            .fetch_optional(connection)
            .await?;
    let opened = sealed.map(|sealed| keys.open_stated(tag, &sealed));
    Ok(opened.transpose()?)
}

/// Sums what was stated for the ballots that count, once, and removes it. Only [`super::steps`] may ask, at the reveal.
/// `supports` is every candidate's support, as the result shows it.
pub(super) async fn release(
    connection: &mut SqliteConnection,
    keys: &Keys,
    barometer: &BarometerId,
    prices: &[Option<Money>],
    supports: &[Support],
) -> Result<Vec<StatedShare>, StoreError> {
    let rows: Vec<(FixedBytes<32>, Vec<u8>)> =
        sqlx::query_as("SELECT tag, sealed FROM stated_amounts WHERE barometer = ?")
            .bind(&barometer[..])
            .fetch_all(&mut *connection)
            .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let rows: BTreeMap<StatedTag, Vec<u8>> = rows
        .into_iter()
        .map(|(tag, sealed)| (tag.0, sealed))
        .collect();
    let mut stated = Vec::new();
    for place in ballots::places(connection, keys, barometer).await? {
        let tag = keys.stated_tag(barometer, &place.nym, &place.device);
        let Some(sealed) = rows.get(&tag).filter(|_| !place.struck) else {
            continue;
        };
        stated.push(CountedStatement {
            municipality: place.held.municipality,
            amounts: keys.open_stated(&tag, sealed)?.within(place.choices()),
        });
    }
    forget(connection, barometer).await?;
    let supporters: Vec<u32> = supports.iter().map(|one| one.municipalities).collect();
    Ok(stated_shares(prices, &supporters, &stated))
}

/// Removes all that was stated in a barometer for good.
pub(super) async fn forget(
    connection: &mut SqliteConnection,
    barometer: &BarometerId,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM stated_amounts WHERE barometer = ?")
        .bind(&barometer[..])
        .execute(connection)
        .await?;
    Ok(())
}
