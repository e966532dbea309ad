//! The Strategic Development Forum: one desk of documents, and a record that only grows.

mod saving;

use barometer_domain::date::Date;
use barometer_domain::forum::news::{MeetingMoved, MeetingStep, of_forum};
use barometer_domain::forum::{
    EntryId, ForumCommand, ForumDesk, ForumMember, ForumRequest, ForumWebinar, HalfYear,
    HalfYearFrame, Meeting, MeetingId, MeetingRow, Member, NewEntry, RecordEntry,
};
use barometer_domain::ids::{Millis, WebinarCode};
use barometer_domain::money::Money;
use barometer_domain::municipality;
use barometer_domain::news::NewsItem;
use barometer_domain::signup::SignupSlot;
use barometer_domain::vendor::SealedIdentity;
use sqlx::SqliteConnection;

use super::columns::{JsonText, ParsedText};
use super::requests::documents;
use super::{Store, StoreError, StoreReader, initiatives, now};

/// How long a member's name and address are kept after the end of the term, in months.
const PERSON_MONTHS: u32 = 6;

impl StoreReader {
    /// Everything about the forum.
    pub async fn forum(&self) -> Result<ForumDesk, StoreError> {
        load(&mut *self.readers.begin().await?).await
    }

    /// What has happened in the forum that everybody may know, the newest first.
    pub async fn forum_news(&self) -> Result<Vec<NewsItem>, StoreError> {
        let mut items = news(&mut *self.readers.begin().await?).await?;
        items.sort_by_key(|item| std::cmp::Reverse(item.at));
        Ok(items)
    }
}

impl Store {
    /// Carries out what the vendor does with the forum; the answer is how everything stands then.
    pub async fn change_forum(&self, command: ForumCommand) -> Result<ForumDesk, StoreError> {
        self.writer
            .write(move |transaction| {
                Box::pin(async move {
                    saving::carry_out(transaction, command).await?;
                    load(transaction).await
                })
            })
            .await
    }
}

/// Deletes names and addresses of those whose term ended long enough before `at`; how many.
pub(super) async fn forget_persons(
    connection: &mut SqliteConnection,
    at: Millis,
) -> Result<u64, StoreError> {
    let forgotten = sqlx::query(
        "UPDATE forum_members SET sealed = NULL
         WHERE sealed IS NOT NULL AND date(content ->> 'to', ?) < ?",
    )
    .bind(format!("+{PERSON_MONTHS} months"))
    .bind(Date::of_millis(at).to_string())
    .execute(connection)
    .await?;
    Ok(forgotten.rows_affected())
}

/// What has happened in the forum that everybody may know.
pub(super) async fn news(connection: &mut SqliteConnection) -> Result<Vec<NewsItem>, StoreError> {
    let rows: Vec<(u32, Millis, JsonText<MeetingStep>)> =
        sqlx::query_as("SELECT meeting, at, step FROM forum_steps ORDER BY id")
            .fetch_all(&mut *connection)
            .await?;
    let moves = rows.into_iter().map(|(meeting, at, step)| MeetingMoved {
        meeting: MeetingId(meeting),
        at,
        step: step.0,
    });
    let moves: Vec<MeetingMoved> = moves.collect();
    let desk = load(connection).await?;
    Ok(of_forum(&desk, &moves, Date::of_millis(now())))
}

async fn load(connection: &mut SqliteConnection) -> Result<ForumDesk, StoreError> {
    let requests = documents::load_all(connection).await?;
    let requests = requests.into_iter().map(|document| ForumRequest {
        id: document.id,
        reference: document.content.reference,
        title: document.content.title,
    });
    let requests: Vec<ForumRequest> = requests.collect();
    Ok(ForumDesk {
        members: members(connection).await?,
        meetings: meetings(connection).await?,
        initiatives: initiatives::load(connection).await?,
        record: record(connection).await?,
        frames: frames(connection).await?,
        webinars: webinars(connection).await?,
        requests,
    })
}

type MemberRow = (
    ParsedText<SignupSlot>,
    JsonText<Member>,
    Option<ParsedText<SealedIdentity>>,
);

async fn members(connection: &mut SqliteConnection) -> Result<Vec<ForumMember>, StoreError> {
    let rows: Vec<MemberRow> = sqlx::query_as("SELECT slot, content, sealed FROM forum_members")
        .fetch_all(connection)
        .await?;
    let members = rows.into_iter().map(|(slot, content, sealed)| ForumMember {
        slot: slot.0,
        member: content.0,
        sealed: sealed.map(|sealed| sealed.0),
    });
    let mut members: Vec<ForumMember> = members.collect();
    let place = |code| municipality::all().iter().position(|one| one.code == code);
    members.sort_by_key(|one| (place(one.member.municipality), one.member.from));
    Ok(members)
}

type StoredMeeting = (u32, u32, JsonText<Meeting>, Option<ParsedText<WebinarCode>>);

async fn meetings(connection: &mut SqliteConnection) -> Result<Vec<MeetingRow>, StoreError> {
    let rows: Vec<StoredMeeting> = sqlx::query_as(
        "SELECT m.id, m.edition, m.content, w.code FROM forum_meetings m
         LEFT JOIN webinars w ON w.id = m.webinar
         ORDER BY m.content ->> 'date' DESC, m.id DESC",
    )
    .fetch_all(connection)
    .await?;
    let meetings = rows
        .into_iter()
        .map(|(id, edition, content, code)| MeetingRow {
            id: MeetingId(id),
            edition,
            meeting: Meeting {
                webinar: code.map(|code| code.0),
                ..content.0
            },
        });
    Ok(meetings.collect())
}

async fn record(connection: &mut SqliteConnection) -> Result<Vec<RecordEntry>, StoreError> {
    let rows: Vec<(u32, Millis, JsonText<NewEntry>)> =
        sqlx::query_as("SELECT id, at, entry FROM forum_record ORDER BY id")
            .fetch_all(connection)
            .await?;
    let rows = rows.into_iter().map(|(id, at, entry)| RecordEntry {
        id: EntryId(id),
        at,
        entry: entry.0,
    });
    Ok(rows.collect())
}

async fn frames(connection: &mut SqliteConnection) -> Result<Vec<HalfYearFrame>, StoreError> {
    let rows: Vec<(ParsedText<HalfYear>, i64)> =
        sqlx::query_as("SELECT half, amount FROM budget_frames ORDER BY half")
            .fetch_all(connection)
            .await?;
    let rows = rows.into_iter().map(|(half, amount)| HalfYearFrame {
        half: half.0,
        amount: Money::from_ore(amount),
    });
    Ok(rows.collect())
}

async fn webinars(connection: &mut SqliteConnection) -> Result<Vec<ForumWebinar>, StoreError> {
    let rows: Vec<(ParsedText<WebinarCode>, String, String)> = sqlx::query_as(
        "SELECT code, title, date FROM webinars WHERE reality <> 'rehearsal' ORDER BY date DESC, id DESC",
    )
    .fetch_all(connection)
    .await?;
    let rows = rows.into_iter().map(|(code, title, date)| ForumWebinar {
        code: code.0,
        title,
        date,
    });
    Ok(rows.collect())
}
