//! What the vendor says of its own accord once a webinar is over, and the letter as it was published.

use barometer_domain::after::{AfterWords, Publishing, SaveAfterWords};
use barometer_domain::ids::Millis;
use barometer_domain::refusal::Refusal;
use sqlx::SqliteConnection;

use super::columns::JsonText;
use super::{Store, StoreError, StoreReader, now};

#[derive(sqlx::FromRow)]
struct AfterWordsRow {
    edition: u32,
    led_to: String,
    decisions: JsonText<Vec<String>>,
    letter: Option<String>,
    published_at: Option<Millis>,
}

impl StoreReader {
    /// What the vendor said of a webinar.
    pub async fn after_words(&self, webinar: i64) -> Result<AfterWords, StoreError> {
        let row = load(&mut *self.readers.acquire().await?, webinar).await?;
        Ok(row.map_or_else(AfterWords::default, |row| AfterWords {
            edition: row.edition,
            led_to: row.led_to,
            decisions: row.decisions.0,
            published_at: row.published_at,
        }))
    }

    /// The letter as it was published, if it is.
    pub async fn published_letter(&self, webinar: i64) -> Result<Option<String>, StoreError> {
        let row = load(&mut *self.readers.acquire().await?, webinar).await?;
        Ok(row.and_then(|row| row.letter))
    }
}

impl Store {
    /// Saves what the vendor says, and publishes the letter or takes it back.
    pub async fn save_after_words(
        &self,
        webinar: i64,
        words: SaveAfterWords,
    ) -> Result<(), StoreError> {
        let words = words.checked()?;
        self.writer
            .write(move |c| Box::pin(async move { save(c, webinar, &words).await }))
            .await
    }
}

async fn load(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Option<AfterWordsRow>, StoreError> {
    let row = sqlx::query_as(
        "SELECT edition, led_to, decisions, letter, published_at FROM after_words WHERE webinar = ?",
    )
    .bind(webinar)
    .fetch_optional(connection)
    .await?;
    Ok(row)
}

async fn save(
    connection: &mut SqliteConnection,
    webinar: i64,
    words: &SaveAfterWords,
) -> Result<(), StoreError> {
    let held = load(connection, webinar).await?;
    if held.map_or(0, |held| held.edition) != words.edition {
        return Err(Refusal::StaleEdition.into());
    }
    sqlx::query(
        "INSERT INTO after_words (webinar, edition, led_to, decisions) VALUES (?, 1, ?, ?)
         ON CONFLICT (webinar) DO UPDATE SET edition = edition + 1, led_to = excluded.led_to,
             decisions = excluded.decisions",
    )
    .bind(webinar)
    .bind(&words.led_to)
    .bind(JsonText(&words.decisions))
    .execute(&mut *connection)
    .await?;
    let letter = match &words.publishing {
        Publishing::Keep => return Ok(()),
        Publishing::Publish { letter } => Some(letter),
        Publishing::TakeDown => None,
    };
    sqlx::query("UPDATE after_words SET letter = ?, published_at = ? WHERE webinar = ?")
        .bind(letter)
        .bind(letter.map(|_| now()))
        .bind(webinar)
        .execute(connection)
        .await?;
    Ok(())
}
