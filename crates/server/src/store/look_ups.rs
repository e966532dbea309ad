//! Who looked at names, when and why: written down before anything is released, and chained so that a changed
//! entry shows.
//!
//! The hash is keyed with the pepper, so that a thief of the database cannot write a chain of their own; its head
//! also lies beside the pepper, so that entries cut off at the end are missed. Both are held against each other
//! before each entry: nothing is written on top of a broken log but the word of somebody who acknowledges the break.

use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{LogBreak, Logged, LookUp};
use barometer_domain::vendor_account::{AccountChange, AccountEntry};
use sqlx::SqliteConnection;

use super::columns::FixedBytes;
use super::{StoreError, now};
use crate::secrets::{Keys, LogHead, LogHeadFile, LogHeadNote};

/// The log as far as it belongs to one webinar, and whether all of it is as it was written.
#[derive(Clone, Debug)]
pub struct LookUpLog {
    /// The webinar's entries and all acknowledgements, the first one first.
    pub entries: Vec<Logged>,
    /// How the log of all webinars is broken, until somebody acknowledges it.
    pub broken: Option<LogBreak>,
}

impl LookUpLog {
    /// How many of the entries are the webinar's own.
    pub fn count(&self) -> u32 {
        let own = self.entries.iter().filter(|entry| entry.broke.is_none());
        u32::try_from(own.count()).unwrap_or(u32::MAX)
    }
}

struct LogEntry {
    id: u64,
    /// The code of its webinar, the name of an [`AccountChange`], or nothing.
    webinar: String,
    logged: Logged,
    hash: [u8; 32],
}

/// What is to be written down.
pub(super) enum NewEntry<'a> {
    /// A look-up in a webinar, or so many ballots struck.
    LookUp(&'a WebinarCode, u32),
    /// That the log is broken, and somebody knows.
    Acknowledgement,
    /// Something that was done to the vendor's account. Whoever is locked out cannot acknowledge anything first: on a
    /// broken log it is an acknowledgement too, and stands there as one.
    Account(AccountChange),
}

/// Writes an entry. Whoever calls holds the head's lock, commits, and then confirms the head.
pub(super) async fn write(
    connection: &mut SqliteConnection,
    keys: &Keys,
    new: NewEntry<'_>,
    look_up: LookUp,
) -> Result<LogHead, StoreError> {
    let entries = all(connection).await?;
    let note = note(keys)?;
    let broke = broken(keys, &entries, note);
    let (webinar, struck) = match (&new, broke) {
        (NewEntry::LookUp(webinar, struck), None) => (webinar.as_str(), *struck),
        (NewEntry::LookUp(..), Some(_)) => return Err(Refusal::LogBroken.into()),
        (NewEntry::Acknowledgement, Some(_)) => ("", 0),
        (NewEntry::Acknowledgement, None) => return Err(Refusal::NotPossibleNow.into()),
        (NewEntry::Account(change), _) => (change.name(), 0),
    };
    let logged = Logged {
        at: now(),
        struck,
        broke,
        look_up,
    };
    let chain = LogChain::over(keys, &entries);
    let known = note.and_then(|note| note.certain);
    let id = chain.head.entries.max(known.map_or(0, |head| head.entries)) + 1;
    let head = LogHead {
        entries: id,
        hash: chain.hash_of(keys, id, webinar, &logged),
    };
    insert(connection, webinar, &logged, head).await?;
    if let Some(file) = keys.log_head() {
        file.announce(head)?;
    }
    Ok(head)
}

async fn insert(
    connection: &mut SqliteConnection,
    webinar: &str,
    logged: &Logged,
    head: LogHead,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO look_ups (id, webinar, at, struck, broke, name, reason, hash)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(head.entries.cast_signed())
    .bind(webinar)
    .bind(logged.at)
    .bind(logged.struck)
    .bind(logged.broke.map(LogBreak::name))
    .bind(&logged.look_up.name)
    .bind(&logged.look_up.reason)
    .bind(&head.hash[..])
    .execute(connection)
    .await?;
    Ok(())
}

/// How many look-ups and strikes belong to a webinar.
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
) -> Result<LookUpLog, StoreError> {
    let entries = all(connection).await?;
    let broken = broken(keys, &entries, note(keys)?);
    let of_webinar = entries
        .into_iter()
        .filter(|entry| entry.webinar == webinar.as_str() || entry.logged.broke.is_some());
    Ok(LookUpLog {
        entries: of_webinar.map(|entry| entry.logged).collect(),
        broken,
    })
}

