//! What moves a webinar: presenter's commands, the server's own clock, and restarts.

use barometer_choice::carrying::carrying;
use barometer_domain::after::Recorded;
use barometer_domain::barometer::Phase;
use barometer_domain::carrying::{BudgetFrame, Carrying};
use barometer_domain::catalogue::Candidate;
use barometer_domain::financing::RequestState;
use barometer_domain::money::Money;
use barometer_domain::outcome::Outcome;
use barometer_domain::refusal::Refusal;
use barometer_domain::tally::CountedBallot;
use barometer_domain::webinar::{Command, Progress};
use barometer_domain::wire::SeenCommand;
use sqlx::SqliteConnection;

use super::course::{self, WebinarState};
use super::requests::set_states;
use super::write_transaction::WriteTransaction;
use super::{
    StoreError, ballots, catalogue, interests, news, now, questions, roll, rounds, stated, surveys,
};
use crate::clock::StageClock;
use crate::secrets::{self, Keys};

/// A step of the server's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SystemStep {
    /// From Closing to Closed, when the grace is over.
    CloseForGood,
    /// From Open to Closing, when a countdown reaches zero.
    CountDown,
    /// The next row of an automatic reveal.
    NextRow,
}

/// Carries out a presenter's command, with its record.
pub(super) async fn command(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    clock: &StageClock,
    webinar: i64,
    seen: &SeenCommand,
) -> Result<WebinarState, StoreError> {
    let at = now();
    if begins(&seen.command) {
        // Its result may be the next thing to be shown.
        surveys::close_before(transaction, keys, webinar).await?;
    }
    let mut course = course::load(transaction, webinar).await?;
    let is_extended = matches!(seen.command, Command::ExtendCountdown { .. });
    if is_extended && course.counts_down_elsewhere(clock) {
        // Its end is a time of another clock.
        return Err(Refusal::NotPossibleNow.into());
    }
    let progress =
        course
            .progress
            .decide(&course.plan, &seen.command, seen.seen_step, clock.now())?;
    if progress.ends_at != course.progress.ends_at {
        course.ends_by = progress.ends_at.map(|_| clock.process());
    }
    if seen.command == Command::StartOver {
        course::refuse_if_forgotten(transaction, webinar).await?;
        start_over(transaction, &mut course).await?;
    }
    if seen.command == Command::NextRound {
        course::refuse_if_forgotten(transaction, webinar).await?;
        rounds::begin_next(transaction, &mut course).await?;
    }
    if progress.scene.has_moved_since(&course.progress.scene) {
        // Whoever moves on wants to see where to.
        questions::unpin(transaction, webinar).await?;
    }
    advance(transaction, keys, &mut course, progress).await?;
    if seen.command == Command::End {
        questions::land(transaction, webinar).await?;
    }
    surveys::begin_evaluation(transaction, &course).await?;
    sqlx::query("INSERT INTO records (webinar, at, command) VALUES (?, ?, ?)")
        .bind(webinar)
        .bind(at)
        .bind(serde_json::to_string(&seen.command)?)
        .execute(&mut **transaction)
        .await?;
    Ok(course)
}

/// Whether a webinar has begun once this is done.
fn begins(command: &Command) -> bool {
    matches!(
        command,
        Command::Next | Command::Open | Command::GoTo { at: 1.., .. }
    )
}

/// What the presenter did, in order.
pub(super) async fn records(
    connection: &mut SqliteConnection,
    webinar: i64,
) -> Result<Vec<Recorded>, StoreError> {
    let rows: Vec<(i64, String)> =
        sqlx::query_as("SELECT at, command FROM records WHERE webinar = ? ORDER BY id")
            .bind(webinar)
            .fetch_all(connection)
            .await?;
    let record = |(at, command): (i64, String)| {
        let command = serde_json::from_str(&command)?;
        Ok(Recorded { at, command })
    };
    rows.into_iter().map(record).collect()
}

