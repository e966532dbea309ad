//! Ballots and newcomers of one transaction: gathered, and each kind written in a handful of statements.

use std::collections::BTreeSet;
use std::sync::Arc;

use barometer_domain::wire::Receipt;
use sqlx::SqliteConnection;

use super::super::casting::{self, ArrivingBallot};
use super::super::newcomers::{self, Newcomer};
use super::super::write_transaction::Announcement;
use super::super::{StoreError, now};
use super::{ReplySender, SettleReply, WorkDone};
use crate::secrets::Keys;
use crate::telemetry;

/// What came of itself and is done together.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) casts: Vec<(ArrivingBallot, ReplySender<Receipt>)>,
    pub(super) newcomers: Vec<(Newcomer, ReplySender<u32>)>,
}

impl Gathered {
    /// Writes what was gathered, and empties it.
    pub(super) async fn write(
        &mut self,
        connection: &mut SqliteConnection,
        keys: &Arc<Keys>,
        done: &mut Vec<WorkDone>,
    ) -> Result<(), StoreError> {
        take_newcomers(connection, keys, &mut self.newcomers, done).await?;
        take_casts(connection, keys, &mut self.casts, done).await
    }
}

async fn take_newcomers(
    connection: &mut SqliteConnection,
    keys: &Keys,
    newcomers: &mut Vec<(Newcomer, ReplySender<u32>)>,
    done: &mut Vec<WorkDone>,
) -> Result<(), StoreError> {
    if newcomers.is_empty() {
        return Ok(());
    }
    let (newcomers, replies): (Vec<_>, Vec<_>) = newcomers.drain(..).unzip();
    let let_in = match newcomers::let_in(connection, keys, &newcomers).await {
        Ok(let_in) => let_in,
        Err(error) => {
            done.extend(replies.into_iter().map(WorkDone::never));
            return Err(error);
        }
    };
    done.push(WorkDone {
        settle: Box::new(|_| ()),
        announcement: Announcement::at_the_pace(let_in.webinars),
        found_no_space: false,
    });
    for (answer, reply) in let_in.answers.into_iter().zip(replies) {
        done.push(WorkDone::settled_by(Box::new(move |committed| {
            let _ = reply.send(committed.and(answer.map_err(StoreError::from)));
        })));
    }
    Ok(())
}

async fn take_casts(
    connection: &mut SqliteConnection,
    keys: &Arc<Keys>,
    casts: &mut Vec<(ArrivingBallot, ReplySender<Receipt>)>,
    done: &mut Vec<WorkDone>,
) -> Result<(), StoreError> {
    if casts.is_empty() {
        return Ok(());
    }
    let (arrivals, replies): (Vec<_>, Vec<_>) = casts.drain(..).unzip();
    let webinars: BTreeSet<i64> = arrivals.iter().map(|arrival| arrival.webinar).collect();
    done.push(WorkDone {
        settle: Box::new(|_| ()),
        announcement: Announcement::at_the_pace(webinars),
        found_no_space: false,
    });
    let answers = match casting::take(connection, keys, &arrivals).await {
        Ok(answers) => answers,
        Err(error) => {
            done.extend(replies.into_iter().map(WorkDone::never));
            return Err(error);
        }
    };
    let taken = answers.iter().filter(|answer| answer.is_ok()).count();
    let refused = answers.len() - taken;
    done.push(WorkDone::settled_by(Box::new(move |committed| {
        if committed.is_ok() {
            telemetry::ballots(taken, refused);
        }
    })));
    for (answer, reply) in answers.into_iter().zip(replies) {
        let keys = keys.clone();
        let settle: SettleReply = Box::new(move |committed| {
            let receipt = answer.map(|taken| Receipt {
                signature: keys.sign_receipt(taken.round, &taken.sent),
                ballot: taken.sent.cast,
                received_at: now(),
            });
            let _ = reply.send(committed.and(receipt.map_err(StoreError::from)));
        });
        done.push(WorkDone::settled_by(settle));
    }
    Ok(())
}
