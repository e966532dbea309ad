//! Who looked at names, when and why: written down before anything is released, and chained so that a changed
//! entry shows.
//!
//! The hash is keyed with the pepper, so that a thief of the database cannot write a chain of their own; its head
//! also lies beside the pepper, so that entries cut off at the end are missed.

use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::vendor::{Logged, LookUp};
use sqlx::{Row, SqliteConnection};

use super::course::fixed;
use super::{StoreError, now};
use crate::secrets::{Keys, LogHead};

/// The whole log, as far as it belongs to one webinar, and whether all of it is as it was written.
#[derive(Clone, Debug)]
pub struct Log {
    /// The webinar's entries, the first one first.
    pub entries: Vec<Logged>,
    /// Whether anything in the log of any webinar was changed, or is missing.
    pub broken: bool,
}

struct Entry {
    webinar: String,
    logged: Logged,
    hash: [u8; 32],
}

/// Writes an entry. Whoever calls commits, then keeps the head with [`Keys::keep_log_head`].
pub(super) async fn write(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: &WebinarCode,
    look_up: LookUp,
    struck: u32,
) -> Result<LogHead, StoreError> {
    let last = sqlx::query("SELECT id, hash FROM look_ups ORDER BY id DESC LIMIT 1")
        .fetch_optional(&mut *connection)
        .await?;
    let (before, entries) = match last {
        Some(row) => (fixed(row.try_get("hash")?)?, row.try_get::<i64, _>("id")?),
        None => ([0; 32], 0),
    };
    let logged = Logged {
        at: now(),
        struck,
        look_up,
    };
    let hash = keys.log_hash(&before, &words(webinar.as_str(), &logged));
    sqlx::query(
        "INSERT INTO look_ups (id, webinar, at, struck, name, reason, hash) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(entries + 1)
    .bind(webinar.as_str())
    .bind(logged.at)
    .bind(logged.struck)
    .bind(&logged.look_up.name)
    .bind(&logged.look_up.reason)
    .bind(&hash[..])
    .execute(connection)
    .await?;
    Ok(LogHead {
        entries: (entries + 1).cast_unsigned(),
        hash,
    })
}

/// How many entries belong to a webinar.
pub(super) async fn count(
    connection: &mut SqliteConnection,
    webinar: &WebinarCode,
) -> Result<u32, StoreError> {
    let count = sqlx::query_scalar("SELECT count(*) FROM look_ups WHERE webinar = ?")
        .bind(webinar.as_str())
        .fetch_one(connection)
        .await?;
    Ok(count)
}

/// Reads the log and checks all of it.
pub(super) async fn read(
    connection: &mut SqliteConnection,
    keys: &Keys,
    webinar: &WebinarCode,
) -> Result<Log, StoreError> {
    let rows = sqlx::query("SELECT * FROM look_ups ORDER BY id")
        .fetch_all(connection)
        .await?;
    let entries = rows.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
    let broken = !is_whole(keys, &entries);
    let of_webinar = entries
        .into_iter()
        .filter(|entry| entry.webinar == webinar.as_str());
    Ok(Log {
        entries: of_webinar.map(|entry| entry.logged).collect(),
        broken,
    })
}

/// Whether every entry follows from the one before, and none is missing at the end. The database may be one entry
/// ahead of the head: the process can end between the two.
fn is_whole(keys: &Keys, entries: &[Entry]) -> bool {
    let head = keys.log_head();
    let mut before = [0; 32];
    let mut head_found = head.is_none_or(|head| head.entries == 0);
    for (number, entry) in (1_u64..).zip(entries) {
        let hash = keys.log_hash(&before, &words(&entry.webinar, &entry.logged));
        if hash != entry.hash {
            return false;
        }
        head_found |= head
            == Some(LogHead {
                entries: number,
                hash,
            });
        before = hash;
    }
    let known = head.map_or(0, |head| head.entries);
    head_found && entries.len() as u64 <= known + 1
}

fn entry(row: &sqlx::sqlite::SqliteRow) -> Result<Entry, StoreError> {
    Ok(Entry {
        webinar: row.try_get("webinar")?,
        logged: Logged {
            at: row.try_get::<Millis, _>("at")?,
            struck: row.try_get("struck")?,
            look_up: LookUp {
                name: row.try_get("name")?,
                reason: row.try_get("reason")?,
            },
        },
        hash: fixed(row.try_get("hash")?)?,
    })
}

/// The entry as it is hashed: unambiguous, whatever stands in it.
fn words(webinar: &str, logged: &Logged) -> Vec<u8> {
    let at = logged.at.to_le_bytes();
    let struck = logged.struck.to_le_bytes();
    let parts: [&[u8]; 5] = [
        webinar.as_bytes(),
        &at,
        &struck,
        logged.look_up.name.as_bytes(),
        logged.look_up.reason.as_bytes(),
    ];
    parts
        .iter()
        .flat_map(|part| [&(part.len() as u64).to_le_bytes()[..], part].concat())
        .collect()
}
