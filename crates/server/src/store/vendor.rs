//! The vendor's key and sessions. The private key is wrapped and the passphrase is not here.

use barometer_domain::refusal::Refusal;
use barometer_domain::vendor::{LogIn, PublicKey, SetUp, VendorInfo};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqlitePool;

use super::columns::FixedBytes;
use super::{StoreError, now};
use crate::{demo, secrets};

/// How long a vendor stays logged in, in milliseconds: a working day.
const SESSION_MS: i64 = 12 * 60 * 60 * 1000;
/// How long a device is known after the vendor logged in from it, in milliseconds: a year.
const DEVICE_MS: i64 = 365 * 24 * 60 * 60 * 1000;

/// The vendor as anyone may know it.
/// Nobody is logged in as far as the store knows: that is for who holds the request.
pub(super) async fn info(connection: &mut SqliteConnection) -> Result<VendorInfo, StoreError> {
    let row: Option<(String, String)> = sqlx::query_as("SELECT public_key, stretch FROM vendor")
        .fetch_optional(connection)
        .await?;
    let Some((public_key, stretch)) = row else {
        return Ok(VendorInfo {
            key: None,
            stretch: None,
            unsafe_demo: false,
            logged_in: false,
        });
    };
    let key = key(public_key)?;
    Ok(VendorInfo {
        unsafe_demo: demo::is_demo_key(&key),
        key: Some(key),
        stretch: Some(stretch),
        logged_in: false,
    })
}

/// What names are sealed to.
pub(super) async fn public_key(
    connection: &mut SqliteConnection,
) -> Result<Option<PublicKey>, StoreError> {
    let text: Option<String> = sqlx::query_scalar("SELECT public_key FROM vendor")
        .fetch_optional(connection)
        .await?;
    text.map(key).transpose()
}

/// Stores the vendor's key, once.
pub(super) async fn set_up(
    connection: &mut SqliteConnection,
    set_up: &SetUp,
) -> Result<(), StoreError> {
    let stored = sqlx::query(
        "INSERT INTO vendor (id, public_key, stretch, wrapped, proof_hash) VALUES (1, ?, ?, ?, ?)
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(set_up.key.as_str())
    .bind(&set_up.stretch)
    .bind(&set_up.wrapped)
    .bind(&secrets::hash_token(set_up.proof.as_str())[..])
    .execute(connection)
    .await?;
    if stored.rows_affected() == 0 {
        return Err(Refusal::AlreadySetUp.into());
    }
    Ok(())
}

/// What someone is given who has logged in.
#[derive(Clone, Debug)]
pub struct LoggedIn {
    /// The session's token, which goes into a cookie and is stored as a hash.
    pub session: String,
    /// The token by which this device is known from now on.
    pub device: String,
    /// The private key under the passphrase.
    pub wrapped: String,
}

/// Opens a session for whoever proves the passphrase, from the known device `device` or a new one.
pub(super) async fn log_in(
    connection: &mut SqliteConnection,
    log_in: &LogIn,
    device: Option<String>,
) -> Result<LoggedIn, StoreError> {
    let row: Option<(FixedBytes<32>, String)> =
        sqlx::query_as("SELECT proof_hash, wrapped FROM vendor")
            .fetch_optional(&mut *connection)
            .await?;
    let (FixedBytes(proof_hash), wrapped) = row.ok_or(Refusal::NoVendorKey)?;
    // blake3's comparison takes the same time wherever the two differ.
    let expected = blake3::Hash::from(proof_hash);
    if blake3::Hash::from(secrets::hash_token(log_in.proof.as_str())) != expected {
        return Err(Refusal::WrongPassphrase.into());
    }
    Ok(LoggedIn {
        session: open(connection).await?,
        device: keep_device(connection, device).await?,
        wrapped,
    })
}

/// Remembers a device for another while, or a new one.
pub(super) async fn keep_device(
    connection: &mut SqliteConnection,
    device: Option<String>,
) -> Result<String, StoreError> {
    sqlx::query("DELETE FROM vendor_devices WHERE until < ?")
        .bind(now())
        .execute(&mut *connection)
        .await?;
    let token = device.unwrap_or_else(secrets::random_token);
    sqlx::query(
        "INSERT INTO vendor_devices (token_hash, until) VALUES (?, ?)
         ON CONFLICT (token_hash) DO UPDATE SET until = excluded.until",
    )
    .bind(&secrets::hash_token(&token)[..])
    .bind(now() + DEVICE_MS)
    .execute(connection)
    .await?;
    Ok(token)
}

/// The token of a device, if the vendor has logged in from it.
pub(super) async fn device(
    readers: &SqlitePool,
    token: &str,
) -> Result<Option<String>, StoreError> {
    let found = sqlx::query("SELECT 1 FROM vendor_devices WHERE token_hash = ? AND until > ?")
        .bind(&secrets::hash_token(token)[..])
        .bind(now())
        .fetch_optional(readers)
        .await?;
    Ok(found.map(|_| token.to_owned()))
}

/// Opens a session; the answer is its token.
pub(super) async fn open(connection: &mut SqliteConnection) -> Result<String, StoreError> {
    sqlx::query("DELETE FROM vendor_sessions WHERE until < ?")
        .bind(now())
        .execute(&mut *connection)
        .await?;
    let token = secrets::random_token();
    sqlx::query("INSERT INTO vendor_sessions (token_hash, until) VALUES (?, ?)")
        .bind(&secrets::hash_token(&token)[..])
        .bind(now() + SESSION_MS)
        .execute(connection)
        .await?;
    Ok(token)
}

/// The wrapped key, for the holder of this token.
pub(super) async fn session(readers: &SqlitePool, token: &str) -> Result<String, StoreError> {
    let wrapped: Option<String> = sqlx::query_scalar(
        "SELECT wrapped FROM vendor WHERE EXISTS
         (SELECT 1 FROM vendor_sessions WHERE token_hash = ? AND until > ?)",
    )
    .bind(&secrets::hash_token(token)[..])
    .bind(now())
    .fetch_optional(readers)
    .await?;
    Ok(wrapped.ok_or(Refusal::NotVendor)?)
}

/// Ends the session of this token; other devices stay logged in.
pub(super) async fn log_out(
    connection: &mut SqliteConnection,
    token: &str,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM vendor_sessions WHERE token_hash = ?")
        .bind(&secrets::hash_token(token)[..])
        .execute(connection)
        .await?;
    Ok(())
}

fn key(text: String) -> Result<PublicKey, StoreError> {
    text.try_into().map_err(|_| StoreError::Row("public key"))
}
