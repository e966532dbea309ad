//! Whether a database is as this server wrote it: whole, of this pepper, its log unbroken, its rolls signed and the ballots
//! behind them. Nothing is changed, and a server may be running.

use std::path::Path;

use barometer_domain::wire::SignedRoll;
use barometer_sealing::roll::{Opening, Roll};
use barometer_sealing::roll_root::Leaf;
use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;

use super::backup::{self, ContentCount};
use super::opening::file_of;
use super::{Store, StoreError, ballots, look_ups};
use crate::secrets::{BarometerId, Keys, read_tracker};

/// What was looked at, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checkup {
    /// How much is there.
    pub content: ContentCount,
    /// What SQLite finds wrong with the file.
    pub damage: Vec<String>,
    /// Whether the pepper is this database's.
    pub pepper_fits: bool,
    /// How the log of look-ups is broken.
    pub log_break: Option<&'static str>,
    /// Rolls that were looked at.
    pub rolls: usize,
    /// Rolls whose signature or content is another than was written, by the number of their webinar.
    pub bad_rolls: Vec<i64>,
    /// Stored ballots that do not open with this pepper, by the number of their webinar.
    pub bad_ballots: Vec<i64>,
}

impl Checkup {
    /// Whether all is as it was written.
    pub fn is_good(&self) -> bool {
        self.damage.is_empty()
            && self.pepper_fits
            && self.log_break.is_none()
            && self.bad_rolls.is_empty()
            && self.bad_ballots.is_empty()
    }
}

impl Store {
    /// Looks the database at `url` over, with the pepper in `secrets`.
    ///
    /// # Errors
    /// When there is no database or no pepper, or the database cannot be read at all.
    pub async fn check_up(url: &str, secrets: &Path) -> Result<Checkup, StoreError> {
        let database = file_of(url)?;
        let keys = Keys::read(secrets)?.ok_or(StoreError::Row("there is no pepper"))?;
        let mut connection = backup::open_as_it_is(&database).await?;
        let mut checkup = Checkup {
            content: backup::count(&mut connection).await?,
            damage: backup::complaints(&mut connection).await?,
            ..Checkup::default()
        };
        let known: Option<Vec<u8>> = sqlx::query_scalar("SELECT pepper_check FROM installation")
            .fetch_optional(&mut connection)
            .await?;
        checkup.pepper_fits = known.is_some_and(|known| known == keys.pepper_check());
        let broken = look_ups::find_break(&mut connection, &keys).await?;
        checkup.log_break = broken.map(barometer_domain::vendor::LogBreak::name);
        look_at_barometers(&mut connection, &keys, &mut checkup).await?;
        connection.close().await?;
        Ok(checkup)
    }
}

async fn look_at_barometers(
    connection: &mut SqliteConnection,
    keys: &Keys,
    checkup: &mut Checkup,
) -> Result<(), StoreError> {
    let barometers: Vec<(i64, Vec<u8>, Option<String>)> =
        sqlx::query_as("SELECT webinar, id, roll FROM barometers ORDER BY webinar")
            .fetch_all(&mut *connection)
            .await?;
    for (number, id, roll) in barometers {
        let id: Option<BarometerId> = id.try_into().ok();
        let opened = match id {
            Some(id) => ballots::places(connection, keys, &id).await.is_ok(),
            None => false,
        };
        if !opened {
            checkup.bad_ballots.push(number);
        }
        if let Some(roll) = roll {
            checkup.rolls += 1;
            if !is_as_signed(keys, &roll) {
                checkup.bad_rolls.push(number);
            }
        }
    }
    Ok(())
}

/// Whether the roll, read and signed once more, is the same to the letter.
fn is_as_signed(keys: &Keys, stored: &str) -> bool {
    let Ok(signed) = serde_json::from_str::<SignedRoll>(stored) else {
        return false;
    };
    let Some(roll) = read_roll(&signed) else {
        return false;
    };
    let again = keys.sign_roll(&roll);
    again.signature == signed.signature && again.root == signed.root
}

fn read_roll(signed: &SignedRoll) -> Option<Roll> {
    let candidates = signed.candidates.iter();
    let roll = Roll::new(
        signed.barometer.clone(),
        signed.ballots.iter().map(read_tracker).collect(),
        candidates
            .map(|(id, list)| (id.clone(), list.iter().map(read_tracker).collect()))
            .collect(),
        signed.struck.iter().map(read_tracker).collect(),
    )
    .ok()?;
    let Some(opening) = &signed.opening else {
        return Some(roll);
    };
    let hidden: Result<Vec<_>, _> = opening
        .hidden
        .iter()
        .map(|leaf| leaf.parse::<Leaf>())
        .collect();
    Some(roll.with_opening(Opening {
        close: opening.close,
        max_choices: opening.max_choices,
        unused: opening.unused.iter().map(read_tracker).collect(),
        hidden: hidden.ok()?,
    }))
}