/// How the log is broken, if it is.
pub(super) async fn find_break(
    connection: &mut SqliteConnection,
    keys: &Keys,
) -> Result<Option<LogBreak>, StoreError> {
    let entries = all(connection).await?;
    Ok(broken(keys, &entries, note(keys)?))
}

/// What is written down about the vendor's account, the newest first.
pub(super) async fn about_account(
    connection: &mut SqliteConnection,
) -> Result<Vec<AccountEntry>, StoreError> {
    let entries = all(connection).await?.into_iter().rev();
    let entry = |entry: LogEntry| {
        Some(AccountEntry {
            at: entry.logged.at,
            change: AccountChange::named(&entry.webinar)?,
            name: entry.logged.look_up.name,
            reason: entry.logged.look_up.reason,
        })
    };
    Ok(entries.filter_map(entry).collect())
}

async fn all(connection: &mut SqliteConnection) -> Result<Vec<LogEntry>, StoreError> {
    let rows: Vec<LogRow> = sqlx::query_as("SELECT * FROM look_ups ORDER BY id")
        .fetch_all(connection)
        .await?;
    Ok(rows.into_iter().map(LogRow::entry).collect())
}

/// What the file beside the pepper says; `None` for keys without one.
fn note(keys: &Keys) -> Result<Option<LogHeadNote>, StoreError> {
    Ok(keys.log_head().map(LogHeadFile::read).transpose()?)
}

/// How the log is broken, if it is: an entry that does not follow from the one before, or another end than the note's.
fn broken(keys: &Keys, entries: &[LogEntry], note: Option<LogHeadNote>) -> Option<LogBreak> {
    let chain = LogChain::over(keys, entries);
    if !chain.is_whole {
        return Some(LogBreak::EntryChanged);
    }
    let note = note?;
    if note.allows(chain.head) {
        return None;
    }
    Some(match note.certain {
        None => LogBreak::HeadMissing,
        Some(head) if head.entries > chain.head.entries => LogBreak::EntriesMissing,
        Some(_) => LogBreak::OtherHead,
    })
}

/// What the entries add up to, followed from the first.
struct LogChain {
    head: LogHead,
    /// Over every row as it stands, whether it fits or not: what an acknowledgement covers.
    rows: [u8; 32],
    /// Whether each entry since the last acknowledgement follows from the one before.
    is_whole: bool,
}

impl LogChain {
    fn over(keys: &Keys, entries: &[LogEntry]) -> Self {
        let mut chain = Self {
            head: LogHead::default(),
            rows: [0; 32],
            is_whole: true,
        };
        for entry in entries {
            chain.add(keys, entry);
        }
        chain
    }

    fn add(&mut self, keys: &Keys, entry: &LogEntry) {
        let LogEntry {
            id,
            webinar,
            logged,
            hash,
        } = entry;
        let follows = self.hash_of(keys, *id, webinar, logged) == *hash;
        let is_next = *id == self.head.entries + 1;
        self.is_whole = match logged.broke {
            // It stands on whatever it found, and numbers that were lost are not given again.
            Some(_) => follows,
            None => self.is_whole && follows && is_next,
        };
        let row = [&hash[..], &id.to_le_bytes(), &words(webinar, logged)].concat();
        self.rows = keys.log_hash(&self.rows, &row);
        self.head = LogHead {
            entries: *id,
            hash: *hash,
        };
    }

    /// The hash of an entry that comes next.
    fn hash_of(&self, keys: &Keys, id: u64, webinar: &str, logged: &Logged) -> [u8; 32] {
        let words = words(webinar, logged);
        match logged.broke {
            None => keys.log_hash(&self.head.hash, &words),
            Some(broke) => {
                let id = id.to_le_bytes();
                let words = [&b"acknowledged"[..], broke.name().as_bytes(), &id, &words].concat();
                keys.log_hash(&self.rows, &words)
            }
        }
    }
}

#[derive(sqlx::FromRow)]
struct LogRow {
    id: i64,
    webinar: String,
    at: Millis,
    struck: u32,
    broke: Option<String>,
    name: String,
    reason: String,
    hash: FixedBytes<32>,
}