/// Carries out a step of the clock; one that no longer applies changes nothing.
pub(super) async fn system(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    clock: &StageClock,
    webinar: i64,
    step: SystemStep,
) -> Result<(), StoreError> {
    let mut course = course::load(transaction, webinar).await?;
    let progress = match step {
        SystemStep::CloseForGood => course.progress.closed(),
        SystemStep::CountDown
            if course.progress.ends_at.is_some() && !course.counts_down_elsewhere(clock) =>
        {
            course.progress.counted_down()
        }
        SystemStep::NextRow if course.progress.scene.automatic => {
            course.progress.next_row(&course.plan)
        }
        SystemStep::CountDown | SystemStep::NextRow => return Ok(()),
    };
    if progress == course.progress {
        return Ok(());
    }
    advance(transaction, keys, &mut course, progress).await
}

/// Closes a vote that nobody ever closed, before what is personal in it goes.
pub(super) async fn close_for_good(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    webinar: i64,
) -> Result<(), StoreError> {
    let mut course = course::load(transaction, webinar).await?;
    let progress = course.progress.counted_down().closed();
    if progress.phase == course.progress.phase {
        return Ok(());
    }
    advance(transaction, keys, &mut course, progress).await
}

/// What a restart makes of every webinar.
pub(super) async fn recover(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
) -> Result<(), StoreError> {
    let webinars: Vec<i64> = sqlx::query_scalar("SELECT id FROM webinars")
        .fetch_all(&mut **transaction)
        .await?;
    for webinar in webinars {
        let mut course = course::load(transaction, webinar).await?;
        let progress = course.progress.after_restart();
        if progress != course.progress {
            course.countdown_lost = course.progress.ends_at.is_some();
            advance(transaction, keys, &mut course, progress).await?;
        }
        fix_what_is_closed(transaction, keys, &mut course).await?;
    }
    Ok(())
}

/// A vote that an earlier version closed gets its root before anything can be looked up, struck or revealed.
async fn fix_what_is_closed(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    course: &mut WebinarState,
) -> Result<(), StoreError> {
    if course.progress.phase != Phase::Closed || course.check_roll_is_fixed().is_ok() {
        return Ok(());
    }
    let root = roll::fix(transaction, keys, course).await?;
    if let Some(closed_with) = &mut course.barometer.closed_with {
        closed_with.root = Some(root);
    }
    course::save(transaction, course).await
}

/// Stores the next progress with what its phase brings: figures frozen at the close, counted at the reveal.
async fn advance(
    transaction: &mut WriteTransaction<'_>,
    keys: &Keys,
    course: &mut WebinarState,
    progress: Progress,
) -> Result<(), StoreError> {
    let was = course.progress.phase;
    course.countdown_lost &= progress.phase == Phase::Open && progress.ends_at.is_none();
    course.progress = progress;
    let is = course.progress.phase;
    if (was, is) == (Phase::Draft, Phase::Open) {
        let candidates = &course.plan.candidates;
        set_states(transaction, candidates, RequestState::put_up).await?;
    }
    if (was, is) == (Phase::Closed, Phase::Open) {
        // Nothing that was frozen at the close holds any more.
        course.barometer.closed_with = None;
    }
    if is != was && is == Phase::Closed {
        course.barometer.closes += 1;
        let mut closed_with = ballots::close(transaction, keys, course).await?;
        closed_with.root = Some(roll::fix(transaction, keys, course).await?);
        course.barometer.closed_with = Some(closed_with);
    }
    if is != was && is == Phase::Revealed {
        reveal(transaction, keys, course).await?;
        catalogue::keep(transaction, course.id).await?;
        let candidates = &course.plan.candidates;
        set_states(transaction, candidates, RequestState::measured).await?;
    }
    course::save(transaction, course).await?;
    news::note_result(transaction, course).await
}

