//! Another passphrase for the vendor's key, or another key for the vendor: each on record, and the end of all sessions.

use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{LoginProof, LookUp};
use barometer_domain::vendor_account::{
    AccountChange, AccountEntry, ChangePassphrase, KeyChallenge, RecoverKey, RewrappedKey,
};
use barometer_sealing::stretch::{Cost, Salt};
use barometer_sealing::wrapped::WrappedKey;
use serde::Deserialize;
use sqlx::SqliteConnection;

use super::columns::FixedBytes;
use super::look_ups::NewEntry;
use super::write_transaction::WriteTransaction;
use super::{LoggedIn, Store, StoreError, StoreReader, look_ups, now, vendor};
use crate::secrets;

/// How long a challenge is taken, in milliseconds.
const CHALLENGE_MS: i64 = 30 * 60 * 1000;

/// What a reset takes: counted before it is done, for the operator to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SealedForKey {
    /// Names of participants beside their places.
    pub names: i64,
    /// Names and addresses of those who signed up.
    pub signups: i64,
    /// Senders of wishes.
    pub wishes: i64,
    /// Members of the forum.
    pub members: i64,
    /// Answers to surveys, in which free texts and names are sealed.
    pub answers: i64,
}

impl Store {
    /// Puts another passphrase in the place of the one that `change` proves; logs in on the device `device` or a new one,
    /// and ends every other session.
    pub async fn change_passphrase(
        &self,
        change: ChangePassphrase,
        device: Option<String>,
    ) -> Result<LoggedIn, StoreError> {
        change.key.check()?;
        let by = change.by.checked()?;
        let ChangePassphrase { present, key, .. } = change;
        self.put_key(
            AccountChange::PassphraseChanged,
            by,
            key,
            device,
            move |known| known.is_proved_by(&present),
        )
        .await
    }

    /// Puts another passphrase in the place of a lost one, for whoever read a challenge, and so holds the key.
    pub async fn recover_key(
        &self,
        recover: RecoverKey,
        device: Option<String>,
    ) -> Result<LoggedIn, StoreError> {
        recover.key.check()?;
        let by = recover.by.checked()?;
        let now = now();
        let keys = self.keys.clone();
        let RecoverKey {
            number,
            until,
            answer,
            key,
            ..
        } = recover;
        self.put_key(AccountChange::KeyRecovered, by, key, device, move |known| {
            let expected = keys.challenge_answer(&number, until, &known.proof_hash.0);
            let is_due = (now..=now + CHALLENGE_MS).contains(&until);
            // blake3's comparison takes the same time wherever the two differ.
            let hash = |text: &str| blake3::Hash::from(secrets::hash_token(text));
            is_due && hash(&expected) == hash(&answer)
        })
        .await
    }

    async fn put_key(
        &self,
        change: AccountChange,
        by: LookUp,
        key: RewrappedKey,
        device: Option<String>,
        is_allowed: impl FnOnce(&KnownKey) -> bool + Send + 'static,
    ) -> Result<LoggedIn, StoreError> {
        let keys = self.keys.clone();
        let (tell, told) = tokio::sync::oneshot::channel();
        self.log_entry(move |c| {
            Box::pin(async move {
                let known = known_key(c).await?;
                if !is_allowed(&known) {
                    return Err(Refusal::WrongPassphrase.into());
                }
                check_is_the_vendors(&key, &known.public_key)?;
                replace(c, &key).await?;
                end_all_sessions(c).await?;
                let head = look_ups::write(c, &keys, NewEntry::Account(change), by).await?;
                // Whoever waits is there until the commit.
                let _ = tell.send(LoggedIn {
                    session: vendor::open(c).await?,
                    device: vendor::keep_device(c, device).await?,
                    wrapped: key.wrapped,
                });
                Ok(head)
            })
        })
        .await?;
        told.await.map_err(|_| StoreError::Row("session"))
    }

    /// Gives up the vendor's key, on record: names that it alone opens stay sealed. Whether there was one.
    pub async fn reset_vendor(&self, by: LookUp) -> Result<bool, StoreError> {
        let by = by.checked()?;
        if self.vendor_key().await?.is_none() {
            return Ok(false);
        }
        let keys = self.keys.clone();
        self.log_entry(move |c| {
            Box::pin(async move {
                sqlx::query("DELETE FROM vendor").execute(&mut **c).await?;
                end_all_sessions(c).await?;
                c.announce_all_webinars();
                look_ups::write(c, &keys, NewEntry::Account(AccountChange::KeyReset), by).await
            })
        })
        .await?;
        Ok(true)
    }
}