impl LogRow {
    fn entry(self) -> LogEntry {
        // What is no name of a break was not written here: the chain will not hold.
        let broke = self.broke;
        let broke = broke.map(|name| LogBreak::named(&name).unwrap_or(LogBreak::EntryChanged));
        LogEntry {
            id: self.id.cast_unsigned(),
            webinar: self.webinar,
            logged: Logged {
                at: self.at,
                struck: self.struck,
                broke,
                look_up: LookUp {
                    name: self.name,
                    reason: self.reason,
                },
            },
            hash: self.hash.0,
        }
    }
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys() -> Keys {
        Keys::derive(&[7; 32])
    }

    /// A log of so many entries, as this file writes it.
    fn log(count: u64) -> Vec<LogEntry> {
        let mut entries = Vec::new();
        for id in 1..=count {
            append(&mut entries, id, None);
        }
        entries
    }

    fn append(entries: &mut Vec<LogEntry>, id: u64, broke: Option<LogBreak>) {
        let logged = Logged {
            at: i64::try_from(id).unwrap(),
            struck: 0,
            broke,
            look_up: LookUp {
                name: "Ida Holm".into(),
                reason: "Kontrol".into(),
            },
        };
        let hash = LogChain::over(&keys(), entries).hash_of(&keys(), id, "4K7P2M", &logged);
        entries.push(LogEntry {
            id,
            webinar: "4K7P2M".into(),
            logged,
            hash,
        });
    }

    fn at(entries: &[LogEntry]) -> LogHeadNote {
        LogHeadNote {
            certain: Some(LogChain::over(&keys(), entries).head),
            under_way: None,
        }
    }

    fn found(entries: &[LogEntry], note: LogHeadNote) -> Option<LogBreak> {
        broken(&keys(), entries, Some(note))
    }

    #[test]
    fn another_end_than_the_notes_is_a_break_of_its_kind() {
        let (whole, shorter, longer) = (log(3), log(2), log(4));
        assert_eq!(found(&whole, at(&whole)), None);
        assert_eq!(found(&whole, at(&longer)), Some(LogBreak::EntriesMissing));
        assert_eq!(found(&whole, at(&shorter)), Some(LogBreak::OtherHead));
        assert_eq!(found(&[], at(&whole)), Some(LogBreak::EntriesMissing));
        let missing = LogHeadNote::default();
        assert_eq!(found(&whole, missing), Some(LogBreak::HeadMissing));
        assert_eq!(found(&[], missing), Some(LogBreak::HeadMissing));
    }

    #[test]
    fn an_acknowledgement_mends_what_it_found_and_nothing_later() {
        let head = at(&log(3));
        let mut entries = log(1);
        assert_eq!(found(&entries, head), Some(LogBreak::EntriesMissing));
        append(&mut entries, 4, Some(LogBreak::EntriesMissing));
        append(&mut entries, 5, None);
        assert_eq!(found(&entries, at(&entries)), None);
        entries[0].logged.look_up.reason = "Noget andet".into();
        assert_eq!(found(&entries, at(&entries)), Some(LogBreak::EntryChanged));
    }

    #[test]
    fn numbers_are_never_skipped_without_an_acknowledgement() {
        let mut entries = log(2);
        append(&mut entries, 4, None);
        assert_eq!(found(&entries, at(&entries)), Some(LogBreak::EntryChanged));
    }

    proptest! {
        /// Whatever is changed, left out or added, it shows.
        #[test]
        fn nothing_can_be_changed_unseen(
            count in 1_u64..8,
            acknowledged in prop::option::of(1_usize..8),
            at_entry in 0_usize..8,
            change in 0_u8..6,
        ) {
            let mut entries = log(count);
            if let Some(from) = acknowledged {
                entries.truncate(from);
                let id = count + 1;
                append(&mut entries, id, Some(LogBreak::EntriesMissing));
                append(&mut entries, id + 1, None);
            }
            let head = at(&entries);
            prop_assert_eq!(found(&entries, head), None);
            let index = at_entry % entries.len();
            match change {
                0 => entries[index].logged.at += 1,
                1 => entries[index].logged.struck += 1,
                2 => entries[index].webinar.push('X'),
                3 => entries[index].hash[0] ^= 1,
                4 => drop(entries.remove(index)),
                _ => entries.truncate(index),
            }
            prop_assert!(found(&entries, head).is_some());
        }
    }
}