async fn reveal(
    connection: &mut SqliteConnection,
    keys: &Keys,
    course: &mut WebinarState,
) -> Result<(), StoreError> {
    let barometer = &course.barometer;
    barometer.root().ok_or(Refusal::NotClosedYet)?;
    let closed_with = barometer.closed_with.as_ref();
    let closed_with = closed_with.ok_or(Refusal::NotClosedYet)?;
    let silent = ballots::silent(keys, &barometer.id, closed_with)?;
    let ballots = ballots::counted(connection, keys, &barometer.id).await?;
    let rules = course.barometer.rules;
    let outcome = Outcome::of(&rules, &ballots, closed_with.turnout.present, &silent);
    let roll = roll::make(connection, keys, course).await?;
    if outcome.counted.is_some() {
        roll::keep(connection, &course.barometer.id, &roll).await?;
    }
    course.plan.pick = outcome.pick().cloned();
    course.plan.supported = outcome.supported();
    let prices = prices(connection, course).await?;
    let id = &course.barometer.id;
    if let Some(counted) = &outcome.counted {
        let supports = &counted.tally.supports;
        let stated = stated::release(connection, keys, id, &prices, supports).await?;
        let frame = course.progress.scene.frame;
        let carried = frame.and_then(|frame| carry(frame, &prices, &ballots));
        let told = Carrying::told(carried, stated, outcome.turnout.municipalities);
        course.plan.carrying_pages = told.as_ref().map_or(0, Carrying::pages);
        course.barometer.carrying = told;
    } else {
        stated::forget(connection, id).await?;
    }
    course.barometer.settle(outcome);
    Ok(())
}

/// What each candidate costs, as it is shown.
async fn prices(
    connection: &mut SqliteConnection,
    course: &WebinarState,
) -> Result<Vec<Option<Money>>, StoreError> {
    let texts = catalogue::load(connection, course).await?;
    let price = |one: &Candidate| texts.request(one.request)?.price.known();
    Ok(texts.candidates.iter().map(price).collect())
}

/// Finds what the votes can carry.
fn carry(
    frame: BudgetFrame,
    prices: &[Option<Money>],
    ballots: &[CountedBallot],
) -> Option<Carrying> {
    carrying(frame, prices, ballots).unwrap_or_else(|error| {
        // A request's price has its limit, so this cannot be; a result that is out is worth more than this page.
        tracing::error!(%error, "what can be carried was not found");
        None
    })
}

/// Forgets the ballots and gives the barometer another key, so that nothing old can be counted.
async fn start_over(
    transaction: &mut WriteTransaction<'_>,
    course: &mut WebinarState,
) -> Result<(), StoreError> {
    ballots::forget(transaction, &course.barometer.id).await?;
    stated::forget(transaction, &course.barometer.id).await?;
    surveys::start_over(transaction, course.id).await?;
    rounds::forget(transaction, course.id).await?;
    course.earlier.clear();
    interests::take_back_all(transaction, course).await?;
    questions::start_over(transaction, course.id).await?;
    catalogue::release(transaction, course.id).await?;
    set_states(
        transaction,
        &course.plan.candidates,
        RequestState::taken_down,
    )
    .await?;
    let barometer = &mut course.barometer;
    let old = std::mem::replace(&mut barometer.id, secrets::random());
    barometer.round = secrets::random_number();
    (barometer.closes, barometer.closed_with, barometer.outcome) = (0, None, None);
    (barometer.carrying, barometer.choices_seen) = (None, false);
    (course.epoch, course.plan.pick) = (secrets::random_number(), None);
    course.plan.carrying_pages = 0;
    course.plan.supported.clear();
    sqlx::query("UPDATE barometers SET id = ?, round = ?, roll = NULL WHERE id = ?")
        .bind(&barometer.id[..])
        .bind(barometer.round)
        .bind(&old[..])
        .execute(&mut **transaction)
        .await?;
    Ok(())
}
