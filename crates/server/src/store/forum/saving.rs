//! What the vendor does with the forum.

use barometer_domain::date::Date;
use barometer_domain::forum::news::MeetingStep;
use barometer_domain::forum::{
    ForumCommand, HalfYear, HalfYearFrame, Initiative, InitiativeId, Meeting, MeetingId, Member,
    NewEntry,
};
use barometer_domain::ids::WebinarCode;
use barometer_domain::money::Money;
use barometer_domain::refusal::{Field, Refusal};
use barometer_domain::signup::SignupSlot;
use barometer_domain::vendor::SealedIdentity;

use super::super::columns::JsonText;
use super::super::requests::documents;
use super::super::write_transaction::WriteTransaction;
use super::super::{StoreError, now};

/// So many members, meetings and initiatives there are at most: far more than a forum has, and a bound for a slip.
const MOST_ROWS: u32 = 1_000;

pub(super) async fn carry_out(
    transaction: &mut WriteTransaction<'_>,
    command: ForumCommand,
) -> Result<(), StoreError> {
    match command {
        ForumCommand::SaveInitiative {
            id,
            edition,
            initiative,
        } => save_initiative(transaction, id, edition, initiative.checked()?).await,
        ForumCommand::SaveMeeting {
            id,
            edition,
            meeting,
        } => save_meeting(transaction, id, edition, meeting).await,
        ForumCommand::AddMember {
            slot,
            sealed,
            member,
        } => add_member(transaction, &slot, &sealed, &member.checked()?).await,
        ForumCommand::ChangeMember { slot, member } => {
            change_member(transaction, &slot, &member.checked()?).await
        }
        ForumCommand::RemoveMember { slot } => remove_member(transaction, &slot).await,
        ForumCommand::Record { entry } => put_on_record(transaction, entry).await,
        ForumCommand::SetFrame { half, amount } => set_frame(transaction, half, amount).await,
    }
}

async fn check_room(transaction: &mut WriteTransaction<'_>, count: &str) -> Result<(), StoreError> {
    let there: u32 = sqlx::query_scalar(sqlx::AssertSqlSafe(count.to_owned()))
        .fetch_one(&mut **transaction)
        .await?;
    if there >= MOST_ROWS {
        return Err(Refusal::NotPossibleNow.into());
    }
    Ok(())
}

async fn save_initiative(
    transaction: &mut WriteTransaction<'_>,
    id: Option<InitiativeId>,
    edition: u32,
    initiative: Initiative,
) -> Result<(), StoreError> {
    for request in &initiative.requests {
        if !documents::is_own(transaction, *request).await? {
            return Err(Field::Requests.wrong().into());
        }
    }
    match id {
        None => {
            check_room(transaction, "SELECT count(*) FROM initiatives").await?;
            sqlx::query("INSERT INTO initiatives (edition, content) VALUES (1, ?)")
                .bind(JsonText(&initiative))
                .execute(&mut **transaction)
                .await?;
        }
        Some(id) => {
            let held: Option<u32> =
                sqlx::query_scalar("SELECT edition FROM initiatives WHERE id = ?")
                    .bind(id.0)
                    .fetch_optional(&mut **transaction)
                    .await?;
            if held.ok_or(Refusal::NotFound)? != edition {
                return Err(Refusal::StaleEdition.into());
            }
            sqlx::query("UPDATE initiatives SET edition = edition + 1, content = ? WHERE id = ?")
                .bind(JsonText(&initiative))
                .bind(id.0)
                .execute(&mut **transaction)
                .await?;
        }
    }
    transaction.announce_living_page();
    Ok(())
}

