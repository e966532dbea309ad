//! A participant's ballot on this device, from the first tap to the server's receipt. Pure: no web, no clock.
//!
//! What is ticked (`marks`) belongs to the person: nothing here changes it but taps, another tab's taps, and, as long
//! as all of them were sent, a look at a newer ballot that the server holds. What is on its way (`sending`) is an
//! absolute state with a revision that rises with every press of the button.

use barometer_domain::ballot::{Ballot, Cast};
use barometer_domain::barometer::Phase;
use barometer_domain::ids::{CandidateId, Millis};
use barometer_domain::wire::Receipt;
use barometer_json::{FromJson, ToJson};

/// A tick over the limit: explained, never silently ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LimitReached;

/// One barometer's ballot as this device knows it; kept in localStorage, shared by the browser's tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromJson, ToJson)]
#[cfg_attr(test, derive(serde::Serialize, serde::Deserialize))]
pub(super) struct BallotOutbox {
    /// What is ticked: `None` is nothing at all, a blank ballot is "Ingen af disse".
    marks: Option<Ballot>,
    /// Sent, and not yet answered.
    sending: Option<Cast>,
    /// The ballot that the server has acknowledged.
    counted: Option<Cast>,
    /// When it said so, on its clock; unknown after a reload elsewhere.
    received_at: Option<Millis>,
    /// The server's signature on it.
    signature: Option<String>,
    /// The ballot that came after the close, so that the phone can say so.
    lost: Option<Ballot>,
}

/// Where the ballot stands, for the person to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BallotStatus {
    /// Nothing ticked, nothing sent.
    Untouched,
    /// Ticked, never sent.
    Marked,
    /// On its way.
    Sending,
    /// Received, and exactly what is ticked.
    Counted,
    /// Received, but something else is ticked since.
    Changed,
}

/// How it ended, once the barometer is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BallotEnding {
    /// The ballot counts, as it was last sent.
    Received,
    /// An earlier ballot counts; the last change does not.
    ChangeLost,
    /// Something was ticked, and none of it counts.
    VoteLost,
    /// Sent, and not known whether it came through.
    Uncertain,
    /// Nothing was ever ticked.
    NotVoted,
}

impl BallotOutbox {
    /// Ticks or unticks a candidate; at most `limit` are ticked.
    pub(super) fn tap(&mut self, candidate: CandidateId, limit: u8) -> Result<(), LimitReached> {
        let mut chosen: Vec<CandidateId> = self.chosen().collect();
        if let Some(at) = chosen.iter().position(|&ticked| ticked == candidate) {
            chosen.remove(at);
        } else if chosen.len() >= usize::from(limit) {
            return Err(LimitReached);
        } else {
            chosen.push(candidate);
        }
        self.marks = (!chosen.is_empty()).then(|| Ballot::of(chosen));
        Ok(())
    }

    /// Ticks or unticks "Ingen af disse"; ticking it unticks all else.
    pub(super) fn tap_none(&mut self) {
        self.marks = (!self.is_blank()).then(Ballot::blank);
    }

    /// Whether this candidate is ticked.
    pub(super) fn is_chosen(&self, candidate: CandidateId) -> bool {
        let marks = self.marks.as_ref();
        marks.is_some_and(|marks| marks.supports(candidate))
    }

    /// Whether "Ingen af disse" is ticked.
    pub(super) fn is_blank(&self) -> bool {
        self.marks.as_ref().is_some_and(Ballot::is_blank)
    }