impl StoreReader {
    /// A text that only the holder of the vendor's key reads, and that is worth nothing after another passphrase.
    pub async fn key_challenge(&self) -> Result<KeyChallenge, StoreError> {
        let known = known_key(&mut *self.readers.acquire().await?).await?;
        let number = secrets::random_token();
        let until = now() + CHALLENGE_MS;
        let answer = self
            .keys
            .challenge_answer(&number, until, &known.proof_hash.0);
        let sealed = secrets::seal_challenge(known.public_key.as_str(), &number, &answer);
        Ok(KeyChallenge {
            number,
            until,
            sealed: sealed.ok_or(StoreError::Row("public key"))?,
        })
    }

    /// What is on record about the account, the newest first.
    pub async fn account_log(&self) -> Result<Vec<AccountEntry>, StoreError> {
        look_ups::about_account(&mut *self.readers.acquire().await?).await
    }

    /// How much only the vendor's key opens.
    pub async fn sealed_for_key(&self) -> Result<SealedForKey, StoreError> {
        let mut connection = self.readers.acquire().await?;
        let (names, signups, wishes, members, answers) = sqlx::query_as(
            "SELECT (SELECT count(*) FROM identities), (SELECT count(*) FROM signups),
                    (SELECT count(contact) FROM wishes), (SELECT count(sealed) FROM forum_members),
                    (SELECT count(*) FROM survey_answers)",
        )
        .fetch_one(&mut *connection)
        .await?;
        Ok(SealedForKey {
            names,
            signups,
            wishes,
            members,
            answers,
        })
    }
}

#[derive(sqlx::FromRow)]
struct KnownKey {
    public_key: String,
    proof_hash: FixedBytes<32>,
}

impl KnownKey {
    fn is_proved_by(&self, proof: &LoginProof) -> bool {
        // As above: in the same time.
        let expected = blake3::Hash::from(self.proof_hash.0);
        blake3::Hash::from(secrets::hash_token(proof.as_str())) == expected
    }
}

async fn known_key(connection: &mut SqliteConnection) -> Result<KnownKey, StoreError> {
    let known: Option<KnownKey> = sqlx::query_as("SELECT public_key, proof_hash FROM vendor")
        .fetch_optional(connection)
        .await?;
    Ok(known.ok_or(Refusal::NoVendorKey)?)
}

#[derive(Deserialize)]
struct Stretch {
    salt: Salt,
    cost: Cost,
}

/// Whether it is whole, and the vendor's own: another key, or half of one, would lock the vendor out for good.
fn check_is_the_vendors(key: &RewrappedKey, vendor: &str) -> Result<(), Refusal> {
    let wrapped: Option<WrappedKey> = serde_json::from_str(&key.wrapped).ok();
    let stretch: Option<Stretch> = serde_json::from_str(&key.stretch).ok();
    let is_it = wrapped.zip(stretch).is_some_and(|(wrapped, stretch)| {
        wrapped.public_key().to_string() == vendor
            && wrapped.salt() == stretch.salt
            && wrapped.cost() == stretch.cost
    });
    if is_it {
        return Ok(());
    }
    Err(Refusal::Malformed {
        reason: "the vendor's own key, wrapped whole".into(),
    })
}

async fn replace(c: &mut SqliteConnection, key: &RewrappedKey) -> Result<(), StoreError> {
    sqlx::query("UPDATE vendor SET stretch = ?, wrapped = ?, proof_hash = ?")
        .bind(&key.stretch)
        .bind(&key.wrapped)
        .bind(&secrets::hash_token(key.proof.as_str())[..])
        .execute(c)
        .await?;
    Ok(())
}

/// Whoever got in by the passphrase of before is out.
async fn end_all_sessions(c: &mut WriteTransaction<'_>) -> Result<(), StoreError> {
    for table in ["DELETE FROM vendor_sessions", "DELETE FROM vendor_devices"] {
        sqlx::query(table).execute(&mut **c).await?;
    }
    Ok(())
}