async fn save_meeting(
    transaction: &mut WriteTransaction<'_>,
    id: Option<MeetingId>,
    edition: u32,
    meeting: Meeting,
) -> Result<(), StoreError> {
    let (meeting, step) = match id {
        None => {
            check_room(transaction, "SELECT count(*) FROM forum_meetings").await?;
            let meeting = meeting.checked()?;
            let step = MeetingStep::between(None, &meeting);
            (meeting, step)
        }
        Some(id) => {
            let desk = super::load(transaction).await?;
            let held = desk.meeting(id).ok_or(Refusal::NotFound)?;
            if held.edition != edition {
                return Err(Refusal::StaleEdition.into());
            }
            let meeting = held.meeting.edited(meeting)?;
            let step = MeetingStep::between(Some(&held.meeting), &meeting);
            (meeting, step)
        }
    };
    let webinar = webinar_of(transaction, meeting.webinar.as_ref()).await?;
    let content = Meeting {
        webinar: None,
        ..meeting
    };
    let id = match id {
        None => sqlx::query_scalar(
            "INSERT INTO forum_meetings (edition, content, webinar) VALUES (1, ?, ?) RETURNING id",
        )
        .bind(JsonText(&content))
        .bind(webinar)
        .fetch_one(&mut **transaction)
        .await?,
        Some(id) => {
            sqlx::query(
                "UPDATE forum_meetings SET edition = edition + 1, content = ?, webinar = ? WHERE id = ?",
            )
            .bind(JsonText(&content))
            .bind(webinar)
            .bind(id.0)
            .execute(&mut **transaction)
            .await?;
            id.0
        }
    };
    if let Some(step) = step {
        sqlx::query("INSERT INTO forum_steps (meeting, at, step) VALUES (?, ?, ?)")
            .bind(id)
            .bind(now())
            .bind(JsonText(&step))
            .execute(&mut **transaction)
            .await?;
        transaction.announce_living_page();
    }
    Ok(())
}

async fn webinar_of(
    transaction: &mut WriteTransaction<'_>,
    code: Option<&WebinarCode>,
) -> Result<Option<i64>, StoreError> {
    let Some(code) = code else { return Ok(None) };
    let found: Option<i64> =
        sqlx::query_scalar("SELECT id FROM webinars WHERE code = ? AND reality <> 'rehearsal'")
            .bind(code.as_str())
            .fetch_optional(&mut **transaction)
            .await?;
    Ok(Some(found.ok_or(Refusal::UnknownWebinar)?))
}

async fn add_member(
    transaction: &mut WriteTransaction<'_>,
    slot: &SignupSlot,
    sealed: &SealedIdentity,
    member: &Member,
) -> Result<(), StoreError> {
    check_room(transaction, "SELECT count(*) FROM forum_members").await?;
    sqlx::query(
        "INSERT INTO forum_members (slot, content, sealed) VALUES (?, ?, ?) ON CONFLICT (slot) DO NOTHING",
    )
    .bind(slot.as_str())
    .bind(JsonText(member))
    .bind(sealed.as_str())
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn change_member(
    transaction: &mut WriteTransaction<'_>,
    slot: &SignupSlot,
    member: &Member,
) -> Result<(), StoreError> {
    let changed = sqlx::query("UPDATE forum_members SET content = ? WHERE slot = ?")
        .bind(JsonText(member))
        .bind(slot.as_str())
        .execute(&mut **transaction)
        .await?;
    if changed.rows_affected() == 0 {
        return Err(Refusal::NotFound.into());
    }
    Ok(())
}

async fn remove_member(
    transaction: &mut WriteTransaction<'_>,
    slot: &SignupSlot,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM forum_members WHERE slot = ?")
        .bind(slot.as_str())
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn put_on_record(
    transaction: &mut WriteTransaction<'_>,
    entry: NewEntry,
) -> Result<(), StoreError> {
    let desk = super::load(transaction).await?;
    let at = now();
    let entry = entry.checked(&desk, Date::of_millis(at))?;
    sqlx::query("INSERT INTO forum_record (at, entry) VALUES (?, ?)")
        .bind(at)
        .bind(JsonText(&entry))
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn set_frame(
    transaction: &mut WriteTransaction<'_>,
    half: HalfYear,
    amount: Option<Money>,
) -> Result<(), StoreError> {
    let Some(amount) = amount else {
        sqlx::query("DELETE FROM budget_frames WHERE half = ?")
            .bind(half.to_string())
            .execute(&mut **transaction)
            .await?;
        return Ok(());
    };
    let frame = HalfYearFrame { half, amount }.checked()?;
    sqlx::query(
        "INSERT INTO budget_frames (half, amount) VALUES (?, ?)
         ON CONFLICT (half) DO UPDATE SET amount = excluded.amount",
    )
    .bind(frame.half.to_string())
    .bind(frame.amount.ore())
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
