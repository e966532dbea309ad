//! What the keeper does for this phone: trackers for the ballot, the sealed name, and the look into the roll.

use std::mem;

use barometer_domain::ballot::Cast;
use barometer_domain::barometer::Phase;
use barometer_domain::view::{AudienceView, ResultView};
use barometer_domain::wire::Role;
use barometer_json::ToJson;
use barometer_kit::sealing::{self, KEEPER};
use barometer_kit::{format, language};
use barometer_text::phone::PhoneText;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;

use super::participant::ParticipantPage;
use super::spawn_task;

/// Where the name is remembered for the next webinar; the keeper reads it there.
pub(super) const NAME: &str = "barometer.name";
/// The pause before the name's seal is tried anew, in milliseconds.
const TRY_AGAIN_MS: u32 = 3_000;

/// Where the person's job is.
pub(super) const ROLE: &str = "barometer.role";

/// What has become of the ballot, once the roll is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RollFinding {
    /// It is counted exactly as it was cast.
    Counted,
    /// The vendor has struck it.
    Struck,
    /// Another device has sent a newer one.
    Elsewhere,
    /// It is not where it should be.
    Missing,
    /// The roll is not the one that was fixed at the close.
    OtherVotes,
}

/// The trackers of a ballot as JSON; `None` when they cannot be made now.
pub(super) async fn trackers(code: &str, round: u32, cast: &Cast) -> Option<String> {
    let texts = [
        code,
        &round.to_string(),
        &barometer_json::write(&cast.choices),
    ];
    let made = sealing::call(KEEPER, "trackers", &texts).await.ok();
    made.filter(|made| !made.is_empty())
}

impl ParticipantPage {
    /// Hands the name in as long as names are taken: once the vote begins to close they stay as they are, until the
    /// presenter should open it again.
    pub(super) fn look_after_name(self, phase: Phase) {
        let frozen = phase >= Phase::Closing;
        let (mut was_frozen, mut was_named) = (false, false);
        self.behind.update_value(|behind| {
            was_frozen = mem::replace(&mut behind.are_names_frozen, frozen);
            was_named = mem::replace(&mut behind.is_named, true);
        });
        if was_frozen != frozen {
            spawn_task(Box::pin(async move {
                let told = if frozen { "frozen" } else { "" };
                // A keeper that cannot be fetched hands nothing in.
                let _ = sealing::call(KEEPER, "freezeNames", &[told]).await;
            }));
        }
        let is_late = self.state.read_untracked().name_late;
        if !was_named || (is_late && !frozen) {
            self.identify(frozen);
        }
    }

    /// Has the person's name sealed to the vendor's key and handed in, unless it is too late for that, and learns the
    /// key's four words.
    fn identify(self, frozen: bool) {
        let state = self.state.read_untracked();
        let Some(key) = state.info.vendor_key.clone() else {
            return;
        };
        let nameless = String::new();
        let name_from = match state.me.role {
            Role::Voter { municipality } if !state.me.identified => municipality.to_string(),
            Role::Voter { .. } | Role::Observer => String::new(),
        };
        let (code, slot) = (state.info.code.to_string(), state.me.slot.clone());
        drop(state);
        let is_late = frozen && !name_from.is_empty();
        self.state.write().name_late = is_late;
        spawn_task(Box::pin(async move {
            let mut municipality = if is_late { &nameless } else { &name_from };
            let answer = loop {
                let texts = [code.as_str(), &key, &slot, municipality];
                match sealing::call(KEEPER, "identify", &texts).await {
                    // What seals could not be fetched: the name waits for as long as the page is open.
                    Err(why) if why.is_empty() => TimeoutFuture::new(TRY_AGAIN_MS).await,
                    Err(why) if why == "too_late" => {
                        municipality = &nameless;
                        if let Some(mut state) = self.state.try_write() {
                            state.name_late = true;
                        }
                    }
                    answer => break answer,
                }
                if self.state.try_read_untracked().is_none() {
                    return;
                }
            };
            let Some(mut state) = self.state.try_write() else {
                return;
            };
            match answer {
                Ok(words) => state.words = words,
                Err(code) if code == "other_key" => state.note = Some(PhoneText::OtherKey),
                Err(_) => state.note = Some(PhoneText::NameNotSealed),
            }
        }));
    }