    /// The ticked candidates.
    pub(super) fn chosen(&self) -> impl Iterator<Item = CandidateId> + '_ {
        self.marks.iter().flat_map(Ballot::choices)
    }

    /// Whether anything at all is ticked, "Ingen af disse" included.
    pub(super) fn has_marks(&self) -> bool {
        self.marks.is_some()
    }

    /// Hands in what is ticked; whether there is anything new to send.
    pub(super) fn send(&mut self) -> bool {
        let Some(marks) = &self.marks else {
            return false;
        };
        if Some(marks) == self.handed_in() {
            return false;
        }
        self.sending = Some(Cast {
            rev: self.highest_rev() + 1,
            choices: marks.clone(),
        });
        self.lost = None;
        true
    }

    /// What is on its way.
    pub(super) fn sending(&self) -> Option<&Cast> {
        self.sending.as_ref()
    }

    /// The ballot that counts, and when it was received.
    pub(super) fn counted(&self) -> Option<(&Ballot, Option<Millis>)> {
        let counted = self.counted.as_ref()?;
        Some((&counted.choices, self.received_at))
    }

    /// The ballot that counts, with the server's signature; empty where this device has none.
    pub(super) fn receipt(&self) -> Option<(Cast, String)> {
        let signature = self.signature.clone().unwrap_or_default();
        Some((self.counted.clone()?, signature))
    }

    /// The server has it.
    pub(super) fn received(&mut self, receipt: Receipt) {
        let newest = self
            .counted
            .as_ref()
            .is_none_or(|c| c.rev <= receipt.ballot.rev);
        if !newest {
            return;
        }
        if self
            .sending
            .as_ref()
            .is_some_and(|sent| sent.rev <= receipt.ballot.rev)
        {
            self.sending = None;
        }
        self.signature = Some(receipt.signature);
        self.counted = Some(receipt.ballot);
        self.received_at = Some(receipt.received_at);
    }

    /// The server holds another ballot of this participant's under the same or a higher revision. The person's
    /// own press of the button is newer, so it goes out again above it.
    pub(super) fn stale(&mut self, current: Cast) {
        let wanted = self.sending.take().map(|sent| sent.choices);
        self.hold(Some(current));
        let held = self.counted.as_ref().map(|counted| &counted.choices);
        if let Some(choices) = wanted.filter(|wanted| Some(wanted) != held) {
            let rev = self.highest_rev() + 1;
            self.sending = Some(Cast { rev, choices });
        }
    }

    /// The server would not take it any more: what was on its way is lost.
    pub(super) fn refused(&mut self) {
        self.lost = self.sending.take().map(|sent| sent.choices);
    }

    /// What the server says it holds, after a reload or a new join.
    pub(super) fn reconcile(&mut self, held: Option<Cast>) {
        // Nothing here that the server was not given: then a newer ballot from another device is the person's own.
        let untouched = *self == Self::default() || self.status() == BallotStatus::Counted;
        match (&self.sending, &held) {
            (Some(sent), Some(held)) if sent == held => self.sending = None,
            (Some(sent), Some(current)) if sent.rev <= current.rev => {
                return self.stale(current.clone());
            }
            _ => {}
        }
        self.hold(held);
        if let (true, Some(held)) = (untouched, &self.counted) {
            self.marks = Some(held.choices.clone());
        }
    }

    /// The barometer is closing: what is ticked goes out, if it is not out already. An untouched ballot stays
    /// home; it is not a blank vote.
    pub(super) fn lock(&mut self, phase: Phase) -> bool {
        phase == Phase::Closing && self.send()
    }

    /// Where it stands while ballots are taken.
    pub(super) fn status(&self) -> BallotStatus {
        match (&self.sending, &self.counted, &self.marks) {
            (Some(sent), _, marks) if marks.as_ref() == Some(&sent.choices) => {
                BallotStatus::Sending
            }
            (_, Some(held), marks) if marks.as_ref() == Some(&held.choices) => {
                BallotStatus::Counted
            }
            (None, None, None) => BallotStatus::Untouched,
            (None, None, Some(_)) => BallotStatus::Marked,
            _ => BallotStatus::Changed,
        }
    }

    /// How it ended, after the close.
    pub(super) fn ending(&self) -> BallotEnding {
        if self.sending.is_some() {
            return BallotEnding::Uncertain;
        }
        let held = self.counted.as_ref().map(|counted| &counted.choices);
        let wanted = self.lost.as_ref().or(self.marks.as_ref());
        match (held, wanted) {
            (Some(held), Some(wanted)) if held != wanted => BallotEnding::ChangeLost,
            (Some(_), _) => BallotEnding::Received,
            (None, Some(_)) => BallotEnding::VoteLost,
            (None, None) => BallotEnding::NotVoted,
        }
    }

    fn hold(&mut self, held: Option<Cast>) {
        if self.counted != held {
            self.received_at = None;
            self.signature = None;
        }
        self.counted = held;
    }

    /// The newest ballot that is out of the person's hands.
    fn handed_in(&self) -> Option<&Ballot> {
        let newest = self.sending.as_ref().or(self.counted.as_ref());
        newest.map(|cast| &cast.choices)
    }

    fn highest_rev(&self) -> u32 {
        let rev = |cast: &Option<Cast>| cast.as_ref().map_or(0, |cast| cast.rev);
        rev(&self.sending).max(rev(&self.counted))
    }
}

#[cfg(test)]
#[path = "outbox_tests.rs"]
mod tests;