    /// Has what the roll will be remembered, as it is first seen, and learns its four words.
    pub(super) fn remember_root(self, view: &AudienceView) {
        let signature = view.root.as_ref().map_or("", |fixed| &fixed.signature);
        let mut is_known = true;
        self.behind.update_value(|behind| {
            is_known = behind.remembered == signature;
            signature.clone_into(&mut behind.remembered);
        });
        if is_known {
            return;
        }
        self.state.write().vote_words = String::new();
        let Some(fixed) = view.root.clone() else {
            return;
        };
        let (code, round) = (self.code().to_string(), view.barometer.round.to_string());
        let key = self.state.read_untracked().info.signing_key.clone();
        spawn_task(Box::pin(async move {
            let texts = [
                code.as_str(),
                &round,
                &key,
                &fixed.close.to_string(),
                &fixed.root,
                fixed.after_strikes.as_deref().unwrap_or_default(),
                &fixed.signature,
            ];
            let answer = sealing::call(KEEPER, "fix", &texts).await;
            let Some(mut state) = self.state.try_write() else {
                return;
            };
            match answer {
                Ok(words) => state.vote_words = words,
                // Without the module there are no words.
                Err(code) if code.is_empty() => {}
                Err(_) => state.note = Some(PhoneText::OtherVotes),
            }
        }));
    }

    /// Looks for the own ballot in the roll, once per round, when all rows are out.
    pub(super) fn look_for_ballot(self, view: &AudienceView, result: &ResultView) {
        let round = view.barometer.round;
        let receipt = self.state.read_untracked().outbox.receipt();
        let Some((cast, receipt)) = receipt.filter(|_| result.verdict.is_some()) else {
            return;
        };
        let mut asked = true;
        self.behind
            .update_value(|behind| asked = behind.looked_for.replace(round) == Some(round));
        if asked {
            return;
        }
        let (code, round) = (self.code().to_string(), round.to_string());
        let key = self.state.read_untracked().info.signing_key.clone();
        let (choices, rev) = (barometer_json::write(&cast.choices), cast.rev.to_string());
        let published = published(view, result);
        let fixed = view.root.as_ref();
        let close = fixed.map_or_else(String::new, |fixed| fixed.close.to_string());
        let root = fixed.map_or_else(String::new, |fixed| fixed.root.clone());
        let after_strikes = fixed.and_then(|fixed| fixed.after_strikes.clone());
        spawn_task(Box::pin(async move {
            let texts = [
                code.as_str(),
                &round,
                &key,
                &choices,
                &rev,
                &receipt,
                &published,
                &close,
                &root,
                after_strikes.as_deref().unwrap_or_default(),
            ];
            let found = match sealing::call(KEEPER, "find", &texts).await.as_deref() {
                Ok("counted") => RollFinding::Counted,
                Ok("struck") => RollFinding::Struck,
                Ok("elsewhere") => RollFinding::Elsewhere,
                Ok("other_roll") => RollFinding::OtherVotes,
                Ok("no_roll") | Err(_) => return,
                Ok(_) => RollFinding::Missing,
            };
            if let Some(mut state) = self.state.try_write() {
                state.found = Some(found);
            }
        }));
    }

    /// How often names were looked at, and when last; asked in the last stage, when there is another number.
    pub(super) fn ask_for_look_ups(self, view: &AudienceView) {
        let state = self.state.read_untracked();
        let known = state.look_ups.split('|').next().unwrap_or_default();
        let is_known = if view.log_broken {
            known == "broken"
        } else {
            known == view.look_ups.to_string()
        };
        if is_known || state.info.vendor_key.is_none() {
            return;
        }
        let code = state.info.code.to_string();
        spawn_task(Box::pin(async move {
            let texts = [code.as_str(), format::locale(language::current())];
            let answer = sealing::call(KEEPER, "lookUps", &texts).await;
            if let (Ok(answer), Some(mut state)) = (answer, self.state.try_write()) {
                state.look_ups = answer;
            }
        }));
    }
}

/// What the screens show, for the roll to be held against.
#[derive(ToJson)]
struct Published {
    ballots: u32,
    /// A candidate's number, as the roll writes it, and its votes.
    votes: Vec<(String, u32)>,
}

fn published(view: &AudienceView, result: &ResultView) -> String {
    let mut votes = Vec::new();
    for row in &result.rows {
        votes.push((row.candidate.0.to_string(), row.votes));
    }
    let ballots = view.barometer.turnout.voted;
    barometer_json::write(&Published { ballots, votes })
}
